//! Who may depend on whom.

use std::{path::PathBuf, process::Command};

use serde_json::Value;
use tests::repository::root;

/// What rules are made of.
const PURE: &[&str] = &["events", "kernel", "vocabulary"];
/// What the services share.
const SHARED: &[&str] = &["eventlog", "events", "kernel", "proto", "runtime", "vocabulary"];
/// What those who put services together, or watch them, share. None knows a service.
const LIBRARIES: &[&str] = &[
    "centres",
    "consents",
    "logserver",
    "reads",
    "records",
    "restrictions",
    "settings",
    "store",
    "takeout",
    "vault",
    "work",
];
/// Whose rules the tools use as they are.
const SERVICES: &[&str] = &["exercises", "identity", "monitoring", "trajectories"];
/// Their rules: each service has its own.
const DOMAINS: &[&str] =
    &["exercises-domain", "identity-domain", "reads-domain", "trajectories-domain"];
/// What fills and measures a platform.
const TOOLS: &[&str] = &["audit", "bench", "demo", "keys"];
/// Who puts everything together.
const ROOTS: &[&str] = &["stc", "tests"];

/// One of our own crates.
pub(super) struct Crate {
    pub(super) name: String,
    /// The folder that it stands in, from the root.
    pub(super) folder: String,
    /// Which of us it depends on.
    dependencies: Vec<String>,
    /// On whom it depends, without those whom only its tests need.
    pub(super) all_dependencies: Vec<String>,
}

pub(super) fn crates() -> Vec<Crate> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let ours = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap();
        let ours = dependencies.iter().filter(|dependency| dependency["path"].is_string());
        let needed = dependencies.iter().filter(|dependency| dependency["kind"].is_null());
        let manifest = PathBuf::from(text(&package["manifest_path"]));
        let folder = manifest.strip_prefix(root()).unwrap().parent().unwrap();
        Crate {
            name: text(&package["name"]),
            folder: folder.to_str().unwrap().to_owned(),
            dependencies: ours.map(|dependency| text(&dependency["name"])).collect(),
            all_dependencies: needed.map(|dependency| text(&dependency["name"])).collect(),
        }
    };
    metadata["packages"].as_array().unwrap().iter().map(ours).collect()
}

#[test]
fn services_meet_in_protos_events_and_libraries_only() {
    let crates = crates();
    assert!(crates.len() >= 16);
    for Crate { name, folder, dependencies, .. } in &crates {
        let allowed: &[&[&str]] = match name.as_str() {
            root if ROOTS.contains(&root) => continue,
            "contract" => &[],
            "proto" | "vocabulary" => &[&["contract"]],
            "kernel" => &[&["vocabulary"]],
            "events" | "eventlog" => &[PURE],
            "runtime" => &[&["contract", "eventlog", "kernel", "vocabulary"]],
            "centres" | "consents" | "restrictions" | "takeout" => &[SHARED],
            // Its tests read the policies; it is made of pure crates.
            "records" => &[PURE, &["events", "proto", "runtime"]],
            "gateway" => &[SHARED, &["contract"]],
            "reads" => &[SHARED, &["centres", "reads-domain"]],
            _ if folder.ends_with("/domain") => &[PURE],
            _ if folder.starts_with("services/lib/") => {
                &[&["eventlog", "kernel", "proto", "runtime", "vocabulary"], LIBRARIES]
            }
            _ if folder.starts_with("services/tools/") => &[SHARED, LIBRARIES, SERVICES, TOOLS],
            service => {
                let own = format!("{service}-domain");
                let others = dependencies.iter().filter(|it| it.ends_with("-domain"));
                assert!(
                    others.into_iter().all(|it| *it == own),
                    "{service} has its own domain only"
                );
                &[
                    SHARED,
                    &[
                        "centres",
                        "consents",
                        "reads",
                        "records",
                        "restrictions",
                        "takeout",
                        "vault",
                        "work",
                    ],
                    DOMAINS,
                ]
            }
        };
        for dependency in dependencies {
            let is_allowed = allowed.iter().any(|some| some.contains(&dependency.as_str()));
            assert!(is_allowed, "{name} may not know {dependency}");
        }
    }
}
