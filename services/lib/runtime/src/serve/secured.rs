//! A listener that lets in whoever shows a certificate.
//!
//! Invariant: each connection is made with the certificates that count in the moment it comes.

use std::{
    io,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::tls::Tls;

/// How long a caller may take until both know each other.
const HANDSHAKE_SECONDS_MAX: u64 = 10;
/// How many callers may be at that; more wait to be accepted.
const HANDSHAKES_MAX: usize = 1_024;

/// Accepts connections, and answers those whose handshake is done: a slow one holds up no other.
pub struct Secured {
    listener: TcpListener,
    tls: Tls,
    handshakes: JoinSet<io::Result<TlsStream<TcpStream>>>,
}

impl Secured {
    /// Callers come over `listener`, and are known by `tls`.
    pub fn new(listener: TcpListener, tls: Tls) -> Self {
        Self { listener, tls, handshakes: JoinSet::new() }
    }

    pub(super) fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<TlsStream<TcpStream>>> {
        loop {
            while self.handshakes.len() < HANDSHAKES_MAX
                && let Poll::Ready(accepted) = self.listener.poll_accept(cx)
            {
                let (tcp, _) = accepted?;
                self.handshakes.spawn(handshake(tcp, self.tls.clone()));
            }
            match self.handshakes.poll_join_next(cx) {
                Poll::Ready(Some(Ok(Ok(connection)))) => return Poll::Ready(Ok(connection)),
                Poll::Ready(Some(Ok(Err(error)))) => {
                    tracing::debug!(%error, "a caller was not let in");
                }
                Poll::Ready(Some(Err(error))) => tracing::error!(%error, "a handshake broke off"),
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }
}

async fn handshake(tcp: TcpStream, tls: Tls) -> io::Result<TlsStream<TcpStream>> {
    tcp.set_nodelay(true)?;
    let accepted = TlsAcceptor::from(tls.server_config()).accept(tcp);
    timeout(Duration::from_secs(HANDSHAKE_SECONDS_MAX), accepted).await?
}
