//! A target split among zones, so that the parts add up to the whole in its last published decimal.

use crate::{
    dataset::decimal::{decimal, power_of_ten},
    order::ascending,
};

/// By what a total is split. One entry a zone, in the order of the parts.
#[derive(Clone, PartialEq, Debug)]
pub enum Rule {
    /// In proportion to these weights, such as last year's output. None is below zero, and one at least is above it. All zones
    /// then grow at the same rate.
    Share(Vec<f64>),
    /// In proportion to where each zone would be: its base times 1 + its own growth rate. A zone that grows faster takes on more.
    Growth(Vec<Grower>),
    /// The same for each of so many.
    Equal(usize),
}

/// A zone with the growth it is to have.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Grower {
    /// Its present value; not below zero.
    pub base: f64,
    /// Its growth over the span, as a fraction; not below −1.
    pub rate: f64,
}

/// A total in parts.
#[derive(Clone, PartialEq, Debug)]
pub struct Split {
    /// The total, rounded to its last published decimal.
    pub total: f64,
    /// The decimals all parts have.
    pub decimals: u8,
    /// One part a zone.
    pub parts: Vec<Part>,
}

/// A zone's part.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part {
    /// In the total's unit.
    pub value: f64,
    /// The same in units of the last decimal; these add up to the total exactly.
    pub units: i64,
    /// What the rule gives before rounding.
    pub exact: f64,
}

/// Why there is no split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoSplit {
    /// There is no zone.
    NoZones,
    /// A number is not finite.
    NotFinite,
    /// A weight or base is below zero, a rate below −1, or they add up to nothing.
    Weights,
    /// The total has more digits than a double holds.
    TooLarge,
}

/// Weights as whole numbers stay below this, so that their product with a total fits 128 bits.
const WEIGHT_LIMIT: f64 = (1_u64 << 52) as f64;
/// More zones than there are counties.
const ZONE_LIMIT: usize = 10_000;

/// Splits a total with so many decimals by a rule, by largest remainders (Hamilton's method): each zone gets its exact part
/// rounded down to the last decimal, and the units left go to the largest remainders, of equal ones to the zone named first.
/// No other parts with the same sum are nearer to the exact ones. A total below zero is split as its size. Weights that are
/// decimals are compared exactly.
///
/// ```
/// use duibiao::trajectory::{Rule, split};
///
/// let split = split(2000.0, 0, &Rule::Share(vec![1.0, 1.0, 1.0])).unwrap();
/// assert_eq!(split.parts.iter().map(|part| part.units).collect::<Vec<_>>(), [667, 667, 666]);
/// ```
///
/// # Errors
/// See [`NoSplit`].
pub fn split(total: f64, decimals: u8, rule: &Rule) -> Result<Split, NoSplit> {
    if !total.is_finite() {
        return Err(NoSplit::NotFinite);
    }
    let decimals = decimals.min(15);
    let power = power_of_ten(decimals);
    let units = f64::round(total.abs() * power);
    if units >= WEIGHT_LIMIT {
        return Err(NoSplit::TooLarge);
    }
    let weights = whole(&weights(rule)?)?;
    let sum: i128 = weights.iter().sum();
    if sum <= 0 {
        return Err(NoSplit::Weights);
    }
    let mut floors = Vec::new();
    let mut remainders = Vec::new();
    for weight in &weights {
        let product = units as i128 * weight;
        floors.push((product / sum) as i64);
        remainders.push(product % sum);
    }
    let mut left = units as i64 - floors.iter().sum::<i64>();
    for position in by_remainder(&remainders) {
        if left == 0 {
            break;
        }
        if let Some(floor) = floors.get_mut(position) {
            *floor += 1;
            left -= 1;
        }
    }
    let sign = if total < 0.0 { -1 } else { 1 };
    let mut parts = Vec::new();
    for (units_of, weight) in floors.into_iter().zip(&weights) {
        let exact = f64::from(sign) * (units / power) * (*weight as f64 / sum as f64);
        let signed = i64::from(sign) * units_of;
        parts.push(Part { value: signed as f64 / power, units: signed, exact });
    }
    Ok(Split { total: f64::from(sign) * units / power, decimals, parts })
}

fn weights(rule: &Rule) -> Result<Vec<f64>, NoSplit> {
    let weights: Vec<f64> = match rule {
        Rule::Share(weights) => weights.clone(),
        Rule::Growth(growers) => {
            let mut weights = Vec::new();
            for grower in growers {
                if grower.base < 0.0 || grower.rate < -1.0 {
                    return Err(NoSplit::Weights);
                }
                weights.push(grower.base * (1.0 + grower.rate));
            }
            weights
        }
        Rule::Equal(zones) => vec![1.0; (*zones).min(ZONE_LIMIT + 1)],
    };
    match weights.len() {
        0 => return Err(NoSplit::NoZones),
        zones if zones > ZONE_LIMIT => return Err(NoSplit::TooLarge),
        _ => {}
    }
    if !weights.iter().all(|weight| weight.is_finite()) {
        return Err(NoSplit::NotFinite);
    }
    if weights.iter().any(|weight| *weight < 0.0) {
        return Err(NoSplit::Weights);
    }
    Ok(weights)
}

/// Weights as whole numbers: decimals on their common last place where that fits, else in 2⁵² parts of the largest.
fn whole(weights: &[f64]) -> Result<Vec<i128>, NoSplit> {
    if let Some(whole) = on_one_place(weights) {
        return Ok(whole);
    }
    let largest = weights.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return Err(NoSplit::Weights);
    }
    Ok(weights.iter().map(|weight| f64::round(weight / largest * WEIGHT_LIMIT) as i128).collect())
}

fn on_one_place(weights: &[f64]) -> Option<Vec<i128>> {
    let mut places = 0;
    for weight in weights {
        places = decimal(*weight)?.1.max(places);
    }
    let mut whole = Vec::new();
    for weight in weights {
        let (digits, decimals) = decimal(*weight)?;
        let scaled = digits as i128 * 10_i128.pow(u32::from(places - decimals));
        if scaled > 1 << 60 {
            return None;
        }
        whole.push(scaled);
    }
    Some(whole)
}

/// Positions from the largest remainder to the smallest, equal ones in order. Remainders have more digits than a double holds,
/// but fewer than two: they stay below the sum of [`ZONE_LIMIT`] weights of 2⁶⁰.
fn by_remainder(remainders: &[i128]) -> Vec<usize> {
    const PART: u32 = 40;
    let lower = |value: i128| (value & ((1 << PART) - 1)) as f64;
    let upper = |value: i128| (value >> PART) as f64;
    let mut order: Vec<usize> = (0..remainders.len()).collect();
    // two stable passes, the less significant part first
    for part in [&lower as &dyn Fn(i128) -> f64, &upper] {
        let keys = order.iter().map(|position| -remainders.get(*position).map_or(0.0, |remainder| part(*remainder))).collect();
        order = ascending(keys).into_iter().filter_map(|place| order.get(place).copied()).collect();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(total: f64, decimals: u8, rule: Rule, expect: &[f64]) {
        let found: Vec<f64> = split(total, decimals, &rule).unwrap().parts.iter().map(|part| part.value).collect();
        assert_eq!(found, expect, "{total} {rule:?}");
    }

    #[test]
    fn by_each_rule() {
        check(100.0, 0, Rule::Share(vec![47.0, 16.0, 15.9, 12.0, 6.0, 3.1]), &[47.0, 16.0, 16.0, 12.0, 6.0, 3.0]);
        check(10.0, 0, Rule::Equal(3), &[4.0, 3.0, 3.0]);
        check(1.0, 1, Rule::Equal(3), &[0.4, 0.3, 0.3]);
        check(-10.0, 0, Rule::Equal(3), &[-4.0, -3.0, -3.0]);
        check(0.0, 2, Rule::Equal(2), &[0.0, 0.0]);
        let zone = |base, rate| Grower { base, rate };
        check(360.0, 0, Rule::Growth(vec![zone(100.0, 0.2), zone(100.0, 0.4), zone(100.0, 0.0)]), &[120.0, 140.0, 100.0]);
        check(5.0, 0, Rule::Share(vec![0.0, 1.0]), &[0.0, 5.0]);
        check(1.0, 0, Rule::Share(vec![0.1, 0.3, 0.3, 0.3]), &[0.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn refused() {
        assert_eq!(split(1.0, 0, &Rule::Equal(0)), Err(NoSplit::NoZones));
        assert_eq!(split(1.0, 0, &Rule::Share(vec![0.0, 0.0])), Err(NoSplit::Weights));
        assert_eq!(split(1.0, 0, &Rule::Share(vec![-1.0, 3.0])), Err(NoSplit::Weights));
        assert_eq!(split(f64::NAN, 0, &Rule::Equal(1)), Err(NoSplit::NotFinite));
        assert_eq!(split(1e300, 0, &Rule::Equal(1)), Err(NoSplit::TooLarge));
        assert_eq!(split(1.0, 0, &Rule::Share(vec![f64::INFINITY])), Err(NoSplit::NotFinite));
        assert_eq!(split(1.0, 0, &Rule::Equal(usize::MAX)), Err(NoSplit::TooLarge));
        let grown = |base, rate| split(1.0, 0, &Rule::Growth(vec![Grower { base, rate }, Grower { base: 1.0, rate: 0.0 }])).err();
        assert_eq!([grown(-1.0, 0.0), grown(1.0, -1.1), grown(-1.0, -2.0)], [Some(NoSplit::Weights); 3]);
        // though it comes to nothing
        assert_eq!([grown(-1.0, -1.0), grown(0.0, -2.0)], [Some(NoSplit::Weights); 2]);
        // a zone that starts from nothing, or is to come to it, gets nothing
        assert_eq!([grown(0.0, 0.5), grown(1.0, -1.0)], [None, None]);
    }

    #[test]
    fn as_large_as_doubles_and_counties_allow() {
        let units = |total, rule: &Rule| split(total, 0, rule).map(|split| split.parts.first().map(|part| part.units));
        let largest = 4_503_599_627_370_495.0;
        assert_eq!(units(largest, &Rule::Equal(1)), Ok(Some(4_503_599_627_370_495)));
        assert_eq!(units(largest + 1.0, &Rule::Equal(1)), Err(NoSplit::TooLarge));
        assert_eq!(units(20_000.0, &Rule::Equal(10_000)), Ok(Some(2)));
        assert_eq!(units(20_000.0, &Rule::Equal(10_001)), Err(NoSplit::TooLarge));
        assert_eq!(units(20_000.0, &Rule::Share(vec![1.0; 10_001])), Err(NoSplit::TooLarge));
    }

    #[test]
    fn the_total_is_what_the_parts_are_of() {
        let check = |total, decimals, expect: (f64, u8)| {
            let split = split(total, decimals, &Rule::Equal(4)).unwrap();
            assert_eq!((split.total, split.decimals), expect);
            for part in split.parts {
                assert!((part.exact - expect.0 / 4.0).abs() < 1e-12, "{part:?} of {expect:?}");
            }
        };
        check(10.04, 1, (10.0, 1));
        check(-10.06, 1, (-10.1, 1));
        check(3.0, 0, (3.0, 0));
        check(1.0, 99, (1.0, 15));
        let nothing = split(0.0, 0, &Rule::Equal(1)).unwrap();
        assert!(nothing.total.is_sign_positive() && nothing.parts[0].exact.is_sign_positive());
        let zones = split(-3.0, 0, &Rule::Share(vec![1.0, 3.0])).unwrap();
        assert_eq!([0, 1].map(|zone: usize| (zones.parts[zone].units, zones.parts[zone].exact)), [(-1, -0.75), (-2, -2.25)]);
    }

    #[test]
    fn weights_with_more_digits_than_their_sum_could_hold() {
        // no decimal at all, and decimals of which the common last place is out of reach
        check(9.0, 0, Rule::Share(vec![1.0 / 3.0, 2.0 / 3.0]), &[3.0, 6.0]);
        check(4.0, 0, Rule::Share(vec![0.0, 1.0 / 3.0]), &[0.0, 4.0]);
        check(4.0, 0, Rule::Share(vec![1e-9, 3e12, 1e12]), &[0.0, 3.0, 1.0]);
        check(4e15, 0, Rule::Share(vec![1e-15, 1e15]), &[0.0, 4e15]);
    }

    #[test]
    fn remainders_are_compared_to_the_last_digit() {
        let (upper, largest) = (1 << 40, 10_000 << 60);
        assert_eq!(by_remainder(&[1, upper, largest - 2, largest - 1, upper + 1, 2 * upper, 1]), [3, 2, 5, 4, 1, 0, 6]);
        assert_eq!(by_remainder(&[(1 << 73) - 1, 1 << 73]), [1, 0]);
    }

    proptest! {
        #[test]
        fn remainders_from_the_largest(parts in proptest::collection::vec((0i128..3, 0i128..3), 0..9)) {
            let remainders: Vec<i128> = parts.iter().map(|(upper, lower)| (upper << 40) + lower).collect();
            let mut expect: Vec<usize> = (0..remainders.len()).collect();
            expect.sort_by_key(|position| core::cmp::Reverse(remainders[*position]));
            prop_assert_eq!(by_remainder(&remainders), expect);
        }

        #[test]
        fn parts_add_up_and_none_could_be_nearer(total in -1e9f64..1e9, decimals in 0u8..4, weights in proptest::collection::vec(0.0f64..1e6, 1..20)) {
            prop_assume!(weights.iter().any(|weight| *weight > 0.0));
            let split = split(total, decimals, &Rule::Share(weights)).unwrap();
            let units = f64::round(total.abs() * power_of_ten(decimals)) * total.signum();
            prop_assert_eq!(split.parts.iter().map(|part| part.units).sum::<i64>() as f64, units);
            let step = 1.0 / power_of_ten(decimals);
            let (mut most, mut least) = (f64::NEG_INFINITY, f64::INFINITY);
            for part in &split.parts {
                prop_assert!((part.value - part.exact).abs() < step * (1.0 + 1e-6), "{:?}", part);
                most = most.max(part.value - part.exact);
                least = least.min(part.value - part.exact);
            }
            // moving one unit from the part most above its exact one to the part most below brings nothing
            prop_assert!(most - least <= step * (1.0 + 1e-6) + 1e-12 * total.abs());
        }

        #[test]
        fn any_input_gives_a_split_or_a_reason(total in any::<f64>(), decimals in any::<u8>(), weights in proptest::collection::vec(any::<f64>(), 0..6),
                rate in any::<f64>()) {
            let growers = weights.iter().map(|base| Grower { base: *base, rate }).collect();
            for rule in [Rule::Growth(growers), Rule::Share(weights.clone()), Rule::Equal(weights.len())] {
                if let Ok(split) = split(total, decimals, &rule) {
                    prop_assert!(split.parts.iter().all(|part| part.value.is_finite() && part.exact.is_finite()));
                    let sum: i64 = split.parts.iter().map(|part| part.units).sum();
                    // divided as the total is: a product of 16 digits would be inexact
                    prop_assert_eq!(sum as f64 / power_of_ten(split.decimals), split.total);
                }
            }
        }
    }
}
