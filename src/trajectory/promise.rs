//! Any kind of promise held against what is published, by what its kind asks for.

use std::sync::Arc;

use super::{
    held::{self, Grown, Held, RankHeld},
    limit::{Interval, Limit, Met, Side},
    method::{Journey, Method, NoRuling, Ruling, status},
    pace::{Pace, pace},
    path::Path,
    track::{Actual, Start, Track, track},
    volume::{self, Volume},
};
use crate::{
    dataset::{Dataset, Indicator, Measure, Observation, PathShape, Period, PeriodClass, Region, Target, TargetKind},
    order::sorted,
};

/// A promise and what can be said of it.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The promise.
    pub target: Arc<Target>,
    /// Whether its time is up.
    pub due: Due,
    /// What the published figures say, or why they say nothing.
    pub finding: Result<Finding, NoFinding>,
    /// What a reader of the finding must know.
    pub cautions: Vec<Caution>,
}

/// Where a deadline lies, seen from today.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Due {
    /// Today or later, in so many years.
    Ahead(f64),
    /// Over, since so many years.
    Over(f64),
}

/// What the figures say, by kind of promise.
#[derive(Clone, Debug)]
pub enum Finding {
    /// Of a value to reach, or a multiple.
    Reach(Box<Reach>),
    /// Of what is to come to zero.
    Zero(Box<BurnDown>),
    /// Of a level to keep: at least, at most, between; or a growth rate that is published as such.
    Held(Held),
    /// Of a growth rate, from the figures of successive years.
    Grown(Vec<Grown>),
    /// Of a rank.
    Rank(RankHeld),
    /// Of a planned volume, or a total over a span.
    Volume(Volume),
    /// Of something to be done: no figure can tell whether it is.
    Unrecorded,
}

/// A value to reach.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Promise, path and figures.
    pub track: Track,
    /// The last figure up to the deadline.
    pub latest: Actual,
    /// Whether it meets the target.
    pub met: Met,
    /// The period of the first figure that meets it, be it before the deadline or after.
    pub first_met: Option<Period>,
    /// That figure against the path; `None` without a baseline.
    pub pace: Option<Pace>,
}

/// What is to come to zero, evenly.
#[derive(Clone, Debug)]
pub struct BurnDown {
    /// The last figure up to the deadline: what is left.
    pub latest: Actual,
    /// Whether nothing is left.
    pub met: Met,
    /// Where the way began; `None` where the only figure is the last.
    pub start: Option<Start>,
    /// That figure against an even way to zero at the deadline.
    pub pace: Option<Pace>,
    /// What must go a year from that figure to the deadline, in the indicator's unit; `None` at the deadline or when nothing is left.
    pub needed: Option<f64>,
    /// The same a period of the figure's own length, and how many such periods there are in a year.
    pub needed_a_period: Option<(f64, u8)>,
}

impl Reach {
    /// Its status by a method; `None` without a path. A figure that is an interval with the target in it has none.
    pub fn status(&self, method: Method) -> Option<Result<Ruling, NoRuling>> {
        let path = self.track.path.as_ref().ok()?;
        let journey = Journey::on(path, self.latest.point, self.track.target.strict);
        Some(journey.knowing(self.met).and_then(|journey| status(method, &journey)))
    }
}

/// Why nothing is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoFinding {
    /// The place publishes no figure of this indicator.
    NoFigure,
    /// It does, but none that speaks of the promised time: all are later, or cover part of a period.
    OtherPeriod,
    /// It publishes ranks, but among others than the promise is about.
    OtherScope,
    /// A multiple of a baseline that is not known.
    NoBaseline,
    /// Growth needs a figure of the year before, above zero.
    NoYearBefore,
    /// Two figures cover the same months, and adding both would count these twice.
    Overlap(Period, Period),
    /// No figure covers the time before this one.
    Gap(Period),
    /// Rates, indices and ranks do not add up.
    NotAdditive,
    /// There is no indicator to hold the promise against.
    NoIndicator,
    /// A number is too large to compute with.
    TooLarge,
}

/// What a reader of a finding must know.
#[derive(Clone, PartialEq, Debug)]
pub enum Caution {
    /// The deadline is inferred.
    InferredDeadline,
    /// The period of the figure that decides is inferred.
    InferredPeriod(Period),
    /// Figures of another definition than the latest are left out.
    OtherDefinition,
    /// Two figures are published for this period; the first given counts.
    Disputed(Period),
    /// 累计, but not since when: counted from the first published figure.
    SinceFirst(Period),
    /// 累计, but not since when: the published figure is taken as the total it says.
    SinceUnknown,
    /// The figure that decides is of another period than the deadline.
    Earlier(Period),
}

/// Holds a promise of any kind against the dataset. `today` says which deadlines are over, no more; the core has no clock. Only
/// figures up to the deadline decide; a figure published as an interval with the bound in it leaves the finding undecided.
///
/// ```
/// # let text = r#"{"version": 1, "title": "t", "sources": [{"id": "s", "title": "s"}], "regions": [{"id": "a", "name": "甲", "kind": "city"}],
/// #   "indicators": [{"id": "i", "name": "败诉率", "unit": "%", "polarity": "lower", "measure": "ratio"}],
/// #   "observations": [{"region": "a", "indicator": "i", "period": "2022", "text": "7.5%", "source": "s"}],
/// #   "targets": [{"id": "t", "region": "a", "indicator": "i", "kind": "at-most", "text": "8%以内", "deadline": "2023", "source": "s"}]}"#;
/// use duibiao::{dataset::{Period, parse_json}, trajectory::{Finding, Met, assess}};
///
/// let dataset = parse_json(text).dataset.unwrap();
/// let target = dataset.target("t").unwrap();
/// let assessed = assess(&dataset, target, Period::parse("2026-11-22").unwrap());
/// assert!(matches!(assessed.finding, Ok(Finding::Held(held)) if held.latest().is_some_and(|check| check.met == Met::Yes)));
/// ```
pub fn assess(dataset: &Dataset, target: &Arc<Target>, today: Period) -> Assessed {
    let left = target.deadline.end() - today.end();
    let mut cautions = Vec::new();
    if target.inferred {
        cautions.push(Caution::InferredDeadline);
    }
    let finding = find(dataset, target, &mut cautions);
    let due = if left >= 0.0 { Due::Ahead(left) } else { Due::Over(-left) };
    Assessed { target: Arc::clone(target), due, finding, cautions }
}

fn find(dataset: &Dataset, target: &Arc<Target>, cautions: &mut Vec<Caution>) -> Result<Finding, NoFinding> {
    if target.kind == TargetKind::Deliver {
        return Ok(Finding::Unrecorded);
    }
    let indicator = target.indicator.as_ref().ok_or(NoFinding::NoIndicator)?;
    let limit = |value, side| Limit::of(value, side, target.strict);
    match &target.kind {
        TargetKind::Reach { .. } | TargetKind::Multiply(_) => reach(dataset, target, cautions).map(|reach| Finding::Reach(Box::new(reach))),
        TargetKind::Zero => burn_down(dataset, target, cautions).map(|burn_down| Finding::Zero(Box::new(burn_down))),
        TargetKind::Rank { commit, stretch, scope } => {
            let figures = figures(dataset, indicator, &target.region, cautions)?;
            held::rank(figures, target.deadline, *commit, *stretch, scope.as_ref(), cautions).map(Finding::Rank)
        }
        TargetKind::AtLeast(value) => level(dataset, target, indicator, vec![limit(value, Side::AtLeast)], cautions),
        TargetKind::AtMost(value) => level(dataset, target, indicator, vec![limit(value, Side::AtMost)], cautions),
        TargetKind::Corridor { low, high } => {
            level(dataset, target, indicator, vec![limit(low, Side::AtLeast), limit(high, Side::AtMost)], cautions)
        }
        TargetKind::Growth(rate) if indicator.measure == Measure::Growth => {
            level(dataset, target, indicator, vec![limit(rate, Side::AtLeast)], cautions)
        }
        TargetKind::Growth(rate) => {
            let figures = figures(dataset, indicator, &target.region, cautions)?;
            let bound = limit(rate, Side::AtLeast);
            // figures grow by fractions, the promise is in per cent
            let bound = Limit { bound: bound.bound / 100.0, ..bound };
            held::grown(&figures, target.deadline, &bound, cautions).map(Finding::Grown)
        }
        TargetKind::Plan(value) => {
            let figures = figures(dataset, indicator, &target.region, cautions)?;
            volume::planned(figures, indicator.measure, target.deadline, value, target.strict, cautions).map(Finding::Volume)
        }
        TargetKind::Cumulative { value, from } => {
            let figures = figures(dataset, indicator, &target.region, cautions)?;
            volume::cumulative(figures, indicator.measure, *from, target.deadline, value, target.strict, cautions).map(Finding::Volume)
        }
        TargetKind::Deliver => Ok(Finding::Unrecorded),
    }
}

/// The figures of a place in order of time, one a period and a published one where there is one, all of the definition the
/// latest has.
fn figures(dataset: &Dataset, indicator: &Indicator, region: &Region, cautions: &mut Vec<Caution>) -> Result<Vec<Actual>, NoFinding> {
    let mut all: Vec<Actual> = Vec::new();
    for observation in dataset.figures_of(indicator).filter(|observation| observation.region.id == region.id) {
        let Some(quantity) = &observation.quantity else { continue };
        let point = super::path::Point { at: observation.period.end(), value: quantity.value() };
        all.push(Actual { observation: Arc::clone(observation), quantity: *quantity, point });
    }
    let mut all = sorted(all, |actual| actual.point.at);
    // what is heard does not decide which published figures count
    let latest = all.iter().rfind(|actual| !actual.observation.is_noted()).or(all.last()).ok_or(NoFinding::NoFigure)?;
    let definition = latest.observation.definition.clone();
    let count = all.len();
    // a rank is told apart by its scope
    all.retain(|actual| indicator.measure == Measure::Rank || actual.observation.definition == definition);
    if all.len() < count {
        cautions.push(Caution::OtherDefinition);
    }
    let mut kept: Vec<Actual> = Vec::new();
    for actual in all {
        let same = |other: &&Actual| same_statement(&other.observation, &actual.observation);
        match kept.iter().find(same) {
            Some(first) if !first.quantity.may_equal(&actual.quantity) => cautions.push(Caution::Disputed(actual.observation.period)),
            Some(_) => {}
            None => kept.push(actual),
        }
    }
    Ok(kept)
}

/// Whether two figures speak of the same time and, for ranks, of the same list.
fn same_statement(a: &Observation, b: &Observation) -> bool {
    a.period == b.period && a.scope == b.scope
}

/// The last figure that ends by the deadline.
pub(super) fn last_by(figures: &[Actual], deadline: Period) -> Result<&Actual, NoFinding> {
    let end = deadline.end();
    figures.iter().rev().find(|figure| figure.point.at <= end).ok_or(NoFinding::OtherPeriod)
}

/// What must be known of the figure that decides.
pub(super) fn caution_of(figure: &Observation, deadline: Period, cautions: &mut Vec<Caution>) {
    if figure.inferred {
        cautions.push(Caution::InferredPeriod(figure.period));
    }
    if figure.period.end() < deadline.end() {
        cautions.push(Caution::Earlier(figure.period));
    }
}

fn reach(dataset: &Dataset, target: &Arc<Target>, cautions: &mut Vec<Caution>) -> Result<Reach, NoFinding> {
    let multiply = matches!(target.kind, TargetKind::Multiply(_));
    // a multiple of an unknown baseline is no value to head for
    let track = track(dataset, target, &[], PathShape::Geometric);
    let track = track.map_err(|_| if multiply { NoFinding::NoBaseline } else { NoFinding::NoFigure })?;
    if track.actuals.is_empty() {
        return Err(if track.partial.is_empty() { NoFinding::NoFigure } else { NoFinding::OtherPeriod });
    }
    let latest = last_by(&track.actuals, target.deadline)?.clone();
    caution_of(&latest.observation, target.deadline, cautions);
    let side = if track.is_downward() { Side::AtMost } else { Side::AtLeast };
    let limit = Limit::of(&track.goal, side, target.strict);
    let met = |figure: &&Actual| limit.check(&Interval::of(&figure.quantity)) == Met::Yes;
    let first_met = track.actuals.iter().find(met).map(|figure| figure.observation.period);
    let against = |path: &Path| pace(path, latest.point);
    Ok(Reach {
        met: limit.check(&Interval::of(&latest.quantity)),
        pace: track.path.as_ref().ok().map(against).filter(|pace| pace.gap.is_finite()),
        first_met,
        latest,
        track,
    })
}

fn burn_down(dataset: &Dataset, target: &Arc<Target>, cautions: &mut Vec<Caution>) -> Result<BurnDown, NoFinding> {
    let track = track(dataset, target, &[], PathShape::Linear).map_err(|_| NoFinding::NoIndicator)?;
    if track.actuals.is_empty() {
        return Err(if track.partial.is_empty() { NoFinding::NoFigure } else { NoFinding::OtherPeriod });
    }
    let latest = last_by(&track.actuals, target.deadline)?.clone();
    caution_of(&latest.observation, target.deadline, cautions);
    let met = Limit { bound: 0.0, side: Side::AtMost, strict: false }.check(&Interval::of(&latest.quantity));
    let start = track.start.filter(|start| start.point.at < latest.point.at);
    let years = target.deadline.end() - latest.point.at;
    let needed = (years > 0.0 && met != Met::Yes).then(|| latest.point.value / years).filter(|needed| needed.is_finite());
    let a_year = match latest.observation.period.class() {
        PeriodClass::Year => Some(1),
        PeriodClass::Half(_) => Some(2),
        PeriodClass::Quarter(_) => Some(4),
        PeriodClass::Month(_) => Some(12),
        PeriodClass::Months(..) | PeriodClass::Day => None,
    };
    let path = track.path.as_ref().ok().filter(|_| start.is_some());
    Ok(BurnDown {
        met,
        pace: path.map(|path| pace(path, latest.point)).filter(|pace| pace.gap.is_finite()),
        start,
        needed,
        needed_a_period: needed.zip(a_year).map(|(needed, count)| (needed / f64::from(count), count)),
        latest,
    })
}

fn level(
    dataset: &Dataset,
    target: &Target,
    indicator: &Indicator,
    limits: Vec<Limit>,
    cautions: &mut Vec<Caution>,
) -> Result<Finding, NoFinding> {
    let mut figures = figures(dataset, indicator, &target.region, cautions)?;
    // what adds up over time is held against a bound for the same length of time only
    if matches!(indicator.measure, Measure::Flow | Measure::Growth) {
        figures.retain(|figure| same_length(figure.observation.period.class(), target.deadline.class()));
    }
    held::level(figures, target.deadline, limits, cautions).map(Finding::Held)
}

/// Whether two periods are equally long, whichever part of a year they are.
fn same_length(a: PeriodClass, b: PeriodClass) -> bool {
    use PeriodClass::{Day, Half, Month, Months, Quarter, Year};
    match (a, b) {
        (Year, Year | Day) | (Half(_), Half(_)) | (Quarter(_), Quarter(_)) | (Month(_), Month(_)) => true,
        (Months(from, count), Months(other_from, other_count)) => (from, count) == (other_from, other_count),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
