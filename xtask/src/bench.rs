//! `cargo xtask bench`: the analysis natively and through wasm, in one run, as ratios. Seconds differ from machine to
//! machine and hour to hour; how much slower wasm is does so much less.

use crate::build;
use crate::tools::{self, Result};
use std::fs;

/// The most that wasm may take, natively being 1.
const MOST: f64 = 2.0;

pub fn run() -> Result {
    build::run(&[])?;
    tools::run(tools::cargo().args(["bench", "--package", "duibiao", "--bench", "analysis"]))?;
    let script = tools::root().join("benches/wasm.mjs");
    let output = String::from_utf8(tools::output(tools::command("node").arg(script))?)?;
    println!("\n{:<28}{:>12}{:>12}{:>8}", "median", "native", "wasm", "ratio");
    let mut over = Vec::new();
    for line in output.lines() {
        // rank-all 12345678
        let (name, wasm) = line.split_once(' ').ok_or_else(|| format!("benches/wasm.mjs printed {line:?}"))?;
        let (native, wasm) = (native(name)?, wasm.parse::<f64>()?);
        let ratio = wasm / native;
        println!("{name:<28}{:>9.3} ms{:>9.3} ms{ratio:>8.2}", native / 1e6, wasm / 1e6);
        if ratio > MOST {
            over.push(name);
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(format!("through wasm, {} took more than {MOST} times as long", over.join(", ")).into())
}

/// The median in nanoseconds that criterion left.
fn native(name: &str) -> Result<f64> {
    let file = tools::target_dir().join("criterion/analysis").join(name).join("new/estimates.json");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let median = text.split_once("\"median\"").and_then(|(_, rest)| rest.split_once("\"point_estimate\":"));
    let number = median.and_then(|(_, rest)| rest.split(',').next());
    let number = number.ok_or_else(|| format!("{}: no median", file.display()))?;
    Ok(number.parse()?)
}
