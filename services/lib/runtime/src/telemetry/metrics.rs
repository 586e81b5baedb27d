//! What is counted and timed. Names and units are OpenTelemetry's where it has them.

use std::sync::{LazyLock, Mutex, PoisonError};

#[cfg(feature = "apart")]
use jiff::Timestamp;
use opentelemetry::{
    KeyValue, global,
    metrics::{Counter, Histogram, Meter},
};
use tokio::time::Instant;

#[cfg(feature = "apart")]
use eventlog::clock;

/// Upper ends of the classes in which durations are counted, in seconds.
const CLASSES_SECONDS: [f64; 14] =
    [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0];

/// The unit of what counts events.
const EVENTS: &str = "events";

static REQUESTS: LazyLock<Histogram<f64>> =
    LazyLock::new(|| seconds("http.server.request.duration"));
static CALLS: LazyLock<Histogram<f64>> = LazyLock::new(|| seconds("rpc.server.call.duration"));
static APPENDS: LazyLock<Histogram<f64>> = LazyLock::new(|| seconds("stc.log.append.duration"));

fn meter() -> Meter {
    global::meter(super::TARGET)
}

fn seconds(name: &'static str) -> Histogram<f64> {
    let boundaries = CLASSES_SECONDS.to_vec();
    meter().f64_histogram(name).with_unit("s").with_boundaries(boundaries).build()
}

/// A REST request was answered. `route` is the template, never the path.
pub fn request(begun: Instant, method: &'static str, route: &str, status: u16) {
    let attributes = [
        KeyValue::new("http.request.method", method),
        KeyValue::new("http.route", route.to_owned()),
        KeyValue::new("http.response.status_code", i64::from(status)),
    ];
    REQUESTS.record(begun.elapsed().as_secs_f64(), &attributes);
}

/// A gRPC call was answered.
pub(super) fn call(begun: Instant, method: String, code: &'static str) {
    let attributes =
        [KeyValue::new("rpc.method", method), KeyValue::new("rpc.response.status_code", code)];
    CALLS.record(begun.elapsed().as_secs_f64(), &attributes);
}

/// The log answered an append to a stream of this kind.
pub(crate) fn append(begun: Instant, kind: &'static str) {
    APPENDS.record(begun.elapsed().as_secs_f64(), &[KeyValue::new("stc.stream.kind", kind)]);
}

/// The relay published an event.
#[cfg(feature = "apart")]
pub(crate) fn published() {
    static PUBLISHED: LazyLock<Counter<u64>> =
        LazyLock::new(|| meter().u64_counter("stc.relay.published").with_unit("events").build());
    PUBLISHED.add(1, &[]);
}

/// For how many seconds a view has been behind the log, and how many events it could not read.
pub(crate) fn view(
    name: &'static str,
    behind: impl Fn() -> u64 + Send + Sync + 'static,
    parked: impl Fn() -> u64 + Send + Sync + 'static,
) {
    gauge("stc.projection.lag", "s", vec![KeyValue::new("view", name)], behind);
    gauge("stc.parked", EVENTS, vec![KeyValue::new("view", name)], parked);
}

/// How much memory the partitions of a view take.
pub(crate) fn partitions(name: &'static str, bytes: impl Fn() -> u64 + Send + Sync + 'static) {
    gauge("stc.view.memory", "By", vec![KeyValue::new("view", name)], bytes);
}

/// A partition was dropped, because all of them took more memory than they may.
pub(crate) fn dropped(view: &'static str) {
    static DROPPED: LazyLock<Counter<u64>> =
        LazyLock::new(|| meter().u64_counter("stc.view.dropped").with_unit("partitions").build());
    DROPPED.add(1, &[KeyValue::new("view", view)]);
}

/// Whether the relay has published all there is; told is for how many seconds it has not.
pub fn relay(caught_up: impl Fn() -> bool + Send + Sync + 'static) {
    gauge("stc.relay.lag", "s", Vec::new(), behind_for(caught_up));
}

/// For how many seconds something has been behind, asked again and again. Positions of the log tell no
/// distance.
pub(crate) fn behind_for(
    caught_up: impl Fn() -> bool + Send + Sync + 'static,
) -> impl Fn() -> u64 + Send + Sync + 'static {
    let since = Mutex::new(Instant::now());
    move || {
        let mut since = since.lock().unwrap_or_else(PoisonError::into_inner);
        if caught_up() {
            *since = Instant::now();
        }
        since.elapsed().as_secs()
    }
}

/// How many people have no key although nobody erased them.
pub fn lost_keys(count: impl Fn() -> u64 + Send + Sync + 'static) {
    gauge("stc.keys.lost", "people", Vec::new(), count);
}

/// How much work of one kind does not go on.
pub fn stuck_work(kind: &'static str, count: impl Fn() -> u64 + Send + Sync + 'static) {
    gauge("stc.work.stuck", "works", vec![KeyValue::new("kind", kind)], count);
}

/// How long the certificate of this process is still good; `ends` says until when, whichever it is.
#[cfg(feature = "apart")]
pub fn certificate(ends: impl Fn() -> Timestamp + Send + Sync + 'static) {
    let left = move || ends().duration_since(clock::now()).as_secs().try_into().unwrap_or(0);
    gauge("stc.certificate.remaining", "s", Vec::new(), left);
}

/// How long the token with which this service calls others is still good.
#[cfg(feature = "apart")]
pub fn service_token(ends: Timestamp) {
    let left = move || ends.duration_since(clock::now()).as_secs().try_into().unwrap_or(0);
    gauge("stc.service_token.remaining", "s", Vec::new(), left);
}

/// Something that is looked up each time when metrics are sent.
fn gauge(
    name: &'static str,
    unit: &'static str,
    attributes: Vec<KeyValue>,
    look: impl Fn() -> u64 + Send + Sync + 'static,
) {
    let meter = meter();
    let gauge = meter.u64_observable_gauge(name).with_unit(unit);
    gauge.with_callback(move |observer| observer.observe(look(), &attributes)).build();
}
