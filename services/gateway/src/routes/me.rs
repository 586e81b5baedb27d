//! What youths do for themselves: avatar, coach, timeline.

use axum::Json;
use proto::{
    identity::DescribePeopleRequest,
    trajectories::{CoachLoad, ListCoachLoadsRequest},
};
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::timeline::{PageQuery, Timeline};
use crate::{answer::QueryProblems, call::Call, caller::Caller, input::QueryOf, problem::Problem};

/// Headers of every command of somebody who is signed in.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes headers that `Commander` reads")]
pub(crate) struct CommandHeaders {
    /// The session's `csrfToken`.
    #[param(rename = "X-CSRF-Token")]
    csrf: String,
    /// The client's id of this command, for this person and this command alone. A repetition (the same
    /// operation with the same content) gets the first answer; anything else under it is 422
    /// `usedAlready`. Known for good with the thing that it changed, elsewhere among the latest
    /// 100,000 commands.
    #[param(rename = "Idempotency-Key")]
    key: Uuid,
    /// `"7"`: refuse with `stale` unless this is the revision.
    #[param(rename = "If-Match", nullable = false)]
    revision: Option<String>,
}

/// The coaches of the youth's centre.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Coaches {
    items: Vec<CoachChoice>,
    /// The coach whom the youth chose.
    #[schema(required)]
    chosen: Option<String>,
    /// Revision of the youth's trajectory.
    revision: u64,
}

/// One coach.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoachChoice {
    id: String,
    name: String,
    #[schema(required)]
    avatar: Option<String>,
    /// Whether there is room for one more youth.
    has_room: bool,
}

/// The coaches of the caller's centre, and whom the caller chose.
async fn coaches(call: &Call) -> Result<Coaches, Problem> {
    let loads = call.ask(ListCoachLoadsRequest {}).await?;
    let everyone = DescribePeopleRequest { ids: Vec::new(), role: Some("coach".to_owned()) };
    let coaches = call.ask(everyone).await?.people;
    // Who is not listed there yet came a moment ago, and nobody chose them.
    let is_full = |load: &CoachLoad| load.youths >= load.places;
    let full = |id: &str| loads.loads.iter().any(|load| load.coach == id && is_full(load));
    let items = coaches.into_iter().map(|coach| CoachChoice {
        has_room: !full(&coach.id),
        id: coach.id,
        name: coach.name,
        avatar: coach.avatar,
    });
    let items = items.collect();
    Ok(Coaches { items, chosen: loads.chosen, revision: loads.revision.unwrap_or(0) })
}

/// The coaches to choose from.
#[utoipa::path(
    get, path = "/me/coaches", operation_id = "listCoaches",
    responses((status = 200, description = "The coaches.", body = Coaches), QueryProblems)
)]
pub(crate) async fn list_coaches(caller: Caller) -> Result<Json<Coaches>, Problem> {
    coaches(&caller).await.map(Json)
}

/// What happened in the caller's own trajectory, newest first.
#[utoipa::path(
    get, path = "/me/timeline", operation_id = "readOwnTimeline", params(PageQuery),
    responses((status = 200, description = "One page.", body = Timeline), QueryProblems)
)]
pub(crate) async fn read_timeline(
    caller: Caller,
    QueryOf(page): QueryOf<PageQuery>,
) -> Result<Json<Timeline>, Problem> {
    let youth = caller.person()?.id.clone();
    super::timeline::page(&caller, youth, &page).await.map(Json)
}
