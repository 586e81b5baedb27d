//! How many appends are durable in a second, and how long one waits for its answer.

use std::{
    fs::File,
    io::Write,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow};
use eventlog::{
    Append, EmbeddedLog, Envelope, EventLog, Expected, KurrentLog, Meta, NewEvent, Options,
    StreamName,
};
use eventstore::{AppendToStreamOptions, Client, EventData, StreamState};
use jiff::civil::date;
use kernel::{Purpose, Role, TenantId};
use logserver::Settings;
use serde_json::value::RawValue;
use tokio::{net::TcpListener, sync::watch};
use uuid::Uuid;

use super::{BenchArgs, rate};

/// Bytes of an event's data and envelope, as a coding step has them.
const DATA: &[u8] = br#"{"step":"0190f3c2-6b1e-7c3d-9a51-3f1f3d9b6a11","coach":"0190f3c2-6b1e-7c3d-9a51-3f1f3d9b6a12","category":"individualEmpowerment","minutes":45,"place":"school","channel":"faceToFace","role":"bridgeBuilder","coachingStep":"whereTo","mode":"individual"}"#;
/// How many writers append at once in the second of each append benchmark.
const WRITERS: usize = 64;
/// How many events are appended with a call of their own: each waits for tens of milliseconds.
const CALLS: usize = 40;

/// Appends in a second, and how long each of them waited.
struct Run {
    rate: f64,
    waits: Vec<Duration>,
}

/// The embedded log beside a raw loop, in turns; the median of each.
pub(super) async fn embedded(args: &BenchArgs, out: &mut impl Write) -> Result<()> {
    let span = Duration::from_secs(args.seconds);
    for writers in [1, WRITERS] {
        let (mut ours, mut raw) = (Vec::new(), Vec::new());
        for _ in 0..args.turns {
            let place = tempdir(&args.dir)?;
            ours.push(run(open(place.path())?, writers, span).await?.rate);
            raw.push(raw_appends(place.path(), writers, span)?);
        }
        let (ours, raw) = (median(ours), median(raw));
        let ratio = ours / raw * 100.0;
        writeln!(
            out,
            "| durable appends, {} | {ours:.0}/s | {raw:.0}/s | {ratio:.0} % |",
            counted(writers)
        )?;
        out.flush()?;
    }
    Ok(())
}

/// The same log through the official client and over loopback, beside itself in the process.
pub(super) async fn served(args: &BenchArgs, out: &mut impl Write) -> Result<()> {
    let span = Duration::from_secs(args.seconds);
    for writers in [1, WRITERS] {
        let (mut ours, mut raw, mut waits) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..args.turns {
            let place = tempdir(&args.dir)?;
            let (server, url) = Server::start(place.path()).await?;
            let through = run(Arc::new(KurrentLog::connect(&url).await?), writers, span).await?;
            server.stop().await?;
            ours.push(through.rate);
            waits.extend(through.waits);
            raw.push(run(open(tempdir(&args.dir)?.path())?, writers, span).await?.rate);
        }
        let (ours, raw, waits) = (median(ours), median(raw), waited(waits));
        let ratio = ours / raw * 100.0;
        writeln!(
            out,
            "| appends to the served log, {} | {ours:.0}/s, {waits} | {raw:.0}/s (in \
             the process) | {ratio:.0} % |",
            counted(writers)
        )?;
        out.flush()?;
    }
    let place = tempdir(&args.dir)?;
    let (server, url) = Server::start(place.path()).await?;
    let waits = waited(calls(&url).await?);
    server.stop().await?;
    writeln!(out, "| a call of the client per append, 1 writer | {waits} | | |")?;
    Ok(())
}

fn tempdir(dir: &Path) -> Result<Place> {
    let place = dir.join(format!("appends-{}", Uuid::now_v7()));
    std::fs::create_dir_all(&place)?;
    Ok(Place(place))
}

/// A directory that goes with its last user.
struct Place(std::path::PathBuf);

impl Place {
    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What stays is removed with the directory of the benchmark.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn open(dir: &Path) -> Result<Arc<dyn EventLog>> {
    Ok(Arc::new(EmbeddedLog::open(&dir.join("log.db"), Options::default())?))
}

/// `stc log serve` in this process.
struct Server {
    stop: watch::Sender<bool>,
    serving: tokio::task::JoinHandle<Result<()>>,
}

impl Server {
    async fn start(dir: &Path) -> Result<(Self, String)> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (stop, stops) = watch::channel(false);
        let advertise = (address.ip().to_string(), address.port());
        let groups = dir.join("groups.json");
        let settings = Settings { tls: None, login: None, advertise, groups };
        let serving = tokio::spawn(logserver::serve(open(dir)?, listener, settings, stops));
        Ok((Self { stop, serving }, format!("kurrentdb://{address}?tls=false")))
    }

    async fn stop(self) -> Result<()> {
        self.stop.send_replace(true);
        self.serving.await?
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn counted(writers: usize) -> String {
    format!("{writers} writer{}", if writers == 1 { "" } else { "s" })
}

/// The middle, and what one in a hundred exceeds.
fn waited(mut waits: Vec<Duration>) -> String {
    waits.sort_unstable();
    let at = |percent: usize| waits.get(waits.len() * percent / 100).copied().unwrap_or_default();
    format!("p50 {:.2?}, p99 {:.2?}", at(50), at(99))
}

async fn run(log: Arc<dyn EventLog>, writers: usize, span: Duration) -> Result<Run> {
    let start = Instant::now();
    let writers: Vec<_> = (0..writers)
        .map(|writer| {
            let log = log.clone();
            tokio::spawn(async move {
                let mut waits = Vec::new();
                while start.elapsed() < span {
                    let asked = Instant::now();
                    log.append(one_append(writer, waits.len() as u64)).await?;
                    waits.push(asked.elapsed());
                }
                anyhow::Ok(waits)
            })
        })
        .collect();
    let mut waits = Vec::new();
    for writer in writers {
        waits.extend(writer.await??);
    }
    Ok(Run { rate: rate(waits.len() as u64, start.elapsed()), waits })
}

/// What a client waits that makes a call of its own for each append.
async fn calls(url: &str) -> Result<Vec<Duration>> {
    let client = Client::new(url.parse()?).map_err(|error| anyhow!("{error}"))?;
    let data = String::from_utf8(DATA.to_vec())?;
    let options = AppendToStreamOptions::default().stream_state(StreamState::Any);
    let mut waits = Vec::new();
    for _ in 0..CALLS {
        let Append { stream, .. } = one_append(0, 0);
        let id = Uuid::now_v7();
        let envelope = Envelope::new(&meta(id), date(2026, 3, 9), Some(id));
        let event = EventData::json("StepRegistered", &RawValue::from_string(data.clone())?)?;
        let event = event.id(id).metadata_as_json(&envelope)?;
        let asked = Instant::now();
        client.append_to_stream(stream.as_str(), &options, event).await?;
        waits.push(asked.elapsed());
    }
    Ok(waits)
}

fn one_append(writer: usize, number: u64) -> Append {
    let tenant: TenantId = "lsc01".parse().unwrap_or_else(|_| TenantId::platform());
    let id = Uuid::from_u64_pair(writer as u64, number);
    let event = NewEvent {
        id,
        name: "StepRegistered".to_owned(),
        occurred_on: date(2026, 3, 9),
        subject: Some(id),
        meta: meta(id),
        data: DATA.to_vec(),
    };
    Append {
        stream: StreamName::new("trajectory", &tenant, Uuid::from_u64_pair(writer as u64, 0)),
        expected: number.checked_sub(1).map_or(Expected::NoStream, Expected::Exactly),
        events: vec![event],
        recorded_at: None,
    }
}

fn meta(id: Uuid) -> Meta {
    Meta {
        actor: id,
        role: Role::Coach,
        purpose: Purpose::Coaching,
        correlation: id,
        causation: id,
    }
}

/// The least that durable appends cost: the envelope and the fields of one event for each writer
/// into one file, then one fsync for all of them, again and again. No writer waits for anything
/// else.
fn raw_appends(dir: &Path, writers: usize, span: Duration) -> Result<f64> {
    let mut file = File::create(dir.join("raw.log"))?;
    let mut event = serde_json::to_vec(&meta(Uuid::nil()))?;
    event.extend_from_slice(DATA);
    let start = Instant::now();
    let mut done = 0;
    while start.elapsed() < span {
        for _ in 0..writers {
            file.write_all(&event)?;
        }
        file.sync_data()?;
        done += writers as u64;
    }
    Ok(rate(done, start.elapsed()))
}
