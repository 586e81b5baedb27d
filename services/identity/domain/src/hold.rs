//! What keeps something beyond its term, and beyond what anybody asks for (GDPR Art. 17(3)).

use events::HoldGround;
use jiff::civil::Date;
use kernel::{
    Reason,
    refusal::{Kind, Refusal},
};
use serde::{Deserialize, Serialize};

/// A hold that was placed and not lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Why.
    pub ground: HoldGround,
    /// The last day; `None`: until it is lifted.
    pub until: Option<Date>,
}

impl Hold {
    /// Whether it holds on this day.
    pub fn stands(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }

    /// The hold of a subject that can be placed on this day; `None` if it stands already.
    pub(crate) fn placed(
        self,
        before: Option<Self>,
        today: Date,
    ) -> Result<Option<Self>, NotPlaced> {
        if !self.stands(today) {
            return Err(NotPlaced::DayOver);
        }
        Ok((before != Some(self)).then_some(self))
    }
}

/// Why a hold was not placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlaced {
    /// There is nothing left to hold.
    NothingThere,
    /// The last day is over.
    DayOver,
}

impl Refusal for NotPlaced {
    fn refusal(&self) -> Kind {
        match self {
            Self::NothingThere => Kind::NotFound,
            Self::DayOver => Kind::Field("until", Reason::DayOver),
        }
    }
}

/// Nothing holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOnHold;

impl Refusal for NotOnHold {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::NotOnHold)
    }
}
