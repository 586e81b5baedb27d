//! The same command again, and commands decided on what is no longer so.

use events::ActionCategory;
use http::Method;
use serde_json::{Value, json};
use tests::{Answer, World, facts, site::name};
use uuid::Uuid;

fn position(answer: &Answer) -> &str {
    answer.headers[name::POSITION].to_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_command_gets_the_first_answer_and_doubles_nothing() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let other = centre.lead.registers_youth("Other Youth").await;
    let run = centre.youth.begins("work-energy").await;
    let steps = format!("/youths/{}/steps", centre.youth.id);
    let commands = [
        (&operator, Method::POST, "/centres".to_owned(), facts::centre("lsc02", "An Lead")),
        (&centre.lead, Method::POST, "/people".to_owned(), facts::youth("Sam Youth")),
        (&centre.lead, Method::POST, "/people".to_owned(), facts::coach("Lotte Coach")),
        (&centre.lead, Method::POST, format!("/people/{}/cards", other.id), json!({})),
        (&centre.coach, Method::POST, steps, facts::step(ActionCategory::Intake)),
        (&centre.youth, Method::PUT, "/me/avatar".to_owned(), json!({ "avatar": "a-b-c" })),
        (&centre.youth, Method::PUT, "/me/coach".to_owned(), json!({ "coach": centre.coach.id })),
        (
            &centre.youth,
            Method::PUT,
            format!("/me/runs/{run}/answers/energy"),
            json!({ "options": ["hands"] }),
        ),
    ];
    for (person, method, path, body) in commands {
        let key = Uuid::now_v7();
        let send = || person.command(method.clone(), &path, &body).key(key).send();
        let first = send().await;
        assert!((200..300).contains(&first.status), "{path}: {}", first.text);
        let events = world.events();
        let (second, third) = tokio::join!(send(), send());
        for again in [second, third] {
            assert_eq!((again.status, &again.text), (first.status, &first.text), "{path}");
            assert_eq!(position(&again), position(&first), "{path}");
        }
        assert_eq!(world.events(), events, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_with_the_same_key_are_one() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let (key, step) = (Uuid::now_v7(), facts::step(ActionCategory::Intake));
    let path = format!("/youths/{}/steps", centre.youth.id);
    let tries: Vec<_> =
        (0..16).map(|_| tokio::spawn(centre.coach.post(&path, &step).key(key).send())).collect();
    let mut answers = Vec::new();
    for one in tries {
        answers.push(one.await.unwrap().with(201));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(centre.coach.reads("/youths").await["items"][0]["steps"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_repeated_after_the_exercise_is_completed_is_still_the_first_one() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let youth = &centre.youth;
    let exercises = youth.reads("/exercises").await;
    let exercise = &exercises["items"][0];
    let run = youth.begins(exercise["id"].as_str().unwrap()).await;
    let mut tries = Vec::new();
    for step in exercise["steps"].as_array().unwrap() {
        let path = format!("/me/runs/{run}/answers/{}", step["id"].as_str().unwrap());
        let (key, answer) = (Uuid::now_v7(), facts::answer(step, None));
        let first = youth.put(&path, &answer).key(key).send().await;
        tries.push((path, key, answer, first));
    }
    let end = json!({ "seconds": 60 });
    youth.post(&format!("/me/runs/{run}/completion"), &end).send().await.with(200);
    for (path, key, answer, first) in tries {
        let again = youth.put(&path, &answer).key(key).send().await;
        assert_eq!(again.text, first.text);
        youth.put(&path, &answer).send().await.is_refused("alreadyCompleted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_decided_on_an_older_state_is_told_both_revisions() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let path = format!("/youths/{}", centre.youth.id);
    let seen = centre.coach.reads(&path).await["revision"].as_u64().unwrap();
    let register = |step: Value| centre.coach.post(&format!("{path}/steps"), &step);
    let first = register(facts::step(ActionCategory::Intake)).on_revision(seen).send().await;
    first.with(201);
    let late = register(facts::step(ActionCategory::StcTool)).on_revision(seen).send().await;
    late.is_problem(409, "stale");
    assert_eq!(late.json["expectedRevision"], seen);
    assert_eq!(late.json["actualRevision"], seen + 1);
    let now = late.json["actualRevision"].as_u64().unwrap();
    register(facts::step(ActionCategory::StcTool)).on_revision(now).send().await.with(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_thing_with_another_key_is_refused() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let youth = facts::youth("Sam Youth");
    centre.lead.registers(&youth).await;
    centre.lead.post("/people", &youth).send().await.is_refused("personExists");
    let again = facts::centre("lsc01", "An Lead");
    operator.post("/centres", &again).send().await.is_refused("centreExists");
    let step = facts::step(ActionCategory::Intake);
    centre.coach.registers_step(centre.youth.id, &step).await;
    let path = format!("/youths/{}/steps", centre.youth.id);
    centre.coach.post(&path, &step).send().await.is_refused("stepExists");
    // Taking back twice is once.
    let step = step["id"].as_str().unwrap();
    centre.coach.withdraws_step(centre.youth.id, step).await;
    let events = world.events();
    centre.coach.withdraws_step(centre.youth.id, step).await;
    assert_eq!(world.events(), events);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_is_for_one_command() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let (key, path) = (Uuid::now_v7(), format!("/youths/{}/steps", centre.youth.id));
    let [one, other] = [ActionCategory::Intake, ActionCategory::StcTool].map(facts::step);
    centre.coach.post(&path, &one).key(key).send().await.with(201);
    let answer = centre.coach.post(&path, &other).key(key).send().await;
    answer.has_issue("Idempotency-Key", "usedAlready");
    assert_eq!(centre.coach.reads("/youths").await["items"][0]["steps"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_whose_caseload_is_full_has_no_room() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let mut part_time = facts::coach("Lotte Coach");
    part_time["fte"] = json!(0.1);
    let coach = centre.lead.registers(&part_time).await;
    for name in ["One", "Two"] {
        let youth = centre.lead.registers_youth(name).await;
        world.signs_in(&youth.card).await.chooses_coach(coach.id).await;
    }
    let choice = centre.youth.put("/me/coach", &json!({ "coach": coach.id })).send().await;
    choice.is_refused("coachHasNoRoom");
    let nobody = json!({ "coach": Uuid::now_v7() });
    let choice = centre.youth.put("/me/coach", &nobody).send().await;
    choice.has_issue("coach", "coachUnknown");
}
