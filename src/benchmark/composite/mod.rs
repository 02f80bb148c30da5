//! Composite indicators: many indicators made one score, and how far the score can be trusted.
//!
//! A [`Matrix`] of places × indicators is [normalised](normalise), [weighted](weight) and put together
//! ([`aggregate`] or [`topsis`]); [`compose`] does all three and says where everyone stands, which indicator
//! brings how much, and what had to be left out. [`rank_spread`] and [`leave_one_out`] ask whether the ranks
//! hold under other weights, [`gap_parts`] what makes the gap between two places. [`composite_of`] starts from
//! a dataset, where only comparable figures are used.
//!
//! Published variants of these methods disagree, so each is an enum variant with its source. Throughout, a place
//! is a row, an indicator a column; both are counted from 0.
//!
//! Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008); COINr 1.1 for what happens to
//! missing figures; Hwang & Yoon (1981) for TOPSIS; Diakoulaki, Mavrotas & Papayannakis (1995) for CRITIC.

mod aggregate;
mod assemble;
mod compose;
mod frame;
mod matrix;
mod normalise;
mod parts;
#[cfg(test)]
mod properties;
mod random;
mod robustness;
mod topsis;
mod weight;

pub use aggregate::{Aggregate, AggregateError, Coverage, CoverageBy, Mean, NoScore, Outcome, aggregate};
pub use assemble::{CellNote, CompositeOf, CompositeOfError, CompositeQuestion, Gathered, Note, composite_of, gather};
pub use compose::{Composite, CompositeError, Method, Place, Remark, Score, Scoring, compose};
pub use matrix::{LARGEST, Matrix, MatrixError, Table};
pub(super) use matrix::{extent, mean_and_deviation};
pub use normalise::{Bounds, Normalisation, NormaliseError, Normalised, PercentileForm, Reference, SetAside, Standards, normalise};
pub use parts::{GapError, GapParts, gap_parts};
pub use random::{Random, dirichlet};
pub use robustness::{Draws, DrawsError, LeftOut, Robustness, Spread, leave_one_out, rank_spread, robustness};
pub use topsis::{TopsisScale, topsis};
pub use weight::{EntropyForm, WeightError, Weighting, Weights, weight};

use crate::order::ascending;

/// Whether a build has the normalisations that no view asks for. Where it does not, nothing makes one of them.
pub(crate) const HAS_ALL: bool = cfg!(feature = "methods");

/// Values no further from each other than this share of what they are made of are ties: arithmetic in doubles cannot
/// tell them apart.
const TIE: f64 = 1e-12;

/// Positions and values of the numbers that are there, the largest first; those of a tie all have the
/// largest of its values. `size` is that of the numbers they are sums of.
pub(super) fn in_order(values: &[f64], size: f64) -> Vec<(usize, f64)> {
    let mut order = Vec::with_capacity(values.len());
    let mut head = f64::NAN;
    for position in ascending(values.iter().map(|value| -value).collect()) {
        let Some(value) = values.get(position).filter(|value| !value.is_nan()) else { continue };
        if head.is_nan() || head - value > TIE * size {
            head = *value;
        }
        order.push((position, head));
    }
    order
}

/// Competition ranks (1224, `method="min"` of pandas) with the largest first; 0 where there is no score (NaN).
/// `size` is that of the numbers the scores are made of.
fn ranks(scores: &[f64], size: f64) -> Vec<u32> {
    let mut ranks = vec![0; scores.len()];
    let (mut rank, mut last) = (0, f64::NAN);
    for (ahead, (position, value)) in (1..).zip(in_order(scores, size)) {
        if value != last {
            (rank, last) = (ahead, value);
        }
        if let Some(place) = ranks.get_mut(position) {
            *place = rank;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_with_ties_and_gaps() {
        assert_eq!(ranks(&[0.3, f64::NAN, 0.1 + 0.2, 0.5, 0.1], 1.0), [2, 0, 2, 1, 4]);
        assert_eq!(ranks(&[], 1.0), Vec::<u32>::new());
        assert_eq!(ranks(&[f64::NAN], 1.0), [0]);
        assert_eq!(ranks(&[0.0, -0.0], 1.0), [1, 1]);
        // as far apart as rounding may put them, and further
        assert_eq!((ranks(&[0.0, TIE], 1.0), ranks(&[0.0, 2.0 * TIE], 1.0)), (vec![1, 1], vec![2, 1]));
    }
}
