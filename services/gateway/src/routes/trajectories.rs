//! How a trajectory ends, and how the next one begins.

use jiff::civil::Date;
use proto::trajectories::{CloseTrajectoryRequest, RegisterYouthRequest};
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

/// How a trajectory ends.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Closing {
    kind: ExitKindCode,
    /// For a job.
    #[schema(nullable = false)]
    form: Option<EmploymentFormCode>,
    /// For a job: its share of full time.
    #[schema(nullable = false, minimum = 1, maximum = 100)]
    hours_percent: Option<u32>,
    occurred_on: Date,
}

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

/// Close a youth's trajectory. The coach whom the youth chose does it, or the lead.
#[utoipa::path(
    post, path = "/youths/{id}/closing", operation_id = "closeTrajectory",
    params(("id" = Uuid, Path), CommandHeaders), request_body = Closing,
    responses((status = 204, description = "Closed."), CommandProblems)
)]
pub(crate) async fn close(
    commander: Commander,
    PathOf(youth): PathOf<Uuid>,
    Body(closing): Body<Closing>,
) -> Result<Done<()>, Problem> {
    let request = CloseTrajectoryRequest {
        youth: youth.to_string(),
        occurred_on: closing.occurred_on.to_string(),
        kind: closing.kind.text(),
        form: closing.form.map(EmploymentFormCode::text),
        hours_percent: closing.hours_percent,
    };
    let (_, position) = commander.send(request).await?;
    Ok(Done::nothing(position))
}

/// Begin a new trajectory with a youth whose last one was closed. Nothing of the old one goes with it;
/// the youth still reads both.
#[utoipa::path(
    post, path = "/youths/{id}/trajectories", operation_id = "beginAgain",
    params(("id" = Uuid, Path), CommandHeaders), request_body = NewTrajectory,
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
