//! What a figure has changed since an earlier period, and on which side of a line it lies: the two questions of a quadrant.

use super::interval::Interval;
use crate::dataset::{Dimension, Indicator, Measure, Polarity, Quantity};

/// How a change is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChangeMeasure {
    /// Later minus earlier, in the unit of both: for shares, percentage points; for what adds up to nothing.
    Difference,
    /// Later ÷ earlier − 1, as a fraction: for amounts.
    Growth,
}

/// Why there is no change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoChange {
    /// The two figures do not convert into one unit.
    Unit,
    /// The earlier figure is zero or less, or may be: nothing grows from there by a rate.
    NotPositive,
    /// A number would not be finite.
    NotFinite,
}

impl ChangeMeasure {
    /// The usual one for an indicator: amounts grow by a rate; shares, growth rates, scores, ranks and multiples differ.
    pub fn of(indicator: &Indicator) -> ChangeMeasure {
        use Dimension::{Multiple, PercentagePoint, Rank, Score, Share};
        let amount = matches!(indicator.measure, Measure::Flow | Measure::Stock);
        let relative = matches!(indicator.unit.dimension(), Multiple | PercentagePoint | Rank | Score | Share);
        if amount && !relative { ChangeMeasure::Growth } else { ChangeMeasure::Difference }
    }
}

/// The change from an earlier figure to a later one, with the bounds that published qualifiers leave open.
///
/// # Errors
/// See [`NoChange`].
///
/// ```
/// use duibiao::{benchmark::{ChangeMeasure, change}, dataset::notation};
/// let [earlier, later] = ["80亿元", "超100亿元"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let grown = change(&earlier, &later, ChangeMeasure::Growth).unwrap();
/// assert_eq!((grown.point, grown.low, grown.high), (0.25, 0.25, 1.5));
/// ```
pub fn change(earlier: &Quantity, later: &Quantity, measure: ChangeMeasure) -> Result<Interval, NoChange> {
    let later = later.in_unit(earlier.unit()).ok_or(NoChange::Unit)?;
    let before = (earlier.value(), earlier.low(), earlier.high());
    let after = (later.value(), later.low(), later.high());
    if measure == ChangeMeasure::Difference {
        return Interval::new(after.0 - before.0, after.1 - before.2, after.2 - before.1).ok_or(NoChange::NotFinite);
    }
    if before.1 <= 0.0 {
        return Err(NoChange::NotPositive);
    }
    let ratio = Interval::quotient(after, before).ok_or(NoChange::NotFinite)?;
    Interval::new(ratio.point - 1.0, ratio.low - 1.0, ratio.high - 1.0).ok_or(NoChange::NotFinite)
}

/// A side of a line across an axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Above it, or to its right.
    High,
    /// Below it, or to its left.
    Low,
}

/// On which side of `cut` a number lies, by the value as stated, and whether published qualifiers leave that beyond doubt.
/// A number on the line counts to the better side; where neither way is better, to the high one.
///
/// ```
/// use duibiao::{benchmark::{Interval, Side, side}, dataset::Polarity};
/// let about_five = Interval { point: 5.0, low: 4.0, high: 6.0 };
/// assert_eq!(side(&about_five, 5.5, Polarity::Higher), (Side::Low, false));
/// assert_eq!(side(&about_five, 5.0, Polarity::Lower), (Side::Low, false));
/// assert_eq!(side(&about_five, 3.0, Polarity::Higher), (Side::High, true));
/// ```
pub fn side(number: &Interval, cut: f64, polarity: Polarity) -> (Side, bool) {
    let of = |value: f64| {
        let high = if polarity == Polarity::Lower { value > cut } else { value >= cut };
        if high { Side::High } else { Side::Low }
    };
    (of(number.point), of(number.low) == of(number.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Unit, notation};
    use proptest::prelude::*;

    fn read(text: &str) -> Quantity {
        notation::parse(text).unwrap().quantity(None)
    }

    #[test]
    fn changes() {
        let check = |earlier: &str, later: &str, measure, expect: Result<(f64, f64, f64), NoChange>| {
            let found = change(&read(earlier), &read(later), measure);
            assert_eq!(found.map(|found| (found.point, found.low, found.high)), expect, "{earlier} {later}");
        };
        use ChangeMeasure::{Difference, Growth};
        check("4%", "7%", Difference, Ok((3.0, 3.0, 3.0)));
        check("8%", "近6%", Difference, Ok((-2.0, -3.0, -2.0)));
        check("100亿元", "150亿元", Growth, Ok((0.5, 0.5, 0.5)));
        check("1亿元", "5000万元", Growth, Ok((-0.5, -0.5, -0.5)));
        check("100亿元", "超150亿元", Growth, Ok((0.5, 0.5, 160.0 / 100.0 - 1.0)));
        check("100亿元", "近150亿元", Growth, Ok((0.5, 140.0 / 100.0 - 1.0, 0.5)));
        check("0亿元", "5亿元", Growth, Err(NoChange::NotPositive));
        check("-3亿元", "5亿元", Growth, Err(NoChange::NotPositive));
        check("-3亿元", "5亿元", Difference, Ok((8.0, 8.0, 8.0)));
        check("3亿元", "5家", Difference, Err(NoChange::Unit));
    }

    #[test]
    fn on_the_line_is_the_better_side() {
        let at = Interval { point: 2.0, low: 2.0, high: 2.0 };
        assert_eq!(side(&at, 2.0, Polarity::Higher), (Side::High, true));
        assert_eq!(side(&at, 2.0, Polarity::Lower), (Side::Low, true));
        assert_eq!(side(&at, 2.0, Polarity::None), (Side::High, true));
        for polarity in [Polarity::Higher, Polarity::Lower, Polarity::None] {
            assert_eq!((side(&at, 1.0, polarity), side(&at, 3.0, polarity)), ((Side::High, true), (Side::Low, true)));
        }
        let across = Interval { point: 2.0, low: 1.0, high: 4.0 };
        assert_eq!((side(&across, 3.0, Polarity::Higher), side(&across, 5.0, Polarity::Higher)), ((Side::Low, false), (Side::Low, true)));
    }

    #[test]
    fn amounts_grow_and_rates_move() {
        let check = |unit: &str, measure, expect| {
            let text = r#"{"version":1,"title":"t","sources":[],"regions":[],"indicators":[{"id":"i","name":"i","unit":"%","polarity":"none","measure":"flow"}],"observations":[]}"#;
            let indicator = crate::dataset::parse_json(text).dataset.unwrap().indicators.remove(0);
            let indicator = Indicator { unit: Unit::parse(unit).unwrap(), measure, ..(*indicator).clone() };
            assert_eq!(ChangeMeasure::of(&indicator), expect, "{unit} {measure:?}");
        };
        for measure in [Measure::Flow, Measure::Stock] {
            check("亿元", measure, ChangeMeasure::Growth);
            check("%", measure, ChangeMeasure::Difference);
            check("分", measure, ChangeMeasure::Difference);
        }
        for measure in [Measure::Ratio, Measure::Growth, Measure::Index, Measure::Rank] {
            check("亿元", measure, ChangeMeasure::Difference);
            check("%", measure, ChangeMeasure::Difference);
        }
    }

    proptest! {
        #[test]
        fn any_figures_have_a_change_or_a_reason(a in any::<f64>(), b in any::<f64>(), width in 0.0..99.0) {
            let make = |value: f64| {
                let point = Quantity::exact(value, 2, Unit::BARE)?;
                Some(point.with_bounds(value - width, value + width).unwrap_or(point))
            };
            let (Some(earlier), Some(later)) = (make(a), make(b)) else { return Ok(()) };
            for measure in [ChangeMeasure::Difference, ChangeMeasure::Growth] {
                let Ok(found) = change(&earlier, &later, measure) else { continue };
                prop_assert!(found.low.is_finite() && found.low <= found.point && found.point <= found.high && found.high.is_finite());
            }
        }
    }
}
