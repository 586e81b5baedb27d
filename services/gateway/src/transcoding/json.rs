//! Messages as JSON: as protobuf's own mapping, but numbers are numbers, what is absent is null, and
//! nothing that is required may be left out.
//!
//! Invariant: a body is refused with the path of the field that is wrong, and never with its value.

use contract::Rules;
use kernel::Reason;
use prost_reflect::{
    DynamicMessage, FieldDescriptor, Kind, MessageDescriptor, ReflectMessage, Value as Field,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value};

/// The field that is wrong, and why.
pub(crate) type Wrong = (String, Reason);

/// Whether a request may leave this out: an `optional` field is alone in a `oneof` of its own.
pub(crate) fn is_optional(field: &FieldDescriptor) -> bool {
    field.containing_oneof().is_some() || Rules::of(field).may_be_absent
}

/// Fills a message with those of its fields that are wanted. `path` is where the object stands.
pub(crate) fn fill(
    message: &mut DynamicMessage,
    wanted: &[FieldDescriptor],
    object: Map<String, Value>,
    path: &str,
) -> Result<(), Wrong> {
    // A field without presence that is empty looks as if it was left out: so what is given is noted.
    let mut given = Vec::with_capacity(wanted.len());
    for (name, value) in object {
        let field = wanted.iter().find(|field| field.json_name() == name);
        let place = join(path, &name);
        let Some(field) = field else { return Err((place, Reason::UnknownField)) };
        given.push(field.number());
        if value.is_null() && is_optional(field) {
            continue;
        }
        message.set_field(field, read(field, value, &place)?);
    }
    let missing =
        wanted.iter().find(|field| !given.contains(&field.number()) && !is_optional(field));
    missing.map_or(Ok(()), |field| Err((join(path, field.json_name()), Reason::Missing)))
}

fn read(field: &FieldDescriptor, value: Value, path: &str) -> Result<Field, Wrong> {
    if !field.is_list() {
        return one(field, value, path);
    }
    let Value::Array(items) = value else { return Err((path.to_owned(), Reason::WrongType)) };
    let items = items.into_iter().enumerate();
    let items = items.map(|(at, item)| one(field, item, &format!("{path}[{at}]")));
    items.collect::<Result<_, _>>().map(Field::List)
}

fn one(field: &FieldDescriptor, value: Value, path: &str) -> Result<Field, Wrong> {
    let wrong = |reason| Err((path.to_owned(), reason));
    match (field.kind(), value) {
        (Kind::String, Value::String(text)) => Ok(Field::String(text)),
        (Kind::Bool, Value::Bool(truth)) => Ok(Field::Bool(truth)),
        (Kind::Uint32, Value::Number(number)) => match number.as_u64().map(u32::try_from) {
            Some(Ok(number)) => Ok(Field::U32(number)),
            _ if number.is_f64() => wrong(Reason::WrongType),
            _ => wrong(Reason::UnknownValue),
        },
        (Kind::Uint64, Value::Number(number)) => match number.as_u64() {
            Some(number) => Ok(Field::U64(number)),
            None if number.is_f64() => wrong(Reason::WrongType),
            None => wrong(Reason::UnknownValue),
        },
        (Kind::Message(inner), Value::Object(object)) => {
            let mut message = DynamicMessage::new(inner.clone());
            let wanted: Vec<_> = inner.fields().collect();
            fill(&mut message, &wanted, object, path)?;
            Ok(Field::Message(message))
        }
        _ => wrong(Reason::WrongType),
    }
}

/// A value that stood in an address.
pub(crate) fn of_text(field: &FieldDescriptor, text: &str) -> Result<Field, Reason> {
    match field.kind() {
        Kind::String => Ok(Field::String(text.to_owned())),
        Kind::Bool => text.parse().map(Field::Bool).map_err(|_| Reason::UnknownValue),
        Kind::Uint32 => text.parse().map(Field::U32).map_err(|_| Reason::UnknownValue),
        Kind::Uint64 => text.parse().map(Field::U64).map_err(|_| Reason::UnknownValue),
        _ => Err(Reason::WrongType),
    }
}

/// A message as JSON, without one of its fields if it is said in another way. Written as it is read:
/// a tree of values in between takes twice as long.
pub(crate) struct Shown {
    pub(crate) message: DynamicMessage,
    pub(crate) without: Option<FieldDescriptor>,
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(&self.message, self.without.as_ref(), serializer)
    }
}

fn write<S: Serializer>(
    message: &DynamicMessage,
    without: Option<&FieldDescriptor>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members = serializer.serialize_map(None)?;
    for field in message.descriptor().fields().filter(|field| Some(field) != without) {
        let absent = field.supports_presence() && !message.has_field(&field);
        let value = (!absent).then(|| message.get_field(&field));
        members.serialize_entry(field.json_name(), &value.as_deref().map(Shape))?;
    }
    members.end()
}

struct Shape<'a>(&'a Field);

impl Serialize for Shape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Field::Bool(truth) => serializer.serialize_bool(*truth),
            Field::U32(number) => serializer.serialize_u32(*number),
            Field::U64(number) => serializer.serialize_u64(*number),
            Field::String(text) => serializer.serialize_str(text),
            Field::List(items) => serializer.collect_seq(items.iter().map(Shape)),
            Field::Message(message) => write(message, None, serializer),
            // No operation answers these; `only_what_json_can_say_is_answered` holds it.
            _ => serializer.serialize_unit(),
        }
    }
}

/// The fields of a message.
pub(crate) fn fields_of(message: &MessageDescriptor) -> Vec<FieldDescriptor> {
    message.fields().collect()
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
