//! Keys of personal data, asked of identity over gRPC.

use anyhow::Result;
use async_trait::async_trait;
use kernel::{Category, TenantId, personal::SubjectKey};
use proto::identity::{GetKeysRequest, ThingOf, key_service_client::KeyServiceClient};
use runtime::{
    keys::{KeyError, KeySource, Keys, Thing},
    serve::Channel,
};
use std::{sync::Arc, time::Duration};
use tonic::{Request, metadata::MetadataValue};
use uuid::Uuid;

/// How long a service waits for keys, the way to them included.
const DEADLINE: Duration = Duration::from_secs(5);

/// The vault as other services see it.
pub struct RemoteKeys {
    client: KeyServiceClient<Channel>,
    authorization: MetadataValue<tonic::metadata::Ascii>,
}

impl RemoteKeys {
    /// Asks identity over this channel, with a service's token.
    ///
    /// # Errors
    ///
    /// The token cannot stand in a header.
    pub fn new(identity: Channel, token: &str) -> Result<Self> {
        let authorization = format!("Bearer {token}").parse()?;
        Ok(Self { client: KeyServiceClient::new(identity), authorization })
    }
}

#[async_trait]
impl KeySource for RemoteKeys {
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let subjects = subjects.iter().map(Uuid::to_string).collect();
        self.ask(GetKeysRequest { subjects, make, ..about(tenant, category) }).await
    }

    async fn keys_of_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let told =
            |it: &Thing| ThingOf { subject: it.person.to_string(), thing: it.id.to_string() };
        let things = things.iter().map(told).collect();
        self.ask(GetKeysRequest { things, make, ..about(tenant, category) }).await
    }
}

fn about(tenant: &TenantId, category: Category) -> GetKeysRequest {
    let (tenant, category) = (tenant.to_string(), category.name().to_owned());
    GetKeysRequest { tenant, category, ..GetKeysRequest::default() }
}

impl RemoteKeys {
    async fn ask(&self, asked: GetKeysRequest) -> Result<Keys, KeyError> {
        let mut request = Request::new(asked);
        request.set_timeout(DEADLINE);
        request.metadata_mut().insert("authorization", self.authorization.clone());
        let mut client = self.client.clone();
        let answer = tokio::time::timeout(DEADLINE, client.get_keys(request)).await;
        let answer = answer.map_err(|_| KeyError::Unavailable)?;
        let found = answer.map_err(|_| KeyError::Unavailable)?.into_inner().keys;
        found
            .into_iter()
            .map(|found| {
                let subject = found.subject.parse().map_err(|_| KeyError::Unavailable)?;
                let bytes = found.key.as_ref().try_into().map_err(|_| KeyError::Unavailable)?;
                Ok((subject, Arc::new(SubjectKey::from_bytes(bytes))))
            })
            .collect()
    }
}
