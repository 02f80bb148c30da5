//! The buttons above the drawing. They carry what they do in `data-do`; the shell listens.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::dom::add;
use crate::words::Words;

/// The buttons, in the order of `DOES`.
pub(super) struct Toolbar([HtmlElement; 5]);

/// What they do.
const DOES: [&str; 5] = ["choose", "undo", "redo", "reset", "share"];

impl Toolbar {
    /// Those that open something are closed; those that take back have nothing to take back.
    pub(super) fn new(parent: &Element) -> Result<Toolbar, JsValue> {
        let bar = add(parent, "div", "toolbar", "")?;
        let button = |does: &str| -> Result<HtmlElement, JsValue> {
            let button = add(&bar, "button", "button", "")?;
            button.set_attribute("type", "button")?;
            button.set_attribute("data-do", does)?;
            match does {
                "choose" | "share" => button.set_attribute("aria-expanded", "false")?,
                _ => button.set_hidden(true),
            }
            Ok(button)
        };
        let [choose, undo, redo, reset, share] = DOES;
        Ok(Toolbar([button(choose)?, button(undo)?, button(redo)?, button(reset)?, button(share)?]))
    }

    /// Names them in a language.
    pub(super) fn name(&self, words: Words) {
        let names = words.toolbar();
        for (button, name) in self.0.iter().zip([&names.choose, &names.undo, &names.redo, &names.reset, &names.share]) {
            button.set_text_content(Some(name));
        }
    }
}
