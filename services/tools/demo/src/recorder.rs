//! Decides the acts with the real rules and appends what they cause, many at a time.
//!
//! States are kept in memory between acts of the same stream, so that a year of history is not
//! read back once per command.

use std::{collections::HashMap, sync::Arc};

use anyhow::Result;
use eventlog::{Append, EmbeddedLog, EventLog};
use futures::future::try_join_all;
use identity::{card_of, domain::ClaimIdentifier};
use jiff::{Timestamp, tz::TimeZone};
use kernel::{Category, TenantId};
use runtime::{
    Ctx,
    access::Permit,
    execute::Target,
    keys::{KeyRing, Thing},
};
use store::Store;
use uuid::Uuid;
use vault::Vault;

use super::acts::{Act, Kept, Timed, Told};

/// How many appends go to the log at once.
const APPENDS_AT_ONCE: usize = 2_000;

pub(super) struct Recorder {
    log: Arc<EmbeddedLog>,
    vault: Arc<Vault>,
    keys: Arc<KeyRing>,
    /// By kind of stream and id.
    kept: HashMap<(&'static str, Uuid), Kept>,
    /// Hashes of the codes of start cards, by person.
    cards: HashMap<Uuid, String>,
    waiting: Vec<Append>,
}

impl Recorder {
    pub(super) fn new(store: &Store) -> Self {
        let keys = store.backends(store.vault.clone()).keys;
        let (log, vault) = (store.log.clone(), store.vault.clone());
        Self { log, vault, keys, kept: HashMap::new(), cards: HashMap::new(), waiting: Vec::new() }
    }

    /// Makes the keys of many people at once.
    pub(super) async fn make_keys(&self, tenant: &TenantId, people: &[Uuid]) -> Result<()> {
        // Nobody of a demo was registered at a screen.
        for category in [Category::Identity, Category::Health, Category::Content] {
            self.keys.make(tenant, people, category).await?;
        }
        Ok(())
    }

    /// Makes the keys of all things at once.
    pub(super) async fn make_keys_of_things(&self, acts: &[Timed]) -> Result<()> {
        let mut things: HashMap<_, Vec<Thing>> = HashMap::new();
        for Timed { ctx, act, .. } in acts {
            if let Act::Begin(thing, category, _) = act {
                things.entry((ctx.tenant(), *category)).or_default().push(*thing);
            }
        }
        for ((tenant, category), things) in things {
            self.keys.make_things(tenant, &things, category).await?;
        }
        Ok(())
    }

    pub(super) async fn record(&mut self, timed: Timed) -> Result<()> {
        let Timed { recorded_at, occurred_on, ctx, act } = timed;
        let today = TimeZone::UTC.to_datetime(recorded_at).date();
        let about = |id, subject| Target::today(id, subject, today).occurred_on(occurred_on);
        match act {
            Act::Begin(Thing { person, id }, _, command) => {
                self.decide(&*command, &ctx, about(id, Some(person)), recorded_at).await?;
            }
            Act::Command(id, subject, command) => {
                self.decide(&*command, &ctx, about(id, subject), recorded_at).await?;
            }
            Act::Registration(person, mut command) => {
                command.code_hash = self.vault.card_hash(&card_of(&self.vault, &ctx, person));
                self.cards.insert(person, command.code_hash.clone());
                let claim = ClaimIdentifier { tenant: ctx.tenant().to_string() };
                let across = Permit::internal(ctx.clone()).across();
                self.decide(&claim, &across, about(person, None), recorded_at).await?;
                self.decide(&command, &ctx, about(person, Some(person)), recorded_at).await?;
            }
            Act::SignIn(person, mut command) => {
                // Nobody signs in without a card: the rule says so.
                command.code_hash = self.cards.get(&person).cloned().unwrap_or_default();
                self.decide(&command, &ctx, about(person, Some(person)), recorded_at).await?;
            }
        }
        if self.waiting.len() >= APPENDS_AT_ONCE {
            self.append().await?;
        }
        Ok(())
    }

    async fn decide(
        &mut self,
        command: &dyn Told,
        ctx: &Ctx,
        target: Target,
        recorded_at: Timestamp,
    ) -> Result<()> {
        let kept = self.kept.entry((command.kind(), target.id)).or_default();
        let append = command.decide(&self.keys, ctx, target, kept, recorded_at).await?;
        self.waiting.extend(append);
        Ok(())
    }

    pub(super) async fn finish(mut self) -> Result<()> {
        self.append().await
    }

    /// Appends in the order in which they were decided: the log has one queue.
    async fn append(&mut self) -> Result<()> {
        let appends = self.waiting.drain(..).map(|append| self.log.append(append));
        try_join_all(appends.collect::<Vec<_>>()).await?;
        Ok(())
    }
}
