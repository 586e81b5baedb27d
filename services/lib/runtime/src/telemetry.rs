//! Log lines, and with `OTEL_EXPORTER_OTLP_ENDPOINT` set traces and metrics, by OpenTelemetry.
//!
//! Invariants: a trace has the correlation id of its request as its id, and the request's span the
//! last eight bytes of it, so an event in the log tells its trace and whatever follows the event
//! joins it. No attribute tells who it was or about whom.

mod calls;
pub mod metrics;

use std::{cell::Cell, env, io};

use http::{HeaderMap, HeaderName, HeaderValue};
use opentelemetry::{
    Context, KeyValue, global,
    propagation::{Extractor, Injector, TextMapPropagator},
    trace::{
        SpanContext, SpanId, TraceContextExt, TraceFlags, TraceId, TraceState, TracerProvider,
    },
};
use opentelemetry_otlp::{ExporterBuildError, MetricExporter, SpanExporter};
use opentelemetry_sdk::{
    Resource,
    metrics::SdkMeterProvider,
    propagation::TraceContextPropagator,
    trace::{IdGenerator, RandomIdGenerator, SdkTracerProvider},
};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;
use tracing_subscriber::{
    EnvFilter, Layer, filter::filter_fn, layer::SubscriberExt, util::SubscriberInitExt,
};
use uuid::Uuid;

pub use calls::{Answered, Called, Traced};

/// Spans with this target are exported; those of libraries are not.
pub const TARGET: &str = "stc";
/// OpenTelemetry's setting: where a collector takes traces and metrics.
const ENDPOINT: &str = "OTEL_EXPORTER_OTLP_ENDPOINT";

/// Sends what was measured and what stands in a trace; the rest of it when it is dropped.
pub struct Exporting {
    traces: SdkTracerProvider,
    metrics: SdkMeterProvider,
}

impl Drop for Exporting {
    fn drop(&mut self) {
        // A collector that is away keeps nobody from ending.
        let _ = (self.traces.shutdown(), self.metrics.shutdown());
    }
}

/// Begins to write log lines to stderr, as JSON, and to export if there is somewhere to. Call it
/// once, inside the runtime.
///
/// # Errors
///
/// [`ExporterBuildError`]: a setting of OpenTelemetry cannot be used.
pub fn start(service: String) -> Result<Option<Exporting>, ExporterBuildError> {
    let level = EnvFilter::try_from_env("STC_LOG").unwrap_or_else(|_| "info".into());
    let lines = tracing_subscriber::fmt::layer()
        .json()
        // All spans around a line: the outermost has the trace's id.
        .with_current_span(false)
        .with_writer(io::stderr)
        .with_filter(level);
    let wanted = env::var_os(ENDPOINT).filter(|endpoint| !endpoint.is_empty());
    let exporting = wanted.map(|_| export(service)).transpose()?;
    let spans = exporting.as_ref().map(|exporting| {
        tracing_opentelemetry::layer()
            .with_tracer(exporting.traces.tracer(TARGET))
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_target(false)
            // Log lines are no part of a trace.
            .with_filter(filter_fn(|meta| meta.is_span() && meta.target() == TARGET))
    });
    tracing_subscriber::registry().with(lines).with(spans).init();
    Ok(exporting)
}

fn export(service: String) -> Result<Exporting, ExporterBuildError> {
    let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
    let resource = Resource::builder().with_service_name(service).with_attribute(version).build();
    let traces = SdkTracerProvider::builder()
        .with_resource(resource.clone())
        .with_id_generator(Ids::default())
        .with_batch_exporter(SpanExporter::builder().with_tonic().build()?)
        .build();
    let metrics = SdkMeterProvider::builder()
        .with_resource(resource)
        .with_periodic_exporter(MetricExporter::builder().with_tonic().build()?)
        .build();
    global::set_meter_provider(metrics.clone());
    Ok(Exporting { traces, metrics })
}

thread_local! {
    /// The request whose span is being made on this thread.
    static REQUEST: Cell<Option<Uuid>> = const { Cell::new(None) };
}

/// Random ids, but for the span of a request.
#[derive(Debug, Default)]
struct Ids(RandomIdGenerator);

impl IdGenerator for Ids {
    fn new_trace_id(&self) -> TraceId {
        REQUEST.get().map_or_else(|| self.0.new_trace_id(), trace_id)
    }

    fn new_span_id(&self) -> SpanId {
        REQUEST.get().map_or_else(|| self.0.new_span_id(), span_id)
    }
}

fn trace_id(correlation: Uuid) -> TraceId {
    TraceId::from_bytes(correlation.into_bytes())
}

fn span_id(correlation: Uuid) -> SpanId {
    let (_, low) = correlation.as_u64_pair();
    SpanId::from_bytes(low.to_be_bytes())
}

/// The span of a request: the one that `make` makes, with no parent.
pub fn begins(correlation: Uuid, make: impl FnOnce() -> Span) -> Span {
    REQUEST.set(Some(correlation));
    let span = make();
    // Its ids are drawn the first time that somebody asks for them.
    let _ = span.context();
    REQUEST.set(None);
    span
}

/// A span of something that follows from a request, perhaps in another process and much later: the
/// one that `make` makes, with no parent.
pub fn follows(correlation: Uuid, make: impl FnOnce() -> Span) -> Span {
    let span = make();
    let (trace, request) = (trace_id(correlation), span_id(correlation));
    let request =
        SpanContext::new(trace, request, TraceFlags::SAMPLED, true, TraceState::default());
    if request.is_valid() {
        // Fails only where nothing is exported.
        let _ = span.set_parent(Context::new().with_remote_span_context(request));
    }
    span
}

/// The request's span as others name it: W3C `traceparent`.
pub fn traceparent(correlation: Uuid) -> String {
    format!("00-{}-{}-01", correlation.simple(), span_id(correlation))
}

struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(HeaderName::as_str).collect()
    }
}

struct HeadersMut<'a>(&'a mut HeaderMap);

impl Injector for HeadersMut<'_> {
    fn set(&mut self, name: &str, value: String) {
        let named = name.parse::<HeaderName>().ok().zip(HeaderValue::try_from(value).ok());
        if let Some((name, value)) = named {
            self.0.insert(name, value);
        }
    }
}

/// Puts a span's place into the headers of a call.
fn inject(span: &Span, headers: &mut HeaderMap) {
    let context = span.context();
    TraceContextPropagator::new().inject_context(&context, &mut HeadersMut(headers));
}

/// Gives a span the place that a call's headers tell.
fn extract(span: &Span, headers: &HeaderMap) {
    let context = TraceContextPropagator::new().extract(&Headers(headers));
    if context.span().span_context().is_valid() {
        let _ = span.set_parent(context);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_tells_its_trace() {
        let correlation = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_002a);
        assert_eq!(
            traceparent(correlation),
            "00-0192000000007000800000000000002a-800000000000002a-01"
        );
    }

    #[test]
    fn a_request_and_what_follows_from_it_are_one_trace() {
        let exporter = opentelemetry_sdk::trace::InMemorySpanExporter::default();
        let traces = SdkTracerProvider::builder()
            .with_id_generator(Ids::default())
            .with_simple_exporter(exporter.clone())
            .build();
        let layer = tracing_opentelemetry::layer().with_tracer(traces.tracer(TARGET));
        let correlation = Uuid::now_v7();
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
            let request = begins(correlation, || tracing::info_span!(parent: None, "request"));
            let mut headers = HeaderMap::new();
            request.in_scope(|| inject(&tracing::info_span!("call"), &mut headers));
            extract(&tracing::info_span!(parent: None, "answer"), &headers);
            follows(correlation, || tracing::info_span!(parent: None, "publish"));
        });
        let spans = exporter.get_finished_spans().unwrap();
        let find = |name| spans.iter().find(|span| span.name == name).unwrap();
        assert!(spans.iter().all(|it| it.span_context.trace_id() == trace_id(correlation)));
        let request = find("request").span_context.span_id();
        assert_eq!((spans.len(), request), (4, span_id(correlation)));
        assert_eq!(find("request").parent_span_id, SpanId::INVALID);
        assert_eq!(find("call").parent_span_id, request);
        assert_eq!(find("answer").parent_span_id, find("call").span_context.span_id());
        assert_eq!(find("publish").parent_span_id, request);
    }
}
