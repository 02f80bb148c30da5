//! What is checked, and what was found.

use std::sync::Arc;

use super::{
    candidates::candidates_in,
    hint::{Alternative, Hint, HintKind, hints},
    ledger::Ledger,
    relations::{Operation, check},
    verdict::{Agreement, Magnitude, Obstacle, Outcome, Verdict},
};
use crate::{
    dataset::{Dataset, Dimension, Measure, Month, Observation, Period, Relation, RelationKind, Target, Unit},
    order::sorted,
};

/// Figures that depend on each other.
#[derive(Clone, PartialEq, Debug)]
pub struct Tie {
    /// How.
    pub operation: Operation,
    /// What is put in, in the order [`Operation`] names.
    pub inputs: Vec<Arc<Observation>>,
    /// What the result is held against.
    pub stated: Arc<Observation>,
}

/// What a finding is about.
#[derive(Clone, PartialEq, Debug)]
pub enum Subject {
    /// Figures.
    Tie(Tie),
    /// A promise due before its document was issued.
    Deadline(Arc<Target>),
}

/// Why figures are checked against each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The dataset's relation at this position says so.
    Declared(usize),
    /// The core found them.
    Found(Reason),
}

/// Why the core takes figures to depend on each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// The dataset says how the indicator follows from others.
    Derived,
    /// The dataset's relation at this position ties figures of the same indicators and definitions, elsewhere or at
    /// another time.
    Pattern(usize),
    /// A growth rate and an amount (or its increase) whose names differ in their endings only (增速, 数), of one place,
    /// period, source and definition.
    SharedName,
    /// Of the figures in the same section, these two alone give the stated share, of three or more digits.
    OnlyMatch,
    /// A place and the place it belongs to, of one indicator, period and definition.
    Nested,
    /// All places of one kind that belong to a place; together they give its figure within 0.5 %, or more than it.
    AllParts,
    /// One place, indicator, period and definition, in two sources or sections.
    StatedTwice,
    /// A deadline and the date of its document.
    Deadline,
}

/// A check and its result.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// What was checked.
    pub subject: Subject,
    /// Why.
    pub origin: Origin,
    /// What came out.
    pub verdict: Verdict,
    /// Stated and computed figure, where both are there and convert; also where the periods do not fit together.
    pub outcome: Option<Outcome>,
    /// Where the figures are inconsistent, what would make them fit, the most telling first.
    pub hints: Vec<Hint>,
    /// The figures that [`super::HintKind::OtherFigure`] counts.
    pub others: Vec<Arc<Observation>>,
}

/// Checks all that a dataset declares and all that the core finds in it: first the relations in the order given, then
/// the candidates as [`super::candidates`] orders them, then the deadlines. The work grows as n log n with the figures.
///
/// ```
/// use duibiao::{crosscheck::{Verdict, crosscheck}, dataset};
/// let text = include_str!("../../www/data/huaibei-2023.json");
/// let data = dataset::parse_json(text).dataset.expect("the bundled dataset is valid");
/// assert!(crosscheck(&data).iter().any(|finding| finding.verdict == Verdict::Inconsistent));
/// ```
pub fn crosscheck(dataset: &Dataset) -> Vec<Finding> {
    let ledger = Ledger::of(dataset);
    let mut findings = declared_in(dataset, &ledger);
    for (tie, reason) in candidates_in(dataset, &ledger) {
        findings.push(finding(tie, Origin::Found(reason), &ledger));
    }
    findings.extend(early_deadlines(dataset));
    findings
}

/// Checks the relations a dataset declares, in the order given. A fact stated n times gives n − 1 findings, each against
/// the statement with the finest last decimal.
pub fn declared(dataset: &Dataset) -> Vec<Finding> {
    declared_in(dataset, &Ledger::of(dataset))
}

/// Checks one tie. `others` are figures that may stand in for an input, such as the same indicator at another time;
/// those of another place or indicator are passed over.
pub fn evaluate(tie: Tie, origin: Origin, others: &[Arc<Observation>]) -> Finding {
    let figures: Option<Vec<_>> = tie.inputs.iter().map(|input| input.stated).collect();
    let result = match (figures.as_ref(), tie.stated.stated.as_ref()) {
        (Some(figures), Some(stated)) => check(tie.operation, figures, stated),
        _ => Err(Obstacle::Missing),
    };
    let (verdict, outcome) = match result {
        Err(obstacle) => (Verdict::NotComparable(obstacle), None),
        Ok(outcome) if !periods_fit(&tie) => (Verdict::NotComparable(Obstacle::Periods), Some(outcome)),
        Ok(outcome) => match outcome.verdict() {
            Verdict::Inconsistent if !definitions_fit(&tie) => (Verdict::NotComparable(Obstacle::Definitions), Some(outcome)),
            verdict => (verdict, Some(outcome)),
        },
    };
    let (mut alternatives, mut named) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    if let (Verdict::Inconsistent, Some(figures), Some(stated)) = (verdict, &figures, &tie.stated.stated) {
        for (input, current) in tie.inputs.iter().enumerate() {
            for other in others.iter().filter(|other| may_replace(other, current, &tie)) {
                if let Some(quantity) = other.stated {
                    alternatives.push(Alternative { input, quantity });
                    named.push(Arc::clone(other));
                }
            }
        }
        found = hints(tie.operation, figures, stated, &alternatives);
    }
    let verdict = match (verdict, &outcome) {
        (Verdict::Inconsistent, Some(outcome)) if may_be_prices(&tie, origin, outcome, &found) => {
            found.clear();
            Verdict::NotComparable(Obstacle::Prices)
        }
        _ => verdict,
    };
    Finding { subject: Subject::Tie(tie), origin, verdict, outcome, hints: found, others: named }
}

/// Growth of money may be stated at constant prices or from a revised base, which only a declared relation rules out.
/// So a difference below 10 percentage points is no contradiction, unless a slip of the pen explains it.
fn may_be_prices(tie: &Tie, origin: Origin, outcome: &Outcome, found: &[Hint]) -> bool {
    let money = tie.inputs.iter().all(|input| matches!(input.indicator.unit.dimension(), Dimension::Money(_)));
    let small = outcome.unit.convert(outcome.difference, Unit::FRACTION).is_some_and(|difference| difference.abs() < 0.1);
    let slip = |hint: &Hint| {
        matches!(hint.kind, HintKind::RatioForGrowth | HintKind::DigitsSwapped | HintKind::PowerOfTen(_) | HintKind::OffByOne)
            && hint.agreement <= Agreement::Rounded
    };
    tie.operation == Operation::Growth && matches!(origin, Origin::Found(_)) && money && small && !found.iter().any(slip)
}

/// How many other figures of an indicator are tried in place of an input.
const MOST_OTHERS: usize = 40;

pub(super) fn finding(tie: Tie, origin: Origin, ledger: &Ledger<'_>) -> Finding {
    let found = evaluate(tie, origin, &[]);
    let Subject::Tie(tie) = &found.subject else { return found };
    let replaceable =
        matches!(tie.operation, Operation::Ratio | Operation::Growth | Operation::Increase | Operation::WholeBase | Operation::Difference);
    if found.verdict != Verdict::Inconsistent || !replaceable {
        return found;
    }
    let mut others: Vec<Arc<Observation>> = Vec::new();
    for key in tie.inputs.iter().filter_map(|input| ledger.key(input)) {
        for other in ledger.series(key.region, key.indicator).take(MOST_OTHERS) {
            if !others.iter().any(|known| Arc::ptr_eq(known, other)) {
                others.push(Arc::clone(other));
            }
        }
    }
    evaluate(tie.clone(), origin, &others)
}

fn may_replace(other: &Arc<Observation>, current: &Observation, tie: &Tie) -> bool {
    let tied = |figure: &Arc<Observation>| Arc::ptr_eq(figure, other);
    other.region.id == current.region.id && other.indicator.id == current.indicator.id && !tie.inputs.iter().any(tied) && !tied(&tie.stated)
}

fn declared_in(dataset: &Dataset, ledger: &Ledger<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, relation) in dataset.relations.iter().enumerate() {
        for tie in ties(relation) {
            findings.push(finding(tie, Origin::Declared(position), ledger));
        }
    }
    findings
}

/// A relation as ties, each of which has one stated figure.
pub(super) fn ties(relation: &Relation) -> Vec<Tie> {
    let tie = |operation, inputs: Vec<&Arc<Observation>>, stated: &Arc<Observation>| {
        vec![Tie { operation, inputs: inputs.into_iter().map(Arc::clone).collect(), stated: Arc::clone(stated) }]
    };
    match &relation.kind {
        RelationKind::Ratio { numerator, denominator, result } => {
            tie(Operation::Ratio, numerator.iter().chain([denominator]).collect(), result)
        }
        RelationKind::Growth { base, result, rate } => tie(Operation::Growth, vec![base, result], rate),
        RelationKind::Difference { minuend, subtrahend, result } => tie(Operation::Difference, vec![minuend, subtrahend], result),
        RelationKind::Sum { parts, whole } => tie(Operation::Sum, parts.iter().collect(), whole),
        RelationKind::Part { part, whole } => tie(Operation::Part, vec![part], whole),
        RelationKind::Same { members } => statements(members),
    }
}

/// Each statement of a fact held against the one with the finest last decimal, a published one before one that was heard and the
/// first of several.
pub(super) fn statements(members: &[Arc<Observation>]) -> Vec<Tie> {
    let step = |member: &&Arc<Observation>| Some(Magnitude::of(member.stated.as_ref()?).ok()?.step);
    let finest =
        members.iter().filter(|member| step(member).is_some()).min_by_key(|member| (member.is_noted(), step(member))).or(members.first());
    let Some(finest) = finest else { return Vec::new() };
    let others = members.iter().filter(|member| !Arc::ptr_eq(member, finest));
    others.map(|other| Tie { operation: Operation::Same, inputs: vec![Arc::clone(finest)], stated: Arc::clone(other) }).collect()
}

/// Whether the periods let the figures be put together. A part and its whole, and the sides of a difference, may lie
/// anywhere: problems found in August and settled by the next year.
fn periods_fit(tie: &Tie) -> bool {
    let months = |observation: &Arc<Observation>| observation.period.months();
    let flow = |observation: &Arc<Observation>| observation.indicator.measure == Measure::Flow;
    match (tie.operation, tie.inputs.as_slice()) {
        (Operation::Ratio, [parts @ .., whole]) => parts
            .iter()
            .all(|part| if flow(part) && flow(whole) { months(part) == months(whole) } else { part.period.year() == whole.period.year() }),
        (Operation::Growth, [base, later]) => {
            let alike = base.period.class() == later.period.class() || !(flow(base) || flow(later));
            alike && base.period < later.period && months(later) == months(&tie.stated)
        }
        (Operation::Sum, parts) => {
            parts.iter().all(|part| months(part) == months(&tie.stated)) || (flow(&tie.stated) && tile(parts, &tie.stated))
        }
        (Operation::Same, [other]) => other.period == tie.stated.period || (months(other) == months(&tie.stated) && flow(other)),
        _ => true,
    }
}

/// Whether periods follow each other without a gap and cover that of the whole.
fn tile(parts: &[Arc<Observation>], whole: &Observation) -> bool {
    let next = |month: Month| match month.month {
        12 => Month { year: month.year + 1, month: 1 },
        _ => Month { month: month.month + 1, ..month },
    };
    let periods = sorted(parts.iter().map(|part| part.period).collect(), |period: &Period| period.number() as f64);
    let (first, last) = whole.period.months();
    let end = periods.iter().try_fold(first, |due, period| {
        let (from, to) = period.months();
        (from == due && !matches!(period, Period::Day(..))).then(|| next(to))
    });
    end == Some(next(last))
}

/// Whether two statements of a fact name the same definition and scope.
fn definitions_fit(tie: &Tie) -> bool {
    let named = |observation: &Observation| (observation.definition.clone(), observation.scope.clone());
    tie.operation != Operation::Same || tie.inputs.iter().all(|input| named(input) == named(&tie.stated))
}

/// Promises due before their document was issued. A deadline that is a year and was inferred from the document's own
/// year says nothing; one of which only the year was inferred is told.
fn early_deadlines(dataset: &Dataset) -> Vec<Finding> {
    let last_day = |period: Period| (period.months().1, if let Period::Day(_, day) = period { day } else { u8::MAX });
    let first_day = |period: Period| (period.months().0, if let Period::Day(_, day) = period { day } else { 1 });
    let early = |target: &&Arc<Target>| {
        let whole_year = matches!(target.deadline, Period::Year(_));
        !(target.inferred && whole_year) && target.source.date.is_some_and(|date| last_day(target.deadline) < first_day(date))
    };
    let found = |target: &Arc<Target>| Finding {
        subject: Subject::Deadline(Arc::clone(target)),
        origin: Origin::Found(Reason::Deadline),
        verdict: Verdict::Inconsistent,
        outcome: None,
        hints: Vec::new(),
        others: Vec::new(),
    };
    dataset.targets.iter().filter(early).map(found).collect()
}

#[cfg(test)]
mod tests;
