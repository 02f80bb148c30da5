//! A panic in the core ends in a trap: no hook is set, and nothing reads its message. Here the code that
//! puts such messages together becomes the trap itself, and formatting that nothing else needs goes with it.

use crate::tools::Result;
use walrus::ir::Unreachable;
use walrus::{FunctionKind, Module};

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
    for function in module.funcs.iter_mut() {
        let panics = function.name.as_deref().is_some_and(only_panics);
        if let FunctionKind::Local(local) = &mut function.kind
            && panics
        {
            let entry = local.entry_block();
            local.block_mut(entry).instrs = vec![(Unreachable {}.into(), Default::default())];
        }
    }
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
