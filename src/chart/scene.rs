//! A drawing as a list of plain marks, in CSS pixels from the upper left.

use std::sync::Arc;

use super::theme::Color;
use crate::{dataset::Region, order::clamp};

/// A laid-out drawing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What is drawn, first at the bottom.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in reading order.
    pub hits: Vec<Hit>,
    /// What can be dragged: first the target.
    pub handles: Vec<Handle>,
    /// Which marks belong together, as a line and its name.
    pub groups: Vec<Group>,
    /// Hits, by their number, that belong to a group.
    pub grouped: Vec<(usize, usize)>,
}

/// Marks that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Group {
    /// The first of the marks.
    pub from: usize,
    /// The one after the last.
    pub to: usize,
    /// What they belong to.
    pub of: usize,
}

/// A point of a path that can be dragged.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Handle {
    /// Where it is.
    pub at: Point,
    /// What it is.
    pub grip: Grip,
    /// Where the axes span.
    pub plot: Area,
    /// First and last time, lowest and highest value.
    pub axes: [f64; 4],
}

/// What a handle moves.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Grip {
    /// The target of a path that starts at this time and value.
    Target([f64; 2]),
    /// What is to be reached by the end of a year on the way.
    Step(u16),
}

/// What a path is to be, by where a handle was dragged.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Dragged {
    /// The multiple of its start, to a hundredth, and the years it takes.
    Target(f64, f64),
    /// What is to be reached by the end of a year, to a hundredth of what the axis spans or finer.
    Step(u16, f64),
}

impl Handle {
    /// What the path would be with this point here. It stays inside the value axis; a target stays at least a year after the start.
    pub fn dragged(&self, to: Point) -> Dragged {
        let [first, last, low, high] = self.axes;
        let share = |at: f64, from: f64, length: f64| if length > 0.0 { (at - from) / length } else { 0.0 };
        let value = clamp(high - share(to.y, self.plot.y, self.plot.h) * (high - low), low, high);
        match self.grip {
            Grip::Target([start, base]) => {
                let at = first + share(to.x, self.plot.x, self.plot.w) * (last - first);
                let factor = clamp(f64::round(value / base * 100.0) / 100.0, 0.01, 1e6);
                Dragged::Target(factor, clamp(f64::round(at - start), 1.0, 50.0))
            }
            Grip::Step(year) => {
                let mut step = 0.001;
                while step * 1000.0 < high - low {
                    step *= 10.0;
                }
                // no path of equal growth runs through nothing
                let value = f64::round(value / step) * step;
                Dragged::Step(year, if value == 0.0 { step } else { value })
            }
        }
    }
}

/// A position in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Area {
    /// Whether two areas share more than an edge.
    pub fn overlaps(&self, other: &Area) -> bool {
        self.x < other.x + other.w && other.x < self.x + self.w && self.y < other.y + other.h && other.y < self.y + self.h
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.x + self.w).contains(&point.x) && (self.y..=self.y + self.h).contains(&point.y)
    }

    /// Whether it lies wholly in another.
    pub fn within(&self, other: &Area) -> bool {
        self.x >= other.x && self.y >= other.y && self.x + self.w <= other.x + other.w && self.y + self.h <= other.y + other.h
    }

    /// The middle.
    pub fn center(&self) -> Point {
        Point { x: self.x + self.w / 2.0, y: self.y + self.h / 2.0 }
    }
}

/// One mark.
#[derive(Clone, PartialEq, Debug)]
pub enum Mark {
    /// A filled rectangle.
    Rect {
        /// Where.
        area: Area,
        /// Its colour.
        color: Color,
        /// Its opacity.
        opacity: f64,
    },
    /// An open line.
    Line(Polyline),
    /// A filled shape.
    Shape {
        /// Its corners.
        points: Vec<Point>,
        /// Its colour.
        color: Color,
        /// Its opacity.
        opacity: f64,
    },
    /// A round point.
    Dot(Dot),
    /// A text of one line.
    Text(Text),
}

/// How much of a mark is left where another group is lit.
const FAINT: f64 = 0.22;

impl Mark {
    fn fade(&mut self, paper: Color) {
        let color = match self {
            Mark::Rect { opacity, .. } | Mark::Shape { opacity, .. } => {
                *opacity *= FAINT;
                return;
            }
            Mark::Dot(dot) => {
                dot.fill = dot.fill.over(paper, FAINT);
                &mut dot.color
            }
            Mark::Line(line) => &mut line.stroke.color,
            Mark::Text(text) => {
                text.ground = text.ground.map(|ground| ground.over(paper, FAINT));
                &mut text.color
            }
        };
        *color = color.over(paper, FAINT);
    }
}

/// An open line.
#[derive(Clone, PartialEq, Debug)]
pub struct Polyline {
    /// Its points.
    pub points: Vec<Point>,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// How a line is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Length of dash and of gap in CSS pixels; `None` for a solid line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A solid line.
    pub fn solid(color: Color, width: f64) -> Stroke {
        Stroke { color, width, dash: None }
    }

    /// A dashed line.
    pub fn dashed(color: Color, width: f64, dash: f64, gap: f64) -> Stroke {
        Stroke { color, width, dash: Some((dash, gap)) }
    }
}

/// A round point.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dot {
    /// Its middle.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
    /// The colour of its edge.
    pub color: Color,
    /// The colour inside: the edge's, or the page's for a hollow point.
    pub fill: Color,
}

/// A text of one line.
#[derive(Clone, PartialEq, Debug)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// Its anchor: left, middle or right by `align`; the middle of its height.
    pub at: Point,
    /// Which way it runs from the anchor.
    pub align: Align,
    /// Font size in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub color: Color,
    /// The colour of a ground behind it, where it may stand on a line.
    pub ground: Option<Color>,
    /// Its measured width.
    pub width: f64,
}

/// Which way a text runs from its anchor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// To the right.
    Start,
    /// To both sides.
    Middle,
    /// To the left.
    End,
}

impl Text {
    /// The box it covers: its width, and 1.2 times its size high.
    pub fn area(&self) -> Area {
        let x = match self.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - self.width / 2.0,
            Align::End => self.at.x - self.width,
        };
        let h = self.size * 1.2;
        Area { x, y: self.at.y - h / 2.0, w: self.width, h }
    }
}

/// Something that can be pointed at.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// Where a pointer finds it.
    pub area: Area,
    /// The point a tooltip leans on.
    pub at: Point,
    /// What is told, a line each; the first names it.
    pub told: Vec<String>,
    /// Which place it is about, where it is one.
    pub place: Option<Arc<Region>>,
    /// The line it belongs to: arrow keys up and down go between lines.
    pub series: usize,
    /// Whether all of the area is it, and is framed, or only the point, which is ringed.
    pub framed: bool,
}

impl Scene {
    /// All texts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
    }

    /// The hit at a point: the one whose middle is nearest of those that contain it.
    pub fn hit(&self, point: Point) -> Option<usize> {
        let distance = |hit: &Hit| (hit.at.x - point.x).abs() + (hit.at.y - point.y).abs();
        let found = self.hits.iter().enumerate().filter(|(_, hit)| hit.area.contains(point));
        found.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map(|(index, _)| index)
    }

    /// The marks while a hit is pointed at that belongs to a group: those of the other groups are faint. `None` for any
    /// other hit.
    pub fn lit(&self, hit: usize, paper: Color) -> Option<Vec<Mark>> {
        let (_, lit) = self.grouped.iter().find(|(grouped, _)| *grouped == hit)?;
        let mut marks = self.marks.clone();
        for Group { from, to, of } in &self.groups {
            if of != lit {
                marks.iter_mut().take(*to).skip(*from).for_each(|mark| mark.fade(paper));
            }
        }
        Some(marks)
    }

    /// The marks from one on belong to a group.
    pub(super) fn group(&mut self, of: usize, from: usize) {
        self.groups.push(Group { from, to: self.marks.len(), of });
    }

    /// So does the last hit.
    pub(super) fn group_hit(&mut self, of: usize) {
        self.grouped.push((self.hits.len().saturating_sub(1), of));
    }

    pub(super) fn dot(&mut self, at: Point, radius: f64, color: Color, fill: Color) {
        self.marks.push(Mark::Dot(Dot { at, radius, color, fill }));
    }

    pub(super) fn rect(&mut self, area: Area, color: Color, opacity: f64) {
        self.marks.push(Mark::Rect { area, color, opacity });
    }

    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.marks.push(Mark::Line(Polyline { points: vec![from, to], stroke }));
    }

    pub(super) fn polyline(&mut self, points: Vec<Point>, stroke: Stroke) {
        if points.len() > 1 {
            self.marks.push(Mark::Line(Polyline { points, stroke }));
        }
    }

    pub(super) fn text(&mut self, text: Text) {
        self.marks.push(Mark::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_groups_are_faint() {
        let (ink, paper) = (Color(0, 0, 0), Color(255, 255, 255));
        let mut scene = Scene::default();
        let at = Point { x: 0.0, y: 0.0 };
        scene.dot(at, 1.0, ink, ink);
        for group in 0..2 {
            let first = scene.marks.len();
            scene.dot(at, 1.0, ink, paper);
            scene.rect(Area { x: 0.0, y: 0.0, w: 1.0, h: 1.0 }, ink, 1.0);
            scene.group(group, first);
            scene.hits.push(Hit {
                area: Area { x: 0.0, y: 0.0, w: 1.0, h: 1.0 },
                at,
                told: Vec::new(),
                place: None,
                series: 0,
                framed: false,
            });
            scene.group_hit(group);
        }
        scene.hits.extend(scene.hits.first().cloned());
        let lit = scene.lit(1, paper).unwrap();
        let changed: Vec<bool> = lit.iter().zip(&scene.marks).map(|(lit, mark)| lit != mark).collect();
        // what belongs to none, the other group, the one that is lit
        assert_eq!(changed, [false, true, true, false, false]);
        assert_eq!(scene.lit(2, paper), None);
    }
}
