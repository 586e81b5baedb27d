//! A coach registers a coaching step (L1328–1336).

use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::{NotOpen, Trajectory, WrongDay};
use events::{
    ExitKind,
    limits::trajectories::{REGISTER_STEP_MINUTES, REGISTER_STEP_NOTE},
    trajectory::{Step, TrajectoryEvent as Event},
};
use jiff::civil::Date;

/// Longest note, characters.
pub const NOTE_CHARS_MAX: usize = REGISTER_STEP_NOTE.most();

/// Register a step with the youth who chose whoever asks. After the end of a trajectory it is after-care (L1433),
/// which has no end.
#[derive(Clone, Debug)]
pub struct RegisterStep {
    /// The step; its id is made by the client, its minutes are as [`REGISTER_STEP_MINUTES`] says.
    pub step: Step,
    /// The day it took place.
    pub occurred_on: Date,
    /// What went well, in the coach's words; at most [`NOTE_CHARS_MAX`] characters.
    pub note: Option<String>,
    /// How the trajectory ended, as far as that can be read: the state does not know it.
    pub ended: Option<ExitKind>,
}

/// Why a step was not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The trajectory is not under way.
    NotOpen(NotOpen),
    /// The youth chose another coach, or none; or the step is another coach's.
    NotTheirs,
    /// The step's id is taken.
    StepExists,
    /// It cannot have taken place on that day.
    Day(WrongDay),
    /// No time, or more than [`REGISTER_STEP_MINUTES`] allows.
    MinutesOutOfRange,
    /// More than [`NOTE_CHARS_MAX`].
    NoteTooLong,
    /// The note has a control character, or one that turns the direction of the text.
    NoteNotReadable,
}

impl From<NotOpen> for Refusal {
    fn from(not_open: NotOpen) -> Self {
        Self::NotOpen(not_open)
    }
}

impl From<WrongDay> for Refusal {
    fn from(day: WrongDay) -> Self {
        Self::Day(day)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(not_open) => not_open.refusal(),
            Self::NotTheirs => Kind::NotFound,
            Self::StepExists => Kind::State(Reason::StepExists),
            Self::Day(day) => day.refusal(),
            Self::MinutesOutOfRange => Kind::Field("minutes", Reason::MinutesOutOfRange),
            Self::NoteTooLong => Kind::Field("note", Reason::NoteTooLong),
            Self::NoteNotReadable => Kind::Field("note", Reason::CharacterNotAllowed),
        }
    }
}

impl Decision for RegisterStep {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let begun = match trajectory.open() {
            Err(NotOpen::Closed) if self.ended.is_some_and(goes_on) => trajectory.begun()?,
            open => open?,
        };
        let &Step { step, coach, minutes, .. } = &self.step;
        if coach.uuid() != by.actor || begun.coach != Some(coach) {
            return Err(Refusal::NotTheirs);
        }
        if begun.steps.contains_key(&step) {
            return Err(Refusal::StepExists);
        }
        begun.check_day(self.occurred_on, by.today)?;
        if !REGISTER_STEP_MINUTES.holds(minutes) {
            return Err(Refusal::MinutesOutOfRange);
        }
        let note = checked_note(self.note.as_deref().unwrap_or_default())?;
        let registered = Event::StepRegistered(self.step.clone());
        let noted = note.map(|note| Event::StepNoted { step, note: Personal::Open(note) });
        Ok([registered].into_iter().chain(noted).collect())
    }
}

/// Whether after-care follows: not with whoever stopped or is gone.
pub fn goes_on(ended: ExitKind) -> bool {
    match ended {
        ExitKind::Job
        | ExitKind::Diploma
        | ExitKind::Education
        | ExitKind::Training
        | ExitKind::SelfEmployed => true,
        ExitKind::StoppedByYouth | ExitKind::Moved | ExitKind::Other | ExitKind::Unknown => false,
    }
}

fn checked_note(note: &str) -> Result<Option<String>, Refusal> {
    text::words(note, NOTE_CHARS_MAX).map_err(|wrong| match wrong {
        TextError::Blank | TextError::TooLong => Refusal::NoteTooLong,
        TextError::NotAllowed => Refusal::NoteNotReadable,
    })
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{
            COACH, OTHER_COACH, STEP, TOMORROW, chosen, closed, coach, register_step, registered,
            step, step_registered,
        },
        *,
    };

    fn their_coach() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(coach(COACH))
    }

    fn noted(note: &str) -> RegisterStep {
        RegisterStep { note: Some(note.to_owned()), ..register_step() }
    }

    #[test]
    fn the_chosen_coach_registers_a_step() {
        their_coach().when(register_step()).then([step_registered()]);
    }

    #[test]
    fn after_care_has_no_end_with_whoever_went_on_to_something() {
        let ended = || given([registered(), chosen(COACH), closed()]).by(coach(COACH));
        let after = |ended| RegisterStep { ended, ..register_step() };
        ended().when(after(Some(ExitKind::Job))).then([step_registered()]);
        ended().when(after(Some(ExitKind::StoppedByYouth))).then_refused(NotOpen::Closed);
        ended().when(after(None)).then_refused(NotOpen::Closed);
        ended()
            .by(coach(OTHER_COACH))
            .when(after(Some(ExitKind::Job)))
            .then_refused(Refusal::NotTheirs);
    }

    #[test]
    fn a_note_is_an_event_of_its_own_because_its_key_is_another() {
        let note = Personal::Open("Noor found her words".to_owned());
        their_coach()
            .when(noted(" Noor found her words "))
            .then([step_registered(), Event::StepNoted { step: STEP, note }]);
    }

    #[test]
    fn a_blank_note_is_no_note() {
        their_coach().when(noted("  ")).then([step_registered()]);
    }

    #[test]
    fn another_coach_finds_no_such_trajectory() {
        given([registered(), chosen(OTHER_COACH)])
            .by(coach(COACH))
            .when(register_step())
            .then_refused(Refusal::NotTheirs);
    }

    #[test]
    fn nobody_registers_a_step_for_another_coach() {
        given([registered(), chosen(COACH)])
            .by(coach(OTHER_COACH))
            .when(register_step())
            .then_refused(Refusal::NotTheirs);
    }

    #[test]
    fn a_step_id_is_used_once() {
        given([registered(), chosen(COACH), step_registered()])
            .by(coach(COACH))
            .when(register_step())
            .then_refused(Refusal::StepExists);
    }

    #[test]
    fn a_step_cannot_lie_in_the_future() {
        their_coach()
            .when(RegisterStep { occurred_on: TOMORROW, ..register_step() })
            .then_refused(WrongDay::InTheFuture);
    }

    #[test]
    fn a_step_cannot_lie_before_the_registration() {
        their_coach()
            .when(RegisterStep { occurred_on: date(2026, 1, 11), ..register_step() })
            .then_refused(WrongDay::BeforeRegistration);
    }

    #[test]
    fn a_step_takes_from_a_minute_to_ten_hours() {
        for minutes in [0, 601] {
            their_coach()
                .when(RegisterStep { step: Step { minutes, ..step() }, ..register_step() })
                .then_refused(Refusal::MinutesOutOfRange);
        }
    }

    #[test]
    fn a_note_has_a_longest_length() {
        their_coach()
            .when(noted(&"a".repeat(NOTE_CHARS_MAX + 1)))
            .then_refused(Refusal::NoteTooLong);
    }

    #[test]
    fn a_note_has_no_control_characters_but_line_breaks() {
        for note in ["a\0b", "a\u{1b}[31m", "a\u{2066}b"] {
            their_coach().when(noted(note)).then_refused(Refusal::NoteNotReadable);
        }
    }
}
