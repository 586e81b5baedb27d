//! The sources, as the rules about them read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A text file of the repository.
pub struct Source {
    /// Its path from the root, with slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl Source {
    /// The part of the name after the last dot.
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether it belongs to tests rather than to the platform.
    pub fn is_test(&self) -> bool {
        let of_tests = |part: &str| part == "tests" || part.starts_with("tests.");
        self.path.split('/').any(of_tests)
            || self.path.ends_with("_tests.rs")
            || self.path.ends_with(".test.ts")
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every text file that is not ignored.
pub fn sources() -> Vec<Source> {
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap();
    let ignored: Vec<_> = ignored.lines().filter(|line| !line.is_empty()).collect();
    let mut found = Vec::new();
    walk(&root(), "", &ignored, &mut found);
    assert!(found.len() > 100, "the sources are not where they were");
    found
}

fn walk(folder: &Path, above: &str, ignored: &[&str], found: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{above}{name}");
        if name == ".git" || ignored.iter().any(|rule| ignores(rule, &name, &path)) {
            continue;
        }
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, found);
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            found.push(Source { path, text });
        }
    }
}

/// The few forms that our `.gitignore` uses.
fn ignores(rule: &str, name: &str, path: &str) -> bool {
    match (rule.strip_prefix('/'), rule.strip_prefix('*')) {
        (Some(at_root), _) => path == at_root,
        (_, Some(ending)) => name.ends_with(ending),
        (None, None) => name == rule,
    }
}
