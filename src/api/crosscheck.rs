//! Whether published figures agree with each other.

use std::sync::Arc;

use serde::Serialize;

use super::{
    fault::{Failure, Faults},
    input::{Fields, Item, lang_of},
    shown::{FigureShown, IndicatorShown, RegionShown},
    value::Value,
};
use crate::{
    crosscheck::{self, Agreement, Finding, Hint, HintKind, Obstacle, Operation, Origin, Outcome, Reason, Subject, Verdict},
    dataset::{Dataset, Lang, Observation},
    words::Words,
};

/// All checks counted, and the findings asked for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct ChecksShown {
    counts: Counts,
    findings: Vec<FindingShown>,
}

/// How many checks came out how, shown or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Counts {
    exact: usize,
    qualified: usize,
    rounded: usize,
    truncated: usize,
    within_inputs: usize,
    inconsistent: usize,
    not_comparable: usize,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct FindingShown {
    verdict: &'static str,
    agreement: Option<&'static str>,
    obstacle: Option<&'static str>,
    origin: OriginShown,
    /// `null` of a deadline.
    operation: Option<&'static str>,
    inputs: Vec<StatedShown>,
    stated: Option<StatedShown>,
    /// Id of the target whose deadline is early.
    target: Option<String>,
    outcome: Option<OutcomeShown>,
    hints: Vec<HintShown>,
    label: String,
    why: String,
    reading: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
struct OriginShown {
    code: &'static str,
    /// Position among the dataset's relations.
    relation: Option<usize>,
}

/// A figure with whose and of what it is.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct StatedShown {
    id: Option<String>,
    region: RegionShown,
    indicator: IndicatorShown,
    period: String,
    /// `null` where the source says there is none.
    figure: Option<FigureShown>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct OutcomeShown {
    stated: f64,
    computed: f64,
    low: f64,
    high: f64,
    difference: f64,
    unit: String,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct HintShown {
    code: &'static str,
    value: f64,
    unit: String,
    decimals: u8,
    agreement: &'static str,
    /// Of `power-of-ten`.
    power: Option<i8>,
    /// Position among the inputs.
    input: Option<usize>,
    /// Of `other-figure`.
    figure: Option<StatedShown>,
    label: String,
}

/// `crossCheck(data, { all? })`.
pub(crate) fn cross_check(dataset: &Dataset, input: &Value) -> Result<ChecksShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let all = fields.may("all", Item::flag).unwrap_or(false);
        fields.end();
        Some(all)
    };
    let read = read();
    let all = faults.check(lang, read)?;
    let mut counts = Counts::default();
    let mut findings = Vec::new();
    for finding in crosscheck::crosscheck(dataset) {
        let (count, plain) = match finding.verdict {
            Verdict::Consistent(Agreement::Exact) => (&mut counts.exact, true),
            Verdict::Consistent(Agreement::Qualified) => (&mut counts.qualified, true),
            Verdict::Consistent(Agreement::Rounded) => (&mut counts.rounded, true),
            Verdict::Consistent(Agreement::Truncated) => (&mut counts.truncated, false),
            Verdict::Consistent(Agreement::WithinInputs) => (&mut counts.within_inputs, false),
            Verdict::Inconsistent => (&mut counts.inconsistent, false),
            Verdict::NotComparable(_) => (&mut counts.not_comparable, false),
        };
        *count += 1;
        if all || !plain {
            findings.push(FindingShown::of(&finding, lang));
        }
    }
    Ok(ChecksShown { counts, findings })
}

impl FindingShown {
    fn of(finding: &Finding, lang: Lang) -> FindingShown {
        let words = Words::new(lang);
        let (verdict, agreement, obstacle) = match finding.verdict {
            Verdict::Consistent(agreement) => ("consistent", Some(agreement_code(agreement)), None),
            Verdict::Inconsistent => ("inconsistent", None, None),
            Verdict::NotComparable(obstacle) => ("not-comparable", None, Some(obstacle_code(obstacle))),
        };
        let (operation, inputs, stated, target) = match &finding.subject {
            Subject::Tie(tie) => {
                let inputs = tie.inputs.iter().map(|input| StatedShown::of(input, lang)).collect();
                (Some(operation_code(tie.operation)), inputs, Some(StatedShown::of(&tie.stated, lang)), None)
            }
            Subject::Deadline(target) => (None, Vec::new(), None, Some(target.id.clone())),
        };
        FindingShown {
            verdict,
            agreement,
            obstacle,
            origin: OriginShown::of(finding.origin),
            operation,
            inputs,
            stated,
            target,
            outcome: finding.outcome.as_ref().map(OutcomeShown::of),
            hints: finding.hints.iter().map(|hint| HintShown::of(hint, finding, lang)).collect(),
            label: words.check_verdict(finding),
            why: words.check_origin(finding.origin),
            reading: words.check_reading(finding),
        }
    }
}

impl StatedShown {
    pub(super) fn of(observation: &Arc<Observation>, lang: Lang) -> StatedShown {
        StatedShown {
            id: observation.id.clone(),
            region: RegionShown::of(&observation.region, lang),
            indicator: IndicatorShown::of(&observation.indicator, lang),
            period: observation.period.to_string(),
            figure: observation.quantity.as_ref().map(|quantity| FigureShown::of(observation, quantity, lang)),
        }
    }
}

impl OriginShown {
    fn of(origin: Origin) -> OriginShown {
        let (code, relation) = match origin {
            Origin::Declared(position) => ("declared", Some(position)),
            Origin::Found(Reason::Pattern(position)) => ("pattern", Some(position)),
            Origin::Found(Reason::Derived) => ("derived", None),
            Origin::Found(Reason::SharedName) => ("shared-name", None),
            Origin::Found(Reason::OnlyMatch) => ("only-match", None),
            Origin::Found(Reason::Nested) => ("nested", None),
            Origin::Found(Reason::AllParts) => ("all-parts", None),
            Origin::Found(Reason::StatedTwice) => ("stated-twice", None),
            Origin::Found(Reason::Deadline) => ("deadline", None),
        };
        OriginShown { code, relation }
    }
}

impl OutcomeShown {
    fn of(outcome: &Outcome) -> OutcomeShown {
        let Outcome { stated, computed, range: (low, high), difference, unit, .. } = *outcome;
        OutcomeShown { stated, computed, low, high, difference, unit: unit.written() }
    }
}

impl HintShown {
    fn of(hint: &Hint, finding: &Finding, lang: Lang) -> HintShown {
        let (code, power, input, figure) = match hint.kind {
            HintKind::RatioForGrowth => ("ratio-for-growth", None, None, None),
            HintKind::GrowthForRatio => ("growth-for-ratio", None, None, None),
            HintKind::PercentagePoints => ("percentage-points", None, None, None),
            HintKind::DigitsSwapped => ("digits-swapped", None, None, None),
            HintKind::PowerOfTen(power) => ("power-of-ten", Some(power), None, None),
            HintKind::OffByOne => ("off-by-one", None, None, None),
            HintKind::OtherFigure { input, figure } => ("other-figure", None, Some(input), finding.others.get(figure)),
            HintKind::InputOffByOne { input } => ("input-off-by-one", None, Some(input), None),
            HintKind::WholeBase => ("whole-base", None, None, None),
            HintKind::WholePart => ("whole-part", None, None, None),
            HintKind::FarDigitsSwapped => ("far-digits-swapped", None, None, None),
            HintKind::Truncated => ("truncated", None, None, None),
        };
        HintShown {
            code,
            value: hint.value,
            unit: hint.unit.written(),
            decimals: hint.decimals,
            agreement: agreement_code(hint.agreement),
            power,
            input,
            figure: figure.map(|figure| StatedShown::of(figure, lang)),
            label: Words::new(lang).check_hint(hint.kind),
        }
    }
}

fn agreement_code(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Exact => "exact",
        Agreement::Qualified => "qualified",
        Agreement::Rounded => "rounded",
        Agreement::Truncated => "truncated",
        Agreement::WithinInputs => "within-inputs",
    }
}

fn obstacle_code(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Missing => "missing",
        Obstacle::Units => "units",
        Obstacle::Periods => "periods",
        Obstacle::Definitions => "definitions",
        Obstacle::Prices => "prices",
        Obstacle::ZeroBase => "zero-base",
        Obstacle::Digits => "digits",
    }
}

fn operation_code(operation: Operation) -> &'static str {
    match operation {
        Operation::Ratio => "ratio",
        Operation::Growth => "growth",
        Operation::Difference => "difference",
        Operation::Sum => "sum",
        Operation::Increase => "increase",
        Operation::WholeBase => "whole-base",
        Operation::Part => "part",
        Operation::Same => "same",
    }
}
