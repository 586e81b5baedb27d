//! One span and one line in the log per request, and the id that ties everything together.
//!
//! Invariant: a log never holds a path, a query or a body; the route's template takes their place.

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use http::{HeaderName, HeaderValue};
use tokio::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

const CORRELATION_ID: HeaderName = HeaderName::from_static("stc-correlation-id");

/// Ties together everything one request caused.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Correlation(pub(crate) Uuid);

/// Gives every request its correlation id, and says in the log how it ended.
pub(crate) async fn observe(mut request: Request, next: Next) -> Response {
    let correlation = Uuid::now_v7();
    request.extensions_mut().insert(Correlation(correlation));
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str);
    let span = tracing::info_span!("request", method = %request.method(), route, %correlation);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), milliseconds, "answered"));
    if let Ok(id) = HeaderValue::try_from(correlation.to_string()) {
        response.headers_mut().insert(CORRELATION_ID, id);
    }
    response
}
