//! Compiling all mutants at once, without those that do not compile.

use crate::Result;
use crate::list::Mutant;
use crate::switch::switched;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const MODULE: &str = include_str!("mutant.rs");

/// The programs of tests with all mutants in them, in a copy of the project at `tree`; and the mutants that are not.
pub fn compiled(tree: &Path, target: &Path, mutants: &[Mutant]) -> Result<(Vec<PathBuf>, BTreeSet<u32>)> {
    let mut files: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        files.entry(&mutant.file).or_default().push(mutant);
    }
    let texts = files.keys().map(|file| Ok((*file, fs::read_to_string(tree.join(file))?))).collect::<Result<BTreeMap<_, _>>>()?;
    let library = tree.join("src/lib.rs");
    fs::write(&library, fs::read_to_string(&library)? + "\n#[doc(hidden)]\npub mod mutant;\n")?;
    fs::write(tree.join("src/mutant.rs"), MODULE)?;
    let mut left_out = BTreeSet::new();
    loop {
        for (file, text) in &texts {
            let chosen: Vec<&Mutant> = files[file].iter().copied().filter(|mutant| !left_out.contains(&mutant.id)).collect();
            let (text, unplaced) = switched(text, &chosen).map_err(|error| format!("{file}: {error}"))?;
            left_out.extend(unplaced);
            fs::write(tree.join(file), text)?;
        }
        match cargo(tree, target)? {
            Outcome::Programs(programs) => return Ok((programs, left_out)),
            Outcome::Faults(faults) => {
                let before = left_out.len();
                for fault in &faults {
                    let text = fs::read_to_string(tree.join(&fault.file))?;
                    let found = if fault.is_not_exhaustive {
                        let is_arm = |id: &u32| mutants.get(*id as usize).is_some_and(|mutant| mutant.replacement == "-arm");
                        arms(&text, fault.from).into_iter().filter(is_arm).collect()
                    } else {
                        at_fault(&text, fault.from)
                    };
                    left_out.extend(found);
                }
                println!("{} faults, {} more do not compile", faults.len(), left_out.len() - before);
                if left_out.len() == before {
                    let first = faults.first().map(|fault| fault.message.as_str()).unwrap_or_default();
                    return Err(format!("no mutant is found at fault for:\n{first}").into());
                }
            }
        }
    }
}

enum Outcome {
    Programs(Vec<PathBuf>),
    Faults(Vec<Fault>),
}

struct Fault {
    file: String,
    from: usize,
    /// A match that does without an arm it cannot do without.
    is_not_exhaustive: bool,
    message: String,
}

fn cargo(tree: &Path, target: &Path) -> Result<Outcome> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(tree).args(["test", "--no-run", "--package", "duibiao", "--lib", "--test", "all", "--message-format=json"]);
    cargo.arg("--target-dir").arg(target).env("RUSTFLAGS", "--cap-lints=allow").env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    let output = cargo.stderr(Stdio::piped()).output()?;
    let (mut programs, mut faults) = (Vec::new(), Vec::new());
    for line in String::from_utf8(output.stdout)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        if let Some(program) = line["executable"].as_str() {
            programs.push(PathBuf::from(program));
        }
        let message = &line["message"];
        let rendered = message["rendered"].as_str().unwrap_or_default();
        for span in message["spans"].as_array().into_iter().flatten() {
            if message["level"] == "error" && span["is_primary"] == true {
                let file = span["file_name"].as_str().unwrap_or_default().to_owned();
                let from = span["byte_start"].as_u64().unwrap_or_default() as usize;
                let is_not_exhaustive = message["code"]["code"] == "E0004";
                faults.push(Fault { file, from, is_not_exhaustive, message: rendered.chars().take(2000).collect() });
            }
        }
    }
    // the library's own tests first
    programs.sort_by_key(|program| program.file_name().is_some_and(|name| name.to_string_lossy().starts_with("all")));
    if !output.status.success() && faults.is_empty() {
        return Err(format!("cargo fails:\n{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(if output.status.success() { Outcome::Programs(programs) } else { Outcome::Faults(faults) })
}

/// The mutants of the smallest brackets round `from` that have some at their own level.
fn at_fault(text: &str, from: usize) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        // the bracket before, which is open here
        let mut depth = 0;
        let open = bytes.get(..start).and_then(|before| {
            before.iter().rposition(|byte| {
                match byte {
                    b')' | b']' | b'}' => depth += 1,
                    b'(' | b'[' | b'{' if depth > 0 => depth -= 1,
                    b'(' | b'[' | b'{' => return true,
                    _ => (),
                }
                false
            })
        });
        let Some(open) = open else { return Vec::new() };
        let found = own_mutants(&text[open + 1..]);
        if !found.is_empty() {
            return found;
        }
        start = open;
    }
}

/// The numbers in the guards of the match whose value begins at `from`.
fn arms(text: &str, from: usize) -> Vec<u32> {
    let mut depth = 0_i32;
    let mut found = Vec::new();
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' | b'{' => {
                if depth == 1 && text[..at].trim_end().ends_with(" if") {
                    found.extend(own_mutants(&text[at + 1..]));
                }
                depth += 1;
            }
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth < 0 || (depth == 0 && byte == b'}') {
                    break;
                }
            }
            _ => (),
        }
    }
    found
}

/// The numbers in `mutant :: on (12)` and `here (12)` up to the bracket that closes, without those in brackets of their own.
fn own_mutants(text: &str) -> Vec<u32> {
    let mut depth = 0_i32;
    let mut found = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => {
                let before = text[..at].trim_end();
                if depth == 0 && (before.ends_with("mutant :: on") || before.ends_with("mutant :: here")) {
                    let number: String = text[at + 1..].trim_start().chars().take_while(char::is_ascii_digit).collect();
                    found.extend(number.parse::<u32>());
                }
                depth += 1;
            }
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth < 0 {
                    break;
                }
            }
            _ => (),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_brackets_with_a_mutant_are_at_fault() {
        let text = "fn f () { { if mutant :: on (1u32) { mutant :: here (1u32) ; return 5 ; } } (match (a , b) { (l , r) => { if mutant :: on (2u32) { mutant :: here (2u32) ; l - r } else { l + r } } }) }";
        let at = |what: &str| text.find(what).expect("part of the text");
        assert_eq!(at_fault(text, at("5 ;")), [1]);
        assert_eq!(at_fault(text, at("- r")), [2]);
        assert_eq!(at_fault(text, at("+ r")), [2]);
        assert_eq!(at_fault(text, at("fn f")), [0_u32; 0]);
    }

    #[test]
    fn arms_of_a_match_are_found_from_its_value() {
        let text = "match a { 1 if (! mutant :: on (3u32)) => (if mutant :: on (4u32) { 1 }) , _ => 2 } (if mutant :: on (5u32) {})";
        assert_eq!(arms(text, 6), [3]);
    }
}
