//! The breaches of all centres: few, so that one view has them, for each centre and for whoever looks after
//! the clocks of all.
//!
//! Invariant: words stay sealed; a file is found by its centre and its id together.

use std::{cmp::Reverse, collections::BTreeMap};

use domain::breach::{self, Breach};
use eventlog::{Filter, Recorded};
use events::{BreachId, BreachState, breach::BreachEvent};
use jiff::Timestamp;
use kernel::{
    Event as _, State as _, TenantId,
    codec::{self, CodecError},
    personal::SubjectKey,
};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an entry of a file takes in memory, about.
const ENTRY_BYTES: usize = 700;

/// The file of a breach.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BreachFile {
    /// The breach.
    pub id: BreachId,
    /// Whose it is.
    pub centre: TenantId,
    /// How it stands.
    pub breach: Breach,
    /// What was written down, in its order.
    pub entries: Vec<BreachEntry>,
}

/// Something that was written down, as the log has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BreachEntry {
    /// By whom.
    pub by: Uuid,
    recorded_micros: i64,
    name: String,
    data: Vec<u8>,
    place: Vec<u8>,
}

impl BreachEntry {
    /// When it was written down.
    pub fn recorded_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.recorded_micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// What it says, with its words if this is their key.
    ///
    /// # Errors
    ///
    /// As [`codec::decode`].
    pub fn opened(&self, key: Option<&SubjectKey>) -> Result<BreachEvent, CodecError> {
        let mut event: BreachEvent = codec::decode(&self.name, &self.data)?;
        if let (Some((_, words)), Some(key)) = (event.personal(), key) {
            // Without their key words stay sealed, and are told as none.
            let _ = words.open(key, &self.place);
        }
        Ok(event)
    }
}

impl BreachFile {
    /// Those whose clock runs in front, the one that is due first before all; then those that are open, then
    /// those that are closed, the latest first.
    fn order(&self) -> impl Ord + use<> {
        let state = self.breach.state();
        let running = state == BreachState::Running;
        let reported = self.breach.reported();
        let due = running.then(|| reported.map(|it| it.due));
        (
            due.is_none(),
            due,
            state == BreachState::Closed,
            Reverse(reported.map(|it| it.known)),
            self.id,
        )
    }
}

/// The breaches of all centres.
#[derive(Debug, Default)]
pub struct Breaches(BTreeMap<(TenantId, BreachId), BreachFile>);

impl Breaches {
    /// One file of a centre.
    pub fn file(&self, centre: &TenantId, id: BreachId) -> Option<&BreachFile> {
        self.0.get(&(centre.clone(), id))
    }

    /// Those of a centre, or of all, in the order in which somebody has to look after them.
    pub fn listed(&self, centre: Option<&TenantId>) -> Vec<&BreachFile> {
        let of_centre = |file: &&BreachFile| centre.is_none_or(|centre| file.centre == *centre);
        let mut listed: Vec<_> = self.0.values().filter(of_centre).collect();
        listed.sort_by_cached_key(|file| file.order());
        listed
    }
}

/// What an event means to [`Breaches`]: itself, and who wrote it down.
pub struct Fact {
    event: BreachEvent,
    by: Uuid,
}

impl View for Breaches {
    const NAME: &'static str = "breaches";
    const VERSION: u32 = 2;

    type Fact = Fact;

    fn filter() -> Filter {
        Filter::kinds(&[breach::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(Some(Fact { event: event.decoded()?, by: event.meta()?.actor }))
    }

    fn apply(&mut self, recorded: &Recorded, Fact { event, by }: Fact) {
        let (centre, id) = (recorded.stream.tenant().clone(), recorded.stream.id().into());
        let file = self.0.entry((centre.clone(), id)).or_insert_with(|| BreachFile {
            id,
            centre,
            breach: Breach::default(),
            entries: Vec::new(),
        });
        file.breach = std::mem::take(&mut file.breach).evolve(&event);
        file.entries.push(BreachEntry {
            by,
            recorded_micros: recorded.recorded_micros,
            name: recorded.name.to_owned(),
            data: recorded.data().to_vec(),
            place: recorded.place(),
        });
    }

    fn bytes(&self) -> usize {
        self.0.values().map(|file| file.entries.len() * ENTRY_BYTES).sum()
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0.values().collect::<Vec<_>>())
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let files: Vec<BreachFile> = view::loaded(bytes)?;
        let named = |file: BreachFile| ((file.centre.clone(), file.id), file);
        Some(Self(files.into_iter().map(named).collect()))
    }
}
