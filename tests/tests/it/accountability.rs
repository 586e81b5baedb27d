//! What a centre shows about its processing: who has access to health data, the impact assessment, and by which
//! rule its breaches are judged.

use serde_json::{Value, json};
use tests::{Person, World, facts};

async fn reads(person: &Person, what: &str) -> Value {
    person.reads(&format!("/centres/lsc01/{what}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_access_to_health_data_is_listed_by_category_of_persons() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let officer = centre.lead.registers_officer("Dora Officer").await;
    let officer = world.signs_in(&officer.card).await;
    let list = reads(&centre.lead, "access-list").await;
    for person in [&officer, &operator] {
        assert_eq!(reads(person, "access-list").await, list);
    }
    for person in [&centre.coach, &centre.youth] {
        person.get("/centres/lsc01/access-list").send().await.is_problem(403, "forbidden");
    }
    let rows = list["rows"].as_array().unwrap();
    let of = |role: &str| rows.iter().filter(|row| row["role"] == role).count();
    assert!(of("coach") > 0 && of("lead") > 0 && of("officer") > 0, "{list}");
    assert_eq!((of("youth"), of("auditor"), of("operator")), (0, 0, 0));
    let csv = list["csv"].as_str().unwrap();
    assert_eq!(csv.lines().count(), rows.len() + 1);
    assert!(!csv.contains("Noor Youth") && !csv.contains("Dora Officer"), "it names nobody");

    let platform = operator.reads("/centres/stc/access-list").await;
    assert_eq!(platform["rows"].as_array().unwrap().len(), 1, "whoever keeps the machines");
    let other = world.centre(&operator, "lsc02").await;
    other.lead.get("/centres/lsc01/access-list").send().await.is_not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_impact_assessment_tells_how_it_stands_today_and_names_nobody() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let lead = &centre.lead;
    let facts = async || reads(lead, "impact-assessment").await["facts"].clone();
    assert_eq!(facts().await["youths"], Value::Null, "one is not shown");
    for name in ["Sam Youth", "Bo Youth"] {
        lead.registers(&facts::youth(name)).await;
    }
    centre.youth.makes_request("access").await;
    lead.reports_breach("lostDevice").await;
    let now = facts().await;
    assert_eq!(now["youths"], 5, "three are told as five");
    assert_eq!((&now["openRequests"], &now["overdueRequests"]), (&json!(1), &json!(0)));
    assert_eq!((&now["breaches"], &now["openBreaches"]), (&json!(1), &json!(1)));
    let made = reads(lead, "impact-assessment").await;
    assert_eq!(made["controller"], Value::Null, "nobody wrote it down");
    assert_eq!(made["processings"].as_array().unwrap().len(), 6);
    assert!(!made["risks"].as_array().unwrap().is_empty());
    for name in ["Noor", "Sam", "Bo Youth", "An Lead"] {
        assert!(!made.to_string().contains(name), "{name}");
    }
    let officer = lead.registers_officer("Dora Officer").await;
    let officer = world.signs_in(&officer.card).await;
    assert_eq!(reads(&officer, "impact-assessment").await["risks"], made["risks"]);
    centre.coach.get("/centres/lsc01/impact-assessment").send().await.is_problem(403, "forbidden");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_rule_for_breaches_that_somebody_set_is_known_the_latest_first() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let rules = reads(&operator, "breach-rules").await;
    assert_eq!((&rules["items"], &rules["ofCountry"]["hours"]), (&json!([]), &json!(72)));
    let one = json!({ "hours": 48, "threshold": "risk" });
    centre.lead.put("/centres/lsc01/breach-rule", &one).send().await.with(204);
    let other = json!({ "hours": 96, "threshold": "high", "recipient": "Single entry point" });
    operator.put("/centres/lsc01/breach-rule", &other).send().await.with(204);
    let rules = reads(&centre.lead, "breach-rules").await;
    let told: Vec<_> = rules["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|set| (set["rule"]["hours"].clone(), set["role"].clone()))
        .collect();
    assert_eq!(told, [(json!(96), json!("operator")), (json!(48), json!("lead"))]);
    centre.coach.get("/centres/lsc01/breach-rules").send().await.is_problem(403, "forbidden");
}
