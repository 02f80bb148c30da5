//! 位次变化: a line a place, rank 1 at the top; the own ranks stand in their dots, the others are named at the ends of their lines.

mod names;

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scene::{Align, Area, Hit, Point, Scene, Stroke, Text},
    theme::Color,
};
use crate::{
    figure::{HistoryChart, RankLine, RankPanel, RankPoint},
    order::clamp,
};

/// From this width on the promised ranks are named beside the plot, below it above the plot.
const WIDE: f64 = 520.0;
/// Peers with more columns than this get no dots, and more peers than this get thinner lines.
const MOST_DOTS: usize = 16;

/// Sizes of one panel.
struct Layout<'p> {
    panel: &'p RankPanel,
    /// Where dots lie: from the first column to the last, from rank 1 to the lowest.
    plot: Area,
    /// From where the band runs, and where rank numbers end.
    left: f64,
    /// From where gridlines run: right of the band's labels.
    begin: f64,
    /// The lowest rank shown.
    lowest: u32,
    /// Half the height of a row.
    half: f64,
    /// The radius of an own dot with its rank in it.
    radius: f64,
    /// Whether every own dot has room for its rank.
    roomy: bool,
    size: f64,
    small: f64,
    wide: bool,
}

impl Layout<'_> {
    fn x(&self, column: usize) -> f64 {
        let (first, last) = (self.time(0), self.time(self.panel.columns.len().saturating_sub(1)));
        let share = if last > first { (self.time(column) - first) / (last - first) } else { 1.0 };
        self.plot.x + self.plot.w * share
    }

    fn time(&self, column: usize) -> f64 {
        self.panel.columns.get(column).map_or(0.0, |column| column.period.end())
    }

    fn y(&self, rank: f64) -> f64 {
        self.plot.y + self.plot.h * (rank - 1.0) / (f64::from(self.lowest) - 1.0).max(1.0)
    }

    fn at(&self, point: &RankPoint) -> Point {
        Point { x: self.x(point.column), y: self.y(f64::from(point.rank.point)) }
    }

    fn right(&self) -> f64 {
        self.plot.x + self.plot.w
    }

    fn bottom(&self) -> f64 {
        self.plot.y + self.plot.h
    }
}

pub(super) fn lay_out(chart: &HistoryChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    let mut top = 0.0;
    let mut series = 0;
    for panel in &chart.panels {
        top = draw_panel(&mut scene, chart, panel, top, series, frame) + 16.0 * frame.theme.text;
        series += panel.lines.len();
    }
    scene.height = top;
    scene
}

/// Draws one panel from `top` down and says where it ends.
#[inline(never)]
fn draw_panel(scene: &mut Scene, chart: &HistoryChart, panel: &RankPanel, top: f64, series: usize, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let (size, small) = (13.0 * theme.text, 12.0 * theme.text);
    let wide = scene.width >= WIDE * theme.text;
    let mut y = top;
    let mut heading = Vec::new();
    if chart.panels.len() > 1 {
        heading.push((frame.words.history_among(panel), Look::bold(size, theme.ink)));
    }
    if let Some(band) = panel.band.as_ref().filter(|_| !wide) {
        heading.push((frame.words.history_promise(band, true), Look::bold(small, theme.target)));
    }
    for (text, look) in heading {
        for line in frame.wrap(&text, look.size, look.bold, scene.width) {
            scene.text(frame.label(line, Point { x: 0.0, y: y + look.size * 0.7 }, Align::Start, look));
            y += look.size * 1.5;
        }
    }
    let layout = measure(panel, y, scene.width, wide, frame);
    band(scene, &layout, frame);
    let low = grid(scene, &layout, frame);
    for (index, line) in panel.lines.iter().enumerate().rev() {
        let from = scene.marks.len();
        draw_line(scene, line, &layout, frame);
        scene.group(series + index, from);
    }
    hits(scene, chart, &layout, series, frame);
    low.max(names::names(scene, &layout, series, frame))
}

/// Settles where the plot lies.
#[inline(never)]
fn measure<'p>(panel: &'p RankPanel, top: f64, width: f64, wide: bool, frame: &Frame<'_>) -> Layout<'p> {
    let theme = &frame.theme;
    let (size, small) = (13.0 * theme.text, 12.0 * theme.text);
    let (mut lowest, mut own, mut names) = (1_u32, 0.0_f64, 0.0_f64);
    for line in &panel.lines {
        names = names.max(frame.text_width(&name_of(line, frame), size, line.is_home));
        for point in &line.points {
            lowest = lowest.max(if line.is_home { point.rank.worst } else { point.rank.point });
            if line.is_home {
                own = own.max(frame.text_width(&dot_text(point), size, true));
            }
        }
    }
    for column in &panel.columns {
        lowest = lowest.max(column.among.unwrap_or(0) as u32);
    }
    if let Some(band) = &panel.band {
        lowest = lowest.max(band.commit);
    }
    // of a stated rank the list goes on below
    lowest = if panel.columns.iter().any(|column| column.among.is_some()) { lowest.max(2) } else { lowest.saturating_add(1).max(3) };
    let rows = f64::from(lowest - 1);
    let row = if rows <= 6.0 {
        38.0
    } else if rows <= 12.0 {
        30.0
    } else {
        23.0
    } * theme.text;
    // a row a place where all are drawn, and no more than it takes where few of many are
    let most = if panel.lines.len() > 8 { 680.0 } else { 300.0 } * theme.text;
    let height = theme.stretched(clamp(rows * row, 96.0, most));
    let radius = (own / 2.0 + 4.5 * theme.text).max(size * 0.78);
    let ticks = frame.text_width(&digits(lowest), small, false) + 10.0;
    let edges = panel.band.as_ref().filter(|_| wide).map(|band| {
        let (commit, stretch) = frame.words.history_edges(band);
        let of = |text: &str| frame.text_width(text, small, true);
        of(&commit).max(stretch.map_or(0.0, |stretch| of(&stretch))) + 14.0
    });
    let left = ticks + edges.unwrap_or(0.0);
    // half of a label under the first column stands to its left
    let first =
        panel.columns.first().map_or(0.0, |column| frame.text_width(&frame.words.history_tick(column.period).0, small, false) / 2.0);
    let begin = left + (radius + 4.0).max(first - left + 2.0);
    let names = gutter(panel, names.min(width * 0.42 - radius - 10.0), frame) + radius + 10.0;
    let w = (width - begin - names).max(24.0);
    let spacing = spacing(panel, w);
    let roomy = spacing >= 2.0 * radius + 3.0;
    let plot = Area { x: begin, y: top + radius.max(height / rows / 2.0) + 4.0, w, h: height };
    Layout { panel, plot, left: ticks, begin: left, lowest, half: height / rows / 2.0, radius, roomy, size, small, wide }
}

/// The width that names broken into lines of `most` take; more where a word alone is wider.
#[inline(never)]
fn gutter(panel: &RankPanel, most: f64, frame: &Frame<'_>) -> f64 {
    let size = 13.0 * frame.theme.text;
    let mut widest = 0.0_f64;
    for line in &panel.lines {
        for part in frame.wrap(&name_of(line, frame), size, line.is_home, most.max(size)) {
            widest = widest.max(frame.text_width(&part, size, line.is_home));
        }
    }
    f64::ceil(widest) + 1.0
}

/// The least distance between two columns.
fn spacing(panel: &RankPanel, width: f64) -> f64 {
    let times: Vec<f64> = panel.columns.iter().map(|column| column.period.end()).collect();
    let span = times.last().zip(times.first()).map_or(0.0, |(last, first)| last - first);
    let mut least = width;
    for (from, to) in times.iter().zip(times.iter().skip(1)) {
        least = least.min((to - from) / span * width);
    }
    least
}

fn digits(rank: u32) -> String {
    crate::dataset::decimal::count(rank as usize)
}

/// The rank in an own dot; ≤30 of 前30位.
fn dot_text(point: &RankPoint) -> String {
    let rank = digits(point.rank.point);
    if point.rank.is_open() && point.rank.worst == point.rank.point { ["≤", &rank].concat() } else { rank }
}

/// A place's name with the marks of its notes.
fn name_of(line: &RankLine, frame: &Frame<'_>) -> String {
    let name = frame.words.place(&line.region);
    if line.marks.is_empty() { name.to_owned() } else { [name, line.marks.as_str()].join(" ") }
}

/// The promised ranks, from the one striven for to the one committed to.
#[inline(never)]
fn band(scene: &mut Scene, layout: &Layout<'_>, frame: &Frame<'_>) {
    let Some(band) = &layout.panel.band else { return };
    let theme = &frame.theme;
    let best = band.stretch.unwrap_or(1).min(band.commit);
    let half = layout.half.min(layout.radius + 3.0);
    let (top, bottom) = (layout.y(f64::from(best)) - half, layout.y(f64::from(band.commit)) + half);
    let end = layout.right() + layout.radius + 2.0;
    scene.rect(Area { x: layout.left, y: top, w: end - layout.left, h: bottom - top }, theme.target, 0.1);
    scene.line(Point { x: layout.left, y: bottom }, Point { x: end, y: bottom }, Stroke::solid(theme.target, 1.5));
    if band.stretch.is_some() {
        scene.line(Point { x: layout.left, y: top }, Point { x: end, y: top }, Stroke::dashed(theme.target, 1.25, 4.0, 3.0));
    }
    if !layout.wide {
        return;
    }
    let (commit, stretch) = frame.words.history_edges(band);
    let at = |rank: u32| Point { x: layout.left + 6.0, y: layout.y(f64::from(rank)) };
    let look = Look::bold(layout.small, theme.target);
    let below = at(band.commit);
    // two ranks on one line, or too close for two labels
    let apart = below.y - at(best).y >= layout.small * 1.3;
    scene.text(frame.label(commit, below, Align::Start, look));
    if let Some(stretch) = stretch {
        let y = if apart { at(best).y } else { below.y - layout.small * 1.3 };
        scene.text(frame.label(stretch, Point { x: below.x, y }, Align::Start, look));
    }
}

/// A light line a rank, or every so many; rank numbers at the left, periods below. Says where the labels end.
#[inline(never)]
fn grid(scene: &mut Scene, layout: &Layout<'_>, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let look = Look::plain(layout.small, theme.muted);
    let every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let fits = |every: &u32| f64::from(*every) * layout.half * 2.0 >= layout.small * 1.4;
    let every = every.into_iter().find(fits).unwrap_or(layout.lowest);
    let mut rank = 1;
    while rank <= layout.lowest {
        let y = layout.y(f64::from(rank));
        let (from, to) = (Point { x: layout.begin, y }, Point { x: layout.right() + layout.radius + 2.0, y });
        scene.line(from, to, Stroke::solid(theme.grid, 1.0));
        scene.text(frame.label(digits(rank), Point { x: layout.left - 8.0, y }, Align::End, look));
        // 1, 5, 10: round numbers after the first
        rank = if rank == 1 && every > 2 { every } else { rank.saturating_add(every) };
    }
    columns(scene, layout, layout.bottom() + layout.half.min(layout.radius) + layout.small, frame)
}

/// Periods under their columns, as many as fit at equal steps back from the last; the year where it changes; a mark where
/// the ranks do not compare with those before. Says where the labels end.
#[inline(never)]
fn columns(scene: &mut Scene, layout: &Layout<'_>, top: f64, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let look = Look::plain(layout.small, theme.muted);
    let columns = &layout.panel.columns;
    let mut labels = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let (text, year) = frame.words.history_tick(column.period);
        let mut label = frame.label(text, Point { x: layout.x(index), y: top }, Align::Middle, look);
        label.at.x = clamp(label.at.x, label.width / 2.0, scene.width - label.width / 2.0);
        labels.push((label, year));
    }
    let fits = |every: &usize| {
        let mut right = f64::INFINITY;
        labels.iter().rev().step_by(*every).all(|(label, _)| {
            let free = label.at.x + label.width / 2.0 + 5.0 <= right;
            right = label.at.x - label.width / 2.0;
            free
        })
    };
    let every = (1..=labels.len()).find(fits).unwrap_or(labels.len().max(1));
    let (mut years, mut marks) = (Vec::<Text>::new(), Vec::new());
    let mut known = String::new();
    for (index, (label, year)) in labels.into_iter().enumerate() {
        if let Some(column) = columns.get(index) {
            let mark = [if column.same_places() { "" } else { "※" }, if column.same_definition { "" } else { "◇" }].concat();
            if !mark.is_empty() {
                marks.push((mark, layout.x(index)));
            }
        }
        if !(columns.len() - 1 - index).is_multiple_of(every) {
            continue;
        }
        if let Some(year) = year.filter(|year| *year != known) {
            let below = frame.label(year.as_str(), Point { x: label.at.x, y: top + layout.small * 1.35 }, Align::Middle, look);
            if years.last().is_none_or(|before| before.at.x + (before.width + below.width) / 2.0 + 5.0 <= below.at.x) {
                known = year;
                years.push(below);
            }
        }
        scene.text(label);
    }
    let mut bottom = top + layout.small * 0.8;
    if !years.is_empty() {
        bottom += layout.small * 1.35;
    }
    let mut right = f64::NEG_INFINITY;
    let mut marked = false;
    for (mark, x) in marks {
        let label = frame.label(mark, Point { x, y: bottom + layout.small * 0.55 }, Align::Middle, Look::plain(layout.small, theme.ink));
        if x - label.width / 2.0 > right {
            right = x + label.width / 2.0;
            marked = true;
            scene.text(label);
        }
    }
    years.into_iter().for_each(|year| scene.text(year));
    bottom + if marked { layout.small * 1.3 } else { 0.0 }
}

/// The colours of a line and the width of its stroke.
fn look_of(line: &RankLine, frame: &Frame<'_>) -> (Color, f64) {
    let theme = &frame.theme;
    if line.is_home {
        (theme.home, 3.0)
    } else if line.is_benchmark {
        (theme.muted, 2.25)
    } else {
        (theme.peer, 1.75)
    }
}

/// The line of a place, broken where it has no rank, dashed where others were ranked before; its dots on top.
#[inline(never)]
fn draw_line(scene: &mut Scene, line: &RankLine, layout: &Layout<'_>, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let (color, width) = look_of(line, frame);
    let width = if layout.panel.lines.len() > MOST_DOTS && !line.is_home { width * 0.75 } else { width };
    for (from, to) in line.points.iter().zip(line.points.iter().skip(1)) {
        if from.column + 1 != to.column {
            continue;
        }
        let comparable = layout.panel.columns.get(to.column).is_none_or(|column| column.same_places() && column.same_definition);
        let stroke = if comparable { Stroke::solid(color, width) } else { Stroke::dashed(color, width, 5.0, 4.0) };
        scene.polyline(curve(layout.at(from), layout.at(to)), stroke);
    }
    let key = keys(line, layout);
    for (index, point) in line.points.iter().enumerate() {
        let at = layout.at(point);
        if !line.is_home {
            if layout.panel.columns.len() <= MOST_DOTS {
                scene.dot(at, if line.is_benchmark { 4.5 } else { 4.0 }, color, color);
            }
            continue;
        }
        if point.rank.is_open() {
            let (best, worst) = (layout.y(f64::from(point.rank.best)), layout.y(f64::from(point.rank.worst)));
            let w = layout.radius;
            scene.rect(Area { x: at.x - w / 2.0, y: best - w / 2.0, w, h: worst - best + w }, theme.home, 0.25);
        }
        if key.contains(&index) {
            scene.dot(at, layout.radius, color, color);
            let mut label = frame.label(dot_text(point), at, Align::Middle, Look::bold(layout.size, theme.on(color)));
            label.ground = Some(color);
            scene.text(label);
        } else {
            scene.dot(at, 4.0, color, color);
        }
    }
}

/// From one rank to the next, level at both: where lines cross, the eye follows each on its way.
fn curve(from: Point, to: Point) -> Vec<Point> {
    let steps = if from.y == to.y { 1 } else { 16 };
    let mut points = Vec::with_capacity(steps + 1);
    for step in 0..=steps {
        let t = step as f64 / steps as f64;
        points.push(Point { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t * t * (3.0 - 2.0 * t) });
    }
    points
}

/// Which own dots hold their rank: all where there is room, else the last, the first and the best, and between them what fits.
#[inline(never)]
fn keys(line: &RankLine, layout: &Layout<'_>) -> Vec<usize> {
    if layout.roomy {
        return (0..line.points.len()).collect();
    }
    let mut order = vec![line.points.len().saturating_sub(1), 0];
    let best = line.points.iter().map(|point| point.rank.point).min();
    order.extend(line.points.iter().position(|point| Some(point.rank.point) == best));
    order.extend(0..line.points.len());
    let mut keys: Vec<usize> = Vec::new();
    for index in order {
        let Some(at) = line.points.get(index).map(|point| layout.at(point)) else { continue };
        let near = |other: &usize| {
            line.points.get(*other).is_some_and(|other| {
                let other = layout.at(other);
                (other.x - at.x).abs() < layout.radius * 2.0 + 2.0 && (other.y - at.y).abs() < layout.radius * 2.0 + 2.0
            })
        };
        if !keys.iter().any(near) {
            keys.push(index);
        }
    }
    keys
}

/// A hit for each rank, the own line first.
#[inline(never)]
fn hits(scene: &mut Scene, chart: &HistoryChart, layout: &Layout<'_>, series: usize, frame: &Frame<'_>) {
    for (index, line) in layout.panel.lines.iter().enumerate() {
        for point in &line.points {
            let (at, reach) = (layout.at(point), 15.0 * frame.theme.text);
            let area = Area { x: at.x - reach, y: at.y - reach, w: reach * 2.0, h: reach * 2.0 };
            let told = frame.words.history_told(chart, layout.panel, line, point);
            scene.hits.push(Hit { area, at, told, place: Some(Arc::clone(&line.region)), series: series + index, framed: false });
            scene.group_hit(series + index);
        }
    }
}
