//! The gRPC services of the platform, generated from `proto/stc/*/v1/*.proto`.

pub mod access;

/// What is generated, as the packages stand in each other.
mod services {
    include!(concat!(env!("OUT_DIR"), "/services.rs"));
}

pub use services::stc::{
    exercises::v1 as exercises, identity::v1 as identity, monitoring::v1 as monitoring,
    trajectories::v1 as trajectories, v1 as shared,
};

/// Everything above, described: served by reflection and compared with the access tables.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));

/// The wire protocol of KurrentDB, generated from the protos in its official client's package.
#[cfg(feature = "eventstore-wire")]
pub mod eventstore {
    #[expect(clippy::large_enum_variant, reason = "generated; most of what is sent is the largest")]
    mod all {
        include!(concat!(env!("OUT_DIR"), "/eventstore.rs"));
    }

    pub use all::{event_store::client::*, google::rpc};
}
