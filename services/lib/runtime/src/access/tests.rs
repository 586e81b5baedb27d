//! Policies that decide, and policies that are wrong.

use std::{
    collections::BTreeMap,
    convert::Infallible,
    sync::{Arc, Mutex},
};

use contract::Reads;
use eventlog::{Position, clock};
use http::{Request, Response};
use kernel::{Role, ServiceName, TenantId};
use tonic::{Code, Status, body::Body};
use tower::{Layer, ServiceExt};
use uuid::Uuid;

use super::{
    AccessLayer, Action, Asked, Fact, Given, Held, Policies, Principal, Reading, Readings,
    Resource, Restrictions, Tells,
};
use crate::token::Signer;

const SCHEMA: &str = r#"
entity Youth, Coach = { id: String, centre: String };
entity Note = { centre: String, by?: Coach };
action "a.Notes";
action Read in ["a.Notes"] appliesTo { principal: [Coach], resource: [Note] };
"#;
const READ: &str = r#"
// Who wrote it reads it.
@id("own-notes")
permit (principal, action == Action::"Read", resource)
when { resource has by && resource.by == principal };

@id("apart")
forbid (principal, action, resource) unless { resource.centre == principal.centre };
"#;

fn operations(methods: &[&str], reads: &Reads) -> BTreeMap<String, Reads> {
    methods.iter().map(|name| (format!("/a.Notes/{name}"), reads.clone())).collect()
}

fn read(schema: &str, policies: &str) -> Result<Policies, String> {
    reading(schema, policies, &Reads::Nothing)
}

fn reading(schema: &str, policies: &str, reads: &Reads) -> Result<Policies, String> {
    let files = [("a.cedarschema", schema), ("a.cedar", policies)];
    let read = Policies::of(&files, &operations(&["Read"], reads));
    read.map_err(|mistake| mistake.to_string())
}

struct Note {
    centre: TenantId,
    by: Option<Uuid>,
    tells: Tells,
}

impl Resource for Note {
    const TYPE: &'static str = "Note";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.by.map(|by| ("by", Fact::Somebody(Role::Coach, by))).into_iter().collect()
    }

    fn tells(&self) -> Tells {
        self.tells
    }
}

fn note(centre: &str, by: Option<u128>) -> Note {
    let (centre, by) = (centre.parse().unwrap(), by.map(Uuid::from_u128));
    Note { centre, by, tells: Tells::OfNobody }
}

fn coach(centre: &TenantId) -> Principal<'_> {
    Principal { centre, id: Uuid::from_u128(1), role: Role::Coach, service: None }
}

/// What a coach of `lsc01` gets, and by which policies.
fn decided(policies: &Policies, note: &Note) -> (bool, Vec<String>) {
    let centre = "lsc01".parse().unwrap();
    let who = coach(&centre);
    let decided = policies.decide(who, action(policies), note, Held::default()).unwrap();
    (decided.permitted, decided.by.iter().map(ToString::to_string).collect())
}

fn action(policies: &Policies) -> &Action {
    policies.action("/a.Notes/Read").unwrap()
}

#[test]
fn who_is_permitted_is_so_by_a_policy_and_who_is_not_by_one_that_forbids_or_by_none() {
    let policies = read(SCHEMA, READ).unwrap();
    assert_eq!(decided(&policies, &note("lsc01", Some(1))), (true, vec!["own-notes".to_owned()]));
    assert_eq!(decided(&policies, &note("lsc01", Some(2))), (false, vec![]));
    assert_eq!(decided(&policies, &note("lsc01", None)), (false, vec![]));
    assert_eq!(decided(&policies, &note("lsc02", Some(1))), (false, vec!["apart".to_owned()]));
    assert!(action(&policies).is_for(Role::Coach) && !action(&policies).is_for(Role::Youth));
    let place = policies.named("Read").and_then(|_| policies.place(&"apart".parse().unwrap()));
    assert_eq!(place.map(|place| (&*place.file, place.line)), Some(("a.cedar", 7)));
}

#[test]
fn a_mistake_is_told_with_its_file_line_and_column() {
    let told = |policies: &str| read(SCHEMA, policies).unwrap_err();
    let wrong = |from: &str, to: &str| told(&READ.replace(from, to));
    assert!(wrong("forbid (", "forbidd (").starts_with("a.cedar:8:1: "));
    let attribute = wrong("resource.centre", "resource.center");
    assert!(attribute.starts_with("a.cedar:8:47: ") && attribute.contains("center"), "{attribute}");
    assert!(wrong("\"Read\"", "\"Reed\"").starts_with("a.cedar:4:"));
    assert!(wrong("@id(\"apart\")\n", "").contains("give every policy an @id"));
    assert!(wrong("\"apart\"", "\"own-notes\"").contains("is the id of another policy"));
    assert!(read("entity Youth {", READ).unwrap_err().starts_with("a.cedarschema:1:"));
}

#[test]
fn every_rpc_is_an_action_and_every_action_an_rpc() {
    let files = [("a.cedarschema", SCHEMA), ("a.cedar", READ)];
    let told = |methods: &[&str]| {
        Policies::of(&files, &operations(methods, &Reads::Nothing)).unwrap_err().to_string()
    };
    assert_eq!(told(&["Read", "Write"]), "a.cedarschema: no action is the RPC /a.Notes/Write");
    assert_eq!(told(&[]), "a.cedarschema:5:8: no RPC is the action /a.Notes/Read");
    let ungrouped = SCHEMA.replace(" in [\"a.Notes\"]", "");
    assert!(read(&ungrouped, READ).unwrap_err().contains("the group of one gRPC service"));
    let forbids = &READ[READ.find("@id(\"apart\")").unwrap()..];
    assert_eq!(read(SCHEMA, forbids).unwrap_err(), "a.cedarschema:5:8: Read: no policy permits it");
    let nobody = SCHEMA.replace("principal: [Coach]", "principal: [Note]");
    let all = "@id(\"all\") permit (principal, action, resource);";
    assert!(read(&nobody, all).unwrap_err().contains("no such role"));
}

#[test]
fn a_fact_that_is_missing_or_unknown_is_told_and_not_denied() {
    let policies = read(SCHEMA, READ).unwrap();
    let centre = "lsc01".parse().unwrap();
    let who = coach(&centre);
    let explained = |facts: &[(&str, &str)]| {
        let facts = facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let given = Given { resource: None, facts: facts.collect() };
        policies.explain(who, action(&policies), &given).map_err(|why| why.to_string())
    };
    assert!(explained(&[("by", "me")]).unwrap().decided.permitted);
    assert!(!explained(&[("by", "Coach::\"2\"")]).unwrap().decided.permitted);
    assert!(explained(&[("whose", "x")]).unwrap_err().contains("whose"));
    assert!(explained(&[("by", "Coach::2")]).unwrap_err().contains("is nobody"));
}

/// How a call by a coach ends that a handler answers after it authorized this note, or none.
async fn answered(authorized: Option<Note>) -> Code {
    answered_over(authorized, false).await
}

/// The same, perhaps where callers have to show certificates. This one shows none.
async fn answered_over(authorized: Option<Note>, certified: bool) -> Code {
    let written = Arc::new(Written::default());
    answered_by(read(SCHEMA, READ).unwrap(), authorized, certified, written).await
}

/// Who reads, as it was written down; perhaps nothing can be.
#[derive(Default)]
struct Written {
    readings: Mutex<Vec<Reading>>,
    full: bool,
    /// Whose data is not used.
    restricted: Option<Uuid>,
}

#[async_trait::async_trait]
impl Readings for Written {
    async fn record(&self, reading: Reading) -> Result<(), Status> {
        if self.full {
            return Err(Status::unavailable("full"));
        }
        self.readings.lock().unwrap().push(reading);
        Ok(())
    }
}

#[async_trait::async_trait]
impl Restrictions for Written {
    async fn known(&self, _: Position) -> Result<(), Status> {
        Ok(())
    }

    fn hold(&self, _: &TenantId, youth: Uuid) -> bool {
        self.restricted == Some(youth)
    }

    fn fence(&self, _: &TenantId) -> bool {
        false
    }
}

async fn answered_by(
    policies: Policies,
    authorized: Option<Note>,
    certified: bool,
    written: Arc<Written>,
) -> Code {
    let signer = Signer::generate().unwrap();
    let tenant = "lsc01".parse().unwrap();
    let token = signer.sign(Uuid::from_u128(1), tenant, Role::Coach, clock::now()).unwrap();
    let tokens = Arc::new(signer.verifier());
    let policies = Arc::new(policies);
    let layer = AccessLayer::new(policies, tokens, Arc::default(), written.clone(), written);
    let layer = layer.certified(certified);
    let note = Arc::new(authorized);
    let handler = tower::service_fn(move |request: Request<()>| {
        let note = note.clone();
        async move {
            let asked = request.extensions().get::<Asked>().cloned().unwrap();
            let answer = match &*note {
                Some(note) => asked.authorize(note).err().map(Status::into_http),
                None => None,
            };
            Ok::<_, Infallible>(answer.unwrap_or_else(|| Response::new(Body::default())))
        }
    });
    let request = Request::builder().uri("/a.Notes/Read");
    let request = request.header("authorization", format!("Bearer {token}")).body(()).unwrap();
    let answer = layer.layer(handler).oneshot(request).await.unwrap();
    Status::from_header_map(answer.headers()).map_or(Code::Ok, |status| status.code())
}

#[tokio::test]
async fn an_answer_for_which_nothing_was_authorized_is_not_given() {
    assert_eq!(answered(Some(note("lsc01", Some(1)))).await, Code::Ok);
    assert_eq!(answered(Some(note("lsc01", Some(2)))).await, Code::NotFound);
    assert_eq!(answered(None).await, Code::Internal);
}

/// How a coach is answered who asks for a note that tells of somebody, and who was written down as read.
async fn told(tells: Tells, full: bool) -> (Code, Vec<Uuid>) {
    let policies = reading(SCHEMA, READ, &Reads::Of("note".to_owned())).unwrap();
    let written = Arc::new(Written { full, ..Written::default() });
    let note = Note { tells, ..note("lsc01", Some(1)) };
    let code = answered_by(policies, Some(note), false, written.clone()).await;
    let readings = written.readings.lock().unwrap();
    assert!(readings.iter().all(|reading| reading.what == "note"));
    (code, readings.iter().flat_map(|reading| reading.youths.clone()).collect())
}

#[tokio::test]
async fn what_tells_of_somebody_else_is_written_down_before_it_is_answered() {
    let (reader, youth) = (Uuid::from_u128(1), Uuid::from_u128(7));
    assert_eq!(told(Tells::OfYouth(youth), false).await, (Code::Ok, vec![youth]));
    assert_eq!(told(Tells::OfYouth(youth), true).await, (Code::Unavailable, vec![]));
    assert_eq!(told(Tells::OfYouth(reader), true).await, (Code::Ok, vec![]), "the own data");
    assert_eq!(told(Tells::OfNobody, true).await, (Code::Ok, vec![]));
}

#[tokio::test]
async fn what_somebody_restricted_is_answered_as_the_policies_say() {
    let schema = SCHEMA.replace("by?: Coach }", "by?: Coach, restricted?: Bool }");
    let hidden = format!(
        "{READ}\n@id(\"restricted\")\n@answer(\"restricted\")\nforbid (principal, action, resource)\n\
         when {{ resource has restricted && resource.restricted }};\n"
    );
    let (youth, other) = (Uuid::from_u128(7), Uuid::from_u128(8));
    for (restricted, code) in [(youth, Code::FailedPrecondition), (other, Code::Ok)] {
        let policies = reading(&schema, &hidden, &Reads::Of("note".to_owned())).unwrap();
        let written = Written { restricted: Some(restricted), ..Written::default() };
        let note = Note { tells: Tells::OfYouth(youth), ..note("lsc01", Some(1)) };
        let answered = answered_by(policies, Some(note), false, Arc::new(written)).await;
        assert_eq!(answered, code);
    }
}

#[tokio::test]
async fn an_answer_about_several_that_does_not_say_of_whom_is_not_given() {
    assert_eq!(told(Tells::OfNamed, false).await, (Code::Internal, vec![]));
}

#[test]
fn an_operation_that_does_not_say_what_it_reads_starts_nothing() {
    let why = reading(SCHEMA, READ, &Reads::Unsaid).unwrap_err();
    assert!(why.starts_with("a.cedarschema:5:8: ") && why.contains("stc.v1.reads"), "{why}");
}

#[tokio::test]
async fn where_certificates_are_wanted_and_none_is_seen_nobody_is_let_in() {
    assert_eq!(answered_over(Some(note("lsc01", Some(1))), true).await, Code::Unauthenticated);
}

#[test]
fn a_service_gets_what_the_policies_give_to_its_name() {
    let schema = r#"
entity Service = { id: String, centre: String, name: ServiceName };
entity ServiceName enum ["gateway", "exercises", "trajectories", "monitoring"];
entity Note = { centre: String, by?: Service };
action "a.Notes";
action Read in ["a.Notes"] appliesTo { principal: [Service], resource: [Note] };
"#;
    let of_exercises = r#"
@id("exercises-reads")
permit (principal, action, resource) when { principal.name == ServiceName::"exercises" };
"#;
    let policies = read(schema, of_exercises).unwrap();
    let centre = TenantId::platform();
    let decided = |service| {
        let who = Principal { centre: &centre, id: Uuid::nil(), role: Role::Service, service };
        policies.decide(who, action(&policies), &note("lsc01", None), Held::default())
    };
    for service in ServiceName::ALL {
        let permitted = decided(Some(service)).unwrap().permitted;
        assert_eq!(permitted, service == ServiceName::Exercises, "{service:?}");
    }
    assert!(decided(None).is_err(), "one without a name gets nothing");
    let misspelled = of_exercises.replace("\"exercises\"", "\"exercizes\"");
    let told = read(schema, &misspelled).unwrap_err();
    assert!(told.starts_with("a.cedar:3:") && told.contains("exercizes"), "{told}");
}
