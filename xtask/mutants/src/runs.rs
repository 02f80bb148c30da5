//! Running tests with one mutant on: those that reach it, the quickest first, until one fails.

use crate::Result;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// A test of one of the programs.
struct Test {
    program: usize,
    name: String,
    seconds: f64,
}

/// The programs of tests, and which tests reach which mutant.
pub struct Runs {
    programs: Vec<PathBuf>,
    folder: PathBuf,
    tests: Vec<Test>,
    reached: HashMap<u32, Vec<usize>>,
}

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Caught,
    TimedOut,
    Survived,
    /// No test comes to it.
    Unreached,
}

/// Tests for which a process is begun together, in seconds.
const BATCH: f64 = 0.3;

impl Runs {
    /// Runs every test by itself, to learn how long it takes and what it reaches.
    pub fn learn(programs: Vec<PathBuf>, folder: &Path) -> Result<Runs> {
        let mut runs = Runs { programs, folder: folder.to_owned(), tests: Vec::new(), reached: HashMap::new() };
        let trace = folder.join("trace");
        for program in 0..runs.programs.len() {
            let listed = runs.command(program).args(["--list", "--format=terse"]).stderr(Stdio::null()).output()?;
            for name in String::from_utf8(listed.stdout)?.lines().filter_map(|line| line.strip_suffix(": test")) {
                let _ = fs::remove_file(&trace);
                let begun = Instant::now();
                let mut command = runs.command(program);
                command.args(["--exact", name]).env("MUTANT_TRACE", &trace).stdout(Stdio::null()).stderr(Stdio::null());
                if !command.status()?.success() {
                    // such as those that read the source
                    println!("{name} fails without a mutant, and is left out");
                    continue;
                }
                let number = runs.tests.len();
                runs.tests.push(Test { program, name: name.to_owned(), seconds: begun.elapsed().as_secs_f64() });
                for id in fs::read_to_string(&trace).unwrap_or_default().lines() {
                    runs.reached.entry(id.parse()?).or_default().push(number);
                }
            }
        }
        Ok(runs)
    }

    pub fn tests(&self) -> usize {
        self.tests.len()
    }

    /// What becomes of mutant `id`, which lies in `module` (`benchmark::rank`), whose own tests are asked first.
    pub fn outcome(&self, id: u32, module: &str) -> Result<Outcome> {
        let Some(reaching) = self.reached.get(&id) else { return Ok(Outcome::Unreached) };
        let mut order: Vec<&Test> = reaching.iter().filter_map(|number| self.tests.get(*number)).collect();
        let is_own = |test: &Test| test.program == 0 && test.name.starts_with(module);
        let cost = |test: &Test| if is_own(test) { test.seconds / 10.0 } else { test.seconds };
        order.sort_by(|a, b| (cost(a), a.program).partial_cmp(&(cost(b), b.program)).unwrap_or(std::cmp::Ordering::Equal));
        let mut rest = order.as_slice();
        while let Some(first) = rest.first() {
            let mut seconds = 0.0;
            let together = rest.iter().take_while(|test| {
                seconds += test.seconds;
                test.program == first.program && (seconds - test.seconds) < BATCH
            });
            let (batch, others) = rest.split_at(together.count());
            rest = others;
            let seconds: f64 = batch.iter().map(|test| test.seconds).sum();
            let mut command = self.command(first.program);
            command.args(["--exact", "--test-threads=1"]).args(batch.iter().map(|test| &test.name)).env("MUTANT", id.to_string());
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
            match ended(&mut child, Duration::from_secs_f64(3.0 + 6.0 * seconds))? {
                Some(true) => (),
                Some(false) => return Ok(Outcome::Caught),
                None => return Ok(Outcome::TimedOut),
            }
        }
        Ok(Outcome::Survived)
    }

    fn command(&self, program: usize) -> Command {
        let mut command = Command::new(&self.programs[program]);
        command.current_dir(&self.folder);
        command
    }
}

/// Whether it succeeded, if it ended in time.
fn ended(child: &mut Child, time: Duration) -> Result<Option<bool>> {
    let end = Instant::now() + time;
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}
