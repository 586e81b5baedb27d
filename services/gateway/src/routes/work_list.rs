//! What a coach has to see to, with the names of those it is about.

use axum::Json;
use proto::trajectories::{self as grpc, GetWorkListRequest, GetWorkListResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::youths::Named;
use crate::{
    answer::QueryProblems,
    caller::Caller,
    codes::{WorkListKindCode, known},
    problem::Problem,
    transcoding::Wire,
};

/// What a coach did in a month, as the contract says.
type CoachMonth = Wire<grpc::CoachMonth>;

/// What the caller has to see to, what is due first in front.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WorkList {
    items: Vec<WorkItem>,
    /// How many of them are due today.
    due: usize,
    #[schema(required)]
    last_month: Option<CoachMonth>,
}

/// Something to see to.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WorkItem {
    youth: Named,
    kind: WorkListKindCode,
    /// From this day on it is due.
    #[schema(format = Date)]
    due_on: String,
}

/// What the caller, a coach, has to see to.
#[utoipa::path(
    get, path = "/work-list", operation_id = "readWorkList",
    responses((status = 200, description = "The list.", body = WorkList), QueryProblems)
)]
pub(crate) async fn read(caller: Caller) -> Result<Json<WorkList>, Problem> {
    let GetWorkListResponse { items, last_month } = caller.ask(GetWorkListRequest {}).await?;
    let people = caller.describe(items.iter().map(|item| item.youth.clone()).collect()).await?;
    let today = caller.today().to_string();
    let mut listed = Vec::with_capacity(items.len());
    for item in items {
        // Who was erased meanwhile has no name any more.
        let Some(name) = people.name(&item.youth) else { continue };
        let youth = Named { id: item.youth, name };
        listed.push(WorkItem { youth, kind: known(&item.kind)?, due_on: item.due_on });
    }
    // Days as text are in the order of days.
    let due = listed.iter().filter(|item| item.due_on <= today).count();
    Ok(Json(WorkList { items: listed, due, last_month: last_month.map(Wire) }))
}
