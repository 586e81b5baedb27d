//! Who may depend on whom.

use std::{path::PathBuf, process::Command};

use serde_json::Value;
use tests::repository::root;

/// What the services share.
const SHARED: &[&str] = &["events", "platform", "proto"];
/// What those who put services together, or watch them, share. None knows a service.
const LIBRARIES: &[&str] = &["logserver", "settings", "store", "vault", "vocabulary"];
/// Whose rules the tools use as they are.
const SERVICES: &[&str] = &["exercises", "identity", "monitoring", "trajectories"];
/// What fills and measures a platform.
const TOOLS: &[&str] = &["bench", "demo"];
/// Who puts everything together.
const ROOTS: &[&str] = &["stc", "tests"];

/// One of our own crates.
struct Crate {
    name: String,
    /// The folder that it stands in, from the root.
    folder: String,
    /// Which of us it depends on.
    dependencies: Vec<String>,
}

fn crates() -> Vec<Crate> {
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
        let manifest = PathBuf::from(text(&package["manifest_path"]));
        let folder = manifest.strip_prefix(root()).unwrap().parent().unwrap();
        Crate {
            name: text(&package["name"]),
            folder: folder.to_str().unwrap().to_owned(),
            dependencies: ours.map(|dependency| text(&dependency["name"])).collect(),
        }
    };
    metadata["packages"].as_array().unwrap().iter().map(ours).collect()
}

#[test]
fn services_meet_in_protos_events_and_the_platform_only() {
    let crates = crates();
    assert!(crates.len() >= 16);
    for Crate { name, folder, dependencies } in &crates {
        let allowed: &[&[&str]] = match name.as_str() {
            root if ROOTS.contains(&root) => continue,
            "contract" => &[],
            "proto" | "vocabulary" => &[&["contract"]],
            "platform" => &[&["vocabulary"]],
            "events" => &[&["platform", "vocabulary"]],
            "gateway" => &[SHARED, &["contract", "vocabulary"]],
            _ if folder.starts_with("services/lib/") => &[&["platform", "proto"], LIBRARIES],
            _ if folder.starts_with("services/tools/") => &[SHARED, LIBRARIES, SERVICES, TOOLS],
            "identity" => &[SHARED, &["vault", "work"]],
            "trajectories" => &[SHARED, &["work"]],
            _service => &[SHARED],
        };
        for dependency in dependencies {
            let is_allowed = allowed.iter().any(|some| some.contains(&dependency.as_str()));
            assert!(is_allowed, "{name} may not know {dependency}");
        }
    }
}
