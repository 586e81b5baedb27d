//! A coach proposes a warm handover, and says what would be passed on (L1286–1291).

use events::{
    HandoverId,
    limits::trajectories::{OFFER_HANDOVER_NAME, OFFER_HANDOVER_WORDS},
    trajectory::{Handover, TrajectoryEvent as Event},
};
use kernel::{
    By, Decision, Personal, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::{NotAccompanied, Trajectory, WrittenDownAlready};

/// Propose it. Nothing is passed on before the youth agreed.
#[derive(Clone, Debug)]
pub struct OfferHandover {
    /// Made by the client.
    pub handover: HandoverId,
    /// To whom, and what.
    pub offer: Handover,
}

/// Why a handover was not proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be written down.
    NotAccompanied(NotAccompanied),
    /// The id is taken.
    WrittenDownAlready,
    /// Nothing would be passed on.
    NothingPassedOn,
    /// Nobody is named, or by too long a name.
    Name(TextError),
    /// The words cannot be kept.
    Words(TextError),
}

impl From<NotAccompanied> for Refusal {
    fn from(why: NotAccompanied) -> Self {
        Self::NotAccompanied(why)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotAccompanied(why) => why.refusal(),
            Self::WrittenDownAlready => WrittenDownAlready.refusal(),
            Self::NothingPassedOn => Kind::Field("parts", Reason::NothingPassedOn),
            Self::Name(wrong) => wrong.of_name("name"),
            Self::Words(TextError::Blank | TextError::TooLong) => {
                Kind::Field("words", Reason::WordsTooLong)
            }
            Self::Words(TextError::NotAllowed) => Kind::Field("words", Reason::CharacterNotAllowed),
        }
    }
}

impl Decision for OfferHandover {
    type State = Trajectory;
    type Refusal = Refusal;

    fn decide(&self, by: &By, trajectory: &Trajectory) -> Result<Vec<Event>, Refusal> {
        let open = trajectory.coached(by, by.today)?;
        if open.handovers.contains_key(&self.handover) {
            return Err(Refusal::WrittenDownAlready);
        }
        let mut offer = self.offer.clone();
        offer.parts.sort_unstable();
        offer.parts.dedup();
        if offer.parts.is_empty() {
            return Err(Refusal::NothingPassedOn);
        }
        offer.name = text::name(&offer.name, OFFER_HANDOVER_NAME.most()).map_err(Refusal::Name)?;
        let words = offer.words.unwrap_or_default();
        offer.words = text::words(&words, OFFER_HANDOVER_WORDS.most()).map_err(Refusal::Words)?;
        let (handover, offer) = (self.handover, Personal::Open(offer));
        Ok(vec![Event::HandoverOffered { handover, offer }])
    }
}

#[cfg(test)]
mod specs {
    use events::HandoverPart;
    use kernel::spec::{Given, given};

    use super::{
        super::examples::{
            COACH, OTHER_COACH, chosen, coach, handover, handover_offered, lead, offer_handover,
            registered,
        },
        *,
    };

    fn their_coach() -> Given<Trajectory> {
        given([registered(), chosen(COACH)]).by(coach(COACH))
    }

    fn with(change: impl FnOnce(&mut Handover)) -> OfferHandover {
        let mut offer = handover();
        change(&mut offer);
        OfferHandover { offer, ..offer_handover() }
    }

    #[test]
    fn the_chosen_coach_proposes_to_whom_and_what() {
        their_coach().when(offer_handover()).then([handover_offered()]);
    }

    #[test]
    fn another_coach_and_the_lead_propose_nothing() {
        for by in [coach(OTHER_COACH), lead()] {
            their_coach().by(by).when(offer_handover()).then_refused(NotAccompanied::NotTheirs);
        }
    }

    #[test]
    fn what_is_named_twice_is_passed_on_once() {
        let twice = with(|offer| {
            offer.parts = vec![HandoverPart::Steps, HandoverPart::Overview, HandoverPart::Steps];
        });
        their_coach().when(twice).then([handover_offered()]);
    }

    #[test]
    fn something_is_passed_on_to_somebody() {
        let nothing = with(|offer| offer.parts = vec![]);
        their_coach().when(nothing).then_refused(Refusal::NothingPassedOn);
        let nobody = with(|offer| offer.name = "  ".to_owned());
        their_coach().when(nobody).then_refused(Refusal::Name(TextError::Blank));
    }

    #[test]
    fn words_have_a_longest_length() {
        let words = "a".repeat(OFFER_HANDOVER_WORDS.most() + 1);
        let long = with(|offer| offer.words = Some(words));
        their_coach().when(long).then_refused(Refusal::Words(TextError::TooLong));
    }

    #[test]
    fn an_id_is_used_once() {
        given([registered(), chosen(COACH), handover_offered()])
            .by(coach(COACH))
            .when(offer_handover())
            .then_refused(Refusal::WrittenDownAlready);
    }
}
