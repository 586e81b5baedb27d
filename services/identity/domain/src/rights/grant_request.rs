//! What a youth asked for is done.

use events::{DataRight, RequestId, rights::RightsEvent as Event};
use kernel::{By, Decision};

use super::{NotAnswered, Rights, said};

/// Say that it is done. A restriction begins with it, and whoever objected is counted no more.
#[derive(Clone, Debug)]
pub struct GrantRequest {
    /// The request.
    pub request: RequestId,
    /// What was done, in words for whoever asked.
    pub answer: Option<String>,
}

impl Decision for GrantRequest {
    type State = Rights;
    type Refusal = NotAnswered;

    fn decide(&self, _: &By, rights: &Rights) -> Result<Vec<Event>, NotAnswered> {
        let answer = said(self.answer.as_deref())?;
        let request = self.request;
        let follows = match rights.open(request)?.right {
            DataRight::Restriction => Some(Event::ProcessingRestricted { request }),
            DataRight::Objection => Some(Event::CountedNoMore { request }),
            DataRight::Access
            | DataRight::Rectification
            | DataRight::Erasure
            | DataRight::Portability => None,
        };
        Ok([Event::RequestGranted { request, answer }].into_iter().chain(follows).collect())
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::{
            RequestOver, WrongWords,
            examples::{REQUEST, TODAY, asked, extended, granted, made, on, open, withdrawn},
        },
        *,
    };

    fn grant(answer: Option<&str>) -> GrantRequest {
        GrantRequest { request: REQUEST, answer: answer.map(str::to_owned) }
    }

    #[test]
    fn a_request_is_granted_with_or_without_words() {
        asked([]).when(grant(None)).then([granted()]);
        asked([extended()]).when(grant(None)).then([granted()]);
        let answer = Some(open("We put it right."));
        let told = Event::RequestGranted { request: REQUEST, answer };
        asked([]).when(grant(Some("We put it right."))).then([told]);
    }

    #[test]
    fn what_was_asked_for_begins_with_the_grant() {
        let grant = |right| given([made(right)]).by(on(TODAY)).when(grant(None));
        let restricted = Event::ProcessingRestricted { request: REQUEST };
        grant(DataRight::Restriction).then([granted(), restricted]);
        let counted = Event::CountedNoMore { request: REQUEST };
        grant(DataRight::Objection).then([granted(), counted]);
    }

    #[test]
    fn what_is_over_is_not_answered_again() {
        for over in [granted(), withdrawn()] {
            asked([over]).when(grant(None)).then_refused(RequestOver);
        }
    }

    #[test]
    fn an_answer_has_no_control_characters() {
        asked([]).when(grant(Some("a\0b"))).then_refused(WrongWords::NotReadable);
    }
}
