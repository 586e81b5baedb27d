//! What the young people of a centre asked about their data, and what became of it.
//!
//! Invariant: words stay sealed; whoever shows them asks the vault.

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry::Vacant},
};

use domain::rights;
use eventlog::{Filter, Recorded};
use events::{
    DataRight, ExtensionReason, LiftReason, RefusalGround, RequestId, RequestState,
    erasure::{self, ErasureEvent},
    rights::RightsEvent,
};
use jiff::civil::Date;
use kernel::{Personal, codec::CodecError, personal::Kept};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::telling::{Announcement, Outside, Recipient, Telling};

/// What a request takes in memory, about.
const REQUEST_BYTES: usize = 600;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestEntry {
    /// The request.
    pub id: RequestId,
    /// Who asks.
    pub person: Uuid,
    /// What is asked for.
    pub right: DataRight,
    /// The day on which it came in.
    pub received: Date,
    /// The day by which it has to be answered.
    pub due: Date,
    /// Why it takes longer than a month.
    pub extended: Option<ExtensionReason>,
    /// How far it is.
    pub state: RequestState,
    /// On which ground it was refused.
    pub ground: Option<RefusalGround>,
    /// The day on which it was answered or taken back.
    pub over: Option<Date>,
    /// Of a restriction: whether it holds.
    pub in_force: bool,
    /// Of a restriction that was lifted: why, and when.
    pub lifted: Option<(LiftReason, Date)>,
    /// Of an erasure that is done: what proves it.
    pub certificate: Option<Certificate>,
    /// What is asked, in own words; sealed.
    pub words: Option<Kept<String>>,
    /// What was answered; sealed.
    pub answer: Option<Kept<String>>,
    /// What the data protection officer advised, the first in front.
    pub advice: Vec<Advice>,
    /// Of what was corrected, erased or restricted: who had the data and is told.
    pub telling: Option<Telling>,
    /// Of a restriction that holds: that it will be lifted.
    pub announcement: Option<Announcement>,
}

/// What the data protection officer said about a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The day.
    pub on: Date,
    /// Sealed.
    pub words: Kept<String>,
}

/// What proves that somebody was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The day.
    pub on: Date,
    /// How many events about the person stand in the log, of which nothing personal can be read.
    pub events: u32,
    /// The signed statement.
    pub signed: String,
}

impl RequestEntry {
    /// Whether nobody answered it yet.
    pub fn is_open(&self) -> bool {
        self.state == RequestState::Open
    }

    /// Who of the centre was told of it.
    pub fn recipients(&self) -> impl Iterator<Item = Uuid> {
        self.telling.iter().flat_map(|telling| &telling.recipients).map(|one| one.id.uuid())
    }

    /// Whether it should have been answered before this day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && self.due < today
    }
}

/// The requests of a centre.
#[derive(Debug, Default)]
pub struct Requests {
    entries: Vec<RequestEntry>,
    places: HashMap<RequestId, usize>,
}

impl Requests {
    /// One request.
    pub fn request(&self, id: RequestId) -> Option<&RequestEntry> {
        self.places.get(&id).map(|place| &self.entries[*place])
    }

    /// Those of a person, or of everybody: those that are due first in front, then those that are over,
    /// the latest first.
    pub fn listed(&self, person: Option<Uuid>) -> Vec<&RequestEntry> {
        let theirs = |entry: &&RequestEntry| person.is_none_or(|person| entry.person == person);
        let mut listed: Vec<_> = self.entries.iter().filter(theirs).collect();
        listed.sort_by_key(|entry| {
            let due = entry.is_open().then_some(entry.due);
            (due.is_none(), due, Reverse(entry.over), entry.id)
        });
        listed
    }

    /// Of which somebody was told and did not say yet that it is done, the oldest first.
    pub fn notices_to(&self, person: Uuid) -> Vec<&RequestEntry> {
        let mut notices: Vec<_> = self.told().filter(|(_, it)| it.waits_for(person)).collect();
        notices.sort_by_key(|(entry, telling)| (telling.on, entry.id));
        notices.into_iter().map(|(entry, _)| entry).collect()
    }

    /// Those of which somebody was told, and who.
    pub fn told(&self) -> impl Iterator<Item = (&RequestEntry, &Telling)> {
        self.entries.iter().filter_map(|entry| Some((entry, entry.telling.as_ref()?)))
    }

    /// An id is one request's: the first one's.
    fn made(
        &mut self,
        (id, right): (RequestId, DataRight),
        due: Date,
        words: Option<Personal<String>>,
        event: &Recorded,
    ) {
        let Vacant(place) = self.places.entry(id) else { return };
        place.insert(self.entries.len());
        self.entries.push(RequestEntry {
            id,
            person: event.stream.id(),
            right,
            received: event.occurred_on,
            due,
            extended: None,
            state: RequestState::Open,
            ground: None,
            over: None,
            in_force: false,
            lifted: None,
            certificate: None,
            words: kept(words, event),
            answer: None,
            advice: Vec::new(),
            telling: None,
            announcement: None,
        });
    }

    fn over(
        &mut self,
        request: RequestId,
        event: &Recorded,
        state: RequestState,
    ) -> Option<&mut RequestEntry> {
        let entry = self.entry(request)?;
        (entry.state, entry.over) = (state, Some(event.occurred_on));
        Some(entry)
    }

    /// One restriction holds at a time, and none of whoever is gone.
    fn ends_restrictions_of(&mut self, person: Uuid) {
        for entry in self.entries.iter_mut().filter(|entry| entry.person == person) {
            (entry.in_force, entry.announcement) = (false, None);
        }
    }

    /// Somebody is told something, or says so.
    fn tell(&mut self, told: RightsEvent, event: &Recorded) -> Option<()> {
        let day = event.occurred_on;
        match told {
            RightsEvent::LiftingAnnounced { request, reason, from } => {
                let announcement = Announcement { reason, on: day, from, seen: None };
                self.entry(request)?.announcement = Some(announcement);
            }
            RightsEvent::LiftingSeen { request } => {
                self.entry(request)?.announcement.as_mut()?.seen = Some(day);
            }
            RightsEvent::RecipientsNotified { request, right, recipients } => {
                let recipients = recipients.into_iter();
                let recipients = recipients.map(|id| Recipient { id, acknowledged: None });
                let (on, recipients, outside) = (day, recipients.collect(), Vec::new());
                self.entry(request)?.telling = Some(Telling { on, right, recipients, outside });
            }
            RightsEvent::NoticeAcknowledged { request, recipient } => {
                self.entry(request)?.telling.as_mut()?.acknowledged(recipient, day);
            }
            RightsEvent::OutsideRecipientTold { request, recipient, on, name } => {
                let outside = Outside { recipient, on, name: kept(name, event) };
                self.entry(request)?.telling.as_mut()?.outside.push(outside);
            }
            _ => {}
        }
        Some(())
    }

    fn entry(&mut self, request: RequestId) -> Option<&mut RequestEntry> {
        self.places.get(&request).map(|place| &mut self.entries[*place])
    }
}

fn kept(words: Option<Personal<String>>, event: &Recorded) -> Option<Kept<String>> {
    words.map(|words| Kept::new(words, event.place()))
}

/// What an event means to [`Requests`].
pub enum Fact {
    /// Something happened to a request.
    Rights(RightsEvent),
    /// An erasure that was asked for is done.
    Certified(RequestId, Certificate),
}

impl View for Requests {
    const NAME: &'static str = "requests";
    const VERSION: u32 = 3;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[rights::KIND, erasure::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == rights::KIND {
            return event.decoded().map(Fact::Rights).map(Some);
        }
        Ok(match event.decoded()? {
            ErasureEvent::ErasureCertified { request, events, certificate: signed, .. } => {
                let certificate = Certificate { on: event.occurred_on, events, signed };
                Some(Fact::Certified(request, certificate))
            }
            ErasureEvent::ErasureBegun { .. }
            | ErasureEvent::TermErasureBegun { .. }
            | ErasureEvent::TermErasureCertified { .. }
            | ErasureEvent::ErasureFinished {}
            | ErasureEvent::ErasureTurnedBack {}
            | ErasureEvent::ErasureUndone {} => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let fact = match fact {
            Fact::Rights(fact) => fact,
            Fact::Certified(request, certificate) => {
                if let Some(entry) = self.entry(request) {
                    entry.certificate = Some(certificate);
                    let person = entry.person;
                    self.ends_restrictions_of(person);
                }
                return;
            }
        };
        match fact {
            RightsEvent::RequestMade { request, right, due, words } => {
                self.made((request, right), due, words, event);
            }
            RightsEvent::RequestAdvised { request, words } => {
                if let Some(entry) = self.entry(request) {
                    let (on, words) = (event.occurred_on, Kept::new(words, event.place()));
                    entry.advice.push(Advice { on, words });
                }
            }
            RightsEvent::RequestExtended { request, reason, due } => {
                if let Some(entry) = self.entry(request) {
                    (entry.extended, entry.due) = (Some(reason), due);
                }
            }
            RightsEvent::RequestGranted { request, answer } => {
                if let Some(entry) = self.over(request, event, RequestState::Granted) {
                    entry.answer = kept(answer, event);
                }
            }
            RightsEvent::RequestRefused { request, ground, answer } => {
                if let Some(entry) = self.over(request, event, RequestState::Refused) {
                    (entry.ground, entry.answer) = (Some(ground), kept(answer, event));
                }
            }
            RightsEvent::RequestWithdrawn { request } => {
                self.over(request, event, RequestState::Withdrawn);
            }
            RightsEvent::RequestLapsed { request } => {
                self.over(request, event, RequestState::Lapsed);
            }
            RightsEvent::ProcessingRestricted { request } => {
                self.ends_restrictions_of(event.stream.id());
                if let Some(entry) = self.entry(request) {
                    entry.in_force = true;
                }
            }
            RightsEvent::RestrictionLifted { request, reason } => {
                if let Some(entry) = self.entry(request) {
                    (entry.in_force, entry.announcement) = (false, None);
                    entry.lifted = Some((reason, event.occurred_on));
                }
            }
            RightsEvent::CountedNoMore { .. }
            | RightsEvent::HoldPlaced { .. }
            | RightsEvent::HoldLifted {}
            | RightsEvent::TermEnded { .. } => {}
            told @ (RightsEvent::LiftingAnnounced { .. }
            | RightsEvent::LiftingSeen { .. }
            | RightsEvent::RecipientsNotified { .. }
            | RightsEvent::NoticeAcknowledged { .. }
            | RightsEvent::OutsideRecipientTold { .. }) => drop(self.tell(told, event)),
        }
    }

    fn bytes(&self) -> usize {
        self.entries.len() * REQUEST_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.entries)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let entries: Vec<RequestEntry> = view::loaded(bytes)?;
        let places = entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        Some(Self { entries, places })
    }
}
