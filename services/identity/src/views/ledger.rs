//! What the young people of a centre agreed to share, and what not: the ledger of their consents.
//!
//! Invariant: a yes holds until a no, or until another coach is chosen; both stand in it.

use std::collections::{BTreeMap, BTreeSet};

use eventlog::{Filter, Position, Recorded};
use events::{
    CoachId, ConsentChannel, ConsentState, ConsentText,
    consent::{self, Consent, ConsentEvent},
    trajectory::{self, TrajectoryEvent},
};
use jiff::civil::Date;
use kernel::codec::CodecError;
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What something that was said takes in memory, and somebody who chose a coach, about.
const SAID_BYTES: usize = 60;
const PERSON_BYTES: usize = 200;

/// Something that was said, or that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// About what.
    pub about: Consent,
    /// What.
    pub state: ConsentState,
    /// The day.
    pub on: Date,
    /// Which words were shown, if some were.
    pub text: Option<ConsentText>,
    /// How, if somebody said it.
    pub channel: Option<ConsentChannel>,
    /// Place in the log.
    pub position: Position,
}

/// What one person said.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OfPerson {
    /// The latest last.
    said: Vec<Said>,
    /// To what the last answer is yes, to the coach of now.
    given: BTreeSet<Consent>,
    /// In which trajectory a coach was chosen last, and whom.
    chosen: Option<(Uuid, CoachId)>,
    /// Whether another coach was chosen before in that trajectory.
    has_time_before: bool,
}

impl OfPerson {
    /// The coach of now.
    pub fn coach(&self) -> Option<CoachId> {
        self.chosen.map(|(_, coach)| coach)
    }

    /// Whether there is a time of an earlier coach.
    pub fn has_time_before(&self) -> bool {
        self.has_time_before
    }

    /// What was said, the latest first.
    pub fn latest_first(&self) -> impl ExactSizeIterator<Item = &Said> {
        self.said.iter().rev()
    }

    /// The last that was said about something, and of it or before which words were shown.
    pub fn last(&self, about: Consent) -> Option<(Said, Option<ConsentText>)> {
        let mut said = self.latest_first().filter(|said| said.about == about);
        let last = *said.next()?;
        let text = last.text.or_else(|| said.find_map(|earlier| earlier.text));
        Some((last, text))
    }

    fn chooses(&mut self, event: &Recorded, coach: CoachId) {
        let trajectory = event.stream.id();
        self.has_time_before = self.chosen.is_some_and(|(before, _)| before == trajectory);
        self.chosen = Some((trajectory, coach));
        for about in std::mem::take(&mut self.given) {
            self.said.push(Said {
                about,
                state: ConsentState::Ended,
                on: event.occurred_on,
                text: None,
                channel: None,
                position: event.position,
            });
        }
    }

    fn says(&mut self, event: &Recorded, about: Consent, fact: ConsentEvent) {
        let (state, text, channel) = match fact {
            ConsentEvent::ConsentGiven { text, channel, .. } => {
                self.given.insert(about);
                (ConsentState::Given, Some(text), channel)
            }
            ConsentEvent::ConsentRefused { text, channel, .. } => {
                self.given.remove(&about);
                (ConsentState::Refused, Some(text), channel)
            }
            ConsentEvent::ConsentWithdrawn { channel, .. } => {
                self.given.remove(&about);
                (ConsentState::Withdrawn, None, channel)
            }
        };
        let (on, position) = (event.occurred_on, event.position);
        self.said.push(Said { about, state, on, text, channel: Some(channel), position });
    }
}

/// What everybody of a centre said.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    people: BTreeMap<Uuid, OfPerson>,
    said: usize,
}

impl Ledger {
    /// What one person said.
    pub fn of(&self, person: Uuid) -> OfPerson {
        self.people.get(&person).cloned().unwrap_or_default()
    }
}

/// What an event means to [`Ledger`].
pub enum Fact {
    /// A person said something about this.
    Said(Consent, ConsentEvent),
    /// A person chose a coach.
    Chose(CoachId),
}

impl View for Ledger {
    const NAME: &'static str = "consent-ledger";
    const VERSION: u32 = 1;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["ConsentGiven", "ConsentRefused", "ConsentWithdrawn", "CoachChosen"];
        Filter { kinds: vec![consent::KIND, trajectory::KIND], names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == consent::KIND {
            let said: ConsentEvent = event.decoded()?;
            return Ok(said.about().map(|about| Fact::Said(about, said)));
        }
        Ok(match event.decoded()? {
            TrajectoryEvent::CoachChosen { coach } => Some(Fact::Chose(coach)),
            // Nothing else is asked for.
            _ => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        // A trajectory has an id of its own, and is about its youth.
        let person = event.subject().unwrap_or_else(|| event.stream.id());
        let of = self.people.entry(person).or_default();
        let before = of.said.len();
        match fact {
            Fact::Said(about, said) => of.says(event, about, said),
            Fact::Chose(coach) => of.chooses(event, coach),
        }
        self.said += of.said.len() - before;
    }

    fn bytes(&self) -> usize {
        self.people.len() * PERSON_BYTES + self.said * SAID_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}

#[cfg(test)]
mod tests;
