//! 梯队: every tier a row, every place a column, every firm a square.
//!
//! Counts of tiers differ a hundredfold: bars to one scale would leave the upper tiers a hair, bars to scales of their
//! own would lie. Squares in rows of ten or a multiple keep one scale for all, and one firm stays one square to see.

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke},
    theme::Color,
};
use crate::{
    figure::{LadderChart, LadderColumn, LadderRung},
    order::clamp,
};

/// Room between columns, in text sizes.
const GUTTER: f64 = 1.6;
/// Blocks of squares are no higher, in CSS pixels.
const HIGHEST: f64 = 180.0;
/// The side of a square with the gap beside it, at most and at least.
const PITCH: (f64, f64) = (12.0, 4.0);
/// Narrower than this in text sizes, places stand one under another.
const WIDE: f64 = 34.0;

/// How squares stand.
#[derive(Clone, Copy)]
struct Squares {
    /// What one stands for.
    each: f64,
    /// How many in a full row.
    row: f64,
    /// From one to the next.
    pitch: f64,
}

impl Squares {
    /// The largest squares with which the largest number stays within the width and not too high.
    #[inline(never)]
    fn fitting(most: f64, width: f64) -> Squares {
        let mut each = 1.0;
        loop {
            for factor in [1.0, 2.0, 5.0] {
                for row in [10.0, 20.0, 30.0, 40.0, 50.0, 100.0] {
                    let pitch = f64::floor((width / row).min(PITCH.0));
                    let rows = f64::ceil(most / (each * factor) / row);
                    if pitch >= PITCH.1 && rows * pitch <= HIGHEST {
                        return Squares { each: each * factor, row, pitch };
                    }
                }
            }
            each *= 10.0;
            if each >= 1e300 {
                return Squares { each, row: 10.0, pitch: PITCH.1 };
            }
        }
    }

    /// How high the block of a number is.
    fn height(&self, value: f64) -> f64 {
        f64::ceil(value / self.each / self.row) * self.pitch
    }

    /// The parts of rows between two numbers: which row, from which square to which.
    fn rows(&self, from: f64, to: f64) -> Vec<(f64, f64, f64)> {
        let (from, to) = (from / self.each, to / self.each);
        let mut parts = Vec::new();
        let mut row = f64::floor(from / self.row);
        while row * self.row < to && parts.len() < 100 {
            let start = row * self.row;
            parts.push((row, (from - start).max(0.0), (to - start).min(self.row)));
            row += 1.0;
        }
        parts
    }

    /// Filled squares between two numbers.
    #[inline(never)]
    fn fill(&self, scene: &mut Scene, at: Point, (from, to): (f64, f64), (color, opacity): (Color, f64), paper: Color) {
        let (mut widest, mut bottom) = (0.0_f64, at.y);
        for (row, start, end) in self.rows(from, to) {
            let area =
                Area { x: at.x + start * self.pitch, y: at.y + row * self.pitch, w: (end - start) * self.pitch, h: self.pitch - 1.0 };
            scene.rect(area, color, opacity);
            widest = widest.max(end);
            bottom = area.y + area.h;
        }
        // the gaps between squares, wider after every ten; one line for all rows
        let mut square = 1.0;
        while square <= f64::ceil(widest) {
            let is_ten = square % 10.0 == 0.0 && square < self.row;
            let w = if is_ten && self.pitch > 5.0 { 2.0 } else { 1.0 };
            let area = Area { x: at.x + square * self.pitch - w, y: at.y, w, h: bottom - at.y };
            scene.rect(area, paper, 1.0);
            square += 1.0;
        }
    }

    /// Hollow squares between two numbers.
    #[inline(never)]
    fn outline(&self, scene: &mut Scene, at: Point, (from, to): (f64, f64), color: Color) {
        for (row, start, end) in self.rows(from, to) {
            let mut left = start;
            while left < end {
                let right = (f64::floor(left) + 1.0).min(end);
                let (x, y) = (at.x + left * self.pitch + 0.5, at.y + row * self.pitch + 0.5);
                let area = Area { x, y, w: ((right - left) * self.pitch - 2.0).max(0.5), h: self.pitch - 2.0 };
                frame_of(scene, area, Stroke::solid(color, 1.0));
                left = right;
            }
        }
    }
}

fn frame_of(scene: &mut Scene, area: Area, stroke: Stroke) {
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.marks.push(Mark::Line(Polyline { points, stroke }));
}

/// Sizes.
struct Layout {
    width: f64,
    size: f64,
    small: f64,
    /// Width of the column of tier names; 0 where places stand one under another.
    names: f64,
    /// How many places beside one another.
    across: usize,
    /// From one column to the next, and how much of it is used.
    step: f64,
    used: f64,
    /// Width of the numbers before the squares; 0 where they stand above them.
    numbers: f64,
    squares: Squares,
}

impl Layout {
    #[inline(never)]
    fn new(chart: &LadderChart, frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let (size, small) = (14.0 * frame.theme.text, 12.0 * frame.theme.text);
        let (mut names, mut numbers, mut most) = (0.0_f64, 0.0_f64, 1.0_f64);
        for tier in &chart.tiers {
            names = names.max(frame.text_width(frame.words.indicator(tier), size, false));
        }
        for rung in chart.columns.iter().flat_map(|column| &column.tiers).flatten() {
            if let Some(number) = frame.words.rung_number(rung) {
                numbers = numbers.max(frame.text_width(&number, size, true));
            }
            most = most.max(extent(chart, rung));
        }
        let wide = width >= WIDE * size;
        let count = chart.columns.len().max(1);
        let names = if wide { clamp(names, size * 4.0, (width * 0.23).max(size * 7.5)) + size } else { 0.0 };
        let least = numbers + 8.0 + size * 7.0 + size * GUTTER;
        let most_across = clamp(f64::floor((width - names + size * GUTTER) / least), 1.0, count as f64) as usize;
        let across = if wide { count.div_ceil(count.div_ceil(most_across)) } else { 1 };
        // a single place does not stretch over a wide page
        let step = ((width - names + size * GUTTER) / across as f64).min(size * 44.0);
        let used = if wide { step - size * GUTTER } else { width };
        let numbers = if wide { numbers + 8.0 } else { 0.0 };
        let squares = Squares::fitting(most, (used - numbers).max(40.0));
        Layout { width, size, small, names, across, step, used, numbers, squares }
    }

    fn is_wide(&self) -> bool {
        self.names > 0.0
    }
}

/// The largest number drawn of a rung: its count with all it may be, and its plans.
fn extent(chart: &LadderChart, rung: &LadderRung) -> f64 {
    let count = rung.quantity.filter(|_| rung.to_scale).map_or(0.0, |quantity| quantity.high());
    count.max(aim(chart, rung).unwrap_or(0.0))
}

/// The largest plan of a rung in the unit of the drawing.
fn aim(chart: &LadderChart, rung: &LadderRung) -> Option<f64> {
    let mut most: Option<f64> = None;
    for plan in &rung.plans {
        let value = plan.target.kind.value().and_then(|value| value.in_unit(chart.unit)).map(|value| value.value());
        most = value.filter(|value| *value >= 0.0).map(|value| most.unwrap_or(0.0).max(value)).or(most);
    }
    most
}

pub(super) fn lay_out(chart: &LadderChart, frame: &Frame<'_>) -> Scene {
    let layout = Layout::new(chart, frame);
    let mut scene = Scene { width: layout.width, ..Scene::default() };
    let mut y = 0.0;
    if !layout.is_wide() && !chart.columns.is_empty() {
        y = legend(&mut scene, chart, layout.width, y, &layout, frame) + layout.small;
    }
    for (panel, columns) in chart.columns.chunks(layout.across.max(1)).enumerate() {
        let first = panel * layout.across;
        y = if layout.is_wide() {
            side_by_side(&mut scene, chart, columns, first, y, &layout, frame)
        } else {
            stacked(&mut scene, chart, columns, first, y, &layout, frame)
        };
        y += layout.size * 1.2;
    }
    silent(&mut scene, chart, y, &layout, frame);
    scene
}

/// What a square stands for.
#[inline(never)]
fn legend(scene: &mut Scene, chart: &LadderChart, width: f64, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let squares = &layout.squares;
    let text = frame.words.ladder_squares(squares.each, squares.each * squares.row, chart.unit);
    let side = layout.squares.pitch.max(7.0) - 1.0;
    let mut y = y;
    for (index, line) in frame.wrap(&text, layout.small, false, width - side - 6.0).into_iter().enumerate() {
        let middle = y + layout.small * 0.7;
        if index == 0 {
            scene.rect(Area { x: 0.0, y: middle - side / 2.0, w: side, h: side }, frame.theme.axis, 1.0);
        }
        let at = Point { x: side + 6.0, y: middle };
        scene.text(frame.label(line, at, Align::Start, Look::plain(layout.small, frame.theme.muted)));
        y += layout.small * 1.4;
    }
    y
}

/// The name of a place and the time of its figures.
#[inline(never)]
fn header(scene: &mut Scene, column: &LadderColumn, at: Point, width: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let mut y = at.y;
    let name = frame.words.place(&column.ladder.region);
    let color = if column.is_home { theme.home } else { theme.ink };
    for line in frame.wrap(name, layout.size * 1.07, true, width) {
        let at = Point { x: at.x, y: y + layout.size * 0.7 };
        scene.text(frame.label(line, at, Align::Start, Look::bold(layout.size * 1.07, color)));
        y += layout.size * 1.4;
    }
    if let Some(period) = column.ladder.period {
        let at = Point { x: at.x, y: y + layout.small * 0.7 };
        scene.text(frame.label(frame.words.period(period), at, Align::Start, Look::plain(layout.small, theme.muted)));
        y += layout.small * 1.4;
    }
    y
}

/// Tiers as rows, places as columns.
#[inline(never)]
fn side_by_side(
    scene: &mut Scene,
    chart: &LadderChart,
    columns: &[LadderColumn],
    first: usize,
    y: f64,
    layout: &Layout,
    frame: &Frame<'_>,
) -> f64 {
    let theme = &frame.theme;
    let left = |index: usize| layout.names + index as f64 * layout.step;
    let right = left(columns.len()) - layout.size * GUTTER;
    let mut top = legend(scene, chart, layout.names - layout.size, y, layout, frame);
    for (index, column) in columns.iter().enumerate() {
        top = top.max(header(scene, column, Point { x: left(index), y }, layout.used, layout, frame));
    }
    top += layout.small * 0.5;
    let mut hits: Vec<Vec<Hit>> = columns.iter().map(|_| Vec::new()).collect();
    for (position, tier) in chart.tiers.iter().enumerate() {
        let rule = if position == 0 { Stroke::solid(theme.axis, 1.0) } else { Stroke::solid(theme.grid, 1.0) };
        scene.line(Point { x: 0.0, y: top }, Point { x: right, y: top }, rule);
        let inner = top + layout.size * 0.55;
        let mut bottom = inner;
        for line in frame.wrap(frame.words.indicator(tier), layout.size, false, layout.names - layout.size) {
            let at = Point { x: 0.0, y: bottom + layout.size * 0.65 };
            scene.text(frame.label(line, at, Align::Start, Look::plain(layout.size, theme.ink)));
            bottom += layout.size * 1.3;
        }
        let mut cells = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let mut end = inner;
            for rung in column.tiers.get(position).into_iter().flatten() {
                let from = end;
                let at = Point { x: left(index), y: end };
                let tip = write_rung(scene, chart, column, rung, at, layout, frame, &mut end);
                cells.push((index, from, end, tip, column, rung));
                end += layout.small * 0.5;
            }
            bottom = bottom.max(end - layout.small * 0.5);
        }
        bottom += layout.size * 0.55;
        for (index, from, end, tip, column, rung) in cells {
            let area = Area { x: left(index) - 6.0, y: from - 5.0, w: layout.used + 10.0, h: end - from + 10.0 };
            let told = frame.words.rung_told(tier, column, rung);
            if let Some(hits) = hits.get_mut(index) {
                hits.push(Hit { area, at: tip, told, place: Some(Arc::clone(&column.ladder.region)), series: first + index, framed: true });
            }
        }
        top = bottom;
    }
    scene.line(Point { x: 0.0, y: top }, Point { x: right, y: top }, Stroke::solid(theme.grid, 1.0));
    scene.hits.extend(hits.into_iter().flatten());
    top
}

/// Number, squares and captions of one figure; returns the point of interest and moves `end` below it.
#[inline(never)]
#[allow(clippy::too_many_arguments, reason = "what is drawn, where, and with what")]
fn write_rung(
    scene: &mut Scene,
    chart: &LadderChart,
    column: &LadderColumn,
    rung: &LadderRung,
    at: Point,
    layout: &Layout,
    frame: &Frame<'_>,
    end: &mut f64,
) -> Point {
    let theme = &frame.theme;
    let line = layout.size * 1.3;
    let middle = at.y + line / 2.0;
    let color = if column.is_home { theme.home } else { theme.ink };
    let x = at.x + layout.numbers;
    let tip;
    let number = frame.words.rung_number(rung);
    let captions = frame.words.rung_captions(rung, column);
    if number.is_none() && captions.is_empty() {
        let mut y = at.y;
        for line in frame.wrap(&frame.words.no_figure(), layout.small, false, layout.used) {
            let at = Point { x: at.x, y: y + layout.size * 0.65 };
            scene.text(frame.label(line, at, Align::Start, Look::plain(layout.small, theme.muted)));
            y += layout.small * 1.4;
        }
        *end = y.max(at.y + line);
        return Point { x: at.x, y: middle };
    }
    let height = if layout.is_wide() {
        let number = number.unwrap_or_else(|| "–".to_owned());
        scene.text(frame.label(number, Point { x: x - 8.0, y: middle }, Align::End, Look::bold(layout.size, color)));
        // the first row of squares on the line of the number
        let top = at.y + ((line - layout.squares.pitch) / 2.0).max(0.0);
        tip = draw_squares(scene, chart, column, rung, Point { x, y: f64::round(top) }, layout, frame);
        line.max(top - at.y + layout.squares.height(extent(chart, rung)))
    } else {
        tip = draw_squares(scene, chart, column, rung, Point { x, y: f64::round(at.y) }, layout, frame);
        layout.squares.height(extent(chart, rung))
    };
    let mut y = at.y + height;
    if height > 0.0 && !captions.is_empty() {
        y += layout.small * 0.2;
    }
    for caption in captions {
        // beside the squares where it fits there, else from the left edge
        let beside = layout.used - layout.numbers;
        let fits = frame.text_width(&caption, layout.small, false) <= beside;
        let (x, room) = if fits { (x, beside) } else { (at.x, layout.used) };
        for line in frame.wrap(&caption, layout.small, false, room) {
            let at = Point { x, y: y + layout.small * 0.7 };
            scene.text(frame.label(line, at, Align::Start, Look::plain(layout.small, theme.muted)));
            y += layout.small * 1.4;
        }
    }
    *end = y;
    tip
}

/// The squares of a count, those it may be and those missing to its plan; returns the end of their first row.
#[inline(never)]
fn draw_squares(
    scene: &mut Scene,
    chart: &LadderChart,
    column: &LadderColumn,
    rung: &LadderRung,
    at: Point,
    layout: &Layout,
    frame: &Frame<'_>,
) -> Point {
    let theme = &frame.theme;
    let squares = &layout.squares;
    let color = if column.is_home { theme.home } else { theme.axis };
    let mut reached = 0.0;
    if let Some(quantity) = rung.quantity.filter(|_| rung.to_scale) {
        let (low, high) = (quantity.low(), quantity.high());
        if rung.apart {
            squares.outline(scene, at, (0.0, high), theme.axis);
        } else {
            squares.fill(scene, at, (0.0, high), (color, 0.45), theme.paper);
            squares.fill(scene, at, (0.0, low), (color, 1.0), theme.paper);
        }
        reached = high;
    }
    if let Some(aim) = aim(chart, rung).filter(|aim| *aim > reached && !rung.apart) {
        squares.outline(scene, at, (reached, aim), theme.target);
    }
    let first = (extent(chart, rung) / squares.each).min(squares.row) * squares.pitch;
    Point { x: at.x + first, y: at.y + squares.pitch / 2.0 }
}

/// One place under another, tiers under its name, numbers flush right above their squares.
#[inline(never)]
fn stacked(
    scene: &mut Scene,
    chart: &LadderChart,
    columns: &[LadderColumn],
    first: usize,
    y: f64,
    layout: &Layout,
    frame: &Frame<'_>,
) -> f64 {
    let theme = &frame.theme;
    let mut y = y;
    for (index, column) in columns.iter().enumerate() {
        y = header(scene, column, Point { x: 0.0, y }, layout.width, layout, frame) + layout.small * 0.4;
        for (position, tier) in chart.tiers.iter().enumerate() {
            let rule = if position == 0 { theme.axis } else { theme.grid };
            scene.line(Point { x: 0.0, y }, Point { x: layout.width, y }, Stroke::solid(rule, 1.0));
            y += layout.size * 0.4;
            for rung in column.tiers.get(position).into_iter().flatten() {
                let from = y;
                let number = frame.words.rung_number(rung);
                let nothing = number.is_none() && rung.plans.is_empty();
                let color = if column.is_home { theme.home } else { theme.ink };
                let look = if nothing { Look::plain(layout.small, theme.muted) } else { Look::bold(layout.size, color) };
                let number = number.unwrap_or_else(|| if nothing { frame.words.no_figure() } else { "–".to_owned() });
                let at = Point { x: layout.width, y: y + layout.size * 0.7 };
                let mut number = frame.label(number, at, Align::End, look);
                // a name that leaves no room beside it has the line to itself
                let name = frame.words.indicator(tier);
                let beside = layout.width - number.width - 10.0;
                let lines = frame.wrap(name, layout.size, false, beside);
                let fits = lines.len() < 3 && lines.iter().all(|line| frame.text_width(line, layout.size, false) <= beside);
                for line in frame.wrap(name, layout.size, false, if fits { beside } else { layout.width }) {
                    let at = Point { x: 0.0, y: y + layout.size * 0.7 };
                    scene.text(frame.label(line, at, Align::Start, Look::plain(layout.size, theme.ink)));
                    y += layout.size * 1.4;
                }
                if !fits {
                    number.at.y = y + layout.size * 0.7;
                    y += layout.size * 1.4;
                }
                scene.text(number);
                let mut tip = Point { x: layout.width, y: at.y };
                if !nothing {
                    let mut end = y + 2.0;
                    tip = write_rung(scene, chart, column, rung, Point { x: 0.0, y: end }, layout, frame, &mut end);
                    y = end;
                }
                let area = Area { x: 0.0, y: from - 2.0, w: layout.width, h: y - from + 4.0 };
                scene.hits.push(Hit {
                    area,
                    at: tip,
                    told: frame.words.rung_told(tier, column, rung),
                    place: Some(Arc::clone(&column.ladder.region)),
                    series: first + index,
                    framed: true,
                });
                y += layout.size * 0.4;
            }
        }
    }
    y
}

/// Places without a figure, each in a dashed box.
#[inline(never)]
fn silent(scene: &mut Scene, chart: &LadderChart, y: f64, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let mut y = y;
    for (index, region) in chart.silent.iter().enumerate() {
        let is_home = chart.home.as_ref().is_some_and(|home| home.id == region.id);
        let color = if is_home { theme.home } else { theme.muted };
        let told = frame.words.silent_ladder(frame.words.place(region));
        let (top, mut widest) = (y, 0.0_f64);
        y += layout.size * 0.4;
        for line in frame.wrap(&told, layout.size, is_home, layout.width - 20.0) {
            let at = Point { x: 10.0, y: y + layout.size * 0.7 };
            let text = frame.label(line, at, Align::Start, Look { size: layout.size, bold: is_home, color });
            widest = widest.max(text.width);
            scene.text(text);
            y += layout.size * 1.4;
        }
        y += layout.size * 0.4;
        let area = Area { x: 0.5, y: top + 0.5, w: widest + 19.0, h: y - top - 1.0 };
        frame_of(scene, area, Stroke::dashed(color, 1.0, 3.0, 3.0));
        let series = chart.columns.len() + index;
        scene.hits.push(Hit { area, at: area.center(), told: vec![told], place: Some(Arc::clone(region)), series, framed: true });
        y += layout.size * 0.7;
    }
    if chart.columns.is_empty() && chart.silent.is_empty() {
        let at = Point { x: 0.0, y: y + layout.size };
        scene.text(frame.label(frame.words.no_figure(), at, Align::Start, Look::plain(layout.size, theme.muted)));
        y += layout.size * 2.0;
    }
    scene.height = y;
}
