//! Building elements, without inline style or markup text, so that a strict CSP has nothing to say.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use crate::dataset::decimal::shortest;

/// A new element with a class and, of the same name, a part to style from outside.
pub(super) fn make(document: &Document, tag: &str, name: &str) -> Result<HtmlElement, JsValue> {
    let element = document.create_element(tag)?;
    if !name.is_empty() {
        element.set_class_name(name);
        element.set_attribute("part", name)?;
    }
    Ok(element.unchecked_into())
}

/// A new element with text, appended to another.
pub(super) fn add(parent: &Element, tag: &str, name: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let document = parent.owner_document().ok_or(JsValue::NULL)?;
    let element = make(&document, tag, name)?;
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    parent.append_child(&element)?;
    Ok(element)
}

/// Empties an element.
pub(super) fn clear(element: &Element) {
    element.set_text_content(None);
}

/// A CSS length.
pub(super) fn px(value: f64) -> String {
    [shortest(value).as_str(), "px"].concat()
}
