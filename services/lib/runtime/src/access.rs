//! Who may do what. A layer in front of the handlers verifies the token and refuses whoever may not ask
//! for an operation at all; what it hands on is [`Asked`]. The handler names the thing, and only what
//! the policies permit becomes a [`Permit`], and with it a [`Ctx`](crate::Ctx). What an answer tells of
//! young people is written down before it is given ([`Readings`]).
//!
//! Invariant: an operation that is no action answers nobody, and an answer for which nothing was
//! authorized, or that is about people and does not say of whom, is not given.

mod asked;
mod decision;
mod explain;
mod peer;
mod permits;
mod policies;
mod reading;
mod resource;
#[cfg(test)]
mod tests;

pub use asked::{Asked, Permit};
pub use decision::{Decided, Denial, Held, Principal, Undecided};
pub use explain::{Explained, Given};
pub use permits::Permitted;
pub use policies::{Action, Mistake, Place, Policies, Text};
pub use reading::{Reading, Readings, Restrictions};
pub use resource::{Centre, Fact, Resource, Tells};

use std::{
    pin::Pin,
    str::FromStr,
    sync::Arc,
    task::{Context, Poll},
};

use eventlog::clock;
use http::HeaderMap;
use kernel::{Reason, ServiceName, TenantId};
use prost::Message;
use tonic::{Code, Request, Status, body::Body};

use self::asked::Unnoted;
use crate::{
    commands::content,
    ctx::{self, Ctx},
    is_of,
    status::unavailable,
    token::{Claims, Verifier},
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
    readings: Arc<dyn Readings>,
    restrictions: Arc<dyn Restrictions>,
    certified: bool,
}

impl AccessLayer {
    /// The layer for a service with these policies that has these tenants, or with none all.
    pub fn new(
        policies: Arc<Policies>,
        tokens: Arc<Verifier>,
        tenants: Arc<[TenantId]>,
        readings: Arc<dyn Readings>,
        restrictions: Arc<dyn Restrictions>,
    ) -> Self {
        Self { policies, tokens, tenants, readings, restrictions, certified: false }
    }

    /// The same where callers show certificates: a token is good together with its service's.
    #[must_use]
    pub fn certified(self, certified: bool) -> Self {
        Self { certified, ..self }
    }

    fn check<B>(&self, request: &http::Request<B>) -> Result<Option<Asked>, Status> {
        let (path, headers) = (request.uri().path(), request.headers());
        if OPEN.iter().any(|open| path.starts_with(open)) {
            return Ok(None);
        }
        let claims = claims_from(headers, &self.tokens)?;
        // Who signed in is asked for by the gateway, and by nobody else.
        let calls = claims.service.unwrap_or(ServiceName::Gateway);
        if self.certified && !peer::is(calls, request.extensions()) {
            tracing::warn!(path, token = calls.name(), "a token came with another certificate");
            return Err(Status::unauthenticated("the certificate is not that of the token"));
        }
        let service = claims.service;
        let ctx = ctx_from(claims, headers)?;
        let action = self.policies.action(path);
        if !action.is_some_and(|action| action.is_for(ctx.role())) {
            return Err(forbidden());
        }
        // What this shard does not know is not what does not exist.
        if !is_of(&self.tenants, ctx.tenant()) {
            return Err(unavailable(Reason::OtherShard));
        }
        let (policies, restrictions) = (self.policies.clone(), self.restrictions.clone());
        Ok(Some(Asked::new(ctx, service, policies, restrictions, path)))
    }
}

/// Who asks, having passed the layer, and what. What a command stands for is the operation and the
/// whole message, so that no operation can forget part of it.
///
/// # Errors
///
/// `Unauthenticated` if the layer is missing in front of the service.
pub fn asked<M: Message>(mut request: Request<M>) -> Result<(Asked, M), Status> {
    let asked = request.extensions_mut().remove::<Asked>();
    let asked = asked.ok_or_else(|| Status::unauthenticated("no token"))?;
    let message = request.into_inner();
    let content = content(asked.path(), &message.encode_to_vec());
    Ok((asked.with_content(content), message))
}

/// Not for this role, whatever the thing.
fn forbidden() -> Status {
    Status::permission_denied("not for this role")
}

fn claims_from(headers: &HeaderMap, tokens: &Verifier) -> Result<Claims, Status> {
    let unauthenticated = || Status::unauthenticated("no valid token");
    let token = text(headers, "authorization").and_then(|value| value.strip_prefix("Bearer "));
    let token = token.ok_or_else(unauthenticated)?;
    tokens.verify(token, clock::now()).map_err(|_| unauthenticated())
}

fn ctx_from(claims: Claims, headers: &HeaderMap) -> Result<Ctx, Status> {
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

/// An answer that nobody authorized, or of which nobody said whom it is about, is a fault of the handler,
/// and stays here. So does one of which it cannot be written down that it was given.
async fn only_authorized(
    response: http::Response<Body>,
    asked: &Asked,
    readings: &dyn Readings,
) -> http::Response<Body> {
    let status = Status::from_header_map(response.headers());
    if status.is_some_and(|status| status.code() != Code::Ok) {
        return response;
    }
    if !asked.is_authorized() {
        tracing::error!(path = asked.path(), "an answer without an authorization was not given");
        return Status::internal("not authorized").into_http();
    }
    let recorded = match asked.reading() {
        Ok(None) => Ok(()),
        Ok(Some(reading)) => readings.record(reading).await,
        Err(Unnoted) => {
            tracing::error!(
                path = asked.path(),
                "an answer that does not say of whom was not given"
            );
            Err(Status::internal("not said of whom"))
        }
    };
    recorded.map_or_else(Status::into_http, |()| response)
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
    S: tower::Service<http::Request<B>, Response = http::Response<Body>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
    B: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: http::Request<B>) -> Self::Future {
        match self.access.check(&request) {
            Ok(None) => Box::pin(self.inner.call(request)),
            Ok(Some(asked)) => {
                request.extensions_mut().insert(asked.clone());
                // The one that is ready answers.
                let next = self.inner.clone();
                let mut inner = std::mem::replace(&mut self.inner, next);
                let AccessLayer { readings, restrictions, .. } = self.access.clone();
                Box::pin(async move {
                    if let Err(status) = restrictions.known(asked.at_least()).await {
                        return Ok(status.into_http());
                    }
                    let answer = inner.call(request).await.map(undecodable_is_invalid)?;
                    Ok(only_authorized(answer, &asked, &*readings).await)
                })
            }
            Err(status) => Box::pin(std::future::ready(Ok(status.into_http()))),
        }
    }
}
