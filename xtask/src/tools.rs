//! Finding, installing and running the programs that the commands call.

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The repository.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo puts what it makes, so that nothing here depends on the default.
pub fn target_dir() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// `program`, to be run in the repository.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// One of the programs that npm installed.
pub fn npm_tool(name: &str) -> Command {
    command(root().join("xtask/node_modules/.bin").join(name))
}

/// Runs to success or says which command failed.
pub fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("failed ({status}): {}", spelled(command)).into())
}

/// Standard output of a command that succeeds.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("failed ({}): {}", output.status, spelled(command)).into())
}

pub fn cannot_start(command: &Command, error: &dyn Error) -> String {
    format!("cannot start ({error}): {}", spelled(command))
}

fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

pub fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

/// A path as an argument among others that are text.
pub fn utf8(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| format!("{} is not UTF-8", path.display()).into())
}

pub fn read(path: impl AsRef<Path>) -> Result<Vec<u8>> {
    let path = path.as_ref();
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()).into())
}

pub fn read_text(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()).into())
}

/// Writes, making the folder first.
pub fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result {
    let path = path.as_ref();
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("cannot write {}: {error}", path.display()).into())
}

pub fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result {
    write(to, read(from)?)
}

/// The files below `folder`, sorted, none if there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                found.extend(files_below(&path)?);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target where rustup is the installer; elsewhere cargo's own error is the best one.
pub fn ensure_wasm_target() -> Result {
    if !is_on_path("rustup") {
        return Ok(());
    }
    let installed = output(command("rustup").args(["target", "list", "--installed"]))?;
    if String::from_utf8_lossy(&installed).lines().any(|line| line == WASM) {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", WASM]))
}

/// Installs the locked npm tools unless they are the ones already there. False where there is no Node.
pub fn ensure_npm() -> Result<bool> {
    ensure_npm_in("xtask")
}

/// The same of any folder with a package.json and its lock.
pub fn ensure_npm_in(folder: &str) -> Result<bool> {
    if !is_on_path("node") || !is_on_path("npm") {
        return Ok(false);
    }
    let folder = root().join(folder);
    let lock = read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(true);
    }
    // no package needs its install script: esbuild's only saves the start of a Node process
    run(Command::new("npm").current_dir(&folder).args(["ci", "--ignore-scripts"]))?;
    write(installed, lock)?;
    Ok(true)
}
