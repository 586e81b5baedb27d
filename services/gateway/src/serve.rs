//! Connections: accepted up to a limit, and finished within a limit when the gateway stops.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
};
use tower::ServiceExt;

/// Open connections; more wait until one closes.
const CONNECTIONS_MAX: usize = 4096;
/// How long a client may take to send the headers of its next request.
const HEADERS_SECONDS: u64 = 60;
/// Requests that one HTTP/2 connection may have open.
const STREAMS_MAX: u32 = 100;
/// How long requests may take to finish after the gateway was told to stop.
const DRAIN_SECONDS: u64 = 10;
/// Pause when the machine has no more file handles.
const ACCEPT_PAUSE_MILLISECONDS: u64 = 50;

/// Accepts connections until `stop` is set, then drains them.
pub(crate) async fn run(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let server = server();
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        let (stream, peer, place) = tokio::select! {
            accepted = accept(&listener, &room) => match accepted {
                Some(accepted) => accepted,
                None => continue,
            },
            _ = stop.wait_for(|stop| *stop) => break,
        };
        // Each request knows from which address its connection came.
        let router = router.clone().map_request(move |mut request: http::Request<_>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request
        });
        let connection = server
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router))
            .into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is the client's business.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let drained = tokio::time::timeout(Duration::from_secs(DRAIN_SECONDS), graceful.shutdown());
    if drained.await.is_err() {
        tracing::warn!("requests were still running at the end of the drain time");
    }
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = room.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => {
            let _ = stream.set_nodelay(true);
            Some((stream, peer, place))
        }
        Err(error) => {
            tracing::warn!(kind = ?error.kind(), "a connection could not be accepted");
            tokio::time::sleep(Duration::from_millis(ACCEPT_PAUSE_MILLISECONDS)).await;
            None
        }
    }
}

fn server() -> auto::Builder<TokioExecutor> {
    let patience = Duration::from_secs(HEADERS_SECONDS);
    let mut server = auto::Builder::new(TokioExecutor::new());
    server.http1().timer(TokioTimer::new()).header_read_timeout(patience);
    server
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(patience)
        .max_concurrent_streams(STREAMS_MAX);
    server
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn ask(address: SocketAddr) -> std::io::Result<TcpStream> {
        let mut client = TcpStream::connect(address).await?;
        client.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await?;
        Ok(client)
    }

    #[tokio::test]
    async fn a_running_request_is_answered_after_the_stop_and_a_new_one_is_not_taken() {
        let (begin, mut requests) = tokio::sync::mpsc::channel::<SocketAddr>(1);
        let (stop, stopped) = watch::channel(false);
        let mut told = stopped.clone();
        let handler = move |ConnectInfo(peer): ConnectInfo<SocketAddr>| {
            let begin = begin.clone();
            async move {
                begin.send(peer).await.unwrap();
                told.wait_for(|stop| *stop).await.unwrap();
                "done"
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(run(listener, Router::new().route("/", get(handler)), stopped));
        let mut client = ask(address).await.unwrap();
        assert_eq!(requests.recv().await, client.local_addr().ok());
        stop.send(true).unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
        server.await.unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
