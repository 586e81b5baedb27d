//! The operations of the API, one file per thing, and their description.

pub(crate) mod cards;
mod changes;
mod description;
mod health;
mod me;
mod session;
mod tables;
mod timeline;
mod work;
mod work_list;
mod youths;

use axum::{Json, routing::get};
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    App,
    problem::{Kind, Problem},
};
pub use description::openapi;
pub(crate) use me::CommandHeaders;

/// Operations on behalf of people.
pub(crate) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::sign_in, session::read, session::sign_out))
        .routes(routes!(me::list_coaches))
        .routes(routes!(me::read_timeline))
        .routes(routes!(youths::caseload))
        .routes(routes!(youths::read))
        .routes(routes!(youths::read_timeline))
        .routes(routes!(youths::register_step))
        .routes(routes!(tables::first))
        .routes(routes!(tables::second))
        .routes(routes!(work_list::read))
        .routes(routes!(work::list))
        .routes(routes!(work::finish))
        .routes(routes!(work::undo))
        .routes(routes!(changes::follow))
}

/// Operations for anybody, at any load.
pub(crate) fn open() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health::read)).routes(routes!(describe))
}

/// What is looked for at the top: by orchestrators, and by who wants to know the API.
pub(crate) fn top() -> axum::Router<App> {
    axum::Router::new().route("/health", get(health::read)).route("/openapi.json", get(describe))
}

/// The description of this API.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "readDescription", security(()),
    responses((status = 200, description = "This document.", body = Object))
)]
async fn describe() -> Json<OpenApi> {
    Json(openapi())
}

/// Answers a method that a path does not have.
pub(crate) async fn method_not_allowed() -> Problem {
    Kind::MethodNotAllowed.into()
}
