//! Where connections come from: other processes, with certificates or without, or this one.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use futures::Stream;
#[cfg(feature = "apart")]
use rustls::pki_types::CertificateDer;
#[cfg(feature = "apart")]
use std::sync::Arc;
use tokio::{
    io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
#[cfg(feature = "apart")]
use tokio_rustls::server::TlsStream;
use tonic::transport::{Endpoint, server::Connected};

use super::Channel;
#[cfg(feature = "apart")]
use super::secured::Secured;
use crate::telemetry::Called;

/// Buffer of an in-process connection.
const PIPE_BYTES: usize = 256 * 1024;
/// In-process connections that may wait to be accepted.
const PIPES_WAITING_MAX: usize = 64;

/// A connection of any transport.
pub enum Connection {
    /// From another process.
    Tcp(TcpStream),
    /// From another process that showed a certificate.
    #[cfg(feature = "apart")]
    Tls(Box<TlsStream<TcpStream>>),
    /// From this process.
    Pipe(DuplexStream),
}

/// Where a service takes its connections from.
pub enum Listener {
    /// Other processes.
    Tcp(TcpListener),
    /// Other processes that show a certificate.
    #[cfg(feature = "apart")]
    Tls(Secured),
    /// This process.
    Pipe(mpsc::Receiver<DuplexStream>),
}

/// A listener inside the process and the channel that reaches it.
pub fn in_process() -> (Listener, Channel) {
    let (connect, pipes) = mpsc::channel::<DuplexStream>(PIPES_WAITING_MAX);
    let connector = tower::service_fn(move |_: http::Uri| {
        let connect = connect.clone();
        async move {
            let (near, far) = tokio::io::duplex(PIPE_BYTES);
            let gone = |_| io::Error::from(io::ErrorKind::ConnectionRefused);
            connect.send(far).await.map_err(gone)?;
            Ok::<_, io::Error>(hyper_util::rt::TokioIo::new(near))
        }
    });
    let endpoint = Endpoint::from_static("http://in-process");
    (Listener::Pipe(pipes), Called(endpoint.connect_with_connector_lazy(connector)))
}

impl Stream for Listener {
    type Item = io::Result<Connection>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut *self {
            Self::Tcp(listener) => listener.poll_accept(cx).map(|accepted| {
                let connection = |(tcp, _): (TcpStream, _)| {
                    tcp.set_nodelay(true)?;
                    Ok(Connection::Tcp(tcp))
                };
                Some(accepted.and_then(connection))
            }),
            #[cfg(feature = "apart")]
            Self::Tls(secured) => secured
                .poll_accept(cx)
                .map(|accepted| Some(accepted.map(|tls| Connection::Tls(Box::new(tls))))),
            Self::Pipe(pipes) => {
                pipes.poll_recv(cx).map(|pipe| pipe.map(|pipe| Ok(Connection::Pipe(pipe))))
            }
        }
    }
}

/// The certificates that a caller showed, their own one first; none where nobody has to show any.
#[derive(Clone, Default)]
pub struct Shown(#[cfg(feature = "apart")] pub(crate) Arc<[CertificateDer<'static>]>);

impl Connected for Connection {
    type ConnectInfo = Shown;

    fn connect_info(&self) -> Shown {
        match self {
            #[cfg(feature = "apart")]
            Self::Tls(tls) => {
                let (_, connection) = tls.get_ref();
                Shown(connection.peer_certificates().unwrap_or_default().into())
            }
            Self::Tcp(_) | Self::Pipe(_) => Shown::default(),
        }
    }
}

impl Listener {
    /// Whether it lets nobody in without a certificate.
    pub(super) fn wants_certificates(&self) -> bool {
        match self {
            #[cfg(feature = "apart")]
            Self::Tls(_) => true,
            Self::Tcp(_) | Self::Pipe(_) => false,
        }
    }
}

/// What every transport can do.
trait Io: AsyncRead + AsyncWrite + Unpin {}

impl<T: AsyncRead + AsyncWrite + Unpin> Io for T {}

impl Connection {
    fn io(self: Pin<&mut Self>) -> Pin<&mut dyn Io> {
        match self.get_mut() {
            Self::Tcp(tcp) => Pin::new(tcp),
            #[cfg(feature = "apart")]
            Self::Tls(tls) => Pin::new(tls),
            Self::Pipe(pipe) => Pin::new(pipe),
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.io().poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.io().poll_write(cx, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.io().poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.io().poll_shutdown(cx)
    }
}
