//! 排名对比: places in order, with intervals, middle values and a target line.

use std::sync::Arc;

use super::{
    Chart, Figure,
    citation::Citations,
    listed,
    mark::{Marks, observations, shown_decimals},
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{Comparison, Gap, Question, Rank, Standing, compare, gap, mean, median},
    dataset::{Dataset, Indicator, Measure, Observation, Period, Polarity, Quantity, Region, Sort, Target, TargetKind, View},
};

/// Bars in order.
#[derive(Clone, Debug)]
pub struct RankingChart {
    /// What is compared.
    pub indicator: Arc<Indicator>,
    /// What the title says.
    pub finding: RankingFinding,
    /// When.
    pub period: Option<Period>,
    /// How many places are ranked.
    pub ranked: usize,
    /// Best first, then those that cannot be compared, then the missing; or as the dataset lists them.
    pub rows: Vec<Row>,
    /// Lines across all rows.
    pub lines: Vec<Line>,
    /// Decimals to show computed values with.
    pub decimals: u8,
    /// Whether rank numbers are shown.
    pub is_ranking: bool,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// The place gaps are measured to: the named one, or the first.
    pub gap_to: Option<Arc<Region>>,
}

/// One place.
#[derive(Clone, Debug)]
pub struct Row {
    /// The place.
    pub region: Arc<Region>,
    /// Whether it is the page's own.
    pub is_home: bool,
    /// What is drawn.
    pub state: RowState,
    /// The marks of its notes; mostly empty.
    pub marks: String,
    /// The figure as published; `None` where there is none.
    pub observation: Option<Arc<Observation>>,
    /// Whether it misses the target drawn as a line.
    pub misses: bool,
    /// The gap to [`RankingChart::gap_to`]; `None` for that place itself.
    pub gap: Option<Gap>,
}

impl Row {
    /// The figure as the source writes it; empty where there is none or the dataset gives a bare number.
    pub fn text(&self) -> &str {
        self.observation.as_ref().map_or("", |observation| &observation.text)
    }
}

/// What is drawn of a place.
#[derive(Clone, Debug)]
pub enum RowState {
    /// A bar.
    Ranked {
        /// In the indicator's unit.
        quantity: Quantity,
        /// Among the ranked.
        rank: Rank,
    },
    /// A hollow bar: shown, not compared.
    Apart {
        /// In the indicator's unit.
        quantity: Quantity,
    },
    /// A gap, in its place.
    Missing,
}

/// A line across all rows.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it stands for.
    pub kind: LineKind,
    /// Where, in the indicator's unit.
    pub value: f64,
}

/// What a line stands for.
#[derive(Clone, Debug)]
pub enum LineKind {
    /// The place looked up to.
    Benchmark(Arc<Region>),
    /// The middle place.
    Median,
    /// The arithmetic mean.
    Mean,
    /// A promise of a place.
    Target {
        /// The promise.
        target: Arc<Target>,
        /// The value as written, in the indicator's unit.
        value: Quantity,
        /// How many of the ranked meet it.
        met: usize,
    },
}

/// What the title says.
#[derive(Clone, Debug)]
pub enum RankingFinding {
    /// No place has a figure that can be compared.
    Nothing,
    /// One place alone.
    Only(Arc<Region>, Quantity),
    /// The page's own place, its rank, and its gap to the first.
    Home {
        /// The own place.
        home: Arc<Region>,
        /// Its rank.
        rank: Rank,
        /// Among how many.
        of: usize,
        /// The first, where that is another one, and the gap to it.
        leader: Option<(Arc<Region>, Gap)>,
    },
    /// The first and the last, and how many times the one is of the other.
    Span {
        /// The first place.
        first: Arc<Region>,
        /// How many share its rank.
        tied: usize,
        /// The last place.
        last: Arc<Region>,
        /// Larger value ÷ smaller value, where both are above zero.
        times: Option<f64>,
        /// Whether the published qualifiers leave open which of the two is ahead.
        open: bool,
    },
}

pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let indicator = request.indicator.as_ref().ok_or(Unanswerable::NoIndicator)?;
    let question = Question {
        indicator: Arc::clone(indicator),
        period: request.period,
        places: request.places.clone(),
        home: request.home.clone(),
        relax: request.relax,
    };
    let comparison = compare(dataset, &question);
    let marks = Marks::of(&comparison);
    let lines = lines(&comparison, request.benchmark.as_deref(), request.target.as_ref());
    let gap_to = gap_to(&comparison, request.benchmark.as_ref());
    let mut rows = Vec::new();
    for entry in &comparison.entries {
        rows.push(row(entry, request, &comparison, &marks, &lines, gap_to.as_ref()));
    }
    let decimals = shown_decimals(indicator, &mut comparison.ranked().map(|(_, quantity, _)| quantity));
    let mut table = table(&comparison, &rows, gap_to.as_ref(), decimals);
    if request.sort == Sort::Listed {
        let pairs = rows.into_iter().zip(table.rows).collect();
        (rows, table.rows) = listed(dataset, pairs, |(row, _)| &row.region).into_iter().unzip();
    }
    let mut citations = Citations::default();
    for observation in observations(&comparison) {
        citations.observation(observation);
    }
    if let Some(target) = &request.target {
        citations.target(target);
    }
    let chart = RankingChart {
        indicator: Arc::clone(indicator),
        decimals,
        finding: finding(&comparison, request.home.as_deref()),
        period: comparison.period,
        ranked: comparison.ranked().count(),
        is_ranking: comparison.is_ranking(),
        lower_is_better: indicator.polarity == Polarity::Lower,
        rows,
        lines,
        gap_to,
    };
    Ok(Figure {
        home: request.home.clone(),
        notes: notes(&comparison, &marks),
        chart: Chart::Ranking(Box::new(chart)),
        table,
        sources: citations.done(),
    })
}

/// The named benchmark; middle values from three places on; a target where it is a level of this indicator.
fn lines(comparison: &Comparison, benchmark: Option<&Region>, target: Option<&Arc<Target>>) -> Vec<Line> {
    let values = comparison.values();
    let mut lines = Vec::new();
    if let Some((region, quantity, _)) =
        comparison.ranked().find(|(region, ..)| benchmark.is_some_and(|benchmark| benchmark.id == region.id))
    {
        lines.push(Line { kind: LineKind::Benchmark(Arc::clone(region)), value: quantity.value() });
    }
    if values.len() >= 3 {
        for (kind, value) in [(LineKind::Median, median(&values)), (LineKind::Mean, mean(&values))] {
            // places in a list have a middle, but no mean
            let has = !matches!((&kind, comparison.indicator.measure), (LineKind::Mean, Measure::Rank));
            if let Some(value) = value.filter(|_| has) {
                lines.push(Line { kind, value });
            }
        }
    }
    if let Some(target) = target.filter(|target| target.indicator.as_ref().is_some_and(|indicator| indicator.id == comparison.indicator.id))
        && let TargetKind::Reach { value, .. } | TargetKind::AtLeast(value) | TargetKind::AtMost(value) = &target.kind
    {
        let met = comparison.ranked().filter(|(_, quantity, _)| meets(quantity, target, value, comparison.indicator.polarity)).count();
        lines.push(Line { kind: LineKind::Target { target: Arc::clone(target), value: *value, met }, value: value.value() });
    }
    lines
}

/// Whether a figure is certainly on the good side of a target, by the numbers as stated.
fn meets(quantity: &Quantity, target: &Target, value: &Quantity, polarity: Polarity) -> bool {
    let down =
        matches!(target.kind, TargetKind::AtMost(_)) || (polarity == Polarity::Lower && !matches!(target.kind, TargetKind::AtLeast(_)));
    let (own, aim) = (quantity.value(), value.value());
    if own == aim { !target.strict } else { (own < aim) == down }
}

/// The named benchmark where it is ranked, else the first place.
fn gap_to(comparison: &Comparison, benchmark: Option<&Arc<Region>>) -> Option<Arc<Region>> {
    let named = benchmark.and_then(|benchmark| comparison.ranked().find(|(region, ..)| region.id == benchmark.id));
    named.or_else(|| comparison.ranked().next()).map(|(region, ..)| Arc::clone(region))
}

fn row(
    entry: &crate::benchmark::Entry,
    request: &View,
    comparison: &Comparison,
    marks: &Marks,
    lines: &[Line],
    gap_to: Option<&Arc<Region>>,
) -> Row {
    let is = |other: Option<&Arc<Region>>| other.is_some_and(|other| other.id == entry.region.id);
    let polarity = comparison.indicator.polarity;
    let (state, differences, observation) = match &entry.standing {
        Standing::Ranked { quantity, rank, flags, observation } => {
            (RowState::Ranked { quantity: *quantity, rank: *rank }, flags.as_slice(), Some(observation))
        }
        Standing::Apart { quantity, reasons, observation } => {
            (RowState::Apart { quantity: *quantity }, reasons.as_slice(), Some(observation))
        }
        Standing::Missing => (RowState::Missing, [].as_slice(), None),
    };
    let quantity = match &state {
        RowState::Ranked { quantity, .. } => Some(quantity),
        _ => None,
    };
    let misses = quantity.is_some_and(|quantity| {
        lines.iter().any(|line| matches!(&line.kind, LineKind::Target { target, value, .. } if !meets(quantity, target, value, polarity)))
    });
    let other = gap_to.filter(|_| !is(gap_to)).and_then(|region| comparison.ranked().find(|(ranked, ..)| ranked.id == region.id));
    let gap = quantity.zip(other).map(|(own, (_, other, _))| gap(own, other, polarity));
    Row {
        region: Arc::clone(&entry.region),
        is_home: is(request.home.as_ref()),
        state,
        marks: marks.of_differences(differences),
        observation: observation.cloned(),
        misses,
        gap,
    }
}

fn table(comparison: &Comparison, rows: &[Row], gap_to: Option<&Arc<Region>>, decimals: u8) -> Table {
    let indicator = &comparison.indicator;
    let with_definition = observations(comparison).any(|observation| observation.definition.is_some());
    let with_period = observations(comparison).any(|observation| Some(observation.period) != comparison.period || observation.inferred);
    let gap_to = gap_to.filter(|_| comparison.ranked().count() > 1);
    let mut columns = Vec::new();
    if comparison.is_ranking() {
        columns.push(Heading::Rank);
    }
    columns.push(Heading::Place);
    columns.push(Heading::Value(Arc::clone(indicator)));
    if let Some(region) = gap_to {
        columns.push(Heading::GapTo(Arc::clone(region), indicator.unit));
    }
    if with_period {
        columns.push(Heading::Period);
    }
    if with_definition {
        columns.push(Heading::Definition);
    }
    columns.push(Heading::Source);
    let mut written = Vec::new();
    for (entry, row) in comparison.entries.iter().zip(rows) {
        let observation = match &entry.standing {
            Standing::Ranked { observation, .. } | Standing::Apart { observation, .. } => Some(observation),
            Standing::Missing => None,
        };
        let mut cells = Vec::new();
        for column in &columns {
            cells.push(cell(column, row, observation, decimals));
        }
        written.push(cells);
    }
    Table { rows: written, columns }
}

fn cell(column: &Heading, row: &Row, observation: Option<&Arc<Observation>>, decimals: u8) -> Cell {
    match (column, observation) {
        (Heading::Place, _) => Cell::Place(Arc::clone(&row.region)),
        (Heading::Rank, _) => match row.state {
            RowState::Ranked { rank, .. } => Cell::Rank(rank),
            _ => Cell::Empty,
        },
        (Heading::Value(_), _) => match &row.state {
            RowState::Ranked { quantity, .. } | RowState::Apart { quantity } => {
                Cell::Figure(*quantity, row.text().to_owned(), row.marks.clone())
            }
            RowState::Missing => Cell::Missing,
        },
        (Heading::GapTo(..), _) => row.gap.map_or(Cell::Empty, |gap| Cell::Difference(gap.absolute, decimals)),
        (Heading::Period, Some(observation)) => Cell::Period(observation.period, observation.inferred),
        (Heading::Definition, Some(observation)) => observation.definition.clone().map_or(Cell::Empty, Cell::Text),
        (Heading::Source, Some(observation)) => Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
        _ => Cell::Empty,
    }
}

fn finding(comparison: &Comparison, home: Option<&Region>) -> RankingFinding {
    let ranked: Vec<(&Arc<Region>, &Quantity, Rank)> = comparison.ranked().collect();
    let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else { return RankingFinding::Nothing };
    if ranked.len() == 1 {
        return RankingFinding::Only(Arc::clone(first.0), *first.1);
    }
    let own = home.and_then(|home| ranked.iter().find(|(region, ..)| region.id == home.id));
    if let Some((home, quantity, rank)) = own.filter(|_| comparison.is_ranking()) {
        let leader = (rank.point > 1).then(|| (Arc::clone(first.0), gap(quantity, first.1, comparison.indicator.polarity)));
        return RankingFinding::Home { home: Arc::clone(home), rank: *rank, of: ranked.len(), leader };
    }
    let (a, b) = (first.1.value(), last.1.value());
    // a multiple of what is only known to lie in an interval would be false precision
    let exact = first.1.is_exact() && last.1.is_exact();
    let times = (exact && a > 0.0 && b > 0.0).then(|| a.max(b) / a.min(b)).filter(|times| times.is_finite());
    let tied = ranked.iter().filter(|(.., rank)| rank.point == 1).count();
    RankingFinding::Span { first: Arc::clone(first.0), tied, last: Arc::clone(last.0), times, open: last.2.best == 1 && tied == 1 }
}

fn notes(comparison: &Comparison, marks: &Marks) -> Vec<Note> {
    let mut notes = Vec::new();
    for (mark, difference) in marks.all() {
        let (definition, scope) = (comparison.definition.clone(), comparison.scope.clone());
        notes.push(Note::Marked { mark, difference, definition, scope });
    }
    if comparison.entries.iter().any(|entry| matches!(entry.standing, Standing::Apart { .. })) {
        notes.push(Note::SetApart);
    }
    for (part, ..) in comparison.ranked() {
        if let Some((whole, ..)) = comparison.ranked().find(|(whole, ..)| part.parent.as_deref() == Some(whole.id.as_str())) {
            notes.push(Note::Nested { whole: Arc::clone(whole), part: Arc::clone(part) });
        }
    }
    if !comparison.is_ranking() {
        notes.push(Note::NoPolarity);
    }
    if let Some((_, quantity, _)) = comparison.ranked().find(|(_, quantity, _)| !quantity.is_exact()) {
        notes.push(Note::Intervals { example: *quantity });
    }
    let mut inferred = Vec::new();
    for figure in observations(comparison) {
        if figure.inferred {
            inferred.push(Arc::clone(&figure.region));
        }
    }
    if !inferred.is_empty() {
        notes.push(Note::InferredPeriods { all: inferred.len() == observations(comparison).count(), places: inferred });
    }
    for observation in observations(comparison) {
        if let Some(text) = &observation.note {
            notes.push(Note::Remark { region: Arc::clone(&observation.region), text: text.clone() });
        }
    }
    notes
}
