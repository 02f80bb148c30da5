//! How much each indicator counts.

use super::{
    matrix::{Matrix, extents, mean_and_deviation},
    normalise::min_max,
};
use crate::dataset::WeightingWord;

/// Where weights come from.
#[derive(Clone, PartialEq, Debug)]
pub enum Weighting {
    /// Every column the same.
    Equal,
    /// As given, scaled to a sum of one.
    Given(Vec<f64>),
    /// 熵值法: a column counts for what its entropy leaves, 1 − e, where e = −Σ p·ln p ÷ ln n over the shares p of its
    /// n figures (Shannon 1948; Zeleny 1982). 0·ln 0 is 0. The variants of p give very different weights.
    Entropy(EntropyForm),
    /// CRITIC: a column counts for its standard deviation times its conflict with the others, Σ(1 − r), after min-max
    /// turned so that more is better (Diakoulaki, Mavrotas & Papayannakis 1995). r is Pearson's, over the places that
    /// have both figures; the deviation is the sample's (n − 1). If only one column varies, it has all the weight.
    Critic,
}

impl From<WeightingWord> for Weighting {
    fn from(word: WeightingWord) -> Weighting {
        match word {
            WeightingWord::Equal => Weighting::Equal,
            WeightingWord::Entropy => Weighting::Entropy(EntropyForm::MinMaxFirst),
            WeightingWord::EntropyOfShares => Weighting::Entropy(EntropyForm::RawShares),
            WeightingWord::Critic => Weighting::Critic,
        }
    }
}

/// What the shares are shares of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntropyForm {
    /// Of the figures as they are, whichever way is better; none may be negative. (pymcdm, scikit-criteria.)
    RawShares,
    /// Of the scores after min-max, turned so that more is better: any figures will do. (Usual in Chinese practice.)
    MinMaxFirst,
}

/// One weight a column: none negative, together one.
#[derive(Clone, PartialEq, Debug)]
pub struct Weights(Vec<f64>);

/// Why there are no weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WeightError {
    /// There are more or fewer weights than columns.
    Count,
    /// A weight is NaN, infinite or negative.
    Improper {
        /// Its column.
        column: usize,
    },
    /// All weights are zero.
    AllZero,
    /// A figure is negative, of which there is no share.
    Negative {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// No column varies, so the figures cannot say which counts more.
    NothingVaries,
    /// All columns that vary run alike (r = 1), so there is no conflict to weight by.
    NoConflict,
}

/// Correlations nearer to 1 than this are 1.
const ALIKE: f64 = 1e-12;

impl Weights {
    /// Weights in the proportion given, one a column.
    ///
    /// # Errors
    /// [`WeightError::Improper`] or [`WeightError::AllZero`].
    pub fn new(proportions: &[f64]) -> Result<Weights, WeightError> {
        if let Some(column) = proportions.iter().position(|weight| !weight.is_finite() || *weight < 0.0) {
            return Err(WeightError::Improper { column });
        }
        // scaled first, so that a sum of huge weights stays finite and one of tiny ones does not vanish
        let largest = proportions.iter().fold(0.0, |most: f64, weight| most.max(*weight));
        if largest == 0.0 {
            return Err(WeightError::AllZero);
        }
        let scaled: Vec<f64> = proportions.iter().map(|weight| weight / largest).collect();
        let sum: f64 = scaled.iter().sum();
        Ok(Weights(scaled.into_iter().map(|weight| weight / sum).collect()))
    }

    /// The weights, in the order of the columns.
    pub fn values(&self) -> &[f64] {
        &self.0
    }
}

/// The weights of a matrix's columns.
///
/// A column without figures, or whose figures are all equal, gets no weight under the entropy and CRITIC methods:
/// it tells no places apart.
///
/// # Errors
/// [`WeightError`].
///
/// ```
/// use duibiao::{benchmark::composite::{EntropyForm, Matrix, Weighting, weight}, dataset::Polarity::Higher};
/// let rows = [[250.0, 16.0, 12.0], [200.0, 16.0, 8.0], [300.0, 32.0, 16.0], [275.0, 32.0, 8.0]];
/// let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(|cell| Some(*cell)).collect()).collect();
/// let matrix = Matrix::new(&[Higher, Higher, Higher], &rows).unwrap();
/// let rounded = |form| weight(&matrix, &Weighting::Entropy(form)).unwrap().values().iter().map(|w| (w * 1e3).round() as u32).collect::<Vec<_>>();
/// // the two variants disagree about nearly everything
/// assert_eq!(rounded(EntropyForm::RawShares), [96, 508, 396]);
/// assert_eq!(rounded(EntropyForm::MinMaxFirst), [184, 392, 424]);
/// ```
pub fn weight(matrix: &Matrix, weighting: &Weighting) -> Result<Weights, WeightError> {
    let proportions = match weighting {
        Weighting::Equal => vec![1.0; matrix.columns()],
        Weighting::Given(weights) if weights.len() != matrix.columns() => return Err(WeightError::Count),
        Weighting::Given(weights) => weights.clone(),
        Weighting::Entropy(EntropyForm::RawShares) => {
            if let Some(at) = matrix.table().cells().iter().position(|value| *value < 0.0) {
                return Err(WeightError::Negative { row: at / matrix.columns(), column: at % matrix.columns() });
            }
            divergences(matrix.table().cells(), matrix.columns())
        }
        Weighting::Entropy(EntropyForm::MinMaxFirst) => (0..matrix.columns())
            .map(|column| min_max(&matrix.merits(column)).map_or(0.0, |scores| divergences(&scores, 1).iter().sum()))
            .collect(),
        Weighting::Critic => return critic(matrix),
    };
    let weights = Weights::new(&proportions);
    if matches!(weighting, Weighting::Entropy(_)) { weights.map_err(|_| WeightError::NothingVaries) } else { weights }
}

/// 1 − entropy of the shares of each column's figures, none of which is negative, of cells row by row.
fn divergences(cells: &[f64], columns: usize) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); columns];
    for row in cells.chunks_exact(columns.max(1)) {
        for ((sum, n), value) in sums.iter_mut().zip(row).filter(|(_, value)| !value.is_nan()) {
            *sum += value;
            *n += 1.0;
        }
    }
    let (mut entropies, mut shares) = (vec![0.0; columns], vec![0.0; columns]);
    for row in cells.chunks_exact(columns.max(1)) {
        // all divisions of a row at once
        for ((share, value), (sum, _)) in shares.iter_mut().zip(row).zip(&sums) {
            *share = value / sum;
        }
        // what is missing has no share
        for (entropy, share) in entropies.iter_mut().zip(&shares).filter(|(_, share)| **share > 0.0) {
            *entropy -= share * libm::log(*share);
        }
    }
    let mut divergences = Vec::with_capacity(columns);
    for ((entropy, (_, n)), extent) in entropies.into_iter().zip(sums).zip(extents(cells, columns)) {
        let varies = extent.is_some_and(|(least, most)| least < most);
        divergences.push(if varies { (1.0 - entropy / libm::log(n)).max(0.0) } else { 0.0 });
    }
    divergences
}

fn critic(matrix: &Matrix) -> Result<Weights, WeightError> {
    let mut columns = Vec::new();
    for column in 0..matrix.columns() {
        let scores = min_max(&matrix.merits(column)).ok();
        columns.push(scores.and_then(|scores| mean_and_deviation(&scores).map(|(_, deviation)| (scores, deviation))));
    }
    let mut conflict = vec![0.0; columns.len()];
    for (at, column) in columns.iter().enumerate() {
        for (to, other) in columns.iter().enumerate().skip(at + 1) {
            let (Some((a, _)), Some((b, _))) = (column, other) else { continue };
            // a pair whose correlation is undefined shows no conflict
            let against = correlation(a, b).map_or(0.0, |r| 1.0 - r);
            let against = if against < ALIKE { 0.0 } else { against };
            for position in [at, to] {
                if let Some(sum) = conflict.get_mut(position) {
                    *sum += against;
                }
            }
        }
    }
    let deviations: Vec<f64> = columns.iter().map(|column| column.as_ref().map_or(0.0, |(_, deviation)| *deviation)).collect();
    match deviations.iter().filter(|deviation| **deviation > 0.0).count() {
        0 => Err(WeightError::NothingVaries),
        1 => Weights::new(&deviations),
        _ => {
            let proportions: Vec<f64> = deviations.iter().zip(&conflict).map(|(deviation, conflict)| deviation * conflict).collect();
            Weights::new(&proportions).map_err(|_| WeightError::NoConflict)
        }
    }
}

/// Pearson's r over the rows that have both, `None` where a side does not vary there.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let both = || a.iter().zip(b).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    let n = both().count() as f64;
    let (mut sum_a, mut sum_b) = (0.0, 0.0);
    for (a, b) in both() {
        sum_a += a;
        sum_b += b;
    }
    let (mean_a, mean_b) = (sum_a / n, sum_b / n);
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in both() {
        let (a, b) = (a - mean_a, b - mean_b);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    // scores lie between 0 and 1: what is left of equal ones is rounding
    let varies = |squares: f64| squares > ALIKE * ALIKE;
    (varies(aa) && varies(bb)).then(|| crate::order::clamp(ab / (aa.sqrt() * bb.sqrt()), -1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Polarity::{Higher, Lower};

    fn matrix(rows: &[&[f64]]) -> Matrix {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(|value| Some(*value)).collect()).collect();
        Matrix::new(&vec![Higher; rows[0].len()], &rows).unwrap()
    }

    fn check(rows: &[&[f64]], weighting: Weighting, expect: Result<&[f64], WeightError>) {
        let weights = weight(&matrix(rows), &weighting);
        assert_eq!(weights.as_ref().map(Weights::values).map_err(|error| *error), expect, "{weighting:?}");
    }

    #[test]
    fn given_weights_are_checked_and_scaled() {
        let rows: &[&[f64]] = &[&[1.0, 2.0]];
        check(rows, Weighting::Given(vec![1.0, 3.0]), Ok(&[0.25, 0.75]));
        check(rows, Weighting::Given(vec![f64::MAX, f64::MAX]), Ok(&[0.5, 0.5]));
        check(rows, Weighting::Given(vec![1.0]), Err(WeightError::Count));
        check(rows, Weighting::Given(vec![1.0, -1.0]), Err(WeightError::Improper { column: 1 }));
        check(rows, Weighting::Given(vec![f64::NAN, 1.0]), Err(WeightError::Improper { column: 0 }));
        check(rows, Weighting::Given(vec![0.0, 0.0]), Err(WeightError::AllZero));
        check(rows, Weighting::Equal, Ok(&[0.5, 0.5]));
    }

    #[test]
    fn what_does_not_vary_has_no_weight() {
        for weighting in [Weighting::Entropy(EntropyForm::RawShares), Weighting::Entropy(EntropyForm::MinMaxFirst), Weighting::Critic] {
            check(&[&[1.0, 2.0]], weighting.clone(), Err(WeightError::NothingVaries));
            check(&[&[7.0, 2.0], &[7.0, 3.0], &[7.0, 5.0]], weighting.clone(), Ok(&[0.0, 1.0]));
            check(&[&[7.0], &[8.0]], weighting, Ok(&[1.0]));
        }
        check(&[&[0.0, 2.0], &[0.0, 3.0]], Weighting::Entropy(EntropyForm::RawShares), Ok(&[0.0, 1.0]));
    }

    /// Rows with gaps, all columns to be high; weights to 12 decimals.
    fn near(rows: &[&[Option<f64>]], weighting: Weighting, expect: &[f64]) {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.to_vec()).collect();
        let found = weight(&Matrix::new(&vec![Higher; rows[0].len()], &rows).unwrap(), &weighting).unwrap();
        assert_eq!(found.values().len(), expect.len());
        assert!(found.values().iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-12), "{weighting:?}: {found:?}, not {expect:?}");
    }

    #[test]
    fn entropy_weights_by_hand() {
        // in bits, a quarter and three quarters have an entropy of 0.811…, an eighth and seven eighths of 0.543…
        let (quarter, eighth) = (1.0 - 0.811_278_124_459_133, 1.0 - 0.543_564_443_199_596);
        let expect = [quarter / (quarter + eighth), eighth / (quarter + eighth)];
        let shares = Weighting::Entropy(EntropyForm::RawShares);
        near(&[&[Some(1.0), Some(7.0)], &[Some(3.0), Some(1.0)]], shares.clone(), &expect);
        // a missing figure has no share and is not counted
        near(&[&[Some(1.0), Some(7.0)], &[Some(3.0), None], &[None, Some(1.0)]], shares, &expect);
        // scores 0, 1/3, 1 have the shares 0, 1/4, 3/4 of three; scores 0, 1 nothing but one share
        let third = 1.0 - 0.811_278_124_459_133 / 3.0f64.log2();
        let scores = Weighting::Entropy(EntropyForm::MinMaxFirst);
        near(
            &[&[Some(5.0), Some(2.0)], &[Some(6.0), Some(9.0)], &[Some(8.0), None]],
            scores,
            &[third / (third + 1.0), 1.0 / (third + 1.0)],
        );
    }

    #[test]
    fn critic_weights_by_hand() {
        // scores 0, ½, 1 and 0, 1, ½ correlate by ½; both with 1, 0, 0 by −√3/2; deviations are ½, ½ and 1/√3
        let (one, third) = (0.75 + 3.0f64.sqrt() / 4.0, 1.0 + 2.0 / 3.0f64.sqrt());
        let sum = 2.0 * one + third;
        let rows = [[1.0, 10.0, 7.0], [2.0, 30.0, 3.0], [3.0, 20.0, 3.0]].map(|row| row.map(Some));
        near(&[&rows[0], &rows[1], &rows[2]], Weighting::Critic, &[one / sum, one / sum, third / sum]);
        // two columns correlate over the rows both have: here by −1
        let root = 2.0f64.sqrt();
        let gap: [&[Option<f64>]; 3] = [&[Some(1.0), Some(3.0)], &[Some(2.0), None], &[Some(3.0), Some(1.0)]];
        near(&gap, Weighting::Critic, &[1.0 / (1.0 + root), root / (1.0 + root)]);
        // however little one of them varies there
        let hair = 0.5 + 1e-7;
        let little: [&[Option<f64>]; 4] = [&[Some(0.0), None], &[Some(1.0), None], &[Some(0.5), Some(3.0)], &[Some(hair), Some(1.0)]];
        let rows = little.map(<[_]>::to_vec);
        let found = weight(&Matrix::new(&[Higher, Higher], &rows).unwrap(), &Weighting::Critic).unwrap();
        let share = 6.0f64.sqrt() / (6.0f64.sqrt() + 18.0f64.sqrt());
        assert!((found.values()[0] - share).abs() < 1e-6, "{found:?}, not {share}");
        // no row in common, or one alone: nothing is known of a conflict, and the others decide
        let apart: [&[Option<f64>]; 4] =
            [&[Some(1.0), None, Some(2.0)], &[Some(3.0), None, Some(1.0)], &[None, Some(1.0), None], &[None, Some(2.0), None]];
        near(&apart, Weighting::Critic, &[0.5, 0.0, 0.5]);
    }

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        let check = |a: [f64; 4], b: [f64; 4], expect| {
            assert_eq!((correlation(&a, &b), correlation(&b, &a)), (expect, expect), "{a:?} {b:?}");
        };
        let column = [0.0, 1.0, 0.0, 1.0];
        check(column, [0.5; 4], None);
        check(column, column, Some(1.0));
        // half of them a hair above the others, and two
        check(column, [0.0, 0.0, ALIKE, ALIKE], None);
        check(column, [0.0, 0.0, 2.0 * ALIKE, 2.0 * ALIKE], Some(0.0));
    }

    #[test]
    fn there_is_no_share_of_a_negative() {
        check(&[&[1.0, 2.0], &[3.0, -1.0]], Weighting::Entropy(EntropyForm::RawShares), Err(WeightError::Negative { row: 1, column: 1 }));
        let last: &[&[f64]] = &[&[1.0, 2.0], &[3.0, 1.0], &[-3.0, 1.0]];
        check(last, Weighting::Entropy(EntropyForm::RawShares), Err(WeightError::Negative { row: 2, column: 0 }));
        check(&[&[-0.0, 2.0], &[-0.0, 3.0]], Weighting::Entropy(EntropyForm::RawShares), Ok(&[0.0, 1.0]));
        assert!(weight(&matrix(&[&[1.0, 2.0], &[3.0, -1.0]]), &Weighting::Entropy(EntropyForm::MinMaxFirst)).is_ok());
    }

    #[test]
    fn columns_that_run_alike_have_no_conflict() {
        check(&[&[1.0, 10.0], &[2.0, 20.0], &[4.0, 40.0]], Weighting::Critic, Err(WeightError::NoConflict));
        let apart = Matrix::new(&[Higher, Lower], &[[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]].map(|row| row.map(Some).to_vec())).unwrap();
        let weights = weight(&apart, &Weighting::Critic).unwrap();
        assert!((weights.values()[0] - 0.5).abs() < 1e-12);
    }
}
