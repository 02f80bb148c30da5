//! What a reader tries out on a promise: another base, multiple, number of years or growth.

use std::sync::Arc;

use super::request::Unanswerable;
use crate::{
    dataset::{Baseline, Basis, Dataset, Milestone, Multiple, Period, Quantity, Target, TargetKind, Trial, Unit, View},
    order::{clamp, sorted},
    trajectory::{NoProjection, Path, Point, Projection, Rate, Track, track},
};

/// The most years a path that is tried out may take.
const LONGEST: f64 = 50.0;

/// The promise of a view held against the dataset, with what is tried out in place of what it says.
pub(super) fn tried(dataset: &Dataset, view: &View, target: &Arc<Target>) -> Result<Track, Unanswerable> {
    let published = track(dataset, target, &view.places, view.shape).map_err(|_| Unanswerable::NoPath)?;
    if !view.trial.is_any() {
        return Ok(published);
    }
    let mut tried = published;
    if view.trial.changes_path() {
        let promise = supposed(&tried, &view.trial).ok_or(Unanswerable::NoTrial)?;
        let promise = planned(promise, &view.trial.plan, tried.indicator.unit).ok_or(Unanswerable::NoTrial)?;
        // a path above nothing stays there: what is tried out makes no other of it
        let before = tried.path.as_ref().is_ok_and(is_positive);
        tried = track(dataset, &Arc::new(promise), &view.places, view.shape).map_err(|_| Unanswerable::NoTrial)?;
        if before && !tried.path.as_ref().is_ok_and(is_positive) {
            return Err(Unanswerable::NoTrial);
        }
    }
    if let Some(growth) = view.trial.growth {
        tried.projection = carried(&tried, growth);
    }
    Ok(tried)
}

fn is_positive(path: &Path) -> bool {
    path.points().all(|point| point.value > 0.0)
}

/// The promise with other steps on the way; those that do not lie between its start and its deadline are none.
fn planned(mut promise: Target, plan: &[(u16, f64)], unit: Unit) -> Option<Target> {
    for (year, value) in plan {
        let period = Period::Year(*year);
        if period.end() < promise.deadline.end() {
            promise.milestones.retain(|milestone| milestone.period != period);
            promise.milestones.push(Milestone { period, quantity: Quantity::exact(*value, 0, unit)? });
        }
    }
    promise.milestones = sorted(promise.milestones, |milestone| milestone.period.end());
    Some(promise)
}

/// The promise as it would be, but for what is planned on the way.
fn supposed(published: &Track, trial: &Trial) -> Option<Target> {
    if !trial.changes_promise() {
        return Some(Target::clone(&published.target));
    }
    let Numbers { base, factor, years, .. } = numbers(published)?;
    let start = published.start?.point.at;
    let (base, factor, years) = (trial.base.unwrap_or(base), trial.factor.unwrap_or(factor), trial.years.unwrap_or(years));
    let deadline = start + years;
    if !(base.is_finite() && factor > 0.0 && (1.0..=LONGEST).contains(&years) && (1900.0..2200.0).contains(&deadline)) {
        return None;
    }
    let unit = published.indicator.unit;
    let decimals = published.goal.decimals();
    let target = &*published.target;
    let year = |at: f64| Period::Year(f64::ceil(at - 1e-9) as u16);
    Some(Target {
        kind: TargetKind::Reach { value: Quantity::exact(base * factor, decimals, unit)?, multiple: Some(Multiple { factor, years }) },
        strict: false,
        deadline: if trial.years.is_some() { year(deadline) } else { target.deadline },
        baseline: Some(Baseline { period: year(start), quantity: Some(Quantity::exact(base, decimals, unit)?), basis: Basis::Stated }),
        milestones: Vec::new(),
        ..target.clone()
    })
}

/// A growth carried forward from the latest figure, or from the base where none is published.
fn carried(track: &Track, growth: f64) -> Result<Projection, NoProjection> {
    let base = track.start.map(|start| start.point);
    let from: Point = track.latest().map(|latest| latest.point).or(base).ok_or(NoProjection::TooFewPoints)?;
    Ok(Projection::new(Rate::Growth(growth), from, from, track.goal.value()))
}

/// The numbers of a path that heads for a value.
struct Numbers {
    base: f64,
    factor: f64,
    years: f64,
    growth: f64,
}

fn numbers(track: &Track) -> Option<Numbers> {
    let start = track.start.filter(|_| !track.is_level())?.point;
    let path = track.path.as_ref().ok()?;
    let end = path.end();
    let factor = end.value / start.value;
    let growth = match &track.projection {
        Ok(Projection { rate: Rate::Growth(growth), .. }) => *growth,
        _ => path.growth().unwrap_or(0.0),
    };
    let years = end.at - start.at;
    (factor.is_finite() && factor > 0.0 && years >= 1.0).then_some(Numbers { base: start.value, factor, years, growth })
}

/// What the controls of a trial show.
pub(super) struct Shown {
    pub(super) base: f64,
    pub(super) factor: f64,
    pub(super) years: f64,
    /// In per cent a year.
    pub(super) growth: f64,
    /// What the path asks for by the ends of the years on the way.
    pub(super) plan: Vec<(u16, f64)>,
    pub(super) unit: Unit,
}

/// A number as a control shows it: in parts of one.
fn rounded(value: f64, per_one: f64) -> f64 {
    clamp(f64::round(value * per_one) / per_one, -1e15, 1e15)
}

/// What is to be reached by a year as it was planned, or about what the path asks for.
fn step(view: &View, year: u16, value: f64) -> f64 {
    let planned = view.trial.plan.iter().any(|(other, _)| *other == year);
    let per_one = if planned {
        1000.0
    } else if value.abs() < 100.0 {
        100.0
    } else {
        1.0
    };
    rounded(value, per_one)
}

/// The numbers of the path a view shows; `None` where there is no path to try anything out on.
pub(super) fn shown(dataset: &Dataset, view: &View) -> Option<Shown> {
    let track = tried(dataset, view, view.target.as_ref()?).ok()?;
    let Numbers { base, factor, years, growth } = numbers(&track)?;
    let path = track.path.as_ref().ok()?;
    Some(Shown {
        base: rounded(base, 1000.0),
        factor: rounded(factor, 1000.0),
        years: rounded(years, 100.0),
        growth: rounded(growth * 100.0, 10.0),
        plan: track.years_ahead().map(|year| (year, step(view, year, path.value_at(year.into())))).collect(),
        unit: track.indicator.unit,
    })
}
