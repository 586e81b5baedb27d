//! The vault as a source of keys: what services ask, over gRPC or in the same process.

use async_trait::async_trait;
use kernel::{Category, TenantId};
use runtime::keys::{KeyError, KeySource, Keys, Thing};
use uuid::Uuid;

use super::{Vault, VaultError};

#[async_trait]
impl KeySource for Vault {
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        self.ladder.keys(tenant, subjects, category, make).await.map_err(|error| no_answer(&error))
    }

    async fn keys_of_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let found = self.ladder.keys_of_things(tenant, things, category, make).await;
        found.map_err(|error| no_answer(&error))
    }
}

fn no_answer(error: &VaultError) -> KeyError {
    tracing::error!(%error, "the key vault does not answer");
    KeyError::Unavailable
}
