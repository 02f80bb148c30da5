//! From values to pixels.

use crate::dataset::decimal::power_of_ten;

/// A span of values that has a length: finite ends, the lower one truly lower.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Range {
    low: f64,
    high: f64,
}

impl Range {
    /// The span of all finite values given, widened where it would be flat; `None` where there are none.
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Option<Range> {
        let mut span: Option<(f64, f64)> = None;
        for value in values.into_iter().filter(|value| value.is_finite() && value.abs() < 1e300) {
            span = Some(span.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
        let (low, high) = span?;
        let flat = high - low <= high.abs().max(low.abs()) * 1e-9;
        let room = if high == 0.0 { 1.0 } else { high.abs() * 0.5 };
        Some(if flat { Range { low: low - room, high: high + room } } else { Range { low, high } })
    }

    /// From nothing to all.
    #[cfg(feature = "progress")]
    pub(super) fn zero_to_one() -> Range {
        Range { low: 0.0, high: 1.0 }
    }

    /// The same span, widened to hold a value.
    pub fn with(self, value: f64) -> Range {
        if !value.is_finite() || value.abs() >= 1e300 {
            return self;
        }
        Range { low: self.low.min(value), high: self.high.max(value) }
    }

    /// The same span, widened upwards to a whole number of steps.
    pub fn up_to_step(self, step: f64) -> Range {
        Range { low: self.low, high: f64::ceil(self.high / step - 1e-9) * step }
    }

    /// The lower end.
    pub fn low(self) -> f64 {
        self.low
    }

    /// The upper end.
    pub fn high(self) -> f64 {
        self.high
    }

    /// Where a value lies between two pixel positions. Values outside lie outside.
    pub fn map(self, value: f64, from: f64, to: f64) -> f64 {
        from + (value - self.low) / (self.high - self.low) * (to - from)
    }
}

/// Round values within a range, at most `most` of them, 1, 2 or 5 × 10ⁿ apart; and the decimals they need.
/// `whole` keeps to whole numbers, for what is counted.
pub fn ticks(range: Range, most: usize, whole: bool) -> (Vec<f64>, u8) {
    let length = range.high - range.low;
    let rough = length / most.max(2) as f64;
    let power = power_within(rough * (1.0 + 1e-12));
    let fits = |step: &f64| length / step <= most.max(2) as f64;
    let step = [1.0, 2.0, 5.0, 10.0, 20.0].map(|factor| factor * power).into_iter().find(fits).unwrap_or(20.0 * power);
    let step = if whole && step < 1.0 { 1.0 } else { step };
    let first = f64::ceil(range.low / step - 1e-9);
    let last = f64::floor(range.high / step + 1e-9);
    let count = crate::order::clamp(last - first + 1.0, 0.0, 50.0) as usize;
    let values = (0..count).map(|index| (first + index as f64) * step).collect();
    let decimals = (0u8..9).find(|decimals| {
        let scaled = step * power_of_ten(*decimals);
        (scaled - f64::round(scaled)).abs() < 1e-6 * scaled.max(1.0)
    });
    (values, decimals.unwrap_or(9))
}

/// The largest power of ten up to a number above zero. (A logarithm and a power would be two kilobytes of cores that need none else.)
fn power_within(number: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= number {
        power *= 10.0;
    }
    while power > number && power > 1e-300 {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn round_ticks() {
        let check = |low, high, most, expect: &[f64], decimals| {
            assert_eq!(ticks(Range::covering([low, high]).unwrap(), most, false), (expect.to_vec(), decimals));
        };
        check(0.0, 15.12, 4, &[0.0, 5.0, 10.0, 15.0], 0);
        check(0.0, 2000.0, 5, &[0.0, 500.0, 1000.0, 1500.0, 2000.0], 0);
        check(0.0, 0.9, 5, &[0.0, 0.2, 0.4, 0.6000000000000001, 0.8], 1);
        check(0.0, 9.0, 4, &[0.0, 5.0], 0);
    }

    #[test]
    fn powers_of_ten() {
        let check = |number, expect| assert_eq!(power_within(number), expect, "{number}");
        check(1.0, 1.0);
        check(9.99, 1.0);
        check(10.0, 10.0);
        check(123_456.0, 100_000.0);
        check(0.5, 0.1);
        check(0.001, 0.001);
        assert!(power_within(f64::MIN_POSITIVE) > 0.0);
    }

    #[test]
    fn no_range_without_length() {
        assert_eq!(Range::covering([]), None);
        assert_eq!(Range::covering([f64::NAN, f64::INFINITY]), None);
        let flat = Range::covering([7.0, 7.0]).unwrap();
        assert!(flat.low() < 7.0 && flat.high() > 7.0);
        let zero = Range::covering([0.0]).unwrap();
        assert!(zero.low() < 0.0 && zero.high() > 0.0);
    }

    proptest! {
        #[test]
        fn ticks_lie_inside_and_are_few(a in -1e12f64..1e12, b in -1e12f64..1e12, most in 2usize..12) {
            let range = Range::covering([a, b]).unwrap();
            let (values, _) = ticks(range, most, false);
            prop_assert!(values.len() <= most + 1);
            let slack = (range.high() - range.low()) * 1e-6;
            prop_assert!(values.iter().all(|tick| *tick >= range.low() - slack && *tick <= range.high() + slack));
        }

        #[test]
        fn any_values_give_a_range_or_none(values in prop::collection::vec(any::<f64>(), 0..6)) {
            if let Some(range) = Range::covering(values) {
                prop_assert!(range.low().is_finite() && range.high().is_finite() && range.low() < range.high());
                prop_assert!(ticks(range, 5, true).0.iter().all(|tick| tick.is_finite()));
            }
        }
    }
}
