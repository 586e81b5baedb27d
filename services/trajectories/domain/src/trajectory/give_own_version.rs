//! A youth puts an own version beside a step that a coach wrote down (GDPR Art. 16).

use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::{NoSuchStep, Trajectory};
use events::{
    StepId, limits::trajectories::GIVE_OWN_VERSION_WORDS, trajectory::TrajectoryEvent as Event,
};

/// Longest own version, characters.
pub const WORDS_CHARS_MAX: usize = GIVE_OWN_VERSION_WORDS.most();

/// Tell how a step was: one that was withdrawn, too, and of a trajectory that ended. What the coach wrote
/// stays as it is.
#[derive(Clone, Debug)]
pub struct GiveOwnVersion {
    /// The step.
    pub step: StepId,
    /// How it was, in own words; at most [`WORDS_CHARS_MAX`] characters.
    pub words: String,
    /// What is shown beside the step, as far as that can be read: the state does not know it.
    pub shown: Option<String>,
}

/// Why an own version was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such step in the trajectory.
    NoSuchStep,
    /// Nothing that can be read.
    Blank,
    /// More than [`WORDS_CHARS_MAX`].
    TooLong,
    /// A control character, or one that turns the direction of the text.
    NotReadable,
}

impl From<NoSuchStep> for Refusal {
    fn from(NoSuchStep: NoSuchStep) -> Self {
        Self::NoSuchStep
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NoSuchStep => NoSuchStep.refusal(),
            Self::Blank => Kind::Field("words", Reason::VersionBlank),
            Self::TooLong => Kind::Field("words", Reason::VersionTooLong),
            Self::NotReadable => Kind::Field("words", Reason::CharacterNotAllowed),
        }
    }
}

impl Decision for GiveOwnVersion {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, _: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let step = trajectory.step(self.step)?;
        let words = checked(&self.words)?;
        // The same words again change nothing, unless they were taken away meanwhile.
        if step.has_version && self.shown.as_ref() == Some(&words) {
            return Ok(vec![]);
        }
        Ok(vec![Event::OwnVersionGiven { step: self.step, words: Personal::Open(words) }])
    }
}

fn checked(words: &str) -> Result<String, Refusal> {
    let words = text::words(words, WORDS_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank => Refusal::Blank,
        TextError::TooLong => Refusal::TooLong,
        TextError::NotAllowed => Refusal::NotReadable,
    })?;
    words.ok_or(Refusal::Blank)
}

#[cfg(test)]
mod specs {
    use kernel::spec::{Given, given};
    use uuid::Uuid;

    use super::{
        super::examples::{
            COACH, STEP, chosen, give_own_version, own_version_given, registered, step_registered,
            youth,
        },
        *,
    };

    fn noted() -> Given<Trajectory> {
        given([registered(), chosen(COACH), step_registered()]).by(youth())
    }

    fn says(words: &str) -> GiveOwnVersion {
        GiveOwnVersion { words: words.to_owned(), ..give_own_version() }
    }

    fn told(words: &str) -> Event {
        Event::OwnVersionGiven { step: STEP, words: Personal::Open(words.to_owned()) }
    }

    #[test]
    fn a_youth_puts_an_own_version_beside_what_a_coach_wrote_down() {
        noted().when(give_own_version()).then([own_version_given()]);
        noted().when(says(" I was ill\nthat day ")).then([told("I was ill\nthat day")]);
    }

    #[test]
    fn given_again_it_is_another_and_the_log_keeps_both() {
        let shown = Some("I was ill that day".to_owned());
        given([registered(), chosen(COACH), step_registered(), own_version_given()])
            .by(youth())
            .when(GiveOwnVersion { shown, ..says("I was at the doctor") })
            .then([told("I was at the doctor")]);
    }

    #[test]
    fn the_same_words_again_change_nothing_unless_they_were_taken_away_meanwhile() {
        let past = [registered(), chosen(COACH), step_registered(), own_version_given()];
        let again = || {
            let shown = Some("I was ill that day".to_owned());
            GiveOwnVersion { shown, ..says("I was ill that day ") }
        };
        given(past.clone()).by(youth()).when(again()).then([]);
        let withdrawn = Event::OwnVersionWithdrawn { step: STEP };
        given(past.into_iter().chain([withdrawn]))
            .by(youth())
            .when(again())
            .then([own_version_given()]);
    }

    #[test]
    fn a_step_that_was_withdrawn_has_an_own_version_too() {
        let withdrawn = Event::StepWithdrawn { step: STEP };
        given([registered(), chosen(COACH), step_registered(), withdrawn])
            .by(youth())
            .when(give_own_version())
            .then([own_version_given()]);
    }

    #[test]
    fn beside_a_step_that_never_was_there_is_nothing_to_tell() {
        let step = StepId::new(Uuid::from_u128(7));
        noted()
            .when(GiveOwnVersion { step, ..give_own_version() })
            .then_refused(Refusal::NoSuchStep);
        given::<Trajectory>([])
            .by(youth())
            .when(give_own_version())
            .then_refused(Refusal::NoSuchStep);
    }

    #[test]
    fn an_own_version_is_something_that_can_be_read() {
        for words in ["", " \n ", "\u{200b}"] {
            noted().when(says(words)).then_refused(Refusal::Blank);
        }
        for words in ["a\0b", "a\u{1b}[31m", "a\u{2066}b"] {
            noted().when(says(words)).then_refused(Refusal::NotReadable);
        }
        let longest = "a".repeat(WORDS_CHARS_MAX);
        noted().when(says(&longest)).then([told(&longest)]);
        noted().when(says(&format!("{longest}a"))).then_refused(Refusal::TooLong);
    }
}
