//! Names beside dots.

use super::Layout;
use crate::{
    chart::{
        Frame,
        label::{Look, Placer},
        scene::{Align, Area, Mark, Point, Scene, Stroke, Text},
    },
    figure::{QuadrantChart, QuadrantPoint},
    order::{ascending, clamp, sorted},
};

/// Names beside their dots, farther off with a thin line where it is crowded; the own place first, then those with
/// the least room. Whiskers are the lines from that mark on.
#[inline(never)]
pub(super) fn labels(scene: &mut Scene, chart: &QuadrantChart, layout: &Layout, whiskers: usize, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let bounds = Area { x: layout.plot.x, y: layout.plot.y, w: layout.plot.w + 4.0, h: layout.plot.h };
    let mut placer = Placer::new(bounds);
    for text in scene.texts() {
        placer.keep_clear(text.area());
    }
    for mark in &scene.marks {
        if let Mark::Dot(dot) = mark {
            let r = dot.radius + 1.0;
            placer.keep_clear(Area { x: dot.at.x - r, y: dot.at.y - r, w: 2.0 * r, h: 2.0 * r });
        }
    }
    let cut = layout.at(chart.x.at, chart.y.at);
    placer.avoid_line(&[Point { x: cut.x, y: layout.plot.y }, Point { x: cut.x, y: layout.bottom() }]);
    placer.avoid_line(&[Point { x: layout.plot.x, y: cut.y }, Point { x: layout.right(), y: cut.y }]);
    for mark in scene.marks.iter().skip(whiskers) {
        if let Mark::Line(line) = mark {
            placer.avoid_line(&line.points);
        }
    }
    if let Some(text) = frame.words.cut_label(&chart.y) {
        let label = frame.label(text, cut, Align::End, Look::plain(layout.small, theme.muted));
        let step = layout.small * 0.85;
        let (right, left) = (layout.right() - 4.0, layout.plot.x + 4.0);
        let places = [
            (right, cut.y - step, Align::End),
            (right, cut.y + step, Align::End),
            (left, cut.y - step, Align::Start),
            (left, cut.y + step, Align::Start),
        ];
        placer.place(scene, label, &places);
    }
    let mut crowd = Vec::new();
    for point in &chart.points {
        let at = layout.of(point);
        let mut near = 0.0;
        for other in &chart.points {
            let to = layout.of(other);
            if (to.x - at.x).abs() < 70.0 && (to.y - at.y).abs() < 30.0 {
                near += 1.0;
            }
        }
        crowd.push(if point.is_home {
            f64::NEG_INFINITY
        } else if point.is_benchmark {
            -1000.0
        } else {
            -near
        });
    }
    for index in ascending(crowd) {
        let Some(point) = chart.points.get(index) else { continue };
        name(scene, point, layout, &mut placer, frame);
    }
}

/// One name, in lines where it is long, with a line to its dot where it stands off; dropped where there is no room, and then
/// told on its dot and in the table.
#[inline(never)]
fn name(scene: &mut Scene, point: &QuadrantPoint, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let at = layout.of(point);
    let text = frame.words.place(&point.region);
    let text = if point.marks.is_empty() { text.to_owned() } else { [text, point.marks.as_str()].join(" ") };
    let color = if point.is_home { theme.home } else { theme.ink };
    let size = if point.is_home { layout.size } else { layout.small };
    let look = Look { size, bold: point.is_home || point.is_benchmark, color };
    let lines = frame.wrap(&text, size, look.bold, (layout.plot.w * 0.36).max(110.0 * theme.text));
    // the whole of it as one text as high as its lines
    let rows = lines.len() as f64;
    let leading = size * 1.25;
    let mut block = Text { size: size + (rows - 1.0) * leading / 1.2, width: 0.0, ..frame.label("", at, Align::Start, look) };
    for line in &lines {
        block.width = block.width.max(frame.text_width(line, size, look.bold));
    }
    let r = layout.radius + if point.is_home { 6.0 } else { 4.0 } + if point.x.is_exact() { 0.0 } else { 3.0 };
    let step = size * rows * 0.6 + layout.radius;
    let mut places = vec![
        (at.x + r, at.y, Align::Start),
        (at.x - r, at.y, Align::End),
        (at.x, at.y - step - 2.0, Align::Middle),
        (at.x, at.y + step + 2.0, Align::Middle),
        (at.x + r * 0.6, at.y - step, Align::Start),
        (at.x + r * 0.6, at.y + step, Align::Start),
        (at.x - r * 0.6, at.y - step, Align::End),
        (at.x - r * 0.6, at.y + step, Align::End),
    ];
    let beside = places.len();
    for ring in [1.6, 2.4, 3.4, 4.6] {
        let (dx, dy) = (r * ring, size * (ring + 0.6 * (rows - 1.0)));
        for (x, y, align) in [
            (dx, -dy, Align::Start),
            (dx, dy, Align::Start),
            (-dx, -dy, Align::End),
            (-dx, dy, Align::End),
            (0.0, -dy * 1.2, Align::Middle),
            (0.0, dy * 1.2, Align::Middle),
            (dx * 1.8, 0.0, Align::Start),
            (-dx * 1.8, 0.0, Align::End),
        ] {
            let place = Text { at: Point { x: at.x + x, y: at.y + y }, align, ..block.clone() };
            if !runs_through_text(scene, at, nearest(&place, at)) {
                places.push((at.x + x, at.y + y, align));
            }
        }
    }
    let mut found = Scene::default();
    let placed = placer.place(&mut found, block.clone(), &places)
        // the own place is named however far off
        || (point.is_home && placer.place(&mut found, block.clone(), &everywhere(scene, &block, at, layout)));
    if !placed {
        return;
    }
    let Some(Mark::Text(placed)) = found.marks.last() else { return };
    for (index, line) in lines.into_iter().enumerate() {
        let y = placed.at.y + (index as f64 - (rows - 1.0) / 2.0) * leading;
        scene.text(frame.label(line, Point { x: placed.at.x, y }, placed.align, look));
    }
    if places.iter().take(beside).any(|(x, y, align)| placed.at == Point { x: *x, y: *y } && placed.align == *align) {
        return;
    }
    let to = nearest(placed, at);
    let (dx, dy) = (to.x - at.x, to.y - at.y);
    let share = (layout.radius + if point.is_home { 3.0 } else { 1.0 }) / f64::sqrt(dx * dx + dy * dy).max(1.0);
    if share < 1.0 {
        let from = Point { x: at.x + dx * share, y: at.y + dy * share };
        scene.line(from, to, Stroke::solid(theme.axis, 1.0));
        placer.avoid_line(&[from, to]);
    }
}

/// Places all over the plot, the nearest to a dot first.
#[inline(never)]
fn everywhere(scene: &Scene, block: &Text, at: Point, layout: &Layout) -> Vec<(f64, f64, Align)> {
    const STEP: f64 = 9.0;
    let mut places = Vec::new();
    let (columns, rows) = ((layout.plot.w / STEP) as usize, (layout.plot.h / STEP) as usize);
    for index in 0..columns * rows {
        let x = layout.plot.x + (index % columns) as f64 * STEP;
        let y = layout.plot.y + (index / columns) as f64 * STEP;
        let place = Text { at: Point { x, y }, align: Align::Middle, ..block.clone() };
        if !runs_through_text(scene, at, nearest(&place, at)) {
            places.push((x, y, Align::Middle));
        }
    }
    sorted(places, |(x, y, _)| (x - at.x) * (x - at.x) + (y - at.y) * (y - at.y))
}

/// Whether a line would cross a text that stands already.
#[inline(never)]
fn runs_through_text(scene: &Scene, from: Point, to: Point) -> bool {
    const SAMPLES: usize = 12;
    (0..=SAMPLES).any(|index| {
        let share = index as f64 / SAMPLES as f64;
        let at = Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        scene.texts().any(|text| text.area().contains(at))
    })
}

/// The point of a label's box nearest to its dot.
fn nearest(label: &Text, at: Point) -> Point {
    let area = label.area();
    Point { x: clamp(at.x, area.x, area.x + area.w), y: clamp(at.y, area.y, area.y + area.h) }
}
