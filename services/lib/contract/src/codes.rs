//! Closed lists of codes: the enumerations of the package `stc.v1`.

use prost_reflect::{
    DescriptorPool, EnumDescriptor, FileDescriptor, prost_types::source_code_info::Location,
};

use crate::words::{lower_camel, shouting};

/// One list.
#[derive(Clone, Debug)]
pub struct CodeList {
    /// Its name, such as `ActionCategory`.
    pub name: String,
    /// What it is, from its comment.
    pub about: String,
    /// Each code in the order of the file: its words in capitals (`FIRST_MEETING`), as it is written
    /// (`firstMeeting`), and what it is.
    pub codes: Vec<(String, String, String)>,
}

/// The lists of codes, in the order of their file.
pub fn codes(pool: &DescriptorPool) -> Vec<CodeList> {
    lists(pool, "stc/v1/codes.proto")
}

/// The list of reasons, and that of who meets them.
pub fn reasons_and_audiences(pool: &DescriptorPool) -> Vec<CodeList> {
    lists(pool, "stc/v1/reasons.proto")
}

fn lists(pool: &DescriptorPool, file: &str) -> Vec<CodeList> {
    let file = pool.get_file_by_name(file);
    file.iter().flat_map(|file| file.enums().map(|list| code_list(file, &list))).collect()
}

fn code_list(file: &FileDescriptor, list: &EnumDescriptor) -> CodeList {
    let prefix = shouting(list.name()) + "_";
    let codes = list.values().filter(|value| value.number() != 0).map(|value| {
        let words = value.name().strip_prefix(&prefix).unwrap_or(value.name()).to_owned();
        let text = lower_camel(&words);
        (words, text, comment(file, value.path()))
    });
    CodeList {
        name: list.name().to_owned(),
        about: comment(file, list.path()),
        codes: codes.collect(),
    }
}

/// What stands above a thing in its file: one paragraph.
pub fn comment(file: &FileDescriptor, path: &[i32]) -> String {
    let info = file.file_descriptor_proto().source_code_info.as_ref();
    let places = info.map(|info| info.location.as_slice()).unwrap_or_default();
    let place = places.iter().find(|place| place.path == path);
    let text = place.map(Location::leading_comments).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
