//! The gRPC handlers of monitoring.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use events::Code;
use jiff::Timestamp;
use platform::{
    Backends, Ctx, TenantId,
    access::ctx,
    clock,
    log::LogError,
    projector::{Live, replay},
    status::{not_found, of_log},
    view::{Folded, hex},
    zone::Zone,
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
    asked::{Moment, Scope, question, scope},
    tables::{self, Counts, DEFINITION, Disclosure, EXTRA_ROWS, Question, ROWS},
    views::{Centre, Monitoring},
};

/// How many replays run at once; more wait.
const REPLAYS_MAX: usize = 2;
/// How long an older state is kept for the next question about the same moment.
const REPLAY_KEPT_SECONDS: u64 = 60;
/// How many older states are kept: two that are compared.
const REPLAYS_KEPT_MAX: usize = 2;

type Replayed = Arc<Folded<Monitoring>>;

pub(crate) struct Handlers {
    backends: Backends,
    view: Live<Monitoring>,
    replays: Semaphore,
    /// The last replays, the latest first.
    kept: Mutex<Vec<(Instant, Replayed)>>,
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
        Self { backends, view, replays, kept: Mutex::default() }
    }

    async fn table(
        &self,
        ctx: &Ctx,
        request: &GetTableRequest,
    ) -> Result<GetTableResponse, Status> {
        if !matches!(request.table, 1 | 2) {
            return Err(not_found());
        }
        let now = clock::now();
        let scope = scope(ctx, request)?;
        self.view.at_least(ctx.at_least()).await?;
        let zone = self.zone(ctx, &scope);
        let moment = Moment::asked(request.as_of.as_deref(), scope.disclosure, &zone, now)?;
        let question = question(request, moment, &zone, now)?;
        self.exists(ctx, &scope)?;
        let (mut table, position) = match self.position(moment.last(&zone)).await? {
            None => {
                let folded = self.view.now();
                (count(&folded.view, request.table, &scope, question), folded.position)
            }
            Some(position) => {
                let folded = self.replayed(position).await?;
                (count(&folded.view, request.table, &scope, question), position)
            }
        };
        table.position = position;
        table.day = moment.day().map(|day| day.to_string());
        table.recorded_at = match moment {
            // Not of the last event: that would be the moment at which one person did something.
            Moment::Day(day) => whole_second(zone.end_of(day)),
            Moment::Now | Moment::Instant(_) => {
                self.recorded_at(position).await.map_err(|error| of_log(&error))?
            }
        };
        table.hash = hex(&Sha256::digest(table.encode_to_vec()));
        Ok(table)
    }

    /// By which clock days are told: in a centre by its own, outside by that of who works across them.
    fn zone(&self, ctx: &Ctx, scope: &Scope) -> Zone {
        match scope.disclosure {
            Disclosure::Rounded => Zone::default(),
            Disclosure::Exact => {
                self.view.now().view.zones().of(ctx.tenant()).cloned().unwrap_or_default()
            }
        }
    }

    /// Another centre that never opened does not exist. The own one does, also before it opened.
    fn exists(&self, ctx: &Ctx, scope: &Scope) -> Result<(), Status> {
        let view = self.view.now();
        let known =
            |tenant: &TenantId| tenant == ctx.tenant() || view.view.centre(tenant).is_some();
        scope.centre.as_ref().is_none_or(known).then_some(()).ok_or_else(not_found)
    }

    /// The position that was known at a moment; `None` for the present.
    async fn position(&self, last: Option<Timestamp>) -> Result<Option<u64>, Status> {
        let Some(last) = last else { return Ok(None) };
        let position = self.backends.log.position_at(last).await.map_err(|error| of_log(&error))?;
        self.view.at_least(position).await?;
        Ok((position < self.view.now().position).then_some(position))
    }

    async fn replayed(&self, position: u64) -> Result<Replayed, Status> {
        if let Some(folded) = self.kept(position) {
            return Ok(folded);
        }
        let permit = self.replays.acquire().await.map_err(|_| Status::cancelled("stopping"))?;
        if let Some(folded) = self.kept(position) {
            return Ok(folded);
        }
        let (log, keys) = (self.backends.log.clone(), self.backends.keys.clone());
        let folded = replay(log, keys, position).await.map_err(|error| of_log(&error))?;
        let folded = Arc::new(folded);
        drop(permit);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(0, (Instant::now(), folded.clone()));
        kept.truncate(REPLAYS_KEPT_MAX);
        Ok(folded)
    }

    fn kept(&self, position: u64) -> Option<Replayed> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(since, _)| since.elapsed() < Duration::from_secs(REPLAY_KEPT_SECONDS));
        kept.iter().map(|(_, folded)| folded).find(|folded| folded.position == position).cloned()
    }

    async fn recorded_at(&self, position: u64) -> Result<Option<String>, LogError> {
        let event = self.backends.log.at(position).await?;
        Ok(event.map(|event| event.recorded_at().to_string()))
    }
}

fn whole_second(instant: Timestamp) -> Option<String> {
    let second = Timestamp::from_second(instant.as_second()).ok()?;
    Some(second.to_string())
}

fn count(view: &Monitoring, number: u32, scope: &Scope, question: Question) -> GetTableResponse {
    let nobody = Centre::default();
    let centres: Vec<&Centre> = match &scope.centre {
        // Before it opened nothing was known of it.
        Some(tenant) => vec![view.centre(tenant).unwrap_or(&nobody)],
        None => view.centres().collect(),
    };
    let all = || centres.iter().copied();
    let (counts, activity) = match number {
        1 => (tables::barriers(all(), question), Vec::new()),
        _ => (tables::actions(all(), question), tables::activity(all(), question)),
    };
    response(number, question, counts, &activity, scope.disclosure)
}

fn response(
    table: u32,
    question: Question,
    counts: Counts,
    activity: &[tables::Activity],
    disclosure: Disclosure,
) -> GetTableResponse {
    let column =
        |(group, code): (&str, &str)| Column { group: group.to_owned(), code: code.to_owned() };
    let row = |(code, values): (&str, Vec<u32>)| row(code, &values, disclosure);
    let rows = counts.rows.into_iter().map(|(code, values)| (code.name(), values));
    let mut rows: Vec<_> = rows.map(row).collect();
    let extra_rows = rows.split_off(ROWS.len());
    debug_assert_eq!(extra_rows.len(), EXTRA_ROWS.len());
    let persons = disclosure.count(counts.persons);
    GetTableResponse {
        table,
        definition: DEFINITION.to_owned(),
        from: question.from.to_string(),
        to: question.to.to_string(),
        rounded_to: disclosure.rounded_to(),
        not_shown_below: disclosure.not_shown_below(),
        persons: persons.unwrap_or_default(),
        persons_not_shown: persons.is_none(),
        columns: counts.columns.into_iter().map(column).collect(),
        rows,
        extra_rows,
        total: Some(row(("total", counts.total))),
        activity: activity.iter().map(|one| activity_row(one, disclosure)).collect(),
        ..GetTableResponse::default()
    }
}

fn row(code: &str, values: &[u32], disclosure: Disclosure) -> Row {
    let shown: Vec<_> = values.iter().map(|value| disclosure.count(*value)).collect();
    let not_shown = (0..).zip(&shown).filter(|(_, value)| value.is_none());
    Row {
        code: code.to_owned(),
        not_shown: not_shown.map(|(place, _)| place).collect(),
        values: shown.into_iter().map(Option::unwrap_or_default).collect(),
    }
}

/// Where hardly anybody is counted nothing is told; days never leave a centre.
fn activity_row(activity: &tables::Activity, disclosure: Disclosure) -> Activity {
    let category = activity.category.name().to_owned();
    let Some(persons) = disclosure.count(activity.persons) else {
        return Activity { category, not_shown: true, ..Activity::default() };
    };
    let span = activity.span.filter(|_| disclosure == Disclosure::Exact);
    let minutes = disclosure.minutes(activity.minutes);
    Activity {
        category,
        persons,
        actions: disclosure.count(activity.actions).unwrap_or_default(),
        minutes: minutes.unwrap_or_default(),
        first_on: span.map(|(first, _)| first.to_string()),
        last_on: span.map(|(_, last)| last.to_string()),
        not_shown: false,
        minutes_not_shown: minutes.is_none(),
    }
}
