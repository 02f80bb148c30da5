//! 差距: the page's own place against a benchmark, a row an indicator.
//!
//! Units differ, so each row is measured in multiples of the benchmark, turned over where less is better: to the
//! right the own place is always the better one.

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
    benchmark::{Comparison, Difference, Gap, Question, Standing, compare, gap},
    dataset::{Dataset, Indicator, Measure, Observation, Period, Polarity, Quantity, Region, Sort, View},
    order::sorted,
};

/// A row an indicator, from furthest ahead to furthest behind, then what cannot be compared, then the missing.
#[derive(Clone, Debug)]
pub struct GapChart {
    /// The page's own place.
    pub home: Arc<Region>,
    /// The place looked up to.
    pub benchmark: Arc<Region>,
    /// In the order of the drawing.
    pub rows: Vec<GapRow>,
    /// What the title says.
    pub finding: GapFinding,
    /// When, where it is the same of all rows.
    pub period: Option<Period>,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct GapRow {
    /// What is compared.
    pub indicator: Arc<Indicator>,
    /// When.
    pub period: Option<Period>,
    /// The own figure.
    pub home: GapSide,
    /// That of the benchmark.
    pub benchmark: GapSide,
    /// How they stand to each other.
    pub state: GapState,
    /// Decimals to show the difference with.
    pub decimals: u8,
}

/// One of the two figures.
#[derive(Clone, Debug)]
pub struct GapSide {
    /// In the indicator's unit; `None` where there is none.
    pub quantity: Option<Quantity>,
    /// The marks of its notes; mostly empty.
    pub marks: String,
    /// The figure as published.
    pub observation: Option<Arc<Observation>>,
}

impl GapSide {
    /// The figure as the source writes it; empty where there is none or the dataset gives a bare number.
    pub fn text(&self) -> &str {
        self.observation.as_ref().map_or("", |observation| &observation.text)
    }
}

/// How the two figures of a row stand to each other.
#[derive(Clone, Debug)]
pub enum GapState {
    /// Both can be compared.
    Compared {
        /// Own minus benchmark.
        gap: Gap,
        /// Which is ahead.
        verdict: GapVerdict,
        /// How many times as good the own figure is; `None` where a multiple has no meaning.
        times: Option<GapTimes>,
    },
    /// Both are published but differ in definition, period or scope.
    Apart,
    /// One or both are not published.
    Missing,
}

/// Which of the two is ahead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GapVerdict {
    /// The own place.
    Ahead,
    /// The benchmark.
    Behind,
    /// They are equal.
    Level,
    /// The published qualifiers leave it open.
    Open,
    /// Neither way is better.
    Neither,
}

/// A multiple of the benchmark: above 1 the own figure is the better one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GapTimes {
    /// By the numbers as stated.
    pub point: f64,
    /// The least it can be, given the published qualifiers.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

impl GapTimes {
    /// The multiple without regard to its direction: 2 of 2 and of ½.
    pub fn size(self) -> f64 {
        if self.point < 1.0 { 1.0 / self.point } else { self.point }
    }
}

/// What the title says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GapFinding {
    /// How many indicators can be compared and have a better side.
    pub of: usize,
    /// On how many the own place is ahead.
    pub ahead: usize,
    /// On how many it is behind.
    pub behind: usize,
    /// The row in which the multiple is furthest from 1, where there is one.
    pub widest: Option<usize>,
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum GapLabel {
    /// Heading: the indicator.
    HeadIndicator,
    /// Heading: the figures of a place.
    HeadPlace(Arc<Region>),
    /// Heading: own minus benchmark.
    HeadDifference,
    /// Heading: multiple of the benchmark, above 1 the better.
    HeadTimes,
    /// Heading: which is ahead.
    HeadVerdict,
    /// Heading: period of a place's figure.
    HeadPeriod(Arc<Region>),
    /// Heading: source of a place's figure.
    HeadSource(Arc<Region>),
    /// The indicator's name.
    Indicator(Arc<Indicator>),
    /// A figure with its unit: read, as written, marks.
    Figure(Quantity, String, String),
    /// A difference with its unit: in the unit of the indicator, decimals.
    Difference(f64, u8, Arc<Indicator>),
    /// Which is ahead.
    Verdict(GapVerdict),
    /// They cannot be compared.
    Apart,
    /// What the scale is.
    Scale(Arc<Region>, Arc<Region>),
    /// Figures that have no multiple.
    NoTimes(Vec<Arc<Indicator>>),
    /// What a mark on some figures stands for.
    Marked(char, Difference),
    /// Hollow rows are listed, not compared.
    SetApart,
    /// Neither way is better.
    NoPolarity(Vec<Arc<Indicator>>),
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let indicators = several::indicators(view)?;
    let (home, benchmark) = pair(view).ok_or(Unanswerable::NoBenchmark)?;
    let mut comparisons = Vec::new();
    let mut marks = Marks::default();
    for indicator in indicators {
        let places = vec![Arc::clone(&home), Arc::clone(&benchmark)];
        let comparison = compare(dataset, &Question { indicator, period: view.period, places, home: None, relax: view.relax });
        marks.gather(&comparison);
        comparisons.push(comparison);
    }
    let mut rows = Vec::new();
    for comparison in &comparisons {
        rows.push(row(comparison, &home, &benchmark, &marks));
    }
    let rows = if view.sort == Sort::Listed { rows } else { sorted(rows, order) };
    let finding = finding(&rows);
    let chart = GapChart { home, benchmark, rows, finding, period: several::common_period(&comparisons) };
    Ok(Figure {
        home: view.home.clone(),
        notes: notes(&comparisons, &chart, &marks),
        table: table(&chart),
        chart: Chart::Gap(Box::new(chart)),
        sources: several::citations(&comparisons).done(),
    })
}

/// The own place and the benchmark; where one is not named, the first other place that is.
fn pair(view: &View) -> Option<(Arc<Region>, Arc<Region>)> {
    let other = |than: Option<&Arc<Region>>| view.places.iter().find(|place| than.is_none_or(|than| than.id != place.id));
    let home = view.home.as_ref().or_else(|| other(view.benchmark.as_ref()))?;
    let benchmark = view.benchmark.as_ref().filter(|benchmark| benchmark.id != home.id).or_else(|| other(Some(home)))?;
    Some((Arc::clone(home), Arc::clone(benchmark)))
}

#[inline(never)]
fn row(comparison: &Comparison, home: &Region, benchmark: &Region, marks: &Marks) -> GapRow {
    let indicator = &comparison.indicator;
    let (own, other) = (side(comparison, home, marks), side(comparison, benchmark, marks));
    let ranked = |place: &Region| comparison.ranked().find(|(region, ..)| region.id == place.id);
    let state = match (ranked(home), ranked(benchmark)) {
        (Some((_, a, rank)), Some((_, b, _))) => {
            let gap = gap(a, b, indicator.polarity);
            let verdict = match gap.better {
                _ if indicator.polarity == Polarity::None => GapVerdict::Neither,
                _ if rank.is_open() => GapVerdict::Open,
                Some(true) => GapVerdict::Ahead,
                Some(false) => GapVerdict::Behind,
                None => GapVerdict::Level,
            };
            GapState::Compared { gap, verdict, times: times(a, b, indicator) }
        }
        _ if own.quantity.is_some() && other.quantity.is_some() => GapState::Apart,
        _ => GapState::Missing,
    };
    let mut shown = own.quantity.iter().chain(&other.quantity);
    GapRow {
        indicator: Arc::clone(indicator),
        period: comparison.period,
        decimals: shown_decimals(indicator, &mut shown),
        home: own,
        benchmark: other,
        state,
    }
}

fn side(comparison: &Comparison, place: &Region, marks: &Marks) -> GapSide {
    let (quantity, differences, observation) = match comparison.entry(place).map(|entry| &entry.standing) {
        Some(Standing::Ranked { quantity, flags, observation, .. }) => (Some(*quantity), flags.as_slice(), Some(observation)),
        Some(Standing::Apart { quantity, reasons, observation }) => (Some(*quantity), reasons.as_slice(), Some(observation)),
        Some(Standing::Missing) | None => (None, [].as_slice(), None),
    };
    GapSide { quantity, marks: marks.of_differences(differences), observation: observation.cloned() }
}

/// Own ÷ benchmark, turned over where less is better. Of what is not above zero, of ranks, and of what is best at a
/// value, no figure is so many times as good as another.
fn times(own: &Quantity, other: &Quantity, indicator: &Indicator) -> Option<GapTimes> {
    let (own, other) = match indicator.polarity {
        Polarity::Higher => (own, other),
        Polarity::Lower => (other, own),
        Polarity::Nearest(_) | Polarity::None => return None,
    };
    let positive = own.low() > 0.0 && other.low() > 0.0;
    let times = GapTimes { point: own.value() / other.value(), low: own.low() / other.high(), high: own.high() / other.low() };
    // above zero and finite, from the tiniest to the hugest, so that its logarithm is too
    let sound = [times.point, times.low, times.high].iter().all(|value| (1e-300..1e300).contains(value));
    (positive && sound && indicator.measure != Measure::Rank).then_some(times)
}

/// Where a row stands: furthest ahead first.
fn order(row: &GapRow) -> f64 {
    match &row.state {
        GapState::Compared { times: Some(times), .. } => {
            let log = libm::log(times.point);
            if log == 0.0 { 0.0 } else { -log - if log > 0.0 { 1.0 } else { -1.0 } }
        }
        GapState::Compared { verdict, .. } => match verdict {
            GapVerdict::Ahead => -0.5,
            GapVerdict::Level | GapVerdict::Open => 0.0,
            GapVerdict::Behind => 0.5,
            GapVerdict::Neither => 1e4,
        },
        GapState::Apart => 1e5,
        GapState::Missing => 1e6,
    }
}

#[inline(never)]
fn finding(rows: &[GapRow]) -> GapFinding {
    let mut finding = GapFinding { of: 0, ahead: 0, behind: 0, widest: None };
    let mut most = 1.0;
    for (index, row) in rows.iter().enumerate() {
        let GapState::Compared { verdict, times, .. } = &row.state else { continue };
        match verdict {
            GapVerdict::Neither => continue,
            GapVerdict::Ahead => finding.ahead += 1,
            GapVerdict::Behind => finding.behind += 1,
            GapVerdict::Level | GapVerdict::Open => {}
        }
        finding.of += 1;
        if let Some(size) = times.map(GapTimes::size).filter(|size| *size > most && *verdict != GapVerdict::Open) {
            (most, finding.widest) = (size, Some(index));
        }
    }
    finding
}

#[inline(never)]
fn table(chart: &GapChart) -> Table {
    let head = |label| Heading::Label(Label::Gap(label));
    let columns = vec![
        head(GapLabel::HeadIndicator),
        head(GapLabel::HeadPlace(Arc::clone(&chart.home))),
        head(GapLabel::HeadPlace(Arc::clone(&chart.benchmark))),
        head(GapLabel::HeadDifference),
        head(GapLabel::HeadTimes),
        head(GapLabel::HeadVerdict),
        head(GapLabel::HeadPeriod(Arc::clone(&chart.home))),
        head(GapLabel::HeadPeriod(Arc::clone(&chart.benchmark))),
        head(GapLabel::HeadSource(Arc::clone(&chart.home))),
        head(GapLabel::HeadSource(Arc::clone(&chart.benchmark))),
    ];
    let cell = |label| Cell::Label(Label::Gap(label));
    let figure = |side: &GapSide| match side.quantity {
        Some(quantity) => cell(GapLabel::Figure(quantity, side.text().to_owned(), side.marks.clone())),
        None => Cell::Missing,
    };
    let period = |side: &GapSide| {
        side.observation.as_ref().map_or(Cell::Empty, |observation| Cell::Period(observation.period, observation.inferred))
    };
    let source = |side: &GapSide| match &side.observation {
        Some(observation) => Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
        None => Cell::Empty,
    };
    let mut rows = Vec::new();
    for row in &chart.rows {
        let (mut gap_cell, mut times_cell) = (Cell::Empty, Cell::Empty);
        let verdict = match &row.state {
            GapState::Compared { gap, verdict, times } => {
                gap_cell = cell(GapLabel::Difference(gap.absolute, row.decimals, Arc::clone(&row.indicator)));
                if let Some(times) = times {
                    times_cell = Cell::Number(times.point, 2);
                }
                cell(GapLabel::Verdict(*verdict))
            }
            GapState::Apart => cell(GapLabel::Apart),
            GapState::Missing => Cell::Empty,
        };
        let name = cell(GapLabel::Indicator(Arc::clone(&row.indicator)));
        let (own, other) = (&row.home, &row.benchmark);
        rows.push(vec![
            name,
            figure(own),
            figure(other),
            gap_cell,
            times_cell,
            verdict,
            period(own),
            period(other),
            source(own),
            source(other),
        ]);
    }
    Table { columns, rows }
}

#[inline(never)]
fn notes(comparisons: &[Comparison], chart: &GapChart, marks: &Marks) -> Vec<Note> {
    let mut labels = Vec::new();
    let (mut scaled, mut apart) = (false, false);
    let (mut bare, mut sizes) = (Vec::new(), Vec::new());
    for row in &chart.rows {
        match &row.state {
            GapState::Compared { verdict: GapVerdict::Neither, .. } => sizes.push(Arc::clone(&row.indicator)),
            GapState::Compared { times: None, .. } => bare.push(Arc::clone(&row.indicator)),
            GapState::Compared { .. } => scaled = true,
            GapState::Apart | GapState::Missing => apart = true,
        }
    }
    if scaled {
        labels.push(GapLabel::Scale(Arc::clone(&chart.home), Arc::clone(&chart.benchmark)));
    }
    if !bare.is_empty() {
        labels.push(GapLabel::NoTimes(bare));
    }
    for (mark, difference) in marks.all() {
        labels.push(GapLabel::Marked(mark, difference));
    }
    if apart {
        labels.push(GapLabel::SetApart);
    }
    if !sizes.is_empty() {
        labels.push(GapLabel::NoPolarity(sizes));
    }
    let mut notes = Vec::new();
    for label in labels {
        notes.push(Note::Label(Label::Gap(label)));
    }
    let mut ranked = comparisons.iter().flat_map(Comparison::ranked);
    if let Some((_, quantity, _)) = ranked.find(|(_, quantity, _)| !quantity.is_exact()) {
        notes.push(Note::Intervals { example: *quantity });
    }
    notes.append(&mut several::notes(comparisons));
    notes
}
