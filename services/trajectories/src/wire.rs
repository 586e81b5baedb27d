//! Facts of a trajectory as the contract has them: how they are read when they are asked for, and beside
//! it how they are told. A fact more costs its line in both.

use events::{
    Barrier, CoachId, Code, ContactId, Disability, HandoverId, HandoverState, PlacementId,
    alarm::Alarm,
    trajectory::{EmployerContact, Exit, Handover, Intake, Placement, Step},
};
use jiff::civil::Date;
use kernel::Reason;
use proto::trajectories as wire;
use runtime::status::{invalid, parse};
use tonic::Status;
use uuid::Uuid;

/// A step that this coach asks to register.
pub(crate) fn asked_step(
    given: &wire::RegisterStepRequest,
    coach: CoachId,
) -> Result<Step, Status> {
    Ok(Step {
        step: parse("id", &given.id)?,
        coach,
        category: parse("category", &given.category)?,
        minutes: u16::try_from(given.minutes)
            .map_err(|_| invalid("minutes", Reason::MinutesOutOfRange))?,
        place: parse("place", &given.place)?,
        channel: parse("channel", &given.channel)?,
        role: parse("role", &given.role)?,
        coaching_step: parse("coachingStep", &given.coaching_step)?,
        mode: parse("mode", &given.mode)?,
    })
}

/// A step as it was registered; its note, the youth's own version of it, and whether it was withdrawn, come
/// from other events.
pub(crate) fn step(step: &Step) -> wire::Step {
    wire::Step {
        id: step.step.to_string(),
        category: name(step.category),
        minutes: step.minutes.into(),
        place: name(step.place),
        channel: name(step.channel),
        role: name(step.role),
        coaching_step: name(step.coaching_step),
        mode: name(step.mode),
        note: None,
        withdrawn: false,
        own_version: None,
    }
}

/// What is told at intake.
pub(crate) fn asked_intake(given: Option<&wire::Intake>) -> Result<Intake, Status> {
    let given = given.ok_or_else(|| invalid("intake", Reason::Missing))?;
    let others = given.other_disabilities.iter();
    let barriers = given.barriers.iter();
    let barriers: Vec<Barrier> =
        barriers.map(|text| parse("intake.barriers", text)).collect::<Result<_, _>>()?;
    if !given.barriers_known && !barriers.is_empty() {
        return Err(invalid("intake.barriersKnown", Reason::UnknownValue));
    }
    Ok(Intake {
        birth_date: parse("intake.birthDate", &given.birth_date)?,
        gender: parse("intake.gender", &given.gender)?,
        population: parse("intake.population", &given.population)?,
        disability: parse("intake.disability", &given.disability)?,
        other_disabilities: others
            .map(|text| parse::<Disability>("intake.otherDisabilities", text))
            .collect::<Result<_, _>>()?,
        barriers: given.barriers_known.then_some(barriers),
        entry_level: parse("intake.entryLevel", &given.entry_level)?,
    })
}

/// What was told at intake.
pub(crate) fn intake(intake: &Intake) -> wire::Intake {
    wire::Intake {
        birth_date: intake.birth_date.to_string(),
        gender: name(intake.gender),
        population: name(intake.population),
        disability: name(intake.disability),
        other_disabilities: names(&intake.other_disabilities),
        barriers: names(intake.barriers.as_deref().unwrap_or_default()),
        barriers_known: intake.barriers.is_some(),
        entry_level: name(intake.entry_level),
    }
}

/// How a trajectory is to end.
pub(crate) fn asked_exit(given: &wire::CloseTrajectoryRequest) -> Result<Exit, Status> {
    let hours = given.hours_percent.map(u8::try_from).transpose();
    Ok(Exit {
        kind: parse("kind", &given.kind)?,
        form: given.form.as_deref().map(|form| parse("form", form)).transpose()?,
        hours_percent: hours.map_err(|_| invalid("hoursPercent", Reason::HoursOutOfRange))?,
    })
}

/// How a trajectory ended.
pub(crate) fn exit(exit: &Exit) -> wire::Exit {
    wire::Exit {
        kind: name(exit.kind),
        form: exit.form.map(name),
        hours_percent: exit.hours_percent.map(u32::from),
    }
}

/// A signal to write down.
pub(crate) fn asked_alarm(given: &wire::ObserveAlarmRequest) -> Result<Alarm, Status> {
    Ok(Alarm {
        signal: parse("signal", &given.signal)?,
        observed_by: parse("observedBy", &given.observed_by)?,
        action: given.action.clone(),
    })
}

/// A signal as it was observed.
pub(crate) fn alarm(id: Uuid, alarm: &Alarm, observed_on: Date) -> wire::Alarm {
    wire::Alarm {
        id: id.to_string(),
        signal: name(alarm.signal),
        observed_by: name(alarm.observed_by),
        observed_on: observed_on.to_string(),
        action: alarm.action.clone(),
        ended_on: None,
    }
}

/// A handover to propose.
pub(crate) fn asked_handover(given: &wire::OfferHandoverRequest) -> Result<Handover, Status> {
    let parts = given.parts.iter().map(|part| parse("parts", part));
    Ok(Handover {
        to: parse("to", &given.to)?,
        name: given.name.clone(),
        parts: parts.collect::<Result<_, _>>()?,
        words: given.words.clone(),
    })
}

/// A handover as it was proposed.
pub(crate) fn handover(id: HandoverId, handover: &Handover, offered_on: Date) -> wire::Handover {
    wire::Handover {
        id: id.to_string(),
        to: name(handover.to),
        name: handover.name.clone(),
        parts: names(&handover.parts),
        words: handover.words.clone(),
        state: name(HandoverState::Offered),
        offered_on: offered_on.to_string(),
        accepted_on: None,
    }
}

/// A talk to write down.
pub(crate) fn asked_contact(
    given: &wire::ContactEmployerRequest,
) -> Result<EmployerContact, Status> {
    Ok(EmployerContact {
        employer: parse("employer", &given.employer)?,
        purpose: parse("purpose", &given.purpose)?,
        channel: parse("channel", &given.channel)?,
        minutes: u16::try_from(given.minutes)
            .map_err(|_| invalid("minutes", Reason::MinutesOutOfRange))?,
    })
}

/// A talk; in place of the employer's name stands its id.
pub(crate) fn contact(
    id: ContactId,
    talk: &EmployerContact,
    occurred_on: Date,
) -> wire::EmployerContact {
    wire::EmployerContact {
        id: id.to_string(),
        employer: Some(talk.employer.to_string()),
        purpose: name(talk.purpose),
        channel: name(talk.channel),
        minutes: talk.minutes.into(),
        occurred_on: occurred_on.to_string(),
    }
}

/// A placement to write down.
pub(crate) fn asked_placement(given: &wire::StartPlacementRequest) -> Result<Placement, Status> {
    let hours = u8::try_from(given.weekly_hours);
    Ok(Placement {
        kind: parse("kind", &given.kind)?,
        employer: given.employer.as_deref().map(|id| parse("employer", id)).transpose()?,
        form: given.form.as_deref().map(|form| parse("form", form)).transpose()?,
        contract: given.contract.as_deref().map(|code| parse("contract", code)).transpose()?,
        weekly_hours: hours.map_err(|_| invalid("weeklyHours", Reason::HoursOutOfRange))?,
        paid: given.paid,
        sector: given.sector.as_deref().map(|sector| parse("sector", sector)).transpose()?,
        counts_by: None,
    })
}

/// A placement as it began; in place of the employer's name stands its id.
pub(crate) fn placement(id: PlacementId, facts: &Placement, started_on: Date) -> wire::Placement {
    wire::Placement {
        id: id.to_string(),
        kind: name(facts.kind),
        employer: facts.employer.map(|employer| employer.to_string()),
        form: facts.form.map(name),
        contract: facts.contract.map(name),
        weekly_hours: facts.weekly_hours.into(),
        paid: facts.paid,
        sector: facts.sector.map(name),
        started_on: started_on.to_string(),
        ended_on: None,
        end_reason: None,
        counts_by: facts.counts_by.map(name),
    }
}

fn name<C: Code>(code: C) -> String {
    code.name().to_owned()
}

fn names<C: Code>(codes: &[C]) -> Vec<String> {
    codes.iter().map(|code| name(*code)).collect()
}
