//! How far the end of a centre is.

use eventlog::{Position, Recorded};
use events::{
    ExitState,
    centre::{CentreEvent, CentreExport, CentreGone},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The end of a centre that somebody began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExitEntry {
    /// How far it is.
    pub state: ExitState,
    /// The day on which the agreement ended.
    pub agreement_ended_on: Option<Date>,
    /// The day on which somebody began it.
    pub begun_on: Option<Date>,
    /// When the centre agreed: the day, and the position from which on nothing is changed.
    pub agreed: Option<(Date, Position)>,
    /// What proves the export, and the day.
    pub export: Option<(CentreExport, Date)>,
    /// What proves that everything is destroyed, and the day.
    pub gone: Option<(CentreGone, Date)>,
}

impl ExitEntry {
    fn none(state: ExitState) -> Self {
        let (agreement_ended_on, begun_on, agreed, export, gone) = Default::default();
        Self { state, agreement_ended_on, begun_on, agreed, export, gone }
    }

    /// After an event; `None` while the centre stays.
    pub(super) fn after(
        before: Option<Self>,
        event: &Recorded,
        fact: &CentreEvent,
    ) -> Option<Self> {
        let (on, position) = (event.occurred_on, event.position);
        let further = |state: ExitState| {
            let mut exit = before.clone().unwrap_or_else(|| Self::none(state));
            exit.state = state;
            exit
        };
        match fact {
            CentreEvent::ExitBegun { agreement_ended_on } => {
                let mut exit = Self::none(ExitState::Begun);
                exit.agreement_ended_on = Some(*agreement_ended_on);
                exit.begun_on = Some(on);
                Some(exit)
            }
            CentreEvent::ExitAgreed {} => {
                let mut exit = further(ExitState::Agreed);
                exit.agreed = Some((on, position));
                Some(exit)
            }
            CentreEvent::ExitWithdrawn {} => None,
            CentreEvent::CentreExported(export) => {
                let mut exit = further(ExitState::Exported);
                exit.export = Some((export.clone(), on));
                Some(exit)
            }
            CentreEvent::WipeBegun {} => Some(further(ExitState::Wiping)),
            CentreEvent::CentreLeft(gone) => {
                let mut exit = further(ExitState::Left);
                exit.gone = Some((gone.clone(), on));
                Some(exit)
            }
            CentreEvent::CentreOpened { .. }
            | CentreEvent::RetentionTermSet { .. }
            | CentreEvent::CentreZoneSet { .. }
            | CentreEvent::CentreCountrySet { .. }
            | CentreEvent::CentreLanguagesSet { .. }
            | CentreEvent::ControllerDescribed(_)
            | CentreEvent::BreachRuleSet(_) => before,
        }
    }
}
