//! People, days and facts that specifications share.

use events::{
    ActionCategory, Barrier, Channel, CoachId, CoachRole, CoachingStep, Disability, EntryLevel,
    ExitKind, Gender, Mode, Place, Population, Source, StepId, YouthId,
    trajectory::{Exit, Intake, TrajectoryEvent as Event},
};
use jiff::civil::{Date, date};
use platform::{By, Personal, Role};
use uuid::Uuid;

use super::{ChangePopulation, CloseTrajectory, RegisterStep, RegisterYouth};

pub(super) const YOUTH: YouthId = YouthId::new(Uuid::from_u128(1));
pub(super) const COACH: CoachId = CoachId::new(Uuid::from_u128(2));
pub(super) const OTHER_COACH: CoachId = CoachId::new(Uuid::from_u128(3));
pub(super) const STEP: StepId = StepId::new(Uuid::from_u128(4));
pub(super) const REGISTRATION_DAY: Date = date(2026, 1, 12);
pub(super) const TODAY: Date = date(2026, 3, 9);
pub(super) const TOMORROW: Date = date(2026, 3, 10);

pub(super) fn coach(coach: CoachId) -> By {
    By { actor: coach.uuid(), role: Role::Coach, today: TODAY }
}

pub(super) fn lead() -> By {
    By { actor: Uuid::from_u128(9), role: Role::Lead, today: TODAY }
}

pub(super) fn intake() -> Intake {
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

pub(super) fn register() -> RegisterYouth {
    let (source, registered_on) = (Source::School, REGISTRATION_DAY);
    RegisterYouth { youth: YOUTH, source, registered_on, intake: intake() }
}

pub(super) fn registered() -> Event {
    let RegisterYouth { youth, source, registered_on, .. } = register();
    Event::YouthRegistered { youth, source, registered_on }
}

pub(super) fn chosen(coach: CoachId) -> Event {
    Event::CoachChosen { coach }
}

pub(super) fn register_step() -> RegisterStep {
    RegisterStep {
        step: STEP,
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

pub(super) fn step_registered() -> Event {
    let asked = register_step();
    let RegisterStep { step, category, minutes, place, channel, role, coaching_step, mode, .. } =
        asked;
    Event::StepRegistered {
        step,
        coach: COACH,
        category,
        minutes,
        place,
        channel,
        role,
        coaching_step,
        mode,
    }
}

pub(super) fn exit() -> Exit {
    Exit { kind: ExitKind::Job, form: None, hours_percent: Some(80) }
}

pub(super) fn close() -> CloseTrajectory {
    CloseTrajectory { exit: exit(), occurred_on: TODAY }
}

pub(super) fn closed() -> Event {
    Event::TrajectoryClosed { exit: Personal::Open(exit()) }
}

pub(super) fn moves_to_neet() -> ChangePopulation {
    let from = Some(Population::Education);
    ChangePopulation { from, population: Population::Neet, occurred_on: TODAY }
}
