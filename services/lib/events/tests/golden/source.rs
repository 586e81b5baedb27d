//! Names, types and doc comments of the enums and structs of a source file, as rustfmt writes it.

use std::{collections::BTreeMap, fs, path::Path};

/// A module's doc comment and its items.
#[derive(Default)]
pub(crate) struct Source {
    pub(crate) doc: String,
    pub(crate) items: BTreeMap<String, Item>,
}

/// A struct, or a variant of an enum (`Enum::Variant`).
#[derive(Default)]
pub(crate) struct Item {
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
}

/// A field: its name in JSON, its Rust type and what it is.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) doc: String,
}

/// Reads `src/{module}.rs`.
pub(crate) fn read(module: &str) -> Source {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{module}.rs"));
    let mut source = Source::default();
    // Variants that hold a struct have its fields.
    let mut holding = Vec::new();
    let (mut doc, mut owner, mut item) = (String::new(), None::<String>, String::new());
    for line in fs::read_to_string(file).unwrap().lines() {
        let text = line.trim();
        if let Some(words) = text.strip_prefix("//!") {
            join(&mut source.doc, words);
        } else if let Some(words) = text.strip_prefix("///") {
            join(&mut doc, words);
        } else if let Some(name) = opened(text, "pub enum ") {
            (owner, doc) = (Some(name.to_owned()), String::new());
        } else if let Some(name) = opened(text, "pub struct ") {
            (owner, item) = (Some(name.to_owned()), name.to_owned());
            source.items.entry(item.clone()).or_default().doc = std::mem::take(&mut doc);
        } else if line == "}" {
            owner = None;
        } else if let Some(owner) = &owner {
            if let Some((name, kind)) = field(text) {
                let doc = std::mem::take(&mut doc);
                let (name, kind) = (camel(name), kind.to_owned());
                source.items.entry(item.clone()).or_default().fields.push(Field {
                    name,
                    kind,
                    doc,
                });
            } else if let Some(variant) =
                text.strip_suffix(" {").or_else(|| text.strip_suffix(" {},"))
            {
                item = format!("{owner}::{variant}");
                source.items.entry(item.clone()).or_default().doc = std::mem::take(&mut doc);
            } else if let Some((variant, held)) =
                text.strip_suffix("),").and_then(|t| t.split_once('('))
            {
                let variant = format!("{owner}::{variant}");
                source.items.entry(variant.clone()).or_default().doc = std::mem::take(&mut doc);
                holding.push((variant, held.to_owned()));
            }
        } else if !text.starts_with('#') {
            doc.clear();
        }
    }
    for (variant, held) in holding {
        // Any other type is a list, or stands elsewhere.
        let fields = source.items.get(&held).map(|item| item.fields.clone());
        source.items.entry(variant).or_default().fields = fields.unwrap_or_default();
    }
    source
}

fn join(doc: &mut String, words: &str) {
    if !doc.is_empty() {
        doc.push(' ');
    }
    doc.push_str(words.trim());
}

fn opened<'a>(text: &'a str, keyword: &str) -> Option<&'a str> {
    text.strip_prefix(keyword)?.strip_suffix(" {")
}

fn field(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("pub ").unwrap_or(text);
    let (name, kind) = text.strip_suffix(',')?.split_once(": ")?;
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then_some((name, kind))
}

/// As serde writes the name.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}
