//! A young person erases what they answered, in one exercise or in all, and asks nobody.

use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

const OWN: &str = "een orgel van oude fietsen";

fn id_of(run: &Value) -> Uuid {
    run["id"].as_str().unwrap().parse().unwrap()
}

/// Which exercises somebody has runs of that are told, also in everything that can be taken along.
async fn exercises(youth: &Person) -> Vec<String> {
    let [listed, all] = [youth.reads("/me/runs").await, youth.reads("/me/runs?all=true").await]
        .map(|runs| {
            let runs = runs["items"].as_array().unwrap().iter();
            runs.map(|run| run["exercise"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        });
    assert_eq!(listed, all);
    listed
}

/// How many exercises the coach's only youth completed.
async fn completed(coach: &Person) -> Value {
    coach.reads("/youths").await["items"][0]["exercisesCompleted"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_youth_erases_is_gone_for_everybody_and_the_rest_stays() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let Centre { youth, coach, lead, .. } = &centre;
    let catalogue = youth.reads("/exercises").await;
    let catalogue = catalogue["items"].as_array().unwrap();
    let with_words = catalogue.iter().filter(|it| it["domain"] == "leisure").collect::<Vec<_>>();
    let [erased, kept] =
        [youth.does(with_words[0], Some(OWN)).await, youth.does(with_words[1], None).await];
    youth.shares("leisure", coach.id).await;
    let shared = format!("/youths/{}/overview", youth.id);
    assert!(coach.reads(&shared).await.to_string().contains(OWN));
    assert_eq!(completed(coach).await, 2);

    let sam = world.signs_in(&lead.registers_youth("Sam Youth").await.card).await;
    sam.erases_answers(Some(id_of(&erased))).await;
    assert!(coach.reads(&shared).await.to_string().contains(OWN), "of Sam there is no such run");
    for staff in [coach, lead] {
        let path = "/me/answers/erasure";
        staff.post(path, &json!({ "run": null })).send().await.is_problem(403, "forbidden");
    }

    for _ in 0..2 {
        youth.erases_answers(Some(id_of(&erased))).await;
        assert_eq!(exercises(youth).await, [kept["exercise"].as_str().unwrap()]);
    }
    for (reader, path) in [(youth, "/me/overview"), (coach, &*shared)] {
        let read = reader.reads(path).await.to_string();
        assert!(!read.contains(OWN), "{read}");
        assert!(read.contains(kept["exercise"].as_str().unwrap()), "{read}");
    }
    assert_eq!(completed(coach).await, 1);
    let log = youth.reads(&format!("/audit-log?person={}", youth.id)).await;
    let told =
        log["entries"].as_array().unwrap().iter().filter(|it| it["change"] == "answersErased");
    assert_eq!(told.count(), 2);

    let again = youth.does(with_words[0], Some(OWN)).await;
    assert_ne!(id_of(&again), id_of(&erased));
    assert!(youth.reads("/me/overview").await.to_string().contains(OWN), "it can be done again");
    world.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_is_over_with_everything_that_is_erased_and_can_be_begun_anew() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let youth = &centre.youth;
    let exercises_of = youth.reads("/exercises").await;
    let exercise = &exercises_of["items"][0];
    let step = &exercise["steps"][0];
    let [answered, untouched] = [
        youth.begins(exercise["id"].as_str().unwrap()).await,
        youth.begins(exercise["id"].as_str().unwrap()).await,
    ];
    let (name, answer) = (step["id"].as_str().unwrap(), facts::answer(step, None));
    youth.answers(answered, name, &answer).await;
    youth.erases_answers(None).await;
    assert!(exercises(youth).await.is_empty());
    for run in [answered, untouched] {
        let path = format!("/me/runs/{run}/answers/{name}");
        youth.put(&path, &answer).send().await.is_not_found();
    }
    let run = youth.begins(exercise["id"].as_str().unwrap()).await;
    youth.answers(run, name, &answer).await;
    assert_eq!(exercises(youth).await.len(), 1);
    world.stops().await;
}
