//! Which day it is: that of the centre, wherever the server stands.

use eventlog::clock::today_in;
use events::ActionCategory;
use kernel::zone::Zone;
use serde_json::json;
use tests::{Person, Site, World, facts};

/// Between these two it is never the same day.
const EAST: &str = "Pacific/Kiritimati";
const WEST: &str = "Pacific/Niue";

async fn lead_in(site: &Site, operator: &Person, id: &str, zone: &str) -> Person {
    let mut centre = facts::centre(id, "Ilse Lead");
    centre["timeZone"] = json!(zone);
    let opened = operator.post("/centres", &centre).send().await.with(201);
    site.signs_in(opened["card"]["code"].as_str().unwrap()).await
}

fn today(zone: &str) -> String {
    today_in(&Zone::named(zone).unwrap()).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_in_the_future_by_the_clock_of_the_centre() {
    let world = World::start().await;
    let operator = world.operator().await;
    for (id, zone) in [("east", EAST), ("west", WEST)] {
        let lead = lead_in(&world, &operator, id, zone).await;
        let session = lead.reads("/session").await;
        assert_eq!(session["today"], json!(today(zone)));
        assert_eq!(session["person"]["centre"]["timeZone"], json!(zone));
        let coach = world.signs_in(&lead.registers_coach("Karel").await.card).await;
        let mut new = facts::youth("Noor");
        new["registeredOn"] = json!(today(EAST));
        let registered = lead.post("/youths", &new).send().await;
        let mut step = facts::step(ActionCategory::Intake);
        step["occurredOn"] = json!(today(EAST));
        if zone == WEST {
            registered.has_issue("registeredOn", "inTheFuture");
            new["registeredOn"] = json!(today(WEST));
            step["occurredOn"] = json!(today(EAST));
        }
        let youth = if zone == WEST {
            lead.registers(&new).await.card
        } else {
            registered.with(201)["card"]["code"].as_str().unwrap().to_owned()
        };
        let youth = world.signs_in(&youth).await;
        youth.chooses_coach(coach.id).await;
        let timeline = youth.reads("/me/timeline").await;
        assert_eq!(timeline["items"][0]["occurredOn"], json!(today(zone)), "{zone}");
        let steps = format!("/youths/{}/steps", youth.id);
        let answer = coach.post(&steps, &step).send().await;
        if zone == WEST {
            answer.has_issue("occurredOn", "inTheFuture");
            step["occurredOn"] = json!(today(WEST));
            coach.registers_step(youth.id, &step).await;
        } else {
            answer.with(201);
        }
        assert_eq!(coach.reads("/youths").await["items"][0]["daysWithoutContact"], 0);
        assert_eq!(lead.reads("/tables/1").await["to"], json!(today(zone)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_centre_of_which_no_zone_is_said_lives_by_that_of_its_language() {
    let world = World::start().await;
    let operator = world.operator().await;
    for (language, zone) in
        [("fi", "Europe/Helsinki"), ("nl", "Europe/Brussels"), ("en", "Europe/Brussels")]
    {
        let mut centre = facts::centre(&format!("lsc{language}"), "Ilse Lead");
        centre["language"] = json!(language);
        let opened = operator.post("/centres", &centre).send().await.with(201);
        let lead = world.signs_in(opened["card"]["code"].as_str().unwrap()).await;
        let session = lead.reads("/session").await;
        assert_eq!(session["person"]["centre"]["timeZone"], json!(zone));
    }
    let mut nowhere = facts::centre("lsc09", "Ilse Lead");
    for zone in ["Europe/Atlantis", "", "GMT+25", "../Brussels", "local"] {
        nowhere["timeZone"] = json!(zone);
        let answer = operator.post("/centres", &nowhere).send().await;
        answer.has_issue("timeZone", "unknownValue");
    }
}
