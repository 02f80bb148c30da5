//! 差距: one dumbbell an indicator, measured in multiples of the benchmark; to the right the own place is better.

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scale::Range,
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke, Text},
    theme::{Color, Theme},
};
use crate::figure::{GapChart, GapRow, GapState, GapTimes, GapVerdict};

#[inline(never)]
pub(super) fn lay_out(chart: &GapChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    if chart.rows.is_empty() {
        return scene;
    }
    let axis = Axis::of(chart);
    let layout = Layout::wide(chart, frame).unwrap_or_else(|| Layout::stacked(frame));
    let top = header(&mut scene, chart, axis.as_ref(), &layout, frame);
    let mut heights = Vec::new();
    let mut bottom = top;
    for row in &chart.rows {
        let height = layout.height(chart, row, frame);
        heights.push(height);
        bottom += height;
    }
    let mut y = top;
    for (row, height) in chart.rows.iter().zip(heights) {
        let band = Area { x: 0.0, y, w: scene.width, h: height };
        if y > top {
            scene.line(Point { x: 0.0, y }, Point { x: scene.width, y }, Stroke::solid(frame.theme.grid, 1.0));
        }
        draw_row(&mut scene, chart, row, axis.as_ref(), &layout, band, frame);
        scene.hits.push(Hit {
            area: band,
            at: band.center(),
            told: frame.words.gap_told(chart, row),
            place: Some(Arc::clone(&chart.home)),
            series: 0,
            framed: true,
        });
        y += height;
    }
    scene.height = bottom + 4.0;
    scene
}

/// The multiples that are drawn, as logarithms.
struct Axis {
    range: Range,
    ticks: &'static [f64],
}

impl Axis {
    /// `None` where no row has a multiple.
    #[inline(never)]
    fn of(chart: &GapChart) -> Option<Axis> {
        // each set for multiples up to the first number
        const SETS: [(f64, &[f64]); 7] = [
            (1.12, &[0.9, 0.95, 1.05, 1.1]),
            (1.3, &[0.8, 0.9, 1.1, 1.2]),
            (2.2, &[0.5, 0.7, 1.5, 2.0]),
            (15.0, &[0.1, 0.25, 0.5, 2.0, 4.0, 10.0]),
            (200.0, &[0.01, 0.1, 10.0, 100.0]),
            (2e4, &[0.0001, 0.01, 100.0, 10_000.0]),
            (f64::INFINITY, &[0.000_001, 1_000_000.0]),
        ];
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        let mut any = false;
        for row in &chart.rows {
            if let Some(times) = times(row) {
                any = true;
                low = low.min(libm::log(times.low));
                high = high.max(libm::log(times.high));
            }
        }
        let reach = high.max(-low).max(libm::log(1.05));
        // the side on which nothing lies still shows that it is there
        let (low, high) = (low.min(-0.3 * reach), high.max(0.3 * reach));
        let ticks = SETS.iter().find(|(most, _)| reach <= libm::log(*most)).map_or([].as_slice(), |(_, ticks)| ticks);
        // up to the next tick where that is near
        let near = |from: f64, sign: f64| {
            let beyond = ticks.iter().map(|tick| libm::log(*tick) * sign).filter(|tick| *tick >= from && *tick <= from + 0.3 * reach);
            beyond.fold(f64::INFINITY, f64::min)
        };
        let low = Some(near(-low, -1.0)).filter(|tick| tick.is_finite()).map_or(low, |tick| -tick);
        let high = Some(near(high, 1.0)).filter(|tick| tick.is_finite()).unwrap_or(high);
        any.then(|| Range::covering([low, high])).flatten().map(|range| Axis { range, ticks })
    }

    fn x(&self, times: f64, layout: &Layout) -> f64 {
        self.range.map(libm::log(times), layout.from, layout.to)
    }
}

fn times(row: &GapRow) -> Option<GapTimes> {
    if let GapState::Compared { times, .. } = &row.state { *times } else { None }
}

fn verdict(row: &GapRow) -> Option<GapVerdict> {
    if let GapState::Compared { verdict, .. } = &row.state { Some(*verdict) } else { None }
}

/// Sizes that follow from width and text size.
struct Layout {
    /// Font size of names and values, and of units.
    size: f64,
    small: f64,
    /// How wide names are broken.
    names: f64,
    /// Where the scale begins and ends.
    from: f64,
    to: f64,
    /// The plot with the values beside its dots.
    plot: Area,
    /// Where the status stands.
    status: f64,
    /// Whether names and values stand above their dots.
    stacked: bool,
}

/// From the middle of a point to its figure, in text sizes.
const BESIDE: f64 = 13.0 / 14.0;

impl Layout {
    /// Names, plot and status side by side; `None` where that is too narrow.
    #[inline(never)]
    fn wide(chart: &GapChart, frame: &Frame<'_>) -> Option<Layout> {
        let theme = &frame.theme;
        let (size, small) = (14.0 * theme.text, 12.0 * theme.text);
        let width = frame.clamped_width();
        let (mut names, mut values, mut status, mut listed) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
        for row in &chart.rows {
            names = names.max(frame.text_width(frame.words.indicator(&row.indicator), size, true));
            names = names.max(frame.text_width(&frame.words.gap_unit(row), small, false));
            status = status.max(frame.text_width(&frame.words.gap_status(row), size, true));
            for side in [&row.home, &row.benchmark] {
                values = values.max(frame.text_width(&frame.words.gap_figure(side), size, true));
            }
            if times(row).is_none() {
                listed = listed.max(listed_width(&items(chart, row, &Layout::stacked(frame), false, frame)) + 24.0);
            }
        }
        let head = legend(chart, small, frame).iter().map(|item| item.indent() + item.text.width).fold(0.0, f64::max);
        let names = names.min(width * 0.3).max(head);
        let x = names + 20.0;
        let plot = Area { x, y: 0.0, w: width - x - status - 16.0, h: 0.0 };
        let beside = size * BESIDE;
        let scale = plot.w - 2.0 * (values + beside);
        let fits = scale >= 150.0 * theme.text && plot.w >= listed && names <= width * 0.36;
        fits.then_some(Layout {
            size,
            small,
            names,
            from: plot.x + values + beside,
            to: plot.x + plot.w - values - beside,
            plot,
            status: width - status,
            stacked: false,
        })
    }

    fn stacked(frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let theme = &frame.theme;
        let plot = Area { x: 0.0, y: 0.0, w: width, h: 0.0 };
        let (size, small) = (14.0 * theme.text, 12.0 * theme.text);
        let inset = small * 1.6;
        Layout { size, small, names: width, from: inset, to: width - inset, plot, status: 0.0, stacked: true }
    }

    /// The lines that name a row: its indicator, then unit and direction.
    #[inline(never)]
    fn lines(&self, row: &GapRow, frame: &Frame<'_>) -> Vec<(String, Look, f64)> {
        let theme = &frame.theme;
        let mut lines = Vec::new();
        for line in frame.wrap(frame.words.indicator(&row.indicator), self.size, true, self.names) {
            lines.push((line, Look::bold(self.size, theme.ink), self.size * 1.35));
        }
        for line in frame.wrap(&frame.words.gap_unit(row), self.small, false, self.names) {
            lines.push((line, Look::plain(self.small, theme.muted), self.small * 1.35));
        }
        lines
    }

    fn strip(&self) -> f64 {
        self.size * 1.9
    }

    #[inline(never)]
    fn height(&self, chart: &GapChart, row: &GapRow, frame: &Frame<'_>) -> f64 {
        let names: f64 = self.lines(row, frame).iter().map(|(.., height)| height).sum();
        if !self.stacked {
            return frame.theme.stretched((names + 16.0).max(self.size * 3.4)).max(names + 8.0);
        }
        let (_, lines) = flow(&items(chart, row, self, true, frame), frame.clamped_width(), self.size * 1.55);
        names + lines + if times(row).is_some() { self.strip() + 4.0 } else { 0.0 } + 22.0
    }
}

/// A text with the mark before it: of the own place, of the benchmark, or none.
struct Item {
    text: Text,
    mark: Option<bool>,
}

impl Item {
    fn indent(&self) -> f64 {
        if self.mark.is_some() { self.text.size * INDENT } else { 0.0 }
    }
}

/// From a mark's left edge to its text, in text sizes.
const INDENT: f64 = 1.05;

/// The two figures of a row with their names, and what follows from them.
#[inline(never)]
fn items(chart: &GapChart, row: &GapRow, layout: &Layout, with_status: bool, frame: &Frame<'_>) -> Vec<Item> {
    let theme = &frame.theme;
    let origin = Point { x: 0.0, y: 0.0 };
    let mut items = Vec::new();
    for (place, side, is_home) in [(&chart.home, &row.home, true), (&chart.benchmark, &row.benchmark, false)] {
        let look = Look { size: layout.size, bold: is_home, color: if is_home { theme.home } else { theme.ink } };
        let figure = frame.words.gap_figure(side);
        let named = [frame.words.place(place), &figure].join(" ");
        let room = frame.clamped_width() - layout.size * INDENT;
        let text = if frame.text_width(&named, look.size, is_home) <= room { named } else { figure };
        items.push(Item { text: frame.label(text, origin, Align::Start, look), mark: Some(is_home) });
    }
    if with_status {
        let look = Look { size: layout.size, bold: verdict(row).is_some(), color: status_color(row, theme) };
        for line in frame.wrap(&frame.words.gap_status(row), look.size, look.bold, frame.clamped_width()) {
            items.push(Item { text: frame.label(line, origin, Align::Start, look), mark: None });
        }
    }
    items
}

/// Where items begin, one beside the other and on a new line where one is full; and how high their lines are.
fn flow(items: &[Item], width: f64, line: f64) -> (Vec<Point>, f64) {
    let (mut x, mut y) = (0.0, line / 2.0);
    let mut places = Vec::new();
    for item in items {
        let own = item.indent() + item.text.width;
        if x > 0.0 && x + own > width {
            (x, y) = (0.0, y + line);
        }
        places.push(Point { x, y });
        x += own + item.text.size;
    }
    (places, y + line / 2.0)
}

/// Draws items from a corner.
#[inline(never)]
fn draw_items(scene: &mut Scene, items: Vec<Item>, places: &[Point], from: Point, hollow: bool, theme: &Theme) {
    for (item, place) in items.into_iter().zip(places) {
        let at = Point { x: from.x + place.x, y: from.y + place.y };
        if let Some(is_home) = item.mark {
            symbol(scene, Point { x: at.x + item.text.size * 0.42, y: at.y }, item.text.size * 0.34, is_home, hollow, theme);
        }
        let start = at.x + item.indent();
        scene.text(Text { at: Point { x: start, ..at }, ..item.text });
    }
}

/// The two names with their marks, above the rows.
#[inline(never)]
fn legend(chart: &GapChart, size: f64, frame: &Frame<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for (place, is_home) in [(&chart.home, true), (&chart.benchmark, false)] {
        let color = if is_home { frame.theme.home } else { frame.theme.ink };
        let look = Look { size, bold: is_home, color };
        // a name wider than the drawing breaks; its mark stands before the first line
        for (index, line) in
            frame.wrap(frame.words.place(place), size, is_home, frame.clamped_width() - size * INDENT).into_iter().enumerate()
        {
            let text = frame.label(line, Point { x: 0.0, y: 0.0 }, Align::Start, look);
            items.push(Item { text, mark: (index == 0).then_some(is_home) });
        }
    }
    items
}

/// Which dot is whose, which side is whose, and the scale; returns where the rows begin.
#[inline(never)]
fn header(scene: &mut Scene, chart: &GapChart, axis: Option<&Axis>, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let line = layout.small * 1.7;
    let legend = legend(chart, layout.small, frame);
    let (places, height) = flow(&legend, layout.names, line);
    draw_items(scene, legend, &places, Point { x: 0.0, y: 0.0 }, false, theme);
    let Some(axis) = axis else { return height + 6.0 };
    let mut y = if layout.stacked { height + line / 2.0 } else { line / 2.0 };
    let look = Look::plain(layout.small, theme.muted);
    let left = ["◀ ", &frame.words.gap_side(frame.words.place(&chart.benchmark))].concat();
    let right = [&frame.words.gap_side(frame.words.place(&chart.home)), " ▶"].concat();
    let width = |text: &str| frame.text_width(text, layout.small, false);
    let crowded = width(&left) + width(&right) + 16.0 > layout.plot.w;
    for (text, align, color) in [(left, Align::Start, theme.muted), (right, Align::End, theme.home)] {
        let x = if align == Align::End { layout.plot.x + layout.plot.w } else { layout.plot.x };
        let lines = frame.wrap(&text, layout.small, false, layout.plot.w);
        let last = lines.len().saturating_sub(1);
        for (index, text) in lines.into_iter().enumerate() {
            scene.text(frame.label(text, Point { x, y }, align, Look { color, ..look }));
            if index < last || crowded || align == Align::End {
                y += line;
            }
        }
    }
    // from the middle outwards, as many as have room
    let middle = axis.x(1.0, layout);
    let mut labels =
        vec![frame.label(frame.words.gap_tick(1.0), Point { x: middle, y }, Align::Middle, Look::bold(layout.small, theme.ink))];
    for value in axis.ticks.iter().filter(|value| **value > 1.0).chain(axis.ticks.iter().rev().filter(|value| **value < 1.0)) {
        let x = axis.x(*value, layout);
        let label = frame.label(frame.words.gap_tick(*value), Point { x, y }, Align::Middle, look);
        let area = label.area();
        let wide = Area { x: area.x - 8.0, w: area.w + 16.0, ..area };
        let inside = x >= layout.from - 1.0 && x <= layout.to + 1.0 && area.x >= 0.0 && area.x + area.w <= scene.width;
        if inside && !labels.iter().any(|other| other.area().overlaps(&wide)) {
            labels.push(label);
        }
    }
    for label in labels {
        scene.text(label);
    }
    // the names beside the scale may take more lines than it does
    (y + line / 2.0 + 2.0).max(height)
}

/// A round point for the own place, a diamond for the benchmark; hollow where figures are not compared.
#[inline(never)]
fn symbol(scene: &mut Scene, at: Point, radius: f64, is_home: bool, hollow: bool, theme: &Theme) {
    if is_home {
        scene.dot(at, radius, theme.home, if hollow { theme.paper } else { theme.home });
        return;
    }
    let reach = radius * 1.2;
    let mut points = Vec::new();
    for (x, y) in [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)] {
        points.push(Point { x: at.x + x * reach, y: at.y + y * reach });
    }
    scene.marks.push(Mark::Shape { points: points.clone(), color: if hollow { theme.paper } else { theme.muted }, opacity: 1.0 });
    points.extend(points.first().copied());
    scene.marks.push(Mark::Line(Polyline { points, stroke: Stroke::solid(theme.muted, 1.5) }));
}

fn status_color(row: &GapRow, theme: &Theme) -> Color {
    match verdict(row) {
        Some(GapVerdict::Ahead) => theme.on_track,
        Some(GapVerdict::Behind) => theme.target,
        _ => theme.muted,
    }
}

#[inline(never)]
fn draw_row(scene: &mut Scene, chart: &GapChart, row: &GapRow, axis: Option<&Axis>, layout: &Layout, band: Area, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let lines = layout.lines(row, frame);
    let names: f64 = lines.iter().map(|(.., height)| height).sum();
    let mut y = if layout.stacked { band.y + 10.0 } else { band.y + (band.h - names) / 2.0 };
    for (line, look, height) in lines {
        scene.text(frame.label(line, Point { x: 0.0, y: y + height / 2.0 }, Align::Start, look));
        y += height;
    }
    let times = times(row);
    if layout.stacked {
        let items = items(chart, row, layout, true, frame);
        let (places, _) = flow(&items, scene.width, layout.size * 1.55);
        draw_items(scene, items, &places, Point { x: 0.0, y: y + 2.0 }, verdict(row).is_none(), theme);
        if let (Some(axis), Some(times)) = (axis, times) {
            let strip = Area { x: band.x, y: band.y + band.h - layout.strip() - 8.0, w: band.w, h: layout.strip() };
            grid(scene, axis, layout, strip, theme);
            dumbbell(scene, row, times, axis, layout, strip.center().y, theme);
        }
        return;
    }
    let status = frame.words.gap_status(row);
    let weight = Look { size: layout.size, bold: verdict(row).is_some(), color: status_color(row, theme) };
    let middle = band.center().y;
    scene.text(frame.label(status, Point { x: layout.status, y: middle }, Align::Start, weight));
    if let Some(axis) = axis {
        let plot = Area { y: band.y, h: band.h, ..layout.plot };
        if times.is_some() {
            grid(scene, axis, layout, plot, theme);
        }
    }
    match (axis, times) {
        (Some(axis), Some(times)) => {
            let (left, right) = dumbbell(scene, row, times, axis, layout, middle, theme);
            let ahead = times.point >= 1.0;
            for (side, is_home) in [(&row.home, true), (&row.benchmark, false)] {
                let beside = layout.size * BESIDE - 2.0;
                let (x, align) = if ahead == is_home { (right + beside, Align::Start) } else { (left - beside, Align::End) };
                let look = Look { size: layout.size, bold: is_home, color: if is_home { theme.home } else { theme.ink } };
                let mut label = frame.label(frame.words.gap_figure(side), Point { x, y: middle }, align, look);
                label.ground = Some(theme.paper);
                scene.text(label);
            }
        }
        _ => {
            let items = items(chart, row, layout, false, frame);
            let width = listed_width(&items);
            let start = layout.plot.x + (layout.plot.w - width) / 2.0;
            if verdict(row).is_none() {
                let frame_area = Area { x: start - 12.0, y: middle - layout.size, w: width + 24.0, h: layout.size * 2.0 };
                outline(scene, frame_area, Stroke::dashed(theme.axis, 1.0, 3.0, 3.0));
            }
            let line = layout.size * 1.55;
            let (places, _) = flow(&items, f64::INFINITY, line);
            draw_items(scene, items, &places, Point { x: start, y: middle - line / 2.0 }, verdict(row).is_none(), theme);
        }
    }
}

/// How wide items are one beside the other.
fn listed_width(items: &[Item]) -> f64 {
    let (places, _) = flow(items, f64::INFINITY, 0.0);
    places.last().zip(items.last()).map_or(0.0, |(place, item)| place.x + item.indent() + item.text.width)
}

/// Light lines at the ticks, a dark one where both are equal.
fn grid(scene: &mut Scene, axis: &Axis, layout: &Layout, area: Area, theme: &Theme) {
    let mut line = |value: f64, color: Color| {
        let x = axis.x(value, layout);
        if x >= layout.from - 1.0 && x <= layout.to + 1.0 {
            scene.line(Point { x, y: area.y }, Point { x, y: area.y + area.h }, Stroke::solid(color, 1.0));
        }
    };
    for value in axis.ticks {
        line(*value, theme.grid);
    }
    line(1.0, theme.axis);
}

/// The two points and what lies between them; returns how far they reach to either side.
#[inline(never)]
fn dumbbell(scene: &mut Scene, row: &GapRow, times: GapTimes, axis: &Axis, layout: &Layout, y: f64, theme: &Theme) -> (f64, f64) {
    let (one, own) = (axis.x(1.0, layout), axis.x(times.point, layout));
    let (low, high) = (axis.x(times.low, layout), axis.x(times.high, layout));
    let radius = layout.size * 0.48;
    if high - low > 1.0 {
        let h = radius * 1.9;
        scene.rect(Area { x: low, y: y - h / 2.0, w: high - low, h }, theme.home, 0.2);
    }
    let color = match verdict(row) {
        Some(GapVerdict::Ahead) => theme.ahead,
        Some(GapVerdict::Behind) => theme.missed,
        _ => theme.peer,
    };
    let h = radius * 0.9;
    scene.rect(Area { x: one.min(own), y: y - h / 2.0, w: (own - one).abs(), h }, color, 1.0);
    symbol(scene, Point { x: one, y }, radius * 0.9, false, false, theme);
    symbol(scene, Point { x: own, y }, radius, true, false, theme);
    (one.min(own).min(low), one.max(own).max(high))
}

fn outline(scene: &mut Scene, area: Area, stroke: Stroke) {
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.marks.push(Mark::Line(Polyline { points, stroke }));
}
