//! A person is registered and gets the first start card.

use kernel::{
    By, Decision, Personal, Reason, Role,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Person;
use events::{
    limits::identity::{REGISTER_PERSON_FTE_PERCENT, REGISTER_PERSON_NAME},
    person::PersonEvent as Event,
};

/// Longest name of a person.
pub const NAME_CHARS_MAX: usize = REGISTER_PERSON_NAME.most();
/// What a coach works when nothing is said.
const FULL_TIME_PERCENT: u8 = 100;

/// Register the person and issue the first start card.
#[derive(Clone, Debug)]
pub struct RegisterPerson {
    /// What the person is.
    pub role: Role,
    /// What the centre calls the person, open.
    pub name: Personal<String>,
    /// A coach's working time in hundredths of full time; nothing = full time.
    pub fte_percent: Option<u8>,
    /// Keyed hash of the first card's code.
    pub code_hash: String,
}

/// Why a person was not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The identifier is taken.
    PersonExists,
    /// A service is no person.
    RoleNotForPeople,
    /// The name cannot be kept.
    Name(TextError),
    /// The working time is no coach's.
    FteOutOfRange,
    /// Someone else than a coach has a working time.
    FteOnlyForCoaches,
}

impl From<TextError> for Refusal {
    fn from(wrong: TextError) -> Self {
        Self::Name(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::PersonExists => Kind::State(Reason::PersonExists),
            Self::RoleNotForPeople => Kind::Field("role", Reason::RoleNotForPeople),
            Self::Name(wrong) => wrong.of_name("name"),
            Self::FteOutOfRange => Kind::Field("ftePercent", Reason::FteOutOfRange),
            Self::FteOnlyForCoaches => Kind::Field("ftePercent", Reason::FteOnlyForCoaches),
        }
    }
}

impl RegisterPerson {
    /// Refuses what would be refused whoever the id belongs to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was asked.
    pub fn check(&self) -> Result<(), Refusal> {
        self.registered().map(drop)
    }

    fn registered(&self) -> Result<Vec<Event>, Refusal> {
        if self.role == Role::Service {
            return Err(Refusal::RoleNotForPeople);
        }
        let fte_percent = working_time(self.role, self.fte_percent)?;
        // A sealed name cannot be checked, so it counts as none.
        let name = self.name.get().map_or("", String::as_str);
        let name = Personal::Open(text::name(name, NAME_CHARS_MAX)?);
        Ok(vec![
            Event::PersonRegistered { role: self.role, fte_percent, name },
            Event::StartCardIssued { code_hash: self.code_hash.clone() },
        ])
    }
}

impl Decision for RegisterPerson {
    type State = Person;
    type Refusal = Refusal;

    fn decide(&self, _: &By, person: &Person) -> Result<Vec<Event>, Refusal> {
        match person {
            Person::Registered(_) | Person::Erased => Err(Refusal::PersonExists),
            Person::Absent => self.registered(),
        }
    }
}

/// A coach of whom nothing is said works full time.
fn working_time(role: Role, fte_percent: Option<u8>) -> Result<Option<u8>, Refusal> {
    match (role, fte_percent) {
        (Role::Coach, None) => Ok(Some(FULL_TIME_PERCENT)),
        (Role::Coach, Some(percent)) if REGISTER_PERSON_FTE_PERCENT.holds(percent) => {
            Ok(Some(percent))
        }
        (Role::Coach, Some(_)) => Err(Refusal::FteOutOfRange),
        (_, Some(_)) => Err(Refusal::FteOnlyForCoaches),
        (_, None) => Ok(None),
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{card, open, register, registered, youth},
        *,
    };

    #[test]
    fn registering_a_person_issues_the_first_card() {
        given([]).when(register(Role::Youth, " Noor ", None)).then(youth());
    }

    #[test]
    fn a_coach_works_as_said_or_full_time() {
        let coach = |fte_percent| [registered(Role::Coach, Some(fte_percent)), card("card1")];
        given([]).when(register(Role::Coach, "Noor", None)).then(coach(100));
        for percent in [10, 50, 100] {
            given([]).when(register(Role::Coach, "Noor", Some(percent))).then(coach(percent));
        }
    }

    #[test]
    fn a_coach_works_a_tenth_to_the_whole_of_full_time() {
        for percent in [0, 9, 101] {
            given([])
                .when(register(Role::Coach, "Noor", Some(percent)))
                .then_refused(Refusal::FteOutOfRange);
        }
    }

    #[test]
    fn only_coaches_have_a_working_time() {
        for role in [Role::Youth, Role::Lead, Role::Officer, Role::Auditor, Role::Operator] {
            given([])
                .when(register(role, "Noor", Some(50)))
                .then_refused(Refusal::FteOnlyForCoaches);
        }
    }

    #[test]
    fn a_person_is_registered_once() {
        given(youth())
            .when(register(Role::Youth, "Noor", None))
            .then_refused(Refusal::PersonExists);
    }

    #[test]
    fn a_service_is_no_person() {
        given([])
            .when(register(Role::Service, "Noor", None))
            .then_refused(Refusal::RoleNotForPeople);
    }

    #[test]
    fn a_person_needs_a_name() {
        for blank in [" \t", "\u{200b}", "\u{3164}", "\u{301}"] {
            given([]).when(register(Role::Youth, blank, None)).then_refused(TextError::Blank);
        }
    }

    #[test]
    fn a_name_stays_in_its_line_and_runs_in_its_direction() {
        for name in ["Jan\nPeeters", "Ana\0", "\u{202e}nanA"] {
            given([]).when(register(Role::Youth, name, None)).then_refused(TextError::NotAllowed);
        }
    }

    #[test]
    fn a_name_has_a_longest_length_in_characters_not_bytes() {
        let longest = "ë".repeat(NAME_CHARS_MAX);
        let name = open(&longest);
        let registered = Event::PersonRegistered { role: Role::Youth, fte_percent: None, name };
        given([]).when(register(Role::Youth, &longest, None)).then([registered, card("card1")]);
        given([])
            .when(register(Role::Youth, &format!("{longest}ë"), None))
            .then_refused(TextError::TooLong);
    }
}
