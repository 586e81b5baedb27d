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

/// Keys found, by subject or thing. What is missing has no key (any more).
pub type Keys = HashMap<Uuid, Arc<SubjectKey>>;

/// Something of a person that has a key of its own, below the person's key of its category, so that it can be
/// erased alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing {
    /// Whose it is.
    pub person: Uuid,
    /// Which: the id of its stream.
    pub id: Uuid,
}

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

    /// The same for up to [`SUBJECTS_ASKED_MAX`] things of people, by thing. Who keeps none has none to give.
    async fn keys_of_things(
        &self,
        _tenant: &TenantId,
        _things: &[Thing],
        _category: Category,
        _make: bool,
    ) -> Result<Keys, KeyError> {
        Err(KeyError::Unavailable)
    }
}

/// Whose key it is: a person's own, or that of one thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Whose {
    Person(Uuid),
    Thing(Thing),
}

impl Whose {
    fn person(self) -> Uuid {
        match self {
            Self::Person(person) | Self::Thing(Thing { person, .. }) => person,
        }
    }

    /// As which it is found in [`Keys`].
    fn id(self) -> Uuid {
        match self {
            Self::Person(id) | Self::Thing(Thing { id, .. }) => id,
        }
    }
}

#[derive(Default)]
struct Kept {
    keys: HashMap<(TenantId, Whose, Category), (Instant, Arc<SubjectKey>)>,
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
        self.one(tenant, Whose::Person(subject), category).await
    }

    /// The key of one thing of a person, made if it does not exist yet; without a thing the person's own.
    ///
    /// # Errors
    ///
    /// [`KeyError::Gone`] if the thing was erased, or the person.
    pub async fn to_seal_of(
        &self,
        tenant: &TenantId,
        person: Uuid,
        thing: Option<Uuid>,
        category: Category,
    ) -> Result<Arc<SubjectKey>, KeyError> {
        let whose = thing.map_or(Whose::Person(person), |id| Whose::Thing(Thing { person, id }));
        self.one(tenant, whose, category).await
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
        self.lookup(tenant, people(subjects), category, true).await.map(drop)
    }

    /// The same for many things.
    ///
    /// # Errors
    ///
    /// [`KeyError::Unavailable`] if the vault does not answer.
    pub async fn make_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
    ) -> Result<(), KeyError> {
        self.lookup(tenant, of_people(things), category, true).await.map(drop)
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
        self.lookup(tenant, people(subjects), category, false).await
    }

    /// The keys that still exist of these things, by thing.
    ///
    /// # Errors
    ///
    /// [`KeyError::Unavailable`] if the vault does not answer.
    pub async fn to_open_things(
        &self,
        tenant: &TenantId,
        things: &[Thing],
        category: Category,
    ) -> Result<Keys, KeyError> {
        self.lookup(tenant, of_people(things), category, false).await
    }

    async fn one(
        &self,
        tenant: &TenantId,
        whose: Whose,
        category: Category,
    ) -> Result<Arc<SubjectKey>, KeyError> {
        let mut found = self.lookup(tenant, vec![whose], category, true).await?;
        found.remove(&whose.id()).ok_or(KeyError::Gone)
    }

    async fn lookup(
        &self,
        tenant: &TenantId,
        whose: Vec<Whose>,
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let (mut found, missing) = self.kept(tenant, &whose, category);
        for asked in missing.chunks(SUBJECTS_ASKED_MAX) {
            let forgotten = self.kept.lock().unwrap_or_else(PoisonError::into_inner).forgotten;
            let keys = self.ask(tenant, asked, category, make).await?;
            self.keep(tenant, category, asked, &keys, forgotten);
            found.extend(keys);
        }
        Ok(found)
    }

    /// Nobody asks for people and things at once.
    async fn ask(
        &self,
        tenant: &TenantId,
        asked: &[Whose],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let (mut people, mut things) = (Vec::new(), Vec::new());
        for whose in asked {
            match *whose {
                Whose::Person(person) => people.push(person),
                Whose::Thing(thing) => things.push(thing),
            }
        }
        if things.is_empty() {
            self.source.keys(tenant, &people, category, make).await
        } else {
            self.source.keys_of_things(tenant, &things, category, make).await
        }
    }

    fn kept(&self, tenant: &TenantId, asked: &[Whose], category: Category) -> (Keys, Vec<Whose>) {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut found, mut missing) = (Keys::new(), Vec::new());
        for whose in asked {
            match kept.keys.get(&(tenant.clone(), *whose, category)) {
                Some((since, key)) if since.elapsed() < USED_MAX => {
                    found.insert(whose.id(), key.clone());
                }
                _ => missing.push(*whose),
            }
        }
        (found, missing)
    }

    fn keep(
        &self,
        tenant: &TenantId,
        category: Category,
        asked: &[Whose],
        keys: &Keys,
        forgotten: u64,
    ) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.forgotten != forgotten {
            return;
        }
        if kept.keys.len() + keys.len() > KEPT_KEYS_MAX {
            kept.keys.clear();
        }
        for whose in asked {
            if let Some(key) = keys.get(&whose.id()) {
                let whose = (tenant.clone(), *whose, category);
                kept.keys.insert(whose, (Instant::now(), key.clone()));
            }
        }
    }

    /// Forgets a subject's keys and those of everything of theirs at once, also one that is just being asked
    /// for: they were destroyed.
    pub fn forget(&self, tenant: &TenantId, subject: Uuid) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.forgotten += 1;
        kept.keys.retain(|(centre, whose, _), _| centre != tenant || whose.person() != subject);
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

fn people(subjects: &[Uuid]) -> Vec<Whose> {
    subjects.iter().copied().map(Whose::Person).collect()
}

fn of_people(things: &[Thing]) -> Vec<Whose> {
    things.iter().copied().map(Whose::Thing).collect()
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

        async fn keys_of_things(
            &self,
            _: &TenantId,
            things: &[Thing],
            _: Category,
            _: bool,
        ) -> Result<Keys, KeyError> {
            Ok(things.iter().map(|it| (it.id, Arc::new(SubjectKey::generate()))).collect())
        }
    }

    #[tokio::test]
    async fn with_a_person_the_keys_of_everything_of_theirs_are_forgotten_and_nobody_elses() {
        let (ring, tenant) = (KeyRing::new(Arc::new(Vault)), TenantId::platform());
        let [noor, amir, run] = [1, 2, 3].map(Uuid::from_u128);
        let of = |person| Thing { person, id: run };
        for thing in [of(noor), of(amir)] {
            ring.to_seal_of(&tenant, thing.person, Some(run), Category::Content).await.unwrap();
            ring.to_seal(&tenant, thing.person, Category::Health).await.unwrap();
        }
        ring.forget(&tenant, noor);
        let left: Vec<_> = ring.kept.lock().unwrap().keys.keys().map(|it| it.1.person()).collect();
        assert_eq!(left, [amir, amir]);
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
