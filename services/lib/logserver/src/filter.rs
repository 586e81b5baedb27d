//! Which events of the whole log a client wants: by prefix or regular expression, of the stream's
//! name or of the event's type.
//!
//! Clients write "no system events" with a look-ahead, so the expressions are backtracking ones,
//! and what one may cost is bounded.

use eventlog::{Filter, Recorded};
use fancy_regex::{Regex, RegexBuilder};
use kernel::TenantId;
use proto::eventstore::streams::read_req::options::{
    FilterOption, FilterOptions,
    filter_options::{self, Expression, Window},
};
use serde::{Deserialize, Serialize};
use tonic::Status;

use super::wire::missing;

/// Longest expression or prefix, bytes.
const EXPRESSION_BYTES_MAX: usize = 1_024;
/// How many prefixes a filter may have.
const PREFIXES_MAX: usize = 64;
/// How often an expression may try again on one name.
const BACKTRACK_STEPS_MAX: usize = 10_000;
/// How much memory a compiled expression may take, bytes.
const COMPILED_BYTES_MAX: usize = 1024 * 1024;
/// Events between two checkpoints if the client does not say, before its multiplier.
const WINDOW_EVENTS: u32 = 32;

/// What passes, and how often a subscription is told how far it is.
pub(super) struct EventFilter {
    by: By,
    pattern: Pattern,
    /// Events looked at between two checkpoints.
    pub(super) checkpoint_events: u64,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) enum By {
    /// The stream's name.
    Stream,
    /// The event's type.
    Type,
}

enum Pattern {
    Prefixes(Vec<String>),
    Regex(Box<Regex>),
}

impl EventFilter {
    /// The filter of a request; `None` lets everything pass.
    pub(super) fn of(option: Option<FilterOption>) -> Result<Option<Self>, Status> {
        let Some(FilterOption::Filter(FilterOptions {
            filter,
            window,
            checkpoint_interval_multiplier,
        })) = option
        else {
            return Ok(None);
        };
        let (by, expression) = match filter.ok_or_else(|| missing("the filter"))? {
            filter_options::Filter::StreamIdentifier(expression) => (By::Stream, expression),
            filter_options::Filter::EventType(expression) => (By::Type, expression),
        };
        let window = match window {
            Some(Window::Max(events)) => events,
            Some(Window::Count(_)) | None => WINDOW_EVENTS,
        };
        let events = u64::from(window) * u64::from(checkpoint_interval_multiplier);
        let Expression { regex, prefix } = expression;
        // Who reads without subscribing leaves the window out.
        Ok(Some(Self { checkpoint_events: events.max(1), ..Self::new(by, &regex, prefix)? }))
    }

    /// What matches the expression, or begins with one of the prefixes.
    pub(super) fn new(by: By, regex: &str, prefixes: Vec<String>) -> Result<Self, Status> {
        Ok(Self { by, pattern: Pattern::of(regex, prefixes)?, checkpoint_events: 1 })
    }

    /// What the log itself can pass over: if streams of one tenant only may pass, everybody else's.
    pub(super) fn of_log(filter: Option<&Self>) -> Filter {
        Filter { tenant: filter.and_then(Self::tenant), ..Filter::default() }
    }

    /// The one tenant that all prefixes name.
    fn tenant(&self) -> Option<TenantId> {
        let (By::Stream, Pattern::Prefixes(prefixes)) = (self.by, &self.pattern) else {
            return None;
        };
        let mut tenants = prefixes.iter().map(|prefix| prefix.split_once('.')?.0.parse().ok());
        let first: TenantId = tenants.next()??;
        tenants.all(|tenant| tenant.as_ref() == Some(&first)).then_some(first)
    }

    /// Whether an event passes.
    pub(super) fn passes(&self, event: &Recorded) -> Result<bool, Status> {
        let text = match self.by {
            By::Stream => event.stream.as_str(),
            By::Type => event.name,
        };
        match &self.pattern {
            Pattern::Prefixes(prefixes) => {
                Ok(prefixes.iter().any(|prefix| text.starts_with(prefix)))
            }
            Pattern::Regex(regex) => regex
                .is_match(text)
                .map_err(|_| Status::invalid_argument("the regular expression costs too much")),
        }
    }
}

impl Pattern {
    fn of(regex: &str, prefix: Vec<String>) -> Result<Self, Status> {
        let long = regex.len() > EXPRESSION_BYTES_MAX
            || prefix.len() > PREFIXES_MAX
            || prefix.iter().any(|prefix| prefix.len() > EXPRESSION_BYTES_MAX);
        if long {
            return Err(Status::invalid_argument(
                "a filter has at most 64 prefixes, and 1024 bytes in an expression or prefix",
            ));
        }
        match (regex.is_empty(), prefix.is_empty()) {
            (true, false) => Ok(Self::Prefixes(prefix)),
            (false, true) if class_means_something_else(regex) => Err(Status::invalid_argument(
                "in a class of characters write \\[, \\&, \\- and \\~: classes within classes mean \
                 something else here than in .NET",
            )),
            (false, true) => RegexBuilder::new(regex)
                .backtrack_limit(BACKTRACK_STEPS_MAX)
                .delegate_size_limit(COMPILED_BYTES_MAX)
                .delegate_dfa_size_limit(COMPILED_BYTES_MAX)
                .build()
                .map(|regex| Self::Regex(Box::new(regex)))
                .map_err(|_| Status::invalid_argument("the regular expression is none")),
            _ => Err(Status::invalid_argument("a filter has a regular expression or prefixes")),
        }
    }
}

/// Whether an expression has a class of characters that .NET, whose language clients write, reads in
/// another way: there a bracket within a class is one more character, or takes a class away (`-[`);
/// here it begins a class, and `&&`, `--` and `~~` reckon with classes.
fn class_means_something_else(regex: &str) -> bool {
    let (mut within, mut before) = (None, '\0');
    let mut characters = regex.chars().enumerate();
    while let Some((at, character)) = characters.next() {
        match (within, character) {
            (_, '\\') => drop(characters.next()),
            (None, '[') => within = Some(at),
            (Some(_), '[') => return true,
            // Right after the beginning it is a character.
            (Some(began), ']')
                if at > began + 1 + usize::from(before == '^' && at == began + 2) =>
            {
                within = None;
            }
            (Some(_), '&' | '-' | '~') if before == character => return true,
            _ => {}
        }
        before = character;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_that_name_one_tenant_leave_the_others_to_the_log() {
        let tenant = |by, prefixes: &[&str]| {
            let prefixes = prefixes.iter().map(|prefix| (*prefix).to_owned()).collect();
            let filter = EventFilter::new(by, "", prefixes).ok();
            EventFilter::of_log(filter.as_ref()).tenant.map(|tenant| tenant.as_str().to_owned())
        };
        for prefixes in [&["lsc07."][..], &["lsc07.trajectory-"], &["lsc07.per", "lsc07.centre-"]] {
            assert_eq!(tenant(By::Stream, prefixes).as_deref(), Some("lsc07"), "{prefixes:?}");
        }
        for prefixes in
            [&["lsc07"][..], &["lsc07.", "lsc08."], &["lsc07.", "lsc"], &["LSC."], &["."]]
        {
            assert_eq!(tenant(By::Stream, prefixes), None, "{prefixes:?}");
        }
        assert_eq!(tenant(By::Type, &["lsc07."]), None, "a type is no stream");
    }

    #[test]
    fn a_class_that_net_reads_in_another_way_is_refused() {
        for regex in
            ["[a-z-[aeiou]]", "^x[^a[b]]", "[[:alpha:]]", "[a-z&&b]", "[a--b]", "[a~~b]", "[]-[a]"]
        {
            let refused = EventFilter::new(By::Type, regex, Vec::new()).map(drop).unwrap_err();
            assert!(refused.message().contains("class"), "{regex}");
        }
        for regex in [
            "^[a-z]+\\.trajectory-",
            "^(?!\\$)",
            "[a\\-\\[b]",
            "-[a-z]-[0-9]",
            "[]a]",
            "[^]a]-[b]",
            "a--b&&c",
            "[a-z]--[b]",
            "[-a]",
        ] {
            assert!(EventFilter::new(By::Type, regex, Vec::new()).is_ok(), "{regex}");
        }
    }
}
