//! What a centre keeps, since when, and what holds it: which day is the last of what.
//!
//! Invariant: nothing is opened to know it. What was erased is in it no more, but that it was and why.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    breach, centre,
    hold::Hold,
    person,
    retention::{Contacts, Kept},
    rights,
};
use eventlog::{Filter, Recorded};
use events::{
    KeptBecause, RequestId, RetentionClass, alarm,
    breach::BreachEvent,
    centre::{CentreEvent, RetentionTerm, Terms},
    erasure::{self, ErasureEvent},
    person::PersonEvent,
    rights::RightsEvent,
    run,
    trajectory::{self, TrajectoryEvent},
};
use jiff::civil::Date;
use kernel::{Role, codec::CodecError};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a youth or a file takes in memory, and a step, about.
const ENTRY_BYTES: usize = 240;
const STEP_BYTES: usize = 32;

/// A hold, and since when it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedHold {
    /// What was said.
    pub hold: Hold,
    /// The day.
    pub placed: Date,
}

/// What is kept about one youth.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Youth {
    contacts: Contacts,
    hold: Option<PlacedHold>,
    restricted: bool,
    open: BTreeSet<RequestId>,
}

/// The file of a breach.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct File {
    closed: Option<Date>,
    hold: Option<PlacedHold>,
}

/// Something that was erased because its term was over, or is being erased.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TermEnd {
    /// The erasure.
    pub id: Uuid,
    /// Whose or what it was.
    pub subject: Uuid,
    /// What ended.
    pub class: RetentionClass,
    /// The day from which its term was counted.
    pub since: Date,
    /// Of how many months it was.
    pub months: u16,
    /// Who confirmed it; `None`: it ended by itself.
    pub by: Option<Uuid>,
    /// Once it is done: the day, how many events about it stand in the log, and the signed statement.
    pub certified: Option<(Date, u32, String)>,
}

/// What a centre keeps, and what it erased because a term was over.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Retention {
    terms: Terms,
    youths: BTreeMap<Uuid, Youth>,
    files: BTreeMap<Uuid, File>,
    ends: Vec<TermEnd>,
}

/// One thing that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Whose or what it is.
    pub subject: Uuid,
    /// How long.
    pub kept: Kept,
    /// What holds it, if something does today.
    pub hold: Option<PlacedHold>,
    /// Why it is kept also after its term.
    pub because: Option<KeptBecause>,
}

impl Keeping {
    /// The young person whose it is, if it is one's.
    pub fn youth(&self) -> Option<Uuid> {
        (self.kept.class != RetentionClass::BreachFile).then_some(self.subject)
    }
}

impl Retention {
    /// How long what is kept.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What is known to be kept of a subject: of a youth everything, of a breach its file once it is closed.
    pub fn keeping(&self, subject: Uuid, today: Date) -> Option<Keeping> {
        let youth = self.youths.get(&subject).map(|youth| self.of_youth(subject, youth, today));
        youth.or_else(|| self.of_file(subject, self.files.get(&subject)?, today))
    }

    /// Whether there is such a subject, and whether it is a young person.
    pub fn is_youth(&self, subject: Uuid) -> Option<bool> {
        let file = || self.files.contains_key(&subject).then_some(false);
        self.youths.contains_key(&subject).then_some(true).or_else(file)
    }

    /// Everything that is kept, the first that ends in front.
    pub fn by_day(&self, today: Date) -> Vec<Keeping> {
        let youths = self.youths.iter().map(|(id, youth)| self.of_youth(*id, youth, today));
        let files = self.files.iter().filter_map(|(id, file)| self.of_file(*id, file, today));
        let mut kept: Vec<_> = youths.chain(files).collect();
        kept.sort_by_key(|it| (it.kept.until, it.subject));
        kept
    }

    /// What is over and nothing keeps.
    pub fn over(&self, today: Date) -> impl Iterator<Item = Keeping> {
        let over = move |it: &Keeping| it.kept.is_over(today) && it.because.is_none();
        self.by_day(today).into_iter().filter(over)
    }

    /// What is held, with the file of a breach also while it is open.
    pub fn held(&self, today: Date) -> Vec<(Uuid, PlacedHold)> {
        let youths = self.youths.iter().map(|(id, youth)| (*id, youth.hold));
        let files = self.files.iter().map(|(id, file)| (*id, file.hold));
        let stands = |(id, hold)| Some((id, standing(hold, today)?));
        youths.chain(files).filter_map(stands).collect()
    }

    /// What was erased because its term was over, the latest first.
    pub fn ends(&self) -> impl Iterator<Item = &TermEnd> {
        self.ends.iter().rev().filter(|end| end.certified.is_some())
    }

    /// One of them.
    pub fn end(&self, id: Uuid) -> Option<&TermEnd> {
        self.ends().find(|end| end.id == id)
    }

    /// An erasure that was begun, whether it is done or not.
    pub fn begun(&self, id: Uuid) -> Option<&TermEnd> {
        self.ends.iter().rev().find(|end| end.id == id)
    }

    /// Whether something that is kept no longer was a young person's; `None` if no term of it was over.
    pub fn was_youth(&self, subject: Uuid) -> Option<bool> {
        let end = self.ends.iter().rev().find(|end| end.subject == subject)?;
        Some(end.class != RetentionClass::BreachFile)
    }

    fn of_youth(&self, subject: Uuid, youth: &Youth, today: Date) -> Keeping {
        let (class, since) = youth.contacts.kept();
        let kept = Kept::by(&self.terms, class, since);
        let hold = standing(youth.hold, today);
        let because = if hold.is_some() {
            Some(KeptBecause::Held)
        } else if youth.restricted {
            Some(KeptBecause::Restricted)
        } else {
            (!youth.open.is_empty()).then_some(KeptBecause::Asked)
        };
        Keeping { subject, kept, hold, because }
    }

    fn of_file(&self, subject: Uuid, file: &File, today: Date) -> Option<Keeping> {
        let kept = Kept::by(&self.terms, RetentionClass::BreachFile, file.closed?);
        let hold = standing(file.hold, today);
        Some(Keeping { subject, kept, hold, because: hold.map(|_| KeptBecause::Held) })
    }

    fn person_event(&mut self, event: &Recorded, fact: &PersonEvent) {
        let (id, on) = (event.stream.id(), event.occurred_on);
        match fact {
            PersonEvent::PersonRegistered { role: Role::Youth, .. } => {
                let (open, contacts) = (BTreeSet::new(), Contacts::since(on));
                let youth = Youth { contacts, hold: None, restricted: false, open };
                self.youths.insert(id, youth);
            }
            PersonEvent::SignedIn { .. } => self.contacts(id, |contacts| contacts.came(on)),
            PersonEvent::KeysDestroyed {} => drop(self.youths.remove(&id)),
            PersonEvent::PersonRegistered { .. }
            | PersonEvent::StartCardIssued { .. }
            | PersonEvent::SignedOut { .. }
            | PersonEvent::AvatarChosen { .. }
            | PersonEvent::NoticeSeen { .. }
            | PersonEvent::AnswersErased { .. }
            | PersonEvent::SignalErased { .. }
            | PersonEvent::ErasureDecided { .. } => {}
        }
    }

    fn trajectory_event(&mut self, event: &Recorded, fact: &TrajectoryEvent) {
        let (Some(id), on) = (event.subject(), event.occurred_on) else { return };
        self.contacts(id, |contacts| match fact {
            TrajectoryEvent::YouthRegistered { registered_on, .. } => {
                contacts.registered(*registered_on);
            }
            TrajectoryEvent::CoachChosen { .. } => contacts.began(on),
            TrajectoryEvent::StepRegistered(step) => contacts.step(step.step, on),
            TrajectoryEvent::StepWithdrawn { step } => contacts.withdrawn(*step),
            // Told beside something that counts already.
            TrajectoryEvent::IntakeRecorded { .. } | TrajectoryEvent::StepNoted { .. } => {}
            // Whatever else happens, somebody was there.
            _ => contacts.came(on),
        });
    }

    fn contacts(&mut self, id: Uuid, happened: impl FnOnce(&mut Contacts)) {
        if let Some(youth) = self.youths.get_mut(&id) {
            happened(&mut youth.contacts);
        }
    }

    fn rights_event(&mut self, event: &Recorded, fact: &RightsEvent) {
        let (id, placed) = (event.stream.id(), event.occurred_on);
        let Some(youth) = self.youths.get_mut(&id) else { return };
        match *fact {
            RightsEvent::RequestMade { request, .. } => drop(youth.open.insert(request)),
            RightsEvent::RequestGranted { request, .. }
            | RightsEvent::RequestRefused { request, .. }
            | RightsEvent::RequestWithdrawn { request }
            | RightsEvent::RequestLapsed { request } => drop(youth.open.remove(&request)),
            RightsEvent::ProcessingRestricted { .. } => youth.restricted = true,
            RightsEvent::RestrictionLifted { .. } => youth.restricted = false,
            RightsEvent::HoldPlaced { ground, until } => {
                youth.hold = Some(PlacedHold { hold: Hold { ground, until }, placed });
            }
            RightsEvent::HoldLifted {} => youth.hold = None,
            RightsEvent::TermEnded { .. } => drop(self.youths.remove(&id)),
            RightsEvent::RequestAdvised { .. }
            | RightsEvent::RequestExtended { .. }
            | RightsEvent::LiftingAnnounced { .. }
            | RightsEvent::LiftingSeen { .. }
            | RightsEvent::RecipientsNotified { .. }
            | RightsEvent::NoticeAcknowledged { .. }
            | RightsEvent::OutsideRecipientTold { .. }
            | RightsEvent::CountedNoMore { .. } => {}
        }
    }

    fn breach_event(&mut self, event: &Recorded, fact: &BreachEvent) {
        let (id, on) = (event.stream.id(), event.occurred_on);
        match *fact {
            BreachEvent::BreachReported { .. } => drop(self.files.insert(id, File::default())),
            BreachEvent::BreachTermEnded { .. } => drop(self.files.remove(&id)),
            _ => {
                let Some(file) = self.files.get_mut(&id) else { return };
                match *fact {
                    BreachEvent::BreachClosed { .. } => file.closed = Some(on),
                    BreachEvent::BreachHoldPlaced { ground, until } => {
                        let hold = Hold { ground, until };
                        file.hold = Some(PlacedHold { hold, placed: on });
                    }
                    BreachEvent::BreachHoldLifted {} => file.hold = None,
                    _ => {}
                }
            }
        }
    }

    fn erasure_event(&mut self, event: &Recorded, fact: ErasureEvent) {
        let id = event.stream.id();
        match fact {
            ErasureEvent::TermErasureBegun { by, subject, class, since, months } => {
                let by = (!by.is_nil()).then_some(by);
                let certified = None;
                self.ends.push(TermEnd { id, subject, class, since, months, by, certified });
            }
            ErasureEvent::TermErasureCertified { events, certificate, .. } => {
                if let Some(end) = self.ends.iter_mut().find(|end| end.id == id) {
                    end.certified = Some((event.occurred_on, events, certificate));
                }
            }
            ErasureEvent::ErasureUndone {} => {
                self.ends.retain(|end| end.id != id || end.certified.is_some());
            }
            ErasureEvent::ErasureBegun { .. }
            | ErasureEvent::ErasureCertified { .. }
            | ErasureEvent::ErasureFinished {}
            | ErasureEvent::ErasureTurnedBack {} => {}
        }
    }
}

/// A hold of which the last day is over holds nothing.
fn standing(hold: Option<PlacedHold>, today: Date) -> Option<PlacedHold> {
    hold.filter(|placed| placed.hold.stands(today))
}

/// What an event means to [`Retention`].
pub enum Fact {
    /// About the centre.
    Centre(CentreEvent),
    /// About a person.
    Person(PersonEvent),
    /// In a trajectory.
    Trajectory(TrajectoryEvent),
    /// A youth did an exercise, or something was observed of them.
    Did,
    /// About what somebody asks, or what holds what is kept.
    Rights(RightsEvent),
    /// About a breach.
    Breach(BreachEvent),
    /// An erasure.
    Erasure(ErasureEvent),
}

impl View for Retention {
    const NAME: &'static str = "retention";
    const VERSION: u32 = 2;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[
            alarm::KIND,
            breach::KIND,
            centre::KIND,
            erasure::KIND,
            person::KIND,
            rights::KIND,
            run::KIND,
            trajectory::KIND,
        ])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(Some(match event.stream.kind() {
            breach::KIND => Fact::Breach(event.decoded()?),
            centre::KIND => Fact::Centre(event.decoded()?),
            erasure::KIND => Fact::Erasure(event.decoded()?),
            person::KIND => Fact::Person(event.decoded()?),
            rights::KIND => Fact::Rights(event.decoded()?),
            trajectory::KIND => Fact::Trajectory(event.decoded()?),
            // Whatever it is that a youth did in an exercise, or that was observed of them.
            alarm::KIND | run::KIND => Fact::Did,
            _ => return Ok(None),
        }))
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Centre(CentreEvent::RetentionTermSet { class, months, run }) => {
                self.terms.set(class, RetentionTerm { months, run });
            }
            Fact::Centre(_) => {}
            Fact::Person(fact) => self.person_event(event, &fact),
            Fact::Trajectory(fact) => self.trajectory_event(event, &fact),
            Fact::Did => {
                if let Some(youth) = event.subject() {
                    self.contacts(youth, |contacts| contacts.began(event.occurred_on));
                }
            }
            Fact::Rights(fact) => self.rights_event(event, &fact),
            Fact::Breach(fact) => self.breach_event(event, &fact),
            Fact::Erasure(fact) => self.erasure_event(event, fact),
        }
    }

    fn bytes(&self) -> usize {
        let steps: usize = self.youths.values().map(|youth| youth.contacts.steps()).sum();
        let entries = self.youths.len() + self.files.len() + self.ends.len();
        entries * ENTRY_BYTES + steps * STEP_BYTES
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
