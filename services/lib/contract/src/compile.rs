//! Compiling the files without protoc.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use protox::Compiler;

/// Every `.proto` file of ours below a folder, in order, with its path from there.
fn proto_files(root: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("stc")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "proto") {
                files.push(path.strip_prefix(root)?.to_owned());
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// Compiles every `.proto` file below a folder, with comments. The folder is the crate `proto`'s.
///
/// # Errors
///
/// With file, line and column of the mistake.
pub fn compile(root: &Path) -> Result<Compiler, Box<dyn Error>> {
    let mut compiler = Compiler::new([root])?;
    compiler.include_imports(true).include_source_info(true);
    compiler.open_files(proto_files(root)?)?;
    Ok(compiler)
}
