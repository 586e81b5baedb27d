//! Wrong fields are named, and too much is too much.

use eventlog::clock;
use events::ActionCategory;
use jiff::ToSpan;
use serde_json::{Value, json};
use tests::{World, facts};

/// The body with one field, or a field within, replaced.
fn with(mut body: Value, pointer: &str, value: Value) -> Value {
    *body.pointer_mut(pointer).unwrap() = value;
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_of_a_registration_is_named() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let before = world.head();
    let tomorrow = clock::today().tomorrow().unwrap();
    let youth = || facts::youth("Sam Youth");
    let cases = [
        (with(youth(), "/name", json!("  ")), "name", "nameBlank"),
        (with(youth(), "/name", json!("x".repeat(81))), "name", "nameTooLong"),
        (with(youth(), "/id", json!("7")), "id", "unknownValue"),
        (with(youth(), "/intake", Value::Null), "intake", "wrongType"),
        (with(youth(), "/intake/gender", json!("x")), "intake.gender", "unknownValue"),
        (with(youth(), "/intake/barriers", json!(["x"])), "intake.barriers", "unknownValue"),
        (
            with(youth(), "/intake/birthDate", json!("2020-01-01")),
            "intake.birthDate",
            "ageOutOfRange",
        ),
        (
            with(youth(), "/intake/birthDate", json!("2007-02-30")),
            "intake.birthDate",
            "unknownValue",
        ),
        (
            with(youth(), "/intake/barriersKnown", json!(false)),
            "intake.barriersKnown",
            "unknownValue",
        ),
        (
            with(youth(), "/intake/otherDisabilities", json!(["mental"])),
            "intake.otherDisabilities",
            "disabilityTwice",
        ),
        (
            with(youth(), "/intake/barriers", json!(["network", "network"])),
            "intake.barriers",
            "barrierTwice",
        ),
        (with(youth(), "/registeredOn", json!(tomorrow)), "registeredOn", "inTheFuture"),
    ];
    for (body, field, reason) in cases {
        centre.lead.post("/youths", &body).send().await.has_issue(field, reason);
    }
    let coach = || facts::coach("Lotte");
    let cases = [
        (with(coach(), "/role", json!("service")), "role", "unknownValue"),
        (with(coach(), "/role", json!("youth")), "role", "roleNotForPeople"),
        (with(coach(), "/ftePercent", json!(150)), "ftePercent", "fteOutOfRange"),
        (with(coach(), "/ftePercent", json!("a day")), "ftePercent", "wrongType"),
    ];
    for (body, field, reason) in cases {
        centre.lead.post("/people", &body).send().await.has_issue(field, reason);
    }
    assert_eq!(world.head(), before, "nothing happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_of_a_step_is_named() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let before = world.head();
    let step = || facts::step(ActionCategory::Intake);
    let (tomorrow, long_ago) =
        (clock::today().tomorrow().unwrap(), clock::today().saturating_sub(1.year()));
    let mut noted = step();
    noted["note"] = json!("x".repeat(2001));
    let mut more = step();
    more["mood"] = json!("good");
    let mut less = step();
    less.as_object_mut().unwrap().remove("place");
    let cases = [
        (with(step(), "/minutes", json!(0)), "minutes", "minutesOutOfRange"),
        (with(step(), "/minutes", json!(601)), "minutes", "minutesOutOfRange"),
        (with(step(), "/minutes", json!(100_000)), "minutes", "minutesOutOfRange"),
        (with(step(), "/category", json!("chatting")), "category", "unknownValue"),
        (with(step(), "/occurredOn", json!(tomorrow)), "occurredOn", "inTheFuture"),
        (with(step(), "/occurredOn", json!(long_ago)), "occurredOn", "beforeRegistration"),
        (noted, "note", "noteTooLong"),
        (more, "mood", "unknownField"),
        (less, "place", "missing"),
    ];
    for (body, field, reason) in cases {
        let path = format!("/youths/{}/steps", centre.youth.id);
        centre.coach.post(&path, &body).send().await.has_issue(field, reason);
    }
    assert_eq!(world.head(), before, "nothing happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_answer_is_told_what_is_wrong() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let youth = &centre.youth;
    let run = youth.begins("work-energy").await;
    let path = format!("/me/runs/{run}/answers/energy");
    let chosen = |chosen: Value| json!({ "chosen": chosen });
    let too_many = ["hands", "people", "outside", "computer"];
    let sorted = json!({ "sorted": { "placed": [] } });
    let cases = [
        (chosen(json!({ "options": too_many })), "chosen.options", "tooManyChoices"),
        (chosen(json!({ "options": ["moon"] })), "chosen.options", "unknownOption"),
        (chosen(json!({ "options": ["hands", "hands"] })), "chosen.options", "optionTwice"),
        (chosen(json!({ "options": [], "own": "x".repeat(121) })), "chosen.own", "ownTooLong"),
        (sorted, "step", "unknownValue"),
    ];
    for (body, field, reason) in cases {
        youth.put(&path, &body).send().await.has_issue(field, reason);
    }
    let nowhere = format!("/me/runs/{run}/answers/nowhere");
    youth
        .put(&nowhere, &json!({ "chosen": { "options": [] } }))
        .send()
        .await
        .is_refused("unknownStep");
    let end = format!("/me/runs/{run}/completion");
    youth.post(&end, &json!({ "seconds": 5 })).send().await.is_refused("stepsUnanswered");
    let unknown = json!({ "id": uuid::Uuid::now_v7(), "exercise": "flying" });
    youth.post("/me/runs", &unknown).send().await.is_refused("unknownExercise");
}

#[tokio::test(flavor = "multi_thread")]
async fn text_that_nobody_sees_or_that_turns_the_page_is_refused_wherever_people_write() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let run = centre.youth.begins("work-energy").await;
    let own = format!("/me/runs/{run}/answers/energy");
    let steps = format!("/youths/{}/steps", centre.youth.id);
    let before = world.head();
    for (text, reason) in [
        ("\u{200b}\u{200b}", "nameBlank"),
        ("\u{3164}", "nameBlank"),
        ("\u{2800}", "nameBlank"),
        ("\u{301}", "nameBlank"),
        ("Jan\nPeeters", "characterNotAllowed"),
        ("Ana\0", "characterNotAllowed"),
        ("\u{202e}nanA", "characterNotAllowed"),
        ("\u{2066}Ana", "characterNotAllowed"),
        ("Jan\u{2028}Peeters", "characterNotAllowed"),
    ] {
        let youth = facts::youth(text);
        centre.lead.post("/youths", &youth).send().await.has_issue("name", reason);
        let named = with(facts::centre("lsc02", "An Lead"), "/name", json!(text));
        operator.post("/centres", &named).send().await.has_issue("name", reason);
        let led = facts::centre("lsc02", text);
        operator.post("/centres", &led).send().await.has_issue("lead.name", reason);
    }
    for text in ["a\0b", "a\u{1b}[31m", "a\u{202e}b"] {
        let answer = json!({ "chosen": { "options": [], "own": text } });
        let answered = centre.youth.put(&own, &answer).send().await;
        answered.has_issue("chosen.own", "characterNotAllowed");
        let mut step = facts::step(ActionCategory::Intake);
        step["note"] = json!(text);
        centre.coach.post(&steps, &step).send().await.has_issue("note", "characterNotAllowed");
    }
    assert_eq!(world.head(), before, "nothing happened");
    let unseen = json!({ "chosen": { "options": ["hands"], "own": "\u{200b}" } });
    let answered = centre.youth.answers(run, "energy", &unseen);
    assert_eq!(
        answered.await["chosen"]["own"],
        Value::Null,
        "nothing that can be seen is no words"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_and_a_coach_find_a_name_as_they_would_type_it() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    for name in
        ["Zoë Peeters", "Jose\u{301} Maes", "İbrahim Yılmaz", "Jan van den Berg", "O’Brien Sean"]
    {
        let youth = centre.lead.registers_youth(name).await;
        world.signs_in(&youth.card).await.chooses_coach(centre.coach.id).await;
    }
    for (typed, name) in [
        ("zoe", "Zoë Peeters"),
        ("Jos%C3%A9", "José Maes"),
        ("ibrahim", "İbrahim Yılmaz"),
        ("yilmaz", "İbrahim Yılmaz"),
        ("berg%20jan", "Jan van den Berg"),
        ("Jan%20%20van", "Jan van den Berg"),
        ("o'brien", "O’Brien Sean"),
    ] {
        for (reader, path) in
            [(&centre.lead, "/people?role=youth&q="), (&centre.coach, "/youths?q=")]
        {
            let found = reader.reads(&format!("{path}{typed}")).await;
            let names: Vec<_> =
                found["items"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
            assert_eq!(names, [name], "{typed}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_parameter_of_a_query_is_named() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let lead = &centre.lead;
    for (query, field) in [
        ("from=yesterday", "from"),
        ("to=2026-13-01", "to"),
        ("asOf=noon", "asOf"),
        ("asOf=2026-03-09T12:00", "asOf"),
        ("asOf=2099-01-01T00:00:00Z", "asOf"),
        ("asOf=2099-01-01", "asOf"),
        ("population=all", "population"),
        ("from=2026-02-01&to=2026-01-01", "from"),
        ("from=1026-02-01", "to"),
    ] {
        let answer = lead.get(&format!("/tables/1?{query}")).send().await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.json["issues"][0]["name"], field);
        assert_eq!(answer.json["issues"][0]["in"], "query");
    }
    lead.get("/people?page=x").send().await.has_issue("page", "unknownValue");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_too_large_or_unreadable_is_refused() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let coach = &centre.coach;
    let path = format!("/youths/{}/steps", centre.youth.id);
    let command = || coach.bare(http::Method::POST, &path);
    let huge = format!(r#"{{"note":"{}"}}"#, "x".repeat(64 * 1024));
    command().bytes(huge.into()).send().await.is_problem(413, "tooLarge");
    // Who does not stop sending may find the line closed before the answer is read.
    if let Ok(answer) = command().bytes(vec![b'x'; 5 * 1024 * 1024]).attempt().await {
        answer.is_problem(413, "tooLarge");
    }
    command().bytes(b"{".to_vec()).send().await.is_problem(400, "malformed");
    command().bytes(vec![0xff, 0xfe]).send().await.is_problem(400, "malformed");
    command().send().await.is_problem(415, "unsupportedMediaType");
    let nested = "[".repeat(50_000);
    command().bytes(nested.into()).send().await.is_problem(422, "invalid");
}
