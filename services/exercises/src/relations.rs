//! Who accompanies whom, as far as exercises has to know it: whose coach may see what was completed.
//!
//! Invariant: it says the same as trajectories, because it folds the same events.

use std::collections::BTreeMap;

use events::{
    centre::{self, CentreEvent},
    trajectory::{self, TrajectoryEvent},
    zones::Zones,
};
use platform::{
    Ctx, Filter, Recorded, Role, TenantId, View,
    codec::{self, CodecError},
    view::{OpenKeys, SnapshotPart},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A youth's present trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Relation {
    trajectory: Uuid,
    /// Position of its registration; of a first trajectory 0, since there is nothing to keep apart.
    since: u64,
    coach: Option<Uuid>,
}

/// The present trajectory of every youth, and by which clock the centres live.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Relations {
    youths: BTreeMap<(TenantId, Uuid), Relation>,
    /// The youth of a trajectory.
    of: BTreeMap<(TenantId, Uuid), Uuid>,
    /// By which clock the centres live.
    pub(crate) zones: Zones,
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
    /// From which log position on the caller, who is no youth, may know what a youth did; `None`
    /// if the youth is not theirs to know.
    pub(crate) fn since(&self, ctx: &Ctx, youth: Uuid) -> Option<u64> {
        let relation = self.youths.get(&(ctx.tenant().clone(), youth))?;
        let may_see = match ctx.role() {
            Role::Coach => relation.coach == Some(ctx.actor()),
            Role::Lead => true,
            Role::Youth | Role::Auditor | Role::Operator | Role::Service => false,
        };
        may_see.then_some(relation.since)
    }
}

impl View for Relations {
    const NAME: &'static str = "exercises-relations";
    const VERSION: u32 = 1;

    type Fact = Fact;

    fn filter() -> Filter {
        let kinds = vec![trajectory::KIND, centre::KIND];
        let names = vec!["YouthRegistered", "CoachChosen", "CentreOpened", "CentreZoneSet"];
        Filter { kinds, names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == centre::KIND {
            return codec::decode(event.name, event.data()).map(Fact::Centre).map(Some);
        }
        Ok(match codec::decode::<TrajectoryEvent>(event.name, event.data())? {
            TrajectoryEvent::YouthRegistered { youth, .. } => Some(Fact::Began(youth)),
            TrajectoryEvent::CoachChosen { coach } => Some(Fact::Chose(coach)),
            TrajectoryEvent::IntakeRecorded { .. }
            | TrajectoryEvent::PopulationChanged { .. }
            | TrajectoryEvent::StepRegistered { .. }
            | TrajectoryEvent::StepNoted { .. }
            | TrajectoryEvent::StepWithdrawn { .. }
            // Whoever accompanied a youth to the end may still look back, as in trajectories.
            | TrajectoryEvent::TrajectoryClosed { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let (tenant, trajectory) = (event.stream.tenant().clone(), event.stream.id());
        match fact {
            Fact::Began(youth) => {
                let person = (tenant.clone(), youth);
                let since = if self.youths.contains_key(&person) { event.position } else { 0 };
                self.youths.insert(person, Relation { trajectory, since, coach: None });
                self.of.insert((tenant, trajectory), youth);
            }
            Fact::Chose(coach) => {
                let Some(youth) = self.of.get(&(tenant.clone(), trajectory)) else { return };
                let relation = self.youths.get_mut(&(tenant, *youth));
                if let Some(relation) = relation.filter(|it| it.trajectory == trajectory) {
                    relation.coach = Some(coach);
                }
            }
            Fact::Centre(fact) => self.zones.apply(&tenant, &fact),
        }
    }

    /// One part that needs no seal: pseudonyms stand open in the log too.
    fn save(&self) -> Vec<SnapshotPart> {
        vec![(None, postcard::to_stdvec(self).unwrap_or_default())]
    }

    fn load(parts: Vec<SnapshotPart>) -> Option<Self> {
        match parts.as_slice() {
            [(None, bytes)] => postcard::from_bytes(bytes).ok(),
            _ => None,
        }
    }
}
