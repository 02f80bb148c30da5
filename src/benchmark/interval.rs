//! A computed number with its bounds.

/// A computed number, and the least and the most it can be, given the published qualifiers of what it is
/// computed from. All three are finite, `low ≤ point ≤ high`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// By the numbers as stated.
    pub point: f64,
    /// The least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

impl Interval {
    /// `None` where one of the three is not finite. Bounds that rounding has put on the wrong side of the
    /// point are moved onto it.
    pub(super) fn new(point: f64, low: f64, high: f64) -> Option<Interval> {
        let finite = point.is_finite() && low.is_finite() && high.is_finite();
        finite.then_some(Interval { point, low: low.min(point), high: high.max(point) })
    }

    /// Whether the published qualifiers leave nothing open.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// `numerator` ÷ `denominator`, each as (point, low, high). `None` where the divisor may be zero, or where a
    /// bound would not be finite.
    pub(super) fn quotient(numerator: (f64, f64, f64), denominator: (f64, f64, f64)) -> Option<Interval> {
        if denominator.1 <= 0.0 && denominator.2 >= 0.0 {
            return None;
        }
        let corners = [numerator.1 / denominator.1, numerator.1 / denominator.2, numerator.2 / denominator.1, numerator.2 / denominator.2];
        let low = corners.into_iter().fold(f64::INFINITY, f64::min);
        let high = corners.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Interval::new(numerator.0 / denominator.0, low, high)
    }
}

/// How far published qualifiers leave an answer open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// Not so, whatever the figures stand for.
    No,
    /// So for some of what they may stand for.
    Possible,
    /// So, whatever they stand for.
    Yes,
}

impl Certainty {
    /// From whether it is so in every case, and in any.
    pub(super) fn of(always: bool, sometimes: bool) -> Certainty {
        match (always, sometimes) {
            (true, _) => Certainty::Yes,
            (false, true) => Certainty::Possible,
            (false, false) => Certainty::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_the_point() {
        let made = |point, low, high| Interval::new(point, low, high).map(|found| (found.low, found.high, found.is_exact()));
        assert_eq!(made(2.0, 1.0, 3.0), Some((1.0, 3.0, false)));
        assert_eq!(made(2.0, 2.0, 2.0), Some((2.0, 2.0, true)));
        // what rounding has put on the wrong side
        assert_eq!(made(2.0, 2.5, 1.5), Some((2.0, 2.0, true)));
        for (point, low, high) in [(f64::NAN, 1.0, 3.0), (2.0, f64::NEG_INFINITY, 3.0), (2.0, 1.0, f64::INFINITY)] {
            assert_eq!(made(point, low, high), None);
        }
    }

    #[test]
    fn a_quotient_is_least_and_greatest_at_corners() {
        let check = |numerator: (f64, f64), denominator: (f64, f64), expect: Option<(f64, f64)>| {
            let middle = |(low, high): (f64, f64)| ((low + high) / 2.0, low, high);
            let found = Interval::quotient(middle(numerator), middle(denominator));
            assert_eq!(found.map(|found| (found.low, found.high)), expect, "{numerator:?} {denominator:?}");
        };
        check((6.0, 8.0), (2.0, 4.0), Some((1.5, 4.0)));
        check((-8.0, -6.0), (2.0, 4.0), Some((-4.0, -1.5)));
        check((-6.0, 8.0), (2.0, 4.0), Some((-3.0, 4.0)));
        check((6.0, 8.0), (-4.0, -2.0), Some((-4.0, -1.5)));
        for denominator in [(-1.0, 1.0), (0.0, 1.0), (-1.0, 0.0), (0.0, 0.0)] {
            check((6.0, 8.0), denominator, None);
        }
    }

    #[test]
    fn certain_possible_or_not() {
        let found =
            [(true, true), (true, false), (false, true), (false, false)].map(|(always, sometimes)| Certainty::of(always, sometimes));
        assert_eq!(found, [Certainty::Yes, Certainty::Yes, Certainty::Possible, Certainty::No]);
    }
}
