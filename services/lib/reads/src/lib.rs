//! Writes down who read about young people: what the seam for access of every service asks before it
//! gives an answer.
//!
//! Invariant: the reader's stream is the only place where it stands; who read what of whom is made of it.

use std::sync::Arc;

use async_trait::async_trait;
use centres::Centres;
use domain::WriteDown;
use eventlog::{LogError, clock};
use runtime::{
    Backends,
    access::{Reading, Readings},
    execute::{Target, execute},
    projector::Live,
    status::of_command,
};
use tokio::sync::watch;
use tonic::Status;

pub use domain::{self, SAME_READING_MINUTES};

/// Writes into the log of a service's backends.
struct Log {
    backends: Backends,
    centres: Live<Centres>,
}

/// Who writes it down, for [`runtime::serve::Services::on`].
///
/// # Errors
///
/// The log cannot be read at the start.
pub async fn written(
    backends: &Backends,
    stop: watch::Receiver<bool>,
) -> Result<Arc<dyn Readings>, LogError> {
    let centres = Live::<Centres>::shared(backends, stop).await?;
    Ok(Arc::new(Log { backends: backends.clone(), centres }))
}

#[async_trait]
impl Readings for Log {
    async fn record(&self, Reading { by, what, youths }: Reading) -> Result<(), Status> {
        let what = what.parse().map_err(|_| Status::internal("no such kind of reading"))?;
        let at = clock::now();
        let zone = self.centres.now().view.of(by.tenant()).map(|centre| centre.zone.clone());
        let today = zone.unwrap_or_default().date_of(at);
        let command = WriteDown { what, youths: youths.into_iter().map(Into::into).collect(), at };
        let target = Target::today(by.actor(), None, today);
        let written = execute(&self.backends, &by, target, &command).await;
        written.map(drop).map_err(|error| of_command(&error))
    }
}
