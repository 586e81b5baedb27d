//! The data protection officer of a centre: what there is to see to, to read and to say, and what is not the
//! officer's (GDPR Art. 37 to 39).

use eventlog::{Append, Expected, Meta, NewEvent, StreamName, clock};
use events::{DataRight, RequestId, rights::RightsEvent};
use jiff::{ToSpan, civil::Date};
use kernel::{Role, codec, zone::Zone};
use reads::domain::unusual::FILES_AN_HOUR_MAX;
use serde_json::{Value, json};
use tests::{Person, World, world::Centre};
use uuid::Uuid;

async fn officer_of(world: &World, centre: &Centre) -> Person {
    let card = centre.lead.registers_officer("Dora Officer").await.card;
    world.signs_in(&card).await
}

fn items(list: &Value) -> &Vec<Value> {
    list["items"].as_array().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_reads_requests_and_advises_and_the_lead_decides() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let officer = officer_of(&world, &centre).await;
    let Centre { youth, lead, coach, .. } = &centre;
    assert_eq!((&*officer.role, &*officer.name), ("officer", "Dora Officer"));
    let request = youth.makes_request("rectification").await;
    let path = |act: &str| format!("/requests/{request}/{act}");
    let seen = officer.reads("/requests?open=true").await;
    assert_eq!(items(&seen)[0]["person"], json!(youth.id));
    assert_eq!(seen["people"][0]["name"], youth.name);

    for (act, body) in [
        ("extension", json!({ "reason": "complex" })),
        ("grant", json!({ "answer": null })),
        ("refusal", json!({ "ground": "accurate", "answer": null })),
        ("lifting", json!({ "reason": "settled" })),
    ] {
        officer.post(&path(act), &body).send().await.is_problem(403, "forbidden");
    }
    let advice = json!({ "words": "Ask the school before you answer." });
    for person in [lead, coach, youth] {
        person.post(&path("advice"), &advice).send().await.is_problem(403, "forbidden");
    }
    let blank = officer.post(&path("advice"), &json!({ "words": " " })).send().await;
    blank.has_issue("words", "missing");
    officer.post(&path("advice"), &advice).send().await.with(204);
    let read = lead.reads("/requests").await;
    assert_eq!(items(&read)[0]["advice"][0]["words"], advice["words"]);
    let own = format!("/requests?person={}", youth.id);
    assert_eq!(items(&youth.reads(&own).await)[0]["advice"], json!([]), "not before it is decided");

    let refusal = json!({ "ground": "accurate", "answer": null });
    lead.post(&path("refusal"), &refusal).send().await.with(204);
    let told = youth.reads(&own).await;
    assert_eq!(items(&told)[0]["advice"][0]["words"], advice["words"]);
    officer.post(&path("advice"), &advice).send().await.is_refused("requestOver");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_writes_down_what_came_by_post_and_the_youth_reads_who_read_what_for() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let officer = officer_of(&world, &centre).await;
    let Centre { youth, .. } = &centre;
    let found = officer.reads("/people?role=youth&q=Noor").await;
    assert_eq!(items(&found)[0]["id"], json!(youth.id));
    let request = officer.makes_request_of(youth.id, "access").await;
    assert_eq!(items(&officer.reads("/requests").await)[0]["id"], json!(request));

    let log = youth.reads(&format!("/audit-log?person={}&byOthers=true", youth.id)).await;
    let by_officer = |field: &str| {
        let entries = log["entries"].as_array().unwrap().iter();
        let own = entries.filter(|it| it["actor"] == json!(officer.id));
        own.filter_map(|it| it[field].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(by_officer("read").contains(&"name".to_owned()), "{log}");
    assert!(by_officer("read").contains(&"request".to_owned()), "{log}");
    assert!(by_officer("change").contains(&"requestMade".to_owned()), "{log}");
    assert!(by_officer("purpose").iter().all(|purpose| purpose == "dataProtection"), "{log}");
    let names = log["people"].as_array().unwrap();
    assert!(names.iter().any(|it| it["name"] == "Dora Officer"), "by name: {log}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_reads_no_timeline_no_table_and_nobody_elses_name() {
    let world = World::start().await;
    let operator = world.operator().await;
    let (centre, other) =
        (world.centre(&operator, "lsc01").await, world.centre(&operator, "lsc02").await);
    let officer = officer_of(&world, &centre).await;
    let youth = centre.youth.id;
    for path in [
        format!("/youths/{youth}"),
        format!("/youths/{youth}/timeline"),
        "/tables/1".to_owned(),
        "/exercises".to_owned(),
        "/centres".to_owned(),
    ] {
        officer.get(&path).send().await.is_problem(403, "forbidden");
    }
    for path in ["/people", "/people?role=coach", "/people?centre=lsc02&role=youth"] {
        officer.get(path).send().await.is_not_found();
    }
    let foreign = other.youth.makes_request("access").await;
    let advice = json!({ "words": "Ask the school." });
    officer.post(&format!("/requests/{foreign}/advice"), &advice).send().await.is_not_found();
    officer.get(&format!("/audit-log?person={}", other.youth.id)).send().await.is_not_found();
    officer.reads("/centres/lsc01/controller").await;
    officer.reads("/centres/lsc01/records").await;
    officer.get("/centres/lsc02/records").send().await.is_not_found();
    let officer_elsewhere = tests::facts::staff("officer", "Dora Officer");
    operator.post("/people", &officer_elsewhere).send().await.is_problem(403, "forbidden");
    world.stops().await;
}

/// Somebody asked a month before this day, by which it has to be answered.
async fn asked_before(world: &World, youth: Uuid, due: Date) -> Uuid {
    let request = Uuid::now_v7();
    let right = DataRight::Access;
    let made =
        RightsEvent::RequestMade { request: RequestId::new(request), right, due, words: None };
    let (name, data) = codec::encode(&made).unwrap();
    let role = Role::Youth;
    let (correlation, causation) = (Uuid::now_v7(), Uuid::now_v7());
    let meta = Meta { actor: youth, role, purpose: role.purpose(), correlation, causation };
    let occurred_on = due.saturating_sub(1.month());
    let (id, subject) = (Uuid::now_v7(), Some(youth));
    let event = NewEvent { id, name, occurred_on, subject, meta, data };
    let stream = StreamName::new(events::rights::KIND, &"lsc01".parse().unwrap(), youth);
    let append = Append { stream, expected: Expected::Any, events: vec![event], recorded_at: None };
    world.backends().log.append(append).await.unwrap();
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn the_week_holds_what_is_due_and_what_is_late_in_the_order_in_which_it_is() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let officer = officer_of(&world, &centre).await;
    let Centre { youth, lead, coach, .. } = &centre;
    let empty = officer.reads("/data-protection/due").await;
    assert_eq!((&empty["items"], &empty["total"]), (&json!([]), &json!(0)));
    let today: Date = empty["today"].as_str().unwrap().parse().unwrap();
    let second = lead.registers_youth("Sam Youth").await.id;
    let third = lead.registers_youth("Bo Youth").await.id;
    let soon = asked_before(&world, second, today.saturating_add(7.days())).await;
    let late = asked_before(&world, third, today.saturating_sub(1.day())).await;
    youth.makes_request("access").await;

    for person in [&officer, lead] {
        let week = person.reads("/data-protection/due").await;
        // What one of them reads at night the other one sees here too.
        let asked: Vec<_> = items(&week).iter().filter(|it| it["kind"] == "request").collect();
        let told: Vec<_> = asked.iter().map(|it| (&it["id"], &it["overdue"])).collect();
        let expected = [(&json!(late), &json!(true)), (&json!(soon), &json!(false))];
        assert_eq!(told, expected, "{week}");
        assert_eq!((&week["overdue"], &asked[0]["right"]), (&json!(1), &json!("access")));
        let names = week["people"].as_array().unwrap();
        assert!(names.iter().any(|it| it["name"] == "Bo Youth"), "{week}");
    }
    for person in [youth, coach] {
        person.get("/data-protection/due").send().await.is_problem(403, "forbidden");
    }
    lead.post(&format!("/requests/{late}/grant"), &json!({ "answer": null }))
        .send()
        .await
        .with(204);
    assert_eq!(officer.reads("/data-protection/due").await["overdue"], 0);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counting_what_is_due_is_no_reading() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, .. } = &centre;
    let today = clock::today_in(&Zone::default());
    asked_before(&world, youth.id, today).await;
    let read = async || {
        let log = youth.reads(&format!("/audit-log?person={}&byOthers=true", youth.id)).await;
        log["entries"].as_array().unwrap().iter().filter(|it| it["read"] == "due").count()
    };
    let counts = lead.reads("/data-protection/due?onlyCounts=true").await;
    assert_eq!((&counts["total"], &counts["items"]), (&json!(1), &json!([])));
    assert_eq!((&counts["people"], &counts["nextPage"]), (&json!([]), &Value::Null));
    assert_eq!(read().await, 0);
    lead.reads("/data-protection/due").await;
    assert_eq!(read().await, 1);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unusual_reading_is_looked_into_by_somebody_else_and_then_it_is_done() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let officer = officer_of(&world, &centre).await;
    let Centre { youth, lead, .. } = &centre;
    let mut files = Vec::new();
    for number in 0..=FILES_AN_HOUR_MAX {
        files.push(lead.registers_youth(&format!("Youth {number}")).await.id);
    }
    for file in &files {
        lead.reads(&format!("/youths/{file}")).await;
    }
    let of_lead = async || {
        let week = officer.reads("/data-protection/due").await;
        let found = items(&week).iter().find(|it| it["person"] == json!(lead.id)).cloned();
        found.map(|thing| (thing["kind"].clone(), thing["reading"].clone()))
    };
    let (kind, reading) = of_lead().await.unwrap();
    assert_eq!(kind, "unusualReading");
    assert!(reading["unusual"].as_array().unwrap().contains(&json!("manyFiles")), "{reading}");
    let week = lead.reads("/data-protection/due").await;
    assert!(items(&week).iter().all(|it| it["person"] != json!(lead.id)), "not by oneself: {week}");

    let mut look = json!({
        "reader": lead.id, "day": reading["day"], "until": reading["until"], "finding": "explained",
    });
    lead.post("/audit-log/reviews", &look).send().await.is_refused("ownReading");
    youth.post("/audit-log/reviews", &look).send().await.is_problem(403, "forbidden");
    officer.post("/audit-log/reviews", &look).send().await.with(204);
    assert_eq!(of_lead().await, None, "it is done");
    let listed = officer.reads(&format!("/audit-log?unusual=true&by={}", lead.id)).await;
    let review = &listed["entries"][0]["reviewed"];
    assert_eq!((&review["finding"], &review["by"]), (&json!("explained"), &json!(officer.id)));
    let names = listed["people"].as_array().unwrap();
    assert!(names.iter().any(|it| it["id"] == json!(officer.id)), "{listed}");

    lead.reads(&format!("/youths/{}", youth.id)).await;
    let (_, more) = of_lead().await.unwrap();
    assert_eq!(more["people"], 1, "what was read since");
    look["day"] = json!("2020-01-01");
    officer.post("/audit-log/reviews", &look).send().await.is_refused("nothingUnusual");
    look["reader"] = json!(Uuid::now_v7());
    officer.post("/audit-log/reviews", &look).send().await.is_not_found();
    look["reader"] = json!(lead.id);
    look["finding"] = json!("whatever");
    officer.post("/audit-log/reviews", &look).send().await.has_issue("finding", "unknownValue");
    let own = youth.reads(&format!("/audit-log?person={}&unusual=true", youth.id)).await;
    let told = own["entries"].as_array().unwrap();
    assert!(told.iter().all(|it| it["reviewed"].is_null()), "of staff, to staff: {own}");
    world.stops().await;
}
