//! Quantiles of a sample, by the nine conventions of Hyndman and Fan (The American Statistician 50, 1996).

use crate::order::{clamp, sorted};

/// Which convention a quantile follows; the types of Hyndman and Fan, under the names numpy gives them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum QuantileType {
    /// Type 1: the inverse of the empirical distribution. The first ⌈np⌉ of n are at or below it: 前20% of ten are two.
    InvertedCdf,
    /// Type 2: the same, averaged where it jumps (SAS).
    AveragedInvertedCdf,
    /// Type 3: the observation nearest to np, an even one of two.
    ClosestObservation,
    /// Type 4: linear between the steps of the empirical distribution.
    InterpolatedInvertedCdf,
    /// Type 5: Hazen; steps at their middles.
    Hazen,
    /// Type 6: Weibull; p of the smallest is 1/(n + 1) (Minitab, SPSS, Excel's PERCENTILE.EXC).
    Weibull,
    /// Type 7: linear from the smallest to the largest (R, numpy, pandas, Excel's PERCENTILE.INC).
    Linear,
    /// Type 8: about median-unbiased whatever the distribution; recommended by Hyndman and Fan.
    MedianUnbiased,
    /// Type 9: about unbiased for the normal distribution.
    NormalUnbiased,
}

/// The quantile of finite values at the probability `p`, in their unit. `None` of no values, where one is not finite,
/// and where `p` is not in 0 to 1.
///
/// A position within a few units of the last place of a whole one is taken as that (as R does), so that 0.55 of 21
/// values is the twelfth although 0.55 × 20 is a little more than 11 in doubles.
///
/// ```
/// use duibiao::benchmark::{QuantileType, quantile};
/// let values = [15.0, 20.0, 35.0, 40.0, 50.0];
/// assert_eq!(quantile(&values, 0.25, QuantileType::Linear), Some(20.0));
/// assert_eq!(quantile(&values, 0.25, QuantileType::Weibull), Some(17.5));
/// ```
pub fn quantile(values: &[f64], p: f64, convention: QuantileType) -> Option<f64> {
    if values.iter().any(|value| !value.is_finite()) || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let sorted = sorted(values.to_vec(), |value| *value);
    let n = sorted.len() as f64;
    let (a, b) = match convention {
        QuantileType::InvertedCdf | QuantileType::AveragedInvertedCdf | QuantileType::InterpolatedInvertedCdf => (0.0, 1.0),
        QuantileType::ClosestObservation => (-0.5, 1.5),
        QuantileType::Hazen => (0.5, 0.5),
        QuantileType::Weibull => (0.0, 0.0),
        QuantileType::Linear => (1.0, 1.0),
        QuantileType::MedianUnbiased => (1.0 / 3.0, 1.0 / 3.0),
        QuantileType::NormalUnbiased => (3.0 / 8.0, 3.0 / 8.0),
    };
    let position = a + p * (n + 1.0 - a - b);
    let fuzz = 4.0 * f64::EPSILON * position.abs().max(1.0);
    let below = f64::floor(position + fuzz);
    let rest = position - below;
    let rest = if rest < fuzz { 0.0 } else { rest };
    let step = if rest > 0.0 { 1.0 } else { 0.0 };
    let weight = match convention {
        QuantileType::InvertedCdf => step,
        QuantileType::AveragedInvertedCdf => f64::max(step, 0.5),
        // an even position stays, an odd one moves up
        QuantileType::ClosestObservation => f64::max(step, (below % 2.0).abs()),
        _ => rest,
    };
    // counted from 1; before the first stands the first, behind the last the last
    let at = |position: f64| sorted.get(clamp(position - 1.0, 0.0, n - 1.0) as usize).copied();
    let (low, high) = (at(below)?, at(below + 1.0)?);
    // weighted, because the difference of two huge values may not be finite
    Some(if low == high { low } else { clamp(low * (1.0 - weight) + high * weight, low, high) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [QuantileType; 9] = [
        QuantileType::InvertedCdf,
        QuantileType::AveragedInvertedCdf,
        QuantileType::ClosestObservation,
        QuantileType::InterpolatedInvertedCdf,
        QuantileType::Hazen,
        QuantileType::Weibull,
        QuantileType::Linear,
        QuantileType::MedianUnbiased,
        QuantileType::NormalUnbiased,
    ];

    #[test]
    fn nothing_has_no_quantile() {
        for convention in ALL {
            assert_eq!(quantile(&[], 0.5, convention), None);
            assert_eq!(quantile(&[1.0, f64::NAN], 0.5, convention), None);
            assert_eq!(quantile(&[1.0], 1.5, convention), None);
            assert_eq!(quantile(&[1.0], f64::NAN, convention), None);
            assert_eq!(quantile(&[7.0], 0.3, convention), Some(7.0));
        }
    }

    #[test]
    fn a_position_a_hair_past_a_whole_one_is_that_one() {
        let values: Vec<f64> = (0..21).map(f64::from).collect();
        assert_eq!(quantile(&values, 0.55, QuantileType::Linear), Some(11.0));
        // 0.07 of a hundred is a little more than seven in doubles
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(quantile(&values, 0.07, QuantileType::InvertedCdf), Some(7.0));
    }

    #[test]
    fn a_position_a_hair_before_a_whole_one_is_that_one() {
        let values = [f64::MAX.next_down(), f64::MAX];
        for hair in [0.0, f64::EPSILON, 2.0 * f64::EPSILON] {
            assert_eq!(quantile(&values, 0.25 - hair, QuantileType::Hazen), Some(f64::MAX.next_down()), "{hair}");
        }
    }

    proptest! {
        #[test]
        fn within_the_sample_and_rising(values in prop::collection::vec(prop_oneof![any::<f64>(), -9.0..9.0], 1..12), p in 0.0..=1.0, q in 0.0..=1.0) {
            for convention in ALL {
                let Some(found) = quantile(&values, p, convention) else { continue };
                let low = values.iter().copied().fold(f64::INFINITY, f64::min);
                let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!(low <= found && found <= high);
                let other = quantile(&values, q, convention).unwrap();
                prop_assert!((p <= q && found <= other * (1.0 + 1e-12 * other.signum())) || (p >= q && other <= found * (1.0 + 1e-12 * found.signum())));
            }
        }
    }
}
