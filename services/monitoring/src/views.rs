//! The coded facts of every trajectory of a centre, per random pseudonym: what the tables count.
//!
//! The one view that keeps opened facts. They stay in memory; in its snapshot each person's are sealed
//! under that person's key.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use eventlog::{Filter, Recorded};
use events::{
    ActionCategory, Population, StepId,
    centre::{self, Centre, CentreEvent},
    person::{self, PersonEvent},
    rights::{self, RightsEvent},
    trajectory::{self, Intake, Step, TrajectoryEvent},
};
use jiff::civil::Date;
use kernel::{Category, PersonalPart, codec::CodecError, zone::Zone};
use runtime::{
    View,
    view::{self, OpenKeys, PersonPart},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An action that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    step: StepId,
    /// When it happened.
    pub occurred_on: Date,
    /// Its category.
    pub category: ActionCategory,
    /// Its minutes.
    pub minutes: u16,
}

/// One trajectory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The random id under which identity knows the youth, and their keys.
    youth: Uuid,
    /// The day of registration: the reference date of age and barriers.
    pub registered_on: Date,
    /// `None` if the person's key was destroyed.
    pub intake: Option<Intake>,
    moved: Vec<(Date, Population)>,
    /// The actions that count, in the order in which they were registered.
    pub actions: Vec<Action>,
}

impl Person {
    /// What may stand in a snapshot under another key than the person's own.
    fn without_facts(&self) -> Self {
        Self { intake: None, moved: Vec::new(), ..self.clone() }
    }

    /// Education or NEET on a day.
    pub fn population_on(&self, day: Date) -> Option<Population> {
        let moved = self.moved.iter().filter(|(since, _)| *since <= day).max_by_key(|(on, _)| *on);
        moved.map(|(_, to)| *to).or(self.intake.as_ref().map(|intake| intake.population))
    }
}

/// What a trajectory takes in memory, and an action, about.
const PERSON_BYTES: usize = 320;
const ACTION_BYTES: usize = size_of::<Action>();

/// The trajectories of one centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Monitoring {
    persons: HashMap<Uuid, Person>,
    /// The trajectories of each youth: more than one for who came back.
    of_youths: HashMap<Uuid, Vec<Uuid>>,
    centre: Option<Centre>,
    /// The youths who are in no table, because their data is not used now, or they are counted no more.
    uncounted: Uncounted,
    /// How many actions count, of everybody.
    actions: usize,
}

/// Who is in no table, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Uncounted {
    /// Data is kept and not used (GDPR Art. 18).
    restricted: BTreeSet<Uuid>,
    /// An objection was granted (Art. 21).
    objected: BTreeSet<Uuid>,
}

impl Uncounted {
    fn has(&self, youth: &Uuid) -> bool {
        self.restricted.contains(youth) || self.objected.contains(youth)
    }
}

impl Monitoring {
    fn new(centre: Option<Centre>, persons: HashMap<Uuid, Person>, uncounted: Uncounted) -> Self {
        let mut of_youths = HashMap::<_, Vec<_>>::new();
        for (id, person) in &persons {
            of_youths.entry(person.youth).or_default().push(*id);
        }
        let actions = persons.values().map(|person| person.actions.len()).sum();
        Self { persons, of_youths, centre, uncounted, actions }
    }

    /// By which clock the centre lives.
    pub fn zone(&self) -> Zone {
        self.centre.as_ref().map(|centre| centre.zone.clone()).unwrap_or_default()
    }

    fn register(&mut self, id: Uuid, person: Person) {
        self.of_youths.entry(person.youth).or_default().push(id);
        self.persons.insert(id, person);
    }

    /// Every youth who is counted, once, in no order. Whoever came back counts with the facts of the last
    /// registration up to this day, and with the actions of all trajectories.
    pub fn people(&self, until: Date) -> impl Iterator<Item = Cow<'_, Person>> {
        let counted = self.of_youths.iter().filter(|(youth, _)| !self.uncounted.has(youth));
        counted.filter_map(move |(_, trajectories)| {
            let all = trajectories.iter().filter_map(|id| self.persons.get(id));
            let known = |person: &&Person| person.registered_on <= until;
            let last = all.clone().filter(known).max_by_key(|person| person.registered_on);
            let last = last.or_else(|| all.clone().min_by_key(|person| person.registered_on))?;
            if trajectories.len() == 1 {
                return Some(Cow::Borrowed(last));
            }
            let actions = all.flat_map(|person| person.actions.iter().copied()).collect();
            Some(Cow::Owned(Person { actions, ..last.clone() }))
        })
    }

    /// Every trajectory, in no order.
    pub fn persons(&self) -> impl Iterator<Item = &Person> {
        self.persons.values()
    }
}

/// What an event means for the tables.
pub enum Fact {
    /// A centre opened: it has tables from now on.
    Centre(CentreEvent),
    /// A trajectory began: of whom, and when.
    Registered(Uuid, Date),
    /// Its intake facts.
    Intake(Box<Intake>),
    /// The youth moved.
    Moved(Population),
    /// An action.
    Action {
        /// The step.
        step: StepId,
        /// Its category.
        category: ActionCategory,
        /// Its minutes.
        minutes: u16,
    },
    /// An action that no longer counts.
    Withdrawn(StepId),
    /// A person's keys were destroyed: no fact of theirs can be opened any more.
    Erased,
    /// Whether a person's data is not used from here on.
    Restricted(bool),
    /// A person is counted no more.
    Objected,
}

/// The key of the facts this view opens.
const KEY: Category = Category::Health;

impl View for Monitoring {
    const NAME: &'static str = "monitoring";
    const VERSION: u32 = 7;
    const AS_OF: bool = true;
    const OPENS: &'static [(&'static str, Category)] =
        &[("IntakeRecorded", KEY), ("PopulationChanged", KEY)];

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec![
            "CentreOpened",
            "CentreZoneSet",
            "YouthRegistered",
            "IntakeRecorded",
            "PopulationChanged",
            "StepRegistered",
            "StepWithdrawn",
            "KeysDestroyed",
            "ProcessingRestricted",
            "RestrictionLifted",
            "CountedNoMore",
        ];
        let kinds = vec![centre::KIND, trajectory::KIND, person::KIND, rights::KIND];
        Filter { kinds, names, tenant: None }
    }

    fn read(event: &Recorded, keys: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == centre::KIND {
            return event.decoded::<CentreEvent>().map(|fact| Some(Fact::Centre(fact)));
        }
        if event.stream.kind() == person::KIND {
            return event.decoded::<PersonEvent>().map(|_| Some(Fact::Erased));
        }
        if event.stream.kind() == rights::KIND {
            return event.decoded().map(|fact| restriction(&fact));
        }
        let fact = match event.decoded::<TrajectoryEvent>()? {
            TrajectoryEvent::YouthRegistered { youth, registered_on, .. } => {
                Some(Fact::Registered(youth.uuid(), registered_on))
            }
            TrajectoryEvent::IntakeRecorded { mut intake } => {
                opened(event, keys, &mut intake)?;
                intake.get().map(|intake| Fact::Intake(Box::new(intake.clone())))
            }
            TrajectoryEvent::PopulationChanged { mut population } => {
                opened(event, keys, &mut population)?;
                population.get().map(|population| Fact::Moved(*population))
            }
            TrajectoryEvent::StepRegistered(Step { step, category, minutes, .. }) => {
                Some(Fact::Action { step, category, minutes })
            }
            TrajectoryEvent::StepWithdrawn { step } => Some(Fact::Withdrawn(step)),
            TrajectoryEvent::CoachChosen { .. }
            | TrajectoryEvent::StepNoted { .. }
            | TrajectoryEvent::OwnVersionGiven { .. }
            | TrajectoryEvent::OwnVersionWithdrawn { .. }
            | TrajectoryEvent::HandoverOffered { .. }
            | TrajectoryEvent::HandoverAnswered { .. }
            | TrajectoryEvent::HandoverAccepted { .. }
            | TrajectoryEvent::EmployerContacted { .. }
            | TrajectoryEvent::PlacementStarted { .. }
            | TrajectoryEvent::PlacementEnded { .. }
            | TrajectoryEvent::TrajectoryClosed { .. } => None,
        };
        Ok(fact)
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let id = event.stream.id();
        match fact {
            Fact::Registered(youth, registered_on) => {
                let (moved, actions) = (Vec::new(), Vec::new());
                self.register(id, Person { youth, registered_on, intake: None, moved, actions });
                return;
            }
            Fact::Centre(fact) => {
                self.centre = Centre::after(self.centre.take(), fact);
                return;
            }
            Fact::Erased => {
                for trajectory in self.of_youths.get(&id).into_iter().flatten() {
                    if let Some(person) = self.persons.get_mut(trajectory) {
                        (person.intake, person.moved) = (None, Vec::new());
                    }
                }
                return;
            }
            Fact::Restricted(true) => {
                self.uncounted.restricted.insert(id);
                return;
            }
            Fact::Restricted(false) => {
                self.uncounted.restricted.remove(&id);
                return;
            }
            Fact::Objected => {
                self.uncounted.objected.insert(id);
                return;
            }
            _ => {}
        }
        let Some(person) = self.persons.get_mut(&id) else { return };
        match fact {
            Fact::Centre(_)
            | Fact::Registered(..)
            | Fact::Erased
            | Fact::Restricted(_)
            | Fact::Objected => {}
            Fact::Intake(intake) => person.intake = Some(*intake),
            Fact::Moved(population) => person.moved.push((event.occurred_on, population)),
            Fact::Action { step, category, minutes } => {
                let occurred_on = event.occurred_on;
                person.actions.push(Action { step, occurred_on, category, minutes });
                self.actions += 1;
            }
            Fact::Withdrawn(step) => {
                let before = person.actions.len();
                person.actions.retain(|action| action.step != step);
                self.actions -= before - person.actions.len();
            }
        }
    }

    fn bytes(&self) -> usize {
        self.persons.len() * PERSON_BYTES + self.actions * ACTION_BYTES
    }

    fn save(&self) -> Vec<u8> {
        let bare = |(id, person): (&Uuid, &Person)| (*id, person.without_facts());
        let sorted: BTreeMap<_, _> = self.persons.iter().map(bare).collect();
        view::saved(&(&self.centre, sorted, &self.uncounted))
    }

    fn save_people(&self) -> Vec<PersonPart> {
        let sorted: BTreeMap<_, _> = self.persons.iter().collect();
        let parts = sorted.into_iter().filter_map(|(id, person)| {
            let facts = (id, person.intake.as_ref()?, &person.moved);
            Some((person.youth, view::saved(&facts)))
        });
        parts.collect()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let (centre, persons, uncounted) = view::loaded(bytes)?;
        Some(Self::new(centre, persons, uncounted))
    }

    fn load_people(&mut self, people: Vec<PersonPart>) {
        for (_, bytes) in people {
            let Some((id, intake, moved)) = view::loaded::<(Uuid, _, _)>(&bytes) else { continue };
            if let Some(person) = self.persons.get_mut(&id) {
                (person.intake, person.moved) = (Some(intake), moved);
            }
        }
    }
}

/// What becomes of a person's place in the tables.
fn restriction(fact: &RightsEvent) -> Option<Fact> {
    match fact {
        RightsEvent::ProcessingRestricted { .. } => Some(Fact::Restricted(true)),
        RightsEvent::RestrictionLifted { .. } => Some(Fact::Restricted(false)),
        RightsEvent::CountedNoMore { .. } => Some(Fact::Objected),
        RightsEvent::RequestMade { .. }
        | RightsEvent::RequestAdvised { .. }
        | RightsEvent::RequestExtended { .. }
        | RightsEvent::RequestGranted { .. }
        | RightsEvent::RequestRefused { .. }
        | RightsEvent::RequestWithdrawn { .. }
        | RightsEvent::LiftingAnnounced { .. }
        | RightsEvent::LiftingSeen { .. }
        | RightsEvent::RecipientsNotified { .. }
        | RightsEvent::NoticeAcknowledged { .. }
        | RightsEvent::OutsideRecipientTold { .. }
        | RightsEvent::RequestLapsed { .. }
        | RightsEvent::HoldPlaced { .. }
        | RightsEvent::HoldLifted {}
        | RightsEvent::TermEnded { .. } => None,
    }
}

/// Opens a personal part. One whose key was destroyed stays sealed; that is no error.
fn opened(
    event: &Recorded,
    keys: &OpenKeys,
    part: &mut impl PersonalPart,
) -> Result<(), CodecError> {
    let Some(key) = keys.of(event, KEY) else { return Ok(()) };
    part.open(key, &event.place()).map_err(|_| CodecError::UnknownShape)
}
