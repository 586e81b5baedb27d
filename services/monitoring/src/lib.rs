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
use runtime::{
    Backends,
    projector::{Live, Partitions},
    serve::{self, Listener, ServeError, Services},
};
use tokio::sync::watch;

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
    let readings = reads::written(&backends, stop.clone()).await?;
    let restrictions = restrictions::known(&backends, stop.clone()).await?;
    let (policies, described) = (proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET);
    let services = Services::on(&backends, policies, described, readings, restrictions)?;
    let handlers = grpc::Handlers::new(backends, view.clone(), centres);
    serve::serve(handlers.served(services), listener, stop).await?;
    view.stopped().await;
    Ok(())
}
