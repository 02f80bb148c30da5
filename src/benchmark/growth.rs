//! Growth against a reference, and the base that a growth rate grew from.

use super::interval::{Certainty, Interval};
use crate::dataset::{Dimension, Month, Period, Quantity, Unit};

/// Why nothing follows from a growth rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoGrowth {
    /// The rate is in a unit that is no rate (%, ‰, 成, 倍).
    Rate,
    /// The lead is not in percentage points: a lead in per cent could be of the rate or of the value.
    Lead,
    /// The rate is −100 % or less, or may be: no base leads to such a value.
    Vanished,
    /// A number would not be finite.
    NotFinite,
}

/// How a figure stated without a qualifier is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// As exactly the number stated: the convention for published figures elsewhere.
    AsStated,
    /// As rounded to its last digit: within half a step on either side.
    Rounded,
}

/// The growth of the reference (全国, 全省) that an own growth and a stated lead over it give back: own − lead.
///
/// `own` is a rate, `lead` is in percentage points, above zero where the own growth is the faster (高于全国31.69个百分点).
/// The result is in the own rate's unit, with bounds where either figure has them.
///
/// # Errors
/// [`NoGrowth::Rate`], [`NoGrowth::Lead`], [`NoGrowth::NotFinite`].
///
/// ```
/// use duibiao::{benchmark::reference_growth, dataset::notation};
/// let [own, lead] = ["28.89%", "31.69个百分点"].map(|text| notation::parse(text).unwrap().quantity(None));
/// assert_eq!(reference_growth(&own, &lead).unwrap().value(), -2.8);
/// ```
pub fn reference_growth(own: &Quantity, lead: &Quantity) -> Result<Quantity, NoGrowth> {
    if own.unit().dimension() != Dimension::Share {
        return Err(NoGrowth::Rate);
    }
    if lead.unit().dimension() != Dimension::PercentagePoint {
        return Err(NoGrowth::Lead);
    }
    // a percentage point is a hundredth of the whole; the own unit may be another part of it
    let convert = |points: f64| Unit::PERCENT.convert(points, own.unit()).ok_or(NoGrowth::NotFinite);
    let decimals = own.decimals().max(lead.decimals());
    let mut value = own.value() - convert(lead.value())?;
    if own.unit() == Unit::PERCENT {
        value = rounded(value, decimals);
    }
    let (low, high) = match own.is_exact() && lead.is_exact() {
        true => (value, value),
        false => (own.low() - convert(lead.high())?, own.high() - convert(lead.low())?),
    };
    let bounds = Interval::new(value, low, high).ok_or(NoGrowth::NotFinite)?;
    computed(bounds, decimals, own.unit()).ok_or(NoGrowth::NotFinite)
}

/// When a base is small enough for the growth from it to say little.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum SmallBase {
    /// The growth is this or more, as a fraction: 1.0 is 增长100%. The usual rule.
    GrowthAtLeast(f64),
    /// The base is no more than this part of the value, in size.
    PartOfValue(f64),
    /// The base is below this in size, in the value's unit: 基数不足…
    Below(f64),
}

/// What a value and its growth say of the base.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GrowthBase {
    /// value ÷ (1 + growth), in the value's unit, with bounds where either figure has them.
    pub base: Interval,
    /// Whether the base is small under the rule.
    pub small: Certainty,
}

/// The base that a value has grown from, computed back: value ÷ (1 + growth). Of a year to date it is that of the
/// same months a year before ([`year_before`]).
///
/// The rate may be a share (增长51.1%) or a multiple (增长1.5倍 is 150 %); what grew *to* a multiple must be
/// converted first. A rule whose limit is not a number warns of nothing.
///
/// # Errors
/// [`NoGrowth::Rate`], [`NoGrowth::Vanished`], [`NoGrowth::NotFinite`].
///
/// ```
/// use duibiao::{benchmark::{Certainty, Reading, SmallBase, growth_base}, dataset::notation};
/// let [value, growth] = ["123家", "1089%"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let found = growth_base(&value, &growth, Reading::AsStated, SmallBase::GrowthAtLeast(1.0)).unwrap();
/// assert!((found.base.point - 10.344827586206897).abs() < 1e-12);
/// assert_eq!(found.small, Certainty::Yes);
/// ```
pub fn growth_base(value: &Quantity, growth: &Quantity, reading: Reading, rule: SmallBase) -> Result<GrowthBase, NoGrowth> {
    let whole = match growth.unit().dimension() {
        Dimension::Share => Unit::FRACTION,
        Dimension::Multiple => Unit::MULTIPLE,
        _ => return Err(NoGrowth::Rate),
    };
    let rate = growth.in_unit(whole).ok_or(NoGrowth::NotFinite)?;
    let (low, high) = ends(&rate, reading);
    let factor = (1.0 + rate.value(), 1.0 + low, 1.0 + high);
    // an open end at −100 % still comes as near to it as one likes
    if factor.1 <= 0.0 {
        return Err(NoGrowth::Vanished);
    }
    let (least, most) = ends(value, reading);
    let base = Interval::quotient((value.value(), least, most), factor).ok_or(NoGrowth::NotFinite)?;
    // the least and the most of its size, whatever its sign
    let sizes = (base.low.max(-base.high).max(0.0), base.high.max(-base.low));
    let small = match rule {
        SmallBase::GrowthAtLeast(limit) => Certainty::of(low >= limit, high >= limit),
        // |base| ÷ |value| is 1 ÷ (1 + growth)
        SmallBase::PartOfValue(part) => Certainty::of(1.0 / factor.1 <= part, 1.0 / factor.2 <= part),
        SmallBase::Below(limit) => Certainty::of(sizes.1 < limit, sizes.0 < limit),
    };
    Ok(GrowthBase { base, small })
}

/// The same period a year before: what a growth rate is measured against. 29 February becomes 28; `None` before 1900,
/// where periods begin.
///
/// ```
/// use duibiao::{benchmark::year_before, dataset::Period};
/// let base = year_before(Period::parse("2023-01/2023-05").unwrap()).unwrap();
/// assert_eq!(base.to_string(), "2022-01/2022-05");
/// ```
pub fn year_before(period: Period) -> Option<Period> {
    let year = |year: u16| year.checked_sub(1).filter(|year| *year >= 1900);
    let month = |month: Month| Some(Month { year: year(month.year)?, month: month.month });
    Some(match period {
        Period::Year(own) => Period::Year(year(own)?),
        Period::Half(own, half) => Period::Half(year(own)?, half),
        Period::Quarter(own, quarter) => Period::Quarter(year(own)?, quarter),
        Period::Month(own) => Period::Month(month(own)?),
        Period::Months(from, to) => Period::Months(month(from)?, month(to)?),
        Period::Day(own, day) if own.month == 2 => Period::Day(month(own)?, day.min(28)),
        Period::Day(own, day) => Period::Day(month(own)?, day),
    })
}

/// A computed figure: exact where nothing is open, else qualified by the side on which it is.
pub(super) fn computed(bounds: Interval, decimals: u8, unit: Unit) -> Option<Quantity> {
    use crate::dataset::Qualifier::{About, AtLeast, AtMost, Exact};
    let qualifier = match (bounds.low < bounds.point, bounds.point < bounds.high) {
        (false, false) => Exact,
        (false, true) => AtLeast,
        (true, false) => AtMost,
        (true, true) => About,
    };
    Quantity::qualified(qualifier, bounds.point, decimals, unit)?.with_bounds(bounds.low, bounds.high)
}

/// A difference of decimals, without the noise of doubles; as it is where it has too many digits for that.
fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = libm::pow(10.0, f64::from(decimals));
    let digits = (value * scale).round();
    if digits.abs() < 9_007_199_254_740_992.0 { digits / scale } else { value }
}

/// The bounds under a reading.
fn ends(figure: &Quantity, reading: Reading) -> (f64, f64) {
    let half = if reading == Reading::Rounded && figure.is_exact() { figure.step() / 2.0 } else { 0.0 };
    (figure.low() - half, figure.high() + half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::notation;
    use proptest::prelude::*;

    fn read(text: &str) -> Quantity {
        notation::parse(text).unwrap().quantity(None)
    }

    #[test]
    fn the_reference_a_lead_gives_back() {
        let check = |own: &str, lead: &str, expect: Result<(f64, f64, f64), NoGrowth>| {
            let found = reference_growth(&read(own), &read(lead));
            assert_eq!(found.map(|found| (found.value(), found.low(), found.high())), expect, "{own} {lead}");
        };
        check("28.89%", "31.69个百分点", Ok((-2.8, -2.8, -2.8)));
        check("28.89%", "30.94个百分点", Ok((-2.05, -2.05, -2.05)));
        check("超8%", "2个百分点", Ok((6.0, 6.0, 7.0)));
        check("8%", "近2个百分点", Ok((6.0, 6.0, 7.0)));
        // both ends are open: the lowest own growth with the widest lead, and the other way round
        check("超12%", "近3个百分点", Ok((9.0, 9.0, 11.0)));
        check("近12%", "超3个百分点", Ok((9.0, 7.0, 9.0)));
        check("8%", "-2个百分点", Ok((10.0, 10.0, 10.0)));
        check("8‰", "0.2个百分点", Ok((6.0, 6.0, 6.0)));
        check("8%", "2%", Err(NoGrowth::Lead));
        check("8亿元", "2个百分点", Err(NoGrowth::Rate));
    }

    #[test]
    fn a_difference_has_the_decimals_of_the_finer() {
        let check = |own: &str, lead: &str, value: f64, decimals: u8| {
            let found = reference_growth(&read(own), &read(lead)).unwrap();
            assert_eq!((found.value(), found.decimals()), (value, decimals), "{own} {lead}");
        };
        check("28.9%", "31.69个百分点", -2.79, 2);
        check("28.89%", "31.6个百分点", -2.71, 2);
        check("8%", "2个百分点", 6.0, 0);
        // more digits than a double holds are left as they are, from 2⁵³ on
        assert_eq!((rounded(0.1 + 0.2, 1), rounded(1e16 / 3.0, 2)), (0.3, 1e16 / 3.0));
        assert_eq!(rounded(900_719_925.474_099_3, 7), 900_719_925.474_099_3);
    }

    #[test]
    fn a_computed_figure_is_qualified_by_the_side_it_is_open_to() {
        use crate::dataset::Qualifier::{About, AtLeast, AtMost, Exact};
        let check = |low, high, expect| {
            let found = computed(Interval { point: 5.0, low, high }, 1, Unit::PERCENT).unwrap();
            assert_eq!((found.qualifier(), found.low(), found.value(), found.high()), (expect, low, 5.0, high));
        };
        check(5.0, 5.0, Exact);
        check(5.0, 6.0, AtLeast);
        check(4.0, 5.0, AtMost);
        check(4.0, 6.0, About);
    }

    fn check_base(value: &str, growth: &str, rule: SmallBase, expect: Result<(f64, f64, f64, Certainty), NoGrowth>) {
        let found = growth_base(&read(value), &read(growth), Reading::AsStated, rule);
        assert_eq!(found.map(|found| (found.base.point, found.base.low, found.base.high, found.small)), expect, "{value} {growth}");
    }

    #[test]
    fn the_base_a_growth_grew_from() {
        let usual = SmallBase::GrowthAtLeast(1.0);
        check_base("150亿元", "50%", usual, Ok((100.0, 100.0, 100.0, Certainty::No)));
        check_base("75亿元", "-25%", usual, Ok((100.0, 100.0, 100.0, Certainty::No)));
        check_base("10亿元", "1.5倍", usual, Ok((4.0, 4.0, 4.0, Certainty::Yes)));
        check_base("10亿元", "100%", usual, Ok((5.0, 5.0, 5.0, Certainty::Yes)));
        check_base("0亿元", "50%", usual, Ok((0.0, 0.0, 0.0, Certainty::No)));
        check_base("-150亿元", "50%", usual, Ok((-100.0, -100.0, -100.0, Certainty::No)));
        check_base("5亿元", "-100%", usual, Err(NoGrowth::Vanished));
        check_base("5亿元", "-120%", usual, Err(NoGrowth::Vanished));
        check_base("5亿元", "20亿元", usual, Err(NoGrowth::Rate));
        check_base("超150亿元", "50%", usual, Ok((100.0, 100.0, 160.0 / 1.5, Certainty::No)));
        check_base("150亿元", "超50%", usual, Ok((100.0, 93.75, 100.0, Certainty::No)));
        check_base("20亿元", "近100%", usual, Ok((10.0, 10.0, 20.0, Certainty::Possible)));
        // as near to −100 % as one likes is too near
        check_base("5亿元", "近-90%", usual, Err(NoGrowth::Vanished));
        check_base("-20亿元", "近100%", usual, Ok((-10.0, -20.0, -10.0, Certainty::Possible)));
    }

    #[test]
    fn small_by_each_rule() {
        let check = |rule, expect| {
            let found = growth_base(&read("10亿元"), &read("300%"), Reading::AsStated, rule).unwrap();
            assert_eq!(found.small, expect, "{rule:?}");
        };
        check(SmallBase::GrowthAtLeast(3.0), Certainty::Yes);
        check(SmallBase::GrowthAtLeast(3.1), Certainty::No);
        check(SmallBase::PartOfValue(0.25), Certainty::Yes);
        check(SmallBase::PartOfValue(0.2), Certainty::No);
        check(SmallBase::Below(2.6), Certainty::Yes);
        check(SmallBase::Below(2.5), Certainty::No);
        check(SmallBase::Below(f64::NAN), Certainty::No);
    }

    #[test]
    fn small_in_size_whatever_its_sign() {
        let check = |low: f64, high: f64, limit, expect| {
            let value = Quantity::exact((low + high) / 2.0, 1, Unit::BARE).unwrap().with_bounds(low, high).unwrap();
            let found = growth_base(&value, &read("100%"), Reading::AsStated, SmallBase::Below(limit)).unwrap();
            assert_eq!((found.base.low, found.base.high, found.small), (low / 2.0, high / 2.0, expect), "{low} {high} {limit}");
        };
        for (low, high) in [(10.0, 20.0), (-20.0, -10.0)] {
            check(low, high, 11.0, Certainty::Yes);
            check(low, high, 10.0, Certainty::Possible);
            check(low, high, 6.0, Certainty::Possible);
            check(low, high, 5.0, Certainty::No);
        }
        // what may be zero is small by any limit, and by how much the larger end tells
        for (low, high) in [(-4.0, 20.0), (-20.0, 4.0)] {
            check(low, high, 1.0, Certainty::Possible);
            check(low, high, 10.0, Certainty::Possible);
            check(low, high, 11.0, Certainty::Yes);
        }
        check(0.0, 20.0, 1.0, Certainty::Possible);
        check(-20.0, 0.0, 1.0, Certainty::Possible);
    }

    #[test]
    fn a_part_of_the_value_that_a_rate_leaves_open() {
        let check = |growth: &str, part, expect| {
            let found = growth_base(&read("10亿元"), &read(growth), Reading::AsStated, SmallBase::PartOfValue(part)).unwrap();
            assert_eq!(found.small, expect, "{growth} {part}");
        };
        // 近300%: from 200 % to 300 %, a third to a quarter of the value
        check("近300%", 0.34, Certainty::Yes);
        check("近300%", 0.3, Certainty::Possible);
        check("近300%", 0.25, Certainty::Possible);
        check("近300%", 0.24, Certainty::No);
    }

    #[test]
    fn only_what_has_no_qualifier_is_rounded() {
        let bounds = |value: &str, growth: &str, reading| {
            let found = growth_base(&read(value), &read(growth), reading, SmallBase::GrowthAtLeast(9.0)).unwrap();
            (found.base.low, found.base.high)
        };
        assert_eq!(bounds("150亿元", "超50%", Reading::AsStated), (93.75, 100.0));
        let (low, high) = bounds("150亿元", "超50%", Reading::Rounded);
        assert!((low - 145.0 / 1.6).abs() < 1e-9 && (high - 155.0 / 1.5).abs() < 1e-9, "{low} {high}");
    }

    #[test]
    fn a_rounded_rate_leaves_the_base_open() {
        let found = growth_base(&read("123家"), &read("236%"), Reading::Rounded, SmallBase::GrowthAtLeast(1.0)).unwrap();
        // 52 stated for the year before would be 137 % and lies far outside
        assert!((found.base.low - 122.5 / 3.365).abs() < 1e-12 && (found.base.high - 123.5 / 3.355).abs() < 1e-12);
    }

    #[test]
    fn a_year_before() {
        let check = |text: &str, expect: Option<&str>| {
            let found = year_before(Period::parse(text).unwrap());
            assert_eq!(found.map(|period| period.to_string()).as_deref(), expect);
        };
        check("2022", Some("2021"));
        check("2023-H1", Some("2022-H1"));
        check("2023-Q4", Some("2022-Q4"));
        check("2023-05", Some("2022-05"));
        check("2024-02-29", Some("2023-02-28"));
        check("2023-05-31", Some("2022-05-31"));
        check("1900", None);
        check("1901", Some("1900"));
        check("1900-12", None);
        check("2024-02-28", Some("2023-02-28"));
        check("2023-02-28", Some("2022-02-28"));
        check("2023-03-29", Some("2022-03-29"));
        check("2023-11/2024-02", Some("2022-11/2023-02"));
    }

    proptest! {
        #[test]
        fn any_figures_have_a_base_or_a_reason(value in any::<f64>(), growth in prop_oneof![any::<f64>(), -200.0..400.0], width in 0.0..99.0, limit in any::<f64>()) {
            let make = |value: f64, unit| {
                let point = Quantity::exact(value, 2, unit)?;
                Some(point.with_bounds(value - width, value + width).unwrap_or(point))
            };
            let (Some(value), Some(growth)) = (make(value, Unit::BARE), make(growth, Unit::PERCENT)) else { return Ok(()) };
            for reading in [Reading::AsStated, Reading::Rounded] {
                for rule in [SmallBase::GrowthAtLeast(limit), SmallBase::PartOfValue(limit), SmallBase::Below(limit)] {
                    let Ok(found) = growth_base(&value, &growth, reading, rule) else { continue };
                    prop_assert!(found.base.low.is_finite() && found.base.low <= found.base.point && found.base.point <= found.base.high && found.base.high.is_finite());
                }
            }
            let lead = Quantity::exact(limit, 2, Unit::PERCENTAGE_POINT);
            if let Some(Ok(found)) = lead.map(|lead| reference_growth(&growth, &lead)) {
                prop_assert!(found.low().is_finite() && found.high().is_finite());
            }
        }
    }
}
