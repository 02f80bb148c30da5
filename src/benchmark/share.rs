//! Parts of a total, and how concentrated they are.
//!
//! HHI: Hirschman (1945), Herfindahl (1950). Concentration ratio CRn: the joint share of the n largest. Location
//! quotient: Haig (1926), Florence (1939).

use super::interval::Interval;
use crate::{
    dataset::{Quantity, Unit},
    order::sorted,
};

/// Why there is no share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoShare {
    /// There is nothing to divide.
    Empty,
    /// A value is below zero, at this position: parts of a whole are not.
    Negative(usize),
    /// The figure at this position is in a unit that does not convert to the first one's.
    Unit(usize),
    /// The total, or a divisor, is zero or may be.
    ZeroTotal,
    /// A number is not finite, or would not be.
    NotFinite,
}

/// How an index of concentration is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HhiScale {
    /// Shares as fractions: from 1/n to 1.
    Fraction,
    /// Shares in per cent, as competition authorities write it: from 10,000/n to 10,000.
    Points,
    /// (H − 1/n) ÷ (1 − 1/n): from 0 to 1 whatever n; 1 of one part.
    Normalised,
}

/// The share of each figure in the sum of all, as a fraction of one.
///
/// The bounds follow from the published qualifiers: a share is least where the part is least and all others are
/// most. A bound below zero of a figure that is not (约0) counts as zero. Points sum to one.
///
/// # Errors
/// [`NoShare`]: of none, of a value below zero, of figures that do not convert, of a total of zero.
///
/// ```
/// use duibiao::{benchmark::shares, dataset::notation};
/// let figures = ["超30亿元", "50亿元"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let shares = shares(&figures.iter().collect::<Vec<_>>()).unwrap();
/// assert_eq!((shares[0].point, shares[0].high), (0.375, 40.0 / 90.0));
/// ```
pub fn shares(figures: &[&Quantity]) -> Result<Vec<Interval>, NoShare> {
    let unit = figures.first().ok_or(NoShare::Empty)?.unit();
    let mut parts = Vec::new();
    let mut largest = 0.0_f64;
    for (position, figure) in figures.iter().enumerate() {
        let part = bounds(figure, unit).ok_or(NoShare::Unit(position))?;
        if part.0 < 0.0 {
            return Err(NoShare::Negative(position));
        }
        largest = largest.max(part.2);
        parts.push((part.0, part.1.max(0.0), part.2));
    }
    if parts.iter().all(|part| part.0 == 0.0) {
        return Err(NoShare::ZeroTotal);
    }
    // a sum of huge values must stay finite, and one of tiny ones keep its digits
    let scale = if (1e-200..1e200).contains(&largest) { 1.0 } else { largest };
    for part in &mut parts {
        *part = (part.0 / scale, part.1 / scale, part.2 / scale);
    }
    let total: f64 = parts.iter().map(|part| part.0).sum();
    if total == 0.0 {
        return Err(NoShare::ZeroTotal);
    }
    let mut shares = Vec::new();
    for (position, part) in parts.iter().enumerate() {
        let rest = |end: fn(&(f64, f64, f64)) -> f64| -> f64 {
            parts.iter().enumerate().filter(|(other, _)| *other != position).map(|(_, part)| end(part)).sum()
        };
        let low = part_of(part.1, rest(|part| part.2));
        let high = part_of(part.2, rest(|part| part.1));
        shares.push(Interval::new(part.0 / total, low, high).ok_or(NoShare::NotFinite)?);
    }
    Ok(shares)
}

/// A part of itself and the rest; nothing is no part of nothing.
fn part_of(part: f64, rest: f64) -> f64 {
    if part == 0.0 { 0.0 } else { part / (part + rest) }
}

/// The Herfindahl–Hirschman index of figures, Σ sᵢ², under a scale.
///
/// Its bounds enclose what the qualifiers leave possible, and may be wider than that: each share is taken at its
/// own least and most.
///
/// # Errors
/// As [`shares`]: negative values have no shares and no index.
///
/// ```
/// use duibiao::{benchmark::{HhiScale, hhi}, dataset::{Quantity, Unit}};
/// let figures = [50.0, 30.0, 20.0].map(|value| Quantity::exact(value, 0, Unit::BARE).unwrap());
/// let figures: Vec<&Quantity> = figures.iter().collect();
/// assert!((hhi(&figures, HhiScale::Points).unwrap().point - 3800.0).abs() < 1e-9);
/// ```
pub fn hhi(figures: &[&Quantity], scale: HhiScale) -> Result<Interval, NoShare> {
    let shares = shares(figures)?;
    let least = 1.0 / shares.len() as f64;
    let sum = |end: fn(&Interval) -> f64| -> f64 {
        let sum: f64 = shares.iter().map(|share| end(share) * end(share)).sum();
        // rounding, and shares taken at their bounds, may pass what an index can be
        sum.max(least).min(1.0)
    };
    let scaled = |index: f64| match scale {
        HhiScale::Fraction => index,
        HhiScale::Points => index * 10_000.0,
        HhiScale::Normalised if least < 1.0 => (index - least) / (1.0 - least),
        HhiScale::Normalised => 1.0,
    };
    let (point, low, high) = (sum(|share| share.point), sum(|share| share.low), sum(|share| share.high));
    Interval::new(scaled(point), scaled(low), scaled(high)).ok_or(NoShare::NotFinite)
}

/// The concentration ratio CRn: the joint share of the `n` largest figures, as a fraction of one; 1 where there are
/// no more than `n`, 0 for `n` = 0. The bounds enclose what the qualifiers leave possible.
///
/// # Errors
/// As [`shares`].
///
/// ```
/// use duibiao::{benchmark::concentration_ratio, dataset::{Quantity, Unit}};
/// let figures = [50.0, 30.0, 20.0].map(|value| Quantity::exact(value, 0, Unit::BARE).unwrap());
/// assert!((concentration_ratio(&figures.iter().collect::<Vec<_>>(), 2).unwrap().point - 0.8).abs() < 1e-12);
/// ```
pub fn concentration_ratio(figures: &[&Quantity], n: usize) -> Result<Interval, NoShare> {
    let shares = shares(figures)?;
    if n >= shares.len() {
        return Interval::new(1.0, 1.0, 1.0).ok_or(NoShare::NotFinite);
    }
    let top = |end: fn(&Interval) -> f64| -> f64 {
        let ordered = sorted(shares.iter().map(end).collect(), |share| -*share);
        ordered.iter().take(n).sum::<f64>().min(1.0)
    };
    Interval::new(top(|share| share.point), top(|share| share.low), top(|share| share.high)).ok_or(NoShare::NotFinite)
}

/// What a location quotient is made of: one industry and the whole, here and in the area looked at for comparison.
#[derive(Clone, Copy, Debug)]
pub struct Specialisation<'q> {
    /// The industry in the place.
    pub part: &'q Quantity,
    /// All industries in the place.
    pub whole: &'q Quantity,
    /// The industry in the area of reference.
    pub reference_part: &'q Quantity,
    /// All industries in the area of reference.
    pub reference_whole: &'q Quantity,
}

/// The location quotient: the share of a part here ÷ its share in the area of reference. Above 1 the place is
/// specialised in it. The bounds take the four figures as independent and so enclose what is possible.
///
/// # Errors
/// [`NoShare::Negative`] with the position of the figure (in the order of the fields), [`NoShare::Unit`] where a part
/// does not convert to its whole, [`NoShare::ZeroTotal`] where a divisor is or may be zero.
///
/// ```
/// use duibiao::{benchmark::{Specialisation, location_quotient}, dataset::notation};
/// let [part, whole, reference_part, reference_whole] =
///     ["30亿元", "100亿元", "2000亿元", "10000亿元"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let figures = Specialisation { part: &part, whole: &whole, reference_part: &reference_part, reference_whole: &reference_whole };
/// assert!((location_quotient(figures).unwrap().point - 1.5).abs() < 1e-12);
/// ```
pub fn location_quotient(figures: Specialisation<'_>) -> Result<Interval, NoShare> {
    let all = [figures.part, figures.whole, figures.reference_part, figures.reference_whole];
    if let Some(position) = all.iter().position(|figure| figure.value() < 0.0) {
        return Err(NoShare::Negative(position));
    }
    let local = ratio(figures.part, figures.whole).map_err(|reason| at(reason, 0))?;
    let reference = ratio(figures.reference_part, figures.reference_whole).map_err(|reason| at(reason, 2))?;
    let ends = |interval: Interval| (interval.point, interval.low, interval.high);
    if reference.low <= 0.0 {
        return Err(NoShare::ZeroTotal);
    }
    Interval::quotient(ends(local), ends(reference)).ok_or(NoShare::NotFinite)
}

fn at(reason: NoShare, position: usize) -> NoShare {
    if matches!(reason, NoShare::Unit(_)) { NoShare::Unit(position) } else { reason }
}

fn ratio(part: &Quantity, whole: &Quantity) -> Result<Interval, NoShare> {
    let part = bounds(part, whole.unit()).ok_or(NoShare::Unit(0))?;
    if whole.low() <= 0.0 {
        return Err(NoShare::ZeroTotal);
    }
    let part = (part.0, part.1.max(0.0), part.2);
    Interval::quotient(part, (whole.value(), whole.low(), whole.high())).ok_or(NoShare::NotFinite)
}

/// Value and bounds in a unit.
fn bounds(figure: &Quantity, unit: Unit) -> Option<(f64, f64, f64)> {
    let figure = figure.in_unit(unit)?;
    Some((figure.value(), figure.low(), figure.high()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;
    use proptest::prelude::*;

    fn quantities(texts: &[&str]) -> Vec<Quantity> {
        texts.iter().map(|text| notation::parse(text).unwrap().quantity(None)).collect()
    }

    fn check(texts: &[&str], expect: Result<&[(f64, f64, f64)], NoShare>) {
        let quantities = quantities(texts);
        let found = shares(&quantities.iter().collect::<Vec<_>>());
        let found = found.map(|shares| shares.iter().map(|share| (share.point, share.low, share.high)).collect::<Vec<_>>());
        assert_eq!(found, expect.map(<[_]>::to_vec), "{texts:?}");
    }

    #[test]
    fn shares_of_a_total() {
        check(&["3家", "1家"], Ok(&[(0.75, 0.75, 0.75), (0.25, 0.25, 0.25)]));
        check(&["3亿元", "10000万元"], Ok(&[(0.75, 0.75, 0.75), (0.25, 0.25, 0.25)]));
        check(&["7家"], Ok(&[(1.0, 1.0, 1.0)]));
        check(&["0家", "4家"], Ok(&[(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)]));
        check(&[], Err(NoShare::Empty));
        check(&["0家", "0家"], Err(NoShare::ZeroTotal));
        check(&["3家", "-1家"], Err(NoShare::Negative(1)));
        check(&["3家", "1亿元"], Err(NoShare::Unit(1)));
        check(&["3万美元", "1亿元"], Err(NoShare::Unit(1)));
    }

    #[test]
    fn a_qualifier_widens_every_share() {
        check(&["超30家", "10家"], Ok(&[(0.75, 0.75, 0.8), (0.25, 0.2, 0.25)]));
    }

    #[test]
    fn an_index_on_each_scale() {
        let quantities = quantities(&["50家", "30家", "20家"]);
        let found = |scale| hhi(&quantities.iter().collect::<Vec<_>>(), scale).unwrap().point;
        let near = |found: f64, expect: f64| assert!((found / expect - 1.0).abs() < 1e-12, "{found}, not {expect}");
        near(found(HhiScale::Fraction), 0.38);
        near(found(HhiScale::Points), 3800.0);
        near(found(HhiScale::Normalised), (0.38 - 1.0 / 3.0) * 1.5);
    }

    #[test]
    fn values_of_any_size_have_the_same_shares() {
        for scale in [1e-300, 1e-250, 1.0, 1e250, 1e307] {
            let figure = |value: f64, low: f64, high: f64| {
                Quantity::exact(value * scale, 0, Unit::BARE).unwrap().with_bounds(low * scale, high * scale).unwrap()
            };
            let figures = [figure(3.0, 2.0, 4.0), figure(5.0, 4.0, 6.0)];
            let found = shares(&figures.iter().collect::<Vec<_>>()).unwrap();
            for (found, expect) in found.iter().zip([(0.375, 0.25, 0.5), (0.625, 0.5, 0.75)]) {
                let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
                assert!(near(found.point, expect.0) && near(found.low, expect.1) && near(found.high, expect.2), "{scale}: {found:?}");
            }
        }
    }

    #[test]
    fn an_index_of_negative_values_is_refused() {
        let quantities = quantities(&["3家", "-1家"]);
        let figures: Vec<&Quantity> = quantities.iter().collect();
        assert_eq!(hhi(&figures, HhiScale::Fraction), Err(NoShare::Negative(1)));
        assert_eq!(concentration_ratio(&figures, 1), Err(NoShare::Negative(1)));
    }

    #[test]
    fn one_part_is_wholly_concentrated() {
        let quantities = quantities(&["3家"]);
        for (scale, expect) in [(HhiScale::Fraction, 1.0), (HhiScale::Points, 10_000.0), (HhiScale::Normalised, 1.0)] {
            assert_eq!(hhi(&quantities.iter().collect::<Vec<_>>(), scale).unwrap().point, expect);
        }
    }

    #[test]
    fn a_quotient_without_a_divisor() {
        let check = |texts: [&str; 4], expect: Result<f64, NoShare>| {
            let figures = quantities(&texts);
            let [part, whole, reference_part, reference_whole] = figures.as_slice() else { panic!() };
            let found = location_quotient(Specialisation { part, whole, reference_part, reference_whole });
            assert_eq!(found.map(|found| found.point), expect, "{texts:?}");
        };
        check(["5家", "10家", "25家", "100家"], Ok(2.0));
        check(["0家", "10家", "25家", "100家"], Ok(0.0));
        check(["5家", "0家", "25家", "100家"], Err(NoShare::ZeroTotal));
        check(["5家", "10家", "0家", "100家"], Err(NoShare::ZeroTotal));
        check(["5家", "10家", "25家", "100亿元"], Err(NoShare::Unit(2)));
        check(["5家", "-10家", "25家", "100家"], Err(NoShare::Negative(1)));
    }

    fn any_quantity() -> impl Strategy<Value = Quantity> {
        (prop_oneof![any::<f64>(), -10.0..1000.0, Just(0.0)], 0.0..50.0, 0.0..50.0).prop_filter_map("finite", |(value, below, above)| {
            let point = Quantity::exact(value, 2, Unit::PERCENT)?;
            point.with_bounds(value - below, value + above).or(Some(point))
        })
    }

    proptest! {
        #[test]
        fn shares_sum_to_one_and_the_index_stays_in_its_range(figures in prop::collection::vec(any_quantity(), 0..12), n in 0usize..14) {
            let figures: Vec<&Quantity> = figures.iter().collect();
            let Ok(shares) = shares(&figures) else { return Ok(()) };
            let sum: f64 = shares.iter().map(|share| share.point).sum();
            prop_assert!((sum - 1.0).abs() < 1e-12);
            for share in &shares {
                prop_assert!(0.0 <= share.low && share.low <= share.point && share.point <= share.high && share.high <= 1.0);
            }
            let index = hhi(&figures, HhiScale::Fraction).unwrap();
            let least = 1.0 / shares.len() as f64;
            prop_assert!(least <= index.low && index.low <= index.point && index.point <= index.high && index.high <= 1.0);
            let top = concentration_ratio(&figures, n).unwrap();
            prop_assert!(0.0 <= top.low && top.low <= top.point && top.point <= top.high && top.high <= 1.0);
        }

        #[test]
        fn any_quotient_is_finite_or_refused(figures in prop::array::uniform4(any_quantity())) {
            let [part, whole, reference_part, reference_whole] = &figures;
            if let Ok(found) = location_quotient(Specialisation { part, whole, reference_part, reference_whole }) {
                prop_assert!(found.low.is_finite() && found.low <= found.point && found.point <= found.high && found.high.is_finite());
            }
        }
    }
}
