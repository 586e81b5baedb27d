//! A breach of personal data, from when it is known until nothing more is done about it (GDPR Art. 33, 34).
//! Kind of stream: `breach`, one per breach. Its words are sealed under the breach's own id, so that its
//! file has keys of its own, which go when its term is over.

use jiff::{Timestamp, civil::Date};
use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

use vocabulary::{
    BreachCause, BreachDelay, BreachKind, BreachRisk, BreachedData, HoldGround, InformedHow,
    NotInformedGround, NotNotifiedGround, SupervisoryAuthority,
};

/// The kind of stream.
pub const KIND: &str = "breach";

/// What happened to a breach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum BreachEvent {
    /// The centre came to know of it. By which rule it is judged stands here for good.
    BreachReported {
        /// What happened to the data.
        kind: BreachKind,
        /// How it came about.
        cause: BreachCause,
        /// When it happened or began, if somebody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        began: Option<Timestamp>,
        /// Since when the centre knows of it: from then on the clock runs.
        known: Timestamp,
        /// Whose device, card or account it is about, if it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        whose: Option<Uuid>,
        /// Within how many hours the authority has to know.
        hours: u16,
        /// From which risk on.
        threshold: BreachRisk,
        /// The authority of the country.
        authority: SupervisoryAuthority,
        /// Whoever is told in its place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recipient: Option<String>,
        /// What happened, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Personal<String>>,
    },
    /// Whoever works on the data found it, and told the centre with its report (Art. 33(2)).
    ControllerInformed {
        /// Since when whoever works on the data knew of it.
        knew: Timestamp,
    },
    /// It was judged what it can mean for those whose data it is.
    BreachAssessed {
        /// What.
        risk: BreachRisk,
        /// Which data it is about.
        data: Vec<BreachedData>,
        /// Of about how many people.
        people: u32,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Personal<String>>,
    },
    /// The authority was told (Art. 33(1)), or told more (Art. 33(4)).
    AuthorityNotified {
        /// When.
        at: Timestamp,
        /// Why only after the clock ran out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delay: Option<BreachDelay>,
        /// The number under which the authority keeps it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reference: Option<Personal<String>>,
    },
    /// Those whose data it is were told (Art. 34(1)).
    PersonsInformed {
        /// When.
        at: Timestamp,
        /// How.
        how: InformedHow,
    },
    /// Something was done against it, or that it does not happen again.
    BreachMeasureTaken {
        /// What.
        words: Personal<String>,
    },
    /// Nothing more is done about it.
    BreachClosed {
        /// On which ground the authority was not told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_notified: Option<NotNotifiedGround>,
        /// On which ground those whose data it is were not told of a high risk.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_informed: Option<NotInformedGround>,
    },
    /// From here on nothing of its file is destroyed. Said again, it holds for what was said last.
    BreachHoldPlaced {
        /// Why.
        ground: HoldGround,
        /// The last day; `None`: until it is lifted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// Nothing holds it any more.
    BreachHoldLifted {},
    /// The term for which the file was kept is over, and its words are erased.
    BreachTermEnded {
        /// The day on which it was closed.
        since: Date,
        /// Of how many months the term was.
        months: u16,
    },
}

impl Event for BreachEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        let words = match self {
            Self::BreachReported { words, .. } | Self::BreachAssessed { words, .. } => {
                words.as_mut()
            }
            Self::AuthorityNotified { reference, .. } => reference.as_mut(),
            Self::BreachMeasureTaken { words } => Some(words),
            Self::ControllerInformed { .. }
            | Self::PersonsInformed { .. }
            | Self::BreachClosed { .. }
            | Self::BreachHoldPlaced { .. }
            | Self::BreachHoldLifted {}
            | Self::BreachTermEnded { .. } => None,
        };
        words.map(|words| (Category::Content, words as &mut dyn PersonalPart))
    }
}
