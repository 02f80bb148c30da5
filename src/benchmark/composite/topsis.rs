//! TOPSIS: near to the best there is, and far from the worst.

use super::{
    aggregate::{Aggregate, AggregateError, Coverage, score},
    frame::{Frame, Rule},
    matrix::{Matrix, extents},
    weight::Weights,
};

/// How TOPSIS makes figures comparable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TopsisScale {
    /// Each figure ÷ the length of its column, √Σx² (Hwang & Yoon 1981; scikit-criteria's `VectorScaler`).
    Vector,
    /// Min-max (pymcdm's default).
    MinMax,
}

/// How close each row is to the best of every column: d⁻ ÷ (d⁺ + d⁻), 0 to 1, with Euclidean distances of weighted
/// figures to the best (d⁺) and to the worst there is (d⁻).
///
/// The best of a lower-is-better column is its smallest figure; of a nearest-to-a-value column the distances to that
/// value stand for the figures, less being better. Best and worst are those of the rows given, so leaving a row out
/// may change the order of the others; and a higher figure is sure not to worsen its own place only while the best
/// and the worst stay (for [`TopsisScale::Vector`], the column's length too). Columns without spread are left out.
/// A row that lacks figures is measured by those it has.
///
/// # Errors
/// [`AggregateError`].
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let matrix = Matrix::new(&[Higher, Lower], &[vec![Some(3.0), Some(1.0)], vec![Some(1.0), Some(4.0)], vec![Some(2.0), Some(2.0)]]).unwrap();
/// let found = topsis(&matrix, &Weights::new(&[1.0, 1.0]).unwrap(), TopsisScale::Vector, Coverage::default()).unwrap();
/// assert_eq!((found.rows[0].score, found.rows[1].score), (Ok(1.0), Ok(0.0)));
/// # assert_eq!(found.rows[2].rank, Some(2));
/// ```
pub fn topsis(matrix: &Matrix, weights: &Weights, scale: TopsisScale, coverage: Coverage) -> Result<Aggregate, AggregateError> {
    let merits = matrix.turned();
    let spreads = extents(&merits, matrix.columns());
    closeness(merits, &spreads, weights, scale, coverage)
}

/// The same of cells turned so that more is better, row by row, and the least and the largest of each column.
pub(super) fn closeness(
    merits: Vec<f64>,
    spreads: &[Option<(f64, f64)>],
    weights: &Weights,
    scale: TopsisScale,
    coverage: Coverage,
) -> Result<Aggregate, AggregateError> {
    let columns = spreads.len();
    // lengths are of the figures, or of the distances: neither knows a sign
    let units: Vec<f64> = match scale {
        TopsisScale::MinMax => spreads.iter().map(|spread| spread.map_or(f64::NAN, |(worst, best)| best - worst)).collect(),
        TopsisScale::Vector => lengths(&merits, spreads),
    };
    let ends: Vec<(f64, f64)> = spreads.iter().map(|spread| spread.unwrap_or((f64::NAN, f64::NAN))).collect();
    let (mut far, mut near) = (merits, Vec::new());
    near.reserve_exact(far.len());
    let square = |number: f64| number * number;
    for row in far.chunks_exact_mut(columns.max(1)) {
        near.extend(row.iter().zip(&ends).zip(&units).map(|((merit, (_, best)), unit)| square((merit - best) / unit)));
        for ((merit, (worst, _)), unit) in row.iter_mut().zip(&ends).zip(&units) {
            *merit = square((*merit - worst) / unit);
        }
    }
    let usable: Vec<bool> = spreads.iter().map(|spread| spread.is_some_and(|(worst, best)| worst < best)).collect();
    score(Frame { rule: Rule::Closeness, columns, cells: near, far }, &usable, weights, coverage)
}

/// √Σx² of each column, scaled so that squares neither vanish nor overflow.
fn lengths(merits: &[f64], spreads: &[Option<(f64, f64)>]) -> Vec<f64> {
    let largest: Vec<f64> = spreads.iter().map(|spread| spread.map_or(f64::NAN, |(worst, best)| worst.abs().max(best.abs()))).collect();
    let mut squares = vec![0.0; largest.len()];
    for row in merits.chunks_exact(largest.len().max(1)) {
        for ((square, merit), largest) in squares.iter_mut().zip(row).zip(&largest) {
            let part = merit / largest;
            *square += if merit.is_nan() { 0.0 } else { part * part };
        }
    }
    squares.into_iter().zip(largest).map(|(square, largest): (f64, f64)| largest * square.sqrt()).collect()
}
