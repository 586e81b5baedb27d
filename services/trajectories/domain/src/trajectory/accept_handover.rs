//! Whoever a youth is handed over to accepted, in a talk with the youth: the coach writes it down.

use events::{HandoverId, HandoverState, trajectory::TrajectoryEvent as Event};
use jiff::civil::Date;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{NotAccompanied, Trajectory};

/// It was accepted.
#[derive(Clone, Copy, Debug)]
pub struct AcceptHandover {
    /// Which one.
    pub handover: HandoverId,
    /// On which day.
    pub occurred_on: Date,
}

/// Why that was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be written down.
    NotAccompanied(NotAccompanied),
    /// Nobody proposed it.
    NoSuchHandover,
    /// The youth did not agree, or not yet.
    NotAgreed,
}

impl From<NotAccompanied> for Refusal {
    fn from(why: NotAccompanied) -> Self {
        Self::NotAccompanied(why)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotAccompanied(why) => why.refusal(),
            Self::NoSuchHandover => Kind::NotFound,
            Self::NotAgreed => Kind::State(Reason::HandoverNotAgreed),
        }
    }
}

impl Decision for AcceptHandover {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let handover = self.handover;
        let open = trajectory.coached(by, self.occurred_on)?;
        match open.handovers.get(&handover).ok_or(Refusal::NoSuchHandover)? {
            HandoverState::Accepted => Ok(vec![]),
            HandoverState::Agreed => Ok(vec![Event::HandoverAccepted { handover }]),
            HandoverState::Offered | HandoverState::Declined => Err(Refusal::NotAgreed),
        }
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::{Given, given};

    use super::{
        super::{
            WrongDay,
            examples::{
                COACH, HANDOVER, OTHER_COACH, TODAY, TOMORROW, chosen, coach, handover_accepted,
                handover_answered, handover_offered, registered,
            },
        },
        *,
    };

    const ACCEPT: AcceptHandover = AcceptHandover { handover: HANDOVER, occurred_on: TODAY };

    fn offered(more: impl IntoIterator<Item = Event>) -> Given<Trajectory> {
        let before = [registered(), chosen(COACH), handover_offered()];
        given(before.into_iter().chain(more)).by(coach(COACH))
    }

    #[test]
    fn it_is_done_when_the_youth_and_whoever_it_is_to_agreed() {
        offered([handover_answered(true)]).when(ACCEPT).then([handover_accepted()]);
        offered([handover_answered(true), handover_accepted()]).when(ACCEPT).then([]);
    }

    #[test]
    fn nothing_is_passed_on_to_which_the_youth_did_not_agree() {
        offered([]).when(ACCEPT).then_refused(Refusal::NotAgreed);
        offered([handover_answered(false)]).when(ACCEPT).then_refused(Refusal::NotAgreed);
    }

    #[test]
    fn it_is_written_down_by_the_coach_of_something_that_happened() {
        let agreed = || offered([handover_answered(true)]);
        agreed().by(coach(OTHER_COACH)).when(ACCEPT).then_refused(NotAccompanied::NotTheirs);
        let tomorrow = AcceptHandover { occurred_on: TOMORROW, ..ACCEPT };
        agreed().when(tomorrow).then_refused(NotAccompanied::Day(WrongDay::InTheFuture));
        given([registered(), chosen(COACH)])
            .by(coach(COACH))
            .when(ACCEPT)
            .then_refused(Refusal::NoSuchHandover);
    }
}
