//! Whether the vault is the one that belongs to the log.
//!
//! Invariant: a person without a key is erased only if an erasure is on record, in the log or in the
//! vault. Anybody else without one is damage, and is told: in the log, in health, in metrics. Whoever
//! the log says was erased has no key for long, also after an older vault was restored; and whose keys are
//! destroyed is erased in the log, too, also after an older log was restored.

use std::{sync::Arc, time::Duration};

use centres::Centres;
use domain::{centre::Leave, person::RepeatErasure};
use events::{ExitState, centre::CentreGone};
use kernel::{Role, TenantId};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{Target, execute},
    keys::SUBJECTS_ASKED_MAX,
    projector::{Live, Partitions},
};
use tokio::sync::watch;
use uuid::Uuid;

use vault::Vault;

use crate::{Directory, centre_id};

/// How long somebody who asks waits for the first look: a thousand centres take longer, and whoever
/// asks then is told when it is over.
const FIRST_LOOK_SECONDS_MAX: u64 = 2;
/// How often everybody is looked at.
const CHECK_SECONDS: u64 = 600;

/// How many people have no key although nobody erased them; looked at again and again. `None` until
/// everybody was looked at once.
#[derive(Clone)]
pub(crate) struct Standing(watch::Receiver<Option<u64>>);

/// Who looks, and where.
pub(crate) struct Looks {
    pub(crate) backends: Backends,
    pub(crate) centres: Live<Centres>,
    pub(crate) directory: Partitions<Directory>,
    pub(crate) vault: Arc<Vault>,
}

impl Standing {
    /// Looks now and again and again in the background, until `stop` is set.
    pub(crate) fn start(looks: Looks, mut stop: watch::Receiver<bool>) -> Self {
        let (told, lost) = watch::channel(None);
        tokio::spawn(async move {
            let looking = async {
                loop {
                    looks.look(&told).await;
                    tokio::time::sleep(Duration::from_secs(CHECK_SECONDS)).await;
                }
            };
            tokio::select! {
                () = looking => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        });
        Self(lost)
    }

    /// Waits until nobody looks any more, after `stop` was set.
    pub(crate) async fn stopped(mut self) {
        while self.0.changed().await.is_ok() {}
    }

    /// How many there are, as far as anybody looked.
    pub(crate) fn lost(&self) -> u64 {
        self.0.borrow().unwrap_or(0)
    }

    /// The same; right after a start it waits a moment for the first look.
    pub(crate) async fn looked(&self) -> u64 {
        let mut lost = self.0.clone();
        let looked = lost.wait_for(Option::is_some);
        let _ = tokio::time::timeout(Duration::from_secs(FIRST_LOOK_SECONDS_MAX), looked).await;
        self.lost()
    }
}

/// The vault does not answer, or the log.
type Failed = Box<dyn std::error::Error + Send + Sync>;

impl Looks {
    async fn look(&self, told: &watch::Sender<Option<u64>>) {
        match self.count().await {
            Ok(lost) if Some(lost) != *told.borrow() => {
                if lost > 0 {
                    tracing::error!(
                        people = lost,
                        "keys are missing and no erasure is on record: restore the vault of this log"
                    );
                }
                told.send_replace(Some(lost));
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "cannot tell whether keys are missing"),
        }
    }

    /// Also takes keys away that an older vault brought back of people who were erased since, and tells an
    /// older log of whom it brought back.
    async fn count(&self) -> Result<u64, Failed> {
        let centres: Vec<TenantId> =
            self.centres.now().view.iter().map(|(tenant, _)| tenant.clone()).collect();
        let mut lost = 0;
        for tenant in centres.into_iter().chain([TenantId::platform()]) {
            let (erased, people) = self.people_of(&tenant).await?;
            lost += self.vault.lost(&tenant, &people).await?.len() as u64;
            for back in self.vault.erased(&tenant, &people).await? {
                self.repeat_erasure(&tenant, back).await?;
            }
            if self.vault.has_left(&tenant).await? {
                self.repeat_leaving(&tenant, erased.len() + people.len()).await?;
            }
            for erased in erased.chunks(SUBJECTS_ASKED_MAX) {
                for back in self.vault.keyed(&tenant, erased).await? {
                    self.vault.destroy_subject(&tenant, back).await?;
                    tracing::warn!(%tenant, "keys of somebody who was erased were back, and are destroyed again");
                }
            }
        }
        Ok(lost)
    }

    async fn repeat_erasure(&self, tenant: &TenantId, person: Uuid) -> Result<(), Failed> {
        let target = Target::today(person, Some(person), eventlog::clock::today());
        let permit = Permit::internal(ours(tenant));
        execute(&self.backends, &permit, target, &RepeatErasure).await?;
        tracing::warn!(%tenant, "the log did not know of an erasure, and does again");
        Ok(())
    }

    /// A log from before does not know that a centre left.
    async fn repeat_leaving(&self, tenant: &TenantId, people: usize) -> Result<(), Failed> {
        let exit = self.centres.now().view.of(tenant).map(|centre| centre.exit);
        // What is being destroyed is certified by whoever does it.
        if matches!(exit, None | Some(ExitState::Wiping | ExitState::Left)) {
            return Ok(());
        }
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        let leave = Leave { gone: CentreGone { people, events: 0, certificate: None } };
        let target = Target::today(centre_id(tenant), None, eventlog::clock::today());
        execute(&self.backends, &Permit::internal(ours(tenant)), target, &leave).await?;
        tracing::warn!(%tenant, "the log did not know that a centre left, and does again");
        Ok(())
    }

    /// Who was erased, and who was not.
    async fn people_of(&self, tenant: &TenantId) -> Result<(Vec<Uuid>, Vec<Uuid>), Failed> {
        let ours = ours(tenant);
        let directory = self.directory.passing(&ours).await?;
        Ok(directory.get(|directory| {
            let (erased, people): (Vec<_>, Vec<_>) =
                directory.people().partition(|(_, person)| person.erased);
            let ids = |people: Vec<(&Uuid, _)>| people.into_iter().map(|(id, _)| *id).collect();
            (ids(erased), ids(people))
        }))
    }
}

fn ours(tenant: &TenantId) -> Ctx {
    Ctx::internal(tenant.clone(), Uuid::nil(), Role::Service, Uuid::now_v7())
}
