//! What is written in a trajectory: names, values, and where the pace leads.

use super::Layout;
use crate::{
    chart::{
        Frame,
        label::{Look, Placer},
        scene::{Align, Area, Mark, Point, Scene, Stroke, Text},
    },
    figure::TrajectoryChart,
    order::clamp,
    trajectory::Path,
};

/// Each peer's name at the end of its line, or near it.
pub(super) fn peer_names(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    for (index, (region, series)) in chart.track.peers.iter().enumerate() {
        let (Some(first), Some(last)) = (series.first(), series.last()) else { continue };
        let end = layout.at(last.point.at, last.point.value);
        let begin = layout.at(first.point.at, first.point.value);
        let label = frame.label(frame.words.place(region), end, Align::Start, Look::plain(layout.small, frame.theme.muted));
        let step = layout.small * 1.25;
        let mut places = spots(end, step, &AT_END);
        places.extend(spots(begin, step, &[(6.0, -1.0, Align::Start), (6.0, 1.0, Align::Start)]));
        let mark = scene.marks.len();
        placer.place(scene, with_ground(label, frame), &places);
        scene.group(index, mark);
    }
}

/// Beside the end of a line, then above, below and under it.
const AT_END: [(f64, f64, Align); 9] = [
    (8.0, 0.0, Align::Start),
    (8.0, 1.0, Align::Start),
    (8.0, -1.0, Align::Start),
    (8.0, 2.0, Align::Start),
    (8.0, -2.0, Align::Start),
    (8.0, 3.0, Align::Start),
    (8.0, -3.0, Align::Start),
    (0.0, 1.0, Align::Middle),
    (-6.0, 1.0, Align::End),
];

/// Candidate places round a point: so many pixels to the right, so many steps down.
fn spots(at: Point, step: f64, table: &[(f64, f64, Align)]) -> Vec<(f64, f64, Align)> {
    table.iter().map(|(x, lines, align)| (at.x + x, at.y + lines * step, *align)).collect()
}

/// The diamond at the deadline.
pub(super) fn goal(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let at = layout.at(chart.track.target.deadline.end(), chart.track.goal.value());
    let corners = [(0.0, -8.0), (8.0, 0.0), (0.0, 8.0), (-8.0, 0.0)].map(|(x, y)| Point { x: at.x + x, y: at.y + y });
    scene.marks.push(Mark::Shape { points: corners.to_vec(), color: theme.target, opacity: 1.0 });
    placer.keep_clear(Area { x: at.x - 8.0, y: at.y - 8.0, w: 16.0, h: 16.0 });
    let label = frame.label(frame.words.goal_label(chart), at, Align::End, Look::bold(layout.size, theme.target));
    let table = [
        (-6.0, -16.0, Align::End),
        (6.0, -16.0, Align::End),
        (0.0, -16.0, Align::Middle),
        (-6.0, 17.0, Align::End),
        (-14.0, 0.0, Align::End),
        (14.0, 4.0, Align::Start),
    ];
    let places = spots(at, frame.theme.text.max(1.0), &table);
    placer.place(scene, with_ground(label, frame), &places);
}

/// Where the pace leads and what it takes: beside the target where there is room, under the plot where not.
pub(super) fn outlook_text(
    scene: &mut Scene,
    chart: &TrajectoryChart,
    layout: &Layout,
    placer: &mut Placer,
    lines: &[String],
    frame: &Frame<'_>,
) {
    let theme = &frame.theme;
    let step = layout.size * 1.45;
    let goal = layout.y(chart.track.goal.value());
    let x = if layout.wide { layout.plot.x + layout.plot.w + 14.0 } else { layout.plot.x };
    let y = if layout.wide {
        clamp(goal, layout.top(), layout.bottom() - step * lines.len() as f64)
    } else {
        layout.bottom() + layout.small * 2.2 + layout.size
    };
    for (index, line) in lines.iter().enumerate() {
        let color = if index == 0 { theme.ink } else { theme.muted };
        let label = frame.label(
            line.as_str(),
            Point { x, y: y + index as f64 * step },
            Align::Start,
            Look { size: layout.size, bold: index == 0, color },
        );
        placer.keep_clear(label.area());
        scene.text(label);
    }
}

/// Values on the points, the path's name, and how far off the latest point is.
pub(super) fn labels(scene: &mut Scene, chart: &TrajectoryChart, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let track = &chart.track;
    for actual in track.actuals.iter().chain(chart.heard()) {
        let at = layout.at(actual.point.at, actual.point.value);
        placer.keep_clear(Area { x: at.x - 5.0, y: at.y - 5.0, w: 10.0, h: 10.0 });
    }
    let gap = layout.size * 1.25;
    let around = [
        (0.0, 1.0, Align::Middle),
        (9.0, 1.0, Align::Start),
        (0.0, -1.0, Align::Middle),
        (-9.0, -0.8, Align::End),
        (9.0, -0.8, Align::Start),
    ];
    if let Some((latest, pace)) = track.latest().zip(track.pace) {
        let at = layout.at(latest.point.at, latest.point.value);
        let on_path = layout.y(pace.expected);
        if (on_path - at.y).abs() > 12.0 {
            let (from, to) = if on_path < at.y { (on_path + 3.0, at.y - 6.0) } else { (at.y + 6.0, on_path - 3.0) };
            scene.line(Point { x: at.x, y: from }, Point { x: at.x, y: to }, Stroke::solid(theme.ink, 1.0));
        }
        let value = frame.label(
            frame.words.figure_as(&latest.quantity, &latest.observation.text),
            at,
            Align::Start,
            Look::bold(layout.size, theme.home),
        );
        let below = [(10.0, 1.0, Align::Start), (-6.0, 1.0, Align::End), (0.0, -1.0, Align::Middle), (-10.0, -1.0, Align::End)];
        placer.place(scene, with_ground(value, frame), &spots(at, gap, &below));
        if let Some(text) = frame.words.pace_label(chart) {
            let label = frame.label(text, at, Align::Start, Look::plain(layout.small, theme.ink));
            let middle = (at.y + on_path) / 2.0;
            let mut places = spots(Point { x: at.x, y: middle }, 0.0, &[(8.0, 0.0, Align::Start), (-8.0, 0.0, Align::End)]);
            places.extend(spots(at, gap, &[(10.0, 2.2, Align::Start), (-6.0, 2.2, Align::End), (0.0, 2.2, Align::Middle)]));
            let far = [(layout.plot.x + 6.0, layout.top() + gap, Align::Start), (layout.plot.x + 6.0, layout.bottom() - gap, Align::Start)];
            let label = with_ground(label, frame);
            if !placer.place(scene, label.clone(), &places) {
                placer.place(scene, label, &far);
            }
        }
    }
    if let Some(start) = track.start
        && let Some(text) = frame.words.start_label(chart)
    {
        let at = layout.at(start.point.at, start.point.value);
        let label = frame.label(text, at, Align::Start, Look::plain(layout.small, theme.muted));
        let places = spots(at, gap, &[(8.0, 1.0, Align::Start), (8.0, -1.0, Align::Start), (0.0, 1.4, Align::Start)]);
        placer.place(scene, with_ground(label, frame), &places);
    }
    for actual in track.actuals.iter().rev().skip(1) {
        let at = layout.at(actual.point.at, actual.point.value);
        let label = frame.label(
            frame.words.figure_as(&actual.quantity, &actual.observation.text),
            at,
            Align::Middle,
            Look::plain(layout.small, theme.home),
        );
        placer.place(scene, label, &spots(at, gap, &around));
    }
    for heard in chart.heard() {
        let at = layout.at(heard.point.at, heard.point.value);
        let value = frame.words.figure_as(&heard.quantity, &heard.observation.text);
        let label = frame.label(frame.words.heard_label(&value), at, Align::Middle, Look::bold(layout.small, theme.home));
        placer.place(scene, with_ground(label, frame), &spots(at, gap, &around));
    }
    if let Ok(path) = &track.path
        && !track.is_level()
    {
        path_labels(scene, chart, path, layout, placer, frame);
    }
}

/// The path's name, a dot for each year to come and, where nothing else is published, what the path asks for by then.
fn path_labels(scene: &mut Scene, chart: &TrajectoryChart, path: &Path, layout: &Layout, placer: &mut Placer, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let (start, end) = (path.start(), path.end());
    let gap = layout.small * 1.3;
    for year in chart.track.years_ahead().map(f64::from) {
        let at = layout.at(year, path.value_at(year));
        scene.dot(at, 3.5, theme.target, theme.paper);
        if chart.track.actuals.is_empty() {
            let text = frame.words.amount(path.value_at(year), chart.decimals, chart.track.indicator.unit);
            let label = frame.label(text, at, Align::Middle, Look::plain(layout.small, theme.target));
            placer.place(scene, label, &spots(at, gap, &[(6.0, 1.0, Align::Start), (0.0, 1.0, Align::Middle)]));
        }
    }
    let name =
        frame.label(frame.words.path_label(path.shape()), Point { x: 0.0, y: 0.0 }, Align::End, Look::plain(layout.small, theme.target));
    // above the path, where its figures do not stand, and only then below
    let mut places = Vec::new();
    for side in [&[(-8.0, -1.0, Align::End), (0.0, -1.6, Align::Middle)] as &[_], &[(8.0, 1.2, Align::Start)]] {
        for share in [0.45, 0.3, 0.6, 0.75] {
            let at = start.at + (end.at - start.at) * share;
            let point = layout.at(at, path.value_at(at));
            places.extend(spots(point, gap, side));
        }
    }
    placer.place(scene, with_ground(name, frame), &places);
}

fn with_ground(mut text: Text, frame: &Frame<'_>) -> Text {
    text.ground = Some(frame.theme.paper);
    text
}
