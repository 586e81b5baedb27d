//! What a client says of a group, kept, and told again.

use std::collections::BTreeSet;

use platform::{EventLog, StreamName, log::LogError};
use proto::eventstore::{
    StreamIdentifier,
    persistent_subscriptions::{
        SubscriptionInfo,
        create_req::{
            self, AllOptions, ConsumerStrategy, Settings,
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
use crate::logserve::{
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

/// A group as it is kept on the disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Definition {
    pub(super) source: Source,
    pub(super) name: String,
    pub(super) rules: Rules,
    /// How long settled events wait until that is written down, milliseconds.
    pub(super) checkpoint_millis: u64,
    /// Where it began, as clients write it.
    start: String,
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
        let create_req::Options { stream_option, group_name, settings, .. } = options;
        let (rules, checkpoint_millis) = rules(&settings.ok_or_else(|| missing("settings"))?)?;
        if group_name.is_empty() || group_name.len() > NAME_BYTES_MAX {
            return Err(Status::invalid_argument("a group's name has 1 to 100 bytes"));
        }
        let (source, next, start) = match stream_option.ok_or_else(|| missing("what to read"))? {
            StreamOption::All(all) => {
                let next = match from_all(&all) {
                    From::Start => 1,
                    From::At(position) => position.max(1),
                    From::End => *log.head().borrow() + 1,
                };
                (Source::All(filter(all)?), next, format!("C:{next}/P:{next}"))
            }
            StreamOption::Stream(stream) => {
                let name = wire::stream_name(stream.stream_identifier.as_ref());
                let name = name.ok_or_else(wire::foreign_stream)?;
                let next = match stream.revision_option {
                    Some(RevisionOption::Revision(revision)) => revision,
                    Some(RevisionOption::End(_)) => end_of(log, &name).await.map_err(of)?,
                    Some(RevisionOption::Start(_)) | None => 0,
                };
                (Source::Stream(name.as_str().to_owned()), next, next.to_string())
            }
        };
        let parked = BTreeSet::new();
        Ok(Self { source, name: group_name, rules, checkpoint_millis, start, next, parked })
    }

    /// The same group with other rules.
    pub(super) fn change(&mut self, settings: &Settings) -> Result<(), Status> {
        (self.rules, self.checkpoint_millis) = rules(settings)?;
        Ok(())
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
        let checkpoint = self.next.checked_sub(1).map(|place| self.place(place));
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
            max_subscriber_count: number(self.rules.consumers_max as u64),
            parked_message_count: i64::try_from(self.parked.len()).unwrap_or(i64::MAX),
            ..SubscriptionInfo::default()
        }
    }
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
