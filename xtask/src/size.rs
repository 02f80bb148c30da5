//! `cargo xtask size`: what a page has to download.

use crate::build;
use crate::core::{CHOOSE, SHARE, WIDGET};
use crate::tools::{self, Result};
use std::collections::HashMap;
use std::path::Path;

/// What a page or a program loads.
struct Page {
    name: String,
    /// The entries of xtask/budget.toml that limit it, the more particular first.
    budgets: [String; 2],
    files: Vec<String>,
}

/// For one view, a page needs one core, as wasm or translated; the glue of the first is part of duibiao.js. A core is named
/// after its views, or what they have in common.
fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for core in build::in_package() {
        let script = core.script();
        let Some(translation) = core.translation() else {
            let files = vec![script, core.wasm()];
            pages.push(Page { name: core.name.to_owned(), budgets: [core.name.to_owned(), String::new()], files });
            continue;
        };
        if [CHOOSE.name, SHARE.name].contains(&core.name) {
            // comes beside a page's core, when a reader asks for it
            for (name, form) in [(core.name.to_owned(), core.wasm()), (format!("{}_fallback", core.name), translation)] {
                let files = vec![script.clone(), form];
                pages.push(Page { name: name.replace('_', " "), budgets: [name, String::new()], files });
            }
            continue;
        }
        for (kind, form) in [("page", core.wasm()), ("fallback", translation)] {
            let mut files = vec![WIDGET.script(), script.clone(), form];
            files.dedup();
            let name = format!("{} {kind}", core.name);
            pages.push(Page { name, budgets: [format!("{}_{kind}", core.name), kind.to_owned()], files });
        }
    }
    // what comes when a reader saves a briefing; its file is weighed by tests/node/briefing.test.mjs
    let files = vec!["offline.js".to_owned(), "briefing.json".to_owned()];
    pages.push(Page { name: "offline".to_owned(), budgets: ["offline".to_owned(), String::new()], files });
    // what a page in traditional Chinese loads beside
    pages.push(Page { name: "hant".to_owned(), budgets: ["hant".to_owned(), String::new()], files: vec!["hant.js".to_owned()] });
    pages
}

/// Bytes as they are, after gzip -9 and after brotli -11.
#[derive(Clone, Copy, Default)]
pub struct Size {
    raw: usize,
    gzip: usize,
    pub brotli: usize,
}

impl Size {
    fn plus(self, other: Size) -> Size {
        Size { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn print(self, name: &str, remark: &str) {
        let Size { raw, gzip, brotli } = self;
        println!("{name:<24}{raw:>9}{gzip:>9}{brotli:>9}{remark}");
    }
}

pub fn run() -> Result {
    let package = build::package_dir();
    if !package.join("duibiao.core.js").exists() {
        return Err("pkg/ is not built: run cargo xtask build (with Node.js) first".into());
    }
    println!("{:<24}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip -9", "br -11");
    let mut files = Vec::new();
    for file in tools::files_below(&package)? {
        files.push(file.strip_prefix(&package)?.display().to_string());
    }
    let sizes = weigh(&package, &files)?;
    for name in &files {
        if let Some(size) = sizes.get(name.as_str()) {
            size.print(name, "");
        }
    }
    let budgets = tools::read_text(tools::root().join("xtask/budget.toml"))?;
    let mut over = Vec::new();
    for Page { name, budgets: keys, files } in pages() {
        let parts = files.iter().filter_map(|file| sizes.get(file.as_str()));
        let size = parts.fold(Size::default(), |sum, size| sum.plus(*size));
        let budget = budget(&budgets, &keys)?;
        size.print(&name, &format!("  of {budget}"));
        if size.brotli > budget {
            over.push(format!("{name} weighs {} bytes after brotli, over its budget of {budget}", size.brotli));
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(format!("{}\nmake it smaller, or raise xtask/budget.toml and say why there", over.join("\n")).into())
}

/// The size of each in a folder: Node.js has both compressors, and uses all processors.
pub fn weigh<'a>(folder: &Path, files: &'a [String]) -> Result<HashMap<&'a str, Size>> {
    let mut node = tools::command("node");
    let told = tools::output(node.arg("xtask/weigh.mjs").arg(folder).args(files))?;
    let told = String::from_utf8(told)?;
    let numbers = |line: &str| line.split(' ').map(str::parse).collect::<std::result::Result<Vec<usize>, _>>().ok();
    let mut sizes = HashMap::new();
    for (name, line) in files.iter().zip(told.lines()) {
        let Some([raw, gzip, brotli]) = numbers(line).as_deref().and_then(|numbers| numbers.first_chunk().copied()) else {
            return Err(format!("xtask/weigh.mjs tells {line:?} of {name}").into());
        };
        sizes.insert(name.as_str(), Size { raw, gzip, brotli });
    }
    Ok(sizes)
}

fn budget(budgets: &str, keys: &[String]) -> Result<usize> {
    let entries = budgets.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.trim(), value.trim()));
    let entry = keys.iter().find_map(|key| entries.clone().find(|(name, _)| name == key));
    let (key, value) = entry.ok_or_else(|| format!("xtask/budget.toml has none of {keys:?}"))?;
    value.parse().map_err(|_| format!("xtask/budget.toml: {key} is {value:?}, not a number of bytes").into())
}
