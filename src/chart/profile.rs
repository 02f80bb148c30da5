//! 画像: a radar with the figures around it, or below it in a list.

use std::sync::Arc;

use super::{
    Frame,
    label::{Look, Placer},
    scene::{Align, Area, Hit, Mark, Point, Scene, Stroke, Text},
};
use crate::{
    dataset::Region,
    figure::{ProfileAxis, ProfileChart},
    order::clamp,
};

/// From this width on the labels may stand around the radar.
const WIDE: f64 = 520.0;
/// How far labels stand from the rim.
const AWAY: f64 = 12.0;
/// The rings, as shares of the radius.
const RINGS: [f64; 4] = [0.25, 0.5, 0.75, 1.0];

/// Where the radar lies.
#[derive(Clone, Copy)]
struct Radar {
    center: Point,
    radius: f64,
    axes: usize,
}

impl Radar {
    /// The direction of an axis: the first upwards, the others clockwise.
    fn direction(&self, axis: usize) -> (f64, f64) {
        let angle = (axis as f64 / self.axes as f64 - 0.25) * core::f64::consts::TAU;
        (libm::cos(angle), libm::sin(angle))
    }

    fn at(&self, axis: usize, share: f64) -> Point {
        let (x, y) = self.direction(axis);
        Point { x: self.center.x + x * share * self.radius, y: self.center.y + y * share * self.radius }
    }
}

#[inline(never)]
pub(super) fn lay_out(chart: &ProfileChart, frame: &Frame<'_>) -> Scene {
    let width = frame.clamped_width();
    let mut scene = Scene { width, ..Scene::default() };
    if chart.axes.is_empty() {
        let look = Look::plain(14.0 * frame.theme.text, frame.theme.muted);
        let mut y = look.size;
        for line in frame.wrap(&frame.words.profile_nothing(chart), look.size, false, width) {
            scene.text(frame.label(line, Point { x: 0.0, y }, Align::Start, look));
            y += look.size * 1.5;
        }
        scene.height = y;
        return scene;
    }
    if !chart.is_radar() {
        scene.height = list(&mut scene, chart, 0.0, true, frame);
        return scene;
    }
    let top = key(&mut scene, chart, frame);
    let around = (width >= WIDE * frame.theme.text).then(|| around(chart, top, frame, width)).flatten();
    match around {
        Some((radar, labels, bottom)) => {
            draw(&mut scene, chart, radar, frame);
            for label in labels {
                scene.text(label);
            }
            scene.height = bottom;
        }
        None => {
            let number = 13.0 * frame.theme.text;
            let radius = clamp(width / 2.0 - number * 2.0, 80.0, frame.theme.stretched(180.0));
            let center = Point { x: width / 2.0, y: top + radius + number * 1.8 };
            let radar = Radar { center, radius, axes: chart.axes.len() };
            draw(&mut scene, chart, radar, frame);
            for index in 0..chart.axes.len() {
                let at = radar.at(index, 1.0 + number * 0.95 / radius);
                scene.text(frame.label(number_of(index), at, Align::Middle, Look::bold(number, frame.theme.ink)));
            }
            let bottom = center.y + radius + number * 2.2;
            scene.height = list(&mut scene, chart, bottom, false, frame);
        }
    }
    scene
}

fn number_of(index: usize) -> String {
    crate::dataset::decimal::count(index + 1)
}

/// Which line is whose; returns where it ends.
#[inline(never)]
fn key(scene: &mut Scene, chart: &ProfileChart, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let size = 13.0 * theme.text;
    let (sample, line) = (size * 1.9, size * 1.75);
    let mut items = Vec::new();
    if let Some(home) = chart.home.as_ref().filter(|_| chart.axes.iter().any(|axis| axis.home_at.is_some())) {
        items.push((frame.words.place(home).to_owned(), Look::bold(size, theme.home), Stroke::solid(theme.home, 2.5)));
    }
    if let Some(benchmark) = chart.benchmark.as_ref().filter(|_| chart.axes.iter().any(|axis| axis.benchmark_at.is_some())) {
        items.push((frame.words.place(benchmark).to_owned(), Look::plain(size, theme.ink), Stroke::solid(theme.ink, 1.5)));
    }
    items.push((frame.words.profile_median_key(), Look::plain(size, theme.muted), Stroke::dashed(theme.muted, 1.5, 4.0, 3.0)));
    let (mut x, mut y) = (0.0, 0.0);
    for (index, (text, look, stroke)) in items.into_iter().enumerate() {
        for (row, text) in frame.wrap(&text, size, look.bold, scene.width - sample - 8.0).into_iter().enumerate() {
            let text = frame.label(text, Point { x: 0.0, y: 0.0 }, Align::Start, look);
            if row > 0 || (x > 0.0 && x + sample + 8.0 + text.width > scene.width) {
                (x, y) = (0.0, y + line);
            }
            let middle = y + line / 2.0;
            if row == 0 {
                if index == 0 && look.bold {
                    let area = Area { x, y: middle - size * 0.45, w: sample, h: size * 0.9 };
                    scene.rect(area, theme.home, 0.14);
                }
                scene.line(Point { x, y: middle }, Point { x: x + sample, y: middle }, stroke);
            }
            let end = x + sample + 8.0 + text.width;
            scene.text(Text { at: Point { x: x + sample + 8.0, y: middle }, ..text });
            x = end + 22.0;
        }
    }
    y + line + 6.0
}

/// The radar with the labels of its axes around it, and where all of it ends; `None` where they do not fit.
#[inline(never)]
fn around(chart: &ProfileChart, top: f64, frame: &Frame<'_>, width: f64) -> Option<(Radar, Vec<Text>, f64)> {
    let radius = clamp(width * 0.22, 120.0, frame.theme.stretched(220.0));
    let beside = width / 2.0 - radius - AWAY;
    let mut radar = Radar { center: Point { x: width / 2.0, y: 0.0 }, radius, axes: chart.axes.len() };
    let mut blocks: Vec<(Area, Vec<Text>)> = Vec::new();
    for (index, axis) in chart.axes.iter().enumerate() {
        let (across, down) = radar.direction(index);
        let is_middle = across.abs() < 0.2;
        let anchor = radar.at(index, 1.0 + AWAY / radius);
        let room = if is_middle { width * 0.42 } else { beside + radius * (1.0 - across.abs()) };
        let mut block = block(chart, axis, room.min(300.0 * frame.theme.text), frame);
        let (mut w, mut h) = (0.0_f64, 0.0);
        for text in &block {
            w = w.max(text.width);
            h += text.size * 1.4;
        }
        let (x, align) = match is_middle {
            true => (anchor.x - w / 2.0, Align::Middle),
            false if across > 0.0 => (anchor.x, Align::Start),
            false => (anchor.x - w, Align::End),
        };
        let y = anchor.y + (if is_middle { f64::signum(down) } else { down } - 1.0) * h / 2.0;
        let area = Area { x, y, w, h };
        let clear = Area { x: x - 8.0, y: y - 4.0, w: w + 16.0, h: h + 8.0 };
        if x < 0.0 || x + w > width || blocks.iter().any(|(other, _)| other.overlaps(&clear)) {
            return None;
        }
        let mut line = y;
        for text in &mut block {
            let x = match align {
                Align::Start => x,
                Align::Middle => x + w / 2.0,
                Align::End => x + w,
            };
            text.at = Point { x, y: line + text.size * 0.7 };
            text.align = align;
            line += text.size * 1.4;
        }
        blocks.push((area, block));
    }
    // what lies highest begins at the top
    let (mut high, mut low) = (-radius, radius);
    for (area, _) in &blocks {
        (high, low) = (high.min(area.y), low.max(area.y + area.h));
    }
    let shift = top + 4.0 - high;
    radar.center.y = shift;
    let mut labels = Vec::new();
    for (_, block) in blocks {
        for mut text in block {
            text.at.y += shift;
            labels.push(text);
        }
    }
    Some((radar, labels, low + shift + 10.0))
}

/// Name and figures of an axis, a line each; where they belong is not settled yet.
#[inline(never)]
fn block(chart: &ProfileChart, axis: &ProfileAxis, room: f64, frame: &Frame<'_>) -> Vec<Text> {
    let mut block = Vec::new();
    for (text, look) in said(chart, axis, frame) {
        for line in frame.wrap(&text, look.size, look.bold, room) {
            block.push(frame.label(line, Point { x: 0.0, y: 0.0 }, Align::Start, look));
        }
    }
    block
}

/// What an axis says: its name, then the figures of the own place, of the benchmark, and the median.
#[inline(never)]
fn said(chart: &ProfileChart, axis: &ProfileAxis, frame: &Frame<'_>) -> Vec<(String, Look)> {
    let theme = &frame.theme;
    let small = 12.0 * theme.text;
    let mut said = vec![(frame.words.profile_name(&axis.indicator), Look::plain(14.0 * theme.text, theme.ink))];
    if let Some(home) = &chart.home {
        said.push((frame.words.profile_value(home, axis.home.as_ref(), true), Look::bold(13.0 * theme.text, theme.home)));
    }
    if let Some(benchmark) = &chart.benchmark {
        said.push((frame.words.profile_value(benchmark, axis.benchmark.as_ref(), false), Look::plain(small, theme.ink)));
    }
    if let Some(median) = frame.words.profile_median(axis) {
        said.push((median, Look::plain(small, theme.muted)));
    }
    said
}

/// The axes as a list, numbered where there is a radar; returns where it ends.
#[inline(never)]
fn list(scene: &mut Scene, chart: &ProfileChart, top: f64, pointed_at: bool, frame: &Frame<'_>) -> f64 {
    let number = 14.0 * frame.theme.text;
    let gutter = if pointed_at { 0.0 } else { number * 1.8 };
    let mut y = top;
    for (index, axis) in chart.axes.iter().enumerate() {
        let start = y;
        let mut said = said(chart, axis, frame).into_iter();
        if !pointed_at {
            let at = Point { x: 0.0, y: y + number * 0.7 };
            scene.text(frame.label(number_of(index), at, Align::Start, Look::bold(number, frame.theme.ink)));
        }
        if let Some((name, look)) = said.next() {
            for line in frame.wrap(&name, look.size, look.bold, scene.width - gutter) {
                scene.text(frame.label(line, Point { x: gutter, y: y + look.size * 0.7 }, Align::Start, look));
                y += look.size * 1.4;
            }
        }
        // the figures one after another, as many to a line as fit
        let mut x = gutter;
        let height = number * 1.4;
        for (text, look) in said {
            for (row, line) in frame.wrap(&text, look.size, look.bold, scene.width - gutter).into_iter().enumerate() {
                let mut label = frame.label(line, Point { x, y: 0.0 }, Align::Start, look);
                if x > gutter && (row > 0 || x + label.width > scene.width) {
                    (x, y) = (gutter, y + height);
                }
                label.at = Point { x, y: y + height / 2.0 };
                x += label.width + 14.0 * frame.theme.text;
                scene.text(label);
            }
        }
        y += height + number * 0.7;
        if pointed_at && let Some(home) = &chart.home {
            let area = Area { x: 0.0, y: start - 2.0, w: scene.width, h: y - start - number * 0.5 };
            let told = frame.words.profile_told(axis, home, axis.home.as_ref(), axis.home_at);
            scene.hits.push(Hit { area, at: area.center(), told, place: Some(Arc::clone(home)), series: 0, framed: true });
        }
    }
    y
}

/// Stretches of neighbouring points that are there, around the circle: a closed one where all are.
fn runs(points: &[Option<Point>]) -> (Vec<Vec<Point>>, bool) {
    let n = points.len();
    let Some(gap) = points.iter().position(Option::is_none) else {
        return (vec![points.iter().flatten().copied().collect()], true);
    };
    let mut runs = vec![Vec::new()];
    for step in 1..=n {
        match (points.get((gap + step) % n).copied().flatten(), runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    (runs, false)
}

/// Rings, spokes, the three shapes, and what a pointer finds.
#[inline(never)]
fn draw(scene: &mut Scene, chart: &ProfileChart, radar: Radar, frame: &Frame<'_>) {
    let theme = &frame.theme;
    for share in RINGS {
        let mut ring: Vec<Point> = (0..radar.axes).map(|axis| radar.at(axis, share)).collect();
        ring.extend(ring.first().copied());
        let color = if share == 1.0 { theme.axis } else { theme.grid };
        scene.polyline(ring, Stroke::solid(color, 1.0));
    }
    for axis in 0..radar.axes {
        scene.line(radar.center, radar.at(axis, 1.0), Stroke::solid(theme.grid, 1.0));
    }
    let points = |of: fn(&ProfileAxis) -> Option<f64>| -> Vec<Option<Point>> {
        chart.axes.iter().enumerate().map(|(index, axis)| of(axis).map(|share| radar.at(index, share))).collect()
    };
    let (home, benchmark, median) = (points(|axis| axis.home_at), points(|axis| axis.benchmark_at), points(|axis| axis.median_at));
    // an area with a gap would look like one that goes to nothing there
    if let Some(points) = home.iter().copied().collect() {
        scene.marks.push(Mark::Shape { points, color: theme.home, opacity: 0.14 });
    }
    let lines = scene.marks.len();
    outline(scene, &median, Stroke::dashed(theme.muted, 1.5, 4.0, 3.0));
    outline(scene, &benchmark, Stroke::solid(theme.ink, 1.5));
    outline(scene, &home, Stroke::solid(theme.home, 2.5));
    for point in benchmark.iter().flatten() {
        scene.dot(*point, 3.0, theme.ink, theme.paper);
    }
    for point in home.iter().flatten() {
        scene.dot(*point, 4.5, theme.home, theme.home);
    }
    scale(scene, radar, lines, frame);
    let reach = 14.0;
    let mut hit = |at: Point, told, place: Option<&Arc<Region>>, series| {
        let area = Area { x: at.x - reach, y: at.y - reach, w: 2.0 * reach, h: 2.0 * reach };
        scene.hits.push(Hit { area, at, told, place: place.cloned(), series, framed: false });
    };
    if let Some(place) = &chart.home {
        for (index, (axis, point)) in chart.axes.iter().zip(&home).enumerate() {
            let told = frame.words.profile_told(axis, place, axis.home.as_ref(), axis.home_at);
            hit(point.unwrap_or_else(|| radar.at(index, 1.0)), told, Some(place), 0);
        }
    }
    if let Some(place) = &chart.benchmark {
        for (axis, point) in chart.axes.iter().zip(&benchmark) {
            if let Some(point) = point {
                hit(*point, frame.words.profile_told(axis, place, axis.benchmark.as_ref(), axis.benchmark_at), Some(place), 1);
            }
        }
    }
    for (axis, point) in chart.axes.iter().zip(&median) {
        if let Some(point) = point {
            hit(*point, frame.words.profile_median_told(axis), None, 2);
        }
    }
}

/// What the rings stand for, on the first side of theirs where neither a line nor a point is in the way.
#[inline(never)]
fn scale(scene: &mut Scene, radar: Radar, from: usize, frame: &Frame<'_>) {
    let look = Look::plain(11.0 * frame.theme.text, frame.theme.muted);
    let Radar { center, radius, axes } = radar;
    let beyond = radius + look.size;
    let mut placer = Placer::new(Area { x: center.x - beyond, y: center.y - beyond, w: 2.0 * beyond, h: 2.0 * beyond });
    for mark in scene.marks.iter().skip(from) {
        match mark {
            Mark::Line(line) => placer.avoid_line(&line.points),
            Mark::Dot(dot) => {
                let reach = dot.radius + 2.0;
                placer.keep_clear(Area { x: dot.at.x - reach, y: dot.at.y - reach, w: 2.0 * reach, h: 2.0 * reach });
            }
            _ => {}
        }
    }
    for share in [0.5, 1.0] {
        let mut label = frame.label(crate::dataset::decimal::count((share * 100.0) as usize), center, Align::Middle, look);
        label.ground = Some(frame.theme.paper);
        let mut places = Vec::new();
        for axis in 0..axes {
            // in the middle between two axes
            let (one, other) = (radar.at(axis, share), radar.at((axis + 1) % axes, share));
            places.push(((one.x + other.x) / 2.0, (one.y + other.y) / 2.0, Align::Middle));
        }
        for axis in 0..axes {
            // or outside of there, where a line runs along the ring
            let (x, y, _) = places.get(axis).copied().unwrap_or((center.x, center.y, Align::Middle));
            let away = 1.0 + 1.2 * look.size / ((x - center.x) * (x - center.x) + (y - center.y) * (y - center.y)).sqrt().max(1.0);
            places.push((center.x + (x - center.x) * away, center.y + (y - center.y) * away, Align::Middle));
        }
        placer.place(scene, label, &places);
    }
}

/// The line through the points that are there; closed where all are.
fn outline(scene: &mut Scene, points: &[Option<Point>], stroke: Stroke) {
    let (runs, whole) = runs(points);
    for mut run in runs {
        if whole {
            run.extend(run.first().copied());
        }
        scene.polyline(run, stroke);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_opens_the_line() {
        let point = |x: f64| Some(Point { x, y: 0.0 });
        let check = |points: &[Option<Point>], expect: &[&[f64]], closed: bool| {
            let (runs, whole) = runs(points);
            let found: Vec<Vec<f64>> = runs.iter().map(|run| run.iter().map(|point| point.x).collect()).collect();
            assert_eq!((found.iter().map(Vec::as_slice).collect::<Vec<_>>().as_slice(), whole), (expect, closed));
        };
        check(&[point(0.0), point(1.0), point(2.0)], &[&[0.0, 1.0, 2.0]], true);
        // the stretch goes on over the end of the list
        check(&[point(0.0), None, point(2.0), point(3.0)], &[&[2.0, 3.0, 0.0]], false);
        check(&[point(0.0), None, point(2.0), None], &[&[2.0], &[0.0]], false);
        check(&[None, None, None], &[], false);
    }
}
