//! TOPSIS: near to the best there is, and far from the worst.

use super::{
    aggregate::{Aggregate, AggregateError, Coverage, score},
    frame::{Frame, Rule},
    matrix::{Matrix, Table, extent},
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
    let mut near = Vec::new();
    let mut far = Vec::new();
    let mut usable = Vec::new();
    for column in 0..matrix.columns() {
        // lengths are of the figures, or of the distances: neither knows a sign
        let merits = matrix.merits(column);
        let spread = extent(&merits).filter(|(worst, best)| worst < best);
        usable.push(spread.is_some());
        let Some((worst, best)) = spread else {
            near.push(vec![f64::NAN; matrix.rows()]);
            far.push(vec![f64::NAN; matrix.rows()]);
            continue;
        };
        let unit = match scale {
            TopsisScale::MinMax => best - worst,
            TopsisScale::Vector => length(&merits),
        };
        let squared = |from: f64| merits.iter().map(|value| ((value - from) / unit) * ((value - from) / unit)).collect::<Vec<f64>>();
        near.push(squared(best));
        far.push(squared(worst));
    }
    let cells = |columns: &[Vec<f64>]| Table::of_columns(columns).cells().to_vec();
    let frame = Frame { rule: Rule::Closeness, columns: matrix.columns(), cells: cells(&near), far: cells(&far) };
    score(frame, &usable, weights, coverage)
}

/// √Σx², scaled so that squares neither vanish nor overflow.
fn length(values: &[f64]) -> f64 {
    let there = || values.iter().filter(|value| !value.is_nan());
    let largest = there().fold(0.0, |most: f64, value| most.max(value.abs()));
    largest * there().map(|value| (value / largest) * (value / largest)).sum::<f64>().sqrt()
}
