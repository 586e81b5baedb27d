//! Who may depend on whom.

use std::process::Command;

use serde_json::Value;
use tests::repository::root;

/// What the services share.
const SHARED: &[&str] = &["events", "platform", "proto"];
/// Who puts everything together.
const ROOTS: &[&str] = &["stc", "tests"];

/// Our own crates and which of us each depends on.
fn crates() -> Vec<(String, Vec<String>)> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let ours = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let ours = dependencies.filter(|dependency| dependency["path"].is_string());
        (text(&package["name"]), ours.map(|dependency| text(&dependency["name"])).collect())
    };
    metadata["packages"].as_array().unwrap().iter().map(ours).collect()
}

#[test]
fn services_meet_in_protos_events_and_the_platform_only() {
    let crates = crates();
    assert!(crates.len() >= 10);
    for (name, dependencies) in crates.iter().filter(|(name, _)| !ROOTS.contains(&name.as_str())) {
        let allowed: &[&str] = match name.as_str() {
            "contract" => &[],
            "proto" | "vocabulary" => &["contract"],
            "platform" => &["vocabulary"],
            "events" => &["platform", "vocabulary"],
            "gateway" => &["contract", "events", "platform", "proto", "vocabulary"],
            _service => SHARED,
        };
        for dependency in dependencies {
            assert!(allowed.contains(&dependency.as_str()), "{name} may not know {dependency}");
        }
    }
}
