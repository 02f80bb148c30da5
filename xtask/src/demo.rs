//! `cargo xtask demo`: build, then show the demo page.

use crate::build;
use crate::serve::{self, Policy, Site};
use crate::tools::Result;
use std::thread;

const FIRST_PORT: u16 = 8080;

pub fn run(options: &[&str]) -> Result {
    let asked = match options {
        [] => None,
        ["--port", number] => {
            let port = number.parse();
            Some(port.map_err(|_| format!("--port takes a number up to 65535, not {number:?}"))?)
        }
        other => return Err(format!("demo takes --port N, not {:?}", other.join(" ")).into()),
    };
    build::run(&[])?;
    let (listener, port) = match asked {
        Some(port) => serve::listen(port)?,
        None => (FIRST_PORT..FIRST_PORT + 100)
            .find_map(|port| serve::listen(port).ok())
            .ok_or("ports 8080 to 8179 are all taken; choose another with --port N")?,
    };
    serve::serve(listener, Site::demo(Policy::Wasm));
    println!("http://127.0.0.1:{port}/   (Ctrl+C ends it)");
    loop {
        thread::park();
    }
}
