//! What a value has to be: the option `stc.v1.rules` of its field.

use prost_reflect::{DynamicMessage, EnumDescriptor, FieldDescriptor, Kind, ReflectMessage, Value};

const RULES: &str = "stc.v1.rules";
const CHARS_OF_FORMAT: &str = "stc.v1.chars_of_format";

/// What a value has to be, beside its type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// A text: one of this list of codes.
    pub code: Option<String>,
    /// A text: its form.
    pub format: Option<Format>,
    /// A number.
    pub range: Option<Bounds>,
    /// A text: how many characters.
    pub chars: Option<Bounds>,
    /// A list: how many items.
    pub items: Option<Bounds>,
    /// A text: the regular expression that it matches as a whole.
    pub pattern: Option<String>,
    /// It is the best language of the request's `Accept-Language`.
    pub language: bool,
    /// It is a list that may be left out.
    pub may_be_absent: bool,
}

/// Both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub min: u64,
    /// The most; none: no bound.
    pub max: Option<u64>,
}

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 9562.
    Uuid,
    /// A day, ISO 8601.
    Date,
    /// A moment, RFC 3339.
    DateTime,
}

impl Rules {
    /// Those of a field.
    pub fn of(field: &FieldDescriptor) -> Self {
        let Some(extension) = field.parent_pool().get_extension_by_name(RULES) else {
            return Self::default();
        };
        let options = field.options();
        let rules = options.get_extension(&extension);
        let Some(rules) = rules.as_message() else { return Self::default() };
        Self {
            code: text(rules, "code"),
            format: format(rules),
            range: bounds(rules, "range"),
            chars: bounds(rules, "chars").or_else(|| chars_of_format(rules)),
            items: bounds(rules, "items"),
            pattern: text(rules, "pattern"),
            language: number(rules, "header") != 0,
            may_be_absent: truth(rules, "may_be_absent"),
        }
    }
}

pub(crate) fn text(message: &DynamicMessage, name: &str) -> Option<String> {
    let value = message.get_field_by_name(name)?;
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn truth(message: &DynamicMessage, name: &str) -> bool {
    message.get_field_by_name(name).and_then(|value| value.as_bool()).unwrap_or(false)
}

fn number(message: &DynamicMessage, name: &str) -> i32 {
    message.get_field_by_name(name).and_then(|value| value.as_enum_number()).unwrap_or(0)
}

fn bounds(rules: &DynamicMessage, name: &str) -> Option<Bounds> {
    let field = rules.descriptor().get_field_by_name(name)?;
    if !rules.has_field(&field) {
        return None;
    }
    rules.get_field(&field).as_message().map(read)
}

/// Bounds that go with the form of a text, wherever it stands.
fn chars_of_format(rules: &DynamicMessage) -> Option<Bounds> {
    let Kind::Enum(formats) = rules.descriptor().get_field_by_name("format")?.kind() else {
        return None;
    };
    let options = formats.get_value(number(rules, "format"))?.options();
    let extension = formats.parent_pool().get_extension_by_name(CHARS_OF_FORMAT)?;
    if !options.has_extension(&extension) {
        return None;
    }
    options.get_extension(&extension).as_message().map(read)
}

fn read(bounds: &DynamicMessage) -> Bounds {
    let of = |name| bounds.get_field_by_name(name)?.as_u64();
    Bounds { min: of("min").unwrap_or(0), max: of("max").filter(|max| *max > 0) }
}

fn format(rules: &DynamicMessage) -> Option<Format> {
    match number(rules, "format") {
        1 => Some(Format::Uuid),
        2 => Some(Format::Date),
        3 => Some(Format::DateTime),
        _ => None,
    }
}

/// The words of an enumeration's value, without the enumeration's name.
pub(crate) fn words(list: &EnumDescriptor, value: &Value) -> Option<String> {
    let found = list.get_value(value.as_enum_number()?)?;
    let prefix = crate::words::shouting(list.name()) + "_";
    found.name().strip_prefix(&prefix).map(str::to_owned)
}
