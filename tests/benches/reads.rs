//! What it costs that reading is written down, and how soon an audit log opens: `cargo bench -p tests --bench reads`.
//!
//! A coach's page and timeline of a youth, as a browser asks for them: the first time, when the reading is written
//! into the log and synced, beside the second time, when it is the same reading and nothing is written.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "it tells a person, or panics")]

use std::time::{Duration, Instant};

use events::ReadKind;
use jiff::{Timestamp, ToSpan as _};
use kernel::{Role, TenantId};
use reads::domain::WriteDown;
use runtime::{
    Ctx,
    access::Permit,
    execute::{Target, execute},
};
use tests::{Person, World, world::Centre};
use uuid::Uuid;

const COACHES: usize = 20;
const YOUTHS_PER_COACH: usize = 20;
/// How often one youth is read about.
const READS: u32 = 10_000;
const TIMES: usize = 100;

#[tokio::main]
async fn main() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    println!("| what | median | 95th percentile |\n|---|---|---|");
    screens(&world, &centre).await;
    audit_log(&world, &centre).await;
    world.stops().await;
}

/// How long this takes, and nothing of what it says.
async fn timed(reader: &Person, paths: &[String]) -> Duration {
    let began = Instant::now();
    for path in paths {
        reader.reads(path).await;
    }
    began.elapsed()
}

async fn screens(world: &World, centre: &Centre) {
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for coach in 0..COACHES {
        let coach = centre.lead.registers_coach(&format!("Coach {coach}")).await;
        let coach = world.signs_in(&coach.card).await;
        for youth in 0..YOUTHS_PER_COACH {
            let youth = centre.lead.registers_youth(&format!("Youth {youth}")).await;
            let youth = world.signs_in(&youth.card).await;
            youth.chooses_coach(coach.id).await;
            // Whose keys are at hand, and the view of the centre.
            youth.reads("/me/timeline").await;
            let page = format!("/youths/{}", youth.id);
            let screen = [page.clone(), format!("{page}/timeline")];
            first.push(timed(&coach, &screen).await);
            again.push(timed(&coach, &screen).await);
        }
    }
    tell("a coach's page and timeline of a youth, read for the first time", first);
    tell("the same again, which is the same reading", again);
}

async fn audit_log(world: &World, centre: &Centre) {
    let tenant: TenantId = centre.id.parse().unwrap();
    let begin: Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
    for turn in 0..READS {
        let at = begin + (i64::from(turn) * 20).minutes();
        let ctx = Ctx::internal(tenant.clone(), centre.coach.id, Role::Coach, Uuid::now_v7());
        let youths = [centre.youth.id.into()].into();
        let read = WriteDown { what: ReadKind::Timeline, youths, at };
        let target = Target::today(centre.coach.id, None, "2026-11-30".parse().unwrap());
        execute(world.backends(), &Permit::internal(ctx), target, &read).await.unwrap();
    }
    let path = format!("/audit-log?person={}", centre.youth.id);
    for reader in [&centre.youth, &centre.lead] {
        let first = timed(reader, std::slice::from_ref(&path)).await;
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(timed(reader, std::slice::from_ref(&path)).await);
        }
        let who = &reader.role;
        println!(
            "| audit log of a youth of whom {READS} reads are known, {who}, the first time | {first:.1?} | |"
        );
        tell(&format!("the same, {who}, later"), times);
    }
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("| {what} ({} times) | {:.1?} | {:.1?} |", times.len(), at(50), at(95));
}
