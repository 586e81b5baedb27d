//! Who may do what. A layer in front of the handlers verifies the token and refuses whoever may not ask
//! for an operation at all; what it hands on is [`Asked`]. The handler names the thing, and only what
//! the policies permit becomes a [`Permit`], and with it a [`Ctx`](crate::Ctx).
//!
//! Invariant: an operation that is no action answers nobody, and an answer for which nothing was
//! authorized is not given.

mod asked;
mod decision;
mod explain;
mod policies;
mod resource;
#[cfg(test)]
mod tests;

pub use asked::{Asked, Permit};
pub use decision::{Decided, Principal, Undecided};
pub use explain::{Explained, Given};
pub use policies::{Action, Mistake, Place, Policies, Text};
pub use resource::{Centre, Fact, Resource};

use std::{
    pin::Pin,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use http::HeaderMap;
use prost::Message;
use tonic::{Code, Request, Status, body::Body};

use crate::{
    Reason, clock,
    commands::content,
    ctx::{self, Ctx, TenantId},
    is_of,
    status::unavailable,
    token::Verifier,
};

/// Request metadata of the platform.
pub mod metadata {
    /// The client's id of a command; a repetition gets the first answer.
    pub const COMMAND_ID: &str = "stc-command-id";
    /// A query answers only from this log position on.
    pub const AT_LEAST: &str = "stc-at-least";
    /// The revision on which the caller decided.
    pub const EXPECTED_REVISION: &str = "stc-expected-revision";
    /// Ties together everything one request caused.
    pub const CORRELATION_ID: &str = "stc-correlation-id";
}

/// Services of the infrastructure, which tell nothing about anybody.
const OPEN: [&str; 3] =
    ["/grpc.health.v1.Health/", "/grpc.reflection.v1.", "/grpc.reflection.v1alpha."];

/// Checks every call against the policies.
#[derive(Clone)]
pub struct AccessLayer {
    policies: Arc<Policies>,
    tokens: Arc<Verifier>,
    tenants: Arc<[TenantId]>,
}

impl AccessLayer {
    /// The layer for a service with these policies that has these tenants, or with none all.
    pub fn new(policies: Arc<Policies>, tokens: Arc<Verifier>, tenants: Arc<[TenantId]>) -> Self {
        Self { policies, tokens, tenants }
    }

    fn check(&self, path: &str, headers: &HeaderMap) -> Result<Option<Called>, Status> {
        if OPEN.iter().any(|open| path.starts_with(open)) {
            return Ok(None);
        }
        let ctx = ctx_from(headers, &self.tokens)?;
        let action = self.policies.action(path);
        if !action.is_some_and(|action| action.is_for(ctx.role())) {
            return Err(forbidden());
        }
        // What this shard does not know is not what does not exist.
        if !is_of(&self.tenants, ctx.tenant()) {
            return Err(unavailable(Reason::OtherShard));
        }
        let (policies, decided) = (self.policies.clone(), Arc::default());
        Ok(Some(Called { ctx, policies, path: path.into(), decided }))
    }
}

/// A call that passed the layer.
#[derive(Clone)]
struct Called {
    ctx: Ctx,
    policies: Arc<Policies>,
    /// Which operation: its gRPC path.
    path: Arc<str>,
    /// Whether something was authorized for it.
    decided: Arc<AtomicBool>,
}

/// What somebody asks who passed the layer, with what its command stands for: the operation and the
/// whole message, so that no operation can forget part of it.
///
/// # Errors
///
/// `Unauthenticated` if the layer is missing in front of the service.
pub fn asked<M: Message>(request: &Request<M>) -> Result<Asked, Status> {
    let called = request.extensions().get::<Called>().cloned();
    let Called { ctx, policies, path, decided } =
        called.ok_or_else(|| Status::unauthenticated("no token"))?;
    let ctx = ctx.with_content(content(&path, &request.get_ref().encode_to_vec()));
    Ok(Asked::new(ctx, policies, path, decided))
}

/// Not for this role, whatever the thing.
fn forbidden() -> Status {
    Status::permission_denied("not for this role")
}

fn ctx_from(headers: &HeaderMap, tokens: &Verifier) -> Result<Ctx, Status> {
    let unauthenticated = || Status::unauthenticated("no valid token");
    let token = text(headers, "authorization").and_then(|value| value.strip_prefix("Bearer "));
    let claims = tokens
        .verify(token.ok_or_else(unauthenticated)?, clock::now())
        .map_err(|_| unauthenticated())?;
    let asked = ctx::Asked {
        command: read(headers, metadata::COMMAND_ID)?,
        correlation: read(headers, metadata::CORRELATION_ID)?,
        expected_revision: read(headers, metadata::EXPECTED_REVISION)?,
        at_least: read(headers, metadata::AT_LEAST)?.unwrap_or_default(),
    };
    Ok(Ctx::requested(claims.tenant, claims.actor, claims.role, asked))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn read<T: FromStr>(headers: &HeaderMap, name: &str) -> Result<Option<T>, Status> {
    text(headers, name).map(|text| crate::status::parse(name, text)).transpose()
}

/// An answer that nobody authorized is a fault of the handler, and stays here.
fn only_authorized(
    response: http::Response<Body>,
    path: &str,
    decided: &AtomicBool,
) -> http::Response<Body> {
    let status = Status::from_header_map(response.headers());
    let answers = status.is_none_or(|status| status.code() == Code::Ok);
    if answers && !decided.load(Ordering::Relaxed) {
        tracing::error!(path, "an answer without an authorization was not given");
        return Status::internal("not authorized").into_http();
    }
    response
}

/// Bytes that are no message are the caller's mistake; tonic calls them an internal error.
fn undecodable_is_invalid(response: http::Response<Body>) -> http::Response<Body> {
    const DECODING: &str = "failed to decode Protobuf message";
    match Status::from_header_map(response.headers()) {
        Some(status) if status.code() == Code::Internal && status.message().contains(DECODING) => {
            crate::status::invalid("message", Reason::Undecodable).into_http()
        }
        _ => response,
    }
}

impl<S> tower::Layer<S> for AccessLayer {
    type Service = Checked<S>;

    fn layer(&self, inner: S) -> Checked<S> {
        Checked { inner, access: self.clone() }
    }
}

/// A service behind the [`AccessLayer`].
#[derive(Clone)]
pub struct Checked<S> {
    inner: S,
    access: AccessLayer,
}

impl<S, B> tower::Service<http::Request<B>> for Checked<S>
where
    S: tower::Service<http::Request<B>, Response = http::Response<Body>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: http::Request<B>) -> Self::Future {
        match self.access.check(request.uri().path(), request.headers()) {
            Ok(None) => Box::pin(self.inner.call(request)),
            Ok(Some(called)) => {
                let (path, decided) = (called.path.clone(), called.decided.clone());
                request.extensions_mut().insert(called);
                let answer = self.inner.call(request);
                Box::pin(async move {
                    let answer = answer.await.map(undecodable_is_invalid)?;
                    Ok(only_authorized(answer, &path, &decided))
                })
            }
            Err(status) => Box::pin(std::future::ready(Ok(status.into_http()))),
        }
    }
}
