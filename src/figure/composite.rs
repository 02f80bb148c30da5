//! 综合得分: several indicators made one score, what each brings, and whether the rank holds under other weights.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    listed,
    mark::observations,
    note::Note,
    request::Unanswerable,
    scored::{Scored, ScoredLabel, Several, common_notes, said, scored, several},
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{
        Rank,
        composite::{
            Composite, CompositeOf, Coverage, Draws, Matrix, Mean, Method, NoScore, Normalisation, PercentileForm, Reference, Remark,
            Robustness, Scoring as By, SetAside, Standards, TopsisScale, Weighting, compose, robustness,
        },
    },
    dataset::{AggregationWord, Dataset, Indicator, NormalisationWord, Period, Region, Sort, View},
};

/// Bars of scores.
#[derive(Clone, Debug)]
pub struct CompositeChart {
    /// What the title says.
    pub finding: CompositeFinding,
    /// The figures, the scores and the method; `None` where nothing can be scored.
    pub of: Option<CompositeOf>,
    /// Whether the ranks hold.
    pub robustness: Option<Robustness>,
    /// The indicators that take part, in the order of the view.
    pub columns: Vec<CompositeColumn>,
    /// Best first, then the places without a score.
    pub rows: Vec<CompositeRow>,
    /// How many places have a score.
    pub ranked: usize,
    /// Where the scale of scores ends: 100, or 1 for closeness; `None` for standard scores, which have no end.
    pub full: Option<f64>,
    /// Decimals of scores.
    pub decimals: u8,
    /// The page's own place.
    pub home: Option<Arc<Region>>,
}

/// An indicator that takes part.
#[derive(Clone, Debug)]
pub struct CompositeColumn {
    /// What it measures.
    pub indicator: Arc<Indicator>,
    /// When.
    pub period: Option<Period>,
    /// Its share of all weight.
    pub weight: f64,
}

/// One place.
#[derive(Clone, Debug)]
pub struct CompositeRow {
    /// The place.
    pub region: Arc<Region>,
    /// Whether it is the page's own.
    pub is_home: bool,
    /// Its score, or why it has none.
    pub score: Result<CompositeScore, NoScore>,
    /// How many of the indicators that take part it has.
    pub has: usize,
    /// One a column.
    pub cells: Vec<Option<Scored>>,
    /// The marks of all its figures.
    pub marks: String,
}

/// A score.
#[derive(Clone, Debug)]
pub struct CompositeScore {
    /// In the scale shown.
    pub value: f64,
    /// Its rank, alone or shared.
    pub rank: u32,
    /// The ranks between which nine of ten random sets of weights put it; `None` where nothing could be drawn.
    pub range: Option<(u32, u32)>,
    /// What each column brings to the value; empty where a score is no sum.
    pub parts: Vec<Option<f64>>,
}

/// What the title says.
#[derive(Clone, PartialEq, Debug)]
pub enum CompositeFinding {
    /// No place can be scored.
    Nothing,
    /// One place alone.
    Only(Arc<Region>),
    /// The page's own place.
    Home {
        /// The own place.
        home: Arc<Region>,
        /// Its rank.
        rank: u32,
        /// Among how many.
        of: usize,
        /// How many share its rank.
        tied: usize,
        /// Its ranks under random weights.
        range: Option<(u32, u32)>,
    },
    /// The page's own place has too few indicators.
    HomeUnscored {
        /// The own place.
        home: Arc<Region>,
        /// The first.
        leader: Arc<Region>,
        /// How many share its rank.
        tied: usize,
        /// The ranks of the first under random weights.
        range: Option<(u32, u32)>,
    },
    /// The first, where no place is the page's own.
    Leader {
        /// The first.
        leader: Arc<Region>,
        /// How many share its rank.
        tied: usize,
        /// Its ranks under random weights.
        range: Option<(u32, u32)>,
    },
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum CompositeLabel {
    /// Heading: the score.
    Score,
    /// Heading: ranks under random weights.
    Range,
    /// Heading: how many indicators the place has.
    Coverage,
    /// Heading: what an indicator brings.
    Points(Arc<Indicator>),
    /// Cell: not scored.
    Unscored,
    /// Cell: how many of how many.
    Has(usize, usize),
    /// Note: how scores are made.
    Method(Box<Method>),
    /// Note: what each indicator counts.
    Weights(Box<Weighting>, Vec<(Arc<Indicator>, f64)>),
    /// Note: how the ranges of ranks are found.
    Draws(u32),
    /// Note: places scored by fewer indicators than the rest.
    Incomplete(Vec<Arc<Region>>),
    /// Note: places without a score.
    Short(Vec<Arc<Region>>),
    /// Note: indicators without weight.
    NoWeight(Vec<Arc<Indicator>>),
    /// Note: how many scores were raised to what a geometric mean needs.
    Clipped(usize),
    /// Note: so few places that scores spread from one end of the scale to the other.
    Few(usize),
}

/// As many draws settle a rank range to within a percent or so.
const DRAWS: u32 = 2000;
/// Where the draws start: any number would do, but it is always the same.
const SEED: u64 = 2023;
/// What a geometric mean raises zeros to, on a scale that ends at 1.
const FLOOR: f64 = 0.01;
/// With fewer places than this, best and worst are all there is.
const FEW: usize = 5;

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let several = several(dataset, view, &[&view.home])?;
    let method = method(view, &several);
    let of = composite(&several, &method);
    let robustness = of.as_ref().and_then(|of| holds(&of.composite));
    let (factor, full, decimals) = scale(&method);
    let mut columns = Vec::new();
    let mut used = Vec::new();
    if let Some(of) = &of {
        for (column, (comparison, weight)) in of.gathered.comparisons.iter().zip(&of.composite.weights).enumerate() {
            if *weight > 0.0 {
                used.push(column);
                columns.push(CompositeColumn { indicator: Arc::clone(&comparison.indicator), period: comparison.period, weight: *weight });
            }
        }
    }
    let rows = rows(&several, of.as_ref(), robustness.as_ref(), &used, factor, view.home.as_deref());
    let ranked = rows.iter().filter(|row| row.score.is_ok()).count();
    let mut citations = Citations::default();
    if let Some(gathered) = &several.gathered {
        for comparison in &gathered.comparisons {
            for observation in observations(comparison) {
                citations.observation(observation);
            }
        }
    }
    let chart = CompositeChart {
        finding: finding(&rows, ranked, view.home.as_ref()),
        robustness,
        columns,
        rows: if view.sort == Sort::Listed { listed(dataset, rows, |row| &row.region) } else { rows },
        ranked,
        full,
        decimals,
        home: view.home.clone(),
        of,
    };
    Ok(Figure {
        home: view.home.clone(),
        notes: notes(&chart, &several, &method),
        table: table(&chart),
        chart: Chart::Composite(Box::new(chart)),
        sources: citations.done(),
    })
}

/// The method a view asks for.
#[inline(never)]
fn method(view: &View, several: &Several) -> Method {
    let weighting = if several.weights.is_empty() { view.scoring.weighting.into() } else { Weighting::Given(several.weights.clone()) };
    let normalisation = normalisation(view.scoring.normalisation);
    // scores of an efficacy coefficient run to 100, so their floor is never reached
    let scoring = match view.scoring.aggregation {
        AggregationWord::Arithmetic => By::Mean(Mean::Arithmetic, normalisation),
        AggregationWord::Geometric => By::Mean(Mean::Geometric { floor: FLOOR }, normalisation),
        AggregationWord::Topsis => By::Topsis(TopsisScale::Vector),
        AggregationWord::TopsisMinMax => By::Topsis(TopsisScale::MinMax),
    };
    Method { weighting, scoring, coverage: Coverage { least: view.scoring.coverage, ..Coverage::default() } }
}

fn normalisation(word: NormalisationWord) -> Normalisation {
    match word {
        NormalisationWord::MinMax => Normalisation::MinMax,
        NormalisationWord::Percentile => Normalisation::PercentileRank(PercentileForm::Below),
        NormalisationWord::Leader => Normalisation::RatioTo(Reference::Leader),
        NormalisationWord::ZScore => Normalisation::ZScore,
        NormalisationWord::Efficacy => Normalisation::Efficacy(Standards::Observed),
    }
}

/// Factor from a score to what is shown, where the scale ends, and decimals.
fn scale(method: &Method) -> (f64, Option<f64>, u8) {
    match &method.scoring {
        By::Topsis(_) => (1.0, Some(1.0), 3),
        By::Mean(_, Normalisation::ZScore) => (1.0, None, 2),
        By::Mean(_, Normalisation::Efficacy(_)) => (1.0, Some(100.0), 1),
        By::Mean(..) => (100.0, Some(100.0), 1),
    }
}

/// The composite; `None` where the method does not fit the figures.
fn composite(several: &Several, method: &Method) -> Option<CompositeOf> {
    let gathered = Arc::clone(several.gathered.as_ref()?);
    let mut polarity = Vec::new();
    for comparison in &gathered.comparisons {
        polarity.push(comparison.indicator.polarity);
    }
    let matrix = Matrix::of(gathered.table.clone(), &polarity).ok()?;
    let composite = compose(&matrix, method).ok()?;
    Some(CompositeOf { gathered, composite, method: method.clone() })
}

/// Ranks under weights drawn at random: around equal weights all sets of weights are equally likely.
fn holds(composite: &Composite) -> Option<Robustness> {
    let n = composite.weights.iter().filter(|weight| **weight > 0.0).count();
    robustness(composite, &Draws { count: DRAWS, concentration: n as f64, seed: SEED }).ok()
}

#[inline(never)]
fn rows(
    several: &Several,
    of: Option<&CompositeOf>,
    robustness: Option<&Robustness>,
    used: &[usize],
    factor: f64,
    home: Option<&Region>,
) -> Vec<CompositeRow> {
    let (mut ranked, mut unscored) = (Vec::new(), Vec::new());
    let (Some(gathered), Some(of)) = (&several.gathered, of) else { return ranked };
    for (index, (region, place)) in gathered.places.iter().zip(&of.composite.places).enumerate() {
        let range = robustness.and_then(|robustness| robustness.spread.get(index)).and_then(Option::as_ref);
        let score = place.score.as_ref().map_err(|why| *why).map(|score| {
            let mut parts = Vec::new();
            if matches!(of.method.scoring, By::Mean(Mean::Arithmetic, _)) {
                for column in used {
                    parts.push(score.contributions.get(*column).copied().flatten().map(|part| part * factor));
                }
            }
            CompositeScore { value: score.value * factor, rank: score.rank, range: range.map(|range| (range.best, range.worst)), parts }
        });
        let (mut cells, mut marks, mut has) = (Vec::new(), String::new(), 0);
        for column in used {
            let cell = gathered.comparisons.get(*column).and_then(|comparison| scored(comparison, region, &several.marks));
            for mark in cell.iter().filter(|cell| cell.rank.is_some()).flat_map(|cell| cell.marks.chars()) {
                // `contains` would bring a search for texts
                if marks.chars().all(|known| known != mark) {
                    marks.push(mark);
                }
            }
            has += usize::from(gathered.table.get(index, *column).is_some());
            cells.push(cell);
        }
        let is_home = home.is_some_and(|home| home.id == region.id);
        let row = CompositeRow { region: Arc::clone(region), is_home, score, has, cells, marks };
        if row.score.is_ok() { ranked.push(row) } else { unscored.push(row) }
    }
    let mut rows = crate::order::sorted(ranked, |row: &CompositeRow| row.score.as_ref().map_or(f64::NAN, |score| f64::from(score.rank)));
    rows.extend(unscored);
    rows
}

#[inline(never)]
fn finding(rows: &[CompositeRow], ranked: usize, home: Option<&Arc<Region>>) -> CompositeFinding {
    let Some((first, Ok(best))) = rows.first().map(|row| (row, &row.score)) else { return CompositeFinding::Nothing };
    let leader = Arc::clone(&first.region);
    let tied = |rank: u32| rows.iter().filter(|row| row.score.as_ref().is_ok_and(|score| score.rank == rank)).count();
    let own = rows.iter().find(|row| row.is_home).map(|row| &row.score);
    match (home, own) {
        (Some(home), Some(Ok(score))) if ranked > 1 => {
            CompositeFinding::Home { home: Arc::clone(home), rank: score.rank, of: ranked, tied: tied(score.rank), range: score.range }
        }
        (Some(home), Some(Err(_))) => {
            CompositeFinding::HomeUnscored { home: Arc::clone(home), leader, tied: tied(1), range: best.range.filter(|_| ranked > 1) }
        }
        _ if ranked == 1 => CompositeFinding::Only(leader),
        _ => CompositeFinding::Leader { leader, tied: tied(1), range: best.range.filter(|_| ranked > 1) },
    }
}

#[inline(never)]
fn table(chart: &CompositeChart) -> Table {
    let say = |label| Heading::Label(Label::Composite(label));
    let mut columns =
        vec![Heading::Rank, Heading::Place, say(CompositeLabel::Score), say(CompositeLabel::Range), say(CompositeLabel::Coverage)];
    let additive = chart.rows.iter().any(|row| row.score.as_ref().is_ok_and(|score| !score.parts.is_empty()));
    for column in &chart.columns {
        columns.push(Heading::Value(Arc::clone(&column.indicator)));
        if additive {
            columns.push(say(CompositeLabel::Points(Arc::clone(&column.indicator))));
        }
    }
    let mut rows = Vec::new();
    for row in &chart.rows {
        let score = row.score.as_ref().ok();
        let at = |point, best, worst| Cell::Rank(Rank { point, best, worst });
        let mut cells = vec![
            score.map_or(Cell::Empty, |score| at(score.rank, score.rank, score.rank)),
            Cell::Place(Arc::clone(&row.region)),
            score.map_or(Cell::Label(Label::Composite(CompositeLabel::Unscored)), |score| Cell::Number(score.value, chart.decimals)),
            score.and_then(|score| score.range.map(|(best, worst)| at(score.rank, best, worst))).unwrap_or(Cell::Empty),
            Cell::Label(Label::Composite(CompositeLabel::Has(row.has, chart.columns.len()))),
        ];
        for (index, cell) in row.cells.iter().enumerate() {
            cells.push(cell.as_ref().map_or(Cell::Missing, |cell| Cell::Figure(cell.quantity, cell.text().to_owned(), cell.marks.clone())));
            if additive {
                let part = score.and_then(|score| score.parts.get(index).copied().flatten());
                cells.push(part.map_or(Cell::Empty, |part| Cell::Number(part, chart.decimals)));
            }
        }
        rows.push(cells);
    }
    Table { columns, rows }
}

#[inline(never)]
fn notes(chart: &CompositeChart, several: &Several, method: &Method) -> Vec<Note> {
    let say = |label| Note::Label(Label::Composite(label));
    let mut notes = vec![say(CompositeLabel::Method(Box::new(method.clone())))];
    if !chart.columns.is_empty() {
        let weights = chart.columns.iter().map(|column| (Arc::clone(&column.indicator), column.weight)).collect();
        notes.push(say(CompositeLabel::Weights(Box::new(method.weighting.clone()), weights)));
    }
    if let Some(robustness) = chart.robustness.as_ref().filter(|_| chart.ranked > 1) {
        notes.push(say(CompositeLabel::Draws(robustness.draws.count)));
    }
    let spread = !matches!(method.scoring, By::Topsis(_) | By::Mean(_, Normalisation::RatioTo(_) | Normalisation::ZScore));
    if spread && (2..FEW).contains(&chart.ranked) {
        notes.push(say(CompositeLabel::Few(chart.ranked)));
    }
    let names = |wanted: fn(&CompositeRow, usize) -> bool| {
        let mut names = Vec::new();
        for row in &chart.rows {
            if wanted(row, chart.columns.len()) {
                names.push(Arc::clone(&row.region));
            }
        }
        names
    };
    let incomplete = names(|row, all| row.score.is_ok() && row.has < all);
    if !incomplete.is_empty() {
        notes.push(say(CompositeLabel::Incomplete(incomplete)));
    }
    let short = names(|row, _| matches!(row.score, Err(NoScore::Coverage)));
    if !short.is_empty() {
        notes.push(say(CompositeLabel::Short(short)));
    }
    if let Some(of) = &chart.of {
        left_out(&mut notes, of);
    }
    notes.extend(common_notes(several, None));
    notes
}

/// Which indicators take no part, or make no difference.
#[inline(never)]
fn left_out(notes: &mut Vec<Note>, of: &CompositeOf) {
    let (mut constant, mut even, mut empty, mut unusable, mut unweighted, mut clipped) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), 0);
    let indicator = |column: usize| of.gathered.comparisons.get(column).map(|comparison| Arc::clone(&comparison.indicator));
    for remark in &of.composite.remarks {
        match remark {
            Remark::SetAside { column, why: SetAside::Constant } => constant.extend(indicator(*column)),
            Remark::Constant { column } => even.extend(indicator(*column)),
            Remark::SetAside { column, why: SetAside::Empty } => empty.extend(indicator(*column)),
            Remark::SetAside { column, .. } => unusable.extend(indicator(*column)),
            Remark::NoWeight { column } => unweighted.extend(indicator(*column)),
            Remark::Clipped { .. } => clipped += 1,
            Remark::Truncated { .. } | Remark::Incomplete { .. } => {}
        }
    }
    for (label, names) in [
        (ScoredLabel::Constant as fn(_) -> _, constant),
        (ScoredLabel::Even, even),
        (ScoredLabel::Empty, empty),
        (ScoredLabel::Unusable, unusable),
    ] {
        if !names.is_empty() {
            notes.push(said(label(names)));
        }
    }
    if !unweighted.is_empty() {
        notes.push(Note::Label(Label::Composite(CompositeLabel::NoWeight(unweighted))));
    }
    if clipped > 0 {
        notes.push(Note::Label(Label::Composite(CompositeLabel::Clipped(clipped))));
    }
}
