//! A placement ends, perhaps after the trajectory did.

use events::{PlacementEndReason, PlacementId, trajectory::TrajectoryEvent as Event};
use jiff::civil::Date;
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::{NotOpen, Trajectory, WrongDay};

/// Write it down.
#[derive(Clone, Copy, Debug)]
pub struct EndPlacement {
    /// Which one.
    pub placement: PlacementId,
    /// Why.
    pub reason: PlacementEndReason,
    /// The last day.
    pub occurred_on: Date,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The trajectory never began.
    NotOpen(NotOpen),
    /// The youth chose another coach, or there is no such placement.
    NotTheirs,
    /// The day is yet to come.
    Day(WrongDay),
    /// The day is before the first one.
    BeforePlacement,
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
            Self::NotTheirs => Kind::NotFound,
            Self::Day(day) => day.refusal(),
            Self::BeforePlacement => Kind::Field("occurredOn", Reason::BeforePlacement),
        }
    }
}

impl Decision for EndPlacement {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let Self { placement, reason, occurred_on } = *self;
        let begun = trajectory.begun()?;
        let known = begun.placements.get(&placement).filter(|_| begun.is_with(by));
        let known = known.ok_or(Refusal::NotTheirs)?;
        if known.ended {
            return Ok(vec![]);
        }
        begun.check_day(occurred_on, by.today).map_err(Refusal::Day)?;
        if occurred_on < known.started_on {
            return Err(Refusal::BeforePlacement);
        }
        Ok(vec![Event::PlacementEnded { placement, reason: Personal::Open(reason) }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{
            COACH, OTHER_COACH, PLACEMENT, TODAY, TOMORROW, chosen, closed, coach, placement_ended,
            placement_started, registered,
        },
        *,
    };

    const END: EndPlacement = EndPlacement {
        placement: PLACEMENT,
        reason: PlacementEndReason::AsAgreed,
        occurred_on: TODAY,
    };

    fn placed(more: impl IntoIterator<Item = Event>) -> Given<Trajectory> {
        let before = [registered(), chosen(COACH), placement_started()];
        given(before.into_iter().chain(more)).by(coach(COACH))
    }

    #[test]
    fn the_coach_writes_down_that_it_ended_also_after_the_trajectory() {
        placed([]).when(END).then([placement_ended()]);
        placed([closed()]).when(END).then([placement_ended()]);
        placed([placement_ended()]).when(END).then([]);
    }

    #[test]
    fn another_coach_finds_no_such_placement_and_nobody_one_that_never_was() {
        placed([]).by(coach(OTHER_COACH)).when(END).then_refused(Refusal::NotTheirs);
        given([registered(), chosen(COACH)])
            .by(coach(COACH))
            .when(END)
            .then_refused(Refusal::NotTheirs);
    }

    #[test]
    fn its_last_day_lies_between_the_first_one_and_today() {
        let on = |occurred_on| EndPlacement { occurred_on, ..END };
        placed([]).when(on(TOMORROW)).then_refused(Refusal::Day(WrongDay::InTheFuture));
        placed([]).when(on(date(2026, 2, 1))).then_refused(Refusal::BeforePlacement);
    }
}
