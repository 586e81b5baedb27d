//! By which clock each centre lives: what every view folds that has to know a centre's day.
//!
//! Invariant: a centre whose zone was never said lives by its language's, and who works across
//! centres by Belgium's.

use std::collections::BTreeMap;

use platform::{TenantId, zone::Zone};
use serde::{Deserialize, Serialize};

use crate::{centre::CentreEvent, codes::Language};

/// Where most of the centres are that speak a language.
pub fn of_language(language: Language) -> Zone {
    match language {
        Language::Fi => Zone::named("Europe/Helsinki").unwrap_or_default(),
        Language::Nl | Language::En => Zone::default(),
    }
}

/// The zones of all centres.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zones(BTreeMap<TenantId, Zone>);

impl Zones {
    /// Takes an event of a centre into account.
    pub fn apply(&mut self, centre: &TenantId, event: &CentreEvent) {
        let zone = match event {
            CentreEvent::CentreOpened { language, .. } => of_language(*language),
            // A zone that this version does not know is no reason to forget the centre.
            CentreEvent::CentreZoneSet { zone } => match Zone::named(zone) {
                Some(zone) => zone,
                None => return,
            },
        };
        self.0.insert(centre.clone(), zone);
    }

    /// The zone of a centre, if it is known to be open.
    pub fn of(&self, centre: &TenantId) -> Option<&Zone> {
        self.0.get(centre)
    }
}
