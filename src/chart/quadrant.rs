//! 四象限: a dot a place between two axes, a line across each, the four corners named.

mod names;

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scale::{Range, ticks},
    scene::{Align, Area, Hit, Point, Scene, Stroke},
};
use crate::{
    benchmark::{Interval, Side},
    dataset::Dimension,
    figure::{Quadrant, QuadrantAxis, QuadrantChart, QuadrantPoint},
    order::{ascending, clamp},
};

/// The least share of the plot on either side of a line, so that every corner has room for its name.
const LEAST: f64 = 0.26;

/// Axes and sizes.
struct Layout {
    /// The whole plot, with the strips of the corners' names.
    plot: Area,
    /// Where dots lie.
    inner: Area,
    x: Range,
    y: Range,
    size: f64,
    small: f64,
    radius: f64,
}

impl Layout {
    fn at(&self, x: f64, y: f64) -> Point {
        let inner = &self.inner;
        Point { x: self.x.map(x, inner.x, inner.x + inner.w), y: self.y.map(y, inner.y + inner.h, inner.y) }
    }

    fn of(&self, point: &QuadrantPoint) -> Point {
        self.at(point.x.point, point.y.point)
    }

    fn right(&self) -> f64 {
        self.plot.x + self.plot.w
    }

    fn bottom(&self) -> f64 {
        self.plot.y + self.plot.h
    }

    /// The area between the lines.
    fn corner(&self, quadrant: Quadrant, cut: Point) -> Area {
        let (x, w) = if quadrant.x == Side::High { (cut.x, self.right() - cut.x) } else { (self.plot.x, cut.x - self.plot.x) };
        let (y, h) = if quadrant.y == Side::High { (self.plot.y, cut.y - self.plot.y) } else { (cut.y, self.bottom() - cut.y) };
        Area { x, y, w, h }
    }
}

pub(super) fn lay_out(chart: &QuadrantChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    let (Some(x), Some(y)) = (range(chart, &chart.x, |point| &point.x), range(chart, &chart.y, |point| &point.y)) else { return scene };
    let layout = axes(&mut scene, chart, x, y, frame);
    let ground = scene.marks.len();
    whiskers(&mut scene, chart, &layout, frame);
    dots(&mut scene, chart, &layout, frame);
    names::labels(&mut scene, chart, &layout, ground, frame);
    hits(&mut scene, chart, &layout, frame);
    scene
}

/// All numbers of an axis with their bounds and its line, with room around; the line stands off both ends.
#[inline(never)]
fn range(chart: &QuadrantChart, axis: &QuadrantAxis, of: fn(&QuadrantPoint) -> &Interval) -> Option<Range> {
    let mut values = vec![axis.at];
    for point in &chart.points {
        values.push(of(point).low);
        values.push(of(point).high);
    }
    if chart.points.is_empty() {
        return None;
    }
    let range = Range::covering(values)?;
    let (low, high) = (range.low(), range.high());
    let room = (high - low) * 0.06;
    let (mut low, mut high) = (low - room, high + room);
    let share = (axis.at - low) / (high - low);
    if share < LEAST {
        low = axis.at - (high - axis.at) * LEAST / (1.0 - LEAST);
    } else if share > 1.0 - LEAST {
        high = axis.at + (axis.at - low) * LEAST / (1.0 - LEAST);
    }
    Some(range.with(low).with(high))
}

/// Whether all numbers of an axis are zero or more, so that nothing below zero is worth a tick.
fn is_positive(chart: &QuadrantChart, of: fn(&QuadrantPoint) -> &Interval) -> bool {
    chart.points.iter().all(|point| of(point).low >= 0.0)
}

/// Ticks of an axis and how they are written.
#[inline(never)]
fn steps(
    chart: &QuadrantChart,
    axis: &QuadrantAxis,
    range: Range,
    most: usize,
    of: fn(&QuadrantPoint) -> &Interval,
    frame: &Frame<'_>,
) -> Vec<(f64, String)> {
    let whole = matches!(axis.unit().dimension(), Dimension::Count | Dimension::Rank) && !axis.is_change();
    let (values, decimals) = ticks(range, most, whole);
    let positive = is_positive(chart, of);
    let mut steps = Vec::new();
    for value in values {
        if !positive || value >= 0.0 {
            steps.push((value, frame.words.axis_amount(axis, value, decimals)));
        }
    }
    steps
}

/// Settles where the plot lies; draws ticks, the lines across, the names of axes and corners.
#[inline(never)]
fn axes(scene: &mut Scene, chart: &QuadrantChart, x: Range, y: Range, frame: &Frame<'_>) -> Layout {
    let theme = &frame.theme;
    let (size, small) = (13.0 * theme.text, 12.0 * theme.text);
    let muted = Look::plain(small, theme.muted);
    let width = scene.width;
    let narrow = width < 520.0 * theme.text;
    let ratio = if narrow {
        1.05
    } else if chart.points.len() <= 6 {
        0.52
    } else {
        0.66
    };
    let height = |w: f64| theme.stretched(clamp(w * ratio, 290.0 * theme.text, 640.0));
    let most = clamp(height(width - 40.0) / (small * 4.5), 2.0, 6.0) as usize;
    let y_steps = steps(chart, &chart.y, y, most, |point| &point.y, frame);
    let mut gutter = 0.0_f64;
    for (_, text) in &y_steps {
        gutter = gutter.max(frame.text_width(text, small, false));
    }
    let left = gutter + 10.0;
    // the vertical axis is named above the plot
    let mut top = 0.0;
    for (index, line) in axis_lines(&chart.y, "↑", width, frame).into_iter().enumerate() {
        top = (index as f64 + 0.7) * small * 1.4;
        scene.text(frame.label(line, Point { x: 0.0, y: top }, Align::Start, Look::plain(small, theme.ink)));
        top += small * 0.9;
    }
    let cut_x = frame.words.cut_label(&chart.x);
    if cut_x.is_some() {
        top += small * 1.5;
    }
    let w = width - left - 4.0;
    let h = height(w);
    let plot = Area { x: left, y: top + 4.0, w, h };
    let across = |at: f64, range: Range, from: f64, to: f64| range.map(at, from, to);
    let cut_at = across(chart.x.at, x, plot.x + 10.0, plot.x + plot.w - 10.0);
    // corners' names in strips that no dot reaches; one below the other where a word is too long for its side
    let mut strips = [0.0_f64; 2];
    let mut names = Vec::new();
    for (strip, pair) in strips.iter_mut().zip(Quadrant::ALL.chunks(2)) {
        let (mut across, mut left_lines) = (10.0, 0);
        let mut broken = Vec::new();
        for quadrant in pair {
            let room = if quadrant.x == Side::High { plot.x + plot.w - cut_at } else { cut_at - plot.x } - 14.0;
            let lines = frame.wrap_evenly(&frame.words.quadrant_name(chart, *quadrant), size, true, room);
            let mut widest = 0.0_f64;
            for line in &lines {
                widest = widest.max(frame.text_width(line, size, true));
            }
            across += widest;
            broken.push((*quadrant, lines));
        }
        let stacked = across > plot.w;
        for (quadrant, lines) in broken {
            let skip = if stacked && quadrant.x == Side::High { left_lines } else { 0 };
            left_lines = lines.len();
            *strip = strip.max((skip + lines.len()) as f64 * size * 1.3 + 8.0);
            names.push(Corner { quadrant, lines, skip });
        }
    }
    let [above, below] = strips;
    let inner = Area { x: plot.x + 10.0, y: plot.y + above, w: plot.w - 20.0, h: (plot.h - above - below).max(40.0) };
    let radius = if chart.points.len() > 40 { 4.0 } else { 5.5 } * theme.text.min(1.2);
    let layout = Layout { plot, inner, x, y, size, small, radius };
    let cut = layout.at(chart.x.at, chart.y.at);
    if let Some(home) = chart.points.iter().find(|point| point.is_home && !point.is_benchmark) {
        scene.rect(layout.corner(home.quadrant, cut), theme.home, 0.06);
    }
    for (value, text) in &y_steps {
        let at = layout.at(0.0, *value).y;
        if !(plot.y..=plot.y + plot.h).contains(&at) {
            continue;
        }
        // a gridline beside the line that cuts would make it double
        if (at - cut.y).abs() > NEAR {
            scene.line(Point { x: plot.x, y: at }, Point { x: layout.right(), y: at }, Stroke::solid(theme.grid, 1.0));
        }
        scene.text(frame.label(text.as_str(), Point { x: plot.x - 8.0, y: at }, Align::End, muted));
    }
    x_ticks(scene, chart, &layout, cut.x, frame);
    let stroke = Stroke::solid(theme.axis, 1.5);
    scene.line(Point { x: cut.x, y: plot.y }, Point { x: cut.x, y: layout.bottom() }, stroke);
    scene.line(Point { x: plot.x, y: cut.y }, Point { x: layout.right(), y: cut.y }, stroke);
    if let Some(text) = cut_x {
        let mut label = frame.label(text, Point { x: cut.x, y: plot.y - small * 0.8 }, Align::Middle, muted);
        label.at.x = clamp(cut.x, label.width / 2.0, width - label.width / 2.0);
        scene.text(label);
    }
    corners(scene, chart, &layout, names, frame);
    layout
}

/// How close to the cut a gridline is left out, in CSS pixels.
const NEAR: f64 = 5.0;

/// An axis's name with its arrow and which way is better, in lines.
#[inline(never)]
fn axis_lines(axis: &QuadrantAxis, arrow: &str, width: f64, frame: &Frame<'_>) -> Vec<String> {
    let mut text = [arrow, &frame.words.axis_title(axis)].join(" ");
    if let Some(direction) = frame.words.axis_direction(axis) {
        text = [text.as_str(), &direction].join(" · ");
    }
    frame.wrap(&text, 12.0 * frame.theme.text, false, width)
}

/// Light lines up, their labels below, and the name of the axis under them; settles the height.
#[inline(never)]
fn x_ticks(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, cut: f64, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let small = layout.small;
    let most = clamp(layout.inner.w / (52.0 * theme.text), 3.0, 8.0) as usize;
    let mut end = f64::NEG_INFINITY;
    for (value, text) in steps(chart, &chart.x, layout.x, most, |point| &point.x, frame) {
        let x = layout.at(value, 0.0).x;
        if (x - cut).abs() > NEAR {
            scene.line(Point { x, y: layout.plot.y }, Point { x, y: layout.bottom() }, Stroke::solid(theme.grid, 1.0));
        }
        let at = Point { x, y: layout.bottom() + small };
        let mut label = frame.label(text, at, Align::Middle, Look::plain(small, theme.muted));
        label.at.x = clamp(x, label.width / 2.0, scene.width - label.width / 2.0);
        if label.at.x - label.width / 2.0 > end {
            end = label.at.x + label.width / 2.0 + 6.0;
            scene.text(label);
        }
    }
    let mut y = layout.bottom() + small * 2.4;
    for line in axis_lines(&chart.x, "→", scene.width, frame) {
        scene.text(frame.label(line, Point { x: layout.right().min(scene.width), y }, Align::End, Look::plain(small, theme.ink)));
        y += small * 1.4;
    }
    scene.height = y + small * 0.2;
}

/// A corner's name.
struct Corner {
    quadrant: Quadrant,
    lines: Vec<String>,
    /// How many lines of the other corner stand between it and the edge.
    skip: usize,
}

/// The names of the corners, the own one in its colour.
#[inline(never)]
fn corners(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, names: Vec<Corner>, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let step = layout.size * 1.3;
    let own = chart.points.iter().find(|point| point.is_home && !point.is_benchmark).map(|point| point.quadrant);
    for Corner { quadrant, lines, skip } in names {
        let color = if own == Some(quadrant) { theme.home } else { theme.muted };
        let (x, align) = if quadrant.x == Side::High { (layout.right() - 6.0, Align::End) } else { (layout.plot.x + 6.0, Align::Start) };
        let upper = layout.plot.y + 4.0 + skip as f64 * step;
        let lower = layout.bottom() - 4.0 - (skip + lines.len()) as f64 * step;
        let top = if quadrant.y == Side::High { upper } else { lower };
        for (index, line) in lines.into_iter().enumerate() {
            let at = Point { x, y: top + (index as f64 + 0.5) * step };
            let mut label = frame.label(line, at, align, Look::bold(layout.size, color));
            label.ground = if own == Some(quadrant) { None } else { Some(theme.paper) };
            scene.text(label);
        }
    }
}

/// Thin lines where the published qualifiers leave a number open.
#[inline(never)]
fn whiskers(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, frame: &Frame<'_>) {
    for point in &chart.points {
        let color = if point.is_home { frame.theme.home } else { frame.theme.axis };
        let stroke = Stroke::solid(color, 1.5);
        let at = layout.of(point);
        // long enough to be seen beside the dot
        let least = layout.radius + 3.0;
        if !point.x.is_exact() {
            let (low, high) = (layout.at(point.x.low, 0.0).x, layout.at(point.x.high, 0.0).x);
            let low = if point.x.low < point.x.point { low.min(at.x - least) } else { at.x };
            let high = if point.x.high > point.x.point { high.max(at.x + least) } else { at.x };
            scene.line(Point { x: low, y: at.y }, Point { x: high, y: at.y }, stroke);
        }
        if !point.y.is_exact() {
            let (low, high) = (layout.at(0.0, point.y.low).y, layout.at(0.0, point.y.high).y);
            let low = if point.y.low < point.y.point { low.max(at.y + least) } else { at.y };
            let high = if point.y.high > point.y.point { high.min(at.y - least) } else { at.y };
            scene.line(Point { x: at.x, y: low }, Point { x: at.x, y: high }, stroke);
        }
    }
}

/// Dots, the own one last and larger; hollow where the quadrant is open.
#[inline(never)]
fn dots(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    for home in [false, true] {
        for point in chart.points.iter().filter(|point| point.is_home == home) {
            let color = if home {
                theme.home
            } else if point.is_benchmark {
                theme.ink
            } else {
                theme.axis
            };
            let radius = if home { layout.radius + 2.0 } else { layout.radius };
            let hollow = !point.certain && !point.is_benchmark;
            scene.dot(layout.of(point), radius, color, if hollow { theme.paper } else { color });
        }
    }
}

/// The own place first, then quadrant by quadrant.
#[inline(never)]
fn hits(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, frame: &Frame<'_>) {
    let reach = 15.0 * frame.theme.text;
    for (series, quadrant) in Quadrant::ALL.into_iter().enumerate() {
        let mut keys = Vec::new();
        let mut inside = Vec::new();
        for point in chart.points.iter().filter(|point| point.quadrant == quadrant) {
            keys.push(point.x.point);
            inside.push(point);
        }
        for index in ascending(keys) {
            let Some(point) = inside.get(index) else { continue };
            let at = layout.of(point);
            let area = Area { x: at.x - reach, y: at.y - reach, w: reach * 2.0, h: reach * 2.0 };
            scene.hits.push(Hit {
                area,
                at,
                told: frame.words.quadrant_told(chart, point),
                place: Some(Arc::clone(&point.region)),
                series,
                framed: false,
            });
        }
    }
}
