//! `cargo xtask bench load`: the time from navigation to the first drawn chart, by duibiao and by ECharts with the same chart,
//! where processor and network are slow (benches/load/load.mjs). Both load by turns, and what counts is the ratio.

use crate::bench::{self, Runner};
use crate::tools::{self, Result};
use crate::{build, core};
use std::env;
use std::path::PathBuf;

/// Loads of each side that count.
const PAIRS: usize = 15;

pub fn run() -> Result {
    build::run(&[])?;
    stage()?;
    let most = bench::budget(&bench::budgets()?, "load")?;
    let mut node = tools::command("node");
    // what serves the pages is this program
    let mut browser = Runner::start(node.arg("benches/load/load.mjs").env("DUIBIAO_XTASK", env::current_exe()?))?;
    let (mut own, mut others) = (Loads::default(), Loads::default());
    for pair in 0..=PAIRS {
        let mut turns = [("duibiao", &mut own), ("echarts", &mut others)];
        if pair % 2 == 1 {
            turns.reverse();
        }
        for (page, loads) in turns {
            let (milliseconds, bytes) = load(&mut browser, page)?;
            // the first pair has files compressed, which the server then keeps
            if pair > 0 {
                loads.milliseconds.push(milliseconds);
                loads.bytes.push(bytes);
            }
        }
    }
    println!("{:<32}{:>12}{:>20}{:>18}", "to the first drawn chart", "median", "least to most", "transferred");
    let (own, others) = (own.print("duibiao"), others.print("ECharts, tree-shaken"));
    let ratio = own / others;
    println!("{:<32}{ratio:>9.3}", "ratio of the medians");
    let missed = (ratio > most).then(|| format!("duibiao's chart took {ratio:.3} times as long as that of ECharts, over {most}"));
    bench::verdict(missed.as_slice())
}

#[derive(Default)]
struct Loads {
    milliseconds: Vec<f64>,
    bytes: Vec<f64>,
}

impl Loads {
    /// The median of milliseconds.
    fn print(self, title: &str) -> f64 {
        let least = self.milliseconds.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.milliseconds.iter().copied().fold(0.0, f64::max);
        let median = bench::median(self.milliseconds);
        let range = format!("{least:.0} to {most:.0} ms");
        println!("{title:<32}{median:>9.0} ms{range:>20}{:>12.0} bytes", bench::median(self.bytes));
        median
    }
}

/// Milliseconds and bytes of one load.
fn load(browser: &mut Runner, page: &str) -> Result<(f64, f64)> {
    let answer = browser.ask(page)?;
    let numbers = answer.split_once(' ').and_then(|(milliseconds, bytes)| Some((milliseconds.parse().ok()?, bytes.parse().ok()?)));
    numbers.ok_or_else(|| format!("{page}: {answer:?} where milliseconds and bytes should be").into())
}

/// Where the two pages and ECharts lie, for the server.
pub fn folder() -> PathBuf {
    tools::root().join("target/load")
}

/// ECharts is installed when it is compared with, and not for those who only build or test.
fn stage() -> Result {
    let source = tools::root().join("benches/load");
    if !tools::ensure_npm_in("benches/load")? {
        return Err("this needs Node.js 20 or later with npm: https://nodejs.org".into());
    }
    for page in ["duibiao.html", "echarts.html"] {
        tools::copy(source.join(page), folder().join(page))?;
    }
    let mut esbuild = tools::npm_tool("esbuild");
    esbuild.args(["--bundle", "--minify", "--format=iife", "--legal-comments=none", "--log-level=warning"]).args(core::OLDEST);
    tools::run(esbuild.arg(source.join("echarts.js")).arg(format!("--outfile={}", folder().join("echarts.js").display())))
}
