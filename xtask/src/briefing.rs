//! `cargo xtask briefing DATASET.json`: a dataset and what presents it, in one file that needs no network.
//!
//! www/offline/*.js + briefing_bg.wasm ─▶ pkg/briefing.json (the program, packed) ─▶ a file with a dataset in it

use crate::build::{self, Form};
use crate::core::BRIEFING;
use crate::tools::{self, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules of www/ in whose place a briefing has others, of the same name in www/offline/: what it needs is in the file.
const STAND_INS: [&str; 3] = ["loader.js", "look.js", "names.js"];
/// Glue that is the briefing's own core's: it does what the cores do that pages load apart.
const GLUES: [&str; 2] = ["choose_bg.js", "share_bg.js"];

/// Writes the program into the package: what all briefings have in common.
pub fn program() -> Result {
    let stage = tools::root().join("target/stage-briefing");
    let _ = fs::remove_dir_all(&stage);
    for file in tools::files_below(&build::stage_dir())? {
        tools::copy(&file, stage.join(file.strip_prefix(build::stage_dir())?))?;
    }
    for module in STAND_INS {
        tools::write(stage.join(module), format!("export * from \"./offline/{module}\";\n"))?;
    }
    for glue in GLUES {
        tools::write(stage.join("core").join(glue), format!("export * from \"./{}\";\n", BRIEFING.glue()))?;
    }
    for script in ["main.js", "boot.js", "translate.js"] {
        let to = stage.join("made").join(script);
        let mut bundler = build::bundler(Form::Classic);
        bundler.arg("--global-name=briefing").arg(stage.join("offline").join(script));
        tools::run(bundler.arg(format!("--outfile={}", to.display())))?;
    }
    let mut node = tools::command("node");
    node.arg(tools::root().join("xtask/briefing.mjs")).arg("program").arg(stage.join("made"));
    tools::run(node.arg(BRIEFING.dir().join(BRIEFING.wasm())).arg(build::package_dir().join("briefing.json")))
}

pub fn run(options: &[&str]) -> Result {
    let (mut dataset, mut out, mut lang) = (None, None, "zh-Hans");
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let mut value = || options.next().copied().ok_or_else(|| format!("{option} wants a value"));
        match *option {
            "-o" => out = Some(value()?),
            "--lang" => lang = value()?,
            name if dataset.is_none() && !name.starts_with('-') => dataset = Some(name),
            other => return Err(format!("briefing takes DATASET.json, -o FILE.html and --lang LANG, not {other:?}").into()),
        }
    }
    let dataset = absolute(dataset.ok_or("briefing takes the file of a dataset: cargo xtask briefing DATASET.json -o briefing.html")?)?;
    let out = match out {
        Some(out) => absolute(out)?,
        None => dataset.with_extension("html"),
    };
    if !tools::ensure_npm()? {
        return Err("a briefing is made by Node.js 20 or later, which is not installed".into());
    }
    build::run(&[BRIEFING.name, "analysis"])?;
    write(&dataset, &out, lang)
}

/// Writes the file of a dataset with the package as it is.
pub fn write(dataset: &Path, out: &Path, lang: &str) -> Result {
    let mut node = tools::command("node");
    tools::run(node.arg(tools::root().join("xtask/briefing.mjs")).arg("file").arg(dataset).arg(out).arg(lang))
}

/// A path as the one who runs the command means it: programs run in the repository.
fn absolute(path: &str) -> Result<PathBuf> {
    Ok(std::env::current_dir()?.join(path))
}
