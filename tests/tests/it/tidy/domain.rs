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
/// The same in two words.
const PATHS: &[&str] =
    &["std::fs", "std::io", "std::env", "std::net", "std::thread", "std::process", "std::time"];
/// What a domain may know of the platform.
const PLATFORM: &[&str] = &["Decider", "Personal", "Role", "status", "spec"];

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

/// The names right behind `platform::`, also of a group in braces.
fn known_of_platform(text: &str) -> Vec<&str> {
    let after = text.split("platform::").skip(1);
    after.flat_map(|rest| rest.strip_prefix('{').map_or_else(|| first(rest), group)).collect()
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
            let path = PATHS.iter().find(|path| code.contains(**path));
            assert!(word.is_none() && path.is_none(), "{}:{number}: {line}", source.path);
        }
    }
    assert!(seen >= 4);
}

#[test]
fn a_domain_knows_little_of_the_platform() {
    for source in domain() {
        let code: String = source.lines().map(|(_, line)| code(line).to_owned() + "\n").collect();
        for name in known_of_platform(&code) {
            assert!(PLATFORM.contains(&name), "{} knows platform::{name}", source.path);
        }
    }
}

#[test]
fn names_are_found_in_groups_within_groups() {
    let text = "use platform::{\n    Decider,\n    status::{Kind, Refusal}, Role,\n};\nplatform::x";
    assert_eq!(known_of_platform(text), ["Decider", "status", "Role", "x"]);
}
