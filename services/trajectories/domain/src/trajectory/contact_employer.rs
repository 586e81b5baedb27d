//! A coach talked with an employer about a youth (IPS 15 to 18).

use events::{
    ContactId,
    limits::trajectories::CONTACT_EMPLOYER_MINUTES,
    trajectory::{EmployerContact, TrajectoryEvent as Event},
};
use jiff::civil::Date;
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::{NotAccompanied, Trajectory, WrittenDownAlready};

/// Write it down.
#[derive(Clone, Debug)]
pub struct ContactEmployer {
    /// Made by the client.
    pub contact: ContactId,
    /// With whom, and how; its minutes are as [`CONTACT_EMPLOYER_MINUTES`] says.
    pub talk: EmployerContact,
    /// The day.
    pub occurred_on: Date,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be written down.
    NotAccompanied(NotAccompanied),
    /// The id is taken.
    WrittenDownAlready,
    /// No time, or more than [`CONTACT_EMPLOYER_MINUTES`] allows.
    MinutesOutOfRange,
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
            Self::MinutesOutOfRange => Kind::Field("minutes", Reason::MinutesOutOfRange),
        }
    }
}

impl Decision for ContactEmployer {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let open = trajectory.coached(by, self.occurred_on)?;
        if open.contacts.contains(&self.contact) {
            return Err(Refusal::WrittenDownAlready);
        }
        if !CONTACT_EMPLOYER_MINUTES.holds(self.talk.minutes) {
            return Err(Refusal::MinutesOutOfRange);
        }
        let (contact, talk) = (self.contact, Personal::Open(self.talk.clone()));
        Ok(vec![Event::EmployerContacted { contact, talk }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{
            COACH, OTHER_COACH, chosen, coach, contact_employer, employer_contacted, lead,
            registered, talk,
        },
        *,
    };

    fn their_coach() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(coach(COACH))
    }

    #[test]
    fn the_chosen_coach_writes_down_a_talk() {
        their_coach().when(contact_employer()).then([employer_contacted()]);
        for by in [coach(OTHER_COACH), lead()] {
            their_coach().by(by).when(contact_employer()).then_refused(NotAccompanied::NotTheirs);
        }
    }

    #[test]
    fn a_talk_takes_from_a_minute_to_ten_hours_and_is_written_down_once() {
        for minutes in [0, 601] {
            let talk = EmployerContact { minutes, ..talk() };
            let command = ContactEmployer { talk, ..contact_employer() };
            their_coach().when(command).then_refused(Refusal::MinutesOutOfRange);
        }
        given([registered(), chosen(COACH), employer_contacted()])
            .by(coach(COACH))
            .when(contact_employer())
            .then_refused(Refusal::WrittenDownAlready);
    }
}
