//! A learning-support centre: a tenant. Kind of stream: `centre`.

use platform::{Category, Event, PersonalPart};
use serde::{Deserialize, Serialize};

use vocabulary::{Country, Language};

/// The kind of stream.
pub const KIND: &str = "centre";

/// What happened to a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl Event for CentreEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::CentreOpened { .. }
            | Self::CentreZoneSet { .. }
            | Self::CentreCountrySet { .. }
            | Self::CentreLanguagesSet { .. } => None,
        }
    }
}
