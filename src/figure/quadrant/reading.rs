//! What places have along the two axes: levels, or changes between two periods.

use std::sync::Arc;

use super::AxisKind;
use crate::{
    benchmark::{ChangeMeasure, Comparison, Difference, Interval, Question, Standing, change, compare},
    dataset::{Dataset, Indicator, Observation, Period, Quantity, Region, View},
};

/// One axis's comparisons: of the period, and of the one change is measured from.
pub(super) struct Reading {
    pub(super) kind: AxisKind,
    pub(super) later: Comparison,
    pub(super) earlier: Option<Comparison>,
}

/// What one place has along one axis.
pub(super) struct Number {
    pub(super) at: Interval,
    pub(super) flags: Vec<Difference>,
    pub(super) figures: Vec<Arc<Observation>>,
}

fn question(indicator: &Arc<Indicator>, period: Option<Period>, request: &View) -> Question {
    let (indicator, places, home) = (Arc::clone(indicator), request.places.clone(), request.home.clone());
    Question { indicator, period, places, home, relax: request.relax }
}

/// One indicator: its level, and its change. Two: their changes where a period is named to measure them from, else their levels.
#[inline(never)]
pub(super) fn readings(dataset: &Dataset, first: &Arc<Indicator>, second: Option<&Arc<Indicator>>, request: &View) -> (Reading, Reading) {
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

pub(super) fn ranked<'c>(comparison: &'c Comparison, region: &Region) -> Option<(&'c Arc<Observation>, &'c Quantity, &'c [Difference])> {
    match &comparison.entry(region)?.standing {
        Standing::Ranked { observation, quantity, flags, .. } => Some((observation, quantity, flags)),
        _ => None,
    }
}

/// What a place has along an axis; `None` where it has nothing that may be compared.
#[inline(never)]
pub(super) fn number(reading: &Reading, region: &Region, request: &View) -> Option<Number> {
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
