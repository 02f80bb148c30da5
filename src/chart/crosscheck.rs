//! 勾稽: a row a finding, with a strip on which the eye sees whether the stated and the computed figure meet.

use super::{
    Frame,
    label::Look,
    scale::Range,
    scene::{Align, Area, Hit, Mark, Point, Scene, Stroke},
    theme::Color,
};
use crate::{
    crosscheck::{Finding, Operation, Outcome, Subject, Tie},
    figure::{CheckItem, CheckState, CrosscheckChart, EarlyDeadlines},
    order::clamp,
};

/// From this width on, in text sizes, strips stand beside the text.
const WIDE: f64 = 40.0;
/// How many hints are told on the drawing where it is wide; the table tells more.
const HINTS: usize = 2;
/// How many figures that do not agree are drawn where it is not, and on a sheet that has no room for more.
const MOST_NARROW: usize = 5;

/// Sizes.
struct Layout {
    size: f64,
    body: f64,
    small: f64,
    width: f64,
    /// Width of the texts.
    text: f64,
    /// Where strips begin, and how wide they are.
    strip: f64,
    strip_width: f64,
    wide: bool,
    /// Whether the drawing leaves to the table what the table tells too.
    brief: bool,
}

impl Layout {
    fn new(frame: &Frame<'_>) -> Layout {
        let width = frame.clamped_width();
        let size = 14.0 * frame.theme.text;
        let wide = width >= WIDE * size;
        let text = if wide { (width * 0.55).min(size * 44.0) } else { width };
        let strip = if wide { text + size * 2.0 } else { 0.0 };
        let strip_width = (width - strip).min(size * 40.0);
        let brief = frame.theme.is_brief() && wide;
        Layout { size, body: 13.0 * frame.theme.text, small: 12.0 * frame.theme.text, width, text, strip, strip_width, wide, brief }
    }

    /// The height of a lane of a strip.
    fn lane(&self) -> f64 {
        self.size * 1.15
    }
}

pub(super) fn lay_out(chart: &CrosscheckChart, frame: &Frame<'_>) -> Scene {
    let layout = Layout::new(frame);
    let mut scene = Scene { width: layout.width, ..Scene::default() };
    let mut y = summary(&mut scene, chart, &layout, frame);
    let mut left_out = 0;
    for (index, item) in chart.items.iter().enumerate() {
        // a narrow drawing is long: it has what matters most, what does not agree coming first
        let is_told = match item {
            CheckItem::Tie(_, CheckState::Apart) => index < MOST_NARROW,
            CheckItem::Tie(..) => false,
            CheckItem::Early(_) => true,
        };
        if (!layout.wide || layout.brief) && !is_told {
            left_out += 1;
            continue;
        }
        scene.line(Point { x: 0.0, y }, Point { x: layout.width, y }, Stroke::solid(frame.theme.grid, 1.0));
        let top = y;
        let margin = layout.size * if layout.brief { 0.35 } else { 0.75 };
        y = match item {
            CheckItem::Tie(finding, state) => match &finding.subject {
                Subject::Tie(tie) => write_tie(&mut scene, finding, tie, *state, y + margin, &layout, frame),
                Subject::Deadline(_) => y,
            },
            CheckItem::Early(early) => write_early(&mut scene, early, y + margin, &layout, frame),
        } + margin;
        if let Some(hit) = scene.hits.last_mut() {
            hit.area = Area { x: 0.0, y: top, w: layout.width, h: y - top };
        }
    }
    y = rest(&mut scene, chart, chart.more + left_out, y, &layout, frame);
    scene.height = y;
    scene
}

/// The colour of a state, for marks and for text on the page.
fn color_of(state: CheckState, frame: &Frame<'_>) -> Color {
    match state {
        CheckState::Apart | CheckState::Early => frame.theme.target,
        CheckState::Qualified | CheckState::Agrees => frame.theme.on_track,
        CheckState::Incomparable => frame.theme.muted,
    }
}

/// Text in lines; returns where it ends.
#[inline(never)]
fn write(scene: &mut Scene, text: &str, at: Point, width: f64, look: Look, frame: &Frame<'_>) -> f64 {
    let mut y = at.y;
    for line in frame.wrap(text, look.size, look.bold, width) {
        scene.text(frame.label(line, Point { x: at.x, y: y + look.size * 0.7 }, Align::Start, look));
        y += look.size * 1.4;
    }
    y
}

/// How many checks came out how, as one bar and part by part; the title and the reading say it in words.
#[inline(never)]
fn summary(scene: &mut Scene, chart: &CrosscheckChart, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let states = [CheckState::Apart, CheckState::Early, CheckState::Qualified, CheckState::Incomparable, CheckState::Agrees];
    let counts = states.map(|state| (state, chart.tally.of(state) as f64));
    let total: f64 = counts.iter().map(|(_, n)| n).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let y = layout.size * 0.5;
    let height = layout.size;
    let width = layout.width.min(layout.size * 86.0);
    let parts = counts.iter().filter(|(_, n)| *n > 0.0).count() as f64;
    // every part keeps a width that can be seen
    const LEAST: f64 = 4.0;
    let shared = width - parts * (LEAST + 2.0);
    let (mut x, mut left) = (0.0, 0.0);
    let mut line = y + height + layout.small * 1.1;
    for (state, n) in counts {
        if n <= 0.0 {
            continue;
        }
        let area = Area { x, y, w: LEAST + shared * n / total, h: height };
        let (mark, word) = frame.words.check_state(state);
        let count = frame.words.number(n, 0);
        let label = [mark, " ", &word, " ", &count].concat();
        swatch(scene, state, area, frame);
        x += area.w + 2.0;
        let side = layout.small * 0.8;
        let color = if state == CheckState::Agrees { theme.muted } else { color_of(state, frame) };
        let look = Look::bold(layout.small, color);
        let whole = side + 5.0 + frame.text_width(&label, look.size, true);
        if left > 0.0 && left + whole > layout.width {
            left = 0.0;
            line += layout.small * 1.6;
        }
        swatch(scene, state, Area { x: left, y: line - side / 2.0, w: side, h: side }, frame);
        for (index, text) in frame.wrap(&label, look.size, true, layout.width - side - 5.0).into_iter().enumerate() {
            line += if index == 0 { 0.0 } else { layout.small * 1.4 };
            scene.text(frame.label(text, Point { x: left + side + 5.0, y: line }, Align::Start, look));
        }
        left += whole + layout.small * 1.6;
        scene.hits.push(Hit { area, at: area.center(), told: vec![word, count], place: None, series: 0, framed: true });
    }
    line + layout.small * 1.6
}

/// A part of the bar of all checks: dark for what does not agree, pale for what does.
fn swatch(scene: &mut Scene, state: CheckState, area: Area, frame: &Frame<'_>) {
    let theme = &frame.theme;
    match state {
        CheckState::Apart => scene.rect(area, theme.target, 1.0),
        CheckState::Early => scene.rect(area, theme.target, 0.5),
        CheckState::Qualified => scene.rect(area, theme.on_track, 1.0),
        CheckState::Agrees => scene.rect(area, theme.peer, 0.6),
        CheckState::Incomparable => {
            scene.rect(area, theme.muted, 1.0);
            let inner = Area { x: area.x + 1.0, y: area.y + 1.0, w: (area.w - 2.0).max(1.0), h: area.h - 2.0 };
            scene.rect(inner, theme.paper, 1.0);
        }
    }
}

/// What an item is about and how it came out, over the strip or, where a line is to be spared, beside it. Returns where the left and
/// the right column go on.
#[inline(never)]
fn write_head(scene: &mut Scene, headline: &str, verdict: &str, color: Color, y: f64, layout: &Layout, frame: &Frame<'_>) -> (f64, f64) {
    let left = write(scene, headline, Point { x: 0.0, y }, layout.text, Look::bold(layout.size, frame.theme.ink), frame);
    let look = Look::bold(layout.body, color);
    if layout.brief {
        return (write(scene, verdict, Point { x: 0.0, y: left }, layout.text, look, frame), y);
    }
    let y = if layout.wide { y } else { left + layout.small * 0.3 };
    (left, write(scene, verdict, Point { x: layout.strip, y }, layout.strip_width, look, frame))
}

/// What was computed in grey, and in ink what would fit. Returns where it ends.
#[inline(never)]
fn write_body(scene: &mut Scene, texts: &[String], y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let mut y = y;
    for (index, text) in texts.iter().enumerate() {
        let look = Look::plain(layout.body, if index == 0 { frame.theme.muted } else { frame.theme.ink });
        y = write(scene, text, Point { x: 0.0, y: y + layout.small * 0.2 }, layout.text, look, frame);
    }
    y
}

/// A finding on figures: what it is about, what follows from what, and the strip.
#[inline(never)]
fn write_tie(scene: &mut Scene, finding: &Finding, tie: &Tie, state: CheckState, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let words = frame.words;
    let color = color_of(state, frame);
    let headline = words.check_headline(tie);
    let verdict = words.check_marked(finding, state);
    let mut told = vec![headline.clone(), verdict.clone()];
    let (mut left, mut right) = write_head(scene, &headline, &verdict, color, y, layout, frame);
    let mut tip = Point { x: layout.strip, y: right };
    if let Some(outcome) = &finding.outcome {
        let (stated, computed) = words.check_ends(tie, outcome);
        (tip, right) = strip(scene, tie, outcome, (&stated, &computed), state, right, layout, frame);
        told.extend([stated, computed]);
    }
    if !layout.wide {
        left = right + layout.small * 0.3;
    }
    let source = words.check_source(tie);
    if !layout.brief {
        let body = words.check_body(finding, tie, if layout.wide { HINTS } else { 1 });
        left = write_body(scene, &body, left, layout, frame);
        let at = Point { x: 0.0, y: left + layout.small * 0.2 };
        left = write(scene, &source, at, layout.text, Look::plain(layout.small, theme.muted), frame);
    }
    told.push(source);
    scene.hits.push(Hit { area: Area { x: 0.0, y, w: layout.width, h: left - y }, at: tip, told, place: None, series: 1, framed: true });
    left.max(right)
}

/// Deadlines of a document against its date.
#[inline(never)]
fn write_early(scene: &mut Scene, early: &EarlyDeadlines, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let theme = &frame.theme;
    let words = frame.words;
    let color = color_of(CheckState::Early, frame);
    let headline = words.early_headline(early);
    let (mark, word) = words.check_state(CheckState::Early);
    let (issued, due) = (words.early_issued(early), words.early_dates(early));
    let verdict = [mark, " ", &word].concat();
    let (mut left, mut right) = write_head(scene, &headline, &verdict, color, y, layout, frame);
    let date = early.source.date.map_or(0.0, |date| date.end());
    let mut times = Vec::new();
    for target in &early.targets {
        let time = target.deadline.end();
        if !times.contains(&time) {
            times.push(time);
        }
    }
    let mut tip = Point { x: layout.strip, y: right };
    let labels = Labels::new(&issued, &due, layout, frame);
    if let Some(scale) = Scale::covering(times.iter().copied().chain([date]), right, &labels, layout) {
        let end = layout.strip + layout.strip_width;
        scale.ground(scene, (scale.x(date), end), layout, frame);
        scene.rect(Area { x: scale.x(date) - 1.0, y: scale.top, w: 2.0, h: layout.lane() * 2.0 }, theme.ink, 1.0);
        for time in &times {
            tip = Point { x: scale.x(*time), y: scale.top + layout.lane() * 1.5 };
            diamond(scene, tip, layout.size * 0.38, color, theme.paper);
        }
        let middle = times.iter().sum::<f64>() / times.len().max(1) as f64;
        right = scale.write(scene, &labels, (scale.x(date), scale.x(middle)), color, layout, frame);
    }
    if !layout.wide {
        left = right + layout.small * 0.3;
    }
    if !layout.brief {
        left = write_body(scene, &words.early_body(early), left, layout, frame);
    }
    let told = vec![headline, verdict, due, issued];
    scene.hits.push(Hit { area: Area { x: 0.0, y, w: layout.width, h: left - y }, at: tip, told, place: None, series: 1, framed: true });
    left.max(right)
}

/// The labels above and below a strip, in as many lines as they take.
struct Labels {
    above: Vec<String>,
    below: Vec<String>,
}

impl Labels {
    fn new(above: &str, below: &str, layout: &Layout, frame: &Frame<'_>) -> Labels {
        let lines = |text| frame.wrap(text, layout.small, false, layout.strip_width);
        Labels { above: lines(above), below: lines(below) }
    }
}

/// A scale of its own for one row.
struct Scale {
    range: Range,
    from: f64,
    to: f64,
    /// Where the lanes begin, under the label of the stated figure.
    top: f64,
}

impl Scale {
    #[inline(never)]
    fn covering(values: impl IntoIterator<Item = f64>, y: f64, labels: &Labels, layout: &Layout) -> Option<Scale> {
        let range = Range::covering(values)?;
        let room = (range.high() - range.low()) * 0.1;
        let range = range.with(range.low() - room).with(range.high() + room);
        let margin = layout.size * 0.6;
        let (from, to) = (layout.strip + margin, layout.strip + layout.strip_width - margin);
        Some(Scale { range, from, to, top: y + layout.small * (0.55 + 1.4 * labels.above.len() as f64) })
    }

    fn x(&self, value: f64) -> f64 {
        clamp(self.range.map(value, self.from, self.to), self.from, self.to)
    }

    /// What the stated figure stands for, as a band through both lanes, and the line between them.
    fn ground(&self, scene: &mut Scene, (low, high): (f64, f64), layout: &Layout, frame: &Frame<'_>) {
        let w = (high - low).max(3.0);
        let x = (low + high - w) / 2.0;
        scene.rect(Area { x, y: self.top, w, h: layout.lane() * 2.0 }, frame.theme.peer, 0.45);
        let y = self.top + layout.lane();
        let (from, to) = (layout.strip, layout.strip + layout.strip_width);
        scene.line(Point { x: from, y }, Point { x: to, y }, Stroke::solid(frame.theme.axis, 1.0));
    }

    /// The labels above and below the lanes, each at its mark as far as the strip allows; returns where they end.
    #[inline(never)]
    fn write(&self, scene: &mut Scene, labels: &Labels, at: (f64, f64), color: Color, layout: &Layout, frame: &Frame<'_>) -> f64 {
        let line = layout.small * 1.4;
        let bottom = self.top + layout.lane() * 2.0;
        let above = self.top - layout.small * 0.1 - line * labels.above.len() as f64;
        for (lines, x, y, color) in
            [(&labels.above, at.0, above, frame.theme.ink), (&labels.below, at.1, bottom + layout.small * 0.1, color)]
        {
            for (index, text) in lines.iter().enumerate() {
                let y = y + line * (index as f64 + 0.5);
                let mut label = frame.label(text.as_str(), Point { x, y }, Align::Middle, Look::plain(layout.small, color));
                let half = label.width / 2.0;
                let (least, most) = (layout.strip + half, layout.strip + layout.strip_width - half);
                label.at.x = clamp(x, least, most.max(least));
                scene.text(label);
            }
        }
        bottom + layout.small * 0.2 + line * labels.below.len() as f64
    }
}

/// The stated and the computed figure on a scale of their own; returns where the computed one lies, and where it ends.
#[inline(never)]
#[allow(clippy::too_many_arguments, reason = "what is drawn, where, and with what")]
fn strip(
    scene: &mut Scene,
    tie: &Tie,
    outcome: &Outcome,
    (stated, computed): (&str, &str),
    state: CheckState,
    y: f64,
    layout: &Layout,
    frame: &Frame<'_>,
) -> (Point, f64) {
    let theme = &frame.theme;
    let color = color_of(state, frame);
    let (low, high) = outcome.range;
    let (least, most) = outcome.accepted;
    let is_part = tie.operation == Operation::Part;
    let mut values = vec![outcome.stated, outcome.computed, low, high];
    if !is_part {
        values.extend([least, most]);
    }
    let labels = Labels::new(stated, computed, layout, frame);
    let none = Point { x: layout.strip, y };
    let Some(scale) = Scale::covering(values, y, &labels, layout) else { return (none, y) };
    // a part may be anything up to its whole
    let band = if is_part { (layout.strip, scale.x(outcome.stated)) } else { (scale.x(least), scale.x(most)) };
    scale.ground(scene, band, layout, frame);
    let stated_at = Point { x: scale.x(outcome.stated), y: scale.top + layout.lane() * 0.5 };
    let computed_at = Point { x: scale.x(outcome.computed), y: scale.top + layout.lane() * 1.5 };
    // from the computed figure to what it would have to meet
    let edge = clamp(computed_at.x, band.0, band.1);
    if state != CheckState::Incomparable && (edge - computed_at.x).abs() > 2.0 {
        scene.line(computed_at, Point { x: edge, y: computed_at.y }, Stroke::dashed(color, 1.5, 3.0, 3.0));
    }
    let (from, to) = (scale.x(low), scale.x(high));
    if to - from > 2.0 {
        scene.line(Point { x: from, y: computed_at.y }, Point { x: to, y: computed_at.y }, Stroke::solid(color, 3.0));
    }
    scene.dot(stated_at, layout.size * 0.32, theme.ink, theme.ink);
    diamond(scene, computed_at, layout.size * 0.42, color, theme.paper);
    let end = scale.write(scene, &labels, (stated_at.x, computed_at.x), color, layout, frame);
    (computed_at, end)
}

/// A square on its corner, with a rim that parts it from its neighbours.
fn diamond(scene: &mut Scene, at: Point, radius: f64, color: Color, rim: Color) {
    for (radius, color) in [(radius + 1.0, rim), (radius, color)] {
        let points = vec![
            Point { x: at.x, y: at.y - radius },
            Point { x: at.x + radius, y: at.y },
            Point { x: at.x, y: at.y + radius },
            Point { x: at.x - radius, y: at.y },
        ];
        scene.marks.push(Mark::Shape { points, color, opacity: 1.0 });
    }
}

/// What is not drawn: further items, and all that agrees.
#[inline(never)]
fn rest(scene: &mut Scene, chart: &CrosscheckChart, more: usize, y: f64, layout: &Layout, frame: &Frame<'_>) -> f64 {
    let mut told = Vec::new();
    if more > 0 {
        told.push(frame.words.check_more(more));
    }
    if chart.tally.agree > 0 {
        told.push(frame.words.check_rest(chart.tally.agree));
    }
    let mut y = y;
    if !chart.items.is_empty() {
        scene.line(Point { x: 0.0, y }, Point { x: layout.width, y }, Stroke::solid(frame.theme.grid, 1.0));
        y += layout.size * 0.6;
    }
    for text in told {
        y = write(scene, &text, Point { x: 0.0, y }, layout.width, Look::plain(layout.body, frame.theme.muted), frame);
    }
    y + layout.size * 0.5
}
