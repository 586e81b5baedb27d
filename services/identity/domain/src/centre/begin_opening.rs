//! An operator asks for the opening of a centre.

use events::opening::{Opening, OpeningEvent as Event};
use kernel::{By, Decision, Personal, work::Phase};
use uuid::Uuid;

use super::{OpenCentre, open::Refusal};

/// Ask for the opening of a centre with somebody who leads it and whose name can be kept.
#[derive(Clone, Debug)]
pub struct BeginOpening {
    /// The centre.
    pub centre: OpenCentre,
    /// Who leads it.
    pub lead: Uuid,
    /// What they are called, open.
    pub lead_name: Personal<String>,
}

impl Decision for BeginOpening {
    type State = Opening;
    type Refusal = Refusal;

    fn decide(&self, by: &By, opening: &Opening) -> Result<Vec<Event>, Refusal> {
        if opening.phase() != Phase::Absent {
            return Ok(vec![]);
        }
        let Self { centre, lead, lead_name } = self.clone();
        centre.check()?;
        let OpenCentre { name, language, other_languages, synthetic, country, zone } = centre;
        Ok(vec![Event::OpeningBegun {
            by: by.actor,
            name,
            language,
            other_languages,
            country,
            zone,
            synthetic,
            lead,
            lead_name,
        }])
    }
}

#[cfg(test)]
mod specs {
    use kernel::{Role, spec::given, text::TextError};

    use super::{
        super::open::examples::{ZONE, open},
        *,
    };

    fn begin(name: &str) -> BeginOpening {
        let (lead, lead_name) = (Uuid::from_u128(7), Personal::Open("Ilse".to_owned()));
        BeginOpening { centre: open(name), lead, lead_name }
    }

    fn operator() -> By {
        By { actor: Uuid::from_u128(3), role: Role::Operator, today: jiff::civil::Date::ZERO }
    }

    fn begun(name: &str) -> Event {
        let BeginOpening { centre, lead, lead_name } = begin(name);
        let OpenCentre { language, other_languages, country, synthetic, .. } = centre;
        let (by, name, zone) = (operator().actor, name.to_owned(), ZONE.to_owned());
        Event::OpeningBegun {
            by,
            name,
            language,
            other_languages,
            country,
            zone,
            synthetic,
            lead,
            lead_name,
        }
    }

    #[test]
    fn what_an_operator_asks_is_written_down_before_anything_is_done() {
        given([]).by(operator()).when(begin("LSC Kempen")).then([begun("LSC Kempen")]);
    }

    #[test]
    fn an_opening_is_begun_once() {
        given([begun("LSC Kempen")]).by(operator()).when(begin("LSC Kempen")).then([]);
    }

    #[test]
    fn what_the_centre_would_refuse_is_refused_at_once() {
        given([]).by(operator()).when(begin(" ")).then_refused(TextError::Blank);
    }
}
