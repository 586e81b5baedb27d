//! Who may call what. Every service writes its rules as one table; this layer enforces it before
//! a handler runs, and makes the [`Ctx`] from the verified token.
//!
//! Invariant: an operation that is in no table answers nobody.

use std::{
    pin::Pin,
    str::FromStr,
    sync::Arc,
    task::{Context, Poll},
};

use http::HeaderMap;
use prost::Message;
use tonic::{Code, Request, Status, body::Body};

use crate::{
    Reason, clock,
    commands::content,
    ctx::{Asked, Ctx, Role, TenantId},
    is_of,
    status::unavailable,
    token::Verifier,
};

/// The roles that may call each operation, by gRPC path `/package.Service/Method`.
pub type Table = &'static [(&'static str, &'static [Role])];

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

/// Checks every call against a table.
#[derive(Clone)]
pub struct AccessLayer {
    table: Table,
    tokens: Arc<Verifier>,
    tenants: Arc<[TenantId]>,
}

impl AccessLayer {
    /// The layer for a service with this table that has these tenants, or with none all.
    pub fn new(table: Table, tokens: Arc<Verifier>, tenants: Arc<[TenantId]>) -> Self {
        Self { table, tokens, tenants }
    }

    fn check(&self, path: &str, headers: &HeaderMap) -> Result<Option<Ctx>, Status> {
        if OPEN.iter().any(|open| path.starts_with(open)) {
            return Ok(None);
        }
        let ctx = ctx_from(headers, &self.tokens)?;
        let row = self.table.iter().find(|(operation, _)| *operation == path);
        match row {
            Some((_, roles)) if roles.contains(&ctx.role()) => {
                // What this shard does not know is not what does not exist.
                let here = is_of(&self.tenants, ctx.tenant());
                here.then_some(Some(ctx)).ok_or_else(|| unavailable(Reason::OtherShard))
            }
            Some(_) | None => Err(Status::permission_denied("not for this role")),
        }
    }
}

/// The context of a call that passed the layer, with what its command stands for: the operation and
/// the whole message, so that no operation can forget part of it.
///
/// # Errors
///
/// `Unauthenticated` if the layer is missing in front of the service.
pub fn ctx<M: Message>(request: &Request<M>) -> Result<Ctx, Status> {
    let no_token = || Status::unauthenticated("no token");
    let ctx = request.extensions().get::<Ctx>().cloned().ok_or_else(no_token)?;
    let Operation(path) = request.extensions().get().ok_or_else(no_token)?;
    Ok(ctx.with_content(content(path, &request.get_ref().encode_to_vec())))
}

/// Which operation was called: its gRPC path.
#[derive(Clone)]
struct Operation(String);

fn ctx_from(headers: &HeaderMap, tokens: &Verifier) -> Result<Ctx, Status> {
    let unauthenticated = || Status::unauthenticated("no valid token");
    let token = text(headers, "authorization").and_then(|value| value.strip_prefix("Bearer "));
    let claims = tokens
        .verify(token.ok_or_else(unauthenticated)?, clock::now())
        .map_err(|_| unauthenticated())?;
    let asked = Asked {
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
            Ok(ctx) => {
                if let Some(ctx) = ctx {
                    let operation = Operation(request.uri().path().to_owned());
                    request.extensions_mut().insert(ctx);
                    request.extensions_mut().insert(operation);
                }
                let answer = self.inner.call(request);
                Box::pin(async move { answer.await.map(undecodable_is_invalid) })
            }
            Err(status) => Box::pin(std::future::ready(Ok(status.into_http()))),
        }
    }
}
