//! A young person does not agree to share something, or no longer.

use std::convert::Infallible;

use events::{
    ConsentText,
    consent::{Consent, ConsentEvent as Event},
};
use kernel::{By, Decision};

use super::{Consents, channel};

/// Say no. To what was given before it takes that back, as easily as it was given (Art. 7(3)).
#[derive(Clone, Copy, Debug)]
pub struct DeclineConsent {
    /// To what.
    pub consent: Consent,
    /// The words that were shown.
    pub text: ConsentText,
}

impl Decision for DeclineConsent {
    type State = Consents;
    type Refusal = Infallible;

    fn decide(&self, by: &By, consents: &Consents) -> Result<Vec<Event>, Infallible> {
        let Self { consent: about, text } = *self;
        let (consent, domain, channel) = (about.kind(), about.domain(), channel(by));
        Ok(vec![if consents.0.contains(&about) {
            Event::ConsentWithdrawn { consent, domain, channel }
        } else {
            Event::ConsentRefused { consent, domain, text, channel }
        }])
    }
}

#[cfg(test)]
mod specs {
    use events::{
        ConsentChannel::{self, OnPaper, OwnDevice},
        LifeDomain,
    };
    use kernel::spec::given;

    use super::{
        super::examples::{TEXT, WORK, given_to, lead, withdrawn, youth},
        *,
    };

    const NO: DeclineConsent = DeclineConsent { consent: WORK, text: TEXT };

    fn refused(about: Consent, channel: ConsentChannel) -> Event {
        let (consent, domain) = (about.kind(), about.domain());
        Event::ConsentRefused { consent, domain, text: TEXT, channel }
    }

    #[test]
    fn a_no_is_kept_as_the_proof_that_it_was_free() {
        given([]).by(youth()).when(NO).then([refused(WORK, OwnDevice)]);
        given([]).by(lead()).when(NO).then([refused(WORK, OnPaper)]);
    }

    #[test]
    fn a_no_takes_back_what_was_given_whoever_writes_it_down() {
        let yes = || given_to(WORK, OwnDevice);
        given([yes()]).by(youth()).when(NO).then([withdrawn(WORK, OwnDevice)]);
        given([yes()]).by(lead()).when(NO).then([withdrawn(WORK, OnPaper)]);
    }

    #[test]
    fn a_no_is_about_one_thing_only() {
        let other = Consent::ShareDomain(LifeDomain::Housing);
        let no = DeclineConsent { consent: other, ..NO };
        given([given_to(WORK, OwnDevice)]).by(youth()).when(no).then([refused(other, OwnDevice)]);
    }

    #[test]
    fn after_it_was_taken_back_a_no_is_a_no_again() {
        let before = [given_to(WORK, OwnDevice), withdrawn(WORK, OwnDevice)];
        given(before).by(youth()).when(NO).then([refused(WORK, OwnDevice)]);
    }
}
