//! A person is registered, gets start cards, signs in with the last one, and signs out.
//!
//! Invariant: only the card issued last signs anybody in, and it ends every session before it.
//! Whose keys were destroyed is nobody any more, and nobody else gets the id.

pub mod choose_avatar;
pub mod erase_answers;
pub mod erase_keys;
pub mod erase_signal;
#[cfg(test)]
mod examples;
pub mod issue_start_card;
pub mod register;
pub mod repeat_erasure;
pub mod see_notice;
pub mod sign_in;
pub mod sign_out;

use events::{NoticeVersion, person::PersonEvent as Event};
use kernel::{
    State,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

pub use choose_avatar::ChooseAvatar;
pub use erase_answers::EraseAnswers;
pub use erase_keys::EraseKeys;
pub use erase_signal::EraseSignal;
pub use events::person::KIND;
pub use issue_start_card::IssueStartCard;
pub use register::RegisterPerson;
pub use repeat_erasure::RepeatErasure;
pub use see_notice::SeeNotice;
pub use sign_in::SignIn;
pub use sign_out::SignOut;

/// How many sessions a person has at once; the oldest falls out.
pub const SESSIONS_PER_PERSON_MAX: usize = 10;

/// What the rules need to remember, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Person {
    /// Nobody.
    #[default]
    Absent,
    /// Somebody with access.
    Registered(Access),
    /// Somebody whose keys were destroyed.
    Erased,
}

/// With what a person gets in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// Keyed hash of the code of the card issued last.
    pub card: Option<String>,
    /// Hashes of the secrets of sessions not signed out, oldest first.
    pub sessions: Vec<String>,
    /// The newest notice that they read.
    pub notice: Option<NoticeVersion>,
}

/// There is no such person, or no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NobodyThere;

impl Refusal for NobodyThere {
    fn refusal(&self) -> Kind {
        Kind::NotFound
    }
}

impl State for Person {
    type Event = Event;

    const KIND: &'static str = KIND;
    const VERSION: u32 = 2;

    fn evolve(self, event: &Event) -> Self {
        let mut access = match self {
            Self::Absent => Access::default(),
            Self::Erased => return Self::Erased,
            Self::Registered(access) => access,
        };
        match event {
            Event::PersonRegistered { .. }
            | Event::AvatarChosen { .. }
            | Event::AnswersErased { .. }
            | Event::SignalErased { .. }
            | Event::ErasureDecided { .. } => {}
            Event::StartCardIssued { code_hash } => {
                (access.card, access.sessions) = (Some(code_hash.clone()), Vec::new());
            }
            Event::SignedIn { session, .. } => {
                access.sessions.push(session.clone());
                let gone = access.sessions.len().saturating_sub(SESSIONS_PER_PERSON_MAX);
                access.sessions.drain(..gone);
            }
            Event::SignedOut { session } => access.sessions.retain(|kept| kept != session),
            Event::NoticeSeen { version } => access.notice = access.notice.max(Some(*version)),
            Event::KeysDestroyed {} => return Self::Erased,
        }
        Self::Registered(access)
    }
}

impl Person {
    /// What somebody has who is registered.
    fn access(&self) -> Result<&Access, NobodyThere> {
        match self {
            Self::Absent | Self::Erased => Err(NobodyThere),
            Self::Registered(access) => Ok(access),
        }
    }
}
