//! Which growth rate is of which amount: by a declared relation, else by name.

use super::{
    candidates::is_amount,
    finding::{Reason, ties},
    ledger::{Ledger, Numbers},
    relations::Operation,
};
use crate::dataset::{Dataset, Measure};

/// The level a growth rate is of, and what may be its increase.
pub(super) struct Levels {
    pub(super) level: usize,
    pub(super) increases: Vec<usize>,
    pub(super) reason: Reason,
}

/// How names end in Chinese, the one language every indicator has a name in. A cut by length alone would take
/// 规上工业利润 for what 规上工业增速 is the growth of.
const RATE_ENDINGS: &[&str] = &["增速", "增长率", "增幅"];
const LEVEL_ENDINGS: &[&str] = &["数", "额", "量", "值", "人数", "家数", "户数", "总额", "总量", "总数", "总值", "数量", "规模"];
const INCREASE_ENDINGS: &[&str] = &["增量", "净增", "净增数", "净增量", "净增额", "增加数", "增加量", "增加额"];

/// Of each indicator, in the order of their numbers, the level whose growth it is: by a declared relation, else by name.
pub(super) fn levels_of_rates(dataset: &Dataset, ledger: &Ledger<'_>) -> Vec<Option<Levels>> {
    let mut found: Vec<Option<Levels>> = dataset.indicators.iter().map(|_| None).collect();
    let names = names(dataset, ledger);
    for rate in dataset.indicators.iter().filter(|indicator| indicator.measure == Measure::Growth) {
        let Some(number) = ledger.indicator(&rate.id) else { continue };
        let Some(stem) = RATE_ENDINGS.iter().find_map(|ending| rate.name.zh_hans.strip_suffix(ending)) else { continue };
        // the name without an ending is surer than one with; 出口额 and 出口量 leave it open
        let (whole, ended) = (names.whole.of(stem), names.ended.of(stem));
        let levels = if whole.is_empty() { ended } else { whole };
        if let ([level], Some(slot)) = (levels, found.get_mut(number)) {
            *slot = Some(Levels { level: *level, increases: names.increases.of(stem).to_vec(), reason: Reason::SharedName });
        }
    }
    for (position, relation) in dataset.relations.iter().enumerate() {
        for tie in ties(relation).into_iter().filter(|tie| tie.operation == Operation::Growth) {
            let mut ends = tie.inputs.iter().filter_map(|input| ledger.indicator(&input.indicator.id));
            let slot = ledger.indicator(&tie.stated.indicator.id).and_then(|rate| found.get_mut(rate));
            if let (Some(level), Some(slot)) = (ends.next(), slot)
                && ends.all(|other| other == level)
            {
                let increases = slot.take().map(|levels| levels.increases).unwrap_or_default();
                *slot = Some(Levels { level, increases, reason: Reason::Pattern(position) });
            }
        }
    }
    found
}

/// Indicators by the beginnings of their names.
struct Stems {
    stems: Numbers,
    indicators: Vec<Vec<usize>>,
}

impl Stems {
    fn new() -> Stems {
        Stems { stems: Numbers::new(), indicators: Vec::new() }
    }

    fn put(&mut self, stem: &str, indicator: usize) {
        let number = self.stems.of(stem);
        match self.indicators.get_mut(number) {
            Some(indicators) => indicators.push(indicator),
            None => self.indicators.push(vec![indicator]),
        }
    }

    fn of(&self, stem: &str) -> &[usize] {
        self.stems.known(stem).and_then(|number| self.indicators.get(number)).map_or(&[], Vec::as_slice)
    }
}

/// Indicators of amounts by their names, by their names without what says that they are amounts, and increases by their
/// names without what says that they are increases.
struct Names {
    whole: Stems,
    ended: Stems,
    increases: Stems,
}

fn names(dataset: &Dataset, ledger: &Ledger<'_>) -> Names {
    let mut names = Names { whole: Stems::new(), ended: Stems::new(), increases: Stems::new() };
    for indicator in dataset.indicators.iter().filter(|indicator| is_amount(indicator)) {
        let Some(number) = ledger.indicator(&indicator.id) else { continue };
        let name = indicator.name.zh_hans.as_str();
        names.whole.put(name, number);
        for stem in LEVEL_ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending)) {
            names.ended.put(stem, number);
        }
        for stem in INCREASE_ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending)) {
            names.increases.put(stem, number);
        }
    }
    names
}
