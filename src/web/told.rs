//! A figure in words, and what is pointed at, as JavaScript gets them.

use js_sys::Array;
use serde_wasm_bindgen::to_value;
use wasm_bindgen::{JsCast, JsValue};

use super::api::{JsPage, JsSelected, object};
use crate::{chart::Hit, words::Page};

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

/// What is pointed at.
pub(super) fn selected(hit: &Hit) -> Option<JsSelected> {
    let place = hit.place.as_ref().map_or("", |place| place.id.as_str());
    let selected = object(&[("place", place.into()), ("lines", to_value(&hit.told).ok()?)]);
    Some(selected.unchecked_into())
}
