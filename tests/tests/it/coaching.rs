//! From a registration over a signal, a handover, a talk with an employer and the start of a job to after-care: what a
//! coach writes down, the coach finds again and the youth reads.

use std::time::Duration;

use eventlog::clock;
use events::{ActionCategory, YouthId};
use jiff::ToSpan;
use kernel::Role;
use runtime::{
    Ctx,
    access::Permit,
    execute::{Target, execute},
};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use tokio::time::Instant;
use trajectories::domain::alarm::EndAlarm;
use uuid::Uuid;

/// How long it may take until what is to be gone is gone.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// What is under way with a youth, for somebody.
async fn under_way(reader: &Person, youth: Uuid) -> Value {
    reader.reads(&format!("/youths/{youth}/under-way")).await
}

/// The types of the entries of a timeline, newest first, and the entries.
async fn told(reader: &Person, timeline: &str) -> (Vec<String>, Vec<Value>) {
    let page = reader.reads(timeline).await;
    let entries = page["items"].as_array().unwrap().clone();
    let types = entries.iter().map(|entry| entry["type"].as_str().unwrap().to_owned());
    (types.collect(), entries)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_coach_writes_down_from_a_signal_to_after_care_is_under_way_and_the_youth_reads_it()
{
    let world = World::start().await;
    let operator = world.operator().await;
    let Centre { youth, coach, .. } = &world.centre(&operator, "lsc01").await;
    let path = format!("/youths/{}", youth.id);

    let alarm = coach.observes_alarm(youth.id, "Talk with the teacher").await;
    let handover = coach.offers_handover(youth.id, "Youth welfare").await;
    let accept = json!({ "occurredOn": facts::closing()["occurredOn"] });
    let accepts = coach.post(&format!("{path}/handovers/{handover}/acceptance"), &accept);
    accepts.send().await.is_refused("handoverNotAgreed");
    youth.answers_handover(handover, true).await;
    coach.post(&format!("{path}/handovers/{handover}/acceptance"), &accept).send().await.with(204);
    let bakery = coach.registers_employer("Bakery De Korenaar").await;
    coach.contacts_employer(youth.id, bakery).await;
    let job = coach.starts_job(youth.id, bakery, 19).await;

    for reader in [coach, youth] {
        let now = under_way(reader, youth.id).await;
        assert_eq!(now["alarms"][0]["id"], json!(alarm));
        assert_eq!(now["alarms"][0]["action"], "Talk with the teacher");
        assert_eq!(now["handovers"][0]["state"], "accepted");
        assert_eq!(now["handovers"][0]["name"], "Youth welfare");
        assert_eq!(now["contacts"][0]["employer"], "Bakery De Korenaar");
        assert_eq!(now["placements"][0]["employer"], "Bakery De Korenaar");
        assert_eq!(now["placements"][0]["countsBy"], "fourPaidHours");
    }

    coach.post(&format!("{path}/alarms/{alarm}/end"), &json!({})).send().await.with(204);
    assert_eq!(under_way(coach, youth.id).await["alarms"], json!([]), "it is over");
    coach.offers_handover(youth.id, "Health centre").await;
    assert_eq!(under_way(youth, youth.id).await["handovers"].as_array().unwrap().len(), 2);
    coach.post(&format!("{path}/closing"), &facts::closing()).send().await.with(204);
    let now = under_way(youth, youth.id).await;
    assert_eq!(
        now["handovers"].as_array().unwrap().len(),
        1,
        "what is done, and nothing to answer"
    );
    let step = facts::step(ActionCategory::IpsJobCoaching);
    coach.registers_step(youth.id, &step).await;
    let end = json!({ "occurredOn": accept["occurredOn"], "reason": "somethingElse" });
    coach.post(&format!("{path}/placements/{job}/end"), &end).send().await.with(204);

    let (types, entries) = told(youth, "/me/timeline").await;
    let expected = [
        "placementEnded",
        "step",
        "closed",
        "handoverOffered",
        "alarmEnded",
        "placementStarted",
        "employerContacted",
        "handoverAccepted",
        "handoverAnswered",
        "handoverOffered",
        "alarmObserved",
    ];
    assert_eq!(types[..expected.len()], expected);
    assert_eq!(entries[0]["placement"]["endReason"], "somethingElse");
    assert_eq!(entries[0]["placement"]["employer"], "Bakery De Korenaar");
    assert_eq!(entries[4]["alarm"]["signal"], "bullying");
    assert_eq!(entries[5]["placement"]["endedOn"], Value::Null, "as it was then");
    assert_eq!(entries[7]["handover"]["state"], "accepted");
    assert_eq!(entries[8]["handover"]["state"], "agreed");
    assert_eq!(entries[9]["handover"]["state"], "offered");
    let (types, coachs) = told(coach, &format!("{path}/timeline")).await;
    assert_eq!(types[..expected.len()], expected);
    assert_eq!(coachs[0]["placement"], entries[0]["placement"]);
    let first = youth.reads("/me/timeline?page=").await;
    assert_eq!(first["items"][10]["alarm"]["observedBy"], "school");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_way_is_the_coachs_whom_the_youth_chose_and_the_youths() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = &world.centre(&operator, "lsc01").await;
    let other = &world.centre(&operator, "lsc02").await;
    let Centre { youth, coach, lead, .. } = centre;
    let path = format!("/youths/{}", youth.id);
    let alarm = coach.observes_alarm(youth.id, "Talk with the teacher").await;
    let handover = coach.offers_handover(youth.id, "Youth welfare").await;
    let bakery = coach.registers_employer("Bakery De Korenaar").await;
    let florist = other.coach.registers_employer("Florist").await;

    let colleague = &world.signs_in(&lead.registers_coach("Els Coach").await.card).await;
    for stranger in [colleague, &other.coach, &other.youth] {
        stranger.get(&format!("{path}/under-way")).send().await.is_not_found();
    }
    for stranger in [colleague, &other.coach] {
        let end = stranger.post(&format!("{path}/alarms/{alarm}/end"), &json!({}));
        end.send().await.is_not_found();
    }
    let answer = json!({ "agrees": true });
    other.youth.put(&format!("/me/handovers/{handover}"), &answer).send().await.is_not_found();
    lead.get(&format!("{path}/under-way")).send().await.is_problem(403, "forbidden");

    let known = lead.reads("/employers").await;
    assert_eq!(known["employers"].as_array().unwrap().len(), 1);
    assert_eq!(known["employers"][0]["name"], "Bakery De Korenaar");
    let mut talk = json!({
        "id": Uuid::now_v7(),
        "employer": florist,
        "purpose": "vacancy",
        "channel": "phone",
        "minutes": 10,
        "occurredOn": facts::closing()["occurredOn"],
    });
    let contacts = format!("{path}/contacts");
    coach.post(&contacts, &talk).send().await.has_issue("employer", "employerUnknown");
    talk["employer"] = json!(bakery);
    talk["minutes"] = json!(601);
    coach.post(&contacts, &talk).send().await.has_issue("minutes", "minutesOutOfRange");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_somebody_who_was_erased_nothing_under_way_can_be_read() {
    let world = World::start().await;
    let operator = world.operator().await;
    let Centre { youth, coach, lead, .. } = &world.centre(&operator, "lsc01").await;
    coach.observes_alarm(youth.id, "Talk with the teacher").await;
    let bakery = coach.registers_employer("Bakery De Korenaar").await;
    coach.starts_job(youth.id, bakery, 19).await;
    let asked = lead.makes_request_of(youth.id, "erasure").await;
    let grant = json!({ "answer": null });
    lead.post(&format!("/requests/{asked}/grant"), &grant).send().await.with(204);
    let path = format!("/youths/{}/under-way", youth.id);
    let read = coach.get(&path).send().await;
    assert!(!read.text.contains("Talk with"), "{}", read.text);
    let known = lead.reads("/employers").await;
    assert_eq!(known["employers"][0]["name"], "Bakery De Korenaar", "an employer is no youth");
}

/// The coach observed a signal of a youth, which was over so many months ago.
async fn observed_months_ago(
    world: &World,
    centre: &Centre,
    youth: Uuid,
    (words, months): (&str, i64),
) {
    let alarm = centre.coach.observes_alarm(youth, words).await;
    let tenant = centre.id.parse().unwrap();
    let ctx = Ctx::internal(tenant, centre.coach.id, Role::Coach, Uuid::now_v7());
    let target = Target::today(alarm, Some(youth), facts::months_ago(months));
    let over = EndAlarm { youth: YouthId::new(youth) };
    execute(world.backends(), &Permit::internal(ctx), target, &over).await.unwrap();
}

/// What was done about the signals of a youth, as far as the youth can read it, the newest in front.
async fn signals(youth: &Person) -> Vec<String> {
    let (_, entries) = told(youth, "/me/timeline").await;
    let of = |entry: &Value| Some(entry["alarm"]["action"].as_str()?.to_owned());
    entries.iter().filter(|it| it["type"] == "alarmObserved").filter_map(of).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_is_gone_a_year_after_its_end_and_what_else_was_observed_stays() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let held = world.signs_in(&lead.registers_youth("Hanne Youth").await.card).await;
    held.chooses_coach(coach.id).await;
    // The held ones in front: what is erased is erased in the order of its ids.
    for youth in [&held, youth] {
        for observed in [("Long ago", 13), ("Lately", 11)] {
            observed_months_ago(&world, &centre, youth.id, observed).await;
        }
    }
    // Whoever erases the own answers erases nothing that others observed.
    youth.erases_answers(None).await;
    assert_eq!(signals(youth).await, ["Lately", "Long ago"]);
    // Of whom everything is held, nothing goes.
    lead.holds(held.id, "authority").await;
    // It is looked for at the start, and every hour.
    let world = World::starts_on(world.stops().await).await;
    let (youth, held) = (youth.moved_to(&world), held.moved_to(&world));
    let until = Instant::now() + PATIENCE;
    while signals(&youth).await != ["Lately"] {
        assert!(Instant::now() < until, "what is to be gone is there");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    assert_eq!(signals(&held).await, ["Lately", "Long ago"]);
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let changes = log["entries"].as_array().unwrap().iter();
    assert_eq!(changes.filter(|entry| entry["change"] == "signalErased").count(), 1);
    world.stops().await;
}

/// What a coach has to see to with somebody: each thing and its day.
async fn to_do(coach: &Person, youth: Uuid) -> Vec<(String, String)> {
    let list = coach.reads("/work-list").await;
    let items = list["items"].as_array().unwrap().iter();
    let of = items.filter(|item| item["youth"]["id"] == json!(youth));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    of.map(|item| (text(&item["kind"]), text(&item["dueOn"]))).collect()
}

fn in_days(days: i64) -> String {
    clock::today().saturating_add(days.days()).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_finds_in_one_list_what_is_due_and_whom_to_ask_how_it_goes() {
    let world = World::start().await;
    let operator = world.operator().await;
    let Centre { youth, coach, lead, .. } = &world.centre(&operator, "lsc01").await;
    let week = in_days(7);
    let due = |kind: &str, day: &str| (kind.to_owned(), day.to_owned());
    assert_eq!(to_do(coach, youth.id).await, [due("noContact", &week)]);

    let alarm = coach.observes_alarm(youth.id, "Talk with the teacher").await;
    let handover = coach.offers_handover(youth.id, "Youth welfare").await;
    let offered = [due("noContact", &week), due("alarm", &week), due("handoverOffered", &week)];
    assert_eq!(to_do(coach, youth.id).await, offered);
    youth.answers_handover(handover, true).await;
    let path = format!("/youths/{}", youth.id);
    coach.post(&format!("{path}/alarms/{alarm}/end"), &json!({})).send().await.with(204);
    let agreed = [due("noContact", &week), due("handoverAgreed", &week)];
    assert_eq!(to_do(coach, youth.id).await, agreed);
    youth.answers_handover(handover, false).await;
    let bakery = coach.registers_employer("Bakery De Korenaar").await;
    coach.starts_job(youth.id, bakery, 19).await;
    let begun = [due("noContact", &week), due("placement", &in_days(14))];
    assert_eq!(to_do(coach, youth.id).await, begun);

    coach.post(&format!("{path}/closing"), &facts::closing()).send().await.with(204);
    assert_eq!(to_do(coach, youth.id).await, [due("afterCare", &in_days(30))]);
    let list = coach.reads("/work-list").await;
    assert_eq!(
        (&list["due"], &list["items"][0]["youth"]["name"]),
        (&json!(0), &json!("Noor Youth"))
    );
    lead.get("/work-list").send().await.is_problem(403, "forbidden");
    let colleague = &world.signs_in(&lead.registers_coach("Els Coach").await.card).await;
    assert_eq!(colleague.reads("/work-list").await["items"], json!([]));

    // Whoever begins again is nobody's after-care any more.
    let trajectory = facts::trajectory();
    lead.post(&format!("{path}/trajectories"), &trajectory).send().await.with(204);
    assert_eq!(to_do(coach, youth.id).await, []);
}
