//! Registrations that are refused before a service is asked.

use jiff::civil::date;
use serde_json::{Value, json};

use super::*;

fn youth() -> Value {
    json!({
        "id": "0198f7a0-0000-7000-8000-000000000001",
        "role": "youth",
        "name": "Noor",
        "intake": {
            "birthDate": "2006-03-02", "gender": "female", "population": "neet",
            "disability": "mental", "otherDisabilities": ["motor"], "barriers": null,
            "entryLevel": "ov3", "source": "school", "registeredOn": "2026-03-01"
        }
    })
}

#[track_caller]
fn refused(change: impl Fn(&mut Value), field: &str, reason: &str) {
    let mut person = youth();
    change(&mut person);
    let person: NewPerson = serde_json::from_value(person).unwrap();
    let problem = person.check(date(2026, 3, 1)).unwrap_err();
    assert_eq!(problem, Problem::invalid(In::Body, field, reason.parse().unwrap()));
}

#[test]
fn a_youth_is_registered_with_an_intake() {
    let person: NewPerson = serde_json::from_value(youth()).unwrap();
    person.check(date(2026, 3, 1)).unwrap();
    let request = person.intake.unwrap().request("id".into());
    let intake = request.intake.unwrap();
    assert_eq!((intake.barriers_known, intake.barriers.len()), (false, 0));
    assert_eq!(intake.other_disabilities, ["motor"]);
    refused(|person| person["intake"] = Value::Null, "intake", "missing");
    refused(|person| person["role"] = json!("coach"), "intake", "onlyForYouths");
}

#[test]
fn an_intake_that_trajectories_would_refuse_is_refused_before_anybody_is_registered() {
    let with = |field: &'static str, value: Value| {
        move |person: &mut Value| person["intake"][field] = value.clone()
    };
    refused(with("registeredOn", json!("2026-03-02")), "intake.registeredOn", "inTheFuture");
    refused(with("birthDate", json!("2014-03-02")), "intake.birthDate", "ageOutOfRange");
    refused(
        with("otherDisabilities", json!(["mental"])),
        "intake.otherDisabilities",
        "disabilityTwice",
    );
    refused(with("barriers", json!(["poverty", "poverty"])), "intake.barriers", "barrierTwice");
}

#[test]
fn a_name_is_one_to_eighty_characters() {
    refused(|person| person["name"] = json!("  "), "name", "nameBlank");
    refused(|person| person["name"] = json!("\u{200b}"), "name", "nameBlank");
    refused(|person| person["name"] = json!("x".repeat(81)), "name", "nameTooLong");
    refused(|person| person["name"] = json!("Jan\nPeeters"), "name", "characterNotAllowed");
}

#[test]
fn working_time_is_for_coaches() {
    refused(|person| person["fte"] = json!(0.5), "fte", "fteOnlyForCoaches");
    let coach = json!({"id": Uuid::nil(), "role": "coach", "name": "An", "fte": 0.29});
    let coach: NewPerson = serde_json::from_value(coach).unwrap();
    coach.check(date(2026, 3, 1)).unwrap();
    assert_eq!(coach.request().fte_percent, Some(29));
}
