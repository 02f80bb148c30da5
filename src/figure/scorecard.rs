//! 指标矩阵: places × indicators, each cell a figure and its rank among those that can be compared.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    mark::{Marks, shown_decimals},
    note::Note,
    request::Unanswerable,
    several,
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{Comparison, Difference, Position, Question, Standing, compare, position},
    dataset::{Dataset, Indicator, Observation, Period, Quantity, Region, Sort, View},
    order::sorted,
};

/// A row a place, a column an indicator.
#[derive(Clone, Debug)]
pub struct ScorecardChart {
    /// In the order asked for.
    pub columns: Vec<ScoreColumn>,
    /// The page's own place first, then the benchmark, then the others in the order asked for; or the best in a column first.
    pub rows: Vec<ScoreRow>,
    /// What the title says.
    pub finding: ScorecardFinding,
    /// When, where it is the same of all columns.
    pub period: Option<Period>,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct ScoreColumn {
    /// What is compared.
    pub indicator: Arc<Indicator>,
    /// When.
    pub period: Option<Period>,
    /// How many places are ranked.
    pub ranked: usize,
    /// Whether better and worse mean anything here.
    pub is_ranking: bool,
    /// Whether all ranked are equal, so that none is ahead.
    pub level: bool,
    /// Decimals to show computed values with.
    pub decimals: u8,
}

impl ScoreColumn {
    /// Whether it says who is ahead of whom.
    pub fn tells(&self) -> bool {
        self.is_ranking && self.ranked > 1 && !self.level
    }
}

/// One place.
#[derive(Clone, Debug)]
pub struct ScoreRow {
    /// The place.
    pub region: Arc<Region>,
    /// Whether it is the page's own.
    pub is_home: bool,
    /// One a column.
    pub cells: Vec<ScoreCell>,
}

/// One figure of one place.
#[derive(Clone, Debug)]
pub struct ScoreCell {
    /// What is drawn.
    pub state: ScoreState,
    /// The marks of its notes; mostly empty.
    pub marks: String,
    /// The figure as published; `None` where there is none.
    pub observation: Option<Arc<Observation>>,
}

impl ScoreCell {
    /// The figure as the source writes it; empty where there is none or the dataset gives a bare number.
    pub fn text(&self) -> &str {
        self.observation.as_ref().map_or("", |observation| &observation.text)
    }

    /// The figure in the indicator's unit.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.state {
            ScoreState::Ranked(position) => Some(&position.quantity),
            ScoreState::Apart(quantity) => Some(quantity),
            ScoreState::Missing => None,
        }
    }

    /// Where it stands among the ranked.
    pub fn position(&self) -> Option<&Position> {
        if let ScoreState::Ranked(position) = &self.state { Some(position) } else { None }
    }
}

/// What is drawn of a figure.
#[derive(Clone, Debug)]
pub enum ScoreState {
    /// Filled by its position.
    Ranked(Box<Position>),
    /// Hollow: shown, not compared.
    Apart(Quantity),
    /// A gap, in its place.
    Missing,
}

/// What the title says. Columns are given by their number.
#[derive(Clone, Debug)]
pub enum ScorecardFinding {
    /// No indicator tells two places apart.
    Nothing,
    /// Where the page's own place stands best and worst.
    Home {
        /// The own place.
        home: Arc<Region>,
        /// On how many indicators it is compared.
        of: usize,
        /// Where it is first beyond doubt.
        firsts: Vec<usize>,
        /// Where it is last beyond doubt.
        lasts: Vec<usize>,
        /// Where its percentile is best: of equals, where more places are compared.
        best: usize,
        /// Where its percentile is worst.
        worst: usize,
    },
    /// The own place has nothing to compare: who is first most often.
    Leader {
        /// The place, or the first of them.
        region: Arc<Region>,
        /// How many places are first as often.
        tied: usize,
        /// On how many indicators.
        firsts: usize,
        /// Of how many.
        of: usize,
    },
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum ScorecardLabel {
    /// Heading: the indicator.
    HeadIndicator,
    /// Heading: the figure with its unit.
    HeadValue,
    /// The indicator's name.
    Indicator(Arc<Indicator>),
    /// A figure with its unit: read, as written, marks.
    Figure(Quantity, String, String),
    /// What a mark on some figures stands for.
    Marked(char, Difference),
    /// What the small number and the fill of a cell are.
    Fill,
    /// Hollow cells are listed, not ranked.
    SetApart,
    /// Figures with a qualifier are ranked as intervals.
    Intervals(Quantity),
    /// Neither way is better.
    NoPolarity(Vec<Arc<Indicator>>),
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let indicators = several::indicators(view)?;
    let places = places(dataset, view, &indicators);
    let mut comparisons = Vec::new();
    let mut marks = Marks::default();
    for indicator in indicators {
        let question = Question { indicator, period: view.period, places: places.clone(), home: None, relax: view.relax };
        let comparison = compare(dataset, &question);
        marks.gather(&comparison);
        comparisons.push(comparison);
    }
    let mut columns = Vec::new();
    for comparison in &comparisons {
        columns.push(column(comparison));
    }
    let mut rows = Vec::new();
    for region in places {
        let mut cells = Vec::new();
        for comparison in &comparisons {
            cells.push(cell(comparison, &region, view.benchmark.as_deref(), &marks));
        }
        let is_home = view.home.as_ref().is_some_and(|home| home.id == region.id);
        rows.push(ScoreRow { region, is_home, cells });
    }
    if let Sort::By(indicator) = &view.sort
        && let Some(column) = columns.iter().position(|column| column.indicator.id == indicator.id)
    {
        // those without a rank come last, in the order they were in
        rows = sorted(rows, |row| {
            row.cells.get(column).and_then(ScoreCell::position).map_or(f64::INFINITY, |position| f64::from(position.rank.point))
        });
    }
    let finding = finding(&columns, &rows);
    let chart = ScorecardChart { finding, period: several::common_period(&comparisons), columns, rows };
    Ok(Figure {
        home: view.home.clone(),
        notes: notes(&comparisons, &chart, &marks),
        table: table(&chart),
        chart: Chart::Scorecard(Box::new(chart)),
        sources: several::citations(&comparisons).done(),
    })
}

/// The own place, the benchmark, the places asked for; everyone with a figure where none are.
#[inline(never)]
fn places(dataset: &Dataset, view: &View, indicators: &[Arc<Indicator>]) -> Vec<Arc<Region>> {
    let mut places: Vec<Arc<Region>> = Vec::new();
    let mut add = |region: &Arc<Region>| {
        if !places.iter().any(|known| Arc::ptr_eq(known, region)) {
            places.push(Arc::clone(region));
        }
    };
    for region in view.home.iter().chain(&view.benchmark).chain(&view.places) {
        add(region);
    }
    if view.places.is_empty() {
        for indicator in indicators {
            for figure in dataset.figures_of(indicator).filter(|figure| figure.quantity.is_some()) {
                add(&figure.region);
            }
        }
    }
    places
}

fn column(comparison: &Comparison) -> ScoreColumn {
    ScoreColumn {
        indicator: Arc::clone(&comparison.indicator),
        period: comparison.period,
        ranked: comparison.ranked().count(),
        is_ranking: comparison.is_ranking(),
        level: comparison.ranked().all(|(.., rank)| rank.point == 1 && !rank.is_open()),
        decimals: shown_decimals(&comparison.indicator, &mut comparison.ranked().map(|(_, quantity, _)| quantity)),
    }
}

#[inline(never)]
fn cell(comparison: &Comparison, region: &Region, benchmark: Option<&Region>, marks: &Marks) -> ScoreCell {
    let (state, differences, observation) = match comparison.entry(region).map(|entry| &entry.standing) {
        Some(Standing::Ranked { quantity, flags, observation, .. }) => {
            let state = position(comparison, region, benchmark)
                .map_or(ScoreState::Apart(*quantity), |position| ScoreState::Ranked(Box::new(position)));
            (state, flags.as_slice(), Some(observation))
        }
        Some(Standing::Apart { quantity, reasons, observation }) => (ScoreState::Apart(*quantity), reasons.as_slice(), Some(observation)),
        Some(Standing::Missing) | None => (ScoreState::Missing, [].as_slice(), None),
    };
    ScoreCell { state, marks: marks.of_differences(differences), observation: observation.cloned() }
}

#[inline(never)]
fn finding(columns: &[ScoreColumn], rows: &[ScoreRow]) -> ScorecardFinding {
    let of = columns.iter().filter(|column| column.tells()).count();
    if of == 0 {
        return ScorecardFinding::Nothing;
    }
    if let Some(found) = rows.iter().find(|row| row.is_home).and_then(|home| home_finding(columns, rows, home)) {
        return found;
    }
    let mut most: Option<(&Arc<Region>, usize)> = None;
    let mut tied = 0;
    for row in rows {
        let firsts = told(columns, row).filter(|(_, position)| position.rank.point == 1).count();
        match most {
            Some((_, known)) if firsts < known => {}
            Some((_, known)) if firsts == known => tied += 1,
            _ => (most, tied) = (Some((&row.region, firsts)), 1),
        }
    }
    most.map_or(ScorecardFinding::Nothing, |(region, firsts)| ScorecardFinding::Leader { region: Arc::clone(region), tied, firsts, of })
}

/// The positions of a row in the columns that tell places apart.
fn told<'r>(columns: &'r [ScoreColumn], row: &'r ScoreRow) -> impl Iterator<Item = (usize, &'r Position)> {
    columns.iter().zip(&row.cells).enumerate().filter(|(_, (column, _))| column.tells()).filter_map(|(index, (_, cell))| {
        let position = cell.position()?;
        Some((index, position))
    })
}

#[inline(never)]
fn home_finding(columns: &[ScoreColumn], rows: &[ScoreRow], home: &ScoreRow) -> Option<ScorecardFinding> {
    let (mut firsts, mut lasts, mut of) = (Vec::new(), Vec::new(), 0);
    // percentile, among how many, and in which column
    let mut best: Option<(f64, usize, usize)> = None;
    let mut worst: Option<(f64, usize, usize)> = None;
    for (index, own) in told(columns, home) {
        of += 1;
        let last = rows.iter().filter_map(|row| row.cells.get(index)?.position()).map(|other| other.rank.point).max();
        if own.rank.point == 1 && !own.rank.is_open() {
            firsts.push(index);
        }
        if Some(own.rank.point) == last && own.rank.best == own.rank.point {
            lasts.push(index);
        }
        let Some(percentile) = own.percentile.map(|interval| interval.point) else { continue };
        if best.is_none_or(|(least, among, _)| percentile < least || (percentile == least && own.of > among)) {
            best = Some((percentile, own.of, index));
        }
        if worst.is_none_or(|(most, among, _)| percentile > most || (percentile == most && own.of > among)) {
            worst = Some((percentile, own.of, index));
        }
    }
    let ((.., best), (.., worst)) = best.zip(worst)?;
    Some(ScorecardFinding::Home { home: Arc::clone(&home.region), of, firsts, lasts, best, worst })
}

#[inline(never)]
fn table(chart: &ScorecardChart) -> Table {
    let label = |label| Heading::Label(Label::Scorecard(label));
    let columns = vec![
        Heading::Place,
        label(ScorecardLabel::HeadIndicator),
        label(ScorecardLabel::HeadValue),
        Heading::Rank,
        Heading::Period,
        Heading::Definition,
        Heading::Source,
    ];
    let mut rows = Vec::new();
    for row in &chart.rows {
        for (column, cell) in chart.columns.iter().zip(&row.cells) {
            let value = cell.quantity().map_or(Cell::Missing, |quantity| {
                Cell::Label(Label::Scorecard(ScorecardLabel::Figure(*quantity, cell.text().to_owned(), cell.marks.clone())))
            });
            let rank = cell
                .position()
                .filter(|_| column.is_ranking && column.ranked > 1)
                .map_or(Cell::Empty, |position| Cell::Rank(position.rank));
            let (mut period, mut definition, mut source) = (Cell::Empty, Cell::Empty, Cell::Empty);
            if let Some(observation) = &cell.observation {
                period = Cell::Period(observation.period, observation.inferred);
                definition = observation.definition.clone().map_or(Cell::Empty, Cell::Text);
                source = Cell::Source(Arc::clone(&observation.source), observation.locator.clone());
            }
            let indicator = Cell::Label(Label::Scorecard(ScorecardLabel::Indicator(Arc::clone(&column.indicator))));
            rows.push(vec![Cell::Place(Arc::clone(&row.region)), indicator, value, rank, period, definition, source]);
        }
    }
    Table { columns, rows }
}

#[inline(never)]
fn notes(comparisons: &[Comparison], chart: &ScorecardChart, marks: &Marks) -> Vec<Note> {
    let mut labels = Vec::new();
    if chart.columns.iter().any(ScoreColumn::tells) {
        labels.push(ScorecardLabel::Fill);
    }
    for (mark, difference) in marks.all() {
        labels.push(ScorecardLabel::Marked(mark, difference));
    }
    if chart.rows.iter().flat_map(|row| &row.cells).any(|cell| matches!(cell.state, ScoreState::Apart(_))) {
        labels.push(ScorecardLabel::SetApart);
    }
    let mut sizes = Vec::new();
    for column in chart.columns.iter().filter(|column| !column.is_ranking && column.ranked > 0) {
        sizes.push(Arc::clone(&column.indicator));
    }
    if !sizes.is_empty() {
        labels.push(ScorecardLabel::NoPolarity(sizes));
    }
    let ranked = comparisons.iter().filter(|comparison| comparison.is_ranking()).flat_map(Comparison::ranked);
    if let Some((_, quantity, _)) = ranked.into_iter().find(|(_, quantity, _)| !quantity.is_exact()) {
        labels.push(ScorecardLabel::Intervals(*quantity));
    }
    let mut notes = Vec::new();
    for label in labels {
        notes.push(Note::Label(Label::Scorecard(label)));
    }
    notes.append(&mut several::notes(comparisons));
    notes
}
