//! The catalogue of exercises and a youth's runs through them.
//!
//! Invariant: a youth's answers are opened for that youth only. The coach whom the youth chose and
//! the lead of the centre learn which exercises were completed, and when; nobody else learns anything.

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

use proto::exercises::exercises_service_server::ExercisesServiceServer;
use runtime::{
    Backends,
    projector::Partitions,
    serve::{Listener, MESSAGE_BYTES_MAX, ServeError, Service},
};
use tokio::sync::watch;
use tonic::service::RoutesBuilder;

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
    let policies =
        backends.process.policies(proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET)?;
    let (tokens, tenants) = (backends.tokens.clone(), backends.tenants.clone());
    let exercises =
        Exercises { backends, completions: completions.clone(), relations: relations.clone() };
    let handlers =
        ExercisesServiceServer::new(exercises).max_decoding_message_size(MESSAGE_BYTES_MAX);
    let mut routes = RoutesBuilder::default();
    routes.add_service(handlers);
    let service = Service {
        names: &["stc.exercises.v1.ExercisesService"],
        policies,
        tenants,
        routes,
        descriptors: proto::FILE_DESCRIPTOR_SET,
    };
    runtime::serve::serve(service, tokens, listener, stop).await?;
    completions.stopped().await;
    relations.stopped().await;
    Ok(())
}
