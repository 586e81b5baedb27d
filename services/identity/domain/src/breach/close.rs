//! Nothing more is done about a breach.

use events::{BreachRisk, NotInformedGround, NotNotifiedGround, breach::BreachEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Breach, NotOpen};

/// Close its file.
#[derive(Clone, Copy, Debug)]
pub struct CloseBreach {
    /// On which ground the authority was not told, if it was not.
    pub not_notified: Option<NotNotifiedGround>,
    /// On which ground those whose data it is were not told of a high risk, if they were not.
    pub not_informed: Option<NotInformedGround>,
}

/// Why the file stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is none, or it is closed.
    NotOpen(NotOpen),
    /// Nobody judged what it can mean.
    NotAssessed,
    /// Nobody said why this was not told.
    NoGround(&'static str),
    /// The ground does not fit what happened.
    GroundDoesNotFit(&'static str),
}

/// The fields of the two grounds.
const NOT_NOTIFIED: &str = "notNotified";
const NOT_INFORMED: &str = "notInformed";

impl From<NotOpen> for Refusal {
    fn from(why: NotOpen) -> Self {
        Self::NotOpen(why)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotOpen(why) => why.refusal(),
            Self::NotAssessed => Kind::State(Reason::BreachNotAssessed),
            Self::NoGround(field) => Kind::Field(field, Reason::Missing),
            Self::GroundDoesNotFit(field) => Kind::Field(field, Reason::GroundDoesNotFit),
        }
    }
}

impl Decision for CloseBreach {
    type State = Breach;
    type Refusal = Refusal;

    /// That there is no risk worth telling can be said only where it was judged so. Of what was told there is
    /// no ground for not telling it.
    fn decide(&self, _: &By, breach: &Breach) -> Result<Vec<Event>, Refusal> {
        let Self { not_notified, not_informed } = *self;
        breach.open()?;
        let risk = breach.risk.ok_or(Refusal::NotAssessed)?;
        let unlikely = not_notified == Some(NotNotifiedGround::Unlikely);
        let fits = !unlikely || breach.is_below_threshold();
        stated(NOT_NOTIFIED, breach.notified.is_none(), not_notified.is_some(), fits)?;
        let owed = risk == BreachRisk::High && breach.informed.is_none();
        stated(NOT_INFORMED, owed, not_informed.is_some(), true)?;
        Ok(vec![Event::BreachClosed { not_notified, not_informed }])
    }
}

/// A ground stands where something is owed, and nowhere else.
fn stated(field: &'static str, owed: bool, is_there: bool, fits: bool) -> Result<(), Refusal> {
    match (owed, is_there) {
        (true, false) => Err(Refusal::NoGround(field)),
        (false, true) => Err(Refusal::GroundDoesNotFit(field)),
        (true, true) if !fits => Err(Refusal::GroundDoesNotFit(field)),
        (true, true) | (false, false) => Ok(()),
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::examples::{DUE, KNOWN, after, assessed, closed, informed, notified},
        *,
    };

    const CLOSE: CloseBreach = CloseBreach { not_notified: None, not_informed: None };

    fn untold(ground: NotNotifiedGround) -> CloseBreach {
        CloseBreach { not_notified: Some(ground), ..CLOSE }
    }

    fn closed_untold(ground: NotNotifiedGround) -> Event {
        Event::BreachClosed { not_notified: Some(ground), not_informed: None }
    }

    #[test]
    fn what_was_told_is_closed() {
        after([assessed(BreachRisk::Risk), notified(DUE)]).when(CLOSE).then([closed()]);
        let high = [assessed(BreachRisk::High), notified(DUE), informed(KNOWN)];
        after(high).when(CLOSE).then([closed()]);
    }

    #[test]
    fn what_nobody_judged_is_not_closed() {
        after([notified(DUE)]).when(CLOSE).then_refused(Refusal::NotAssessed);
    }

    #[test]
    fn a_breach_that_nobody_was_told_of_is_closed_on_a_ground() {
        use NotNotifiedGround::{NoBreach, OtherController, Unlikely};
        let none = || after([assessed(BreachRisk::None)]);
        none().when(CLOSE).then_refused(Refusal::NoGround(NOT_NOTIFIED));
        none().when(untold(Unlikely)).then([closed_untold(Unlikely)]);
        let risk = || after([assessed(BreachRisk::Risk)]);
        risk().when(CLOSE).then_refused(Refusal::NoGround(NOT_NOTIFIED));
        risk().when(untold(Unlikely)).then_refused(Refusal::GroundDoesNotFit(NOT_NOTIFIED));
        for ground in [NoBreach, OtherController] {
            risk().when(untold(ground)).then([closed_untold(ground)]);
        }
    }

    #[test]
    fn of_what_was_told_there_is_no_ground_for_not_telling_it() {
        let told = || after([assessed(BreachRisk::Risk), notified(DUE)]);
        let ground = untold(NotNotifiedGround::NoBreach);
        told().when(ground).then_refused(Refusal::GroundDoesNotFit(NOT_NOTIFIED));
        let needless = CloseBreach { not_informed: Some(NotInformedGround::Unreadable), ..CLOSE };
        told().when(needless).then_refused(Refusal::GroundDoesNotFit(NOT_INFORMED));
    }

    #[test]
    fn of_a_high_risk_those_whose_data_it_is_are_told_or_it_is_said_why_not() {
        let high = || after([assessed(BreachRisk::High), notified(DUE)]);
        high().when(CLOSE).then_refused(Refusal::NoGround(NOT_INFORMED));
        let not_informed = Some(NotInformedGround::RiskAverted);
        let untold = Event::BreachClosed { not_notified: None, not_informed };
        high().when(CloseBreach { not_informed, ..CLOSE }).then([untold]);
    }

    #[test]
    fn what_is_closed_or_was_never_reported_is_not_closed() {
        after([closed()]).when(CLOSE).then_refused(NotOpen::Closed);
        given([]).when(CLOSE).then_refused(NotOpen::NotReported);
    }
}
