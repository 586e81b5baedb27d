//! What no source may hold, and what each must.

use kernel::Reason;
use tests::repository::{Source, sources};

/// Longest source, lines.
const LINES_MAX: usize = 400;
/// What people write.
const LANGUAGES: [&str; 5] = ["rs", "ts", "svelte", "js", "mjs"];

fn written() -> impl Iterator<Item = Source> {
    let generated =
        |source: &Source| source.lines().take(3).any(|(_, it)| it.contains("generated"));
    sources()
        .into_iter()
        .filter(move |source| LANGUAGES.contains(&source.extension()) && !generated(source))
}

fn rust() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| source.extension() == "rs")
}

#[track_caller]
fn nowhere(sources: impl Iterator<Item = Source>, forbidden: impl Fn(&str) -> bool, rule: &str) {
    let found: Vec<_> = sources
        .flat_map(|source| {
            let lines = source.lines().filter(|(_, line)| forbidden(line));
            let places = lines.map(|(number, line)| format!("{}:{number}: {line}", source.path));
            places.collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn a_file_is_short_enough_to_be_read() {
    // Sentences are looked up by their key, not read from the first to the last.
    let logic = written().filter(|source| !source.text.contains("= dictionary({"));
    let long = logic.filter(|source| source.lines().count() > LINES_MAX);
    let long: Vec<_> =
        long.map(|source| format!("{}: {}", source.path, source.lines().count())).collect();
    assert!(long.is_empty(), "split what has more than {LINES_MAX} lines: {long:?}");
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> =
        rust().filter(|source| !source.text.starts_with("//!")).map(|it| it.path).collect();
    assert!(silent.is_empty(), "begin with //!: {silent:?}");
}

/// Otherwise it may fail for another reason than its own: a name that moved.
#[test]
fn an_example_that_does_not_compile_stands_beside_one_that_does() {
    let (fails, compiles) = (concat!("/// ```", "compile_fail"), "/// ```");
    let alone = rust().filter(|source| {
        let lines = || source.lines().map(|(_, line)| line.trim_start());
        let marks = lines().filter(|line| line.starts_with(compiles));
        // Of one that compiles begin and end look the same; of one that does not only the end.
        let (failing, plain): (Vec<_>, Vec<_>) = marks.partition(|line| line.starts_with(fails));
        !failing.is_empty() && plain.len() < failing.len() + 2
    });
    let alone: Vec<_> = alone.map(|source| source.path).collect();
    assert!(alone.is_empty(), "show also what compiles: {alone:?}");
}

#[test]
fn nothing_is_allowed_ignored_or_left_to_do() {
    // Put together, so that this file does not hold them itself.
    let words = ["[allow", "[ignore", "todo!", "unimplemented!", "dbg!"].map(str::to_owned);
    let words = words.map(|word| if word.ends_with('!') { word + "(" } else { word });
    let attributes = move |line: &str| {
        let line = line.trim_start();
        let inner = line.replacen("#!", "#", 1);
        words.iter().any(|word| match word.strip_prefix('[') {
            Some(name) => {
                inner.starts_with(&format!("#[{name}"))
                    && !inner.contains("allow_missing")
                    && !inner.contains("slow: ./test --faults")
            }
            None => line.contains(word.as_str()) && !line.contains('"'),
        })
    };
    nowhere(rust(), attributes, "fix it, or #[expect] it with a reason");
    let left = |line: &str| ["TODO", "FIXME"].iter().any(|word| comment(line).contains(word));
    let own = |source: &Source| !source.path.ends_with("tidy/sources.rs");
    nowhere(written().filter(own), left, "do it, or write it down where people look");
}

/// The comment of a line.
fn comment(line: &str) -> &str {
    line.split_once("//").map_or("", |(_, comment)| comment)
}

#[test]
fn every_reason_of_the_contract_is_given_by_some_rule() {
    let services = rust().filter(|it| it.path.starts_with("services/") && !it.is_test());
    let lines = services
        .flat_map(|source| source.lines().map(|(_, line)| line.to_owned()).collect::<Vec<_>>());
    let code = lines.collect::<Vec<_>>().join("\n");
    let named = |reason: &&Reason| code.contains(&format!("Reason::{reason:?}"));
    let never: Vec<_> = Reason::ALL.iter().filter(|reason| !named(reason)).collect();
    assert!(never.is_empty(), "nobody is refused for this: {never:?}");
}

#[test]
fn only_the_log_composes_names_of_streams() {
    let services = rust().filter(|source| {
        source.path.starts_with("services/")
            && !source.path.starts_with("services/lib/eventlog/")
            && !source.is_test()
    });
    nowhere(services, names_a_stream, "use eventlog::StreamName");
}

/// A text such as `{tenant}.{kind}-`.
fn names_a_stream(line: &str) -> bool {
    line.match_indices("}.").any(|(at, _)| {
        let before = line[..at].rsplit('"').next().unwrap_or_default();
        let kind = line[at + 2..].trim_start_matches(|letter: char| {
            "{}".contains(letter) || letter.is_ascii_alphanumeric()
        });
        before.starts_with('{') && kind.len() < line.len() - at - 2 && kind.starts_with("-{")
    })
}

#[test]
fn services_change_state_through_execute_only() {
    let others = rust().filter(|source| {
        source.path.starts_with("services/")
            && !source.path.starts_with("services/lib/eventlog/")
            && !source.path.starts_with("services/lib/runtime/")
            && !source.path.starts_with("services/stc/")
            && !source.path.starts_with("services/lib/logserver/")
            && !source.path.starts_with("services/tools/")
            && !source.is_test()
    });
    let appends = |line: &str| line.contains("log.append(") || line.contains("Append {");
    nowhere(others, appends, "change state through runtime::execute");
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let shipped = sources().into_iter().filter(|source| !source.is_test());
    nowhere(shipped, |line| PLACES.iter().any(|place| names(line, place)), "say it relatively");
}

/// Folders of one machine.
const PLACES: [&str; 4] = ["root", "work", "home", "tmp"];

/// Whether a line names a path below this folder of the file system's root.
fn names(line: &str, place: &str) -> bool {
    let path = format!("/{place}/");
    line.match_indices(&path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|letter| letter.is_whitespace() || "\"'`=(:,<>".contains(letter))
    })
}

#[test]
fn no_file_names_a_package_registry_of_its_own() {
    let words =
        ["registry=", "registry =", "_authToken", "index-url", "replace-with", "//registry."];
    let own = |source: &Source| !source.path.ends_with("tidy/sources.rs");
    let forbidden = move |line: &str| words.iter().any(|word| line.contains(word));
    nowhere(sources().into_iter().filter(own), forbidden, "registries are the machine's business");
    for source in sources().into_iter().filter(|source| source.path.ends_with("package-lock.json"))
    {
        assert!(!source.text.contains("\"resolved\": \"http"), "{} names hosts", source.path);
    }
}

#[test]
fn a_stream_name_is_told_from_other_texts() {
    assert!(names_a_stream(r#"format!("{tenant}.{kind}-{id}")"#));
    assert!(names_a_stream(r#"format!("{}.{}-{}", a, b, c)"#));
    assert!(!names_a_stream(r#"format!("{year}-{month}-{day}")"#));
    assert!(names("COPY /tmp/x y", "tmp") && !names("src/tmp/x", "tmp"));
}
