//! 目标轨迹: the path, what is published, where the pace leads, and what it would take.

use std::sync::Arc;

use super::{
    Frame,
    label::{Look, Placer},
    scale::{Range, ticks},
    scene::{Align, Area, Grip, Handle, Hit, Mark, Point, Scene, Stroke},
};
use crate::{
    dataset::{Dimension, PathShape, Region},
    figure::{TrajectoryChart, TrajectoryFinding},
    order::{clamp, sorted},
    trajectory::{Actual, Path, StartBasis, Track},
};

/// Points drawn on each stretch of a curved path.
const CURVE: usize = 20;
/// Peers with more points than this get no dots.
const MOST_DOTS: usize = 12;
/// From this width on the outlook stands beside the plot, below it under the plot.
const WIDE: f64 = 560.0;

/// Axes and sizes.
struct Layout {
    plot: Area,
    time: Range,
    value: Range,
    size: f64,
    small: f64,
    wide: bool,
}

impl Layout {
    fn x(&self, at: f64) -> f64 {
        self.time.map(at, self.plot.x, self.plot.x + self.plot.w)
    }

    fn y(&self, value: f64) -> f64 {
        self.value.map(value, self.plot.y + self.plot.h, self.plot.y)
    }

    fn at(&self, at: f64, value: f64) -> Point {
        Point { x: self.x(at), y: self.y(value) }
    }

    fn top(&self) -> f64 {
        self.plot.y
    }

    fn bottom(&self) -> f64 {
        self.plot.y + self.plot.h
    }
}

pub(super) fn lay_out(chart: &TrajectoryChart, frame: &Frame<'_>) -> Scene {
    let width = frame.clamped_width();
    let mut scene = Scene { width, ..Scene::default() };
    let track = &chart.track;
    let (Some(time), Some(value)) = (time_range(chart), value_range(chart)) else { return scene };
    let mut outlook = frame.words.outlook_labels(chart);
    if !is_wide(width, frame) {
        // under the plot there is its width and no more
        let mut lines = Vec::new();
        for line in &outlook {
            lines.extend(frame.wrap(line, 13.0 * frame.theme.text, true, width * 0.8));
        }
        outlook = lines;
    }
    let layout = axes(&mut scene, chart, time, value, &outlook, frame);
    shade(&mut scene, chart, &layout, frame);
    let mut placer = Placer::new(Area { x: 0.0, y: 0.0, w: width, h: scene.height });
    for text in scene.texts() {
        placer.keep_clear(text.area());
    }
    let grid = scene.marks.len();
    peers(&mut scene, chart, &layout, frame);
    path(&mut scene, chart, &layout, frame);
    projection(&mut scene, chart, &layout, frame);
    actuals(&mut scene, track, &layout, frame);
    heard(&mut scene, chart, &layout, frame);
    for mark in scene.marks.iter().skip(grid) {
        if let Mark::Line(line) = mark {
            placer.avoid_line(&line.points);
        }
    }
    outlook_text(&mut scene, chart, &layout, &mut placer, &outlook, frame);
    goal(&mut scene, chart, &layout, &mut placer, frame);
    labels(&mut scene, chart, &layout, &mut placer, frame);
    peer_names(&mut scene, chart, &layout, &mut placer, frame);
    hits(&mut scene, chart, &layout, frame);
    scene.handles = handles(chart, &layout);
    scene
}

/// From the first point to the deadline, or to the arrival where that is not too far off.
fn time_range(chart: &TrajectoryChart) -> Option<Range> {
    if let Some([first, last, ..]) = chart.axes {
        return Range::covering([first, last]);
    }
    let track = &chart.track;
    let deadline = track.target.deadline.end();
    let mut times = vec![deadline];
    times.extend(track.start.map(|start| start.point.at));
    for actual in &track.actuals {
        times.push(actual.point.at);
    }
    for (_, series) in &track.peers {
        for actual in series {
            times.push(actual.point.at);
        }
    }
    let first = times.iter().copied().fold(f64::INFINITY, f64::min);
    let reach = (deadline - first).max(1.0);
    if let Some(arrival) = arrival(chart).filter(|arrival| *arrival > deadline && *arrival <= deadline + reach) {
        times.push(arrival + 0.2 * reach.min(2.0));
    }
    let range = Range::covering(times)?;
    // a single time gets a year to each side
    Some(if range.high() - range.low() < 1.0 { range.with(deadline - 1.0).with(deadline + 0.5) } else { range })
}

fn arrival(chart: &TrajectoryChart) -> Option<f64> {
    let achieved = matches!(chart.finding, TrajectoryFinding::Achieved { .. });
    chart.track.projection.as_ref().ok().filter(|_| !achieved).and_then(|projection| projection.arrival)
}

/// From zero, unless all values lie close together far above it.
fn value_range(chart: &TrajectoryChart) -> Option<Range> {
    if let Some([.., low, high]) = chart.axes {
        return Range::covering([low, high]);
    }
    let track = &chart.track;
    let mut values = vec![track.goal.value()];
    values.extend(track.start.map(|start| start.point.value));
    for actual in track.actuals.iter().chain(chart.heard()) {
        values.push(actual.quantity.low());
        values.push(actual.quantity.high());
    }
    if let Ok(path) = &track.path {
        for point in path.points() {
            values.push(point.value);
        }
    }
    for (_, series) in &track.peers {
        for actual in series {
            values.push(actual.point.value);
        }
    }
    let range = Range::covering(values)?;
    let close = range.low() > 0.0 && range.low() > 0.75 * range.high();
    let range = if close { range } else { range.with(0.0) };
    let room = (range.high() - range.low()) * 0.1;
    Some(range.with(range.high() + room))
}

/// Gridlines, ticks and their labels; settles where the plot lies.
fn axes(scene: &mut Scene, chart: &TrajectoryChart, time: Range, value: Range, outlook: &[String], frame: &Frame<'_>) -> Layout {
    let theme = &frame.theme;
    let (size, small) = (13.0 * theme.text, 12.0 * theme.text);
    let width = scene.width;
    let wide = is_wide(width, frame);
    let (steps, decimals) = ticks(value, 5, is_counted(chart));
    let (mut labels, mut gutter, mut beside, mut peer_names) = (Vec::new(), 0.0_f64, 0.0_f64, 0.0_f64);
    for step in &steps {
        let label = frame.words.amount(*step, decimals, chart.track.indicator.unit);
        gutter = gutter.max(frame.text_width(&label, small, false));
        labels.push(label);
    }
    let gutter = gutter + 12.0;
    for line in outlook {
        beside = beside.max(frame.text_width(line, size, false));
    }
    for (region, _) in &chart.track.peers {
        peer_names = peer_names.max(frame.text_width(frame.words.place(region), small, false));
    }
    let margin = if wide { beside.max(peer_names).max(40.0) + 20.0 } else { (peer_names + 10.0).max(small * 1.6) };
    let plot_width = (width - gutter - margin).max(80.0);
    let plot = Area {
        x: gutter,
        y: small * 2.0,
        w: plot_width,
        h: theme.stretched(clamp(plot_width * if wide { 0.55 } else { 0.8 }, 190.0, 460.0)),
    };
    let layout = Layout { plot, time, value, size, small, wide };
    for (step, label) in steps.iter().zip(labels) {
        let y = layout.y(*step);
        let color = if *step == 0.0 { theme.axis } else { theme.grid };
        scene.line(Point { x: plot.x, y }, Point { x: plot.x + plot.w, y }, Stroke::solid(color, 1.0));
        scene.text(frame.label(label, Point { x: plot.x - 8.0, y }, Align::End, Look::plain(small, theme.muted)));
    }
    years(scene, &layout, frame);
    let under = if wide { 0.0 } else { outlook.len() as f64 * size * 1.5 + 4.0 };
    scene.height = layout.bottom() + small * 2.2 + under;
    layout
}

/// Whether the outlook has room beside the plot.
fn is_wide(width: f64, frame: &Frame<'_>) -> bool {
    width >= WIDE * frame.theme.text
}

/// Whether the values are whole numbers of things.
fn is_counted(chart: &TrajectoryChart) -> bool {
    chart.decimals == 0 && chart.track.indicator.unit.dimension() == Dimension::Count
}

/// Year labels, every so many years that they fit.
fn years(scene: &mut Scene, layout: &Layout, frame: &Frame<'_>) {
    let (first, last) = (f64::ceil(layout.time.low() - 1e-9) as i32, f64::floor(layout.time.high() + 1e-9) as i32);
    let widest = frame.text_width("2025", layout.small, false) + 14.0;
    let per_year = layout.plot.w / (layout.time.high() - layout.time.low());
    let every = [1, 2, 5, 10, 20, 50].into_iter().find(|every| f64::from(*every) * per_year >= widest).unwrap_or(100);
    for year in (first..=last).filter(|year| year % every == 0) {
        let at = Point { x: layout.x(f64::from(year)), y: layout.bottom() + layout.small * 1.3 };
        scene.text(frame.label(
            crate::dataset::decimal::fixed(f64::from(year), 0),
            at,
            Align::Middle,
            Look::plain(layout.small, frame.theme.muted),
        ));
    }
}

/// The target as something to drag, where the path to it starts somewhere, and the years on the way that are still to come.
fn handles(chart: &TrajectoryChart, layout: &Layout) -> Vec<Handle> {
    let track = &chart.track;
    let (Some(start), Ok(path)) = (track.start.filter(|_| !track.is_level()), &track.path) else { return Vec::new() };
    let axes = [layout.time.low(), layout.time.high(), layout.value.low(), layout.value.high()];
    let handle = |at: f64, value: f64, grip| Handle { at: layout.at(at, value), grip, plot: layout.plot, axes };
    let mut handles = vec![handle(track.target.deadline.end(), track.goal.value(), Grip::Target([start.point.at, start.point.value]))];
    for year in track.years_ahead() {
        handles.push(handle(year.into(), path.value_at(year.into()), Grip::Step(year)));
    }
    handles
}

/// The on-track shading between the path and 95 % of its growth.
fn shade(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let (Some(growth), Ok(path)) = (chart.band(), &chart.track.path) else { return };
    let (start, end) = (path.start(), path.end());
    let times = samples(start.at, end.at);
    let mut points = Vec::new();
    for at in &times {
        points.push(layout.at(*at, path.value_at(*at)));
    }
    for at in times.iter().rev() {
        points.push(layout.at(*at, start.value * libm::pow(1.0 + growth, at - start.at)));
    }
    scene.marks.push(Mark::Shape { points, color: frame.theme.on_track, opacity: frame.theme.shade(0.14) });
}

fn samples(from: f64, to: f64) -> Vec<f64> {
    (0..=CURVE).map(|index| from + (to - from) * index as f64 / CURVE as f64).collect()
}

/// Where the points of a series lie.
fn line(series: &[Actual], layout: &Layout) -> Vec<Point> {
    let mut points = Vec::new();
    for actual in series {
        points.push(layout.at(actual.point.at, actual.point.value));
    }
    points
}

/// Other places in grey.
fn peers(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    for (index, (_, series)) in chart.track.peers.iter().enumerate() {
        let first = scene.marks.len();
        let points = line(series, layout);
        if points.len() <= MOST_DOTS {
            for at in &points {
                scene.dot(*at, 3.0, theme.peer, theme.peer);
            }
        }
        scene.polyline(points, Stroke::solid(theme.peer, 1.5));
        scene.group(index, first);
    }
}

/// Each peer's name at the end of its line, or near it.
fn peer_names(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    for (index, (region, series)) in chart.track.peers.iter().enumerate() {
        let (Some(first), Some(last)) = (series.first(), series.last()) else { continue };
        let end = layout.at(last.point.at, last.point.value);
        let begin = layout.at(first.point.at, first.point.value);
        let label = frame.label(frame.words.place(region), end, Align::Start, Look::plain(layout.small, frame.theme.muted));
        let step = layout.small * 1.25;
        let mut places = spots(end, step, &AT_END);
        places.extend(spots(begin, step, &[(6.0, -1.0, Align::Start), (6.0, 1.0, Align::Start)]));
        let mark = scene.marks.len();
        placer.place(scene, with_ground(label, frame), &places);
        scene.group(index, mark);
    }
}

/// Beside the end of a line, then above, below and under it.
const AT_END: [(f64, f64, Align); 9] = [
    (8.0, 0.0, Align::Start),
    (8.0, 1.0, Align::Start),
    (8.0, -1.0, Align::Start),
    (8.0, 2.0, Align::Start),
    (8.0, -2.0, Align::Start),
    (8.0, 3.0, Align::Start),
    (8.0, -3.0, Align::Start),
    (0.0, 1.0, Align::Middle),
    (-6.0, 1.0, Align::End),
];

/// Candidate places round a point: so many pixels to the right, so many steps down.
fn spots(at: Point, step: f64, table: &[(f64, f64, Align)]) -> Vec<(f64, f64, Align)> {
    table.iter().map(|(x, lines, align)| (at.x + x, at.y + lines * step, *align)).collect()
}

/// The dotted line from baseline to target.
fn path(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let Ok(path) = &chart.track.path else { return };
    let stops: Vec<_> = path.points().collect();
    let mut points = Vec::new();
    for (from, to) in stops.iter().zip(stops.iter().skip(1)) {
        let straight = path.shape() == PathShape::Linear || from.value == to.value;
        let times = if straight { vec![from.at, to.at] } else { samples(from.at, to.at) };
        for at in times {
            points.push(layout.at(at, path.value_at(at)));
        }
    }
    scene.polyline(points, Stroke::dashed(frame.theme.target, 1.75, 2.5, 3.5));
}

/// The present pace carried forward, as far as the plot goes.
fn projection(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let Ok(projection) = &chart.track.projection else { return };
    if matches!(chart.finding, TrajectoryFinding::Achieved { .. }) {
        return;
    }
    let end = layout.time.high();
    if end <= projection.from.at {
        return;
    }
    // cut, not squeezed, where it leaves the plot
    let mut points = Vec::new();
    for at in samples(projection.from.at, end) {
        let value = projection.value_at(at);
        if !(layout.value.low()..=layout.value.high()).contains(&value) {
            break;
        }
        points.push(layout.at(at, value));
    }
    scene.polyline(points, Stroke::dashed(frame.theme.home, 2.0, 6.0, 5.0));
    if let Some(arrival) = arrival(chart).filter(|arrival| *arrival <= end) {
        let goal = chart.track.goal.value();
        let (from, to) = (layout.at(chart.track.target.deadline.end(), goal), layout.at(arrival, goal));
        if to.x - from.x > 14.0 {
            scene.line(Point { x: from.x + 11.0, ..from }, to, Stroke::solid(frame.theme.ink, 1.0));
        }
        scene.dot(to, 3.5, frame.theme.ink, frame.theme.ink);
    }
}

/// Figures as a line with dots, intervals as whiskers; an implied baseline and what is not published hollow.
fn actuals(scene: &mut Scene, track: &Track, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let points = line(&track.actuals, layout);
    if let Some(start) = track.start.filter(|start| start.basis != StartBasis::Observed) {
        let at = layout.at(start.point.at, start.point.value);
        if let Some(first) = points.first().copied().filter(|first| first.x > at.x) {
            scene.line(at, first, Stroke::solid(theme.home, 1.25));
        }
        let fill = if start.basis == StartBasis::Implied { theme.paper } else { theme.home };
        scene.dot(at, 5.0, theme.home, fill);
    }
    for actual in track.actuals.iter().filter(|actual| !actual.quantity.is_exact()) {
        let x = layout.x(actual.point.at);
        let (low, high) = (layout.y(actual.quantity.low()), layout.y(actual.quantity.high()));
        scene.line(Point { x, y: low }, Point { x, y: high.min(low - 2.0) }, Stroke::solid(theme.home, 5.0));
    }
    scene.polyline(points.clone(), Stroke::solid(theme.home, 2.5));
    if points.len() <= 3 * MOST_DOTS {
        for (at, actual) in points.iter().zip(&track.actuals) {
            scene.dot(*at, 4.5, theme.home, if actual.observation.is_noted() { theme.paper } else { theme.home });
        }
    }
}

/// What was said on the spot, hollow, and how far off the published figure it is.
fn heard(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    for heard in chart.heard() {
        let at = layout.at(heard.point.at, heard.point.value);
        if let Some(published) = chart.track.actuals.iter().find(|actual| actual.point.at == heard.point.at) {
            let from = layout.at(published.point.at, published.point.value);
            scene.line(from, at, Stroke::dashed(theme.home, 1.5, 3.0, 3.0));
            scene.dot(from, 4.5, theme.home, theme.home);
        }
        scene.dot(at, 5.0, theme.home, theme.paper);
    }
}

/// The diamond at the deadline.
fn goal(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let at = layout.at(chart.track.target.deadline.end(), chart.track.goal.value());
    let corners = [(0.0, -8.0), (8.0, 0.0), (0.0, 8.0), (-8.0, 0.0)].map(|(x, y)| Point { x: at.x + x, y: at.y + y });
    scene.marks.push(Mark::Shape { points: corners.to_vec(), color: theme.target, opacity: 1.0 });
    placer.keep_clear(Area { x: at.x - 8.0, y: at.y - 8.0, w: 16.0, h: 16.0 });
    let label = frame.label(frame.words.goal_label(chart), at, Align::End, Look::bold(layout.size, theme.target));
    let table = [
        (-6.0, -16.0, Align::End),
        (6.0, -16.0, Align::End),
        (0.0, -16.0, Align::Middle),
        (-6.0, 17.0, Align::End),
        (-14.0, 0.0, Align::End),
        (14.0, 4.0, Align::Start),
    ];
    let places = spots(at, frame.theme.text.max(1.0), &table);
    placer.place(scene, with_ground(label, frame), &places);
}

/// Where the pace leads and what it takes: beside the target where there is room, under the plot where not.
fn outlook_text(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, lines: &[String], frame: &Frame<'_>) {
    let theme = &frame.theme;
    let step = layout.size * 1.45;
    let goal = layout.y(chart.track.goal.value());
    let x = if layout.wide { layout.plot.x + layout.plot.w + 14.0 } else { layout.plot.x };
    let y = if layout.wide {
        clamp(goal, layout.top(), layout.bottom() - step * lines.len() as f64)
    } else {
        layout.bottom() + layout.small * 2.2 + layout.size
    };
    for (index, line) in lines.iter().enumerate() {
        let color = if index == 0 { theme.ink } else { theme.muted };
        let label = frame.label(
            line.as_str(),
            Point { x, y: y + index as f64 * step },
            Align::Start,
            Look { size: layout.size, bold: index == 0, color },
        );
        placer.keep_clear(label.area());
        scene.text(label);
    }
}

/// Values on the points, the path's name, and how far off the latest point is.
fn labels(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let track = &chart.track;
    for actual in track.actuals.iter().chain(chart.heard()) {
        let at = layout.at(actual.point.at, actual.point.value);
        placer.keep_clear(Area { x: at.x - 5.0, y: at.y - 5.0, w: 10.0, h: 10.0 });
    }
    let gap = layout.size * 1.25;
    let around = [
        (0.0, 1.0, Align::Middle),
        (9.0, 1.0, Align::Start),
        (0.0, -1.0, Align::Middle),
        (-9.0, -0.8, Align::End),
        (9.0, -0.8, Align::Start),
    ];
    if let Some((latest, pace)) = track.latest().zip(track.pace) {
        let at = layout.at(latest.point.at, latest.point.value);
        let on_path = layout.y(pace.expected);
        if (on_path - at.y).abs() > 12.0 {
            let (from, to) = if on_path < at.y { (on_path + 3.0, at.y - 6.0) } else { (at.y + 6.0, on_path - 3.0) };
            scene.line(Point { x: at.x, y: from }, Point { x: at.x, y: to }, Stroke::solid(theme.ink, 1.0));
        }
        let value = frame.label(
            frame.words.figure_as(&latest.quantity, &latest.observation.text),
            at,
            Align::Start,
            Look::bold(layout.size, theme.home),
        );
        let below = [(10.0, 1.0, Align::Start), (-6.0, 1.0, Align::End), (0.0, -1.0, Align::Middle), (-10.0, -1.0, Align::End)];
        placer.place(scene, with_ground(value, frame), &spots(at, gap, &below));
        if let Some(text) = frame.words.pace_label(chart) {
            let label = frame.label(text, at, Align::Start, Look::plain(layout.small, theme.ink));
            let middle = (at.y + on_path) / 2.0;
            let mut places = spots(Point { x: at.x, y: middle }, 0.0, &[(8.0, 0.0, Align::Start), (-8.0, 0.0, Align::End)]);
            places.extend(spots(at, gap, &[(10.0, 2.2, Align::Start), (-6.0, 2.2, Align::End), (0.0, 2.2, Align::Middle)]));
            let far = [(layout.plot.x + 6.0, layout.top() + gap, Align::Start), (layout.plot.x + 6.0, layout.bottom() - gap, Align::Start)];
            let label = with_ground(label, frame);
            if !placer.place(scene, label.clone(), &places) {
                placer.place(scene, label, &far);
            }
        }
    }
    if let Some(start) = track.start
        && let Some(text) = frame.words.start_label(chart)
    {
        let at = layout.at(start.point.at, start.point.value);
        let label = frame.label(text, at, Align::Start, Look::plain(layout.small, theme.muted));
        let places = spots(at, gap, &[(8.0, 1.0, Align::Start), (8.0, -1.0, Align::Start), (0.0, 1.4, Align::Start)]);
        placer.place(scene, with_ground(label, frame), &places);
    }
    for actual in track.actuals.iter().rev().skip(1) {
        let at = layout.at(actual.point.at, actual.point.value);
        let label = frame.label(
            frame.words.figure_as(&actual.quantity, &actual.observation.text),
            at,
            Align::Middle,
            Look::plain(layout.small, theme.home),
        );
        placer.place(scene, label, &spots(at, gap, &around));
    }
    for heard in chart.heard() {
        let at = layout.at(heard.point.at, heard.point.value);
        let value = frame.words.figure_as(&heard.quantity, &heard.observation.text);
        let label = frame.label(frame.words.heard_label(&value), at, Align::Middle, Look::bold(layout.small, theme.home));
        placer.place(scene, with_ground(label, frame), &spots(at, gap, &around));
    }
    if let Ok(path) = &track.path
        && !track.is_level()
    {
        path_labels(scene, chart, path, layout, placer, frame);
    }
}

/// The path's name, a dot for each year to come and, where nothing else is published, what the path asks for by then.
fn path_labels(scene: &mut Scene, chart: &TrajectoryChart, path: &Path, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let (start, end) = (path.start(), path.end());
    let gap = layout.small * 1.3;
    for year in chart.track.years_ahead().map(f64::from) {
        let at = layout.at(year, path.value_at(year));
        scene.dot(at, 3.5, theme.target, theme.paper);
        if chart.track.actuals.is_empty() {
            let text = frame.words.amount(path.value_at(year), chart.decimals, chart.track.indicator.unit);
            let label = frame.label(text, at, Align::Middle, Look::plain(layout.small, theme.target));
            placer.place(scene, label, &spots(at, gap, &[(6.0, 1.0, Align::Start), (0.0, 1.0, Align::Middle)]));
        }
    }
    let name =
        frame.label(frame.words.path_label(path.shape()), Point { x: 0.0, y: 0.0 }, Align::End, Look::plain(layout.small, theme.target));
    // above the path, where its figures do not stand, and only then below
    let mut places = Vec::new();
    for side in [&[(-8.0, -1.0, Align::End), (0.0, -1.6, Align::Middle)] as &[_], &[(8.0, 1.2, Align::Start)]] {
        for share in [0.45, 0.3, 0.6, 0.75] {
            let at = start.at + (end.at - start.at) * share;
            let point = layout.at(at, path.value_at(at));
            places.extend(spots(point, gap, side));
        }
    }
    placer.place(scene, with_ground(name, frame), &places);
}

fn with_ground(mut text: super::scene::Text, frame: &Frame<'_>) -> super::scene::Text {
    text.ground = Some(frame.theme.paper);
    text
}

/// Own points first, in order of time, then the path, then each peer.
fn hits(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, frame: &Frame<'_>) {
    let track = &chart.track;
    let mut series = 0;
    let mut push = |at: Point, told: Vec<String>, place: &Arc<Region>, series: usize| {
        let reach = 16.0 * frame.theme.text;
        scene.hits.push(Hit {
            area: Area { x: at.x - reach, y: at.y - reach, w: reach * 2.0, h: reach * 2.0 },
            at,
            told,
            place: Some(Arc::clone(place)),
            series,
            framed: false,
        });
    };
    let mut tell = |region: &Arc<Region>, actuals: &[Actual], mine: bool, series: usize| {
        for actual in actuals {
            let told = frame.words.actual_told(chart, frame.words.place(region), actual, mine);
            push(layout.at(actual.point.at, actual.point.value), told, region, series);
        }
    };
    if !track.actuals.is_empty() {
        tell(&track.target.region, &track.actuals, true, series);
        tell(&track.target.region, chart.heard(), true, series);
        series += 1;
    }
    for (index, (region, actuals)) in track.peers.iter().enumerate() {
        tell(region, actuals, false, series + 1 + index);
    }
    if let Ok(path) = &track.path {
        let (start, end) = (path.start(), path.end());
        let inner = (f64::floor(start.at) as i32 + 1..f64::ceil(end.at) as i32).take(60).map(f64::from);
        let mut times = vec![start.at];
        for at in inner {
            times.push(at);
        }
        times.push(end.at);
        let own = |at: f64| track.actuals.iter().any(|actual| actual.point.at == at);
        for at in times.into_iter().filter(|at| !own(*at)) {
            push(layout.at(at, path.value_at(at)), frame.words.path_told(chart, at, path.value_at(at)), &track.target.region, series);
        }
    } else {
        let at = track.target.deadline.end();
        push(layout.at(at, track.goal.value()), frame.words.path_told(chart, at, track.goal.value()), &track.target.region, series);
    }
    scene.hits = sorted(core::mem::take(&mut scene.hits), |hit| hit.series as f64);
    // the peers come last
    for (at, hit) in scene.hits.iter().enumerate() {
        scene.grouped.extend(hit.series.checked_sub(series + 1).map(|index| (at, index)));
    }
}
