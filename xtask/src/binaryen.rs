//! Binaryen's programs, in one process of Node.js for a whole build (xtask/binaryen.mjs says why).

use crate::tools::{self, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::Mutex;

pub struct Binaryen {
    process: Mutex<Process>,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Binaryen {
    pub fn start() -> Result<Self> {
        let mut node = tools::command("node");
        node.arg("xtask/binaryen.mjs").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().map_err(|error| tools::cannot_start(&node, &error))?;
        let (Some(requests), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("Node.js was started without a way to speak to it".into());
        };
        let answers = BufReader::new(answers);
        Ok(Binaryen { process: Mutex::new(Process { child, requests, answers }) })
    }

    /// Runs one of the programs in the repository, to success. Who comes while another runs waits for its end.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Result {
        let mut answer = String::new();
        {
            let mut process = self.process.lock().map_err(|_| "binaryen was left in the middle of a run")?;
            writeln!(process.requests, "{program}\0{}", arguments.join("\0"))?;
            process.answers.read_line(&mut answer)?;
        }
        match answer.trim_end() {
            "0" => Ok(()),
            code => Err(format!("failed ({code:?}): {program} {}", arguments.join(" ")).into()),
        }
    }
}

impl Drop for Binaryen {
    fn drop(&mut self) {
        if let Ok(process) = self.process.get_mut() {
            let _ = process.child.kill();
            let _ = process.child.wait();
        }
    }
}
