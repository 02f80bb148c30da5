//! 排名对比: one bar a place, its label on it, lines across.

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scale::{Range, ticks},
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke, Text},
    theme::{Color, Theme},
};
use crate::{
    dataset::{Dimension, Unit},
    figure::{Line, LineKind, RankingChart, Row, RowState},
};

/// Sizes that follow from width and text size.
struct Layout {
    /// Font size of names and values.
    size: f64,
    /// Font size of ticks and lines.
    small: f64,
    /// Height of a row, and of its bar.
    step: f64,
    bar: f64,
    /// Where the names end and the bars begin.
    left: f64,
    right: f64,
    /// Whether names stand above their bars for lack of width.
    stacked: bool,
    /// Width of the rank column.
    ranks: f64,
    /// Where the first row begins.
    top: f64,
    width: f64,
    range: Range,
    zero: f64,
    /// Whether values are ranks: points on a scale that begins with the first, for no bar can begin at zero.
    dots: bool,
}

/// Beyond this many rows they move closer together.
const ROOMY_ROWS: usize = 12;

impl Layout {
    fn new(chart: &RankingChart, range: Range, header: f64, frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let size = 14.0 * frame.theme.text;
        let small = 12.0 * frame.theme.text;
        let (mut names, mut ranks) = (0.0_f64, 0.0_f64);
        for row in &chart.rows {
            names = names.max(frame.text_width(frame.words.place(&row.region), size, row.is_home));
            ranks = ranks.max(frame.text_width(&rank_text(row, frame), 13.0 * frame.theme.text, false));
        }
        let ranks = if chart.is_ranking { ranks + 12.0 } else { 0.0 };
        let stacked = ranks + names + 12.0 > width * 0.36;
        let roomy = chart.rows.len() <= ROOMY_ROWS;
        // as high as the figures in it, from the largest text of a page up
        let bar = if roomy { 24.0 } else { 19.0 } * if frame.theme.text > 1.2 { f64::max(1.3, frame.theme.text * 1.3 / 1.5) } else { 1.0 };
        let bar = frame.theme.stretched(bar);
        let step = match (stacked, roomy) {
            (true, _) => bar + size * 1.5 + 10.0,
            (false, true) => bar * 1.6,
            (false, false) => bar * 1.4,
        };
        let left = if stacked { ranks } else { ranks + names + 12.0 };
        let dots = is_rank(chart);
        let right = width - 8.0;
        let mut layout = Layout { size, small, step, bar, left, right, stacked, ranks, top: header, width, range, zero: left, dots };
        layout.zero = crate::order::clamp(layout.x(0.0), left, layout.right);
        // room for labels beside their bars, where there are such
        let beyond = chart.rows.iter().enumerate().filter_map(|(index, row)| {
            let label = frame.text_width(&value_text(row, frame)?, size, row.is_home);
            let bar = Bar::of(row, layout.row(index).1, &layout)?;
            (!bar.fits(label, row, &layout)).then_some(bar.whole.x + bar.whole.w + label + 12.0 - width)
        });
        let beyond = beyond.fold(0.0, f64::max);
        if beyond > 0.0 {
            let mut label = 0.0_f64;
            for row in &chart.rows {
                if let Some(text) = value_text(row, frame) {
                    label = label.max(frame.text_width(&text, size, true));
                }
            }
            layout.right = width - (label + 16.0).min(width * 0.4);
            layout.zero = crate::order::clamp(layout.x(0.0), left, layout.right);
        }
        layout
    }

    /// The radius of a point.
    fn dot(&self) -> f64 {
        // of a bar that is stretched no more than of one beside its text
        (self.bar * 0.32).min(self.size * 0.55)
    }

    fn x(&self, value: f64) -> f64 {
        // a point on the first rank stands clear of the names
        self.range.map(value, if self.dots { self.left + self.dot() * 1.5 } else { self.left }, self.right)
    }

    /// The band of a row, and the bar's own.
    fn row(&self, index: usize) -> (Area, Area) {
        let y = self.top + index as f64 * self.step;
        let above = if self.stacked { self.size * 1.5 } else { (self.step - self.bar) / 2.0 };
        let band = Area { x: 0.0, y, w: self.width, h: self.step };
        (band, Area { x: self.left, y: y + above, w: self.right - self.left, h: self.bar })
    }
}

pub(super) fn lay_out(chart: &RankingChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    let mut values = Vec::new();
    for row in &chart.rows {
        let [low, high] = bounds(row).unwrap_or([0.0, 0.0]);
        values.push(low);
        values.push(high);
    }
    for line in &chart.lines {
        values.push(line.value);
    }
    let range = Range::covering(values);
    let least = if is_rank(chart) { 1.0 } else { 0.0 };
    let range = range.map_or_else(|| Range::covering([least, least + 1.0]), |range| Some(range.with(least)));
    let Some(range) = range else { return scene };
    // laid out twice: the header's height follows from the lines, whose places follow from the columns
    let flat = Layout::new(chart, range, 0.0, frame);
    let lines = lines(chart, &flat);
    let header = line_rows(chart, &lines, &flat, frame).1;
    let layout = Layout::new(chart, range, header, frame);
    let bottom = layout.top + layout.step * chart.rows.len() as f64;
    for (index, row) in chart.rows.iter().enumerate().filter(|(_, row)| row.is_home) {
        let (band, _) = layout.row(index);
        scene.rect(band, frame.theme.home, band_opacity(row));
    }
    grid(&mut scene, chart.indicator.unit, &layout, frame, bottom);
    for (index, row) in chart.rows.iter().enumerate() {
        draw_bar(&mut scene, row, layout.row(index).1, &layout, frame);
    }
    let (labels, _) = line_rows(chart, &lines, &layout, frame);
    for (line, label) in lines.iter().zip(&labels) {
        let stroke = if matches!(line.kind, LineKind::Benchmark(_)) {
            Stroke::dashed(frame.theme.ink, 1.0, 6.0, 3.0)
        } else if matches!(line.kind, LineKind::Target { .. }) {
            Stroke::solid(frame.theme.target, 2.0)
        } else {
            Stroke::dashed(frame.theme.muted, 1.0, 3.0, 3.0)
        };
        let x = layout.x(line.value);
        let from = label.at.y + if label.align == Align::Middle { label.size * 0.8 } else { -label.size * 0.6 };
        let (from, to) = (Point { x, y: from }, Point { x, y: bottom });
        // seen on bars of any colour
        scene.line(from, to, Stroke::solid(frame.theme.paper, stroke.width + 2.0));
        scene.line(from, to, stroke);
    }
    for label in labels {
        scene.text(label);
    }
    let upright: Vec<f64> = lines.iter().map(|line| layout.x(line.value)).collect();
    for (index, row) in chart.rows.iter().enumerate() {
        write_row(&mut scene, chart, row, layout.row(index), &upright, &layout, frame);
    }
    scene.height = bottom + layout.small * 2.2;
    scene
}

/// Gridlines, the zero line, and their labels below.
fn grid(scene: &mut Scene, unit: Unit, layout: &Layout, frame: &Frame<'_>, bottom: f64) {
    let most = crate::order::clamp((layout.right - layout.left) / (80.0 * frame.theme.text), 2.0, 7.0) as usize;
    let (values, decimals) = ticks(layout.range, most, matches!(unit.dimension(), Dimension::Count | Dimension::Rank));
    for value in values {
        let x = layout.x(value);
        let color = if value == 0.0 { frame.theme.axis } else { frame.theme.grid };
        scene.line(Point { x, y: layout.top }, Point { x, y: bottom }, Stroke::solid(color, 1.0));
        let text = frame.words.amount(value, decimals, unit);
        let mut label =
            frame.label(text, Point { x, y: bottom + layout.small }, Align::Middle, Look::plain(layout.small, frame.theme.muted));
        let half = label.width / 2.0;
        label.at.x = crate::order::clamp(x, half, layout.width - half);
        scene.text(label);
    }
}

/// How close to another line a mean or a median is not told apart from it, in CSS pixels.
const CLOSE: f64 = 3.0;

/// The lines that are drawn: a mean or median that would merge with another is said in words only.
fn lines<'c>(chart: &'c RankingChart, layout: &Layout) -> Vec<&'c Line> {
    let weight = |line: &Line| match line.kind {
        LineKind::Mean => 0,
        LineKind::Median => 1,
        LineKind::Benchmark(_) | LineKind::Target { .. } => 2,
    };
    let mut drawn = Vec::new();
    for line in &chart.lines {
        let close = |other: &&Line| weight(other) > weight(line) && (layout.x(other.value) - layout.x(line.value)).abs() < CLOSE;
        if !chart.lines.iter().any(|other| close(&other)) {
            drawn.push(line);
        }
    }
    drawn
}

/// The labels of the lines, in as few rows above the bars as they need; and the height they take.
/// No label covers another, and no line runs through the label of a lower one.
fn line_rows(chart: &RankingChart, lines: &[&Line], layout: &Layout, frame: &Frame<'_>) -> (Vec<Text>, f64) {
    let labelled = |brief: bool| {
        let mut labels = Vec::new();
        for line in lines {
            let is_target = matches!(line.kind, LineKind::Target { .. });
            let look = Look { size: layout.small, bold: is_target, color: if is_target { frame.theme.target } else { frame.theme.muted } };
            let at = Point { x: layout.x(line.value), y: 0.0 };
            labels.push(frame.label(line_text(chart, line, layout, frame, brief), at, Align::Middle, look));
        }
        labels
    };
    let mut labels = labelled(false);
    let places = best_places(&labels, layout.width).or_else(|| {
        labels = labelled(true);
        best_places(&labels, layout.width)
    });
    let places = places.unwrap_or_else(|| (0..labels.len()).map(|row| Place { row, align: Align::Middle }).collect());
    let height = layout.small * 1.5;
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
    let header = rows as f64 * height + 6.0;
    for (label, place) in labels.iter_mut().zip(places) {
        let half = label.width / 2.0;
        let (x, align) = match place.align {
            Align::Middle => (crate::order::clamp(label.at.x, half, (layout.width - half).max(half)), Align::Middle),
            Align::Start => (label.at.x + BESIDE, Align::Start),
            Align::End => (label.at.x - BESIDE, Align::End),
        };
        label.at = Point { x, y: header - 6.0 - (place.row as f64 + 0.5) * height };
        label.align = align;
    }
    (labels, header)
}

/// The label of a line, or a brief one; its value alone where the whole is wider than the drawing.
fn line_text(chart: &RankingChart, line: &Line, layout: &Layout, frame: &Frame<'_>, brief: bool) -> String {
    let text = frame.words.line_label(chart, line, brief);
    if frame.text_width(&text, layout.small, true) <= layout.width {
        return text;
    }
    frame.words.amount(line.value, chart.indicator.decimals.unwrap_or(1), chart.indicator.unit)
}

/// How far a label beside its line stands from it.
const BESIDE: f64 = 5.0;

/// A row above the bars, 0 the lowest, and a side of the line.
#[derive(Clone, Copy)]
struct Place {
    row: usize,
    align: Align,
}

/// Tries every arrangement in up to three rows (there are at most four lines) and takes the lowest of those that fit.
fn best_places(labels: &[Text], width: f64) -> Option<Vec<Place>> {
    let mut choices = Vec::new();
    for row in 0..labels.len().min(3) {
        for align in [Align::Middle, Align::Start, Align::End] {
            choices.push(Place { row, align });
        }
    }
    let mut best: Option<(usize, Vec<Place>)> = None;
    let mut arrangement = vec![0usize; labels.len()];
    loop {
        let mut places: Vec<Place> = Vec::new();
        for index in &arrangement {
            places.extend(choices.get(*index));
        }
        let cost = places.iter().map(|place| place.row * 4 + usize::from(place.align != Align::Middle)).sum();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) && fits(labels, &places, width) {
            best = Some((cost, places));
        }
        // the next arrangement, counting in base `choices`
        let Some(next) = arrangement.iter().rposition(|index| index + 1 < choices.len()) else { break };
        for (position, index) in arrangement.iter_mut().enumerate().skip(next) {
            *index = if position == next { *index + 1 } else { 0 };
        }
    }
    best.map(|(_, places)| places)
}

fn fits(labels: &[Text], places: &[Place], width: f64) -> bool {
    let extent = |label: &Text, place: &Place| {
        let half = label.width / 2.0;
        let left = match place.align {
            Align::Middle => crate::order::clamp(label.at.x, half, (width - half).max(half)) - half,
            Align::Start => label.at.x + BESIDE,
            Align::End => label.at.x - BESIDE - label.width,
        };
        (left, left + label.width)
    };
    labels.iter().zip(places).enumerate().all(|(index, (label, place))| {
        let (left, right) = extent(label, place);
        let inside = left >= 0.0 && right <= width;
        inside
            && labels.iter().zip(places).enumerate().filter(|(other, _)| *other != index).all(|(_, (other, at))| {
                let (from, to) = extent(other, at);
                let apart = at.row != place.row || to + 8.0 <= left || right + 8.0 <= from;
                // its line runs down through this row where its label stands in the same row beside it, or above
                let through = at.row > place.row || (at.row == place.row && at.align != Align::Middle);
                apart && !(through && (left - 3.0..=right + 3.0).contains(&other.at.x))
            })
    })
}

/// Of the band behind the home place.
fn band_opacity(row: &Row) -> f64 {
    if matches!(row.state, RowState::Missing) { 0.04 } else { 0.07 }
}

/// Name, rank, value, and where a pointer finds them. `lines` are the places of the upright ones.
fn write_row(
    scene: &mut Scene,
    chart: &RankingChart,
    row: &Row,
    (band, bar): (Area, Area),
    lines: &[f64],
    layout: &Layout,
    frame: &Frame<'_>,
) {
    let theme = &frame.theme;
    let middle = bar.center().y;
    let name_color = if row.is_home { theme.home } else { theme.ink };
    let name = frame.words.place(&row.region);
    let bold = row.is_home;
    let name_at =
        if layout.stacked { Point { x: layout.ranks, y: band.y + layout.size * 0.85 } } else { Point { x: layout.left - 10.0, y: middle } };
    let name_align = if layout.stacked { Align::Start } else { Align::End };
    // lines do not run through words
    let ground = if row.is_home { theme.home.over(theme.paper, band_opacity(row)) } else { theme.paper };
    let mut name = frame.label(name, name_at, name_align, Look { size: layout.size, bold, color: name_color });
    name.ground = layout.stacked.then_some(ground);
    scene.text(name);
    if chart.is_ranking {
        let at = Point { x: 0.0, y: name_at.y };
        scene.text(frame.label(rank_text(row, frame), at, Align::Start, Look::plain(13.0 * theme.text, theme.muted)));
    }
    match &row.state {
        RowState::Missing => {
            let mut label = frame.label(
                frame.words.no_figure(),
                Point { x: layout.left + 10.0, y: middle },
                Align::Start,
                Look::plain(13.0 * theme.text, name_color),
            );
            let frame_area = Area { x: layout.left, w: label.width + 20.0, ..bar };
            outline(scene, frame_area, Stroke::dashed(name_color, 1.0, 3.0, 3.0));
            label.ground = Some(ground);
            scene.text(label);
        }
        RowState::Apart { .. } | RowState::Ranked { .. } => write_value(scene, row, bar, lines, layout, frame),
    }
    let value = bounds(row).map_or(layout.left, |[_, end]| layout.x(end));
    scene.hits.push(Hit {
        area: band,
        at: Point { x: value, y: middle },
        told: frame.words.row_told(chart, row),
        place: Some(Arc::clone(&row.region)),
        series: 0,
        framed: true,
    });
}

/// Where the parts of a bar lie: up to what is certain, and up to what is possible.
struct Bar {
    near_x: f64,
    far_x: f64,
    is_open: bool,
    solid: Area,
    whole: Area,
}

impl Bar {
    fn of(row: &Row, bar: Area, layout: &Layout) -> Option<Bar> {
        let [low, high] = bounds(row)?;
        // away from zero: the end nearer to zero is certain
        let (near, far) = if high <= 0.0 { (high, low) } else { (low.max(0.0), high) };
        let (near_x, far_x) = (layout.x(near), layout.x(far));
        if layout.dots {
            let radius = layout.dot();
            let whole = span(near_x - radius, far_x + radius, bar);
            return Some(Bar { near_x, far_x, is_open: far != near, solid: whole, whole });
        }
        Some(Bar { near_x, far_x, is_open: far != near, solid: span(layout.zero, near_x, bar), whole: span(layout.zero, far_x, bar) })
    }

    fn fits(&self, label: f64, row: &Row, layout: &Layout) -> bool {
        !layout.dots && !matches!(row.state, RowState::Apart { .. }) && self.solid.w >= label + 18.0
    }
}

fn fill(row: &Row, theme: &Theme) -> Color {
    match (row.is_home, row.misses) {
        (true, _) => theme.home,
        (false, true) => theme.missed,
        (false, false) => theme.peer,
    }
}

/// The bar, paler where the published qualifier leaves it open, hollow where it is not compared.
fn draw_bar(scene: &mut Scene, row: &Row, area: Area, layout: &Layout, frame: &Frame<'_>) {
    let Some(bar) = Bar::of(row, area, layout) else { return };
    if layout.dots {
        return draw_dot(scene, row, &bar, area, layout, frame);
    }
    if matches!(row.state, RowState::Apart { .. }) {
        return outline(scene, bar.whole, Stroke::solid(frame.theme.axis, 1.0));
    }
    let color = fill(row, &frame.theme);
    scene.rect(bar.solid, color, 1.0);
    if bar.is_open {
        // at least two pixels, so that the reader sees there is an interval
        let least = if bar.far_x < bar.near_x { -2.0 } else { 2.0 };
        let end = if (bar.far_x - bar.near_x).abs() < 2.0 { bar.near_x + least } else { bar.far_x };
        scene.rect(span(bar.near_x, end, area), color, 0.45);
    }
}

/// A rank as a point, with a line through the ranks it may be; hollow where it is not compared.
fn draw_dot(scene: &mut Scene, row: &Row, bar: &Bar, area: Area, layout: &Layout, frame: &Frame<'_>) {
    let color = fill(row, &frame.theme);
    let y = area.center().y;
    let apart = matches!(row.state, RowState::Apart { .. });
    if bar.is_open {
        scene.line(Point { x: bar.near_x, y }, Point { x: bar.far_x, y }, Stroke::solid(color, 3.0));
    }
    let x = layout.x(value(row));
    let (rim, inside) = if apart { (frame.theme.axis, frame.theme.paper) } else { (color, color) };
    scene.dot(Point { x, y }, layout.dot(), rim, inside);
}

/// The value in its bar, or beside it where the bar is too short or a line runs through its place.
fn write_value(scene: &mut Scene, row: &Row, area: Area, lines: &[f64], layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let (Some(bar), Some(text)) = (Bar::of(row, area, layout), value_text(row, frame)) else { return };
    let ground = fill(row, theme);
    let mut label = frame.label(text, area.center(), Align::End, Look { size: layout.size, bold: row.is_home, color: theme.on(ground) });
    let negative = bar.far_x < layout.zero;
    let mut fits = bar.fits(label.width, row, layout);
    let mut end = bar.solid.x + bar.solid.w - 8.0;
    if fits && !negative {
        let clear = |right: f64| !lines.iter().any(|x| (right - label.width - 3.0..=right + 3.0).contains(x));
        let beside = bar.whole.x + bar.whole.w + 8.0 + label.width;
        if !clear(end) && beside <= layout.width && clear(beside) {
            fits = false;
        } else if !clear(end) {
            // close to the bar's end, or before a line
            let room = |right: &f64| right - label.width >= bar.solid.x + 4.0 && *right <= end + 5.0 && clear(*right);
            end = lines.iter().map(|x| x - 5.0).chain([end + 5.0]).filter(room).reduce(f64::max).unwrap_or(end);
        }
    }
    (label.at.x, label.align) = match (fits, negative) {
        (true, false) => (end, Align::End),
        (true, true) => (bar.solid.x + 8.0, Align::Start),
        (false, false) => (bar.whole.x + bar.whole.w.max(bar.solid.w) + 8.0, Align::Start),
        // to the right of zero, where a bar to the left leaves room
        (false, true) => (layout.zero + 8.0, Align::Start),
    };
    if fits {
        label.ground = Some(ground);
    } else {
        label.color = if row.is_home { theme.home } else { theme.ink };
        label.ground = Some(theme.paper);
    }
    scene.text(label);
}

/// The part of a bar's height between two positions.
fn span(from: f64, to: f64, bar: Area) -> Area {
    Area { x: from.min(to), w: (to - from).abs(), ..bar }
}

fn outline(scene: &mut Scene, area: Area, stroke: Stroke) {
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.marks.push(Mark::Line(Polyline { points, stroke }));
}

fn is_rank(chart: &RankingChart) -> bool {
    chart.indicator.unit.dimension() == Dimension::Rank
}

/// The stated value of what is drawn.
fn value(row: &Row) -> f64 {
    match &row.state {
        RowState::Ranked { quantity, .. } | RowState::Apart { quantity } => quantity.value(),
        RowState::Missing => 0.0,
    }
}

/// Lower and upper bound of what is drawn.
fn bounds(row: &Row) -> Option<[f64; 2]> {
    match &row.state {
        RowState::Ranked { quantity, .. } | RowState::Apart { quantity } => Some([quantity.low(), quantity.high()]),
        RowState::Missing => None,
    }
}

fn rank_text(row: &Row, frame: &Frame<'_>) -> String {
    match row.state {
        RowState::Ranked { rank, .. } => frame.words.short_rank(rank),
        _ => "–".to_owned(),
    }
}

fn value_text(row: &Row, frame: &Frame<'_>) -> Option<String> {
    let quantity = match &row.state {
        RowState::Ranked { quantity, .. } | RowState::Apart { quantity } => quantity,
        RowState::Missing => return None,
    };
    Some(frame.words.marked_figure(quantity, row.text(), &row.marks))
}
