//! Every operation of REST, and what each role may do there.

use std::collections::BTreeSet;

use events::ActionCategory;
use http::Method;
use platform::Role::{self, Auditor, Coach, Lead, Operator, Youth};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

/// An operation; who may; and for whom there is nothing there. All others: 403.
type Row = (&'static str, &'static str, &'static [Role], &'static [Role]);

const EVERYBODY: &[Role] = &Role::PEOPLE;
const NOBODY: &[Role] = &[];

/// The people of a centre do this with the ids of their own centre.
const TABLE: &[Row] = &[
    ("put", "/me/avatar", EVERYBODY, NOBODY),
    ("get", "/me/coaches", &[Youth, Coach, Lead], NOBODY),
    ("put", "/me/coach", &[Youth], NOBODY),
    ("get", "/me/timeline", &[Youth], &[Coach]),
    ("get", "/me/overview", &[Youth], NOBODY),
    ("get", "/me/runs", &[Youth], NOBODY),
    ("post", "/me/runs", &[Youth], NOBODY),
    ("put", "/me/runs/{run}/answers/{step}", &[Youth], NOBODY),
    ("post", "/me/runs/{run}/completion", &[Youth], NOBODY),
    ("get", "/exercises", &[Youth, Coach, Lead], NOBODY),
    ("get", "/youths", &[Coach], NOBODY),
    ("get", "/youths/{id}", &[Youth, Coach, Lead], NOBODY),
    ("get", "/youths/{id}/timeline", &[Youth, Coach], NOBODY),
    ("post", "/youths/{id}/steps", &[Coach], NOBODY),
    ("post", "/youths/{id}/steps/{step}/withdrawal", &[Coach], NOBODY),
    ("get", "/people", &[Lead, Operator], NOBODY),
    ("post", "/people", &[Lead], NOBODY),
    ("post", "/people/{id}/cards", &[Lead], &[Operator]),
    ("get", "/tables/1", &[Lead, Auditor], NOBODY),
    ("get", "/tables/2", &[Lead, Auditor], NOBODY),
    ("get", "/centres", &[Auditor, Operator], NOBODY),
    ("post", "/centres", &[Operator], NOBODY),
    ("get", "/changes", EVERYBODY, NOBODY),
    ("delete", "/session", EVERYBODY, NOBODY),
];

/// For anybody, signed in or not.
const OPEN: &[(&str, &str)] =
    &[("get", "/session"), ("post", "/session"), ("get", "/health"), ("get", "/openapi.json")];

/// Every operation of the OpenAPI document.
pub(super) fn described() -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(gateway::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |item: &Value| {
        let methods = ["get", "put", "post", "delete", "patch", "head", "options"];
        methods.into_iter().filter(|method| item.get(method).is_some()).collect::<Vec<_>>()
    };
    paths
        .iter()
        .flat_map(|(path, item)| {
            methods(item).into_iter().map(move |method| (method.to_owned(), path.clone()))
        })
        .collect()
}

/// A body that would do, if the caller may.
fn body(method: &str, path: &str, centre: &Centre) -> Option<Value> {
    let body = match (method, path) {
        ("get" | "delete", _) => return None,
        (_, "/me/avatar") => json!({ "avatar": "light-bob-red" }),
        (_, "/me/coach") => json!({ "coach": centre.coach.id }),
        (_, "/me/runs") => json!({ "id": Uuid::now_v7(), "exercise": "work-energy" }),
        (_, "/me/runs/{run}/answers/{step}") => json!({ "options": [] }),
        (_, "/me/runs/{run}/completion") => json!({ "seconds": 1 }),
        (_, "/youths/{id}/steps") => facts::step(ActionCategory::Intake),
        (_, "/youths/{id}/steps/{step}/withdrawal" | "/people/{id}/cards") => json!({}),
        (_, "/people") => facts::youth("Sam Youth"),
        (_, "/centres") => facts::centre("lsc77", "An Lead"),
        (_, "/session") => json!({ "code": "x" }),
        other => panic!("write a body for {other:?}"),
    };
    Some(body)
}

/// The path with ids of this centre. The run and the step are nobody's.
fn filled(path: &str, centre: &Centre) -> String {
    let nobody = Uuid::now_v7().to_string();
    let youth = centre.youth.id.to_string();
    path.replace("{id}", &youth).replace("{run}", &nobody).replace("{step}", &nobody)
}

fn method(name: &str) -> Method {
    name.to_uppercase().parse().unwrap()
}

#[test]
fn every_operation_has_a_row() {
    let rows = TABLE.iter().map(|(method, path, ..)| (*method, *path)).chain(OPEN.iter().copied());
    let rows: Vec<_> = rows.map(|(method, path)| (method.to_owned(), path.to_owned())).collect();
    assert_eq!(rows.iter().cloned().collect::<BTreeSet<_>>(), described());
    assert_eq!(rows.len(), described().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_may_do_what_the_table_says_and_nothing_else() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = world.signs_in(&auditor.card).await;
    let Centre { lead, coach, youth, .. } = &centre;
    // A new card ends the sessions of whoever gets it.
    let gets_a_card = lead.registers_youth("Bo Youth").await.id.to_string();
    let people: [(Role, &Person); 5] =
        [(Youth, youth), (Coach, coach), (Lead, lead), (Auditor, &auditor), (Operator, &operator)];
    for (name, path, may, hidden) in TABLE {
        for (role, person) in people {
            let target = match *path {
                "/people/{id}/cards" => path.replace("{id}", &gets_a_card),
                path => filled(path, &centre),
            };
            let request = match body(name, path, &centre) {
                _ if *name == "get" => person.get(&target),
                Some(body) => person.command(method(name), &target, &body),
                None => person.bare(method(name), &target),
            };
            let answer = request.send().await;
            if may.contains(&role) {
                let fine = ![401, 403].contains(&answer.status) && answer.status < 500;
                assert!(fine, "{role:?} {name} {path}: {}", answer.text);
            } else if hidden.contains(&role) {
                answer.is_not_found();
            } else {
                assert_eq!(answer.status, 403, "{role:?} {name} {path}: {}", answer.text);
                answer.is_problem(403, "forbidden");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_there_is_nothing_to_see_or_do() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    for (name, path, ..) in TABLE {
        for cookie in [None, Some("__Host-stc="), Some("__Host-stc=guess"), Some("stc=x")] {
            let request = world.request(method(name), &filled(path, &centre));
            let request =
                cookie.into_iter().fold(request, |it, cookie| it.header("Cookie", cookie));
            let request = match body(name, path, &centre) {
                Some(body) => request.body(&body),
                None => request,
            };
            let answer = request.send().await;
            let forged = cookie == Some("__Host-stc=guess") && *name != "get";
            if forged {
                // A command of a page that is not ours: its token does not fit its cookie.
                answer.is_problem(403, "forbidden");
            } else {
                answer.is_problem(401, "unauthenticated");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_opens_the_app_is_told_whether_somebody_is_signed_in() {
    let world = World::start().await;
    let nobody = world.request(Method::GET, "/session");
    assert_eq!(nobody.send().await.with(204), Value::Null);
    let guess = world.request(Method::GET, "/session").header("Cookie", "__Host-stc=guess");
    guess.send().await.is_problem(401, "unauthenticated");
    let operator = world.operator().await;
    assert_eq!(operator.reads("/session").await["person"]["role"], "operator");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_needs_the_token_of_its_own_session() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let before = world.events();
    for (name, path, ..) in TABLE.iter().filter(|(name, ..)| *name != "get") {
        for token in ["", &centre.lead.csrf] {
            let request = world.request(method(name), &filled(path, &centre));
            let request = request.header("Cookie", &centre.coach.cookie);
            let request = request.header("Idempotency-Key", Uuid::now_v7().to_string());
            let request = request.header("X-CSRF-Token", token);
            let request = match body(name, path, &centre) {
                Some(body) => request.body(&body),
                None => request,
            };
            let answer = request.send().await;
            assert_eq!(answer.is_problem(403, "forbidden").json["reason"], "csrf");
        }
    }
    assert_eq!(world.events(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_registers_a_role_that_is_not_theirs_to_give() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let auditor = json!({ "id": Uuid::now_v7(), "role": "auditor", "name": "Greet" });
    for person in [&centre.lead, &centre.coach, &centre.youth] {
        person.post("/people", &auditor).send().await.is_problem(403, "forbidden");
    }
    for body in [facts::coach("Lotte"), facts::youth("Sam")] {
        operator.post("/people", &body).send().await.is_problem(403, "forbidden");
    }
    for role in ["lead", "operator", "service"] {
        let body = json!({ "id": Uuid::now_v7(), "role": role, "name": "X" });
        operator.post("/people", &body).send().await.has_issue("role", "unknownValue");
    }
}
