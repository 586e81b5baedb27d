//! What young people share with the coach of now (GDPR Art. 7): what the services ask that answer a coach.
//!
//! Invariant: one small view for all services of a process. What was agreed ends with the choice of another coach,
//! and what was taken back before a question is not in its answer.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use eventlog::{EventLog, Filter, LogError, Recorded};
use events::{
    LifeDomain,
    consent::{self, Consent, ConsentEvent},
    person::{self, PersonEvent},
    trajectory::{self, TrajectoryEvent},
};
use kernel::{TenantId, codec::CodecError};
use runtime::{
    Backends, View,
    projector::Live,
    status::of_log,
    view::{self, OpenKeys},
};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tonic::Status;
use uuid::Uuid;

/// What a young person who shares something takes in memory, about.
const YOUTH_BYTES: usize = 200;

/// What a young person shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// Life domains of which the coach reads what was found out.
    pub domains: BTreeSet<LifeDomain>,
    /// Whether the coach reads what was written down in the time of an earlier coach.
    pub time_before: bool,
}

impl Shared {
    fn set(&mut self, consent: Consent, agreed: bool) {
        match consent {
            Consent::ShareDomain(domain) if agreed => {
                self.domains.insert(domain);
            }
            Consent::ShareDomain(domain) => {
                self.domains.remove(&domain);
            }
            Consent::ShareTimeBefore => self.time_before = agreed,
        }
    }
}

/// What the young people of all centres share, and with whom.
#[derive(Debug, Default)]
pub struct Consents(BTreeMap<(TenantId, Uuid), (Uuid, Shared)>);

impl Consents {
    /// What a young person shares with this coach.
    pub fn shared(&self, centre: &TenantId, youth: Uuid, coach: Uuid) -> Shared {
        let found = self.0.get(&(centre.clone(), youth));
        let found = found.filter(|(with, _)| *with == coach);
        found.map(|(_, shared)| shared.clone()).unwrap_or_default()
    }
}

/// What an event means to [`Consents`].
pub enum Fact {
    /// The young person said yes: this coach may read it.
    Given(Consent, Uuid),
    /// Or no.
    NotGiven(Consent),
    /// Another coach was chosen, or nothing about the young person can be read any more.
    Ended,
}

impl View for Consents {
    const NAME: &'static str = "consents";
    const VERSION: u32 = 1;

    type Fact = Fact;

    fn filter() -> Filter {
        let names = vec![
            "ConsentGiven",
            "ConsentRefused",
            "ConsentWithdrawn",
            "CoachChosen",
            "KeysDestroyed",
        ];
        Filter { kinds: vec![consent::KIND, trajectory::KIND, person::KIND], names, tenant: None }
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Fact>, CodecError> {
        Ok(match event.stream.kind() {
            consent::KIND => {
                let said: ConsentEvent = event.decoded()?;
                let Some(about) = said.about() else { return Ok(None) };
                Some(match said {
                    ConsentEvent::ConsentGiven { coach, .. } => Fact::Given(about, coach.uuid()),
                    ConsentEvent::ConsentRefused { .. } | ConsentEvent::ConsentWithdrawn { .. } => {
                        Fact::NotGiven(about)
                    }
                })
            }
            trajectory::KIND => match event.decoded()? {
                TrajectoryEvent::CoachChosen { .. } => Some(Fact::Ended),
                // Nothing else is asked for.
                _ => None,
            },
            _ => match event.decoded()? {
                PersonEvent::KeysDestroyed {} => Some(Fact::Ended),
                _ => None,
            },
        })
    }

    fn apply(&mut self, event: &Recorded, fact: Fact) {
        // A trajectory has an id of its own, and is about its youth.
        let youth = event.subject().unwrap_or_else(|| event.stream.id());
        let of = (event.stream.tenant().clone(), youth);
        match fact {
            Fact::Given(consent, coach) => {
                let (with, shared) = self.0.entry(of).or_insert_with(|| (coach, Shared::default()));
                if *with != coach {
                    (*with, *shared) = (coach, Shared::default());
                }
                shared.set(consent, true);
            }
            Fact::NotGiven(consent) => {
                if let Some((_, shared)) = self.0.get_mut(&of) {
                    shared.set(consent, false);
                }
            }
            Fact::Ended => {
                self.0.remove(&of);
            }
        }
    }

    fn bytes(&self) -> usize {
        self.0.len() * YOUTH_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0.iter().collect::<Vec<_>>())
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let all: Vec<_> = view::loaded(bytes)?;
        Some(Self(all.into_iter().collect()))
    }
}

/// Who knows it.
#[derive(Clone)]
pub struct Known {
    live: Live<Consents>,
    log: Arc<dyn EventLog>,
}

/// Who knows it, once for all services of the process.
///
/// # Errors
///
/// The log cannot be read at the start.
pub async fn known(backends: &Backends, stop: watch::Receiver<bool>) -> Result<Known, LogError> {
    Ok(Known { live: Live::shared(backends, stop).await?, log: backends.log.clone() })
}

impl Known {
    /// What a young person shares with this coach, after everything that was said before the question: whoever
    /// takes something back is not read a moment longer.
    ///
    /// # Errors
    ///
    /// `UNAVAILABLE` if the view does not come that far in time, or the log does not answer.
    pub async fn shared(
        &self,
        centre: &TenantId,
        youth: Uuid,
        coach: Uuid,
    ) -> Result<Shared, Status> {
        let end = self.log.end().await.map_err(|error| of_log(&error))?;
        self.live.at_least(end).await?;
        Ok(self.live.now().view.shared(centre, youth, coach))
    }
}
