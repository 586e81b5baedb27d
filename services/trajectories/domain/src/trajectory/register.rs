//! A youth is registered with the centre. Whoever wants guidance can start (L1408).

use std::ops::RangeInclusive;

use events::{
    Source, YouthId,
    trajectory::{Intake, TrajectoryEvent as Event},
};
use itertools::Itertools;
use jiff::civil::Date;
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
};

use super::Trajectory;

/// Oldest and youngest person that can be registered, years. The programme is for 17.5 to 30
/// (L1163); tables count from 15.
const AGE_YEARS: RangeInclusive<i16> = 12..=67;

/// Register a youth with their intake facts.
#[derive(Clone, Debug)]
pub struct RegisterYouth {
    /// The youth.
    pub youth: YouthId,
    /// Who referred them.
    pub source: Source,
    /// The day of registration.
    pub registered_on: Date,
    /// What the youth told.
    pub intake: Intake,
}

/// Why a youth was not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The youth is registered.
    AlreadyRegistered,
    /// The day is yet to come.
    InTheFuture,
    /// Not a birth date of someone in the programme.
    AgeOutOfRange,
    /// The main disability stands among the others, or one stands there twice.
    DisabilityTwice,
    /// A barrier stands there twice.
    BarrierTwice,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::AlreadyRegistered => Kind::State(Reason::AlreadyRegistered),
            Self::InTheFuture => Kind::Field("registeredOn", Reason::InTheFuture),
            Self::AgeOutOfRange => Kind::Field("intake.birthDate", Reason::AgeOutOfRange),
            Self::DisabilityTwice => {
                Kind::Field("intake.otherDisabilities", Reason::DisabilityTwice)
            }
            Self::BarrierTwice => Kind::Field("intake.barriers", Reason::BarrierTwice),
        }
    }
}

impl Decision for RegisterYouth {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        if *trajectory != Trajectory::Absent {
            return Err(Refusal::AlreadyRegistered);
        }
        self.check(by.today)?;
        let (youth, source, registered_on) = (self.youth, self.source, self.registered_on);
        let intake = Personal::Open(self.intake.clone());
        Ok(vec![
            Event::YouthRegistered { youth, source, registered_on },
            Event::IntakeRecorded { intake },
        ])
    }
}

impl RegisterYouth {
    /// Refuses what would be refused whether or not there is a trajectory.
    ///
    /// # Errors
    ///
    /// What is wrong with what was told.
    pub fn check(&self, today: Date) -> Result<(), Refusal> {
        if self.registered_on > today {
            return Err(Refusal::InTheFuture);
        }
        check_intake(&self.intake, self.registered_on)
    }
}

fn check_intake(intake: &Intake, registered_on: Date) -> Result<(), Refusal> {
    let before_birthday = (registered_on.month(), registered_on.day())
        < (intake.birth_date.month(), intake.birth_date.day());
    let age = registered_on.year() - intake.birth_date.year() - i16::from(before_birthday);
    if !AGE_YEARS.contains(&age) {
        return Err(Refusal::AgeOutOfRange);
    }
    if !intake.other_disabilities.iter().chain([&intake.disability]).all_unique() {
        return Err(Refusal::DisabilityTwice);
    }
    if !intake.barriers.iter().flatten().all_unique() {
        return Err(Refusal::BarrierTwice);
    }
    Ok(())
}

#[cfg(test)]
mod specs {
    use events::{Barrier, Disability};
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{TOMORROW, intake, lead, register, registered},
        *,
    };

    fn nobody() -> Given<Trajectory> {
        given([]).by(lead())
    }

    fn with(intake: Intake) -> RegisterYouth {
        RegisterYouth { intake, ..register() }
    }

    #[test]
    fn whoever_wants_guidance_can_start() {
        let intake = Personal::Open(intake());
        nobody().when(register()).then([registered(), Event::IntakeRecorded { intake }]);
    }

    #[test]
    fn a_youth_is_registered_once() {
        given([registered()]).by(lead()).when(register()).then_refused(Refusal::AlreadyRegistered);
    }

    #[test]
    fn a_registration_cannot_lie_in_the_future() {
        let register = RegisterYouth { registered_on: TOMORROW, ..register() };
        nobody().when(register).then_refused(Refusal::InTheFuture);
    }

    #[test]
    fn a_birth_date_that_makes_no_young_person_is_a_typing_error() {
        for birth_date in [date(2020, 1, 1), date(1900, 1, 1), date(2026, 5, 1)] {
            let register = with(Intake { birth_date, ..intake() });
            nobody().when(register).then_refused(Refusal::AgeOutOfRange);
        }
    }

    #[test]
    fn each_disability_is_named_once() {
        let other_disabilities = vec![Disability::Mental];
        nobody()
            .when(with(Intake { other_disabilities, ..intake() }))
            .then_refused(Refusal::DisabilityTwice);
    }

    #[test]
    fn each_barrier_is_named_once() {
        let barriers = Some(vec![Barrier::Poverty, Barrier::Network, Barrier::Poverty]);
        nobody().when(with(Intake { barriers, ..intake() })).then_refused(Refusal::BarrierTwice);
    }
}
