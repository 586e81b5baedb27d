//! The monitoring tables of the paper.

use axum::Json;
use events::Code as _;
use jiff::civil::Date;
use proto::{
    identity::{Centre, ListCentresRequest},
    monitoring::{self as grpc, GetTableRequest, GetTableResponse},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use super::youths::Named;
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
    /// Last day that counts. Absent: the day of what was known.
    #[param(value_type = Option<Date>, nullable = false)]
    to: Option<String>,
    /// RFC 3339, or a day: what was known then, or at its end. Absent: now. A rounded table is of a
    /// whole day that is over: a moment stands for its day, and absent is yesterday.
    #[param(nullable = false)]
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
    /// A count below this is null, and so is nobody; null: 0 is nobody.
    #[schema(required)]
    not_shown_below: Option<u32>,
    /// Null: not shown.
    #[schema(required)]
    persons: Option<u32>,
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
    /// As asked: a moment or a day; null: as late as may be known.
    #[schema(required)]
    requested: Option<String>,
    /// The day at whose end this was known; null if it was not a whole day that was asked for.
    #[schema(required, format = Date)]
    day: Option<String>,
    /// Position in the log.
    position: u64,
    /// When that position was recorded, or the end of the day; null while the log is empty.
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
    /// Null: not shown, a small count or nobody.
    values: Vec<Option<u32>>,
}

/// Amount and span of one category of actions.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = TableActivity)]
pub(crate) struct Activity {
    category: CategoryCode,
    /// Null: not shown, and neither are actions and minutes.
    #[schema(required)]
    persons: Option<u32>,
    #[schema(required)]
    actions: Option<u32>,
    /// Null where there are persons: less than half an hour.
    #[schema(required)]
    minutes: Option<u64>,
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
    table(&caller, 1, query).await.map(Json)
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
    table(&caller, 2, query).await.map(Json)
}

async fn table(caller: &Caller, table: u32, query: TableQuery) -> Result<Table, Problem> {
    let population: Option<PopulationCode> = given("population", query.population.as_deref())?;
    let day = |name, text: Option<&str>| {
        given::<Date>(name, text).map(|day| day.map_or_else(String::new, |day| day.to_string()))
    };
    let (from, to) = (day("from", query.from.as_deref())?, day("to", query.to.as_deref())?);
    let as_of = query.as_of.filter(|as_of| !as_of.is_empty());
    let asked = query.centre.filter(|centre| !centre.is_empty());
    let counted = caller
        .ask(GetTableRequest {
            table,
            centre: asked.clone(),
            population: population.map(|population| population.0.name().to_owned()),
            from,
            to,
            as_of: as_of.clone(),
        })
        .await?;
    let centre = match (&caller.session.centre, asked) {
        (Some(own), _) => Some(named(own)),
        (None, None) => None,
        (None, Some(id)) => {
            let centres = caller.ask(ListCentresRequest {}).await?.items;
            centres.iter().find(|centre| centre.id == id).map(named)
        }
    };
    shown(counted, centre, population, as_of)
}

fn named(centre: &Centre) -> Named {
    Named { id: centre.id.clone(), name: centre.name.clone() }
}

fn shown(
    table: GetTableResponse,
    centre: Option<Named>,
    population: Option<PopulationCode>,
    as_of: Option<String>,
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
            requested: as_of,
            day: table.day,
            position: table.position,
            recorded_at: table.recorded_at,
        },
        rounded_to: table.rounded_to,
        not_shown_below: table.not_shown_below,
        persons: (!table.persons_not_shown).then_some(table.persons),
        columns: table.columns.into_iter().map(column).collect(),
        rows: table.rows.into_iter().map(row).collect(),
        extra_rows: table.extra_rows.into_iter().map(row).collect(),
        total: table.total.map(row).ok_or(Kind::Internal)?,
        hash: table.hash,
        activity: (table.table == 2).then_some(activity),
    })
}

fn row(row: grpc::Row) -> Row {
    let mut values: Vec<_> = row.values.into_iter().map(Some).collect();
    for place in row.not_shown {
        if let Some(value) = usize::try_from(place).ok().and_then(|place| values.get_mut(place)) {
            *value = None;
        }
    }
    Row { code: row.code, values }
}

fn activity(activity: grpc::Activity) -> Result<Activity, Problem> {
    let shown = !activity.not_shown;
    Ok(Activity {
        category: known(&activity.category)?,
        persons: shown.then_some(activity.persons),
        actions: shown.then_some(activity.actions),
        minutes: (shown && !activity.minutes_not_shown).then_some(activity.minutes),
        first_on: activity.first_on,
        last_on: activity.last_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_is_null_and_nobody_is_zero() {
        let counted = grpc::Row { code: "motor".into(), values: vec![0, 5, 0], not_shown: vec![0] };
        assert_eq!(row(counted).values, [None, Some(5), Some(0)]);
        let few =
            grpc::Activity { category: "intake".into(), not_shown: true, ..Default::default() };
        let few = activity(few).unwrap();
        assert_eq!((few.persons, few.actions, few.minutes), (None, None, None));
    }
}
