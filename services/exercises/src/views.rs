//! Which exercises every youth completed: counts only, no answers.

use std::collections::BTreeMap;

use events::runs::RunsEvent;
use platform::{
    Filter, Recorded, TenantId, View,
    codec::{self, CodecError},
    view::{OpenKeys, SnapshotPart},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Completed exercises, by tenant and youth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions(BTreeMap<TenantId, BTreeMap<Uuid, OfYouth>>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfYouth {
    /// Exercise of every run that is not completed.
    open: BTreeMap<Uuid, String>,
    /// Position of the last completed run by exercise.
    completed: BTreeMap<String, u64>,
}

/// What an event means to [`Completions`].
#[derive(Debug)]
pub enum Fact {
    /// A run of this exercise began.
    Started(Uuid, String),
    /// A run was completed.
    Completed(Uuid),
}

impl Completions {
    /// How many exercises a youth of a tenant completed after a log position; none if the youth is
    /// unknown there.
    pub fn of(&self, tenant: &TenantId, youth: Uuid, since: u64) -> u32 {
        let youth = self.0.get(tenant).and_then(|youths| youths.get(&youth));
        let completed = youth.into_iter().flat_map(|youth| youth.completed.values());
        u32::try_from(completed.filter(|position| **position > since).count()).unwrap_or(u32::MAX)
    }
}

impl View for Completions {
    const NAME: &'static str = "exercises-completions";
    const VERSION: u32 = 2;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec!["RunStarted", "RunCompleted"];
        Filter { names, ..Filter::kinds(&["runs"]) }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(match codec::decode(event.name, event.data())? {
            RunsEvent::RunStarted { run, exercise, .. } => Some(Fact::Started(run, exercise)),
            RunsEvent::RunCompleted { run, .. } => Some(Fact::Completed(run)),
            RunsEvent::StepAnswered { .. } | RunsEvent::HealthStepAnswered { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let youths = self.0.entry(event.stream.tenant().clone()).or_default();
        let youth = youths.entry(event.stream.id()).or_default();
        match fact {
            Fact::Started(run, exercise) => {
                youth.open.insert(run, exercise);
            }
            Fact::Completed(run) => {
                if let Some(exercise) = youth.open.remove(&run) {
                    youth.completed.insert(exercise, event.position);
                }
            }
        }
    }

    /// One part that needs no seal: run ids, exercises and pseudonyms stand open in the log too.
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
