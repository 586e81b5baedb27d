//! Calling a method by its descriptor: bytes there and back.

use std::sync::Arc;

use bytes::{Buf, BufMut, Bytes};
use contract::Operation;
use eventlog::Position;
use http::uri::PathAndQuery;
use kernel::TenantId;
use prost::Message;
use prost_reflect::DynamicMessage;
use runtime::serve::Channel;
use tonic::{
    Request, Response, Status,
    client::Grpc,
    codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder},
};

use crate::{
    Clients,
    rpc::{Command, Query, Rpc},
    shards::Reach,
};

/// A request of an operation that was read from JSON.
#[derive(Clone)]
pub(crate) struct Transcoded {
    pub(crate) operation: Arc<Operation>,
    pub(crate) message: DynamicMessage,
}

impl Rpc for Transcoded {
    type Answer = DynamicMessage;

    async fn send(
        request: Request<Self>,
        clients: &Clients,
        centre: Option<&TenantId>,
    ) -> Result<Response<DynamicMessage>, Status> {
        let (metadata, extensions, Self { operation, message }) = request.into_parts();
        let channel = reach(clients, &operation, centre)?;
        let mut client = Grpc::new(channel);
        client.ready().await.map_err(|_| Status::unavailable("the service is not reachable"))?;
        let path = PathAndQuery::try_from(operation.grpc_path());
        let path = path.map_err(|_| Status::internal("a method without a path"))?;
        let request =
            Request::from_parts(metadata, extensions, Bytes::from(message.encode_to_vec()));
        let answer: Response<Bytes> = client.unary(request, path, Raw).await?;
        let (metadata, bytes, extensions) = answer.into_parts();
        let answer = DynamicMessage::decode(operation.method.output(), bytes)
            .map_err(|_| Status::internal("an answer that is no message"))?;
        Ok(Response::from_parts(metadata, answer, extensions))
    }
}

impl Query for Transcoded {}

impl Command for Transcoded {
    fn position(answer: &DynamicMessage) -> Position {
        let position = answer.get_field_by_name("position");
        position.and_then(|position| position.as_u64()).map_or(Position::START, Position::at)
    }
}

/// The service of an operation, where it answers for a centre.
fn reach(
    clients: &Clients,
    operation: &Operation,
    centre: Option<&TenantId>,
) -> Result<Channel, Status> {
    match operation.method.parent_service().package_name() {
        "stc.identity.v1" => clients.identity.reach(centre),
        "stc.exercises.v1" => clients.exercises.reach(centre),
        "stc.trajectories.v1" => clients.trajectories.reach(centre),
        "stc.monitoring.v1" => clients.monitoring.reach(centre),
        _ => Err(Status::unimplemented("no such service")),
    }
}

/// Messages as the bytes that they are.
struct Raw;

impl Codec for Raw {
    type Encode = Bytes;
    type Decode = Bytes;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Raw {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, bytes: Bytes, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put(bytes);
        Ok(())
    }
}

impl Decoder for Raw {
    type Item = Bytes;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Bytes>, Status> {
        Ok(Some(buffer.copy_to_bytes(buffer.remaining())))
    }
}
