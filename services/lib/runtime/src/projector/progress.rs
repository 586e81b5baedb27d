//! How far a view has come, and waiting for it.

use std::{sync::Arc, time::Duration};

use eventlog::{EventLog, Position};
use tokio::sync::watch;

use crate::telemetry::metrics::behind_for;

/// How long a query waits for a position.
pub const WAIT_SECONDS_MAX: u64 = 5;

/// The view is not as far as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Behind {
    /// It did not come to the position in time. Worth a retry.
    #[error("the view has not come to position {0} within {WAIT_SECONDS_MAX} s")]
    Late(Position),
    /// The log itself ends before: the position is of another log, or of this one before a restore.
    #[error("the log ends before position {0}")]
    AfterEnd(Position),
}

/// How far a view has come.
#[derive(Clone)]
pub(super) struct Progress {
    position: watch::Receiver<Position>,
    log: Arc<dyn EventLog>,
}

impl Progress {
    pub(super) fn new(position: watch::Receiver<Position>, log: Arc<dyn EventLog>) -> Self {
        Self { position, log }
    }

    /// Everything up to here was taken into account.
    pub(super) fn position(&self) -> Position {
        *self.position.borrow()
    }

    /// Waits until everything up to a position was taken into account. For one after the end of the
    /// log nobody waits.
    ///
    /// # Errors
    ///
    /// [`Behind`] after [`WAIT_SECONDS_MAX`] seconds, or at once after the end.
    pub(super) async fn at_least(&self, position: Position) -> Result<(), Behind> {
        if self.position() >= position {
            return Ok(());
        }
        // The end as this process has it may be a moment behind what others wrote.
        if *self.log.head().borrow() < position {
            let end = self.log.end().await.map_err(|_| Behind::Late(position))?;
            if end < position {
                return Err(Behind::AfterEnd(position));
            }
        }
        let mut progress = self.position.clone();
        let reached = progress.wait_for(|reached| *reached >= position);
        let in_time = tokio::time::timeout(Duration::from_secs(WAIT_SECONDS_MAX), reached).await;
        let reached = matches!(in_time, Ok(Ok(_)));
        reached.then_some(()).ok_or(Behind::Late(position))
    }

    /// Waits for as long as it takes; whether it came there.
    pub(super) async fn reached(&self, position: Position) -> bool {
        let mut progress = self.position.clone();
        progress.wait_for(|reached| *reached >= position).await.is_ok()
    }

    /// For how many seconds it has been behind the log, asked again and again.
    pub(super) fn behind(&self) -> impl Fn() -> u64 + Send + Sync + 'static {
        let (head, position) = (self.log.head(), self.position.clone());
        behind_for(move || *position.borrow() >= *head.borrow())
    }

    /// Waits until nobody follows the log any more.
    pub(super) async fn ended(&self) {
        let mut position = self.position.clone();
        while position.changed().await.is_ok() {}
    }
}
