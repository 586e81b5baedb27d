//! A youth who does the same exercise more than once.

use domain::run::RUNS_PER_YOUTH_MAX;

use super::*;

#[tokio::test]
async fn a_completed_exercise_is_done_again_in_a_new_run() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let before = world.whole_run(youth, HOUSING).await;
    let again = world.whole_run(youth, HOUSING).await;
    assert_ne!(before.id, again.id);
    assert_eq!(before.revision, again.revision, "each begins anew");
    assert_eq!(world.completions(youth, youth.actor).await.unwrap().len(), 2);
}

#[tokio::test]
async fn of_each_exercise_the_last_open_run_and_the_last_completed_one_are_listed() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let [forgotten, open] = [(); 2].map(|()| Uuid::now_v7());
    let housing = &exercise_of(HOUSING).id;
    world.whole_run(youth, HOUSING).await;
    world.start(youth, Uuid::now_v7(), forgotten, housing).await.unwrap();
    let completed = world.whole_run(youth, HOUSING).await;
    world.start(youth, Uuid::now_v7(), open, housing).await.unwrap();
    let health = world.whole_run(youth, HEALTH).await;
    let listed = world.runs(youth).await;
    let ids: Vec<_> = listed.iter().map(|run| &*run.id).collect();
    assert_eq!(ids, [&*completed.id, &*open.to_string(), &*health.id], "oldest first");
    assert_eq!((&listed[0], &listed[2]), (&completed, &health), "with their answers");
    assert!(listed[1].state == "open" && listed[1].answers.is_empty());
}

#[tokio::test]
async fn the_overview_shows_the_later_answer_also_of_a_run_that_was_begun_before() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    world.whole_run(youth, HOUSING).await;
    let step = &exercise_of(HOUSING).steps[0];
    let options = vec![step.things()[2].id.clone()];
    let later = chosen(&step.id, &options[0]);
    world.answer(youth, Uuid::now_v7(), run, later.clone()).await.unwrap();
    let overview = world.overview(youth, "nl").await;
    let of_step = overview.want.iter().filter(|finding| finding.step == later.step);
    let shown: Vec<_> = of_step.filter_map(|finding| finding.option.clone()).collect();
    assert_eq!(shown, options);
}

#[tokio::test]
async fn the_id_of_somebody_elses_run_is_taken_in_their_centre_only() {
    let (_dir, world) = new_world();
    let (one, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let exercise = &exercise_of(HOUSING).id;
    world.start(one, Uuid::now_v7(), run, exercise).await.unwrap();
    let other = someone("lsc07", Role::Youth);
    let refused = world.start(other, Uuid::now_v7(), run, exercise).await.unwrap_err();
    assert_eq!(refused.message(), "runExists");
    assert!(world.runs(other).await.is_empty());
    world.start(someone("lsc08", Role::Youth), Uuid::now_v7(), run, exercise).await.unwrap();
}

#[tokio::test]
async fn who_began_as_many_runs_as_the_limit_begins_no_other_one() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let housing = &exercise_of(HOUSING).id;
    world.began(youth, HEALTH, RUNS_PER_YOUTH_MAX - 1).await;
    world.start(youth, Uuid::now_v7(), Uuid::now_v7(), housing).await.unwrap();
    let refused = world.start(youth, Uuid::now_v7(), Uuid::now_v7(), housing).await.unwrap_err();
    assert_eq!(refused.message(), "tooManyRuns");
    let other = someone("lsc07", Role::Youth);
    world.start(other, Uuid::now_v7(), Uuid::now_v7(), housing).await.unwrap();
}

#[tokio::test]
async fn what_happens_in_another_run_makes_no_command_stale() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let begun = world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    world.whole_run(youth, HEALTH).await;
    let answer = async |revision: u64| {
        let message = answering(run, first_answer(HOUSING));
        let mut request = world.request(youth, Uuid::now_v7(), message);
        let revision = revision.to_string().parse().unwrap();
        request.metadata_mut().insert(metadata::EXPECTED_REVISION, revision);
        world.run_client().answer_step(request).await
    };
    let seen = begun.run.unwrap().revision;
    let answered = answer(seen).await.unwrap().into_inner().run.unwrap();
    assert_eq!(answered.revision, seen + 1);
    assert_eq!(answer(seen).await.unwrap_err().code(), Code::Aborted);
}
