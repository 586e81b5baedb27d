//! Everything about a centre was exported.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Centre, Leaving};
use events::centre::{CentreEvent as Event, CentreExport};

/// Keep what proves the export. Whoever gives the command made it once more and compared.
#[derive(Clone, Debug)]
pub struct RecordExport {
    /// What proves it.
    pub export: CentreExport,
}

/// Why it was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The centre did not agree: what is written after an export would not stand in it.
    NotAgreed,
    /// Everything is being destroyed, or was.
    Gone,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        Kind::State(match self {
            Self::NotAgreed => Reason::ExitNotAgreed,
            Self::Gone => Reason::CentreLeaves,
        })
    }
}

impl Decision for RecordExport {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        match centre {
            Centre::Absent | Centre::Open | Centre::Leaving(Leaving::Begun) => {
                Err(Refusal::NotAgreed)
            }
            Centre::Leaving(Leaving::Agreed | Leaving::Exported) => {
                Ok(vec![Event::CentreExported(self.export.clone())])
            }
            Centre::Leaving(Leaving::Wiping) | Centre::Left => Err(Refusal::Gone),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{agreed, begun, export, exported, opened, wiping},
        *,
    };

    fn record() -> RecordExport {
        RecordExport { export: export() }
    }

    #[test]
    fn an_export_counts_once_nothing_is_changed_any_more_and_may_be_made_again() {
        given([opened(), begun()]).when(record()).then_refused(Refusal::NotAgreed);
        given([opened(), begun(), agreed()]).when(record()).then([exported()]);
        given([opened(), begun(), agreed(), exported()]).when(record()).then([exported()]);
    }

    #[test]
    fn of_what_is_being_destroyed_there_is_no_export() {
        let gone = [opened(), begun(), agreed(), exported(), wiping()];
        given(gone).when(record()).then_refused(Refusal::Gone);
    }
}
