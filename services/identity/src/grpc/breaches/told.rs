//! Breaches as messages.

use std::collections::{BTreeMap, HashMap};

use events::{
    BreachEntryType, SupervisoryAuthority, breach::BreachEvent as Event, centre::BreachRule,
};
use jiff::Timestamp;
use kernel::{Personal, Reason, codec::CodecError, personal::SubjectKey};
use proto::identity as wire;
use runtime::status::unavailable;
use tonic::Status;
use uuid::Uuid;

use crate::views::{Affected, BreachEntry, BreachFile};

/// A file that this version cannot read is one for a newer one.
fn unreadable(_: CodecError) -> Status {
    unavailable(Reason::LogUnreadable)
}

fn code<C: events::Code>(code: C) -> String {
    code.name().to_owned()
}

/// What was written down first, and since when the platform knew, where it was the one that reported.
fn reported(file: &BreachFile) -> Result<(Event, Option<Timestamp>), Status> {
    let mut events = file.entries.iter().map(|entry| entry.opened(None));
    let first = events.next().ok_or_else(|| unavailable(Reason::LogUnreadable))?;
    let first = first.map_err(unreadable)?;
    let second = events.next().transpose().map_err(unreadable)?;
    let knew =
        if let Some(Event::ControllerInformed { knew }) = second { Some(knew) } else { None };
    Ok((first, knew))
}

/// Since when it happened, or was known.
pub(super) fn since(file: &BreachFile) -> Result<Timestamp, Status> {
    let (Event::BreachReported { began, known, .. }, _) = reported(file)? else {
        return Err(unavailable(Reason::LogUnreadable));
    };
    Ok(began.unwrap_or(known))
}

pub(in crate::grpc) fn breach(file: &BreachFile) -> Result<wire::Breach, Status> {
    let (first, knew) = reported(file)?;
    let Event::BreachReported {
        kind,
        cause,
        began,
        known,
        whose,
        hours,
        threshold,
        authority,
        recipient,
        ..
    } = first
    else {
        return Err(unavailable(Reason::LogUnreadable));
    };
    let text = |moment: Option<Timestamp>| moment.map(|moment| moment.to_string());
    let state = &file.breach;
    Ok(wire::Breach {
        id: file.id.to_string(),
        kind: code(kind),
        cause: code(cause),
        state: code(state.state()),
        began_at: text(began),
        known_at: known.to_string(),
        due_at: BreachRule::due(hours, known).to_string(),
        processor_knew_at: text(knew),
        whose: whose.map(|whose| whose.to_string()),
        rule: Some(rule(BreachRule { hours, threshold, recipient }, authority)),
        risk: state.risk().map(code),
        notified_at: text(state.notified()),
        informed_at: text(state.informed()),
    })
}

pub(super) fn rule(rule: BreachRule, authority: SupervisoryAuthority) -> wire::BreachRule {
    let BreachRule { hours, threshold, recipient } = rule;
    let (threshold, authority) = (code(threshold), code(authority));
    wire::BreachRule { hours: hours.into(), threshold, authority, recipient }
}

/// That it is there and how its clock stands, and nothing of what is in it.
pub(super) fn clock(file: &BreachFile, centre_name: String) -> Result<wire::BreachClock, Status> {
    let wire::Breach { id, state, known_at, due_at, notified_at, processor_knew_at, .. } =
        breach(file)?;
    let centre = file.centre.to_string();
    Ok(wire::BreachClock {
        id,
        centre,
        centre_name,
        state,
        known_at,
        due_at,
        notified_at,
        processor_knew_at,
    })
}

/// Something that was written down, with its words if this is their key.
pub(super) fn entry(
    entry: &BreachEntry,
    key: Option<&SubjectKey>,
) -> Result<wire::BreachEntry, Status> {
    let mut told = wire::BreachEntry {
        recorded_at: entry.recorded_at().to_string(),
        by: entry.by.to_string(),
        ..wire::BreachEntry::default()
    };
    let kind = match entry.opened(key).map_err(unreadable)? {
        Event::BreachReported { words, .. } => {
            told.words = open(words);
            BreachEntryType::Reported
        }
        Event::ControllerInformed { knew } => {
            told.at = Some(knew.to_string());
            BreachEntryType::ControllerInformed
        }
        Event::BreachAssessed { risk, data, people, words } => {
            (told.risk, told.people) = (Some(code(risk)), Some(people));
            told.data = data.into_iter().map(code).collect();
            told.words = open(words);
            BreachEntryType::Assessed
        }
        Event::AuthorityNotified { at, delay, reference } => {
            (told.at, told.delay) = (Some(at.to_string()), delay.map(code));
            told.words = open(reference);
            BreachEntryType::AuthorityNotified
        }
        Event::PersonsInformed { at, how } => {
            (told.at, told.how) = (Some(at.to_string()), Some(code(how)));
            BreachEntryType::PersonsInformed
        }
        Event::BreachMeasureTaken { words } => {
            told.words = open(Some(words));
            BreachEntryType::MeasureTaken
        }
        Event::BreachClosed { not_notified, not_informed } => {
            told.not_notified = not_notified.map(code);
            told.not_informed = not_informed.map(code);
            BreachEntryType::Closed
        }
        Event::BreachHoldPlaced { ground, until } => {
            told.ground = Some(code(ground));
            told.until = until.map(|day| day.to_string());
            BreachEntryType::HoldPlaced
        }
        Event::BreachHoldLifted {} => BreachEntryType::HoldLifted,
        Event::BreachTermEnded { .. } => BreachEntryType::TermEnded,
    };
    told.r#type = code(kind);
    Ok(told)
}

/// Words that nobody could open are told as none.
fn open(words: Option<Personal<String>>) -> Option<String> {
    words?.get().cloned()
}

/// Those whose data it is, with the names of those who still have one.
pub(super) fn affected(
    found: BTreeMap<Uuid, Affected>,
    people: Vec<wire::Person>,
) -> Vec<wire::AffectedPerson> {
    let mut names: HashMap<String, String> =
        people.into_iter().map(|person| (person.id, person.name)).collect();
    let told = found.into_iter().map(|(person, Affected { reads, changes, times })| {
        let person = person.to_string();
        wire::AffectedPerson {
            name: names.remove(&person),
            person,
            reads: reads.into_iter().map(code).collect(),
            changes: changes.into_iter().map(code).collect(),
            first_at: times.map(|(first, _)| first.to_string()),
            last_at: times.map(|(_, last)| last.to_string()),
        }
    });
    told.collect()
}
