//! Parts of the platform that run apart fail, and the rest goes on.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use events::ActionCategory;
use rand::Rng;
use serde_json::{Value, json};
use tests::{
    Person, certificates::Certificates, facts, process::Process, processes::Processes, world,
};
use tokio::{sync::watch, task::JoinSet};
use uuid::Uuid;

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// How many coaches' browsers work at once.
const TASKS: usize = 4;
/// How often a process is killed.
const ROUNDS: usize = 100;
/// How long commands flow again, at most, before the next kill.
const FLOW_MILLIS_MAX: u64 = 200;
/// How long it may take until a command is acknowledged again.
const RECOVERY_SECONDS_MAX: u64 = 60;

/// Places of the services in [`Processes::services`].
const TRAJECTORIES: usize = 2;
const MONITORING: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_goes_on_while_a_service_nats_or_the_log_is_gone() {
    let mut platform = Processes::start(STC).await;
    let centre = world::centre(&platform.site, &platform.operator().await, "lsc01").await;
    let (coach, youth) = (&centre.coach, &centre.youth);
    let path = format!("/youths/{}/steps", youth.id);
    let step = || facts::step(ActionCategory::FirstMeeting);

    platform.services[MONITORING].dies().await;
    assert_eq!(platform.health().await, "DEGRADED");
    coach.registers_step(youth.id, &step()).await;
    assert_eq!(centre.lead.get("/tables/1").send().await.status, 503);
    platform.services[MONITORING].starts();
    platform.is_up().await;
    assert_eq!(centre.lead.reads("/tables/1").await["persons"], 1);

    platform.services[TRAJECTORIES].dies().await;
    let new = facts::youth("Sam Youth");
    assert_eq!(centre.lead.post("/youths", &new).send().await.status, 503);
    platform.services[TRAJECTORIES].starts();
    platform.is_up().await;
    // The page was closed meanwhile: the same youth, another command.
    let card = centre.lead.registers(&new).await.card;
    let sam = platform.site.signs_in(&card).await;
    assert_eq!(sam.reads("/me/coaches").await["chosen"], Value::Null, "and has a trajectory");
    assert_eq!(centre.lead.reads("/tables/1").await["persons"], 2);
    centre.lead.post("/youths", &new).send().await.is_refused("alreadyRegistered");

    platform.nats.dies().await;
    coach.registers_step(youth.id, &step()).await;
    platform.nats.starts();

    platform.log.dies().await;
    let refused = coach.post(&path, &step()).send().await;
    assert_eq!(refused.status, 503, "{}", refused.text);
    assert!(refused.headers.contains_key("retry-after"));
    platform.log.starts();
    platform.log.listens().await;
    acknowledged(coach, youth.id, &step(), Uuid::now_v7()).await;
    assert_eq!(youth.reads_steps().await.len(), 3);
}

/// Sends a command until it is acknowledged, as a page does: with the same key.
async fn acknowledged(coach: &Person, youth: Uuid, step: &Value, key: Uuid) -> Value {
    loop {
        let request = coach.post(&format!("/youths/{youth}/steps"), step).key(key);
        match request.attempt().await {
            Ok(answer) if answer.status == 201 => return answer.with(201),
            Ok(answer) => assert_eq!(answer.status, 503, "{}", answer.text),
            Err(_) => {}
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "slow: ./test --faults"]
async fn a_hundred_kills_lose_nothing_that_was_acknowledged_and_double_nothing() {
    // As it is run: whoever comes back has to show a certificate, and see one.
    let certificates = Certificates::make();
    let mut platform = Processes::start_secured(STC, &certificates).await;
    let centre = world::centre(&platform.site, &platform.operator().await, "lsc01").await;
    let done = Arc::new(AtomicBool::new(false));
    let (progress, mut acknowledgements) = watch::channel(0);
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        let (coach, youth) = (centre.coach.clone(), centre.youth.id);
        let (done, progress) = (done.clone(), progress.clone());
        tasks.spawn(async move {
            let mut sent = Vec::new();
            while !done.load(Ordering::SeqCst) {
                let (key, mut step) = (Uuid::now_v7(), facts::step(ActionCategory::ActionPlan));
                step["note"] = json!(format!("note {key}"));
                acknowledged(&coach, youth, &step, key).await;
                sent.push(step["id"].as_str().unwrap().to_owned());
                progress.send_modify(|count| *count += 1);
            }
            sent
        });
    }
    let mut random = rand::rng();
    for round in 0..ROUNDS {
        let parts = platform.services.len() + 2;
        let part: &mut Process = match random.random_range(0..parts) {
            0 => &mut platform.log,
            1 => &mut platform.relay,
            service => &mut platform.services[service - 2],
        };
        part.dies_and_starts().await;
        // The next one dies under load, at a moment that has nothing to do with an answer.
        let after = *acknowledgements.borrow_and_update();
        let again = async { acknowledgements.wait_for(|count| *count > after).await.is_ok() };
        let again = tokio::time::timeout(Duration::from_secs(RECOVERY_SECONDS_MAX), again).await;
        assert_eq!(again, Ok(true), "round {round} does not end: {}", platform.said());
        let millis = random.random_range(0..FLOW_MILLIS_MAX);
        tokio::time::sleep(Duration::from_millis(millis)).await;
    }
    done.store(true, Ordering::SeqCst);
    let sent: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
    platform.is_up().await;
    let found = centre.youth.reads_steps().await;
    assert!(sent.len() >= ROUNDS, "{} steps under load", sent.len());
    assert!(
        sent.iter().all(|id| found.get(id).is_some_and(|there| there.len() == 1)),
        "each acknowledged step once"
    );
    assert_eq!(found.len(), sent.len());
}
