//! `docs/asyncapi.json`: the events as the relay publishes them, for whoever consumes them.

use serde_json::{Map, Value, json};

use crate::{
    catalogue::{lists, sealed},
    kinds::{KINDS, Kind},
    source::{self, Item},
    stored,
};

const ABOUT: &str = "Every event of the platform on NATS JetStream, stream STC, in the order of the \
     log. CloudEvents 1.0 in binary mode: the fields are the payload, the envelope the headers. A \
     centre's account sees its own subjects only. The stream may be wiped and filled again: skip \
     what you have seen by the header ce-position. Sealed fields do not open outside the platform.";
/// Header, whether it is always there, what it is, and its format.
const HEADERS: [(&str, bool, &str, &str); 16] = [
    ("ce-specversion", true, "CloudEvents' version.", ""),
    ("ce-id", true, "The event's id.", "uuid"),
    ("ce-source", true, "`/stc/{centre}/{kind of stream}`.", "uri-reference"),
    ("ce-subject", true, "The id of the stream.", "uuid"),
    ("ce-type", true, "The event type.", ""),
    ("ce-datacontenttype", true, "What the payload is: `application/json`.", ""),
    ("ce-time", true, "When it was recorded.", "date-time"),
    ("ce-position", true, "Its place in the log: a number that only grows.", ""),
    ("ce-revision", true, "Its place in its stream, from 0 on.", ""),
    ("ce-occurredon", true, "The day on which it happened: what tables count by.", "date"),
    ("ce-person", false, "Pseudonymous id of the person whom it is about.", "uuid"),
    ("ce-actorrole", false, "What the person was who did it.", ""),
    ("ce-purpose", false, "Why personal data was processed.", ""),
    ("ce-correlationid", false, "All that one request caused has the same.", "uuid"),
    ("ce-causationid", false, "The command that caused it.", "uuid"),
    ("ce-traceparent", false, "The request's span, W3C trace context.", ""),
];

/// The whole document, AsyncAPI 3.0.
pub(crate) fn asyncapi() -> String {
    let each = |make: fn(&Kind) -> Vec<(String, Value)>| {
        KINDS.iter().flat_map(make).collect::<Map<String, Value>>()
    };
    let mut document = json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "Start To Can",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": { "name": env!("CARGO_PKG_LICENSE") },
        },
        "defaultContentType": "application/json",
        "servers": { "nats": { "host": "nats:4222", "protocol": "nats" } },
        "channels": each(channel),
        "operations": each(operation),
        "components": {
            "messages": each(messages),
            "schemas": { "CloudEvent": headers() },
        },
    });
    // Whether a map keeps the order in which it was filled is settled by other crates.
    document.sort_all_objects();
    let text = serde_json::to_string_pretty(&document).unwrap();
    text + "\n"
}

/// The headers of a published event: those that are always there, and all.
fn headers() -> Value {
    let property = |(name, _, about, format): &(&str, bool, &str, &str)| {
        let mut schema = json!({ "type": "string", "description": about });
        if !format.is_empty() {
            schema["format"] = json!(format);
        }
        ((*name).to_owned(), schema)
    };
    let always = HEADERS.iter().filter(|(_, always, ..)| *always).map(|(name, ..)| name);
    json!({
        "type": "object",
        "properties": HEADERS.iter().map(property).collect::<Map<_, _>>(),
        "required": always.collect::<Vec<_>>(),
    })
}

fn channel(kind: &Kind) -> Vec<(String, Value)> {
    let message = |name: &&str| {
        ((*name).to_owned(), json!({ "$ref": format!("#/components/messages/{name}") }))
    };
    let channel = json!({
        "address": format!("stc.{{centre}}.{}.{{type}}", kind.name),
        "description": source::read(kind.name).doc,
        "parameters": {
            "centre": { "description": "The centre's id, or `stc` for people who work across centres." },
            "type": { "description": "The event type.", "enum": kind.types },
        },
        "messages": kind.types.iter().map(message).collect::<Map<_, _>>(),
    });
    vec![(kind.name.to_owned(), channel)]
}

fn operation(kind: &Kind) -> Vec<(String, Value)> {
    let channel = json!({ "$ref": format!("#/channels/{}", kind.name) });
    let operation = json!({ "action": "send", "channel": channel });
    vec![(format!("publish-{}", kind.name), operation)]
}

fn messages(kind: &Kind) -> Vec<(String, Value)> {
    let source = source::read(kind.name);
    let message = |name: &&str| {
        let item = &source.items[&format!("{}::{name}", kind.event)];
        let example: Value = serde_json::from_str(&stored(kind, name)).unwrap();
        let message = json!({
            "name": name,
            "summary": item.doc,
            "headers": { "$ref": "#/components/schemas/CloudEvent" },
            "payload": payload(item),
            "examples": [{ "payload": example }],
        });
        ((*name).to_owned(), message)
    };
    kind.types.iter().map(message).collect()
}

fn payload(item: &Item) -> Value {
    let property = |field: &source::Field| {
        let mut schema = schema(&field.kind);
        schema["description"] = json!(field.doc);
        (field.name.clone(), schema)
    };
    let always = item.fields.iter().filter(|field| !field.kind.starts_with("Option<"));
    json!({
        "type": "object",
        "properties": item.fields.iter().map(property).collect::<Map<_, _>>(),
        "required": always.map(|field| &field.name).collect::<Vec<_>>(),
    })
}

fn schema(kind: &str) -> Value {
    let inner = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = inner("Option<") {
        return schema(inner);
    }
    if let Some(inner) = inner("Vec<") {
        return json!({ "type": "array", "items": schema(inner) });
    }
    if sealed(kind).is_some() {
        return json!({ "type": "string", "contentEncoding": "base64" });
    }
    match kind {
        "Uuid" => json!({ "type": "string", "format": "uuid" }),
        id if events::ids::NAMES.contains(&id) => json!({ "type": "string", "format": "uuid" }),
        "String" => json!({ "type": "string" }),
        "bool" => json!({ "type": "boolean" }),
        "u8" | "u16" | "u32" | "u64" => json!({ "type": "integer", "minimum": 0 }),
        "Date" => json!({ "type": "string", "format": "date" }),
        "Timestamp" => json!({ "type": "string", "format": "date-time" }),
        "Role" => {
            let roles = kernel::Role::PEOPLE.map(kernel::Role::name);
            json!({ "type": "string", "enum": roles })
        }
        list => match lists().iter().find(|(name, _)| *name == list) {
            Some((_, codes)) => json!({ "type": "string", "enum": codes }),
            None => panic!("say how {list} is written"),
        },
    }
}
