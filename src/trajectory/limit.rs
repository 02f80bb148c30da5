//! Bounds and figures that are intervals: met, not met, or not decided by what is published.

use crate::dataset::{Qualifier, Quantity};

/// The numbers a figure may be, in one unit. All finite, `low <= value <= high`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The number as stated or computed.
    pub value: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the lower end itself is excluded.
    pub low_open: bool,
    /// Whether the upper end itself is excluded.
    pub high_open: bool,
}

impl Interval {
    /// The interval of a published figure. 超 and its like say more than the stated number, 近 and its like less, so the stated
    /// number itself is excluded: 超10% is not 10%.
    pub fn of(quantity: &Quantity) -> Interval {
        let value = quantity.value();
        let over = quantity.qualifier() == Qualifier::Over && quantity.low() == value && !quantity.is_exact();
        let nearly = quantity.qualifier() == Qualifier::Nearly && quantity.high() == value && !quantity.is_exact();
        Interval {
            low: quantity.low(),
            value,
            high: quantity.high(),
            low_open: quantity.low_open() || over,
            high_open: quantity.high_open() || nearly,
        }
    }

    /// The sum of several, added in their order; `None` where it is not finite.
    pub fn sum(parts: &[Interval]) -> Option<Interval> {
        let mut total = Interval { low: 0.0, value: 0.0, high: 0.0, low_open: false, high_open: false };
        for part in parts {
            total.low += part.low;
            total.value += part.value;
            total.high += part.high;
            total.low_open |= part.low_open;
            total.high_open |= part.high_open;
        }
        total.finite()
    }

    /// The growth from an earlier figure to this one, as a fraction; `None` where the earlier may be zero or below.
    pub fn growth_since(&self, earlier: &Interval) -> Option<Interval> {
        if earlier.low <= 0.0 {
            return None;
        }
        // the quotient falls as the denominator grows only above zero
        let low = if self.low >= 0.0 { self.low / earlier.high } else { self.low / earlier.low };
        let high = if self.high >= 0.0 { self.high / earlier.low } else { self.high / earlier.high };
        Interval {
            low: low - 1.0,
            value: self.value / earlier.value - 1.0,
            high: high - 1.0,
            low_open: self.low_open || earlier.high_open,
            high_open: self.high_open || earlier.low_open,
        }
        .finite()
    }

    /// Whether the interval is a single number.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    fn finite(self) -> Option<Interval> {
        // rounding keeps the order of what is added, divided and subtracted, so that the value stays between the ends
        (self.low.is_finite() && self.value.is_finite() && self.high.is_finite()).then_some(self)
    }
}

/// Which side of a bound is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The bound or more.
    AtLeast,
    /// The bound or less.
    AtMost,
}

/// A bound in the figure's unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Limit {
    /// The bound.
    pub bound: f64,
    /// Which side of it is wanted.
    pub side: Side,
    /// Whether it must be passed (>, <) and not merely met (≥, ≤).
    pub strict: bool,
}

/// Whether a bound is met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Met {
    /// Whatever the figure exactly is, it meets the bound.
    Yes,
    /// Whatever it exactly is, it does not.
    No,
    /// The figure is an interval with the bound in it.
    Undecided,
}

impl Limit {
    /// The bound a promised figure sets: the stated number; of a range the end that asks for less.
    pub fn of(promised: &Quantity, side: Side, strict: bool) -> Limit {
        let bound = match (promised.qualifier(), side) {
            (Qualifier::Range, Side::AtLeast) => promised.low(),
            (Qualifier::Range, Side::AtMost) => promised.high(),
            _ => promised.value(),
        };
        Limit { bound, side, strict }
    }

    /// Holds a figure against the bound. A figure that may lie on either side is undecided, never guessed.
    ///
    /// ```
    /// use duibiao::{dataset::notation, trajectory::{Interval, Limit, Met, Side}};
    ///
    /// let figure = |text: &str| Interval::of(&notation::parse(text).unwrap().quantity(None));
    /// let limit = Limit { bound: 10.0, side: Side::AtMost, strict: false };
    /// assert_eq!(limit.check(&figure("10%")), Met::Yes);
    /// assert_eq!(limit.check(&figure("超10%")), Met::No);
    /// assert_eq!(limit.check(&figure("约10%")), Met::Undecided);
    /// ```
    pub fn check(&self, figure: &Interval) -> Met {
        let Interval { low, high, low_open, high_open, .. } = *figure;
        // the worst and the best the figure may be, as seen from the wanted side
        let (worst, worst_open, best, best_open) = match self.side {
            Side::AtLeast => (low - self.bound, low_open, high - self.bound, high_open),
            Side::AtMost => (self.bound - high, high_open, self.bound - low, low_open),
        };
        let certain = worst > 0.0 || (worst == 0.0 && (!self.strict || worst_open));
        let possible = best > 0.0 || (best == 0.0 && !self.strict && !best_open);
        match (certain, possible) {
            (true, _) => Met::Yes,
            (false, true) => Met::Undecided,
            (false, false) => Met::No,
        }
    }
}

impl Met {
    /// Both bounds of a corridor together.
    pub fn and(self, other: Met) -> Met {
        match (self, other) {
            (Met::No, _) | (_, Met::No) => Met::No,
            (Met::Yes, Met::Yes) => Met::Yes,
            _ => Met::Undecided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Unit, notation};
    use proptest::prelude::*;

    fn check(text: &str, side: Side, bound: f64, strict: bool, expect: Met) {
        let figure = Interval::of(&notation::parse(text).unwrap().quantity(None));
        assert_eq!(Limit { bound, side, strict }.check(&figure), expect, "{text} {side:?} {bound} {strict}");
    }

    #[test]
    fn inclusive_and_strict() {
        check("850亿元", Side::AtLeast, 850.0, false, Met::Yes);
        check("850亿元", Side::AtLeast, 850.0, true, Met::No);
        check("8%", Side::AtMost, 8.0, false, Met::Yes);
        check("8%", Side::AtMost, 8.0, true, Met::No);
    }

    #[test]
    fn intervals() {
        check("超850亿元", Side::AtLeast, 850.0, true, Met::Yes);
        check("超850亿元", Side::AtLeast, 855.0, false, Met::Undecided);
        check("超850亿元", Side::AtLeast, 860.0, false, Met::No);
        check("850亿元以上", Side::AtLeast, 850.0, true, Met::Undecided);
        check("近1000亿元", Side::AtLeast, 1000.0, false, Met::No);
        check("近8%", Side::AtMost, 8.0, true, Met::Yes);
        check("约8%", Side::AtMost, 8.0, false, Met::Undecided);
        check("2—5个工作日", Side::AtMost, 5.0, false, Met::Yes);
        check("2—5个工作日", Side::AtMost, 3.0, false, Met::Undecided);
    }

    fn of(text: &str) -> Interval {
        Interval::of(&notation::parse(text).unwrap().quantity(None))
    }

    #[test]
    fn ends_that_a_word_excludes() {
        let check = |text: &str, expect: (f64, f64, bool, bool)| {
            let found = of(text);
            assert_eq!((found.low, found.high, found.low_open, found.high_open), expect, "{text}");
            assert_eq!(found.is_exact(), expect.0 == expect.1);
        };
        check("10%", (10.0, 10.0, false, false));
        check("超10%", (10.0, 20.0, true, true));
        check("近10%", (0.0, 10.0, true, true));
        check("10%以上", (10.0, 20.0, false, true));
        check("10%以内", (0.0, 10.0, true, false));
        check("约10%", (5.0, 15.0, false, false));
        check("2—5个工作日", (2.0, 5.0, false, false));
        // published bounds are what is known, whatever the word: an end apart from the stated number may be reached
        let bounded = |text: &str, low, high| {
            let found = Interval::of(&notation::parse(text).unwrap().quantity(None).with_bounds(low, high).unwrap());
            (found.low_open, found.high_open)
        };
        assert_eq!(bounded("超10%", 9.0, 12.0), (false, false));
        assert_eq!(bounded("近10%", 9.0, 12.0), (false, false));
    }

    #[test]
    fn sums_keep_what_each_part_excludes() {
        let check = |parts: &[&str], expect: (f64, f64, f64, bool, bool)| {
            let found = Interval::sum(&parts.iter().map(|text| of(text)).collect::<Vec<_>>()).unwrap();
            assert_eq!((found.low, found.value, found.high, found.low_open, found.high_open), expect, "{parts:?}");
        };
        check(&["10%", "3%"], (13.0, 13.0, 13.0, false, false));
        check(&["超10%", "3%以内"], (12.0, 13.0, 23.0, true, true));
        check(&["10%以上", "3%", "20%以上"], (33.0, 33.0, 53.0, false, true));
        check(&["10%以内", "20%以内"], (10.0, 30.0, 30.0, true, false));
    }

    #[test]
    fn what_is_not_finite_is_nothing() {
        let wide = |low, high| Interval { low, value: 0.0, high, low_open: false, high_open: false };
        assert_eq!(Interval::sum(&[wide(-1.5e308, 0.0), wide(-1.5e308, 0.0)]), None);
        assert_eq!(Interval::sum(&[wide(0.0, 1.5e308), wide(0.0, 1.5e308)]), None);
        assert_eq!(Interval::sum(&[wide(-1.5e308, 1.5e308), wide(0.0, 0.0)]), Some(wide(-1.5e308, 1.5e308)));
    }

    #[test]
    fn the_bound_a_promise_sets() {
        let check = |text: &str, side, expect: f64| {
            let limit = Limit::of(&notation::parse(text).unwrap().quantity(None), side, true);
            assert_eq!(limit, Limit { bound: expect, side, strict: true }, "{text}");
        };
        check("2—5个工作日", Side::AtLeast, 2.0);
        check("2—5个工作日", Side::AtMost, 5.0);
        check("约10%", Side::AtLeast, 10.0);
        check("约10%", Side::AtMost, 10.0);
    }

    #[test]
    fn both_bounds_of_a_corridor() {
        let (yes, no, open) = (Met::Yes, Met::No, Met::Undecided);
        for (a, b, expect) in [(yes, yes, yes), (yes, no, no), (no, no, no), (open, no, no), (open, yes, open), (open, open, open)] {
            assert_eq!((a.and(b), b.and(a)), (expect, expect), "{a:?} {b:?}");
        }
    }

    #[test]
    fn growth_of_intervals() {
        let growth = of("超1200亿元").growth_since(&of("1000亿元")).unwrap();
        assert!((growth.low - 0.2).abs() < 1e-12 && (growth.high - 0.3).abs() < 1e-12 && growth.low_open);
        assert_eq!(of("1200亿元").growth_since(&of("0亿元")), None);
        let check = |later: (f64, f64), earlier: (f64, f64), expect: (f64, f64)| {
            let made = |(low, high): (f64, f64)| Interval { low, value: (low + high) / 2.0, high, low_open: false, high_open: false };
            let found = made(later).growth_since(&made(earlier)).unwrap();
            assert_eq!((found.low, found.high), expect, "{later:?} {earlier:?}");
        };
        // the quotient is least and greatest at other ends of the earlier figure where the later is below zero
        check((6.0, 8.0), (2.0, 4.0), (0.5, 3.0));
        check((-8.0, -6.0), (2.0, 4.0), (-5.0, -2.5));
        check((-8.0, 8.0), (2.0, 4.0), (-5.0, 3.0));
        check((0.0, 0.0), (2.0, 4.0), (-1.0, -1.0));
        let open = |later: &str, earlier: &str| {
            let found = of(later).growth_since(&of(earlier)).unwrap();
            (found.low_open, found.high_open)
        };
        assert_eq!(open("1200亿元", "1100亿元"), (false, false));
        assert_eq!(open("1200亿元", "1100亿元以上"), (true, false));
        assert_eq!(open("1200亿元", "1100亿元以内"), (false, true));
        assert_eq!(open("1200亿元以上", "1100亿元"), (false, true));
        assert_eq!(open("1200亿元以内", "1100亿元"), (true, false));
    }

    proptest! {
        #[test]
        fn yes_means_every_number_and_no_means_none(value in -1e3f64..1e3, width in 0.0f64..100.0, bound in -1e3f64..1e3, up: bool, strict: bool) {
            let quantity = Quantity::exact(value, 3, Unit::PERCENT).unwrap().with_bounds(value - width, value + width).unwrap();
            let limit = Limit { bound, side: if up { Side::AtLeast } else { Side::AtMost }, strict };
            let meets = |number: f64| {
                let ahead = if up { number - bound } else { bound - number };
                ahead > 0.0 || (ahead == 0.0 && !strict)
            };
            let all = [quantity.low(), value, quantity.high()].map(meets);
            let expect = match (all.iter().all(|met| *met), all.iter().any(|met| *met)) {
                (true, _) => Met::Yes,
                (false, true) => Met::Undecided,
                (false, false) => Met::No,
            };
            prop_assert_eq!(limit.check(&Interval::of(&quantity)), expect);
        }

        #[test]
        fn sums_and_growth_are_finite_or_nothing(a in any::<f64>(), b in any::<f64>(), c in any::<f64>()) {
            let exact = |value| Interval { low: value, value, high: value, low_open: false, high_open: false };
            for found in [Interval::sum(&[exact(a), exact(b), exact(c)]), exact(a).growth_since(&exact(b))].into_iter().flatten() {
                prop_assert!(found.low.is_finite() && found.value.is_finite() && found.high.is_finite());
            }
        }

        #[test]
        fn the_value_stays_between_the_ends(parts in proptest::collection::vec(proptest::array::uniform3(-1e3f64..1e3), 1..9)) {
            let intervals: Vec<Interval> = parts
                .iter()
                .map(|part| {
                    let mut part = *part;
                    part.sort_by(f64::total_cmp);
                    let [low, value, high] = part;
                    Interval { low, value, high, low_open: false, high_open: false }
                })
                .collect();
            let growth = intervals.iter().zip(intervals.iter().skip(1)).filter_map(|(earlier, later)| later.growth_since(earlier));
            for found in growth.chain(Interval::sum(&intervals)) {
                prop_assert!(found.low <= found.value && found.value <= found.high, "{:?}", found);
            }
        }
    }
}
