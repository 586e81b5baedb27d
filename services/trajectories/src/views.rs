//! Who is with which coach, and since when nobody heard of whom: what a caseload shows.

use std::collections::{BTreeMap, BTreeSet};

use events::{
    CoachRole, Population, Source,
    caseload::{self, CaseloadEvent},
    centre::{self, CentreEvent},
    centres::Centre,
    person::{self, PersonEvent},
    trajectory::{self, Intake, TrajectoryEvent as Event},
};
use jiff::{Timestamp, civil::Date};
use platform::{
    Category, Filter, Personal, Recorded, View, codec,
    codec::CodecError,
    personal::{PersonalError, SubjectKey},
    view::{self, OpenKeys},
    zone::Zone,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a trajectory takes in memory, and a step of it, about.
const TRAJECTORY_BYTES: usize = 700;
const STEP_BYTES: usize = 48;

mod places;

pub use places::{Place, Places};

/// A personal value and where it stands in the log, so that it can be opened for the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept<T> {
    value: Personal<T>,
    place: Vec<u8>,
}

impl<T: Clone + serde::de::DeserializeOwned> Kept<T> {
    fn new(value: Personal<T>, event: &Recorded) -> Self {
        Self { value, place: event.place() }
    }

    fn opened(&self, key: &SubjectKey) -> Result<T, PersonalError> {
        self.value.opened(key, &self.place)
    }
}

/// One youth's trajectory at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The trajectory.
    pub trajectory: Uuid,
    /// Who referred the youth.
    pub source: Source,
    /// The day of registration.
    pub registered_on: Date,
    intake: Option<Kept<Intake>>,
    moved: Option<Kept<Population>>,
    /// Whom the youth chose.
    pub coach: Option<Uuid>,
    /// The steps that count: when, and in which role.
    steps: BTreeMap<Uuid, (Date, CoachRole)>,
    /// Revision of the stream's last event.
    pub revision: u64,
    /// Whether it ended.
    pub closed: bool,
}

impl Summary {
    fn new(event: &Recorded, source: Source, registered_on: Date) -> Self {
        Self {
            trajectory: event.stream.id(),
            source,
            registered_on,
            intake: None,
            moved: None,
            coach: None,
            steps: BTreeMap::new(),
            revision: event.revision,
            closed: false,
        }
    }

    /// Education or NEET, for someone who holds the youth's key.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key, or if no intake was recorded.
    pub fn population(&self, key: &SubjectKey) -> Result<Population, PersonalError> {
        match (&self.moved, &self.intake) {
            (Some(moved), _) => moved.opened(key),
            (None, Some(intake)) => intake.opened(key).map(|intake| intake.population),
            (None, None) => Err(PersonalError::DoesNotOpen),
        }
    }

    /// The day of the last step that counts.
    pub fn last_contact_on(&self) -> Option<Date> {
        self.last().map(|(day, _)| *day)
    }

    /// The role in which the coach was last.
    pub fn current_role(&self) -> Option<CoachRole> {
        self.last().map(|(_, role)| *role)
    }

    /// How many steps count.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }

    fn last(&self) -> Option<&(Date, CoachRole)> {
        self.steps.values().max_by_key(|(day, _)| *day)
    }
}

/// The trajectories of one centre.
#[derive(Default, Serialize, Deserialize)]
pub struct Trajectories {
    /// Those of each youth, the present one last.
    youths: BTreeMap<Uuid, Vec<Summary>>,
    /// The youth of a trajectory.
    of: BTreeMap<Uuid, Uuid>,
    /// The youths of a coach whose trajectories are open.
    caseloads: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// Coaches and their places.
    pub places: Places,
    /// The centre.
    centre: Option<Centre>,
    /// How many steps count, of everybody.
    steps: usize,
}

impl Trajectories {
    /// By which clock the centre lives, if it is known to be open.
    pub fn zone(&self) -> Option<&Zone> {
        self.centre.as_ref().map(|centre| &centre.zone)
    }

    /// Today in the centre.
    pub fn today(&self) -> Date {
        self.zone().cloned().unwrap_or_default().today()
    }

    /// One youth's present trajectory: the one that began last.
    pub fn youth(&self, youth: Uuid) -> Option<&Summary> {
        self.all(youth).last()
    }

    /// Every trajectory of a youth, the present one last.
    pub fn all(&self, youth: Uuid) -> &[Summary] {
        self.youths.get(&youth).map_or(&[], Vec::as_slice)
    }

    /// The youths of a coach.
    pub fn caseload(&self, coach: Uuid) -> impl Iterator<Item = (Uuid, &Summary)> {
        let youths = self.caseloads.get(&coach).into_iter().flatten();
        youths.filter_map(|youth| Some((*youth, self.youth(*youth)?)))
    }

    /// How many youths a coach has.
    pub fn load(&self, coach: Uuid) -> usize {
        self.caseloads.get(&coach).map_or(0, BTreeSet::len)
    }

    /// Places that go with no choice although they were taken before this moment.
    pub fn stray_places(&self, taken_before: Timestamp) -> Vec<Place> {
        let taken = self.places.taken_before(taken_before);
        taken.filter(|place| !self.chose(place.youth, place.coach)).collect()
    }

    fn chose(&self, youth: Uuid, coach: Uuid) -> bool {
        self.caseloads.get(&coach).is_some_and(|youths| youths.contains(&youth))
    }

    fn leave(&mut self, youth: Uuid, coach: Option<Uuid>) {
        let Some(coach) = coach else { return };
        if let Some(youths) = self.caseloads.get_mut(&coach) {
            youths.remove(&youth);
        }
    }

    fn person_event(&mut self, event: &Recorded, fact: &PersonEvent) {
        self.places.person_event(event, fact);
        if let PersonEvent::KeysDestroyed {} = fact {
            let person = event.stream.id();
            let coach = self.youth(person).and_then(|summary| summary.coach);
            self.leave(person, coach);
        }
    }

    fn trajectory_event(&mut self, event: &Recorded, fact: Event) {
        let trajectory = event.stream.id();
        if let Event::YouthRegistered { youth, source, registered_on } = fact {
            let summary = Summary::new(event, source, registered_on);
            self.of.insert(trajectory, youth);
            self.youths.entry(youth).or_default().push(summary);
            return;
        }
        let Some(youth) = self.of.get(&trajectory).copied() else { return };
        let all = self.youths.get_mut(&youth).into_iter().flatten();
        let Some(summary) = all.into_iter().find(|one| one.trajectory == trajectory) else {
            return;
        };
        summary.revision = event.revision;
        let before = summary.coach;
        match fact {
            Event::YouthRegistered { .. } | Event::StepNoted { .. } => {}
            Event::IntakeRecorded { intake } => summary.intake = Some(Kept::new(intake, event)),
            Event::PopulationChanged { population } => {
                summary.moved = Some(Kept::new(population, event));
            }
            Event::StepRegistered { step, role, .. } => {
                summary.steps.insert(step, (event.occurred_on, role));
                self.steps += 1;
            }
            Event::StepWithdrawn { step } => {
                self.steps -= usize::from(summary.steps.remove(&step).is_some());
            }
            Event::CoachChosen { coach } => {
                summary.coach = Some(coach);
                self.leave(youth, before);
                if !self.places.is_erased(youth) {
                    self.caseloads.entry(coach).or_default().insert(youth);
                }
            }
            Event::TrajectoryClosed { .. } => {
                summary.closed = true;
                self.leave(youth, before);
            }
        }
    }
}

/// An event of any of the kinds of stream that trajectories looks at.
pub enum Fact {
    /// Of a trajectory.
    Trajectory(Event),
    /// Of a coach's places.
    Caseload(CaseloadEvent),
    /// Of a person.
    Person(PersonEvent),
    /// Of a centre.
    Centre(CentreEvent),
}

impl View for Trajectories {
    const NAME: &'static str = "trajectories";
    const VERSION: u32 = 3;

    type Fact = Fact;

    fn filter() -> Filter {
        let kinds = vec![trajectory::KIND, caseload::KIND, person::KIND, centre::KIND];
        let names = vec![
            "YouthRegistered",
            "IntakeRecorded",
            "PopulationChanged",
            "CoachChosen",
            "StepRegistered",
            "StepNoted",
            "StepWithdrawn",
            "TrajectoryClosed",
            "PlaceTaken",
            "PlaceFreed",
            "PersonRegistered",
            "KeysDestroyed",
            "CentreOpened",
            "CentreZoneSet",
        ];
        Filter { kinds, names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        let (name, data) = (event.name, event.data());
        Ok(match event.stream.kind() {
            trajectory::KIND => Some(Fact::Trajectory(codec::decode(name, data)?)),
            caseload::KIND => Some(Fact::Caseload(codec::decode(name, data)?)),
            person::KIND => Some(Fact::Person(codec::decode(name, data)?)),
            centre::KIND => Some(Fact::Centre(codec::decode(name, data)?)),
            _ => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Trajectory(fact) => self.trajectory_event(event, fact),
            Fact::Caseload(fact) => self.places.caseload_event(event, &fact),
            Fact::Person(fact) => self.person_event(event, &fact),
            Fact::Centre(fact) => self.centre = Centre::after(self.centre.take(), fact),
        }
    }

    fn bytes(&self) -> usize {
        self.of.len() * TRAJECTORY_BYTES + self.steps * STEP_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}

/// The category whose key opens [`Summary::population`].
pub const POPULATION_KEY: Category = Category::Health;

#[cfg(test)]
mod tests;
