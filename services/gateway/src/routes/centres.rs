//! The learning-support centres, for those who work across them.

use proto::identity::{Centre as Described, NewLead as Lead, OpenCentreRequest};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    cards::{Card, NewCard, Origin},
    me::CommandHeaders,
};
use crate::{
    answer::{CommandProblems, Done},
    caller::Commander,
    codes::LanguageCode,
    input::Body,
    problem::Problem,
};

/// Something with a name.
#[derive(Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Named {
    /// A centre.
    pub(crate) fn centre(centre: &Described) -> Self {
        Self { id: centre.id.clone(), name: centre.name.clone() }
    }
}

/// A centre to open.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewCentre {
    #[schema(pattern = "^[a-z0-9]{1,32}$")]
    id: String,
    name: String,
    language: LanguageCode,
    /// IANA name of the time zone by which the centre lives; absent: that of the language.
    #[schema(nullable = false, example = "Europe/Helsinki")]
    time_zone: Option<String>,
    lead: NewLead,
}

/// Who leads a new centre.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewLead {
    /// Made by the client.
    id: Uuid,
    #[schema(min_length = 1, max_length = 80)]
    name: String,
}

/// Open a centre, and register who leads it.
///
/// A centre that is open with nobody in it is given its lead, if name and language are the same.
#[utoipa::path(
    post, path = "/centres", operation_id = "openCentre", params(CommandHeaders),
    request_body = NewCentre,
    responses((status = 201, description = "Opened.", body = NewCard), CommandProblems)
)]
pub(crate) async fn open(
    commander: Commander,
    origin: Origin,
    Body(new): Body<NewCentre>,
) -> Result<Done<NewCard>, Problem> {
    let request = OpenCentreRequest {
        id: new.id.clone(),
        name: new.name,
        language: new.language.text(),
        time_zone: new.time_zone,
        // Where people are invented, those of a new centre are too.
        synthetic: commander.session.synthetic,
        lead: Some(Lead { id: new.lead.id.to_string(), name: new.lead.name }),
    };
    let (opened, position) = commander.send(request).await?;
    let card = Card::of(opened.card, &origin)?;
    Ok(Done::created(position, NewCard { id: new.id, card }))
}
