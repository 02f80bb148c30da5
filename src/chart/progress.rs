//! 目标进度: a row a promise. Parts of a whole share one scale; a level has a scale of its own.

use std::sync::Arc;

use super::{
    Frame,
    glyph::Glyph,
    label::Look,
    scale::Range,
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke, Text},
    theme::{Color, Theme},
};
use crate::{
    figure::{Latest, Measured, ProgressChart, ProgressRow, PromiseState},
    order::clamp,
    trajectory::{Limit, Side},
    words::RowTexts,
};

/// Sizes and columns.
struct Layout {
    size: f64,
    small: f64,
    /// Height of a bar.
    bar: f64,
    /// Where bars lie.
    left: f64,
    right: f64,
    /// Where value and status stand.
    values: f64,
    /// Whether a row's texts stand above and below its bar for lack of width.
    stacked: bool,
    width: f64,
    /// The scale of parts done; 1 is all.
    shares: Range,
}

/// The narrowest bar beside its texts.
const LEAST_BAR: f64 = 170.0;
const GAP: f64 = 22.0;

impl Layout {
    #[inline(never)]
    fn new(chart: &ProgressChart, texts: &[RowTexts], frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let (size, small) = (14.0 * frame.theme.text, 12.0 * frame.theme.text);
        let (mut names, mut values) = (0.0_f64, 0.0_f64);
        for text in texts {
            names = names.max(frame.text_width(&text.name, size, false)).max(frame.text_width(&text.under, small, false));
            values = values.max(value_width(text, size, frame)).max(frame.text_width(&text.status, size, true) + size * 1.3);
        }
        // measured texts are broken at the very width they were measured at, give or take a rounding
        let (names, values) = (names.min(width * 0.3) + 2.0, values + 2.0);
        let stacked = width - names - values - 2.0 * GAP < LEAST_BAR * frame.theme.text;
        let (left, right) = if stacked { (0.0, width) } else { (names + GAP, width - values - GAP) };
        let (mut low, mut high) = (0.0_f64, 1.0_f64);
        for row in &chart.rows {
            if let Some(Measured::Share { low: least, high: most, .. }) = row.judged.measured {
                low = low.min(least.max(-0.25));
                high = high.max(most.min(1.25));
            }
        }
        let shares = Range::zero_to_one().with(low).with(high);
        // what goes beyond the end of the scale gets an arrow there, and the goal its label
        let right = if stacked { right - 10.0 } else { right };
        Layout { size, small, bar: 18.0 * frame.theme.text, left, right, values: right + GAP, stacked, width, shares }
    }

    fn share(&self, share: f64) -> f64 {
        self.shares.map(clamp(share, self.shares.low(), self.shares.high()), self.left, self.right)
    }
}

#[inline(never)]
pub(super) fn lay_out(chart: &ProgressChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    let with_place = chart.place.is_none();
    let mut texts = Vec::new();
    for row in &chart.rows {
        texts.push(frame.words.board_row(row, with_place));
    }
    let layout = Layout::new(chart, &texts, frame);
    let headings = frame.words.board_headings();
    let sections = (0..3).filter(|section| chart.rows.iter().any(|row| section_of(row) == *section)).count();
    let mut y = 0.0;
    for (section, heading) in headings.iter().enumerate() {
        let rows = || chart.rows.iter().zip(&texts).filter(move |(row, _)| section_of(row) == section);
        if rows().next().is_none() {
            continue;
        }
        y += if y > 0.0 { layout.size } else { 0.0 };
        let grid = scene.marks.len();
        let top = head(&mut scene, (section == 0, heading.as_str(), sections > 1), y, &layout, frame);
        y = top;
        for (row, text) in rows() {
            y = draw_row(&mut scene, row, text, y, &layout, with_place, frame);
        }
        if section == 0 && !layout.stacked {
            gridlines(&mut scene, grid, top, y, &layout, frame);
        }
    }
    scene.height = y + 4.0;
    scene
}

/// Which part of the board a row belongs to.
fn section_of(row: &ProgressRow) -> usize {
    match row.judged.measured {
        Some(Measured::Share { .. }) => 0,
        Some(Measured::Level(_)) => 1,
        None => 2,
    }
}

/// A section's heading, and the labels of the common scale. Gives where its rows begin.
#[inline(never)]
fn head(scene: &mut Scene, (scale, heading, named): (bool, &str, bool), y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let line = layout.small * 1.7;
    let mut middle = y + line / 2.0;
    let mut taken = 0.0;
    if named {
        let label = frame.label(heading, Point { x: 0.0, y: middle }, Align::Start, Look::bold(layout.small, theme.muted));
        if layout.stacked && scale {
            middle += line;
        } else {
            taken = label.width + 6.0;
        }
        scene.text(label);
    } else if !scale {
        return y;
    }
    if scale {
        let goal = frame.words.board_goal();
        let mut right = layout.width + 6.0;
        for (share, text, color) in [(1.0, goal, theme.target), (0.5, "50%".to_owned(), theme.muted), (0.0, "0".to_owned(), theme.muted)] {
            let mut label = frame.label(text, Point { x: layout.share(share), y: middle }, Align::Middle, Look::plain(layout.small, color));
            let half = label.width / 2.0;
            label.at.x = clamp(label.at.x, half, layout.width - half);
            // the heading stands where short names leave the zero little room
            if label.at.x + half + 6.0 <= right && label.at.x - half >= taken {
                right = label.at.x - half;
                scene.text(label);
            }
        }
    }
    let bottom = middle + line / 2.0 + 2.0;
    if !scale {
        scene.line(Point { x: 0.0, y: bottom }, Point { x: layout.width, y: bottom }, Stroke::solid(theme.grid, 1.0));
    }
    bottom
}

/// Lines of the common scale, below everything of the section.
#[inline(never)]
fn gridlines(scene: &mut Scene, below: usize, top: f64, bottom: f64, layout: &Layout, frame: &Frame<'_>) {
    let lines = [(0.0, frame.theme.axis, 1.0), (0.5, frame.theme.grid, 1.0), (1.0, frame.theme.target, 1.5)];
    for (share, color, width) in lines {
        let x = layout.share(share);
        let points = vec![Point { x, y: top }, Point { x, y: bottom }];
        scene.marks.insert(below, Mark::Line(Polyline { points, stroke: Stroke::solid(color, width) }));
    }
}

/// The shape and the colour of a status.
fn look_of(state: PromiseState, theme: &Theme) -> (Glyph, Color) {
    match state {
        PromiseState::Done | PromiseState::Kept => (Glyph::Check, theme.on_track),
        PromiseState::OnTime => (Glyph::Disc, theme.on_track),
        PromiseState::Behind => (Glyph::Triangle, theme.caution),
        PromiseState::FarBehind => (Glyph::Square, theme.alert),
        PromiseState::Missed | PromiseState::NotKept => (Glyph::Cross, theme.alert),
        PromiseState::Undecided | PromiseState::Underway => (Glyph::Ring, theme.muted),
        PromiseState::Unpublished | PromiseState::NoFigure(_) | PromiseState::Task => (Glyph::Dash, theme.muted),
    }
}

/// Lines of text from a height down. Gives where they end.
#[inline(never)]
fn lines(scene: &mut Scene, lines: &[String], x: f64, y: f64, look: Look, frame: &Frame<'_>) -> f64 {
    let mut y = y;
    for line in lines {
        let step = look.size * 1.35;
        scene.text(frame.label(line.as_str(), Point { x, y: y + step / 2.0 }, Align::Start, look));
        y += step;
    }
    y
}

/// One row: where the next begins.
#[inline(never)]
fn draw_row(scene: &mut Scene, row: &ProgressRow, text: &RowTexts, y: f64, layout: &Layout, with_place: bool, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let top = y + theme.stretched(10.0);
    let (name_look, under_look) = (Look::plain(layout.size, theme.ink), Look::plain(layout.small, theme.muted));
    let column = if layout.stacked { layout.width } else { layout.left - GAP };
    let names = frame.wrap(&text.name, layout.size, false, column);
    let name_end = lines(scene, &names, 0.0, top, name_look, frame);
    let (at, end);
    if layout.stacked {
        // figure and target stand at the end of the name where both fit
        let (name, figure) = (frame.text_width(&text.name, layout.size, false), value_width(text, layout.size, frame) + 1.0);
        let value_end = if names.len() == 1 && name + figure + layout.size <= layout.width {
            value_at_end(scene, text, Point { x: layout.width, y: top }, layout, frame)
        } else {
            value(scene, text, Point { x: 0.0, y: name_end }, layout.width, layout, frame)
        };
        let (found, bar_end) = draw_measure(scene, row, text, value_end.max(name_end) + 6.0, layout, frame);
        let bar_end = bar_end + 2.0;
        let status_end = status(scene, row, text, Point { x: 0.0, y: bar_end }, layout.width, layout, frame);
        // the deadline stands at the end of the status where both fit
        let used = frame.text_width(&text.status, layout.size, true) + layout.size * 1.3 + 12.0;
        let under =
            frame.label(text.under.as_str(), Point { x: layout.width, y: status_end - layout.size * 0.675 }, Align::End, under_look);
        (at, end) = if used + under.width <= layout.width {
            scene.text(under);
            (found, status_end)
        } else {
            let wrapped = frame.wrap(&text.under, layout.small, false, layout.width);
            (found, lines(scene, &wrapped, 0.0, status_end, under_look, frame))
        };
    } else {
        let wrapped = frame.wrap(&text.under, layout.small, false, column);
        let name_end = lines(scene, &wrapped, 0.0, name_end, under_look, frame);
        let room = layout.width - layout.values;
        let value_end = value(scene, text, Point { x: layout.values, y: top }, room, layout, frame);
        let status_end = status(scene, row, text, Point { x: layout.values, y: value_end }, room, layout, frame);
        let (found, bar_end) = draw_measure(scene, row, text, top + layout.size * 0.675 - layout.bar / 2.0, layout, frame);
        (at, end) = (found, name_end.max(status_end).max(bar_end));
    }
    let bottom = end + theme.stretched(9.0);
    scene.line(Point { x: 0.0, y: bottom }, Point { x: layout.width, y: bottom }, Stroke::solid(theme.grid, 1.0));
    let area = Area { x: 0.0, y, w: layout.width, h: bottom - y };
    scene.hits.push(Hit {
        area,
        at,
        told: frame.words.board_told(row, with_place),
        place: Some(Arc::clone(&row.judged.target.region)),
        series: 0,
        framed: true,
    });
    bottom
}

/// Between figure and target, with the same room to both sides.
const SLASH: &str = "/";

fn value_width(text: &RowTexts, size: f64, frame: &Frame<'_>) -> f64 {
    let slash = frame.text_width(SLASH, size, false) + size * 0.6;
    let value = if text.value.is_empty() { 0.0 } else { frame.text_width(&text.value, size, true) + slash };
    value + frame.text_width(&text.asked, size, false)
}

/// The figure and what was asked, in one line, or in as many as they need.
#[inline(never)]
fn value(scene: &mut Scene, text: &RowTexts, at: Point, room: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let (size, theme) = (layout.size, &frame.theme);
    let step = size * 1.35;
    if text.value.is_empty() && text.asked.is_empty() {
        return at.y;
    }
    if value_width(text, size, frame) > room {
        let wrapped = frame.wrap(&[text.value.as_str(), text.asked.as_str()].join(" / "), size, false, room);
        return lines(scene, &wrapped, at.x, at.y, Look::plain(size, theme.ink), frame);
    }
    let middle = at.y + step / 2.0;
    let mut x = at.x;
    if !text.value.is_empty() {
        let label = frame.label(text.value.as_str(), Point { x, y: middle }, Align::Start, Look::bold(size, theme.ink));
        x += label.width + size * 0.3;
        scene.text(label);
        let slash = frame.label(SLASH, Point { x, y: middle }, Align::Start, Look::plain(size, theme.muted));
        x += slash.width + size * 0.3;
        scene.text(slash);
    }
    scene.text(frame.label(text.asked.as_str(), Point { x, y: middle }, Align::Start, Look::plain(size, theme.target)));
    at.y + step
}

/// The same in one line that ends at a point.
#[inline(never)]
fn value_at_end(scene: &mut Scene, text: &RowTexts, at: Point, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let (size, theme) = (layout.size, &frame.theme);
    let step = size * 1.35;
    let mut x = at.x;
    let parts = [
        (text.asked.as_str(), Look::plain(size, theme.target)),
        (SLASH, Look::plain(size, theme.muted)),
        (text.value.as_str(), Look::bold(size, theme.ink)),
    ];
    let count = match (text.value.is_empty(), text.asked.is_empty()) {
        (true, true) => 0,
        (true, false) => 1,
        _ => 3,
    };
    for (part, look) in parts.into_iter().take(count) {
        let label = frame.label(part, Point { x, y: at.y + step / 2.0 }, Align::End, look);
        x -= label.width + size * 0.3;
        scene.text(label);
    }
    at.y + step
}

/// The shape and the word of the status.
#[inline(never)]
fn status(scene: &mut Scene, row: &ProgressRow, text: &RowTexts, at: Point, room: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let (glyph, color) = look_of(row.judged.state, &frame.theme);
    let (size, indent) = (layout.size, layout.size * 1.3);
    scene.glyph(glyph, Point { x: at.x + size * 0.45, y: at.y + size * 0.675 }, size * 0.72, color, frame.theme.paper);
    // what says nothing does not shout
    let bold = glyph != Glyph::Dash;
    let wrapped = frame.wrap(&text.status, size, bold, room - indent);
    lines(scene, &wrapped, at.x + indent, at.y, Look { size, bold, color }, frame)
}

/// What stands in the place of the bar. Gives the point a tooltip leans on, and where it ends.
#[inline(never)]
fn draw_measure(scene: &mut Scene, row: &ProgressRow, text: &RowTexts, y: f64, layout: &Layout, frame: &Frame<'_>) -> (Point, f64) {
    let bar = Area { x: layout.left, y, w: layout.right - layout.left, h: layout.bar };
    match (&row.judged.measured, &row.judged.latest) {
        (Some(Measured::Share { low, share, high, elapsed, .. }), _) => {
            let time = elapsed.map(|elapsed| layout.share(elapsed)).zip(text.time.as_ref());
            let x = draw_share(scene, row, [*low, *share, *high], time.map(|(x, _)| x), bar, layout, frame);
            let mut end = bar.y + bar.h;
            if let Some((at, time)) = time {
                end = draw_time(scene, at, time, bar, layout, frame);
            }
            (Point { x, y: bar.center().y }, end + 2.0)
        }
        (Some(Measured::Level(limits)), Some(latest)) => draw_level(scene, row, limits, latest, bar, layout, frame),
        _ => draw_empty(scene, text, bar, layout, frame),
    }
}

/// The part that is done; paler where the published qualifier leaves it open. Gives where it ends.
#[inline(never)]
fn draw_share(
    scene: &mut Scene,
    row: &ProgressRow,
    [low, share, high]: [f64; 3],
    time: Option<f64>,
    bar: Area,
    layout: &Layout,
    frame: &Frame<'_>,
) -> f64 {
    let color = if row.is_home { frame.theme.home } else { frame.theme.peer };
    let (zero, end) = (layout.share(0.0), layout.share(1.0));
    scene.rect(Area { x: zero, w: end - zero, ..bar }, frame.theme.grid, 1.0);
    if layout.stacked {
        scene.line(Point { x: zero, y: bar.y }, Point { x: zero, y: bar.y + bar.h }, Stroke::solid(frame.theme.axis, 1.0));
    }
    // the end nearer to zero is certain
    let (near, far) = if high <= 0.0 { (high, low) } else { (low.max(0.0), high) };
    let (near_x, far_x) = (layout.share(near), layout.share(far));
    scene.rect(Area { x: zero.min(near_x), w: (near_x - zero).abs(), ..bar }, color, 1.0);
    if far_x != near_x {
        scene.rect(Area { x: near_x.min(far_x), w: (far_x - near_x).abs(), ..bar }, color, 0.45);
    }
    // beyond the scale an arrow stands for the rest
    for (beyond, edge, way) in [(far > layout.shares.high(), layout.right, 1.0), (far < layout.shares.low(), layout.left, -1.0)] {
        if beyond {
            let corner = |x: f64, y: f64| Point { x: edge + way * x, y: bar.y + y * bar.h };
            scene.marks.push(Mark::Shape { points: vec![corner(0.0, 0.0), corner(8.0, 0.5), corner(0.0, 1.0)], color, opacity: 1.0 });
        }
    }
    if layout.stacked {
        let (top, bottom) = (Point { x: end, y: bar.y - 3.0 }, Point { x: end, y: bar.y + bar.h + 3.0 });
        scene.line(top, bottom, Stroke::solid(frame.theme.target, 1.5));
    }
    let mut label = frame.label(frame.words.percent(share), bar.center(), Align::End, Look::bold(layout.small, frame.theme.ink));
    let on_bar = frame.theme.on(if row.is_home { frame.theme.home } else { frame.theme.peer });
    // within the bar at its end, behind it, or within it at its beginning, where no line runs through it
    let inside = (near_x - zero).max(0.0);
    for (x, align, color, room, over_goal) in [
        (near_x - 7.0, Align::End, on_bar, inside - 7.0, !layout.stacked),
        (far_x.max(zero) + 7.0, Align::Start, frame.theme.ink, layout.right - far_x.max(zero) - 7.0, false),
        (zero + 7.0, Align::Start, on_bar, inside - 7.0, !layout.stacked),
    ] {
        (label.at.x, label.align, label.color) = (x, align, color);
        let area = label.area();
        let clear = |line: f64| line < area.x - 4.0 || line > area.x + area.w + 4.0;
        if room >= label.width + 7.0 && (over_goal || clear(end)) && time.is_none_or(clear) {
            scene.text(label);
            break;
        }
    }
    layout.share(share)
}

/// The mark of the time gone, with its label below. Gives where that ends.
#[inline(never)]
fn draw_time(scene: &mut Scene, x: f64, time: &str, bar: Area, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let (top, bottom) = (Point { x, y: bar.y - 4.0 }, Point { x, y: bar.y + bar.h + 4.0 });
    // a light seam keeps it apart from the bar
    scene.line(top, bottom, Stroke::solid(theme.paper, 5.0));
    scene.line(top, bottom, Stroke::solid(theme.ink, 2.0));
    let at = Point { x, y: bottom.y + layout.small * 0.75 };
    let mut label = frame.label(time, at, Align::Middle, Look::plain(layout.small, theme.muted));
    label.ground = Some(theme.paper);
    keep_inside(&mut label, bar);
    let end = label.area();
    scene.text(label);
    end.y + end.h
}

fn keep_inside(label: &mut Text, bar: Area) {
    let half = label.width / 2.0;
    label.at.x = clamp(label.at.x, bar.x + half, (bar.x + bar.w - half).max(bar.x + half));
}

/// A level on a scale of its own: the range asked for shaded, its bounds marked, the figure as a point.
#[inline(never)]
fn draw_level(
    scene: &mut Scene,
    row: &ProgressRow,
    limits: &[Limit],
    latest: &Latest,
    bar: Area,
    layout: &Layout,
    frame: &Frame<'_>,
) -> (Point, f64) {
    let theme = &frame.theme;
    let value = latest.value;
    let mut values = vec![value.low, value.high];
    for limit in limits {
        values.push(limit.bound);
    }
    let middle = bar.center().y;
    let nowhere = (Point { x: bar.x, y: middle }, bar.y + bar.h);
    if values.iter().all(|value| *value >= 0.0) {
        values.push(0.0);
    }
    let Some(range) = Range::covering(values) else { return nowhere };
    let room = (range.high() - range.low()) * 0.12;
    let range = range.with(range.high() + room);
    let range = if range.low() < 0.0 { range.with(range.low() - room) } else { range };
    let x = |value: f64| range.map(value, bar.x, bar.x + bar.w);
    let (mut from, mut to) = (bar.x, bar.x + bar.w);
    for limit in limits {
        match limit.side {
            Side::AtLeast => from = from.max(x(limit.bound)),
            Side::AtMost => to = to.min(x(limit.bound)),
        }
    }
    if to > from {
        scene.rect(Area { x: from, w: to - from, ..bar }, theme.on_track, theme.shade(0.16));
    }
    scene.line(Point { x: bar.x, y: middle }, Point { x: bar.x + bar.w, y: middle }, Stroke::solid(theme.axis, 1.0));
    let mut labels: Vec<Text> = Vec::new();
    let below = bar.y + bar.h + 4.0 + layout.small * 0.75;
    for limit in limits {
        let at = x(limit.bound);
        scene.line(Point { x: at, y: bar.y - 3.0 }, Point { x: at, y: bar.y + bar.h + 3.0 }, Stroke::solid(theme.target, 2.0));
        // of two, the second tells the unit
        let is_bare = labels.is_empty() && limits.len() == 2;
        let text = frame.words.bound_label(limit.bound, latest, is_bare);
        let mut label = frame.label(text, Point { x: at, y: below }, Align::Middle, Look::plain(layout.small, theme.target));
        keep_inside(&mut label, bar);
        labels.push(label);
    }
    // two bounds close to each other have their labels outwards of them
    if let [one, other] = labels.as_mut_slice() {
        let (left, right) = if one.at.x <= other.at.x { (one, other) } else { (other, one) };
        if left.at.x + left.width / 2.0 + layout.small > right.at.x - right.width / 2.0 {
            (left.at.x, left.align) = (from.max(bar.x + left.width) + 2.0, Align::End);
            (right.at.x, right.align) = (to.min(bar.x + bar.w - right.width) - 2.0, Align::Start);
        }
        // or one of them, where there is no room for both: the row tells both
        if left.area().overlaps(&right.area()) {
            labels.pop();
        }
    }
    let color = if row.is_home { theme.home } else { theme.ink };
    if !value.is_exact() {
        scene.line(Point { x: x(value.low), y: middle }, Point { x: x(value.high), y: middle }, Stroke::solid(color, 5.0));
    }
    let at = Point { x: x(value.value), y: middle };
    scene.dot(at, 5.5 * theme.text, color, color);
    for label in labels {
        scene.text(label);
    }
    (at, below + layout.small * 0.6)
}

/// A dashed frame that says why there is no bar.
#[inline(never)]
fn draw_empty(scene: &mut Scene, text: &RowTexts, bar: Area, layout: &Layout, frame: &Frame<'_>) -> (Point, f64) {
    let theme = &frame.theme;
    let at = Point { x: bar.x, y: bar.center().y };
    let Some(empty) = &text.empty else { return (at, bar.y + bar.h) };
    let look = Look::plain(layout.small, theme.muted);
    let wrapped = frame.wrap(empty, look.size, false, bar.w - 20.0);
    let area = Area { h: wrapped.len() as f64 * look.size * 1.35 + 4.0, ..bar };
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.polyline(points, Stroke::dashed(theme.axis, 1.0, 3.0, 3.0));
    lines(scene, &wrapped, area.x + 10.0, area.y + 2.0, look, frame);
    (at, area.y + area.h + 2.0)
}
