//! 倒排节点: all dates on one time axis above, and below it what falls due, date by date.

use std::sync::Arc;

use super::{
    Frame,
    glyph::Glyph,
    label::{Look, Placer},
    scale::Range,
    scene::{Align, Area, Hit, Point, Scene, Stroke},
    sheet::moved,
    theme::{Color, Theme},
};
use crate::{
    dataset::{Period, decimal::count},
    figure::{AsOf, MilestonesChart, Stop, StopState},
    order::clamp,
};

/// Up to this many dates stand in one list, with the year in each; more are grouped by quarter.
const UNGROUPED: usize = 6;
/// The highest stack of the time axis, in CSS pixels.
const HIGHEST: f64 = 130.0;
/// From this width on owner and days have columns of their own.
const WIDE: f64 = 520.0;
/// The same where owners are not told.
const WIDE_BRIEF: f64 = 380.0;
/// From this width on groups stand in two columns.
const TWO_COLUMNS: f64 = 1100.0;
/// The same where owners are not told.
const TWO_COLUMNS_BRIEF: f64 = 800.0;
const COLUMN_GAP: f64 = 56.0;
/// The narrowest column of names beside dates, in text sizes.
const LEAST_NAME: f64 = 12.0;

/// Columns of the list.
struct Layout {
    size: f64,
    small: f64,
    /// Where dates end and the rail with its shapes runs.
    dates: f64,
    rail: f64,
    /// Where names begin and end.
    names: f64,
    names_end: f64,
    /// Where owners begin, on wide drawings; days end at the right edge.
    owners: f64,
    /// Whether a line leads the eye from a name to its owner and days.
    is_airy: bool,
    wide: bool,
    /// Whether dates stand above their names for lack of width.
    above: bool,
    grouped: bool,
    with_place: bool,
    width: f64,
}

impl Layout {
    #[inline(never)]
    fn new(chart: &MilestonesChart, frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let (size, small) = (14.0 * frame.theme.text, 12.0 * frame.theme.text);
        let grouped = chart.stops.len() > UNGROUPED;
        let with_place = chart.place.is_none();
        let (mut dates, mut owners, mut days, mut names) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
        for stop in &chart.stops {
            dates = dates.max(frame.text_width(&date_of(stop, grouped, frame), size, false));
            owners = owners.max(frame.text_width(&owner_of(stop, with_place, frame), small, false));
            days = days.max(frame.text_width(&frame.words.stop_days(stop), small, true));
            names = names.max(frame.text_width(&frame.words.stop_name(stop), size, false));
        }
        let above = width - dates - size - 20.0 < size * LEAST_NAME;
        let dates = if above { -10.0 } else { dates };
        let rail = dates + 10.0 + size * 0.5;
        let start = rail + size * 0.5 + 10.0;
        let owners = owners.min(width * 0.25);
        let beside = width - owners - days - 40.0;
        let least = if frame.theme.is_brief() { WIDE_BRIEF } else { WIDE };
        let wide = width >= least * frame.theme.text && beside - start >= size * LEAST_NAME;
        let end = if wide { beside } else { width };
        let end = end.min(start + names.max(120.0) + 4.0);
        // short names leave room, half of it before owners and half after
        let spare = (width - (end + 18.0 + owners + 36.0 + days)).max(0.0);
        Layout {
            size,
            small,
            dates,
            rail,
            names: start,
            names_end: end,
            owners: end + 18.0 + spare / 2.0,
            is_airy: wide && spare > 0.0,
            wide,
            above,
            grouped,
            with_place,
            width,
        }
    }
}

/// Who is in charge, where there is room to tell.
fn owner_of(stop: &Stop, with_place: bool, frame: &Frame<'_>) -> String {
    if frame.theme.is_brief() { String::new() } else { frame.words.stop_owner(stop, with_place) }
}

fn date_of(stop: &Stop, grouped: bool, frame: &Frame<'_>) -> String {
    let deadline = stop.target.deadline;
    if grouped { frame.words.stop_date(deadline) } else { frame.words.period(deadline) }
}

#[inline(never)]
pub(super) fn lay_out(chart: &MilestonesChart, frame: &Frame<'_>) -> Scene {
    let width = frame.clamped_width();
    let mut scene = Scene { width, ..Scene::default() };
    let layout = Layout::new(chart, frame);
    let top = if frame.theme.is_brief() { 0.0 } else { overview(&mut scene, chart, &layout, frame) };
    let (left, right) = chart.stops.split_at(halves(chart, width, frame).min(chart.stops.len()));
    if left.is_empty() {
        scene.height = list(&mut scene, chart, right, top, &layout, frame) + 4.0;
        return scene;
    }
    let half = Frame { width: (width - COLUMN_GAP) / 2.0, ..*frame };
    let layout = Layout::new(chart, &half);
    let mut beside = Scene::default();
    let below = list(&mut scene, chart, left, top, &layout, &half).max(list(&mut beside, chart, right, top, &layout, &half));
    let aside = half.width + COLUMN_GAP;
    scene.marks.extend(beside.marks.into_iter().map(|mark| moved(mark, aside, 0.0)));
    for mut hit in beside.hits {
        hit.area.x += aside;
        hit.at.x += aside;
        scene.hits.push(hit);
    }
    scene.height = below + 4.0;
    scene
}

/// How many stand in the first of two columns: whole groups, so that the columns are as even as can be. 0 for one column.
#[inline(never)]
fn halves(chart: &MilestonesChart, width: f64, frame: &Frame<'_>) -> usize {
    let count = chart.stops.len();
    let least = if frame.theme.is_brief() { TWO_COLUMNS_BRIEF } else { TWO_COLUMNS };
    if width < least * frame.theme.text || count <= UNGROUPED {
        return 0;
    }
    let mut best: usize = 0;
    for (index, (before, stop)) in chart.stops.iter().zip(chart.stops.iter().skip(1)).enumerate() {
        let at = index + 1;
        if chart.group_of(before) != chart.group_of(stop) && at.abs_diff(count - at) < best.abs_diff(count - best) {
            best = at;
        }
    }
    best
}

/// Promises one below the other. Gives where they end.
#[inline(never)]
fn list(scene: &mut Scene, chart: &MilestonesChart, stops: &[Stop], top: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let mut y = top;
    // the day stands before the first that is not over, and after the last of all
    let is_ahead = |stop: &Stop| stop.days.is_some_and(|days| days >= 0);
    let passed = chart.stops.iter().take_while(|stop| !is_ahead(stop)).count();
    let mut today = chart.as_of.map(AsOf::period);
    let next = chart.stops.get(passed).map(|stop| &stop.target);
    let mut previous: Option<(Period, Point)> = None;
    let mut group: Option<Period> = None;
    for stop in stops {
        if next.is_some_and(|next| core::ptr::eq(&**next, &*stop.target))
            && let Some(day) = today.take()
        {
            y = today_line(scene, chart, day, y, layout, frame);
            previous = None;
        }
        let own = chart.group_of(stop);
        if layout.grouped && group != Some(own) {
            y = head(scene, chart, own, y, layout, frame);
            previous = None;
        }
        group = Some(own);
        let deadline = stop.target.deadline;
        let repeated = previous.is_some_and(|(earlier, _)| earlier == deadline);
        let (at, end) = draw_stop(scene, stop, repeated, y, layout, frame);
        // a date above its names would stand on the rail
        if let Some((_, from)) = previous.filter(|_| repeated || !layout.above) {
            let apart = layout.size * 0.62;
            let (from, to) = (Point { y: from.y + apart, ..from }, Point { y: at.y - apart, ..at });
            scene.line(from, to, Stroke::solid(frame.theme.axis, 1.0));
        }
        previous = Some((deadline, at));
        y = end;
    }
    let is_end = stops.last().zip(chart.stops.last()).is_some_and(|(own, last)| core::ptr::eq(own, last));
    if let Some(day) = today.filter(|_| next.is_none() && is_end) {
        y = today_line(scene, chart, day, y, layout, frame);
    }
    y
}

/// The shape and the colour of a state.
fn look_of(state: StopState, theme: &Theme) -> (Glyph, Color) {
    match state {
        StopState::Met => (Glyph::Check, theme.on_track),
        StopState::Over => (Glyph::Square, theme.muted),
        StopState::Within30 => (Glyph::Triangle, theme.caution),
        StopState::Within90 => (Glyph::Diamond, theme.home),
        StopState::Later | StopState::Unknown => (Glyph::Ring, theme.muted),
    }
}

/// The head of a group: its quarter, and how many.
#[inline(never)]
fn head(scene: &mut Scene, chart: &MilestonesChart, group: Period, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let middle = y + layout.size * 1.35;
    let label = frame.label(frame.words.period(group), Point { x: 0.0, y: middle }, Align::Start, Look::bold(layout.size, theme.ink));
    let n = chart.stops.iter().filter(|stop| chart.group_of(stop) == group).count();
    let beside = Point { x: label.width + 8.0, y: middle };
    scene.text(label);
    scene.text(frame.label(frame.words.stop_count(n), beside, Align::Start, Look::plain(layout.small, theme.muted)));
    let bottom = middle + layout.size * 0.95;
    scene.line(Point { x: 0.0, y: bottom }, Point { x: layout.width, y: bottom }, Stroke::solid(theme.grid, 1.0));
    bottom + 2.0
}

/// The line between what is over and what is to come.
#[inline(never)]
fn today_line(scene: &mut Scene, chart: &MilestonesChart, day: Period, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let middle = y + layout.size * 1.2;
    let at = Point { x: 0.0, y: middle };
    let over = chart.stops.iter().filter(|stop| stop.days.is_some_and(|days| days < 0)).count();
    let mut text = frame.words.stop_today_above(day, over);
    if over == 0 || frame.text_width(&text, layout.small, true) > layout.width * 0.9 {
        text = frame.words.stop_today(day);
    }
    let label = frame.label(text, at, Align::Start, Look::bold(layout.small, theme.home));
    let from = Point { x: label.width + 8.0, y: middle };
    scene.text(label);
    scene.line(from, Point { x: layout.width, y: middle }, Stroke::solid(theme.home, 1.5));
    middle + layout.size * 0.9
}

/// One promise. Gives where its shape is, and where it ends.
#[inline(never)]
fn draw_stop(scene: &mut Scene, stop: &Stop, repeated: bool, y: f64, layout: &Layout, frame: &Frame<'_>) -> (Point, f64) {
    let theme = &frame.theme;
    let (size, small) = (layout.size, layout.small);
    let (glyph, color) = look_of(stop.state, theme);
    let step = size * 1.35;
    let mut top = y + theme.stretched(5.0);
    if !repeated {
        top += if layout.above { 8.0 } else { 0.0 };
        let at = Point { x: layout.dates.max(0.0), y: top + step / 2.0 };
        let align = if layout.above { Align::Start } else { Align::End };
        let look = Look { size, bold: layout.above, color: theme.ink };
        scene.text(frame.label(date_of(stop, layout.grouped, frame), at, align, look));
        top += if layout.above { step } else { 0.0 };
    }
    let middle = top + step / 2.0;
    let at = Point { x: layout.rail, y: middle };
    scene.glyph(glyph, at, size * 0.72, color, theme.paper);
    let mut end = write(
        scene,
        &frame.words.stop_name(stop),
        Area { x: layout.names, y: top, w: layout.names_end - layout.names, h: step },
        Look::plain(size, theme.ink),
        frame,
    );
    let owner = owner_of(stop, layout.with_place, frame);
    let days = frame.words.stop_days(stop);
    let (owner_look, days_look) = (Look::plain(small, theme.muted), Look::bold(small, color));
    if layout.wide {
        let days = frame.label(days, Point { x: layout.width, y: middle }, Align::End, days_look);
        let room = layout.width - days.width - 18.0 - layout.owners;
        scene.text(days);
        end = end.max(write(scene, &owner, Area { x: layout.owners, y: top, w: room, h: step }, owner_look, frame));
    } else {
        let separator = if owner.is_empty() || days.is_empty() { "" } else { "　" };
        let width =
            frame.text_width(&days, small, true) + frame.text_width(separator, small, false) + frame.text_width(&owner, small, false);
        let room = layout.names_end.max(layout.width) - layout.names;
        let line = Area { x: layout.names, y: end, w: room, h: small * 1.4 };
        if width <= room {
            let label = frame.label(days, Point { x: line.x, y: line.center().y }, Align::Start, days_look);
            let beside = Point { x: line.x + label.width + frame.text_width(separator, small, false), y: line.center().y };
            if !label.text.is_empty() {
                scene.text(label);
            }
            end = if width > 0.0 { end + line.h } else { end };
            if !owner.is_empty() {
                scene.text(frame.label(owner, beside, Align::Start, owner_look));
            }
        } else {
            let below = write(scene, &days, line, days_look, frame);
            end = write(scene, &owner, Area { y: below, ..line }, owner_look, frame);
        }
    }
    let bottom = end + theme.stretched(4.0);
    if layout.is_airy {
        scene.line(Point { x: layout.names, y: bottom }, Point { x: layout.width, y: bottom }, Stroke::solid(theme.grid, 1.0));
    }
    let area = Area { x: 0.0, y, w: layout.width, h: bottom - y };
    scene.hits.push(Hit {
        area,
        at,
        told: frame.words.stop_told(stop),
        place: Some(Arc::clone(&stop.target.region)),
        series: 0,
        framed: true,
    });
    (at, bottom)
}

/// A text in lines as high as the area, from its upper left on. Gives where it ends.
#[inline(never)]
fn write(scene: &mut Scene, text: &str, area: Area, look: Look, frame: &Frame<'_>) -> f64 {
    let mut y = area.y;
    for line in frame.wrap(text, look.size, look.bold, area.w) {
        scene.text(frame.label(line, Point { x: area.x, y: y + area.h / 2.0 }, Align::Start, look));
        y += area.h;
    }
    y
}

/// Dates in years on the axis of [`Period::end`].
fn time(stop: &Stop) -> f64 {
    stop.target.deadline.end()
}

/// All promises as shapes piled up where they fall due; nothing where they all fall due at once. Gives where it ends.
#[inline(never)]
fn overview(scene: &mut Scene, chart: &MilestonesChart, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let (Some(first), Some(last)) = (chart.stops.first(), chart.stops.last()) else { return 0.0 };
    if first.target.deadline.last_day() == last.target.deadline.last_day() {
        return 0.0;
    }
    let theme = &frame.theme;
    let today = chart.as_of.map(|day| day.period().end());
    // a day far from all dates would press them together
    let span = time(last) - time(first);
    let near = today.filter(|at| *at >= time(first) - span * 0.5 && *at <= time(last) + span * 0.5);
    let Some(range) = Range::covering([time(first), time(last), near.unwrap_or(time(first))]) else { return 0.0 };
    let month = 1.0 / 12.0;
    let range = range.with(f64::floor(range.low() / month + 1e-6 - 1.0) * month).with(f64::ceil(range.high() / month - 1e-6) * month);
    let slot = 11.0 * theme.text;
    let edge = slot;
    let columns = f64::floor((layout.width - 2.0 * edge) / slot);
    let x = |at: f64| range.map(at, edge, layout.width - edge);
    let mut piles: Vec<(f64, Vec<&Stop>)> = Vec::new();
    for stop in &chart.stops {
        // promises closer than a shape is wide share a pile
        let column = f64::round((time(stop) - range.low()) / (range.high() - range.low()) * columns);
        match piles.last_mut() {
            Some((own, pile)) if *own == column => pile.push(stop),
            _ => piles.push((column, vec![stop])),
        }
    }
    let most = piles.iter().map(|(_, pile)| pile.len()).max().unwrap_or(1) as f64;
    let step = slot.min(theme.stretched(HIGHEST) / most);
    let row = layout.small * 1.6;
    let top = if near.is_some() { row } else { 0.0 };
    let base = top + if most < 2.0 { 4.0 } else { row } + most * step + 4.0;
    let mut placer = Placer::new(Area { x: 0.0, y: 0.0, w: layout.width, h: base + row * 3.0 });
    if let Some((at, day)) = near.zip(chart.as_of) {
        let (from, to) = (Point { x: x(at), y: top + 1.0 }, Point { x: x(at), y: base });
        scene.line(from, to, Stroke::solid(theme.home, 1.5));
        placer.avoid_line(&[from, to]);
        let text = frame.words.stop_today(day.period());
        let mut label = frame.label(text, Point { x: x(at), y: row / 2.0 }, Align::Middle, Look::bold(layout.small, theme.home));
        let half = label.width / 2.0;
        label.at.x = clamp(label.at.x, half, (layout.width - half).max(half));
        placer.keep_clear(label.area());
        scene.text(label);
    }
    scene.line(Point { x: 0.0, y: base }, Point { x: layout.width, y: base }, Stroke::solid(theme.axis, 1.0));
    for (_, pile) in &piles {
        let Some(middle) = pile.first().map(|stop| x(time(stop))) else { continue };
        for (index, stop) in pile.iter().enumerate() {
            let (glyph, color) = look_of(stop.state, theme);
            let at = Point { x: middle, y: base - (index as f64 + 0.5) * step - 2.0 };
            scene.glyph(glyph, at, slot * 0.72, color, theme.paper);
        }
        // where every pile is one, there is nothing to count
        if most < 2.0 {
            continue;
        }
        let height = base - pile.len() as f64 * step - 2.0 - layout.small * 0.75;
        let label = frame.label(count(pile.len()), Point { x: middle, y: height }, Align::Middle, Look::bold(layout.small, theme.ink));
        let aside = label.width / 2.0 + 5.0;
        placer.place(
            scene,
            label,
            &[(middle, height, Align::Middle), (middle - aside, height, Align::Middle), (middle + aside, height, Align::Middle)],
        );
    }
    axis(scene, range, base, layout, &mut placer, &x, frame) + 4.0
}

/// Years below the axis, and above them months or quarters where there is room: each between its ends. Gives where they end.
#[inline(never)]
fn axis(
    scene: &mut Scene,
    range: Range,
    base: f64,
    layout: &Layout,
    placer: &mut Placer,
    x: &dyn Fn(f64) -> f64,
    frame: &Frame<'_>,
) -> f64 {
    let look = Look::plain(layout.small, frame.theme.muted);
    let a_month = (x(range.low() + 1.0) - x(range.low())) / 12.0;
    let fits = |months: &i32| {
        let widest = frame.words.axis_span(*months, 12);
        frame.text_width(&widest, layout.small, false) + 6.0 <= a_month * f64::from(*months)
    };
    // the end of month m of year y lies at (y − 1) + m ÷ 12
    let first = f64::floor(range.low() * 12.0 + 1e-6) as i32;
    let last = f64::ceil(range.high() * 12.0 - 1e-6) as i32;
    let mut line = base + 6.0 + layout.small * 0.7;
    for months in [1, 3].iter().find(|months| fits(months)).into_iter().chain(&[12]) {
        let mut from = first;
        while from < last {
            let to = (from.div_euclid(*months) + 1) * months;
            let (left, right) = (x(f64::from(from) / 12.0), x(f64::from(to.min(last)) / 12.0));
            let tick = if *months == 12 { line + layout.small * 0.5 } else { base + 5.0 };
            scene.line(Point { x: left, y: base }, Point { x: left, y: tick }, Stroke::solid(frame.theme.axis, 1.0));
            let label = if *months == 12 {
                frame.label(frame.words.year_of(f64::from(to) / 12.0), Point { x: left, y: line }, Align::Start, look)
            } else {
                let text = frame.words.axis_span(*months, (to - 1).rem_euclid(12) + 1);
                frame.label(text, Point { x: left, y: line }, Align::Middle, look)
            };
            let (start, middle) = ((left + 4.0).min(layout.width - label.width), (left + right) / 2.0);
            let place = if *months == 12 { (start, line, Align::Start) } else { (middle, line, Align::Middle) };
            // of a part of a month or quarter at an end of the axis there may be no room to say so
            if *months == 12 || label.width <= right - left {
                placer.place(scene, label, &[place]);
            }
            from = to;
        }
        line += layout.small * 1.35;
    }
    line
}
