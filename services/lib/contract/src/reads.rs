//! What an operation tells of young people: the option `stc.v1.reads` of its method.

use std::collections::BTreeMap;

use prost_reflect::{DescriptorPool, Kind, MethodDescriptor, ReflectMessage};

use crate::{
    operations::{Operation, operations},
    rules::words,
    words::lower_camel,
};

const READS: &str = "stc.v1.reads";

/// What the answer of an operation tells of young people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Nothing is said about that.
    Unsaid,
    /// Nothing.
    Nothing,
    /// This, as the list `ReadKind` has it.
    Of(String),
    /// It changes something: that stands in the log anyway.
    Changes,
}

/// What each operation tells, by its path in gRPC.
pub fn reads(pool: &DescriptorPool) -> BTreeMap<String, Reads> {
    let commands = operations(pool).into_iter().filter(Operation::is_command);
    let commands: Vec<_> = commands.map(|operation| operation.grpc_path()).collect();
    let methods = pool.services().flat_map(|service| service.methods().collect::<Vec<_>>());
    let of = |method: MethodDescriptor| {
        let path = format!("/{}/{}", method.parent_service().full_name(), method.name());
        let reads = if commands.contains(&path) { Reads::Changes } else { said(pool, &method) };
        (path, reads)
    };
    methods.map(of).collect()
}

fn said(pool: &DescriptorPool, method: &MethodDescriptor) -> Reads {
    let (Some(extension), options) = (pool.get_extension_by_name(READS), method.options()) else {
        return Reads::Unsaid;
    };
    if !options.has_extension(&extension) {
        return Reads::Unsaid;
    }
    let said = options.get_extension(&extension);
    let what = said.as_message().and_then(|said| {
        let field = said.descriptor().get_field_by_name("what")?;
        let Kind::Enum(list) = field.kind() else { return None };
        words(&list, &said.get_field(&field)).filter(|_| said.has_field(&field))
    });
    what.map_or(Reads::Nothing, |what| Reads::Of(lower_camel(&what)))
}
