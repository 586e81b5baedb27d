//! A centre is opened.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Centre;
use events::{Country, Language, centre::CentreEvent as Event, limits::identity::OPEN_CENTRE_NAME};
use itertools::Itertools;

/// Longest name of a centre.
pub const NAME_CHARS_MAX: usize = OPEN_CENTRE_NAME.most();

/// Make the centre a tenant.
#[derive(Clone, Debug)]
pub struct OpenCentre {
    /// Its public name.
    pub name: String,
    /// Its first language.
    pub language: Language,
    /// In which it works beside that.
    pub other_languages: Vec<Language>,
    /// Whether its people are invented.
    pub synthetic: bool,
    /// Where it is.
    pub country: Country,
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
    /// The first language stands among the others, or one stands there twice.
    LanguageTwice,
}

impl From<TextError> for Refusal {
    fn from(wrong: TextError) -> Self {
        Self::Name(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::CentreExists => Kind::State(Reason::CentreExists),
            Self::Name(wrong) => wrong.of_name("name"),
            Self::LanguageTwice => Kind::Field("otherLanguages", Reason::LanguageTwice),
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

    fn opened(&self) -> Result<Vec<Event>, Refusal> {
        let name = text::name(&self.name, NAME_CHARS_MAX)?;
        let (language, synthetic, country) = (self.language, self.synthetic, self.country);
        let others = self.other_languages.clone();
        if !others.iter().chain([&language]).all_unique() {
            return Err(Refusal::LanguageTwice);
        }
        Ok(vec![
            Event::CentreOpened { name, language, synthetic },
            Event::CentreCountrySet { country },
            Event::CentreZoneSet { zone: self.zone.clone() },
            Event::CentreLanguagesSet { others },
        ])
    }
}

impl Decision for OpenCentre {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        match centre {
            Centre::Open | Centre::Leaving(_) | Centre::Left => Err(Refusal::CentreExists),
            Centre::Absent => self.opened(),
        }
    }
}

#[cfg(test)]
pub(super) mod examples {
    use super::*;

    pub(in super::super) const ZONE: &str = "Europe/Brussels";

    pub(in super::super) fn open(name: &str) -> OpenCentre {
        OpenCentre {
            name: name.to_owned(),
            language: Language::Nl,
            other_languages: vec![Language::En],
            synthetic: true,
            country: Country::Be,
            zone: ZONE.to_owned(),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        examples::{ZONE, open},
        *,
    };

    fn opened(name: &str) -> Event {
        Event::CentreOpened { name: name.to_owned(), language: Language::Nl, synthetic: true }
    }

    fn all(name: &str) -> [Event; 4] {
        [
            opened(name),
            Event::CentreCountrySet { country: Country::Be },
            Event::CentreZoneSet { zone: ZONE.to_owned() },
            Event::CentreLanguagesSet { others: vec![Language::En] },
        ]
    }

    #[test]
    fn a_centre_opens_under_its_name_without_spaces_around_it() {
        given([]).when(open(" LSC Kempen ")).then(all("LSC Kempen"));
    }

    #[test]
    fn a_centre_opens_once() {
        given([opened("LSC Kempen")]).when(open("LSC Kempen")).then_refused(Refusal::CentreExists);
    }

    #[test]
    fn a_centre_works_in_each_of_its_languages_once() {
        for other_languages in [vec![Language::Nl], vec![Language::Fi, Language::Fi]] {
            let centre = OpenCentre { other_languages, ..open("LSC Kempen") };
            given([]).when(centre).then_refused(Refusal::LanguageTwice);
        }
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
        given([]).when(open(&longest)).then(all(&longest));
        given([]).when(open(&format!("{longest}é"))).then_refused(TextError::TooLong);
    }
}
