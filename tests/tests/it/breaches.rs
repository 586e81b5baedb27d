//! A breach of personal data: its clock, and whose data it is about.

use std::collections::BTreeSet;

use eventlog::clock;
use events::ActionCategory;
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

fn moment(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

fn ago(hours: i64) -> Timestamp {
    clock::now().saturating_sub(hours.hours()).unwrap()
}

/// What a lead does with a breach, done.
async fn does(lead: &Person, breach: Uuid, what: &str, body: Value) {
    lead.post(&format!("/breaches/{breach}/{what}"), &body).send().await.with(204);
}

async fn file(lead: &Person, breach: Uuid) -> Value {
    lead.reads(&format!("/breaches/{breach}")).await
}

/// Whose data was read or changed, by id.
async fn affected(lead: &Person, breach: Uuid, query: &str) -> BTreeSet<String> {
    let answer = lead.reads(&format!("/breaches/{breach}/affected?{query}")).await;
    let items = answer["items"].as_array().unwrap().iter();
    let ids: BTreeSet<_> = items.map(|it| it["person"].as_str().unwrap().to_owned()).collect();
    assert_eq!(answer["total"], ids.len());
    ids
}

fn ids(people: &[Uuid]) -> BTreeSet<String> {
    people.iter().map(Uuid::to_string).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_breach_is_known_judged_told_to_the_authority_and_to_the_youth_and_closed() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { coach, youth, lead, .. } = &centre;
    let other = lead.registers_youth("Other Youth").await.id;
    coach.reads(&format!("/youths/{}/timeline", youth.id)).await;
    let step = facts::step(ActionCategory::Intake);
    coach.registers_step(youth.id, &step).await;

    let mut report = facts::breach("lostDevice");
    report["whose"] = json!(coach.id);
    report["beganAt"] = json!(ago(2));
    report["words"] = json!("The laptop stayed on the train.");
    let breach: Uuid = report["id"].as_str().unwrap().parse().unwrap();
    lead.post("/breaches", &report).send().await.with(204);
    lead.post("/breaches", &report).send().await.with(204);
    let listed = lead.reads("/breaches").await;
    let item = &listed["items"][0];
    assert_eq!((&listed["total"], &listed["overdue"]), (&json!(1), &json!(0)));
    assert_eq!((&item["state"], &item["risk"]), (&json!("running"), &Value::Null));
    assert_eq!(
        moment(&item["dueAt"]),
        moment(&report["knownAt"]).saturating_add(72.hours()).unwrap()
    );
    let rule =
        json!({ "hours": 72, "threshold": "risk", "authority": "belgian", "recipient": null });
    assert_eq!(item["rule"], rule);

    // Whoever used the coach's laptop saw whom the coach saw.
    let by_coach = format!("reader={}", coach.id);
    assert_eq!(affected(lead, breach, &by_coach).await, ids(&[youth.id]));
    assert_eq!(affected(lead, breach, "role=coach").await, ids(&[youth.id]));
    let seen = lead.reads(&format!("/breaches/{breach}/affected?{by_coach}")).await;
    let seen = &seen["items"][0];
    assert_eq!(seen["name"], youth.name);
    assert!(seen["reads"].as_array().unwrap().contains(&json!("timeline")), "{seen}");
    assert!(seen["changes"].as_array().unwrap().contains(&json!("step")), "{seen}");
    assert!(moment(&seen["firstAt"]) <= moment(&seen["lastAt"]));

    let data = json!(["name", "notes"]);
    let judged =
        json!({ "risk": "high", "data": data, "people": 1, "words": "Notes can be read." });
    does(lead, breach, "assessments", judged).await;
    does(lead, breach, "measures", json!({ "words": "The session was ended." })).await;
    let early = json!({ "at": ago(2), "delay": null, "reference": null });
    let early = lead.post(&format!("/breaches/{breach}/notifications"), &early).send().await;
    early.is_problem(422, "invalid").has_issue("at", "beforeWhatComesFirst");
    let told = json!({ "at": clock::now(), "reference": "2027/0815" });
    does(lead, breach, "notifications", told).await;
    let close = json!({ "notNotified": null, "notInformed": null });
    let closing = format!("/breaches/{breach}/closing");
    let owed = lead.post(&closing, &close).send().await;
    owed.is_problem(422, "invalid").has_issue("notInformed", "missing");
    does(lead, breach, "information", json!({ "at": clock::now(), "how": "conversation" })).await;
    does(lead, breach, "closing", close.clone()).await;
    lead.post(&closing, &close).send().await.is_refused("breachClosed");

    let file = file(lead, breach).await;
    assert_eq!(file["breach"]["state"], "closed");
    let entries = file["entries"].as_array().unwrap();
    let told: Vec<_> = entries.iter().map(|it| it["type"].as_str().unwrap()).collect();
    let all =
        ["reported", "assessed", "measureTaken", "authorityNotified", "personsInformed", "closed"];
    assert_eq!(told, all);
    let words: Vec<_> = entries.iter().filter_map(|it| it["words"].as_str()).collect();
    let said = [
        "The laptop stayed on the train.",
        "Notes can be read.",
        "The session was ended.",
        "2027/0815",
    ];
    assert_eq!(words, said);
    assert!(!affected(lead, breach, &by_coach).await.contains(&other.to_string()));
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_device_of_a_youth_is_about_that_youth_and_a_search_of_all_about_everybody_who_was_read()
 {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, .. } = &centre;
    let other = lead.registers_youth("Other Youth").await.id;
    let breach = lead.reports_breach("lostDevice").await;
    youth.reads("/me/timeline").await;
    assert_eq!(affected(lead, breach, &format!("reader={}", youth.id)).await, ids(&[youth.id]));
    lead.reads("/people").await;
    assert_eq!(affected(lead, breach, "").await, ids(&[youth.id, other]));
    assert_eq!(affected(lead, breach, "q=oth").await, ids(&[other]));
    assert_eq!(affected(lead, breach, &format!("until={}", ago(1))).await, ids(&[]));
    let first = lead.reads(&format!("/breaches/{breach}/affected?limit=1")).await;
    assert_eq!((&first["total"], &first["nextPage"]), (&json!(2), &json!("1")));
    let wrong = format!("/breaches/{breach}/affected?from={}&until={}", ago(1), ago(2));
    lead.get(&wrong).send().await.is_problem(422, "invalid");
    // Whoever looks reads about them, and they are told so.
    let log = youth.reads(&format!("/audit-log?person={}&byOthers=true", youth.id)).await;
    let entries = log["entries"].as_array().unwrap().iter();
    assert!(entries.clone().any(|entry| entry["read"] == "auditLog"), "{log}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_tells_the_authority_late_says_why_and_a_changed_rule_does_not_change_the_past() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, .. } = &centre;
    let mut report = facts::breach("wrongRecipient");
    report["knownAt"] = json!(ago(80));
    lead.post("/breaches", &report).send().await.with(204);
    let rule = json!({ "hours": 96, "threshold": "high", "recipient": "Single entry point" });
    lead.put("/centres/lsc01/breach-rule", &rule).send().await.with(204);
    assert_eq!(lead.reads("/centres/lsc01/breach-rule").await["hours"], 96);
    let listed = lead.reads("/breaches").await;
    assert_eq!((&listed["overdue"], &listed["items"][0]["rule"]["hours"]), (&json!(1), &json!(72)));
    let breach: Uuid = report["id"].as_str().unwrap().parse().unwrap();
    let told = |delay: Value| json!({ "at": clock::now(), "delay": delay });
    let path = format!("/breaches/{breach}/notifications");
    let late = lead.post(&path, &told(Value::Null)).send().await;
    late.is_problem(422, "invalid").has_issue("delay", "missing");
    lead.post(&path, &told(json!("investigation"))).send().await.with(204);
    assert_eq!(lead.reads("/breaches").await["overdue"], 0);
    let other = lead.reports_breach("malware").await;
    does(lead, other, "assessments", json!({ "risk": "risk", "data": [], "people": 0 })).await;
    let new = file(lead, other).await;
    assert_eq!(new["breach"]["rule"]["recipient"], "Single entry point");
    assert_eq!(new["breach"]["state"], "notRequired", "only a high risk is told by this rule");
    let close = json!({ "notNotified": "unlikely" });
    does(lead, other, "closing", close).await;
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_platform_tells_a_centre_what_it_found_and_sees_clocks_and_no_content() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    let Centre { lead, coach, youth, .. } = &centre;
    let mut report = facts::breach("malware");
    report["knownAt"] = json!(ago(5));
    operator.post("/breaches", &report).send().await.is_problem(422, "invalid");
    report["centre"] = json!("lsc01");
    report["words"] = json!("A server was open.");
    operator.post("/breaches", &report).send().await.with(204);
    let breach: Uuid = report["id"].as_str().unwrap().parse().unwrap();
    let told = file(lead, breach).await;
    assert_eq!(moment(&told["breach"]["processorKnewAt"]), moment(&report["knownAt"]));
    assert!(moment(&told["breach"]["knownAt"]) > ago(1), "the centre knows since it was told");
    assert_eq!(told["entries"][0]["words"], report["words"]);

    let clocks = operator.reads("/breach-clocks").await;
    let clock = &clocks["items"][0];
    assert_eq!((&clock["centre"], &clock["state"]), (&json!("lsc01"), &json!("running")));
    assert!(!clocks.to_string().contains("malware"), "{clocks}");
    let path = format!("/breaches/{breach}");
    for nobody in [&operator, coach, youth] {
        nobody.get(&path).send().await.is_problem(403, "forbidden");
        nobody.get("/breaches").send().await.is_problem(403, "forbidden");
        nobody.get(&format!("{path}/affected")).send().await.is_problem(403, "forbidden");
    }
    for nobody in [coach, youth] {
        nobody.post("/breaches", &facts::breach("other")).send().await.is_problem(403, "forbidden");
    }
    lead.get("/breach-clocks").send().await.is_problem(403, "forbidden");
    other.lead.get(&path).send().await.is_not_found();
    other.lead.get(&format!("{path}/affected")).send().await.is_not_found();
    assert_eq!(other.lead.reads("/breaches").await["total"], 0);
    world.stops().await;
}
