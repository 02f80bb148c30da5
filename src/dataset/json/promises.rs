//! The sections that look ahead: targets, and the views a page asks for.

use std::sync::Arc;

use super::{facts::Known, names::Named, record::Record};
use crate::dataset::{
    decimal::{count, shortest},
    issue::IssueCode,
    period::Period,
    target::{Baseline, Basis, Milestone, Multiple, Target, TargetKind},
    unit::Unit,
    view::{AggregationWord, NormalisationWord, PathShape, Relax, Scoring, Sort, Trial, View, ViewKind, WeightingWord},
};

const BASES: &[(&str, Basis)] = &[("stated", Basis::Stated), ("implied", Basis::Implied)];

pub(super) fn targets(root: &mut Record<'_, '_>, known: &Known<'_>) -> Named<Target> {
    Named::read(root, "targets", |record, id| {
        let region = known.regions.need(record, "region");
        let indicator = known.indicators.find(record, "indicator");
        let unit = indicator.as_ref().map(|indicator| indicator.unit);
        let kind = kind(record, unit);
        let strict = record.flag("strict");
        let deadline = record.need_period("deadline");
        let inferred = record.flag("inferred");
        let baseline = record.inner("baseline", |record| baseline(record, unit));
        let milestones = milestones(record, unit);
        let title = record.local("title");
        let owner = record.local("owner");
        let source = known.sources.need(record, "source");
        let locator = record.owned("locator");
        let note = record.local("note");
        let (region, kind, deadline) = (region?, kind?, deadline?);
        let (baseline, milestones) = (baseline, milestones?);
        check_order(record, deadline, baseline.as_ref(), &milestones);
        Some(Target {
            id: id.to_owned(),
            region,
            indicator,
            kind,
            strict,
            deadline,
            inferred,
            baseline,
            milestones,
            title,
            owner,
            source: source?,
            locator,
            note,
        })
    })
}

/// The fields that tell how much, of all kinds of targets.
const AMOUNT_FIELDS: &[&str] = &["text", "factor", "years", "low", "high", "from", "commit", "stretch", "scope"];
const KINDS: &[&str] = &["reach", "multiply", "growth", "corridor", "at-least", "at-most", "zero", "rank", "plan", "cumulative", "deliver"];

fn kind(record: &mut Record<'_, '_>, unit: Option<Unit>) -> Option<TargetKind> {
    record.or_null(AMOUNT_FIELDS);
    let Some(word) = record.need_text("kind") else {
        record.leave(AMOUNT_FIELDS);
        return None;
    };
    if !KINDS.contains(&word) {
        record.unknown("kind", word, &mut KINDS.iter().copied());
        record.leave(AMOUNT_FIELDS);
        return None;
    }
    if word == "deliver" {
        record.need("title");
        // without an indicator there is nothing a baseline or a milestone could be read in
        if record.has("baseline") || !record.list("milestones").is_empty() {
            record.need("indicator");
        }
        return Some(TargetKind::Deliver);
    }
    record.need("indicator");
    if word == "rank" {
        record.need("commit");
        let commit = record.whole("commit", 1, u16::MAX);
        let stretch = record.whole("stretch", 1, u16::MAX);
        let scope = record.local("scope");
        return Some(TargetKind::Rank { commit: commit?, stretch, scope });
    }
    let Some(unit) = unit else {
        record.leave(AMOUNT_FIELDS);
        return None;
    };
    Some(match word {
        "reach" => {
            record.need("text");
            let multiple = if record.has("factor") { Some(multiple(record)?) } else { None };
            TargetKind::Reach { value: record.figure_in("text", unit)?, multiple }
        }
        "multiply" => TargetKind::Multiply(multiple(record)?),
        "growth" => {
            record.need("text");
            TargetKind::Growth(record.figure_in("text", Unit::PERCENT)?)
        }
        "corridor" => {
            record.need("low");
            record.need("high");
            let (low, high) = (record.figure_in("low", unit), record.figure_in("high", unit));
            let (low, high) = (low?, high?);
            if low.value() > high.value() {
                record.fault(IssueCode::Bounds, "low", [shortest(low.value()), shortest(high.value())].join(" > "));
                return None;
            }
            TargetKind::Corridor { low, high }
        }
        "zero" => {
            // 清零 may be kept as written; it needs no reading
            record.text("text");
            TargetKind::Zero
        }
        _ => {
            record.need("text");
            let from = if word == "cumulative" { record.period("from") } else { None };
            let value = record.figure_in("text", unit)?;
            match word {
                "at-least" => TargetKind::AtLeast(value),
                "at-most" => TargetKind::AtMost(value),
                "plan" => TargetKind::Plan(value),
                _ => TargetKind::Cumulative { value, from },
            }
        }
    })
}

fn multiple(record: &mut Record<'_, '_>) -> Option<Multiple> {
    record.need("factor");
    record.need("years");
    let factor = record.number_if("factor", |factor| factor > 0.0 && factor <= 1e6);
    let years = record.number_if("years", |years| years > 0.0 && years <= 100.0);
    Some(Multiple { factor: factor?, years: years? })
}

fn baseline(record: &mut Record<'_, '_>, unit: Option<Unit>) -> Option<Baseline> {
    let period = record.need_period("period");
    let basis = record.need_word("basis", BASES);
    if basis == Some(Basis::Stated) {
        record.need("text");
    }
    record.or_null(&["text"]);
    let quantity = match unit {
        Some(unit) if record.has("text") => Some(record.figure_in("text", unit)?),
        _ => None,
    };
    record.leave(&["text"]);
    Some(Baseline { period: period?, quantity, basis: basis? })
}

fn milestones(record: &mut Record<'_, '_>, unit: Option<Unit>) -> Option<Vec<Milestone>> {
    let wanted = record.list("milestones").count();
    let milestones = record.each("milestones", |record| {
        record.need("text");
        let period = record.need_period("period");
        let quantity = record.figure_in("text", unit?);
        Some(Milestone { period: period?, quantity: quantity? })
    });
    (milestones.len() == wanted).then_some(milestones)
}

/// Baseline, milestones and deadline come in this order.
fn check_order(record: &mut Record<'_, '_>, deadline: Period, baseline: Option<&Baseline>, milestones: &[Milestone]) {
    if let Some(baseline) = baseline.filter(|baseline| baseline.period.end() >= deadline.end()) {
        record.fault(IssueCode::TargetOrder, "baseline", [baseline.period.written(), deadline.written()].join(" ≥ "));
    }
    let mut earlier = baseline.map(|baseline| baseline.period);
    for milestone in milestones {
        if earlier.is_some_and(|earlier| milestone.period <= earlier) || milestone.period.end() >= deadline.end() {
            record.fault(IssueCode::TargetOrder, "milestones", milestone.period.written());
        }
        earlier = Some(milestone.period);
    }
}

pub(super) fn views(root: &mut Record<'_, '_>, known: &Known<'_>, targets: &Named<Target>) -> Vec<Arc<View>> {
    Named::read(root, "views", |record, id| {
        let kind = record.need_word("kind", ViewKind::WORDS);
        let title = record.local("title");
        let indicator = known.indicators.find(record, "indicator");
        let period = record.period("period");
        let since = record.period("since");
        let indicators = known.indicators.find_all(record, "indicators");
        let places = known.regions.find_all(record, "places");
        let home = known.regions.find(record, "home");
        let benchmark = known.regions.find(record, "benchmark");
        let target = targets.find(record, "target");
        let targets = targets.find_all(record, "targets");
        let as_of = record.period("asOf");
        let relax = record.inner("relax", |record| {
            Some(Relax { definition: record.flag("definition"), years: record.whole("years", 0, 50).unwrap_or_default() as u8 })
        });
        let shape = record.word("shape", PathShape::WORDS).unwrap_or_default();
        let weights = weights(record);
        let scoring = scoring(record, kind);
        let sort = sort(record, known);
        let kind = kind?;
        check_subject(
            record,
            kind,
            &[("indicator", indicator.is_some()), ("indicators", !indicators.is_empty()), ("target", target.is_some())],
        );
        Some(View {
            id: id.to_owned(),
            kind,
            title,
            indicator,
            indicators,
            period,
            since,
            places,
            home,
            benchmark,
            target,
            targets,
            as_of,
            relax: relax.unwrap_or_default(),
            shape,
            weights,
            scoring,
            sort,
            trial: Trial::default(),
        })
    })
    .in_order
}

/// One number an indicator, none negative and not all zero.
#[inline(never)]
fn weights(record: &mut Record<'_, '_>) -> Vec<f64> {
    let weights = record.numbers("weights");
    let (given, wanted) = (record.length("weights"), record.length("indicators"));
    if given == 0 || weights.len() != given {
        return weights;
    }
    if given != wanted {
        record.fault(IssueCode::Number, "weights", [count(given), count(wanted)].join(" ≠ "));
    } else if weights.iter().any(|weight| *weight < 0.0) || !weights.iter().any(|weight| *weight > 0.0) {
        record.fault(IssueCode::Number, "weights", "");
    }
    weights
}

/// A word, or the id of an indicator.
fn sort(record: &mut Record<'_, '_>, known: &Known<'_>) -> Sort {
    if record.has("sort") && record.text("sort") == Some(Sort::LISTED) {
        return Sort::Listed;
    }
    known.indicators.find(record, "sort").map_or(Sort::Telling, Sort::By)
}

/// How a composite is made, or the axes of a profile.
#[inline(never)]
fn scoring(record: &mut Record<'_, '_>, kind: Option<ViewKind>) -> Scoring {
    let mut scoring = Scoring::default();
    // given weights come from nowhere else
    if record.length("weights") > 0 {
        record.or_null(&["weighting"]);
    } else {
        scoring.weighting = record.word("weighting", WeightingWord::WORDS).unwrap_or_default();
    }
    scoring.aggregation = record.word("aggregation", AggregationWord::WORDS).unwrap_or_default();
    // TOPSIS has a normalisation of its own
    if matches!(scoring.aggregation, AggregationWord::Topsis | AggregationWord::TopsisMinMax) {
        record.or_null(&["normalisation"]);
    } else {
        scoring.normalisation = record.word("normalisation", NormalisationWord::WORDS).unwrap_or_default();
    }
    // the axes of a profile run from 0 to 100, and half of all z-scores are negative, of which there is no geometric mean
    let misfit = match scoring.normalisation {
        NormalisationWord::ZScore => kind == Some(ViewKind::Profile) || scoring.aggregation == AggregationWord::Geometric,
        NormalisationWord::Efficacy => kind == Some(ViewKind::Profile),
        NormalisationWord::MinMax | NormalisationWord::Percentile | NormalisationWord::Leader => false,
    };
    if misfit {
        let word = record.text("normalisation").unwrap_or_default();
        record.fault(IssueCode::UnknownWord, "normalisation", word);
    }
    if let Some(coverage) = record.number_if("coverage", |share| (0.0..=1.0).contains(&share)) {
        scoring.coverage = coverage;
    }
    scoring
}

/// A ranking needs an indicator, a trajectory a target, a view of several indicators at least one.
fn check_subject(record: &mut Record<'_, '_>, kind: ViewKind, given: &[(&'static str, bool)]) {
    let key = match kind {
        ViewKind::Ranking | ViewKind::History => "indicator",
        ViewKind::Trajectory => "target",
        ViewKind::Scorecard | ViewKind::Composite | ViewKind::Gap | ViewKind::Profile | ViewKind::Quadrant | ViewKind::Ladder => {
            "indicators"
        }
        ViewKind::Progress | ViewKind::Milestones | ViewKind::Crosscheck => return,
    };
    if !given.contains(&(key, true)) && !record.has(key) {
        record.fault(IssueCode::MissingField, key, key);
    }
}
