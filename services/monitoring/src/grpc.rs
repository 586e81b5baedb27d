//! The gRPC handlers of monitoring.

use std::sync::Arc;

use centres::Centres;
use eventlog::{LogError, Position, clock};
use events::Code;
use jiff::Timestamp;
use kernel::{TenantId, codec::hex, zone::Zone};
use prost::Message as _;
use proto::monitoring::{
    Activity, Column, GetTableRequest, GetTableResponse, Row,
    table_service_server::{TableService, TableServiceServer},
};
use runtime::{
    Backends, Ctx,
    access::{Asked, asked},
    limited,
    projector::{Live, Partitions},
    serve::{Answer, Services},
    status::{not_found, of_log},
};
use sha2::{Digest, Sha256};
use tokio::task::JoinSet;
use tonic::{Request, Response, Status};

use crate::{
    asked::{Moment, Scope, question},
    resources::Table,
    tables::{self, Counts, DEFINITION, Disclosure, EXTRA_ROWS, Question, ROWS},
    views::Monitoring,
};

pub(crate) struct Handlers {
    backends: Backends,
    view: Partitions<Monitoring>,
    centres: Live<Centres>,
}

#[tonic::async_trait]
impl TableService for Handlers {
    async fn get_table(&self, request: Request<GetTableRequest>) -> Answer<GetTableResponse> {
        let (asked, request) = asked(request)?;
        if !matches!(request.table, 1 | 2) {
            return Err(not_found());
        }
        let now = clock::now();
        let scope = Scope::asked(&asked, &request)?;
        let ctx = &asked.authorize(&scope.table())?;
        self.centres.at_least(ctx.at_least()).await?;
        let zone = self.zone(ctx, &scope).await?;
        let moment = Moment::asked(request.as_of.as_deref(), scope.disclosure, &zone, now)?;
        let question = question(&request, moment, &zone, now)?;
        self.exists(&asked, &scope)?;
        let at = self.position(moment.last(&zone)).await?;
        let (counted, position) = self.count(&asked, &scope, at, (request.table, question)).await?;
        let mut table = response(request.table, question, counted, scope.disclosure);
        table.position = position.into();
        table.day = moment.day().map(|day| day.to_string());
        table.recorded_at = match moment {
            // Not of the last event: that would be the moment at which one person did something.
            Moment::Day(day) => whole_second(zone.end_of(day)),
            Moment::Now | Moment::Instant(_) => {
                self.recorded_at(position).await.map_err(|error| of_log(&error))?
            }
        };
        table.hash = hex(&Sha256::digest(table.encode_to_vec()));
        Ok(Response::new(table))
    }
}

impl Handlers {
    pub(crate) fn new(
        backends: Backends,
        view: Partitions<Monitoring>,
        centres: Live<Centres>,
    ) -> Self {
        Self { backends, view, centres }
    }

    /// As a gRPC service.
    pub(crate) fn served(self, services: Services) -> Services {
        let handlers = Arc::new(self);
        services.with(limited!(TableServiceServer, handlers))
    }

    /// By which clock days are told: in a centre by its own, outside by that of who works across them.
    async fn zone(&self, ctx: &Ctx, scope: &Scope) -> Result<Zone, Status> {
        match scope.disclosure {
            Disclosure::Rounded => Ok(Zone::default()),
            Disclosure::Exact => Ok(self.view.of(ctx).await?.get(Monitoring::zone)),
        }
    }

    /// Another centre that never opened does not exist. The own one does, also before it opened.
    fn exists(&self, asked: &Asked, scope: &Scope) -> Result<(), Status> {
        let centres = self.centres.now();
        let known =
            |tenant: &TenantId| tenant == asked.tenant() || centres.view.of(tenant).is_some();
        scope.centre.as_ref().is_none_or(known).then_some(()).ok_or_else(not_found)
    }

    /// The position that was known at a moment; `None` for the present.
    async fn position(&self, last: Option<Timestamp>) -> Result<Option<Position>, Status> {
        let Some(last) = last else { return Ok(None) };
        self.backends.log.position_at(last).await.map(Some).map_err(|error| of_log(&error))
    }

    /// What is counted in all centres of a scope together, and as known at which position.
    async fn count(
        &self,
        caller: &Asked,
        scope: &Scope,
        at: Option<Position>,
        asked: (u32, Question),
    ) -> Result<(Counted, Position), Status> {
        let tenants: Vec<TenantId> = match &scope.centre {
            Some(tenant) => vec![tenant.clone()],
            None => self.centres.now().view.iter().map(|(tenant, _)| tenant.clone()).collect(),
        };
        // Spawned, so that every core counts; the view says how many at once.
        let mut each = JoinSet::new();
        for tenant in tenants {
            let (view, there) = (self.view.clone(), caller.authorize(&Table(tenant))?);
            each.spawn(async move { counted(&view, &there, at, asked).await });
        }
        let (mut sum, mut position) = (Counted::of(&Monitoring::default(), asked), None);
        while let Some(next) = each.join_next().await {
            let (counted, through) = next.map_err(|_| Status::internal("counting failed"))??;
            sum.add(&counted);
            position = position.max(Some(through));
        }
        Ok((sum, at.or(position).unwrap_or_default()))
    }

    async fn recorded_at(&self, position: Position) -> Result<Option<String>, LogError> {
        let event = self.backends.log.at(position).await?;
        Ok(event.map(|event| event.recorded_at().to_string()))
    }
}

fn whole_second(instant: Timestamp) -> Option<String> {
    let second = Timestamp::from_second(instant.as_second()).ok()?;
    Some(second.to_string())
}

/// What is counted of one centre, now or as known at a position.
async fn counted(
    view: &Partitions<Monitoring>,
    ctx: &Ctx,
    at: Option<Position>,
    asked: (u32, Question),
) -> Result<(Counted, Position), Status> {
    let seen = match at {
        None => view.of(ctx).await?,
        Some(position) => view.as_of(ctx, position).await?,
    };
    Ok(seen.with(|centre, position| (Counted::of(centre, asked), position)))
}

/// What a table counts.
struct Counted {
    counts: Counts,
    activity: Vec<tables::Activity>,
}

impl Counted {
    fn of(centre: &Monitoring, (number, question): (u32, Question)) -> Self {
        match number {
            1 => Self { counts: tables::barriers(centre, question), activity: Vec::new() },
            _ => Self {
                counts: tables::actions(centre, question),
                activity: tables::activity(centre, question),
            },
        }
    }

    fn add(&mut self, others: &Self) {
        self.counts.add(&others.counts);
        for (sum, other) in self.activity.iter_mut().zip(&others.activity) {
            sum.add(other);
        }
    }
}

fn response(
    table: u32,
    question: Question,
    Counted { counts, activity }: Counted,
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
