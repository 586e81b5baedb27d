//! Which work was begun and is not over: one tiny view for each kind.

use std::{collections::BTreeMap, marker::PhantomData};

use eventlog::{Filter, Recorded};
use jiff::Timestamp;
use kernel::{
    TenantId,
    codec::CodecError,
    work::{Phase, WorkEvent},
};
use runtime::{
    View,
    view::{self, OpenKeys},
};
use uuid::Uuid;

use crate::{Manager, WorkId};

/// What one takes in memory, about.
const WORK_BYTES: usize = 120;

/// The work of one kind that is not over.
pub struct Unfinished<M> {
    /// When each was begun, and whether it was turned back.
    begun: BTreeMap<(TenantId, Uuid), (Timestamp, bool)>,
    of: PhantomData<fn() -> M>,
}

impl<M> Default for Unfinished<M> {
    fn default() -> Self {
        Self { begun: BTreeMap::new(), of: PhantomData }
    }
}

impl<M> Unfinished<M> {
    /// All of it: which, when it was begun, and whether it was turned back.
    pub fn iter(&self) -> impl Iterator<Item = (WorkId, Timestamp, bool)> {
        self.begun.iter().map(|((tenant, id), (begun, back))| {
            (WorkId { tenant: tenant.clone(), id: *id }, *begun, *back)
        })
    }

    /// Whether this one is not over.
    pub fn has(&self, work: &WorkId) -> bool {
        self.begun.contains_key(&(work.tenant.clone(), work.id))
    }
}

impl<M: Manager> View for Unfinished<M> {
    const NAME: &'static str = M::Event::KIND;
    const VERSION: u32 = 1;

    type Fact = Phase;

    fn filter() -> Filter {
        Filter::kinds(&[M::Event::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Phase>, CodecError> {
        event.decoded::<M::Event>().map(|event| event.phase())
    }

    fn apply(&mut self, event: &Recorded, phase: Phase) {
        let work = (event.stream.tenant().clone(), event.stream.id());
        match phase {
            Phase::Absent => {}
            Phase::Begun => {
                self.begun.insert(work, (event.recorded_at(), false));
            }
            Phase::TurnedBack => {
                if let Some((_, back)) = self.begun.get_mut(&work) {
                    *back = true;
                }
            }
            Phase::Finished | Phase::Undone => {
                self.begun.remove(&work);
            }
        }
    }

    fn bytes(&self) -> usize {
        self.begun.len() * WORK_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.begun)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes).map(|begun| Self { begun, of: PhantomData })
    }
}
