//! Signals, handovers, talks with employers and placements, told from their events: for a timeline those up to an
//! entry, for what is under way all of them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use eventlog::Recorded;
use events::{
    Code, EmployerId, HandoverState,
    alarm::{self, AlarmEvent},
};
use kernel::{Personal, personal::SubjectKey};
use proto::trajectories::{Alarm, EmployerContact, Handover, Placement};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{Event, timeline::Reader, wire};

/// Names of employers, by their id.
pub(crate) type Names = HashMap<EmployerId, String>;

/// One of them, as far as these events tell.
pub(crate) enum Told {
    Alarm(Alarm),
    Handover(Handover),
    Contact(EmployerContact),
    Placement(Placement),
}

impl Told {
    /// What the events of one thing tell, the oldest first; `None` without its key.
    pub(crate) fn of<'a>(
        events: impl IntoIterator<Item = &'a Recorded>,
        reader: &Reader,
    ) -> Option<Self> {
        let mut told = None;
        for event in events {
            told = if event.stream.kind() == alarm::KIND {
                after_alarm(told, event, reader)
            } else {
                after(told, event, reader)
            };
        }
        told
    }

    /// The employer whose name belongs here.
    pub(crate) fn employer(&mut self) -> Option<&mut Option<String>> {
        match self {
            Self::Contact(contact) => Some(&mut contact.employer),
            Self::Placement(placement) => Some(&mut placement.employer),
            Self::Alarm(_) | Self::Handover(_) => None,
        }
    }
}

/// Puts the names of employers where their ids are; whoever has no name any more has none.
pub(crate) fn named<'a>(told: impl IntoIterator<Item = &'a mut Option<String>>, names: &Names) {
    for employer in told {
        let name = employer.as_ref().and_then(|id| names.get(&id.parse().ok()?));
        *employer = name.cloned();
    }
}

/// The employers that these name by their ids.
pub(crate) fn employers<'a>(
    told: impl IntoIterator<Item = &'a Option<String>>,
) -> BTreeSet<EmployerId> {
    told.into_iter().flatten().filter_map(|id| id.parse().ok()).collect()
}

fn after_alarm(told: Option<Told>, event: &Recorded, reader: &Reader) -> Option<Told> {
    let alarm = event.stream.id();
    match (event.decoded().ok()?, told) {
        (AlarmEvent::AlarmObserved { alarm: facts, .. }, _) => {
            let facts = opened(&facts, event, reader.alarms.get(&alarm))?;
            Some(Told::Alarm(wire::alarm(alarm, &facts, event.occurred_on)))
        }
        (AlarmEvent::AlarmEnded {}, Some(Told::Alarm(alarm))) => {
            let ended_on = Some(event.occurred_on.to_string());
            Some(Told::Alarm(Alarm { ended_on, ..alarm }))
        }
        (AlarmEvent::AlarmEnded {}, told) => told,
    }
}

fn after(told: Option<Told>, event: &Recorded, reader: &Reader) -> Option<Told> {
    let (content, health) = (reader.content.as_ref(), reader.health.as_ref());
    Some(match (event.decoded::<Event>().ok()?, told) {
        (Event::HandoverOffered { handover, offer }, _) => {
            let offer = opened(&offer, event, content)?;
            Told::Handover(wire::handover(handover, &offer, event.occurred_on))
        }
        (Event::HandoverAnswered { agrees, .. }, Some(Told::Handover(handover))) => {
            let state = if agrees { HandoverState::Agreed } else { HandoverState::Declined };
            Told::Handover(Handover { state: state.name().to_owned(), ..handover })
        }
        (Event::HandoverAccepted { .. }, Some(Told::Handover(handover))) => {
            let state = HandoverState::Accepted.name().to_owned();
            let accepted_on = Some(event.occurred_on.to_string());
            Told::Handover(Handover { state, accepted_on, ..handover })
        }
        (Event::EmployerContacted { contact, talk }, _) => {
            let talk = opened(&talk, event, content)?;
            Told::Contact(wire::contact(contact, &talk, event.occurred_on))
        }
        (Event::PlacementStarted { placement, started_on, facts }, _) => {
            let facts = opened(&facts, event, health)?;
            Told::Placement(wire::placement(placement, &facts, started_on))
        }
        (Event::PlacementEnded { reason, .. }, Some(Told::Placement(placement))) => {
            let end_reason = opened(&reason, event, health).map(|reason| reason.name().to_owned());
            let ended_on = Some(event.occurred_on.to_string());
            Told::Placement(Placement { ended_on, end_reason, ..placement })
        }
        // Everything else tells nothing of a thing.
        (_, told) => return told,
    })
}

fn opened<T: Clone + DeserializeOwned>(
    value: &Personal<T>,
    event: &Recorded,
    key: Option<&Arc<SubjectKey>>,
) -> Option<T> {
    value.opened(key?, &event.place()).ok()
}

/// The keys of signals, by signal.
pub(crate) type AlarmKeys = HashMap<Uuid, Arc<SubjectKey>>;
