//! A learning-support centre: a tenant. Kind of stream: `centre`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use kernel::{Category, Event, PersonalPart, zone::Zone};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use vocabulary::{BreachRisk, Country, ExitState, Language, RetentionClass, RetentionRun};

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

/// How long something is kept after what its term is counted from (GDPR Art. 5(1)(e)), and what happens then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetentionTerm {
    /// For how many months.
    pub months: u16,
    /// Whether somebody confirms its end.
    pub run: RetentionRun,
}

impl RetentionTerm {
    /// The last day of a term that is counted from this one. A month ends on the same day of the next, or on its last
    /// (Regulation 1182/71, Art. 3(2)(c)).
    pub fn until(&self, since: Date) -> Date {
        since.saturating_add(i32::from(self.months).months())
    }
}

/// What proves that everything about a centre was exported: whoever has the file can compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CentreExport {
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// How many events stand in it.
    pub events: u64,
    /// The log position up to which it goes.
    pub through: u64,
}

/// What is left of a centre that left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CentreGone {
    /// How many people had keys, whatever their role.
    pub people: u32,
    /// How many of its events stay in the log, of which nothing personal can be read.
    pub events: u64,
    /// What proves it to whoever has the platform's public key: PASETO v4.public. None where the log was
    /// restored from before and told again.
    // Written also where there is none: views keep it as it is.
    pub certificate: Option<String>,
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
    /// An operator began its end: the agreement is over (GDPR Art. 28(3)(g)).
    ExitBegun {
        /// The day on which it ended.
        agreement_ended_on: Date,
    },
    /// Whoever decides about its data agreed: from here on nothing is changed.
    ExitAgreed {},
    /// It stays after all.
    ExitWithdrawn {},
    /// Everything about it was exported.
    CentreExported(CentreExport),
    /// Its keys are being destroyed.
    WipeBegun {},
    /// No key of it is left.
    CentreLeft(CentreGone),
    /// How long a class of what is kept is kept from then on. A class of which it was never said is kept as the domain
    /// reference proposes.
    RetentionTermSet {
        /// The class.
        class: RetentionClass,
        /// For how many months.
        months: u16,
        /// Whether somebody confirms its end.
        run: RetentionRun,
    },
}

impl Event for CentreEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::CentreOpened { .. }
            | Self::CentreZoneSet { .. }
            | Self::CentreCountrySet { .. }
            | Self::CentreLanguagesSet { .. }
            | Self::ControllerDescribed(_)
            | Self::BreachRuleSet(_)
            | Self::RetentionTermSet { .. }
            | Self::ExitBegun { .. }
            | Self::ExitAgreed {}
            | Self::ExitWithdrawn {}
            | Self::CentreExported(_)
            | Self::WipeBegun {}
            | Self::CentreLeft(_) => None,
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

/// How long a class is kept where nobody said anything else: what the domain reference proposes (section 6.6). Registers
/// take their terms from here, too.
///
/// The programme is for young people from 15 years on (reference, section 6.3), so that ten years after the last contact
/// are never over before somebody is 25: the age to which a Belgian pupil's file is kept at least. Nobody opens a birth
/// date to reckon a term.
pub fn retention_of(class: RetentionClass) -> RetentionTerm {
    let months = match class {
        RetentionClass::CoachingFile => 120,
        RetentionClass::NeverTrajectory => 12,
        RetentionClass::BreachFile => 60,
    };
    RetentionTerm { months, run: RetentionRun::AfterConfirmation }
}

/// The terms of a centre: what somebody said, and for the rest what is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms(BTreeMap<RetentionClass, RetentionTerm>);

impl Terms {
    /// How long a class is kept.
    pub fn of(&self, class: RetentionClass) -> RetentionTerm {
        self.0.get(&class).copied().unwrap_or_else(|| retention_of(class))
    }

    /// A class is kept so long from then on.
    pub fn set(&mut self, class: RetentionClass, term: RetentionTerm) {
        self.0.insert(class, term);
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
    /// How far its end is.
    pub exit: ExitState,
}

impl Centre {
    /// A centre after an event; `None` before it opened.
    #[must_use]
    pub fn after(before: Option<Self>, event: CentreEvent) -> Option<Self> {
        match event {
            CentreEvent::CentreOpened { name, language, synthetic } => {
                let (country, other_languages) = (country_of(language), Vec::new());
                let zone = zone_of(country);
                let exit = ExitState::Stays;
                Some(Self { name, language, other_languages, synthetic, country, zone, exit })
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
            CentreEvent::ControllerDescribed(_)
            | CentreEvent::BreachRuleSet(_)
            | CentreEvent::RetentionTermSet { .. } => before,
            CentreEvent::ExitBegun { .. } => before.map(|it| it.at(ExitState::Begun)),
            CentreEvent::ExitAgreed {} => before.map(|it| it.at(ExitState::Agreed)),
            CentreEvent::ExitWithdrawn {} => before.map(|it| it.at(ExitState::Stays)),
            CentreEvent::CentreExported(_) => before.map(|it| it.at(ExitState::Exported)),
            CentreEvent::WipeBegun {} => before.map(|it| it.at(ExitState::Wiping)),
            CentreEvent::CentreLeft(_) => before.map(|it| it.at(ExitState::Left)),
        }
    }

    fn at(self, exit: ExitState) -> Self {
        Self { exit, ..self }
    }

    /// Whether nobody but its lead signs in, and nothing is changed any more.
    pub fn is_fenced(&self) -> bool {
        match self.exit {
            ExitState::Stays | ExitState::Begun => false,
            ExitState::Agreed | ExitState::Exported | ExitState::Wiping | ExitState::Left => true,
        }
    }
}
