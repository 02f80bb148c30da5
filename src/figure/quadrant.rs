//! 四象限: two indicators against each other, or a level against its change, cut into four by a line across each axis.

mod reading;
mod rows;

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    mark::{Marks, shown_decimals},
    note::Note,
    request::Unanswerable,
};
use reading::{Number, Reading, number, readings};
use rows::table;

use crate::{
    benchmark::{ChangeMeasure, Comparison, Interval, Side, median, side},
    dataset::{Dataset, Indicator, Measure, Observation, Period, Polarity, Quantity, Region, Unit, View},
};

/// Points between two axes.
#[derive(Clone, Debug)]
pub struct QuadrantChart {
    /// The horizontal axis.
    pub x: QuadrantAxis,
    /// The vertical axis.
    pub y: QuadrantAxis,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// What the title says.
    pub finding: QuadrantFinding,
    /// The places that have both, in the order asked for.
    pub points: Vec<QuadrantPoint>,
    /// The places that lack one of the two, or have it in a way that must not be compared.
    pub lacking: Vec<Arc<Region>>,
}

/// What stands along one axis.
#[derive(Clone, Debug)]
pub struct QuadrantAxis {
    /// What is measured.
    pub indicator: Arc<Indicator>,
    /// Whether it is the figure itself or its change.
    pub kind: AxisKind,
    /// When.
    pub period: Option<Period>,
    /// The line across it.
    pub cut: Cut,
    /// Where that is, in the axis's unit.
    pub at: f64,
    /// Decimals to show computed values with.
    pub decimals: u8,
}

/// What of an indicator an axis shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum AxisKind {
    /// The figure itself, in the indicator's unit.
    Level,
    /// How much it has changed since a period: a growth rate in per cent, or a difference in the indicator's unit.
    Change(ChangeMeasure, Option<Period>),
}

/// What a line stands for.
#[derive(Clone, Debug)]
pub enum Cut {
    /// The middle of the places drawn.
    Median,
    /// The place looked up to.
    Benchmark(Arc<Region>),
    /// No change.
    Zero,
}

impl AxisKind {
    /// Whether it is a difference between two figures.
    fn is_difference(self) -> bool {
        matches!(self, AxisKind::Change(ChangeMeasure::Difference, _))
    }
}

impl QuadrantAxis {
    /// The unit of its numbers.
    pub fn unit(&self) -> Unit {
        if matches!(self.kind, AxisKind::Change(ChangeMeasure::Growth, _)) { Unit::PERCENT } else { self.indicator.unit }
    }

    /// Whether it shows a change.
    pub fn is_change(&self) -> bool {
        matches!(self.kind, AxisKind::Change(..))
    }
}

/// A corner between the two lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quadrant {
    /// Right or left.
    pub x: Side,
    /// Upper or lower.
    pub y: Side,
}

impl Quadrant {
    /// Upper left, upper right, lower left, lower right: as they are read.
    pub const ALL: [Quadrant; 4] = [
        Quadrant { x: Side::Low, y: Side::High },
        Quadrant { x: Side::High, y: Side::High },
        Quadrant { x: Side::Low, y: Side::Low },
        Quadrant { x: Side::High, y: Side::Low },
    ];
}

/// One place.
#[derive(Clone, Debug)]
pub struct QuadrantPoint {
    /// The place.
    pub region: Arc<Region>,
    /// Whether it is the page's own.
    pub is_home: bool,
    /// Whether the lines are drawn through it.
    pub is_benchmark: bool,
    /// The marks of its notes; mostly empty.
    pub marks: String,
    /// Along the horizontal axis, with bounds where the published qualifier leaves them open.
    pub x: Interval,
    /// Along the vertical axis.
    pub y: Interval,
    /// Where it lies, by the numbers as stated.
    pub quadrant: Quadrant,
    /// Whether its bounds leave that beyond doubt.
    pub certain: bool,
    /// The figures behind it, as published.
    pub figures: Vec<Arc<Observation>>,
}

/// What the title says.
#[derive(Clone, Debug)]
pub enum QuadrantFinding {
    /// No place has both.
    Nothing,
    /// One place alone has both.
    Only(Arc<Region>),
    /// Where the own place lies, and with whom.
    Home {
        /// Where.
        quadrant: Quadrant,
        /// Whether that is beyond doubt.
        certain: bool,
        /// Who lies there, too.
        shared: Vec<Arc<Region>>,
    },
    /// Without an own place: who lies where both are better, or where most places lie.
    Group {
        /// Where.
        quadrant: Quadrant,
        /// Who.
        places: Vec<Arc<Region>>,
    },
}

/// What a quadrant is called.
#[derive(Clone, PartialEq, Debug)]
pub enum QuadrantName {
    /// Which of two indicators is on the better side.
    Standing {
        /// Whether the horizontal one is.
        x: bool,
        /// Whether the vertical one is.
        y: bool,
    },
    /// Which of two indicators is high, where neither way is better.
    Size {
        /// Whether the horizontal one is.
        x: bool,
        /// Whether the vertical one is.
        y: bool,
    },
    /// Which of two indicators has risen.
    Moves {
        /// Whether the horizontal one has.
        x: bool,
        /// Whether the vertical one has.
        y: bool,
    },
    /// How high a level is, and how it moves.
    Pace {
        /// Whether it is high.
        high: bool,
        /// How it moves.
        pace: PaceName,
    },
}

/// What a side of a line across changes is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaceName {
    /// Beyond a line above zero.
    FastRise,
    /// Short of a line above zero.
    SlowRise,
    /// Short of a line above zero, some below zero.
    SlowRiseOrFall,
    /// Beyond a line below zero.
    FastFall,
    /// Short of a line below zero.
    SlowFall,
    /// Short of a line below zero, some above zero.
    SlowFallOrRise,
    /// Above a line at zero.
    Rise,
    /// Below a line at zero.
    Fall,
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum QuadrantLabel {
    /// The column of an indicator's figures of a period.
    ValueIn(Arc<Indicator>, Option<Period>),
    /// The column of an indicator's changes since a period.
    ChangeSince(Arc<Indicator>, ChangeMeasure, Option<Period>),
    /// The column of quadrants.
    Quadrant,
    /// A quadrant's name, between these two indicators; the second tells whether the place is there beyond doubt.
    Named(QuadrantName, Arc<Indicator>, Arc<Indicator>, bool),
    /// On the lines themselves.
    OnBoth,
    /// Who is not drawn for lack of a comparable figure, or of one to compare it with.
    Lacking(Arc<Indicator>, AxisKind, Vec<Arc<Region>>),
    /// Thin lines are intervals.
    Whiskers(Quantity),
    /// Who lies on a line, and counts to the better side.
    OnLine(Vec<Arc<Region>>),
    /// Between the two periods the definition changes.
    OtherDefinition,
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let first = request.indicators.first().or(request.indicator.as_ref()).ok_or(Unanswerable::NoIndicators)?;
    let second = request.indicators.get(1);
    let (x, y) = readings(dataset, first, second, request);
    let mut marks = Marks::default();
    for reading in [&x, &y] {
        marks.gather(&reading.later);
        if let Some(earlier) = &reading.earlier {
            marks.gather(earlier);
        }
    }
    let mut places: Vec<Arc<Region>> = request.places.clone();
    for entry in x.later.entries.iter().chain(&y.later.entries) {
        if !places.iter().any(|known| known.id == entry.region.id) {
            places.push(Arc::clone(&entry.region));
        }
    }
    let (mut points, mut lacking, mut lack_x, mut lack_y) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for region in places {
        let (own_x, own_y) = (number(&x, &region, request), number(&y, &region, request));
        if own_x.is_none() {
            lack_x.push(Arc::clone(&region));
        } else if own_y.is_none() {
            lack_y.push(Arc::clone(&region));
        }
        match own_x.zip(own_y) {
            Some((own_x, own_y)) => points.push(point(region, own_x, own_y, &marks, request)),
            None => lacking.push(region),
        }
    }
    let (x_axis, y_axis) = axes(&x, &y, &points, request);
    for point in &mut points {
        let ((x, x_certain), (y, y_certain)) =
            (side(&point.x, x_axis.at, x_axis.indicator.polarity), side(&point.y, y_axis.at, y_axis.indicator.polarity));
        point.quadrant = Quadrant { x, y };
        point.certain = x_certain && y_certain;
    }
    let mut chart = QuadrantChart { x: x_axis, y: y_axis, home: request.home.clone(), finding: QuadrantFinding::Nothing, points, lacking };
    chart.finding = finding(&chart);
    let mut notes = notes(&chart, &marks, [(&x, lack_x), (&y, lack_y)]);
    let redefined = |reading: &Reading| reading.earlier.as_ref().is_some_and(|earlier| earlier.definition != reading.later.definition);
    if redefined(&x) || redefined(&y) {
        notes.push(note(QuadrantLabel::OtherDefinition));
    }
    let mut citations = Citations::default();
    for point in &chart.points {
        for figure in &point.figures {
            citations.observation(figure);
        }
    }
    Ok(Figure {
        home: request.home.clone(),
        table: table(&chart, &x, &y),
        notes,
        sources: citations.done(),
        chart: Chart::Quadrant(Box::new(chart)),
    })
}

#[inline(never)]
fn point(region: Arc<Region>, x: Number, y: Number, marks: &Marks, request: &View) -> QuadrantPoint {
    let is = |other: Option<&Arc<Region>>| other.is_some_and(|other| other.id == region.id);
    let mut flags = x.flags;
    flags.extend(y.flags);
    let mut figures = x.figures;
    for figure in y.figures {
        if !figures.iter().any(|known| Arc::ptr_eq(known, &figure)) {
            figures.push(figure);
        }
    }
    QuadrantPoint {
        is_home: is(request.home.as_ref()),
        is_benchmark: is(request.benchmark.as_ref()),
        marks: marks.of_differences(&flags),
        x: x.at,
        y: y.at,
        quadrant: Quadrant { x: Side::High, y: Side::High },
        certain: true,
        figures,
        region,
    }
}

/// The axes with their lines: through the benchmark where it is drawn; at zero between two changes and across the change of a
/// rate; else at the medians.
#[inline(never)]
fn axes(x: &Reading, y: &Reading, points: &[QuadrantPoint], request: &View) -> (QuadrantAxis, QuadrantAxis) {
    let benchmark = points.iter().find(|point| point.is_benchmark);
    let moves = |reading: &Reading| matches!(reading.kind, AxisKind::Change(..)) || reading.later.indicator.measure == Measure::Growth;
    let both_move = moves(x) && moves(y);
    let axis = |reading: &Reading, of: fn(&QuadrantPoint) -> &Interval| {
        let mut values = Vec::new();
        for point in points {
            values.push(of(point).point);
        }
        let (cut, at) = match (benchmark, request.benchmark.as_ref()) {
            (Some(point), Some(region)) => (Cut::Benchmark(Arc::clone(region)), of(point).point),
            // of a rate, which way it goes says more than how far; of an amount, which grows anyway, how fast
            _ if both_move || reading.kind.is_difference() => (Cut::Zero, 0.0),
            _ => (Cut::Median, median(&values).unwrap_or(0.0)),
        };
        let indicator = Arc::clone(&reading.later.indicator);
        let growth = matches!(reading.kind, AxisKind::Change(ChangeMeasure::Growth, _));
        let shown = |comparison: &Comparison| shown_decimals(&indicator, &mut comparison.ranked().map(|(_, quantity, _)| quantity));
        let decimals = if growth { 1 } else { shown(&reading.later).max(reading.earlier.as_ref().map_or(0, shown)) };
        QuadrantAxis { kind: reading.kind, period: reading.later.period, cut, at, decimals, indicator }
    };
    (axis(x, |point| &point.x), axis(y, |point| &point.y))
}

impl QuadrantChart {
    /// Whether the lines are at zero: what is named is which way things moved.
    pub fn moves(&self) -> bool {
        matches!(self.x.cut, Cut::Zero)
    }

    /// Who lies there; of the place that the lines are drawn through it cannot be said.
    pub fn places(&self, quadrant: Quadrant) -> impl Iterator<Item = &QuadrantPoint> {
        self.points.iter().filter(move |point| point.quadrant == quadrant && !point.is_benchmark)
    }

    /// What a quadrant is called.
    pub fn name(&self, quadrant: Quadrant) -> QuadrantName {
        let (x, y) = (quadrant.x == Side::High, quadrant.y == Side::High);
        if self.moves() {
            return QuadrantName::Moves { x, y };
        }
        if self.y.is_change() && !self.x.is_change() {
            return QuadrantName::Pace { high: x, pace: self.pace(y) };
        }
        match (better(&self.x, x), better(&self.y, y)) {
            (Some(x), Some(y)) => QuadrantName::Standing { x, y },
            _ => QuadrantName::Size { x, y },
        }
    }

    #[inline(never)]
    fn pace(&self, above: bool) -> PaceName {
        let strays = |sign: f64| self.points.iter().any(|point| (point.y.point > self.y.at) == above && point.y.point * sign > 0.0);
        match (above, self.y.at) {
            (true, at) if at > 0.0 => PaceName::FastRise,
            (false, at) if at > 0.0 => {
                if strays(-1.0) {
                    PaceName::SlowRiseOrFall
                } else {
                    PaceName::SlowRise
                }
            }
            (true, at) if at < 0.0 => {
                if strays(1.0) {
                    PaceName::SlowFallOrRise
                } else {
                    PaceName::SlowFall
                }
            }
            (false, at) if at < 0.0 => PaceName::FastFall,
            (true, _) => PaceName::Rise,
            (false, _) => PaceName::Fall,
        }
    }
}

/// Whether a side is the better one; `None` where neither is.
fn better(axis: &QuadrantAxis, high: bool) -> Option<bool> {
    match axis.indicator.polarity {
        Polarity::Higher => Some(high),
        Polarity::Lower => Some(!high),
        Polarity::Nearest(_) | Polarity::None => None,
    }
}

#[inline(never)]
fn finding(chart: &QuadrantChart) -> QuadrantFinding {
    if let [only] = chart.points.as_slice()
        && !chart.moves()
    {
        return QuadrantFinding::Only(Arc::clone(&only.region));
    }
    let regions = |quadrant: Quadrant, home: bool| {
        let mut regions = Vec::new();
        for point in chart.places(quadrant).filter(|point| home || !point.is_home) {
            regions.push(Arc::clone(&point.region));
        }
        regions
    };
    if let Some(home) = chart.points.iter().find(|point| point.is_home && !point.is_benchmark) {
        return QuadrantFinding::Home { quadrant: home.quadrant, certain: home.certain, shared: regions(home.quadrant, false) };
    }
    let good = |quadrant: &&Quadrant| {
        better(&chart.x, quadrant.x == Side::High) == Some(true) && better(&chart.y, quadrant.y == Side::High) == Some(true)
    };
    let fullest = Quadrant::ALL.iter().rev().max_by_key(|quadrant| chart.places(**quadrant).count());
    let good = Quadrant::ALL.iter().find(good).filter(|quadrant| chart.places(**quadrant).count() > 0);
    match good.or(fullest).map(|quadrant| (*quadrant, regions(*quadrant, true))) {
        Some((quadrant, places)) if !places.is_empty() => QuadrantFinding::Group { quadrant, places },
        _ => QuadrantFinding::Nothing,
    }
}

fn note(label: QuadrantLabel) -> Note {
    Note::Label(Label::Quadrant(label))
}

#[inline(never)]
fn notes(chart: &QuadrantChart, marks: &Marks, axes: [(&Reading, Vec<Arc<Region>>); 2]) -> Vec<Note> {
    let mut notes = Vec::new();
    let [(x, _), _] = &axes;
    for (mark, difference) in marks.all().filter(|(mark, _)| chart.points.iter().any(|point| point.marks.chars().any(|own| own == *mark))) {
        let (definition, scope) = (x.later.definition.clone(), x.later.scope.clone());
        notes.push(Note::Marked { mark, difference, definition, scope });
    }
    for (reading, places) in axes {
        if !places.is_empty() {
            notes.push(note(QuadrantLabel::Lacking(Arc::clone(&reading.later.indicator), reading.kind, places)));
        }
    }
    let on_line = |point: &&QuadrantPoint| !point.is_benchmark && (point.x.point == chart.x.at || point.y.point == chart.y.at);
    let mut on = Vec::new();
    for point in chart.points.iter().filter(on_line) {
        on.push(Arc::clone(&point.region));
    }
    if !on.is_empty() {
        notes.push(note(QuadrantLabel::OnLine(on)));
    }
    for point in &chart.points {
        if let Some(parent) = chart.points.iter().find(|whole| point.region.parent.as_deref() == Some(whole.region.id.as_str())) {
            notes.push(Note::Nested { whole: Arc::clone(&parent.region), part: Arc::clone(&point.region) });
        }
    }
    let (mut open, mut inferred, mut remarks, mut all) = (None, Vec::<Arc<Region>>::new(), Vec::new(), true);
    for point in &chart.points {
        for figure in &point.figures {
            open = open.or(figure.quantity.filter(|quantity| !quantity.is_exact()));
            all &= figure.inferred;
            if figure.inferred && !inferred.iter().any(|known| known.id == point.region.id) {
                inferred.push(Arc::clone(&point.region));
            }
            if let Some(text) = &figure.note {
                remarks.push(Note::Remark { region: Arc::clone(&point.region), text: text.clone() });
            }
        }
    }
    if let Some(example) = open {
        notes.push(note(QuadrantLabel::Whiskers(example)));
    }
    if !inferred.is_empty() {
        notes.push(Note::InferredPeriods { places: inferred, all });
    }
    notes.append(&mut remarks);
    notes
}
