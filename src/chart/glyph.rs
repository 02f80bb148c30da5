//! Shapes that stand for a status, so that colour is never alone.

use super::{
    scene::{Area, Mark, Point, Scene, Stroke},
    theme::Color,
};

/// A shape.
#[cfg_attr(not(feature = "views"), allow(dead_code, reason = "each view uses some of them"))]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Glyph {
    Disc,
    Ring,
    Triangle,
    Square,
    Diamond,
    Check,
    Cross,
    Dash,
}

impl Scene {
    /// A shape round a point, `size` wide, on a page of the given colour.
    #[inline(never)]
    pub(super) fn glyph(&mut self, glyph: Glyph, at: Point, size: f64, color: Color, paper: Color) {
        let r = size / 2.0;
        let point = |x: f64, y: f64| Point { x: at.x + x * r, y: at.y + y * r };
        let stroke = Stroke::solid(color, (size / 6.0).max(1.75));
        match glyph {
            Glyph::Disc => self.dot(at, r * 0.95, color, color),
            Glyph::Ring => self.dot(at, r * 0.85, color, paper),
            Glyph::Square => self.rect(Area { x: at.x - r * 0.85, y: at.y - r * 0.85, w: r * 1.7, h: r * 1.7 }, color, 1.0),
            Glyph::Triangle => self.shape(vec![point(0.0, -0.95), point(1.05, 0.85), point(-1.05, 0.85)], color),
            Glyph::Diamond => self.shape(vec![point(0.0, -1.1), point(1.1, 0.0), point(0.0, 1.1), point(-1.1, 0.0)], color),
            Glyph::Check => self.polyline(vec![point(-0.95, 0.05), point(-0.3, 0.75), point(1.0, -0.75)], stroke),
            Glyph::Cross => {
                self.line(point(-0.75, -0.75), point(0.75, 0.75), stroke);
                self.line(point(-0.75, 0.75), point(0.75, -0.75), stroke);
            }
            Glyph::Dash => self.line(point(-0.8, 0.0), point(0.8, 0.0), stroke),
        }
    }

    fn shape(&mut self, points: Vec<Point>, color: Color) {
        self.marks.push(Mark::Shape { points, color, opacity: 1.0 });
    }
}
