//! Several processes of one service, and what all of them forget.

use std::time::{Duration, Instant};

use events::ActionCategory;
use kernel::Role;
use proto::{
    identity::{DestroyKeysRequest, key_service_client::KeyServiceClient},
    monitoring::{GetTableRequest, table_service_client::TableServiceClient},
    trajectories::{GetTimelineRequest, step_service_client::StepServiceClient},
};
use runtime::access::metadata;
use serde_json::json;
use tests::{Person, facts, processes::Processes, world};
use tonic::Request;
use uuid::Uuid;

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// Places of the services in [`Processes::services`].
const IDENTITY: usize = 0;
const TRAJECTORIES: usize = 2;
const MONITORING: usize = 3;
const GATEWAY: usize = 4;
/// Until when a destroyed key has to be gone from every process.
const FORGOTTEN: Duration = Duration::from_mins(1);
/// Sooner than a session that nobody ended is looked up again.
const AT_ONCE: Duration = Duration::from_secs(5);

fn request<M>(message: M, token: &str, at_least: u64) -> Request<M> {
    let mut request = Request::new(message);
    let headers = request.metadata_mut();
    headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
    headers.insert(metadata::AT_LEAST, at_least.into());
    headers.insert(metadata::COMMAND_ID, Uuid::now_v7().to_string().parse().unwrap());
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn two_replicas_answer_the_same_after_the_same_position() {
    let platform = Processes::start(STC).await;
    let centre = world::centre(&platform.site, &platform.operator().await, "lsc01").await;
    let services = &platform.services;
    let mut replicas = [services[TRAJECTORIES].replica(), services[MONITORING].replica()];
    for replica in &mut replicas {
        replica.starts();
        replica.listens().await;
    }
    let step = facts::step(ActionCategory::ActionPlan);
    let path = format!("/youths/{}/steps", centre.youth.id);
    let answer = centre.coach.post(&path, &step).send().await;
    let position: u64 = answer.headers["stc-position"].to_str().unwrap().parse().unwrap();

    let youth = platform.token("lsc01", Role::Youth, centre.youth.id);
    let mut timelines = Vec::new();
    for url in [services[TRAJECTORIES].url(), replicas[0].url()] {
        let mut client = StepServiceClient::connect(url).await.unwrap();
        let youth_id = centre.youth.id.to_string();
        let asked = GetTimelineRequest { youth: youth_id, ..GetTimelineRequest::default() };
        let answer = client.get_timeline(request(asked, &youth, position)).await.unwrap();
        timelines.push(answer.into_inner());
    }
    assert_eq!(timelines[0], timelines[1]);
    assert!(timelines[0].entries.iter().any(|entry| entry.position == position));

    let lead = platform.token("lsc01", Role::Lead, centre.lead.id);
    let mut tables = Vec::new();
    for url in [services[MONITORING].url(), replicas[1].url()] {
        let mut client = TableServiceClient::connect(url).await.unwrap();
        let asked = GetTableRequest {
            table: 2,
            from: "2026-01-01".to_owned(),
            to: "2026-12-31".to_owned(),
            ..GetTableRequest::default()
        };
        let answer = client.get_table(request(asked, &lead, position)).await.unwrap();
        tables.push(answer.into_inner());
    }
    assert_eq!(tables[0], tables[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_destroyed_is_gone_from_every_process() {
    let platform = Processes::start(STC).await;
    let operator = platform.operator().await;
    let centre = world::centre(&platform.site, &operator, "lsc01").await;
    let mut step = facts::step(ActionCategory::ActionPlan);
    step["note"] = json!("in confidence");
    centre.coach.registers_step(centre.youth.id, &step).await;
    assert_eq!(note(&centre.coach, centre.youth.id).await.as_deref(), Some("in confidence"));

    let identity = platform.services[IDENTITY].url();
    let mut client = KeyServiceClient::connect(identity).await.unwrap();
    let lead = platform.token("lsc01", Role::Lead, centre.lead.id);
    let asked = DestroyKeysRequest {
        centre: "lsc01".to_owned(),
        person: centre.youth.id.to_string(),
        reason: "personAsked".to_owned(),
    };
    let refused = client.destroy_keys(request(asked.clone(), &lead, 0)).await.unwrap_err();
    assert_eq!(refused.code(), tonic::Code::PermissionDenied);
    let operator = platform.token("platform", Role::Operator, operator.id);
    let nobody = DestroyKeysRequest { person: Uuid::now_v7().to_string(), ..asked.clone() };
    let missing = client.destroy_keys(request(nobody, &operator, 0)).await.unwrap_err();
    assert_eq!(missing.code(), tonic::Code::NotFound);
    let begun = Instant::now();
    let done = client.destroy_keys(request(asked.clone(), &operator, 0)).await.unwrap();
    assert!(done.into_inner().position > 0);
    let again = client.destroy_keys(request(asked, &operator, 0)).await.unwrap();
    assert_eq!(again.into_inner().position, 0, "they were destroyed before");

    while note(&centre.coach, centre.youth.id).await.is_some() {
        assert!(begun.elapsed() < FORGOTTEN, "somebody still has the key");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    while centre.youth.get("/me/timeline").send().await.status != 401 {
        assert!(begun.elapsed() < AT_ONCE, "the gateway still believes the session");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_gateway_asks_the_shard_of_each_centre() {
    let mut platform = Processes::start(STC).await;
    let operator = platform.operator().await;
    let mut shard = platform.services[TRAJECTORIES].replica();
    shard.gets("STC_TENANTS", "lsc01");
    shard.starts();
    shard.listens().await;
    let rest = &mut platform.services[TRAJECTORIES];
    rest.gets("STC_TENANTS", "lsc02");
    rest.dies_and_starts().await;
    rest.listens().await;
    let both = format!("lsc01={};{}", shard.url(), rest.url());
    let gateway = &mut platform.services[GATEWAY];
    gateway.gets("STC_TRAJECTORIES", both);
    gateway.dies_and_starts().await;
    gateway.listens().await;
    platform.is_up().await;

    let one = world::centre(&platform.site, &operator, "lsc01").await;
    let two = world::centre(&platform.site, &operator, "lsc02").await;
    for centre in [&one, &two] {
        let caseload = centre.coach.reads("/youths").await;
        assert_eq!(caseload["items"][0]["id"], centre.youth.id.to_string());
    }
    shard.dies().await;
    assert_eq!(platform.health().await, "DEGRADED");
    assert_eq!(one.coach.get("/youths").send().await.status, 503);
    assert_eq!(two.coach.get("/youths").send().await.status, 200);
}

/// What a coach reads of the newest step.
async fn note(coach: &Person, youth: Uuid) -> Option<String> {
    let timeline = coach.reads(&format!("/youths/{youth}/timeline")).await;
    let mut steps = timeline["items"].as_array().unwrap().iter();
    let step = steps.find(|entry| entry["step"].is_object()).unwrap();
    step["step"]["note"].as_str().map(str::to_owned)
}
