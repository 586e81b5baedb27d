//! Whoever had data that was corrected, erased or restricted is told and says that it is done, and the young person
//! reads who (GDPR Art. 19).

use std::collections::BTreeSet;

use events::ActionCategory;
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

const SCHOOL: &str = "Sint-Jan, Mol";

fn items(list: &Value) -> &Vec<Value> {
    list["items"].as_array().unwrap()
}

async fn grants(lead: &Person, request: Uuid) {
    let grant = lead.post(&format!("/requests/{request}/grant"), &json!({ "answer": null }));
    grant.send().await.with(204);
}

/// Who of the centre was told, as somebody reads it in the case.
async fn told(reader: &Person, query: &str) -> (Value, BTreeSet<String>) {
    let requests = reader.reads(&format!("/requests{query}")).await;
    let telling = items(&requests)[0]["telling"].clone();
    let names = |id: &Value| {
        let people = requests["people"].as_array().unwrap().iter();
        let found = people.filter(|one| one["id"] == *id).map(|one| one["name"].clone()).next();
        found.unwrap_or_default().as_str().unwrap_or_default().to_owned()
    };
    let who = telling["recipients"].as_array().unwrap().iter();
    let who = who.map(|one| names(&one["person"])).collect();
    (telling, who)
}

/// What of the week is about notices.
async fn due(reader: &Person) -> Vec<Value> {
    let week = reader.reads("/data-protection/due").await;
    items(&week).iter().filter(|it| it["kind"] == "notice").cloned().collect()
}

async fn colleague(world: &World, centre: &Centre, called: &str) -> Person {
    let card = centre.lead.registers_coach(called).await.card;
    world.signs_in(&card).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_had_what_was_corrected_is_told_and_says_so_and_the_youth_reads_who() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let els = colleague(&world, &centre, "Els Coach").await;
    let ria = colleague(&world, &centre, "Ria Coach").await;
    let card = lead.registers_officer("Dora Officer").await.card;
    let officer = world.signs_in(&card).await;

    // The coach of before wrote, the one of now read, and one never looked.
    coach.registers_step(youth.id, &facts::step(ActionCategory::Intake)).await;
    youth.chooses_coach(els.id).await;
    els.reads(&format!("/youths/{}", youth.id)).await;
    let request = youth.makes_request("rectification").await;
    officer.reads("/requests").await;
    grants(lead, request).await;

    let all = ["Dora Officer", &*els.name, &*coach.name].map(str::to_owned).into();
    let own = format!("?person={}", youth.id);
    for (reader, query) in [(lead, ""), (&officer, ""), (youth, &own)] {
        let (telling, who) = told(reader, query).await;
        assert_eq!(who, all, "{telling}");
        let waits = |one: &Value| one["acknowledgedOn"] == Value::Null && one["overdue"] == false;
        assert!(telling["recipients"].as_array().unwrap().iter().all(waits), "{telling}");
    }
    for nobody in [lead, &ria] {
        assert_eq!(nobody.reads("/notices").await["total"], 0);
    }
    youth.get("/notices").send().await.is_problem(403, "forbidden");
    let notices = coach.reads("/notices").await;
    let notice = &items(&notices)[0];
    assert_eq!((&notice["request"], &notice["right"]), (&json!(request), &json!("rectification")));
    assert_eq!((&notice["person"], &notices["total"]), (&json!(youth.id), &json!(1)));
    assert_eq!(notices["people"][0]["name"], youth.name);

    let waiting = due(&officer).await;
    let day = |value: &Value| value.as_str().unwrap().parse::<Date>().unwrap();
    assert_eq!((&waiting[0]["id"], &waiting[0]["waiting"]), (&json!(request), &json!(3)));
    let by = day(&notice["toldOn"]).saturating_add(7.days());
    assert_eq!(day(&waiting[0]["dueOn"]), by);

    let path = format!("/requests/{request}/acknowledgement");
    let acknowledges = async |person: &Person| person.post(&path, &json!({})).send().await;
    acknowledges(&ria).await.is_not_found();
    acknowledges(youth).await.is_problem(403, "forbidden");
    acknowledges(lead).await.is_refused("nothingToTell");
    for _ in 0..2 {
        acknowledges(coach).await.with(204);
    }
    assert_eq!(coach.reads("/notices").await["total"], 0);
    let done = |telling: &Value| {
        let all = telling["recipients"].as_array().unwrap().clone();
        all.into_iter().filter(|it| it["acknowledgedOn"] == telling["toldOn"]).count()
    };
    assert_eq!(
        (done(&told(lead, "").await.0), due(lead).await[0]["waiting"].clone()),
        (1, json!(2))
    );
    for person in [&els, &officer] {
        acknowledges(person).await.with(204);
    }
    assert_eq!((done(&told(lead, "").await.0), due(lead).await), (3, vec![]));
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let said = log["entries"].as_array().unwrap().iter();
    assert_eq!(said.filter(|it| it["change"] == "noticeAcknowledged").count(), 3, "once each");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_erasure_those_who_had_the_data_are_told_and_not_whose_it_was() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    coach.registers_step(youth.id, &facts::step(ActionCategory::Intake)).await;
    let request = youth.makes_request("erasure").await;
    grants(lead, request).await;
    let notices = coach.reads("/notices").await;
    let notice = &items(&notices)[0];
    assert_eq!((&notice["right"], &notice["person"]), (&json!("erasure"), &Value::Null));
    assert_eq!(notices["people"], json!([]));
    let (telling, who) = told(lead, "").await;
    assert_eq!(who, [coach.name.clone()].into(), "{telling}");
    let outside = json!({
        "recipient": "authority", "toldOn": telling["toldOn"], "name": "Ann at the town hall",
    });
    let path = format!("/requests/{request}/outside-recipients");
    lead.post(&path, &outside).send().await.with(204);
    let outside = told(lead, "").await.0["outside"][0].clone();
    assert_eq!((&outside["recipient"], &outside["name"]), (&json!("authority"), &Value::Null));
    let acknowledged = coach.post(&format!("/requests/{request}/acknowledgement"), &json!({}));
    acknowledged.send().await.with(204);
    assert_eq!(coach.reads("/notices").await["total"], 0);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_outside_was_told_stands_in_the_case_and_the_youth_reads_it() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    let request = youth.makes_request("rectification").await;
    let path = format!("/requests/{request}/outside-recipients");
    let today = lead.reads("/requests").await["today"].clone();
    let told_on = |day: &Value| json!({ "recipient": "school", "toldOn": day, "name": SCHOOL });
    lead.post(&path, &told_on(&today)).send().await.is_refused("nothingToTell");
    grants(lead, request).await;
    let day: Date = today.as_str().unwrap().parse().unwrap();
    // A day on, so that the date turning meanwhile changes nothing.
    for (wrong, why) in [
        (day.saturating_add(2.days()), "inTheFuture"),
        (day.saturating_sub(1.day()), "beforeWhatComesFirst"),
    ] {
        let answer = lead.post(&path, &told_on(&json!(wrong))).send().await;
        answer.is_problem(422, "invalid").has_issue("toldOn", why);
    }
    let unknown = json!({ "recipient": "aunt", "toldOn": today, "name": null });
    lead.post(&path, &unknown).send().await.has_issue("recipient", "unknownValue");
    coach.post(&path, &told_on(&today)).send().await.is_problem(403, "forbidden");
    lead.post(&path, &told_on(&today)).send().await.with(204);
    let expected = json!([{ "recipient": "school", "toldOn": today, "name": SCHOOL }]);
    let own = format!("?person={}", youth.id);
    for (reader, query) in [(lead, ""), (youth, &*own)] {
        assert_eq!(told(reader, query).await.0["outside"], expected);
    }
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_restricted_the_data_is_told_before_it_is_used_again() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, lead, coach, .. } = &centre;
    coach.registers_step(youth.id, &facts::step(ActionCategory::Intake)).await;
    let request = youth.makes_request("restriction").await;
    grants(lead, request).await;
    assert_eq!(items(&coach.reads("/notices").await)[0]["person"], json!(youth.id));
    let acknowledged = coach.post(&format!("/requests/{request}/acknowledgement"), &json!({}));
    acknowledged.send().await.with(204);

    let path = |act: &str| format!("/requests/{request}/lifting{act}");
    let why = json!({ "reason": "settled" });
    let lifts = async |why: &Value| lead.post(&path(""), why).send().await;
    let sees = async || youth.post(&path("/seen"), &json!({})).send().await;
    lifts(&why).await.is_refused("liftingNotAnnounced");
    sees().await.is_refused("liftingNotAnnounced");
    youth.post(&path("/announcement"), &why).send().await.is_problem(403, "forbidden");
    lead.post(&path("/announcement"), &why).send().await.with(204);
    lifts(&why).await.is_refused("liftingNotRead");
    let own = format!("/requests?person={}", youth.id);
    let mine = youth.reads(&own).await;
    let told = &items(&mine)[0]["announcement"];
    let day = |value: &Value| value.as_str().unwrap().parse::<Date>().unwrap();
    assert_eq!((&told["reason"], &told["seenOn"]), (&json!("settled"), &Value::Null));
    assert_eq!(day(&told["from"]), day(&told["announcedOn"]).saturating_add(7.days()));
    for person in [lead, coach] {
        person.post(&path("/seen"), &json!({})).send().await.is_problem(403, "forbidden");
    }
    for _ in 0..2 {
        sees().await.with(204);
    }
    lifts(&json!({ "reason": "publicInterest" })).await.is_refused("liftingNotAnnounced");
    lifts(&why).await.with(204);
    let mine = youth.reads(&own).await;
    let item = &items(&mine)[0];
    assert_eq!((&item["announcement"], &item["lifted"]), (&Value::Null, &json!("settled")));
    coach.reads(&format!("/youths/{}", youth.id)).await;
    world.stops().await;
}
