//! A youth begins somewhere: an internship, a training, a job (table 3; IPS 19 to 21).

use events::{
    JobStartRule, PlacementId, PlacementKind,
    limits::trajectories::START_PLACEMENT_WEEKLY_HOURS,
    trajectory::{Placement, TrajectoryEvent as Event},
};
use jiff::civil::Date;
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::{NotAccompanied, Trajectory, WrittenDownAlready};

/// From so many paid hours on a job counts as begun (IPS Grow, since April 2024).
const PAID_HOURS_MIN: u8 = 4;

/// Write it down.
#[derive(Clone, Debug)]
pub struct StartPlacement {
    /// Made by the client.
    pub placement: PlacementId,
    /// What and where; by which rule it counts is left to the decision.
    pub facts: Placement,
    /// The first day.
    pub occurred_on: Date,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be written down.
    NotAccompanied(NotAccompanied),
    /// The id is taken.
    WrittenDownAlready,
    /// No hours, or more than [`START_PLACEMENT_WEEKLY_HOURS`] allows.
    HoursOutOfRange,
    /// Only a job has this.
    OnlyForJobs(&'static str),
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
            Self::WrittenDownAlready => WrittenDownAlready.refusal(),
            Self::HoursOutOfRange => Kind::Field("weeklyHours", Reason::HoursOutOfRange),
            Self::OnlyForJobs(field) => Kind::Field(field, Reason::OnlyForJobs),
        }
    }
}

impl Decision for StartPlacement {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let open = trajectory.coached(by, self.occurred_on)?;
        if open.placements.contains_key(&self.placement) {
            return Err(Refusal::WrittenDownAlready);
        }
        let mut facts = self.facts.clone();
        if !START_PLACEMENT_WEEKLY_HOURS.holds(facts.weekly_hours) {
            return Err(Refusal::HoursOutOfRange);
        }
        if facts.kind != PlacementKind::Job {
            let given = [("form", facts.form.is_some()), ("contract", facts.contract.is_some())];
            if let Some((field, _)) = given.into_iter().find(|(_, given)| *given) {
                return Err(Refusal::OnlyForJobs(field));
            }
        }
        facts.counts_by = counts(&facts).then_some(JobStartRule::FourPaidHours);
        let (placement, started_on) = (self.placement, self.occurred_on);
        let facts = Personal::Open(facts);
        Ok(vec![Event::PlacementStarted { placement, started_on, facts }])
    }
}

/// Whether it is the start of a job, by the rule of now.
fn counts(facts: &Placement) -> bool {
    let works = matches!(facts.kind, PlacementKind::Job | PlacementKind::SelfEmployed);
    works && facts.paid && facts.weekly_hours >= PAID_HOURS_MIN
}

#[cfg(test)]
mod specs {
    use kernel::spec::{Given, given};

    use super::{
        super::{
            WrongDay,
            examples::{
                COACH, OTHER_COACH, TOMORROW, chosen, coach, job, lead, placement_started,
                registered, start_placement,
            },
        },
        *,
    };

    fn their_coach() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(coach(COACH))
    }

    fn with(change: impl FnOnce(&mut Placement)) -> StartPlacement {
        let mut facts = job();
        change(&mut facts);
        StartPlacement { facts, ..start_placement() }
    }

    /// By which rule it counts.
    fn rule(command: &StartPlacement) -> Option<JobStartRule> {
        let state = [registered(), chosen(COACH)];
        let state = state.iter().fold(Trajectory::default(), kernel::State::evolve);
        match &command.decide(&coach(COACH), &state).unwrap()[..] {
            [Event::PlacementStarted { facts: Personal::Open(facts), .. }] => facts.counts_by,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_chosen_coach_writes_down_the_start_of_a_job() {
        their_coach().when(start_placement()).then([placement_started()]);
        for by in [coach(OTHER_COACH), lead()] {
            their_coach().by(by).when(start_placement()).then_refused(NotAccompanied::NotTheirs);
        }
    }

    #[test]
    fn a_job_counts_from_four_paid_hours_and_says_by_which_rule() {
        assert_eq!(rule(&start_placement()), Some(JobStartRule::FourPaidHours));
        assert_eq!(rule(&with(|job| job.weekly_hours = 3)), None);
        assert_eq!(rule(&with(|job| job.paid = false)), None);
        let internship = with(|job| {
            (job.kind, job.form, job.contract) = (PlacementKind::Internship, None, None);
        });
        assert_eq!(rule(&internship), None);
    }

    #[test]
    fn a_form_and_a_contract_are_a_jobs() {
        let form = with(|job| job.kind = PlacementKind::Internship);
        their_coach().when(form).then_refused(Refusal::OnlyForJobs("form"));
        let contract = with(|job| (job.kind, job.form) = (PlacementKind::Training, None));
        their_coach().when(contract).then_refused(Refusal::OnlyForJobs("contract"));
    }

    #[test]
    fn a_week_has_hours_and_a_start_a_day_that_was() {
        for hours in [0, 49] {
            let command = with(|job| job.weekly_hours = hours);
            their_coach().when(command).then_refused(Refusal::HoursOutOfRange);
        }
        let tomorrow = StartPlacement { occurred_on: TOMORROW, ..start_placement() };
        their_coach().when(tomorrow).then_refused(NotAccompanied::Day(WrongDay::InTheFuture));
    }

    #[test]
    fn a_placement_is_written_down_once() {
        given([registered(), chosen(COACH), placement_started()])
            .by(coach(COACH))
            .when(start_placement())
            .then_refused(Refusal::WrittenDownAlready);
    }
}
