//! Distances between figures, and the middle of many.

use crate::{
    dataset::{Polarity, Quantity},
    order::sorted,
};

/// How far one figure is from another, in the unit both are in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gap {
    /// Own value minus the other's, by the numbers as stated.
    pub absolute: f64,
    /// The least and the most it can be, given the published qualifiers.
    pub range: (f64, f64),
    /// `absolute` ÷ the other's value; `None` where that is zero.
    pub relative: Option<f64>,
    /// Own value ÷ the other's; `None` where that is zero or the signs differ.
    pub ratio: Option<f64>,
    /// Whether the own figure is the better one; `None` where they are equal or neither way is better.
    pub better: Option<bool>,
}

/// The gap between two figures of one unit. Figures near the largest doubles may be further apart than a double can
/// say; their gap is infinite.
pub fn gap(own: &Quantity, other: &Quantity, polarity: Polarity) -> Gap {
    let absolute = own.value() - other.value();
    let better = match polarity {
        _ if absolute == 0.0 => None,
        Polarity::Higher => Some(absolute > 0.0),
        Polarity::Lower => Some(absolute < 0.0),
        Polarity::Nearest(best) => {
            let (a, b) = ((own.value() - best).abs(), (other.value() - best).abs());
            (a != b).then_some(a < b)
        }
        Polarity::None => None,
    };
    let divisor = Some(other.value()).filter(|value| *value != 0.0);
    Gap {
        absolute,
        range: (own.low() - other.high(), own.high() - other.low()),
        relative: divisor.map(|value| absolute / value.abs()).filter(|share| share.is_finite()),
        ratio: divisor.map(|value| own.value() / value).filter(|ratio| ratio.is_finite() && *ratio >= 0.0),
        better,
    }
}

/// The arithmetic mean of finite values, in their unit; `None` of none.
pub fn mean(values: &[f64]) -> Option<f64> {
    // scaled first, so that a sum of huge values stays finite
    let n = values.len() as f64;
    (!values.is_empty()).then(|| values.iter().map(|value| value / n).sum())
}

/// The middle value, or the mean of the two middle ones; `None` of none.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values.to_vec(), |value| *value);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some(lower / 2.0 + upper / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;

    fn quantity(text: &str) -> Quantity {
        notation::parse(text).unwrap().quantity(None)
    }

    #[test]
    fn a_gap_in_all_its_forms() {
        let gap = gap(&quantity("15.12%"), &quantity("3.08%"), Polarity::Lower);
        assert!((gap.absolute - 12.04).abs() < 1e-12);
        assert!((gap.ratio.unwrap() - 4.909090909090909).abs() < 1e-12);
        assert_eq!(gap.better, Some(false));
    }

    #[test]
    fn a_qualifier_widens_the_gap() {
        let gap = gap(&quantity("超850亿元"), &quantity("800亿元"), Polarity::Higher);
        assert_eq!((gap.absolute, gap.range), (50.0, (50.0, 60.0)));
        let both = super::gap(&quantity("约850亿元"), &quantity("近800亿元"), Polarity::Higher);
        assert_eq!((both.absolute, both.range), (50.0, (45.0, 155.0)));
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        let gap = gap(&quantity("5家"), &quantity("0家"), Polarity::Higher);
        assert_eq!((gap.relative, gap.ratio), (None, None));
    }

    #[test]
    fn who_is_better() {
        let check = |own: &str, other: &str, polarity, expect| {
            assert_eq!(gap(&quantity(own), &quantity(other), polarity).better, expect, "{own} {other} {polarity:?}");
        };
        for (own, higher, lower) in [("5%", Some(true), Some(false)), ("3%", Some(false), Some(true)), ("4%", None, None)] {
            check(own, "4%", Polarity::Higher, higher);
            check(own, "4%", Polarity::Lower, lower);
            check(own, "4%", Polarity::None, None);
        }
        let best = Polarity::Nearest(6.0);
        check("5%", "4%", best, Some(true));
        check("9%", "4%", best, Some(false));
        check("7%", "4%", best, Some(true));
        // as far from the best, on the other side
        check("8%", "4%", best, None);
        check("4%", "4%", best, None);
    }

    #[test]
    fn shares_of_the_other_figure() {
        let check = |own: f64, other: f64, expect: (f64, Option<f64>, Option<f64>)| {
            let figure = |value| Quantity::exact(value, 0, crate::dataset::Unit::PERCENT).unwrap();
            let gap = gap(&figure(own), &figure(other), Polarity::Higher);
            assert_eq!((gap.absolute, gap.relative, gap.ratio), expect, "{own} {other}");
        };
        check(15.0, 10.0, (5.0, Some(0.5), Some(1.5)));
        check(0.0, 10.0, (-10.0, Some(-1.0), Some(0.0)));
        // a share of the size, so that its sign tells which is larger; no multiple of the opposite
        check(5.0, -10.0, (15.0, Some(1.5), None));
        check(-15.0, -10.0, (-5.0, Some(-0.5), Some(1.5)));
        check(0.0, 0.0, (0.0, None, None));
        check(1.5e308, 1e-300, (1.5e308, None, None));
    }

    #[test]
    fn middles() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[5.0, 1.0, 4.0, 2.0, 3.0]), Some(3.0));
        assert_eq!((median(&[2.0, 1.0]), median(&[7.0])), (Some(1.5), Some(7.0)));
        assert_eq!(median(&[]), None);
        assert_eq!(mean(&[1.0, 2.0, 6.0]), Some(3.0));
        assert!(mean(&[f64::MAX, f64::MAX]).unwrap().is_finite());
    }
}
