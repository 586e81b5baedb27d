//! Documents name only what exists.

use std::path::Path;

use tests::repository::{Source, root, sources};

/// Endings of names that are files of ours when they stand in backticks.
const FILES: [&str; 18] = [
    "rs",
    "md",
    "toml",
    "json",
    "ts",
    "js",
    "mjs",
    "svelte",
    "proto",
    "yaml",
    "yml",
    "csv",
    "sh",
    "css",
    "html",
    "lock",
    "webmanifest",
    "svg",
];
/// First parts of paths that exist only while the platform runs or is built, and of media types.
const NOT_KEPT: [&str; 8] =
    ["data", "dist", "target", "node_modules", "application", "text", "image", "DIR"];

fn documents() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| {
        source.extension() == "md"
            && (!source.path.contains('/') || source.path.starts_with("docs/"))
    })
}

/// Lines outside fenced code.
fn prose(document: &Source) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    document.lines().filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// What stands in backticks and looks like a path or a file's name.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2).filter(|text| looks_like_a_path(text))
}

fn looks_like_a_path(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    let first = text.split('/').next().unwrap_or_default();
    text.chars().all(plain)
        && !first.is_empty()
        && !NOT_KEPT.contains(&first)
        && (text.contains('/') || is_file(text))
}

fn is_file(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && FILES.contains(&ending))
}

/// Targets of links that are not on the web or on the same page.
fn linked(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let path = |target: &str| !target.contains("://") && !target.starts_with(['#', '<']);
    targets.filter(move |target| path(target)).filter_map(|target| target.split('#').next())
}

fn exists(document: &Source, path: &str, all: &[Source]) -> bool {
    let beside = Path::new(&document.path).parent().unwrap_or(Path::new(""));
    root().join(path).exists()
        || root().join(beside).join(path).exists()
        || !path.contains('/') && all.iter().any(|it| it.path.ends_with(&format!("/{path}")))
}

#[test]
fn documents_name_only_files_that_exist() {
    let all = sources();
    let mut missing = Vec::new();
    for document in documents() {
        for (number, line) in prose(&document) {
            let gone = named(line).chain(linked(line)).filter(|it| !exists(&document, it, &all));
            missing.extend(gone.map(|path| format!("{}:{number}: {path}", document.path)));
        }
    }
    assert!(missing.is_empty(), "no such file:\n{}", missing.join("\n"));
}

#[test]
fn paths_are_told_from_other_words() {
    let line = "`a/b.rs`, `x.json`, `cargo test`, `/api/v1`, `application/json`, `nl`, `Vec::new`";
    assert_eq!(named(line).collect::<Vec<_>>(), ["a/b.rs", "x.json"]);
    let line = "[one](docs/a.md#top), [two](https://a.example/b.md), [three](#here)";
    assert_eq!(linked(line).collect::<Vec<_>>(), ["docs/a.md"]);
}

#[test]
fn the_script_that_makes_the_audit_log_anew_knows_every_event_about_a_person() {
    let script = std::fs::read_to_string(root().join("docs/examples/gdpr_audit.py")).unwrap();
    let golden = root().join("services/lib/events/golden");
    let mut unknown = Vec::new();
    for kind in ["alarm", "consent", "person", "rights", "run", "trajectory"] {
        for file in std::fs::read_dir(golden.join(kind)).unwrap() {
            let name = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            if !script.contains(&format!("\"{name}\":")) {
                unknown.push(name);
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}
