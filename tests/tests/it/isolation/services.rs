//! Every service and every RPC that some service may ask for: its own work, and nothing else.

use kernel::{Category, Role, ServiceName};
use tests::apart::Apart;
use tonic::{Code, Request, Status};

use super::{
    messages::Things,
    relations::is_let_in,
    table::{Row, TABLE, keys_of},
};
use crate::raw;

/// How a service is answered that asks in its own name.
async fn called(
    apart: &Apart,
    service: ServiceName,
    row: &Row,
    message: Vec<u8>,
) -> Result<Vec<u8>, Status> {
    let mut request = Request::new(message);
    let bearer = format!("Bearer {}", apart.token_of_service(service));
    request.metadata_mut().insert("authorization", bearer.parse().unwrap());
    raw::call(apart, &row.path(), request).await
}

/// What is otherwise than the table says about the things of a centre.
pub(super) async fn departures(apart: &Apart, things: &Things) -> Vec<String> {
    let mut departures = Vec::new();
    let mut expect = |fine: bool, what: String| departures.extend((!fine).then_some(what));
    for row in TABLE {
        for service in ServiceName::ALL {
            let message = things.message(row.name, Role::Service);
            let answer = called(apart, service, row, message).await;
            let what = format!("{} by {service:?}: {answer:?}", row.name);
            let is_refused = |status: Status| status.code() == Code::PermissionDenied;
            let may = row.services.contains(&service);
            expect(if may { is_let_in(&answer) } else { answer.is_err_and(is_refused) }, what);
        }
    }
    let row = TABLE.iter().find(|row| row.name == "GetKeys").unwrap();
    for service in ServiceName::ALL {
        for category in Category::ALL {
            let answer = called(apart, service, row, things.keys(category)).await;
            let what = format!("keys of {category:?} for {service:?}: {answer:?}");
            let may = keys_of(service).contains(&category);
            expect(if may { answer.is_ok() } else { answer.is_err_and(|it| gets_none(&it)) }, what);
        }
    }
    departures
}

/// Refused by the role, or as for keys that there are not.
fn gets_none(status: &Status) -> bool {
    [Code::NotFound, Code::PermissionDenied].contains(&status.code())
}
