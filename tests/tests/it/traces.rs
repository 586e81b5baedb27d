//! One request is one trace, through every process that it passes.

use std::time::{Duration, Instant};

use events::ActionCategory;
use http::Method;
use serde_json::json;
use tests::{
    facts,
    otlp::{Collector, Span},
    processes::Processes,
    world,
};
use uuid::Uuid;

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// How long spans and metrics may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// Service, span, and the span that is its parent.
const EXPECTED: [(&str, &str, &str); 8] = [
    ("gateway", "POST /api/v1/youths/{youth}/steps", ""),
    ("gateway", REGISTER, "POST /api/v1/youths/{youth}/steps"),
    ("trajectories", REGISTER, REGISTER),
    ("trajectories", "append", REGISTER),
    ("relay", "publish StepRegistered", "POST /api/v1/youths/{youth}/steps"),
    ("gateway", "react StepRegistered", "POST /api/v1/youths/{youth}/steps"),
    ("trajectories", "view trajectories", "POST /api/v1/youths/{youth}/steps"),
    ("monitoring", "view monitoring", "POST /api/v1/youths/{youth}/steps"),
];
const REGISTER: &str = "stc.trajectories.v1.StepService/RegisterStep";
/// Service, metric, and an attribute that it has.
const MEASURED: [(&str, &str, (&str, &str)); 7] = [
    ("gateway", "http.server.request.duration", ("http.route", "/api/v1/youths/{youth}/steps")),
    ("gateway", "http.server.request.duration", ("http.response.status_code", "201")),
    ("trajectories", "rpc.server.call.duration", ("rpc.method", REGISTER)),
    ("trajectories", "rpc.server.call.duration", ("rpc.response.status_code", "OK")),
    ("trajectories", "stc.log.append.duration", ("stc.stream.kind", "trajectory")),
    ("monitoring", "stc.projection.lag", ("view", "monitoring")),
    ("monitoring", "stc.parked", ("view", "monitoring")),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_one_trace_from_rest_to_the_views() {
    let (collector, endpoint) = Collector::start().await;
    let settings = [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.as_str()),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
    ];
    let platform = Processes::start_with(STC, &settings).await;
    let centre = world::centre(&platform.site, &platform.operator().await, "lsc01").await;
    let mut step = facts::step(ActionCategory::ActionPlan);
    step["note"] = json!("in my own words");
    let path = format!("/youths/{}/steps", centre.youth.id);
    let answer = centre.coach.command(Method::POST, &path, &step).send().await;
    assert_eq!(answer.status, 201);
    let correlation: Uuid = answer.headers["stc-correlation-id"].to_str().unwrap().parse().unwrap();
    let id = correlation.simple().to_string();

    let deadline = Instant::now() + PATIENCE;
    let mut spans = collector.trace(&id);
    while !EXPECTED.iter().all(|expected| stands(&spans, expected)) {
        assert!(Instant::now() < deadline, "{spans:#?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
        spans = collector.trace(&id);
    }
    let whole = |span: &Span| span.parent.is_empty() || spans.iter().any(|it| it.id == span.parent);
    assert!(spans.iter().all(whole), "no span hangs in the air: {spans:#?}");

    let measured = |(service, metric, attribute): &(&str, &str, (&str, &str))| {
        collector.has(service, metric, *attribute)
    };
    let relayed =
        || ["stc.relay.lag", "stc.relay.published"].iter().all(|it| collector.counts("relay", it));
    while !(MEASURED.iter().all(measured) && relayed()) {
        assert!(
            Instant::now() < deadline,
            "{:?}",
            MEASURED.iter().map(measured).collect::<Vec<_>>()
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let said = collector.said();
    for person in [&centre.lead, &centre.coach, &centre.youth] {
        assert!(!said.contains(&person.name) && !said.contains(&person.id.to_string()));
    }
    assert!(!said.contains("own words") && !said.contains("lsc01"), "nobody is told about");
    assert!(platform.said().contains(&id), "log lines name their trace");
}

fn stands(spans: &[Span], (service, name, parent): &(&str, &str, &str)) -> bool {
    spans.iter().any(|span| {
        let around = spans.iter().find(|it| it.id == span.parent);
        (span.service == *service && span.name == *name)
            && around.map_or("", |around| around.name.as_str()) == *parent
    })
}
