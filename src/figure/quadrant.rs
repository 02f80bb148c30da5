//! 四象限: two indicators against each other, or a level against its change, cut into four by a line across each axis.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    mark::{Marks, shown_decimals},
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{ChangeMeasure, Comparison, Difference, Interval, Question, Side, Standing, change, compare, median, side},
    dataset::{Dataset, Indicator, Measure, Observation, Period, Polarity, Quantity, Region, Unit, View},
};

/// Points between two axes.
#[derive(Clone, Debug)]
pub struct QuadrantChart {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
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
pub struct Axis {
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

impl Axis {
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

/// One axis's comparisons: of the period, and of the one change is measured from.
struct Reading {
    kind: AxisKind,
    later: Comparison,
    earlier: Option<Comparison>,
}

/// What one place has along one axis.
struct Number {
    at: Interval,
    flags: Vec<Difference>,
    figures: Vec<Arc<Observation>>,
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

fn question(indicator: &Arc<Indicator>, period: Option<Period>, request: &View) -> Question {
    let (indicator, places, home) = (Arc::clone(indicator), request.places.clone(), request.home.clone());
    Question { indicator, period, places, home, relax: request.relax }
}

/// One indicator: its level, and its change. Two: their changes where a period is named to measure them from, else their levels.
#[inline(never)]
fn readings(dataset: &Dataset, first: &Arc<Indicator>, second: Option<&Arc<Indicator>>, request: &View) -> (Reading, Reading) {
    let level = |later: Comparison| Reading { kind: AxisKind::Level, later, earlier: None };
    let change = |indicator: &Indicator, later: Comparison, earlier: Option<Comparison>| {
        let since = earlier.as_ref().and_then(|earlier| earlier.period);
        Reading { kind: AxisKind::Change(ChangeMeasure::of(indicator), since), later, earlier }
    };
    let Some(second) = second else {
        let (later, earlier) = two_periods(dataset, first, request);
        return (level(later.clone()), change(first, later, earlier));
    };
    if request.since.is_some() {
        let (x, before_x) = two_periods(dataset, first, request);
        let (y, before_y) = two_periods(dataset, second, request);
        return (change(first, x, before_x), change(second, y, before_y));
    }
    let of = |indicator, period| compare(dataset, &question(indicator, period, request));
    // the period in which most places have both; of equals the latest
    let mut best: Option<(usize, Period)> = None;
    if request.period.is_none() {
        for period in periods(dataset, first) {
            let (x, y) = (of(first, Some(period)), of(second, Some(period)));
            let both = in_both(&x, &y);
            if best.is_none_or(|(most, at)| (both, period) > (most, at)) {
                best = Some((both, period));
            }
        }
    }
    let period = request.period.or(best.filter(|(both, _)| *both > 0).map(|(_, period)| period));
    (level(of(first, period)), level(of(second, period)))
}

/// Every period an indicator has figures of, each once.
fn periods(dataset: &Dataset, indicator: &Indicator) -> Vec<Period> {
    let mut periods = Vec::new();
    for figure in dataset.figures_of(indicator) {
        if !periods.contains(&figure.period) {
            periods.push(figure.period);
        }
    }
    periods
}

fn in_both(one: &Comparison, other: &Comparison) -> usize {
    one.ranked().filter(|(region, ..)| other.ranked().any(|(place, ..)| place.id == region.id)).count()
}

/// The period asked for and the earlier one, of one class, in which most places have both; of equals the latest.
#[inline(never)]
fn two_periods(dataset: &Dataset, indicator: &Arc<Indicator>, request: &View) -> (Comparison, Option<Comparison>) {
    let mut compared = Vec::new();
    for period in periods(dataset, indicator) {
        compared.push((period, compare(dataset, &question(indicator, Some(period), request))));
    }
    let mut best: Option<(usize, Period, Period, &Comparison, &Comparison)> = None;
    for (later, now) in compared.iter().filter(|(later, _)| request.period.is_none_or(|asked| asked == *later)) {
        for (earlier, before) in compared.iter().filter(|(earlier, _)| request.since.is_none_or(|asked| asked == *earlier)) {
            let fits = earlier.class() == later.class() && earlier.end() < later.end();
            let both = if fits { in_both(now, before) } else { 0 };
            if both > 0 && best.as_ref().is_none_or(|best| (both, *later, *earlier) > (best.0, best.1, best.2)) {
                best = Some((both, *later, *earlier, now, before));
            }
        }
    }
    match best {
        Some((.., now, before)) => (now.clone(), Some(before.clone())),
        None => (compare(dataset, &question(indicator, request.period, request)), None),
    }
}

fn ranked<'c>(comparison: &'c Comparison, region: &Region) -> Option<(&'c Arc<Observation>, &'c Quantity, &'c [Difference])> {
    match &comparison.entry(region)?.standing {
        Standing::Ranked { observation, quantity, flags, .. } => Some((observation, quantity, flags)),
        _ => None,
    }
}

/// What a place has along an axis; `None` where it has nothing that may be compared.
#[inline(never)]
fn number(reading: &Reading, region: &Region, request: &View) -> Option<Number> {
    let (now, quantity, flags) = ranked(&reading.later, region)?;
    let AxisKind::Change(measure, _) = reading.kind else {
        let at = Interval { point: quantity.value(), low: quantity.low(), high: quantity.high() };
        return Some(Number { at, flags: flags.to_vec(), figures: vec![Arc::clone(now)] });
    };
    let (before, base, earlier_flags) = ranked(reading.earlier.as_ref()?, region)?;
    if before.definition != now.definition && !request.relax.definition {
        return None;
    }
    let mut at = change(base, quantity, measure).ok()?;
    if measure == ChangeMeasure::Growth {
        at = Interval { point: at.point * 100.0, low: at.low * 100.0, high: at.high * 100.0 };
    }
    let finite = at.point.is_finite() && at.low.is_finite() && at.high.is_finite();
    let mut flags = flags.to_vec();
    flags.extend_from_slice(earlier_flags);
    finite.then_some(Number { at, flags, figures: vec![Arc::clone(before), Arc::clone(now)] })
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
fn axes(x: &Reading, y: &Reading, points: &[QuadrantPoint], request: &View) -> (Axis, Axis) {
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
        Axis { kind: reading.kind, period: reading.later.period, cut, at, decimals, indicator }
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
fn better(axis: &Axis, high: bool) -> Option<bool> {
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

/// A column of figures for each indicator and period, one for each change, then the quadrant; the lacking last.
#[inline(never)]
fn table(chart: &QuadrantChart, x: &Reading, y: &Reading) -> Table {
    let label = |label: QuadrantLabel| Heading::Label(Label::Quadrant(label));
    // of one indicator, the level is also what the change leads to
    let pairs = x.later.indicator.id != y.later.indicator.id;
    let mut values: Vec<&Comparison> = Vec::new();
    if pairs {
        values.extend(x.earlier.iter().chain([&x.later]));
    }
    values.extend(y.earlier.iter().chain([&y.later]));
    let mut columns = vec![Heading::Place];
    for comparison in &values {
        columns.push(label(QuadrantLabel::ValueIn(Arc::clone(&comparison.indicator), comparison.period)));
    }
    for reading in [x, y] {
        if let AxisKind::Change(measure, since) = reading.kind {
            columns.push(label(QuadrantLabel::ChangeSince(Arc::clone(&reading.later.indicator), measure, since)));
        }
    }
    columns.push(label(QuadrantLabel::Quadrant));
    let sources: Vec<&Comparison> = if pairs { vec![&x.later, &y.later] } else { vec![&y.later] };
    for _ in &sources {
        columns.push(Heading::Source);
    }
    let mut rows = Vec::new();
    let all = chart.points.iter().map(|point| (&point.region, Some(point)));
    for (region, point) in all.chain(chart.lacking.iter().map(|region| (region, None))) {
        let mut cells = vec![Cell::Place(Arc::clone(region))];
        for comparison in &values {
            let marks = || point.map(|point| point.marks.clone()).unwrap_or_default();
            cells.push(match comparison.entry(region).map(|entry| &entry.standing) {
                Some(Standing::Ranked { observation, quantity, .. }) => Cell::Figure(*quantity, observation.text.clone(), marks()),
                _ => Cell::Missing,
            });
        }
        for (axis, at) in [(&chart.x, point.map(|point| point.x)), (&chart.y, point.map(|point| point.y))] {
            if axis.is_change() {
                cells.push(at.map_or(Cell::Empty, |at| Cell::Difference(at.point, axis.decimals)));
            }
        }
        cells.push(match point {
            Some(point) if point.is_benchmark => Cell::Label(Label::Quadrant(QuadrantLabel::OnBoth)),
            Some(point) => {
                let name = chart.name(point.quadrant);
                let (x, y) = (Arc::clone(&chart.x.indicator), Arc::clone(&chart.y.indicator));
                Cell::Label(Label::Quadrant(QuadrantLabel::Named(name, x, y, point.certain)))
            }
            None => Cell::Empty,
        });
        for comparison in &sources {
            cells.push(match ranked(comparison, region) {
                Some((observation, ..)) => Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
                None => Cell::Empty,
            });
        }
        rows.push(cells);
    }
    Table { columns, rows }
}
