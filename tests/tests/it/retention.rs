//! What is kept has a term, which somebody confirms or which ends by itself, and which a hold outlives.

use std::time::Duration;

use events::NotNotifiedGround;
use identity::domain::breach::CloseBreach;
use jiff::{ToSpan, civil::Date};
use kernel::Role;
use runtime::{
    Ctx,
    access::Permit,
    execute::{Target, execute},
};
use serde_json::{Value, json};
use tests::{Person, World, facts, site::Request, world::Centre};
use tokio::time::Instant;
use uuid::Uuid;

/// How long it may take until what ends by itself has ended.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A lead confirms that what is over is erased.
fn confirms(lead: &Person, subject: Uuid) -> Request {
    lead.post("/retention/ends", &json!({ "subject": subject }))
}

fn subjects(items: &Value) -> Vec<Uuid> {
    let items = items["items"].as_array().unwrap().iter();
    items.map(|it| it["subject"].as_str().unwrap().parse().unwrap()).collect()
}

/// What is due of this kind this week.
async fn due(reader: &Person) -> Vec<Value> {
    let due = reader.reads("/data-protection/due").await;
    let items = due["items"].as_array().unwrap().iter();
    items.filter(|it| it["kind"] == "retention").cloned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_due_and_once_somebody_confirmed_it_nobody_can_read_it() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, coach, youth, .. } = &centre;
    let officer = world.signs_in(&lead.registers_officer("Dora Officer").await.card).await;
    let gus = lead.registers_youth_of_last_year("Gus Youth").await;
    assert_eq!(due(lead).await, Vec::<Value>::new(), "a year is over after its last day");
    confirms(lead, gus).send().await.is_refused("termNotOver");

    lead.keeps("neverTrajectory", 11, "afterConfirmation").await;
    for reader in [lead, &officer] {
        let due = due(reader).await;
        assert_eq!((due.len(), &due[0]["retention"]), (1, &json!("neverTrajectory")));
        assert_eq!((&due[0]["person"], &due[0]["overdue"]), (&json!(gus), &json!(true)));
    }
    let ending = lead.reads("/retention/ending").await;
    assert_eq!((subjects(&ending), &ending["over"]), (vec![gus], &json!(1)));
    assert_eq!(ending["people"][0]["name"], "Gus Youth");
    confirms(&officer, gus).send().await.is_problem(403, "forbidden");
    coach.get("/retention/ending").send().await.is_problem(403, "forbidden");
    confirms(lead, youth.id).send().await.is_refused("termNotOver");

    confirms(lead, gus).send().await.with(204);
    assert_eq!(due(lead).await, Vec::<Value>::new());
    assert_eq!(lead.reads("/people?q=Gus").await["total"], 0);
    confirms(lead, Uuid::now_v7()).send().await.is_not_found();
    let ends = officer.reads("/retention/ends").await;
    let end = &ends["items"][0];
    assert_eq!((&end["subject"], &end["by"]), (&json!(gus), &json!(lead.id)));
    let path = format!("/retention/ends/{}/certificate", end["id"].as_str().unwrap());
    let proof = lead.reads(&path).await;
    assert_eq!((&proof["class"], &proof["months"]), (&json!("neverTrajectory"), &json!(11)));
    let signed = proof["certificate"].as_str().unwrap();
    let statement: Value =
        serde_json::from_str(&world.backends().tokens.certified(signed).unwrap()).unwrap();
    assert_eq!((&statement["person"], &statement["keysLeft"]), (&json!(gus), &json!(0)));
    assert_eq!((&statement["reason"], &statement["request"]), (&json!("termEnded"), &Value::Null));
    assert_eq!(statement["term"]["class"], "neverTrajectory");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_something_holds_it_no_term_and_no_request_destroys_anything() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let Centre { lead, youth, .. } = &centre;
    let officer = world.signs_in(&lead.registers_officer("Dora Officer").await.card).await;
    let gus = lead.registers_youth_of_last_year("Gus Youth").await;
    lead.keeps("neverTrajectory", 1, "afterConfirmation").await;
    lead.holds(gus, "legalClaim").await;
    assert_eq!(due(lead).await, Vec::<Value>::new());
    confirms(lead, gus).send().await.is_refused("onHold");
    let ending = lead.reads("/retention/ending").await;
    assert_eq!(ending["items"][0]["keptAllTheSame"], "held");

    lead.holds(youth.id, "fundsAudit").await;
    let own = youth.reads(&format!("/youths/{}/retention", youth.id)).await;
    assert_eq!(own["hold"]["ground"], "fundsAudit");
    let erasure = youth.makes_request("erasure").await;
    let grant = lead.post(&format!("/requests/{erasure}/grant"), &json!({ "answer": null }));
    grant.send().await.is_refused("onHold");
    let destroys = json!({ "centre": "lsc01", "reason": "personAsked" });
    let destroys = operator.post(&format!("/people/{}/erasure", youth.id), &destroys);
    destroys.send().await.is_refused("onHold");
    youth.reads("/session").await;
    let refusal = json!({ "ground": "legalClaims", "answer": null });
    lead.post(&format!("/requests/{erasure}/refusal"), &refusal).send().await.with(204);

    for reader in [lead, &officer] {
        assert_eq!(reader.reads("/retention/holds").await["total"], 2);
        let found = reader.reads("/retention/holds?q=gus").await;
        assert_eq!(
            (subjects(&found), &found["items"][0]["name"]),
            (vec![gus], &json!("Gus Youth"))
        );
    }
    let lift = |who: &Person| who.post(&format!("/retention/holds/{gus}/lifting"), &json!({}));
    lift(&officer).send().await.is_problem(403, "forbidden");
    lift(lead).send().await.with(204);
    lift(lead).send().await.is_refused("notOnHold");
    assert_eq!(due(lead).await.len(), 1);
    confirms(lead, gus).send().await.with(204);
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let told = log["entries"].as_array().unwrap();
    assert!(told.iter().any(|it| it["change"] == "holdPlaced"), "{told:?}");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_ends_with_its_last_day_and_holds_from_today_on() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, youth, .. } = &centre;
    let path = format!("/retention/holds/{}", youth.id);
    let yesterday = facts::months_ago(0).yesterday().unwrap();
    let over = json!({ "ground": "authority", "until": yesterday });
    lead.put(&path, &over).send().await.has_issue("until", "dayOver");
    let today = json!({ "ground": "authority", "until": facts::months_ago(-1) });
    lead.put(&path, &today).send().await.with(204);
    assert_eq!(lead.reads("/retention/holds").await["items"][0]["hold"]["until"], today["until"]);
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_runs_by_itself_is_erased_by_itself_and_what_is_asked_is_answered_first() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, youth, .. } = &centre;
    let [gus, held, asks] = ["Gus Youth", "Hanne Youth", "Ada Youth"];
    let gus = lead.registers_youth_of_last_year(gus).await;
    let held = lead.registers_youth_of_last_year(held).await;
    let asks = lead.registers_youth_of_last_year(asks).await;
    lead.holds(held, "authority").await;
    lead.makes_request_of(asks, "access").await;
    lead.keeps("neverTrajectory", 1, "automatic").await;
    // It is looked for at the start, and every hour.
    let world = World::starts_on(world.stops().await).await;
    let (lead, youth) = (lead.moved_to(&world), youth.moved_to(&world));
    let until = Instant::now() + PATIENCE;
    while lead.reads("/retention/ends").await["total"] == 0 {
        assert!(Instant::now() < until, "what is over is kept");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    let ends = lead.reads("/retention/ends").await;
    assert_eq!((subjects(&ends), &ends["items"][0]["by"]), (vec![gus], &Value::Null));
    let ending = lead.reads("/retention/ending").await;
    let kept: Vec<_> = ending["items"].as_array().unwrap().iter().collect();
    let because = |of: Uuid| {
        let it = kept.iter().find(|it| it["subject"] == json!(of)).unwrap();
        it["keptAllTheSame"].clone()
    };
    assert_eq!((because(held), because(asks)), (json!("held"), json!("asked")));
    youth.reads("/session").await;
    world.stops().await;
}

/// A lead closed the file of a breach so many months ago.
async fn closed_months_ago(world: &World, centre: &Centre, breach: Uuid, months: i64) {
    let (tenant, lead) = (centre.id.parse().unwrap(), centre.lead.id);
    let permit = Permit::internal(Ctx::internal(tenant, lead, Role::Lead, Uuid::now_v7()));
    let not_notified = Some(NotNotifiedGround::NoBreach);
    let close = CloseBreach { not_notified, not_informed: None };
    let target = Target::today(breach, Some(breach), facts::months_ago(months));
    execute(world.backends(), &permit, target, &close).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_breach_that_was_closed_long_ago_the_words_are_erased_and_the_clock_stays() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let lead = &centre.lead;
    let mut report = facts::breach("lostDevice");
    report["words"] = json!("It lay on the train.");
    lead.post("/breaches", &report).send().await.with(204);
    let breach: Uuid = report["id"].as_str().unwrap().parse().unwrap();
    let path = format!("/breaches/{breach}");
    let judged = json!({ "risk": "risk", "data": [], "people": 0 });
    lead.post(&format!("{path}/assessments"), &judged).send().await.with(204);
    confirms(lead, breach).send().await.is_refused("termNotOver");
    closed_months_ago(&world, &centre, breach, 61).await;
    assert_eq!(due(lead).await[0]["retention"], "breachFile");

    lead.holds(breach, "authority").await;
    confirms(lead, breach).send().await.is_refused("onHold");
    assert_eq!(lead.reads("/retention/holds").await["items"][0]["name"], Value::Null);
    let lift = lead.post(&format!("/retention/holds/{breach}/lifting"), &json!({}));
    lift.send().await.with(204);
    assert_eq!(lead.reads(&path).await["entries"][0]["words"], report["words"]);
    confirms(lead, breach).send().await.with(204);
    let file = lead.reads(&path).await;
    let entries = file["entries"].as_array().unwrap();
    assert!(entries.iter().all(|it| it["words"].is_null()), "{file}");
    assert_eq!(entries.last().unwrap()["type"], "termEnded");
    let end = lead.reads("/retention/ends").await["items"][0]["id"].clone();
    let end = format!("/retention/ends/{}/certificate", end.as_str().unwrap());
    let signed = lead.reads(&end).await["certificate"].clone();
    let statement = world.backends().tokens.certified(signed.as_str().unwrap()).unwrap();
    let statement: Value = serde_json::from_str(&statement).unwrap();
    assert_eq!((&statement["breach"], &statement["keysLeft"]), (&json!(breach), &json!(0)));
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_youth_reads_until_which_day_what_is_kept_and_from_which_that_is_counted() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { lead, youth, .. } = &centre;
    let path = format!("/youths/{}/retention", youth.id);
    let day = |value: &Value| value.as_str().unwrap().parse::<Date>().unwrap();
    let kept = youth.reads(&path).await["kept"].clone();
    assert_eq!((&kept["class"], &kept["months"]), (&json!("coachingFile"), &json!(120)));
    assert_eq!(day(&kept["since"]), facts::months_ago(0));
    assert_eq!(day(&kept["until"]), day(&kept["since"]).saturating_add(10.years()));
    lead.keeps("coachingFile", 60, "afterConfirmation").await;
    let kept = youth.reads(&path).await["kept"].clone();
    assert_eq!(day(&kept["until"]), day(&kept["since"]).saturating_add(5.years()));
    let short = json!({ "class": "coachingFile", "months": 11, "run": "automatic" });
    let short = lead.put("/retention/terms", &short).send().await;
    short.has_issue("months", "termOutOfRange");
    let records = lead.reads("/centres/lsc01/records").await["csv"].clone();
    assert!(records.as_str().unwrap().contains("5 jaar na het laatste contact"), "{records}");
    world.stops().await;
}
