//! Another centre's things do not exist.

use std::collections::BTreeSet;

use events::ActionCategory;
use http::Method;
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

use super::operations::described;

/// Every operation with ids in its path, tried by someone of one centre with ids of the other.
fn attempts<'a>(operator: &'a Person, own: &'a Centre, ids: &Ids) -> [Attempt<'a>; 12] {
    let Ids { youth, step, run } = ids;
    let steps = facts::step(ActionCategory::Intake);
    [
        (&own.coach, Method::GET, "/youths/{youth}", format!("/youths/{youth}"), Value::Null),
        (&own.lead, Method::GET, "/youths/{youth}", format!("/youths/{youth}"), Value::Null),
        (
            &own.coach,
            Method::GET,
            "/youths/{youth}/timeline",
            format!("/youths/{youth}/timeline"),
            Value::Null,
        ),
        post(&own.coach, "/youths/{youth}/steps", format!("/youths/{youth}/steps"), steps),
        post(
            &own.coach,
            "/youths/{youth}/steps/{step}/withdrawal",
            format!("/youths/{youth}/steps/{step}/withdrawal"),
            json!({}),
        ),
        post(
            &own.coach,
            "/youths/{youth}/population",
            format!("/youths/{youth}/population"),
            facts::moving(),
        ),
        post(
            &own.lead,
            "/youths/{youth}/closing",
            format!("/youths/{youth}/closing"),
            facts::closing(),
        ),
        post(
            &own.lead,
            "/youths/{youth}/trajectories",
            format!("/youths/{youth}/trajectories"),
            json!({ "intake": facts::intake() }),
        ),
        post(
            operator,
            "/people/{person}/erasure",
            format!("/people/{youth}/erasure"),
            json!({ "centre": own.id, "reason": "personAsked" }),
        ),
        post(&own.lead, "/people/{id}/cards", format!("/people/{youth}/cards"), json!({})),
        (
            &own.youth,
            Method::PUT,
            "/me/runs/{run}/answers/{step}",
            format!("/me/runs/{run}/answers/energy"),
            json!({ "options": ["hands"] }),
        ),
        post(
            &own.youth,
            "/me/runs/{run}/completion",
            format!("/me/runs/{run}/completion"),
            json!({ "seconds": 1 }),
        ),
    ]
}

fn post<'a>(who: &'a Person, template: &'static str, path: String, body: Value) -> Attempt<'a> {
    (who, Method::POST, template, path, body)
}

/// Who tries which operation, where, with which body.
type Attempt<'a> = (&'a Person, Method, &'static str, String, Value);

struct Ids {
    youth: Uuid,
    step: Uuid,
    run: Uuid,
}

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
    other.coach.registers_step(other.youth.id, &step).await;
    let run = other.youth.begins("work-energy").await;
    let step = step["id"].as_str().unwrap().parse().unwrap();
    let foreign = Ids { youth: other.youth.id, step, run };
    let [youth, step, run] = [(); 3].map(|()| Uuid::now_v7());
    let unknown = Ids { youth, step, run };

    let before = world.head();
    let mut tried = BTreeSet::new();
    for ids in [&foreign, &unknown] {
        for (person, method, template, path, body) in attempts(&operator, &own, ids) {
            tried.insert((method.as_str().to_lowercase(), template.to_owned()));
            let request = match &body {
                Value::Null => person.get(&path),
                body => person.command(method, &path, body),
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
    let before = world.head();
    for id in [other.youth.id, other.coach.id, other.lead.id, operator.id] {
        let mut twin = facts::youth("Twin Youth");
        twin["id"] = json!(id);
        own.lead.post("/people", &twin).send().await.is_refused("personExists");
        let mut centre = facts::centre("lsc03", "Twin Lead");
        centre["lead"]["id"] = json!(id);
        operator.post("/centres", &centre).send().await.is_refused("personExists");
    }
    assert_eq!(world.head(), before, "no centre without a lead, no card of somebody else");
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
