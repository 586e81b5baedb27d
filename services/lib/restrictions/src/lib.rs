//! Whose data is kept and not used (GDPR Art. 18), and which centres leave the platform (Art. 28(3)(g)): what the
//! seam for access of every service asks before anybody sees or changes something.
//!
//! Invariant: one small view for all services of a process. What a restriction hides, and what a fence keeps
//! from being changed, is said by the policies, in one place.

use std::{collections::BTreeSet, sync::Arc};

use async_trait::async_trait;
use eventlog::{Filter, LogError, Position, Recorded};
use events::{
    centre::{self, CentreEvent},
    rights::{self, RightsEvent},
};
use kernel::{TenantId, codec::CodecError};
use runtime::{
    Backends, View,
    access::Restrictions,
    projector::Live,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tonic::Status;
use uuid::Uuid;

/// What a restriction takes in memory, about.
const RESTRICTION_BYTES: usize = 64;

/// The young people whose data is not used, by centre, and the centres that leave.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Restricted {
    youths: BTreeSet<(TenantId, Uuid)>,
    leaving: BTreeSet<TenantId>,
}

impl Restricted {
    /// Whether the data of this one is not used.
    pub fn holds(&self, centre: &TenantId, youth: Uuid) -> bool {
        self.youths.contains(&(centre.clone(), youth))
    }

    /// Whether this centre leaves.
    pub fn fences(&self, centre: &TenantId) -> bool {
        self.leaving.contains(centre)
    }
}

/// What an event means here.
#[derive(Clone, Copy, Debug)]
pub enum Fact {
    /// A restriction begins or ends.
    Restricts(bool),
    /// A centre leaves, or stays after all.
    Leaves(bool),
}

impl View for Restricted {
    const NAME: &'static str = "restricted";
    const VERSION: u32 = 2;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec![
            "ProcessingRestricted",
            "RestrictionLifted",
            "ExitAgreed",
            "ExitWithdrawn",
            "CentreLeft",
        ];
        Filter { kinds: vec![rights::KIND, centre::KIND], names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        if event.stream.kind() == centre::KIND {
            return event.decoded().map(|event| leaving(&event));
        }
        Ok(match event.decoded()? {
            RightsEvent::ProcessingRestricted { .. } => Some(Fact::Restricts(true)),
            RightsEvent::RestrictionLifted { .. } => Some(Fact::Restricts(false)),
            RightsEvent::RequestMade { .. }
            | RightsEvent::RequestAdvised { .. }
            | RightsEvent::RequestExtended { .. }
            | RightsEvent::RequestGranted { .. }
            | RightsEvent::RequestRefused { .. }
            | RightsEvent::RequestWithdrawn { .. }
            | RightsEvent::RequestLapsed { .. }
            | RightsEvent::LiftingAnnounced { .. }
            | RightsEvent::LiftingSeen { .. }
            | RightsEvent::RecipientsNotified { .. }
            | RightsEvent::NoticeAcknowledged { .. }
            | RightsEvent::OutsideRecipientTold { .. }
            | RightsEvent::CountedNoMore { .. }
            | RightsEvent::HoldPlaced { .. }
            | RightsEvent::HoldLifted {}
            | RightsEvent::TermEnded { .. } => None,
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        let centre = event.stream.tenant().clone();
        match fact {
            Fact::Restricts(true) => {
                self.youths.insert((centre, event.stream.id()));
            }
            Fact::Restricts(false) => {
                self.youths.remove(&(centre, event.stream.id()));
            }
            Fact::Leaves(true) => {
                self.leaving.insert(centre);
            }
            Fact::Leaves(false) => {
                self.leaving.remove(&centre);
            }
        }
    }

    fn bytes(&self) -> usize {
        (self.youths.len() + self.leaving.len()) * RESTRICTION_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(self)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes)
    }
}

fn leaving(event: &CentreEvent) -> Option<Fact> {
    match event {
        CentreEvent::ExitAgreed {} | CentreEvent::CentreLeft(_) => Some(Fact::Leaves(true)),
        CentreEvent::ExitWithdrawn {} => Some(Fact::Leaves(false)),
        CentreEvent::CentreOpened { .. }
        | CentreEvent::CentreZoneSet { .. }
        | CentreEvent::CentreCountrySet { .. }
        | CentreEvent::CentreLanguagesSet { .. }
        | CentreEvent::ControllerDescribed(_)
        | CentreEvent::BreachRuleSet(_)
        | CentreEvent::RetentionTermSet { .. }
        | CentreEvent::ExitBegun { .. }
        | CentreEvent::CentreExported(_)
        | CentreEvent::WipeBegun {} => None,
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

    fn fence(&self, centre: &TenantId) -> bool {
        self.0.now().view.fences(centre)
    }
}
