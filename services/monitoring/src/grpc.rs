//! The gRPC handlers of monitoring.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use events::Code;
use jiff::{Timestamp, civil::Date};
use platform::{
    Backends, Ctx, Reason, Role, TenantId,
    access::ctx,
    log::LogError,
    projector::{Live, replay},
    status::{invalid, not_found, of_log, parse},
    view::{Folded, hex},
};
use prost::Message as _;
use proto::monitoring::{
    Activity, Column, GetTableRequest, GetTableResponse, Row,
    monitoring_service_server::MonitoringService,
};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use tonic::{Request, Response, Status};

use crate::{
    tables::{self, Counts, DEFINITION, EXTRA_ROWS, Question, ROUNDED_TO, ROWS},
    views::{Centre, Monitoring},
};

/// Longest period of a table, years.
const PERIOD_YEARS_MAX: i16 = 50;
/// How many replays run at once; more wait.
const REPLAYS_MAX: usize = 2;
/// How long an older state is kept for the next question about the same moment.
const REPLAY_KEPT_SECONDS: u64 = 60;

pub(crate) struct Handlers {
    backends: Backends,
    view: Live<Monitoring>,
    replays: Semaphore,
    last_replay: Mutex<Option<(Instant, Arc<Folded<Monitoring>>)>>,
}

/// Whose trajectories are counted, and whether the table leaves the centre.
struct Scope {
    centre: Option<TenantId>,
    leaves: bool,
}

#[tonic::async_trait]
impl MonitoringService for Handlers {
    async fn get_table(
        &self,
        request: Request<GetTableRequest>,
    ) -> Result<Response<GetTableResponse>, Status> {
        let ctx = ctx(&request)?;
        self.table(&ctx, &request.into_inner()).await.map(Response::new)
    }
}

impl Handlers {
    pub(crate) fn new(backends: Backends, view: Live<Monitoring>) -> Self {
        let replays = Semaphore::new(REPLAYS_MAX);
        Self { backends, view, replays, last_replay: Mutex::default() }
    }

    async fn table(
        &self,
        ctx: &Ctx,
        request: &GetTableRequest,
    ) -> Result<GetTableResponse, Status> {
        if !matches!(request.table, 1 | 2) {
            return Err(not_found());
        }
        let scope = scope(ctx, request)?;
        let question = question(request)?;
        let as_of = request.as_of.as_deref().map(|as_of| parse::<Timestamp>("asOf", as_of));
        self.view.at_least(ctx.at_least()).await?;
        let (mut table, position) = match self.position(as_of.transpose()?).await? {
            None => {
                let folded = self.view.now();
                (count(&folded.view, request.table, &scope, question)?, folded.position)
            }
            Some(position) => {
                let folded = self.replayed(position).await?;
                (count(&folded.view, request.table, &scope, question)?, position)
            }
        };
        table.position = position;
        table.recorded_at = self.recorded_at(position).await.map_err(|error| of_log(&error))?;
        table.hash = hex(&Sha256::digest(table.encode_to_vec()));
        Ok(table)
    }

    /// The position that was known at a moment; `None` for the present.
    async fn position(&self, as_of: Option<Timestamp>) -> Result<Option<u64>, Status> {
        let Some(as_of) = as_of else { return Ok(None) };
        let log = &self.backends.log;
        let position = log.position_at(as_of).await.map_err(|error| of_log(&error))?;
        Ok((position < self.view.now().position).then_some(position))
    }

    async fn replayed(&self, position: u64) -> Result<Arc<Folded<Monitoring>>, Status> {
        let kept = || {
            let kept = self.last_replay.lock().unwrap_or_else(PoisonError::into_inner).clone();
            kept.filter(|(since, folded)| {
                since.elapsed() < Duration::from_secs(REPLAY_KEPT_SECONDS)
                    && folded.position == position
            })
        };
        if let Some((_, folded)) = kept() {
            return Ok(folded);
        }
        let permit = self.replays.acquire().await.map_err(|_| Status::cancelled("stopping"))?;
        if let Some((_, folded)) = kept() {
            return Ok(folded);
        }
        let (log, keys) = (self.backends.log.clone(), self.backends.keys.clone());
        let folded = replay(log, keys, position).await.map_err(|error| of_log(&error))?;
        let folded = Arc::new(folded);
        drop(permit);
        *self.last_replay.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), folded.clone()));
        Ok(folded)
    }

    async fn recorded_at(&self, position: u64) -> Result<Option<String>, LogError> {
        let event = self.backends.log.at(position).await?;
        Ok(event.map(|event| event.recorded_at().to_string()))
    }
}

/// A lead sees the own centre; an auditor any centre, or all.
fn scope(ctx: &Ctx, request: &GetTableRequest) -> Result<Scope, Status> {
    let asked = request.centre.as_deref().map(str::parse::<TenantId>).transpose();
    let asked = asked.map_err(|_| not_found())?;
    match ctx.role() {
        Role::Auditor => Ok(Scope { centre: asked, leaves: true }),
        Role::Lead if asked.is_none() || asked.as_ref() == Some(ctx.tenant()) => {
            Ok(Scope { centre: Some(ctx.tenant().clone()), leaves: false })
        }
        Role::Youth | Role::Coach | Role::Lead | Role::Operator | Role::Service => Err(not_found()),
    }
}

fn question(request: &GetTableRequest) -> Result<Question, Status> {
    let from: Date = parse("from", &request.from)?;
    let to: Date = parse("to", &request.to)?;
    if from > to {
        return Err(invalid("from", Reason::FromAfterTo));
    }
    if to.year() - from.year() > PERIOD_YEARS_MAX {
        return Err(invalid("to", Reason::PeriodTooLong));
    }
    let population = request.population.as_deref().map(|text| parse("population", text));
    Ok(Question { population: population.transpose()?, from, to })
}

fn count(
    view: &Monitoring,
    number: u32,
    scope: &Scope,
    question: Question,
) -> Result<GetTableResponse, Status> {
    let centres: Vec<&Centre> = match &scope.centre {
        Some(tenant) => vec![view.centre(tenant).ok_or_else(not_found)?],
        None => view.centres().collect(),
    };
    let all = || centres.iter().copied();
    let (counts, activity) = match number {
        1 => (tables::barriers(all(), question), Vec::new()),
        _ => (tables::actions(all(), question), tables::activity(all(), question)),
    };
    Ok(if scope.leaves {
        let activity: Vec<_> = activity.into_iter().map(tables::Activity::rounded).collect();
        response(number, question, counts.rounded(), &activity, Some(ROUNDED_TO))
    } else {
        response(number, question, counts, &activity, None)
    })
}

fn response(
    table: u32,
    question: Question,
    counts: Counts,
    activity: &[tables::Activity],
    rounded_to: Option<u32>,
) -> GetTableResponse {
    let column =
        |(group, code): (&str, &str)| Column { group: group.to_owned(), code: code.to_owned() };
    let mut rows: Vec<_> = counts.rows.into_iter().map(row).collect();
    let extra_rows = rows.split_off(ROWS.len());
    debug_assert_eq!(extra_rows.len(), EXTRA_ROWS.len());
    GetTableResponse {
        table,
        definition: DEFINITION.to_owned(),
        from: question.from.to_string(),
        to: question.to.to_string(),
        position: 0,
        recorded_at: None,
        rounded_to,
        persons: counts.persons,
        columns: counts.columns.into_iter().map(column).collect(),
        rows,
        extra_rows,
        total: Some(Row { code: "total".to_owned(), values: counts.total }),
        activity: activity.iter().map(activity_row).collect(),
        hash: String::new(),
    }
}

fn row((code, values): (events::Disability, Vec<u32>)) -> Row {
    Row { code: code.name().to_owned(), values }
}

fn activity_row(activity: &tables::Activity) -> Activity {
    Activity {
        category: activity.category.name().to_owned(),
        persons: activity.persons,
        actions: activity.actions,
        minutes: activity.minutes,
        first_on: activity.span.map(|(first, _)| first.to_string()),
        last_on: activity.span.map(|(_, last)| last.to_string()),
    }
}
