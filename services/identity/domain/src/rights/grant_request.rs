//! What a youth asked for is done.

use events::{DataRight, RecipientId, RequestId, rights::RightsEvent as Event};
use kernel::{By, Decision};

use super::{NotAnswered, Rights, is_told_on, notify_recipients::notified, said};

/// Say that it is done. A restriction begins with it, whoever objected is counted no more, and whoever had what
/// was corrected or restricted is told with the same append: also after a crash once, and never not.
#[derive(Clone, Debug)]
pub struct GrantRequest {
    /// The request.
    pub request: RequestId,
    /// What was done, in words for whoever asked.
    pub answer: Option<String>,
    /// Who had the data.
    pub recipients: Vec<RecipientId>,
}

impl Decision for GrantRequest {
    type State = Rights;
    type Refusal = NotAnswered;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, NotAnswered> {
        let answer = said(self.answer.as_deref())?;
        let request = self.request;
        let right = rights.open(request)?.right;
        let follows = match right {
            DataRight::Restriction => Some(Event::ProcessingRestricted { request }),
            DataRight::Objection => Some(Event::CountedNoMore { request }),
            DataRight::Access
            | DataRight::Rectification
            | DataRight::Erasure
            | DataRight::Portability => None,
        };
        let told = is_told_on(right).then(|| notified(by, request, right, &self.recipients));
        let granted = Event::RequestGranted { request, answer };
        Ok([granted].into_iter().chain(follows).chain(told).collect())
    }
}

#[cfg(test)]
mod specs {
    use kernel::spec::given;

    use super::{
        super::{
            RequestOver, WrongWords,
            examples::{
                COACH, LEAD, REQUEST, TODAY, asked, extended, granted, made, on, open, told,
                withdrawn,
            },
        },
        *,
    };

    fn grant(answer: Option<&str>) -> GrantRequest {
        let answer = answer.map(str::to_owned);
        GrantRequest { request: REQUEST, answer, recipients: vec![COACH] }
    }

    #[test]
    fn a_request_is_granted_with_or_without_words() {
        let told = || told(DataRight::Rectification, [COACH]);
        asked([]).when(grant(None)).then([granted(), told()]);
        asked([extended()]).when(grant(None)).then([granted(), told()]);
        let answer = Some(open("We put it right."));
        let said = Event::RequestGranted { request: REQUEST, answer };
        asked([]).when(grant(Some("We put it right."))).then([said, told()]);
    }

    #[test]
    fn what_was_asked_for_begins_with_the_grant() {
        let grant = |right| given([made(right)]).by(on(TODAY)).when(grant(None));
        let restricted = Event::ProcessingRestricted { request: REQUEST };
        let told = told(DataRight::Restriction, [COACH]);
        grant(DataRight::Restriction).then([granted(), restricted, told]);
        let counted = Event::CountedNoMore { request: REQUEST };
        grant(DataRight::Objection).then([granted(), counted]);
    }

    #[test]
    fn nobody_is_told_of_what_changes_no_data() {
        for right in [DataRight::Access, DataRight::Portability] {
            given([made(right)]).by(on(TODAY)).when(grant(None)).then([granted()]);
        }
    }

    #[test]
    fn whoever_grants_it_is_not_told_and_that_there_was_nobody_stands_there_too() {
        let own = GrantRequest { recipients: vec![LEAD], ..grant(None) };
        asked([]).when(own).then([granted(), told(DataRight::Rectification, [])]);
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
