//! Keys of personal data, as services hold them: asked for in batches, kept for a minute at most.
//!
//! Invariant: no key stays in a service's memory longer than [`KEPT_SECONDS_MAX`], so that a key
//! destroyed in the vault is gone everywhere soon after.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use kernel::{
    TenantId,
    personal::{Category, SubjectKey},
};
use tokio::time::Instant;
use uuid::Uuid;

/// How long a key stays in memory.
pub const KEPT_SECONDS_MAX: u64 = 60;
/// How often old keys are swept out.
const SWEEP_SECONDS: u64 = 15;
/// How old a key may be that is still used, and left by a sweep: the next sweep comes in time.
const USED_MAX: Duration = Duration::from_secs(KEPT_SECONDS_MAX - SWEEP_SECONDS);
/// How many keys a service keeps at once (about 200 bytes each).
pub const KEPT_KEYS_MAX: usize = 100_000;
/// How many subjects one question to the vault may name.
pub const SUBJECTS_ASKED_MAX: usize = 1_000;

/// Why a key was not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The vault did not answer.
    #[error("the key vault does not answer")]
    Unavailable,
    /// The key was destroyed or never made.
    #[error("no such key")]
    Gone,
}

/// Keys found, by subject. Whoever is missing has no key (any more).
pub type Keys = HashMap<Uuid, Arc<SubjectKey>>;

/// Where keys come from: the vault itself, or a call to it.
#[async_trait]
pub trait KeySource: Send + Sync + 'static {
    /// The keys of up to [`SUBJECTS_ASKED_MAX`] subjects for one category. With `make`, missing
    /// ones are made, but never for a subject that was erased.
    async fn keys(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError>;
}

#[derive(Default)]
struct Kept {
    keys: HashMap<(TenantId, Uuid, Category), (Instant, Arc<SubjectKey>)>,
    /// How often somebody was forgotten: what was asked for before is not kept any more.
    forgotten: u64,
}

/// The keys a service holds at the moment.
pub struct KeyRing {
    source: Arc<dyn KeySource>,
    kept: Mutex<Kept>,
}

impl KeyRing {
    /// An empty ring in front of a source.
    pub fn new(source: Arc<dyn KeySource>) -> Self {
        Self { source, kept: Mutex::default() }
    }

    /// One subject's key, made if it does not exist yet.
    ///
    /// # Errors
    ///
    /// [`KeyError::Gone`] if the subject was erased.
    pub async fn to_seal(
        &self,
        tenant: &TenantId,
        subject: Uuid,
        category: Category,
    ) -> Result<Arc<SubjectKey>, KeyError> {
        self.lookup(tenant, &[subject], category, true)
            .await?
            .remove(&subject)
            .ok_or(KeyError::Gone)
    }

    /// Makes the keys of many subjects at once, for whoever is about to write much.
    ///
    /// # Errors
    ///
    /// [`KeyError::Unavailable`] if the vault does not answer.
    pub async fn make(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
    ) -> Result<(), KeyError> {
        self.lookup(tenant, subjects, category, true).await.map(drop)
    }

    /// The keys that still exist of these subjects.
    ///
    /// # Errors
    ///
    /// [`KeyError::Unavailable`] if the vault does not answer.
    pub async fn to_open(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
    ) -> Result<Keys, KeyError> {
        self.lookup(tenant, subjects, category, false).await
    }

    async fn lookup(
        &self,
        tenant: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let (mut found, missing) = self.kept(tenant, subjects, category);
        for asked in missing.chunks(SUBJECTS_ASKED_MAX) {
            let forgotten = self.kept.lock().unwrap_or_else(PoisonError::into_inner).forgotten;
            let keys = self.source.keys(tenant, asked, category, make).await?;
            self.keep(tenant, category, &keys, forgotten);
            found.extend(keys);
        }
        Ok(found)
    }

    fn kept(&self, tenant: &TenantId, subjects: &[Uuid], category: Category) -> (Keys, Vec<Uuid>) {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut found, mut missing) = (Keys::new(), Vec::new());
        for subject in subjects {
            match kept.keys.get(&(tenant.clone(), *subject, category)) {
                Some((since, key)) if since.elapsed() < USED_MAX => {
                    found.insert(*subject, key.clone());
                }
                _ => missing.push(*subject),
            }
        }
        (found, missing)
    }

    fn keep(&self, tenant: &TenantId, category: Category, keys: &Keys, forgotten: u64) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.forgotten != forgotten {
            return;
        }
        if kept.keys.len() + keys.len() > KEPT_KEYS_MAX {
            kept.keys.clear();
        }
        for (subject, key) in keys {
            kept.keys.insert((tenant.clone(), *subject, category), (Instant::now(), key.clone()));
        }
    }

    /// Forgets a subject's keys at once, also one that is just being asked for: they were destroyed.
    pub fn forget(&self, tenant: &TenantId, subject: Uuid) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.forgotten += 1;
        for category in Category::ALL {
            kept.keys.remove(&(tenant.clone(), subject, category));
        }
    }

    /// Forgets keys that would be older than [`KEPT_SECONDS_MAX`] before the next sweep; called again and again by [`KeyRing::swept`].
    fn sweep(&self) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.keys.retain(|_, (since, _)| since.elapsed() < USED_MAX);
    }

    /// An empty ring in front of a source that forgets old keys even when nobody asks, until it is
    /// dropped.
    pub fn swept(source: Arc<dyn KeySource>) -> Arc<Self> {
        let swept = Arc::new(Self::new(source));
        let ring = Arc::downgrade(&swept);
        tokio::spawn(async move {
            let mut tick = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
            loop {
                tick.tick().await;
                let Some(ring) = ring.upgrade() else { return };
                ring.sweep();
            }
        });
        swept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes every key that is asked for.
    struct Vault;

    #[async_trait]
    impl KeySource for Vault {
        async fn keys(
            &self,
            _: &TenantId,
            subjects: &[Uuid],
            _: Category,
            _: bool,
        ) -> Result<Keys, KeyError> {
            Ok(subjects.iter().map(|id| (*id, Arc::new(SubjectKey::generate()))).collect())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_is_gone_from_memory_within_a_minute_also_when_nobody_asks() {
        let ring = KeyRing::swept(Arc::new(Vault));
        let tenant = TenantId::platform();
        for since_sweep in 0..SWEEP_SECONDS {
            tokio::time::sleep(Duration::from_secs(1)).await;
            ring.to_seal(&tenant, Uuid::from_u128(1), Category::Health).await.unwrap();
            assert_eq!(ring.kept.lock().unwrap().keys.len(), 1);
            tokio::time::sleep(Duration::from_secs(KEPT_SECONDS_MAX)).await;
            let left = ring.kept.lock().unwrap().keys.len();
            assert_eq!(left, 0, "asked for {since_sweep} seconds after a sweep");
        }
    }
}
