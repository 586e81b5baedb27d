//! People, days and facts that specifications share.

use events::{
    ActionCategory, Barrier, Channel, CoachId, CoachRole, CoachingStep, ContactId, Contract,
    Disability, EmployerId, EmployerPurpose, EmploymentForm, EntryLevel, ExitKind, Gender,
    HandoverId, HandoverPart, HandoverTo, JobStartRule, Mode, Place, PlacementEndReason,
    PlacementId, PlacementKind, Population, Sector, Source, StepId, YouthId,
    trajectory::{
        EmployerContact, Exit, Handover, Intake, Placement, Step, TrajectoryEvent as Event,
    },
};
use jiff::civil::{Date, date};
use kernel::{By, Personal, Role};
use uuid::Uuid;

use super::{
    ChangePopulation, CloseTrajectory, ContactEmployer, GiveOwnVersion, OfferHandover,
    RegisterStep, RegisterYouth, StartPlacement,
};

pub(crate) const YOUTH: YouthId = YouthId::new(Uuid::from_u128(1));
pub(crate) const COACH: CoachId = CoachId::new(Uuid::from_u128(2));
pub(crate) const OTHER_COACH: CoachId = CoachId::new(Uuid::from_u128(3));
pub(crate) const STEP: StepId = StepId::new(Uuid::from_u128(4));
pub(crate) const HANDOVER: HandoverId = HandoverId::new(Uuid::from_u128(5));
pub(crate) const CONTACT: ContactId = ContactId::new(Uuid::from_u128(6));
pub(crate) const PLACEMENT: PlacementId = PlacementId::new(Uuid::from_u128(7));
pub(crate) const EMPLOYER: EmployerId = EmployerId::new(Uuid::from_u128(8));
pub(crate) const REGISTRATION_DAY: Date = date(2026, 1, 12);
pub(crate) const TODAY: Date = date(2026, 3, 9);
pub(crate) const TOMORROW: Date = date(2026, 3, 10);

pub(crate) fn coach(coach: CoachId) -> By {
    By { actor: coach.uuid(), role: Role::Coach, today: TODAY }
}

pub(crate) fn youth() -> By {
    By { actor: YOUTH.uuid(), role: Role::Youth, today: TODAY }
}

pub(crate) fn lead() -> By {
    By { actor: Uuid::from_u128(9), role: Role::Lead, today: TODAY }
}

pub(crate) fn intake() -> Intake {
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

pub(crate) fn register() -> RegisterYouth {
    let (source, registered_on) = (Source::School, REGISTRATION_DAY);
    RegisterYouth { youth: YOUTH, source, registered_on, intake: intake() }
}

pub(crate) fn registered() -> Event {
    let RegisterYouth { youth, source, registered_on, .. } = register();
    Event::YouthRegistered { youth, source, registered_on }
}

pub(crate) fn chosen(coach: CoachId) -> Event {
    Event::CoachChosen { coach }
}

pub(crate) fn step() -> Step {
    Step {
        step: STEP,
        coach: COACH,
        category: ActionCategory::ActionPlan,
        minutes: 45,
        place: Place::School,
        channel: Channel::FaceToFace,
        role: CoachRole::BridgeBuilder,
        coaching_step: CoachingStep::WhereTo,
        mode: Mode::Individual,
    }
}

pub(crate) fn register_step() -> RegisterStep {
    RegisterStep { step: step(), occurred_on: date(2026, 3, 2), note: None, ended: None }
}

pub(crate) fn step_registered() -> Event {
    Event::StepRegistered(step())
}

pub(crate) fn give_own_version() -> GiveOwnVersion {
    GiveOwnVersion { step: STEP, words: "I was ill that day".to_owned(), shown: None }
}

pub(crate) fn own_version_given() -> Event {
    let words = Personal::Open("I was ill that day".to_owned());
    Event::OwnVersionGiven { step: STEP, words }
}

pub(crate) fn exit() -> Exit {
    Exit { kind: ExitKind::Job, form: None, hours_percent: Some(80) }
}

pub(crate) fn close() -> CloseTrajectory {
    CloseTrajectory { exit: exit(), occurred_on: TODAY }
}

pub(crate) fn closed() -> Event {
    Event::TrajectoryClosed { exit: Personal::Open(exit()) }
}

pub(crate) fn moves_to_neet() -> ChangePopulation {
    let from = Some(Population::Education);
    ChangePopulation { from, population: Population::Neet, occurred_on: TODAY }
}

pub(crate) fn handover() -> Handover {
    Handover {
        to: HandoverTo::Welfare,
        name: "Youth welfare, Ghent".to_owned(),
        parts: vec![HandoverPart::Overview, HandoverPart::Steps],
        words: None,
    }
}

pub(crate) fn offer_handover() -> OfferHandover {
    OfferHandover { handover: HANDOVER, offer: handover() }
}

pub(crate) fn handover_offered() -> Event {
    Event::HandoverOffered { handover: HANDOVER, offer: Personal::Open(handover()) }
}

pub(crate) fn handover_answered(agrees: bool) -> Event {
    Event::HandoverAnswered { handover: HANDOVER, agrees }
}

pub(crate) fn handover_accepted() -> Event {
    Event::HandoverAccepted { handover: HANDOVER }
}

pub(crate) fn talk() -> EmployerContact {
    EmployerContact {
        employer: EMPLOYER,
        purpose: EmployerPurpose::Vacancy,
        channel: Channel::FaceToFace,
        minutes: 30,
    }
}

pub(crate) fn contact_employer() -> ContactEmployer {
    ContactEmployer { contact: CONTACT, talk: talk(), occurred_on: TODAY }
}

pub(crate) fn employer_contacted() -> Event {
    Event::EmployerContacted { contact: CONTACT, talk: Personal::Open(talk()) }
}

pub(crate) fn job() -> Placement {
    Placement {
        kind: PlacementKind::Job,
        employer: Some(EMPLOYER),
        form: Some(EmploymentForm::IndividualCustomised),
        contract: Some(Contract::FixedTerm),
        weekly_hours: 19,
        paid: true,
        sector: Some(Sector::Nature),
        counts_by: None,
    }
}

pub(crate) fn start_placement() -> StartPlacement {
    StartPlacement { placement: PLACEMENT, facts: job(), occurred_on: date(2026, 3, 2) }
}

pub(crate) fn placement_started() -> Event {
    let facts = Placement { counts_by: Some(JobStartRule::FourPaidHours), ..job() };
    let (placement, started_on) = (PLACEMENT, date(2026, 3, 2));
    Event::PlacementStarted { placement, started_on, facts: Personal::Open(facts) }
}

pub(crate) fn placement_ended() -> Event {
    let reason = Personal::Open(PlacementEndReason::AsAgreed);
    Event::PlacementEnded { placement: PLACEMENT, reason }
}
