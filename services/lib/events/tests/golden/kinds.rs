//! The kinds of stream and their events. A new variant does not pass before it has a golden file.

use events::{
    alarm::{self, AlarmEvent},
    breach::{self, BreachEvent},
    caseload::{self, CaseloadEvent},
    centre::{self, CentreEvent},
    consent::{self, ConsentEvent},
    departure::{self, DepartureEvent},
    employer::{self, EmployerEvent},
    erasure::{self, ErasureEvent},
    identifier::{self, IdentifierEvent},
    opening::{self, OpeningEvent},
    person::{self, PersonEvent},
    reading::{self, ReadingEvent},
    registration::{self, RegistrationEvent},
    review::{self, ReviewEvent},
    rights::{self, RightsEvent},
    run::{self, RunEvent},
    trajectory::{self, TrajectoryEvent},
};
use kernel::{
    Category,
    codec::{self, CodecError},
};
use strum::VariantNames;

/// A kind of stream.
pub(crate) struct Kind {
    /// The part of a stream's name before the dash.
    pub(crate) name: &'static str,
    /// The enum in `src/{name}.rs`.
    pub(crate) event: &'static str,
    /// Its variants, in their order.
    pub(crate) types: &'static [&'static str],
    /// Reads stored fields and writes them back.
    pub(crate) read: fn(&str, &[u8]) -> Result<Read, CodecError>,
}

/// An event that was read.
pub(crate) struct Read {
    /// The variant it turned out to be.
    pub(crate) type_name: String,
    /// Its fields as they are written back.
    pub(crate) written: Vec<u8>,
    /// The category of its personal part.
    pub(crate) personal: Option<Category>,
}

macro_rules! kind {
    ($name:expr, $event:ident) => {
        Kind {
            name: $name,
            event: stringify!($event),
            types: $event::VARIANTS,
            read: |name, fields| {
                use kernel::Event as _;
                let mut event: $event = codec::decode(name, fields)?;
                let (type_name, written) = codec::encode(&event)?;
                let personal = event.personal().map(|(category, _)| category);
                Ok(Read { type_name, written, personal })
            },
        }
    };
}

pub(crate) const KINDS: &[Kind] = &[
    kind!(alarm::KIND, AlarmEvent),
    kind!(breach::KIND, BreachEvent),
    kind!(caseload::KIND, CaseloadEvent),
    kind!(centre::KIND, CentreEvent),
    kind!(consent::KIND, ConsentEvent),
    kind!(departure::KIND, DepartureEvent),
    kind!(employer::KIND, EmployerEvent),
    kind!(erasure::KIND, ErasureEvent),
    kind!(identifier::KIND, IdentifierEvent),
    kind!(opening::KIND, OpeningEvent),
    kind!(person::KIND, PersonEvent),
    kind!(reading::KIND, ReadingEvent),
    kind!(registration::KIND, RegistrationEvent),
    kind!(review::KIND, ReviewEvent),
    kind!(rights::KIND, RightsEvent),
    kind!(run::KIND, RunEvent),
    kind!(trajectory::KIND, TrajectoryEvent),
];
