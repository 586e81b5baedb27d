//! Services that stand once per shard, each for some of the centres.

use std::{collections::HashMap, sync::Arc};

use kernel::TenantId;
use runtime::serve::Channel;
use tonic::Status;

/// Which replicas answer for a centre.
#[derive(Clone, Default)]
pub struct Shards {
    channels: Arc<[Channel]>,
    /// The channel's place for each centre that has one of its own.
    of: Arc<HashMap<TenantId, usize>>,
    /// The channel's place for all others.
    rest: Option<usize>,
}

impl Shards {
    /// Each channel for the centres beside it; one without any for all others.
    pub fn new(shards: impl IntoIterator<Item = (Vec<TenantId>, Channel)>) -> Self {
        let (mut channels, mut of, mut rest) = (Vec::new(), HashMap::new(), None);
        for (place, (centres, channel)) in shards.into_iter().enumerate() {
            channels.push(channel);
            if centres.is_empty() {
                rest = Some(place);
            }
            of.extend(centres.into_iter().map(|centre| (centre, place)));
        }
        Self { channels: channels.into(), of: Arc::new(of), rest }
    }

    /// Every channel.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Channel> {
        self.channels.iter()
    }
}

impl From<Channel> for Shards {
    fn from(channel: Channel) -> Self {
        Self::new([(Vec::new(), channel)])
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
        let place = centre.and_then(|centre| self.of.get(centre)).or(self.rest.as_ref());
        let channel = place.and_then(|place| self.channels.get(*place));
        channel.cloned().ok_or_else(|| Status::unavailable("no shard has this centre"))
    }
}
