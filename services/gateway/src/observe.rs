//! One span and one line in the log per request, and the id that ties everything together.
//!
//! Invariant: a log never holds a path, a query or a body; the route's template takes their place.

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use http::{HeaderName, HeaderValue, Method};
use runtime::telemetry::{begins, metrics};
use tokio::time::Instant;
use tracing::{Instrument, field::Empty, info_span};
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
    let (method, route) = (method(request.method()), route.to_owned());
    let span = begins(correlation, || {
        info_span!(
            target: "stc",
            parent: None,
            "request",
            otel.name = format!("{method} {route}"),
            otel.kind = "server",
            otel.status_code = Empty,
            http.request.method = method,
            http.route = route,
            http.response.status_code = Empty,
            trace_id = %correlation.simple(),
        )
    });
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status();
    span.record("http.response.status_code", status.as_u16());
    if status.is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
    metrics::request(begun, method, &route, status.as_u16());
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(milliseconds, "answered"));
    if let Ok(id) = HeaderValue::try_from(correlation.to_string()) {
        response.headers_mut().insert(CORRELATION_ID, id);
    }
    response
}

/// A method as it is counted: what clients make up is no attribute.
fn method(method: &Method) -> &'static str {
    const KNOWN: [Method; 6] =
        [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::HEAD, Method::OPTIONS];
    const NAMES: [&str; 6] = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"];
    let known = KNOWN.iter().zip(NAMES).find(|(known, _)| *known == method);
    known.map_or("_OTHER", |(_, name)| name)
}
