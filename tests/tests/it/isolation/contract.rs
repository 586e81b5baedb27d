//! The operations of REST that stand in the contract: who may follows from the row of their RPC, and what
//! they take from its message.

use std::sync::LazyLock;

use contract::{Operation, Rules, Verb};
use http::Method;
use kernel::Role;
use prost_reflect::{DescriptorPool, DynamicMessage, SerializeOptions};
use serde_json::Value;

use super::{messages::Things, table::TABLE};

/// The contract of the platform.
pub(super) static POOL: LazyLock<DescriptorPool> =
    LazyLock::new(|| DescriptorPool::decode(proto::FILE_DESCRIPTOR_SET).unwrap());

/// One operation.
pub(crate) struct Derived {
    operation: Operation,
    /// Who may, of people.
    pub(super) roles: Vec<Role>,
}

/// Those that nobody writes by hand.
pub(crate) fn derived() -> Vec<Derived> {
    let alone = contract::operations(&POOL).into_iter().filter(|operation| !operation.composed);
    let with_roles = alone.map(|operation| {
        let row = TABLE.iter().find(|row| row.path() == operation.grpc_path()).unwrap();
        let people = row.roles.iter().copied().filter(|role| Role::PEOPLE.contains(role));
        Derived { roles: people.collect(), operation }
    });
    with_roles.collect()
}

impl Derived {
    /// The method, as OpenAPI writes it.
    pub(super) fn method(&self) -> &'static str {
        match self.operation.verb {
            Verb::Get => "get",
            Verb::Post => "post",
            Verb::Put => "put",
            Verb::Delete => "delete",
        }
    }

    /// The path with its ids in braces.
    pub(super) fn template(&self) -> &str {
        &self.operation.path
    }

    /// A body that would do, if the caller may. A question has none.
    pub(super) fn body(&self, things: &Things) -> Option<Value> {
        self.operation.is_command().then(|| self.told(things).1)
    }

    /// A command that the first of its roles gives about these things: where, and with what.
    pub(crate) fn command(&self, things: &Things) -> Option<(Role, Method, String, Value)> {
        let method = self.method().to_uppercase().parse().unwrap();
        let (path, body) = self.told(things);
        self.operation.is_command().then_some((self.roles[0], method, path, body))
    }

    fn told(&self, things: &Things) -> (String, Value) {
        let input = self.operation.method.input();
        let bytes = things.message(self.operation.method.name(), self.roles[0]);
        let message = DynamicMessage::decode(input.clone(), &*bytes).unwrap();
        let options =
            SerializeOptions::new().skip_default_fields(false).stringify_64_bit_integers(false);
        let json = serde_json::value::Serializer;
        let mut json = message.serialize_with_options(json, &options).unwrap();
        let fields = json.as_object_mut().unwrap();
        let mut path = self.template().to_owned();
        for field in input.fields() {
            let name = field.json_name();
            if self.operation.in_path(&field) {
                let id = fields.remove(name).unwrap();
                path = path.replace(&format!("{{{name}}}"), id.as_str().unwrap());
            } else if Rules::of(&field).language {
                fields.remove(name);
            }
        }
        (path, json)
    }
}
