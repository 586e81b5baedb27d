//! Every operation of REST, and what each role may do there.

use std::collections::BTreeSet;

use events::ActionCategory;
use http::Method;
use kernel::Role::{self, Auditor, Coach, Lead, Officer, Operator, Youth};
use serde_json::{Value, json};
use tests::{Person, World, facts, world::Centre};
use uuid::Uuid;

use super::{contract::derived, messages::Things};

/// An operation that is written by hand; who may; and for whom there is nothing there. All others: 403.
type Written = (&'static str, &'static str, &'static [Role], &'static [Role]);

/// An operation, written by hand or as the contract says.
struct Row {
    method: &'static str,
    path: String,
    may: Vec<Role>,
    hidden: &'static [Role],
    body: Option<Value>,
}

/// Every operation of whoever is signed in, about the things of a centre.
fn rows(things: &Things) -> Vec<Row> {
    let written = WRITTEN.iter().map(|(method, path, may, hidden)| Row {
        method,
        path: (*path).to_owned(),
        may: may.to_vec(),
        hidden,
        body: body(method, path),
    });
    let derived = derived().into_iter().map(|it| Row {
        method: it.method(),
        path: it.template().to_owned(),
        body: it.body(things),
        may: it.roles,
        hidden: NOBODY,
    });
    // The last one written signs out.
    derived.chain(written).collect()
}

const EVERYBODY: &[Role] = &Role::PEOPLE;
const NOBODY: &[Role] = &[];

/// The people of a centre do this with the ids of their own centre.
const WRITTEN: &[Written] = &[
    ("get", "/me/coaches", &[Youth, Coach, Lead], NOBODY),
    ("get", "/me/timeline", &[Youth], &[Coach]),
    ("get", "/youths", &[Coach], NOBODY),
    ("get", "/youths/{youth}", &[Youth, Coach, Lead], NOBODY),
    ("get", "/youths/{youth}/timeline", &[Youth, Coach], NOBODY),
    ("post", "/youths/{youth}/steps", &[Coach], NOBODY),
    ("get", "/work-list", &[Coach], NOBODY),
    ("get", "/tables/1", &[Lead, Auditor], NOBODY),
    ("get", "/tables/2", &[Lead, Auditor], NOBODY),
    ("get", "/unfinished", &[Operator], NOBODY),
    ("post", "/unfinished/{work}/completion", &[Operator], NOBODY),
    ("post", "/unfinished/{work}/undoing", &[Operator], NOBODY),
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
fn body(method: &str, path: &str) -> Option<Value> {
    let body = match (method, path) {
        ("get" | "delete", _) => return None,
        (_, "/youths/{youth}/steps") => facts::step(ActionCategory::Intake),
        (_, "/unfinished/{work}/completion" | "/unfinished/{work}/undoing") => {
            json!({ "kind": "registration", "centre": "lsc01" })
        }
        (_, "/session") => json!({ "code": "x" }),
        other => panic!("write a body for {other:?}"),
    };
    Some(body)
}

/// The path with ids of this centre. What is neither the youth nor the centre is nobody's.
fn filled(path: &str, centre: &Centre) -> String {
    let youth = centre.youth.id.to_string();
    let path = path
        .replace("{id}", &youth)
        .replace("{youth}", &youth)
        .replace("{consent}", "shareDomain")
        .replace("{centre}", &centre.id);
    let nobody = Uuid::now_v7().to_string();
    let part = |part| if str::starts_with(part, '{') { nobody.as_str() } else { part };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn method(name: &str) -> Method {
    name.to_uppercase().parse().unwrap()
}

#[test]
fn every_operation_has_a_row() {
    let written = WRITTEN.iter().map(|(method, path, ..)| (*method, *path));
    let written = written.chain(OPEN.iter().copied());
    let written = written.map(|(method, path)| (method.to_owned(), path.to_owned()));
    let derived = derived();
    let derived = derived.iter().map(|it| (it.method().to_owned(), it.template().to_owned()));
    let rows: Vec<_> = written.chain(derived).collect();
    assert_eq!(rows.iter().cloned().collect::<BTreeSet<_>>(), described());
    assert_eq!(rows.len(), described().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_may_do_what_the_table_says_and_nothing_else() {
    let world = World::start().await;
    let operator = world.operator().await;
    let things = Things::of(&world, world.centre(&operator, "lsc01").await).await;
    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = world.signs_in(&auditor.card).await;
    let centre = &things.centre;
    let Centre { lead, coach, youth, .. } = centre;
    // A new card ends the sessions of whoever gets it.
    let gets_a_card = lead.registers_youth("Bo Youth").await.id.to_string();
    let people: [(Role, &Person); 6] = [
        (Youth, youth),
        (Coach, coach),
        (Lead, lead),
        (Officer, &things.officer),
        (Auditor, &auditor),
        (Operator, &operator),
    ];
    for Row { method: name, path, may, hidden, body } in rows(&things) {
        for (role, person) in people {
            let target = match &*path {
                "/people/{id}/cards" => path.replace("{id}", &gets_a_card),
                path => filled(path, centre),
            };
            let request = match &body {
                _ if name == "get" => person.get(&target),
                Some(body) => person.command(method(name), &target, body),
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
    let things = Things::of(&world, world.centre(&world.operator().await, "lsc01").await).await;
    for Row { method: name, path, body, .. } in rows(&things) {
        for cookie in [None, Some("__Host-stc="), Some("__Host-stc=guess"), Some("stc=x")] {
            let request = world.request(method(name), &filled(&path, &things.centre));
            let request =
                cookie.into_iter().fold(request, |it, cookie| it.header("Cookie", cookie));
            let request = match &body {
                Some(body) => request.body(body),
                None => request,
            };
            let answer = request.send().await;
            let forged = cookie == Some("__Host-stc=guess") && name != "get";
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
    let things = Things::of(&world, world.centre(&world.operator().await, "lsc01").await).await;
    let centre = &things.centre;
    let before = world.head();
    let commands = rows(&things).into_iter().filter(|row| row.method != "get");
    for Row { method: name, path, body, .. } in commands {
        for token in ["", &centre.lead.csrf] {
            let request = world.request(method(name), &filled(&path, centre));
            let request = request.header("Cookie", &centre.coach.cookie);
            let request = request.header("Idempotency-Key", Uuid::now_v7().to_string());
            let request = request.header("X-CSRF-Token", token);
            let request = match &body {
                Some(body) => request.body(body),
                None => request,
            };
            let answer = request.send().await;
            assert_eq!(answer.is_problem(403, "forbidden").json["reason"], "csrf");
        }
    }
    assert_eq!(world.head(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_registers_a_role_that_is_not_theirs_to_give() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let auditor = operator.registers_auditor("Greet Auditor").await;
    let auditor = world.signs_in(&auditor.card).await;
    let before = world.head();
    for body in
        [facts::lead("lsc01", "Bo"), facts::staff("auditor", "Bo"), facts::staff("operator", "Bo")]
    {
        for person in [&centre.lead, &centre.coach, &centre.youth, &auditor] {
            person.post("/people", &body).send().await.is_problem(403, "forbidden");
        }
    }
    operator.post("/people", &facts::coach("Lotte")).send().await.is_problem(403, "forbidden");
    operator.post("/youths", &facts::youth("Sam")).send().await.is_problem(403, "forbidden");
    let service = facts::staff("service", "X");
    operator.post("/people", &service).send().await.has_issue("role", "unknownValue");
    assert_eq!(world.head(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_lists_the_leads_of_a_centre_and_nobody_else_there() {
    let world = World::start().await;
    let operator = world.operator().await;
    let centre = world.centre(&operator, "lsc01").await;
    let other = world.centre(&operator, "lsc02").await;
    let ids = async |path: &str| -> Vec<Value> {
        let listed = operator.reads(path).await;
        let items = listed["items"].as_array().unwrap().clone();
        assert_eq!(listed["total"], items.len());
        items.into_iter().map(|person| person["id"].clone()).collect()
    };
    let leads = [json!(centre.lead.id)];
    assert_eq!(ids("/people?centre=lsc01").await, leads);
    assert_eq!(ids("/people?centre=lsc01&role=lead").await, leads);
    for role in ["youth", "coach", "officer", "auditor", "operator"] {
        assert!(ids(&format!("/people?centre=lsc01&role={role}")).await.is_empty());
    }
    assert!(ids("/people?centre=lsc01&q=Noor").await.is_empty(), "a youth is not found by name");
    let own = ids("/people").await;
    assert_eq!(own, [json!(operator.id)]);
    assert_eq!(ids("/people?centre=").await, own);
    operator.get("/people?centre=lsc99").send().await.is_not_found();
    // A lead reads the own centre alone, whatever its name is.
    let all = centre.lead.reads("/people").await;
    assert_eq!(centre.lead.reads("/people?centre=lsc01").await, all);
    centre.lead.get("/people?centre=lsc02").send().await.is_not_found();
    for person in [&centre.coach, &centre.youth, &other.coach] {
        person.get("/people?centre=lsc01").send().await.is_problem(403, "forbidden");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_gives_a_centre_a_second_lead_and_the_first_one_a_new_card() {
    let world = World::start().await;
    let operator = world.operator().await;
    let opened = operator.opens_centre("lsc01", "An Lead").await;
    let second = operator.registers(&facts::lead("lsc01", "Bo Lead")).await;
    let bo = world.signs_in(&second.card).await;
    assert_eq!((bo.role.as_str(), bo.name.as_str()), ("lead", "Bo Lead"));
    let listed = operator.reads("/people?centre=lsc01").await;
    let seen = |name: &str| {
        let people = listed["items"].as_array().unwrap();
        people.iter().find(|person| person["name"] == name).unwrap()["lastSignInOn"].clone()
    };
    assert_eq!((seen("An Lead"), seen("Bo Lead").is_string()), (Value::Null, true));

    let cards = format!("/people/{}/cards", opened.id);
    let card = operator.post(&cards, &json!({})).send().await.with(201);
    let an = world.signs_in(card["code"].as_str().unwrap()).await;
    assert_eq!(an.id, opened.id);

    operator
        .post("/people", &facts::staff("lead", "X"))
        .send()
        .await
        .has_issue("centre", "missing");
    operator.post("/people", &facts::lead("lsc99", "X")).send().await.is_not_found();
    let mut auditor = facts::staff("auditor", "X");
    auditor["centre"] = json!("lsc01");
    operator.post("/people", &auditor).send().await.is_not_found();
    let colleague = operator.registers(&facts::staff("operator", "Mo")).await;
    assert_eq!(world.signs_in(&colleague.card).await.role, "operator");
}
