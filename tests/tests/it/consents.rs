//! A young person shares one thing at a time with the coach of now, and takes it back as easily.

use events::ActionCategory;
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

const OWN: &str = "een atelier in de schuur";
const PARTS: [&str; 3] = ["want", "can", "who"];

fn overview(youth: Uuid) -> String {
    format!("/youths/{youth}/overview")
}

async fn consents(reader: &Person, youth: Uuid) -> Value {
    reader.reads(&format!("/youths/{youth}/consents")).await
}

/// What stands in the ledger about one thing.
fn state<'a>(consents: &'a Value, consent: &str, domain: Option<&str>) -> &'a Value {
    let all = consents["consents"].as_array().unwrap();
    let found = all.iter().find(|it| it["consent"] == consent && it["domain"] == json!(domain));
    found.unwrap()
}

/// The types of the entries that somebody reads about a youth, and since when, if not everything.
async fn timeline(coach: &Person, youth: Uuid) -> (Vec<String>, Value) {
    let read = coach.reads(&format!("/youths/{youth}/timeline")).await;
    let types = read["items"].as_array().unwrap().iter().map(|it| it["type"].as_str().unwrap());
    (types.map(str::to_owned).collect(), read["since"].clone())
}

async fn does_everything(youth: &Person) {
    for exercise in youth.reads("/exercises").await["items"].as_array().unwrap() {
        youth.does(exercise, Some(OWN)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_reads_exactly_what_a_youth_shares_until_it_is_taken_back() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let abroad = world.centre(&operator, "lsc02").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let colleague = lead.registers_coach("Lotte Coach").await;
    let colleague = world.signs_in(&colleague.card).await;
    does_everything(youth).await;
    let path = overview(youth.id);
    coach.get(&path).send().await.is_not_found();
    let page = format!("/youths/{}", youth.id);
    assert_eq!(coach.reads(&page).await["shares"], false);

    youth.shares("work", coach.id).await;
    assert_eq!(coach.reads(&page).await["shares"], true);
    let (shared, own) = (coach.reads(&path).await, youth.reads("/me/overview").await);
    assert_eq!(shared["domains"], json!(["work"]));
    for part in PARTS {
        let of_work = own[part].as_array().unwrap().iter().filter(|it| it["domain"] == "work");
        assert_eq!(shared[part], json!(of_work.collect::<Vec<_>>()), "{part}");
    }
    assert!(shared.to_string().contains(OWN), "own words too");
    for other in [&colleague, &abroad.coach] {
        other.get(&path).send().await.is_not_found();
    }
    for other in [lead, youth] {
        other.get(&path).send().await.is_problem(403, "forbidden");
    }
    youth.shares("health", coach.id).await;
    assert_eq!(coach.reads(&path).await["domains"], json!(["health", "work"]));

    youth.shares_no_more("work").await;
    let left = coach.reads(&path).await;
    assert_eq!(left["domains"], json!(["health"]));
    assert!(!left.to_string().contains("\"work\""), "gone at once: {left}");
    youth.shares_no_more("health").await;
    coach.get(&path).send().await.is_not_found();
    let mine = consents(youth, youth.id).await;
    assert_eq!(state(&mine, "shareDomain", Some("work"))["state"], "withdrawn");
    assert_eq!(state(&mine, "shareDomain", Some("work"))["text"], "november2026");
    let said = mine["items"].as_array().unwrap().iter().map(|it| (&it["domain"], &it["state"]));
    let said: Vec<_> = said.map(|(of, state)| format!("{of} {state}")).collect();
    let all = [r#""health" "withdrawn""#, r#""work" "withdrawn""#, r#""health" "given""#];
    assert_eq!(said, [&all[..], &[r#""work" "given""#]].concat(), "the latest first");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn that_somebody_agreed_and_who_read_it_is_told_to_the_youth() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    youth.shares_no_more("leisure").await;
    youth.shares("work", coach.id).await;
    coach.reads(&overview(youth.id)).await;
    consents(lead, youth.id).await;
    youth.shares_no_more("work").await;
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let entries = log["entries"].as_array().unwrap();
    let told = |key: &str, what: &str, by: &Person| {
        let found = entries.iter().filter(|it| it[key] == what && it["actor"] == json!(by.id));
        assert_eq!(found.count(), 1, "{what}: {log}");
    };
    told("change", "consentRefused", youth);
    told("change", "consentGiven", youth);
    told("change", "consentWithdrawn", youth);
    told("read", "overview", coach);
    told("read", "consent", lead);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_coach_sees_nothing_of_before_until_it_is_shared() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let colleague = lead.registers_coach("Lotte Coach").await;
    let colleague = world.signs_in(&colleague.card).await;
    let mut first = facts::step(ActionCategory::Intake);
    first["note"] = json!("Vertelde over thuis.");
    coach.registers_step(youth.id, &first).await;
    youth.shares("work", coach.id).await;
    assert_eq!(consents(youth, youth.id).await["hasTimeBefore"], false);
    assert_eq!(timeline(coach, youth.id).await.1, Value::Null);

    youth.chooses_coach(colleague.id).await;
    coach.get(&overview(youth.id)).send().await.is_not_found();
    colleague.get(&overview(youth.id)).send().await.is_not_found();
    let fresh = vec!["coachChosen".to_owned(), "registered".to_owned()];
    let (types, since) = timeline(&colleague, youth.id).await;
    assert_eq!((types, since.is_string()), (fresh.clone(), true));
    let row = colleague.reads("/youths").await["items"][0].clone();
    assert_eq!(row["steps"], 1, "that there was a step is counted");
    let role = colleague.reads(&format!("/youths/{}", youth.id)).await["currentRole"].clone();
    assert_eq!(role, Value::Null, "the role was the other coach's");
    let mine = consents(youth, youth.id).await;
    assert_eq!(state(&mine, "shareDomain", Some("work"))["state"], "ended");
    assert_eq!((&mine["hasTimeBefore"], &mine["coach"]), (&json!(true), &json!(colleague.id)));

    let yes = Person::yes(None, colleague.id);
    youth.consents_to(youth.id, "shareTimeBefore", &yes).await;
    let read = colleague.reads(&format!("/youths/{}/timeline", youth.id)).await;
    assert!(read.to_string().contains("Vertelde over thuis."), "{read}");
    assert_eq!(read["since"], Value::Null);
    let no = json!({ "agreed": false, "text": "november2026" });
    youth.consents_to(youth.id, "shareTimeBefore", &no).await;
    assert_eq!(timeline(&colleague, youth.id).await.0, fresh);

    let second = facts::step(ActionCategory::ActionPlan);
    colleague.registers_step(youth.id, &second).await;
    youth.chooses_coach(coach.id).await;
    let read = coach.reads(&format!("/youths/{}/timeline", youth.id)).await.to_string();
    assert!(read.contains(first["id"].as_str().unwrap()), "what that coach wrote: {read}");
    assert!(!read.contains(second["id"].as_str().unwrap()), "{read}");
    coach.get(&overview(youth.id)).send().await.is_not_found();
    assert_eq!(youth.reads_steps().await.len(), 2, "the youth reads it all");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_is_for_the_coach_of_now_and_a_no_is_always_taken() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let colleague = lead.registers_coach("Lotte Coach").await;
    let path = |consent: &str| format!("/youths/{}/consents/{consent}", youth.id);
    let before = world.head();
    let says = async |consent: &str, said: Value| youth.put(&path(consent), &said).send().await;
    let other = Person::yes(Some("work"), colleague.id);
    says("shareDomain", other).await.has_issue("coach", "coachUnknown");
    let nobody = json!({ "domain": "work", "agreed": true, "text": "november2026" });
    says("shareDomain", nobody).await.has_issue("coach", "missing");
    let nothing = Person::yes(None, coach.id);
    says("shareDomain", nothing).await.has_issue("domain", "missing");
    let both = Person::yes(Some("work"), coach.id);
    says("shareTimeBefore", both).await.has_issue("domain", "unknownValue");
    let mut wrong = Person::yes(Some("work"), coach.id);
    wrong["text"] = json!("never");
    says("shareDomain", wrong).await.has_issue("text", "unknownValue");
    says("shareAll", Person::yes(None, coach.id)).await.has_issue("consent", "unknownValue");
    assert_eq!(world.head(), before, "nothing of it is written down");

    // Also of whoever has no coach.
    let sam = lead.registers_youth("Sam Youth").await;
    let sam = world.signs_in(&sam.card).await;
    sam.shares_no_more("work").await;
    let mine = consents(&sam, sam.id).await;
    assert_eq!(state(&mine, "shareDomain", Some("work"))["state"], "refused");
    assert_eq!(mine["coach"], Value::Null);
    // It is nobody else's to say or to read.
    let theirs = format!("/youths/{}/consents", youth.id);
    sam.get(&theirs).send().await.is_not_found();
    let no = json!({ "domain": "work", "agreed": false, "text": "november2026" });
    sam.put(&path("shareDomain"), &no).send().await.is_not_found();
    coach.get(&theirs).send().await.is_problem(403, "forbidden");
    world.centre(&operator, "lsc02").await.lead.get(&theirs).send().await.is_not_found();
    lead.get(&format!("/youths/{}/consents", coach.id)).send().await.is_not_found();
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_writes_down_what_was_said_on_paper() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let yes = Person::yes(Some("work"), coach.id);
    lead.consents_to(youth.id, "shareDomain", &yes).await;
    coach.reads(&overview(youth.id)).await;
    let mine = consents(youth, youth.id).await;
    assert_eq!(mine["items"][0]["channel"], "onPaper");
    youth.shares_no_more("work").await;
    coach.get(&overview(youth.id)).send().await.is_not_found();
    let proof = consents(lead, youth.id).await;
    assert_eq!(proof["items"][0]["channel"], "ownDevice");
    assert_eq!(state(&proof, "shareDomain", Some("work"))["state"], "withdrawn");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_whoever_restricted_the_data_nothing_is_shared_and_a_no_is_taken_all_the_same() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    youth.shares("work", coach.id).await;
    let restriction = youth.makes_request("restriction").await;
    let grant = json!({ "answer": null });
    lead.post(&format!("/requests/{restriction}/grant"), &grant).send().await.with(204);
    coach.get(&overview(youth.id)).send().await.is_refused("dataRestricted");
    let no = json!({ "domain": "work", "agreed": false, "text": "november2026" });
    lead.consents_to(youth.id, "shareDomain", &no).await;
    let mine = consents(youth, youth.id).await;
    assert_eq!(state(&mine, "shareDomain", Some("work"))["state"], "withdrawn");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_whoever_was_erased_nothing_is_shared() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    youth.shares("work", coach.id).await;
    coach.reads(&overview(youth.id)).await;
    let grant = json!({ "answer": null });
    let erasure = youth.makes_request("erasure").await;
    lead.post(&format!("/requests/{erasure}/grant"), &grant).send().await.with(204);
    coach.get(&overview(youth.id)).send().await.is_not_found();
    lead.get(&format!("/youths/{}/consents", youth.id)).send().await.is_not_found();
    world.stops().await;
}
