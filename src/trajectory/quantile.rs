//! Quantiles of Student's t and of the normal distribution, two-sided: the half-width of what holds a given
//! share of the distribution around its middle.
//!
//! For up to 1,000 degrees of freedom the share within ±t is the finite sum of M. Abramowitz and I. A. Stegun,
//! *Handbook of Mathematical Functions*, 26.7.3 and 26.7.4, in θ = atan(t/√ν); all its terms are above zero, so
//! nothing cancels. It is concave in θ, so Newton's steps from zero climb to the root and never past it. Above,
//! the expansion 26.7.5 around the normal quantile is exact to the last digits.

use core::f64::consts::{FRAC_2_PI, FRAC_2_SQRT_PI, SQRT_2};

/// The most degrees of freedom the finite sum is used for.
const EXACT: u32 = 1000;
/// Newton's steps to the far tail of many degrees of freedom are some dozens.
const STEPS: usize = 200;

/// The t with P(|T| ≤ t) = `level` for Student's distribution: `student(0.8, 5)` is the 0.9 quantile, 1.4759.
/// Relative error below 1e-10 for levels from 0.001 to 0.9999. `None` where the level is not between 0 and 1
/// (both excluded), there are no degrees of freedom, or the quantile is no finite number.
///
/// ```
/// let t = duibiao::trajectory::student(0.8, 5).unwrap();
/// assert!((t - 1.475_884_048_824_481).abs() < 1e-12);
/// ```
pub fn student(level: f64, dof: u32) -> Option<f64> {
    if !(level > 0.0 && level < 1.0) || dof == 0 {
        return None;
    }
    let t = if dof > EXACT {
        expanded(normal(level)?, f64::from(dof))
    } else {
        let peak = density_at_zero(dof);
        let theta = climb(level, |theta| (within(theta, dof), peak * libm::pow(libm::cos(theta), f64::from(dof) - 1.0)));
        f64::from(dof).sqrt() * libm::tan(theta)
    };
    Some(t).filter(|t| t.is_finite() && *t >= 0.0)
}

/// The z with P(|Z| ≤ z) = `level` for the normal distribution: 1.2816 for 0.8. `None` as in [`student`].
///
/// ```
/// let z = duibiao::trajectory::normal(0.8).unwrap();
/// assert!((z - 1.281_551_565_544_600_4).abs() < 1e-12);
/// ```
pub fn normal(level: f64) -> Option<f64> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    Some(climb(level, |x| (libm::erf(x), FRAC_2_SQRT_PI * libm::exp(-x * x))) * SQRT_2)
}

/// The root of a concave rising function, which gives value and slope, by Newton's steps from zero.
fn climb(level: f64, curve: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut at = 0.0;
    for _ in 0..STEPS {
        let (value, slope) = curve(at);
        let next = at + (level - value) / slope;
        // past the root only by rounding
        if !next.is_finite() || next <= at {
            break;
        }
        at = next;
    }
    at
}

/// P(|T| ≤ √ν·tan θ).
fn within(theta: f64, dof: u32) -> f64 {
    let (sine, cosine) = (libm::sin(theta), libm::cos(theta));
    let square = cosine * cosine;
    let odd = dof % 2 == 1;
    let mut term = if odd { cosine } else { 1.0 };
    let mut sum = 0.0;
    // exponents of the cosine run up to ν − 2
    let mut exponent = u32::from(odd);
    while exponent + 2 <= dof {
        sum += term;
        let n = f64::from(exponent);
        term *= square * (n + 1.0) / (n + 2.0);
        exponent += 2;
    }
    if odd { FRAC_2_PI * (theta + sine * sum) } else { sine * sum }
}

/// The slope of [`within`] at zero: 2Γ((ν+1)/2) ÷ (√π·Γ(ν/2)).
fn density_at_zero(dof: u32) -> f64 {
    let odd = dof % 2 == 1;
    let mut density = if odd { FRAC_2_PI } else { 1.0 };
    let mut below = if odd { 1 } else { 2 };
    while below < dof {
        density *= f64::from(below + 1) / f64::from(below);
        below += 2;
    }
    density
}

/// Abramowitz and Stegun 26.7.5.
fn expanded(z: f64, dof: f64) -> f64 {
    let s = z * z;
    let first = z * (s + 1.0) / 4.0;
    let second = z * ((5.0 * s + 16.0) * s + 3.0) / 96.0;
    let third = z * (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0;
    let fourth = z * ((((79.0 * s + 776.0) * s + 1482.0) * s - 1920.0) * s - 945.0) / 92_160.0;
    z + (first + (second + (third + fourth / dof) / dof) / dof) / dof
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(level: f64, dof: u32, expect: f64) {
        let found = student(level, dof).unwrap();
        assert!((found - expect).abs() <= 1e-12 * expect, "{level} {dof}: {found}, not {expect}");
    }

    #[test]
    fn known_quantiles() {
        // one degree of freedom: tan(π·level/2); two: level·√(2/(1 − level²))
        check(0.5, 1, 1.0);
        check(0.8, 2, 0.8 * (2.0f64 / 0.36).sqrt());
        check(0.95, 10, 2.228_138_851_986_273_6);
        // three and four in closed form: θ + sin θ·cos θ = π·level/2, and sin θ·(2 + cos²θ) = 2·level
        let (third, fourth) = (student(0.7, 3).unwrap() / 3.0f64.sqrt(), student(0.7, 4).unwrap() / 2.0);
        let (theta, eta) = (third.atan(), fourth.atan());
        assert!((theta + theta.sin() * theta.cos() - core::f64::consts::FRAC_PI_2 * 0.7).abs() < 1e-14);
        assert!((eta.sin() * (2.0 + eta.cos() * eta.cos()) - 1.4).abs() < 1e-14);
    }

    #[test]
    fn known_normal_quantiles() {
        for (level, expect) in [(0.5, 0.674_489_750_196_081_7), (0.8, 1.281_551_565_544_600_4), (0.95, 1.959_963_984_540_054)] {
            assert!((normal(level).unwrap() - expect).abs() < 1e-14, "{level}");
        }
    }

    #[test]
    fn more_points_than_the_sum_is_used_for() {
        // by the finite sum, halved to the last digit
        check(0.95, 5000, 1.960_438_551_706_487);
        check(0.8, 1001, 1.282_397_874_581_066);
        assert!(student(0.95, 1001).unwrap() < student(0.95, 1000).unwrap());
        assert!((student(0.8, u32::MAX).unwrap() - normal(0.8).unwrap()).abs() < 1e-9);
    }

    #[test]
    fn the_expansion_loses_its_fifth_term_only() {
        // what is left, times ν⁵, stays what the fifth term is
        for (level, fifth) in [(0.3, 0.019), (0.8, 0.07), (0.95, 0.75), (0.99, 8.6)] {
            for dof in [20, 40, 80] {
                let left = student(level, dof).unwrap() - expanded(normal(level).unwrap(), f64::from(dof));
                let scaled = left * libm::pow(f64::from(dof), 5.0);
                assert!((scaled / fifth - 1.0).abs() < 0.06, "{level} {dof}: {scaled}");
            }
        }
    }

    #[test]
    fn no_quantile() {
        for level in [0.0, 1.0, -0.5, 2.0, f64::NAN, f64::INFINITY] {
            assert_eq!((student(level, 3), normal(level)), (None, None));
        }
        assert_eq!(student(0.8, 0), None);
    }

    #[test]
    fn rounding_gives_no_quantile_below_zero() {
        // next to 1, a step may lead past the right angle, where the tangent is below zero
        for (level, dof) in [(0.999_999_999_999_999_7, 80), (0.999_999_999_999_999_8, 100), (0.999_999_999_999_999_9, 136)] {
            assert_eq!(student(level, dof), None, "{level} {dof}");
        }
    }

    #[test]
    fn the_slope_at_zero() {
        for (dof, expect) in [(1, FRAC_2_PI), (2, 1.0), (3, 2.0 * FRAC_2_PI), (4, 1.5), (5, 8.0 / 3.0 * FRAC_2_PI), (6, 1.875)] {
            assert!((density_at_zero(dof) - expect).abs() < 1e-15, "{dof}");
        }
        for dof in 1..20 {
            assert!((within(1e-6, dof) / 1e-6 - density_at_zero(dof)).abs() < 1e-9, "{dof}");
        }
    }

    #[test]
    fn the_two_ways_meet() {
        for level in [0.05, 0.5, 0.8, 0.95, 0.999] {
            let exact = student(level, EXACT).unwrap();
            assert!((exact - expanded(normal(level).unwrap(), f64::from(EXACT))).abs() < 1e-12 * exact);
        }
    }

    proptest! {
        #[test]
        fn wider_for_more_and_narrower_for_more_points(level in 0.01f64..0.98, dof in 1u32..2000) {
            let t = student(level, dof).unwrap();
            prop_assert!(t < student(level + 0.01, dof).unwrap());
            prop_assert!(t > student(level, dof + 1).unwrap());
            prop_assert!(t > normal(level).unwrap());
        }

        #[test]
        fn any_input(level in any::<f64>(), small in 0.0f64..1.0, dof in any::<u32>()) {
            for level in [level, small, small * 1e-300, 1.0 - small * 1e-15] {
                for dof in [dof, dof % 5000] {
                    prop_assert!(student(level, dof).is_none_or(|t| t.is_finite() && t >= 0.0));
                }
            }
        }
    }
}
