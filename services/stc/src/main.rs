//! `stc`: Start To Can in one binary.

use std::{
    alloc::System,
    fs::File,
    io::{self, BufWriter, Read, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::{Context, Result};
use audit::logfile;
use clap::{CommandFactory, Parser, Subcommand};
use eventlog::Position;
use monitoring::capacity;
use runtime::{projector::MEMORY_MIB_DEFAULT, telemetry};
use settings::{Setting, addresses, named};
use stc::{
    access::{self, PolicyFiles},
    compose::{Config, Platform},
    greeting::Greeting,
    health, serve, token,
};
use zeroizing_alloc::ZeroAlloc;

/// What is freed is overwritten, so that nobody finds the words of whoever was erased in it.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// Start To Can: young people find out what they want and can; coaches, leads and auditors see
/// every step.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the whole platform in this process, on an embedded log.
    Up(Up),
    /// Run one service in this process.
    Serve(Box<serve::Serve>),
    /// Issue what the other services need of identity's key: its public half, and a token.
    Token(token::Issue),
    /// Ask whether a process works.
    Health(health::Health),
    /// Read the event log.
    Log {
        #[command(subcommand)]
        command: LogCommand,
    },
    /// Who read or changed what of whom.
    Audit {
        #[command(subcommand)]
        command: audit::Audit,
    },
    /// New keys in the place of old ones.
    Keys {
        #[command(subcommand)]
        command: keys::Keys,
    },
    /// What leaves the platform with a centre.
    Centre {
        #[command(subcommand)]
        command: handover::Centre,
    },
    /// Reckon with the figures of the paper.
    Policy {
        #[command(subcommand)]
        command: PolicyCommand,
    },
    /// Who may do what.
    Access {
        #[command(subcommand)]
        command: AccessCommand,
    },
    /// Fill an empty data directory with a synthetic Flanders.
    Demo(demo::DemoArgs),
    /// Measure the log and the views beside raw loops; build with --release.
    Bench(bench::BenchArgs),
    /// Print the OpenAPI document of the gateway.
    Openapi,
}

impl Command {
    /// What it calls itself in traces and metrics.
    fn service(&self) -> String {
        match self {
            Self::Serve(args) => args.name(),
            Self::Log { command: LogCommand::Serve(_) } => "log".to_owned(),
            _ => "stc".to_owned(),
        }
    }
}

#[derive(clap::Args)]
struct Up {
    /// Data directory; made if it does not exist.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// Address to listen on.
    #[arg(long, env = "STC_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address people use, such as `https://starttocan.example`, for start cards.
    #[arg(long, env = "STC_ORIGIN", value_parser = addresses::origin)]
    origin: Option<String>,
    /// Trust the client address that a proxy of ours tells.
    #[arg(long, env = "STC_BEHIND_PROXY")]
    behind_proxy: bool,
    /// How much memory views of single centres may take, MiB; over it the least used goes.
    #[arg(long, env = "STC_VIEW_MEMORY", default_value_t = MEMORY_MIB_DEFAULT)]
    view_memory: usize,
    #[command(flatten)]
    policies: PolicyFiles,
    /// Fill an empty data directory with a synthetic Flanders and print logins.
    #[arg(long)]
    demo: bool,
}

#[derive(Subcommand)]
enum LogCommand {
    /// Write every event as a JSON line. Works while the platform runs.
    Export {
        /// Data directory.
        #[arg(long, env = "STC_DATA", default_value = "data")]
        data: PathBuf,
        /// Only events after this position.
        #[arg(long, default_value_t = Position::START)]
        after: Position,
    },
    /// Write the last events, then every new one.
    Tail {
        /// Data directory.
        #[arg(long, env = "STC_DATA", default_value = "data")]
        data: PathBuf,
        /// How many events to begin with.
        #[arg(long, default_value_t = 10)]
        last: u64,
    },
    /// Serve the log to other processes, in KurrentDB's protocol.
    Serve(logserver::LogServe),
}

#[derive(Subcommand)]
enum AccessCommand {
    /// Which policies let somebody do something, or keep them from it.
    Explain(access::Explain),
}

#[derive(Subcommand)]
enum PolicyCommand {
    /// The yearly reach, what it costs and when it repays, from the paper's inputs.
    Capacity {
        /// Other groups than the paper's: a CSV with its columns.
        #[arg(long)]
        groups: Option<PathBuf>,
        /// Other parameters than the paper's: a CSV with its columns.
        #[arg(long)]
        parameters: Option<PathBuf>,
    },
}

/// Pause before the first operator's card is asked for again.
const CARD_PAUSE_MILLIS: u64 = 500;
/// A wrong setting; after sysexits(3).
const EXIT_USAGE: u8 = 64;
/// Anything else that keeps it from starting or going on.
const EXIT_FAILED: u8 = 1;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            if let Some(setting) = named(&error, &Cli::command()) {
                let _ = writeln!(io::stderr(), "\nstc: {setting}");
            }
            return ExitCode::from(if error.use_stderr() { EXIT_USAGE } else { 0 });
        }
    };
    match run(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if logfile::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // To the person who started it, in one line, not to the log.
            let _ = writeln!(io::stderr(), "stc: {error:#}");
            let wrong_setting = error.is::<Setting>();
            ExitCode::from(if wrong_setting { EXIT_USAGE } else { EXIT_FAILED })
        }
    }
}

fn run(command: Command) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // What is exported goes out over the runtime, so it ends before that.
    let _entered = runtime.enter();
    if let Command::Health(args) = command {
        // Asked every few seconds: nobody wants to hear of it.
        return runtime.block_on(health::run(args, &mut out));
    }
    addresses::collectors(std::env::var_os)?;
    let exporting = telemetry::start(command.service());
    let _exporting = exporting.context(Setting("OTEL_EXPORTER_OTLP_…"))?;
    match command {
        Command::Health(_) => {}
        Command::Token(args) => token::issue(&args, &mut out)?,
        Command::Up(args) => runtime.block_on(up(args, &mut out))?,
        Command::Serve(args) => runtime.block_on(serve::run(*args, stopped(), &mut out))?,
        Command::Log { command: LogCommand::Export { data, after } } => {
            logfile::export(&data, after, &mut out)?;
        }
        Command::Log { command: LogCommand::Tail { data, last } } => {
            logfile::tail(&data, last, &mut out)?;
        }
        Command::Log { command: LogCommand::Serve(args) } => {
            runtime.block_on(logserver::run(args, stopped(), &mut out))?;
        }
        Command::Audit { command } => command.run(&mut out)?,
        Command::Keys { command } => runtime.block_on(command.run(&mut out))?,
        Command::Centre { command } => runtime.block_on(command.run(&mut out))?,
        Command::Policy { command: PolicyCommand::Capacity { groups, parameters } } => {
            let setting = Setting("--groups");
            let groups = given(groups.as_deref(), capacity::GROUPS).context(setting)?;
            let groups = capacity::groups(&groups).context(setting)?;
            let setting = Setting("--parameters");
            let parameters = given(parameters.as_deref(), capacity::PARAMETERS).context(setting)?;
            let parameters = capacity::parameters(&parameters).context(setting)?;
            writeln!(out, "{}", capacity::derive(&groups, &parameters))?;
        }
        Command::Access { command: AccessCommand::Explain(args) } => {
            access::explain(&args, &mut out)?;
        }
        Command::Demo(args) => runtime.block_on(demo::run(&args, &mut out))?,
        Command::Bench(args) => runtime.block_on(bench::run(&args, &mut out))?,
        Command::Openapi => {
            writeln!(out, "{}", serde_json::to_string_pretty(&gateway::openapi())?)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// A file, or what the repository has.
fn given(file: Option<&Path>, otherwise: &'static str) -> Result<Vec<u8>> {
    let Some(file) = file else { return Ok(otherwise.as_bytes().to_vec()) };
    let mut read = Vec::new();
    // One byte more tells that it is too long.
    let all = File::open(file)
        .and_then(|open| open.take(capacity::FILE_BYTES_MAX as u64 + 1).read_to_end(&mut read));
    all.with_context(|| format!("cannot read {}", file.display()))?;
    Ok(read)
}

async fn up(args: Up, out: &mut impl Write) -> Result<()> {
    let policies = args.policies.load()?;
    let logins = if args.demo { Some(demo::in_place(&args.data).await?) } else { None };
    let Up { data, listen, origin, behind_proxy, view_memory, .. } = args;
    let config = Config { data, listen, origin, behind_proxy, view_memory, policies };
    let mut platform = Platform::start(&config).await?;
    let Greeting { address, note } =
        Greeting::of(platform.address, config.origin.as_deref(), behind_proxy);
    writeln!(out, "Start To Can is ready: {address}")?;
    if let Some(note) = note {
        writeln!(out, "{note}")?;
    }
    if let Some(logins) = logins {
        write!(out, "\n{}", logins.at(&address))?;
    } else if let Some(code) = first_card(&platform).await? {
        writeln!(out, "\nFirst operator's start card: {code}\n{address}/#card={code}")?;
    }
    out.flush()?;
    tokio::select! {
        signal = stopped() => signal?,
        error = platform.failed() => return Err(error),
    }
    platform.stop().await
}

/// The start card of the first operator, if it was not used yet. Waits for what passes by itself, such
/// as another program that holds the log.
async fn first_card(platform: &Platform) -> Result<Option<String>> {
    loop {
        match identity::bootstrap_operator(&platform.backends, &platform.vault).await {
            Err(error) if error.is_passing() => {
                tracing::warn!(%error, "the first operator's start card waits");
                tokio::time::sleep(Duration::from_millis(CARD_PAUSE_MILLIS)).await;
            }
            card => return Ok(card?),
        }
    }
}

/// Waits for Ctrl-C or a termination signal.
async fn stopped() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupt = tokio::signal::ctrl_c() => interrupt?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
