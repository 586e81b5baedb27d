//! Work that takes several commands and does not go on, for operators: of every service that has some.

use std::time::Duration;

use axum::Json;
use eventlog::Position;
use futures::future::join_all;
use proto::shared::{
    FinishWorkRequest, ListWorkRequest, ListWorkResponse, UndoWorkRequest, UnfinishedWork,
    work_service_client::WorkServiceClient,
};
use runtime::serve::Channel;
use serde::{Deserialize, Serialize};
use tokio::time::timeout;
use tonic::{Request, Response, Status};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{health::CHECK_SECONDS, me::CommandHeaders};
use crate::{
    Clients,
    answer::{CommandProblems, Done, QueryProblems},
    call::Call,
    caller::{Caller, Commander},
    codes::{WorkKindCode, WorkTroubleCode, known},
    input::{Body, PathOf},
    problem::{Kind, Problem},
    rpc::{Command, Query, Rpc},
    shards::Reach,
};

/// Work that does not go on.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unfinished {
    id: String,
    kind: WorkKindCode,
    /// The centre that it is done for.
    centre: String,
    /// When it was begun, RFC 3339.
    #[schema(format = DateTime)]
    since: String,
    trouble: WorkTroubleCode,
    /// Whether it was turned back, and is being undone.
    turned_back: bool,
}

/// The work that does not go on, oldest first.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Work {
    items: Vec<Unfinished>,
    /// How much there is; at most 100 of each service are listed.
    total: u32,
    /// How many services did not answer: they may have more.
    unanswered: u32,
}

/// Which work is meant.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MeantWork {
    kind: WorkKindCode,
    centre: String,
}

/// Asks one service for its work.
#[derive(Clone)]
struct Listing(Channel);

/// Ends work of one service.
#[derive(Clone)]
struct Ending {
    kind: events::WorkKind,
    centre: String,
    work: String,
    undo: bool,
}

impl Rpc for Listing {
    type Answer = ListWorkResponse;

    async fn send(
        request: Request<Self>,
        _: &Clients,
        _: Option<&kernel::TenantId>,
    ) -> Result<Response<ListWorkResponse>, Status> {
        let (metadata, extensions, Self(channel)) = request.into_parts();
        let request = Request::from_parts(metadata, extensions, ListWorkRequest {});
        WorkServiceClient::new(channel).list_work(request).await
    }
}

impl Query for Listing {}

impl Rpc for Ending {
    type Answer = proto::shared::Done;

    async fn send(
        request: Request<Self>,
        clients: &Clients,
        _: Option<&kernel::TenantId>,
    ) -> Result<Response<Self::Answer>, Status> {
        let (metadata, extensions, Self { kind, centre, work, undo }) = request.into_parts();
        let there = centre.parse().map_err(|_| Status::not_found("not found"))?;
        let channel = match kind {
            events::WorkKind::Opening | events::WorkKind::Erasure | events::WorkKind::Departure => {
                clients.identity.reach(Some(&there))
            }
            events::WorkKind::Registration => clients.trajectories.reach(Some(&there)),
        };
        let mut client = WorkServiceClient::new(channel?);
        if undo {
            let message = UndoWorkRequest { centre, work };
            client.undo_work(Request::from_parts(metadata, extensions, message)).await
        } else {
            let message = FinishWorkRequest { centre, work };
            client.finish_work(Request::from_parts(metadata, extensions, message)).await
        }
    }
}

impl Command for Ending {
    fn position(_: &Self::Answer) -> Position {
        Position::START
    }
}

/// What every service answers in time; a problem for each that does not, so that none hides what the
/// others have.
pub(super) async fn all(call: &Call) -> Vec<Result<ListWorkResponse, Problem>> {
    let clients = &call.app.clients;
    let services = std::iter::once(&clients.identity).chain(clients.trajectories.all());
    let limit = Duration::from_secs(CHECK_SECONDS);
    join_all(services.map(async |channel| {
        let asked = timeout(limit, call.ask(Listing(channel.clone()))).await;
        asked.unwrap_or_else(|_| Err(Kind::Unavailable.into()))
    }))
    .await
}

fn shown(work: UnfinishedWork) -> Result<Unfinished, Problem> {
    let UnfinishedWork { id, kind, centre, since, trouble, turned_back } = work;
    let (kind, trouble) = (known(&kind)?, known(&trouble)?);
    Ok(Unfinished { id, kind, centre, since, trouble, turned_back })
}

/// The work that does not go on by itself.
#[utoipa::path(
    get, path = "/unfinished", operation_id = "listWork",
    responses((status = 200, description = "The work.", body = Work), QueryProblems)
)]
pub(crate) async fn list(caller: Caller) -> Result<Json<Work>, Problem> {
    let (mut items, mut total, mut unanswered) = (Vec::new(), 0, 0);
    for answer in all(&caller).await {
        match answer {
            Ok(listed) => {
                total += listed.total;
                for work in listed.items {
                    items.push(shown(work)?);
                }
            }
            Err(problem) if problem.kind == Kind::Unavailable => unanswered += 1,
            Err(problem) => return Err(problem),
        }
    }
    items.sort_by(|one, other| (&one.since, &one.id).cmp(&(&other.since, &other.id)));
    Ok(Json(Work { items, total, unanswered }))
}

/// Try once more to finish work that does not go on, or to undo it if it was turned back.
#[utoipa::path(
    post, path = "/unfinished/{work}/completion", operation_id = "finishWork",
    params(("work" = Uuid, Path), CommandHeaders), request_body = MeantWork,
    responses((status = 204, description = "Finished, or undone."), CommandProblems)
)]
pub(crate) async fn finish(
    commander: Commander,
    PathOf(work): PathOf<Uuid>,
    Body(meant): Body<MeantWork>,
) -> Result<Done<()>, Problem> {
    end(commander, work, meant, false).await
}

/// Turn work back that does not go on, and undo what was done of it.
#[utoipa::path(
    post, path = "/unfinished/{work}/undoing", operation_id = "undoWork",
    params(("work" = Uuid, Path), CommandHeaders), request_body = MeantWork,
    responses((status = 204, description = "Undone."), CommandProblems)
)]
pub(crate) async fn undo(
    commander: Commander,
    PathOf(work): PathOf<Uuid>,
    Body(meant): Body<MeantWork>,
) -> Result<Done<()>, Problem> {
    end(commander, work, meant, true).await
}

async fn end(
    commander: Commander,
    work: Uuid,
    MeantWork { kind, centre }: MeantWork,
    undo: bool,
) -> Result<Done<()>, Problem> {
    let ending = Ending { kind: kind.0, centre, work: work.to_string(), undo };
    let (_, position) = commander.send(ending).await?;
    Ok(Done::nothing(position))
}
