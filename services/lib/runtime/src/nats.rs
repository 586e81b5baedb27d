//! NATS JetStream: carries the log to other processes.
//!
//! Invariant: NATS is never the only copy of anything. What the relay published can be wiped at
//! any time; the relay publishes it again, and consumers skip what they have seen.

mod cloud_event;
mod consumer;
mod relay;

use std::{fmt::Display, time::Duration};

use async_nats::{
    ConnectErrorKind, ConnectOptions, ServerAddr,
    jetstream::{
        Context,
        context::ContextBuilder,
        stream::{Config, Stream},
    },
};
use eventlog::{Filter, LogError, Position, retry::pause};
use percent_encoding::percent_decode_str;

pub use consumer::{Counts, consume};
pub use relay::{Progress, relay};

pub(crate) use consumer::react;

use crate::tls::{Files, Tls};

/// The stream of every event; its subjects are `stc.{tenant}.{kind}.{EventType}`.
pub const STREAM: &str = "STC";
/// The stream of deliveries put aside; its subjects are `parked.{durable}.` and the event's own.
pub const PARKED_STREAM: &str = "STC_PARKED";

/// How JetStream writes that there is no limit.
const UNLIMITED: i64 = -1;
/// How many published events may wait for their acknowledgement.
const WINDOW_EVENTS_MAX: usize = 512;
/// How many deliveries put aside are kept; older ones fall out.
const PARKED_EVENTS_MAX: i64 = 100_000;
/// How long JetStream refuses a second copy of an event by its id alone.
const DUPLICATES_SECONDS: u64 = 120;
/// How long an answer of NATS may take.
const ANSWER_SECONDS_MAX: u64 = 5;
/// How often a silent connection is tried; two silences end it.
const PING_SECONDS: u64 = 2;

/// How to reach NATS.
#[derive(Clone)]
pub struct Settings {
    servers: Vec<ServerAddr>,
    /// User and password, decoded.
    login: Option<(String, String)>,
    replicas: usize,
    /// Certificates, read anew for each connection.
    tls: Option<Files>,
}

/// Why NATS does not carry the log. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum NatsError {
    /// The setting is no list of addresses.
    #[error(
        "give NATS as nats://user:password@host:port, with certificates (--tls-ca) as tls://…, \
         several separated by commas, and user and password percent-encoded (%40 for @)"
    )]
    Address,
    /// JetStream keeps one copy, or enough to outvote one that fails.
    #[error("give 1 replica, or 3 on a cluster of at least three")]
    Replicas,
    /// NATS answers, and does not let us in.
    #[error("NATS refuses: {0}: see to user, password and certificates")]
    Denied(String),
    /// What was published last is not what the log has in that place.
    #[error("stream {STREAM} holds another log's events at position {0}: delete the stream")]
    OtherLog(Position),
    /// More was published than this log has, so far.
    #[error("stream {STREAM} is at position {0}, ahead of the log: wait, or delete the stream")]
    Ahead(Position),
    /// Published events are missing. The stream is made again and filled from the log.
    #[error("stream {STREAM} lost events: it is made again from the log")]
    Lost,
    /// Somebody else published in between. The checkpoint is read again.
    #[error("stream {STREAM} moved: run one relay only")]
    Moved,
    /// NATS does not answer as it should.
    #[error("NATS does not answer: {0}")]
    Unavailable(String),
    /// The log cannot be read.
    #[error(transparent)]
    Log(#[from] LogError),
}

impl Settings {
    /// `servers` is a list of `nats://user:password@host:port`, separated by commas; user and
    /// password, percent-encoded, are the first one's. With certificates it is `tls://…`, and the servers have to
    /// show theirs. `replicas` is 1 or 3.
    ///
    /// # Errors
    ///
    /// [`NatsError::Address`] or [`NatsError::Replicas`].
    pub fn new(servers: &str, replicas: usize, tls: Option<&Tls>) -> Result<Self, NatsError> {
        let servers: Vec<ServerAddr> = servers
            .split(',')
            .map(|server| server.trim().parse().map_err(|_| NatsError::Address))
            .collect::<Result<_, _>>()?;
        let scheme = if tls.is_some() { "tls" } else { "nats" };
        if !servers.iter().all(|server| is_plain(server, scheme)) {
            return Err(NatsError::Address);
        }
        let login = servers.first().map(login).transpose()?.flatten();
        let tls = tls.map(|tls| tls.files().clone());
        match replicas {
            1 | 3 => Ok(Self { servers, login, replicas, tls }),
            _ => Err(NatsError::Replicas),
        }
    }

    /// Asks once whether NATS lets us in. As long as it does not answer nobody knows, and that is no
    /// error: what needs NATS waits for it.
    ///
    /// # Errors
    ///
    /// [`NatsError::Denied`].
    pub async fn check(&self) -> Result<(), NatsError> {
        use ConnectErrorKind::{Authentication, AuthorizationViolation, Tls};
        match self.options("stc-check").connect(self.servers.as_slice()).await {
            Err(error) if matches!(error.kind(), Authentication | AuthorizationViolation | Tls) => {
                Err(NatsError::Denied(error.to_string()))
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Connects, now or as soon as NATS is there.
    async fn connect(&self, name: &str) -> Result<Context, NatsError> {
        let options = self.options(name).retry_on_initial_connect();
        let client = options.connect(self.servers.as_slice()).await.map_err(failed)?;
        let answer = Duration::from_secs(ANSWER_SECONDS_MAX);
        let context = ContextBuilder::new().timeout(answer).ack_timeout(answer);
        // Acknowledgements that nobody waits for any more still have a place for a while.
        Ok(context.max_ack_inflight(2 * WINDOW_EVENTS_MAX).build(client))
    }

    fn options(&self, name: &str) -> ConnectOptions {
        let options = ConnectOptions::new()
            .name(name)
            .ping_interval(Duration::from_secs(PING_SECONDS))
            .request_timeout(Some(Duration::from_secs(ANSWER_SECONDS_MAX)))
            .reconnect_delay_callback(pause);
        let options = match self.tls.clone() {
            Some(Files { authority, certificate, key }) => options
                .require_tls(true)
                .add_root_certificates(authority)
                .add_client_certificate(certificate, key),
            None => options,
        };
        match self.login.clone() {
            Some((user, password)) => options.user_and_password(user, password),
            None => options,
        }
    }

    /// The stream of events, and beside it the one of deliveries put aside. Both are the relay's to
    /// make and to bring to its settings: it alone knows how many copies there are to be.
    async fn make_streams(&self, nats: &Context) -> Result<Stream, NatsError> {
        brought(nats, PARKED_STREAM, |parked| {
            parked.subjects = vec!["parked.>".to_owned()];
            parked.num_replicas = self.replicas;
            parked.max_messages = PARKED_EVENTS_MAX;
        })
        .await?;
        brought(nats, STREAM, |events| {
            events.subjects = vec!["stc.>".to_owned()];
            events.num_replicas = self.replicas;
            events.duplicate_window = Duration::from_secs(DUPLICATES_SECONDS);
            // A hole is a loss, never somebody's intention; so is a beginning that falls out.
            events.deny_delete = true;
            events.max_age = Duration::ZERO;
            (events.max_messages, events.max_bytes) = (UNLIMITED, UNLIMITED);
            events.max_messages_per_subject = UNLIMITED;
        })
        .await
    }
}

/// The stream of this name, made or brought to these settings. What somebody set beside them stays.
/// Where NATS does not change it, because a node is away perhaps, it is used as it is: the log says so,
/// and every start tries again.
async fn brought(
    nats: &Context,
    name: &str,
    settle: impl Fn(&mut Config),
) -> Result<Stream, NatsError> {
    let mut config = Config { name: name.to_owned(), ..Config::default() };
    settle(&mut config);
    let stream = nats.get_or_create_stream(config).await.map_err(failed)?;
    let is = &stream.cached_info().config;
    let mut config = is.clone();
    settle(&mut config);
    if config == *is {
        return Ok(stream);
    }
    match nats.update_stream(&config).await {
        Ok(_) => tracing::info!(stream = name, "the stream is brought to its settings"),
        Err(error) => tracing::error!(
            stream = name,
            %error,
            "NATS keeps the stream as it was, not as it is set: see to its nodes and permissions, \
             then restart the relay"
        ),
    }
    nats.get_stream(name).await.map_err(failed)
}

/// Whether an address has this scheme and a host, and nothing that nobody would look at.
fn is_plain(server: &ServerAddr, scheme: &str) -> bool {
    let url = server.clone().into_inner();
    let rest = url.query().or(url.fragment()).is_none() && matches!(url.path(), "" | "/");
    url.scheme() == scheme && rest && !server.host().is_empty()
}

/// User and password of an address, decoded: the client hands them on as they stand there.
fn login(server: &ServerAddr) -> Result<Option<(String, String)>, NatsError> {
    let decoded = |text| match percent_decode_str(text).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(NatsError::Address),
    };
    match (server.username(), server.password()) {
        (Some(user), Some(password)) => Ok(Some((decoded(user)?, decoded(password)?))),
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(NatsError::Address),
    }
}

/// The subjects under which what a filter lets through is published.
fn subjects(filter: &Filter) -> Vec<String> {
    let any = |names: &[&'static str]| if names.is_empty() { vec!["*"] } else { names.to_vec() };
    let tenant = filter.tenant.as_ref().map_or("*", |tenant| tenant.as_str());
    let (kinds, names) = (any(&filter.kinds), any(&filter.names));
    let each = |kind| names.iter().map(move |name| format!("stc.{tenant}.{kind}.{name}"));
    kinds.into_iter().flat_map(each).collect()
}

fn failed(error: impl Display) -> NatsError {
    NatsError::Unavailable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_names_its_subjects() {
        assert_eq!(subjects(&Filter::default()), ["stc.*.*.*"]);
        let tenant = "lsc07".parse().ok();
        let filter = Filter { kinds: vec!["person", "run"], names: vec!["SignedIn"], tenant };
        assert_eq!(subjects(&filter), ["stc.lsc07.person.SignedIn", "stc.lsc07.run.SignedIn"]);
    }

    #[test]
    fn a_wrong_setting_says_what_to_write() {
        let new = |servers, replicas| Settings::new(servers, replicas, None);
        assert!(matches!(new("::", 1), Err(NatsError::Address)));
        assert!(matches!(new("nats://one, tls://two", 1), Err(NatsError::Address)));
        for wrong in [
            "",
            "nats://",
            "nats://:4222",
            "nats://one:4222,",
            "ws://one:4222",
            "http://one:4222",
            "nats://one:4222/path",
            "nats://one:4222?tls=true",
            "nats://p@ss#1:secret@one",
            "nats://stc@one:4222",
            "nats://stc:%FF@one:4222",
        ] {
            assert!(matches!(new(wrong, 1), Err(NatsError::Address)), "{wrong}");
        }
        assert!(matches!(new("nats://localhost", 2), Err(NatsError::Replicas)));
        assert!(new("nats://stc:secret@one:4222, two", 3).is_ok());
    }

    #[test]
    fn user_and_password_are_percent_encoded() {
        let login = |servers| Settings::new(servers, 1, None).unwrap().login.unwrap();
        let of = |user: &str, password: &str| (user.to_owned(), password.to_owned());
        assert_eq!(login("nats://relay:p%40ss%231@one:4222"), of("relay", "p@ss#1"));
        assert_eq!(login("nats://re%2Clay:%25%C3%AB@one, two"), of("re,lay", "%\u{eb}"));
        assert_eq!(login("nats://relay:p@ss@one:4222"), of("relay", "p@ss"));
    }
}
