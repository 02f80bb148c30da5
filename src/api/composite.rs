//! Many indicators made one score.

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    method::{MethodShown, check_bounds, draws, method},
    value::Value,
};
use crate::{
    benchmark::composite::{
        AggregateError, Composite, CompositeError, Draws, LeftOut, Matrix, MatrixError, Method, NoScore, Remark, SetAside, Spread,
        WeightError, compose, leave_one_out, rank_spread,
    },
    dataset::{Lang, Polarity},
};

/// A composite indicator; a place is a row, an indicator a column, both counted from 0.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CompositeShown {
    places: Vec<PlaceShown>,
    weights: Vec<f64>,
    remarks: Vec<RemarkShown>,
    /// `null` where it was not asked for.
    without_each: Option<Vec<WithoutShown>>,
    /// How the random weights were drawn; `null` where none were asked for.
    draws: Option<DrawsShown>,
    method: MethodShown,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct PlaceShown {
    score: Option<f64>,
    rank: Option<u32>,
    coverage: f64,
    contributions: Vec<Option<f64>>,
    /// Why there is no score.
    reason: Option<&'static str>,
    /// The ranks under random weights; `null` without a score, and where none were drawn.
    spread: Option<SpreadShown>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct RemarkShown {
    code: &'static str,
    row: Option<usize>,
    column: Option<usize>,
    /// Why a column was set aside.
    why: Option<&'static str>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct SpreadShown {
    median: u32,
    best: u32,
    worst: u32,
    shares: Vec<f64>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct WithoutShown {
    column: usize,
    ranks: Vec<Option<u32>>,
    gained: Vec<Option<i32>>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct DrawsShown {
    count: u32,
    concentration: f64,
    seed: u64,
}

/// `composite({ values, polarity, …method, draws?, withoutEach? })`.
pub(crate) fn composite(input: &Value) -> Result<CompositeShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let values = fields.must("values", |item| Some((item.is_table_at_once(), item.table()?)));
        let mut columns = values.as_ref().map(|(_, table)| table.columns());
        let polarity = fields.must("polarity", |item| {
            item.one_a_column(columns);
            columns.get_or_insert(item.len());
            item.list(better)
        });
        let method = method(&fields, columns);
        let draws = fields.may("draws", |item| draws(&item, columns));
        let without = fields.may("withoutEach", Item::flag).unwrap_or_default();
        if let (Some(method), Some(polarity)) = (&method, &polarity) {
            check_bounds(&fields, method, polarity);
        }
        fields.end();
        Some((values?, polarity?, method?, draws, without))
    };
    let read = read();
    let ((at_once, table), polarity, method, draws, without) = faults.check(lang, read)?;
    let matrix = Matrix::of(table, &polarity).map_err(|error| no_matrix(lang, error, "/polarity/"))?;
    let columns = matrix.columns();
    let cell = |row: usize, column: usize| {
        let [row, column, at] = [row, column, row * columns + column].map(|index| index.to_string());
        if at_once { ["/values/cells/", &at].concat() } else { ["/values/", &row, "/", &column].concat() }
    };
    let composite = compose(&matrix, &method).map_err(|error| unfit(lang, error, cell))?;
    let spread = drawn(&composite, draws);
    let without = without.then(|| leave_one_out(&composite));
    Ok(CompositeShown::of(&composite, &method, draws, spread.as_deref(), without.as_deref()))
}

/// Which way a column is better, and it must be one.
fn better(item: Item<'_>) -> Option<Polarity> {
    match item.clone().polarity()? {
        Polarity::None => item.fault(FaultCode::Unfit, "none"),
        Polarity::Nearest(best) if best.abs() > 1e100 => item.fault(FaultCode::Range, "±1e100"),
        polarity => Some(polarity),
    }
}

pub(super) fn no_matrix(lang: Lang, error: MatrixError, columns: &str) -> Failure {
    match error {
        MatrixError::NoPolarity { column } | MatrixError::Best { column } => {
            Failure::one(lang, FaultCode::Unfit, &[columns, &column.to_string()].concat(), "no-polarity")
        }
        MatrixError::TooLarge { column, .. } => Failure::one(lang, FaultCode::Range, &[columns, &column.to_string()].concat(), "±1e100"),
        MatrixError::Empty | MatrixError::Ragged { .. } | MatrixError::NotFinite { .. } | MatrixError::Polarities => {
            Failure::one(lang, FaultCode::Shape, columns.trim_end_matches('/'), "")
        }
    }
}

/// Why a method does not fit the figures; `cell` is the path of one, by row and column.
pub(super) fn unfit(lang: Lang, error: CompositeError, cell: impl Fn(usize, usize) -> String) -> Failure {
    let (path, found) = match error {
        CompositeError::Weighting(WeightError::Negative { row, column }) => (cell(row, column), "negative"),
        CompositeError::Weighting(error) => (
            "/weighting".to_owned(),
            match error {
                WeightError::NothingVaries => "nothing-varies",
                WeightError::NoConflict => "no-conflict",
                WeightError::AllZero => "all-zero",
                WeightError::Count | WeightError::Improper { .. } | WeightError::Negative { .. } => "weights",
            },
        ),
        CompositeError::Normalisation(_) => ("/normalisation".to_owned(), "bounds"),
        CompositeError::Aggregation(AggregateError::Floor) => ("/floor".to_owned(), "floor"),
        CompositeError::Aggregation(_) => ("/coverage".to_owned(), "coverage"),
        CompositeError::GeometricOfZScores => ("/normalisation".to_owned(), "geometric"),
    };
    Failure::one(lang, FaultCode::Unfit, &path, found)
}

impl CompositeShown {
    pub(super) fn of(
        composite: &Composite,
        method: &Method,
        draws: Option<Draws>,
        spread: Option<&[Option<Spread>]>,
        without: Option<&[LeftOut]>,
    ) -> CompositeShown {
        let places = composite.places.iter().enumerate().map(|(row, place)| {
            let score = place.score.as_ref();
            PlaceShown {
                score: score.ok().map(|score| score.value),
                rank: score.ok().map(|score| score.rank),
                coverage: place.coverage,
                contributions: score.map(|score| score.contributions.clone()).unwrap_or_default(),
                reason: score.err().map(|reason| no_score_code(*reason)),
                spread: spread.and_then(|spread| spread.get(row)?.as_ref()).map(SpreadShown::of),
            }
        });
        CompositeShown {
            places: places.collect(),
            weights: composite.weights.clone(),
            remarks: composite.remarks.iter().map(RemarkShown::of).collect(),
            without_each: without.map(|without| without.iter().map(WithoutShown::of).collect()),
            draws: draws.map(|Draws { count, concentration, seed }| DrawsShown { count, concentration, seed }),
            method: MethodShown::of(method),
        }
    }
}

/// The ranks under random weights, where any are asked for and some indicator has weight.
pub(super) fn drawn(composite: &Composite, draws: Option<Draws>) -> Option<Vec<Option<Spread>>> {
    // the numbers of draws are checked: what is left is that no column has weight, and then no place has a score
    rank_spread(composite, &draws?).ok()
}

impl WithoutShown {
    fn of(out: &LeftOut) -> WithoutShown {
        WithoutShown { column: out.column, ranks: out.ranks.clone(), gained: out.gained.clone() }
    }
}

impl SpreadShown {
    fn of(spread: &Spread) -> SpreadShown {
        SpreadShown { median: spread.median, best: spread.best, worst: spread.worst, shares: spread.shares.clone() }
    }
}

impl RemarkShown {
    fn of(remark: &Remark) -> RemarkShown {
        let (code, row, column, why) = match *remark {
            Remark::SetAside { column, why } => ("set-aside", None, Some(column), Some(set_aside_code(why))),
            Remark::NoWeight { column } => ("no-weight", None, Some(column), None),
            Remark::Constant { column } => ("constant", None, Some(column), None),
            Remark::Truncated { row, column } => ("truncated", Some(row), Some(column), None),
            Remark::Clipped { row, column } => ("clipped", Some(row), Some(column), None),
            Remark::Incomplete { row } => ("incomplete", Some(row), None, None),
        };
        RemarkShown { code, row, column, why }
    }
}

fn no_score_code(reason: NoScore) -> &'static str {
    match reason {
        NoScore::Coverage => "coverage",
        NoScore::NoIndicator => "no-indicator",
        NoScore::NoSpread => "no-spread",
    }
}

fn set_aside_code(why: SetAside) -> &'static str {
    match why {
        SetAside::Empty => "empty",
        SetAside::Constant => "constant",
        SetAside::NotPositive => "not-positive",
        SetAside::NoRatio => "no-ratio",
        SetAside::ReferenceMissing => "reference-missing",
        SetAside::ReferenceWorst => "reference-worst",
        SetAside::OutOfRange => "out-of-range",
    }
}
