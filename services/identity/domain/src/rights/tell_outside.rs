//! Somebody outside the centre was told what became of data that had been handed to them.

use events::{
    DataRight, OutsideRecipient, RequestId, limits::identity::TELL_OUTSIDE_NAME,
    rights::RightsEvent as Event,
};
use jiff::civil::Date;
use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
};

use super::{Rights, WrongWords, said_within};

/// How many of one request there are at most.
pub const OUTSIDE_MAX: u8 = 20;

/// Write down that somebody was told to whom the data had been handed on paper (Art. 19).
#[derive(Clone, Debug)]
pub struct TellOutside {
    /// The request that was granted.
    pub request: RequestId,
    /// The day of the grant, as the case has it.
    pub granted: Date,
    /// What they are.
    pub recipient: OutsideRecipient,
    /// The day on which they were told.
    pub on: Date,
    /// Who, if more has to be said. Of whoever was erased it is not kept: nobody could read it.
    pub name: Option<String>,
}

/// Why it is not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was granted of which anybody has to be told.
    NothingToTell,
    /// There are [`OUTSIDE_MAX`] already.
    TooMany,
    /// The day is still to come.
    InTheFuture,
    /// It was not granted yet on that day.
    BeforeTheGrant,
    /// The name cannot be kept.
    Name(WrongWords),
}

impl From<WrongWords> for Refusal {
    fn from(wrong: WrongWords) -> Self {
        Self::Name(wrong)
    }
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        match self {
            Self::NothingToTell => Kind::State(Reason::NothingToTell),
            Self::TooMany => Kind::State(Reason::TooManyRecipients),
            Self::InTheFuture => Kind::Field("toldOn", Reason::InTheFuture),
            Self::BeforeTheGrant => Kind::Field("toldOn", Reason::BeforeWhatComesFirst),
            Self::Name(wrong) => wrong.refusal("name"),
        }
    }
}

impl Decision for TellOutside {
    type State = Rights;
    type Refusal = Refusal;

    fn decide(&self, by: &By, rights: &Rights) -> Result<Vec<Event>, Refusal> {
        let name = said_within(self.name.as_deref(), TELL_OUTSIDE_NAME.most())?;
        let Self { request, recipient, on, .. } = *self;
        let notified = rights.notified.get(&request).ok_or(Refusal::NothingToTell)?;
        if notified.outside >= OUTSIDE_MAX {
            return Err(Refusal::TooMany);
        }
        if on > by.today {
            return Err(Refusal::InTheFuture);
        }
        if on < self.granted {
            return Err(Refusal::BeforeTheGrant);
        }
        let name = name.filter(|_| notified.right != DataRight::Erasure);
        Ok(vec![Event::OutsideRecipientTold { request, recipient, on, name }])
    }
}

#[cfg(test)]
mod specs {
    use jiff::civil::date;
    use kernel::{Personal, spec::Given};

    use super::{
        super::examples::{REQUEST, TODAY, asked, granted, open, told as notified},
        *,
    };

    const SCHOOL: &str = "Sint-Jan, Mol";

    fn tell() -> TellOutside {
        let (request, recipient, name) = (REQUEST, OutsideRecipient::School, None);
        TellOutside { request, granted: TODAY, recipient, on: TODAY, name }
    }

    fn told(name: Option<Personal<String>>) -> Event {
        let recipient = OutsideRecipient::School;
        Event::OutsideRecipientTold { request: REQUEST, recipient, on: TODAY, name }
    }

    fn after(right: DataRight, more: impl IntoIterator<Item = Event>) -> Given<Rights> {
        asked([granted(), notified(right, [])].into_iter().chain(more))
    }

    #[test]
    fn whoever_was_told_outside_stands_there_by_kind_and_the_name_is_sealed() {
        let corrected = || after(DataRight::Rectification, []);
        corrected().when(tell()).then([told(None)]);
        let named = TellOutside { name: Some(format!(" {SCHOOL} ")), ..tell() };
        corrected().when(named).then([told(Some(open(SCHOOL)))]);
    }

    #[test]
    fn of_whoever_was_erased_no_name_is_kept() {
        let named = TellOutside { name: Some(SCHOOL.to_owned()), ..tell() };
        after(DataRight::Erasure, []).when(named).then([told(None)]);
    }

    #[test]
    fn the_day_is_one_since_the_grant_that_is_not_still_to_come() {
        let on = |on| after(DataRight::Restriction, []).when(TellOutside { on, ..tell() });
        on(date(2027, 3, 10)).then_refused(Refusal::InTheFuture);
        on(date(2027, 3, 8)).then_refused(Refusal::BeforeTheGrant);
    }

    #[test]
    fn what_was_not_granted_nobody_is_told_of() {
        asked([]).when(tell()).then_refused(Refusal::NothingToTell);
    }

    #[test]
    fn a_request_has_only_so_many_and_a_name_only_so_many_characters() {
        let all = (0..OUTSIDE_MAX).map(|_| told(None));
        after(DataRight::Rectification, all).when(tell()).then_refused(Refusal::TooMany);
        let long = TellOutside { name: Some("a".repeat(101)), ..tell() };
        after(DataRight::Rectification, []).when(long).then_refused(WrongWords::TooLong);
    }
}
