//! The gRPC services of the platform, generated from `proto/stc/*/v1/*.proto`.

/// Centres, people, start cards, sessions, keys.
pub mod identity {
    tonic::include_proto!("stc.identity.v1");
}

/// The catalogue of exercises and a youth's runs.
pub mod exercises {
    tonic::include_proto!("stc.exercises.v1");
}

/// Registration, coach choice, coaching steps.
pub mod trajectories {
    tonic::include_proto!("stc.trajectories.v1");
}

/// The monitoring tables.
pub mod monitoring {
    tonic::include_proto!("stc.monitoring.v1");
}

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
