//! What coaches see of their youths, and the steps they register.

use axum::Json;
use jiff::civil::Date;
use kernel::text::search::{Order, Search};
use proto::{
    exercises::{CompletionCount, CountCompletionsRequest},
    trajectories::{
        CaseloadRow, GetCaseloadRequest, GetCaseloadResponse, GetTrajectoryRequest,
        RegisterStepRequest,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    me::CommandHeaders,
    timeline::{self, PageQuery, Timeline, TimelineEntry},
};
use crate::{
    answer::{CommandProblems, Done, QueryProblems},
    call::{Call, PEOPLE_PER_CALL_MAX},
    caller::{Caller, Commander},
    codes::{CoachRoleCode, PopulationCode, SourceCode, known},
    input::{Body, PathOf, QueryOf},
    problem::{Kind, Problem},
    transcoding,
};

/// Something with a name.
#[derive(Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// Which youths.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseloadQuery {
    /// Words of a name, or parts of them, in any order, without regard to case and accents.
    #[param(nullable = false)]
    q: Option<String>,
}

/// The caller's youths.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Caseload {
    items: Vec<YouthRow>,
    caseload: Load,
}

/// How many youths a coach has, and has room for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CaseloadSize)]
pub(crate) struct Load {
    count: usize,
    /// 20 per full-time equivalent.
    limit: u32,
}

/// One of the caller's youths.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct YouthRow {
    id: String,
    name: String,
    #[schema(required)]
    avatar: Option<String>,
    population: PopulationCode,
    #[schema(format = Date)]
    since: String,
    #[schema(required, format = Date)]
    last_contact_on: Option<String>,
    /// Null when there was no contact yet.
    #[schema(required)]
    days_without_contact: Option<i32>,
    exercises_completed: u32,
    steps: u32,
}

/// One youth.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Youth {
    id: String,
    name: String,
    #[schema(required)]
    avatar: Option<String>,
    population: PopulationCode,
    source: SourceCode,
    #[schema(format = Date)]
    since: String,
    #[schema(required)]
    coach: Option<Named>,
    /// The coach's role in the last step.
    #[schema(required)]
    current_role: Option<CoachRoleCode>,
    /// Whether the trajectory ended.
    closed: bool,
    /// Whether the youth shares a life domain with the coach of now.
    shares: bool,
    revision: u64,
}

/// A coaching step to register: as the contract says.
#[derive(ToSchema)]
pub(crate) struct RegisterStep {}

/// The caller's youths by name, and how full the caseload is.
#[utoipa::path(
    get, path = "/youths", operation_id = "readCaseload", params(CaseloadQuery),
    responses((status = 200, description = "The youths.", body = Caseload), QueryProblems)
)]
pub(crate) async fn caseload(
    caller: Caller,
    QueryOf(query): QueryOf<CaseloadQuery>,
) -> Result<Json<Caseload>, Problem> {
    let (rows, places, counts) = match counted(&caller).await {
        // Somebody went to another coach between the two questions: both are asked again.
        Err(problem) if problem.kind == Kind::NotFound => counted(&caller).await?,
        counted => counted?,
    };
    let people = caller.describe(rows.iter().map(|row| row.youth.clone()).collect()).await?;
    let completed = |youth: &str| {
        counts.iter().find(|count| count.youth == youth).map_or(0, |count| count.completed)
    };
    let today = caller.today();
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        // Who was erased has no name any more, and no place on a screen.
        let Some(person) = people.get(&row.youth) else { continue };
        let exercises_completed = completed(&row.youth);
        items.push(youth_row(row, person, exercises_completed, today)?);
    }
    let caseload = Load { count: items.len(), limit: places };
    let wanted = Search::of(&query.q.unwrap_or_default());
    items.retain(|row| wanted.finds(&row.name));
    let centre = caller.session.centre.as_ref();
    let order = Order::of(centre.map(|centre| centre.language.as_str()));
    items.sort_by(|one, other| {
        order.compare(&one.name, &other.name).then_with(|| one.id.cmp(&other.id))
    });
    Ok(Json(Caseload { items, caseload }))
}

/// The caller's youths, for how many there is room, and how many exercises each completed.
async fn counted(call: &Call) -> Result<(Vec<CaseloadRow>, u32, Vec<CompletionCount>), Problem> {
    let GetCaseloadResponse { mut youths, places } = call.ask(GetCaseloadRequest {}).await?;
    youths.truncate(PEOPLE_PER_CALL_MAX);
    let asked = youths.iter().map(|row| row.youth.clone()).collect();
    let counts = call.ask(CountCompletionsRequest { youths: asked }).await?.counts;
    Ok((youths, places, counts))
}

fn youth_row(
    row: CaseloadRow,
    person: &proto::identity::Person,
    exercises_completed: u32,
    today: Date,
) -> Result<YouthRow, Problem> {
    let last: Option<Date> = row.last_contact_on.as_deref().map(known).transpose()?;
    Ok(YouthRow {
        id: row.youth,
        name: person.name.clone(),
        avatar: person.avatar.clone(),
        population: known(&row.population)?,
        since: row.since,
        last_contact_on: row.last_contact_on,
        days_without_contact: last.map(|last| (today - last).get_days().max(0)),
        exercises_completed,
        steps: row.steps,
    })
}

/// One youth.
#[utoipa::path(
    get, path = "/youths/{youth}", operation_id = "readYouth", params(("youth" = Uuid, Path)),
    responses((status = 200, description = "The youth.", body = Youth), QueryProblems)
)]
pub(crate) async fn read(caller: Caller, PathOf(id): PathOf<Uuid>) -> Result<Json<Youth>, Problem> {
    let found = caller.ask(GetTrajectoryRequest { youth: id.to_string() }).await?;
    let ids = found.coach.iter().cloned().chain([found.youth.clone()]);
    let people = caller.describe(ids.collect()).await?;
    let person = people.get(&found.youth).ok_or(Kind::NotFound)?;
    let coach = found.coach.and_then(|id| people.name(&id).map(|name| Named { id, name }));
    Ok(Json(Youth {
        id: person.id.clone(),
        name: person.name.clone(),
        avatar: person.avatar.clone(),
        population: known(&found.population)?,
        source: known(&found.source)?,
        since: found.since,
        coach,
        current_role: found.current_role.as_deref().map(known).transpose()?,
        closed: found.closed,
        shares: found.shares,
        revision: found.revision,
    }))
}

/// What happened with one youth, newest first.
#[utoipa::path(
    get, path = "/youths/{youth}/timeline", operation_id = "readTimeline",
    params(("youth" = Uuid, Path), PageQuery),
    responses((status = 200, description = "One page.", body = Timeline), QueryProblems)
)]
pub(crate) async fn read_timeline(
    caller: Caller,
    PathOf(id): PathOf<Uuid>,
    QueryOf(page): QueryOf<PageQuery>,
) -> Result<Json<Timeline>, Problem> {
    let youth = id.to_string();
    timeline::page(&caller, youth, &page).await.map(Json)
}

/// Register a coaching step.
#[utoipa::path(
    post, path = "/youths/{youth}/steps", operation_id = "registerStep",
    params(("youth" = Uuid, Path), CommandHeaders), request_body = RegisterStep,
    responses((status = 201, description = "Registered.", body = TimelineEntry), CommandProblems)
)]
pub(crate) async fn register_step(
    commander: Commander,
    PathOf(youth): PathOf<Uuid>,
    Body(given): Body<Map<String, Value>>,
) -> Result<Done<TimelineEntry>, Problem> {
    let youth = youth.to_string();
    let request: RegisterStepRequest = transcoding::read("registerStep", given)?;
    let request = RegisterStepRequest { youth, ..request };
    let (registered, position) = commander.send(request).await?;
    let entry = registered.entry.ok_or(Kind::Internal)?;
    let ids = entry.coach.iter().cloned().chain([entry.actor.clone()]);
    let people = commander.describe(ids.collect()).await?;
    Ok(Done::created(position, timeline::entry(entry, &people)?))
}
