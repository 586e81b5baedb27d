//! What callers see.

use super::*;

#[tokio::test]
async fn a_youth_does_an_exercise_from_beginning_to_end() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let run = world.whole_run(youth, HOUSING).await;
    let exercise = exercise_of(HOUSING);
    assert!(run.state == "completed" && run.completed_at.is_some());
    assert_eq!((&*run.exercise, &*run.domain), (&*exercise.id, "housing"));
    assert_eq!(run.answers.len(), exercise.steps.len());
    assert_eq!(run.answers[0], answer_of(&exercise.steps[0]));
    assert_eq!(run.revision, exercise.steps.len() as u64 + 1);
    assert_eq!(world.runs(youth).await, [run]);
}

#[tokio::test]
async fn a_changed_answer_replaces_the_one_before() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    world.start(youth, Uuid::now_v7(), run, &exercise_of(HEALTH).id).await.unwrap();
    let first = first_answer(HEALTH);
    world.answer(youth, Uuid::now_v7(), run, first.clone()).await.unwrap();
    let changed = chosen(&first.step, &exercise_of(HEALTH).steps[0].things()[1].id);
    let answered = world.answer(youth, Uuid::now_v7(), run, changed.clone()).await.unwrap();
    assert_eq!(answered.run.unwrap().answers, [changed]);
}

#[tokio::test]
async fn a_repeated_command_is_answered_as_the_first_time() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let [start, answer, complete] = [(); 3].map(|()| Uuid::now_v7());
    let exercise = exercise_of(HOUSING);
    let started = world.start(youth, start, run, &exercise.id).await.unwrap();
    let answered = world.answer(youth, answer, run, first_answer(HOUSING)).await.unwrap();
    for step in &exercise.steps[1..] {
        let one = chosen(&step.id, &step.things()[0].id);
        world.answer(youth, Uuid::now_v7(), run, one).await.unwrap();
    }
    let completed = world.complete(youth, complete, run).await.unwrap();
    let end = *world.backends.log.head().borrow();
    assert_eq!(world.start(youth, start, run, &exercise.id).await.unwrap(), started);
    assert_eq!(world.answer(youth, answer, run, first_answer(HOUSING)).await.unwrap(), answered);
    assert_eq!(world.complete(youth, complete, run).await.unwrap(), completed);
    assert_eq!(*world.backends.log.head().borrow(), end);
}

#[tokio::test]
async fn the_runs_of_another_youth_do_not_exist() {
    let (_dir, world) = new_world();
    let (one, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    world.start(one, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    let abroad = Caller { centre: "lsc08", ..one };
    for other in [someone("lsc07", Role::Youth), someone("lsc08", Role::Youth), abroad] {
        let answered = world.answer(other, Uuid::now_v7(), run, first_answer(HOUSING)).await;
        assert_eq!(answered.unwrap_err().code(), Code::NotFound);
        let completed = world.complete(other, Uuid::now_v7(), run).await;
        assert_eq!(completed.unwrap_err().code(), Code::NotFound);
        assert!(world.runs(other).await.is_empty());
        if other.actor != one.actor {
            let seen = world.completions(other, one.actor).await;
            assert_eq!(seen.unwrap_err().code(), Code::NotFound);
        }
    }
}

#[tokio::test]
async fn the_overview_speaks_three_languages_and_keeps_own_words() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    world.whole_run(youth, HEALTH).await;
    world.whole_run(youth, HOUSING).await;
    for name in ["nl", "fi", "en"] {
        let overview = world.overview(youth, name).await;
        let language = name.parse().unwrap();
        let parts = [("want", overview.want), ("can", overview.can), ("who", overview.who)];
        for (part, findings) in parts {
            let expected = [HOUSING, HEALTH].into_iter().flat_map(|domain| {
                let steps = exercise_of(domain).steps.iter();
                let fed = steps.filter(|step| {
                    step.overview.is_some_and(|fed| events::Code::name(fed) == part)
                });
                fed.flat_map(|step| {
                    let StepKind::Choose(choose) = &step.kind else { return [None, None] };
                    let label = choose.options[0].label.in_language(language).to_owned();
                    [Some(label), (choose.pick_max > 1).then(|| OWN.to_owned())]
                })
            });
            let expected: Vec<_> = expected.flatten().collect();
            let labels: Vec<_> = findings.iter().map(|finding| finding.label.clone()).collect();
            assert_eq!(labels, expected, "{part} in {name}");
        }
    }
}

#[tokio::test]
async fn the_overview_shows_the_latest_answer_of_an_unfinished_run() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let before = world.whole_run(youth, HOUSING).await;
    world.start(youth, Uuid::now_v7(), run, &before.exercise).await.unwrap();
    let step = &exercise_of(HOUSING).steps[0];
    let latest = chosen(&step.id, &step.things()[2].id);
    world.answer(youth, Uuid::now_v7(), run, latest.clone()).await.unwrap();
    let overview = world.overview(youth, "nl").await;
    let of_step = overview.want.iter().filter(|finding| finding.step == latest.step);
    let options: Vec<_> = of_step.map(|finding| finding.option.clone()).collect();
    assert_eq!(options, [Some(step.things()[2].id.clone())]);
    assert!(!overview.who.is_empty());
}

#[tokio::test]
async fn a_run_is_completed_when_every_step_is_answered() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    world.answer(youth, Uuid::now_v7(), run, first_answer(HOUSING)).await.unwrap();
    let refused = world.complete(youth, Uuid::now_v7(), run).await.unwrap_err();
    assert_eq!((refused.code(), refused.message()), (Code::FailedPrecondition, "stepsUnanswered"));
}

#[tokio::test]
async fn what_the_catalogue_does_not_have_is_refused_by_name() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let unknown = world.start(youth, Uuid::now_v7(), run, "nonsense").await.unwrap_err();
    assert_eq!(unknown.message(), "unknownExercise");
    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    let step = wire::Answer { step: "nonsense".to_owned(), ..first_answer(HOUSING) };
    let unknown = world.answer(youth, Uuid::now_v7(), run, step).await.unwrap_err();
    assert_eq!(unknown.message(), "unknownStep");
    let option = chosen(&first_answer(HOUSING).step, "nonsense");
    let unknown = world.answer(youth, Uuid::now_v7(), run, option).await.unwrap_err();
    assert_eq!(
        (unknown.code(), unknown.message()),
        (Code::InvalidArgument, "chosen.options: unknownOption")
    );
}

#[tokio::test]
async fn staff_of_the_centre_see_what_was_completed_and_never_an_answer() {
    let (_dir, world) = new_world();
    let youth = someone("lsc07", Role::Youth);
    let run = world.whole_run(youth, HOUSING).await;
    world.whole_run(youth, HOUSING).await;
    for role in [Role::Coach, Role::Lead] {
        let staff = someone("lsc07", role);
        world.accompanied(youth, staff).await;
        let seen = world.completions(staff, youth.actor).await.unwrap();
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].exercise, run.exercise);
        let title = &exercise_of(HOUSING).title;
        assert_eq!(seen[0].title, title.in_language("en".parse().unwrap()));
        assert_eq!(world.count(staff, &[youth.actor]).await.unwrap(), [1]);
        let abroad = Caller { centre: "lsc08", ..staff };
        for stranger in [someone("lsc08", role), abroad] {
            world.knows_nothing_of(stranger, youth.actor).await;
        }
        world.knows_nothing_of(staff, Uuid::now_v7()).await;
        let request = world.request(staff, Uuid::now_v7(), wire::ListRunsRequest::default());
        let denied = world.run_client().list_runs(request).await.unwrap_err();
        assert_eq!(denied.code(), Code::PermissionDenied);
    }
    assert_eq!(world.completions(youth, youth.actor).await.unwrap().len(), 2);
    let denied = world.count(youth, &[youth.actor]).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn what_was_completed_is_listed_a_page_at_a_time_newest_first() {
    let (_dir, world) = new_world();
    let (youth, lead) = (someone("lsc07", Role::Youth), someone("lsc07", Role::Lead));
    world.whole_run(youth, HOUSING).await;
    world.accompanied(youth, lead).await;
    world.start(youth, Uuid::now_v7(), Uuid::now_v7(), &exercise_of(HOUSING).id).await.unwrap();
    for _ in 0..2 {
        world.whole_run(youth, HEALTH).await;
    }
    for caller in [youth, lead] {
        let first = world.completed(caller, youth.actor, None, 2).await.unwrap();
        let domains = first.completions.iter().map(|it| &*it.domain);
        assert_eq!((domains.collect::<Vec<_>>(), first.more), (vec![HEALTH; 2], true));
        assert!(first.completions[0].position > first.completions[1].position);
        let last = first.completions.last();
        let rest = world.completed(caller, youth.actor, last, 2).await.unwrap();
        let domains = rest.completions.iter().map(|it| &*it.domain);
        assert_eq!((domains.collect::<Vec<_>>(), rest.more), (vec![HOUSING], false));
    }
    let refused = world.completed(youth, youth.actor, None, 201).await.unwrap_err();
    assert_eq!(refused.message(), "limit: tooMany");
}

#[tokio::test]
async fn another_coach_does_not_learn_what_a_youth_completed() {
    let (_dir, world) = new_world();
    let (youth, unseen) = (someone("lsc07", Role::Youth), someone("lsc07", Role::Youth));
    let [karel, piet] = [(); 2].map(|()| someone("lsc07", Role::Coach));
    world.whole_run(youth, HOUSING).await;
    world.knows_nothing_of(karel, youth.actor).await;
    world.accompanied(youth, karel).await;
    world.accompanied(unseen, piet).await;
    assert_eq!(world.count(karel, &[youth.actor]).await.unwrap(), [1]);
    world.knows_nothing_of(piet, youth.actor).await;
    // Nor among others.
    let both = world.count(piet, &[unseen.actor, youth.actor]).await;
    assert_eq!(both.unwrap_err().code(), Code::NotFound);
    world.accompanied(youth, piet).await;
    assert_eq!(world.completions(piet, youth.actor).await.unwrap().len(), 1);
    world.knows_nothing_of(karel, youth.actor).await;
}

#[tokio::test]
async fn a_question_names_a_thousand_youths_at_most() {
    let (_dir, world) = new_world();
    let refused = world.count(someone("lsc07", Role::Coach), &[Uuid::nil(); 1_001]).await;
    assert_eq!(refused.unwrap_err().message(), "youths: tooMany");
}

#[tokio::test]
async fn the_catalogue_is_listed_in_the_asked_language() {
    let (_dir, world) = new_world();
    let list = |language: &str| {
        let message = wire::ListExercisesRequest { language: language.to_owned() };
        let request = world.request(someone("lsc07", Role::Coach), Uuid::now_v7(), message);
        let mut client = world.exercise_client();
        async move { client.list_exercises(request).await.map(tonic::Response::into_inner) }
    };
    let dutch = list("nl").await.unwrap().items;
    assert_eq!(dutch.len(), catalogue().exercises().count());
    let title = exercise_of(HOUSING).title.in_language("nl".parse().unwrap());
    assert_eq!((&*dutch[0].domain, &*dutch[0].title, &*dutch[0].kind), ("housing", title, "core"));
    assert_eq!(list("sv").await.unwrap_err().message(), "language: unknownValue");
}

#[tokio::test]
async fn cards_are_sorted_and_those_of_a_pile_that_says_so_come_into_the_overview() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    let exercise = catalogue().newest("leisure-like-maybe").unwrap();
    world.start(youth, Uuid::now_v7(), run, &exercise.id).await.unwrap();
    let piles = &exercise.steps[0];
    let sorted = |placed: &[(&str, &str)]| {
        let put = |(card, bin): &(&str, &str)| wire::Placed {
            card: (*card).to_owned(),
            bin: (*bin).to_owned(),
        };
        let sorted = wire::Sorted { placed: placed.iter().map(put).collect() };
        wire::Answer { step: piles.id.clone(), given: Some(wire::answer::Given::Sorted(sorted)) }
    };
    let some = sorted(&[("music", "like"), ("sport", "not"), ("film", "like")]);
    world.answer(youth, Uuid::now_v7(), run, some.clone()).await.unwrap();
    let with = &exercise.steps[1];
    world.answer(youth, Uuid::now_v7(), run, chosen(&with.id, "alone")).await.unwrap();
    assert_eq!(world.runs(youth).await[0].answers[0], some);
    let overview = world.overview(youth, "en").await;
    let liked: Vec<_> = overview.want.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(liked, ["Listen to music", "Watch a film"]);
    let unfinished = world.complete(youth, Uuid::now_v7(), run).await;
    assert_eq!(unfinished.unwrap_err().message(), "stepsUnanswered");
    world.answer(youth, Uuid::now_v7(), run, answer_of(piles)).await.unwrap();
    world.complete(youth, Uuid::now_v7(), run).await.unwrap();

    let twice = sorted(&[("music", "like"), ("music", "not")]);
    let other = Uuid::now_v7();
    world.start(youth, Uuid::now_v7(), other, &exercise.id).await.unwrap();
    let refused = world.answer(youth, Uuid::now_v7(), other, twice).await;
    assert_eq!(refused.unwrap_err().message(), "sorted.placed: optionTwice");
}

#[tokio::test]
async fn what_was_chosen_as_before_there_were_kinds_counts_all_the_same() {
    let (_dir, world) = new_world();
    let (youth, run) = (someone("lsc07", Role::Youth), Uuid::now_v7());
    world.start(youth, Uuid::now_v7(), run, &exercise_of(HOUSING).id).await.unwrap();
    let step = &exercise_of(HOUSING).steps[0];
    let before = RunEvent::StepAnswered {
        step: step.id.clone(),
        choice: Personal::Open(Choice { options: vec![step.things()[1].id.clone()], own: None }),
    };
    world.happened_in(youth, run, before).await;
    assert_eq!(world.runs(youth).await[0].answers, [chosen(&step.id, &step.things()[1].id)]);
}
