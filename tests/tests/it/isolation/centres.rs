//! Another centre's things do not exist.

use std::collections::{BTreeMap, BTreeSet};

use events::ActionCategory;
use http::Method;
use kernel::Role;
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

use super::{contract::derived, messages::Things, operations::described};

/// Every operation with ids in its path, tried by someone of one centre with ids of the other.
fn attempts<'a>(operator: &'a Person, own: &'a Things, ids: &Ids) -> Vec<Attempt<'a>> {
    let youth = &ids["youth"];
    let Centre { coach, lead, .. } = &own.centre;
    let steps = facts::step(ActionCategory::Intake);
    let of_youth =
        |what: &str| (format!("/youths/{{youth}}{what}"), format!("/youths/{youth}{what}"));
    let mut attempts = vec![
        (coach, Method::GET, of_youth(""), None),
        (lead, Method::GET, of_youth(""), None),
        (coach, Method::GET, of_youth("/timeline"), None),
        (coach, Method::POST, of_youth("/steps"), Some(steps)),
    ];
    let work = json!({ "kind": "registration", "centre": own.centre.id });
    for what in ["completion", "undoing"] {
        let path = format!("/unfinished/{youth}/{what}");
        let template = format!("/unfinished/{{work}}/{what}");
        attempts.push((operator, Method::POST, (template, path), Some(work.clone())));
    }
    for operation in derived().iter().filter(|operation| operation.template().contains('{')) {
        let who = own.somebody(operation.roles[0]).unwrap_or(operator);
        let template = operation.template();
        // For an operator every centre is there that ever was.
        let nowhere = "lsc99".to_owned();
        let there = if operation.roles == [Role::Operator] { &nowhere } else { &ids["centre"] };
        let filled = |part: &str| {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            let id = match name {
                None => part,
                Some("consent") => "shareDomain",
                Some("centre") => there,
                Some(name) => ids.get(name).unwrap_or_else(|| panic!("which {name} of another?")),
            };
            id.to_owned()
        };
        let path = template.split('/').map(filled).collect::<Vec<_>>().join("/");
        let method = operation.method().to_uppercase().parse().unwrap();
        attempts.push((who, method, (template.to_owned(), path), operation.body(own)));
    }
    attempts
}

/// Who tries which operation, where (as the contract writes it, and with ids), with which body.
type Attempt<'a> = (&'a Person, Method, (String, String), Option<Value>);

/// What stands in place of a name in a path.
type Ids = BTreeMap<&'static str, String>;

async fn two_centres() -> (World, Person, Centre, Centre) {
    let world = World::start().await;
    let operator = world.operator().await;
    let one = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    (world, operator, one, other)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_of_another_centre_is_as_unknown_as_one_that_never_was() {
    let (world, operator, own, other) = two_centres().await;
    let step = facts::step(ActionCategory::Intake);
    let Centre { youth, coach, lead, .. } = &other;
    coach.registers_step(youth.id, &step).await;
    let (employer, breach) = (coach.registers_employer("Bakery").await, "lostDevice");
    let breach = lead.reports_breach(breach).await;
    let things = [
        ("youth", youth.id),
        ("person", youth.id),
        ("step", step["id"].as_str().unwrap().parse().unwrap()),
        ("run", youth.begins("work-energy").await),
        ("request", youth.makes_request("access").await),
        ("breach", breach),
        ("subject", breach),
        ("end", lead.ends_a_term().await),
        ("alarm", coach.observes_alarm(youth.id, "Talk with the teacher").await),
        ("handover", coach.offers_handover(youth.id, "Youth welfare").await),
        ("placement", coach.starts_job(youth.id, employer, 19).await),
    ];
    let ids = |of: &dyn Fn(Uuid) -> Uuid, centre: &str| -> Ids {
        let things = things.iter().map(|(name, id)| (*name, of(*id).to_string()));
        things.chain([("centre", centre.to_owned())]).collect()
    };
    let (foreign, unknown) = (ids(&|id| id, "lsc02"), ids(&|_| Uuid::now_v7(), "lsc99"));
    let own = Things::of(&world, own).await;

    let before = world.head();
    let mut tried = BTreeSet::new();
    for ids in [&foreign, &unknown] {
        for (person, method, (template, path), body) in attempts(&operator, &own, ids) {
            tried.insert((method.as_str().to_lowercase(), template));
            let request = match &body {
                None => person.get(&path),
                Some(body) => person.command(method, &path, body),
            };
            request.send().await.is_not_found();
        }
    }
    assert_eq!(world.head(), before);
    let with_ids = described().into_iter().filter(|(_, path)| path.contains('{'));
    assert_eq!(tried, with_ids.collect(), "an operation with ids that nobody tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_in_bodies_and_queries_reach_no_other_centre() {
    let (world, _, own, other) = two_centres().await;
    let before = world.head();
    own.lead.get("/tables/1?centre=lsc02").send().await.is_not_found();
    own.lead.get("/tables/2?centre=lsc99").send().await.is_not_found();
    let [foreign, unknown] = [other.coach.id, Uuid::now_v7()].map(|id| json!({ "coach": id }));
    for coach in [foreign, unknown] {
        let answer = own.youth.put("/me/coach", &coach).send().await;
        answer.has_issue("coach", "coachUnknown");
    }
    assert_eq!(world.head(), before);
    // Nor does a list show anybody else.
    let names = own.lead.reads("/people").await.to_string();
    for person in [&other.lead, &other.coach, &other.youth] {
        assert!(!names.contains(&person.id.to_string()));
    }
    let coaches = own.youth.reads("/me/coaches").await;
    assert_eq!(coaches["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_of_one_centre_is_nobody_elses() {
    let (world, _, own, other) = two_centres().await;
    let operator = world.operator().await;
    let ids = [other.youth.id, other.coach.id, other.lead.id, operator.id];
    for id in ids {
        let mut twin = facts::youth("Twin Youth");
        twin["id"] = json!(id);
        own.lead.post("/youths", &twin).send().await.is_refused("personExists");
    }
    assert_eq!(own.lead.reads("/people").await["total"], 3, "no card of somebody else");
    let before = world.head();
    for id in ids {
        let mut centre = facts::centre("lsc03", "Twin Lead");
        centre["lead"]["id"] = json!(id);
        operator.post("/centres", &centre).send().await.is_refused("personExists");
    }
    assert_eq!(world.head(), before, "no centre without a lead");
    let card = operator.post(&format!("/people/{}/cards", other.lead.id), &json!({})).send().await;
    let lead = world.signs_in(card.with(201)["code"].as_str().unwrap()).await;
    assert_eq!(lead.id, other.lead.id);
    own.lead.reads("/session").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_tables_of_any_centre_and_of_no_person() {
    let (world, _, own, _) = two_centres().await;
    let operator = world.operator().await;
    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = world.signs_in(&auditor.card).await;
    for centre in ["lsc01", "lsc02"] {
        let table = auditor.reads(&format!("/tables/1?centre={centre}")).await;
        assert_eq!((&table["centre"]["id"], &table["roundedTo"]), (&json!(centre), &json!(5)));
    }
    auditor.get("/tables/1?centre=lsc99").send().await.is_not_found();
    let youth = format!("/youths/{}", own.youth.id);
    auditor.get(&youth).send().await.is_problem(403, "forbidden");
    operator.get(&youth).send().await.is_problem(403, "forbidden");
}
