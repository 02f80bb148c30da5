//! The families a drawing is written in, and the widths of texts in them.

use std::cell::RefCell;

use web_sys::CanvasRenderingContext2d;

use crate::{chart::SUBPIXELS, dataset::decimal::shortest, index::Index};

thread_local! {
    /// Widths in units by size and text, in the families that stand with them: measured once a page, which has one font as a rule.
    static WIDTHS: RefCell<(String, Index)> = const { RefCell::new((String::new(), Index::new())) };
}

/// A list of font families as CSS has it.
pub(super) struct Font(pub(super) String);

impl Font {
    /// As a canvas has it, at a size in units.
    pub(super) fn css(&self, units: i32, bold: bool) -> String {
        [if bold { "600 " } else { "400 " }, &shortest(units.into()), "px ", &self.0].concat()
    }

    /// The width of a text in CSS pixels, measured once.
    pub(super) fn measure(&self, context: &CanvasRenderingContext2d, text: &str, size: f64, bold: bool) -> f64 {
        const MOST: usize = 4000;
        let units = (size * f64::from(SUBPIXELS)).round() as i32;
        let key = [shortest(units.into()).as_str(), if bold { "b" } else { "" }, text].join("\t");
        let width = WIDTHS.with_borrow_mut(|(families, widths)| {
            if *families != self.0 || widths.len() >= MOST {
                (*families, *widths) = (self.0.clone(), Index::new());
            }
            widths.position(&key).unwrap_or_else(|| {
                context.set_font(&self.css(units, bold));
                let width = context.measure_text(text).map_or(0.0, |metrics| metrics.width()).ceil() as usize;
                widths.set(&key, width);
                width
            })
        });
        width as f64 / f64::from(SUBPIXELS)
    }
}
