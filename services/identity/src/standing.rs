//! Whether the vault is the one that belongs to the log.
//!
//! Invariant: a person without a key is erased only if an erasure is on record, in the log or in the
//! vault. Anybody else without one is damage, and is told: in the log, in health, in metrics. Whoever
//! the log says was erased has no key for long, also after an older vault was restored.

use std::{sync::Arc, time::Duration};

use platform::{TenantId, keys::SUBJECTS_ASKED_MAX, projector::Live};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{Directory, Vault, VaultError};

/// How often everybody is looked at.
const CHECK_SECONDS: u64 = 600;

/// How many people have no key although nobody erased them; looked at again and again.
#[derive(Clone)]
pub(crate) struct Standing(watch::Receiver<u64>);

impl Standing {
    /// Looks once, and from then on in the background until `stop` is set.
    pub(crate) async fn start(
        directory: Live<Directory>,
        vault: Arc<Vault>,
        mut stop: watch::Receiver<bool>,
    ) -> Self {
        let (told, lost) = watch::channel(0);
        look(&directory, &vault, &told).await;
        tokio::spawn(async move {
            let looks = async {
                loop {
                    tokio::time::sleep(Duration::from_secs(CHECK_SECONDS)).await;
                    look(&directory, &vault, &told).await;
                }
            };
            tokio::select! {
                () = looks => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        });
        Self(lost)
    }

    /// Waits until nobody looks any more, after `stop` was set.
    pub(crate) async fn stopped(mut self) {
        while self.0.changed().await.is_ok() {}
    }

    /// How many there are.
    pub(crate) fn lost(&self) -> u64 {
        *self.0.borrow()
    }
}

async fn look(directory: &Live<Directory>, vault: &Vault, told: &watch::Sender<u64>) {
    match count(directory, vault).await {
        Ok(lost) if lost != *told.borrow() => {
            if lost > 0 {
                tracing::error!(
                    people = lost,
                    "keys are missing and no erasure is on record: restore the vault of this log"
                );
            }
            told.send_replace(lost);
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "cannot tell whether keys are missing"),
    }
}

/// Also takes keys away that an older vault brought back of people who were erased since.
async fn count(directory: &Live<Directory>, vault: &Vault) -> Result<u64, VaultError> {
    let tenants: Vec<TenantId> = directory.now().view.tenants().cloned().collect();
    let mut lost = 0;
    for tenant in tenants {
        let (erased, people) = people_of(directory, &tenant);
        lost += vault.lost(&tenant, &people).await?.len() as u64;
        for erased in erased.chunks(SUBJECTS_ASKED_MAX) {
            for back in vault.keyed(&tenant, erased).await? {
                vault.destroy_subject(&tenant, back).await?;
                tracing::warn!(%tenant, "keys of somebody who was erased were back, and are destroyed again");
            }
        }
    }
    Ok(lost)
}

/// Who was erased, and who was not.
fn people_of(directory: &Live<Directory>, tenant: &TenantId) -> (Vec<Uuid>, Vec<Uuid>) {
    let directory = directory.now();
    let (erased, people): (Vec<_>, Vec<_>) =
        directory.view.people(tenant).partition(|(_, person)| person.erased);
    let ids = |people: Vec<(&Uuid, _)>| people.into_iter().map(|(id, _)| *id).collect();
    (ids(erased), ids(people))
}
