//! The names by which the core and its glue call each other. wasm-bindgen's carry hashes, and each stands
//! in both files: as letters they cost 1.5 KB less after brotli.

use std::collections::HashMap;
use walrus::{Export, ExportItem, Module};

/// Called by the loader, by this name.
const START: &str = "__wbindgen_start";

/// Gives what is called across short names, the same for the same names in every module; returns by which words of the glue to
/// replace which. `glue` is what the module calls its glue.
pub fn shorten(module: &mut Module, glue: &str) -> HashMap<String, String> {
    let mut short = HashMap::new();
    let mut own: Vec<_> = module.imports.iter_mut().filter(|import| import.module == glue).collect();
    own.sort_by(|one, other| one.name.cmp(&other.name));
    for (import, name) in own.into_iter().zip(names()) {
        let old = std::mem::replace(&mut import.name, name.clone());
        short.insert(old, name);
    }
    // variables serve wasm-bindgen's handling of aborts, which the glue does without
    let unused = module.exports.iter().filter(|export| matches!(export.item, ExportItem::Global(_)));
    for id in unused.map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    let is_called = |export: &&mut Export| matches!(export.item, ExportItem::Function(_)) && export.name != START;
    let mut called: Vec<_> = module.exports.iter_mut().filter(is_called).collect();
    called.sort_by(|one, other| one.name.cmp(&other.name));
    for (export, name) in called.into_iter().zip(names()) {
        let old = std::mem::replace(&mut export.name, name.clone());
        // parseDataset is also what the glue calls its function that calls this export
        short.insert(format!("wasm.{old}"), format!("wasm.{name}"));
    }
    short
}

/// Letters, then letters with a digit: never a reserved word.
fn names() -> impl Iterator<Item = String> {
    ["", "0", "1", "2", "3"].into_iter().flat_map(|digit| ('a'..='z').chain('A'..='Z').map(move |letter| format!("{letter}{digit}")))
}

/// The text with whole words replaced; a word may be two with a point between them.
pub fn replace_words(text: &str, short: &HashMap<String, String>) -> String {
    let in_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.');
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(in_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|letter| !in_word(letter)).unwrap_or(from.len()));
        replaced.extend([before, short.get(word).map_or(word, String::as_str)]);
        rest = after;
    }
    replaced + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words() {
        let short = [("__wbg_new_1", "a"), ("wasm.show", "wasm.b")].map(|(old, new)| (old.to_owned(), new.to_owned())).into();
        let glue = "export function __wbg_new_1() {\n    wasm.show(wasm.shown, show, __wbg_new_12);\n}";
        let expect = "export function a() {\n    wasm.b(wasm.shown, show, __wbg_new_12);\n}";
        assert_eq!(replace_words(glue, &short), expect);
    }

    #[test]
    fn names_are_unlike() {
        let names: Vec<String> = names().collect();
        assert_eq!(names.iter().collect::<std::collections::HashSet<_>>().len(), names.len());
    }
}
