//! The operations that stand in REST as they stand in gRPC: read from the descriptors of the `.proto`
//! files, so that nothing about them is written here.
//!
//! Invariant: what the gateway says of such an operation, it does: routes and description are made of
//! the same descriptors.

mod codec;
mod json;
mod openapi;
mod routes;
mod wire;

use std::sync::{Arc, LazyLock};

use contract::Operation;
use prost_reflect::DescriptorPool;

pub(crate) use openapi::describe;
pub(crate) use routes::{read, routes};
pub(crate) use wire::Wire;

/// The contract of the platform.
pub(crate) static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
    DescriptorPool::decode(proto::FILE_DESCRIPTOR_SET).expect("our descriptors were compiled")
});

/// The operations, in the order of the files.
static OPERATIONS: LazyLock<Vec<Arc<Operation>>> =
    LazyLock::new(|| contract::operations(&POOL).into_iter().map(Arc::new).collect());

#[cfg(test)]
mod tests;
