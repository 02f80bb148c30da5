//! Binaryen's wasm-opt, in a few processes of Node.js for a whole build (xtask/binaryen.mjs says why).

use crate::tools::{self, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Condvar, Mutex};

pub struct Binaryen {
    /// Those that do nothing at present.
    idle: Mutex<Vec<Process>>,
    returned: Condvar,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Binaryen {
    /// As many as there are processors.
    pub fn start() -> Result<Self> {
        let count = std::thread::available_parallelism().map_or(1, usize::from);
        let processes = (0..count).map(|_| Process::start()).collect::<Result<_>>()?;
        Ok(Binaryen { idle: Mutex::new(processes), returned: Condvar::new() })
    }

    /// Runs wasm-opt in the repository, to success. Who comes while all are busy waits for one.
    pub fn optimise(&self, arguments: &[&str]) -> Result {
        let left = |_| "binaryen was left in the middle of a run";
        let mut process = {
            let mut idle = self.returned.wait_while(self.idle.lock().map_err(left)?, |idle| idle.is_empty()).map_err(left)?;
            idle.pop().ok_or("an idle process that is not there")?
        };
        let code = process.run(arguments);
        self.idle.lock().map_err(left)?.push(process);
        self.returned.notify_one();
        match code?.trim_end() {
            "0" => Ok(()),
            code => Err(format!("failed ({code:?}): wasm-opt {}", arguments.join(" ")).into()),
        }
    }
}

impl Process {
    fn start() -> Result<Self> {
        let mut node = tools::command("node");
        node.arg("xtask/binaryen.mjs").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().map_err(|error| tools::cannot_start(&node, &error))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(requests), Some(answers)) => Ok(Process { child, requests, answers: BufReader::new(answers) }),
            _ => Err("Node.js was started without a way to speak to it".into()),
        }
    }

    /// The exit code as it is answered; empty where the process has ended.
    fn run(&mut self, arguments: &[&str]) -> Result<String> {
        let mut answer = String::new();
        writeln!(self.requests, "{}", arguments.join("\0"))?;
        self.answers.read_line(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
