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
