//! `docs/events.md`: what stands in the log, for auditors and for whoever consumes events.

use std::{fmt::Write, sync::LazyLock};

use crate::{
    kinds::{KINDS, Kind},
    source::{self, Field, Item},
    stored,
};

const HEAD: &str = "\
# Events

Every event of the platform with the fields that the log keeps, as JSON. This page is made from the
sources and golden files of `services/lib/events`: `UPDATE_GOLDEN=1 cargo test -p events` writes it anew.

The envelope beside the fields: position, stream (`{centre}.{kind}-{id}`), revision, event id, type,
the moment it was recorded, the day on which it happened, the subject, and who did it, in which
role, for which purpose, by which command.

A personal field is sealed: base64 of nonce and ciphertext, bound to its place in the log. Its
category says which of the subject's keys opens it. Without that key nobody reads it, ever again.

Variants are added, never changed: what stands here stays readable.
";

/// The whole page.
pub(crate) fn catalogue() -> String {
    let mut page = HEAD.to_owned();
    for kind in KINDS {
        stream(&mut page, kind).unwrap();
    }
    codes(&mut page).unwrap();
    page
}

fn stream(page: &mut String, kind: &Kind) -> std::fmt::Result {
    let source = source::read(kind.name);
    writeln!(page, "\n## {}\n\n{}", kind.name, source.doc)?;
    for name in kind.types {
        let item = &source.items[&format!("{}::{name}", kind.event)];
        let json = stored(kind, name);
        let read = (kind.read)(name, json.as_bytes()).unwrap();
        writeln!(page, "\n### {name}\n\n{}", item.doc)?;
        fields(page, item)?;
        match read.personal {
            Some(category) => writeln!(page, "\nPersonal, category `{}`.", category.name())?,
            None => writeln!(page, "\nNothing personal.")?,
        }
        for field in &item.fields {
            if let Some(within) = sealed(&field.kind).and_then(|name| source.items.get(name)) {
                writeln!(page, "\nSealed in `{}`: {}", field.name, within.doc)?;
                fields(page, within)?;
            }
        }
        writeln!(page, "\n```json\n{json}\n```")?;
    }
    Ok(())
}

fn fields(page: &mut String, item: &Item) -> std::fmt::Result {
    if item.fields.is_empty() {
        return Ok(());
    }
    writeln!(page, "\n| Field | Shape | What it is |\n|---|---|---|")?;
    for Field { name, kind, doc } in &item.fields {
        writeln!(page, "| `{name}` | {} | {doc} |", shape(kind))?;
    }
    Ok(())
}

pub(crate) fn sealed(kind: &str) -> Option<&str> {
    kind.strip_prefix("Personal<")?.strip_suffix('>')
}

fn shape(kind: &str) -> String {
    let inner = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = inner("Option<") {
        return format!("{}, or absent", shape(inner));
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", shape(inner));
    }
    if let Some(inner) = sealed(kind) {
        let inner = if lists().iter().any(|(name, _)| *name == inner) || inner == "String" {
            shape(inner)
        } else {
            "object".to_owned()
        };
        return format!("sealed {inner}");
    }
    match kind {
        "Uuid" => "UUID".to_owned(),
        id if events::ids::NAMES.contains(&id) => "UUID".to_owned(),
        "String" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "u8" | "u16" | "u32" | "u64" => "number".to_owned(),
        "Date" => "date".to_owned(),
        "Timestamp" => "instant, UTC".to_owned(),
        "Role" => "role".to_owned(),
        list if lists().iter().any(|(name, _)| *name == list) => format!("code {list}"),
        other => panic!("say how {other} is written"),
    }
}

fn codes(page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n## Codes\n\n| List | Codes |\n|---|---|")?;
    for (name, codes) in lists() {
        writeln!(page, "| {name} | {} |", codes.join(", "))?;
    }
    let roles = kernel::Role::PEOPLE.map(kernel::Role::name);
    writeln!(page, "| role | {} |", roles.join(", "))
}

/// The lists of codes that events name, in the order of their names.
pub(crate) fn lists() -> &'static [(&'static str, &'static [&'static str])] {
    static NAMED: LazyLock<Vec<(&str, &[&str])>> = LazyLock::new(|| {
        let sources: Vec<_> = KINDS.iter().map(|kind| source::read(kind.name)).collect();
        let items = sources.iter().flat_map(|source| source.items.values());
        let kinds: Vec<_> = items.flat_map(|item| &item.fields).map(|field| &field.kind).collect();
        let words = |kind: &String, name: &str| {
            kind.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name)
        };
        let named = |(name, _): &&(&str, &[&str])| kinds.iter().any(|kind| words(kind, name));
        let mut lists: Vec<_> = events::LISTS.iter().filter(named).copied().collect();
        lists.sort_unstable();
        lists
    });
    &NAMED
}
