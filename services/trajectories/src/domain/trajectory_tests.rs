//! A trajectory by example.

use events::{Barrier, Disability, EntryLevel, ExitKind, Gender};
use jiff::civil::date;
use platform::spec::given;

use super::*;

const YOUTH: Uuid = Uuid::from_u128(1);
const COACH: Uuid = Uuid::from_u128(2);
const OTHER_COACH: Uuid = Uuid::from_u128(3);
const STEP: Uuid = Uuid::from_u128(4);

fn today() -> Date {
    date(2026, 3, 9)
}

fn registration_day() -> Date {
    date(2026, 1, 12)
}

fn intake() -> Intake {
    Intake {
        birth_date: date(2008, 5, 20),
        gender: Gender::Female,
        population: Population::Education,
        disability: Disability::Mental,
        other_disabilities: vec![],
        barriers: Some(vec![Barrier::Network]),
        entry_level: EntryLevel::Ov3,
    }
}

fn register(intake: Intake, registered_on: Date) -> Command {
    let source = Source::School;
    Command::Register { youth: YOUTH, source, registered_on, intake, today: today() }
}

fn registered() -> Event {
    let registered_on = registration_day();
    Event::YouthRegistered { youth: YOUTH, source: Source::School, registered_on }
}

fn chosen(coach: Uuid) -> Event {
    Event::CoachChosen { coach }
}

fn step() -> NewStep {
    NewStep {
        id: STEP,
        category: ActionCategory::ActionPlan,
        occurred_on: date(2026, 3, 2),
        minutes: 45,
        place: Place::School,
        channel: Channel::FaceToFace,
        role: CoachRole::BridgeBuilder,
        coaching_step: CoachingStep::WhereTo,
        mode: Mode::Individual,
        note: None,
    }
}

fn step_registered() -> Event {
    let NewStep { id, category, minutes, place, channel, role, coaching_step, mode, .. } = step();
    let coach = COACH;
    Event::StepRegistered {
        step: id,
        coach,
        category,
        minutes,
        place,
        channel,
        role,
        coaching_step,
        mode,
    }
}

fn register_step(step: NewStep) -> Command {
    Command::RegisterStep { coach: COACH, step, today: today() }
}

fn exit() -> Exit {
    Exit { kind: ExitKind::Job, form: None, hours_percent: Some(80) }
}

fn choose(coach: Uuid) -> Command {
    Command::ChooseCoach { coach }
}

fn close(coach: Option<Uuid>, exit: Exit, occurred_on: Date) -> Command {
    Command::Close { coach, exit, occurred_on, today: today() }
}

fn closed() -> Event {
    Event::TrajectoryClosed { exit: Personal::Open(exit()) }
}

#[test]
fn whoever_wants_guidance_can_start() {
    given::<Trajectory>([])
        .when(register(intake(), registration_day()))
        .then([registered(), Event::IntakeRecorded { intake: Personal::Open(intake()) }]);
}

#[test]
fn a_youth_is_registered_once() {
    given::<Trajectory>([registered()])
        .when(register(intake(), registration_day()))
        .then_refused(Error::AlreadyRegistered);
}

#[test]
fn a_registration_cannot_lie_in_the_future() {
    given::<Trajectory>([])
        .when(register(intake(), date(2026, 3, 10)))
        .then_refused(Error::InTheFuture);
}

#[test]
fn a_birth_date_that_makes_no_young_person_is_a_typing_error() {
    for birth_date in [date(2020, 1, 1), date(1900, 1, 1), date(2026, 5, 1)] {
        given::<Trajectory>([])
            .when(register(Intake { birth_date, ..intake() }, registration_day()))
            .then_refused(Error::AgeOutOfRange);
    }
}

#[test]
fn each_disability_is_named_once() {
    let other_disabilities = vec![Disability::Mental];
    given::<Trajectory>([])
        .when(register(Intake { other_disabilities, ..intake() }, registration_day()))
        .then_refused(Error::DisabilityTwice);
}

#[test]
fn each_barrier_is_named_once() {
    let barriers = Some(vec![Barrier::Poverty, Barrier::Network, Barrier::Poverty]);
    given::<Trajectory>([])
        .when(register(Intake { barriers, ..intake() }, registration_day()))
        .then_refused(Error::BarrierTwice);
}

#[test]
fn a_youth_who_leaves_school_moves_to_neet() {
    let population = Population::Neet;
    given::<Trajectory>([registered()])
        .when(Command::ChangePopulation { population })
        .then([Event::PopulationChanged { population: Personal::Open(population) }]);
}

#[test]
fn nobody_moves_before_being_registered() {
    given::<Trajectory>([])
        .when(Command::ChangePopulation { population: Population::Neet })
        .then_refused(Error::NotFound);
}

#[test]
fn a_youth_chooses_a_coach() {
    given::<Trajectory>([registered()]).when(choose(COACH)).then([chosen(COACH)]);
}

#[test]
fn choosing_the_same_coach_again_changes_nothing() {
    given::<Trajectory>([registered(), chosen(COACH)]).when(choose(COACH)).then([]);
}

#[test]
fn a_youth_may_change_coach() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(choose(OTHER_COACH))
        .then([chosen(OTHER_COACH)]);
}

#[test]
fn a_youth_who_is_not_registered_has_no_coach_to_choose() {
    given::<Trajectory>([]).when(choose(COACH)).then_refused(Error::NotFound);
}

#[test]
fn the_chosen_coach_registers_a_step() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(step()))
        .then([step_registered()]);
}

#[test]
fn a_note_is_an_event_of_its_own_because_its_key_is_another() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(NewStep { note: Some(" Noor found her words ".to_owned()), ..step() }))
        .then([
            step_registered(),
            Event::StepNoted {
                step: STEP,
                note: Personal::Open("Noor found her words".to_owned()),
            },
        ]);
}

#[test]
fn a_blank_note_is_no_note() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(NewStep { note: Some("  ".to_owned()), ..step() }))
        .then([step_registered()]);
}

#[test]
fn another_coach_finds_no_such_trajectory() {
    given::<Trajectory>([registered(), chosen(OTHER_COACH)])
        .when(register_step(step()))
        .then_refused(Error::NotFound);
}

#[test]
fn a_step_id_is_used_once() {
    given::<Trajectory>([registered(), chosen(COACH), step_registered()])
        .when(register_step(step()))
        .then_refused(Error::StepExists);
}

#[test]
fn a_step_cannot_lie_in_the_future() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(NewStep { occurred_on: date(2026, 3, 10), ..step() }))
        .then_refused(Error::InTheFuture);
}

#[test]
fn a_step_cannot_lie_before_the_registration() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(NewStep { occurred_on: date(2026, 1, 11), ..step() }))
        .then_refused(Error::BeforeRegistration);
}

#[test]
fn a_step_takes_from_a_minute_to_ten_hours() {
    for minutes in [0, STEP_MINUTES_MAX + 1] {
        given::<Trajectory>([registered(), chosen(COACH)])
            .when(register_step(NewStep { minutes, ..step() }))
            .then_refused(Error::MinutesOutOfRange);
    }
}

#[test]
fn a_note_has_a_longest_length() {
    let note = Some("a".repeat(NOTE_CHARS_MAX + 1));
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(register_step(NewStep { note, ..step() }))
        .then_refused(Error::NoteTooLong);
}

#[test]
fn a_note_has_no_control_characters_but_line_breaks() {
    for note in ["a\0b", "a\u{1b}[31m", "a\u{2066}b"] {
        given::<Trajectory>([registered(), chosen(COACH)])
            .when(register_step(NewStep { note: Some(note.to_owned()), ..step() }))
            .then_refused(Error::NoteNotReadable);
    }
}

#[test]
fn a_step_registered_by_mistake_is_withdrawn_once() {
    let withdraw = || Command::WithdrawStep { coach: COACH, step: STEP };
    let withdrawn = Event::StepWithdrawn { step: STEP };
    let past = [registered(), chosen(COACH), step_registered()];
    given::<Trajectory>(past.clone()).when(withdraw()).then([withdrawn.clone()]);
    given::<Trajectory>(past.into_iter().chain([withdrawn])).when(withdraw()).then([]);
}

#[test]
fn a_step_is_withdrawn_by_the_coach_who_registered_it() {
    given::<Trajectory>([registered(), chosen(COACH), step_registered(), chosen(OTHER_COACH)])
        .when(Command::WithdrawStep { coach: OTHER_COACH, step: STEP })
        .then_refused(Error::NoSuchStep);
}

#[test]
fn a_step_that_never_was_cannot_be_withdrawn() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(Command::WithdrawStep { coach: COACH, step: STEP })
        .then_refused(Error::NoSuchStep);
}

#[test]
fn the_coach_or_the_lead_ends_a_trajectory() {
    for by in [Some(COACH), None] {
        given::<Trajectory>([registered(), chosen(COACH)])
            .when(close(by, exit(), today()))
            .then([closed()]);
    }
}

#[test]
fn another_coach_cannot_end_it() {
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(close(Some(OTHER_COACH), exit(), today()))
        .then_refused(Error::NotFound);
}

#[test]
fn an_exit_lies_between_the_registration_and_today() {
    let open = || given::<Trajectory>([registered(), chosen(COACH)]);
    open().when(close(None, exit(), date(2026, 3, 10))).then_refused(Error::InTheFuture);
    open().when(close(None, exit(), date(2026, 1, 1))).then_refused(Error::BeforeRegistration);
}

#[test]
fn hours_are_a_share_of_full_time() {
    let exit = Exit { hours_percent: Some(0), ..exit() };
    given::<Trajectory>([registered(), chosen(COACH)])
        .when(close(None, exit, today()))
        .then_refused(Error::HoursOutOfRange);
}

#[test]
fn nothing_happens_in_a_trajectory_that_ended() {
    let ended = || given::<Trajectory>([registered(), chosen(COACH), step_registered(), closed()]);
    ended().when(choose(OTHER_COACH)).then_refused(Error::Closed);
    ended().when(register_step(step())).then_refused(Error::Closed);
    ended().when(Command::WithdrawStep { coach: COACH, step: STEP }).then_refused(Error::Closed);
    ended().when(close(None, exit(), today())).then_refused(Error::Closed);
    ended().when(register(intake(), registration_day())).then_refused(Error::AlreadyRegistered);
    ended()
        .when(Command::ChangePopulation { population: Population::Neet })
        .then_refused(Error::Closed);
}
