//! `cargo xtask size`: what a page has to download.

use crate::tools::{self, Result};
use crate::{build, serve};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What a page loads, and the name of its budget in xtask/budget.toml. For one view, a page needs one core; the glue of
/// the first is part of duibiao.js.
const PAGES: [(&str, &str, &[&str]); 13] = [
    ("wasm page", "wasm_page", &["duibiao.js", "duibiao_bg.wasm"]),
    ("fallback page", "fallback_page", &["duibiao.js", "duibiao.core.js"]),
    ("matrix page", "matrix_page", &["duibiao.js", "matrix.js", "matrix_bg.wasm"]),
    ("matrix fallback", "matrix_fallback", &["duibiao.js", "matrix.js", "matrix.core.js"]),
    ("score page", "score_page", &["duibiao.js", "score.js", "score_bg.wasm"]),
    ("score fallback", "score_fallback", &["duibiao.js", "score.js", "score.core.js"]),
    ("change page", "change_page", &["duibiao.js", "change.js", "change_bg.wasm"]),
    ("change fallback", "change_fallback", &["duibiao.js", "change.js", "change.core.js"]),
    ("promise page", "promise_page", &["duibiao.js", "promise.js", "promise_bg.wasm"]),
    ("promise fallback", "promise_fallback", &["duibiao.js", "promise.js", "promise.core.js"]),
    ("ledger page", "ledger_page", &["duibiao.js", "ledger.js", "ledger_bg.wasm"]),
    ("ledger fallback", "ledger_fallback", &["duibiao.js", "ledger.js", "ledger.core.js"]),
    ("analysis", "analysis", &["analysis.js", "analysis_bg.wasm"]),
];

/// Bytes as they are, after gzip -9 and after brotli -11.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Size> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: serve::brotli(bytes, 11)?.len() })
    }

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
    let mut sizes = Vec::new();
    for file in tools::files_below(&package)? {
        let name = file.strip_prefix(&package)?.display().to_string();
        let size = Size::of(&tools::read(&file)?)?;
        size.print(&name, "");
        sizes.push((name, size));
    }
    let budgets = tools::read_text(tools::root().join("xtask/budget.toml"))?;
    let mut over = Vec::new();
    for (page, key, files) in PAGES {
        let parts = sizes.iter().filter(|(name, _)| files.contains(&name.as_str()));
        let size = parts.fold(Size::default(), |sum, (_, size)| sum.plus(*size));
        let budget = budget(&budgets, key)?;
        size.print(page, &format!("  of {budget}"));
        if size.brotli > budget {
            over.push(format!("{page} weighs {} bytes after brotli, over its budget of {budget}", size.brotli));
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(format!("{}\nmake it smaller, or raise xtask/budget.toml and say why there", over.join("\n")).into())
}

fn budget(budgets: &str, key: &str) -> Result<usize> {
    let mut entries = budgets.lines().filter_map(|line| line.split_once('='));
    let entry = entries.find(|(name, _)| name.trim() == key);
    let (_, value) = entry.ok_or_else(|| format!("xtask/budget.toml has no {key}"))?;
    let value = value.trim();
    value.parse().map_err(|_| format!("xtask/budget.toml: {key} is {value:?}, not a number of bytes").into())
}
