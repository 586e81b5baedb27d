//! What open screens follow.

use axum::{
    extract::State,
    response::{
        IntoResponse,
        sse::{KeepAlive, Sse},
    },
};
use kernel::{Role, TenantId};

use crate::{
    App,
    answer::QueryProblems,
    caller::Caller,
    changes::{Change, Listener},
    problem::{Kind, Problem},
};

/// Follow changes, live.
///
/// Server-sent events of type `change`: something in streams of these kinds changed, for a youth
/// about themselves, for others in their centre. Ask again for what is on the screen.
#[utoipa::path(
    get, path = "/changes", operation_id = "followChanges",
    responses(
        (
            status = 200, description = "Events of type `change`.",
            body = Change, content_type = "text/event-stream",
        ),
        QueryProblems,
    )
)]
pub(crate) async fn follow(
    State(app): State<App>,
    caller: Caller,
) -> Result<impl IntoResponse, Problem> {
    let listener = listener(&caller)?;
    let changes = app.changes.stream(listener, caller)?;
    // Proxies such as nginx keep nothing back.
    Ok(([("x-accel-buffering", "no")], Sse::new(changes).keep_alive(KeepAlive::default())))
}

fn listener(caller: &Caller) -> Result<Listener, Problem> {
    let person = caller.person()?;
    let id = person.id.parse().map_err(|_| Kind::Internal)?;
    let tenant = caller.call.centre.clone().unwrap_or_else(TenantId::platform);
    Ok(Listener::new(tenant, (person.role == Role::Youth.name()).then_some(id)))
}
