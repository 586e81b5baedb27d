//! The monitoring tables of the paper.

use axum::Json;
use jiff::{Timestamp, ToSpan, civil::Date};
use platform::clock;
use proto::{
    identity::ListCentresRequest,
    monitoring::{self as grpc, GetTableRequest, GetTableResponse},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use super::centres::Named;
use crate::{
    answer::QueryProblems,
    caller::Caller,
    codes::{CategoryCode, PopulationCode, known},
    input::{QueryOf, given},
    problem::{Kind, Problem},
};

/// Who and when is counted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableQuery {
    /// Absent: the own centre, or all for an auditor.
    #[param(nullable = false)]
    centre: Option<String>,
    /// Absent: both.
    #[param(value_type = Option<PopulationCode>, nullable = false)]
    population: Option<String>,
    /// First day that counts. Absent: twelve months up to `to`.
    #[param(value_type = Option<Date>, nullable = false)]
    from: Option<String>,
    /// Last day that counts. Absent: today.
    #[param(value_type = Option<Date>, nullable = false)]
    to: Option<String>,
    /// RFC 3339: what was known then. Absent: now.
    #[param(value_type = Option<Timestamp>, nullable = false)]
    as_of: Option<String>,
}

/// A table.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Table {
    #[serde(rename = "table")]
    number: Number,
    /// Version of the definition.
    definition: String,
    /// Null: all centres.
    #[schema(required)]
    centre: Option<Named>,
    /// Null: both.
    #[schema(required)]
    population: Option<PopulationCode>,
    #[schema(format = Date)]
    from: String,
    #[schema(format = Date)]
    to: String,
    as_of: AsOf,
    /// Counts are multiples of this; null: exact.
    #[schema(required)]
    rounded_to: Option<u32>,
    persons: u32,
    columns: Vec<Column>,
    /// The five disabilities of the paper.
    rows: Vec<Row>,
    /// What the paper has no row for, printed below.
    extra_rows: Vec<Row>,
    total: Row,
    /// SHA-256, hex: the same for the same counts.
    hash: String,
    /// Table 2 only: amount and span of the actions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    activity: Option<Vec<Activity>>,
}

/// 1 or 2.
#[derive(Serialize)]
struct Number(u32);

impl PartialSchema for Number {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Integer).enum_values(Some([1, 2])).into()
    }
}

impl ToSchema for Number {
    fn name() -> std::borrow::Cow<'static, str> {
        "TableNumber".into()
    }
}

/// What was known.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AsOf {
    /// As asked; null: now.
    #[schema(required, format = DateTime)]
    requested: Option<String>,
    /// Position in the log.
    position: u64,
    /// When that position was recorded; null while the log is empty.
    #[schema(required, format = DateTime)]
    recorded_at: Option<String>,
}

/// A column's group and code.
#[derive(Serialize, ToSchema)]
#[schema(as = TableColumn)]
pub(crate) struct Column {
    group: String,
    code: String,
}

/// A row, one value per column.
#[derive(Serialize, ToSchema)]
#[schema(as = TableRow)]
pub(crate) struct Row {
    code: String,
    values: Vec<u32>,
}

/// Amount and span of one category of actions.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = TableActivity)]
pub(crate) struct Activity {
    category: CategoryCode,
    persons: u32,
    actions: u32,
    minutes: u64,
    #[schema(required, format = Date)]
    first_on: Option<String>,
    #[schema(required, format = Date)]
    last_on: Option<String>,
}

/// Table 1: disability by barriers and age.
#[utoipa::path(
    get, path = "/tables/1", operation_id = "readTable1", params(TableQuery),
    responses((status = 200, description = "The table.", body = Table), QueryProblems)
)]
pub(crate) async fn first(
    caller: Caller,
    QueryOf(query): QueryOf<TableQuery>,
) -> Result<Json<Table>, Problem> {
    table(&caller, 1, query, clock::today()).await.map(Json)
}

/// Table 2: disability by actions.
#[utoipa::path(
    get, path = "/tables/2", operation_id = "readTable2", params(TableQuery),
    responses((status = 200, description = "The table.", body = Table), QueryProblems)
)]
pub(crate) async fn second(
    caller: Caller,
    QueryOf(query): QueryOf<TableQuery>,
) -> Result<Json<Table>, Problem> {
    table(&caller, 2, query, clock::today()).await.map(Json)
}

async fn table(
    caller: &Caller,
    table: u32,
    query: TableQuery,
    today: Date,
) -> Result<Table, Problem> {
    let population: Option<PopulationCode> = given("population", query.population.as_deref())?;
    let to: Date = given("to", query.to.as_deref())?.unwrap_or(today);
    let from = given("from", query.from.as_deref())?.unwrap_or_else(|| year_until(to));
    let as_of: Option<Timestamp> = given("asOf", query.as_of.as_deref())?;
    let asked = query.centre.filter(|centre| !centre.is_empty());
    let counted = caller
        .ask(GetTableRequest {
            table,
            centre: asked.clone(),
            population: population.map(PopulationCode::text),
            from: from.to_string(),
            to: to.to_string(),
            as_of: as_of.map(|as_of| as_of.to_string()),
        })
        .await?;
    let centre = match (&caller.session.centre, asked) {
        (Some(own), _) => Some(Named::centre(own)),
        (None, None) => None,
        (None, Some(id)) => {
            let centres = caller.ask(ListCentresRequest {}).await?.centres;
            centres.iter().find(|centre| centre.id == id).map(Named::centre)
        }
    };
    shown(counted, centre, population, as_of)
}

/// The first day of the twelve months that end on this day.
fn year_until(to: Date) -> Date {
    to.saturating_sub(1.year()).saturating_add(1.day())
}

fn shown(
    table: GetTableResponse,
    centre: Option<Named>,
    population: Option<PopulationCode>,
    as_of: Option<Timestamp>,
) -> Result<Table, Problem> {
    let column = |column: grpc::Column| Column { group: column.group, code: column.code };
    let activity = table.activity.into_iter().map(activity).collect::<Result<_, _>>()?;
    Ok(Table {
        number: Number(table.table),
        definition: table.definition,
        centre,
        population,
        from: table.from,
        to: table.to,
        as_of: AsOf {
            requested: as_of.map(|as_of| as_of.to_string()),
            position: table.position,
            recorded_at: table.recorded_at,
        },
        rounded_to: table.rounded_to,
        persons: table.persons,
        columns: table.columns.into_iter().map(column).collect(),
        rows: table.rows.into_iter().map(row).collect(),
        extra_rows: table.extra_rows.into_iter().map(row).collect(),
        total: table.total.map(row).ok_or(Kind::Internal)?,
        hash: table.hash,
        activity: (table.table == 2).then_some(activity),
    })
}

fn row(row: grpc::Row) -> Row {
    Row { code: row.code, values: row.values }
}

fn activity(activity: grpc::Activity) -> Result<Activity, Problem> {
    Ok(Activity {
        category: known(&activity.category)?,
        persons: activity.persons,
        actions: activity.actions,
        minutes: activity.minutes,
        first_on: activity.first_on,
        last_on: activity.last_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn twelve_months_up_to_a_day_begin_the_day_after_it_a_year_before() {
        assert_eq!(year_until(date(2026, 3, 1)), date(2025, 3, 2));
        assert_eq!(year_until(date(2024, 2, 29)), date(2023, 3, 1));
    }
}
