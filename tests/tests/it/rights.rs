//! What a young person asks about the own data is answered in time, and an erasure leaves nothing to read.

use events::ActionCategory;
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};

async fn requests(reader: &Person, query: &str) -> Value {
    reader.reads(&format!("/requests{query}")).await
}

fn day(value: &Value) -> Date {
    value.as_str().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_asks_and_is_answered_within_a_month_or_told_in_time_that_it_takes_longer() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, .. } = &centre;
    let own = format!("?person={}", youth.id);
    assert_eq!(requests(youth, &own).await["total"], 0);
    let asked = json!({
        "id": "0198f7a0-0000-7000-8000-00000000d001",
        "person": youth.id,
        "right": "rectification",
        "words": "I was not at school that day.",
    });
    youth.post("/requests", &asked).send().await.with(204);
    let mine = requests(youth, &own).await;
    let item = &mine["items"][0];
    assert_eq!((&item["state"], &item["words"]), (&json!("open"), &asked["words"]));
    assert_eq!(day(&item["dueOn"]), day(&mine["today"]).saturating_add(1.month()));

    let due = requests(lead, "?open=true").await;
    let seen = &due["items"][0];
    assert_eq!((&due["total"], &due["overdue"]), (&json!(1), &json!(0)));
    assert_eq!((&seen["person"], &seen["words"]), (&json!(youth.id), &asked["words"]));
    assert_eq!(due["people"][0]["name"], youth.name);
    assert_eq!(seen["grounds"], json!(["accurate", "unfounded", "notIdentified"]));

    let path = |act: &str| format!("/requests/{}/{act}", seen["id"].as_str().unwrap());
    let longer = json!({ "reason": "complex" });
    lead.post(&path("extension"), &longer).send().await.with(204);
    let again = lead.post(&path("extension"), &longer).send().await;
    assert_eq!(again.is_problem(409, "refused").json["reason"], "extendedAlready");
    let item = &requests(youth, &own).await["items"][0];
    assert_eq!(item["extended"], "complex");
    assert_eq!(
        day(&item["dueOn"]),
        day(&item["receivedOn"]).saturating_add(1.month()) + 2.months()
    );

    let wrong = json!({ "ground": "publicTask", "answer": null });
    let wrong = lead.post(&path("refusal"), &wrong).send().await;
    wrong.is_problem(422, "invalid").has_issue("ground", "groundDoesNotFit");
    let refusal = json!({ "ground": "accurate", "answer": "The school told us so." });
    lead.post(&path("refusal"), &refusal).send().await.with(204);
    let over = lead.post(&path("grant"), &json!({ "answer": null })).send().await;
    assert_eq!(over.is_problem(409, "refused").json["reason"], "requestOver");
    let item = &requests(youth, &own).await["items"][0];
    assert_eq!((&item["state"], &item["ground"]), (&json!("refused"), &json!("accurate")));
    assert_eq!((&item["answer"], &item["grounds"]), (&refusal["answer"], &json!([])));
    assert_eq!(requests(lead, "?open=true").await["total"], 0);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_twice_is_asked_once_and_can_be_taken_back() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let first = youth.makes_request("access").await;
    youth.makes_request("access").await;
    let own = format!("?person={}", youth.id);
    assert_eq!(requests(youth, &own).await["total"], 1);
    let path = format!("/requests/{first}/withdrawal");
    lead.post(&path, &json!({})).send().await.is_problem(403, "forbidden");
    coach.get("/requests").send().await.is_problem(403, "forbidden");
    youth.post(&path, &json!({})).send().await.with(204);
    let listed = requests(youth, &own).await;
    assert_eq!((&listed["items"][0]["state"], &listed["total"]), (&json!("withdrawn"), &json!(1)));
    youth.makes_request("access").await;
    assert_eq!(requests(youth, &own).await["items"][0]["state"], "open");

    let other = lead.registers_youth("Sam Youth").await.id;
    let with = |person: uuid::Uuid, right| json!({ "id": first, "person": person, "right": right, "words": null });
    for wrong in [with(other, "access"), with(youth.id, "erasure")] {
        lead.post("/requests", &wrong).send().await.is_problem(404, "notFound");
    }
    lead.post("/requests", &with(youth.id, "access")).send().await.with(204);
    assert_eq!(requests(lead, "").await["total"], 2, "an id is one request's");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_writes_down_what_was_asked_on_paper_and_reading_it_is_told_to_the_youth() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let asked = |person| {
        let id = uuid::Uuid::now_v7();
        json!({ "id": id, "person": person, "right": "objection", "words": null })
    };
    lead.post("/requests", &asked(youth.id)).send().await.with(204);
    lead.post("/requests", &asked(coach.id)).send().await.is_problem(404, "notFound");
    requests(lead, "").await;
    let log = youth.reads(&format!("/audit-log?person={}&byOthers=true", youth.id)).await;
    let told: Vec<_> = log["entries"].as_array().unwrap().iter().collect();
    assert!(told.iter().any(|it| it["read"] == "request"), "{told:?}");
    assert!(told.iter().any(|it| it["change"] == "requestMade"), "{told:?}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asked_to_be_erased_is_gone_with_everything_that_they_said() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let other = youth.makes_request("access").await;
    let erasure = youth.makes_request("erasure").await;
    let grant = lead.post(&format!("/requests/{erasure}/grant"), &json!({ "answer": null }));
    grant.send().await.with(204);
    youth.get("/me/runs").send().await.is_problem(401, "unauthenticated");
    let listed = requests(lead, "").await;
    let state = |id: uuid::Uuid| {
        let items = listed["items"].as_array().unwrap();
        let found = items.iter().find(|item| item["id"] == json!(id));
        found.map(|item| (item["state"].clone(), item["words"].clone()))
    };
    assert_eq!(state(erasure), Some((json!("granted"), Value::Null)));
    assert_eq!(state(other), Some((json!("lapsed"), Value::Null)));
    assert_eq!(listed["people"], json!([]));
    let proof = lead.reads(&format!("/requests/{erasure}/certificate")).await;
    let statement =
        world.backends().tokens.certified(proof["certificate"].as_str().unwrap()).unwrap();
    let statement: Value = serde_json::from_str(&statement).unwrap();
    assert_eq!((&statement["person"], &statement["keysLeft"]), (&json!(youth.id), &json!(0)));
    assert!(statement["events"].as_u64().unwrap() > 5, "{statement}");
    lead.get(&format!("/requests/{other}/certificate")).send().await.is_problem(404, "notFound");
    coach.get(&format!("/youths/{}", youth.id)).send().await.is_problem(404, "notFound");
    let again = json!({
        "id": uuid::Uuid::now_v7(), "person": youth.id, "right": "access", "words": null,
    });
    lead.post("/requests", &again).send().await.is_problem(404, "notFound");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn data_that_a_youth_restricted_is_kept_and_not_used_until_the_lead_says_why_it_is() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let about = format!("/youths/{}", youth.id);
    let steps = format!("{about}/steps");
    let step = facts::step(ActionCategory::Intake);
    coach.registers_step(youth.id, &step).await;
    let counted = || async { lead.reads("/tables/1").await["persons"] == 1 };
    assert!(counted().await);

    let request = youth.makes_request("restriction").await;
    let path = |act: &str| format!("/requests/{request}/{act}");
    lead.post(&path("grant"), &json!({ "answer": null })).send().await.with(204);
    for reader in [coach, lead] {
        let hidden = reader.get(&about).send().await;
        assert_eq!(hidden.is_problem(409, "refused").json["reason"], "dataRestricted");
    }
    assert_eq!(coach.reads("/youths").await["items"], json!([]));
    let step = facts::step(ActionCategory::Intake);
    let refused = coach.post(&steps, &step).send().await;
    assert_eq!(refused.is_problem(409, "refused").json["reason"], "dataRestricted");
    assert!(!counted().await, "in no table");
    assert_eq!(lead.reads("/people?role=youth").await["total"], 1, "who it is stays known");
    youth.reads("/me/timeline").await;

    let why = json!({ "reason": "personAgreed" });
    lead.post(&path("lifting/announcement"), &why).send().await.with(204);
    youth.post(&path("lifting/seen"), &json!({})).send().await.with(204);
    lead.post(&path("lifting"), &why).send().await.with(204);
    coach.reads(&about).await;
    assert!(counted().await);
    let again = lead.post(&path("lifting"), &why).send().await;
    assert_eq!(again.is_problem(409, "refused").json["reason"], "notRestricted");
    let mine = requests(youth, &format!("?person={}", youth.id)).await;
    let item = &mine["items"][0];
    assert_eq!((&item["inForce"], &item["lifted"]), (&json!(false), &json!("personAgreed")));
    assert_eq!(item["liftedOn"], mine["today"]);

    for _ in 0..2 {
        let again = youth.makes_request("restriction").await;
        let grant = lead.post(&format!("/requests/{again}/grant"), &json!({ "answer": null }));
        grant.send().await.with(204);
    }
    let mine = requests(youth, &format!("?person={}", youth.id)).await;
    let in_force = mine["items"].as_array().unwrap().iter().filter(|it| it["inForce"] == true);
    assert_eq!(in_force.count(), 1, "one restriction holds at a time");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_decides_about_the_data_is_known_to_everybody_and_stands_in_the_register() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let path = "/centres/lsc01/controller";
    let nobody = youth.reads(path).await;
    assert_eq!((&nobody["controller"], &nobody["authority"]), (&Value::Null, &json!("belgian")));
    let told = json!({
        "legalName": "vzw Leersteuncentrum Kempen",
        "number": "0123.456.789",
        "address": "Markt 1, 2300 Turnhout",
        "contact": "info@lsc.example",
        "officer": "Functionaris voor gegevensbescherming",
        "officerContact": "dpo@lsc.example",
        "others": ["VDAB"],
        "agreement": "2026-7",
        "agreedOn": "2026-03-09",
    });
    lead.put(path, &told).send().await.with(204);
    let known = youth.reads(path).await;
    assert_eq!(known["controller"], told);
    coach.put(path, &told).send().await.is_problem(403, "forbidden");
    let blank = json!({ "address": " " });
    let blank = told.as_object().unwrap().iter().chain(blank.as_object().unwrap());
    let blank: serde_json::Map<_, _> = blank.map(|(key, it)| (key.clone(), it.clone())).collect();
    lead.put(path, &blank.into()).send().await.has_issue("address", "missing");

    let register = lead.reads("/centres/lsc01/records").await;
    let csv = register["csv"].as_str().unwrap();
    assert!(csv.contains("vzw Leersteuncentrum Kempen") && csv.contains("VDAB"), "{csv}");
    let graph: Value = serde_json::from_str(register["jsonLd"].as_str().unwrap()).unwrap();
    assert_eq!(graph["controller"]["name"], told["legalName"]);
    lead.get("/centres/stc/records").send().await.is_problem(404, "notFound");
    let all = operator.reads("/centres/stc/records").await;
    assert!(all["csv"].as_str().unwrap().contains("vzw Leersteuncentrum Kempen"));
    operator.get("/centres/lsc99/records").send().await.is_problem(404, "notFound");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_reads_what_is_done_with_the_data_and_that_is_known_from_then_on() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, .. } = &centre;
    assert_eq!(youth.reads("/session").await["person"]["notice"], Value::Null);
    let notice = json!({ "version": "november2026" });
    for _ in 0..2 {
        youth.post("/me/notice", &notice).send().await.with(204);
    }
    assert_eq!(youth.reads("/session").await["person"]["notice"], "november2026");
    coach.post("/me/notice", &notice).send().await.is_problem(403, "forbidden");
    let wrong = json!({ "version": "never" });
    youth.post("/me/notice", &wrong).send().await.has_issue("version", "unknownValue");
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let seen = log["entries"].as_array().unwrap().iter().filter(|it| it["change"] == "noticeSeen");
    assert_eq!(seen.count(), 1, "{log}");
    world.stops().await;
}
