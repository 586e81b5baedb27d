//! Addresses among the settings, read before anything starts.
//!
//! Invariant: a setting that is an address is one, or the process does not start and names it. What
//! would be left out of an address silently is refused.

use std::ffi::OsString;

use anyhow::{Context, Result, anyhow, ensure};
use tonic::transport::Endpoint;
use url::{Host, Url};

use crate::Setting;

/// Where OpenTelemetry's own settings say that a collector is.
const COLLECTORS: [&str; 3] = [
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
];

/// Scheme, host and perhaps a port, as browsers write an origin.
///
/// # Errors
///
/// It is something else, or more; the message says what to give.
pub fn origin(text: &str) -> Result<String> {
    let origin = || {
        let (scheme, rest) = text.strip_suffix('/').unwrap_or(text).split_once("://")?;
        let web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        let more =
            |sign: char| "/\\?#@".contains(sign) || sign.is_whitespace() || sign.is_control();
        if !web || rest.is_empty() || rest.ends_with(':') || rest.contains(more) {
            return None;
        }
        let url = Url::parse(text).ok()?;
        let named = match url.host()? {
            Host::Domain(name) => {
                name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._".contains(&it))
            }
            Host::Ipv4(_) | Host::Ipv6(_) => true,
        };
        (named && url.port() != Some(0)).then(|| url.origin().ascii_serialization())
    };
    origin().context(
        "give http:// or https://, a host and perhaps a port, and nothing else, such as \
         https://start.example.org",
    )
}

/// The same, for a service that is called there.
///
/// # Errors
///
/// As [`origin`].
pub fn endpoint(text: &str) -> Result<Endpoint> {
    Ok(Endpoint::from_shared(origin(text)?)?)
}

/// Whether the vault is a file; otherwise it is the address of a `PostgreSQL`.
///
/// # Errors
///
/// It is the address of something else.
pub fn is_file(vault: &str) -> Result<bool> {
    match vault.split_once("://") {
        None => Ok(true),
        Some(("postgres" | "postgresql", _)) => Ok(false),
        Some(_) => {
            Err(anyhow!("give postgres://name:password@host/database, or a file without scheme"))
        }
    }
}

/// Sees whether OpenTelemetry's addresses are any.
///
/// # Errors
///
/// One is not.
pub fn collectors(variable: impl Fn(&'static str) -> Option<OsString>) -> Result<()> {
    for name in COLLECTORS {
        let given = variable(name).filter(|given| !given.is_empty());
        if let Some(given) = given {
            let text = given.to_str().context("it is no text").context(Setting(name))?;
            origin(text).context(Setting(name))?;
        }
    }
    Ok(())
}

/// A host and a port that clients are told.
///
/// # Errors
///
/// It is something else.
pub fn host_and_port(text: &str) -> Result<(String, u16)> {
    let parts = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
    let (host, port) = parts.context("give a host and a port, such as log.example:2113")?;
    ensure!(
        port > 0 && origin(&format!("http://{text}")).is_ok(),
        "give a host and a port, such as log.example:2113"
    );
    Ok((host.to_owned(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_perhaps_a_port() {
        for (given, origin_of) in [
            ("https://start.example.org", "https://start.example.org"),
            ("https://start.example.org/", "https://start.example.org"),
            ("HTTPS://Start.Example.org:443", "https://start.example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080"),
            ("http://identity_1:8081", "http://identity_1:8081"),
            ("https://zoë.example", "https://xn--zo-ija.example"),
        ] {
            assert_eq!(origin(given).ok().as_deref(), Some(origin_of), "{given}");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for wrong in [
            "",
            " ",
            "/",
            "start.example.org",
            "start.example.org:8080",
            "//start.example.org",
            "https:start.example.org",
            "https:/start.example.org",
            "https:///start.example.org",
            "https://",
            "https:///",
            "https://:8080",
            "https://start.example.org:",
            "https://start.example.org:0",
            "https://start.example.org:65536",
            "https://start.example.org:https",
            "https://start.example.org//",
            "https://start.example.org/app/",
            "https://start.example.org/app",
            "https://start.example.org?a",
            "https://start.example.org/?a",
            "https://start.example.org#a",
            "https://start.example.org/#a",
            "https://name:password@start.example.org",
            "https://@start.example.org",
            "https://start.example.org\\a",
            " https://start.example.org",
            "https://start.example.org ",
            "https://start .example.org",
            "https://start.example.org\n",
            "https://*.example.org",
            "https://{host}",
            "https://[::1",
            "ftp://x",
            "ws://start.example.org",
            "not a url",
            "javascript:alert(1)",
            "javascript://alert(1)",
            "https://https://start.example.org",
        ] {
            assert!(origin(wrong).is_err(), "{wrong:?}");
            assert!(endpoint(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_vault_is_a_file_or_a_postgresql() {
        assert!(is_file("data/vault.db").unwrap());
        assert!(is_file("postgres.db").unwrap());
        assert!(!is_file("postgresql://stc@localhost/vault").unwrap());
        for wrong in ["mysql://stc@localhost/vault", "Postgres://stc@localhost", "file:///vault.db"]
        {
            assert!(is_file(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_collector_is_an_address_or_not_given() {
        let given = |value: &'static str| collectors(move |_| Some(value.into()));
        assert!(collectors(|_| None).is_ok());
        assert!(given("").is_ok());
        assert!(given("http://collector:4317").is_ok());
        for wrong in ["collector:4317", "grpc://collector:4317", "http://"] {
            let error = given(wrong).unwrap_err();
            assert!(error.to_string().contains(COLLECTORS[0]), "{wrong}");
        }
    }

    #[test]
    fn clients_are_told_a_host_and_a_port() {
        assert_eq!(host_and_port("log.example:2113").ok(), Some(("log.example".to_owned(), 2113)));
        for wrong in ["", ":2113", "log", "log:0", "log:x", "http://log:2113", "a b:1", "::1:2113"]
        {
            assert!(host_and_port(wrong).is_err(), "{wrong}");
        }
    }
}
