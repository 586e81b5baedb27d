//! What is over and a centre has erased by itself, and signals that have been over for a year.
//!
//! Invariant: only what the centre said runs by itself is begun here, and only when nothing keeps it; it is then the same
//! work as if somebody had confirmed it.

use std::{sync::Arc, time::Duration};

use centres::Centres;
use domain::{retention::Kept, rights::BeginTermErasure};
use eventlog::{LogError, clock::today_in};
use events::{Code as _, RetentionClass, RetentionRun};
use jiff::civil::Date;
use kernel::{Role, TenantId};
use runtime::{
    Backends, Ctx,
    access::Permit,
    execute::{Target, execute},
    projector::{Live, Partitions},
};
use tokio::{sync::watch, task::JoinHandle};
use uuid::Uuid;
use work::{WorkId, Works};

use crate::{
    grpc::{Erasures, Registrar},
    views::{Directory, Keeping, Retention, Signals},
};

/// How often it is looked. A term ends with a day, so that what is found is found in the hour after midnight, where the
/// centre is.
const LOOK_SECONDS: u64 = 3600;
/// Namespace of the erasures that begin by themselves.
const BY_ITSELF: Uuid = Uuid::from_u128(0x3d7c_51a0_6b2e_4c1f_9a64_0e7b_52d1_8c33);

/// Lets erasures go on, and begins those that begin by themselves, until `stop` is set.
///
/// # Errors
///
/// As [`Works::start`].
pub(crate) async fn erases(
    erasures: Erasures,
    centres: Live<Centres>,
    signals: Live<Signals>,
    stop: watch::Receiver<bool>,
) -> Result<(Arc<Works<Erasures>>, JoinHandle<()>), LogError> {
    let backends = erasures.registrar.backends.clone();
    let (directory, retention) = (erasures.directory.clone(), erasures.retention.clone());
    let registrar = erasures.registrar.clone();
    let erasures = Works::start(erasures, backends.clone(), stop.clone()).await?;
    let begun = erasures.clone();
    let clocks =
        Clocks { backends, centres, signals, registrar, directory, retention, erasures: begun };
    Ok((erasures, clocks.start(stop)))
}

/// Who looks, and where.
struct Clocks {
    backends: Backends,
    centres: Live<Centres>,
    signals: Live<Signals>,
    registrar: Registrar,
    directory: Partitions<Directory>,
    retention: Partitions<Retention>,
    erasures: Arc<Works<Erasures>>,
}

/// The vault does not answer, or the log.
type Failed = Box<dyn std::error::Error + Send + Sync>;

impl Clocks {
    /// Looks now and again and again in the background, until `stop` is set.
    fn start(self, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
        tokio::spawn(async move {
            let looking = async {
                loop {
                    self.look().await;
                    tokio::time::sleep(Duration::from_secs(LOOK_SECONDS)).await;
                }
            };
            tokio::select! {
                () = looking => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        })
    }

    async fn look(&self) {
        let centres: Vec<_> = {
            let centres = self.centres.now();
            let zone = |(tenant, centre): (&TenantId, &events::centre::Centre)| {
                (tenant.clone(), today_in(&centre.zone))
            };
            centres.view.iter().map(zone).collect()
        };
        for (tenant, today) in centres {
            if !self.backends.serves(&tenant) {
                continue;
            }
            // What is in the way of the one is not in the way of the other.
            for looked in
                [self.look_at(&tenant, today).await, self.erase_signals(&tenant, today).await]
            {
                if let Err(error) = looked {
                    tracing::warn!(%tenant, %error, "what is over was not erased");
                }
            }
        }
    }

    async fn look_at(&self, tenant: &TenantId, today: Date) -> Result<(), Failed> {
        let ours = ours(tenant, Uuid::now_v7());
        // Most centres confirm: of them nothing else has to be read.
        let runs = self.directory.passing(&ours).await?.get(|directory| {
            let automatic = |class| directory.terms().of(class).run == RetentionRun::Automatic;
            RetentionClass::ALL.iter().copied().any(automatic)
        });
        if !runs {
            return Ok(());
        }
        self.retention.at_least(self.backends.log.end().await?).await?;
        let over: Vec<_> = self.retention.passing(&ours).await?.get(|view| {
            let automatic = |it: &Keeping| it.kept.run == RetentionRun::Automatic;
            view.over(today).filter(automatic).collect()
        });
        for it in over {
            self.ends(tenant, &it, today).await?;
        }
        Ok(())
    }

    /// Erases the signals that have been over for a year, but for those of somebody of whom everything is kept for now.
    /// Whatever fails is tried again with the next look.
    async fn erase_signals(&self, tenant: &TenantId, today: Date) -> Result<(), Failed> {
        let mut due = self.signals.now().view.due(tenant, today);
        if due.is_empty() {
            return Ok(());
        }
        self.retention.at_least(self.backends.log.end().await?).await?;
        let ours = ours(tenant, Uuid::now_v7());
        self.retention.passing(&ours).await?.get(|view| {
            let kept = |youth| view.keeping(youth, today).and_then(|it| it.because);
            due.retain(|(_, youth)| kept(*youth).is_none());
        });
        for (alarm, youth) in due {
            let once = Uuid::new_v5(&BY_ITSELF, alarm.uuid().as_bytes());
            let ctx = Permit::internal(self::ours(tenant, once));
            self.registrar.erase_signal(&ctx, youth, alarm, today).await?;
        }
        Ok(())
    }

    /// Begins it, and lets it go on. What is in the way is told to health and tried again as any work; what was
    /// refused is looked at anew the next day.
    async fn ends(&self, tenant: &TenantId, it: &Keeping, today: Date) -> Result<(), Failed> {
        let (subject, Kept { class, since, months, .. }) = (it.subject, it.kept);
        let once = Uuid::new_v5(&BY_ITSELF, format!("{subject}.{since}.{today}").as_bytes());
        let ctx = ours(tenant, once);
        let work = WorkId::of(&ctx);
        let command = BeginTermErasure { subject, class, since, months };
        let target = Target::today(work.id, Some(subject), today);
        execute(&self.backends, &Permit::internal(ctx), target, &command).await?;
        // Why it does not go on was written down.
        let _ = self.erasures.go_on(&work).await;
        Ok(())
    }
}

fn ours(tenant: &TenantId, command: Uuid) -> Ctx {
    Ctx::internal(tenant.clone(), Uuid::nil(), Role::Service, command)
}
