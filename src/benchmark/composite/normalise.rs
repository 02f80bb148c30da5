//! Indicators in different units, made comparable.

use super::{
    HAS_ALL,
    matrix::{LARGEST, Matrix, Table, extent, mean_and_deviation, merit},
};
use crate::{
    dataset::Polarity,
    order::{ascending, clamp},
};

/// How a column becomes scores in which more is better.
///
/// What a column is to a method: of [`Polarity::Higher`] the value itself, of [`Polarity::Lower`] its negative, of
/// [`Polarity::Nearest`] the negative distance to the best value. So under min-max a lower-is-better column becomes
/// (max − x) ÷ (max − min), its z-scores change sign, its percentile ranks count from the top.
/// [`RatioTo`](Normalisation::RatioTo), [`Goalposts`](Normalisation::Goalposts) and
/// [`Efficacy`](Normalisation::Efficacy) say themselves what they do.
#[derive(Clone, PartialEq, Debug)]
pub enum Normalisation {
    /// (x − worst) ÷ (best − worst) of the column: 0 to 1.
    MinMax,
    /// (x − mean) ÷ standard deviation of the sample (n − 1): mean 0, spread 1.
    ZScore,
    /// By order alone: 0 to 1.
    PercentileRank(PercentileForm),
    /// x ÷ reference; of a lower-is-better column, reference ÷ x. The reference scores 1. Needs a column of positive
    /// numbers, and has no meaning for nearest-to-a-value columns. (OECD handbook: distance to a reference.)
    RatioTo(Reference),
    /// (x − worst) ÷ (reference − worst): the worst scores 0, the reference 1, what is better than it more.
    /// (COINr: `n_dist2ref`.) To the leader it is min-max.
    SpanTo(Reference),
    /// (x − low) ÷ (high − low) between given bounds, one pair a column; what lies outside is cut to 0 or 1 and
    /// reported. A lower-is-better column scores 1 minus that; a nearest-to-a-value one scores 1 at its best value,
    /// falling evenly to 0 at both bounds.
    Goalposts(Vec<Bounds>),
    /// 功效系数: 60 + 40·(x − x_s) ÷ (x_h − x_s), with x_s the barely tolerable and x_h the satisfactory value: for a
    /// higher-is-better column the low and the high bound, for a lower-is-better one the high and the low. A
    /// nearest-to-a-value column scores 100 at its best value and 60 at both bounds. Not cut: beyond given bounds it
    /// is below 60 or above 100.
    Efficacy(Standards),
}

/// How an order becomes a share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PercentileForm {
    /// How many are worse ÷ (n − 1): the worst 0, the best 1, ties as low as the lowest of them (COINr `n_prank`,
    /// `PERCENTRANK.INC`).
    Below,
    /// Mean rank from the worst ÷ n: ties share the middle of theirs (pandas `rank(pct=True)`, scipy's mean rank).
    MeanRank,
}

/// Who is measured against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reference {
    /// The best of each column.
    Leader,
    /// A row.
    Row(usize),
}

/// Two values of an indicator in its unit; `low < high`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    /// The lower number, whichever way is better.
    pub low: f64,
    /// The higher number.
    pub high: f64,
}

/// Where tolerable and satisfactory values come from.
#[derive(Clone, PartialEq, Debug)]
pub enum Standards {
    /// The worst and the best of each column: 60 to 100.
    Observed,
    /// Given, one pair a column.
    Given(Vec<Bounds>),
}

/// Scores of every cell, more being better.
#[derive(Clone, PartialEq, Debug)]
pub struct Normalised {
    /// The scores, missing where the figure is missing; a column set aside is missing throughout.
    pub table: Table,
    /// For each column why it has no scores, where it has none.
    pub set_aside: Vec<Option<SetAside>>,
    /// Row and column of each figure that was cut to a goalpost.
    pub truncated: Vec<(usize, usize)>,
}

/// Why a column has no scores.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SetAside {
    /// No place has a figure.
    Empty,
    /// All figures are equal (or there is only one), so nothing tells places apart.
    Constant,
    /// A ratio needs positive figures, and one is zero or below.
    NotPositive,
    /// A ratio means nothing where the nearest to a value is best.
    NoRatio,
    /// The reference has no figure.
    ReferenceMissing,
    /// The reference is itself the worst, which leaves no span.
    ReferenceWorst,
    /// A figure is so far outside its bounds that the score passes [`LARGEST`].
    OutOfRange,
}

/// Why nothing was normalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NormaliseError {
    /// The reference is no row of the matrix.
    NoSuchRow,
    /// There are more or fewer bounds than columns.
    BoundsCount,
    /// Bounds that are not finite, above [`LARGEST`], not in order, or without the best value strictly between them.
    Bounds {
        /// The column.
        column: usize,
    },
}

/// Makes scores of a matrix's cells, column by column.
///
/// # Errors
/// [`NormaliseError`] where the method does not fit the matrix. A column that cannot be scored is no error; it is
/// set aside and says why.
///
/// ```
/// use duibiao::{benchmark::composite::{Matrix, Normalisation, normalise}, dataset::Polarity};
/// // loss rates of three places: less is better
/// let matrix = Matrix::new(&[Polarity::Lower], &[vec![Some(15.0)], vec![Some(3.0)], vec![Some(6.0)]]).unwrap();
/// let scores = normalise(&matrix, &Normalisation::MinMax).unwrap();
/// assert_eq!([0, 1, 2].map(|row| scores.table.get(row, 0)), [Some(0.0), Some(1.0), Some(0.75)]);
/// ```
pub fn normalise(matrix: &Matrix, method: &Normalisation) -> Result<Normalised, NormaliseError> {
    check(matrix, method)?;
    let mut columns = Vec::new();
    let mut set_aside = Vec::new();
    let mut truncated = Vec::new();
    for (column, polarity) in matrix.polarity().iter().enumerate() {
        let merits = matrix.merits(column);
        let mut scores = match method {
            Normalisation::MinMax => min_max(&merits),
            Normalisation::ZScore => z_scores(&merits),
            Normalisation::PercentileRank(form) => percentile_ranks(&merits, *form),
            Normalisation::RatioTo(reference) => ratios(&matrix.table().column(column), *polarity, *reference),
            Normalisation::Efficacy(Standards::Observed) => min_max(&merits).map(efficacies),
            _ if !HAS_ALL => Err(SetAside::Empty),
            Normalisation::SpanTo(reference) => spans(&merits, *reference),
            Normalisation::Goalposts(bounds) => between(matrix, column, bounds),
            Normalisation::Efficacy(Standards::Given(bounds)) => between(matrix, column, bounds).map(efficacies),
        };
        if HAS_ALL && let (Normalisation::Goalposts(_), Ok(scores)) = (method, &mut scores) {
            for (row, score) in scores.iter_mut().enumerate() {
                let cut = clamp(*score, 0.0, 1.0);
                if cut != *score && !score.is_nan() {
                    truncated.push((row, column));
                }
                *score = cut;
            }
        }
        let scores = scores.and_then(within_range);
        set_aside.push(scores.as_ref().err().copied());
        columns.push(scores.unwrap_or_else(|_| vec![f64::NAN; matrix.rows()]));
    }
    Ok(Normalised { table: Table::of_columns(&columns), set_aside, truncated })
}

fn check(matrix: &Matrix, method: &Normalisation) -> Result<(), NormaliseError> {
    match method {
        _ if !HAS_ALL => Ok(()),
        Normalisation::RatioTo(Reference::Row(row)) | Normalisation::SpanTo(Reference::Row(row)) if *row >= matrix.rows() => {
            Err(NormaliseError::NoSuchRow)
        }
        Normalisation::Goalposts(bounds) | Normalisation::Efficacy(Standards::Given(bounds)) => {
            if bounds.len() != matrix.columns() {
                return Err(NormaliseError::BoundsCount);
            }
            for (column, (bounds, polarity)) in bounds.iter().zip(matrix.polarity()).enumerate() {
                let sized = |bound: f64| bound.abs() <= LARGEST;
                let around = !matches!(polarity, Polarity::Nearest(best) if *best <= bounds.low || *best >= bounds.high);
                if !(sized(bounds.low) && sized(bounds.high) && bounds.low < bounds.high && around) {
                    return Err(NormaliseError::Bounds { column });
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Each score of a column, NaN where the figure is missing.
type Scores = Result<Vec<f64>, SetAside>;

/// A column's extent, where it has one.
fn span(values: &[f64]) -> Result<(f64, f64), SetAside> {
    let (least, most) = extent(values).ok_or(SetAside::Empty)?;
    if least == most { Err(SetAside::Constant) } else { Ok((least, most)) }
}

fn each(values: &[f64], score: impl Fn(f64) -> f64) -> Vec<f64> {
    values.iter().map(|value| score(*value)).collect()
}

/// How far each is from a number, in units.
fn from(values: &[f64], zero: f64, unit: f64) -> Vec<f64> {
    each(values, |value| (value - zero) / unit)
}

/// Merits between the worst and the best of the column.
pub(super) fn min_max(merits: &[f64]) -> Scores {
    let (least, most) = span(merits)?;
    Ok(from(merits, least, most - least))
}

fn z_scores(merits: &[f64]) -> Scores {
    span(merits)?;
    let (mean, deviation) = mean_and_deviation(merits).ok_or(SetAside::Constant)?;
    Ok(from(merits, mean, deviation))
}

fn percentile_ranks(merits: &[f64], form: PercentileForm) -> Scores {
    span(merits)?;
    let order = ascending(merits.to_vec());
    let sorted: Vec<f64> = order.iter().filter_map(|position| merits.get(*position).copied()).filter(|value| !value.is_nan()).collect();
    let n = sorted.len() as f64;
    Ok(each(merits, |value| {
        if value.is_nan() {
            return value;
        }
        let below = sorted.partition_point(|other| *other < value) as f64;
        match form {
            PercentileForm::Below => below / (n - 1.0),
            PercentileForm::MeanRank => (below + 1.0 + sorted.partition_point(|other| *other <= value) as f64) / 2.0 / n,
        }
    }))
}

fn ratios(values: &[f64], polarity: Polarity, reference: Reference) -> Scores {
    let (least, most) = extent(values).ok_or(SetAside::Empty)?;
    let lower = match polarity {
        Polarity::Higher | Polarity::None => false,
        Polarity::Lower => true,
        Polarity::Nearest(_) => return Err(SetAside::NoRatio),
    };
    if least <= 0.0 {
        return Err(SetAside::NotPositive);
    }
    let reference = match reference {
        Reference::Leader if lower => least,
        Reference::Leader => most,
        Reference::Row(row) => there(values, row)?,
    };
    Ok(each(values, |value| if lower { reference / value } else { value / reference }))
}

fn spans(merits: &[f64], reference: Reference) -> Scores {
    let (least, most) = span(merits)?;
    let reference = match reference {
        Reference::Leader => most,
        Reference::Row(row) => there(merits, row)?,
    };
    if reference == least {
        return Err(SetAside::ReferenceWorst);
    }
    Ok(from(merits, least, reference - least))
}

fn there(values: &[f64], row: usize) -> Result<f64, SetAside> {
    values.get(row).copied().filter(|value| !value.is_nan()).ok_or(SetAside::ReferenceMissing)
}

/// Where figures lie between their bounds: 0 at the worse, 1 at the better; not cut.
fn between(matrix: &Matrix, column: usize, bounds: &[Bounds]) -> Scores {
    let values = matrix.table().column(column);
    extent(&values).ok_or(SetAside::Empty)?;
    let (Some(Bounds { low, high }), Some(polarity)) = (bounds.get(column).copied(), matrix.polarity().get(column).copied()) else {
        return Err(SetAside::Empty);
    };
    Ok(each(&values, |value| match polarity {
        Polarity::Nearest(best) if value <= best => (value - low) / (best - low),
        Polarity::Nearest(best) => (high - value) / (high - best),
        _ => {
            let (worse, better) = if polarity == Polarity::Lower { (-high, -low) } else { (low, high) };
            (merit(value, polarity) - worse) / (better - worse)
        }
    }))
}

fn efficacies(shares: Vec<f64>) -> Vec<f64> {
    each(&shares, |share| 60.0 + 40.0 * share)
}

fn within_range(scores: Vec<f64>) -> Scores {
    if scores.iter().any(|score| score.abs() > LARGEST) { Err(SetAside::OutOfRange) } else { Ok(scores) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Polarity::{Higher, Nearest};

    #[test]
    fn bounds_that_are_none() {
        let check = |polarity, low, high, expect| {
            let matrix = Matrix::new(&[polarity], &[vec![Some(1.0)], vec![Some(2.0)]]).unwrap();
            let expect = if expect { Ok(()) } else { Err(NormaliseError::Bounds { column: 0 }) };
            for method in [Normalisation::Goalposts, |bounds| Normalisation::Efficacy(Standards::Given(bounds))] {
                assert_eq!(normalise(&matrix, &method(vec![Bounds { low, high }])).map(|_| ()), expect, "{polarity:?} {low} {high}");
            }
        };
        check(Higher, 0.0, 9.0, true);
        check(Higher, -LARGEST, LARGEST, true);
        check(Higher, -1e101, 9.0, false);
        check(Higher, 0.0, 1e101, false);
        check(Higher, f64::NAN, 9.0, false);
        check(Higher, 0.0, f64::NAN, false);
        check(Higher, 9.0, 0.0, false);
        check(Higher, 9.0, 9.0, false);
        // the best value lies between them, and at neither
        check(Nearest(4.0), 0.0, 9.0, true);
        check(Nearest(0.0), 0.0, 9.0, false);
        check(Nearest(9.0), 0.0, 9.0, false);
        check(Nearest(10.0), 0.0, 9.0, false);
    }

    #[test]
    fn scores_as_large_as_figures_may_be() {
        let check = |reference: f64, expect| {
            let matrix = Matrix::new(&[Higher], &[vec![Some(reference)], vec![Some(LARGEST)]]).unwrap();
            assert_eq!(normalise(&matrix, &Normalisation::RatioTo(Reference::Row(0))).unwrap().set_aside, [expect], "{reference}");
        };
        check(1.0, None);
        check(0.5, Some(SetAside::OutOfRange));
    }
}
