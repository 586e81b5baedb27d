//! Where a request comes from, for the limit on failed sign-ins.
//!
//! Invariant: a client never chooses its own address: behind a proxy only what the proxy itself
//! added counts, and without one the connection's.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::atomic::{AtomicBool, Ordering},
};

use axum::extract::{ConnectInfo, FromRequestParts};
use http::{HeaderMap, HeaderName, request::Parts};

use crate::{App, headers, problem::Problem};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Where a request comes from.
pub(crate) struct Address(pub(crate) IpAddr);

/// Whether it was said already that the proxy's addresses cannot be read.
#[derive(Default)]
pub(crate) struct Told(AtomicBool);

impl FromRequestParts<App> for Address {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        if !app.config.behind_proxy {
            return Ok(Self(peer));
        }
        let told = forwarded(&parts.headers);
        if told.is_none() && !app.told.0.swap(true, Ordering::Relaxed) {
            // Without the value: it may be somebody's address.
            tracing::warn!(
                "the proxy tells no client address in X-Forwarded-For that can be read: everybody \
                 who comes through it shares one limit on wrong start cards"
            );
        }
        Ok(Self(told.unwrap_or(peer)))
    }
}

/// The address that our own proxy added: the last one. Those before it anybody can make up.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    address(std::str::from_utf8(headers::list(headers, X_FORWARDED_FOR, b',').next_back()?).ok()?)
}

/// An address as proxies write it: bare, with its port, in brackets or quotes, or with a zone.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    let bare = if let Some((bare, port)) = text.strip_prefix('[').and_then(|it| it.split_once(']'))
    {
        // Only IPv6 stands in brackets.
        bare.contains(':').then_some(())?;
        (port.is_empty() || port.strip_prefix(':').is_some_and(is_port)).then_some(bare)?
    } else {
        match text.split_once(':') {
            Some((bare, port)) if !port.contains(':') => is_port(port).then_some(bare)?,
            _ => text,
        }
    };
    bare.split('%').next().unwrap_or(bare).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            let line = http::HeaderValue::from_bytes(line.as_bytes()).unwrap();
            headers.append(X_FORWARDED_FOR, line);
        }
        forwarded(&headers).map(|address| address.to_string())
    }

    #[test]
    fn the_client_is_who_our_own_proxy_saw() {
        let seen = told(&["203.0.113.9", "198.51.100.7, 192.0.2.1"]);
        assert_eq!(seen.as_deref(), Some("192.0.2.1"));
        assert_eq!(told(&[]), None);
    }

    #[test]
    fn an_address_is_read_as_proxies_write_it() {
        for (written, address) in [
            ("198.51.100.7", "198.51.100.7"),
            ("198.51.100.7:50000", "198.51.100.7"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("\"[2001:db8::1]:443\"", "2001:db8::1"),
            ("fe80::1%eth0", "fe80::1"),
            ("[fe80::1%eth0]:443", "fe80::1"),
            ("::ffff:198.51.100.7", "::ffff:198.51.100.7"),
            (" 198.51.100.7:50000 ", "198.51.100.7"),
            ("unknown, 198.51.100.7", "198.51.100.7"),
        ] {
            assert_eq!(told(&[written]).as_deref(), Some(address), "{written}");
        }
    }

    #[test]
    fn what_is_no_address_is_nobodys() {
        for written in [
            "unknown",
            "_hidden",
            "",
            "198.51.100.7,",
            "198.51.100.7:99999",
            "198.51.100.7:x",
            "[198.51.100.7]",
            "[2001:db8::1",
            "[2001:db8::1]x",
            "2001:db8::1:443:1:1:1:1:1",
            "client.example.org",
            "Zoë",
        ] {
            assert_eq!(told(&[written]), None, "{written}");
        }
        assert_eq!(told(&["198.51.100.7", "unknown"]), None, "what stands before it is made up");
    }
}
