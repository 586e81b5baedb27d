//! A youth moves between education and NEET (L1326–1327). The coach, or the lead, writes it down.

use events::{Population, trajectory::TrajectoryEvent as Event};
use jiff::civil::Date;
use kernel::{By, Decision, Personal};

use super::{NotAccompanied, Trajectory};

/// The youth moved between education and NEET.
#[derive(Clone, Copy, Debug)]
pub struct ChangePopulation {
    /// Where the youth was, as far as that can be read: the state does not know it.
    pub from: Option<Population>,
    /// Where the youth is now.
    pub population: Population,
    /// Since when.
    pub occurred_on: Date,
}

impl Decision for ChangePopulation {
    type State = Trajectory;
    type Refusal = NotAccompanied;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, NotAccompanied> {
        trajectory.accompanied(by, self.occurred_on)?;
        // Who is there already does not move.
        let moved = self.from != Some(self.population);
        let population = Personal::Open(self.population);
        Ok(moved.then_some(Event::PopulationChanged { population }).into_iter().collect())
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::{
        super::{
            NotOpen, WrongDay,
            examples::{
                COACH, OTHER_COACH, TOMORROW, chosen, coach, lead, moves_to_neet, registered,
            },
        },
        *,
    };

    fn moved() -> Event {
        Event::PopulationChanged { population: Personal::Open(Population::Neet) }
    }

    fn accompanied() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(lead())
    }

    #[test]
    fn a_youth_who_leaves_school_moves_to_neet() {
        for by in [coach(COACH), lead()] {
            accompanied().by(by).when(moves_to_neet()).then([moved()]);
        }
        accompanied().when(ChangePopulation { from: None, ..moves_to_neet() }).then([moved()]);
    }

    #[test]
    fn who_is_there_already_does_not_move() {
        let from = Some(Population::Neet);
        accompanied().when(ChangePopulation { from, ..moves_to_neet() }).then([]);
    }

    #[test]
    fn nobody_moves_before_being_registered_on_a_day_to_come_or_by_another_coach() {
        given([]).by(lead()).when(moves_to_neet()).then_refused(NotOpen::Absent);
        let on = |occurred_on| ChangePopulation { occurred_on, ..moves_to_neet() };
        accompanied().when(on(TOMORROW)).then_refused(WrongDay::InTheFuture);
        accompanied().when(on(date(2026, 1, 1))).then_refused(WrongDay::BeforeRegistration);
        accompanied()
            .by(coach(OTHER_COACH))
            .when(moves_to_neet())
            .then_refused(NotAccompanied::NotTheirs);
    }
}
