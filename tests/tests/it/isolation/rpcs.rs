//! The layer answers every RPC as the row of it says.

use std::collections::BTreeSet;

use eventlog::clock;
use kernel::{Role, ServiceName, TenantId};
use prost::Message as _;
use prost_types::FileDescriptorSet;
use runtime::{serve::MESSAGE_BYTES_MAX, token::Signer};
use tests::apart::Apart;
use tonic::{Code, Request, Status};
use tonic_types::StatusExt as _;
use uuid::Uuid;

use super::table::{Row, TABLE};
use crate::raw;

fn rows() -> impl Iterator<Item = (String, &'static [Role])> {
    TABLE.iter().map(|row| (row.path(), row.roles))
}

/// Every operation of the descriptors, `/package.Service/Method`.
fn described() -> BTreeSet<String> {
    let files = FileDescriptorSet::decode(proto::FILE_DESCRIPTOR_SET).unwrap().file;
    let services = files
        .iter()
        .flat_map(|file| file.service.iter().map(move |service| (file.package(), service)));
    services
        .flat_map(|(package, service)| {
            let path = format!("/{package}.{}", service.name());
            service.method.iter().map(move |method| format!("{path}/{}", method.name()))
        })
        .collect()
}

/// An empty message with this token.
fn nothing(token: Option<&str>) -> Request<Vec<u8>> {
    let mut request = Request::new(Vec::new());
    if let Some(token) = token {
        let bearer = format!("Bearer {token}").parse().unwrap();
        request.metadata_mut().insert("authorization", bearer);
    }
    request
}

fn code(answer: &Result<Vec<u8>, Status>) -> Code {
    answer.as_ref().map_or_else(Status::code, |_| Code::Ok)
}

#[test]
fn every_operation_has_one_row_in_one_table() {
    let written: Vec<_> = rows().map(|(path, _)| path).collect();
    let unique: BTreeSet<_> = written.iter().cloned().collect();
    assert_eq!(written.len(), unique.len(), "a row stands twice");
    assert_eq!(unique, described());
    for (path, roles) in rows() {
        assert!(!roles.is_empty(), "{path} is for nobody: leave it out");
    }
    for Row { name, roles, services, .. } in TABLE {
        assert_eq!(roles.contains(&Role::Service), !services.is_empty(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_layer_answers_every_role_as_the_table_says() {
    let apart = Apart::start().await;
    let person = |role| (role, None, apart.token("lsc01", role));
    let service = |name| (Role::Service, Some(name), apart.token_of_service(name));
    let tokens: Vec<_> =
        Role::PEOPLE.map(person).into_iter().chain(ServiceName::ALL.map(service)).collect();
    for row in TABLE {
        let path = row.path();
        for (role, service, token) in &tokens {
            let answer = raw::call(&apart, &path, nothing(Some(token))).await;
            let (code, who) = (code(&answer), format!("{path} for {role:?} {service:?}"));
            let asks = row.roles.contains(role);
            if asks && service.is_none_or(|service| row.services.contains(&service)) {
                assert_ne!(code, Code::PermissionDenied, "{who}");
                // A handler says why; the layer says nothing.
                let told = answer.is_err_and(|it| it.get_details_error_info().is_some());
                assert!(code != Code::Unauthenticated || told, "{who}");
            } else if asks {
                // That it is another service's work is in the policies, which `services.rs` asks.
                assert_ne!(code, Code::Ok, "{who}");
            } else {
                assert_eq!(code, Code::PermissionDenied, "{who}");
            }
        }
    }
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_valid_token_nobody_calls_anything() {
    let apart = Apart::start().await;
    let stranger = Signer::generate().unwrap();
    let forged = stranger.sign_service(ServiceName::Exercises, 1, clock::now()).unwrap();
    let nobodys = stranger.sign(Uuid::nil(), TenantId::platform(), Role::Operator, clock::now());
    let nobodys = nobodys.unwrap();
    let valid = apart.token("lsc01", Role::Lead);
    let old = apart.old_token("lsc01", Role::Lead);
    let cut = &valid[..valid.len() - 2];
    for (path, _) in rows() {
        for token in
            [None, Some(""), Some("junk"), Some(&forged), Some(&nobodys), Some(&old), Some(cut)]
        {
            let answer = raw::call(&apart, &path, nothing(token)).await;
            assert_eq!(code(&answer), Code::Unauthenticated, "{path}");
            assert!(!answer.unwrap_err().message().contains("lsc01"));
        }
    }
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_in_no_table_answers_nobody() {
    let apart = Apart::start().await;
    let people = Role::PEOPLE.map(|role| apart.token("lsc01", role));
    let services = ServiceName::ALL.map(|service| apart.token_of_service(service));
    for token in people.iter().chain(&services) {
        for path in [
            "/stc.identity.v1.SessionService/Nothing",
            "/stc.identity.v1.SessionService/signIn",
            "/stc.identity.v1.KeyService/GetKeys/",
            "/stc.monitoring.v1.TableService/",
        ] {
            let answer = raw::call(&apart, path, nothing(Some(token))).await;
            assert_eq!(code(&answer), Code::PermissionDenied, "{path}");
        }
    }
    apart.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_operation_reads_a_message_that_is_too_large() {
    let apart = Apart::start().await;
    for row in TABLE {
        let token = match (row.roles[0], row.services) {
            (Role::Service, [service, ..]) => apart.token_of_service(*service),
            (role, _) => apart.token("lsc01", role),
        };
        let huge = nothing(Some(&token)).map(|_| vec![0; MESSAGE_BYTES_MAX + 1]);
        let answer = raw::call(&apart, &row.path(), huge).await;
        assert_eq!(code(&answer), Code::OutOfRange, "{}", row.path());
    }
    apart.stops().await;
}
