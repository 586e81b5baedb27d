//! What a youth may do with an exercise, by example.

use platform::spec::given;

use super::*;

const RUN: Uuid = Uuid::from_u128(1);

fn started_in(exercise: &str, domain: LifeDomain) -> RunsEvent {
    RunsEvent::RunStarted { run: RUN, exercise: exercise.to_owned(), version: 1, domain }
}

fn started() -> RunsEvent {
    started_in("work-first-steps", LifeDomain::Work)
}

fn completed() -> RunsEvent {
    RunsEvent::RunCompleted { run: RUN, seconds: 180 }
}

fn choice(options: &[&str], own: Option<&str>) -> Choice {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    Choice { options, own: own.map(str::to_owned) }
}

fn answered(options: &[&str], own: Option<&str>) -> RunsEvent {
    let choice = Personal::Open(choice(options, own));
    RunsEvent::StepAnswered { run: RUN, step: "energy".to_owned(), choice }
}

fn start(exercise: &str) -> Command {
    let (exercise, domain) = (exercise.to_owned(), LifeDomain::Work);
    Command::Start { run: RUN, exercise, version: 1, domain }
}

fn rule() -> StepRule {
    let options = ["people", "quiet", "outdoors"].map(str::to_owned).to_vec();
    StepRule { pick_max: 2, options, own_allowed: true }
}

fn answer_by(rule: Option<StepRule>, options: &[&str], own: Option<&str>) -> Command {
    Command::Answer { run: RUN, step: "energy".to_owned(), rule, choice: choice(options, own) }
}

fn answer(options: &[&str], own: Option<&str>) -> Command {
    answer_by(Some(rule()), options, own)
}

fn complete(seconds: u32, chosen: usize) -> Command {
    let steps = Some(vec![
        StepProgress { pick_min: 1, chosen: 2 },
        StepProgress { pick_min: 1, chosen },
        StepProgress { pick_min: 0, chosen: 0 },
    ]);
    Command::Complete { run: RUN, seconds, steps }
}

#[test]
fn a_youth_begins_an_exercise() {
    given::<Runs>([]).when(start("work-first-steps")).then([started()]);
}

#[test]
fn beginning_the_same_run_twice_is_one_beginning() {
    given::<Runs>([started()]).when(start("work-first-steps")).then([]);
    given::<Runs>([started(), completed()]).when(start("work-first-steps")).then([]);
}

#[test]
fn the_id_of_a_run_is_not_used_for_another_exercise() {
    given::<Runs>([started()]).when(start("work-other")).then_refused(Error::RunExists);
}

#[test]
fn a_completed_exercise_can_be_done_again_in_a_new_run() {
    let run = Uuid::from_u128(2);
    let (exercise, version, domain) = ("work-first-steps".to_owned(), 1, LifeDomain::Work);
    given::<Runs>([started(), completed()])
        .when(Command::Start { run, exercise: exercise.clone(), version, domain })
        .then([RunsEvent::RunStarted { run, exercise, version, domain }]);
}

#[test]
fn a_youth_begins_no_more_runs_than_the_limit() {
    let runs = (0..RUNS_PER_YOUTH_MAX as u128).map(|index| RunsEvent::RunStarted {
        run: Uuid::from_u128(1_000 + index),
        exercise: "work-first-steps".to_owned(),
        version: 1,
        domain: LifeDomain::Work,
    });
    given::<Runs>(runs).when(start("work-first-steps")).then_refused(Error::TooManyRuns);
}

#[test]
fn a_step_is_answered_with_options_and_own_words() {
    given::<Runs>([started()])
        .when(answer(&["quiet"], Some("with animals")))
        .then([answered(&["quiet"], Some("with animals"))]);
}

#[test]
fn a_step_of_the_health_domain_is_answered_as_health_data() {
    let choice = Personal::Open(choice(&["quiet"], None));
    given::<Runs>([started_in("health-feel-good", LifeDomain::Health)])
        .when(answer(&["quiet"], None))
        .then([RunsEvent::HealthStepAnswered { run: RUN, step: "energy".to_owned(), choice }]);
}

#[test]
fn an_answer_may_be_changed_and_repeated_while_the_run_is_open() {
    given::<Runs>([started(), answered(&["quiet"], None)])
        .when(answer(&["people"], None))
        .then([answered(&["people"], None)]);
    given::<Runs>([started(), answered(&["quiet"], None)])
        .when(answer(&["quiet"], None))
        .then([answered(&["quiet"], None)]);
}

#[test]
fn an_answer_may_hold_too_few_choices_while_the_youth_is_choosing() {
    given::<Runs>([started()]).when(answer(&[], None)).then([answered(&[], None)]);
}

#[test]
fn own_words_are_trimmed_and_blank_ones_are_none() {
    given::<Runs>([started()])
        .when(answer(&[], Some("  with animals ")))
        .then([answered(&[], Some("with animals"))]);
    for blank in ["  ", "\u{200b}", "\n"] {
        given::<Runs>([started()]).when(answer(&[], Some(blank))).then([answered(&[], None)]);
    }
}

#[test]
fn own_words_have_no_control_characters_but_line_breaks() {
    given::<Runs>([started()])
        .when(answer(&[], Some("cats\r\ndogs")))
        .then([answered(&[], Some("cats\ndogs"))]);
    for own in ["a\0b", "a\u{202e}b"] {
        given::<Runs>([started()]).when(answer(&[], Some(own))).then_refused(Error::OwnNotReadable);
    }
}

#[test]
fn an_unknown_run_is_not_answered() {
    given::<Runs>([]).when(answer(&["quiet"], None)).then_refused(Error::NotFound);
}

#[test]
fn a_completed_run_is_not_answered_any_more() {
    given::<Runs>([started(), completed()])
        .when(answer(&["quiet"], None))
        .then_refused(Error::AlreadyCompleted);
}

#[test]
fn a_step_that_the_exercise_does_not_have_is_not_answered() {
    given::<Runs>([started()])
        .when(answer_by(None, &["quiet"], None))
        .then_refused(Error::UnknownStep);
}

#[test]
fn an_option_that_the_step_does_not_have_is_not_chosen() {
    given::<Runs>([started()]).when(answer(&["loud"], None)).then_refused(Error::UnknownOption);
}

#[test]
fn an_option_is_chosen_once() {
    given::<Runs>([started()])
        .when(answer(&["quiet", "quiet"], None))
        .then_refused(Error::OptionTwice);
}

#[test]
fn own_words_count_as_a_choice() {
    given::<Runs>([started()])
        .when(answer(&["quiet", "people"], Some("with animals")))
        .then_refused(Error::TooManyChoices);
    given::<Runs>([started()])
        .when(answer(&["quiet", "people", "outdoors"], None))
        .then_refused(Error::TooManyChoices);
}

#[test]
fn own_words_are_refused_where_the_step_takes_none() {
    let rule = StepRule { own_allowed: false, ..rule() };
    given::<Runs>([started()])
        .when(answer_by(Some(rule.clone()), &[], Some("with animals")))
        .then_refused(Error::OwnNotAllowed);
    given::<Runs>([started()])
        .when(answer_by(Some(rule), &["quiet"], Some("")))
        .then([answered(&["quiet"], None)]);
}

#[test]
fn own_words_have_a_hundred_and_twenty_characters_at_most() {
    let (fits, too_long) = ("ä".repeat(OWN_CHARS_MAX), "ä".repeat(OWN_CHARS_MAX + 1));
    given::<Runs>([started()]).when(answer(&[], Some(&fits))).then([answered(&[], Some(&fits))]);
    given::<Runs>([started()]).when(answer(&[], Some(&too_long))).then_refused(Error::OwnTooLong);
}

#[test]
fn a_run_takes_no_more_answers_than_the_limit() {
    let taps = (0..ANSWERS_PER_RUN_MAX).map(|_| answered(&["quiet"], None));
    given::<Runs>(std::iter::once(started()).chain(taps))
        .when(answer(&["quiet"], None))
        .then_refused(Error::TooManyAnswers);
}

#[test]
fn a_run_whose_steps_are_answered_is_completed() {
    given::<Runs>([started(), answered(&["quiet"], None)])
        .when(complete(180, 1))
        .then([completed()]);
}

#[test]
fn an_unknown_run_is_not_completed() {
    given::<Runs>([]).when(complete(180, 1)).then_refused(Error::NotFound);
}

#[test]
fn a_run_is_completed_once() {
    given::<Runs>([started(), completed()])
        .when(complete(180, 1))
        .then_refused(Error::AlreadyCompleted);
}

#[test]
fn a_run_with_an_unanswered_step_is_not_completed() {
    given::<Runs>([started()]).when(complete(180, 0)).then_refused(Error::StepsUnanswered);
}

#[test]
fn a_run_of_an_exercise_that_is_gone_is_not_completed() {
    given::<Runs>([started()])
        .when(Command::Complete { run: RUN, seconds: 180, steps: None })
        .then_refused(Error::UnknownExercise);
}

#[test]
fn a_run_lasts_a_day_at_most() {
    given::<Runs>([started()])
        .when(complete(RUN_SECONDS_MAX, 1))
        .then([RunsEvent::RunCompleted { run: RUN, seconds: RUN_SECONDS_MAX }]);
    given::<Runs>([started()])
        .when(complete(RUN_SECONDS_MAX + 1, 1))
        .then_refused(Error::SecondsOutOfRange);
}

#[test]
fn another_run_of_the_youth_stays_as_it_is() {
    let other = Uuid::from_u128(2);
    let begun = RunsEvent::RunStarted {
        run: other,
        exercise: "work-first-steps".to_owned(),
        version: 1,
        domain: LifeDomain::Work,
    };
    given::<Runs>([started(), begun, RunsEvent::RunCompleted { run: other, seconds: 9 }])
        .when(answer(&["quiet"], None))
        .then([answered(&["quiet"], None)]);
}
