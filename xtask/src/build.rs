//! `cargo xtask build`: source to pkg/. www/*.js and the core's glue become one script for the widget and one for the
//! analysis; the core's forms stay beside them, for them to load the one they need.

use crate::briefing;
use crate::core::{self, BRIEFING, SCRIPTED, WIDGET, cores};
use crate::glue;
use crate::hant;
use crate::lanes;
use crate::tools::{self, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// All, or of the cores only those named, the others as an earlier build left them.
pub fn run(cores: &[&str]) -> Result {
    tools::ensure_wasm_target()?;
    let node = lanes::build(cores)?;
    stage()?;
    clear_package()?;
    if node {
        bundle()?;
        briefing::program()?;
        hant::build()?;
    } else {
        println!(
            "No Node.js: pkg/ holds an unoptimised wasm, separate modules and no JavaScript core. \
             Install Node.js 20 or later for the real package."
        );
        copy_unbundled()?;
    }
    typings()?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        tools::copy(tools::root().join(licence), package_dir().join(licence))?;
    }
    integrity()
}

pub fn package_dir() -> PathBuf {
    tools::root().join("pkg")
}

/// The bundler's view of www/: with the glue in core/, as if it had been written there.
pub fn stage_dir() -> PathBuf {
    tools::root().join("target/stage")
}

fn stage() -> Result {
    let (www, stage) = (tools::root().join("www"), stage_dir());
    let _ = fs::remove_dir_all(&stage);
    for file in tools::files_below(&www)? {
        let inside = file.strip_prefix(&www)?;
        // examples are of others' programs
        if file.extension().is_some_and(|kind| kind == "js") && !inside.starts_with("examples") {
            tools::copy(&file, stage.join(inside))?;
        }
    }
    for core in SCRIPTED {
        tools::copy(core.dir().join(core.glue()), stage.join("core").join(core.glue()))?;
        let types = tools::read_text(core.dir().join(format!("{}.d.ts", core.name)))?;
        let set_wasm = "export function __wbg_set_wasm(exports: object): void;\n";
        tools::write(stage.join(format!("core/{}_bg.d.ts", core.name)), format!("{types}{set_wasm}"))?;
        tools::write(stage.join(format!("core/{}.d.ts", core.name)), types)?;
    }
    let glue = tools::read_text(WIDGET.dir().join(WIDGET.glue()))?;
    for core in core::drawing() {
        if tools::read_text(core.dir().join(core.glue()))? != glue {
            return Err(
                format!("the glue of {} is not that of {}, and cannot be shared: see xtask/src/glue.rs", core.name, WIDGET.name).into()
            );
        }
    }
    tools::write(stage.join("core/glue.js"), glue::factory(&glue)?)?;
    tools::write(stage.join("core/version.js"), format!("export const VERSION = {:?};\n", version()?))?;
    // the rest is for the type checker, which looks for a module of www/ here too
    let types = tools::read_text(WIDGET.dir().join("duibiao.d.ts"))?;
    let node = "declare module \"node:fs/promises\" { export function readFile(url: URL): Promise<Uint8Array<ArrayBuffer>>; }\ndeclare const process: object | undefined;\n\
        declare module \"lzma1/encoder\" { export class Encoder { _numLiteralContextBits: number; _posStateBits: number; _posStateMask: number;\n\
        configure(mode: object): void; compress(input: object, output: object, mode: object): void; } }\n\
        declare module \"lzma1/streams\" { export class InputBuffer { constructor(bytes: Uint8Array); }\n\
        export class OutputBuffer { toArray(): Uint8Array; } }\n";
    for (file, text) in [
        ("core.d.ts", &*types),
        ("core/duibiao.d.ts", &types),
        ("core/glue.d.ts", "export function glue(): typeof import(\"./duibiao.js\") & { __wbg_set_wasm(exports: object): void };\n"),
        ("core/version.d.ts", "export const VERSION: string;\n"),
        ("node.d.ts", node),
        ("pkg/duibiao.d.ts", "export * from \"../../../www/duibiao.js\";\n"),
    ] {
        tools::write(stage.join(file), text)?;
    }
    Ok(())
}

/// The package's.
fn version() -> Result<String> {
    let manifest = tools::read_text(tools::root().join("Cargo.toml"))?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("version = "));
    Ok(version.ok_or("Cargo.toml names no version")?.trim_matches('"').to_owned())
}

/// Removes what an earlier build left in pkg/: all but the tracked manifest and README.
fn clear_package() -> Result {
    for entry in fs::read_dir(package_dir())? {
        let path = entry?.path();
        if path.is_dir() {
            fs::remove_dir_all(path)?;
        } else if !path.ends_with("package.json") && !path.ends_with("README.md") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn bundle() -> Result {
    for core in in_package() {
        for file in core.translation().into_iter().chain([core.wasm()]) {
            tools::copy(core.dir().join(&file), package_dir().join(&file))?;
        }
    }
    for core in SCRIPTED.iter().filter(|core| core.name != BRIEFING.name) {
        bundle_script(&core.script(), &core.script(), Form::Module)?;
    }
    bundle_script("offline/save.js", "offline.js", Form::Module)?;
    // the widget is for pages of any kind, and for bundlers
    bundle_script("duibiao.js", "duibiao.module.js", Form::Module)?;
    for script in CLASSIC {
        bundle_script(script, script, Form::Classic)?;
    }
    // what browsers without sheets made by script link
    let styles = "import('data:text/javascript,' + encodeURIComponent(require('fs').readFileSync('target/stage/style.js', 'utf8'))) \
                  .then(({ STYLE, PROBE, CHOICES, SHARE }) => process.stdout.write(STYLE + PROBE + CHOICES + SHARE))";
    tools::write(package_dir().join("duibiao.css"), tools::output(tools::command("node").args(["--eval", styles]))?)?;
    for file in ["embed.html", "embed.css"] {
        tools::copy(tools::root().join("www").join(file), package_dir().join(file))?;
    }
    Ok(())
}

/// What pages include by a plain `<script src>`.
const CLASSIC: [&str; 3] = ["duibiao.js", "frame.js", "embed.js"];

/// How a page includes a script.
#[derive(Clone, Copy)]
pub enum Form {
    Module,
    Classic,
}

fn bundle_script(from: &str, to: &str, form: Form) -> Result {
    let mut esbuild = bundler(form);
    let bundle = package_dir().join(to);
    tools::run(esbuild.arg(stage_dir().join(from)).arg(format!("--outfile={}", bundle.display())))?;
    if let Form::Classic = form {
        return Ok(());
    }
    // other bundlers are to leave alone what is imported by an address that is known when a page runs; esbuild drops such remarks
    let script = tools::read_text(&bundle)?;
    tools::write(bundle, script.replace("import(", "import(/* webpackIgnore: true *//* @vite-ignore */"))
}

/// esbuild, to be given a script and where to put it.
pub fn bundler(form: Form) -> Command {
    let mut esbuild = tools::npm_tool("esbuild");
    // what is staged lies outside of the folder that npm installed to
    esbuild.env("NODE_PATH", tools::root().join("xtask/node_modules"));
    // parts of a package that names only its whole for others
    for part in ["encoder", "streams"] {
        esbuild.arg(format!("--alias:lzma1/{part}=./xtask/node_modules/lzma1/lib/{part}.js"));
    }
    // in ASCII, so that a page in GBK can include it
    esbuild.args(["--bundle", "--minify", "--charset=ascii", "--legal-comments=none", "--log-level=warning"]);
    esbuild.args(core::OLDEST).arg("--external:node:fs/promises");
    // names that begin with _ are private: of #names it would make a WeakMap each for Chromium 61, 640 bytes more after brotli
    esbuild.arg("--mangle-props=^_[a-z]");
    // nor a call for each field of a class, which it does to JavaScript and not to TypeScript
    esbuild.args(["--loader:.js=ts", "--tsconfig-raw={\"compilerOptions\":{\"useDefineForClassFields\":false}}"]);
    match form {
        Form::Module => esbuild.arg("--format=esm"),
        Form::Classic => esbuild.args(["--format=iife", "--define:import.meta.url=undefined"]),
    };
    esbuild
}

fn copy_unbundled() -> Result {
    for file in tools::files_below(&stage_dir())? {
        if file.extension().is_some_and(|kind| kind == "js") {
            let inside = file.strip_prefix(stage_dir())?;
            tools::copy(&file, package_dir().join(inside))?;
        }
    }
    // which is all modules then
    tools::copy(stage_dir().join("duibiao.js"), package_dir().join("duibiao.module.js"))?;
    for core in in_package() {
        tools::copy(core.dir().join(core.wasm()), package_dir().join(core.wasm()))?;
    }
    Ok(())
}

/// The cores that are files of the package; that of a briefing is inside of `briefing.json`.
pub fn in_package() -> impl Iterator<Item = &'static core::Core> {
    cores().filter(|core| core.name != BRIEFING.name)
}

/// What a page writes as `integrity` of each script and sheet, and what tells whether a file on a server is the one that was published.
fn integrity() -> Result {
    let mut files = Vec::new();
    for entry in fs::read_dir(package_dir())? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "js" || kind == "css" || kind == "wasm") {
            files.push(path);
        }
    }
    files.sort();
    let mut entries = Vec::new();
    for path in files {
        let hash = STANDARD.encode(Sha384::digest(tools::read(&path)?));
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a file of the package has no name")?;
        entries.push(format!("  {name:?}: \"sha384-{hash}\""));
    }
    tools::write(package_dir().join("integrity.json"), format!("{{\n{}\n}}\n", entries.join(",\n")))
}

fn typings() -> Result {
    let (www, package) = (tools::root().join("www"), package_dir());
    // of a language newer than what many check types with
    let core = tools::read_text(WIDGET.dir().join("duibiao.d.ts"))?;
    let known: String = core.lines().filter(|line| !line.contains("[Symbol.dispose]")).flat_map(|line| [line, "\n"]).collect();
    tools::write(package.join("core.d.ts"), known)?;
    for file in ["index.d.ts", "react.d.ts", "analysis.d.ts", "hant.d.ts", "dataset.schema.json"] {
        tools::copy(www.join(file), package.join(file))?;
    }
    Ok(())
}
