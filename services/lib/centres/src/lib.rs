//! The centres: which there are, and by which clock and in which languages each lives.
//!
//! Invariant: one small view for whoever has to know all of them.

use std::collections::BTreeMap;

use eventlog::{Filter, Recorded};
use events::centre::{self, Centre, CentreEvent};
use kernel::{TenantId, codec::CodecError};
use runtime::{
    View,
    view::{self, OpenKeys},
};

/// What a centre takes in memory, about.
const CENTRE_BYTES: usize = 256;

/// All centres, by id.
#[derive(Debug, Default)]
pub struct Centres(BTreeMap<TenantId, Centre>);

impl Centres {
    /// One centre, if it is open.
    pub fn of(&self, tenant: &TenantId) -> Option<&Centre> {
        self.0.get(tenant)
    }

    /// All, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&TenantId, &Centre)> {
        self.0.iter()
    }
}

impl View for Centres {
    const NAME: &'static str = "centres";
    const VERSION: u32 = 3;

    type Fact = CentreEvent;

    fn filter() -> Filter {
        Filter::kinds(&[centre::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<CentreEvent>, CodecError> {
        event.decoded().map(Some)
    }

    fn apply(&mut self, event: &Recorded, fact: CentreEvent) {
        let tenant = event.stream.tenant();
        if let Some(centre) = Centre::after(self.0.remove(tenant), fact) {
            self.0.insert(tenant.clone(), centre);
        }
    }

    fn bytes(&self) -> usize {
        self.0.len() * CENTRE_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes).map(Self)
    }
}
