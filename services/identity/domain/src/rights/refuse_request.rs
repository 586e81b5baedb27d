//! What a youth asked for is not done.

use events::{RefusalGround, RequestId, rights::RightsEvent as Event};
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{NotAnswered, RequestOver, Rights, WrongWords, grounds, said};

/// Say that it is not done, and why. Whoever asked is told where to complain, too (Art. 12(4)).
#[derive(Clone, Debug)]
pub struct RefuseRequest {
    /// The request.
    pub request: RequestId,
    /// On which ground.
    pub ground: RefusalGround,
    /// Why, in words for whoever asked.
    pub answer: Option<String>,
}

/// Why a request was not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// As for every answer.
    NotAnswered(NotAnswered),
    /// The law knows no such ground for what is asked.
    GroundDoesNotFit,
}

impl From<RequestOver> for Refusal {
    fn from(over: RequestOver) -> Self {
        Self::NotAnswered(over.into())
    }
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::NotAnswered(wrong.into())
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NotAnswered(why) => why.refusal(),
            Self::GroundDoesNotFit => Kind::Field("ground", Reason::GroundDoesNotFit),
        }
    }
}

impl Decision for RefuseRequest {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let answer = said(self.answer.as_deref())?;
        let Self { request, ground, .. } = *self;
        if !grounds(rights.open(request)?.right).contains(&ground) {
            return Err(Refusal::GroundDoesNotFit);
        }
        Ok(vec![Event::RequestRefused { request, ground, answer }])
    }
}

#[cfg(test)]
mod specs {
    use super::{
        super::examples::{REQUEST, asked, granted},
        *,
    };

    fn refuse(ground: RefusalGround) -> RefuseRequest {
        RefuseRequest { request: REQUEST, ground, answer: None }
    }

    #[test]
    fn a_request_is_refused_on_a_ground_that_the_law_knows_for_it() {
        let refused = |ground| Event::RequestRefused { request: REQUEST, ground, answer: None };
        let accurate = RefusalGround::Accurate;
        asked([]).when(refuse(accurate)).then([refused(accurate)]);
        asked([]).when(refuse(RefusalGround::PublicTask)).then_refused(Refusal::GroundDoesNotFit);
    }

    #[test]
    fn what_was_granted_is_not_refused_later() {
        asked([granted()]).when(refuse(RefusalGround::Accurate)).then_refused(RequestOver);
    }
}
