//! What commands answer: a status, the log position to read from, perhaps a body.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use eventlog::Position;
use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use utoipa::{
    IntoResponses, PartialSchema, ToSchema,
    openapi::{ContentBuilder, RefOr, ResponseBuilder, Responses, ResponsesBuilder, Schema},
};

use crate::problem;

const POSITION: HeaderName = HeaderName::from_static("stc-position");

/// The answer to a command.
#[derive(Debug)]
pub(crate) struct Done<T> {
    status: StatusCode,
    position: Position,
    body: Option<T>,
}

impl Done<()> {
    /// It is done; there is nothing more to say.
    pub(crate) fn nothing(position: Position) -> Self {
        Self { status: StatusCode::NO_CONTENT, position, body: None }
    }
}

impl<T> Done<T> {
    /// Something new is there.
    pub(crate) fn created(position: Position, body: T) -> Self {
        Self { status: StatusCode::CREATED, position, body: Some(body) }
    }

    /// Something changed.
    pub(crate) fn changed(position: Position, body: T) -> Self {
        Self { status: StatusCode::OK, position, body: Some(body) }
    }
}

impl<T: Serialize> IntoResponse for Done<T> {
    fn into_response(self) -> Response {
        let position = [(POSITION, HeaderValue::from(u64::from(self.position)))];
        match self.body {
            Some(body) => (self.status, position, Json(body)).into_response(),
            None => (self.status, position).into_response(),
        }
    }
}

/// The problems that a query may answer, for the OpenAPI document.
pub(crate) struct QueryProblems;

/// The problems that a command may answer, for the OpenAPI document.
pub(crate) struct CommandProblems;

impl IntoResponses for QueryProblems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        problems(&["400", "401", "403", "404", "422", "500", "503"]).responses
    }
}

impl IntoResponses for CommandProblems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let all = ["400", "401", "403", "404", "409", "413", "415", "422", "429", "500", "503"];
        problems(&all).responses
    }
}

fn problems(statuses: &[&str]) -> Responses {
    let schema: RefOr<Schema> = utoipa::openapi::Ref::from_schema_name(Body::name()).into();
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let all = statuses.iter().map(|status| {
        let response = ResponseBuilder::new()
            .description(meaning(status))
            .content("application/problem+json", content.clone());
        (*status, response)
    });
    all.fold(ResponsesBuilder::new(), |builder, (status, response)| {
        builder.response(status, response)
    })
    .build()
}

fn meaning(status: &str) -> &'static str {
    match status {
        "400" => "Cannot be parsed.",
        "401" => "Nobody is signed in.",
        "403" => "Not for this role.",
        "404" => "There is no such thing for this caller.",
        "409" => "The state does not allow it, or it changed: see reason.",
        "413" => "Too large.",
        "415" => "Not JSON.",
        "422" => "Wrong fields: see issues.",
        "429" => "Too many failed attempts: see Retry-After.",
        "503" => "Passing: see Retry-After.",
        _ => "A fault of the platform.",
    }
}

type Body = problem::Body<'static>;

/// The schemas of problems, which no handler mentions.
pub(crate) fn problem_schemas() -> Vec<(String, RefOr<Schema>)> {
    let mut schemas = vec![(Body::name().into_owned(), Body::schema())];
    Body::schemas(&mut schemas);
    schemas
}
