//! A centre is opened.

use events::{Language, centre::CentreEvent as Event, limits::identity::OPEN_CENTRE_NAME};
use platform::{
    By, Decision, Reason,
    status::{self, Kind},
    text::{self, TextError},
};

use super::Centre;
use crate::domain::wrong_name;

/// Longest name of a centre.
pub const NAME_CHARS_MAX: usize = OPEN_CENTRE_NAME.most();

/// Make the centre a tenant.
#[derive(Clone, Debug)]
pub struct OpenCentre {
    /// Its public name.
    pub name: String,
    /// Its first language.
    pub language: Language,
    /// Whether its people are invented.
    pub synthetic: bool,
    /// IANA name of the time zone by which it lives.
    pub zone: String,
}

/// Why a centre was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The identifier is taken.
    CentreExists,
    /// The name cannot be kept.
    Name(TextError),
}

impl From<TextError> for Refusal {
    fn from(wrong: TextError) -> Self {
        Self::Name(wrong)
    }
}

impl status::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::CentreExists => Kind::State(Reason::CentreExists),
            Self::Name(wrong) => wrong_name(*wrong),
        }
    }
}

impl OpenCentre {
    /// Refuses what would be refused whether or not there is such a centre.
    ///
    /// # Errors
    ///
    /// What is wrong with what was asked.
    pub fn check(&self) -> Result<(), Refusal> {
        self.opened().map(drop)
    }

    /// Whether a centre that has this name was opened with the one that is asked for.
    pub fn is_named(&self, kept: &str) -> bool {
        text::name(&self.name, NAME_CHARS_MAX).is_ok_and(|asked| asked == kept)
    }

    fn opened(&self) -> Result<Vec<Event>, Refusal> {
        let name = text::name(&self.name, NAME_CHARS_MAX)?;
        let (language, synthetic) = (self.language, self.synthetic);
        Ok(vec![
            Event::CentreOpened { name, language, synthetic },
            Event::CentreZoneSet { zone: self.zone.clone() },
        ])
    }
}

impl Decision for OpenCentre {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        match centre {
            Centre::Open => Err(Refusal::CentreExists),
            Centre::Absent => self.opened(),
        }
    }
}

#[cfg(test)]
mod specs {
    use platform::spec::given;

    use super::*;

    const ZONE: &str = "Europe/Brussels";

    fn zone_set() -> Event {
        Event::CentreZoneSet { zone: ZONE.to_owned() }
    }

    fn open(name: &str) -> OpenCentre {
        let (name, zone) = (name.to_owned(), ZONE.to_owned());
        OpenCentre { name, language: Language::Nl, synthetic: true, zone }
    }

    fn opened(name: &str) -> Event {
        Event::CentreOpened { name: name.to_owned(), language: Language::Nl, synthetic: true }
    }

    #[test]
    fn a_centre_opens_under_its_name_without_spaces_around_it() {
        given([]).when(open(" LSC Kempen ")).then([opened("LSC Kempen"), zone_set()]);
    }

    #[test]
    fn a_centre_opens_once() {
        given([opened("LSC Kempen")]).when(open("LSC Kempen")).then_refused(Refusal::CentreExists);
    }

    #[test]
    fn a_centre_needs_a_name() {
        for blank in ["  ", "\u{200b}", "\u{3164}"] {
            given([]).when(open(blank)).then_refused(TextError::Blank);
        }
    }

    #[test]
    fn a_name_stays_in_its_line_and_runs_in_its_direction() {
        for name in ["LSC\nKempen", "LSC\0", "\u{202e}LSC"] {
            given([]).when(open(name)).then_refused(TextError::NotAllowed);
        }
    }

    #[test]
    fn a_name_has_a_longest_length_in_characters_not_bytes() {
        let longest = "é".repeat(NAME_CHARS_MAX);
        given([]).when(open(&longest)).then([opened(&longest), zone_set()]);
        given([]).when(open(&format!("{longest}é"))).then_refused(TextError::TooLong);
    }
}
