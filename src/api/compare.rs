//! Ranks of figures, and places compared on an indicator of a dataset.

use std::{collections::HashSet, sync::Arc};

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    shown::{FigureShown, IndicatorShown, RankShown, RegionShown, difference_code, said},
    value::Value,
};
use crate::{
    benchmark::{self, Comparison, Question, Standing, mean, median},
    dataset::{Dataset, Indicator, Quantity, Region, Relax, Target, Unit},
};

/// `rank({ figures, polarity, unit? })`: one rank a figure, `null` where it is missing.
pub(crate) fn rank(input: &Value) -> Result<Vec<Option<RankShown>>, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let unit = fields.may("unit", Item::unit).unwrap_or(Unit::BARE);
        let missing = |item: Item<'_>| if *item.value == Value::Nothing { Some(None) } else { item.figure(unit).map(Some) };
        let figures = fields.must("figures", |item| item.list(missing));
        let polarity = fields.must("polarity", Item::polarity);
        fields.end();
        Some((figures?, polarity?))
    };
    let read = read();
    let (figures, polarity) = faults.check(lang, read)?;
    let there: Vec<&Quantity> = figures.iter().flatten().collect();
    let mut ranks = benchmark::rank(&there, polarity).into_iter();
    Ok(figures.iter().map(|figure| figure.as_ref().and_then(|_| ranks.next()).map(RankShown::of)).collect())
}

/// Places compared on an indicator.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct ComparisonShown {
    indicator: IndicatorShown,
    period: Option<String>,
    definition: Option<String>,
    scope: Option<String>,
    entries: Vec<EntryShown>,
    /// Of the ranked values, in the indicator's unit.
    median: Option<f64>,
    mean: Option<f64>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct EntryShown {
    region: RegionShown,
    standing: &'static str,
    figure: Option<FigureShown>,
    rank: Option<RankShown>,
    differences: Vec<&'static str>,
}

/// `compare(data, { indicator, period?, places?, home?, relax? })`.
pub(crate) fn compare(dataset: &Dataset, input: &Value) -> Result<ComparisonShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let indicator = fields.must("indicator", |item| indicator(dataset, &item));
        let period = fields.may("period", Item::period);
        let places = fields.may("places", |item| regions(dataset, item)).unwrap_or_default();
        let home = fields.may("home", |item| region(dataset, &item));
        let relax = fields.may("relax", relax).unwrap_or_default();
        fields.end();
        Some(Question { indicator: indicator?, period, places, home, relax })
    };
    let read = read();
    let question = faults.check(lang, read)?;
    let comparison = benchmark::compare(dataset, &question);
    let Comparison { indicator, period, definition, scope, entries } = &comparison;
    let entries = entries.iter().map(|entry| {
        let codes = |differences: &[benchmark::Difference]| differences.iter().map(|difference| difference_code(*difference)).collect();
        let (standing, figure, rank, differences) = match &entry.standing {
            Standing::Ranked { observation, quantity, rank, flags } => {
                ("ranked", Some(FigureShown::of(observation, quantity, lang)), Some(RankShown::of(*rank)), codes(flags))
            }
            Standing::Apart { observation, quantity, reasons } => {
                ("apart", Some(FigureShown::of(observation, quantity, lang)), None, codes(reasons))
            }
            Standing::Missing => ("missing", None, None, Vec::new()),
        };
        EntryShown { region: RegionShown::of(&entry.region, lang), standing, figure, rank, differences }
    });
    let values = comparison.values();
    Ok(ComparisonShown {
        entries: entries.collect(),
        indicator: IndicatorShown::of(indicator, lang),
        period: period.map(|period| period.to_string()),
        definition: said(definition.as_ref(), lang),
        scope: said(scope.as_ref(), lang),
        median: median(&values),
        mean: mean(&values),
    })
}

pub(super) fn indicator(dataset: &Dataset, item: &Item<'_>) -> Option<Arc<Indicator>> {
    let name = item.clone().text()?;
    let found = dataset.indicator(name).cloned();
    if found.is_none() { item.fault(FaultCode::Indicator, name) } else { found }
}

pub(super) fn region(dataset: &Dataset, item: &Item<'_>) -> Option<Arc<Region>> {
    let name = item.clone().text()?;
    let found = dataset.region(name).cloned();
    if found.is_none() { item.fault(FaultCode::Region, name) } else { found }
}

/// Places, none of them twice: it would count twice in every rank.
pub(super) fn regions(dataset: &Dataset, item: Item<'_>) -> Option<Vec<Arc<Region>>> {
    let mut known: HashSet<*const Region> = HashSet::new();
    item.list(|item| {
        let found = region(dataset, &item)?;
        if known.insert(Arc::as_ptr(&found)) { Some(found) } else { item.fault(FaultCode::Unfit, "repeated") }
    })
}

pub(super) fn target(dataset: &Dataset, item: &Item<'_>) -> Option<Arc<Target>> {
    let name = item.clone().text()?;
    let found = dataset.target(name).cloned();
    if found.is_none() { item.fault(FaultCode::Target, name) } else { found }
}

/// `{ definition?, years? }`
pub(super) fn relax(item: Item<'_>) -> Option<Relax> {
    let fields = item.fields()?;
    let definition = fields.may("definition", Item::flag).unwrap_or(false);
    let years = fields.may("years", |item| item.whole(0, 50)).unwrap_or(0);
    fields.end();
    Some(Relax { definition, years: u8::try_from(years).unwrap_or(u8::MAX) })
}
