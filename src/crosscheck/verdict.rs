//! Whether a stated figure agrees with a computed one, and in which sense.
//!
//! A figure stated to d decimals, in the unit it is written in, agrees with a computed value that is equal to it,
//! that rounds to it (a half away from zero), or that becomes it when the further decimals are dropped. A figure under a
//! qualifier (超 近 余 约) or with published bounds agrees with every value of its interval. Separately, the figures put
//! in may be rounded themselves: each stands for everything that rounds to it, and the results possible then are an
//! interval, whose ends count as possible.

use super::exact::Fraction;
use crate::dataset::{Dimension, Qualifier, Quantity, Unit};

/// What a check found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The stated figure agrees with the computed one.
    Consistent(Agreement),
    /// It does not, whatever the figures put in were before they were rounded.
    Inconsistent,
    /// Figures that do not belong together cannot contradict each other.
    NotComparable(Obstacle),
}

/// In which sense figures agree, the strictest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Agreement {
    /// The computed value is the stated one; of a part and its whole, the part is no larger.
    Exact,
    /// The computed value lies in the interval that the qualifier or the published bounds span.
    Qualified,
    /// The computed value rounds to the stated one, a half away from zero.
    Rounded,
    /// The stated figure is the computed one without its further decimals.
    Truncated,
    /// Only some of the results possible before the figures put in were rounded agree.
    WithinInputs,
}

/// Why figures cannot be checked against each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Obstacle {
    /// One of the figures is missing, or there is none.
    Missing,
    /// The units measure different things, or the operation does not give the unit of the result.
    Units,
    /// The periods do not fit together.
    Periods,
    /// The definitions (口径) differ, and so do the figures.
    Definitions,
    /// A growth rate of money that no relation declares may be at constant prices, or from a revised base.
    Prices,
    /// The base or the denominator is zero, may be zero, or is a base below zero.
    ZeroBase,
    /// Too many digits to compute exactly.
    Digits,
}

/// The stated figure beside the computed one, in the unit of the stated. All numbers are finite.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Outcome {
    /// The figure as stated.
    pub stated: f64,
    /// What the stated figure stands for: all that rounds to it, or the interval of its qualifier or its bounds.
    pub accepted: (f64, f64),
    /// What the other figures give, taken as stated.
    pub computed: f64,
    /// The least and the most they can give, before they were rounded and within their qualifiers.
    pub range: (f64, f64),
    /// `computed` − `stated`.
    pub difference: f64,
    /// The unit of all numbers.
    pub unit: Unit,
    /// How the stated figure agrees with `computed`; `None` where it does not.
    pub by_arithmetic: Option<Agreement>,
    /// Whether some number of `range` rounds to the stated figure or lies in its interval.
    pub within_inputs: bool,
}

impl Outcome {
    /// The verdict that arithmetic alone gives.
    pub fn verdict(&self) -> Verdict {
        match (self.by_arithmetic, self.within_inputs) {
            (Some(agreement), _) => Verdict::Consistent(agreement),
            (None, true) => Verdict::Consistent(Agreement::WithinInputs),
            (None, false) => Verdict::Inconsistent,
        }
    }
}

/// A quantity in the base unit of its dimension, exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Magnitude {
    pub(super) value: Fraction,
    /// The interval of the qualifier or the bounds, else what rounds to the value; of a whole count, the count.
    pub(super) low: Fraction,
    pub(super) high: Fraction,
    /// The place value of the last decimal as written.
    pub(super) step: Fraction,
    /// The unit it is written in.
    pub(super) size: Fraction,
    pub(super) dimension: Dimension,
    /// Whether it is under a qualifier or between bounds.
    pub(super) spread: bool,
    /// Whether it counts whole things one by one, and so is not rounded.
    pub(super) counted: bool,
}

impl Magnitude {
    pub(super) fn of(quantity: &Quantity) -> Result<Magnitude, Obstacle> {
        Magnitude::exactly(quantity).ok_or(Obstacle::Digits)
    }

    fn exactly(quantity: &Quantity) -> Option<Magnitude> {
        let unit = quantity.unit();
        let dimension = unit.dimension();
        let (numerator, denominator) = unit.size();
        // a percentage point is a hundredth of the whole, as a per cent is
        let denominator = if dimension == Dimension::PercentagePoint { 100 } else { denominator };
        let size = Fraction::new(i128::from(numerator), i128::from(denominator))?;
        let place = Fraction::ten_to(-i32::from(quantity.decimals()))?;
        let (value, place) = match Fraction::of(quantity.value())? {
            value if value.over(place)?.is_whole() => (value, place),
            value => part_of_a_fraction(quantity).unwrap_or((value, place)),
        };
        let spread = quantity.qualifier() != Qualifier::Exact || !quantity.is_exact();
        let counted = size == Fraction::ONE && is_countable(dimension) && value.is_whole() && quantity.decimals() == 0 && !spread;
        let half = place.over(Fraction::whole(2))?;
        let (low, high) = match (spread, counted) {
            (true, _) => (Fraction::of(quantity.low())?.min(value), Fraction::of(quantity.high())?.max(value)),
            (false, true) => (value, value),
            (false, false) => (value.minus(half)?, value.plus(half)?),
        };
        Some(Magnitude {
            value: value.times(size)?,
            low: low.times(size)?,
            high: high.times(size)?,
            step: place.times(size)?,
            size,
            dimension,
            spread,
            counted,
        })
    }

    /// As a figure that others are held against: everything that rounds to it, even of a count.
    pub(super) fn accepts(&self) -> Option<(Fraction, Fraction)> {
        if self.spread {
            return Some((self.low, self.high));
        }
        let half = self.step.over(Fraction::whole(2))?;
        Some((self.value.minus(half)?, self.value.plus(half)?))
    }

    /// The same figure with another value, written to the step given.
    pub(super) fn stating(&self, value: Fraction, step: Fraction) -> Magnitude {
        Magnitude { value, low: value, high: value, step, spread: false, ..*self }
    }

    /// How the stated figure agrees with a computed value.
    pub(super) fn agreement(&self, computed: Fraction) -> Option<Agreement> {
        if computed == self.value {
            return Some(Agreement::Exact);
        }
        if self.spread {
            return (self.low <= computed && computed <= self.high).then_some(Agreement::Qualified);
        }
        let (steps, stated) = (computed.over(self.step)?, self.value.over(self.step)?);
        if Fraction::whole(steps.rounded()) == stated {
            return Some(Agreement::Rounded);
        }
        (Fraction::whole(steps.truncated()) == stated).then_some(Agreement::Truncated)
    }

    /// Whether some of the results possible round to the stated figure.
    pub(super) fn meets(&self, low: Fraction, high: Fraction) -> bool {
        self.accepts().is_some_and(|(least, most)| low <= most && least <= high)
    }
}

/// Things one can count one by one, whatever their counting word.
pub(super) fn is_countable(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Count | Dimension::People | Dimension::Visits)
}

/// 三分之一 as one third and its part, of which no decimal is told.
fn part_of_a_fraction(quantity: &Quantity) -> Option<(Fraction, Fraction)> {
    let parts = Fraction::of(f64::round(1.0 / quantity.step()))?;
    let count = Fraction::of(f64::round(quantity.value() / quantity.step()))?;
    let value = count.over(parts)?;
    ((value.to_f64() - quantity.value()).abs() < 1e-12).then_some((value, Fraction::ONE.over(parts)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;

    fn magnitude(text: &str) -> Magnitude {
        Magnitude::of(&notation::parse(text).unwrap().quantity(None)).unwrap()
    }

    #[test]
    fn rounding_and_truncation() {
        let check = |stated: &str, computed: &str, expect| {
            assert_eq!(magnitude(stated).agreement(magnitude(computed).value), expect, "{stated} {computed}");
        };
        check("98.8%", "98.80%", Some(Agreement::Exact));
        check("98.8%", "98.805%", Some(Agreement::Rounded));
        check("236%", "236.538%", Some(Agreement::Truncated));
        check("13%", "12.5%", Some(Agreement::Rounded));
        check("12%", "12.5%", Some(Agreement::Truncated));
        check("99.74%", "99.473%", None);
        check("超80%", "82%", Some(Agreement::Qualified));
        check("近80%", "82%", None);
        check("1.18亿美元", "11799万美元", Some(Agreement::Rounded));
        check("-13%", "-12.5%", Some(Agreement::Rounded));
        check("-12%", "-12.5%", Some(Agreement::Truncated));
        check("-12%", "-11.5%", Some(Agreement::Rounded));
        check("-11%", "-12.5%", None);
        // both ends of what a word spans
        check("超80%", "80%", Some(Agreement::Exact));
        check("超80%", "90%", Some(Agreement::Qualified));
        check("超80%", "90.1%", None);
        check("近80%", "70%", Some(Agreement::Qualified));
        check("近80%", "69.9%", None);
    }

    #[test]
    fn what_others_are_held_against() {
        let check = |text: &str, least: f64, most: f64| {
            let accepts = magnitude(text).accepts().unwrap();
            assert_eq!((accepts.0.to_f64(), accepts.1.to_f64()), (least, most), "{text}");
        };
        // as a result even a count is rounded
        check("251个", 250.5, 251.5);
        check("3.2%", 0.0315, 0.0325);
        check("3.2个百分点", 0.0315, 0.0325);
        check("超850亿元", 85e9, 86e9);
        let meets = |text: &str, low: &str, high: &str| magnitude(text).meets(magnitude(low).value, magnitude(high).value);
        // the ends count as possible
        assert!(meets("251个", "251.5个", "252个") && meets("251个", "250个", "250.5个") && meets("251个", "250个", "252个"));
        assert!(!meets("251个", "251.6个", "252个") && !meets("251个", "250个", "250.4个"));
    }

    #[test]
    fn what_is_counted_one_by_one() {
        let check = |text: &str, expect: bool| assert_eq!(magnitude(text).counted, expect, "{text}");
        for text in ["251个", "3人", "8人次"] {
            check(text, true);
        }
        for text in ["5万件", "5.0个", "5亩", "约5个", "3%", "三分之一"] {
            check(text, false);
        }
        assert!(magnitude("约5个").spread && magnitude("超850亿元").spread && !magnitude("5亩").spread);
        let bounded = Quantity::exact(5.0, 0, Unit::PERCENT).unwrap().with_bounds(4.0, 6.0).unwrap();
        assert!(Magnitude::of(&bounded).unwrap().spread);
        let stating = magnitude("约5亩").stating(Fraction::ONE, Fraction::ZERO);
        assert_eq!(
            (stating.value, stating.low, stating.high, stating.step, stating.spread),
            (Fraction::ONE, Fraction::ONE, Fraction::ONE, Fraction::ZERO, false)
        );
    }

    #[test]
    fn a_decimal_to_its_last_digit_and_parts_of_a_whole() {
        let check = |value: f64, decimals, n, d| {
            let magnitude = Magnitude::of(&Quantity::exact(value, decimals, Unit::BARE).unwrap()).unwrap();
            assert_eq!(magnitude.value, Fraction::new(n, d).unwrap(), "{value} {decimals}");
        };
        // divided by its step in doubles, it would be one more in the last place
        check(41.790_383_679_446_17, 14, 4_179_038_367_944_617, 100_000_000_000_000);
        // a number that is not so many parts of its step is left as it is, however small
        check(0.125, 1, 1, 8);
        check(1e-12, 3, 1, 1_000_000_000_000);
        let third = magnitude("三分之一");
        assert_eq!((third.value, third.step), (Fraction::new(1, 3).unwrap(), Fraction::new(1, 3).unwrap()));
    }

    #[test]
    fn what_a_figure_stands_for() {
        let check = |text: &str, low: f64, high: f64| {
            let magnitude = magnitude(text);
            assert_eq!((magnitude.low.to_f64(), magnitude.high.to_f64()), (low, high), "{text}");
        };
        check("251个", 251.0, 251.0);
        check("5.3万件", 52_500.0, 53_500.0);
        check("3.2%", 0.0315, 0.0325);
        check("超850亿元", 85e9, 86e9);
        check("三分之一", 1.0 / 6.0, 0.5);
        check("三分之二", 0.5, 5.0 / 6.0);
        check("-3.2%", -0.0325, -0.0315);
    }
}
