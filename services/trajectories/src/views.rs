//! Who is with which coach, and since when nobody heard of whom: what a caseload shows.

use std::collections::{BTreeMap, BTreeSet};

use eventlog::clock::today_in;
use eventlog::{Filter, Recorded};
use events::{
    EmployerId, StepId, YouthId,
    alarm::{self, AlarmEvent},
    caseload::{self, CaseloadEvent},
    centre::{self, Centre, CentreEvent},
    employer::{self, Employer, EmployerEvent},
    person::{self, PersonEvent},
    trajectory::{self, TrajectoryEvent as Event},
};
use jiff::{Timestamp, civil::Date};
use kernel::{
    Category,
    codec::{self, CodecError},
    personal::Kept,
    zone::Zone,
};
use runtime::{
    View,
    timeline::{Asked, Page, Timeline},
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an employer takes in memory, about.
const EMPLOYER_BYTES: usize = 400;
/// What a trajectory takes in memory without its entries, about.
const TRAJECTORY_BYTES: usize = 700;

mod entries;
mod places;
mod summary;
mod things;
mod times;
mod work_list;

pub use entries::{Entry, Listed};
pub use places::{Place, Places};
pub use summary::Summary;
pub use things::{Thing, What};
pub use times::Times;
pub use work_list::{Item, Month};

/// A trajectory, and where the entries of its timeline stand.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    summary: Summary,
    timeline: Timeline<Entry>,
    times: Times,
    things: Vec<Thing>,
}

/// The trajectories of one centre.
#[derive(Default, Serialize, Deserialize)]
pub struct Trajectories {
    /// Those of each youth, the present one last.
    youths: BTreeMap<Uuid, Vec<Told>>,
    /// The youth of a trajectory.
    of: BTreeMap<Uuid, Uuid>,
    /// The youths of a coach whose trajectories are open.
    caseloads: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// The youths whom a coach accompanied to the end of the last trajectory.
    after_care: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// Coaches and their places.
    pub places: Places,
    /// The employers whom the centre knows.
    pub employers: BTreeMap<EmployerId, Kept<Employer>>,
    /// The youth of whom an alarm signal is.
    alarms: BTreeMap<Uuid, YouthId>,
    /// The centre.
    centre: Option<Centre>,
    /// How many entries the timelines of everybody have.
    entries: usize,
}

impl Trajectories {
    /// By which clock the centre lives, if it is known to be open.
    pub fn zone(&self) -> Option<&Zone> {
        self.centre.as_ref().map(|centre| &centre.zone)
    }

    /// Today in the centre.
    pub fn today(&self) -> Date {
        today_in(&self.zone().cloned().unwrap_or_default())
    }

    /// One youth's present trajectory: the one that began last.
    pub fn youth(&self, youth: Uuid) -> Option<&Summary> {
        self.all(youth).last().map(|told| &told.summary)
    }

    /// A page of what happened in every trajectory of a youth, as the youth reads it.
    pub fn page(&self, youth: Uuid, asked: Asked) -> Page<Listed> {
        asked.merged(self.all(youth).iter().map(|told| told.page(asked, |_| true)))
    }

    /// A page of what happened in the present one, as the coach reads it: without the times of other coaches,
    /// unless the youth shares them. If such a time was left out, since which day the coach was chosen.
    pub fn present_page(
        &self,
        youth: Uuid,
        time_before: bool,
        asked: Asked,
    ) -> (Page<Listed>, Option<Date>) {
        let present = self.all(youth).last();
        let page = present.map(|told| {
            told.page(asked, |entry| {
                entry.is_for_the_coach() && (time_before || told.times.is_open(entry.position))
            })
        });
        let since = present.filter(|_| !time_before).and_then(|told| told.times.since());
        (asked.merged(page), since)
    }

    /// Signals, handovers, talks with employers and placements of the present one, the oldest first: for the youth
    /// all of them; for the coach those that are not of another coach's time, unless the youth shares that, and
    /// what is not over, which safety needs.
    pub fn things(&self, youth: Uuid, is_youth: bool, time_before: bool) -> Vec<Thing> {
        let Some(present) = self.all(youth).last() else { return vec![] };
        let all = present.things.iter();
        let told = all.filter(|thing| {
            let own = time_before || present.times.is_open(thing.position);
            is_youth || own || thing.goes_on()
        });
        told.cloned().collect()
    }

    /// The entry of a step in whichever trajectory of a youth.
    pub fn step(&self, youth: Uuid, step: StepId) -> Option<Listed> {
        self.all(youth).iter().rev().find_map(|told| told.listed(step))
    }

    /// Every trajectory of a youth, the present one last.
    fn all(&self, youth: Uuid) -> &[Told] {
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
        taken.filter(|place| !self.chose(place.youth.uuid(), place.coach.uuid())).collect()
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

    fn cared_for_no_more(&mut self, youth: Uuid) {
        for youths in self.after_care.values_mut() {
            youths.remove(&youth);
        }
    }

    fn person_event(&mut self, event: &Recorded, fact: &PersonEvent) {
        self.places.person_event(event, fact);
        if let PersonEvent::KeysDestroyed {} = fact {
            let person = event.stream.id();
            let coach = self.youth(person).and_then(|summary| summary.coach);
            self.leave(person, coach);
            self.cared_for_no_more(person);
        }
    }

    /// A signal belongs to the trajectory that is the present one when it is observed.
    fn alarm_event(&mut self, event: &Recorded, fact: &AlarmEvent) {
        let alarm = event.stream.id();
        if let AlarmEvent::AlarmObserved { youth, .. } = fact {
            self.alarms.insert(alarm, *youth);
        }
        let Some(youth) = self.alarms.get(&alarm) else { return };
        let all = self.youths.get_mut(&youth.uuid()).into_iter().flatten();
        let has = |told: &Told| told.things.iter().any(|thing| thing.id == alarm);
        let all: Vec<_> = all.collect();
        let begins = matches!(fact, AlarmEvent::AlarmObserved { .. });
        let told = all.into_iter().rev().find(|told| begins || has(told));
        if let Some(told) = told {
            told.take_alarm(event, fact);
            self.entries += 1;
        }
    }

    fn trajectory_event(&mut self, event: &Recorded, fact: Event) {
        let trajectory = event.stream.id();
        if let Event::YouthRegistered { youth, source, registered_on } = fact {
            let youth = youth.uuid();
            let summary = Summary::new(event, source, registered_on);
            self.of.insert(trajectory, youth);
            self.cared_for_no_more(youth);
            let all = self.youths.entry(youth).or_default();
            let (timeline, times) = (Timeline::default(), Times::default());
            all.push(Told { summary, timeline, times, things: vec![] });
        }
        let Some(youth) = self.of.get(&trajectory).copied() else { return };
        let all = self.youths.get_mut(&youth).into_iter().flatten();
        let Some(told) = all.into_iter().find(|one| one.summary.trajectory == trajectory) else {
            return;
        };
        self.entries += usize::from(told.take(event, &fact));
        let summary = &mut told.summary;
        summary.revision = event.revision;
        let before = summary.coach;
        match fact {
            Event::YouthRegistered { .. }
            | Event::StepRegistered(_)
            | Event::StepNoted { .. }
            | Event::StepWithdrawn { .. }
            | Event::OwnVersionGiven { .. }
            | Event::OwnVersionWithdrawn { .. }
            | Event::HandoverOffered { .. }
            | Event::HandoverAnswered { .. }
            | Event::HandoverAccepted { .. }
            | Event::EmployerContacted { .. }
            | Event::PlacementStarted { .. }
            | Event::PlacementEnded { .. } => {}
            Event::IntakeRecorded { intake } => {
                summary.intake = Some(Kept::new(intake, event.place()));
            }
            Event::PopulationChanged { population } => {
                summary.moved = Some(Kept::new(population, event.place()));
            }
            Event::CoachChosen { coach } => {
                let coach = coach.uuid();
                summary.coach = Some(coach);
                self.leave(youth, before);
                if !self.places.is_erased(youth) {
                    self.caseloads.entry(coach).or_default().insert(youth);
                }
            }
            Event::TrajectoryClosed { exit } => {
                summary.closed = true;
                summary.closed_on = Some(event.occurred_on);
                summary.exit = Some(Kept::new(exit, event.place()));
                self.leave(youth, before);
                if let Some(coach) = before {
                    self.after_care.entry(coach).or_default().insert(youth);
                }
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
    /// Of an alarm signal.
    Alarm(AlarmEvent),
    /// Of an employer.
    Employer(EmployerEvent),
    /// Of a person.
    Person(PersonEvent),
    /// Of a centre.
    Centre(CentreEvent),
}

impl View for Trajectories {
    const NAME: &'static str = "trajectories";
    const VERSION: u32 = 6;

    type Fact = Fact;

    fn filter() -> Filter {
        let kinds = vec![
            alarm::KIND,
            caseload::KIND,
            centre::KIND,
            employer::KIND,
            person::KIND,
            trajectory::KIND,
        ];
        let names = vec![
            "YouthRegistered",
            "IntakeRecorded",
            "PopulationChanged",
            "CoachChosen",
            "StepRegistered",
            "StepNoted",
            "StepWithdrawn",
            "OwnVersionGiven",
            "OwnVersionWithdrawn",
            "TrajectoryClosed",
            "HandoverOffered",
            "HandoverAnswered",
            "HandoverAccepted",
            "EmployerContacted",
            "PlacementStarted",
            "PlacementEnded",
            "AlarmObserved",
            "AlarmEnded",
            "EmployerRegistered",
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
            alarm::KIND => Some(Fact::Alarm(codec::decode(name, data)?)),
            caseload::KIND => Some(Fact::Caseload(codec::decode(name, data)?)),
            employer::KIND => Some(Fact::Employer(codec::decode(name, data)?)),
            person::KIND => Some(Fact::Person(codec::decode(name, data)?)),
            centre::KIND => Some(Fact::Centre(codec::decode(name, data)?)),
            _ => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        match fact {
            Fact::Trajectory(fact) => self.trajectory_event(event, fact),
            Fact::Caseload(fact) => self.places.caseload_event(event, &fact),
            Fact::Alarm(fact) => self.alarm_event(event, &fact),
            Fact::Employer(EmployerEvent::EmployerRegistered { employer }) => {
                let id = EmployerId::new(event.stream.id());
                self.employers.insert(id, Kept::new(employer, event.place()));
            }
            Fact::Person(fact) => self.person_event(event, &fact),
            Fact::Centre(fact) => self.centre = Centre::after(self.centre.take(), fact),
        }
    }

    fn bytes(&self) -> usize {
        let employers = self.employers.len() * EMPLOYER_BYTES;
        self.of.len() * TRAJECTORY_BYTES + self.entries * size_of::<Entry>() + employers
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
