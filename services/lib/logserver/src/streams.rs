//! The streams service: reads, subscriptions, appends. Nothing is ever deleted.

use std::sync::Arc;

use eventlog::EventLog;
use futures::{StreamExt, stream};
use proto::eventstore::streams::{
    AppendReq, AppendResp, BatchAppendReq, DeleteReq, DeleteResp, ReadReq, TombstoneReq,
    TombstoneResp, streams_server::Streams,
};
use tokio::sync::watch;
use tonic::{Request, Response, Status, Streaming};

use super::{
    append::append,
    batch::{Answers, batches},
    read::{Responses, read},
    stopped, stopping,
};

/// The log behind the service.
pub(super) struct LogStreams {
    log: Arc<dyn EventLog>,
    stop: watch::Receiver<bool>,
}

impl LogStreams {
    pub(super) fn new(log: Arc<dyn EventLog>, stop: watch::Receiver<bool>) -> Self {
        Self { log, stop }
    }
}

#[tonic::async_trait]
impl Streams for LogStreams {
    type ReadStream = Responses;
    type BatchAppendStream = Answers;

    async fn read(&self, request: Request<ReadReq>) -> Result<Response<Responses>, Status> {
        let request = request.into_inner();
        let subscription = is_subscription(&request);
        let responses = read(self.log.clone(), request).await?;
        if !subscription {
            return Ok(Response::new(responses));
        }
        // A subscription without an error at its end would make clients wait for good.
        let end = stream::iter([Err(stopping())]);
        let stop = stopped(self.stop.clone());
        Ok(Response::new(responses.take_until(stop).chain(end).boxed()))
    }

    async fn append(
        &self,
        request: Request<Streaming<AppendReq>>,
    ) -> Result<Response<AppendResp>, Status> {
        append(&*self.log, request.into_inner()).await.map(Response::new)
    }

    async fn batch_append(
        &self,
        request: Request<Streaming<BatchAppendReq>>,
    ) -> Result<Response<Answers>, Status> {
        // No more requests are read then; those in flight are answered, and the end says why.
        let requests = request.into_inner().take_until(stopped(self.stop.clone()));
        let stop = self.stop.clone();
        let end = stream::iter([()]).filter_map(move |()| {
            let stops = *stop.borrow();
            async move { stops.then(|| Err(stopping())) }
        });
        Ok(Response::new(batches(self.log.clone(), requests).chain(end).boxed()))
    }

    async fn delete(&self, _: Request<DeleteReq>) -> Result<Response<DeleteResp>, Status> {
        Err(append_only())
    }

    async fn tombstone(&self, _: Request<TombstoneReq>) -> Result<Response<TombstoneResp>, Status> {
        Err(append_only())
    }
}

fn is_subscription(request: &ReadReq) -> bool {
    use proto::eventstore::streams::read_req::options::CountOption;
    let count = request.options.as_ref().and_then(|options| options.count_option.as_ref());
    matches!(count, Some(CountOption::Subscription(_)))
}

fn append_only() -> Status {
    Status::failed_precondition(
        "the log is append-only: correct with a new event, erase by destroying a key",
    )
}
