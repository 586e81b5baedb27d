//! Who is with which coach, and since when nobody heard of whom: what a caseload shows.

use std::collections::{BTreeMap, BTreeSet};

use events::{
    CoachRole, Population, Source,
    trajectory::{Intake, TrajectoryEvent as Event},
};
use jiff::civil::Date;
use platform::{
    Category, Decider, Filter, Personal, Recorded, TenantId, View, codec,
    codec::CodecError,
    personal::{PersonalError, SubjectKey},
    view::{OpenKeys, SnapshotPart},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::trajectory::Trajectory;

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

/// All trajectories, by tenant and youth.
#[derive(Default, Serialize, Deserialize)]
pub struct Trajectories {
    youths: BTreeMap<(TenantId, Uuid), Summary>,
    /// The youth of a trajectory.
    of: BTreeMap<Uuid, Uuid>,
    /// The youths of a coach whose trajectories are open.
    caseloads: BTreeMap<(TenantId, Uuid), BTreeSet<Uuid>>,
}

impl Trajectories {
    /// One youth's trajectory.
    pub fn youth(&self, tenant: &TenantId, youth: Uuid) -> Option<&Summary> {
        self.youths.get(&(tenant.clone(), youth))
    }

    /// The youths of a coach.
    pub fn caseload(
        &self,
        tenant: &TenantId,
        coach: Uuid,
    ) -> impl Iterator<Item = (Uuid, &Summary)> {
        let youths = self.caseloads.get(&(tenant.clone(), coach));
        youths.into_iter().flatten().filter_map(|youth| Some((*youth, self.youth(tenant, *youth)?)))
    }

    /// How many youths each coach of a tenant has.
    pub fn loads(&self, tenant: &TenantId) -> impl Iterator<Item = (Uuid, usize)> {
        let from = (tenant.clone(), Uuid::nil());
        let tenant = tenant.clone();
        self.caseloads
            .range(from..)
            .take_while(move |((of, _), _)| *of == tenant)
            .map(|((_, coach), youths)| (*coach, youths.len()))
    }

    /// How many youths a coach has.
    pub fn load(&self, tenant: &TenantId, coach: Uuid) -> usize {
        self.caseloads.get(&(tenant.clone(), coach)).map_or(0, BTreeSet::len)
    }

    fn leave(&mut self, tenant: &TenantId, youth: Uuid, coach: Option<Uuid>) {
        let Some(coach) = coach else { return };
        if let Some(youths) = self.caseloads.get_mut(&(tenant.clone(), coach)) {
            youths.remove(&youth);
        }
    }
}

impl View for Trajectories {
    const NAME: &'static str = "trajectories";
    const VERSION: u32 = 1;

    type Fact = Event;

    fn filter() -> Filter {
        Filter::kinds(&[Trajectory::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Event>, CodecError> {
        codec::decode(event.name, event.data()).map(Some)
    }

    fn apply(&mut self, event: &Recorded, fact: Event) {
        let tenant = event.stream.tenant();
        let trajectory = event.stream.id();
        if let Event::YouthRegistered { youth, source, registered_on } = fact {
            let summary = Summary {
                trajectory,
                source,
                registered_on,
                intake: None,
                moved: None,
                coach: None,
                steps: BTreeMap::new(),
                revision: event.revision,
                closed: false,
            };
            self.of.insert(trajectory, youth);
            self.youths.insert((tenant.clone(), youth), summary);
            return;
        }
        let Some(youth) = self.of.get(&trajectory).copied() else { return };
        let Some(summary) = self.youths.get_mut(&(tenant.clone(), youth)) else { return };
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
            }
            Event::StepWithdrawn { step } => {
                summary.steps.remove(&step);
            }
            Event::CoachChosen { coach } => {
                summary.coach = Some(coach);
                self.leave(tenant, youth, before);
                self.caseloads.entry((tenant.clone(), coach)).or_default().insert(youth);
            }
            Event::TrajectoryClosed { .. } => {
                summary.closed = true;
                self.leave(tenant, youth, before);
            }
        }
    }

    fn save(&self) -> Vec<SnapshotPart> {
        postcard::to_stdvec(self).map(|bytes| vec![(None, bytes)]).unwrap_or_default()
    }

    fn load(parts: Vec<SnapshotPart>) -> Option<Self> {
        let (_, bytes) = parts.into_iter().next()?;
        postcard::from_bytes(&bytes).ok()
    }
}

/// The category whose key opens [`Summary::population`].
pub const POPULATION_KEY: Category = Category::Health;
