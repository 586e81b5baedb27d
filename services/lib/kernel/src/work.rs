//! Work that takes several commands: what its stream says of it, whatever the work is.
//!
//! A process manager (Hohpe and Woolf, Enterprise Integration Patterns, 2003) as a stream: first stands
//! what was asked, last how it ended. Work either finishes, or it is turned back and undone.
//!
//! Invariant: what is finished is never undone, and what is undone never finished.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use vocabulary::Reason;

use crate::{
    By, Decision, Event, State,
    refusal::{Kind, Refusal},
};

/// How far work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// Nobody asked for it.
    #[default]
    Absent,
    /// Somebody asked for it: it is being done.
    Begun,
    /// All of it is done.
    Finished,
    /// It could not go on: what was done of it is being taken back.
    TurnedBack,
    /// Nothing of it is left.
    Undone,
}

impl Phase {
    /// Whether there is nothing to do any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Undone)
    }
}

/// An event of the streams of one kind of work.
pub trait WorkEvent: Event {
    /// The kind of stream.
    const KIND: &'static str;

    /// The phase that begins with it; `None` if it only tells more of what was asked.
    fn phase(&self) -> Option<Phase>;

    /// The event with which a phase begins that says no more than that.
    fn begins(phase: Phase) -> Option<Self>;
}

/// Work of one kind, as far as the rules need to know it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Work<E> {
    phase: Phase,
    #[serde(skip)]
    of: PhantomData<fn() -> E>,
}

impl<E> Work<E> {
    /// How far it is.
    pub fn phase(&self) -> Phase {
        self.phase
    }
}

impl<E> Default for Work<E> {
    fn default() -> Self {
        Self { phase: Phase::Absent, of: PhantomData }
    }
}

impl<E> Clone for Work<E> {
    fn clone(&self) -> Self {
        Self { phase: self.phase, of: PhantomData }
    }
}

impl<E: WorkEvent> State for Work<E> {
    type Event = E;

    const KIND: &'static str = E::KIND;
    const VERSION: u32 = 1;

    fn evolve(self, event: &E) -> Self {
        Self { phase: event.phase().unwrap_or(self.phase), of: PhantomData }
    }
}

/// Take work to its next phase. Where it is already there is nothing to do.
#[derive(Clone, Copy, Debug)]
pub struct Move<E> {
    to: Phase,
    of: PhantomData<fn() -> E>,
}

impl<E> Move<E> {
    /// To this phase.
    pub fn to(phase: Phase) -> Self {
        Self { to: phase, of: PhantomData }
    }
}

/// The work is over, or was never begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkOver;

impl Refusal for WorkOver {
    fn refusal(&self) -> Kind {
        Kind::State(Reason::WorkOver)
    }
}

impl<E: WorkEvent> Decision for Move<E> {
    type State = Work<E>;
    type Refusal = WorkOver;

    fn decide(&self, _: &By, work: &Work<E>) -> Result<Vec<E>, WorkOver> {
        match (work.phase, self.to) {
            (is, to) if is == to => Ok(vec![]),
            (Phase::Begun, Phase::Finished | Phase::TurnedBack)
            | (Phase::TurnedBack, Phase::Undone) => {
                E::begins(self.to).map(|event| vec![event]).ok_or(WorkOver)
            }
            _ => Err(WorkOver),
        }
    }
}

#[cfg(test)]
mod specs {
    use super::*;
    use crate::{
        Category, PersonalPart,
        spec::{Given, given},
    };

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    enum Did {
        Asked,
        Told,
        Done,
        Back,
        Gone,
    }

    use Did::{Asked, Back, Done, Gone, Told};

    impl Event for Did {
        fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
            None
        }
    }

    impl WorkEvent for Did {
        const KIND: &'static str = "work";

        fn phase(&self) -> Option<Phase> {
            match self {
                Asked => Some(Phase::Begun),
                Told => None,
                Done => Some(Phase::Finished),
                Back => Some(Phase::TurnedBack),
                Gone => Some(Phase::Undone),
            }
        }

        fn begins(phase: Phase) -> Option<Self> {
            match phase {
                Phase::Absent | Phase::Begun => None,
                Phase::Finished => Some(Done),
                Phase::TurnedBack => Some(Back),
                Phase::Undone => Some(Gone),
            }
        }
    }

    fn after<const N: usize>(past: [Did; N]) -> Given<Work<Did>> {
        given(past)
    }

    fn to(phase: Phase) -> Move<Did> {
        Move::to(phase)
    }

    #[test]
    fn what_was_begun_finishes_or_is_turned_back_and_undone() {
        after([Asked, Told]).when(to(Phase::Finished)).then([Done]);
        after([Asked, Told]).when(to(Phase::TurnedBack)).then([Back]);
        after([Asked, Told, Back]).when(to(Phase::Undone)).then([Gone]);
    }

    #[test]
    fn a_phase_begins_once() {
        after([Asked, Done]).when(to(Phase::Finished)).then([]);
        after([Asked, Back]).when(to(Phase::TurnedBack)).then([]);
        after([Asked, Back, Gone]).when(to(Phase::Undone)).then([]);
    }

    #[test]
    fn what_is_over_stays_as_it_is() {
        after([Asked, Done]).when(to(Phase::TurnedBack)).then_refused(WorkOver);
        after([Asked, Done]).when(to(Phase::Undone)).then_refused(WorkOver);
        after([Asked, Back]).when(to(Phase::Finished)).then_refused(WorkOver);
        after([Asked, Back, Gone]).when(to(Phase::Finished)).then_refused(WorkOver);
    }

    #[test]
    fn nothing_comes_of_what_nobody_asked_for() {
        for phase in [Phase::Finished, Phase::TurnedBack, Phase::Undone] {
            after([]).when(to(phase)).then_refused(WorkOver);
        }
        after([Asked]).when(to(Phase::Undone)).then_refused(WorkOver);
    }
}
