//! The domain is pure: no clock, no chance, no disk, no tenant, nothing asynchronous.

use tests::repository::{Source, sources};

/// Words that say where the world comes in.
const WORDS: &[&str] = &[
    "async",
    "await",
    "tokio",
    "SystemTime",
    "Instant",
    "rand",
    "getrandom",
    "clock",
    "Ctx",
    "TenantId",
    "tracing",
    "now_v7",
    "new_v4",
];
/// What a domain may know of each crate; of one that is not named here, nothing.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "platform",
        &[
            "By", "Decision", "Personal", "Reason", "Role", "State", "status", "spec", "text",
            "work",
        ],
    ),
    ("std", &["collections", "convert", "iter", "ops"]),
    ("crate", &["domain"]),
];
/// Crates that know no world themselves.
const PURE: &[&str] = &["events", "itertools", "jiff", "serde", "uuid", "super", "self"];

fn domain() -> impl Iterator<Item = Source> {
    let domain = |source: &Source| {
        source.path.starts_with("services/") && source.path.contains("/src/domain/")
    };
    sources().into_iter().filter(domain)
}

/// The code of a line, without its comment.
fn code(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
}

/// The names right behind a crate's, also of a group in braces.
fn known_of<'a>(krate: &str, text: &'a str) -> Vec<&'a str> {
    let after = text.split(&format!("{krate}::")).skip(1).collect::<Vec<_>>();
    let names = after.into_iter();
    names.flat_map(|rest| rest.strip_prefix('{').map_or_else(|| first(rest), group)).collect()
}

/// The crates that a text uses.
fn used(text: &str) -> Vec<&str> {
    let uses = text.lines().filter_map(|line| line.trim().strip_prefix("use "));
    uses.filter_map(|rest| words(rest).next()).collect()
}

fn first(text: &str) -> Vec<&str> {
    words(text).take(1).collect()
}

/// The first word of every part of `a, b::{c, d}, e}`.
fn group(text: &str) -> Vec<&str> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (index, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(words(text[start..index].trim()).next().filter(|it| !it.is_empty()));
                start = index + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

#[test]
fn no_domain_knows_the_world() {
    let mut seen = 0;
    for source in domain() {
        seen += 1;
        for (number, line) in source.lines() {
            let code = code(line);
            let word = words(code).find(|word| WORDS.contains(word));
            assert!(word.is_none(), "{}:{number}: {line}", source.path);
        }
    }
    assert!(seen >= 4);
}

#[test]
fn a_domain_knows_little_of_what_is_around_it() {
    for source in domain() {
        let code: String = source.lines().map(|(_, line)| code(line).to_owned() + "\n").collect();
        for (krate, known) in KNOWN {
            for name in known_of(krate, &code) {
                assert!(known.contains(&name), "{} knows {krate}::{name}", source.path);
            }
        }
        for krate in used(&code) {
            let pure = PURE.contains(&krate) || KNOWN.iter().any(|(name, _)| *name == krate);
            assert!(pure, "{} uses {krate}", source.path);
        }
    }
}

#[test]
fn names_are_found_in_groups_within_groups() {
    let text = "use platform::{\n    State,\n    status::{Kind, Refusal}, Role,\n};\nplatform::x";
    assert_eq!(known_of("platform", text), ["State", "status", "Role", "x"]);
    assert_eq!(known_of("std", "use std::{collections::BTreeMap, fs};"), ["collections", "fs"]);
}
