//! A collector in this process: keeps what services export over OTLP.

use std::{
    fmt::Write,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::codec::hex;
use opentelemetry_proto::tonic::{
    collector::{
        metrics::v1::{
            ExportMetricsServiceRequest, ExportMetricsServiceResponse,
            metrics_service_server::{MetricsService, MetricsServiceServer},
        },
        trace::v1::{
            ExportTraceServiceRequest, ExportTraceServiceResponse,
            trace_service_server::{TraceService, TraceServiceServer},
        },
    },
    common::v1::{KeyValue, any_value::Value},
    metrics::v1::{Metric, metric::Data},
    resource::v1::Resource,
};
use tokio::net::TcpListener;
use tonic::{
    Request, Response, Status,
    transport::{Server, server::TcpIncoming},
};

/// A span that a service exported.
#[derive(Clone, Debug)]
pub struct Span {
    /// `service.name`.
    pub service: String,
    /// Its name.
    pub name: String,
    /// 32 hexadecimal digits.
    pub trace: String,
    /// 16 hexadecimal digits.
    pub id: String,
    /// The same of the span around it; empty if there is none.
    pub parent: String,
}

/// What was received so far. Clones share it.
#[derive(Clone, Default)]
pub struct Collector(Arc<Mutex<Received>>);

#[derive(Default)]
struct Received {
    spans: Vec<Span>,
    /// Service, name, attributes.
    points: Vec<(String, String, Vec<KeyValue>)>,
    /// Everything that was said about anything, as text.
    said: String,
}

impl Collector {
    /// Starts to listen, and answers where.
    pub async fn start() -> (Self, String) {
        let collector = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = Server::builder()
            .add_service(TraceServiceServer::new(collector.clone()))
            .add_service(MetricsServiceServer::new(collector.clone()));
        tokio::spawn(server.serve_with_incoming(TcpIncoming::from(listener)));
        (collector, url)
    }

    /// The spans of one trace.
    pub fn trace(&self, id: &str) -> Vec<Span> {
        let received = self.received();
        received.spans.iter().filter(|span| span.trace == id).cloned().collect()
    }

    /// Whether a service exported a point of this metric with such an attribute.
    pub fn has(&self, service: &str, metric: &str, attribute: (&str, &str)) -> bool {
        let received = self.received();
        received.points.iter().any(|(by, name, attributes)| {
            by == service
                && name == metric
                && attributes
                    .iter()
                    .any(|it| it.key == attribute.0 && text(it).as_deref() == Some(attribute.1))
        })
    }

    /// Whether a service exported a point of this metric.
    pub fn counts(&self, service: &str, metric: &str) -> bool {
        self.received().points.iter().any(|(by, name, _)| by == service && name == metric)
    }

    /// Everything that was received, as text.
    pub fn said(&self) -> String {
        self.received().said.clone()
    }

    fn received(&self) -> std::sync::MutexGuard<'_, Received> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[tonic::async_trait]
impl TraceService for Collector {
    async fn export(
        &self,
        request: Request<ExportTraceServiceRequest>,
    ) -> Result<Response<ExportTraceServiceResponse>, Status> {
        let mut received = self.received();
        for resource in request.into_inner().resource_spans {
            writeln!(received.said, "{resource:?}").unwrap();
            let service = service(resource.resource.as_ref());
            for span in resource.scope_spans.into_iter().flat_map(|scope| scope.spans) {
                received.spans.push(Span {
                    service: service.clone(),
                    name: span.name,
                    trace: hex(&span.trace_id),
                    id: hex(&span.span_id),
                    parent: hex(&span.parent_span_id),
                });
            }
        }
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

#[tonic::async_trait]
impl MetricsService for Collector {
    async fn export(
        &self,
        request: Request<ExportMetricsServiceRequest>,
    ) -> Result<Response<ExportMetricsServiceResponse>, Status> {
        let mut received = self.received();
        for resource in request.into_inner().resource_metrics {
            writeln!(received.said, "{resource:?}").unwrap();
            let service = service(resource.resource.as_ref());
            for metric in resource.scope_metrics.into_iter().flat_map(|scope| scope.metrics) {
                for attributes in points(&metric) {
                    received.points.push((service.clone(), metric.name.clone(), attributes));
                }
            }
        }
        Ok(Response::new(ExportMetricsServiceResponse::default()))
    }
}

fn points(metric: &Metric) -> Vec<Vec<KeyValue>> {
    match &metric.data {
        Some(Data::Gauge(gauge)) => {
            gauge.data_points.iter().map(|point| point.attributes.clone()).collect()
        }
        Some(Data::Sum(sum)) => {
            sum.data_points.iter().map(|point| point.attributes.clone()).collect()
        }
        Some(Data::Histogram(histogram)) => {
            histogram.data_points.iter().map(|point| point.attributes.clone()).collect()
        }
        _ => Vec::new(),
    }
}

fn service(resource: Option<&Resource>) -> String {
    let attributes = resource.map_or(&[][..], |it| &it.attributes);
    let name = attributes.iter().find(|it| it.key == "service.name").and_then(text);
    name.unwrap_or_default()
}

fn text(attribute: &KeyValue) -> Option<String> {
    match attribute.value.as_ref()?.value.as_ref()? {
        Value::StringValue(text) => Some(text.clone()),
        Value::IntValue(number) => Some(number.to_string()),
        _ => None,
    }
}
