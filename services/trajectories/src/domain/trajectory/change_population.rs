//! A youth moves between education and NEET.

use events::{Population, trajectory::TrajectoryEvent as Event};
use platform::{By, Decision, Personal};

use super::{NotOpen, Trajectory};

/// The youth moved between education and NEET.
#[derive(Clone, Copy, Debug)]
pub struct ChangePopulation {
    /// Where the youth is now.
    pub population: Population,
}

impl Decision for ChangePopulation {
    type State = Trajectory;
    type Refusal = NotOpen;

    fn decide(&self, _: &By, trajectory: &Trajectory) -> Result<Vec<Event>, NotOpen> {
        trajectory.open()?;
        Ok(vec![Event::PopulationChanged { population: Personal::Open(self.population) }])
    }
}

#[cfg(test)]
mod specs {
    use platform::spec::given;

    use super::{super::examples::registered, *};

    #[test]
    fn a_youth_who_leaves_school_moves_to_neet() {
        let population = Population::Neet;
        given([registered()])
            .when(ChangePopulation { population })
            .then([Event::PopulationChanged { population: Personal::Open(population) }]);
    }

    #[test]
    fn nobody_moves_before_being_registered() {
        given([])
            .when(ChangePopulation { population: Population::Neet })
            .then_refused(NotOpen::Absent);
    }
}
