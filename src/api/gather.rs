//! Figures of a dataset side by side: the ranks on each indicator, and the score made of all.

use std::{collections::HashMap, sync::Arc};

use serde::Serialize;

use super::{
    compare::{indicator, region, regions, relax},
    composite::{CompositeShown, drawn, no_matrix, unfit},
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    method::{draws, method},
    shown::{IndicatorShown, RankShown, RegionShown, difference_code, said},
    value::Value,
};
use crate::{
    benchmark::{
        Comparison, Difference, Question, Standing, compare,
        composite::{self, CompositeOfError, CompositeQuestion, Gathered, Note, Robustness, leave_one_out},
    },
    dataset::{Dataset, Indicator, Lang, Region},
    words::Words,
};

/// A composite of a dataset, and the figures it is made of.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CompositeOfShown {
    #[serde(flatten)]
    composite: CompositeShown,
    #[serde(flatten)]
    gathered: GatheredShown,
    reading: String,
    method_reading: String,
    weights_reading: String,
}

/// Figures side by side.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct GatheredShown {
    regions: Vec<RegionShown>,
    indicators: Vec<ColumnShown>,
    values: Vec<Vec<Option<f64>>>,
    notes: Vec<NoteShown>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct ColumnShown {
    #[serde(flatten)]
    indicator: IndicatorShown,
    period: Option<String>,
    definition: Option<String>,
    scope: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct NoteShown {
    row: usize,
    column: usize,
    code: &'static str,
    differences: Vec<&'static str>,
}

/// The ranks of places on many indicators: rows are places, columns indicators.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct RanksShown {
    regions: Vec<RegionShown>,
    indicators: Vec<ColumnShown>,
    /// `null` where a place has no figure, or none that compares.
    ranks: Vec<Vec<Option<RankShown>>>,
    /// By column, then as ranked.
    notes: Vec<NoteShown>,
}

/// `rankAll(data, { indicators?, places?, period?, relax? })`: what `compare` says of each indicator, in little.
pub(crate) fn rank_all(dataset: &Dataset, input: &Value) -> Result<RanksShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let question = question(dataset, &fields, Some(&dataset.indicators));
        fields.end();
        question
    };
    let read = read();
    let asked = faults.check(lang, read)?;
    let places = if asked.places.is_empty() { &dataset.regions } else { &asked.places };
    // places of one dataset are told apart by identity
    let rows: HashMap<*const Region, usize> = places.iter().enumerate().map(|(row, place)| (Arc::as_ptr(place), row)).collect();
    let mut ranks = vec![vec![None; asked.indicators.len()]; places.len()];
    let (mut columns, mut notes) = (Vec::new(), Vec::new());
    for (column, indicator) in asked.indicators.iter().enumerate() {
        let (indicator, places) = (Arc::clone(indicator), asked.places.clone());
        let question = Question { indicator, period: asked.period, places, home: None, relax: asked.relax };
        let comparison = compare(dataset, &question);
        for entry in &comparison.entries {
            let Some(row) = rows.get(&Arc::as_ptr(&entry.region)).copied() else { continue };
            match &entry.standing {
                Standing::Ranked { rank, flags, .. } => {
                    if let Some(cell) = ranks.get_mut(row).and_then(|cells| cells.get_mut(column)) {
                        *cell = Some(RankShown::of(*rank));
                    }
                    if !flags.is_empty() {
                        notes.push(NoteShown::of(row, column, "flagged", flags));
                    }
                }
                Standing::Apart { reasons, .. } => notes.push(NoteShown::of(row, column, "apart", reasons)),
                Standing::Missing => {}
            }
        }
        columns.push(ColumnShown::of(&comparison, lang));
    }
    Ok(RanksShown { regions: places.iter().map(|place| RegionShown::of(place, lang)).collect(), indicators: columns, ranks, notes })
}

/// `compositeOf(data, { indicators, places?, period?, relax?, home?, …method, draws?, withoutEach? })`.
pub(crate) fn composite_of(dataset: &Dataset, input: &Value) -> Result<CompositeOfShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let question = question(dataset, &fields, None);
        let columns = question.as_ref().map(|question| question.indicators.len());
        let home = fields.may("home", |item| region(dataset, &item));
        let method = method(&fields, columns);
        let draws = fields.may("draws", |item| draws(&item, columns));
        let without = fields.may("withoutEach", Item::flag).unwrap_or_default();
        fields.end();
        Some((question?, home, method?, draws, without))
    };
    let read = read();
    let (question, home, method, draws, without) = faults.check(lang, read)?;
    let found = composite::composite_of(dataset, &question, &method).map_err(|error| not_gathered(lang, error))?;
    let spread = drawn(&found.composite, draws);
    let without = without.then(|| leave_one_out(&found.composite));
    let composite = CompositeShown::of(&found.composite, &method, draws, spread.as_deref(), without.as_deref());
    let robustness = draws.zip(spread).map(|(draws, spread)| Robustness { draws, spread, without: without.unwrap_or_default() });
    let words = Words::new(lang);
    Ok(CompositeOfShown {
        composite,
        gathered: GatheredShown::of(&found.gathered, lang),
        reading: words.composite_reading(&found, home.as_deref(), robustness.as_ref()),
        method_reading: words.composite_method(&method),
        weights_reading: words.weights_reading(&found),
    })
}

/// Which figures to gather: `{ indicators, places?, period?, relax? }`. Indicators may be left out where some stand in for them.
pub(super) fn question(dataset: &Dataset, fields: &Fields<'_>, otherwise: Option<&[Arc<Indicator>]>) -> Option<CompositeQuestion> {
    let listed = |item: Item<'_>| {
        let all = item.clone().list(|item| indicator(dataset, &item))?;
        if all.is_empty() && matches!(item.value, Value::List(items) if items.is_empty()) {
            return item.fault(FaultCode::Shape, "0");
        }
        Some(all)
    };
    let indicators = match otherwise {
        Some(otherwise) => Some(fields.may("indicators", listed).unwrap_or_else(|| otherwise.to_vec())),
        None => fields.must("indicators", listed),
    };
    let places = fields.may("places", |item| regions(dataset, item)).unwrap_or_default();
    let period = fields.may("period", Item::period);
    let relax = fields.may("relax", relax).unwrap_or_default();
    Some(CompositeQuestion { indicators: indicators?, places, period, relax })
}

/// Why figures of a dataset could not be used, at the place of the input that asked for them.
pub(super) fn not_gathered(lang: Lang, error: CompositeOfError) -> Failure {
    match error {
        CompositeOfError::Nothing => Failure::one(lang, FaultCode::Unfit, "/indicators", "no-figures"),
        CompositeOfError::Repeated { column } => {
            Failure::one(lang, FaultCode::Unfit, &["/indicators/", &column.to_string()].concat(), "repeated")
        }
        CompositeOfError::Matrix(error) => no_matrix(lang, error, "/indicators/"),
        CompositeOfError::Composite(error) => unfit(lang, error, |_, column| ["/indicators/", &column.to_string()].concat()),
    }
}

impl GatheredShown {
    pub(super) fn of(gathered: &Gathered, lang: Lang) -> GatheredShown {
        let Gathered { places, comparisons, table, notes } = gathered;
        let cells = |row: usize| (0..table.columns()).map(|column| table.get(row, column)).collect();
        let notes = notes.iter().map(|cell| {
            let (code, differences) = match &cell.note {
                Note::Apart(reasons) => ("apart", reasons.as_slice()),
                Note::Flagged(flags) => ("flagged", flags.as_slice()),
                Note::Interval => ("interval", [].as_slice()),
            };
            NoteShown::of(cell.row, cell.column, code, differences)
        });
        GatheredShown {
            regions: places.iter().map(|place| RegionShown::of(place, lang)).collect(),
            indicators: comparisons.iter().map(|comparison| ColumnShown::of(comparison, lang)).collect(),
            values: (0..table.rows()).map(cells).collect(),
            notes: notes.collect(),
        }
    }
}

impl ColumnShown {
    fn of(comparison: &Comparison, lang: Lang) -> ColumnShown {
        ColumnShown {
            indicator: IndicatorShown::of(&comparison.indicator, lang),
            period: comparison.period.map(|period| period.to_string()),
            definition: said(comparison.definition.as_ref(), lang),
            scope: said(comparison.scope.as_ref(), lang),
        }
    }
}

impl NoteShown {
    fn of(row: usize, column: usize, code: &'static str, differences: &[Difference]) -> NoteShown {
        NoteShown { row, column, code, differences: differences.iter().map(|difference| difference_code(*difference)).collect() }
    }
}
