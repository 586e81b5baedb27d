//! The REST front of the platform: what browsers talk to.
//!
//! Serves the API under `/api/v1`, described by [`openapi`], and the web app everywhere else.
//!
//! Invariant: the gateway holds no state that matters and decides nothing. It knows the services
//! by their gRPC alone; a role that may not do something is refused by the service, not here.

pub mod codes;
pub mod problem;
pub mod session;

mod address;
mod answer;
mod call;
mod caller;
mod changes;
mod failures;
mod headers;
mod input;
mod language;
mod observe;
mod protection;
mod routes;
mod rpc;
mod serve;
mod shards;
mod static_files;
mod transcoding;

use std::{ops::Deref, sync::Arc};

use axum::{Router, middleware};
use runtime::{bus::Bus, serve::Channel};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
};
use tower::retry::budget::TpsBudget;
use tower_http::compression::CompressionLayer;

use changes::Changes;
pub use routes::openapi;
pub use shards::Shards;

/// Where the API begins.
pub const BASE: &str = "/api/v1";

/// How to reach the services.
#[derive(Clone)]
pub struct Clients {
    /// identity.
    pub identity: Channel,
    /// exercises, once or once per shard.
    pub exercises: Shards,
    /// trajectories, once or once per shard.
    pub trajectories: Shards,
    /// monitoring.
    pub monitoring: Channel,
    /// The gateway's own token, of the role service: for signing in, before there is a person.
    pub service_token: String,
    /// Who tells of changes; with nobody open screens do not follow.
    pub bus: Option<Bus>,
}

/// How the gateway is reached.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Scheme and host that people use, such as `https://start.example.org`, without a slash at
    /// the end. Absent: as the `Host` header of each request says, over http.
    pub origin: Option<String>,
    /// Whether a proxy of ours stands in front: then the client is the last address in
    /// `X-Forwarded-For`. Never set this without a proxy, or anybody can claim any address.
    pub behind_proxy: bool,
}

/// What handlers share.
#[derive(Clone)]
pub(crate) struct App(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) clients: Clients,
    pub(crate) config: Config,
    pub(crate) sessions: session::Sessions,
    pub(crate) failures: failures::Failures,
    pub(crate) told: address::Told,
    pub(crate) changes: Changes,
    /// How many queries may be asked a second time.
    pub(crate) retries: TpsBudget,
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Everything the gateway serves. Streams end when `stop` is set.
pub fn router(clients: Clients, config: Config, stop: watch::Receiver<bool>) -> Router {
    let bus = clients.bus.clone();
    let app = App(Arc::new(Shared {
        changes: Changes::new(stop),
        retries: call::retries(),
        clients,
        config,
        sessions: session::Sessions::default(),
        failures: failures::Failures::default(),
        told: address::Told::default(),
    }));
    if let Some(bus) = bus {
        tokio::spawn(changes::follow(app.clone(), bus));
    }
    let room = Arc::new(Semaphore::new(protection::REQUESTS_MAX));
    let limited = middleware::from_fn_with_state(room, protection::limit);
    let (composed, _) = routes::api().split_for_parts();
    let api = composed.merge(transcoding::routes()).layer(limited);
    // Outside the limit: a gateway that is busy is not a gateway that is down.
    let (open, _) = routes::open().split_for_parts();
    Router::new()
        .nest(BASE, api.merge(open))
        .merge(routes::top())
        .method_not_allowed_fallback(routes::method_not_allowed)
        .fallback(static_files::fallback)
        .layer(middleware::from_fn(problem::render))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), protection::headers))
        .layer(middleware::from_fn(observe::observe))
        .with_state(app)
}

/// Serves until `stop` is set, then lets running requests finish for some seconds.
pub async fn serve(
    listener: TcpListener,
    clients: Clients,
    config: Config,
    stop: watch::Receiver<bool>,
) {
    serve::run(listener, router(clients, config, stop.clone()), stop).await;
}

#[cfg(test)]
mod tests;
