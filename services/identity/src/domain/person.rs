//! A person is registered, gets start cards, signs in with the last one, and signs out.
//!
//! Invariant: only the card issued last signs anybody in, and it ends every session before it.
//! Whose keys were destroyed is nobody any more, and nobody else gets the id.

use events::person::PersonEvent;
use jiff::Timestamp;
use platform::{
    By, Decision, Personal, Reason, Role, State,
    status::{Kind, Refusal},
    text::{self, TextError},
};
use serde::{Deserialize, Serialize};

#[cfg(test)]
#[path = "person_tests.rs"]
mod tests;

/// Kind of stream.
pub const KIND: &str = "person";
/// Longest name of a person.
pub const NAME_CHARS_MAX: usize = 80;
/// Least and most working time of a coach, hundredths of full time.
pub const FTE_PERCENT_MIN: u8 = 10;
/// See [`FTE_PERCENT_MIN`]; also what a coach works when nothing is said.
pub const FTE_PERCENT_MAX: u8 = 100;
/// Most parts of an avatar's code.
pub const AVATAR_PARTS_MAX: usize = 6;
/// Longest part of an avatar's code.
pub const AVATAR_PART_CHARS_MAX: usize = 12;
/// How many sessions a person has at once; the oldest falls out.
pub const SESSIONS_PER_PERSON_MAX: usize = 10;

/// What someone asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Register the person and issue the first start card.
    Register {
        /// What the person is.
        role: Role,
        /// What the centre calls the person, open.
        name: Personal<String>,
        /// A coach's working time in hundredths of full time; nothing = full time.
        fte_percent: Option<u8>,
        /// Keyed hash of the first card's code.
        code_hash: String,
    },
    /// Print a new start card; older ones stop working, and whoever is signed in is signed out.
    IssueStartCard {
        /// Keyed hash of the code.
        code_hash: String,
    },
    /// Begin a session with a start card.
    SignIn {
        /// Keyed hash of the card's code.
        code_hash: String,
        /// Hash of the session's secret.
        session: String,
        /// When the session ends by itself.
        expires: Timestamp,
    },
    /// End a session. Ending one that is gone is nothing to do.
    SignOut {
        /// Hash of the session's secret.
        session: String,
    },
    /// Choose a picture.
    ChooseAvatar {
        /// Code of its parts: 1 to 6 groups of 1 to 12 lower-case letters and digits, dashes
        /// between.
        avatar: String,
    },
    /// Keep that the vault destroyed every key of the person.
    EraseKeys,
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No such person.
    #[error("no such person")]
    NotFound,
    /// The identifier is taken.
    #[error("the person is registered already: give another id")]
    PersonExists,
    /// A service is no person.
    #[error("a service is no person: give a person's role")]
    RoleNotForPeople,
    /// The name is blank.
    #[error("the name is blank: give the person's name")]
    NameBlank,
    /// The name is too long.
    #[error("the name is too long: give at most {NAME_CHARS_MAX} characters")]
    NameTooLong,
    /// The name has a control character, or one that turns the direction of the text.
    #[error("a character in the name cannot be used: give the name without it")]
    NameNotAllowed,
    /// The working time is no coach's.
    #[error("working time is {FTE_PERCENT_MIN} to {FTE_PERCENT_MAX} percent of full time")]
    FteOutOfRange,
    /// Someone else than a coach has a working time.
    #[error("only coaches have a working time: leave it out")]
    FteOnlyForCoaches,
    /// The card is not the one issued last.
    #[error("the start card does not work: ask for a new one")]
    UnknownCard,
    /// The code is no avatar's.
    #[error("an avatar is 1 to 6 groups of letters and digits with dashes between")]
    AvatarUnknown,
}

impl Refusal for Error {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::PersonExists => Kind::State(Reason::PersonExists),
            Self::RoleNotForPeople => Kind::Field("role", Reason::RoleNotForPeople),
            Self::NameBlank => Kind::Field("name", Reason::NameBlank),
            Self::NameTooLong => Kind::Field("name", Reason::NameTooLong),
            Self::NameNotAllowed => Kind::Field("name", Reason::CharacterNotAllowed),
            Self::FteOutOfRange => Kind::Field("ftePercent", Reason::FteOutOfRange),
            Self::FteOnlyForCoaches => Kind::Field("ftePercent", Reason::FteOnlyForCoaches),
            Self::UnknownCard => Kind::State(Reason::UnknownCard),
            Self::AvatarUnknown => Kind::Field("avatar", Reason::AvatarUnknown),
        }
    }
}

/// Which role registers which and issues its start cards: a lead the youths and coaches of the own
/// centre, an operator the leads of any centre, auditors and operators.
pub fn may_register(by: Role, role: Role) -> bool {
    match by {
        Role::Lead => matches!(role, Role::Youth | Role::Coach),
        Role::Operator => matches!(role, Role::Lead | Role::Auditor | Role::Operator),
        Role::Youth | Role::Coach | Role::Auditor | Role::Service => false,
    }
}

/// Refuses a registration that would be refused whoever the id belongs to.
///
/// # Errors
///
/// What is wrong with what was asked.
pub fn check(command: &Command) -> Result<(), Error> {
    Person::Absent.decide(command).map(drop)
}

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Person {
    /// Nobody.
    #[default]
    Absent,
    /// Somebody with access.
    Registered {
        /// Keyed hash of the code of the card issued last.
        card: Option<String>,
        /// Hashes of the secrets of sessions not signed out, oldest first.
        sessions: Vec<String>,
    },
    /// Somebody whose keys were destroyed.
    Erased,
}

impl State for Person {
    type Event = PersonEvent;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &PersonEvent) -> Self {
        let (card, mut sessions) = match self {
            Self::Absent => (None, Vec::new()),
            Self::Erased => return Self::Erased,
            Self::Registered { card, sessions } => (card, sessions),
        };
        match event {
            PersonEvent::PersonRegistered { .. } | PersonEvent::AvatarChosen { .. } => {
                Self::Registered { card, sessions }
            }
            PersonEvent::StartCardIssued { code_hash } => {
                Self::Registered { card: Some(code_hash.clone()), sessions: Vec::new() }
            }
            PersonEvent::SignedIn { session, .. } => {
                sessions.push(session.clone());
                let gone = sessions.len().saturating_sub(SESSIONS_PER_PERSON_MAX);
                sessions.drain(..gone);
                Self::Registered { card, sessions }
            }
            PersonEvent::SignedOut { session } => {
                sessions.retain(|kept| kept != session);
                Self::Registered { card, sessions }
            }
            PersonEvent::KeysDestroyed {} => Self::Erased,
        }
    }
}

impl Decision for Command {
    type State = Person;
    type Refusal = Error;

    fn decide(&self, _: &By, state: &Person) -> Result<Vec<PersonEvent>, Error> {
        state.decide(self)
    }
}

impl Person {
    fn decide(&self, command: &Command) -> Result<Vec<PersonEvent>, Error> {
        match command {
            Command::Register { role, name, fte_percent, code_hash } => {
                self.register(*role, name, *fte_percent, code_hash)
            }
            Command::IssueStartCard { code_hash } => self.issue_start_card(code_hash),
            Command::SignIn { code_hash, session, expires } => {
                self.sign_in(code_hash, session, *expires)
            }
            Command::SignOut { session } => self.sign_out(session),
            Command::ChooseAvatar { avatar } => self.choose_avatar(avatar),
            Command::EraseKeys => self.erase_keys(),
        }
    }
}

impl Person {
    fn register(
        &self,
        role: Role,
        name: &Personal<String>,
        fte_percent: Option<u8>,
        code_hash: &str,
    ) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Registered { .. } | Self::Erased => Err(Error::PersonExists),
            Self::Absent if role == Role::Service => Err(Error::RoleNotForPeople),
            Self::Absent => Ok(vec![
                PersonEvent::PersonRegistered {
                    role,
                    fte_percent: working_time(role, fte_percent)?,
                    name: checked_name(name)?,
                },
                PersonEvent::StartCardIssued { code_hash: code_hash.to_owned() },
            ]),
        }
    }

    fn issue_start_card(&self, code_hash: &str) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Absent | Self::Erased => Err(Error::NotFound),
            Self::Registered { .. } => {
                Ok(vec![PersonEvent::StartCardIssued { code_hash: code_hash.to_owned() }])
            }
        }
    }

    fn sign_in(
        &self,
        code_hash: &str,
        session: &str,
        expires: Timestamp,
    ) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Absent | Self::Erased => Err(Error::NotFound),
            Self::Registered { card, .. } if card.as_deref() == Some(code_hash) => {
                Ok(vec![PersonEvent::SignedIn { session: session.to_owned(), expires }])
            }
            Self::Registered { .. } => Err(Error::UnknownCard),
        }
    }

    fn sign_out(&self, session: &str) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Absent | Self::Erased => Err(Error::NotFound),
            Self::Registered { sessions, .. } if sessions.iter().any(|kept| kept == session) => {
                Ok(vec![PersonEvent::SignedOut { session: session.to_owned() }])
            }
            Self::Registered { .. } => Ok(vec![]),
        }
    }

    fn choose_avatar(&self, avatar: &str) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Absent | Self::Erased => Err(Error::NotFound),
            Self::Registered { .. } if is_avatar(avatar) => {
                Ok(vec![PersonEvent::AvatarChosen { avatar: Personal::Open(avatar.to_owned()) }])
            }
            Self::Registered { .. } => Err(Error::AvatarUnknown),
        }
    }

    fn erase_keys(&self) -> Result<Vec<PersonEvent>, Error> {
        match self {
            Self::Absent => Err(Error::NotFound),
            Self::Registered { .. } => Ok(vec![PersonEvent::KeysDestroyed {}]),
            Self::Erased => Ok(vec![]),
        }
    }
}

/// A coach of whom nothing is said works full time.
fn working_time(role: Role, fte_percent: Option<u8>) -> Result<Option<u8>, Error> {
    match (role, fte_percent) {
        (Role::Coach, None) => Ok(Some(FTE_PERCENT_MAX)),
        (Role::Coach, Some(percent)) if (FTE_PERCENT_MIN..=FTE_PERCENT_MAX).contains(&percent) => {
            Ok(Some(percent))
        }
        (Role::Coach, Some(_)) => Err(Error::FteOutOfRange),
        (_, Some(_)) => Err(Error::FteOnlyForCoaches),
        (_, None) => Ok(None),
    }
}

/// A sealed name cannot be checked, so it counts as none.
fn checked_name(name: &Personal<String>) -> Result<Personal<String>, Error> {
    let name = name.get().map_or("", String::as_str);
    let name = text::name(name, NAME_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank => Error::NameBlank,
        TextError::TooLong => Error::NameTooLong,
        TextError::NotAllowed => Error::NameNotAllowed,
    })?;
    Ok(Personal::Open(name))
}

fn is_avatar(avatar: &str) -> bool {
    let part = |part: &str| {
        (1..=AVATAR_PART_CHARS_MAX).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    avatar.split('-').count() <= AVATAR_PARTS_MAX && avatar.split('-').all(part)
}
