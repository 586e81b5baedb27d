//! Compiles the .proto files without protoc.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    for folder in ["google", "stc"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let compiled = contract::compile(Path::new("."))?;
    let out = env::var("OUT_DIR")?;
    // Encoded by who compiled it: other encoders drop the options that they do not know.
    fs::write(Path::new(&out).join("descriptors.bin"), compiled.encode_file_descriptor_set())?;
    let mut files = compiled.file_descriptor_set();
    // Needed to read the options of operations, and by nobody as a type.
    files.file.retain(|file| file.package() != "google.api");
    let mut names = tonic_prost_build::Config::new();
    // A message knows its name, by which its description is found.
    names.enable_type_names();
    tonic_prost_build::configure()
        .bytes(".")
        .include_file("services.rs")
        .compile_fds_with_config(files, names)?;
    #[cfg(feature = "eventstore-wire")]
    eventstore::compile()?;
    Ok(())
}

/// The wire protocol of KurrentDB. Its protos are not copied here: they come with the package of
/// the official client, which stands in the lock file.
#[cfg(feature = "eventstore-wire")]
mod eventstore {
    use std::{
        env,
        error::Error,
        path::{Path, PathBuf},
        process::Command,
    };

    use serde_json::Value;

    /// The package, and the feature of ours that brings it.
    const PACKAGE: &str = "kurrentdb";
    const FEATURE: &str = "eventlog/kurrentdb";
    const FILES: [&str; 4] =
        ["streams.proto", "persistent.proto", "gossip.proto", "serverfeatures.proto"];

    pub(crate) fn compile() -> Result<(), Box<dyn Error>> {
        println!("cargo:rerun-if-changed=../Cargo.lock");
        let descriptors = protox::compile(FILES, [protos()?])?;
        tonic_prost_build::configure()
            .bytes(".")
            .build_client(false)
            .disable_comments(["."])
            .include_file("eventstore.rs")
            .compile_fds(descriptors)?;
        Ok(())
    }

    /// The folder of protos in the package, wherever cargo keeps it.
    fn protos() -> Result<PathBuf, Box<dyn Error>> {
        let output = Command::new(env::var("CARGO")?)
            .args(["metadata", "--format-version", "1", "--locked", "--features", FEATURE])
            .args(["--filter-platform", &env::var("TARGET")?])
            .current_dir(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(".."))
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let metadata: Value = serde_json::from_slice(&output.stdout)?;
        let manifest = metadata["packages"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|package| package["name"] == PACKAGE)
            .and_then(|package| package["manifest_path"].as_str())
            .ok_or(format!("cargo knows no package {PACKAGE}: does {FEATURE} bring it?"))?;
        Ok(Path::new(manifest).with_file_name("protos"))
    }
}
