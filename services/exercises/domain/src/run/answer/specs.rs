//! How a step may be answered, by example.

use events::LifeDomain;

use super::{super::examples::*, *};

fn chosen(options: &[&str], own: Option<&str>) -> Given {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    Given::Chosen(Choice { options, own: own.map(str::to_owned) })
}

fn answered(options: &[&str], own: Option<&str>) -> RunEvent {
    let given = Personal::Open(chosen(options, own));
    RunEvent::Answered { step: "energy".to_owned(), given }
}

fn rule() -> StepRule {
    let options = ["people", "quiet", "outdoors"].map(str::to_owned).to_vec();
    StepRule::Choose { pick_max: 2, options, own_allowed: true }
}

fn answer_by(rule_of: RuleOf, options: &[&str], own: Option<&str>) -> Answer {
    Answer { step: "energy".to_owned(), rule_of, given: chosen(options, own) }
}

fn answer(options: &[&str], own: Option<&str>) -> Answer {
    answer_by(|_, _, _| Some(rule()), options, own)
}

#[test]
fn a_step_is_answered_with_options_and_own_words() {
    given([started()])
        .when(answer(&["quiet"], Some("with animals")))
        .then([answered(&["quiet"], Some("with animals"))]);
}

#[test]
fn a_step_of_the_health_domain_is_answered_as_health_data() {
    let (step, answered) = ("energy".to_owned(), Personal::Open(chosen(&["quiet"], None)));
    given([started_in("health-feel-good", LifeDomain::Health)])
        .when(answer(&["quiet"], None))
        .then([RunEvent::HealthAnswered { step, given: answered }]);
}

#[test]
fn an_answer_may_be_changed_and_repeated_while_the_run_is_open() {
    given([started(), answered(&["quiet"], None)])
        .when(answer(&["people"], None))
        .then([answered(&["people"], None)]);
    given([started(), answered(&["quiet"], None)])
        .when(answer(&["quiet"], None))
        .then([answered(&["quiet"], None)]);
}

#[test]
fn an_answer_may_hold_too_few_choices_while_the_youth_is_choosing() {
    given([started()]).when(answer(&[], None)).then([answered(&[], None)]);
}

#[test]
fn own_words_are_trimmed_and_blank_ones_are_none() {
    given([started()])
        .when(answer(&[], Some("  with animals ")))
        .then([answered(&[], Some("with animals"))]);
    for blank in ["  ", "\u{200b}", "\n"] {
        given([started()]).when(answer(&[], Some(blank))).then([answered(&[], None)]);
    }
}

#[test]
fn own_words_have_no_control_characters_but_line_breaks() {
    given([started()])
        .when(answer(&[], Some("cats\r\ndogs")))
        .then([answered(&[], Some("cats\ndogs"))]);
    for own in ["a\0b", "a\u{202e}b"] {
        given([started()]).when(answer(&[], Some(own))).then_refused(AnswerRefused::OwnNotReadable);
    }
}

#[test]
fn an_unknown_run_is_not_answered() {
    given([]).when(answer(&["quiet"], None)).then_refused(NotOpen::NotFound);
}

#[test]
fn a_completed_run_is_not_answered_any_more() {
    given([started(), completed()])
        .when(answer(&["quiet"], None))
        .then_refused(NotOpen::AlreadyCompleted);
}

#[test]
fn a_step_that_the_exercise_does_not_have_is_not_answered() {
    given([started()])
        .when(answer_by(|_, _, _| None, &["quiet"], None))
        .then_refused(AnswerRefused::UnknownStep);
}

#[test]
fn an_option_that_the_step_does_not_have_is_not_chosen() {
    given([started()]).when(answer(&["loud"], None)).then_refused(AnswerRefused::UnknownOption);
}

#[test]
fn an_option_is_chosen_once() {
    given([started()])
        .when(answer(&["quiet", "quiet"], None))
        .then_refused(AnswerRefused::OptionTwice);
}

#[test]
fn own_words_count_as_a_choice() {
    given([started()])
        .when(answer(&["quiet", "people"], Some("with animals")))
        .then_refused(AnswerRefused::TooManyChoices);
    given([started()])
        .when(answer(&["quiet", "people", "outdoors"], None))
        .then_refused(AnswerRefused::TooManyChoices);
}

#[test]
fn own_words_are_refused_where_the_step_takes_none() {
    let without_own: RuleOf = |_, _, _| {
        let options = ["people", "quiet", "outdoors"].map(str::to_owned).to_vec();
        Some(StepRule::Choose { pick_max: 2, options, own_allowed: false })
    };
    given([started()])
        .when(answer_by(without_own, &[], Some("with animals")))
        .then_refused(AnswerRefused::OwnNotAllowed);
    given([started()])
        .when(answer_by(without_own, &["quiet"], Some("")))
        .then([answered(&["quiet"], None)]);
}

#[test]
fn own_words_have_a_hundred_and_twenty_characters_at_most() {
    let (fits, too_long) = ("ä".repeat(OWN_CHARS_MAX), "ä".repeat(OWN_CHARS_MAX + 1));
    given([started()]).when(answer(&[], Some(&fits))).then([answered(&[], Some(&fits))]);
    given([started()]).when(answer(&[], Some(&too_long))).then_refused(AnswerRefused::OwnTooLong);
}

#[test]
fn a_run_takes_no_more_answers_than_the_limit() {
    let taps = (0..ANSWERS_PER_RUN_MAX).map(|_| answered(&["quiet"], None));
    given(std::iter::once(started()).chain(taps))
        .when(answer(&["quiet"], None))
        .then_refused(AnswerRefused::TooManyAnswers);
}

#[test]
fn a_run_is_answered_by_its_youth_only() {
    for history in [vec![started()], vec![started(), completed()]] {
        given(history)
            .by(youth(SOMEBODY_ELSE))
            .when(answer(&["quiet"], None))
            .then_refused(NotOpen::NotFound);
    }
}

#[test]
fn a_step_accepts_what_it_accepted_in_the_version_that_was_begun() {
    let rule_of: RuleOf = |exercise, version, step| {
        (exercise == "work-first-steps" && version == 1 && step == "energy").then(rule)
    };
    given([started()])
        .when(answer_by(rule_of, &["quiet"], None))
        .then([answered(&["quiet"], None)]);
    given([started_in("work-other", LifeDomain::Work)])
        .when(answer_by(rule_of, &["quiet"], None))
        .then_refused(AnswerRefused::UnknownStep);
}

fn sorted(placed: &[(&str, &str)]) -> Given {
    let placed = placed
        .iter()
        .map(|(card, bin)| Placed { card: (*card).to_owned(), bin: (*bin).to_owned() });
    Given::Sorted(placed.collect())
}

fn sort(given: Given) -> Answer {
    let rule_of: RuleOf = |_, _, _| {
        let cards = ["cook", "sew", "paint"].map(str::to_owned).to_vec();
        let bins = ["gladly", "sometimes", "rather-not"].map(str::to_owned).to_vec();
        Some(StepRule::Sort { cards, bins })
    };
    Answer { step: "energy".to_owned(), rule_of, given }
}

#[test]
fn each_card_is_sorted_into_one_bin_and_some_may_lie_about_until_the_end() {
    let some = sorted(&[("cook", "gladly"), ("paint", "rather-not")]);
    let (step, answered) = ("energy".to_owned(), Personal::Open(some.clone()));
    given([started()]).when(sort(some)).then([RunEvent::Answered { step, given: answered }]);
}

#[test]
fn a_card_lies_in_one_bin_only_and_both_are_of_the_step() {
    let twice = sorted(&[("cook", "gladly"), ("cook", "sometimes")]);
    given([started()]).when(sort(twice)).then_refused(AnswerRefused::CardTwice);
    for unknown in [("swim", "gladly"), ("cook", "never")] {
        given([started()]).when(sort(sorted(&[unknown]))).then_refused(AnswerRefused::UnknownPlace);
    }
}

#[test]
fn an_answer_is_of_the_kind_of_its_step() {
    given([started()]).when(sort(chosen(&["cook"], None))).then_refused(AnswerRefused::OtherKind);
    let answer = Answer { given: sorted(&[]), ..answer(&[], None) };
    given([started()]).when(answer).then_refused(AnswerRefused::OtherKind);
}
