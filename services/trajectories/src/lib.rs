//! Trajectories: registration, coach choice and coaching steps.
//!
//! Invariant: a youth's trajectory is seen by the youth, the coach whom the youth chose and the
//! lead of the centre; for everyone else it does not exist. What was written down in the time of an earlier coach
//! a coach reads if the youth shares it.

mod grpc;
mod places;
mod registrations;
mod resources;
mod things;
mod timeline;
pub mod views;
mod wire;

use centres::Centres;
use events::trajectory::TrajectoryEvent;
use kernel::State;
use registrations::Registrations;
use runtime::{
    Backends,
    projector::{Live, Partitions},
    serve::{self, Listener, ServeError, Services},
};
use tokio::sync::watch;
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
    let readings = reads::written(&backends, stop.clone()).await?;
    let consents = consents::known(&backends, stop.clone()).await?;
    let restrictions = restrictions::known(&backends, stop.clone()).await?;
    let (policies, described) = (proto::access::POLICIES, proto::FILE_DESCRIPTOR_SET);
    let services = Services::on(&backends, policies, described, readings, restrictions)?;
    let places = places::Places::new(backends.clone(), view.clone(), centres);
    let sweep = tokio::spawn(places.clone().keep(stop.clone()));
    let registrations = Registrations { backends: backends.clone(), view: view.clone(), admission };
    let registrations = Works::start(registrations, backends.clone(), stop.clone()).await?;
    let works = work::Handlers::served(vec![registrations.clone()]);
    let handlers = grpc::Handlers {
        backends,
        view: view.clone(),
        places,
        registrations: registrations.clone(),
        consents,
    };
    let services = handlers.served(services).with(works);
    let served = serve::serve(services, listener, stop).await;
    sweep.abort();
    served?;
    view.stopped().await;
    registrations.stopped().await;
    Ok(())
}

/// The event as the timeline and the handlers read it.
pub(crate) type Event = TrajectoryEvent;
