//! The catalogue of exercises and a youth's runs through them.
//!
//! Invariant: a youth's answers are opened for that youth only, and what they say in the life domains that the
//! youth shares for the coach whom the youth chose. That coach and the lead of the centre learn which exercises
//! were completed, and when; nobody else learns anything.

pub mod catalogue;
mod grpc;
mod history;
mod messages;
mod overview;
mod relations;
mod resources;
#[cfg(test)]
mod tests;
pub mod views;

use runtime::{
    Backends,
    projector::Partitions,
    serve::{self, Listener, ServeError, Services},
};
use tokio::sync::watch;

use crate::{grpc::Exercises, relations::Relations, views::Completions};

pub use domain;

/// Serves until `stop` is set.
///
/// # Errors
///
/// [`ServeError`] if the log cannot be read at start or connections cannot be accepted.
pub async fn serve(
    listener: Listener,
    backends: Backends,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (completions, relations) = tokio::try_join!(
        Partitions::<Completions>::start(&backends, stop.clone()),
        Partitions::<Relations>::start(&backends, stop.clone()),
    )?;
    let readings = reads::written(&backends, stop.clone()).await?;
    let consents = consents::known(&backends, stop.clone()).await?;
    let restrictions = restrictions::known(&backends, stop.clone()).await?;
    let (policies, described) = (proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET);
    let services = Services::on(&backends, policies, described, readings, restrictions)?;
    let exercises = Exercises {
        backends,
        completions: completions.clone(),
        relations: relations.clone(),
        consents,
    };
    serve::serve(exercises.served(services), listener, stop).await?;
    completions.stopped().await;
    relations.stopped().await;
    Ok(())
}
