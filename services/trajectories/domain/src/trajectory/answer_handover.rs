//! A youth agrees to a handover or not. Without the youth nothing is passed on.

use events::{HandoverId, HandoverState, trajectory::TrajectoryEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{NotOpen, Trajectory};

/// Agree, or do not.
#[derive(Clone, Copy, Debug)]
pub struct AnswerHandover {
    /// To which one.
    pub handover: HandoverId,
    /// Whether the youth agrees.
    pub agrees: bool,
}

/// Why an answer is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The trajectory is not under way.
    NotOpen(NotOpen),
    /// Nobody proposed it.
    NoSuchHandover,
    /// It was answered differently already, or is done.
    Answered,
}

impl From<NotOpen> for Refusal {
    fn from(not_open: NotOpen) -> Self {
        Self::NotOpen(not_open)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(not_open) => not_open.refusal(),
            Self::NoSuchHandover => Kind::NotFound,
            Self::Answered => Kind::State(Reason::HandoverAnswered),
        }
    }
}

impl Decision for AnswerHandover {
    type State = Trajectory;
    type Refusal = Refusal;

    /// Until it is done, a youth may change an answer: what was agreed is taken back as easily as given.
    fn decide(&self, _: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let Self { handover, agrees } = *self;
        let state = trajectory.open()?.handovers.get(&handover);
        match (state.ok_or(Refusal::NoSuchHandover)?, agrees) {
            (HandoverState::Agreed, true) | (HandoverState::Declined, false) => Ok(vec![]),
            (HandoverState::Accepted, _) => Err(Refusal::Answered),
            (HandoverState::Offered | HandoverState::Agreed | HandoverState::Declined, _) => {
                Ok(vec![Event::HandoverAnswered { handover, agrees }])
            }
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{
            COACH, HANDOVER, chosen, handover_accepted, handover_answered, handover_offered,
            registered, youth,
        },
        *,
    };

    fn offered(more: impl IntoIterator<Item = Event>) -> Given<Trajectory> {
        let before = [registered(), chosen(COACH), handover_offered()];
        given(before.into_iter().chain(more)).by(youth())
    }

    fn says(agrees: bool) -> AnswerHandover {
        AnswerHandover { handover: HANDOVER, agrees }
    }

    #[test]
    fn a_youth_agrees_or_does_not() {
        for agrees in [true, false] {
            offered([]).when(says(agrees)).then([handover_answered(agrees)]);
        }
    }

    #[test]
    fn what_was_said_already_is_said_once_and_can_be_changed() {
        offered([handover_answered(true)]).when(says(true)).then([]);
        offered([handover_answered(true)]).when(says(false)).then([handover_answered(false)]);
    }

    #[test]
    fn what_is_done_is_not_answered_any_more() {
        let done = [handover_answered(true), handover_accepted()];
        offered(done).when(says(false)).then_refused(Refusal::Answered);
    }

    #[test]
    fn what_nobody_proposed_does_not_exist() {
        let nothing = given([registered(), chosen(COACH)]).by(youth());
        nothing.when(says(true)).then_refused(Refusal::NoSuchHandover);
    }
}
