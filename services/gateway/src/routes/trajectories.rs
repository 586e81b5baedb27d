//! How a trajectory ends, and how the next one begins.

use proto::trajectories::RegisterYouthRequest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{me::CommandHeaders, people::Intake};
use crate::{
    answer::{CommandProblems, Done},
    caller::Commander,
    codes::{EmploymentFormCode, ExitKindCode, known},
    input::{Body, PathOf},
    problem::Problem,
};

/// A trajectory that follows a closed one.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewTrajectory {
    intake: Intake,
}

/// How a trajectory ended.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Exit {
    kind: ExitKindCode,
    #[schema(required)]
    form: Option<EmploymentFormCode>,
    #[schema(required)]
    hours_percent: Option<u32>,
}

impl TryFrom<proto::trajectories::Exit> for Exit {
    type Error = Problem;

    fn try_from(exit: proto::trajectories::Exit) -> Result<Self, Problem> {
        Ok(Self {
            kind: known(&exit.kind)?,
            form: exit.form.as_deref().map(known).transpose()?,
            hours_percent: exit.hours_percent,
        })
    }
}

/// Begin a new trajectory with a youth whose last one was closed. Nothing of the old one goes with it;
/// the youth still reads both.
#[utoipa::path(
    post, path = "/youths/{youth}/trajectories", operation_id = "beginAgain",
    params(("youth" = Uuid, Path), CommandHeaders), request_body = NewTrajectory,
    responses((status = 204, description = "Begun."), CommandProblems)
)]
pub(crate) async fn follow(
    commander: Commander,
    PathOf(youth): PathOf<Uuid>,
    Body(NewTrajectory { intake }): Body<NewTrajectory>,
) -> Result<Done<()>, Problem> {
    let request = RegisterYouthRequest { again: true, ..intake.request(youth.to_string()) };
    let (_, position) = commander.send(request).await?;
    Ok(Done::nothing(position))
}
