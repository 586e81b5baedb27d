//! Every RPC on the own thing, on a colleague's and on another centre's, as its row says.

use platform::Role;
use prost::Message as _;
use proto::identity::DescribePeopleResponse;
use tests::{apart::Apart, world};
use tonic::{Code, Request, Status};
use uuid::Uuid;

use super::{
    messages::Things,
    table::{Gets, Row, TABLE},
};
use crate::raw;

/// Somebody who calls.
#[derive(Clone, Copy)]
struct Caller<'a> {
    id: Uuid,
    tenant: &'a str,
    role: Role,
}

async fn called(
    apart: &Apart,
    Caller { id, tenant, role }: Caller<'_>,
    row: &Row,
    things: &Things,
) -> Result<Vec<u8>, Status> {
    let mut request = Request::new(things.message(row.name, role));
    let bearer = format!("Bearer {}", apart.token_of(id, tenant, role)).parse().unwrap();
    request.metadata_mut().insert("authorization", bearer);
    raw::call(apart, &row.path(), request).await
}

/// Whoever may is answered, or told by a rule why not.
#[track_caller]
fn is_let_in(answer: &Result<Vec<u8>, Status>, what: &str) {
    let code = answer.as_ref().map_or_else(Status::code, |_| Code::Ok);
    let fine = [Code::Ok, Code::FailedPrecondition, Code::InvalidArgument, Code::Unauthenticated];
    assert!(fine.contains(&code), "{what}: {answer:?}");
}

#[track_caller]
fn is_kept_out(answer: &Result<Vec<u8>, Status>, gets: Gets, what: &str) {
    let code = answer.as_ref().map_or_else(Status::code, |_| Code::Ok);
    match gets {
        Gets::Nothing => assert_eq!(code, Code::NotFound, "{what}: {answer:?}"),
        Gets::Unknown => assert_eq!(code, Code::InvalidArgument, "{what}: {answer:?}"),
        Gets::Empty => {
            let people = DescribePeopleResponse::decode(&**answer.as_ref().unwrap()).unwrap();
            assert!(people.people.is_empty(), "{what}");
        }
        Gets::Own => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_lets_in_and_keeps_out_as_the_table_says() {
    let apart = Apart::start().await;
    let operator = apart.operator().await;
    let own = Things::of(world::centre(&apart, &operator, "lsc01").await).await;
    let other = Things::of(world::centre(&apart, &operator, "lsc02").await).await;
    let lead = &own.centre.lead;
    let colleague = lead.registers_coach("Els Coach").await.id;
    let another = lead.registers_youth("Bo Youth").await.id;
    let auditor = operator.registers_auditor("Greet Auditor").await.id;
    for row in TABLE {
        // Before those who may change something.
        for role in row.related {
            let id = if *role == Role::Youth { another } else { colleague };
            let caller = Caller { id, tenant: "lsc01", role: *role };
            let what = format!("{} by another {role:?}", row.name);
            is_kept_out(&called(&apart, caller, row, &own).await, row.others, &what);
        }
        for role in row.roles {
            let (id, tenant) = match role {
                Role::Youth => (own.centre.youth.id, "lsc01"),
                Role::Coach => (own.centre.coach.id, "lsc01"),
                Role::Lead => (own.centre.lead.id, "lsc01"),
                Role::Operator => (operator.id, "stc"),
                Role::Auditor => (auditor, "stc"),
                Role::Service => (Uuid::nil(), "stc"),
            };
            let caller = Caller { id, tenant, role: *role };
            let what = |things: &str| format!("{} by {role:?} on {things}", row.name);
            let foreign = called(&apart, caller, row, &other).await;
            match tenant {
                "stc" => is_let_in(&foreign, &what("a centre's")),
                _ => is_kept_out(&foreign, row.others, &what("another centre's")),
            }
            let answer = called(&apart, caller, row, &own).await;
            is_let_in(&answer, &what("the own"));
        }
    }
    apart.stops().await;
}
