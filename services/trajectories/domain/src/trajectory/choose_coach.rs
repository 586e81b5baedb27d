//! A youth chooses a coach, with whom they hold a place.

use events::{CoachId, trajectory::TrajectoryEvent as Event};
use kernel::{By, Decision};

use super::{NotOpen, Trajectory};

/// Choose a coach. Choosing the same one again changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct ChooseCoach {
    /// The coach.
    pub coach: CoachId,
}

impl Decision for ChooseCoach {
    type State = Trajectory;
    type Refusal = NotOpen;

    fn decide(&self, _: &By, trajectory: &Trajectory) -> Result<Vec<Event>, NotOpen> {
        let coach = self.coach;
        let is_chosen = trajectory.open()?.coach == Some(coach);
        Ok(if is_chosen { vec![] } else { vec![Event::CoachChosen { coach }] })
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{COACH, OTHER_COACH, chosen, registered},
        *,
    };

    fn choose(coach: CoachId) -> ChooseCoach {
        ChooseCoach { coach }
    }

    #[test]
    fn a_youth_chooses_a_coach() {
        given([registered()]).when(choose(COACH)).then([chosen(COACH)]);
    }

    #[test]
    fn choosing_the_same_coach_again_changes_nothing() {
        given([registered(), chosen(COACH)]).when(choose(COACH)).then([]);
    }

    #[test]
    fn a_youth_may_change_coach() {
        given([registered(), chosen(COACH)]).when(choose(OTHER_COACH)).then([chosen(OTHER_COACH)]);
    }

    #[test]
    fn a_youth_who_is_not_registered_has_no_coach_to_choose() {
        given([]).when(choose(COACH)).then_refused(NotOpen::Absent);
    }
}
