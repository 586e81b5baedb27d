//! What a client says of a group, kept, and told again.

use std::collections::BTreeSet;

use eventlog::{EventLog, LogError, StreamName};
use proto::eventstore::{
    StreamIdentifier,
    persistent_subscriptions::{
        SubscriptionInfo,
        create_req::{
            self, AllOptions, ConsumerStrategy, Settings, StreamOptions,
            all_options::{self, AllOption, FilterOption, filter_options},
            options::StreamOption,
            settings::{CheckpointAfter, MessageTimeout},
            stream_options::RevisionOption,
        },
    },
};
use serde::{Deserialize, Serialize};
use tonic::Status;

use super::group::{Rules, Strategy};
use crate::{
    filter::{By, EventFilter},
    read::{From, last_revision, of},
    wire::{self, missing},
};

/// Longest name of a group, bytes.
const NAME_BYTES_MAX: usize = 100;
/// How many consumers a group may have, if it does not say less.
const CONSUMERS_MAX: usize = 100;
/// Shortest time between two writes of how far a group is, milliseconds.
const CHECKPOINT_MILLIS_MIN: u64 = 100;
/// The time after which nothing is taken back.
pub(super) const NEVER: u64 = u64::MAX;
/// The protocol's unit of time, in a millisecond.
const TICKS_PER_MILLI: i64 = 10_000;
/// How clients write the end of a stream or of the log as a beginning.
const LIVE: &str = "-1";
/// How the whole log is named.
pub(super) const ALL: &str = "$all";

/// Whose events a group reads, and its name: what tells it from others.
pub(super) type Key = (String, String);

/// What a group reads.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Source {
    /// The whole log, or what passes of it.
    All(Option<SavedFilter>),
    /// The stream of this name.
    Stream(String),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SavedFilter {
    by: By,
    regex: String,
    prefixes: Vec<String>,
}

/// What a client sets that changes nothing here, told again as it was set.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Told {
    resolve_links: bool,
    extra_statistics: bool,
    consumers: i32,
    checkpoint_events_min: i32,
    checkpoint_events_max: i32,
    live_buffer: i32,
    history_buffer: i32,
    read_batch: i32,
}

impl Told {
    fn of(settings: &Settings) -> Self {
        Self {
            resolve_links: settings.resolve_links,
            extra_statistics: settings.extra_statistics,
            consumers: settings.max_subscriber_count,
            checkpoint_events_min: settings.min_checkpoint_count,
            checkpoint_events_max: settings.max_checkpoint_count,
            live_buffer: settings.live_buffer_size,
            history_buffer: settings.history_buffer_size,
            read_batch: settings.read_batch_size,
        }
    }
}

/// Groups that were kept before this was written down had begun.
fn yes() -> bool {
    true
}

/// A group as it is kept on the disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Definition {
    pub(super) source: Source,
    pub(super) name: String,
    pub(super) rules: Rules,
    /// How long settled events wait until that is written down, milliseconds.
    pub(super) checkpoint_millis: u64,
    /// Where it was told to begin, as clients write it.
    start: String,
    /// Whether anything is settled. Until then it begins where the last client says.
    #[serde(default = "yes")]
    begun: bool,
    #[serde(default)]
    told: Told,
    /// The first place that is not settled.
    pub(super) next: u64,
    pub(super) parked: BTreeSet<u64>,
}

impl Definition {
    /// The group that a client asks for. It begins at the first of the log if nothing else is said.
    pub(super) async fn of(
        log: &dyn EventLog,
        options: create_req::Options,
    ) -> Result<Self, Status> {
        let stream_option = what_to_read(&options);
        let create_req::Options { group_name, settings, .. } = options;
        let settings = settings.ok_or_else(|| missing("settings"))?;
        let (rules, checkpoint_millis) = rules(&settings)?;
        if group_name.is_empty() || group_name.len() > NAME_BYTES_MAX {
            return Err(Status::invalid_argument("a group's name has 1 to 100 bytes"));
        }
        let (source, next, start) = match stream_option.ok_or_else(|| missing("what to read"))? {
            StreamOption::All(all) => {
                let (next, start) = match from_all(&all) {
                    From::Start => (1, "0".to_owned()),
                    From::At(position) => (position.max(1), position.to_string()),
                    From::End => (u64::from(*log.head().borrow()) + 1, LIVE.to_owned()),
                };
                (Source::All(filter(all)?), next, format!("C:{start}/P:{start}"))
            }
            StreamOption::Stream(stream) => {
                let name = wire::own_stream(stream.stream_identifier.as_ref())?;
                let (next, start) = match stream.revision_option {
                    Some(RevisionOption::End(_) | RevisionOption::Revision(u64::MAX)) => {
                        (end_of(log, &name).await.map_err(of)?, LIVE.to_owned())
                    }
                    Some(RevisionOption::Revision(revision)) => (revision, revision.to_string()),
                    Some(RevisionOption::Start(_)) | None => (0, "0".to_owned()),
                };
                (Source::Stream(name.as_str().to_owned()), next, start)
            }
        };
        let (parked, told) = (BTreeSet::new(), Told::of(&settings));
        let (name, begun) = (group_name, false);
        Ok(Self { source, name, rules, checkpoint_millis, start, begun, told, next, parked })
    }

    /// The same group with other rules. What passes of the log stays, and once something is settled
    /// it goes on from there: another beginning is only told then.
    pub(super) fn change(&mut self, wanted: Self) {
        let Self { rules, checkpoint_millis, start, told, next, .. } = wanted;
        if !self.begun {
            self.next = next;
        }
        (self.rules, self.checkpoint_millis, self.told) = (rules, checkpoint_millis, told);
        self.start = start;
    }

    /// Writes down how far it is; false if it is there already.
    pub(super) fn moves(&mut self, next: u64, parked: &BTreeSet<u64>) -> bool {
        let moved = (next, parked) != (self.next, &self.parked);
        if moved {
            (self.next, self.parked, self.begun) = (next, parked.clone(), true);
        }
        moved
    }

    pub(super) fn key(&self) -> Key {
        let source = match &self.source {
            Source::All(_) => ALL,
            Source::Stream(name) => name,
        };
        (source.to_owned(), self.name.clone())
    }

    /// What passes of the whole log.
    pub(super) fn filter(&self) -> Result<Option<EventFilter>, Status> {
        match &self.source {
            Source::All(Some(SavedFilter { by, regex, prefixes })) => {
                EventFilter::new(*by, regex, prefixes.clone()).map(Some)
            }
            Source::All(None) | Source::Stream(_) => Ok(None),
        }
    }

    /// A place as clients write it.
    pub(super) fn place(&self, place: u64) -> String {
        match self.source {
            Source::All(_) => format!("C:{place}/P:{place}"),
            Source::Stream(_) => place.to_string(),
        }
    }

    /// What is told of a group, without what only its run knows.
    pub(super) fn info(&self) -> SubscriptionInfo {
        let (event_source, group_name) = self.key();
        let number = |number: u64| i32::try_from(number).unwrap_or(i32::MAX);
        let strategy = match self.rules.strategy {
            Strategy::RoundRobin => "RoundRobin",
            Strategy::DispatchToSingle => "DispatchToSingle",
            Strategy::Pinned => "Pinned",
            Strategy::PinnedByCorrelation => "PinnedByCorrelation",
        };
        let checkpoint = self.next.checked_sub(1).filter(|_| self.begun);
        let checkpoint = checkpoint.map(|place| self.place(place));
        SubscriptionInfo {
            event_source,
            group_name,
            status: "Live".to_owned(),
            start_from: self.start.clone(),
            last_checkpointed_event_position: checkpoint.unwrap_or_default(),
            message_timeout_milliseconds: match self.rules.timeout_millis {
                NEVER => 0,
                millis => number(millis),
            },
            max_retry_count: number(self.rules.retries_max.into()),
            check_point_after_milliseconds: number(self.checkpoint_millis),
            named_consumer_strategy: strategy.to_owned(),
            max_subscriber_count: self.told.consumers,
            resolve_link_tos: self.told.resolve_links,
            extra_statistics: self.told.extra_statistics,
            min_check_point_count: self.told.checkpoint_events_min,
            max_check_point_count: self.told.checkpoint_events_max,
            live_buffer_size: self.told.live_buffer,
            buffer_size: self.told.history_buffer,
            read_batch_size: self.told.read_batch,
            parked_message_count: i64::try_from(self.parked.len()).unwrap_or(i64::MAX),
            ..SubscriptionInfo::default()
        }
    }
}

/// What a group reads. Clients of before server 21.10 name a stream and a revision elsewhere, and
/// Node's still does.
#[expect(deprecated, reason = "what older clients send")]
fn what_to_read(options: &create_req::Options) -> Option<StreamOption> {
    options.stream_option.clone().or_else(|| {
        let stream_identifier = Some(options.stream_identifier.clone()?);
        let revision = options.settings.as_ref().map(|settings| settings.revision);
        let revision_option = revision.map(RevisionOption::Revision);
        Some(StreamOption::Stream(StreamOptions { stream_identifier, revision_option }))
    })
}

/// The key of what a client names; `None` stands for the whole log.
pub(super) fn key(stream: Option<&StreamIdentifier>, name: String) -> Key {
    let source = stream.map_or_else(
        || ALL.to_owned(),
        |stream| String::from_utf8_lossy(&stream.stream_name).into_owned(),
    );
    (source, name)
}

async fn end_of(log: &dyn EventLog, name: &StreamName) -> Result<u64, LogError> {
    Ok(last_revision(log, name).await?.map_or(0, |last| last + 1))
}

fn from_all(all: &AllOptions) -> From {
    match all.all_option {
        Some(AllOption::Position(at)) => From::At(at.commit_position),
        Some(AllOption::End(_)) => From::End,
        Some(AllOption::Start(_)) | None => From::Start,
    }
}

fn filter(all: AllOptions) -> Result<Option<SavedFilter>, Status> {
    let Some(FilterOption::Filter(all_options::FilterOptions { filter, .. })) = all.filter_option
    else {
        return Ok(None);
    };
    let (by, expression) = match filter.ok_or_else(|| missing("the filter"))? {
        filter_options::Filter::StreamIdentifier(expression) => (By::Stream, expression),
        filter_options::Filter::EventType(expression) => (By::Type, expression),
    };
    let filter_options::Expression { regex, prefix } = expression;
    EventFilter::new(by, &regex, prefix.clone())?;
    Ok(Some(SavedFilter { by, regex, prefixes: prefix }))
}

/// The rules, and how often it is written down how far the group is. Buffers are the log's own
/// affair, and links are not resolved because there are none.
fn rules(settings: &Settings) -> Result<(Rules, u64), Status> {
    let millis = |millis: i64| u64::try_from(millis).unwrap_or(0);
    let timeout = match settings.message_timeout {
        Some(MessageTimeout::MessageTimeoutMs(after)) => millis(after.into()),
        Some(MessageTimeout::MessageTimeoutTicks(ticks)) => millis(ticks / TICKS_PER_MILLI),
        None => return Err(missing("how long a consumer may take")),
    };
    let checkpoint = match settings.checkpoint_after {
        Some(CheckpointAfter::CheckpointAfterMs(after)) => millis(after.into()),
        Some(CheckpointAfter::CheckpointAfterTicks(ticks)) => millis(ticks / TICKS_PER_MILLI),
        None => 0,
    };
    let consumers = usize::try_from(settings.max_subscriber_count).unwrap_or(0);
    let rules = Rules {
        strategy: strategy(settings)?,
        // Nothing said, nothing expires.
        timeout_millis: if timeout == 0 { NEVER } else { timeout },
        retries_max: u32::try_from(settings.max_retry_count).unwrap_or(0),
        consumers_max: if consumers == 0 { CONSUMERS_MAX } else { consumers.min(CONSUMERS_MAX) },
    };
    Ok((rules, checkpoint.max(CHECKPOINT_MILLIS_MIN)))
}

/// Newer clients give it as text, older ones as a number.
#[expect(deprecated, reason = "what older clients send")]
fn strategy(settings: &Settings) -> Result<Strategy, Status> {
    let number = ConsumerStrategy::try_from(settings.named_consumer_strategy);
    match (settings.consumer_strategy.as_str(), number) {
        ("RoundRobin", _) | ("", Ok(ConsumerStrategy::RoundRobin)) => Ok(Strategy::RoundRobin),
        ("DispatchToSingle", _) | ("", Ok(ConsumerStrategy::DispatchToSingle)) => {
            Ok(Strategy::DispatchToSingle)
        }
        ("Pinned", _) | ("", Ok(ConsumerStrategy::Pinned)) => Ok(Strategy::Pinned),
        ("PinnedByCorrelation", _) => Ok(Strategy::PinnedByCorrelation),
        _ => Err(Status::invalid_argument(
            "a consumer strategy is RoundRobin, DispatchToSingle, Pinned or PinnedByCorrelation",
        )),
    }
}
