//! The operations that stand in REST as they stand in gRPC: those with `google.api.http`.

use prost_reflect::{DescriptorPool, FieldDescriptor, Kind, MessageDescriptor, MethodDescriptor};

use crate::{
    codes::comment,
    rules::{text, words},
    words::lower_camel,
};

const HTTP: &str = "google.api.http";
const OPERATION: &str = "stc.v1.operation";
/// The field of an answer that says from which log position on a command's effect can be read.
const POSITION: &str = "position";

/// The method of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Asks, and changes nothing.
    Get,
    /// Commands.
    Post,
    /// Commands; the address names what will be there.
    Put,
    /// Commands an end.
    Delete,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method of gRPC.
    pub method: MethodDescriptor,
    /// The name, such as `withdrawStep`.
    pub id: String,
    /// What it does, from its comment.
    pub about: String,
    /// The method of HTTP.
    pub verb: Verb,
    /// The address, such as `/youths/{youth}/steps/{step}/withdrawal`.
    pub path: String,
    /// The field of the answer that is the body; none: the answer without its position.
    pub body: Option<FieldDescriptor>,
    /// Names of the reasons why it can be refused, beside what holds for all operations.
    pub refusals: Vec<String>,
    /// Whether something new is there afterwards.
    pub creates: bool,
    /// Whether the gateway puts the answer together.
    pub composed: bool,
}

impl Operation {
    /// Its path in gRPC.
    pub fn grpc_path(&self) -> String {
        format!("/{}/{}", self.method.parent_service().full_name(), self.method.name())
    }

    /// Whether it changes something.
    pub fn is_command(&self) -> bool {
        self.verb != Verb::Get
    }

    /// The fields of the request that stand in the address.
    pub fn in_path(&self, field: &FieldDescriptor) -> bool {
        self.path.contains(&format!("{{{}}}", field.json_name()))
    }

    /// Where a command's answer says from which position on it can be read.
    pub fn position(&self) -> Option<FieldDescriptor> {
        self.method.output().get_field_by_name(POSITION).filter(|_| self.is_command())
    }

    /// What is answered: fields of the body. None: there is no body.
    pub fn answers(&self) -> Option<(MessageDescriptor, Vec<FieldDescriptor>)> {
        let message = match self.body.as_ref().map(FieldDescriptor::kind) {
            Some(Kind::Message(message)) => message,
            _ => self.method.output(),
        };
        let position = self.position();
        let fields: Vec<_> = message.fields().filter(|it| Some(it) != position.as_ref()).collect();
        (!fields.is_empty()).then_some((message, fields))
    }
}

/// Those of all files, in their order.
pub fn operations(pool: &DescriptorPool) -> Vec<Operation> {
    let methods = pool.services().flat_map(|service| service.methods().collect::<Vec<_>>());
    methods.filter_map(|method| operation(pool, &method)).collect()
}

fn operation(pool: &DescriptorPool, method: &MethodDescriptor) -> Option<Operation> {
    let options = method.options();
    let http = pool.get_extension_by_name(HTTP)?;
    if !options.has_extension(&http) {
        return None;
    }
    let http = options.get_extension(&http);
    let http = http.as_message()?;
    let verbs =
        [("get", Verb::Get), ("post", Verb::Post), ("put", Verb::Put), ("delete", Verb::Delete)];
    let (verb, path) =
        verbs.into_iter().find_map(|(name, verb)| text(http, name).map(|path| (verb, path)))?;
    let body = text(http, "response_body");
    let body = body.and_then(|name| method.output().get_field_by_name(&name));
    let described = pool.get_extension_by_name(OPERATION)?;
    let described = options.get_extension(&described);
    let refusals = described.as_message().and_then(|it| it.get_field_by_name("refusals"));
    let reasons = pool.get_enum_by_name("stc.v1.Reason")?;
    let refusals = refusals.iter().flat_map(|list| list.as_list().unwrap_or_default());
    let refusals = refusals.filter_map(|value| words(&reasons, value)).map(|it| lower_camel(&it));
    let is = |name| {
        let said = described.as_message().and_then(|it| it.get_field_by_name(name));
        said.and_then(|value| value.as_bool()).unwrap_or(false)
    };
    Some(Operation {
        id: lower_camel(&crate::words::shouting(method.name())),
        about: comment(&method.parent_file(), method.path()),
        verb,
        path,
        body,
        refusals: refusals.collect(),
        creates: is("creates"),
        composed: is("composed"),
        method: method.clone(),
    })
}
