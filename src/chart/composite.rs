//! 综合得分: one bar a place, stacked by what each indicator brings, and the ranks other weights would give it.

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scale::{Range, ticks},
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke},
    tint::{tint, tinted},
};
use crate::{
    figure::{CompositeChart, CompositeRow, CompositeScore},
    order::clamp,
};

/// How strongly the own place's row is tinted.
const BAND: f64 = 0.07;
/// From this width on names and ranges of ranks may stand beside the bars.
const BESIDE: f64 = 520.0;

/// Sizes that follow from width and text size.
struct Layout {
    size: f64,
    small: f64,
    bar: f64,
    /// Width of the rank column.
    ranks: f64,
    /// Where the names end and the bars begin.
    left: f64,
    /// Where the end of the scale lies, and where everything of a bar must end.
    right: f64,
    limit: f64,
    /// Whether names stand above their bars for lack of width.
    stacked: bool,
    /// Where the ranks other weights give are drawn; none for lack of width.
    range: Option<Area>,
    width: f64,
    scores: Range,
}

impl Layout {
    fn x(&self, value: f64) -> f64 {
        self.scores.map(value, self.left, self.right)
    }
}

/// A row and how much room it takes.
struct Place<'c> {
    row: &'c CompositeRow,
    /// The name, broken where it is too long; and the reason why there is no score.
    name: Vec<String>,
    reason: Vec<String>,
    /// Whether the range stands on a line of its own under the name.
    below: bool,
    band: Area,
    bar: Area,
}

#[inline(never)]
pub(super) fn lay_out(chart: &CompositeChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    if chart.rows.is_empty() {
        let look = Look::plain(14.0 * frame.theme.text, frame.theme.muted);
        let mut y = look.size;
        for line in frame.wrap(&frame.words.composite_nothing(), look.size, false, scene.width) {
            scene.text(frame.label(line, Point { x: 0.0, y }, Align::Start, look));
            y += look.size * 1.5;
        }
        scene.height = y;
        return scene;
    }
    let Some(layout) = layout(chart, frame, scene.width) else { return scene };
    let (top, entries) = key(&mut scene, chart, &layout, frame);
    let top = if layout.range.is_some() { top + layout.small * 2.9 } else { top };
    let (places, bottom) = places(chart, &layout, top, frame);
    for place in places.iter().filter(|place| place.row.is_home) {
        scene.rect(place.band, frame.theme.home, BAND);
    }
    grid(&mut scene, &places, &layout, (top, bottom), frame);
    ranges(&mut scene, chart, &places, &layout, top, frame);
    for (index, place) in places.iter().enumerate() {
        write_name(&mut scene, chart, place, &layout, frame);
        match &place.row.score {
            Ok(score) => draw_score(&mut scene, chart, place, score, index, &layout, frame),
            Err(_) => draw_reason(&mut scene, chart, place, index, &layout, frame),
        }
    }
    // after the places, which keys reach first
    for (index, hit) in entries.into_iter().enumerate() {
        scene.hits.push(hit);
        scene.group_hit(index);
    }
    scene.height = bottom + layout.small * 2.2;
    scene
}

/// The ends of a bar: what lies below zero, what lies above it.
fn ends(score: &CompositeScore) -> (f64, f64) {
    let (mut low, mut high) = (score.value.min(0.0), score.value.max(0.0));
    let (mut below, mut above) = (0.0, 0.0);
    for part in score.parts.iter().flatten() {
        if *part < 0.0 {
            below += part;
        } else {
            above += part;
        }
        (low, high) = (low.min(below), high.max(above));
    }
    (low, high)
}

/// The score as it stands behind the bar, and how many indicators it is made of where some lack.
fn score_texts(chart: &CompositeChart, row: &CompositeRow, score: &CompositeScore, frame: &Frame<'_>) -> (String, Option<String>) {
    let has = (row.has < chart.columns.len()).then(|| frame.words.composite_has(chart, row));
    (frame.words.composite_score_label(chart, score, &row.marks), has)
}

#[inline(never)]
fn layout(chart: &CompositeChart, frame: &Frame<'_>, width: f64) -> Option<Layout> {
    let theme = &frame.theme;
    let (size, small) = (14.0 * theme.text, 12.0 * theme.text);
    let (mut names, mut ranks) = (0.0_f64, 0.0_f64);
    for row in &chart.rows {
        names = names.max(frame.text_width(frame.words.place(&row.region), size, row.is_home));
        ranks = ranks.max(frame.text_width(&rank_text(row), 13.0 * theme.text, false));
    }
    let ranks = ranks + 12.0;
    let head = frame.text_width(&frame.words.composite_range_head(), small, false);
    let mut digits = 0.0_f64;
    let mut scores = vec![0.0];
    scores.extend(chart.full);
    for score in chart.rows.iter().flat_map(|row| &row.score) {
        let (low, high) = ends(score);
        scores.push(low);
        scores.push(high);
        if let Some(range) = score.range {
            digits = digits.max(frame.text_width(&frame.words.composite_range(range), small, false));
        }
    }
    let dots = clamp(width * 0.13, 56.0, 150.0);
    let beside = (dots + 10.0 + digits).max(head);
    let has_ranges = digits > 0.0 && chart.ranked > 1;
    let stacked = ranks + names + 12.0 > width * 0.3 || width < BESIDE * theme.text;
    let left = if stacked { ranks } else { ranks + names + 12.0 };
    let range = (has_ranges && width >= BESIDE * theme.text).then_some(Area { x: width - beside, y: 0.0, w: dots, h: 0.0 });
    let limit = if range.is_some() { width - beside - 24.0 } else { width };
    let scores = Range::covering(scores)?;
    let mut layout = Layout {
        size,
        small,
        bar: theme.stretched(22.0 * if theme.text > 1.2 { 1.3 } else { 1.0 }),
        ranks,
        left,
        right: limit,
        limit,
        stacked,
        range,
        width,
        scores,
    };
    // half a tick label stands beyond the end of the scale
    let mut room = limit - left - small * 1.2;
    for row in &chart.rows {
        let Ok(score) = &row.score else { continue };
        let (text, has) = score_texts(chart, row, score, frame);
        let mut label = frame.text_width(&text, size, true) + 10.0;
        if let Some(has) = has {
            label += frame.text_width(&has, small, false) + 10.0;
        }
        let share = scores.map(ends(score).1, 0.0, 1.0);
        if share > 0.0 {
            room = room.min((limit - left - label) / share);
        }
    }
    layout.right = left + room.max(60.0);
    Some(layout)
}

/// Which number and which tint stand for which indicator; returns where it ends, and what a pointer finds.
#[inline(never)]
fn key(scene: &mut Scene, chart: &CompositeChart, layout: &Layout, frame: &Frame<'_>) -> (f64, Vec<Hit>) {
    let mut hits = Vec::new();
    let is_stacked = chart.rows.iter().flat_map(|row| &row.score).any(|score| !score.parts.is_empty());
    if !is_stacked {
        return (layout.small * 0.5, hits);
    }
    let look = Look::plain(13.0 * frame.theme.text, frame.theme.ink);
    let swatch = look.size * 1.3;
    let line = look.size * 1.75;
    let (mut x, mut y) = (0.0, 0.0);
    for (index, column) in chart.columns.iter().enumerate() {
        let lines = frame.wrap(&frame.words.composite_key(column), look.size, false, layout.width - swatch - 8.0);
        let mut widest = 0.0_f64;
        for text in &lines {
            widest = widest.max(frame.text_width(text, look.size, false));
        }
        let whole = swatch + 6.0 + widest;
        if x > 0.0 && (x + whole > layout.width || lines.len() > 1) {
            (x, y) = (0.0, y + line);
        }
        let first = scene.marks.len();
        let area = Area { x, y: y + (line - swatch) / 2.0, w: swatch, h: swatch };
        let color = tint(index, &frame.theme);
        tinted(scene, area, color, &frame.theme);
        let small = Look::bold(11.0 * frame.theme.text, frame.theme.on(color));
        let mut number = frame.label(number_of(index), area.center(), Align::Middle, small);
        number.ground = Some(color);
        scene.text(number);
        for (more, text) in lines.iter().enumerate() {
            if more > 0 {
                y += line;
            }
            scene.text(frame.label(text.as_str(), Point { x: x + swatch + 6.0, y: y + line / 2.0 }, Align::Start, look));
        }
        scene.group(index, first);
        let whole_area = Area { x, y: area.y, w: whole + 3.0, h: y + line - area.y };
        let told = vec![frame.words.composite_key(column)];
        hits.push(Hit { area: whole_area, at: area.center(), told, place: None, series: chart.rows.len(), framed: true });
        x += whole + 18.0;
    }
    (y + line + 8.0, hits)
}

fn number_of(index: usize) -> String {
    crate::dataset::decimal::count(index + 1)
}

/// Rows from the top; their heights follow from what stands in them.
#[inline(never)]
fn places<'c>(chart: &'c CompositeChart, layout: &Layout, top: f64, frame: &Frame<'_>) -> (Vec<Place<'c>>, f64) {
    let mut places = Vec::new();
    let mut y = top;
    let line = layout.size * 1.5;
    for row in &chart.rows {
        let inner = layout.limit - layout.left;
        let reason = match row.score {
            Ok(_) => Vec::new(),
            Err(_) => frame.wrap(&frame.words.composite_unscored(chart, row), 13.0 * frame.theme.text, false, inner - 20.0),
        };
        let name = frame.words.place(&row.region);
        let name = if layout.stacked { frame.wrap(name, layout.size, row.is_home, inner) } else { vec![name.to_owned()] };
        let aside = aside(chart, row, layout, frame);
        let last = name.last().map_or(0.0, |name| frame.text_width(name, layout.size, row.is_home));
        let below = aside.as_ref().is_some_and(|aside| last + 16.0 + frame.text_width(aside, layout.small, false) > inner);
        let bar = layout.bar.max(reason.len() as f64 * layout.size * 1.35);
        let (above, under) = if layout.stacked {
            ((name.len() + usize::from(below)) as f64 * line + 2.0, layout.size * 0.8)
        } else {
            (layout.bar * 0.32, layout.bar * 0.32)
        };
        let band = Area { x: 0.0, y, w: layout.width, h: above + bar + under };
        let bar = Area { x: layout.left, y: y + above, w: layout.right - layout.left, h: bar };
        y += band.h;
        places.push(Place { row, name, reason, below, band, bar });
    }
    (places, y)
}

/// The range as a text beside the name, where it has no column of its own.
fn aside(chart: &CompositeChart, row: &CompositeRow, layout: &Layout, frame: &Frame<'_>) -> Option<String> {
    let score = row.score.as_ref().ok().filter(|_| layout.range.is_none() && chart.ranked > 1)?;
    score.range.map(|range| frame.words.composite_range_aside(range))
}

/// Gridlines of the scores, and their labels below.
#[inline(never)]
fn grid(scene: &mut Scene, places: &[Place<'_>], layout: &Layout, (top, bottom): (f64, f64), frame: &Frame<'_>) {
    let most = clamp((layout.right - layout.left) / (80.0 * frame.theme.text), 2.0, 5.0) as usize;
    let (values, decimals) = ticks(layout.scores, most, false);
    let mut free = f64::NEG_INFINITY;
    for value in values {
        let x = layout.x(value);
        let color = if value == 0.0 { frame.theme.axis } else { frame.theme.grid };
        // names stand in the way where they are above their bars
        if layout.stacked {
            for place in places.iter().filter(|place| place.row.score.is_ok()) {
                let (from, to) = (place.bar.y - 3.0, place.bar.y + place.bar.h + 3.0);
                scene.line(Point { x, y: from }, Point { x, y: to }, Stroke::solid(color, 1.0));
            }
        } else {
            scene.line(Point { x, y: top }, Point { x, y: bottom }, Stroke::solid(color, 1.0));
        }
        let at = Point { x, y: bottom + layout.small };
        let mut label = frame.label(frame.words.number(value, decimals), at, Align::Middle, Look::plain(layout.small, frame.theme.muted));
        let half = label.width / 2.0;
        label.at.x = clamp(x, half, layout.width - half);
        if label.at.x - half > free {
            free = label.at.x + half + 6.0;
            scene.text(label);
        }
    }
}

/// The ranks other weights would give: a line from the best to the worst of nine in ten, a dot at the rank itself.
#[inline(never)]
fn ranges(scene: &mut Scene, chart: &CompositeChart, places: &[Place<'_>], layout: &Layout, top: f64, frame: &Frame<'_>) {
    let Some(column) = layout.range else { return };
    let theme = &frame.theme;
    let last = places.iter().rev().find(|place| place.row.score.is_ok()).map_or(top, |place| place.band.y + place.band.h);
    let x = |rank: u32| column.x + 5.0 + (f64::from(rank) - 1.0) / (chart.ranked.max(2) as f64 - 1.0) * (column.w - 10.0);
    let look = Look::plain(layout.small, theme.muted);
    let head = frame.label(frame.words.composite_range_head(), Point { x: column.x, y: top - layout.small * 2.1 }, Align::Start, look);
    scene.text(head);
    let ends = [1, chart.ranked as u32];
    for rank in 1..=chart.ranked as u32 {
        // every rank of a few, else the ends only
        if chart.ranked <= 12 || ends.contains(&rank) {
            scene.line(Point { x: x(rank), y: top }, Point { x: x(rank), y: last }, Stroke::solid(theme.grid, 1.0));
        }
        if ends.contains(&rank) {
            let at = Point { x: x(rank), y: top - layout.small * 0.75 };
            scene.text(frame.label(crate::dataset::decimal::count(rank as usize), at, Align::Middle, look));
        }
    }
    for place in places {
        let Ok(score) = &place.row.score else { continue };
        let Some(range) = score.range else { continue };
        let y = place.bar.center().y;
        let (color, line) = if place.row.is_home { (theme.home, theme.home) } else { (theme.muted, theme.axis) };
        if range.0 != range.1 {
            scene.line(Point { x: x(range.0), y }, Point { x: x(range.1), y }, Stroke::solid(line, 3.0));
            for end in [range.0, range.1] {
                scene.line(Point { x: x(end), y: y - 5.0 }, Point { x: x(end), y: y + 5.0 }, Stroke::solid(line, 2.0));
            }
        }
        scene.dot(Point { x: x(score.rank), y }, 4.5, color, color);
        let at = Point { x: column.x + column.w + 8.0, y };
        let look = Look { size: layout.small, bold: place.row.is_home, color };
        scene.text(frame.label(frame.words.composite_range(range), at, Align::Start, look));
    }
}

#[inline(never)]
fn write_name(scene: &mut Scene, chart: &CompositeChart, place: &Place<'_>, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let row = place.row;
    let look = Look { size: layout.size, bold: row.is_home, color: if row.is_home { theme.home } else { theme.ink } };
    let line = layout.size * 1.5;
    let first = if layout.stacked { place.band.y + line * 0.55 } else { place.bar.center().y };
    let small = Look::plain(13.0 * theme.text, theme.muted);
    scene.text(frame.label(rank_text(row), Point { x: 0.0, y: first }, Align::Start, small));
    for (index, name) in place.name.iter().enumerate() {
        let y = first + index as f64 * line;
        let (x, align) = if layout.stacked { (layout.ranks, Align::Start) } else { (layout.left - 10.0, Align::End) };
        scene.text(frame.label(name.as_str(), Point { x, y }, align, look));
    }
    if let Some(aside) = aside(chart, row, layout, frame) {
        let y = first + (place.name.len() - usize::from(!place.below)) as f64 * line;
        let color = if row.is_home { theme.home } else { theme.muted };
        let (x, align) = if place.below { (layout.ranks, Align::Start) } else { (layout.width, Align::End) };
        scene.text(frame.label(aside, Point { x, y }, align, Look::plain(layout.small, color)));
    }
}

/// The stacked bar with its score at the end, and what a pointer finds.
#[inline(never)]
fn draw_score(
    scene: &mut Scene,
    chart: &CompositeChart,
    place: &Place<'_>,
    score: &CompositeScore,
    series: usize,
    layout: &Layout,
    frame: &Frame<'_>,
) {
    let theme = &frame.theme;
    let (row, bar) = (place.row, place.bar);
    let (low, high) = ends(score);
    let end = layout.x(high);
    let (text, has) = score_texts(chart, row, score, frame);
    let look = Look { size: layout.size, bold: true, color: if row.is_home { theme.home } else { theme.ink } };
    let mut label = frame.label(text, Point { x: end + 8.0, y: bar.center().y }, Align::Start, look);
    let ground = if row.is_home { theme.home.over(theme.paper, BAND) } else { theme.paper };
    label.ground = Some(ground);
    let beyond = end + 8.0 + label.width;
    let at = Point { x: beyond, y: bar.center().y };
    scene.hits.push(Hit {
        area: place.band,
        at,
        told: frame.words.composite_told(chart, row),
        place: Some(Arc::clone(&row.region)),
        series,
        framed: true,
    });
    if score.parts.is_empty() {
        let color = if row.is_home { theme.home } else { theme.peer };
        let (from, to) = (layout.x(score.value.min(0.0)), layout.x(score.value.max(0.0)));
        scene.rect(Area { x: from, w: to - from, ..bar }, color, 1.0);
    }
    // where parts pull both ways, a line says where the sum lies
    let sum = (low < 0.0 && !score.parts.is_empty()).then(|| layout.x(score.value));
    let (mut below, mut above) = (0.0, 0.0);
    for (index, part) in score.parts.iter().enumerate() {
        let Some(part) = part else { continue };
        let from = if *part < 0.0 { &mut below } else { &mut above };
        let (start, end) = (layout.x(*from), layout.x(*from + part));
        *from += part;
        let area = Area { x: start.min(end), w: (end - start).abs(), ..bar };
        let first = scene.marks.len();
        segment(scene, index, area, sum, frame);
        scene.group(index, first);
        if let (Some(column), Some(Some(cell))) = (chart.columns.get(index), row.cells.get(index)) {
            let told = frame.words.composite_part_told(chart, row, column, cell, *part);
            // a part that brings nothing can still be reached by keys
            let area = Area { w: area.w.max(1.0), ..area };
            scene.hits.push(Hit { area, at: area.center(), told, place: Some(Arc::clone(&row.region)), series, framed: true });
            scene.group_hit(index);
        }
    }
    if let Some(x) = sum {
        let (from, to) = (Point { x, y: bar.y - 4.0 }, Point { x, y: bar.y + bar.h + 4.0 });
        scene.line(from, to, Stroke::solid(theme.paper, 4.0));
        scene.line(from, to, Stroke::solid(theme.ink, 2.0));
    }
    scene.text(label);
    if let Some(has) = has {
        let mut label =
            frame.label(has, Point { x: beyond + 10.0, y: bar.center().y }, Align::Start, Look::plain(layout.small, theme.muted));
        label.ground = Some(ground);
        scene.text(label);
    }
}

/// One indicator's part of a bar, with its number where there is room.
#[inline(never)]
fn segment(scene: &mut Scene, index: usize, area: Area, sum: Option<f64>, frame: &Frame<'_>) {
    let color = tint(index, &frame.theme);
    // a gap of one pixel parts it from the next
    tinted(scene, Area { w: if area.w > 3.0 { area.w - 1.0 } else { area.w }, ..area }, color, &frame.theme);
    let at = Point { x: area.x + (area.w - 1.0) / 2.0, y: area.center().y };
    let mut number = frame.label(number_of(index), at, Align::Middle, Look::plain(12.0 * frame.theme.text, frame.theme.on(color)));
    let is_crossed = sum.is_some_and(|x| (x - at.x).abs() < number.width / 2.0 + 4.0);
    if number.width + 6.0 <= area.w && !is_crossed {
        number.ground = Some(color);
        scene.text(number);
    }
}

/// A dashed frame with the reason why there is no score.
#[inline(never)]
fn draw_reason(scene: &mut Scene, chart: &CompositeChart, place: &Place<'_>, series: usize, layout: &Layout, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let color = if place.row.is_home { theme.home } else { theme.muted };
    let look = Look::plain(13.0 * theme.text, color);
    let mut widest = 0.0_f64;
    for line in &place.reason {
        widest = widest.max(frame.text_width(line, look.size, false));
    }
    let area = Area { x: layout.left, w: widest + 20.0, ..place.bar };
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.rect(area, theme.paper, 1.0);
    scene.marks.push(Mark::Line(Polyline { points, stroke: Stroke::dashed(color, 1.0, 3.0, 3.0) }));
    let step = layout.size * 1.35;
    let first = area.center().y - (place.reason.len() as f64 - 1.0) / 2.0 * step;
    for (index, line) in place.reason.iter().enumerate() {
        scene.text(frame.label(line.as_str(), Point { x: area.x + 10.0, y: first + index as f64 * step }, Align::Start, look));
    }
    scene.hits.push(Hit {
        area: place.band,
        at: area.center(),
        told: frame.words.composite_told(chart, place.row),
        place: Some(Arc::clone(&place.row.region)),
        series,
        framed: true,
    });
}

fn rank_text(row: &CompositeRow) -> String {
    row.score.as_ref().map_or_else(|_| "–".to_owned(), |score| crate::dataset::decimal::count(score.rank as usize))
}
