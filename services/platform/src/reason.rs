//! Why something is refused: every reason code of the platform, once.
//!
//! Invariant: what people can meet has a sentence in every language of the web app, which does not
//! compile otherwise; what is not listed here cannot be sent.

use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};

/// Who meets a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Whoever fills in a form or presses a button: the web app has a sentence for it.
    People,
    /// Only who programs against the API and made a mistake.
    Programs,
    /// Only whoever runs the platform: it stands in traces and never leaves the gateway.
    Operators,
}

/// No reason has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reason")]
pub struct UnknownReason;

macro_rules! reasons {
    ($($audience:ident { $($(#[$doc:meta])* $reason:ident $name:literal,)+ })+) => {
        /// Why something is refused. Its name is the code that the screens translate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Reason {
            $($($(#[$doc])* $reason,)+)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$($(Self::$reason,)+)+];

            /// The code as it is written everywhere.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$reason => $name,)+)+
                }
            }

            /// Who meets it.
            pub const fn audience(self) -> Audience {
                match self {
                    $($(Self::$reason => Audience::$audience,)+)+
                }
            }
        }
    };
}

reasons! {
    People {
        /// No start card has this code.
        UnknownCard "unknownCard",
        /// The coach has as many young people as there is room for.
        CoachHasNoRoom "coachHasNoRoom",
        /// No such coach in this centre.
        CoachUnknown "coachUnknown",
        /// The youth has a trajectory.
        AlreadyRegistered "alreadyRegistered",
        /// The exercise is done.
        AlreadyCompleted "alreadyCompleted",
        /// No such exercise (any more).
        UnknownExercise "unknownExercise",
        /// No such question in the exercise (any more).
        UnknownStep "unknownStep",
        /// No such option in the question (any more).
        UnknownOption "unknownOption",
        /// More options than the question allows.
        TooManyChoices "tooManyChoices",
        /// The trajectory ended.
        TrajectoryClosed "trajectoryClosed",
        /// The day is yet to come.
        InTheFuture "inTheFuture",
        /// Outside its centre a table is of a whole day.
        DayNotOver "dayNotOver",
        /// The day is before the registration.
        BeforeRegistration "beforeRegistration",
        /// A person with this id is registered.
        PersonExists "personExists",
        /// A centre with this id is open.
        CentreExists "centreExists",
        /// Nothing that can be read is left of the name.
        NameBlank "nameBlank",
        /// The name has too many characters.
        NameTooLong "nameTooLong",
        /// A control character, or one that turns the direction of the text.
        CharacterNotAllowed "characterNotAllowed",
        /// The note has too many characters.
        NoteTooLong "noteTooLong",
        /// The own words have too many characters.
        OwnTooLong "ownTooLong",
        /// No time, or more than a day has.
        MinutesOutOfRange "minutesOutOfRange",
        /// Questions without an answer are left.
        StepsUnanswered "stepsUnanswered",
        /// The question takes no own words.
        OwnNotAllowed "ownNotAllowed",
        /// An option stands there twice.
        OptionTwice "optionTwice",
        /// The run was changed too often.
        TooManyAnswers "tooManyAnswers",
        /// The exercise was done too often.
        TooManyRuns "tooManyRuns",
        /// The run was begun.
        RunExists "runExists",
        /// No such figure.
        AvatarUnknown "avatarUnknown",
        /// A step with this id is registered.
        StepExists "stepExists",
        /// Something required is not there.
        Missing "missing",
        /// None of the values that are possible here.
        UnknownValue "unknownValue",
        /// A disability stands there twice.
        DisabilityTwice "disabilityTwice",
        /// A barrier stands there twice.
        BarrierTwice "barrierTwice",
        /// Not a birth date of somebody in the programme.
        AgeOutOfRange "ageOutOfRange",
        /// Working time is 0.1 to 1.
        FteOutOfRange "fteOutOfRange",
        /// Working time is for coaches.
        FteOnlyForCoaches "fteOnlyForCoaches",
        /// The role cannot be given here.
        RoleNotForPeople "roleNotForPeople",
        /// The code of a centre that is kept for the platform itself.
        Reserved "reserved",
        /// The last day is before the first.
        FromAfterTo "fromAfterTo",
        /// The period has too many years.
        PeriodTooLong "periodTooLong",
        /// Hours are 1 to 100 percent of full time.
        HoursOutOfRange "hoursOutOfRange",
    }
    Programs {
        /// The key of a command stands for another command.
        UsedAlready "usedAlready",
        /// A retry holds only part of the first try.
        PartialRetry "partialRetry",
        /// More bytes than fit.
        TooLarge "tooLarge",
        /// More things than fit.
        TooMany "tooMany",
        /// A number outside its bounds.
        OutOfRange "outOfRange",
        /// No such field.
        UnknownField "unknownField",
        /// Another type of value is needed.
        WrongType "wrongType",
        /// No number.
        NotANumber "notANumber",
        /// No UUID.
        NotAUuid "notAUuid",
        /// No revision in quotes.
        NotARevision "notARevision",
        /// Intake facts are for youths.
        OnlyForYouths "onlyForYouths",
        /// An exercise takes a second at least and a day at most.
        SecondsOutOfRange "secondsOutOfRange",
        /// The bytes are no message.
        Undecodable "undecodable",
        /// The CSRF token is missing or not that of the session.
        Csrf "csrf",
        /// The request was caused by another site.
        CrossSite "crossSite",
        /// The log ends before the position that the client saw: a backup was restored.
        PositionUnknown "positionUnknown",
        /// The session ended.
        NoSession "noSession",
    }
    Operators {
        /// Too much at once; passes.
        Busy "busy",
        /// The disk is full.
        DiskFull "diskFull",
        /// The log stopped; a restart is needed.
        LogStopped "logStopped",
        /// The log cannot be read.
        LogUnreadable "logUnreadable",
        /// The log server does not answer.
        LogUnavailable "logUnavailable",
        /// The key vault does not answer.
        KeysUnavailable "keysUnavailable",
        /// The system has no random numbers.
        NoRandomness "noRandomness",
        /// The centre is held by another shard.
        OtherShard "otherShard",
        /// A view has not come that far yet.
        ViewBehind "viewBehind",
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Reason {
    type Err = UnknownReason;

    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        Self::ALL.iter().find(|reason| reason.name() == text).copied().ok_or(UnknownReason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_found_by_its_name_and_by_no_other() {
        for reason in Reason::ALL {
            assert_eq!(reason.name().parse(), Ok(*reason));
        }
        assert_eq!("alreadyThere".parse::<Reason>(), Err(UnknownReason));
    }
}
