//! Whether the services work, in the form of the Belgif guide.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use futures::future::join_all;
use http::StatusCode;
use runtime::serve::Channel;
use serde::Serialize;
use tonic_health::pb::{
    HealthCheckRequest, health_check_response::ServingStatus, health_client::HealthClient,
};
use utoipa::ToSchema;

use proto::{
    exercises::run_service_server,
    identity::{GetStandingRequest, GetStandingResponse, session_service_server},
    monitoring::table_service_server,
    trajectories::trajectory_service_server,
};

use super::work;
use crate::{Shards, call::Call, caller::Anybody};

/// How long a service may take to say that it works.
pub(super) const CHECK_SECONDS: u64 = 2;

/// Whether something works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
#[schema(as = HealthStatus)]
pub(crate) enum Working {
    /// It works.
    Up,
    /// Part of it works.
    Degraded,
    /// It does not work.
    Down,
}

/// How the platform is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    status: Working,
    /// By service.
    details: BTreeMap<&'static str, Part>,
}

/// How one service is.
#[derive(Serialize, ToSchema)]
#[schema(as = HealthPart)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Part {
    status: Working,
    /// What to do about it, for who runs the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<&'static str>,
    /// Of identity: people whose keys are missing although nobody erased them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    lost_keys: Option<u32>,
    /// Of work: how much does not go on by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    stuck_work: Option<u32>,
}

impl From<Working> for Part {
    fn from(status: Working) -> Self {
        Self { status, advice: None, lost_keys: None, stuck_work: None }
    }
}

/// What is told while the log's end lies ahead of the clock.
const CLOCK_ADVICE: &str = "The log ends later than the clock of its machine says it is: set the \
     clock, or see \"A clock that was fast\" in docs/OPERATING.md. Tables as known now leave out what \
     is recorded until then.";

/// What is told while work does not go on.
const WORK_ADVICE: &str = "Work of several commands was begun and does not go on: operators see on \
     their screen which, why, and how to finish or undo it. See \"Work that does not go on\" in \
     docs/OPERATING.md.";

/// `None` if it does not answer, or knows no such service.
async fn ask(channel: &Channel, service: &str) -> Option<ServingStatus> {
    let request = HealthCheckRequest { service: service.to_owned() };
    let mut client = HealthClient::new(channel.clone());
    let answer = tokio::time::timeout(Duration::from_secs(CHECK_SECONDS), client.check(request));
    answer.await.ok()?.ok().map(|answer| answer.get_ref().status())
}

async fn check(channel: &Channel, service: &str) -> Working {
    match ask(channel, service).await {
        Some(ServingStatus::Serving) => Working::Up,
        _ => Working::Down,
    }
}

/// Whether the log's end lies ahead of the clock; nothing if nobody knows.
async fn check_clock(identity: &Channel) -> Option<Part> {
    match ask(identity, runtime::serve::CLOCK).await? {
        ServingStatus::Serving => Some(Working::Up.into()),
        ServingStatus::NotServing => {
            Some(Part { advice: Some(CLOCK_ADVICE), ..Working::Degraded.into() })
        }
        ServingStatus::Unknown | ServingStatus::ServiceUnknown => None,
    }
}

/// Part of it works if some of the shards do.
async fn check_all(shards: &Shards, service: &str) -> Working {
    let checks = shards.all().map(|channel| check(channel, service));
    let answers = join_all(checks).await;
    let up = answers.iter().filter(|answer| **answer == Working::Up).count();
    match up {
        0 => Working::Down,
        some if some < answers.len() => Working::Degraded,
        _ => Working::Up,
    }
}

/// identity works only in part while its vault is not that of the log.
async fn check_identity(call: &Call) -> Part {
    let check = check(&call.app.clients.identity, session_service_server::SERVICE_NAME);
    let asked = call.ask(GetStandingRequest {});
    let asked = tokio::time::timeout(Duration::from_secs(CHECK_SECONDS), asked);
    match tokio::join!(check, asked) {
        (Working::Up, Ok(Ok(GetStandingResponse { lost_keys }))) if lost_keys > 0 => {
            Part { lost_keys: Some(lost_keys), ..Working::Degraded.into() }
        }
        (status, Ok(Ok(_))) => Part { lost_keys: Some(0), ..status.into() },
        (status, Ok(Err(_)) | Err(_)) => status.into(),
    }
}

/// Whether work of several commands was begun and does not go on, as far as anybody answers.
async fn check_work(call: &Call) -> Part {
    let stuck = work::all(call).await.into_iter().flatten().map(|listed| listed.total).sum();
    let stuck_work = Some(stuck);
    match stuck {
        0 => Part { stuck_work, ..Working::Up.into() },
        _ => Part { stuck_work, advice: Some(WORK_ADVICE), ..Working::Degraded.into() },
    }
}

/// Without identity nobody can sign in; without another service, or with a clock that is behind the
/// log, the rest still works.
fn overall(details: &BTreeMap<&'static str, Part>) -> Working {
    let is = |status: Working| move |part: &Part| part.status == status;
    if details.values().all(is(Working::Up)) {
        Working::Up
    } else if details.get("identity").is_none_or(is(Working::Down)) {
        Working::Down
    } else {
        Working::Degraded
    }
}

/// How the platform is.
#[utoipa::path(
    get, path = "/health", operation_id = "readHealth", security(()),
    responses(
        (status = 200, description = "It works, or part of it does.", body = Health),
        (status = 503, description = "It does not work.", body = Health),
    )
)]
pub(crate) async fn read(Anybody(call): Anybody) -> Response {
    let clients = &call.app.clients;
    let (identity, exercises, trajectories, monitoring, clock, work) = tokio::join!(
        check_identity(&call),
        check_all(&clients.exercises, run_service_server::SERVICE_NAME),
        check_all(&clients.trajectories, trajectory_service_server::SERVICE_NAME),
        check(&clients.monitoring, table_service_server::SERVICE_NAME),
        check_clock(&clients.identity),
        check_work(&call),
    );
    let mut details = BTreeMap::from([
        ("identity", identity),
        ("exercises", exercises.into()),
        ("trajectories", trajectories.into()),
        ("monitoring", monitoring.into()),
        ("work", work),
    ]);
    details.extend(clock.map(|clock| ("clock", clock)));
    let status = overall(&details);
    let code = match status {
        Working::Up | Working::Degraded => StatusCode::OK,
        Working::Down => StatusCode::SERVICE_UNAVAILABLE,
    };
    (code, Json(Health { status, details })).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(identity: Working, monitoring: Working) -> Working {
        overall(&BTreeMap::from([("identity", identity.into()), ("monitoring", monitoring.into())]))
    }

    #[test]
    fn without_identity_nothing_works_and_without_another_part_of_it_does() {
        assert_eq!(with(Working::Up, Working::Up), Working::Up);
        assert_eq!(with(Working::Up, Working::Down), Working::Degraded);
        assert_eq!(with(Working::Down, Working::Up), Working::Down);
        assert_eq!(with(Working::Degraded, Working::Up), Working::Degraded);
    }
}
