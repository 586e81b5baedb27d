//! Messages of the contract inside answers that are put together by hand: read, written and described as
//! the contract says, so that a field more needs nothing here.

use std::borrow::Cow;

use prost::{Message, Name};
use prost_reflect::{DynamicMessage, MessageDescriptor};
use serde::{Serialize, Serializer, ser};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use super::{
    POOL,
    json::Shown,
    openapi::{Schemas, name_of},
};

/// A message of the contract.
pub(crate) struct Wire<M>(pub(crate) M);

fn descriptor<M: Name>() -> MessageDescriptor {
    let found = POOL.get_message_by_name(&M::full_name());
    found.expect("what was generated from the contract is in it")
}

impl<M: Message + Name> Serialize for Wire<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut message = DynamicMessage::new(descriptor::<M>());
        message.transcode_from(&self.0).map_err(ser::Error::custom)?;
        Shown { message, without: None }.serialize(serializer)
    }
}

impl<M: Name> PartialSchema for Wire<M> {
    fn schema() -> RefOr<Schema> {
        let mut schemas = Schemas::default();
        schemas.of_message(&descriptor::<M>(), false);
        let done = schemas.done.remove(&*Self::name());
        done.expect("a message's schema has the message's name")
    }
}

impl<M: Name> ToSchema for Wire<M> {
    fn name() -> Cow<'static, str> {
        name_of(&descriptor::<M>()).into()
    }

    fn schemas(all: &mut Vec<(String, RefOr<Schema>)>) {
        let mut schemas = Schemas::default();
        schemas.of_message(&descriptor::<M>(), false);
        all.extend(schemas.done);
    }
}
