//! `cargo xtask mutants`: the mutants that cargo-mutants lists for the analysis, compiled all at once and switched on one by one. Compiled
//! one by one they would take days.

mod compile;
mod list;
mod runs;
mod survivors;
mod switch;

use list::Mutant;
use runs::{Outcome, Runs};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const ANALYSIS: [&str; 3] = ["src/benchmark/**", "src/trajectory/**", "src/crosscheck/**"];

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    match run(if files.is_empty() { &ANALYSIS } else { &files }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mutants: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(files: &[&str]) -> Result {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = own.ancestors().nth(2).unwrap_or(own);
    let target = root.join("target/mutants");
    let mutants = list::list(root, &installed(&target)?, files)?;
    let tree = target.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    copy_tracked(root, &tree)?;
    let (programs, left_out) = compile::compiled(&tree, &target.join("target"), &mutants)?;
    println!("{} mutants, {} of them do not compile", mutants.len(), left_out.len());
    let runs = Runs::learn(programs, &tree)?;
    println!("{} tests", runs.tests());
    let tried: Vec<&Mutant> = mutants.iter().filter(|mutant| !left_out.contains(&mutant.id)).collect();
    report(&mutants, &outcomes(&runs, &tried)?, &fs::read_to_string(own.join("survivors.txt"))?)
}

/// Tells the score and, of those that survive, those without a reason in `text`, which fail.
fn report(mutants: &[Mutant], outcomes: &[(&Mutant, Outcome)], text: &str) -> Result {
    let count = |outcome: Outcome| outcomes.iter().filter(|(_, own)| *own == outcome).count();
    let caught = count(Outcome::Caught) + count(Outcome::TimedOut);
    let score = 100.0 * caught as f64 / outcomes.len().max(1) as f64;
    println!("{} tried, {caught} caught ({score:.1} %), {} of them by running out of time", outcomes.len(), count(Outcome::TimedOut));
    let explained = survivors::explained(text);
    let survivors: Vec<&(&Mutant, Outcome)> =
        outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Survived | Outcome::Unreached)).collect();
    for name in explained.keys() {
        let is_asked = mutants.iter().any(|mutant| name.starts_with(&mutant.file));
        if is_asked && !survivors.iter().any(|(mutant, _)| mutant.name == *name) {
            let is_listed = mutants.iter().any(|mutant| mutant.name == *name);
            println!("no survivor any more: {name}{}", if is_listed { "" } else { " (no mutant either)" });
        }
    }
    let unexplained: Vec<_> = survivors.iter().filter(|(mutant, _)| !explained.contains_key(mutant.name.as_str())).collect();
    for (mutant, outcome) in &unexplained {
        println!("{outcome:?}, line {}: {}", mutant.at.0, mutant.name);
    }
    println!("{} survive, {} without a reason in xtask/mutants/survivors.txt", survivors.len(), unexplained.len());
    if unexplained.is_empty() { Ok(()) } else { Err("survivors to be caught or explained".into()) }
}

/// What becomes of each, as many at once as there are processors.
fn outcomes<'m>(runs: &Runs, mutants: &[&'m Mutant]) -> Result<Vec<(&'m Mutant, Outcome)>> {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    let failed = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(mutant) = mutants.get(next.fetch_add(1, Relaxed)) {
                    match runs.outcome(mutant.id, &mutant.module()) {
                        Ok(outcome) => {
                            let mut outcomes = outcomes.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                            outcomes.push((*mutant, outcome));
                            if outcomes.len() % 200 == 0 {
                                println!("{} of {}", outcomes.len(), mutants.len());
                            }
                        }
                        Err(error) => *failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(error.to_string()),
                    }
                }
            });
        }
    });
    if let Some(error) = failed.into_inner()? {
        return Err(error.into());
    }
    let mut outcomes = outcomes.into_inner().unwrap_or_default();
    outcomes.sort_by_key(|(mutant, _)| mutant.id);
    Ok(outcomes)
}

/// The lister, installed where it is not yet.
fn installed(target: &Path) -> Result<std::path::PathBuf> {
    let program = target.join("bin/cargo-mutants");
    if !program.exists() {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["install", "cargo-mutants", "--version", "27.1.0", "--locked", "--root"]).arg(target);
        if !cargo.status()?.success() {
            return Err("cargo-mutants, which lists the mutants, cannot be installed".into());
        }
    }
    Ok(program)
}

/// Copies what git knows, as it stands in the working tree.
fn copy_tracked(root: &Path, tree: &Path) -> Result {
    let listed = Command::new("git").current_dir(root).args(["ls-files", "-z"]).output()?;
    for path in String::from_utf8(listed.stdout)?.split('\0').filter(|path| !path.is_empty()) {
        let to = tree.join(path);
        if let (Some(folder), true) = (to.parent(), root.join(path).is_file()) {
            fs::create_dir_all(folder)?;
            fs::copy(root.join(path), to)?;
        }
    }
    Ok(())
}
