//! The coach, or the lead, ends a trajectory.

use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::{NotAccompanied, Trajectory};
use events::{
    limits::trajectories::CLOSE_TRAJECTORY_HOURS_PERCENT,
    trajectory::{Exit, TrajectoryEvent as Event},
};
use jiff::civil::Date;

/// End the trajectory.
#[derive(Clone, Debug)]
pub struct CloseTrajectory {
    /// How it ended.
    pub exit: Exit,
    /// The day on which it ended.
    pub occurred_on: Date,
}

/// Why a trajectory was not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be written down.
    NotAccompanied(NotAccompanied),
    /// Hours only make sense from 1 to 100 percent.
    HoursOutOfRange,
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
            Self::HoursOutOfRange => Kind::Field("hoursPercent", Reason::HoursOutOfRange),
        }
    }
}

impl Decision for CloseTrajectory {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        trajectory.accompanied(by, self.occurred_on)?;
        if self.exit.hours_percent.is_some_and(|hours| !CLOSE_TRAJECTORY_HOURS_PERCENT.holds(hours))
        {
            return Err(Refusal::HoursOutOfRange);
        }
        Ok(vec![Event::TrajectoryClosed { exit: Personal::Open(self.exit.clone()) }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::{
        super::{
            WrongDay,
            examples::{
                COACH, OTHER_COACH, TOMORROW, chosen, close, closed, coach, exit, lead, registered,
            },
        },
        *,
    };

    fn open() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(lead())
    }

    #[test]
    fn the_coach_or_the_lead_ends_a_trajectory() {
        for by in [coach(COACH), lead()] {
            open().by(by).when(close()).then([closed()]);
        }
    }

    #[test]
    fn another_coach_cannot_end_it() {
        open().by(coach(OTHER_COACH)).when(close()).then_refused(NotAccompanied::NotTheirs);
    }

    #[test]
    fn an_exit_lies_between_the_registration_and_today() {
        let on = |occurred_on| CloseTrajectory { occurred_on, ..close() };
        open().when(on(TOMORROW)).then_refused(NotAccompanied::Day(WrongDay::InTheFuture));
        open()
            .when(on(date(2026, 1, 1)))
            .then_refused(NotAccompanied::Day(WrongDay::BeforeRegistration));
    }

    #[test]
    fn hours_are_a_share_of_full_time() {
        let exit = Exit { hours_percent: Some(0), ..exit() };
        open().when(CloseTrajectory { exit, ..close() }).then_refused(Refusal::HoursOutOfRange);
    }
}
