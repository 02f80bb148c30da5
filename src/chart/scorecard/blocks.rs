//! One block an indicator, where a table of places and indicators would be too wide.

use super::{below_text, draw_cell, hit, name_look, small_size, value_color, value_size, value_text};
use crate::{
    chart::{
        Frame,
        label::Look,
        scene::{Align, Area, Point, Scene, Stroke},
    },
    figure::{ScoreColumn, ScorecardChart},
};

/// Between blocks side by side.
const GUTTER: f64 = 28.0;

/// One block an indicator: a line a place, its figure and rank in a filled field.
#[inline(never)]
pub(super) fn lay_out(scene: &mut Scene, chart: &ScorecardChart, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let width = frame.clamped_width();
    let mut least = 200.0 * theme.text;
    let mut shared = Widths::default();
    for (index, column) in chart.columns.iter().enumerate() {
        let widths = Widths::of(chart, index, column, frame);
        least = least.max(widths.whole());
        shared.widen(&widths);
    }
    let fitting = f64::floor((width + GUTTER) / (least + GUTTER));
    let across = crate::order::clamp(fitting, 1.0, chart.columns.len() as f64) as usize;
    let each = (width - GUTTER * (across as f64 - 1.0)) / across as f64;
    let (mut top, mut bottom) = (0.0, 0.0_f64);
    for (index, column) in chart.columns.iter().enumerate() {
        let place = index % across;
        if place == 0 {
            top = if index == 0 { 0.0 } else { bottom + 20.0 };
        }
        let left = place as f64 * (each + GUTTER);
        // blocks side by side begin their lines at one height
        let head = chart.columns.iter().skip(index - place).take(across).map(|column| head_lines(chart, column, each, frame).1);
        let head = head.fold(0.0, f64::max);
        // figures stand below each other from block to block, where there is room for the widest of all
        let widths = if shared.whole() <= each { shared } else { Widths::of(chart, index, column, frame) };
        bottom = bottom.max(block(scene, chart, (index, column), &widths, Area { x: left, y: top, w: each, h: head }, frame));
    }
    scene.height = bottom;
}

/// Between a name and the field of its figure.
const BETWEEN: f64 = 18.0;

/// The widest name, figure and rank of a block, or of all.
#[derive(Clone, Copy, Default)]
struct Widths {
    names: f64,
    values: f64,
    ranks: f64,
}

impl Widths {
    #[inline(never)]
    fn of(chart: &ScorecardChart, index: usize, column: &ScoreColumn, frame: &Frame<'_>) -> Widths {
        let theme = &frame.theme;
        let mut widths = Widths::default();
        for row in &chart.rows {
            let Some(cell) = row.cells.get(index) else { continue };
            widths.names = widths.names.max(frame.text_width(frame.words.place(&row.region), 14.0 * theme.text, row.is_home));
            widths.values = widths.values.max(frame.text_width(&value_text(cell, frame), value_size(theme), row.is_home));
            widths.ranks = widths.ranks.max(frame.text_width(&below_text(cell, column, frame), small_size(theme), false));
        }
        widths
    }

    fn widen(&mut self, other: &Widths) {
        self.names = self.names.max(other.names);
        self.values = self.values.max(other.values);
        self.ranks = self.ranks.max(other.ranks);
    }

    /// Name, figure and rank side by side.
    fn whole(&self) -> f64 {
        self.names + BETWEEN + self.field()
    }

    /// Figure and rank side by side.
    fn field(&self) -> f64 {
        10.0 + self.values + if self.ranks > 0.0 { 12.0 + self.ranks } else { 0.0 } + 10.0
    }
}

type Lines = Vec<(String, Look, f64)>;

/// The lines of a block's head with their looks and heights, and the height of all.
#[inline(never)]
fn head_lines(chart: &ScorecardChart, column: &ScoreColumn, width: f64, frame: &Frame<'_>) -> (Lines, f64) {
    let theme = &frame.theme;
    let (name, small) = (Look::bold(14.0 * theme.text, theme.ink), Look::plain(small_size(theme), theme.muted));
    let mut lines = Vec::new();
    for line in frame.wrap(frame.words.indicator(&column.indicator), name.size, true, width) {
        lines.push((line, name, name.size * 1.4));
    }
    let about = frame.words.score_column(chart, column).join(frame.words.pause());
    for line in frame.wrap(&about, small.size, false, width) {
        lines.push((line, small, small.size * 1.4));
    }
    let height = lines.iter().map(|(.., height)| height).sum();
    (lines, height)
}

/// Draws one block below its head's area and returns its lower end.
#[inline(never)]
fn block(
    scene: &mut Scene,
    chart: &ScorecardChart,
    (index, column): (usize, &ScoreColumn),
    widths: &Widths,
    head: Area,
    frame: &Frame<'_>,
) -> f64 {
    let theme = &frame.theme;
    let (lines, height) = head_lines(chart, column, head.w, frame);
    let mut y = head.y + head.h - height;
    for (line, look, height) in lines {
        scene.text(frame.label(line, Point { x: head.x, y: y + height / 2.0 }, Align::Start, look));
        y += height;
    }
    y += 6.0;
    let cells = || chart.rows.iter().filter_map(|row| row.cells.get(index).map(|cell| (row, cell)));
    let (ranks, field) = (widths.ranks, widths.field());
    // a field too narrow for figure and rank side by side holds them one below the other
    let folded = field > head.w;
    let above = folded || widths.whole() > head.w;
    let field = if above { head.w } else { field.max((head.w * 0.5).min(150.0 * theme.text)) };
    let line = 28.0 * theme.text;
    for (row, cell) in cells() {
        let start = y;
        if !row.is_home && !above {
            let end = Point { x: head.x + head.w - field, y: y + line };
            scene.line(Point { x: head.x, ..end }, end, Stroke::solid(theme.grid, 1.0));
        }
        if above {
            y += 5.0;
            for text in frame.wrap(frame.words.place(&row.region), 14.0 * theme.text, row.is_home, head.w - 10.0) {
                let look = name_look(row, theme);
                scene.text(frame.label(text, Point { x: head.x + 10.0, y: y + look.size * 0.75 }, Align::Start, look));
                y += look.size * 1.45;
            }
        } else {
            let at = Point { x: head.x + 10.0, y: y + line / 2.0 };
            scene.text(frame.label(frame.words.place(&row.region), at, Align::Start, name_look(row, theme)));
        }
        let height = if folded { line + small_size(theme) * 1.5 } else { line };
        let area = Area { x: head.x + head.w - field, y: y + 1.0, w: field, h: height - 2.0 };
        if row.is_home {
            let (top, end) = (start + 1.0, y + height - 1.0);
            let named = if above { Area { h: y - top, w: head.w, ..area } } else { Area { h: end - top, w: head.w - field, ..area } };
            let named = Area { x: head.x, y: top, ..named };
            scene.rect(named, theme.home, 0.08);
            scene.rect(Area { w: 3.0, ..named }, theme.home, 1.0);
        }
        let ground = draw_cell(scene, cell, column, area, row.is_home, theme);
        let value = Look { size: value_size(theme), bold: row.is_home, color: value_color(cell, row, theme) };
        let small = Look::plain(small_size(theme), if ground.is_some() { theme.ink } else { theme.muted });
        let (right, middle) = (area.x + area.w - 10.0, y + line / 2.0);
        let below = below_text(cell, column, frame);
        let value_at = if folded || ranks == 0.0 { right } else { right - ranks - 12.0 };
        let value_y = if folded && below.is_empty() { y + height / 2.0 } else { middle };
        let rank_y = if folded { middle + value.size * 0.6 + small.size * 0.65 } else { middle };
        for (text, x, y, look) in [(value_text(cell, frame), value_at, value_y, value), (below, right, rank_y, small)] {
            if !text.is_empty() {
                let mut label = frame.label(text, Point { x, y }, Align::End, look);
                label.ground = ground;
                scene.text(label);
            }
        }
        y += height;
        let whole = Area { x: head.x, y: start + 1.0, w: head.w, h: y - start - 2.0 };
        hit(scene, chart, row, column, cell, whole, index, frame);
    }
    y
}
