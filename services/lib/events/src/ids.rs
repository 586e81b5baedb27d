//! Ids, each of a type of its own, so that nobody takes a youth for a coach. Stored as the UUIDs they
//! are.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident,)+) => {
    /// The types of ids, as events name them.
    pub const NAMES: &[&str] = &[$(stringify!($id)),+];
    $(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $id(Uuid);

        impl $id {
            /// The id with this UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Its UUID, for whoever keeps or tells it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $id {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $id {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A youth: the person's id.
    YouthId,
    /// A coach: the person's id.
    CoachId,
    /// A coaching step.
    StepId,
    /// The taking of a place.
    TakeId,
    /// An alarm signal: the id of its stream.
    AlarmId,
    /// A warm handover.
    HandoverId,
    /// An employer: the id of its stream.
    EmployerId,
    /// A talk with an employer about a youth.
    ContactId,
    /// Somewhere a youth learns or works.
    PlacementId,
    /// A request about the own data.
    RequestId,
    /// A breach of personal data.
    BreachId,
    /// Somebody of a centre who had the data of a young person: the person's id.
    RecipientId,
}
