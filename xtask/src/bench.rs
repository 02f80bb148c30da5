//! `cargo xtask bench`: the analysis natively, through wasm in Node.js and, where it is installed, beside
//! scikit-criteria. All do the same work by turns, and what counts is the ratio of one turn to the next: seconds differ
//! from machine to machine and minute to minute, ratios do so much less. What else is measured so has a name (`bench load`).

use crate::tools::{self, Result};
use crate::{build, load};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What is done, and how many times in one turn. The names are those of benches/work.rs.
const WORKS: [(&str, u32); 4] = [("parse", 1), ("rank-all", 1), ("entropy-topsis", 20), ("thousand-draws", 1)];
const TURNS: usize = 7;

pub fn run(what: &[&str]) -> Result {
    match what {
        [] => analysis(),
        ["load"] => load::run(),
        other => Err(format!("there is `bench` for the analysis, and `bench load`, but no {:?}", other.join(" ")).into()),
    }
}

fn analysis() -> Result {
    build::run(&["analysis"])?;
    let budgets = budgets()?;
    let benches = || {
        let mut cargo = tools::cargo();
        cargo.args(["bench", "--quiet", "--package", "duibiao-benches", "--features", "criterion"]);
        cargo
    };
    // the one with criterion too, which nothing else compiles
    tools::run(benches().arg("--no-run"))?;
    let mut native = Runner::start(benches().args(["--bench", "rounds"]))?;
    // a first turn ends when the data for the others is written
    native.turn("what-if", 1)?;
    let mut wasm = Runner::start(tools::command("node").arg("benches/wasm.mjs"))?;
    let mut missed = Vec::new();
    println!("{:<32}{:>12}{:>12}{:>9}", "median of each turn", "native", "other", "ratio");
    for (name, times) in WORKS {
        let most = budget(&budgets, name)?;
        let ratio = compare(&format!("{name}, wasm"), &mut native, &mut wasm, name, times)?;
        if ratio > most {
            missed.push(format!("through wasm, {name} took {ratio:.2} times as long, over {most}"));
        }
    }
    let least = budget(&budgets, "scikit")?;
    if let Some(mut python) = python() {
        let mut scikit = Runner::start(python.arg("benches/scikit.py"))?;
        let ratio = compare("entropy-topsis, scikit-criteria", &mut native, &mut scikit, "entropy-topsis", 20)?;
        if ratio < least {
            missed.push(format!("scikit-criteria took {ratio:.1} times as long, under {least}"));
        }
    } else {
        println!("no Python with scikit-criteria: not compared with it (tests/oracles/README.md tells how to install it)");
    }
    let most = budget(&budgets, "what_if")?;
    let microseconds = median((0..TURNS).map(|_| native.turn("what-if", 1000)).collect::<Result<_>>()?) / 1e3;
    println!("{:<32}{microseconds:>9.2} µs", "what-if");
    if microseconds > most {
        missed.push(format!("a what-if took {microseconds:.1} µs, over {most}"));
    }
    verdict(&missed)
}

pub fn verdict(missed: &[String]) -> Result {
    if missed.is_empty() {
        return Ok(());
    }
    Err(format!("{}\nmake it faster, or change benches/budget.toml and say why there", missed.join("\n")).into())
}

/// How many times as long the other takes: the median of turn by turn, after one that does not count.
fn compare(title: &str, native: &mut Runner, other: &mut Runner, name: &str, times: u32) -> Result<f64> {
    let (mut own, mut others, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..=TURNS {
        let (first, second) = (native.turn(name, times)?, other.turn(name, times)?);
        if turn > 0 {
            own.push(first);
            others.push(second);
            ratios.push(second / first);
        }
    }
    let (own, others, ratio) = (median(own), median(others), median(ratios));
    println!("{title:<32}{:>9.3} ms{:>9.3} ms{ratio:>9.2}", own / 1e6, others / 1e6);
    Ok(ratio)
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A Python that has scikit-criteria: of the environment the oracles were made in, or the machine's.
fn python() -> Option<Command> {
    ["venv/bin/python", "python3"].into_iter().find_map(|name| {
        let path = tools::root().join(name);
        let program = if path.exists() { path } else { name.into() };
        let mut check = tools::command(&program);
        let found = check.args(["-c", "import skcriteria"]).stderr(Stdio::null()).status();
        found.is_ok_and(|status| status.success()).then(|| tools::command(program))
    })
}

/// A program that does a work when it is told so, and tells how long that took.
pub struct Runner {
    program: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Runner {
    pub fn start(command: &mut Command) -> Result<Runner> {
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut program = started.map_err(|error| tools::cannot_start(command, &error))?;
        let (Some(orders), Some(answers)) = (program.stdin.take(), program.stdout.take()) else {
            return Err("a program without standard input and output".into());
        };
        Ok(Runner { program, orders: Some(orders), answers: BufReader::new(answers) })
    }

    /// Nanoseconds that the work took once.
    fn turn(&mut self, name: &str, times: u32) -> Result<f64> {
        let answer = self.ask(&format!("{name} {times}"))?;
        answer.parse().map_err(|_| format!("{name}: {answer:?} where the nanoseconds should be").into())
    }

    /// What it answers to an order; nothing if it has ended.
    pub fn ask(&mut self, order: &str) -> Result<String> {
        let orders = self.orders.as_mut().ok_or("a program without standard input")?;
        writeln!(orders, "{order}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(answer.trim().to_owned())
    }
}

impl Drop for Runner {
    /// Without orders the program ends.
    fn drop(&mut self) {
        self.orders = None;
        let _ = self.program.wait();
    }
}

pub fn budgets() -> Result<String> {
    tools::read_text(tools::root().join("benches/budget.toml"))
}

pub fn budget(budgets: &str, key: &str) -> Result<f64> {
    let mut entries = budgets.lines().filter_map(|line| line.split_once('='));
    let entry = entries.find(|(name, _)| name.trim() == key);
    let (_, value) = entry.ok_or_else(|| format!("benches/budget.toml has no {key}"))?;
    value.trim().parse().map_err(|_| format!("benches/budget.toml: {key} is {:?}, not a number", value.trim()).into())
}
