//! A learning-support centre becomes a tenant, once.
//!
//! Invariant: a centre keeps the name and language it was opened with.

use events::{Language, centre::CentreEvent};
use platform::{
    By, Decision, Reason, State,
    status::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};

/// Kind of stream.
pub const KIND: &str = "centre";
/// Longest name of a centre.
pub const NAME_CHARS_MAX: usize = 120;

/// What someone asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Make the centre a tenant.
    Open {
        /// Its public name.
        name: String,
        /// Its first language.
        language: Language,
        /// Whether its people are invented.
        synthetic: bool,
        /// IANA name of the time zone by which it lives.
        zone: String,
    },
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The identifier is taken.
    #[error("the centre is open already: give another id")]
    CentreExists,
    /// The name is blank.
    #[error("the name is blank: give the centre's name")]
    NameBlank,
    /// The name is too long.
    #[error("the name is too long: give at most {NAME_CHARS_MAX} characters")]
    NameTooLong,
    /// The name has a control character, or one that turns the direction of the text.
    #[error("a character in the name cannot be used: give the name without it")]
    NameNotAllowed,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::CentreExists => Kind::State(Reason::CentreExists),
            Self::NameBlank => Kind::Field("name", Reason::NameBlank),
            Self::NameTooLong => Kind::Field("name", Reason::NameTooLong),
            Self::NameNotAllowed => Kind::Field("name", Reason::CharacterNotAllowed),
        }
    }
}

/// Refuses an opening that would be refused whether or not there is such a centre.
///
/// # Errors
///
/// What is wrong with what was asked.
pub fn check(command: &Command) -> Result<(), Error> {
    Centre::Absent.decide(command).map(drop)
}

/// Whether a centre that has the first name was opened with the second.
pub fn same_name(kept: &str, asked: &str) -> bool {
    checked_name(asked).is_ok_and(|asked| asked == kept)
}

/// What the rules need to remember, and no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Centre {
    /// No such centre.
    #[default]
    Absent,
    /// A tenant.
    Open,
}

impl State for Centre {
    type Event = CentreEvent;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &CentreEvent) -> Self {
        match event {
            CentreEvent::CentreOpened { .. } => Self::Open,
            CentreEvent::CentreZoneSet { .. } => self,
        }
    }
}

impl Decision for Command {
    type State = Centre;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Centre) -> Result<Vec<CentreEvent>, Error> {
        state.decide(self)
    }
}

impl Centre {
    fn decide(self, command: &Command) -> Result<Vec<CentreEvent>, Error> {
        match command {
            Command::Open { name, language, synthetic, zone } => {
                self.open(name, *language, *synthetic, zone)
            }
        }
    }
}

impl Centre {
    fn open(
        self,
        name: &str,
        language: Language,
        synthetic: bool,
        zone: &str,
    ) -> Result<Vec<CentreEvent>, Error> {
        match self {
            Self::Open => Err(Error::CentreExists),
            Self::Absent => {
                let (name, zone) = (checked_name(name)?, zone.to_owned());
                Ok(vec![
                    CentreEvent::CentreOpened { name, language, synthetic },
                    CentreEvent::CentreZoneSet { zone },
                ])
            }
        }
    }
}

fn checked_name(name: &str) -> Result<String, Error> {
    text::name(name, NAME_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank => Error::NameBlank,
        TextError::TooLong => Error::NameTooLong,
        TextError::NotAllowed => Error::NameNotAllowed,
    })
}

#[cfg(test)]
mod tests {
    use platform::spec::given;

    use super::*;

    const ZONE: &str = "Europe/Brussels";

    fn zone_set() -> CentreEvent {
        CentreEvent::CentreZoneSet { zone: ZONE.to_owned() }
    }

    fn open(name: &str) -> Command {
        let (name, zone) = (name.to_owned(), ZONE.to_owned());
        Command::Open { name, language: Language::Nl, synthetic: true, zone }
    }

    fn opened(name: &str) -> CentreEvent {
        CentreEvent::CentreOpened { name: name.to_owned(), language: Language::Nl, synthetic: true }
    }

    #[test]
    fn a_centre_opens_under_its_name_without_spaces_around_it() {
        given::<Centre>([]).when(open(" LSC Kempen ")).then([opened("LSC Kempen"), zone_set()]);
    }

    #[test]
    fn a_centre_opens_once() {
        given::<Centre>([opened("LSC Kempen")])
            .when(open("LSC Kempen"))
            .then_refused(Error::CentreExists);
    }

    #[test]
    fn a_centre_needs_a_name() {
        for blank in ["  ", "\u{200b}", "\u{3164}"] {
            given::<Centre>([]).when(open(blank)).then_refused(Error::NameBlank);
        }
    }

    #[test]
    fn a_name_stays_in_its_line_and_runs_in_its_direction() {
        for name in ["LSC\nKempen", "LSC\0", "\u{202e}LSC"] {
            given::<Centre>([]).when(open(name)).then_refused(Error::NameNotAllowed);
        }
    }

    #[test]
    fn a_name_has_a_longest_length_in_characters_not_bytes() {
        let longest = "é".repeat(NAME_CHARS_MAX);
        given::<Centre>([]).when(open(&longest)).then([opened(&longest), zone_set()]);
        given::<Centre>([]).when(open(&format!("{longest}é"))).then_refused(Error::NameTooLong);
    }
}
