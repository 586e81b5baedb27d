//! Every RPC on the own thing, on a colleague's and on another centre's, as its row says; and policies
//! with faults, each of which is noticed.

use std::sync::Arc;

use kernel::{Role, TenantId};
use prost::Message as _;
use proto::identity::DescribePeopleResponse;
use runtime::access::{Given, Policies, Principal};
use stc::access::PolicyFiles;
use tests::{apart::Apart, world};
use tonic::{Code, Request, Status};
use uuid::Uuid;

use super::{
    messages::Things,
    services,
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

/// Whether somebody is answered, or told by a rule why not.
pub(super) fn is_let_in(answer: &Result<Vec<u8>, Status>) -> bool {
    let code = answer.as_ref().map_or_else(Status::code, |_| Code::Ok);
    [Code::Ok, Code::FailedPrecondition, Code::InvalidArgument, Code::Unauthenticated]
        .contains(&code)
}

fn is_kept_out(answer: &Result<Vec<u8>, Status>, gets: Gets) -> bool {
    let code = answer.as_ref().map_or_else(Status::code, |_| Code::Ok);
    match (gets, answer) {
        (Gets::Nothing, _) => code == Code::NotFound,
        (Gets::Unknown, _) => code == Code::InvalidArgument,
        (Gets::Empty, Ok(people)) => {
            DescribePeopleResponse::decode(&**people).unwrap().people.is_empty()
        }
        (Gets::Empty, Err(_)) => false,
        (Gets::Own, _) => true,
    }
}

/// What is otherwise than the table says, under these policies.
async fn departures(policies: Arc<Policies>) -> Vec<String> {
    let apart = Apart::start_with(policies).await;
    let operator = apart.operator().await;
    let own = Things::of(&apart, world::centre(&apart, &operator, "lsc01").await).await;
    let other = Things::of(&apart, world::centre(&apart, &operator, "lsc02").await).await;
    let lead = &own.centre.lead;
    let colleague = lead.registers_coach("Els Coach").await.id;
    let another = lead.registers_youth("Bo Youth").await.id;
    let auditor = operator.registers_auditor("Greet Auditor").await.id;
    let mut departures = Vec::new();
    let mut expect = |fine: bool, what: String| departures.extend((!fine).then_some(what));
    for row in TABLE {
        // Before those who may change something.
        for role in row.related {
            let id = if *role == Role::Youth { another } else { colleague };
            let caller = Caller { id, tenant: "lsc01", role: *role };
            let answer = called(&apart, caller, row, &own).await;
            let what = format!("{} by another {role:?}: {answer:?}", row.name);
            expect(is_kept_out(&answer, row.others), what);
        }
        for role in row.roles.iter().filter(|role| **role != Role::Service) {
            let (id, tenant) = match role {
                Role::Youth => (own.centre.youth.id, "lsc01"),
                Role::Coach => (own.centre.coach.id, "lsc01"),
                Role::Lead => (own.centre.lead.id, "lsc01"),
                Role::Officer => (own.officer.id, "lsc01"),
                Role::Operator => (operator.id, "stc"),
                Role::Auditor => (auditor, "stc"),
                Role::Service => unreachable!("services have rows of their own"),
            };
            let caller = Caller { id, tenant, role: *role };
            let answer = called(&apart, caller, row, &other).await;
            let what = format!("{} by {role:?} on another centre's: {answer:?}", row.name);
            expect(
                if tenant == "stc" { is_let_in(&answer) } else { is_kept_out(&answer, row.others) },
                what,
            );
            let answer = called(&apart, caller, row, &own).await;
            let what = format!("{} by {role:?} on the own: {answer:?}", row.name);
            expect(is_let_in(&answer), what);
        }
    }
    departures.extend(services::departures(&apart, &own).await);
    departures.extend(services::departures(&apart, &other).await);
    apart.stops().await;
    departures
}

/// What the people of a centre may do in another one, however they are related to the thing there.
fn crossings(policies: &Policies) -> Vec<String> {
    let centre: TenantId = "lsc01".parse().unwrap();
    let mut crossings = Vec::new();
    for (path, action) in policies.actions() {
        let of_centres = [Role::Youth, Role::Coach, Role::Lead, Role::Officer];
        for role in of_centres.into_iter().filter(|it| action.is_for(*it)) {
            for kind in action.resources() {
                let principal = Principal { centre: &centre, id: Uuid::nil(), role, service: None };
                let answer = policies.explain(principal, action, &related(kind, role));
                if answer.unwrap().decided.permitted {
                    crossings.push(format!("{path} by {role:?}"));
                }
            }
        }
    }
    crossings
}

/// A thing of another centre to which somebody with this role has every relation that there is.
fn related(kind: String, role: Role) -> Given {
    let somebody = |is: Role, kind: &str| {
        if is == role { "me".to_owned() } else { format!("{kind}::\"somebody\"") }
    };
    let mut facts = vec![("centre", "lsc02".to_owned())];
    match &*kind {
        "Trajectory" => facts.extend([
            ("youth", somebody(Role::Youth, "Youth")),
            ("coach", somebody(Role::Coach, "Coach")),
        ]),
        "Runs" => facts.extend([
            ("youth", somebody(Role::Youth, "Youth")),
            ("coach", somebody(Role::Coach, "Coach")),
            ("shared", "true".to_owned()),
        ]),
        "AuditLog" | "Consents" | "Retention" => {
            facts.push(("about", somebody(Role::Youth, "Youth")));
        }
        "Person" => facts.extend([("id", Uuid::nil().to_string()), ("role", "coach".to_owned())]),
        "Notices" => facts.push(("to", Uuid::nil().to_string())),
        "People" => facts.push(("role", "coach".to_owned())),
        _ => {}
    }
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Given { resource: Some(kind), facts }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_lets_in_and_keeps_out_as_the_table_says() {
    let departures = departures(PolicyFiles::default().load().unwrap()).await;
    assert!(departures.is_empty(), "{}", departures.join("\n"));
}

#[test]
fn nobody_of_a_centre_does_anything_in_another_however_they_are_related() {
    let policies = PolicyFiles::default().load().unwrap();
    assert_eq!(crossings(&policies), Vec::<String>::new());
}

/// The policies with one text in the place of another.
fn seeded(from: &str, to: &str) -> Arc<Policies> {
    let times = proto::access::POLICIES.iter().map(|(_, text)| text.matches(from).count());
    assert_eq!(times.sum::<usize>(), 1, "{from} stands once");
    let files = proto::access::POLICIES.iter().map(|(file, text)| (*file, text.replace(from, to)));
    let files: Vec<_> = files.collect();
    let files: Vec<_> = files.iter().map(|(file, text)| (*file, &**text)).collect();
    Arc::new(Policies::read(&files, proto::FILE_DESCRIPTOR_SET).unwrap())
}

/// The policy of this id, from its `permit` or `forbid` on.
fn policy(id: &str) -> String {
    let all: String = proto::access::POLICIES.iter().map(|(_, text)| *text).collect();
    let begins = all.find(&format!("@id(\"{id}\")")).unwrap();
    let length = all[begins..].find("};").unwrap() + 2;
    all[begins..begins + length].to_owned()
}

/// The same policy with a part of it changed.
fn changed(id: &str, from: &str, to: &str) -> (String, String) {
    let policy = policy(id);
    assert!(policy.contains(from), "{policy}");
    let changed = policy.replacen(from, to, 1);
    (policy, changed)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_in_the_policies_is_noticed() {
    let faults = [
        // A line taken away.
        (policy("centres-are-apart"), String::new()),
        (policy("lead-sees-completions"), String::new()),
        (policy("staff-counts-completions"), String::new()),
        // A relation that nobody asks for any more.
        changed("chosen-coach-accompanies", " && resource.coach == principal", ""),
        changed("youth-reads-own-trajectory", "resource.youth == principal", "true"),
        changed("chosen-coach-sees-completions", " && resource.coach == principal", ""),
        changed("chosen-coach-reads-what-is-shared", "resource.coach == principal &&", ""),
        changed("youth-decides-what-is-shared", "resource.about == principal", "true"),
        changed("youth-reads-how-long-it-is-kept", "resource.about == principal", "true"),
        changed(
            "whoever-was-told-says-that-it-is-done",
            "resource has to && resource.to == principal.id",
            "true",
        ),
        changed("youth-does-exercises", "resource.youth == principal", "true"),
        changed("youth-knows-staff-and-self", "resource.id == principal.id", "true"),
        // A relation that is asked for where it is none.
        changed("centres-are-apart", "==", "!="),
        changed("lead-sees-trajectories", "==", "!="),
        changed("officer-watches-and-advises", "==", "!="),
        // A role that does something else.
        changed("officer-lists-youths", "\"youth\"", "\"lead\""),
        // A service that does more than its work, or less.
        (policy("services-keep-to-their-work"), String::new()),
        changed("services-keep-to-their-work", "ServiceName::\"exercises\",", ""),
        changed(
            "services-get-keys-of-what-they-keep",
            "Category::\"content\"",
            "Category::\"identity\"",
        ),
        changed("monitoring-gets-keys-of-facts", "Category::\"health\"", "Category::\"content\""),
    ];
    for (from, to) in faults {
        let policies = seeded(&from, &to);
        if crossings(&policies).is_empty() {
            // Where not even a centre can be opened, that is noticed too.
            let departures = tokio::spawn(departures(policies)).await;
            assert!(departures.is_err() || departures.is_ok_and(|it| !it.is_empty()), "{from}");
        }
    }
}
