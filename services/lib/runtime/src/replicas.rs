//! The way to a service that has replicas: client-side balancing over what its name means in DNS.

use std::{collections::BTreeSet, future::pending, net::SocketAddr, time::Duration};

use tokio::sync::{mpsc, watch};
use tonic::transport::{self, ClientTlsConfig, Endpoint, channel::Change};

use crate::{serve::Channel, telemetry::Called, tls::Tls};

/// How often a service's name is looked up again.
const LOOK_UP_SECONDS: u64 = 5;
/// How long a connection to a replica may take.
const CONNECT_SECONDS_MAX: u64 = 2;
/// A replica that does not answer a ping within the second of these, sent that often, is gone: its
/// machine may have vanished without a word.
const PING_SECONDS: u64 = 5;
const PONG_SECONDS_MAX: u64 = 3;
/// How many replicas that came or went may wait to be taken into account.
const REPLICAS_CHANGED_MAX: usize = 64;

/// A channel over every address that a name has, looked up again and again: replicas that come are
/// called, those that went are not. With certificates each has to show one for that name, and is
/// called with ours that counts now.
pub fn balanced(endpoint: &Endpoint, tls: Option<&Tls>) -> Channel {
    let (channel, replicas) = transport::Channel::balance_channel(REPLICAS_CHANGED_MAX);
    tokio::spawn(look_up(endpoint.uri().clone(), tls.cloned(), replicas));
    Called(channel)
}

async fn look_up(
    uri: http::Uri,
    tls: Option<Tls>,
    replicas: mpsc::Sender<Change<SocketAddr, Endpoint>>,
) {
    let host = uri.host().unwrap_or_default().to_owned();
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    let mut known = BTreeSet::new();
    let mut renewals = tls.as_ref().map(Tls::renewals);
    let mut anew = false;
    loop {
        let found = tokio::net::lookup_host((host.as_str(), port)).await;
        // While the name cannot be looked up, those that are known may still be there.
        let found: BTreeSet<_> = found.map_or_else(|_| known.clone(), Iterator::collect);
        let gone = known.difference(&found).map(|address| Change::Remove(*address));
        // Each goes on with the certificate that it was given, so with a new one all are given anew. A
        // new connection takes the place of the old one when it is made, and what runs there ends there.
        let tls = tls.as_ref().map(|tls| tls.client(&host));
        let come = found
            .iter()
            .filter(|address| anew || !known.contains(address))
            .filter_map(|address| Some(Change::Insert(*address, replica(*address, tls.as_ref())?)));
        for change in gone.chain(come).collect::<Vec<_>>() {
            if replicas.send(change).await.is_err() {
                // Nobody holds the channel any more.
                return;
            }
        }
        known = found;
        anew = tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(LOOK_UP_SECONDS)) => false,
            () = renewed(&mut renewals) => true,
            () = replicas.closed() => return,
        };
    }
}

/// Answers when there is another certificate; without any, never.
async fn renewed<T>(renewals: &mut Option<watch::Receiver<T>>) {
    let is_new = match renewals {
        Some(renewals) => renewals.changed().await.is_ok(),
        None => false,
    };
    if !is_new {
        pending::<()>().await;
    }
}

fn replica(address: SocketAddr, tls: Option<&ClientTlsConfig>) -> Option<Endpoint> {
    let scheme = if tls.is_some() { "https" } else { "http" };
    let replica = Endpoint::from_shared(format!("{scheme}://{address}")).ok()?;
    let replica = replica
        .connect_timeout(Duration::from_secs(CONNECT_SECONDS_MAX))
        .http2_keep_alive_interval(Duration::from_secs(PING_SECONDS))
        .keep_alive_timeout(Duration::from_secs(PONG_SECONDS_MAX))
        .keep_alive_while_idle(true);
    match tls {
        None => Some(replica),
        Some(tls) => replica.tls_config(tls.clone()).ok(),
    }
}
