//! What clients ask before they use the log: who leads, and what we can do.

use eventlog::clock;
use proto::eventstore::{
    Empty,
    gossip::{ClusterInfo, EndPoint, MemberInfo, gossip_server::Gossip, member_info::VNodeState},
    server_features::{SupportedMethod, SupportedMethods, server_features_server::ServerFeatures},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::wire::{IdForm, wire_id};

/// The version of the server whose protocol we speak.
const SPOKEN_VERSION: &str = "24.6.0";
/// The services whose methods clients choose from, as they write them.
const STREAMS: &str = "event_store.client.streams.streams";
const GROUPS: &str = "event_store.client.persistent_subscriptions.persistentsubscriptions";

/// A cluster of one: us.
pub(super) struct Node {
    instance: Uuid,
    address: String,
    port: u16,
}

impl Node {
    pub(super) fn new(address: String, port: u16) -> Self {
        Self { instance: Uuid::new_v4(), address, port }
    }
}

#[tonic::async_trait]
impl Gossip for Node {
    async fn read(&self, _: Request<Empty>) -> Result<Response<ClusterInfo>, Status> {
        let end_point = EndPoint { address: self.address.clone(), port: self.port.into() };
        let member = MemberInfo {
            instance_id: Some(wire_id(self.instance, IdForm::Text)),
            time_stamp: super::wire::ticks(clock::now()),
            state: VNodeState::Leader.into(),
            is_alive: true,
            http_end_point: Some(end_point),
        };
        Ok(Response::new(ClusterInfo { members: vec![member] }))
    }
}

#[tonic::async_trait]
impl ServerFeatures for Node {
    async fn get_supported_methods(
        &self,
        _: Request<Empty>,
    ) -> Result<Response<SupportedMethods>, Status> {
        let method = |service: &str, method: &str, features: &[&str]| SupportedMethod {
            method_name: method.to_owned(),
            service_name: service.to_owned(),
            features: features.iter().map(|&feature| feature.to_owned()).collect(),
        };
        let streams = ["read", "append", "batchappend"].map(|name| method(STREAMS, name, &[]));
        // Groups read the whole log too.
        let on_all = ["create", "update", "delete", "read", "getinfo", "list", "replayparked"]
            .map(|name| method(GROUPS, name, &["stream", "all"]));
        let other = method(GROUPS, "restartsubsystem", &[]);
        let methods = streams.into_iter().chain(on_all).chain([other]).collect();
        let event_store_server_version = SPOKEN_VERSION.to_owned();
        Ok(Response::new(SupportedMethods { methods, event_store_server_version }))
    }
}
