//! The vocabulary of `events` in JSON and in the OpenAPI document, without a copy of it.

use kernel::Reason;
use std::{borrow::Cow, fmt, str::FromStr};
use vocabulary::Audience;

use events::Code;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use crate::problem::{Kind, Problem};

/// One of a closed list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded<C>(pub C);

/// Life domain.
pub type DomainCode = Coded<events::LifeDomain>;
/// Action category.
pub type CategoryCode = Coded<events::ActionCategory>;
/// Where a contact took place.
pub type PlaceCode = Coded<events::Place>;
/// The coach's role.
pub type CoachRoleCode = Coded<events::CoachRole>;
/// Education or NEET.
pub type PopulationCode = Coded<events::Population>;
/// Who referred the youth.
pub type SourceCode = Coded<events::Source>;
/// Additional barrier.
pub type BarrierCode = Coded<events::Barrier>;
/// What a person is on the platform.
pub type PersonRoleCode = Coded<events::PersonRole>;
/// Country of a centre.
pub type CountryCode = Coded<events::Country>;
/// A notice of what is done with the data.
pub type NoticeVersionCode = Coded<events::NoticeVersion>;
/// Language in which a centre works.
pub type LanguageCode = Coded<events::Language>;
/// What an entry of a timeline tells.
pub type EntryTypeCode = Coded<events::TimelineEntryType>;
/// What takes several commands.
pub type WorkKindCode = Coded<events::WorkKind>;
/// Why work does not go on.
pub type WorkTroubleCode = Coded<events::WorkTrouble>;
/// What a coach's work list reminds of.
pub type WorkListKindCode = Coded<events::WorkListKind>;

/// A code that a service answered.
///
/// # Errors
///
/// `internal` if the service is newer than the gateway and has more codes.
pub fn known<T: FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Kind::Internal.into())
}

impl<C: FromStr> FromStr for Coded<C> {
    type Err = C::Err;

    fn from_str(text: &str) -> Result<Self, C::Err> {
        text.parse().map(Self)
    }
}

impl<C: Code> Serialize for Coded<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de, C: Code + FromStr> Deserialize<'de> for Coded<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(std::marker::PhantomData)).map(Self)
    }
}

struct Text<C>(std::marker::PhantomData<C>);

impl<C: Code + FromStr> de::Visitor<'_> for Text<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<C, E> {
        text.parse().map_err(|_| E::custom("unknown code"))
    }
}

impl<C: Code> PartialSchema for Coded<C> {
    fn schema() -> RefOr<Schema> {
        let names = C::ALL.iter().map(|code| code.name());
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl<C: Code> ToSchema for Coded<C> {
    fn name() -> Cow<'static, str> {
        C::NAME.into()
    }
}

/// Why something is refused.
pub struct ReasonCode;

/// Those reasons that people meet: the web app has a sentence for each.
pub struct PersonReason;

fn reasons(wanted: impl Fn(Audience) -> bool) -> RefOr<Schema> {
    let reasons = Reason::ALL.iter().filter(|reason| wanted(reason.audience()));
    let names = reasons.map(|reason| reason.name());
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
}

impl PartialSchema for ReasonCode {
    fn schema() -> RefOr<Schema> {
        reasons(|audience| audience != Audience::Operators)
    }
}

impl ToSchema for ReasonCode {
    fn name() -> Cow<'static, str> {
        "Reason".into()
    }
}

impl PartialSchema for PersonReason {
    fn schema() -> RefOr<Schema> {
        reasons(|audience| audience == Audience::People)
    }
}

impl ToSchema for PersonReason {
    fn name() -> Cow<'static, str> {
        "PersonReason".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_of_a_code_lists_what_the_code_can_be() {
        let schema = serde_json::to_value(PlaceCode::schema()).unwrap();
        assert_eq!(schema["enum"].as_array().unwrap().len(), events::Place::ALL.len());
        assert_eq!(PlaceCode::name(), "Place");
    }
}
