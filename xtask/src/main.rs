//! `cargo xtask <command>`: everything that is done with the source besides reading it.

mod bench;
mod binaryen;
mod briefing;
mod build;
mod bulk;
mod core;
mod demo;
mod glue;
mod hant;
mod lanes;
mod load;
mod names;
mod order;
mod serve;
mod size;
mod snip;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  build [CORE...]  make pkg/: the widget, its wasm, its JavaScript core, typings; of the cores only those named
  demo [--port N]  build, then serve the demo page on 127.0.0.1:8080 or the next free port
  test             format, lints, unit tests, build, sizes, types, browsers; installs what they need
  bench            the analysis natively, through wasm and beside scikit-criteria, as ratios against benches/budget.toml
  bench load       the time to the first drawn chart beside ECharts, slowed, against the same
  briefing DATASET.json [-o FILE.html] [--lang zh-Hans|zh-Hant|en]
                   one file that presents the dataset's views without a network
  mutants [FILES]  changes of the analysis that no test notices; those without a reason in xtask/mutants/survivors.txt fail
  pictures         the pictures of the pages for editors and developers, as the package draws them now
  size             what pkg/ weighs, raw and compressed, against the budgets in xtask/budget.toml";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["build", cores @ ..] => build::run(cores),
        ["demo", options @ ..] => demo::run(options),
        ["briefing", options @ ..] => briefing::run(options),
        ["test"] => test::run(),
        ["mutants", files @ ..] => tools::run(tools::cargo().args(["run", "--quiet", "--package", "duibiao-mutants", "--"]).args(files)),
        ["pictures"] => {
            build::run(&["analysis"]).and_then(|()| tools::run(tools::command("node").arg(tools::root().join("xtask/pictures.mjs"))))
        }
        ["size"] => size::run(),
        ["bench", what @ ..] => bench::run(what),
        // for tests/browser: no build, any port, choice of policy
        ["serve", options @ ..] => serve::run(options),
        [] | ["help" | "-h" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("cannot understand {:?}\n\n{USAGE}", other.join(" ")).into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
