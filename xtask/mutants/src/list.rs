//! The mutants that cargo-mutants would try one by one.

use crate::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};

/// A line and a column, from one.
pub type At = (usize, usize);

/// A change of the source that a test should notice.
pub struct Mutant {
    pub id: u32,
    pub file: String,
    /// Where it begins.
    pub at: At,
    /// What stands there instead: an operator, `=` and a value of a function, `guard` and a constant, `-arm` or `-field`.
    pub replacement: String,
    /// File and change, numbered where a function has several of a kind: the same while the function is, whatever line it is on.
    pub name: String,
}

impl Mutant {
    /// The module it lies in (`benchmark::rank`).
    pub fn module(&self) -> String {
        let path = self.file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        path.replace('/', "::")
    }
}

/// Asks cargo-mutants for those of `files`, globs of paths.
pub fn list(root: &Path, program: &Path, files: &[&str]) -> Result<Vec<Mutant>> {
    let mut command = Command::new(program);
    command.current_dir(root).args(["mutants", "--list", "--json", "--package", "duibiao"]);
    command.args(files.iter().flat_map(|file| ["--file", file]));
    let output = command.stderr(Stdio::inherit()).output()?;
    let all: Value = serde_json::from_slice(&output.stdout)?;
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut mutants = Vec::new();
    for (mutant, id) in all.as_array().into_iter().flatten().zip(0..) {
        let text = |value: &Value| value.as_str().map(str::to_owned).ok_or("cargo-mutants lists in another way than it did");
        let number = |name: &str| mutant["span"]["start"][name].as_u64().map(|number| number as usize);
        let replaced = text(&mutant["replacement"])?;
        let replacement = match mutant["genre"].as_str() {
            Some("FnValue") => format!("={replaced}"),
            Some("MatchArm") => "-arm".to_owned(),
            Some("MatchArmGuard") => format!("guard {replaced}"),
            Some("StructField") => "-field".to_owned(),
            _ => replaced,
        };
        let file = text(&mutant["file"])?;
        // src/benchmark/rank.rs:12:5: replace …
        let full = text(&mutant["name"])?;
        let change = full.splitn(4, ':').nth(3).unwrap_or_default();
        let mut name = format!("{file}:{change}");
        let count = counts.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            name += &format!(" ({count})");
        }
        let at = number("line").zip(number("column")).ok_or("a mutant is nowhere")?;
        mutants.push(Mutant { id, file, at, replacement, name });
    }
    Ok(mutants)
}
