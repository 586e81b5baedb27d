//! Benchmarks, each beside a raw loop of the same work in the same run: what the platform adds.

mod appends;

use std::{
    fs::File,
    io::{BufReader, Read, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use clap::Args;
use demo::{Demo, Size};
use eventlog::{EventLog, Filter, Position};
use futures::StreamExt;
use jiff::civil::date;
use monitoring::views::Monitoring;
use runtime::{
    Backends, View,
    projector::{Live, Partitions, replay_tenants},
};
use store::Store;
use tokio::sync::watch;

/// How much work the benchmarks do, and where.
#[derive(Args)]
pub struct BenchArgs {
    /// Directory to work in; its disk is what is measured.
    #[arg(long, default_value = "data-bench")]
    dir: PathBuf,
    /// Seconds of each turn of an append benchmark.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Turns of each append benchmark, ours and raw alternating; the median counts.
    #[arg(long, default_value_t = 5)]
    turns: usize,
    /// Scale of the demo that is replayed; 11 is a million events.
    #[arg(long, default_value_t = 11)]
    scale: u32,
}

/// Runs every benchmark and writes a Markdown table.
///
/// # Errors
///
/// The directory cannot be used.
pub async fn run(args: &BenchArgs, out: &mut impl Write) -> Result<()> {
    writeln!(out, "| what | ours | raw | ours / raw |\n|---|---|---|---|")?;
    appends::embedded(args, out).await?;
    appends::served(args, out).await?;
    replays(args, out).await
}

#[expect(clippy::cast_precision_loss, reason = "a rate needs no more than 52 bits")]
fn rate(done: u64, time: Duration) -> f64 {
    done as f64 / time.as_secs_f64()
}

async fn replays(args: &BenchArgs, out: &mut impl Write) -> Result<()> {
    let data = args.dir.join("replay");
    let until = date(2026, 6, 30);
    let store = Store::open(&data)?;
    if *store.log.head().borrow() == Position::START {
        let demo = Demo { size: Size::years(args.scale), until };
        demo::fill(&store, demo, |_, _| {}).await?;
    }
    let head = *store.log.head().borrow();
    let backends = store.backends(store.vault.clone());

    let events = count(&backends, &Filter::default(), head).await?;
    let scanned = best_of(3, async || scan(&backends, events, head).await).await?;
    let file = best_of(3, async || read_file(&runtime::datadir::log_file(&data))).await?;
    let ratio = file.as_secs_f64() / scanned.as_secs_f64() * 100.0;
    writeln!(
        out,
        "| raw replay, {events} events | {:.2} M/s | {:.2} M/s (reading the file) | {ratio:.0} % |",
        rate(events, scanned) / 1e6,
        rate(events, file) / 1e6
    )?;
    let wanted = count(&backends, &Monitoring::filter(), head).await?;
    let folded = best_of(3, async || fold(&backends, head).await).await?;
    writeln!(
        out,
        "| replay into the monitoring views, {events} events of which {wanted} are counted | {:.2} \
         M/s ({:.2} M/s counted) | {:.2} M/s (raw replay) | {:.0} % |",
        rate(events, folded) / 1e6,
        rate(wanted, folded) / 1e6,
        rate(events, scanned) / 1e6,
        scanned.as_secs_f64() / folded.as_secs_f64() * 100.0
    )?;
    out.flush()?;
    start_with_snapshots(&backends).await?;
    drop((backends, store));
    let cold = best_of(3, async || cold_start(&data).await).await?;
    writeln!(
        out,
        "| start of all services on {events} events with snapshots | {:.2} s | | |",
        cold.as_secs_f64()
    )?;
    Ok(())
}

async fn best_of(
    times: usize,
    mut work: impl AsyncFnMut() -> Result<Duration>,
) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..times {
        best = best.min(work().await?);
    }
    Ok(best)
}

async fn scan(backends: &Backends, events: u64, head: Position) -> Result<Duration> {
    let start = Instant::now();
    let seen = count(backends, &Filter::default(), head).await?;
    if seen != events {
        bail!("read {seen} of {events} events");
    }
    Ok(start.elapsed())
}

async fn count(backends: &Backends, filter: &Filter, head: Position) -> Result<u64> {
    let mut seen = 0;
    let mut pages = backends.log.pages(Position::START, head, filter.clone());
    while let Some(page) = pages.next().await {
        seen += page?.events.len() as u64;
    }
    Ok(seen)
}

/// The least that a replay costs: the bytes of the file, once through memory.
fn read_file(file: &Path) -> Result<Duration> {
    let start = Instant::now();
    let mut reader = BufReader::with_capacity(1 << 20, File::open(file)?);
    let mut buffer = vec![0; 1 << 20];
    while reader.read(&mut buffer)? > 0 {}
    Ok(start.elapsed())
}

async fn fold(backends: &Backends, head: Position) -> Result<Duration> {
    let start = Instant::now();
    let (log, keys) = (backends.log.clone(), backends.keys.clone());
    let all = replay_tenants::<Monitoring>(log, keys, head).await?;
    let time = start.elapsed();
    let parked: usize = all.values().map(|folded| folded.parked.len()).sum();
    if parked > 0 {
        bail!("{parked} events could not be read");
    }
    Ok(time)
}

/// Starts every view, stops it, and so writes its snapshot.
async fn start_with_snapshots(backends: &Backends) -> Result<()> {
    let (stop, stopped) = watch::channel(false);
    let views = start_views(backends, &stopped).await?;
    stop.send_replace(true);
    views.0.stopped().await;
    views.1.stopped().await;
    views.2.stopped().await;
    views.3.stopped().await;
    views.4.stopped().await;
    Ok(())
}

type Views = (
    Live<identity::Doors>,
    Partitions<identity::Directory>,
    Partitions<exercises::views::Completions>,
    Partitions<trajectories::views::Trajectories>,
    Partitions<Monitoring>,
);

async fn start_views(backends: &Backends, stop: &watch::Receiver<bool>) -> Result<Views> {
    Ok((
        Live::start(backends, stop.clone()).await?,
        Partitions::start(backends, stop.clone()).await?,
        Partitions::start(backends, stop.clone()).await?,
        Partitions::start(backends, stop.clone()).await?,
        Partitions::start(backends, stop.clone()).await?,
    ))
}

async fn cold_start(data: &Path) -> Result<Duration> {
    let start = Instant::now();
    let store = Store::open(data)?;
    let backends = store.backends(store.vault.clone());
    let (_stop, stopped) = watch::channel(false);
    start_views(&backends, &stopped).await?;
    Ok(start.elapsed())
}
