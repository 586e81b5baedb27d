//! Trajectories: registration, coach choice and coaching steps.
//!
//! Invariant: a youth's trajectory is seen by the youth, the coach whom the youth chose and the
//! lead of the centre; for everyone else it does not exist.

mod grpc;
mod places;
mod registrations;
mod resources;
mod timeline;
pub mod views;

use centres::Centres;
use events::trajectory::TrajectoryEvent;
use kernel::State;
use proto::trajectories::trajectories_service_server::TrajectoriesServiceServer;
use registrations::Registrations;
use runtime::{
    Backends,
    projector::{Live, Partitions},
    serve::{self, Listener, MESSAGE_BYTES_MAX, ServeError, Service},
};
use tokio::sync::watch;
use tonic::service::RoutesBuilder;
use uuid::Uuid;
use work::Works;

pub use domain;
pub use domain::{caseload::Caseload, trajectory::Trajectory};
pub use registrations::Admission;

/// A trajectory of a youth: the first one is 0, and each closed one can be followed by the next.
pub fn trajectory_of(youth: Uuid, ordinal: u32) -> Uuid {
    match ordinal {
        0 => Uuid::new_v5(&youth, Trajectory::KIND.as_bytes()),
        _ => Uuid::new_v5(&youth, format!("{} {ordinal}", Trajectory::KIND).as_bytes()),
    }
}

/// Serves until `stop` is set.
///
/// # Errors
///
/// See [`ServeError`].
pub async fn serve(
    listener: Listener,
    backends: Backends,
    admission: Admission,
    stop: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let (view, centres) = tokio::try_join!(
        Partitions::<views::Trajectories>::start(&backends, stop.clone()),
        Live::<Centres>::shared(&backends, stop.clone()),
    )?;
    let policies =
        backends.process.policies(proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET)?;
    let (tokens, tenants) = (backends.tokens.clone(), backends.tenants.clone());
    let places = places::Places::new(backends.clone(), view.clone(), centres);
    let sweep = tokio::spawn(places.clone().keep(stop.clone()));
    let registrations = Registrations { backends: backends.clone(), view: view.clone(), admission };
    let registrations = Works::start(registrations, backends.clone(), stop.clone()).await?;
    let handlers = grpc::Handlers {
        backends,
        view: view.clone(),
        places,
        registrations: registrations.clone(),
    };
    let handlers =
        TrajectoriesServiceServer::new(handlers).max_decoding_message_size(MESSAGE_BYTES_MAX);
    let mut routes = RoutesBuilder::default();
    routes.add_service(handlers).add_service(work::Handlers::served(registrations.clone()));
    let service = Service {
        names: &["stc.trajectories.v1.TrajectoriesService", work::SERVICE],
        policies,
        tenants,
        routes,
        descriptors: proto::FILE_DESCRIPTOR_SET,
    };
    let served = serve::serve(service, tokens, listener, stop).await;
    sweep.abort();
    served?;
    view.stopped().await;
    registrations.stopped().await;
    Ok(())
}

/// The event as the timeline and the handlers read it.
pub(crate) type Event = TrajectoryEvent;
