//! Names at the ends of lines.

use super::{Layout, name_of};
use crate::{
    chart::{
        Frame,
        label::{Look, Placer},
        scene::{Align, Area, Point, Scene, Stroke},
    },
    figure::RankLine,
    order::sorted,
};

/// A name beside the end of its line.
struct Name<'p> {
    line: &'p RankLine,
    /// Which line that is.
    index: usize,
    texts: Vec<String>,
    from: Point,
    /// The middle of its block.
    y: f64,
}

/// Names at the ends of lines, moved apart where ranks are shared or rows are narrow; says where they end.
#[inline(never)]
pub(super) fn names(scene: &mut Scene, layout: &Layout<'_>, series: usize, frame: &Frame<'_>) -> f64 {
    let x = layout.right() + layout.radius + 8.0;
    let leading = layout.size * 1.22;
    let last = layout.panel.columns.len().saturating_sub(1);
    let (mut ends, mut early) = (Vec::new(), Vec::new());
    for (index, line) in layout.panel.lines.iter().enumerate() {
        let Some(point) = line.points.last() else { continue };
        let from = layout.at(point);
        if point.column != last {
            early.push((index, line, from));
            continue;
        }
        let texts = frame.wrap(&name_of(line, frame), layout.size, line.is_home, scene.width - x);
        ends.push(Name { line, index, texts, from, y: from.y });
    }
    let mut ends = sorted(ends, |name| name.from.y - if name.line.is_home { 0.1 } else { 0.0 });
    if ends.iter().map(|name| name.texts.len() as f64 * leading).sum::<f64>() > layout.plot.h * 1.25 + leading {
        ends = those_that_fit(ends, leading);
    }
    spread(&mut ends, leading, layout.plot.y - layout.radius);
    let mut low = 0.0_f64;
    let mut placer = Placer::new(Area { x: 0.0, y: 0.0, w: scene.width, h: f64::INFINITY });
    for name in &ends {
        let first = scene.marks.len();
        let color = if name.line.is_home { frame.theme.home } else { frame.theme.muted };
        let look = Look { size: layout.size, bold: name.line.is_home, color };
        if (name.y - name.from.y).abs() > 3.0 {
            let reach = if name.line.is_home { layout.radius } else { 4.0 };
            let from = Point { x: name.from.x + reach + 2.0, y: name.from.y };
            scene.line(from, Point { x: x - 3.0, y: name.y }, Stroke::solid(frame.theme.axis, 1.0));
        }
        let top = name.y - (name.texts.len() as f64 - 1.0) * leading / 2.0;
        for (index, text) in name.texts.iter().enumerate() {
            scene.text(frame.label(text.as_str(), Point { x, y: top + index as f64 * leading }, Align::Start, look));
        }
        scene.group(series + name.index, first);
        low = low.max(top + name.texts.len() as f64 * leading);
    }
    // who dropped out is named where its line ends
    for text in scene.texts() {
        placer.keep_clear(text.area());
    }
    for line in &layout.panel.lines {
        for point in &line.points {
            let (at, r) = (layout.at(point), if line.is_home { layout.radius } else { 4.0 });
            placer.keep_clear(Area { x: at.x - r, y: at.y - r, w: 2.0 * r, h: 2.0 * r });
        }
    }
    for (index, line, from) in early {
        let color = if line.is_home { frame.theme.home } else { frame.theme.muted };
        let mut label = frame.label(name_of(line, frame), from, Align::Start, Look { size: layout.small, bold: line.is_home, color });
        label.ground = Some(frame.theme.paper);
        let r = if line.is_home { layout.radius + 5.0 } else { 8.0 };
        let step = layout.small * 1.2;
        let places = [
            (from.x + r, from.y, Align::Start),
            (from.x + r * 0.5, from.y + step, Align::Start),
            (from.x + r * 0.5, from.y - step, Align::Start),
            (from.x, from.y + step, Align::Middle),
            (from.x, from.y - step, Align::Middle),
            (from.x - r, from.y + step, Align::End),
        ];
        let first = scene.marks.len();
        placer.place(scene, label, &places);
        scene.group(series + index, first);
    }
    low
}

/// Of names that are too many or too long to stand beside their lines: the own one, the benchmark's, and from the first rank
/// down what is clear of those; the others are told on their points and in the table.
#[inline(never)]
fn those_that_fit<'p>(names: Vec<Name<'p>>, leading: f64) -> Vec<Name<'p>> {
    let mut kept: Vec<Name<'p>> = Vec::new();
    for name in sorted(names, |name| {
        if name.line.is_home {
            -2.0
        } else if name.line.is_benchmark {
            -1.0
        } else {
            0.0
        }
    }) {
        let reach = |other: &Name<'_>| (name.texts.len() + other.texts.len()) as f64 * leading / 2.0;
        if kept.iter().all(|other| (other.from.y - name.from.y).abs() >= reach(other)) {
            kept.push(name);
        }
    }
    sorted(kept, |name| name.from.y)
}

/// Moves blocks apart that would touch: each group of touching ones is centred on where its blocks would rather be.
#[inline(never)]
fn spread(names: &mut [Name<'_>], leading: f64, top: f64) {
    // groups of neighbours: where they would begin, summed over their blocks, how many, and how high they are
    let mut groups: Vec<(f64, f64, f64, usize)> = Vec::new();
    for name in names.iter() {
        let height = name.texts.len() as f64 * leading;
        let mut group = (name.from.y - height / 2.0, 1.0, height, 1);
        while let Some(before) = groups.last() {
            let begin = (before.0 / before.1).max(top);
            if begin + before.2 <= group.0 / group.1 {
                break;
            }
            // the later blocks would begin higher by the height of the earlier ones
            group = (before.0 + group.0 - before.2 * group.1, before.1 + group.1, before.2 + group.2, before.3 + group.3);
            groups.pop();
        }
        groups.push(group);
    }
    let mut names = names.iter_mut();
    let mut y = f64::NEG_INFINITY;
    for (sum, blocks, _, members) in groups {
        y = (sum / blocks).max(top).max(y);
        for name in names.by_ref().take(members) {
            let height = name.texts.len() as f64 * leading;
            name.y = y + height / 2.0;
            y += height;
        }
    }
}
