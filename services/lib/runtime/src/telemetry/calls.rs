//! gRPC calls as spans, on the side that calls and on the side that answers.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use http::{HeaderMap, Request, Response};
use tokio::time::Instant;
use tonic::{Code, Status};
use tracing::{Instrument, Span, field::Empty, info_span};
use uuid::Uuid;

use super::{begins, extract, inject, metrics};
use crate::access::{Policies, metadata};

/// Health and reflection are asked again and again, and follow from nothing.
const INFRASTRUCTURE: &str = "/grpc.";

type Answer<R, E> = Pin<Box<dyn Future<Output = Result<R, E>> + Send>>;

/// A way to a service; a call over it is part of the trace in which it is made.
#[derive(Clone, Debug)]
pub struct Called<S>(pub S);

impl<S, B, R> tower::Service<Request<B>> for Called<S>
where
    S: tower::Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Answer<S::Response, S::Error>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        if request.uri().path().starts_with(INFRASTRUCTURE) {
            return Box::pin(self.0.call(request));
        }
        // Our own clients name methods only, never a thing.
        let method = request.uri().path().trim_start_matches('/');
        let span = info_span!(
            target: "stc",
            "call",
            otel.name = method,
            otel.kind = "client",
            otel.status_code = Empty,
            rpc.response.status_code = Empty,
        );
        inject(&span, request.headers_mut());
        let answer = self.0.call(request).instrument(span.clone());
        Box::pin(async move {
            let answer = answer.await;
            let code = answer.as_ref().map_or(Code::Unavailable, |answer| code(answer.headers()));
            ended(&span, code);
            answer
        })
    }
}

/// Makes a span of every call that a service answers, and counts it.
#[derive(Clone)]
pub struct Traced(pub Arc<Policies>);

impl<S> tower::Layer<S> for Traced {
    type Service = Answered<S>;

    fn layer(&self, inner: S) -> Answered<S> {
        Answered { inner, policies: self.0.clone() }
    }
}

/// A service behind [`Traced`].
#[derive(Clone)]
pub struct Answered<S> {
    inner: S,
    policies: Arc<Policies>,
}

impl<S, B, R> tower::Service<Request<B>> for Answered<S>
where
    S: tower::Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Answer<S::Response, S::Error>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let path = request.uri().path();
        let Some(action) = self.policies.action(path) else {
            return Box::pin(self.inner.call(request));
        };
        let method = action.name.clone();
        let span = answering(&method, request.headers());
        let begun = Instant::now();
        let answer = self.inner.call(request).instrument(span.clone());
        Box::pin(async move {
            let answer = answer.await?;
            let code = code(answer.headers());
            ended(&span, code);
            metrics::call(begun, method, name(code));
            Ok(answer)
        })
    }
}

fn answering(method: &str, headers: &HeaderMap) -> Span {
    let correlation = headers.get(metadata::CORRELATION_ID);
    let correlation = correlation.and_then(|id| id.to_str().ok()?.parse::<Uuid>().ok());
    let make = || {
        info_span!(
            target: "stc",
            parent: None,
            "answer",
            otel.name = method,
            otel.kind = "server",
            otel.status_code = Empty,
            rpc.response.status_code = Empty,
            trace_id = correlation.map(|id| id.simple().to_string()),
        )
    };
    match correlation {
        Some(correlation) if !headers.contains_key("traceparent") => begins(correlation, make),
        Some(_) | None => {
            let span = make();
            extract(&span, headers);
            span
        }
    }
}

/// What a call came to. Of an answer that is not empty the code comes after it, and is OK.
fn code(headers: &HeaderMap) -> Code {
    Status::from_header_map(headers).map_or(Code::Ok, |status| status.code())
}

fn ended(span: &Span, code: Code) {
    span.record("rpc.response.status_code", name(code));
    if is_failure(code) {
        span.record("otel.status_code", "ERROR");
    }
}

/// Whether it tells of a fault; the other codes tell the caller something.
fn is_failure(code: Code) -> bool {
    matches!(
        code,
        Code::Internal
            | Code::Unknown
            | Code::Unavailable
            | Code::DataLoss
            | Code::DeadlineExceeded
            | Code::Unimplemented
    )
}

/// A code as gRPC spells it.
fn name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}
