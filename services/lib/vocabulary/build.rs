//! Writes the codes, reasons and limits of the .proto files down in Rust.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

use contract::{Bounds, CodeList, Rules, codes, reasons_and_audiences, shouting, upper_camel};
use prost_reflect::{DescriptorPool, EnumValueDescriptor, Value};

const PROTO: &str = "../../../proto";
/// Who meets a reason of which nothing else is said.
const PEOPLE: i32 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    for folder in ["google", "stc"] {
        println!("cargo:rerun-if-changed={PROTO}/{folder}");
    }
    let pool = contract::compile(Path::new(PROTO))?.descriptor_pool();
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut text = String::new();
    for list in codes(&pool) {
        write_list(&mut text, &list)?;
    }
    all_lists(&mut text, &codes(&pool))?;
    fs::write(out.join("codes.rs"), text)?;
    fs::write(out.join("reasons.rs"), reasons(&pool)?)?;
    fs::write(out.join("limits.rs"), limits(&pool)?)?;
    Ok(())
}

fn write_list(text: &mut String, list: &CodeList) -> Result<(), Box<dyn Error>> {
    let name = &list.name;
    writeln!(
        text,
        "/// {}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]",
        list.about
    )?;
    writeln!(text, "#[derive(serde::Serialize, serde::Deserialize)]")?;
    writeln!(text, "#[derive(strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]")?;
    writeln!(text, "#[strum(parse_err_ty = crate::UnknownCode, parse_err_fn = crate::unknown)]")?;
    writeln!(text, "pub enum {name} {{")?;
    for (words, code, about) in &list.codes {
        writeln!(text, "/// {about}\n#[serde(rename = {code:?})]\n#[strum(serialize = {code:?})]")?;
        writeln!(text, "{},", upper_camel(words))?;
    }
    writeln!(text, "}}\nimpl crate::Code for {name} {{")?;
    writeln!(text, "const NAME: &'static str = {name:?};")?;
    writeln!(text, "const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;")?;
    writeln!(text, "fn name(self) -> &'static str {{ self.into() }}\n}}")?;
    Ok(())
}

/// Every list, for whoever describes them.
fn all_lists(text: &mut String, lists: &[CodeList]) -> Result<(), Box<dyn Error>> {
    writeln!(text, "/// Every list of codes: its name, and its codes as they are written.")?;
    writeln!(text, "pub const LISTS: &[(&str, &[&str])] = &[")?;
    for list in lists {
        let codes: Vec<_> = list.codes.iter().map(|(_, code, _)| code).collect();
        writeln!(text, "({:?}, &{codes:?}),", list.name)?;
    }
    writeln!(text, "];")?;
    Ok(())
}

/// The reasons, and who meets each.
fn reasons(pool: &DescriptorPool) -> Result<String, Box<dyn Error>> {
    let lists = reasons_and_audiences(pool);
    let list = lists.iter().find(|list| list.name == "Reason").ok_or("no reasons")?;
    let audiences = lists.iter().find(|list| list.name == "Audience").ok_or("no audiences")?;
    let mut text = String::new();
    write_list(&mut text, audiences)?;
    write_list(&mut text, list)?;
    let option = pool.get_extension_by_name("stc.v1.audience").ok_or("no option audience")?;
    let values = pool.get_enum_by_name("stc.v1.Reason").ok_or("no reasons")?;
    writeln!(
        text,
        "impl Reason {{\n/// Who meets it.\npub const fn audience(self) -> Audience {{ match self {{"
    )?;
    let audience_of = |value: &EnumValueDescriptor| match &*value.options().get_extension(&option) {
        Value::EnumNumber(number @ 1..) => *number,
        _ => PEOPLE,
    };
    for (number, (audience, ..)) in (1..).zip(&audiences.codes) {
        let met = values.values().filter(|it| it.number() != 0 && audience_of(it) == number);
        let met =
            met.map(|it| format!("Self::{}", upper_camel(it.name().trim_start_matches("REASON_"))));
        let met = met.collect::<Vec<_>>().join(" | ");
        writeln!(text, "{met} => Audience::{},", upper_camel(audience))?;
    }
    writeln!(text, "}} }} }}")?;
    Ok(text)
}

/// The bounds of every field that has some: a module for each service, a constant for each field.
fn limits(pool: &DescriptorPool) -> Result<String, Box<dyn Error>> {
    let mut services = BTreeMap::<String, String>::new();
    for file in pool.files() {
        let service =
            file.package_name().strip_prefix("stc.").and_then(|it| it.strip_suffix(".v1"));
        let Some(service) = service else { continue };
        // A package may stand in several files.
        let inner = services.entry(service.to_owned()).or_default();
        for message in file.messages() {
            for field in message.fields() {
                let rules = Rules::of(&field);
                let name = format!(
                    "{}_{}",
                    shouting(message.name().strip_suffix("Request").unwrap_or(message.name())),
                    field.name().to_ascii_uppercase()
                );
                let about = contract::comment(&file, field.path());
                for (bounds, unit) in [
                    (rules.range, "Bounds."),
                    (rules.chars, "Characters."),
                    (rules.items, "Items."),
                ] {
                    let Some(Bounds { min, max }) = bounds else { continue };
                    let about = if about.is_empty() { unit } else { &about };
                    let max = max.map_or("u64::MAX".to_owned(), grouped);
                    writeln!(inner, "/// {about}")?;
                    writeln!(
                        inner,
                        "pub const {name}: crate::Limit = crate::Limit {{ min: {min}, max: {max} }};"
                    )?;
                }
            }
        }
    }
    let mut text = String::new();
    for (service, inner) in services.iter().filter(|(_, inner)| !inner.is_empty()) {
        writeln!(text, "/// Of the operations of {service}.\npub mod {service} {{\n{inner}}}")?;
    }
    Ok(text)
}

/// A number as it is written in code: `1_000_000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().collect();
    String::from_utf8_lossy(&groups.join(&b'_')).into_owned()
}
