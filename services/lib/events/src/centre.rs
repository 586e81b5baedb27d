//! A learning-support centre: a tenant. Kind of stream: `centre`.

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{Category, Event, PersonalPart, zone::Zone};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use vocabulary::{BreachRisk, Country, Language};

/// The kind of stream.
pub const KIND: &str = "centre";

/// Who decides about the data of a centre, or of the platform's own tenant who works on it for all of them:
/// what a register of processing says of them (GDPR Art. 30(1)(a), 30(2)(a)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Controller {
    /// Name by law.
    pub legal_name: String,
    /// Enterprise number.
    pub number: String,
    /// Address.
    pub address: String,
    /// How it is reached.
    pub contact: String,
    /// Its data protection officer: the function, or who it is.
    pub officer: String,
    /// How the officer is reached.
    pub officer_contact: String,
    /// Of a controller: those with whom it decides (Art. 26). Of the processor: those who work for it
    /// (Art. 28(2)).
    pub others: Vec<String>,
    /// The agreement between controller and processor (Art. 28(3)): its number or version.
    // Written also where there is none: views keep it as it is, and what is left out their snapshots cannot tell.
    #[serde(default)]
    pub agreement: Option<String>,
    /// The day of the agreement.
    #[serde(default)]
    pub agreed_on: Option<Date>,
}

/// By when, from which risk on and to whom a breach of personal data is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BreachRule {
    /// Within how many hours after it is known.
    pub hours: u16,
    /// From this risk on.
    pub threshold: BreachRisk,
    /// Whoever is told in the place of the country's authority.
    #[serde(default)]
    pub recipient: Option<String>,
}

impl BreachRule {
    /// By when the authority has to know of what is known since this moment. An hour is an hour, also
    /// while a clock is put forward or back.
    pub fn due(hours: u16, known: Timestamp) -> Timestamp {
        known.saturating_add(SignedDuration::from_hours(hours.into())).unwrap_or(Timestamp::MAX)
    }
}

/// What happened to a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CentreEvent {
    /// The centre became a tenant.
    CentreOpened {
        /// Its public name.
        name: String,
        /// Its first language.
        language: Language,
        /// Whether its people are invented.
        synthetic: bool,
    },
    /// By which clock the centre lives. A centre of which it was never said has its language's.
    CentreZoneSet {
        /// IANA name of a time zone, such as Europe/Helsinki.
        zone: String,
    },
    /// In which country the centre is. A centre of which it was never said is where its language is
    /// spoken most.
    CentreCountrySet {
        /// The country.
        country: Country,
    },
    /// In which languages the centre works beside its first.
    CentreLanguagesSet {
        /// The others.
        others: Vec<Language>,
    },
    /// Who decides about its data was written down, or written down anew.
    ControllerDescribed(Controller),
    /// By which rule breaches of its data are judged from then on. A centre of which it was never said has
    /// its country's.
    BreachRuleSet(BreachRule),
}

impl Event for CentreEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::CentreOpened { .. }
            | Self::CentreZoneSet { .. }
            | Self::CentreCountrySet { .. }
            | Self::CentreLanguagesSet { .. }
            | Self::ControllerDescribed(_)
            | Self::BreachRuleSet(_) => None,
        }
    }
}

/// Where most of the centres are that speak a language.
pub fn country_of(language: Language) -> Country {
    match language {
        Language::Fi => Country::Fi,
        Language::Nl | Language::En => Country::Be,
    }
}

/// By which rule a breach is judged in a country.
pub fn breach_rule_of(country: Country) -> BreachRule {
    match country {
        // Regulation (EU) 2016/679, Art. 33(1): within 72 hours, unless it is unlikely to result in a risk. The
        // Commission proposes 96 hours, from a high risk on, and one place to tell it to.
        Country::Be | Country::Fi => {
            BreachRule { hours: 72, threshold: BreachRisk::Risk, recipient: None }
        }
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
            CentreEvent::ControllerDescribed(_) | CentreEvent::BreachRuleSet(_) => before,
        }
    }
}
