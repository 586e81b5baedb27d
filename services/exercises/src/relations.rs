//! Who accompanies whom, as far as exercises has to know it: whose coach may see what was completed.
//!
//! Invariant: it says the same as trajectories, because it folds the same events.

use std::collections::BTreeMap;

use eventlog::{Filter, Position, Recorded};
use events::{
    centre::{self, Centre, CentreEvent},
    trajectory::{self, TrajectoryEvent},
};
use kernel::{TenantId, codec::CodecError, zone::Zone};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::resources::Runs;

/// A youth's present trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Relation {
    trajectory: Uuid,
    /// Position of its registration; of a first trajectory 0, since there is nothing to keep apart.
    since: Position,
    coach: Option<Uuid>,
}

/// What a trajectory takes in memory, about.
const TRAJECTORY_BYTES: usize = 160;

/// The present trajectory of every youth of a centre, and by which clock it lives.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Relations {
    youths: BTreeMap<Uuid, Relation>,
    /// The youth of a trajectory.
    of: BTreeMap<Uuid, Uuid>,
    centre: Option<Centre>,
}

/// What an event means to [`Relations`].
pub(crate) enum Fact {
    /// A trajectory of this youth began.
    Began(Uuid),
    /// Its youth chose a coach.
    Chose(Uuid),
    /// About a centre.
    Centre(CentreEvent),
}

impl Relations {
    /// By which clock the centre lives, if it is known to be open.
    pub(crate) fn zone(&self) -> Option<&Zone> {
        self.centre.as_ref().map(|centre| &centre.zone)
    }

    /// Whom a youth chose, as the policies ask.
    pub(crate) fn runs(&self, centre: &TenantId, youth: Uuid) -> Option<Runs> {
        let coach = self.youths.get(&youth)?.coach;
        Some(Runs { centre: centre.clone(), youth, coach, shared: false })
    }

    /// From which log position on others than the youth may know what a youth did.
    pub(crate) fn since(&self, youth: Uuid) -> Option<Position> {
        self.youths.get(&youth).map(|relation| relation.since)
    }
}

impl View for Relations {
    const NAME: &'static str = "exercises-relations";
    const VERSION: u32 = 2;

    type Fact = Fact;

    fn filter() -> Filter {
        let kinds = vec![trajectory::KIND, centre::KIND];
        let names = vec!["YouthRegistered", "CoachChosen", "CentreOpened", "CentreZoneSet"];
        Filter { kinds, names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == centre::KIND {
            return event.decoded().map(Fact::Centre).map(Some);
        }
        Ok(match event.decoded::<TrajectoryEvent>()? {
            TrajectoryEvent::YouthRegistered { youth, .. } => Some(Fact::Began(youth.uuid())),
            TrajectoryEvent::CoachChosen { coach } => Some(Fact::Chose(coach.uuid())),
            // Nothing else is asked for. Whoever accompanied a youth to the end may still look back, as in
            // trajectories.
            _ => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let trajectory = event.stream.id();
        match fact {
            Fact::Began(youth) => {
                let again = self.youths.contains_key(&youth);
                let since = if again { event.position } else { Position::START };
                self.youths.insert(youth, Relation { trajectory, since, coach: None });
                self.of.insert(trajectory, youth);
            }
            Fact::Chose(coach) => {
                let Some(youth) = self.of.get(&trajectory) else { return };
                let relation = self.youths.get_mut(youth);
                if let Some(relation) = relation.filter(|it| it.trajectory == trajectory) {
                    relation.coach = Some(coach);
                }
            }
            Fact::Centre(fact) => self.centre = Centre::after(self.centre.take(), fact),
        }
    }

    fn bytes(&self) -> usize {
        self.of.len() * TRAJECTORY_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}
