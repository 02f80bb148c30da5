//! 目标轨迹: the path, what is published, where the pace leads, and what it would take.

mod text;

use std::sync::Arc;

use text::{goal, labels, outlook_text, peer_names};

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
    trajectory::{Actual, StartBasis, Track},
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
