//! Whose data is kept and not used (GDPR Art. 18): what the seam for access of every service asks before
//! anybody else sees or changes it.
//!
//! Invariant: one small view for all services of a process. What a restriction hides is said by the
//! policies, in one place.

use std::{collections::BTreeSet, sync::Arc};

use async_trait::async_trait;
use eventlog::{Filter, LogError, Position, Recorded};
use events::rights::{self, RightsEvent};
use kernel::{TenantId, codec::CodecError};
use runtime::{
    Backends, View,
    access::Restrictions,
    projector::Live,
    view::{self, OpenKeys},
};
use tokio::sync::watch;
use tonic::Status;
use uuid::Uuid;

/// What a restriction takes in memory, about.
const RESTRICTION_BYTES: usize = 64;

/// The young people whose data is not used, by centre.
#[derive(Debug, Default)]
pub struct Restricted(BTreeSet<(TenantId, Uuid)>);

impl Restricted {
    /// Whether the data of this one is not used.
    pub fn holds(&self, centre: &TenantId, youth: Uuid) -> bool {
        self.0.contains(&(centre.clone(), youth))
    }
}

impl View for Restricted {
    const NAME: &'static str = "restricted";
    const VERSION: u32 = 1;

    /// Whether a restriction begins or ends.
    type Fact = bool;

    fn filter() -> Filter {
        let names = vec!["ProcessingRestricted", "RestrictionLifted"];
        Filter { kinds: vec![rights::KIND], names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<bool>, CodecError> {
        Ok(match event.decoded()? {
            RightsEvent::ProcessingRestricted { .. } => Some(true),
            RightsEvent::RestrictionLifted { .. } => Some(false),
            RightsEvent::RequestMade { .. }
            | RightsEvent::RequestAdvised { .. }
            | RightsEvent::RequestExtended { .. }
            | RightsEvent::RequestGranted { .. }
            | RightsEvent::RequestRefused { .. }
            | RightsEvent::RequestWithdrawn { .. }
            | RightsEvent::RequestLapsed { .. }
            | RightsEvent::CountedNoMore { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, begins: bool) {
        let of = (event.stream.tenant().clone(), event.stream.id());
        if begins {
            self.0.insert(of);
        } else {
            self.0.remove(&of);
        }
    }

    fn bytes(&self) -> usize {
        self.0.len() * RESTRICTION_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes).map(Self)
    }
}

struct Known(Live<Restricted>);

/// Who knows it, for [`runtime::serve::Services::on`].
///
/// # Errors
///
/// The log cannot be read at the start.
pub async fn known(
    backends: &Backends,
    stop: watch::Receiver<bool>,
) -> Result<Arc<dyn Restrictions>, LogError> {
    Ok(Arc::new(Known(Live::shared(backends, stop).await?)))
}

#[async_trait]
impl Restrictions for Known {
    async fn known(&self, at_least: Position) -> Result<(), Status> {
        Ok(self.0.at_least(at_least).await?)
    }

    fn hold(&self, centre: &TenantId, youth: Uuid) -> bool {
        self.0.now().view.holds(centre, youth)
    }
}
