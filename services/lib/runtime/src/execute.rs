//! The one loop through which all state changes: read what came since, decide, seal, append.
//!
//! Invariant: no service writes state in any other way.

use std::{convert::Infallible, sync::Arc};

use eventlog::{
    Append, Appended, EventLog, Expected, LogError, Meta, NewEvent, Position, Recorded, StreamName,
    whole_stream,
};
use jiff::{Timestamp, civil::Date};
use kernel::{
    codec,
    decision::{By, Decision, EventOf, State},
    personal::Event,
};
use tokio::time::Instant;
use tracing::{Instrument, info_span};
use uuid::Uuid;

use crate::{
    Backends,
    access::Permit,
    commands::{Mark, contradicted},
    ctx::Ctx,
    keys::{KeyError, KeyRing},
    states::{Held, read_events, up_to_now},
    telemetry::metrics,
};

/// How often a command is decided anew because someone else appended first.
const ATTEMPTS_MAX: u32 = 8;

/// What a command is about.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The thing whose stream it is.
    pub id: Uuid,
    /// The person under whose keys personal parts are sealed.
    pub subject: Option<Uuid>,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// The day on which it is told, where the centre is.
    pub today: Date,
}

impl Target {
    /// Something that happens today.
    pub fn today(id: Uuid, subject: Option<Uuid>, today: Date) -> Self {
        Self { id, subject, occurred_on: today, today }
    }

    /// The same, on a day of its own.
    #[must_use]
    pub fn occurred_on(self, occurred_on: Date) -> Self {
        Self { occurred_on, ..self }
    }

    /// Who tells it, and when.
    pub fn by(&self, ctx: &Ctx) -> By {
        By { actor: ctx.actor(), role: ctx.role(), today: self.today }
    }
}

/// What a command did. A repeated command gets the same answer as the first time.
#[derive(Debug)]
pub struct Executed<E> {
    /// The log position from which on the events can be read; the start if there are none.
    pub position: Position,
    /// Revision of the last of the events, or if there are none of the stream's; `None` while there
    /// is no stream.
    pub revision: Option<u64>,
    /// What this command caused, personal parts sealed.
    pub events: Vec<E>,
    stream: StreamName,
}

impl<E> Executed<E> {
    /// The events as they stand in the log: with their places and when they were recorded.
    ///
    /// # Errors
    ///
    /// As [`EventLog::read_stream`].
    pub async fn recorded(&self, log: &dyn EventLog) -> Result<Vec<Recorded>, LogError> {
        let count = self.events.len();
        let end = self.revision.map_or(0, |revision| revision + 1);
        log.read_stream(&self.stream, end.saturating_sub(count as u64), count).await
    }
}

/// Why a command did not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError<E> {
    /// The rules refused it. The caller's to fix.
    #[error("refused: {0:?}")]
    Refused(E),
    /// The caller decided on an older state than the present one.
    #[error("stream is at revision {actual:?}, the caller saw {expected}")]
    Stale {
        /// What the caller saw.
        expected: u64,
        /// What is there.
        actual: Option<u64>,
    },
    /// The key stands for another command of the same person.
    #[error("the key stands for another command")]
    KeyReused,
    /// The person was erased; nothing more is recorded about them.
    #[error("the person was erased")]
    Erased,
    /// The stream stayed busy. Worth a retry.
    #[error("stream stayed busy for {ATTEMPTS_MAX} attempts")]
    Contended,
    /// The key vault does not answer. Worth a retry.
    #[error("the key vault does not answer")]
    NoKeys,
    /// The log refused or failed.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The stream holds an event that this version cannot read.
    #[error("stream holds an event of no known shape")]
    UnknownShape,
}

impl CommandError<Infallible> {
    /// The same, among those of commands that may be refused.
    pub fn widened<R>(self) -> CommandError<R> {
        self.map(|never| match never {})
    }
}

impl<E> CommandError<E> {
    /// The same, with a refusal told as another one.
    pub fn map<F>(self, told: impl FnOnce(E) -> F) -> CommandError<F> {
        match self {
            Self::Refused(error) => CommandError::Refused(told(error)),
            Self::Stale { expected, actual } => CommandError::Stale { expected, actual },
            Self::KeyReused => CommandError::KeyReused,
            Self::Erased => CommandError::Erased,
            Self::Contended => CommandError::Contended,
            Self::NoKeys => CommandError::NoKeys,
            Self::Log(error) => CommandError::Log(error),
            Self::UnknownShape => CommandError::UnknownShape,
        }
    }

    /// Whether nothing was recorded for sure.
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Refused(_)
            | Self::Stale { .. }
            | Self::KeyReused
            | Self::Erased
            | Self::Contended
            | Self::NoKeys
            | Self::UnknownShape => true,
            Self::Log(_) => false,
        }
    }

    /// Whether the same command may be accepted a moment later, with nobody changing anything.
    pub fn is_passing(&self) -> bool {
        use LogError::{Busy, Locked, Unavailable};
        matches!(self, Self::Contended | Self::NoKeys | Self::Log(Busy | Locked | Unavailable))
    }
}

/// Runs one command that was authorized.
///
/// # Errors
///
/// See [`CommandError`].
pub async fn execute<C: Decision>(
    backends: &Backends,
    ctx: &Permit,
    target: Target,
    command: &C,
) -> Result<Executed<EventOf<C>>, CommandError<C::Refusal>> {
    let (stream, by) = (stream_of::<C::State>(ctx, target.id), target.by(ctx));
    check_key(backends, ctx).await?;
    let mut held = backends.process.states.hold::<C::State>(&stream).await;
    for _ in 0..ATTEMPTS_MAX {
        let (decided, revision) = match undecided(&mut held, backends, ctx, &stream).await? {
            Before::Done(done) => return Ok(done),
            Before::Now { state, revision } => {
                (command.decide(&by, &state).map_err(CommandError::Refused)?, revision)
            }
        };
        if decided.is_empty() {
            return Ok(Executed { position: Position::START, revision, events: decided, stream });
        }
        let (append, events) =
            seal(&backends.keys, ctx, &stream, target, revision, decided).await?;
        match append_traced(&*backends.log, append, C::State::KIND).await {
            Ok(done) => {
                let (position, revision) = (done.position, Some(done.revision));
                return Ok(Executed { position, revision, events, stream });
            }
            Err(LogError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Contended)
}

/// How a thing is before a command is decided on it.
pub enum Before<S: State> {
    /// The command was done by an earlier try: what it did.
    Done(Executed<S::Event>),
    /// It was not.
    Now {
        /// The state.
        state: Arc<S>,
        /// Revision of the stream's last event, `None` while there is no stream.
        revision: Option<u64>,
    },
}

/// How a thing is before a command, for those who have something else to do first.
///
/// # Errors
///
/// What [`execute`] would refuse, whatever the rules say.
pub async fn before<S: State>(
    backends: &Backends,
    ctx: &Ctx,
    id: Uuid,
) -> Result<Before<S>, CommandError<Infallible>> {
    check_key(backends, ctx).await?;
    let stream = stream_of::<S>(ctx, id);
    let mut held = backends.process.states.hold(&stream).await;
    undecided(&mut held, backends, ctx, &stream).await
}

async fn check_key<E>(backends: &Backends, ctx: &Ctx) -> Result<(), CommandError<E>> {
    let contradicted = contradicted(backends, ctx).await;
    if contradicted.map_err(|_| CommandError::Contended)? {
        return Err(CommandError::KeyReused);
    }
    Ok(())
}

fn stream_of<S: State>(ctx: &Ctx, id: Uuid) -> StreamName {
    StreamName::new(S::KIND, ctx.tenant(), id)
}

async fn undecided<S: State, R>(
    held: &mut Held<S>,
    backends: &Backends,
    ctx: &Ctx,
    stream: &StreamName,
) -> Result<Before<S>, CommandError<R>> {
    let known = up_to_now(held, backends, stream).await?;
    if known.has_key(Mark::of(ctx)) {
        return done_before(backends, ctx, stream).await.map(Before::Done);
    }
    let revision = known.revision();
    check_expected(ctx, revision)?;
    Ok(Before::Now { state: known.state(), revision })
}

/// What a command did whose key touched the stream, however long ago.
async fn done_before<E: Event, R>(
    backends: &Backends,
    ctx: &Ctx,
    stream: &StreamName,
) -> Result<Executed<E>, CommandError<R>> {
    let mark = Mark::of(ctx);
    let mut caused = whole_stream(&*backends.log, stream).await?;
    caused.retain(|event| Mark::in_id(event.id()).is_some_and(|it| it.key == mark.key));
    let last = caused.last().filter(|last| Mark::in_id(last.id()) == Some(mark));
    let last = last.ok_or(CommandError::KeyReused)?;
    let (position, revision) = (last.position, Some(last.revision));
    let events = read_events(&caused)?;
    Ok(Executed { position, revision, events, stream: stream.clone() })
}

async fn append_traced(
    log: &dyn EventLog,
    append: Append,
    kind: &'static str,
) -> Result<Appended, LogError> {
    let begun = Instant::now();
    let span = info_span!(target: "stc", "append", otel.kind = "client", stc.stream.kind = kind);
    let answer = log.append(append).instrument(span).await;
    metrics::append(begun, kind);
    answer
}

/// The state of one thing, without changing it. `None` if nothing ever happened to it.
///
/// # Errors
///
/// [`CommandError::Log`] or [`CommandError::UnknownShape`].
pub async fn state_of<S: State>(
    backends: &Backends,
    ctx: &Ctx,
    id: Uuid,
) -> Result<Option<(Arc<S>, u64)>, CommandError<Infallible>> {
    let stream = stream_of::<S>(ctx, id);
    let mut held = backends.process.states.hold::<S>(&stream).await;
    let known = up_to_now(&mut held, backends, &stream).await?;
    Ok(known.revision().map(|revision| (known.state(), revision)))
}

/// The id of a command's event. The same command on the same stream always has the same ids.
pub fn event_id(ctx: &Ctx, stream: &StreamName, index: usize) -> Uuid {
    Mark::of(ctx).id(stream, index)
}

fn check_expected<E>(ctx: &Ctx, actual: Option<u64>) -> Result<(), CommandError<E>> {
    match ctx.expected_revision() {
        Some(expected) if actual != Some(expected) => Err(CommandError::Stale { expected, actual }),
        _ => Ok(()),
    }
}

async fn seal<E: Event, R>(
    keys: &KeyRing,
    ctx: &Ctx,
    stream: &StreamName,
    target: Target,
    revision: Option<u64>,
    events: Vec<E>,
) -> Result<(Append, Vec<E>), CommandError<R>> {
    let mut sealed = Vec::with_capacity(events.len());
    let mut stored = Vec::with_capacity(events.len());
    let first = revision.map_or(0, |revision| revision + 1);
    for (index, mut event) in events.into_iter().enumerate() {
        if let Some((category, part)) = event.personal() {
            let person = target.subject.unwrap_or(target.id);
            let thing = E::KEYED_BY_STREAM.then(|| stream.id());
            let key = keys.to_seal_of(ctx.tenant(), person, thing, category).await;
            let key = key.map_err(no_key)?;
            part.seal(&key, &stream.place(first + index as u64))
                .map_err(|_| CommandError::UnknownShape)?;
        }
        stored.push(new_event(ctx, stream, target, index, &event)?);
        sealed.push(event);
    }
    let expected = revision.map_or(Expected::NoStream, Expected::Exactly);
    let append = Append { stream: stream.clone(), expected, events: stored, recorded_at: None };
    Ok((append, sealed))
}

fn new_event<E: Event, R>(
    ctx: &Ctx,
    stream: &StreamName,
    target: Target,
    index: usize,
    event: &E,
) -> Result<NewEvent, CommandError<R>> {
    let (name, data) = codec::encode(event).map_err(|_| CommandError::UnknownShape)?;
    Ok(NewEvent {
        id: event_id(ctx, stream, index),
        name,
        occurred_on: target.occurred_on,
        subject: target.subject,
        meta: Meta {
            actor: ctx.actor(),
            role: ctx.role(),
            purpose: ctx.role().purpose(),
            correlation: ctx.correlation(),
            causation: ctx.command().key,
        },
        data,
    })
}

/// Decides one command on a state held in memory and prepares its append: how a generator of
/// history uses the same rules and the same seal as [`execute`], in large batches.
///
/// # Errors
///
/// As [`execute`].
pub async fn prepare<C: Decision>(
    keys: &KeyRing,
    ctx: &Ctx,
    target: Target,
    state: C::State,
    revision: Option<u64>,
    command: &C,
    recorded_at: Timestamp,
) -> Result<(Option<Append>, C::State), CommandError<C::Refusal>> {
    let stream = stream_of::<C::State>(ctx, target.id);
    let decided = command.decide(&target.by(ctx), &state).map_err(CommandError::Refused)?;
    if decided.is_empty() {
        return Ok((None, state));
    }
    let state = decided.iter().fold(state, C::State::evolve);
    let (append, _) = seal(keys, ctx, &stream, target, revision, decided).await?;
    Ok((Some(Append { recorded_at: Some(recorded_at), ..append }), state))
}

fn no_key<E>(error: KeyError) -> CommandError<E> {
    match error {
        KeyError::Gone => CommandError::Erased,
        KeyError::Unavailable => CommandError::NoKeys,
    }
}
