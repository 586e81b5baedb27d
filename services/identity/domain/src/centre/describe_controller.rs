//! It is written down who decides about the data of a centre, or who works on it for all of them.

use kernel::{
    By, Decision, Reason,
    refusal::{self, Kind},
    text::{self, TextError},
};

use super::Centre;
use events::{
    centre::{CentreEvent as Event, Controller},
    limits::identity::DESCRIBE_CONTROLLER_LEGAL_NAME,
};

/// Longest of the texts.
pub const TEXT_CHARS_MAX: usize = DESCRIBE_CONTROLLER_LEGAL_NAME.most();

/// Write it down, or write it down anew.
#[derive(Clone, Debug)]
pub struct DescribeController {
    /// Who.
    pub controller: Controller,
    /// Whether it is about the platform's own tenant, which never opens.
    pub of_platform: bool,
}

/// Why it was not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such centre.
    NoSuchCentre,
    /// This field cannot be kept.
    Text(&'static str, TextError),
}

impl refusal::Refusal for Refusal {
    fn refusal(&self) -> Kind {
        let (field, wrong) = match self {
            Self::NoSuchCentre => return Kind::NotFound,
            Self::Text(field, wrong) => (*field, wrong),
        };
        let reason = match wrong {
            TextError::Blank => Reason::Missing,
            TextError::TooLong => Reason::WordsTooLong,
            TextError::NotAllowed => Reason::CharacterNotAllowed,
        };
        Kind::Field(field, reason)
    }
}

impl Decision for DescribeController {
    type State = Centre;
    type Refusal = Refusal;

    fn decide(&self, _: &By, centre: &Centre) -> Result<Vec<Event>, Refusal> {
        if *centre == Centre::Absent && !self.of_platform {
            return Err(Refusal::NoSuchCentre);
        }
        let told = &self.controller;
        Ok(vec![Event::ControllerDescribed(Controller {
            legal_name: line("legalName", &told.legal_name)?,
            number: line("number", &told.number)?,
            address: line("address", &told.address)?,
            contact: line("contact", &told.contact)?,
            officer: line("officer", &told.officer)?,
            officer_contact: line("officerContact", &told.officer_contact)?,
            others: told.others.iter().map(|it| line("others", it)).collect::<Result<_, _>>()?,
            agreement: told.agreement.as_deref().map(|it| line("agreement", it)).transpose()?,
            agreed_on: told.agreed_on,
        })])
    }
}

fn line(field: &'static str, text: &str) -> Result<String, Refusal> {
    text::name(text, TEXT_CHARS_MAX).map_err(|wrong| Refusal::Text(field, wrong))
}

#[cfg(test)]
mod specs {
    use events::Language;
    use jiff::civil::date;
    use kernel::spec::{Given, given};

    use super::*;

    fn controller() -> Controller {
        let text = str::to_owned;
        Controller {
            legal_name: text("vzw Leersteuncentrum Kempen"),
            number: text("0123.456.789"),
            address: text("Markt 1, 2300 Turnhout"),
            contact: text("info@lsc.example"),
            officer: text("Functionaris"),
            officer_contact: text("dpo@lsc.example"),
            others: vec![text("VDAB")],
            agreement: Some(text("2026-7")),
            agreed_on: Some(date(2026, 3, 9)),
        }
    }

    fn describe(controller: Controller) -> DescribeController {
        DescribeController { controller, of_platform: false }
    }

    fn open() -> Given<Centre> {
        let (name, language) = ("LSC Kempen".to_owned(), Language::Nl);
        given([Event::CentreOpened { name, language, synthetic: true }])
    }

    #[test]
    fn who_decides_is_written_down_again_and_again() {
        open().when(describe(controller())).then([Event::ControllerDescribed(controller())]);
    }

    #[test]
    fn of_a_centre_that_never_opened_nobody_decides() {
        given([]).when(describe(controller())).then_refused(Refusal::NoSuchCentre);
        let processor = DescribeController { of_platform: true, ..describe(controller()) };
        given([]).when(processor).then([Event::ControllerDescribed(controller())]);
    }

    #[test]
    fn every_text_is_one_line_that_can_be_read() {
        let blank = Controller { address: " ".to_owned(), ..controller() };
        open().when(describe(blank)).then_refused(Refusal::Text("address", TextError::Blank));
        let long = Controller { others: vec!["a".repeat(TEXT_CHARS_MAX + 1)], ..controller() };
        open().when(describe(long)).then_refused(Refusal::Text("others", TextError::TooLong));
        let spaced = Controller { legal_name: " vzw  Kempen ".to_owned(), ..controller() };
        let kept = Controller { legal_name: "vzw Kempen".to_owned(), ..controller() };
        open().when(describe(spaced)).then([Event::ControllerDescribed(kept)]);
    }
}
