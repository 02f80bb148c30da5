//! A published figure as an interval: 超850亿元 is at least 850 and below 860 of 亿元.
//!
//! Where no bound is published, a qualifier spreads the stated value v by g, the place value of
//! its last significant digit in its own unit (850亿 → 10亿, 722余亿 → 1亿, 超千亿 → 1000亿):
//!
//! | qualifier | interval |
//! |---|---|
//! | exact | [v, v] |
//! | over (超 逾 突破 余 多), at least (以上 不低于) | [v, v+g) |
//! | nearly (近 接近 不足), at most (以内 不超过) | (v−g, v] |
//! | about (约 左右) | [v−g/2, v+g/2] |
//! | range (2—5) | [low, high] |
use super::unit::{Unit, power_of_ten};

#[cfg(test)]
mod tests;

/// How a figure is qualified by the words around it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Qualifier {
    /// stated without a word
    Exact,
    /// 超 逾 突破 余 多: more than stated
    Over,
    /// 近 接近 不足: a little less than stated
    Nearly,
    /// 约 左右: around the stated value
    About,
    /// 以上 不低于 至少: the stated value or more
    AtLeast,
    /// 以内 不超过 不高于: the stated value or less
    AtMost,
    /// two values, from one to the other
    Range,
}

/// A figure in its own unit: the stated value, and the interval it stands for.
///
/// Every number in it is finite, and `low() <= value() <= high()`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Quantity {
    value: f64,
    low: f64,
    high: f64,
    step: f64,
    unit: Unit,
    qualifier: Qualifier,
    decimals: u8,
    low_open: bool,
    high_open: bool,
}

/// A decimal number or a fraction, as integers: the value is `units / per_one` and the place
/// value of its last significant digit `step / per_one`. Sums are made in integers and divided
/// once, so that 0.3 + 0.1 is 0.4. All three stay below 2⁵², which doubles hold exactly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stated {
    pub(super) units: i64,
    pub(super) step: i64,
    pub(super) per_one: i64,
    pub(super) decimals: u8,
}

impl Stated {
    /// What the integers must stay below, so that even twice as much is exact in a double.
    pub(super) const LIMIT: i64 = 1 << 52;

    /// `units` of 10^-`decimals`. Zeros before the decimal point are not significant, those
    /// behind it are. `None` where an integer would pass the limit.
    pub(super) fn new(units: i64, decimals: u8) -> Option<Stated> {
        let step = if decimals > 0 { 1 } else { last_place(units) };
        Stated::with_step(units, step, decimals)
    }

    /// As [`Stated::new`], where the writing itself shows which digit was the last: 千, 两千三.
    pub(super) fn with_step(units: i64, step: i64, decimals: u8) -> Option<Stated> {
        let per_one = 10_i64.checked_pow(u32::from(decimals))?;
        Stated { units, step, per_one, decimals }.within_limit()
    }

    /// The fraction `units / parts`; its step is one part. `None` for less than one part.
    pub(super) fn fraction(units: i64, parts: i64) -> Option<Stated> {
        let fraction = Stated { units, step: 1, per_one: parts, decimals: 0 };
        (parts > 0).then_some(fraction)?.within_limit()
    }

    /// The same times 10^`exponent`.
    pub(super) fn shifted(self, exponent: i8) -> Option<Stated> {
        let power = 10_i64.checked_pow(u32::from(exponent.unsigned_abs()))?;
        let mut shifted = self;
        if exponent >= 0 {
            shifted.units = self.units.checked_mul(power)?;
            shifted.step = self.step.checked_mul(power)?;
        } else {
            shifted.per_one = self.per_one.checked_mul(power)?;
            shifted.decimals = self.decimals.checked_add(exponent.unsigned_abs())?;
        }
        shifted.within_limit()
    }

    fn within_limit(self) -> Option<Stated> {
        let largest = self.units.abs().max(self.step).max(self.per_one);
        (largest < Stated::LIMIT).then_some(self)
    }

    /// The stated value.
    pub(super) fn value(self) -> f64 {
        self.units as f64 / self.per_one as f64
    }

    fn step(self) -> f64 {
        self.step as f64 / self.per_one as f64
    }

    /// The value moved by `halves` half steps.
    fn moved(self, halves: i8) -> f64 {
        (2 * self.units + i64::from(halves) * self.step) as f64 / (2 * self.per_one) as f64
    }
}

impl Quantity {
    /// A number stated without qualification, to `decimals` decimals. `None` when not finite.
    pub fn exact(value: f64, decimals: u8, unit: Unit) -> Option<Quantity> {
        Quantity::qualified(Qualifier::Exact, value, decimals, unit)
    }

    /// A number to `decimals` decimals under a qualifier, spread by the default widths above.
    /// `None` when not finite, and for [`Qualifier::Range`], which takes two numbers.
    pub fn qualified(qualifier: Qualifier, value: f64, decimals: u8, unit: Unit) -> Option<Quantity> {
        if !value.is_finite() || qualifier == Qualifier::Range {
            return None;
        }
        // a double has no more than 15 certain decimals, and a step below them no meaning
        let decimals = decimals.min(15);
        let units = (value * power_of_ten(decimals)).round();
        let stated = (units.abs() < Stated::LIMIT as f64).then(|| Stated::new(units as i64, decimals)).flatten();
        let (below, above) = spread(qualifier);
        match stated.filter(|stated| stated.value() == value) {
            Some(stated) => Some(Quantity::stated(qualifier, stated, unit)),
            // more digits than `decimals` tells, or too many to count: no decimal to keep clean
            None => {
                let step = 1.0 / power_of_ten(decimals);
                let moved = |halves: i8| value + f64::from(halves) * step / 2.0;
                let point = Quantity { decimals, ..Quantity::point(value, step, unit) };
                let spread = point.with_bounds(moved(below), moved(above))?;
                Some(spread.opened(qualifier))
            }
        }
    }

    /// A number as read from text, spread by the default widths above.
    pub(super) fn stated(qualifier: Qualifier, stated: Stated, unit: Unit) -> Quantity {
        let (below, above) = spread(qualifier);
        let value = stated.value();
        Quantity {
            low: stated.moved(below).min(value),
            high: stated.moved(above).max(value),
            decimals: stated.decimals,
            ..Quantity::point(value, stated.step(), unit)
        }
        .opened(qualifier)
    }

    /// Two numbers as read from text.
    pub(super) fn range(from: Stated, to: Stated, unit: Unit) -> Quantity {
        let (low, high) = (from.value().min(to.value()), from.value().max(to.value()));
        // the middle of two decimals is taken on the finer grid, where both are integers
        let per_one = from.per_one.max(to.per_one);
        let on_grid = |end: Stated| {
            let finer = per_one / end.per_one;
            let units = end.units.checked_mul(finer)?;
            (finer * end.per_one == per_one && units.abs() < Stated::LIMIT).then_some(units)
        };
        let middle = match (on_grid(from), on_grid(to)) {
            (Some(a), Some(b)) => (a + b) as f64 / (2 * per_one) as f64,
            _ => low + (high - low) / 2.0,
        };
        Quantity {
            low,
            high,
            decimals: from.decimals.max(to.decimals),
            qualifier: Qualifier::Range,
            ..Quantity::point(crate::order::clamp(middle, low, high), from.step().min(to.step()), unit)
        }
    }

    fn point(value: f64, step: f64, unit: Unit) -> Quantity {
        Quantity { value, low: value, high: value, step, unit, qualifier: Qualifier::Exact, decimals: 0, low_open: false, high_open: false }
    }

    /// The same interval under a qualifier, open at the end the qualifier leaves open.
    fn opened(self, qualifier: Qualifier) -> Quantity {
        use Qualifier::{AtLeast, AtMost, Nearly, Over};
        Quantity {
            qualifier,
            // a step too small to move a huge value leaves a point, which is never open
            low_open: matches!(qualifier, Nearly | AtMost) && self.low < self.value,
            high_open: matches!(qualifier, Over | AtLeast) && self.value < self.high,
            ..self
        }
    }

    /// The number as stated, in its own unit; of a range, its middle.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The lower end of the interval, in the figure's own unit.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The upper end of the interval, in the figure's own unit.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Whether the lower end itself is excluded.
    pub fn low_open(&self) -> bool {
        self.low_open
    }

    /// Whether the upper end itself is excluded.
    pub fn high_open(&self) -> bool {
        self.high_open
    }

    /// The qualification it was published with.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The unit all numbers of this figure are in.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Decimals as stated (of a range, the more precise end). After a change of unit: as many
    /// as the last significant digit needs.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// The place value of the last significant digit, in the figure's own unit: 10 for 850亿.
    /// Of a fraction, one part: 1/3 for 三分之一.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// Whether the interval is a single number.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// The same figure in another unit of its dimension; `None` across dimensions.
    pub fn in_unit(&self, unit: Unit) -> Option<Quantity> {
        if unit == self.unit {
            return Some(*self);
        }
        let convert = |number| self.unit.convert(number, unit);
        let (value, step) = (convert(self.value)?, convert(self.step)?);
        let decimals = if self.unit.factor() == unit.factor() {
            self.decimals
        } else {
            // a little below one, because a step such as 0.001 may come out one bit short
            (0..15).find(|d| step * power_of_ten(*d) > 0.999_999).unwrap_or(15)
        };
        Some(Quantity { value, low: convert(self.low)?.min(value), high: convert(self.high)?.max(value), step, unit, decimals, ..*self })
    }

    /// The same figure between bounds a dataset gives instead of the default width, both
    /// included. `None` unless they are finite and `low <= value <= high`.
    pub fn with_bounds(&self, low: f64, high: f64) -> Option<Quantity> {
        let finite = low.is_finite() && high.is_finite();
        (finite && low <= self.value && self.value <= high).then_some(Quantity { low, high, low_open: false, high_open: false, ..*self })
    }

    /// Whether every number this figure may be is above every number the other may be.
    /// False when the two do not convert.
    pub fn certainly_above(&self, other: &Quantity) -> bool {
        other.in_unit(self.unit).is_some_and(|other| self.above(&other))
    }

    /// Whether every number this figure may be is below every number the other may be.
    /// False when the two do not convert.
    pub fn certainly_below(&self, other: &Quantity) -> bool {
        other.in_unit(self.unit).is_some_and(|other| other.above(self))
    }

    /// Whether the two intervals share a number. False when the two do not convert.
    pub fn may_equal(&self, other: &Quantity) -> bool {
        let other = other.in_unit(self.unit);
        other.is_some_and(|other| !self.above(&other) && !other.above(self))
    }

    /// The same, or one of two exact figures may be the other rounded: what is said at a meeting has fewer digits than what is published.
    pub fn may_be_said_as(&self, other: &Quantity) -> bool {
        let Some(other) = other.in_unit(self.unit) else { return false };
        let fewest = self.decimals.min(other.decimals);
        let rounding = (self.is_exact() && other.is_exact()).then(|| 0.5 / power_of_ten(fewest) * (1.0 + 1e-9));
        self.may_equal(&other)
            || rounding.is_some_and(|rounding| (self.value - other.value).abs() <= rounding && self.decimals != other.decimals)
    }

    /// In one unit: an open end at the other's end shares no number with it.
    fn above(&self, other: &Quantity) -> bool {
        let apart = self.low_open || other.high_open;
        self.low > other.high || (self.low == other.high && apart)
    }
}

/// The default interval of a qualifier, in half steps from the stated value.
fn spread(qualifier: Qualifier) -> (i8, i8) {
    match qualifier {
        Qualifier::Exact | Qualifier::Range => (0, 0),
        Qualifier::Over | Qualifier::AtLeast => (0, 2),
        Qualifier::Nearly | Qualifier::AtMost => (-2, 0),
        Qualifier::About => (-1, 1),
    }
}

/// The place value of the last digit that is not zero; 1 for zero.
pub(super) fn last_place(units: i64) -> i64 {
    let mut step = 1;
    while units != 0 && units % (step * 10) == 0 {
        step *= 10;
    }
    step
}
