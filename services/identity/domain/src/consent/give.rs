//! A young person agrees to share something with the coach.

use events::{
    CoachId, ConsentText,
    consent::{Consent, ConsentEvent as Event},
};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Consents, channel};

/// Say yes. Said again it is written down again: perhaps it is another coach, or there are other words.
#[derive(Clone, Copy, Debug)]
pub struct GiveConsent {
    /// To what.
    pub consent: Consent,
    /// With whom, as it was shown.
    pub coach: CoachId,
    /// Whom the person chose: the coach of now.
    pub chosen: Option<CoachId>,
    /// The words that were shown.
    pub text: ConsentText,
}

/// Why a yes is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was shown for somebody who is not the coach of now.
    NotTheCoach,
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotTheCoach => Kind::Field("coach", Reason::CoachUnknown),
        }
    }
}

impl Decision for GiveConsent {
    type State = Consents;
    type Refusal = Refusal;

    fn decide(&self, by: &By, _: &Consents) -> Result<Vec<Event>, Refusal> {
        let Self { consent, coach, chosen, text } = *self;
        if chosen != Some(coach) {
            return Err(Refusal::NotTheCoach);
        }
        let (consent, domain) = (consent.kind(), consent.domain());
        Ok(vec![Event::ConsentGiven { consent, domain, coach, text, channel: channel(by) }])
    }
}

#[cfg(test)]
mod specs {
    use events::ConsentChannel::{OnPaper, OwnDevice};
    use kernel::spec::given;
    use uuid::Uuid;

    use super::{
        super::examples::{COACH, TEXT, WORK, given_to, lead, withdrawn, youth},
        *,
    };

    const GIVE: GiveConsent =
        GiveConsent { consent: WORK, coach: COACH, chosen: Some(COACH), text: TEXT };

    #[test]
    fn a_youth_shares_one_thing_with_the_coach_of_now() {
        given([]).by(youth()).when(GIVE).then([given_to(WORK, OwnDevice)]);
        let before = GiveConsent { consent: Consent::ShareTimeBefore, ..GIVE };
        let said = given_to(Consent::ShareTimeBefore, OwnDevice);
        given([given_to(WORK, OwnDevice)]).by(youth()).when(before).then([said]);
    }

    #[test]
    fn what_was_said_on_paper_is_written_down_as_that() {
        given([]).by(lead()).when(GIVE).then([given_to(WORK, OnPaper)]);
    }

    #[test]
    fn a_yes_that_is_said_again_is_written_down_again() {
        let said = || given_to(WORK, OwnDevice);
        given([said()]).by(youth()).when(GIVE).then([said()]);
        given([said(), withdrawn(WORK, OwnDevice)]).by(youth()).when(GIVE).then([said()]);
    }

    #[test]
    fn nothing_is_shared_with_somebody_who_is_not_the_coach_any_more() {
        for chosen in [None, Some(CoachId::new(Uuid::from_u128(9)))] {
            let late = GiveConsent { chosen, ..GIVE };
            given([]).by(youth()).when(late).then_refused(Refusal::NotTheCoach);
        }
    }
}
