//! A lead asks for the registration of a youth.

use kernel::{
    By, Decision, Personal,
    refusal::{self, Kind},
    text::{self, TextError},
    work::Phase,
};

use crate::trajectory::{RegisterYouth, register};
use events::{
    limits::trajectories::REGISTER_YOUTH_NAME,
    registration::{Registration, RegistrationEvent as Event},
};

/// Longest name of a youth.
pub const NAME_CHARS_MAX: usize = REGISTER_YOUTH_NAME.most();

/// Ask for the registration of a youth who has a name and told what there is to tell.
#[derive(Clone, Debug)]
pub struct BeginRegistration {
    /// What the centre calls the youth.
    pub name: String,
    /// The trajectory that begins with it.
    pub youth: RegisterYouth,
}

/// Why a registration is not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The name cannot be kept.
    Name(TextError),
    /// The trajectory would be refused.
    Youth(register::Refusal),
}

impl From<TextError> for Refusal {
    fn from(wrong: TextError) -> Self {
        Self::Name(wrong)
    }
}

impl From<register::Refusal> for Refusal {
    fn from(refused: register::Refusal) -> Self {
        Self::Youth(refused)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::Name(wrong) => wrong.of_name("name"),
            Self::Youth(refused) => refusal::Refusal::refusal(refused),
        }
    }
}

impl Decision for BeginRegistration {
    type State = Registration;
    type Refusal = Refusal;

    fn decide(&self, by: &By, registration: &Registration) -> Result<Vec<Event>, Refusal> {
        if registration.phase() != Phase::Absent {
            return Ok(vec![]);
        }
        let name = Personal::Open(text::name(&self.name, NAME_CHARS_MAX)?);
        self.youth.check(by.today)?;
        let RegisterYouth { youth, source, registered_on, intake } = self.youth.clone();
        let intake = Personal::Open(intake);
        Ok(vec![
            Event::RegistrationBegun { youth, by: by.actor, name },
            Event::RegistrationIntakeGiven { source, registered_on, intake },
        ])
    }
}

#[cfg(test)]
mod specs {
    use events::trajectory::Intake;
    use jiff::civil::date;
    use kernel::spec::given;

    use super::*;
    use crate::trajectory::examples::{TOMORROW, intake, lead, register};

    fn begin(name: &str) -> BeginRegistration {
        BeginRegistration { name: name.to_owned(), youth: register() }
    }

    fn begun(name: &str) -> [Event; 2] {
        let RegisterYouth { youth, source, registered_on, intake } = register();
        let (name, intake) = (Personal::Open(name.to_owned()), Personal::Open(intake));
        [
            Event::RegistrationBegun { youth, by: lead().actor, name },
            Event::RegistrationIntakeGiven { source, registered_on, intake },
        ]
    }

    #[test]
    fn what_a_lead_asks_is_written_down_before_anything_is_done() {
        given([]).by(lead()).when(begin(" Noor ")).then(begun("Noor"));
    }

    #[test]
    fn a_registration_is_begun_once() {
        given(begun("Noor")).by(lead()).when(begin("Noor")).then([]);
    }

    #[test]
    fn a_youth_needs_a_name_that_can_be_kept() {
        for (name, wrong) in [
            (" ", TextError::Blank),
            ("No\nor", TextError::NotAllowed),
            (&*"é".repeat(NAME_CHARS_MAX + 1), TextError::TooLong),
        ] {
            given([]).by(lead()).when(begin(name)).then_refused(wrong);
        }
    }

    #[test]
    fn what_the_trajectory_would_refuse_is_refused_at_once() {
        let late = RegisterYouth { registered_on: TOMORROW, ..register() };
        let late = BeginRegistration { youth: late, ..begin("Noor") };
        given([]).by(lead()).when(late).then_refused(register::Refusal::InTheFuture);
        let old = Intake { birth_date: date(1900, 1, 1), ..intake() };
        let old = RegisterYouth { intake: old, ..register() };
        let old = BeginRegistration { youth: old, ..begin("Noor") };
        given([]).by(lead()).when(old).then_refused(register::Refusal::AgeOutOfRange);
    }
}
