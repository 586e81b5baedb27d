//! Where people find the platform, as it is told when it is ready.
//!
//! Invariant: an address that is told can be opened; an address for every network interface cannot.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Browsers keep a session over https, and over http on the computer itself.
const ELSEWHERE: &str = "Browsers on other computers need https: put a proxy with a certificate \
                         in front, and give its address with --origin https://…";

/// What is told.
#[derive(Debug, PartialEq, Eq)]
pub struct Greeting {
    /// The address for links.
    pub address: String,
    /// What keeps people elsewhere from coming in.
    pub note: Option<&'static str>,
}

impl Greeting {
    /// The platform listens here; `origin` is the address that people use, if it was given.
    pub fn of(listening: SocketAddr, origin: Option<&str>, behind_proxy: bool) -> Self {
        if let Some(origin) = origin {
            return Self { address: origin.trim_end_matches('/').to_owned(), note: None };
        }
        let address =
            format!("http://{}", SocketAddr::new(reached(listening.ip()), listening.port()));
        let elsewhere = !listening.ip().to_canonical().is_loopback() && !behind_proxy;
        Self { address, note: elsewhere.then_some(ELSEWHERE) }
    }
}

/// What listens on every interface is reached on the computer itself.
fn reached(listening: IpAddr) -> IpAddr {
    match listening {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(listening: &str, origin: Option<&str>) -> (String, bool) {
        let Greeting { address, note } = Greeting::of(listening.parse().unwrap(), origin, false);
        (address, note.is_some())
    }

    #[test]
    fn on_the_computer_itself_http_is_enough() {
        assert_eq!(told("127.0.0.1:8080", None), ("http://127.0.0.1:8080".into(), false));
        assert_eq!(told("127.9.9.9:80", None), ("http://127.9.9.9:80".into(), false));
        assert_eq!(told("[::1]:8080", None), ("http://[::1]:8080".into(), false));
        assert!(!told("[::ffff:127.0.0.1]:80", None).1);
    }

    #[test]
    fn whoever_listens_for_others_hears_that_browsers_need_https() {
        assert_eq!(told("0.0.0.0:8477", None), ("http://127.0.0.1:8477".into(), true));
        assert_eq!(told("[::]:8477", None), ("http://[::1]:8477".into(), true));
        assert_eq!(told("192.168.1.20:80", None), ("http://192.168.1.20:80".into(), true));
    }

    #[test]
    fn an_origin_or_a_proxy_is_where_https_is() {
        let origin = Some("https://start.example.org/");
        assert_eq!(told("0.0.0.0:8080", origin), ("https://start.example.org".into(), false));
        let behind = Greeting::of("0.0.0.0:8080".parse().unwrap(), None, true);
        assert_eq!((behind.address.as_str(), behind.note), ("http://127.0.0.1:8080", None));
    }
}
