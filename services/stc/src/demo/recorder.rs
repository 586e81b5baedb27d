//! Decides the acts with the real rules and appends what they cause, many at a time.
//!
//! States are kept in memory between acts of the same stream, so that a year of history is not
//! read back once per command.

use std::{collections::HashMap, sync::Arc};

use anyhow::{Context, Result};
use exercises::domain::run::Run;
use futures::future::try_join_all;
use identity::{
    Vault, card_of,
    domain::{Centre, Identifier, IdentifierCommand, Person, PersonCommand},
};
use jiff::tz::TimeZone;
use platform::{
    Category, Ctx, Decision, EventLog, State, TenantId,
    execute::{Target, prepare},
    keys::KeyRing,
    log::{Append, EmbeddedLog},
};
use trajectories::{
    Caseload, Trajectory, domain::caseload::Command as CaseloadCommand, trajectory_of,
};
use uuid::Uuid;

use super::acts::{Act, Timed};
use crate::compose::Store;

/// How many appends go to the log at once.
const APPENDS_AT_ONCE: usize = 2_000;

type States<D> = HashMap<Uuid, (D, Option<u64>)>;

pub(super) struct Recorder {
    log: Arc<EmbeddedLog>,
    vault: Arc<Vault>,
    keys: Arc<KeyRing>,
    centres: States<Centre>,
    identifiers: States<Identifier>,
    people: States<Person>,
    trajectories: States<Trajectory>,
    caseloads: States<Caseload>,
    runs: States<Run>,
    waiting: Vec<Append>,
}

impl Recorder {
    pub(super) fn new(store: &Store) -> Self {
        let keys = store.backends(store.vault.clone()).keys;
        Self {
            log: store.log.clone(),
            vault: store.vault.clone(),
            keys,
            centres: HashMap::new(),
            identifiers: HashMap::new(),
            people: HashMap::new(),
            trajectories: HashMap::new(),
            caseloads: HashMap::new(),
            runs: HashMap::new(),
            waiting: Vec::new(),
        }
    }

    /// Makes the keys of many people at once.
    pub(super) async fn make_keys(&self, tenant: &TenantId, people: &[Uuid]) -> Result<()> {
        for category in Category::ALL {
            self.keys.make(tenant, people, category).await?;
        }
        Ok(())
    }

    pub(super) async fn record(&mut self, timed: Timed) -> Result<()> {
        let Timed { recorded_at, occurred_on, ctx, act } = timed;
        let today = TimeZone::UTC.to_datetime(recorded_at).date();
        let target =
            |id, subject| (Target::today(id, subject, today).occurred_on(occurred_on), recorded_at);
        let (keys, waiting) = (&self.keys, &mut self.waiting);
        match act {
            Act::Centre(command) => {
                let at = target(identity::centre_id(ctx.tenant()), None);
                decide(keys, &mut self.centres, &ctx, at, &command, waiting).await?;
            }
            Act::Person(person, mut command) => {
                if let PersonCommand::Register { code_hash, .. } = &mut command {
                    *code_hash = self.vault.card_hash(&card_of(&self.vault, &ctx, person));
                }
                if let PersonCommand::Register { .. } = &command {
                    let claim = IdentifierCommand::Claim { tenant: ctx.tenant().to_string() };
                    let (across, at) = (ctx.within(TenantId::platform()), target(person, None));
                    decide(keys, &mut self.identifiers, &across, at, &claim, waiting).await?;
                }
                let at = target(person, Some(person));
                decide(keys, &mut self.people, &ctx, at, &command, waiting).await?;
            }
            Act::Trajectory(youth, command) => {
                let at = target(trajectory_of(youth, 0), Some(youth));
                decide(keys, &mut self.trajectories, &ctx, at, &*command, waiting).await?;
            }
            Act::Caseload(coach, command) => {
                let (CaseloadCommand::Take { youth, .. } | CaseloadCommand::Free { youth, .. }) =
                    command;
                let at = target(coach, Some(youth));
                decide(keys, &mut self.caseloads, &ctx, at, &command, waiting).await?;
            }
            Act::Run { run, youth, command } => {
                let at = target(run, Some(youth));
                decide(keys, &mut self.runs, &ctx, at, &command, waiting).await?;
            }
        }
        if self.waiting.len() >= APPENDS_AT_ONCE {
            self.append().await?;
        }
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

async fn decide<C: Decision>(
    keys: &KeyRing,
    states: &mut States<C::State>,
    ctx: &Ctx,
    (target, recorded_at): (Target, jiff::Timestamp),
    command: &C,
    waiting: &mut Vec<Append>,
) -> Result<()> {
    let (state, revision) = states.remove(&target.id).unwrap_or_default();
    let (append, state) =
        prepare(keys, ctx, target, state, revision, command, recorded_at)
            .await
            .with_context(|| format!("the demo broke a rule of {}", C::State::KIND))?;
    let added = append.as_ref().map_or(0, |append| append.events.len() as u64);
    let next = revision.map_or(0, |revision| revision + 1) + added;
    states.insert(target.id, (state, next.checked_sub(1)));
    waiting.extend(append);
    Ok(())
}
