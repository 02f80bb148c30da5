//! 指标矩阵: a table whose cells are filled by position. Where it is too narrow for a table, one block an indicator.

mod blocks;

use std::sync::Arc;

use super::{
    Frame,
    label::Look,
    scene::{Align, Area, Hit, Mark, Point, Polyline, Scene, Stroke},
    theme::{Color, Theme},
};
use crate::figure::{ScoreCell, ScoreColumn, ScoreRow, ScoreState, ScorecardChart};

#[inline(never)]
pub(super) fn lay_out(chart: &ScorecardChart, frame: &Frame<'_>) -> Scene {
    let mut scene = Scene { width: frame.clamped_width(), ..Scene::default() };
    if chart.rows.is_empty() || chart.columns.is_empty() {
        return scene;
    }
    match Grid::fitting(chart, frame) {
        Some(grid) => matrix(&mut scene, chart, &grid, frame),
        None => blocks::lay_out(&mut scene, chart, frame),
    }
    key(&mut scene, chart, frame);
    scene
}

/// Sizes of the text of a cell.
fn value_size(theme: &Theme) -> f64 {
    15.0 * theme.text
}

fn small_size(theme: &Theme) -> f64 {
    12.0 * theme.text
}

fn head_size(theme: &Theme) -> f64 {
    13.0 * theme.text
}

/// How far a table's column headings may be broken.
const HEAD_LINES: usize = 5;

/// The lines of one heading: the name, then unit, direction and period.
struct Head {
    name: Vec<String>,
    small: Vec<String>,
}

impl Head {
    /// `None` where a line is wider than the column.
    fn fitting(chart: &ScorecardChart, column: &ScoreColumn, width: f64, frame: &Frame<'_>) -> Option<Head> {
        let (size, small) = (head_size(&frame.theme), small_size(&frame.theme));
        let name = balanced(frame.words.indicator(&column.indicator), size, width, frame);
        let mut lines: Vec<String> = Vec::new();
        for part in frame.words.score_column(chart, column) {
            // parts that have room beside each other stand in one line
            let longer = lines.last().map(|line| [line.as_str(), &part].join(frame.words.pause()));
            match longer.filter(|longer| frame.text_width(longer, small, false) <= width) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.append(&mut frame.wrap(&part, small, false, width)),
            }
        }
        let fits = name.iter().all(|line| frame.text_width(line, size, true) <= width)
            && lines.iter().all(|line| frame.text_width(line, small, false) <= width)
            && name.len() <= HEAD_LINES
            && lines.len() <= HEAD_LINES;
        fits.then_some(Head { name, small: lines })
    }

    fn height(&self, theme: &Theme) -> f64 {
        self.name.len() as f64 * head_size(theme) * 1.3 + self.small.len() as f64 * small_size(theme) * 1.35
    }
}

/// A name in as few lines as it needs, and these as even as can be.
#[inline(never)]
fn balanced(text: &str, size: f64, width: f64, frame: &Frame<'_>) -> Vec<String> {
    let mut best = frame.wrap(text, size, true, width);
    let mut narrower = width - size / 2.0;
    while narrower > size * 2.0 {
        let lines = frame.wrap(text, size, true, narrower);
        if lines.len() > best.len() || lines.iter().any(|line| frame.text_width(line, size, true) > narrower) {
            break;
        }
        best = lines;
        narrower -= size / 2.0;
    }
    best
}

/// A table that fits.
struct Grid {
    heads: Vec<Head>,
    /// Where the first column begins, and how wide each is.
    left: f64,
    column: f64,
    /// Where the first row begins, and how high each is.
    top: f64,
    step: f64,
}

impl Grid {
    #[inline(never)]
    fn fitting(chart: &ScorecardChart, frame: &Frame<'_>) -> Option<Grid> {
        let theme = &frame.theme;
        let width = frame.clamped_width();
        let (mut names, mut least) = (0.0_f64, 78.0 * theme.text);
        for row in &chart.rows {
            names = names.max(frame.text_width(frame.words.place(&row.region), 14.0 * theme.text, row.is_home));
            for (cell, column) in row.cells.iter().zip(&chart.columns) {
                least = least.max(frame.text_width(&value_text(cell, frame), value_size(theme), row.is_home) + 20.0);
                least = least.max(frame.text_width(&below_text(cell, column, frame), small_size(theme), false) + 12.0);
            }
        }
        let left = names + 26.0;
        let column = ((width - left) / chart.columns.len() as f64).min(176.0 * theme.text);
        if left > width * 0.36 || column < least {
            return None;
        }
        let mut heads = Vec::new();
        let mut height = 0.0_f64;
        for column_of in &chart.columns {
            let head = Head::fitting(chart, column_of, column - 8.0, frame)?;
            height = height.max(head.height(theme));
            heads.push(head);
        }
        Some(Grid { heads, left, column, top: height + 10.0, step: theme.stretched(48.0 * theme.text).max(36.0 * theme.text) })
    }

    fn cell(&self, row: usize, column: usize) -> Area {
        let (x, y) = (self.left + column as f64 * self.column, self.top + row as f64 * self.step);
        Area { x: x + 1.5, y: y + 1.5, w: self.column - 3.0, h: self.step - 3.0 }
    }
}

#[inline(never)]
fn matrix(scene: &mut Scene, chart: &ScorecardChart, grid: &Grid, frame: &Frame<'_>) {
    let theme = &frame.theme;
    for (index, head) in grid.heads.iter().enumerate() {
        let x = grid.left + (index as f64 + 0.5) * grid.column;
        let mut y = grid.top - 8.0 - head.height(theme);
        for (lines, look, leading) in
            [(&head.name, Look::bold(head_size(theme), theme.ink), 1.3), (&head.small, Look::plain(small_size(theme), theme.muted), 1.35)]
        {
            for line in lines {
                let at = Point { x, y: y + look.size * leading / 2.0 };
                scene.text(frame.label(line.clone(), at, Align::Middle, look));
                y += look.size * leading;
            }
        }
    }
    let right = grid.left + grid.column * chart.columns.len() as f64;
    for (index, row) in chart.rows.iter().enumerate() {
        let y = grid.top + index as f64 * grid.step;
        if row.is_home {
            scene.rect(Area { x: 0.0, y: y + 1.5, w: grid.left - 3.0, h: grid.step - 3.0 }, theme.home, 0.08);
            scene.rect(Area { x: 0.0, y: y + 1.5, w: 4.0, h: grid.step - 3.0 }, theme.home, 1.0);
        } else if index > 0 {
            scene.line(Point { x: 0.0, y }, Point { x: right, y }, Stroke::solid(theme.grid, 1.0));
        }
        let at = Point { x: 14.0, y: y + grid.step / 2.0 };
        scene.text(frame.label(frame.words.place(&row.region), at, Align::Start, name_look(row, theme)));
        for (number, (column, cell)) in chart.columns.iter().zip(&row.cells).enumerate() {
            let area = grid.cell(index, number);
            let ground = draw_cell(scene, cell, column, area, row.is_home, theme);
            let middle = area.center();
            let value = Look { size: value_size(theme), bold: row.is_home, color: value_color(cell, row, theme) };
            let below = below_text(cell, column, frame);
            let rise = if below.is_empty() { 0.0 } else { value.size * 0.52 };
            let mut label = frame.label(value_text(cell, frame), Point { y: middle.y - rise, ..middle }, Align::Middle, value);
            label.ground = ground;
            scene.text(label);
            if !below.is_empty() {
                let look = Look::plain(small_size(theme), if ground.is_some() { theme.ink } else { theme.muted });
                let mut label = frame.label(below, Point { y: middle.y + look.size * 0.85, ..middle }, Align::Middle, look);
                label.ground = ground;
                scene.text(label);
            }
            hit(scene, chart, row, column, cell, area, index, frame);
        }
    }
    scene.height = grid.top + grid.step * chart.rows.len() as f64;
}

fn name_look(row: &ScoreRow, theme: &Theme) -> Look {
    Look { size: 14.0 * theme.text, bold: row.is_home, color: if row.is_home { theme.home } else { theme.ink } }
}

fn value_color(cell: &ScoreCell, row: &ScoreRow, theme: &Theme) -> Color {
    match cell.state {
        ScoreState::Ranked(_) => theme.ink,
        _ if row.is_home => theme.home,
        _ => theme.muted,
    }
}

/// The figure, or a dash where there is none.
fn value_text(cell: &ScoreCell, frame: &Frame<'_>) -> String {
    match cell.quantity() {
        Some(quantity) => frame.words.marked_figure(quantity, cell.text(), &cell.marks),
        None => "–".to_owned(),
    }
}

/// What stands below the figure: its rank among how many, with a shape at either end; or that it is not compared.
#[inline(never)]
fn below_text(cell: &ScoreCell, column: &ScoreColumn, frame: &Frame<'_>) -> String {
    match &cell.state {
        ScoreState::Missing => String::new(),
        ScoreState::Apart(_) => {
            let [.., apart, _] = frame.words.score_key();
            apart
        }
        ScoreState::Ranked(_) if !column.is_ranking || column.ranked < 2 => String::new(),
        ScoreState::Ranked(position) => {
            let shape = match step(cell, column) {
                Some(0) => "▲ ",
                Some(4) => "▼ ",
                _ => "",
            };
            let of = crate::dataset::decimal::count(position.of);
            [shape, &frame.words.short_rank(position.rank), "/", &of].concat()
        }
    }
}

/// In which fifth a cell stands, 0 the best; `None` where none is ahead of another.
fn step(cell: &ScoreCell, column: &ScoreColumn) -> Option<usize> {
    if !column.tells() {
        return None;
    }
    let percentile = cell.position()?.percentile?.point;
    Some([0.125, 0.375, 0.625, 0.875].iter().filter(|bound| percentile >= **bound).count())
}

/// The fill of a step, from best to worst; of what has none, one step more.
pub(super) fn fill(step: usize, theme: &Theme) -> Color {
    let (color, opacity) = match step {
        0 => (theme.ahead, 0.45),
        1 => (theme.ahead, 0.2),
        2 => (theme.peer, 0.17),
        3 => (theme.missed, 0.2),
        4 => (theme.missed, 0.45),
        _ => (theme.peer, 0.09),
    };
    // on a dark ground it takes more to see one step from the next
    let strength = if theme.is_dark() && !theme.outlined { 1.45 } else { 1.0 };
    color.over(theme.paper, opacity * strength)
}

/// The ground of a cell; returns its colour where it is filled.
#[inline(never)]
fn draw_cell(scene: &mut Scene, cell: &ScoreCell, column: &ScoreColumn, area: Area, is_home: bool, theme: &Theme) -> Option<Color> {
    let inner = Area { x: area.x + 0.5, y: area.y + 0.5, w: area.w - 1.0, h: area.h - 1.0 };
    match cell.state {
        ScoreState::Missing => {
            let color = if is_home { theme.home } else { theme.axis };
            outline(scene, inner, Stroke::dashed(color, 1.0, 3.0, 3.0));
            None
        }
        ScoreState::Apart(_) => {
            outline(scene, inner, Stroke::solid(if is_home { theme.home } else { theme.axis }, 1.0));
            None
        }
        ScoreState::Ranked(_) => {
            let color = fill(step(cell, column).unwrap_or(5), theme);
            scene.rect(area, color, 1.0);
            Some(color)
        }
    }
}

fn outline(scene: &mut Scene, area: Area, stroke: Stroke) {
    let corner = |x: f64, y: f64| Point { x: area.x + x * area.w, y: area.y + y * area.h };
    let points = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0)];
    scene.marks.push(Mark::Line(Polyline { points, stroke }));
}

#[expect(clippy::too_many_arguments, reason = "a cell, its row, its column, and where it is")]
fn hit(
    scene: &mut Scene,
    chart: &ScorecardChart,
    row: &ScoreRow,
    column: &ScoreColumn,
    cell: &ScoreCell,
    area: Area,
    series: usize,
    frame: &Frame<'_>,
) {
    scene.hits.push(Hit {
        area,
        at: area.center(),
        told: frame.words.score_told(chart, row, column, cell),
        place: Some(Arc::clone(&row.region)),
        series,
        framed: true,
    });
}

/// What the fills and frames mean, below; only what occurs.
#[inline(never)]
fn key(scene: &mut Scene, chart: &ScorecardChart, frame: &Frame<'_>) {
    let theme = &frame.theme;
    let look = Look::plain(small_size(theme), theme.muted);
    let [fill_word, best, worst, apart, missing] = frame.words.score_key();
    let cells = || chart.rows.iter().flat_map(|row| row.cells.iter().zip(&chart.columns));
    let swatch = Area { x: 0.0, y: 0.0, w: 18.0 * theme.text, h: 12.0 * theme.text };
    let mut pen = Pen { x: 0.0, y: scene.height + 20.0 * theme.text, width: scene.width, line: look.size * 1.9 };
    if cells().any(|(cell, column)| step(cell, column).is_some()) {
        let texts = [[fill_word.as_str(), &best].join(" "), worst];
        let [from, to] = texts.map(|text| frame.label(text, Point { x: 0.0, y: 0.0 }, Align::Start, look));
        let each = swatch.w.min((scene.width - from.width - to.width - 16.0) / 5.0);
        let ramp = each * 5.0 + 4.0;
        let whole = from.width + to.width + ramp + 12.0;
        let at = pen.advance(whole);
        let mut x = at.x;
        for (index, mut label) in [from, to].into_iter().enumerate() {
            label.at = Point { x, ..at };
            x += label.width + 6.0;
            scene.text(label);
            if index == 0 {
                for step in 0..5 {
                    let area = Area { x: x + step as f64 * (each + 1.0), y: at.y - swatch.h / 2.0, w: each, ..swatch };
                    scene.rect(area, fill(step, theme), 1.0);
                }
                x += ramp + 6.0;
            }
        }
    }
    for (text, stroke, occurs) in [
        (apart, Stroke::solid(theme.axis, 1.0), cells().any(|(cell, _)| matches!(cell.state, ScoreState::Apart(_)))),
        (missing, Stroke::dashed(theme.axis, 1.0, 3.0, 3.0), cells().any(|(cell, _)| matches!(cell.state, ScoreState::Missing))),
    ] {
        if occurs {
            let mut label = frame.label(text, Point { x: 0.0, y: 0.0 }, Align::Start, look);
            let at = pen.advance(swatch.w + 6.0 + label.width);
            outline(scene, Area { x: at.x + 0.5, y: at.y - swatch.h / 2.0, ..swatch }, stroke);
            label.at = Point { x: at.x + swatch.w + 7.0, ..at };
            scene.text(label);
        }
    }
    scene.height = pen.y + pen.line / 2.0;
}

/// Sets things one beside the other, and on a new line where one is full.
struct Pen {
    x: f64,
    y: f64,
    width: f64,
    line: f64,
}

impl Pen {
    fn advance(&mut self, width: f64) -> Point {
        if self.x > 0.0 && self.x + width > self.width {
            (self.x, self.y) = (0.0, self.y + self.line);
        }
        let at = Point { x: self.x, y: self.y };
        self.x += width + 24.0;
        at
    }
}
