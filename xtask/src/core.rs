//! The core, built once for the widget and once for the analysis alone, and the glue between it and JavaScript:
//!
//! cargo ─▶ wasm-bindgen ─▶ wasm-opt ─┬▶ <name>_bg.wasm                       Chromium 61 and later
//!                 │                  └▶ translate.mjs ─▶ <name>.core.js     pages that block wasm (the widget's only)
//!                 └▶ <name>_bg.js, <name>.d.ts

use crate::binaryen::Binaryen;
use crate::tools::{self, Result};
use crate::{bulk, names, order, size, snip};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};
use wasmparser::{Validator, WasmFeatures};

/// What wasm-opt may meet.
const FEATURES: [&str; 3] = ["--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-mutable-globals"];
/// To nothing newer than the first version of wasm: the standard library uses a few things that are.
const LOWERING: [&str; 2] = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering"];

/// For size. Control flow is taken apart and written anew (--flatten --rereloop: 0.7 % less after brotli). The first
/// KB of memory, the far end of the stack, counts as unused (-lmu: 0.6 %): no address is reached from below zero.
/// Large functions called once stay apart (-ocimfs), as long functions number their locals in two bytes.
/// The other levels and --converge came out within half a percent.
const SMALL: &[&str] = &["-ocimfs=15", "-lmu", "--flatten", "--rereloop", "-Oz"];
/// Once more, for what hardly fits: 0.25 %, for a third more time.
const TIGHT: &[&str] = &["-ocimfs=15", "-lmu", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// For modules of every view, where all of that takes twice the time for 0.1 to 1.3 %.
const SMALL_AND_LARGE: &[&str] = &["-ocimfs=15", "-lmu", "-Oz"];
/// What follows after naming: not -Oz again, which would sort by calls, but the part of it that comes at the end. Locals are
/// shared out once more (0.1 to 0.3 % after brotli): what -Oz does last leaves some that differ for nothing.
const REORDERING: [&str; 8] = [
    "--optimize-instructions",
    "--vacuum",
    "--coalesce-locals-learning",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--generate-stack-ir",
    "--optimize-stack-ir",
    "--strip-debug",
];
/// For speed, which the compiler has seen to already: -O3 takes five times as long, runs no faster and is 1.6 % larger after brotli.
const FAST: &[&str] = &["-O1", "--rse", "--code-pushing", "--vacuum"];
/// What is compiled for speed then: the analysis and what its time goes into. All else is the same to the byte as for the other
/// cores, and compiled once.
const FAST_CRATES: [&str; 3] = ["duibiao", "libm", "rlsf"];

/// What esbuild may emit. Modules need Chromium 61; the first two marked as supported need 64, and a page without them could
/// not find its files. Templates are older than that: what is amiss in Chromium 61 is only a tag before one.
pub const OLDEST: [&str; 4] =
    ["--target=chrome61", "--supported:import-meta=true", "--supported:dynamic-import=true", "--supported:template-literal=true"];

/// One build of the core.
pub struct Core {
    /// What its files are called.
    pub name: &'static str,
    /// Of the package; none of the default ones.
    pub features: &'static str,
    /// How it is optimised.
    passes: &'static [&'static str],
    /// Whether pages that block wasm need it too.
    translated: bool,
}

/// What `<dui-biao>` loads for a ranking, which most pages show. The glue of all that draw is part of duibiao.js.
pub const WIDGET: Core = Core::drawing("duibiao", "widget,ranking");
/// The cores of the other views: a page with one of them loads duibiao.js and one of these (`coreOf` in www/loader.js says which).
/// Views share a core as far as it stays well below the budget of a page.
pub const OTHERS: [Core; 10] = [
    Core::drawing("trajectory", "widget,trajectory"),
    Core::drawing("matrix", "widget,scorecard,gap"),
    Core::drawing("profile", "widget,profile"),
    Core::drawing("progress", "widget,progress"),
    Core::drawing("milestones", "widget,milestones"),
    Core::drawing("history", "widget,history"),
    Core::drawing("quadrant", "widget,quadrant"),
    Core::drawing("ladder", "widget,ladder"),
    Core::tight("composite", "widget,composite"),
    Core::tight("crosscheck", "widget,crosscheck"),
];
/// What a reader can choose, of any view: loaded beside the others when it is first asked for. Its script is www/choose.js.
pub const CHOOSE: Core = Core::drawing("choose", "choose,ranking");
/// What a reader takes along, of any view, loaded likewise. Its script is www/share.js.
pub const SHARE: Core = Core { passes: SMALL_AND_LARGE, ..Core::drawing("share", "codes,views") };
/// The one file for a briefing: every view, what a reader can choose and take along, and presenting.
/// Where WebAssembly is switched off its file translates it itself (www/offline/translate.js): both would be too much for one file.
pub const BRIEFING: Core =
    Core { translated: false, passes: SMALL_AND_LARGE, ..Core::drawing("briefing", "widget,views,choose,share,briefing") };
/// The functions for JavaScript, without canvas and document.
pub const ANALYSIS: Core = Core { name: "analysis", features: "analysis,views", passes: FAST, translated: false };
/// Those that draw.
pub fn drawing() -> impl Iterator<Item = &'static Core> {
    const { &[WIDGET] }.iter().chain(const { &OTHERS })
}

/// Those that do something else, and have a script of their own.
pub const SCRIPTED: [Core; 4] = [SHARE, CHOOSE, BRIEFING, ANALYSIS];

/// All there are.
pub fn cores() -> impl Iterator<Item = &'static Core> {
    // the largest first: what follows from them has the time that the others take
    const { &[SHARE, BRIEFING, ANALYSIS] }.iter().chain(drawing()).chain(const { &[CHOOSE] })
}

impl Core {
    const fn drawing(name: &'static str, features: &'static str) -> Core {
        Core { name, features, passes: SMALL, translated: true }
    }

    /// One that hardly has a byte left.
    const fn tight(name: &'static str, features: &'static str) -> Core {
        Core { passes: TIGHT, ..Core::drawing(name, features) }
    }

    /// Whether bytes count more than speed.
    fn is_small(&self) -> bool {
        self.passes != FAST
    }

    /// Where `build` leaves its files.
    pub fn dir(&self) -> PathBuf {
        tools::root().join("target/core").join(self.name)
    }

    /// The glue.
    pub fn glue(&self) -> String {
        format!("{}_bg.js", self.name)
    }

    /// What a page or a program imports: the script of all that draw is the widget's.
    pub fn script(&self) -> String {
        let is_own = SCRIPTED.iter().any(|core| core.name == self.name);
        format!("{}.js", if is_own { self.name } else { WIDGET.name })
    }

    /// The module translated, where it is.
    pub fn translation(&self) -> Option<String> {
        self.translated.then(|| format!("{}.core.js", self.name))
    }

    /// The module.
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// Whether it was made of just this.
    pub fn is_made_of(&self, sources: u64) -> bool {
        fs::read_to_string(self.sources_file()).is_ok_and(|made_of| made_of == sources.to_string())
    }

    /// Written when all else is there.
    fn sources_file(&self) -> PathBuf {
        self.dir().join("sources")
    }

    /// Unless nothing changed, all that follows from the compiled wasm. Without Node.js the wasm stays as it is and
    /// there is no JavaScript core.
    pub fn finish(&self, wasm: &[u8], sources: u64, binaryen: Option<&Binaryen>) -> Result {
        let mut inputs = DefaultHasher::new();
        wasm.hash(&mut inputs);
        recipe()?.hash(&mut inputs);
        binaryen.is_some().hash(&mut inputs);
        let stamp = inputs.finish().to_string();
        let stamp_file = self.dir().join("stamp");
        if !fs::read_to_string(&stamp_file).is_ok_and(|made_from| made_from == stamp) {
            let _ = fs::remove_dir_all(self.dir());
            self.bindgen(wasm)?;
            if let Some(binaryen) = binaryen {
                self.optimise(binaryen)?;
                if let Some(script) = self.translation() {
                    self.translate(&script)?;
                }
            }
            tools::write(stamp_file, stamp)?;
        }
        tools::write(self.sources_file(), sources.to_string())
    }

    /// In a lane's folder. As a cdylib alone: beside an rlib, whose users may call every public function, rustc keeps all of them
    /// apart during link-time optimisation, even those that the linker then drops (measured: 7 % after brotli).
    pub fn compile(&self, lane: usize) -> Result<Vec<u8>> {
        let mut cargo = tools::cargo();
        cargo.args(["rustc", "--release", "--package", "duibiao", "--lib", "--crate-type", "cdylib"]);
        if !self.is_small() {
            for name in FAST_CRATES {
                cargo.arg("--config").arg(format!("profile.release.package.{name}.opt-level=3"));
            }
        }
        cargo.args(["--no-default-features", "--features", self.features]);
        cargo.args(["--target", tools::WASM, "--target-dir"]);
        cargo.arg(target_dir(lane));
        tools::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags()))?;
        // the next core's is written to the same place
        tools::read(target_dir(lane).join(tools::WASM).join("release/duibiao.wasm"))
    }

    fn bindgen(&self, wasm: &[u8]) -> Result {
        let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
        bindgen.input_bytes(self.name, snip::features(wasm)?).out_name(self.name);
        bindgen.bundler(true)?.typescript(true);
        let mut output = bindgen.generate_output()?;
        snip::panics(output.wasm_mut());
        bulk::lower(output.wasm_mut());
        if self.is_small() {
            snip::formatting(output.wasm_mut())?;
        }
        let short = names::shorten(output.wasm_mut(), &format!("./{}", self.glue()));
        output.emit(self.dir())?;
        let glue = self.dir().join(self.glue());
        let text = names::replace_words(&tools::read_text(&glue)?, &short);
        tools::write(&glue, of_any_document(&compare_buffers(&text)?)?)
    }

    fn optimise(&self, binaryen: &Binaryen) -> Result {
        let file = self.dir().join(self.wasm());
        let path = tools::utf8(&file)?;
        let run = |features: &[&str], passes: &[&str]| binaryen.optimise(&[features, passes, &[path, "-o", path]].concat());
        run(&FEATURES, &[LOWERING.as_slice(), self.passes].concat())?;
        if self.is_small() {
            tools::write(&file, order::name(&tools::read(&file)?, usize::MAX)?)?;
            run(&["--mvp-features"], &REORDERING)?;
        }
        if self.passes == TIGHT {
            self.reorder(binaryen)?;
        }
        first_version(&tools::read(&file)?)
    }

    /// Takes the order of functions that comes out smallest.
    fn reorder(&self, binaryen: &Binaryen) -> Result {
        let made = tools::read(self.dir().join(self.wasm()))?;
        let mut names = vec![self.wasm()];
        for beginning in order::BEGINNINGS {
            let name = format!("{beginning}.wasm");
            let file = self.dir().join(&name);
            tools::write(&file, order::name(&made, beginning)?)?;
            let path = tools::utf8(&file)?;
            binaryen.optimise(&["--mvp-features", "--reorder-functions-by-name", "--strip-debug", path, "-o", path])?;
            names.push(name);
        }
        let sizes = size::weigh(&self.dir(), &names)?;
        let weight = |name: &String| sizes.get(name.as_str()).map_or(usize::MAX, |size| size.brotli);
        let smallest = names.iter().min_by_key(|name| weight(name)).ok_or("no order of functions")?;
        let smallest = tools::read(self.dir().join(smallest))?;
        for name in &names {
            fs::remove_file(self.dir().join(name))?;
        }
        tools::write(self.dir().join(self.wasm()), smallest)
    }

    /// The optimised wasm as a module that exports `instantiate(imports)`, by the translator that a briefing has in its file:
    /// binaryen's wasm2js takes twelve times as long and its script is 4 % larger after brotli.
    fn translate(&self, script: &str) -> Result {
        let mut node = tools::command("node");
        tools::run(node.arg("xtask/translate.mjs").arg(self.dir().join(self.wasm())).arg(self.dir().join(script)).args(OLDEST))
    }
}

/// What makes files of a compiled core.
fn recipe() -> Result<u64> {
    let mut inputs = DefaultHasher::new();
    tools::read(tools::root().join("xtask/package-lock.json"))?.hash(&mut inputs);
    let recipe = [
        include_str!("core.rs"),
        include_str!("binaryen.rs"),
        include_str!("../binaryen.mjs"),
        include_str!("bulk.rs"),
        include_str!("names.rs"),
        include_str!("order.rs"),
        include_str!("snip.rs"),
        include_str!("../translate.mjs"),
        include_str!("../../www/offline/operators.js"),
        include_str!("../../www/offline/reader.js"),
        include_str!("../../www/offline/runtime.js"),
        include_str!("../../www/offline/translate.js"),
    ];
    recipe.hash(&mut inputs);
    Ok(inputs.finish())
}

/// Tells whether anything that cores are made of has changed. Cargo cannot: it keeps one module of a package, whatever its features, and
/// would compile each core anew after the one before.
pub fn sources() -> Result<u64> {
    let mut inputs = DefaultHasher::new();
    let root = tools::root();
    let more = ["Cargo.toml", "Cargo.lock", "xtask/Cargo.toml"].map(|file| root.join(file));
    for file in tools::files_below(&root.join("src"))?.into_iter().chain(more) {
        (file.as_path(), tools::read(&file)?).hash(&mut inputs);
    }
    let compiler = tools::output(tools::command("rustc").arg("-vV"))?;
    (compiler, flags(), recipe()?, ["node", "npm"].map(tools::is_on_path)).hash(&mut inputs);
    Ok(inputs.finish())
}

/// Whether a module needs nothing newer than the first version of wasm; an error names what it needs.
fn first_version(wasm: &[u8]) -> Result {
    let valid = |features| Validator::new_with_features(features).validate_all(wasm).map(|_| ());
    // the parser's own word for what the first version had
    let first = WasmFeatures::FLOATS | WasmFeatures::GC_TYPES;
    let Err(error) = valid(first) else {
        return Ok(());
    };
    let newer = (WasmFeatures::all() - first).iter_names().filter(|(_, feature)| valid(WasmFeatures::all() - *feature).is_err());
    let names: Vec<_> = newer.map(|(name, _)| name).collect();
    Err(format!("the wasm needs more than its first version has: {} ({error})", names.join(", ")).into())
}

/// RUSTFLAGS of the shipped module, also used for linting it. Separated as cargo wants it.
pub fn flags() -> String {
    let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
    // panic messages name source files: not by the folders of whoever built this
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    for registry in registries.into_iter().flatten().flatten() {
        let folder = registry.path();
        flags.push(format!("--remap-path-prefix={}/=", folder.display()));
    }
    flags.join("\x1f")
}

/// A target directory of its own, so that the flags do not invalidate native builds; one a lane, since cargo locks it.
pub fn target_dir(lane: usize) -> PathBuf {
    tools::target_dir().join(format!("wasm-{lane}"))
}

/// Makes the glue take a context for one whichever document's it is: in Firefox that of a canvas which has moved to a frame is of the
/// frame's own class.
fn of_any_document(glue: &str) -> Result<String> {
    let patched = glue.replace("getObject(arg0) instanceof CanvasRenderingContext2D", "\"measureText\" in getObject(arg0)");
    if patched.contains("CanvasRenderingContext2D") {
        return Err("wasm-bindgen's glue asks in a new way what a canvas gives: teach of_any_document in xtask/src/core.rs".into());
    }
    Ok(patched)
}

/// Makes the glue notice grown memory by comparing buffers. It looks for a detached buffer, which
/// a translated core does not leave behind: the glue would go on reading the old memory.
fn compare_buffers(glue: &str) -> Result<String> {
    let mut patched = String::with_capacity(glue.len());
    let (mut views, mut checks) = (0, 0);
    for line in glue.lines() {
        let check = line.trim_start().strip_prefix("if (cached");
        match check.and_then(|rest| rest.split_once("Memory0 === null || ")) {
            Some((kind, _)) => {
                let view = format!("cached{kind}Memory0");
                let stale = format!("{view}.buffer !== wasm.memory.buffer");
                patched += &format!("    if ({view} === null || {stale}) {{");
                checks += 1;
            }
            None => patched += line,
        }
        patched.push('\n');
        views += usize::from(line.starts_with("let cached") && line.ends_with("Memory0 = null;"));
    }
    if views == checks {
        return Ok(patched);
    }
    Err("wasm-bindgen's glue caches memory in a new way: teach compare_buffers in xtask/src/core.rs".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, MemorySection, MemoryType, Module, TypeSection, ValType};

    /// A module of one function.
    fn module(results: Vec<ValType>, instructions: &[Instruction<'_>]) -> Vec<u8> {
        let (mut types, mut functions, mut memories, mut code) =
            (TypeSection::new(), FunctionSection::new(), MemorySection::new(), CodeSection::new());
        types.ty().function([], results);
        functions.function(0);
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut function = Function::new([]);
        for instruction in instructions {
            function.instruction(instruction);
        }
        function.instruction(&Instruction::End);
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code);
        module.finish()
    }

    #[test]
    fn what_the_first_version_lacks_is_named() {
        let check = |results: Vec<ValType>, instructions: &[Instruction<'_>], expect: &str| {
            let found = first_version(&module(results, instructions)).err().map_or(String::new(), |error| error.to_string());
            assert!(if expect.is_empty() { found.is_empty() } else { found.contains(expect) }, "{expect}: {found}");
        };
        use Instruction::{F64Const, I32Const, I32Extend8S, I32TruncSatF64S, MemoryFill};
        check(vec![ValType::I32], &[I32Const(1)], "");
        check(vec![ValType::I32], &[I32Const(1), I32Extend8S], "SIGN_EXTENSION");
        check(vec![ValType::I32], &[F64Const(1.0.into()), I32TruncSatF64S], "SATURATING_FLOAT_TO_INT");
        check(vec![], &[I32Const(0), I32Const(0), I32Const(1), MemoryFill(0)], "BULK_MEMORY");
        check(vec![ValType::I32, ValType::I32], &[I32Const(1), I32Const(1)], "MULTI_VALUE");
    }
}
