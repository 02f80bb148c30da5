//! How a composite is made: read from an input, and told back in full, so that no default is silent.

use serde::Serialize;

use super::{
    fault::FaultCode,
    input::{Fields, Item},
    value::Value,
};
use crate::{
    benchmark::composite::{
        Bounds, Coverage, CoverageBy, Draws, Mean, Method, Normalisation, PercentileForm, Reference, Scoring, Standards, TopsisScale,
        Weighting,
    },
    dataset::{Polarity, WeightingWord},
};

/// What a score under the geometric mean is raised to where the input names nothing else.
const FLOOR: f64 = 0.01;

/// The method of an input, for so many columns where that is known.
pub(super) fn method(fields: &Fields<'_>, columns: Option<usize>) -> Option<Method> {
    let weighting = fields.may("weighting", |item| weighting(&item, columns)).unwrap_or(Weighting::Equal);
    let normalisation = fields.may("normalisation", |item| normalisation(&item, columns));
    let aggregation = fields.may("aggregation", Item::aggregation).unwrap_or(Aggregation::Arithmetic);
    let least = fields.may("coverage", |item| item.within(0.0, 1.0)).unwrap_or(Coverage::default().least);
    let by = fields.may("coverageBy", |item| item.word(&[("count", CoverageBy::Count), ("weight", CoverageBy::Weight)]));
    let floor = fields.may("floor", |item| item.within(1e-9, 1e9));
    if floor.is_some() && aggregation != Aggregation::Geometric {
        fields.fault("floor", FaultCode::Unfit, aggregation.as_str());
    }
    match (&normalisation, aggregation) {
        (Some(_), Aggregation::Topsis(_)) => fields.fault("normalisation", FaultCode::Unfit, aggregation.as_str()),
        (Some(Normalisation::ZScore), Aggregation::Geometric) => fields.fault("normalisation", FaultCode::Unfit, aggregation.as_str()),
        _ => {}
    }
    let normalisation = normalisation.unwrap_or(Normalisation::MinMax);
    let scoring = match aggregation {
        Aggregation::Arithmetic => Scoring::Mean(Mean::Arithmetic, normalisation),
        Aggregation::Geometric => Scoring::Mean(Mean::Geometric { floor: floor.unwrap_or(FLOOR) }, normalisation),
        Aggregation::Topsis(scale) => Scoring::Topsis(scale),
    };
    Some(Method { weighting, scoring, coverage: Coverage { least, by: by.unwrap_or(CoverageBy::Count) } })
}

/// Bounds around which no best value lies are told where they stand.
pub(super) fn check_bounds(fields: &Fields<'_>, method: &Method, polarity: &[Polarity]) {
    let Scoring::Mean(_, Normalisation::Goalposts(bounds) | Normalisation::Efficacy(Standards::Given(bounds))) = &method.scoring else {
        return;
    };
    for (column, (bounds, polarity)) in bounds.iter().zip(polarity).enumerate() {
        if matches!(polarity, Polarity::Nearest(best) if *best <= bounds.low || *best >= bounds.high) {
            let between = [&bounds.low.to_string(), "…", &bounds.high.to_string()].concat();
            fields.fault(&["polarity/", &column.to_string()].concat(), FaultCode::Range, &between);
        }
    }
}

/// `{ count, concentration?, seed? }` for so many columns.
pub(super) fn draws(item: &Item<'_>, columns: Option<usize>) -> Option<Draws> {
    let fields = item.fields()?;
    let count = fields.must("count", |item| item.whole(1, 1_000_000));
    let concentration = fields.may("concentration", |item| item.within(0.001, 1e9)).unwrap_or(columns.unwrap_or(1) as f64);
    let seed = fields.may("seed", |item| item.whole(0, u32::MAX)).unwrap_or(1);
    fields.end();
    Some(Draws { count: u32::try_from(count?).unwrap_or(1), concentration, seed: seed as u64 })
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aggregation {
    Arithmetic,
    Geometric,
    Topsis(TopsisScale),
}

impl Aggregation {
    fn as_str(self) -> &'static str {
        match self {
            Aggregation::Arithmetic => "arithmetic",
            Aggregation::Geometric => "geometric",
            Aggregation::Topsis(TopsisScale::Vector) => "topsis",
            Aggregation::Topsis(TopsisScale::MinMax) => "topsis-min-max",
        }
    }
}

impl Item<'_> {
    fn aggregation(self) -> Option<Aggregation> {
        let all = [
            Aggregation::Arithmetic,
            Aggregation::Geometric,
            Aggregation::Topsis(TopsisScale::Vector),
            Aggregation::Topsis(TopsisScale::MinMax),
        ];
        self.word(&all.map(|one| (one.as_str(), one)))
    }
}

fn weighting(item: &Item<'_>, columns: Option<usize>) -> Option<Weighting> {
    if matches!(item.value, Value::Text(_)) {
        return item.clone().word(WeightingWord::WORDS).map(Weighting::from);
    }
    item.one_a_column(columns);
    let weights = item.clone().numbers(0.0, 1e15)?;
    if !weights.is_empty() && weights.iter().all(|weight| *weight == 0.0) {
        return item.fault(FaultCode::Unfit, "all-zero");
    }
    Some(Weighting::Given(weights))
}

const NORMALISATIONS: [(&str, Normalisation); 6] = [
    ("min-max", Normalisation::MinMax),
    ("z-score", Normalisation::ZScore),
    ("percentile-rank", Normalisation::PercentileRank(PercentileForm::Below)),
    ("mean-rank", Normalisation::PercentileRank(PercentileForm::MeanRank)),
    ("ratio-to-leader", Normalisation::RatioTo(Reference::Leader)),
    ("efficacy", Normalisation::Efficacy(Standards::Observed)),
];

fn normalisation(item: &Item<'_>, columns: Option<usize>) -> Option<Normalisation> {
    if matches!(item.value, Value::Text(_)) {
        return item.clone().word(&NORMALISATIONS);
    }
    let fields = item.fields()?;
    let bounds = |item: Item<'_>| {
        item.one_a_column(columns);
        item.list(|item| item.bounds().map(|(low, high)| Bounds { low, high }))
    };
    let (goalposts, efficacy) = (fields.may("goalposts", bounds), fields.may("efficacy", bounds));
    fields.end();
    match (goalposts, efficacy) {
        (Some(bounds), None) => Some(Normalisation::Goalposts(bounds)),
        (None, Some(bounds)) => Some(Normalisation::Efficacy(Standards::Given(bounds))),
        (None, None) => None,
        (Some(_), Some(_)) => item.fault(FaultCode::Unfit, "goalposts, efficacy"),
    }
}

/// The method used, as it may be given again.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MethodShown {
    weighting: Given,
    /// `null` under TOPSIS, which has its own.
    normalisation: Option<NormalisationShown>,
    aggregation: &'static str,
    coverage: f64,
    coverage_by: &'static str,
    /// Of the geometric mean.
    floor: Option<f64>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
enum Given {
    Word(&'static str),
    Weights(Vec<f64>),
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
enum NormalisationShown {
    Word(&'static str),
    Goalposts { goalposts: Vec<[f64; 2]> },
    Efficacy { efficacy: Vec<[f64; 2]> },
}

impl MethodShown {
    pub(super) fn of(method: &Method) -> MethodShown {
        let weighting = match &method.weighting {
            Weighting::Given(weights) => Given::Weights(weights.clone()),
            other => {
                let of_word = |(_, word): &&(&str, WeightingWord)| Weighting::from(*word) == *other;
                Given::Word(WeightingWord::WORDS.iter().find(of_word).map_or("", |(word, _)| word))
            }
        };
        let (aggregation, normalisation, floor) = match &method.scoring {
            Scoring::Topsis(scale) => (Aggregation::Topsis(*scale), None, None),
            Scoring::Mean(Mean::Arithmetic, normalisation) => (Aggregation::Arithmetic, Some(normalisation), None),
            Scoring::Mean(Mean::Geometric { floor }, normalisation) => (Aggregation::Geometric, Some(normalisation), Some(*floor)),
        };
        let pairs = |bounds: &[Bounds]| bounds.iter().map(|bounds| [bounds.low, bounds.high]).collect();
        let normalisation = normalisation.map(|normalisation| match normalisation {
            Normalisation::MinMax | Normalisation::SpanTo(_) => NormalisationShown::Word("min-max"),
            Normalisation::ZScore => NormalisationShown::Word("z-score"),
            Normalisation::PercentileRank(PercentileForm::Below) => NormalisationShown::Word("percentile-rank"),
            Normalisation::PercentileRank(PercentileForm::MeanRank) => NormalisationShown::Word("mean-rank"),
            Normalisation::RatioTo(_) => NormalisationShown::Word("ratio-to-leader"),
            Normalisation::Efficacy(Standards::Observed) => NormalisationShown::Word("efficacy"),
            Normalisation::Goalposts(bounds) => NormalisationShown::Goalposts { goalposts: pairs(bounds) },
            Normalisation::Efficacy(Standards::Given(bounds)) => NormalisationShown::Efficacy { efficacy: pairs(bounds) },
        });
        let coverage_by = if method.coverage.by == CoverageBy::Count { "count" } else { "weight" };
        MethodShown { weighting, normalisation, aggregation: aggregation.as_str(), coverage: method.coverage.least, coverage_by, floor }
    }
}
