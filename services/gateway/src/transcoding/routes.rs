//! One route for each operation: reads the message, calls the method, writes the answer.

use std::sync::Arc;

use axum::{
    Json, Router,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, get, on},
};
use contract::{Format, Operation, Rules, Verb};
use kernel::Reason;
use prost::Message;
use prost_reflect::{DynamicMessage, FieldDescriptor, Value as Field};
use serde_json::{Map, Value};
use uuid::Uuid;
use vocabulary::Audience;

use super::{
    OPERATIONS,
    codec::Transcoded,
    json::{Shown, Wrong, fill, is_optional, of_text},
};
use crate::{
    App,
    answer::Done,
    call::Call,
    caller::{Caller, Commander},
    input::{Body, Nothing, PathParts, QueryOf},
    language,
    problem::{In, Kind, Problem},
    routes::cards::{self, Origin},
};

/// At which address people reach the gateway, if the request says so: needed for start cards alone.
type Reached = Result<Origin, Problem>;

/// Parameters of a query as they stand in the address.
type Parameters = Vec<(String, String)>;

/// Every operation at its address.
pub(crate) fn routes() -> Router<App> {
    let alone = OPERATIONS.iter().filter(|operation| !operation.composed);
    alone.fold(Router::new(), |router, operation| router.route(&operation.path, route(operation)))
}

fn route(operation: &Arc<Operation>) -> MethodRouter<App> {
    let filter = match operation.verb {
        Verb::Get => return query(operation.clone()),
        Verb::Post => MethodFilter::POST,
        Verb::Put => MethodFilter::PUT,
        Verb::Delete => MethodFilter::DELETE,
    };
    let operation = operation.clone();
    if in_body(&operation).is_empty() {
        on(filter, move |commander: Commander, path: PathParts, origin: Reached, _: Nothing| {
            command(operation, (commander, origin), path, Map::new())
        })
    } else {
        on(
            filter,
            move |commander: Commander, path: PathParts, origin: Reached, Body(body): Body<_>| {
                command(operation, (commander, origin), path, body)
            },
        )
    }
}

/// The request of an operation whose answer is put together by hand, without what stands in its path.
///
/// # Errors
///
/// The field that is wrong.
pub(crate) fn read<M: Message + Default>(
    operation: &str,
    given: Map<String, Value>,
) -> Result<M, Problem> {
    let operation = OPERATIONS.iter().find(|known| known.id == operation);
    let operation = operation.ok_or(Kind::Internal)?;
    let mut message = DynamicMessage::new(operation.method.input());
    fill(&mut message, &in_body(operation), given, "").map_err(wrong_body)?;
    message.transcode_to().map_err(|_| Kind::Internal.into())
}

fn wrong_body((name, reason): Wrong) -> Problem {
    Problem::invalid(In::Body, &name, reason)
}

fn query(operation: Arc<Operation>) -> MethodRouter<App> {
    get(move |caller: Caller, path: PathParts, QueryOf(parameters): QueryOf<Parameters>| {
        ask(operation, caller, path, parameters)
    })
}

/// The fields that stand in the body, or in a query's address behind the question mark.
pub(super) fn in_body(operation: &Operation) -> Vec<FieldDescriptor> {
    let elsewhere = |field: &FieldDescriptor| operation.in_path(field) || Rules::of(field).language;
    operation.method.input().fields().filter(|field| !elsewhere(field)).collect()
}

async fn ask(
    operation: Arc<Operation>,
    caller: Caller,
    path: PathParts,
    parameters: Parameters,
) -> Result<Json<Shown>, Problem> {
    let wrong = |name: &str, reason| Problem::invalid(In::Query, name, reason);
    let mut message = begun(&operation, &caller, &path)?;
    for field in in_body(&operation) {
        let name = field.json_name();
        let given = parameters.iter().find(|(given, text)| given == name && !text.is_empty());
        match given {
            Some((_, text)) => {
                let value = of_text(&field, text).map_err(|reason| wrong(name, reason))?;
                message.set_field(&field, value);
            }
            None if is_optional(&field) => {}
            None => return Err(wrong(name, Reason::Missing)),
        }
    }
    let asked = Transcoded { operation: operation.clone(), message };
    let answer = caller.ask(asked).await.map_err(|problem| declared(&operation, problem))?;
    Ok(Json(body(&operation, answer)?.ok_or(Kind::Internal)?))
}

async fn command(
    operation: Arc<Operation>,
    (commander, origin): (Commander, Reached),
    path: PathParts,
    given: Map<String, Value>,
) -> Result<Response, Problem> {
    let mut message = begun(&operation, &commander, &path)?;
    fill(&mut message, &in_body(&operation), given, "").map_err(wrong_body)?;
    if cards::is_shown(&operation.method.output()) {
        origin.as_ref().map_err(Clone::clone)?;
    }
    let asked = Transcoded { operation: operation.clone(), message };
    let done = commander.send(asked).await;
    let (mut answer, position) = done.map_err(|problem| declared(&operation, problem))?;
    cards::draw(&mut answer, &origin)?;
    if operation.method.parent_service().package_name() == IDENTITY {
        // Who somebody is may have changed.
        commander.app.sessions.forget(&commander.secret);
    }
    Ok(match body(&operation, answer)? {
        Some(body) if operation.creates => Done::created(position, body).into_response(),
        Some(body) => Done::changed(position, body).into_response(),
        None => Done::nothing(position).into_response(),
    })
}

/// The service that answers for sessions.
const IDENTITY: &str = "stc.identity.v1";

/// The message with what stands in the path and in headers.
fn begun(operation: &Operation, call: &Call, path: &PathParts) -> Result<DynamicMessage, Problem> {
    let input = operation.method.input();
    let mut message = DynamicMessage::new(input.clone());
    for field in input.fields() {
        let rules = Rules::of(&field);
        if rules.language {
            message.set_field(
                &field,
                of_text(&field, &language::code(call.language)).map_err(internal)?,
            );
        }
        let Some(text) = path.get(field.json_name()) else { continue };
        // What cannot be an id names nothing, so it is not found.
        if rules.format == Some(Format::Uuid) && text.parse::<Uuid>().is_err() {
            return Err(Kind::NotFound.into());
        }
        message.set_field(&field, of_text(&field, text).map_err(|_| Kind::NotFound)?);
    }
    Ok(message)
}

fn internal(_: Reason) -> Problem {
    Kind::Internal.into()
}

/// What is answered, if anything is.
fn body(operation: &Operation, answer: DynamicMessage) -> Result<Option<Shown>, Problem> {
    if operation.answers().is_none() {
        return Ok(None);
    }
    let Some(field) = &operation.body else {
        return Ok(Some(Shown { message: answer, without: operation.position() }));
    };
    match answer.get_field(field).into_owned() {
        Field::Message(message) if answer.has_field(field) => {
            Ok(Some(Shown { message, without: None }))
        }
        _ => Err(Kind::Internal.into()),
    }
}

/// A refusal that the contract does not name is a fault of ours: whoever reads the contract has no
/// sentence for it. Tests end there.
fn declared(operation: &Operation, problem: Problem) -> Problem {
    let reasons = problem.reason.iter().chain(problem.issues.iter().map(|issue| &issue.reason));
    for reason in reasons {
        debug_assert!(
            is_of_all(*reason) || operation.refusals.iter().any(|name| name == reason.name()),
            "{} is refused with {reason}, which the contract does not say",
            operation.id,
        );
    }
    problem
}

/// Whether any operation may be refused for this. What a restriction hides the policies say, not the contract.
pub(super) fn is_of_all(reason: Reason) -> bool {
    reason.audience() != Audience::People
        || matches!(
            reason,
            Reason::Missing | Reason::UnknownValue | Reason::DataRestricted | Reason::CentreLeaves
        )
}
