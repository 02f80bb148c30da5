//! A promise held against what is published: everything the trajectory view shows.

use std::sync::Arc;

use super::{
    pace::{Pace, pace},
    path::{NoPath, Path, Point},
    projection::{NoProjection, Projection, last_k},
    status::{self, Assessment, NoAssessment, eurostat},
};
use crate::dataset::{
    Basis, Dataset, Indicator, Measure, Observation, PathShape, PeriodClass, Polarity, Quantity, Region, Target, TargetKind, Unit,
};
use crate::order::sorted;

/// A published figure as a point in time.
#[derive(Clone, Debug)]
pub struct Actual {
    /// The figure.
    pub observation: Arc<Observation>,
    /// The same in the indicator's unit.
    pub quantity: Quantity,
    /// As a point.
    pub point: Point,
}

/// Where the path starts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Start {
    /// The point.
    pub point: Point,
    /// How it is known.
    pub basis: StartBasis,
}

/// How the start of a path is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StartBasis {
    /// The promise states it.
    Stated,
    /// It follows from target and multiple: a doubling to 2000 implies 1000.
    Implied,
    /// The promise names none; the first published figure serves.
    Observed,
}

/// A promise, its path, and how it goes.
#[derive(Clone, Debug)]
pub struct Track {
    /// The promise.
    pub target: Arc<Target>,
    /// What it is measured by.
    pub indicator: Arc<Indicator>,
    /// The value headed for, in the indicator's unit.
    pub goal: Quantity,
    /// Where the path starts.
    pub start: Option<Start>,
    /// The path, or why there is none.
    pub path: Result<Path, NoPath>,
    /// Published figures of the place, in order of time.
    pub actuals: Vec<Actual>,
    /// Figures left out because they cover a part of a year, which a yearly path cannot be held against.
    pub partial: Vec<Arc<Observation>>,
    /// Published figures of other places, each in order of time.
    pub peers: Vec<(Arc<Region>, Vec<Actual>)>,
    /// The latest figure held against the path.
    pub pace: Option<Pace>,
    /// On track or not.
    pub assessment: Option<Result<Assessment, NoAssessment>>,
    /// Where the pace of the last two steps leads.
    pub projection: Result<Projection, NoProjection>,
}

/// The most years on the way that can be planned one by one.
const MOST_STEPS: usize = 12;

impl Track {
    /// The latest published figure.
    pub fn latest(&self) -> Option<&Actual> {
        self.actuals.last()
    }

    /// The years between the path's start and its end that nothing is published for yet, the first twelve: those a plan can still change.
    pub fn years_ahead(&self) -> impl Iterator<Item = u16> {
        let ends = self.path.as_ref().ok().filter(|_| !self.is_level()).map(|path| (path.start().at, path.end().at));
        let (start, end) = ends.unwrap_or_default();
        let from = self.latest().map_or(start, |latest| latest.point.at.max(start));
        let year = |at: f64| crate::order::clamp(at, 0.0, 9999.0) as u16;
        (year(f64::floor(from) + 1.0)..year(f64::ceil(end))).take(MOST_STEPS)
    }

    /// Whether the promise is a level to keep in every period.
    pub fn is_level(&self) -> bool {
        is_level(&self.target.kind)
    }

    /// Whether the latest figure is on the good side of the path, or right on it; `None` without a figure or a path.
    pub fn is_ahead(&self) -> Option<bool> {
        self.pace.map(|pace| (pace.gap >= 0.0) != self.is_downward() || pace.gap == 0.0)
    }

    /// Whether the promise is to come down.
    pub fn is_downward(&self) -> bool {
        match &self.path {
            Ok(path) if !self.is_level() => path.end().value < path.start().value,
            _ => matches!(self.target.kind, TargetKind::AtMost(_) | TargetKind::Zero) || self.indicator.polarity == Polarity::Lower,
        }
    }
}

/// How many steps of the series the projection looks back over.
const STEPS: usize = 2;

/// Holds a promise against the dataset.
///
/// # Errors
/// [`NoPath::Kind`] where the promise is no single value of an indicator (a rank, a corridor, a deliverable, a growth rate).
pub fn track(dataset: &Dataset, target: &Arc<Target>, peers: &[Arc<Region>], shape: PathShape) -> Result<Track, NoPath> {
    let indicator = target.indicator.as_ref().ok_or(NoPath::Kind)?;
    let yearly = target.deadline.class() == PeriodClass::Year && indicator.measure != Measure::Stock;
    let (actuals, partial) = actuals(dataset, indicator, &target.region, yearly);
    let level = is_level(&target.kind);
    let start = if level { None } else { start(target, &actuals) };
    let goal = goal(target, indicator.unit, start).ok_or(NoPath::Kind)?;
    // a path to zero cannot be geometric; nor can one from zero
    let shape = if goal.value() > 0.0 && start.is_none_or(|start| start.point.value > 0.0) { shape } else { PathShape::Linear };
    let path = if level { flat(target, &goal, actuals.first()) } else { path(target, start, &goal, shape) };
    let points: Vec<Point> = series(start, &actuals);
    let latest = actuals.last().map(|actual| actual.point);
    let standing = path.as_ref().ok().zip(latest);
    let mut others = Vec::new();
    for peer in peers {
        let (series, _) = self::actuals(dataset, indicator, peer, yearly);
        if !series.is_empty() {
            others.push((Arc::clone(peer), series));
        }
    }
    Ok(Track {
        target: Arc::clone(target),
        indicator: Arc::clone(indicator),
        pace: standing.map(|(path, now)| pace(path, now)),
        assessment: standing.map(|(path, now)| match level {
            true => Ok(status::level(goal.value(), now.value, matches!(target.kind, TargetKind::AtMost(_)), target.strict)),
            false => eurostat(path, now, target.strict),
        }),
        // the pace of what only has to stay where it is leads nowhere
        projection: if latest.is_some() && !level { last_k(&points, STEPS, goal.value()) } else { Err(NoProjection::TooFewPoints) },
        peers: others,
        goal,
        start,
        path,
        actuals,
        partial,
    })
}

/// The figures of a place in order of time, and those that cover only a part of a year.
fn actuals(dataset: &Dataset, indicator: &Indicator, region: &Region, yearly: bool) -> (Vec<Actual>, Vec<Arc<Observation>>) {
    let mut series: Vec<Actual> = Vec::new();
    let mut partial = Vec::new();
    for observation in dataset.figures_of(indicator).filter(|observation| core::ptr::eq(&*observation.region, region)) {
        let Some(quantity) = &observation.quantity else { continue };
        if yearly && observation.period.class() != PeriodClass::Year {
            partial.push(Arc::clone(observation));
            continue;
        }
        let at = observation.period.end();
        // one time, one point: the first statement stands, the others show in the table
        if !series.iter().any(|actual| actual.point.at == at) {
            let point = Point { at, value: quantity.value() };
            series.push(Actual { observation: Arc::clone(observation), quantity: *quantity, point });
        }
    }
    (sorted(series, |actual| actual.point.at), partial)
}

/// Where the path starts, and how that is known.
fn start(target: &Target, actuals: &[Actual]) -> Option<Start> {
    if let Some(baseline) = &target.baseline {
        let at = baseline.period.end();
        if let Some(quantity) = &baseline.quantity {
            let basis = if baseline.basis == Basis::Stated { StartBasis::Stated } else { StartBasis::Implied };
            return Some(Start { point: Point { at, value: quantity.value() }, basis });
        }
        if let TargetKind::Reach { value, multiple: Some(multiple) } = &target.kind {
            return Some(Start { point: Point { at, value: value.value() / multiple.factor }, basis: StartBasis::Implied });
        }
    }
    let published = actuals.iter().find(|actual| !actual.observation.is_noted());
    let first = published.filter(|first| first.point.at < target.deadline.end())?;
    Some(Start { point: first.point, basis: StartBasis::Observed })
}

/// The value headed for.
fn goal(target: &Target, unit: Unit, start: Option<Start>) -> Option<Quantity> {
    match &target.kind {
        TargetKind::Reach { value, .. } | TargetKind::AtLeast(value) | TargetKind::AtMost(value) => Some(*value),
        TargetKind::Multiply(multiple) => Quantity::exact(start?.point.value * multiple.factor, 0, unit),
        TargetKind::Zero => Quantity::exact(0.0, 0, unit),
        _ => None,
    }
}

/// Whether the promise is a level to keep, not a value to head for.
fn is_level(kind: &TargetKind) -> bool {
    matches!(kind, TargetKind::AtLeast(_) | TargetKind::AtMost(_))
}

/// A level as a path: the same value from the first figure, or a year before the deadline, to the deadline.
fn flat(target: &Target, goal: &Quantity, first: Option<&Actual>) -> Result<Path, NoPath> {
    let end = Point { at: target.deadline.end(), value: goal.value() };
    let from = first.map_or(end.at - 1.0, |first| first.point.at.min(end.at - 1.0));
    Path::new(Point { at: from, ..end }, vec![end], PathShape::Linear)
}

fn path(target: &Target, start: Option<Start>, goal: &Quantity, shape: PathShape) -> Result<Path, NoPath> {
    let start = start.ok_or(NoPath::NoBaseline)?.point;
    let mut points = Vec::new();
    for milestone in &target.milestones {
        let at = milestone.period.end();
        if at > start.at {
            points.push(Point { at, value: milestone.quantity.value() });
        }
    }
    points.push(Point { at: target.deadline.end(), value: goal.value() });
    Path::new(start, points, shape)
}

/// Actual points, led by a stated or implied baseline that lies before them.
fn series(start: Option<Start>, actuals: &[Actual]) -> Vec<Point> {
    let first = actuals.first().map_or(f64::INFINITY, |first| first.point.at);
    let lead = start.map(|start| start.point).filter(|point| point.at < first);
    let mut points = Vec::new();
    points.extend(lead);
    for actual in actuals {
        points.push(actual.point);
    }
    points
}

#[cfg(test)]
mod tests;
