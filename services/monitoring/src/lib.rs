//! The monitoring tables of the paper (L1326–1366, L1620–1697), as of any moment.
//!
//! Invariant: what leaves a centre is rounded and of a whole day, so that no small group is
//! recognisable; an older state is the same fold stopped at a position.

mod asked;
pub mod capacity;
mod grpc;
mod resources;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod views;

use centres::Centres;
use proto::monitoring::monitoring_service_server::MonitoringServiceServer;
use runtime::{
    Backends,
    projector::{Live, Partitions},
    serve::{self, Listener, MESSAGE_BYTES_MAX, ServeError, Service},
};
use tokio::sync::watch;
use tonic::service::RoutesBuilder;

/// Serves until `stop` is set.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve(
    listener: Listener,
    backends: Backends,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (view, centres) = tokio::try_join!(
        Partitions::<views::Monitoring>::start(&backends, stop.clone()),
        Live::<Centres>::shared(&backends, stop.clone()),
    )?;
    let policies =
        backends.process.policies(proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET)?;
    let (tokens, tenants) = (backends.tokens.clone(), backends.tenants.clone());
    let handlers = grpc::Handlers::new(backends, view.clone(), centres);
    let handlers =
        MonitoringServiceServer::new(handlers).max_decoding_message_size(MESSAGE_BYTES_MAX);
    let mut routes = RoutesBuilder::default();
    routes.add_service(handlers);
    let service = Service {
        names: &["stc.monitoring.v1.MonitoringService"],
        policies,
        tenants,
        routes,
        descriptors: proto::FILE_DESCRIPTOR_SET,
    };
    serve::serve(service, tokens, listener, stop).await?;
    view.stopped().await;
    Ok(())
}
