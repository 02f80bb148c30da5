//! Ties the core finds in any dataset. Rather few than doubtful: every rule asks for one place, one period and one
//! definition, or for what the dataset itself declares.

use std::sync::Arc;

use super::{
    exact::Fraction,
    finding::{Reason, Tie, statements, ties},
    ledger::{Key, Ledger, Numbers, Row, equal},
    levels::levels_of_rates,
    relations::{Operation, check},
    verdict::{Agreement, Magnitude, Verdict},
};
use crate::{
    dataset::{Dataset, Derived, Dimension, Indicator, Measure, Month, Observation, Period, Quantity, RegionKind, Unit},
    index::{Keyed, Sequences, address},
    order::sorted,
};

/// Ties between the figures of a dataset that it does not declare, each with the reason it is taken for one: by derived
/// indicators, by the patterns of declared relations, by growth rates, by shares, by places, by repeated statements.
pub fn candidates(dataset: &Dataset) -> Vec<(Tie, Reason)> {
    candidates_in(dataset, &Ledger::of(dataset))
}

pub(super) fn candidates_in(dataset: &Dataset, ledger: &Ledger<'_>) -> Vec<(Tie, Reason)> {
    let mut finder = Finder { dataset, ledger, known: Sequences::default(), results: Sequences::default(), found: Vec::new() };
    for tie in dataset.relations.iter().flat_map(ties) {
        finder.results.insert(result(tie.operation, &tie.stated).to_vec());
        finder.known.insert(mark(&tie));
    }
    finder.derived();
    finder.patterns();
    finder.growth();
    finder.shares();
    finder.places();
    finder.repeated();
    finder.found
}

/// A tie by its figures, whatever their order; of two statements, either may be the stated one.
fn mark(tie: &Tie) -> Vec<u64> {
    let mut inputs: Vec<u64> = tie.inputs.iter().map(|input| address(&**input) as u64).collect();
    let [operation, stated] = result(tie.operation, &tie.stated);
    let mut mark = vec![operation];
    if tie.operation == Operation::Same {
        inputs.push(stated);
    } else {
        mark.push(stated);
    }
    mark.extend(sorted(inputs, |input| *input as f64));
    mark
}

/// What a tie gives.
fn result(operation: Operation, stated: &Arc<Observation>) -> [u64; 2] {
    [operation as u64, address(&**stated) as u64]
}

fn numbers(key: Key) -> [u64; 4] {
    [key.region as u64, key.indicator as u64, key.definition as u64, key.period.number()]
}

struct Finder<'d> {
    dataset: &'d Dataset,
    ledger: &'d Ledger<'d>,
    /// Declared or found already.
    known: Sequences,
    /// The stated figures of these ties.
    results: Sequences,
    found: Vec<(Tie, Reason)>,
}

impl<'d> Finder<'d> {
    fn offer(&mut self, operation: Operation, inputs: Vec<&Arc<Observation>>, stated: &Arc<Observation>, reason: Reason) {
        let tie = Tie { operation, inputs: inputs.into_iter().map(Arc::clone).collect(), stated: Arc::clone(stated) };
        if self.known.insert(mark(&tie)) {
            self.results.insert(result(operation, stated).to_vec());
            self.found.push((tie, reason));
        }
    }

    /// The figure of another indicator beside this one.
    fn beside(&self, row: &Row, indicator: usize, beside: &Observation) -> Option<&'d Arc<Observation>> {
        self.ledger.only(Key { indicator, ..row.key }, beside)
    }

    fn derived(&mut self) {
        let ledger = self.ledger;
        for indicator in &self.dataset.indicators {
            let (operation, sources): (_, Vec<&String>) = match &indicator.derived {
                Some(Derived::Ratio { numerator, denominator }) => (Operation::Ratio, vec![numerator, denominator]),
                Some(Derived::Sum(parts)) => (Operation::Sum, parts.iter().collect()),
                None => continue,
            };
            let sources: Option<Vec<usize>> = sources.into_iter().map(|id| ledger.indicator(id)).collect();
            let (Some(sources), Some(number)) = (sources, ledger.indicator(&indicator.id)) else { continue };
            for row in ledger.of_indicator(number, None) {
                let Some(stated) = ledger.observation(row).filter(|stated| stated.stated.is_some()) else { continue };
                let inputs: Option<Vec<_>> = sources.iter().map(|source| self.beside(row, *source, stated)).collect();
                if let Some(inputs) = inputs {
                    self.offer(operation, inputs, stated, Reason::Derived);
                }
            }
        }
    }

    /// What a relation ties in one place and period is tied in others.
    fn patterns(&mut self) {
        let ledger = self.ledger;
        let mut seen = Sequences::default();
        for (position, relation) in self.dataset.relations.iter().enumerate() {
            for tie in ties(relation).into_iter().filter(|tie| !matches!(tie.operation, Operation::Same | Operation::Growth)) {
                let Some(at) = ledger.key(&tie.stated) else { continue };
                let slots: Option<Vec<Key>> = tie.inputs.iter().map(|input| ledger.key(input)).collect();
                let Some(slots) = slots.filter(|slots| slots.iter().all(|slot| slot.region == at.region && slot.period == at.period))
                else {
                    continue;
                };
                let subjects = slots.iter().chain([&at]).flat_map(|key| [key.indicator as u64, key.definition as u64]);
                // a thousand relations of one pattern are looked for once
                if !seen.insert(subjects.chain([tie.operation as u64]).collect()) {
                    continue;
                }
                for row in ledger.of_indicator(at.indicator, Some(at.definition)) {
                    let Some(stated) = ledger.observation(row).filter(|stated| stated.stated.is_some()) else { continue };
                    let input = |slot: &Key| ledger.only(Key { indicator: slot.indicator, definition: slot.definition, ..row.key }, stated);
                    let inputs: Option<Vec<_>> = slots.iter().map(input).collect();
                    let Some(inputs) = inputs.filter(|_| row.key != at) else { continue };
                    // that parts are all there is does not carry over
                    if tie.operation != Operation::Sum || is_near_sum(&inputs, stated) {
                        self.offer(tie.operation, inputs, stated, Reason::Pattern(position));
                    }
                }
            }
        }
    }

    fn growth(&mut self) {
        let ledger = self.ledger;
        let levels = levels_of_rates(self.dataset, ledger);
        for (rate, levels) in levels.into_iter().enumerate() {
            let Some(levels) = levels else { continue };
            for row in ledger.of_indicator(rate, None) {
                let Some(stated) = ledger.observation(row).filter(|stated| stated.stated.is_some()) else { continue };
                let same_source = |figure: &&Arc<Observation>| figure.source.id == stated.source.id;
                let Some(value) = self.beside(row, levels.level, stated).filter(same_source) else { continue };
                let base =
                    year_before(row.key.period).and_then(|period| ledger.only(Key { indicator: levels.level, period, ..row.key }, stated));
                match base {
                    _ if self.is_tied(Operation::Growth, stated) => {}
                    Some(base) => self.offer(Operation::Growth, vec![base, value], stated, levels.reason),
                    None if bases_are_few(value, stated) => self.offer(Operation::WholeBase, vec![value], stated, levels.reason),
                    None => {}
                }
                for increase in &levels.increases {
                    let increase = self.beside(row, *increase, stated).filter(same_source);
                    if let Some(increase) = increase.filter(|increase| is_near_increase(value, increase, stated)) {
                        self.offer(Operation::Increase, vec![value, increase], stated, levels.reason);
                    }
                }
            }
        }
    }

    /// Whether some tie of a kind has this figure stated.
    fn is_tied(&self, operation: Operation, stated: &Arc<Observation>) -> bool {
        self.results.place(&result(operation, stated)).is_some()
    }

    fn shares(&mut self) {
        let mut numbers = Numbers::new();
        let mut sections = Keyed::new();
        for observation in &self.dataset.observations {
            let Some(locator) = &observation.locator else { continue };
            let section = numbers.of(&[&observation.region.id, &observation.source.id, locator.as_str()].join("\t"));
            sections.put([section as u64, observation.period.number()], observation);
        }
        for (_, figures) in sections.groups {
            let shares = figures.iter().filter(|figure| is_telling_share(figure));
            let amounts: Vec<_> = figures.iter().filter(|figure| is_amount(&figure.indicator) && figure.stated.is_some()).collect();
            if amounts.len() > LONGEST_SECTION {
                continue;
            }
            for share in shares.filter(|share| !self.is_tied(Operation::Ratio, share)).collect::<Vec<_>>() {
                let pairs = amounts.iter().flat_map(|part| amounts.iter().map(move |whole| (**part, **whole)));
                let mut matches = pairs.filter(|(part, whole)| gives(part, whole, share));
                if let (Some((part, whole)), None) = (matches.next(), matches.next()) {
                    self.offer(Operation::Ratio, vec![part, whole], share, Reason::OnlyMatch);
                }
            }
        }
    }

    /// Places that belong to others: each no larger than its whole, and all of a kind together.
    fn places(&mut self) {
        let ledger = self.ledger;
        let mut parents = vec![None; self.dataset.regions.len()];
        let mut children = vec![[0; 4]; self.dataset.regions.len()];
        for region in &self.dataset.regions {
            let parent = region.parent.as_deref().and_then(|parent| ledger.region(parent));
            if let (Some(parent), Some(slot)) = (parent, ledger.region(&region.id).and_then(|number| parents.get_mut(number))) {
                *slot = Some(parent);
                if let Some(count) = children.get_mut(parent).and_then(|counts| counts.get_mut(rank(region.kind) as usize)) {
                    *count += 1;
                }
            }
        }
        // a relation may name another statement of the same figure
        let keys = |tie: &Tie| Some([ledger.key(tie.inputs.first()?)?, ledger.key(&tie.stated)?]);
        let mut declared = Sequences::default();
        let parts = self.dataset.relations.iter().flat_map(ties).filter(|tie| tie.operation == Operation::Part);
        for keys in parts.filter_map(|tie| keys(&tie)) {
            declared.insert(keys.map(numbers).concat());
        }
        for group in ledger.across_places() {
            let figure = |row: &Row| ledger.observation(row).filter(|figure| figure.stated.is_some() && adds_up(&figure.indicator));
            let mut families = Keyed::new();
            let mut last = None;
            for row in group {
                let Some(part) = figure(row).filter(|_| last != Some(row.key.region)) else { continue };
                last = Some(row.key.region);
                let Some(parent) = parents.get(row.key.region).copied().flatten() else { continue };
                let whole = equal(group, |row| row.key.region.cmp(&parent)).iter().find_map(figure);
                if let Some(whole) = whole {
                    if declared.place(&[row.key, Key { region: parent, ..row.key }].map(numbers).concat()).is_none() {
                        self.offer(Operation::Part, vec![part], whole, Reason::Nested);
                    }
                    families.put([parent as u64, rank(part.region.kind) as u64], part);
                }
            }
            for ([parent, rank], parts) in families.groups {
                let (parent, rank) = (parent as usize, rank as usize);
                let all = children.get(parent).and_then(|counts| counts.get(rank));
                let complete = rank != RegionRank::Other as usize && parts.len() > 1 && all == Some(&parts.len());
                let whole = equal(group, |row| row.key.region.cmp(&parent)).iter().find_map(figure);
                if let Some(whole) = whole.filter(|whole| complete && is_near_sum(&parts, whole)) {
                    self.offer(Operation::Sum, parts, whole, Reason::AllParts);
                }
            }
        }
    }

    fn repeated(&mut self) {
        let ledger = self.ledger;
        for group in ledger.repeated() {
            let members: Vec<Arc<Observation>> =
                group.iter().filter_map(|row| ledger.observation(row)).filter(|figure| figure.stated.is_some()).map(Arc::clone).collect();
            for tie in statements(&members) {
                let elsewhere = |input: &Arc<Observation>| input.source.id != tie.stated.source.id || input.locator != tie.stated.locator;
                if tie.inputs.iter().all(elsewhere) && self.known.insert(mark(&tie)) {
                    self.found.push((tie, Reason::StatedTwice));
                }
            }
        }
    }
}

/// Sections with more figures than this match any share by chance.
const LONGEST_SECTION: usize = 24;

pub(super) fn is_amount(indicator: &Indicator) -> bool {
    matches!(indicator.measure, Measure::Flow | Measure::Stock)
}

/// Whether the figures of places add up to those of the place they belong to: amounts do, durations and rates do not.
fn adds_up(indicator: &Indicator) -> bool {
    use Dimension::{Area, Boxes, CoalEquivalent, Count, Energy, Freight, Mass, Money, People, Teu, Visits, Volume};
    let dimension = indicator.unit.dimension();
    let amount =
        matches!(dimension, Money(_) | Area | People | Visits | Count | Mass | CoalEquivalent | Volume | Energy | Boxes | Teu | Freight);
    is_amount(indicator) && amount
}

/// Administrative divisions of a level do not overlap; zones and parks may.
#[derive(Clone, Copy)]
enum RegionRank {
    Province,
    City,
    County,
    Other,
}

fn rank(kind: RegionKind) -> RegionRank {
    match kind {
        RegionKind::Province => RegionRank::Province,
        RegionKind::City => RegionRank::City,
        RegionKind::County => RegionRank::County,
        RegionKind::Nation | RegionKind::Zone | RegionKind::Park => RegionRank::Other,
    }
}

/// The same period of the year before.
fn year_before(period: Period) -> Option<Period> {
    let before = |month: Month| Some(Month { year: month.year.checked_sub(1)?, ..month });
    Some(match period {
        Period::Year(year) => Period::Year(year.checked_sub(1)?),
        Period::Half(year, half) => Period::Half(year.checked_sub(1)?, half),
        Period::Quarter(year, quarter) => Period::Quarter(year.checked_sub(1)?, quarter),
        Period::Month(month) => Period::Month(before(month)?),
        Period::Months(from, to) => Period::Months(before(from)?, before(to)?),
        Period::Day(month, 29) if month.month == 2 => return None,
        Period::Day(month, day) => Period::Day(before(month)?, day),
    })
}

/// Whether the rate leaves so little room that most counts have no whole base: then it says something that this has one.
fn bases_are_few(value: &Observation, rate: &Observation) -> bool {
    let room = || {
        let (value, rate) = (Magnitude::of(value.stated.as_ref()?).ok()?, Magnitude::of(rate.stated.as_ref()?).ok()?);
        let (low, high) = rate.accepts()?;
        let (most, least) = (low.plus(Fraction::ONE)?, high.plus(Fraction::ONE)?);
        let room = value.value.over(most)?.minus(value.value.over(least)?)?;
        Some(value.counted && !rate.spread && most > Fraction::ZERO && room < Fraction::ONE)
    };
    room().unwrap_or(false)
}

/// Whether an increase is within 2 % of what the rate says, so that it can hardly be anything else.
fn is_near_increase(value: &Observation, increase: &Observation, rate: &Observation) -> bool {
    let near = || {
        let unit = value.stated.as_ref()?.unit();
        let (value, increase) = (value.stated.as_ref()?.value(), increase.stated.as_ref()?.in_unit(unit)?.value());
        let rate = rate.stated.as_ref()?.in_unit(Unit::FRACTION)?.value();
        let due = value * rate / (1.0 + rate);
        Some((increase - due).abs() <= 0.02 * due.abs())
    };
    near().unwrap_or(false)
}

/// Whether parts come within 0.5 % of their whole, or exceed it.
fn is_near_sum(parts: &[&Arc<Observation>], whole: &Observation) -> bool {
    let value = |observation: &Observation| observation.quantity.as_ref().map(Quantity::value);
    let sum: Option<f64> = parts.iter().map(|part| value(part)).sum();
    sum.zip(value(whole)).is_some_and(|(sum, whole)| sum >= 0.995 * whole)
}

/// A share of three or more digits without a qualifier, which few pairs of figures give by chance.
fn is_telling_share(observation: &Observation) -> bool {
    observation.indicator.measure == Measure::Ratio
        && observation.stated.is_some_and(|stated| {
            let digits = stated.value().abs() / stated.step();
            stated.unit().dimension() == Dimension::Share && stated.is_exact() && digits >= 99.5 && stated.value() != 100.0
        })
}

fn gives(part: &Observation, whole: &Observation, share: &Observation) -> bool {
    let (Some(part), Some(whole), Some(share)) = (part.stated, whole.stated, share.stated) else { return false };
    let outcome = check(Operation::Ratio, &[part, whole], &share);
    let agrees = |verdict| matches!(verdict, Verdict::Consistent(Agreement::Exact | Agreement::Rounded));
    part != whole && outcome.is_ok_and(|outcome| agrees(outcome.verdict()))
}

#[cfg(test)]
mod tests;
