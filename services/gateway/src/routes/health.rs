//! Whether the services work, in the form of the Belgif guide.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use futures::future::join_all;
use http::StatusCode;
use platform::serve::Channel;
use serde::Serialize;
use tonic_health::pb::{
    HealthCheckRequest, health_check_response::ServingStatus, health_client::HealthClient,
};
use utoipa::ToSchema;

use crate::{App, Shards};

/// How long a service may take to say that it works.
const CHECK_SECONDS: u64 = 2;

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
pub(crate) struct Part {
    status: Working,
}

async fn check(channel: &Channel, service: &str) -> Working {
    let request = HealthCheckRequest { service: service.to_owned() };
    let mut client = HealthClient::new(channel.clone());
    let answer = tokio::time::timeout(Duration::from_secs(CHECK_SECONDS), client.check(request));
    match answer.await {
        Ok(Ok(answer)) if answer.get_ref().status() == ServingStatus::Serving => Working::Up,
        Ok(_) | Err(_) => Working::Down,
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

/// Without identity nobody can sign in; without another service the rest still works.
fn overall(details: &BTreeMap<&'static str, Part>) -> Working {
    let up = |part: &Part| part.status == Working::Up;
    if details.values().all(up) {
        Working::Up
    } else if details.get("identity").is_some_and(up) {
        Working::Degraded
    } else {
        Working::Down
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
pub(crate) async fn read(State(app): State<App>) -> Response {
    let clients = &app.clients;
    let (identity, exercises, trajectories, monitoring) = tokio::join!(
        check(&clients.identity, "stc.identity.v1.IdentityService"),
        check_all(&clients.exercises, "stc.exercises.v1.ExercisesService"),
        check_all(&clients.trajectories, "stc.trajectories.v1.TrajectoriesService"),
        check(&clients.monitoring, "stc.monitoring.v1.MonitoringService"),
    );
    let details = BTreeMap::from([
        ("identity", Part { status: identity }),
        ("exercises", Part { status: exercises }),
        ("trajectories", Part { status: trajectories }),
        ("monitoring", Part { status: monitoring }),
    ]);
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
        overall(&BTreeMap::from([
            ("identity", Part { status: identity }),
            ("monitoring", Part { status: monitoring }),
        ]))
    }

    #[test]
    fn without_identity_nothing_works_and_without_another_part_of_it_does() {
        assert_eq!(with(Working::Up, Working::Up), Working::Up);
        assert_eq!(with(Working::Up, Working::Down), Working::Degraded);
        assert_eq!(with(Working::Down, Working::Up), Working::Down);
    }
}
