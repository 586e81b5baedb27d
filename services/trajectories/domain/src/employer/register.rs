//! A coach or a lead writes down an employer.

use events::{
    employer::{Employer as Facts, EmployerEvent as Event},
    limits::trajectories::{REGISTER_EMPLOYER_MUNICIPALITY, REGISTER_EMPLOYER_NAME},
};
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Employer;

/// Write it down.
#[derive(Clone, Debug)]
pub struct RegisterEmployer {
    /// Who, where, what.
    pub employer: Facts,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The id is taken.
    EmployerExists,
    /// A name cannot be kept: in this field.
    Name(&'static str, TextError),
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::EmployerExists => Kind::State(Reason::EmployerExists),
            Self::Name(field, wrong) => wrong.of_name(field),
        }
    }
}

impl Decision for RegisterEmployer {
    type State = Employer;
    type Refusal = Refusal;

    fn decide(&self, _: &By, employer: &Employer) -> Result<Vec<Event>, Refusal> {
        if *employer == Employer::Known {
            return Err(Refusal::EmployerExists);
        }
        let name = |field, text: &str, most| {
            text::name(text, most).map_err(|wrong| Refusal::Name(field, wrong))
        };
        let employer = Facts {
            name: name("name", &self.employer.name, REGISTER_EMPLOYER_NAME.most())?,
            municipality: name(
                "municipality",
                &self.employer.municipality,
                REGISTER_EMPLOYER_MUNICIPALITY.most(),
            )?,
            sector: self.employer.sector,
        };
        Ok(vec![Event::EmployerRegistered { employer: Personal::Open(employer) }])
    }
}

#[cfg(test)]
mod specs {
    use events::Sector;
    use kernel::spec::given;

    use super::*;
    use crate::trajectory::examples::{COACH, coach};

    fn bakery(name: &str) -> Facts {
        let (name, municipality) = (name.to_owned(), "Ghent".to_owned());
        Facts { name, municipality, sector: Sector::Trade }
    }

    fn registered() -> Event {
        Event::EmployerRegistered { employer: Personal::Open(bakery("De Broodnijverheid")) }
    }

    fn register(name: &str) -> RegisterEmployer {
        RegisterEmployer { employer: bakery(name) }
    }

    #[test]
    fn an_employer_is_written_down_once() {
        let by = coach(COACH);
        given([]).by(by).when(register(" De  Broodnijverheid ")).then([registered()]);
        given([registered()])
            .by(by)
            .when(register("De Broodnijverheid"))
            .then_refused(Refusal::EmployerExists);
    }

    #[test]
    fn it_has_a_name_that_fits() {
        let when = |name: &str| given::<Employer>([]).by(coach(COACH)).when(register(name));
        when("  ").then_refused(Refusal::Name("name", TextError::Blank));
        when(&"a".repeat(REGISTER_EMPLOYER_NAME.most() + 1))
            .then_refused(Refusal::Name("name", TextError::TooLong));
    }
}
