//! The domain is pure: no clock, no chance, no disk, no tenant. Its crates cannot name what is not
//! pure; what the standard library and the pure crates have of it is looked for here.

use tests::repository::{Source, sources};

use super::dependencies::crates;

/// What the domains of services, and the events that they speak, are made of.
const PURE: &[&str] =
    &["events", "itertools", "jiff", "kernel", "serde", "strum", "uuid", "vocabulary"];
/// What of the standard library does not reach the world.
const STD: &[&str] = &["collections", "convert", "iter", "ops"];
/// Words of pure crates that bring in chance, or whose data it is.
const WORDS: &[&str] = &["now_v7", "new_v4", "TenantId", "async"];

fn domain() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| {
        source.path.starts_with("services/") && source.path.contains("/domain/src/")
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
}

/// The names right behind a crate's: one, or those of a group.
fn names(rest: &str) -> Vec<&str> {
    let group = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
    let parts = group.map_or_else(|| vec![rest], |group| group.split(',').collect());
    parts.into_iter().filter_map(|part| words(part.trim()).next()).collect()
}

/// Whether a line of a domain reaches further than it may.
fn knows_the_world(line: &str) -> bool {
    let code = line.split_once("//").map_or(line, |(code, _)| code);
    let mut of_std = code.split("std::").skip(1).flat_map(names);
    words(code).any(|word| WORDS.contains(&word)) || of_std.any(|name| !STD.contains(&name))
}

#[test]
fn a_domain_is_made_of_pure_crates() {
    let domains: Vec<_> = crates()
        .into_iter()
        .filter(|it| it.folder.ends_with("/domain") || it.name == "events")
        .collect();
    assert!(domains.len() >= 4);
    for domain in domains {
        for used in &domain.all_dependencies {
            assert!(PURE.contains(&used.as_str()), "{} may not know {used}", domain.name);
        }
    }
}

#[test]
fn no_domain_knows_the_world() {
    let mut seen = 0;
    for source in domain() {
        seen += 1;
        for (number, line) in source.lines() {
            assert!(!knows_the_world(line), "{}:{number}: {line}", source.path);
        }
    }
    assert!(seen >= 20);
}

#[test]
fn the_world_is_seen_in_a_line() {
    for line in ["std::fs::read(file)", "use std::{collections::BTreeMap, fs};", "Uuid::new_v4()"] {
        assert!(knows_the_world(line), "{line}");
    }
    for line in ["use std::collections::BTreeMap; // std::fs", "let renewed = now_v70();"] {
        assert!(!knows_the_world(line), "{line}");
    }
}
