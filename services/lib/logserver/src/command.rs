//! The command's settings.

use std::{
    fs, future::Future, io::Write, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration,
};

use anyhow::{Context, Result, ensure};
use clap::Args;
use eventlog::{EmbeddedLog, Options, ahead, clock};
use runtime::datadir::DataDir;
use settings::{Setting, addresses};
use tokio::{net::TcpListener, sync::watch, time::timeout};

use super::{Login, Settings, identity, serve};

/// The setting that goes with others.
const USER: &str = "--user";

/// How long calls that run when the log stops may take.
const DRAIN_SECONDS_MAX: u64 = 20;

/// Settings of the served log.
#[derive(Args)]
pub struct LogServe {
    /// Data directory; made if it does not exist. No other process may write to it meanwhile.
    #[arg(long, env = "STC_DATA", default_value = "data")]
    data: PathBuf,
    /// Address to listen on; beyond this machine only with --user.
    #[arg(long, env = "STC_LISTEN", default_value = "127.0.0.1:2113")]
    listen: SocketAddr,
    /// Host and port that clients of a cluster are told to use, otherwise the address above.
    #[arg(long, env = "STC_LOG_ADVERTISE", value_parser = addresses::host_and_port)]
    advertise: Option<(String, u16)>,
    /// Certificate chain, PEM.
    #[arg(long, env = "STC_LOG_TLS_CERT", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Its key, PEM.
    #[arg(long, env = "STC_LOG_TLS_KEY", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Name that clients have to show; only with a certificate, for they show it over TLS only.
    #[arg(long, env = "STC_LOG_USER", requires = "password_file")]
    user: Option<String>,
    /// File with the password that clients have to show.
    #[arg(long, env = "STC_LOG_PASSWORD_FILE", requires = "user")]
    password_file: Option<PathBuf>,
}

/// Serves the log of a data directory until `stopped`.
///
/// # Errors
///
/// A setting, the directory or the address cannot be used; the message says what to do.
pub async fn run(
    args: LogServe,
    stopped: impl Future<Output = Result<()>> + Send + 'static,
    out: &mut impl Write,
) -> Result<()> {
    let login = login(&args)?;
    let tls = args.tls_cert.as_deref().zip(args.tls_key.as_deref());
    check(&args, login.is_some(), tls.is_some()).context(Setting(USER))?;
    let tls = tls.map(|(cert, key)| identity(cert, key)).transpose()?;
    let dir = DataDir::open(&args.data)?;
    let log = EmbeddedLog::open(&dir.log(), Options::default())
        .with_context(|| format!("cannot open the log in {}", args.data.display()))?;
    if let Some(ahead) = ahead(&log, clock::now()).await? {
        tracing::warn!("{ahead}");
    }
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let advertise = args.advertise.unwrap_or_else(|| (address.ip().to_string(), address.port()));
    writeln!(out, "serving the log on {address}")?;
    out.flush()?;
    let (stop, stops) = watch::channel(false);
    let settings = Settings { tls, login, advertise, groups: dir.groups() };
    let served = tokio::spawn(serve(Arc::new(log.clone()), listener, settings, stops));
    tokio::pin!(served);
    tokio::select! {
        signal = stopped => signal?,
        ended = &mut served => return ended?,
        stopped = log.stopped() => return Err(stopped.into()),
    }
    stop.send_replace(true);
    let drained = timeout(Duration::from_secs(DRAIN_SECONDS_MAX), served).await;
    drained.context("some calls did not finish in time")??
}

/// Who may come in is settled before anything is opened.
fn check(args: &LogServe, login: bool, tls: bool) -> Result<()> {
    ensure!(
        login || args.listen.ip().is_loopback(),
        "without a name and a password the log listens on this machine only: give --user and \
         --password-file, or a --listen such as 127.0.0.1:2113"
    );
    ensure!(
        tls || !login,
        "clients send a password over TLS only, as they should: give --tls-cert and --tls-key"
    );
    Ok(())
}

fn login(args: &LogServe) -> Result<Option<Login>> {
    let Some((user, file)) = args.user.as_deref().zip(args.password_file.as_deref()) else {
        return Ok(None);
    };
    let password =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let password = password.trim_end_matches(['\r', '\n']);
    ensure!(!password.is_empty(), "{} is empty: put a password into it", file.display());
    Ok(Some(Login::new(user, password)))
}
