//! Every event as it is stored: one file per variant, and the catalogue made from them.
#![expect(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod asyncapi;
mod catalogue;
mod kinds;
mod source;

use std::{collections::BTreeSet, fs, path::PathBuf};

use kernel::codec;
use kernel::codec::hex;
use sha2::{Digest, Sha256};

use crate::kinds::{KINDS, Kind};

/// Where the files stand.
fn golden() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// The fields of an event as the log has them.
fn stored(kind: &Kind, name: &str) -> String {
    let file = golden().join(kind.name).join(format!("{name}.json"));
    let text = fs::read_to_string(&file);
    let text = text.unwrap_or_else(|error| panic!("write {}: {error}", file.display()));
    text.strip_suffix('\n').expect("a line ends").to_owned()
}

fn names_in(folder: PathBuf) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_event_has_one_golden_file_and_no_file_is_left_over() {
    let kinds = KINDS.iter().map(|kind| kind.name.to_owned());
    assert_eq!(names_in(golden()), kinds.collect());
    for kind in KINDS {
        let files = kind.types.iter().map(|name| format!("{name}.json"));
        assert_eq!(names_in(golden().join(kind.name)), files.collect(), "{}", kind.name);
    }
}

#[test]
fn what_was_stored_once_is_read_and_written_back_byte_for_byte() {
    for kind in KINDS {
        for name in kind.types {
            let fields = stored(kind, name);
            let read = (kind.read)(name, fields.as_bytes());
            let read = read.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(read.type_name, *name);
            assert_eq!(String::from_utf8(read.written).unwrap(), fields, "{name}");
        }
    }
}

#[test]
fn an_event_of_another_kind_is_of_no_known_shape() {
    let [one, other] = [&KINDS[0], &KINDS[1]];
    let fields = stored(one, one.types[0]);
    let read = (other.read)(one.types[0], fields.as_bytes());
    assert_eq!(read.err(), Some(codec::CodecError::UnknownShape));
}

#[test]
fn what_a_release_wrote_stays_as_it_was() {
    let mut listed = 0;
    for line in include_str!("../../released.txt").lines().filter(|line| !line.starts_with('#')) {
        let (hash, file) = line.split_once("  ").unwrap();
        let there = fs::read(golden().join(file)).unwrap_or_default();
        assert_eq!(hex(&Sha256::digest(there)), hash, "{file}");
        listed += 1;
    }
    assert!(listed > 0);
}

#[test]
fn the_documents_say_what_stands_here() {
    for (name, made) in
        [("events.md", catalogue::catalogue()), ("asyncapi.json", asyncapi::asyncapi())]
    {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../docs").join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&file, &made).unwrap();
        }
        let there = fs::read_to_string(&file).unwrap_or_default();
        assert!(there == made, "docs/{name} is old: UPDATE_GOLDEN=1 cargo test -p events");
    }
}
