//! A figure's drawing: laid out as a [`Scene`] of plain marks, then painted on any plotters backend.
//!
//! Layout knows sizes and words; painting knows only the backend. Between them stands a value that tests
//! can read: where every text lies, what every mark covers.

#[cfg(feature = "composite")]
mod composite;
#[cfg(feature = "crosscheck")]
mod crosscheck;
#[cfg(feature = "gap")]
mod gap;
#[cfg(any(feature = "progress", feature = "milestones"))]
mod glyph;
#[cfg(feature = "history")]
mod history;
mod label;
#[cfg(feature = "ladder")]
mod ladder;
#[cfg(feature = "milestones")]
mod milestones;
mod paint;
mod palette;
#[cfg(feature = "profile")]
mod profile;
#[cfg(feature = "progress")]
mod progress;
#[cfg(feature = "codes")]
mod qr;
#[cfg(feature = "quadrant")]
mod quadrant;
#[cfg(feature = "ranking")]
mod ranking;
mod scale;
mod scene;
#[cfg(feature = "scorecard")]
mod scorecard;
mod sheet;
#[cfg(test)]
mod sight;
mod svg;
mod theme;
#[cfg(feature = "composite")]
mod tint;
#[cfg(feature = "trajectory")]
mod trajectory;

pub use paint::{Dashes, SUBPIXELS, TextStyle, paint};
#[cfg(feature = "codes")]
pub use qr::qr;
pub use scale::{Range, ticks};
pub use scene::{Align, Area, Dot, Dragged, Grip, Handle, Hit, Mark, Point, Polyline, Scene, Stroke, Text};
pub use sheet::{Foot, sheet, sheet_with_foot};
pub use svg::{estimate_width, font_stack, svg};
pub use theme::{Color, MODES, Mode, Theme};

use crate::{
    figure::{Chart, Figure},
    words::Words,
};

/// How wide a text is, in CSS pixels: text, font size, bold.
pub type Measure<'m> = &'m dyn Fn(&str, f64, bool) -> f64;

/// The narrowest and the widest drawing, in CSS pixels.
pub const WIDTHS: core::ops::RangeInclusive<f64> = 240.0..=1920.0;

/// Everything layout needs beside the figure.
#[derive(Clone, Copy)]
pub struct Frame<'m> {
    /// The language.
    pub words: Words,
    /// Colours and text size.
    pub theme: Theme,
    /// Width in CSS pixels; clamped to [`WIDTHS`].
    pub width: f64,
    /// The measure of text.
    pub measure: Measure<'m>,
}

impl Frame<'_> {
    fn text_width(&self, text: &str, size: f64, bold: bool) -> f64 {
        (self.measure)(text, size, bold)
    }

    /// Width within [`WIDTHS`], whatever was asked for.
    fn clamped_width(&self) -> f64 {
        if self.width.is_finite() { crate::order::clamp(self.width, *WIDTHS.start(), *WIDTHS.end()) } else { *WIDTHS.start() }
    }
}

/// Lays out the drawing of a figure; its height follows from width and content.
pub fn lay_out(figure: &Figure, frame: &Frame<'_>) -> Scene {
    let mut scene = match &figure.chart {
        #[cfg(feature = "ranking")]
        Chart::Ranking(chart) => ranking::lay_out(chart, frame),
        #[cfg(feature = "trajectory")]
        Chart::Trajectory(chart) => trajectory::lay_out(chart, frame),
        #[cfg(feature = "scorecard")]
        Chart::Scorecard(chart) => scorecard::lay_out(chart, frame),
        #[cfg(feature = "composite")]
        Chart::Composite(chart) => composite::lay_out(chart, frame),
        #[cfg(feature = "gap")]
        Chart::Gap(chart) => gap::lay_out(chart, frame),
        #[cfg(feature = "profile")]
        Chart::Profile(chart) => profile::lay_out(chart, frame),
        #[cfg(feature = "progress")]
        Chart::Progress(chart) => progress::lay_out(chart, frame),
        #[cfg(feature = "history")]
        Chart::History(chart) => history::lay_out(chart, frame),
        #[cfg(feature = "quadrant")]
        Chart::Quadrant(chart) => quadrant::lay_out(chart, frame),
        #[cfg(feature = "ladder")]
        Chart::Ladder(chart) => ladder::lay_out(chart, frame),
        #[cfg(feature = "milestones")]
        Chart::Milestones(chart) => milestones::lay_out(chart, frame),
        #[cfg(feature = "crosscheck")]
        Chart::Crosscheck(chart) => crosscheck::lay_out(chart, frame),
    };
    // whole pixels: a canvas has no others
    scene.height = f64::ceil(scene.height);
    scene
}
