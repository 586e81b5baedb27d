//! What stays, and in which form.

use domain::run::{Answer, Run, Start};
use eventlog::Position;
use kernel::Decision;
use runtime::{
    Ctx, View,
    access::Permit,
    execute::{Target, execute},
    projector::{Partitions, replay_tenants},
};

use super::*;
use crate::views::Completions;

#[tokio::test]
async fn a_restart_keeps_every_answer() {
    let (dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    world.whole_run(youth, HOUSING).await;
    let runs = world.runs(youth).await;
    let vault = world.close().await;
    let world = World::open(dir.path(), vault);
    assert_eq!(world.runs(youth).await, runs);
    let lead = someone("lsc07", Role::Lead);
    world.accompanied(youth, lead).await;
    assert_eq!(world.count(lead, &[youth.actor]).await.unwrap(), [1]);
}

#[tokio::test]
async fn without_a_key_the_runs_stay_and_the_answers_are_gone() {
    let (dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let run = world.whole_run(youth, HOUSING).await;
    world.close().await;
    let world = World::open(dir.path(), Arc::default());
    let kept = wire::Run { answers: Vec::new(), ..run };
    assert_eq!(world.runs(youth).await, [kept]);
    assert_eq!(world.overview(youth, "nl").await, wire::GetOverviewResponse::default());
}

/// A command on a run as no version of the catalogue gives it.
async fn does(world: &World, youth: Caller, run: Uuid, command: &impl Decision<State = Run>) {
    let target = Target::today(run, Some(youth.actor), clock::today());
    let tenant = youth.centre.parse().unwrap();
    let ctx = Ctx::internal(tenant, youth.actor, youth.role, Uuid::now_v7());
    execute(&world.backends, &Permit::internal(ctx), target, command).await.unwrap();
}

#[tokio::test]
async fn answers_to_a_version_that_is_not_kept_are_listed_but_not_explained() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let (exercise, answer) = (exercise_of(HOUSING), first_answer(HOUSING));
    let first = exercise.steps[0].things()[0].id.clone();
    let given = Given::Chosen(Choice { options: vec![first], own: None });
    let step = answer.step.clone();
    let rule_of = |_: &str, _, _: &str| Some(exercise_of(HOUSING).steps[0].rule());
    let start = Start { version: exercise.version + 98, ..exercise.start(0) };
    does(&world, youth, run, &start).await;
    does(&world, youth, run, &Answer { step, rule_of, given }).await;
    assert_eq!(world.runs(youth).await[0].answers, std::slice::from_ref(&answer));
    assert_eq!(world.overview(youth, "nl").await, wire::GetOverviewResponse::default());
    let answered = world.answer(youth, Uuid::now_v7(), run, answer).await;
    assert_eq!(answered.unwrap_err().message(), "unknownStep");
    let completed = world.complete(youth, Uuid::now_v7(), run).await;
    assert_eq!(completed.unwrap_err().message(), "unknownExercise");
}

#[tokio::test]
async fn no_file_holds_an_answer_in_the_open() {
    let (dir, world) = new_world();
    world.whole_run(someone("lsc07", Role::Youth), HEALTH).await;
    let step = &exercise_of(HEALTH).steps[1];
    let option = &step.things()[0].id;
    let mut steps_seen = 0;
    for file in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(!holds(OWN) && !holds(&format!("\"{option}\"")));
        steps_seen += usize::from(holds(&step.id));
    }
    assert!(steps_seen > 0, "the log was not looked into");
}

#[tokio::test]
async fn the_live_view_equals_its_replay() {
    let (_dir, world) = new_world();
    let (one, other) = (someone("lsc07", Role::Youth), someone("lsc08", Role::Youth));
    let (stop, stopped) = watch::channel(false);
    let live = Partitions::<Completions>::start(&world.backends, stopped).await.unwrap();
    world.whole_run(one, HOUSING).await;
    world.whole_run(one, HEALTH).await;
    world.whole_run(other, HOUSING).await;
    world.start(other, Uuid::now_v7(), Uuid::now_v7(), &exercise_of(HEALTH).id).await.unwrap();
    let end = *world.backends.log.head().borrow();
    live.at_least(end).await.unwrap();
    let (log, keys) = (world.backends.log.clone(), world.backends.keys.clone());
    let replayed = replay_tenants::<Completions>(log, keys, end).await.unwrap();
    assert_eq!(replayed.len(), 2);
    for (tenant, replayed) in replayed {
        let ctx = Ctx::internal(tenant, Uuid::nil(), Role::Service, Uuid::now_v7());
        let seen = live.of(&ctx).await.unwrap();
        seen.get(|live| assert_eq!(*live, replayed.view));
        assert_eq!(Completions::load(&replayed.view.save()), Some(replayed.view));
        let completed =
            seen.get(|live| [one, other].map(|youth| live.of(youth.actor, Position::START)));
        let ours = if ctx.tenant().as_str() == "lsc07" { [2, 0] } else { [0, 1] };
        assert_eq!(completed, ours, "of one centre only");
    }
    stop.send(true).unwrap();
}
