//! Services that stand once per shard, each for some of the centres.

use std::{collections::HashMap, sync::Arc};

use platform::{TenantId, serve::Channel};
use tonic::Status;

/// Which replicas answer for a centre.
#[derive(Clone, Default)]
pub struct Shards {
    of: Arc<HashMap<TenantId, Channel>>,
    rest: Option<Channel>,
}

impl Shards {
    /// Each channel for the centres beside it; one without any for all others.
    pub fn new(shards: impl IntoIterator<Item = (Vec<TenantId>, Channel)>) -> Self {
        let (mut of, mut rest) = (HashMap::new(), None);
        for (centres, channel) in shards {
            if centres.is_empty() {
                rest = Some(channel);
            } else {
                of.extend(centres.into_iter().map(|centre| (centre, channel.clone())));
            }
        }
        Self { of: Arc::new(of), rest }
    }

    /// Every channel, those of several centres several times.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Channel> {
        self.of.values().chain(&self.rest)
    }
}

impl From<Channel> for Shards {
    fn from(channel: Channel) -> Self {
        Self { of: Arc::default(), rest: Some(channel) }
    }
}

/// A service that answers for a centre.
pub(crate) trait Reach {
    /// The way to it.
    fn reach(&self, centre: Option<&TenantId>) -> Result<Channel, Status>;
}

impl Reach for Channel {
    fn reach(&self, _: Option<&TenantId>) -> Result<Channel, Status> {
        Ok(self.clone())
    }
}

impl Reach for Shards {
    fn reach(&self, centre: Option<&TenantId>) -> Result<Channel, Status> {
        let channel = centre.and_then(|centre| self.of.get(centre)).or(self.rest.as_ref());
        channel.cloned().ok_or_else(|| Status::unavailable("no shard has this centre"))
    }
}
