//! A person with access to the platform. Kind of stream: `person`, one per person.

use jiff::Timestamp;
use kernel::{Category, Event, Personal, PersonalPart, Role};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use crate::ids::AlarmId;
use vocabulary::{ErasureReason, NoticeVersion};

/// The kind of stream.
pub const KIND: &str = "person";

/// What happened to a person's access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PersonEvent {
    /// The person was registered.
    PersonRegistered {
        /// What the person is.
        role: Role,
        /// A coach's working time in hundredths of full time (100 = 1 FTE).
        #[serde(skip_serializing_if = "Option::is_none")]
        fte_percent: Option<u8>,
        /// First name or full name, as the centre calls them.
        name: Personal<String>,
    },
    /// A start card was printed. Only the code's keyed hash is kept; older cards stop working, and
    /// sessions that began with them end.
    StartCardIssued {
        /// HMAC-SHA-256 of the code under the vault's card key, hex.
        code_hash: String,
    },
    /// The person signed in with the card.
    SignedIn {
        /// SHA-256 of the session secret, hex.
        session: String,
        /// When the session ends by itself.
        expires: Timestamp,
    },
    /// The person signed out.
    SignedOut {
        /// SHA-256 of the session secret, hex.
        session: String,
    },
    /// The person chose a picture of themselves.
    AvatarChosen {
        /// Code of its parts.
        avatar: Personal<String>,
    },
    /// The person read what is done with the data (GDPR Art. 13).
    NoticeSeen {
        /// Which notice.
        version: NoticeVersion,
    },
    /// The keys of what the person answered in exercises were destroyed: it stays sealed for good. Further runs
    /// have keys of their own.
    AnswersErased {
        /// The only run whose answers are gone; absent: those of every run begun before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        run: Option<Uuid>,
    },
    /// The key of an alarm signal about the person was destroyed: what was observed stays sealed for good.
    SignalErased {
        /// Which one.
        alarm: AlarmId,
    },
    /// Somebody decided that every key of the person is destroyed.
    ErasureDecided {
        /// On which ground.
        reason: ErasureReason,
    },
    /// Every key of the person was destroyed: what is sealed stays sealed for good. Cards and
    /// sessions end. Whoever keeps keys in memory forgets them.
    KeysDestroyed {},
}

impl Event for PersonEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::PersonRegistered { name, .. } => Some((Category::Identity, name)),
            Self::AvatarChosen { avatar } => Some((Category::Identity, avatar)),
            Self::StartCardIssued { .. }
            | Self::SignedIn { .. }
            | Self::SignedOut { .. }
            | Self::NoticeSeen { .. }
            | Self::AnswersErased { .. }
            | Self::SignalErased { .. }
            | Self::ErasureDecided { .. }
            | Self::KeysDestroyed {} => None,
        }
    }
}
