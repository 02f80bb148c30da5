//! Paints a scene on any plotters backend.

use core::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
    text_anchor::{HPos, Pos, VPos},
};

use super::{
    scene::{Align, Area, Mark, Point, Polyline, Scene, Text},
    svg::estimate_width,
};

/// Backend units to a CSS pixel: plotters counts in whole numbers, a curve needs finer ones.
pub const SUBPIXELS: i32 = 8;

const UNIT: f64 = SUBPIXELS as f64;

fn units(value: f64) -> i32 {
    f64::round(value * UNIT) as i32
}

fn coord(point: Point) -> BackendCoord {
    (units(point.x), units(point.y))
}

/// Colour and width of a line, in backend units.
struct LineStyle {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for LineStyle {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The style of a text, its size in backend units. Backends take their font family from their own stack.
pub struct TextStyle {
    color: BackendColor,
    size: f64,
    bold: bool,
    align: Align,
}

impl TextStyle {
    /// A style for measuring: size in CSS pixels.
    pub fn measuring(size: f64, bold: bool) -> TextStyle {
        TextStyle { color: BackendColor { alpha: 1.0, rgb: (0, 0, 0) }, size: size * UNIT, bold, align: Align::Start }
    }
}

impl BackendTextStyle for TextStyle {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (estimate_width(text, self.size, self.bold) as i32, (self.size * 1.2) as i32)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        // backends that reach here have no fonts of their own; neither have we
        Ok(Ok(()))
    }
}

/// What some backends can draw and plotters' contract has no word for.
pub trait Dashes {
    /// Draws the lines that follow with dashes and gaps of these lengths in backend units, or solid ones.
    /// False where the backend cannot; then lines are cut into dashes before they reach it.
    fn set_dashes(&mut self, lengths: Option<(i32, i32)>) -> bool {
        let _ = lengths;
        false
    }
}

/// Paints all marks, first to last. Coordinates handed to the backend are in [`SUBPIXELS`] to a CSS pixel.
///
/// # Errors
/// The backend's own.
pub fn paint<B: DrawingBackend + Dashes>(scene: &Scene, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    for mark in &scene.marks {
        match mark {
            Mark::Rect { area, color, opacity } => {
                backend.draw_rect(coord(corner(area)), coord(far_corner(area)), &color.backend(*opacity), true)?;
            }
            Mark::Line(line) => paint_line(line, backend)?,
            Mark::Shape { points, color, opacity } => {
                backend.fill_polygon(points.iter().map(|point| coord(*point)), &color.backend(*opacity))?;
            }
            Mark::Dot(dot) => {
                let radius = f64::round(dot.radius * UNIT) as u32;
                backend.draw_circle(coord(dot.at), radius, &dot.color.backend(1.0), true)?;
                if dot.fill != dot.color {
                    let inner = f64::round((dot.radius - 2.0).max(0.0) * UNIT) as u32;
                    backend.draw_circle(coord(dot.at), inner, &dot.fill.backend(1.0), true)?;
                }
            }
            Mark::Text(text) => paint_text(text, backend)?,
        }
    }
    backend.present()
}

fn corner(area: &Area) -> Point {
    Point { x: area.x, y: area.y }
}

fn far_corner(area: &Area) -> Point {
    Point { x: area.x + area.w, y: area.y + area.h }
}

fn paint_line<B: DrawingBackend + Dashes>(line: &Polyline, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let style = LineStyle { color: line.stroke.color.backend(1.0), width: units(line.stroke.width).max(1) as u32 };
    let whole = || line.points.iter().map(|point| coord(*point));
    let Some((dash, gap)) = line.stroke.dash else { return backend.draw_path(whole(), &style) };
    if backend.set_dashes(Some((units(dash), units(gap)))) {
        let drawn = backend.draw_path(whole(), &style);
        backend.set_dashes(None);
        return drawn;
    }
    for piece in dashes(&line.points, dash, gap) {
        backend.draw_path(piece.into_iter().map(coord), &style)?;
    }
    Ok(())
}

fn paint_text<B: DrawingBackend>(text: &Text, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    if let Some(ground) = text.ground {
        let area = text.area();
        let (from, to) = (Point { x: area.x - 2.0, y: area.y }, Point { x: area.x + area.w + 2.0, y: area.y + area.h });
        backend.draw_rect(coord(from), coord(to), &ground.backend(0.86), true)?;
    }
    let style = TextStyle { color: text.color.backend(1.0), size: text.size * UNIT, bold: text.bold, align: text.align };
    backend.draw_text(&text.text, &style, coord(text.at))
}

fn distance(from: Point, to: Point) -> f64 {
    ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).sqrt()
}

/// Cuts a line into dashes, for plotters' backends have none.
fn dashes(points: &[Point], dash: f64, gap: f64) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, dash);
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let length = distance(*from, *to);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
            if drawing {
                piece.push(at);
                pieces.push(core::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length - done;
        if drawing {
            piece.push(*to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share() {
        let points = [Point { x: 0.0, y: 0.0 }, Point { x: 50.0, y: 0.0 }, Point { x: 50.0, y: 50.0 }];
        let pieces = dashes(&points, 6.0, 4.0);
        let length: f64 = pieces.iter().map(|piece| piece.windows(2).map(|pair| distance(pair[0], pair[1])).sum::<f64>()).sum();
        assert!((length - 60.0).abs() < 1e-9, "{length}");
        assert!(pieces.iter().all(|piece| piece.len() > 1));
    }
}
