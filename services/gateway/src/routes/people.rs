//! The people of a centre, for who leads it; for operators the platform's own and every lead.

use axum::Json;
use itertools::Itertools;
use jiff::civil::Date;
use platform::{
    Reason,
    text::{self, TextError},
};
use proto::{
    identity::{
        DescribePeopleRequest, IssueStartCardRequest, ListPeopleRequest, Person as Described,
        RegisterPersonRequest,
    },
    trajectories::{self as grpc, RegisterYouthRequest},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    cards::{Card, NewCard, Origin},
    me::CommandHeaders,
};
use crate::{
    answer::{CommandProblems, Done, QueryProblems},
    call::Call,
    caller::{Caller, Commander},
    codes::{
        BarrierCode, DisabilityCode, EntryLevelCode, GenderCode, PersonRole, PopulationCode,
        SourceCode, known,
    },
    input::{Body, Nothing, PathOf, QueryOf, given},
    problem::{In, Kind, Problem},
};

/// People on one page.
const PAGE_PEOPLE: u32 = 50;
/// Longest name, characters.
const NAME_CHARS_MAX: usize = 80;
/// Oldest and youngest person that can be registered, years.
const AGE_YEARS: std::ops::RangeInclusive<i16> = 12..=67;

/// Which people.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleQuery {
    /// Those with this role.
    #[param(value_type = Option<PersonRole>, nullable = false)]
    role: Option<String>,
    /// Words of a name, or parts of them, in any order, without regard to case and accents.
    #[param(nullable = false)]
    q: Option<String>,
    /// By operators: the leads of this centre instead of the platform's own people.
    #[param(nullable = false)]
    centre: Option<String>,
    /// The `nextPage` of the page before; absent: the first.
    #[param(nullable = false)]
    page: Option<String>,
}

/// One page of people.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct People {
    items: Vec<Person>,
    /// For the next page; null on the last.
    #[schema(required)]
    next_page: Option<String>,
    /// How many there are on all pages.
    total: u32,
    /// People whose names nobody can read, for their keys are missing although nobody erased them.
    unreadable: u32,
}

/// One person.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Person {
    id: String,
    role: PersonRole,
    name: String,
    #[schema(required)]
    avatar: Option<String>,
    #[schema(format = Date)]
    since: String,
    /// Whether a start card was printed.
    has_card: bool,
    #[schema(required, format = Date)]
    last_sign_in_on: Option<String>,
    /// A coach's working time, 1 = full time.
    #[schema(required)]
    fte: Option<f64>,
}

/// What can be registered here.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewPersonRole)]
pub(crate) enum NewRole {
    /// With intake facts.
    Youth,
    /// With a working time.
    Coach,
    /// By operators only, with a centre.
    Lead,
    /// By operators only.
    Auditor,
    /// By operators only.
    Operator,
}

/// A person to register.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewPerson {
    /// Made by the client.
    id: Uuid,
    role: NewRole,
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// A lead's centre: required for leads.
    #[schema(nullable = false)]
    centre: Option<String>,
    /// A coach's working time, 1 = full time.
    #[schema(nullable = false, minimum = 0.1, maximum = 1.0)]
    fte: Option<f64>,
    /// A youth's intake facts: required for youths.
    #[schema(nullable = false)]
    intake: Option<Intake>,
}

/// What is recorded at intake: the facts of tables 1 and 5.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Intake {
    birth_date: Date,
    gender: GenderCode,
    population: PopulationCode,
    /// The main one.
    disability: DisabilityCode,
    other_disabilities: Vec<DisabilityCode>,
    /// Null: not known. Empty: none.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    barriers: Option<Vec<BarrierCode>>,
    entry_level: EntryLevelCode,
    source: SourceCode,
    registered_on: Date,
}

/// Whether a name can be one. identity has the last word; this spares a half registration.
fn check_name(field: &str, name: &str) -> Result<(), Problem> {
    let reason = match text::name(name, NAME_CHARS_MAX) {
        Ok(_) => return Ok(()),
        Err(TextError::Blank) => Reason::NameBlank,
        Err(TextError::TooLong) => Reason::NameTooLong,
        Err(TextError::NotAllowed) => Reason::CharacterNotAllowed,
    };
    Err(Problem::invalid(In::Body, field, reason))
}

impl NewPerson {
    /// Refuses what a service would refuse after another service had accepted its part.
    fn check(&self, today: Date) -> Result<(), Problem> {
        let wrong = |field, reason| Err(Problem::invalid(In::Body, field, reason));
        check_name("name", &self.name)?;
        match (self.role, &self.intake) {
            (NewRole::Youth, Some(intake)) => intake.check(today)?,
            (NewRole::Youth, None) => return wrong("intake", Reason::Missing),
            (_, Some(_)) => return wrong("intake", Reason::OnlyForYouths),
            (_, None) => {}
        }
        match self.fte {
            Some(_) if self.role != NewRole::Coach => wrong("fte", Reason::FteOnlyForCoaches),
            Some(fte) if !(0.1..=1.0).contains(&fte) => wrong("fte", Reason::FteOutOfRange),
            Some(_) | None => Ok(()),
        }
    }

    fn request(&self) -> RegisterPersonRequest {
        let role = match self.role {
            NewRole::Youth => PersonRole::Youth,
            NewRole::Coach => PersonRole::Coach,
            NewRole::Lead => PersonRole::Lead,
            NewRole::Auditor => PersonRole::Auditor,
            NewRole::Operator => PersonRole::Operator,
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0.1 to 1")]
        let percent = |fte: f64| (fte * 100.0).round() as u32;
        RegisterPersonRequest {
            id: self.id.to_string(),
            role: role.name().to_owned(),
            name: self.name.clone(),
            fte_percent: self.fte.map(percent),
            centre: self.centre.clone(),
        }
    }
}

impl Intake {
    /// The rules of trajectories, which has the last word.
    fn check(&self, today: Date) -> Result<(), Problem> {
        let wrong = |field, reason| Err(Problem::invalid(In::Body, field, reason));
        let (born, on) = (self.birth_date, self.registered_on);
        if on > today {
            return wrong("intake.registeredOn", Reason::InTheFuture);
        }
        let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
        if !AGE_YEARS.contains(&(on.year() - born.year() - i16::from(before_birthday))) {
            return wrong("intake.birthDate", Reason::AgeOutOfRange);
        }
        let others = self.other_disabilities.iter().map(|code| code.0);
        if !others.chain([self.disability.0]).all_unique() {
            return wrong("intake.otherDisabilities", Reason::DisabilityTwice);
        }
        if !self.barriers.iter().flatten().map(|code| code.0).all_unique() {
            return wrong("intake.barriers", Reason::BarrierTwice);
        }
        Ok(())
    }

    pub(super) fn request(self, youth: String) -> RegisterYouthRequest {
        let others = self.other_disabilities.into_iter();
        let barriers_known = self.barriers.is_some();
        let barriers = self.barriers.unwrap_or_default().into_iter();
        let intake = grpc::Intake {
            birth_date: self.birth_date.to_string(),
            gender: self.gender.text(),
            population: self.population.text(),
            disability: self.disability.text(),
            other_disabilities: others.map(DisabilityCode::text).collect(),
            barriers: barriers.map(BarrierCode::text).collect(),
            barriers_known,
            entry_level: self.entry_level.text(),
        };
        RegisterYouthRequest {
            youth,
            source: self.source.text(),
            registered_on: self.registered_on.to_string(),
            intake: Some(intake),
            again: false,
        }
    }
}

fn person(person: Described) -> Result<Person, Problem> {
    Ok(Person {
        role: known(&person.role)?,
        id: person.id,
        name: person.name,
        avatar: person.avatar,
        since: person.since,
        has_card: person.has_card,
        last_sign_in_on: person.last_sign_in_on,
        fte: person.fte_percent.map(|percent| f64::from(percent) / 100.0),
    })
}

/// The people of the caller's centre, by name. For an operator: the platform's own people, or the
/// leads of a centre.
#[utoipa::path(
    get, path = "/people", operation_id = "listPeople", params(PeopleQuery),
    responses((status = 200, description = "One page.", body = People), QueryProblems)
)]
pub(crate) async fn list(
    caller: Caller,
    QueryOf(query): QueryOf<PeopleQuery>,
) -> Result<Json<People>, Problem> {
    let role: Option<PersonRole> = given("role", query.role.as_deref())?;
    let offset: u32 = given("page", query.page.as_deref())?.unwrap_or(0);
    let request = ListPeopleRequest {
        query: query.q.unwrap_or_default(),
        role: role.map(|role| role.name().to_owned()),
        offset,
        limit: PAGE_PEOPLE,
        centre: query.centre.filter(|centre| !centre.is_empty()),
    };
    let listed = caller.ask(request).await?;
    let end = offset.saturating_add(PAGE_PEOPLE);
    let next_page = (end < listed.total).then(|| end.to_string());
    let items = listed.people.into_iter().map(person).collect::<Result<_, _>>()?;
    let (total, unreadable) = (listed.total, listed.unreadable);
    Ok(Json(People { items, next_page, total, unreadable }))
}

/// Register a person and issue the first start card.
///
/// A youth is registered with two services under the same command id. If the second cannot be
/// reached, the client repeats the command: the first then answers as before. A new command for the
/// same youth goes on where that one stopped, with a new card.
#[utoipa::path(
    post, path = "/people", operation_id = "registerPerson", params(CommandHeaders),
    request_body = NewPerson,
    responses((status = 201, description = "Registered.", body = NewCard), CommandProblems)
)]
pub(crate) async fn register(
    commander: Commander,
    origin: Origin,
    Body(new): Body<NewPerson>,
) -> Result<Done<NewCard>, Problem> {
    new.check(commander.today())?;
    let id = new.id.to_string();
    let registered = match commander.send(new.request()).await {
        Ok(registered) => Some(registered),
        Err(problem) if is_known(&problem) && is_youth(&commander, &id).await? => None,
        Err(problem) => return Err(problem.renamed("ftePercent", "fte")),
    };
    let opened = match new.intake {
        Some(intake) => {
            Some(commander.part("intake").send(intake.request(id.clone())).await.map_err(
                |problem| {
                    match registered {
                        // Nothing was missing.
                        None if problem.reason == Some(Reason::AlreadyRegistered) => {
                            known_already()
                        }
                        _ => problem,
                    }
                },
            )?)
        }
        None => None,
    };
    let (card, position) = match registered {
        Some((registered, position)) => (registered.card, position),
        None if opened.is_none() => return Err(known_already()),
        None => {
            let (issued, position) = commander
                .part("card")
                .send(IssueStartCardRequest { person: id.clone(), centre: None })
                .await?;
            (issued.card, position)
        }
    };
    let position = opened.map_or(position, |(_, later)| position.max(later));
    let card = Card::of(card, &origin)?;
    Ok(Done::created(position, NewCard { id, card }))
}

fn is_known(problem: &Problem) -> bool {
    problem.reason == Some(Reason::PersonExists)
}

fn known_already() -> Problem {
    Problem::new(Kind::Refused).because(Reason::PersonExists)
}

async fn is_youth(call: &Call, id: &str) -> Result<bool, Problem> {
    let found = call.ask(DescribePeopleRequest { ids: vec![id.to_owned()], role: None }).await?;
    Ok(found.people.iter().any(|person| person.role == PersonRole::Youth.name()))
}

/// Issue a new start card; older ones stop working.
#[utoipa::path(
    post, path = "/people/{id}/cards", operation_id = "issueCard",
    params(("id" = Uuid, Path), CommandHeaders), request_body = Nothing,
    responses((status = 201, description = "Issued.", body = Card), CommandProblems)
)]
pub(crate) async fn issue_card(
    commander: Commander,
    PathOf(id): PathOf<Uuid>,
    origin: Origin,
    _: Nothing,
) -> Result<Done<Card>, Problem> {
    let request = IssueStartCardRequest { person: id.to_string(), centre: None };
    let (issued, position) = commander.send(request).await?;
    Ok(Done::created(position, Card::of(issued.card, &origin)?))
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod tests;
