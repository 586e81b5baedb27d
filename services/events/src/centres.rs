//! The centres: which there are, and by which clock and in which language each lives.
//!
//! Invariant: a centre whose zone was never said lives by its country's, and who works across centres
//! by Belgium's.

use std::collections::BTreeMap;

use platform::{
    Filter, Recorded, TenantId, View,
    codec::{self, CodecError},
    view::{self, OpenKeys},
    zone::Zone,
};
use serde::{Deserialize, Serialize};

use crate::{
    Country, Language,
    centre::{self, CentreEvent},
};

/// What a centre takes in memory, about.
const CENTRE_BYTES: usize = 256;

/// Where most of the centres are that speak a language.
pub fn country_of(language: Language) -> Country {
    match language {
        Language::Fi => Country::Fi,
        Language::Nl | Language::En => Country::Be,
    }
}

/// By which clock a country lives.
pub fn zone_of(country: Country) -> Zone {
    match country {
        Country::Be => Zone::default(),
        Country::Fi => Zone::named("Europe/Helsinki").unwrap_or_default(),
    }
}

/// A centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Centre {
    /// Its public name.
    pub name: String,
    /// Its first language.
    pub language: Language,
    /// The others.
    pub other_languages: Vec<Language>,
    /// Whether its people are invented.
    pub synthetic: bool,
    /// Where it is.
    pub country: Country,
    /// By which clock it lives.
    pub zone: Zone,
}

impl Centre {
    /// A centre after an event; `None` before it opened.
    #[must_use]
    pub fn after(before: Option<Self>, event: CentreEvent) -> Option<Self> {
        match event {
            CentreEvent::CentreOpened { name, language, synthetic } => {
                let (country, other_languages) = (country_of(language), Vec::new());
                let zone = zone_of(country);
                Some(Self { name, language, other_languages, synthetic, country, zone })
            }
            // A zone that this version does not know is no reason to forget the centre.
            CentreEvent::CentreZoneSet { zone } => before.map(|centre| Self {
                zone: Zone::named(&zone).unwrap_or_else(|| centre.zone.clone()),
                ..centre
            }),
            CentreEvent::CentreCountrySet { country } => {
                before.map(|centre| Self { country, ..centre })
            }
            CentreEvent::CentreLanguagesSet { others } => {
                before.map(|centre| Self { other_languages: others, ..centre })
            }
        }
    }
}

/// All centres, by id.
#[derive(Debug, Default)]
pub struct Centres(BTreeMap<TenantId, Centre>);

impl Centres {
    /// One centre, if it is open.
    pub fn of(&self, tenant: &TenantId) -> Option<&Centre> {
        self.0.get(tenant)
    }

    /// All, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&TenantId, &Centre)> {
        self.0.iter()
    }
}

impl View for Centres {
    const NAME: &'static str = "centres";
    const VERSION: u32 = 2;

    type Fact = CentreEvent;

    fn filter() -> Filter {
        Filter::kinds(&[centre::KIND])
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<CentreEvent>, CodecError> {
        codec::decode(event.name, event.data()).map(Some)
    }

    fn apply(&mut self, event: &Recorded, fact: CentreEvent) {
        let tenant = event.stream.tenant();
        if let Some(centre) = Centre::after(self.0.remove(tenant), fact) {
            self.0.insert(tenant.clone(), centre);
        }
    }

    fn bytes(&self) -> usize {
        self.0.len() * CENTRE_BYTES
    }

    fn save(&self) -> Vec<u8> {
        view::saved(&self.0)
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        view::loaded(bytes).map(Self)
    }
}
