//! A figure in words, as JavaScript gets it.

use js_sys::Array;
use serde_wasm_bindgen::to_value;
use wasm_bindgen::{JsCast, JsValue};

use super::api::{JsPage, object};
use crate::words::Page;

/// Its lists through serde, objects by hand.
pub(super) fn told(page: &Page) -> Result<JsPage, JsValue> {
    let rows = Array::new();
    for row in &page.rows {
        rows.push(&object(&[("cells", to_value(&row.cells)?), ("numeric", to_value(&row.numeric)?), ("isHome", row.is_home.into())]));
    }
    let page = object(&[
        ("title", page.title.as_str().into()),
        ("subtitle", to_value(&page.subtitle)?),
        ("reading", page.reading.as_str().into()),
        ("notes", to_value(&page.notes)?),
        ("sources", page.sources.as_str().into()),
        ("columns", to_value(&page.columns)?),
        ("rows", rows.into()),
    ]);
    Ok(page.unchecked_into())
}
