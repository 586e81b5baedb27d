//! What the server is asked, in its client's words.

use eventstore::{StreamState, SubscriptionFilter};

use crate::{Expected, Filter};

/// The part of a filter that the server can do: one tenant's streams, else types if there are any,
/// else streams of some kinds.
pub(super) fn server_side(filter: &Filter) -> SubscriptionFilter {
    let on_streams = SubscriptionFilter::on_stream_name();
    match (&*filter.names, &*filter.kinds, &filter.tenant) {
        ([], [], None) => on_streams.exclude_system_events(),
        (_, [], Some(tenant)) => on_streams.add_prefix(format!("{tenant}.")),
        (_, kinds, Some(tenant)) => kinds
            .iter()
            .fold(on_streams, |filter, kind| filter.add_prefix(format!("{tenant}.{kind}-"))),
        ([], kinds, None) => on_streams.regex(format!("^[a-z0-9]+\\.({})-", kinds.join("|"))),
        (names, _, None) => {
            names.iter().fold(SubscriptionFilter::on_event_type(), SubscriptionFilter::add_prefix)
        }
    }
}

/// An expectation as the client has it.
pub(super) fn state(expected: Expected) -> StreamState {
    match expected {
        Expected::Any => StreamState::Any,
        Expected::NoStream => StreamState::NoStream,
        Expected::Exactly(revision) => StreamState::StreamRevision(revision),
    }
}
