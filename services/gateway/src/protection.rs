//! What protects browsers and the gateway itself: headers on every answer, and limits on work.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, header};
use tokio::sync::Semaphore;

use crate::{
    App,
    problem::{Kind, Problem},
};

/// How many requests are worked on at the same time; more are turned away at once.
pub(crate) const REQUESTS_MAX: usize = 512;
/// How long one request may take, its body included.
const REQUEST_SECONDS: u64 = 30;

/// Nothing but our own files, no frames, no forms to elsewhere.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The camera reads start cards; nothing else of the device is used.
const PERMISSIONS_POLICY: &str = "camera=(self), accelerometer=(), autoplay=(), bluetooth=(), \
     display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
     magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()";
/// Two years.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000; includeSubDomains";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Puts the security headers on every answer.
pub(crate) async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let api = is_api(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if app.config.origin.as_deref().is_some_and(|origin| origin.starts_with("https://")) {
        let value = HeaderValue::from_static(STRICT_TRANSPORT_SECURITY);
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    if api {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether a path belongs to the API, as opposed to the web app.
pub(crate) fn is_api(path: &str) -> bool {
    ["/health", "/openapi.json"].contains(&path) || path == "/api" || path.starts_with("/api/")
}

/// Turns requests away when there are too many, and ends those that take too long.
pub(crate) async fn limit(
    State(room): State<Arc<Semaphore>>,
    request: Request,
    next: Next,
) -> Response {
    let Ok(_place) = room.try_acquire() else {
        return Problem::new(Kind::Unavailable).into_response();
    };
    tokio::time::timeout(Duration::from_secs(REQUEST_SECONDS), next.run(request))
        .await
        .unwrap_or_else(|_| Problem::new(Kind::Unavailable).into_response())
}
