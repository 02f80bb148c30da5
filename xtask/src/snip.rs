//! A panic in the core ends in a trap: no hook is set, and nothing reads its message. Here the code that
//! puts such messages together becomes the trap itself, the records of where in the source each panic stands are
//! blanked, and where nothing else formats, formatting goes too.

use crate::tools::Result;
use std::ops::Range;
use walrus::ir::{self, Unreachable, Value, Visitor};
use walrus::{ConstExpr, Data, DataKind, FunctionId, FunctionKind, Module};

/// Functions of the standard library that never return, by the last part of their path.
const NEVER_RETURN: [&str; 12] = [
    "unwrap_failed",
    "expect_failed",
    "slice_index_fail",
    "slice_error_fail",
    "slice_error_fail_rt",
    "len_mismatch_fail",
    "panic_already_borrowed",
    "panic_already_mutably_borrowed",
    "panic_access_error",
    "panic_on_ord_violation",
    "rust_begin_unwind",
    "rust_oom",
];

/// The wasm without the list of features that the standard library was built with: wasm-bindgen and
/// wasm-opt would use them.
pub fn features(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    module.customs.remove_raw("target_features");
    Ok(module.emit_wasm())
}

/// Makes traps of all functions that only panic. They are found by name.
pub fn panics(module: &mut Module) {
    trap(module, only_panics);
    forget_places(module);
    walrus::passes::gc::run(module);
}

/// Makes traps of the standard library's formatting, which must serve nothing but panics.
pub fn formatting(module: &mut Module) -> Result {
    if let Some(caller) = formatting_caller(module) {
        return Err(format!("{caller} formats, with 15 KB of core::fmt: join strings, and write numbers with dataset/decimal.rs").into());
    }
    trap(module, formats);
    Ok(())
}

/// Makes traps of the functions whose names say that they are meant.
fn trap(module: &mut Module, meant: fn(&str) -> bool) {
    for function in module.funcs.iter_mut() {
        let meant = function.name.as_deref().is_some_and(meant);
        if let FunctionKind::Local(local) = &mut function.kind
            && meant
        {
            let entry = local.entry_block();
            local.block_mut(entry).instrs = vec![(Unreachable {}.into(), Default::default())];
        }
    }
}

/// A function that formats for something other than a panic.
fn formatting_caller(module: &Module) -> Option<&str> {
    struct Calls<'m>(&'m Module, bool);
    impl Visitor<'_> for Calls<'_> {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.1 |= self.0.funcs.get(*function).name.as_deref().is_some_and(formats);
        }
    }
    module.funcs.iter_local().find_map(|(id, local)| {
        let name = module.funcs.get(id).name.as_deref()?;
        let mut calls = Calls(module, false);
        ir::dfs_in_order(&mut calls, local, local.entry_block());
        (calls.1 && !formats(name)).then_some(name)
    })
}

/// Blanks what panics say of where they are: file, line and column.
fn forget_places(module: &mut Module) {
    for id in module.data.iter().map(Data::id).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { continue };
        let places = (0..data.value.len()).step_by(4).filter_map(|at| Some([at..at + 16, file(&data.value, at, start as usize)?]));
        for range in places.flatten().collect::<Vec<_>>() {
            data.value[range].fill(0);
        }
    }
}

/// The name of a source file that a `core::panic::Location` at this place of a segment would point to.
fn file(segment: &[u8], at: usize, start: usize) -> Option<Range<usize>> {
    let word = |index: usize| {
        let bytes = segment.get(at + index * 4..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes) as usize)
    };
    let name = word(0)?.checked_sub(start)?;
    let name = name..name.checked_add(word(1)?)?;
    let is_place = (1..100_000).contains(&word(2)?) && (1..1000).contains(&word(3)?);
    (is_place && segment.get(name.clone())?.ends_with(b".rs")).then_some(name)
}

/// Whether a function belongs to the standard library's formatting.
fn formats(name: &str) -> bool {
    let name = plain(name);
    let inherent = ["core::fmt::", "alloc::fmt::", "<core::fmt::"].iter().any(|start| name.starts_with(start));
    inherent || name.starts_with('<') && name.contains(" as core::fmt::")
}

fn only_panics(name: &str) -> bool {
    let name = plain(name);
    let standard = ["core::", "alloc::", "std::", "__rustc::"].iter().any(|library| name.starts_with(library));
    let last = name.rsplit("::").next().unwrap_or_default();
    standard && (name.starts_with("core::panicking::") || name == "alloc::raw_vec::handle_error" || NEVER_RETURN.contains(&last))
        || name.starts_with('<') && name.ends_with(" as core::fmt::Debug>::fmt")
}

/// A path without hashes and type arguments: `core[c5930c85a12de822]::panicking::assert_failed::<u64, u64>`
/// is `core::panicking::assert_failed`.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut hash = false;
    for letter in name.chars() {
        hash = letter == '[' || hash && letter != ']';
        if !hash && letter != ']' {
            plain.push(letter);
        }
    }
    let path = plain.split("::<").next().unwrap_or_default();
    path.to_owned()
}
