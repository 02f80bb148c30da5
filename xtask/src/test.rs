//! `cargo xtask test`: every check there is, in the order that finds faults soonest. The build goes on beside the checks that do
//! without it, since neither keeps two processors busy.

use crate::tools::{self, Result};
use crate::{build, core};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use std::{env, fs};

/// Tests that ran, as their runners counted them.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: usize,
    failed: usize,
}

struct Step {
    name: &'static str,
    /// None from a check that counts no tests.
    check: fn(&mut Running) -> Result<Option<Counts>>,
}

/// What goes on beside the steps, once it has begun.
#[derive(Default)]
struct Running {
    build: Option<Beside>,
    sizes: Option<Beside>,
}

const STEPS: [Step; 13] = [
    Step { name: "tools", check: |running| begin(running).map(|()| None) },
    Step { name: "format", check: |_| tools::run(tools::cargo().args(["fmt", "--all", "--check"])).map(|()| None) },
    Step { name: "lints", check: |_| lints().map(|()| None) },
    Step { name: "unit tests", check: |_| cargo_tests().map(Some) },
    Step { name: "lints of the wasm", check: |_| wasm_lints().map(|()| None) },
    Step { name: "build", check: |running| built(running).map(|()| None) },
    Step { name: "types", check: |_| types().map(|()| None) },
    Step { name: "Node.js", check: |_| script_tests(Scripts::Node).map(Some) },
    Step { name: "sizes", check: |running| ended(&mut running.sizes).map(|()| None) },
    Step { name: "Chromium", check: |_| script_tests(Scripts::Browser("chromium")).map(Some) },
    Step { name: "Firefox", check: |_| script_tests(Scripts::Browser("firefox")).map(Some) },
    Step { name: "WebKit", check: |_| script_tests(Scripts::Browser("webkit")).map(Some) },
    Step { name: "frames", check: |_| script_tests(Scripts::Frames).map(Some) },
];

/// A command of this tool, beside other steps.
struct Beside {
    name: &'static str,
    process: Child,
    log: PathBuf,
}

impl Beside {
    fn start(name: &'static str) -> Result<Beside> {
        let log = tools::root().join(format!("target/{name}.log"));
        let file = fs::File::create(&log)?;
        let mut command = tools::command(env::current_exe()?);
        command.arg(name).stdout(file.try_clone()?).stderr(file);
        // a group of its own, to end all of it where a step fails meanwhile
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let process = command.spawn().map_err(|error| tools::cannot_start(&command, &error))?;
        Ok(Beside { name, process, log })
    }

    /// Waits for it, and tells what it told.
    fn end(mut self) -> Result {
        let status = self.process.wait()?;
        print!("{}", fs::read_to_string(&self.log)?);
        if status.success() { Ok(()) } else { Err(format!("`cargo xtask {}` failed", self.name).into()) }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Ok(None) = self.process.try_wait() {
            let _ = tools::command("kill").arg("--").arg(format!("-{}", self.process.id())).status();
            let _ = self.process.wait();
        }
    }
}

/// Installs what is missing. The build begins before Debian's programs are there, and installs npm's packages itself.
fn begin(running: &mut Running) -> Result {
    ensure_rust()?;
    if !["node", "npm"].into_iter().all(tools::is_on_path) {
        return Err("the tests need Node.js 20 or later with npm: https://nodejs.org".into());
    }
    running.build = Some(Beside::start("build")?);
    ensure_debian_packages()
}

/// Waits for the build. What it made is weighed beside the tests that follow, which leave a processor idle now and then.
fn built(running: &mut Running) -> Result {
    ended(&mut running.build)?;
    running.sizes = Some(Beside::start("size")?);
    Ok(())
}

fn ended(beside: &mut Option<Beside>) -> Result {
    beside.take().map_or(Ok(()), Beside::end)
}

pub fn run() -> Result {
    let mut summary = Vec::new();
    let mut total = Counts::default();
    let mut running = Running::default();
    for Step { name, check } in STEPS {
        println!("\n== {name}");
        let start = Instant::now();
        // a check without tests that fails counts as one
        let counts = check(&mut running).map(Option::unwrap_or_default).unwrap_or_else(|error| {
            println!("{error}");
            Counts { passed: 0, failed: 1 }
        });
        total.passed += counts.passed;
        total.failed += counts.failed;
        summary.push((name, start.elapsed().as_secs_f64(), counts));
        if counts.failed > 0 {
            break;
        }
    }
    println!();
    for (name, seconds, Counts { passed, failed }) in &summary {
        let verdict = match (passed, failed) {
            (0, 0) => "ok".to_owned(),
            (_, 0) => format!("ok, {passed} tests"),
            _ => "FAILED".to_owned(),
        };
        println!("{name:<22}{seconds:>6.1} s  {verdict}");
    }
    for step in STEPS.iter().skip(summary.len()) {
        println!("{:<22}          not run", step.name);
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    match total.failed {
        0 => Ok(()),
        _ => Err("not everything passed; the first fault is above the summary".into()),
    }
}

/// What the browser tests run, and the Debian package it comes in.
const PROGRAMS: [(&str, &str); 4] =
    [("chromium", "chromium"), ("firefox-esr", "firefox-esr"), ("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];
const CJK_FONT: (&str, &str) = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk");

/// A library that portals still have, for a page of tests/browser/hosts.
const PROTOTYPE: (&str, &str) = ("/usr/share/javascript/prototype/prototype.js", "libjs-prototype");

fn ensure_rust() -> Result {
    if tools::is_on_path("rustup") {
        for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
            if tools::output(tools::cargo().args([subcommand, "--version"])).is_err() {
                tools::run(tools::command("rustup").args(["component", "add", component]))?;
            }
        }
    }
    tools::ensure_wasm_target()
}

fn ensure_debian_packages() -> Result {
    let programs = PROGRAMS.iter().filter(|(program, _)| !tools::is_on_path(program));
    let mut missing: Vec<&str> = programs.map(|(_, package)| *package).collect();
    let files = [CJK_FONT, PROTOTYPE].into_iter().filter(|(file, _)| !Path::new(file).exists());
    missing.extend(files.map(|(_, package)| package));
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get update && apt-get install -y {}", missing.join(" "));
    let is_root = tools::output(tools::command("id").arg("-u")).is_ok_and(|id| id == b"0\n");
    if !is_root || !tools::is_on_path("apt-get") {
        return Err(format!("the browser tests need programs that are not here. On Debian, as root:\n  {by_hand}").into());
    }
    let apt = || {
        let mut apt = tools::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        apt
    };
    tools::run(apt().arg("update"))?;
    tools::run(apt().args(["install", "-y", "--no-install-recommends"]).args(missing))
}

/// Compiles the tests with more lints.
fn lints() -> Result {
    for packages in TESTED {
        let mut cargo = tests_of(packages);
        let mut child = cargo
            .args(["--no-run", "--all-targets"])
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| tools::cannot_start(&cargo, &error))?;
        let mut is_clean = true;
        for line in child.stderr.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
            let line = line?;
            is_clean &= !line.starts_with("warning");
            println!("{line}");
        }
        if !child.wait()?.success() || !is_clean {
            return Err(format!("{} does not compile, or not without warnings", packages.join(" or ")).into());
        }
    }
    Ok(())
}

/// The tools apart: together they would share features, and compile again what the build has compiled for itself.
const TESTED: [&[&str]; 3] = [&["duibiao", "duibiao-benches"], &["xtask"], &["duibiao-mutants"]];

/// Compiled by clippy's driver, which is the compiler with more lints: linted apart, all of it and all that it stands on would be read
/// twice.
fn tests_of(packages: &[&str]) -> Command {
    let mut cargo = tools::cargo();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").arg("test");
    cargo.args(packages.iter().flat_map(|package| ["--package", package]));
    cargo
}

/// With the flags, the profile and the folder of the build, which then has less to compile.
fn wasm_lints() -> Result {
    // all at once: the cores are parts of it
    let mut clippy = tools::cargo();
    clippy.args(["clippy", "--release", "--package", "duibiao", "--lib", "--target", tools::WASM]);
    clippy.args(["--no-default-features", "--features", "widget,choose,codes,briefing,analysis,views"]);
    clippy.arg("--target-dir").arg(core::target_dir(0)).args(["--", "-D", "warnings"]);
    tools::run(clippy.env("CARGO_ENCODED_RUSTFLAGS", core::flags()))
}

fn types() -> Result {
    tools::run(tools::npm_tool("tsc").args(["--project", "xtask/tsconfig.json"]))
}

fn cargo_tests() -> Result<Counts> {
    let mut counts = Counts::default();
    let mut succeeded = true;
    for packages in TESTED {
        succeeded &= echo(tests_of(packages).arg("--no-fail-fast"), |line| {
            // test result: ok. 12 passed; 0 failed; 0 ignored; …
            let Some(result) = line.strip_prefix("test result: ") else {
                return;
            };
            for part in result.split([';', '.']) {
                add(&mut counts, part.trim().split_once(' ').map(|(number, what)| (what, number)));
            }
        })?;
    }
    verdict(counts, succeeded, "cargo test")
}

/// Tests that Node.js runs.
#[derive(Clone, Copy, PartialEq)]
enum Scripts {
    Node,
    /// In this browser. Those of `….chromium.mjs` are about what only that one's driver can tell.
    Browser(&'static str),
    /// What is measured, which has the machine to itself.
    Frames,
}

fn script_tests(scripts: Scripts) -> Result<Counts> {
    let (folder, engine) = match scripts {
        Scripts::Node => ("node", None),
        Scripts::Browser(engine) => ("browser", Some(engine)),
        Scripts::Frames => ("frames", None),
    };
    let files = tools::files_below(&tools::root().join("tests").join(folder))?;
    let own = engine.map(|engine| format!(".{engine}.mjs"));
    let is_test = |name: &str| name.ends_with(".test.mjs") || own.as_ref().is_some_and(|own| name.ends_with(own));
    let tests = files.iter().filter(|file| is_test(&file.to_string_lossy()));
    let tap = build::stage_dir().with_file_name(format!("{}.tap", engine.unwrap_or(folder)));
    let mut node = tools::command("node");
    // as many files at once as there are processors: Node.js would leave one of them idle, and one more gains nothing
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let files_at_once = if scripts == Scripts::Frames { 1 } else { processors };
    node.args(["--test", "--test-timeout=300000"]).arg(format!("--test-concurrency={files_at_once}"));
    node.args(["--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-reporter=tap").arg(format!("--test-reporter-destination={}", tap.display()));
    node.env("DUIBIAO_XTASK", env::current_exe()?).envs(engine.map(|engine| ("DUIBIAO_ENGINE", engine))).args(tests);
    let succeeded = echo(&mut node, |_| ())?;
    let mut counts = Counts::default();
    for line in fs::read_to_string(tap)?.lines() {
        // # pass 12
        add(&mut counts, line.strip_prefix("# ").and_then(|rest| rest.split_once(' ')));
    }
    verdict(counts, succeeded, "node --test")
}

fn add(counts: &mut Counts, entry: Option<(&str, &str)>) {
    let Some((what, number)) = entry else { return };
    let number = number.parse().unwrap_or(0);
    match what {
        "pass" | "passed" => counts.passed += number,
        "fail" | "failed" | "cancelled" => counts.failed += number,
        _ => (),
    }
}

/// A runner that fails without a failed test did not get to run them all.
fn verdict(counts: Counts, succeeded: bool, runner: &str) -> Result<Counts> {
    if !succeeded && counts.failed == 0 {
        return Err(format!("{runner} failed before or after its tests").into());
    }
    Ok(counts)
}

/// Runs a command, passing its output on line by line. Whether it succeeded.
fn echo(command: &mut Command, mut line_read: impl FnMut(&str)) -> Result<bool> {
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| tools::cannot_start(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            line_read(&line);
        }
    }
    Ok(child.wait()?.success())
}
