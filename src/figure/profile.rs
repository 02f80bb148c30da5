//! 画像: the own place on several indicators at once, beside a benchmark and the middle place.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    mark::{observations, shown_decimals},
    note::Note,
    request::Unanswerable,
    scored::{Scored, ScoredLabel, Several, common_notes, said, scored, several},
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{
        composite::{Matrix, Normalisation, PercentileForm, Reference, SetAside, normalise},
        median,
    },
    dataset::{Dataset, Indicator, NormalisationWord, Period, Region, View},
};

/// A radar.
#[derive(Clone, Debug)]
pub struct ProfileChart {
    /// What the title says.
    pub finding: ProfileFinding,
    /// In the order of the view.
    pub axes: Vec<ProfileAxis>,
    /// The page's own place.
    pub home: Option<Arc<Region>>,
    /// The place looked up to.
    pub benchmark: Option<Arc<Region>>,
    /// How many places are compared.
    pub places: usize,
    /// How figures become positions.
    pub scale: NormalisationWord,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct ProfileAxis {
    /// What it measures.
    pub indicator: Arc<Indicator>,
    /// When.
    pub period: Option<Period>,
    /// How many places have a comparable figure.
    pub of: usize,
    /// The own place's figure.
    pub home: Option<Scored>,
    /// Where it lies, 0 to 1; `None` is a gap.
    pub home_at: Option<f64>,
    /// The benchmark's figure.
    pub benchmark: Option<Scored>,
    /// Where it lies.
    pub benchmark_at: Option<f64>,
    /// The median of the figures compared, in the indicator's unit.
    pub median: Option<f64>,
    /// Where the middle place lies.
    pub median_at: Option<f64>,
    /// Decimals to show the median with.
    pub decimals: u8,
}

/// What the title says.
#[derive(Clone, PartialEq, Debug)]
pub enum ProfileFinding {
    /// There is no own place, or it has no comparable figure.
    Nothing(Option<Arc<Region>>),
    /// As many indicators can be drawn, which are too few for a radar.
    TooFew {
        /// How many there are.
        axes: usize,
    },
    /// The own place is the best, or among the best, on all it has.
    Best(Arc<Region>),
    /// It stands equally well on all.
    Even(Arc<Region>),
    /// Its strongest and its weakest side.
    Sides {
        /// The own place.
        home: Arc<Region>,
        /// Where it lies farthest out.
        strongest: Arc<Indicator>,
        /// Where it lies farthest in.
        weakest: Arc<Indicator>,
    },
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum ProfileLabel {
    /// Heading: which indicator the row is about.
    Indicator,
    /// Heading: a place's figure.
    FigureOf(Arc<Region>),
    /// Heading: where a place lies.
    PositionOf(Arc<Region>),
    /// Heading: the median.
    Median,
    /// Heading: where the middle place lies.
    MedianPosition,
    /// Cell: an indicator with its unit.
    Name(Arc<Indicator>),
    /// Cell: a figure with its unit.
    Figure(Box<Scored>),
    /// Cell: a computed value with its unit.
    Value(f64, u8, Arc<Indicator>),
    /// Note: what the ends of the axes are.
    Scale(NormalisationWord),
    /// Note: the order of the axes makes the shape.
    Order,
    /// Note: so few places that the worst is 0 though it may be close.
    Few(usize),
    /// Note: where the own place has no comparable figure.
    Gaps(Arc<Region>, Vec<Arc<Indicator>>),
    /// Note: why there is no radar.
    TooFew(usize),
}

const LEAST_AXES: usize = 3;
/// With fewer places than this, best and worst are all there is.
const FEW: usize = 5;

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let several = several(dataset, view, &[&view.home, &view.benchmark])?;
    let benchmark = view.benchmark.clone().filter(|benchmark| view.home.as_ref().is_none_or(|home| home.id != benchmark.id));
    let scale = match view.scoring.normalisation {
        NormalisationWord::ZScore | NormalisationWord::Efficacy => NormalisationWord::MinMax,
        word => word,
    };
    let mut left_out = Vec::new();
    let axes = axes(&several, scale, view.home.as_deref(), benchmark.as_deref(), &mut left_out);
    let mut citations = Citations::default();
    for comparison in several.gathered.iter().flat_map(|gathered| &gathered.comparisons) {
        for observation in observations(comparison) {
            citations.observation(observation);
        }
    }
    let chart = ProfileChart {
        finding: finding(&axes, view.home.as_ref()),
        places: axes.iter().map(|axis| axis.of).max().unwrap_or(0),
        home: view.home.clone(),
        axes,
        benchmark,
        scale,
    };
    let mut notes = notes(&chart);
    notes.extend(left_out);
    let shown: Vec<&Region> = chart.home.iter().chain(&chart.benchmark).map(|region| &**region).collect();
    notes.extend(common_notes(&several, Some(&shown)));
    Ok(Figure { home: view.home.clone(), notes, table: table(&chart), chart: Chart::Profile(Box::new(chart)), sources: citations.done() })
}

/// The indicators that tell places apart; notes on those that do not.
#[inline(never)]
fn axes(
    several: &Several,
    scale: NormalisationWord,
    home: Option<&Region>,
    benchmark: Option<&Region>,
    left_out: &mut Vec<Note>,
) -> Vec<ProfileAxis> {
    let mut axes = Vec::new();
    let Some(gathered) = &several.gathered else { return axes };
    let mut polarity = Vec::new();
    for comparison in &gathered.comparisons {
        polarity.push(comparison.indicator.polarity);
    }
    let normalisation = match scale {
        NormalisationWord::Percentile => Normalisation::PercentileRank(PercentileForm::Below),
        NormalisationWord::Leader => Normalisation::RatioTo(Reference::Leader),
        NormalisationWord::MinMax | NormalisationWord::ZScore | NormalisationWord::Efficacy => Normalisation::MinMax,
    };
    let normalised = Matrix::of(gathered.table.clone(), &polarity).ok().and_then(|matrix| normalise(&matrix, &normalisation).ok());
    let Some(normalised) = normalised else { return axes };
    let (mut constant, mut empty, mut unusable) = (Vec::new(), Vec::new(), Vec::new());
    for (column, comparison) in gathered.comparisons.iter().enumerate() {
        let indicator = &comparison.indicator;
        let known = comparison.ranked().count();
        match normalised.set_aside.get(column).copied().flatten() {
            // the only figure there is, or none that differs
            Some(SetAside::Constant) => constant.push(Arc::clone(indicator)),
            None if known < 2 && known > 0 => constant.push(Arc::clone(indicator)),
            Some(SetAside::Empty) => empty.push(Arc::clone(indicator)),
            Some(_) => unusable.push(Arc::clone(indicator)),
            None => {
                let row = |region: Option<&Region>| region.and_then(|region| gathered.row(region));
                let at = |region| row(region).and_then(|row| normalised.table.get(row, column));
                let figure = |region: Option<&Region>| region.and_then(|region| scored(comparison, region, &several.marks));
                let mut positions = Vec::new();
                for row in 0..gathered.places.len() {
                    positions.extend(normalised.table.get(row, column));
                }
                axes.push(ProfileAxis {
                    period: comparison.period,
                    of: known,
                    home: figure(home),
                    home_at: at(home),
                    benchmark: figure(benchmark),
                    benchmark_at: at(benchmark),
                    median: median(&comparison.values()),
                    median_at: median(&positions),
                    decimals: shown_decimals(indicator, &mut comparison.ranked().map(|(_, quantity, _)| quantity)),
                    indicator: Arc::clone(indicator),
                });
            }
        }
    }
    for (label, names) in [(ScoredLabel::Constant as fn(_) -> _, constant), (ScoredLabel::Empty, empty), (ScoredLabel::Unusable, unusable)]
    {
        if !names.is_empty() {
            left_out.push(said(label(names)));
        }
    }
    axes
}

#[inline(never)]
fn finding(axes: &[ProfileAxis], home: Option<&Arc<Region>>) -> ProfileFinding {
    let mut sides: Vec<(&ProfileAxis, f64)> = Vec::new();
    for axis in axes {
        if let Some(at) = axis.home_at {
            sides.push((axis, at));
        }
    }
    let Some(home) = home.filter(|_| !sides.is_empty()) else { return ProfileFinding::Nothing(home.cloned()) };
    if axes.len() < LEAST_AXES {
        return ProfileFinding::TooFew { axes: axes.len() };
    }
    let is_first = |axis: &ProfileAxis| axis.home.as_ref().and_then(|figure| figure.rank).is_some_and(|rank| rank.point == 1);
    // of equals the first
    let strongest = sides.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
    let weakest = sides.iter().copied().reduce(|worst, next| if next.1 < worst.1 { next } else { worst });
    match (strongest, weakest) {
        _ if sides.iter().all(|(axis, _)| is_first(axis)) => ProfileFinding::Best(Arc::clone(home)),
        (Some((strongest, high)), Some((weakest, low))) if high > low => ProfileFinding::Sides {
            home: Arc::clone(home),
            strongest: Arc::clone(&strongest.indicator),
            weakest: Arc::clone(&weakest.indicator),
        },
        _ => ProfileFinding::Even(Arc::clone(home)),
    }
}

#[inline(never)]
fn notes(chart: &ProfileChart) -> Vec<Note> {
    let say = |label| Note::Label(Label::Profile(label));
    let mut notes = Vec::new();
    if !chart.is_radar() {
        notes.push(say(ProfileLabel::TooFew(chart.axes.len())));
    }
    if chart.axes.is_empty() {
        return notes;
    }
    notes.push(say(ProfileLabel::Scale(chart.scale)));
    if chart.is_radar() {
        notes.push(say(ProfileLabel::Order));
    }
    if chart.scale != NormalisationWord::Leader && chart.places < FEW {
        notes.push(say(ProfileLabel::Few(chart.places)));
    }
    let gaps: Vec<Arc<Indicator>> =
        chart.axes.iter().filter(|axis| axis.home_at.is_none()).map(|axis| Arc::clone(&axis.indicator)).collect();
    if let Some(home) = chart.home.as_ref().filter(|_| !gaps.is_empty()) {
        notes.push(say(ProfileLabel::Gaps(Arc::clone(home), gaps)));
    }
    notes
}

/// A row an axis.
#[inline(never)]
fn table(chart: &ProfileChart) -> Table {
    let head = |label| Heading::Label(Label::Profile(label));
    let say = |label| Cell::Label(Label::Profile(label));
    let mut columns = vec![head(ProfileLabel::Indicator)];
    for region in chart.home.iter().chain(&chart.benchmark) {
        columns.push(head(ProfileLabel::FigureOf(Arc::clone(region))));
        columns.push(head(ProfileLabel::PositionOf(Arc::clone(region))));
    }
    columns.push(head(ProfileLabel::Median));
    columns.push(head(ProfileLabel::MedianPosition));
    columns.push(Heading::Period);
    let mut rows = Vec::new();
    for axis in &chart.axes {
        let mut cells = vec![say(ProfileLabel::Name(Arc::clone(&axis.indicator)))];
        let position = |at: Option<f64>| at.map_or(Cell::Empty, |at| Cell::Number(at * 100.0, 0));
        let mut put = |figure: &Option<Scored>, at: Option<f64>| {
            cells.push(figure.as_ref().map_or(Cell::Missing, |figure| say(ProfileLabel::Figure(Box::new(figure.clone())))));
            cells.push(position(at));
        };
        if chart.home.is_some() {
            put(&axis.home, axis.home_at);
        }
        if chart.benchmark.is_some() {
            put(&axis.benchmark, axis.benchmark_at);
        }
        cells.push(axis.median.map_or(Cell::Empty, |median| say(ProfileLabel::Value(median, axis.decimals, Arc::clone(&axis.indicator)))));
        cells.push(position(axis.median_at));
        cells.push(axis.period.map_or(Cell::Empty, |period| Cell::Period(period, false)));
        rows.push(cells);
    }
    Table { columns, rows }
}

impl ProfileChart {
    /// Whether there are enough axes for a radar; with fewer than three a polygon has no inside, and the figures are listed.
    pub fn is_radar(&self) -> bool {
        self.axes.len() >= LEAST_AXES
    }
}
