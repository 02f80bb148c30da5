//! One place in a whole comparison: its distances to the first, to a benchmark and to the middle, and its part of the total.

use std::sync::Arc;

use super::{
    comparability::{Comparison, Difference, Standing},
    gap::{Gap, gap, mean, median},
    interval::Interval,
    rank::Rank,
    share::shares,
};
use crate::dataset::{Indicator, Measure, Quantity, Region};

/// Where one place stands among all that are compared.
#[derive(Clone, Debug)]
pub struct Position {
    /// The place.
    pub region: Arc<Region>,
    /// What is compared; every value here is in its unit.
    pub indicator: Arc<Indicator>,
    /// Its figure.
    pub quantity: Quantity,
    /// Its rank.
    pub rank: Rank,
    /// Among how many.
    pub of: usize,
    /// (rank − 1) ÷ (n − 1): 0 is the best, 1 the worst; `None` of one place, and where neither way is better.
    pub percentile: Option<Interval>,
    /// To the first place; `None` where this is at rank 1 itself, and where neither way is better.
    pub to_leader: Option<Distance>,
    /// To the benchmark named; `None` where it is not ranked or is this place.
    pub to_benchmark: Option<Distance>,
    /// To the median of all ranked, its own figure among them; `None` of one place.
    pub to_median: Option<Gap>,
    /// To the arithmetic mean of all ranked, its own figure among them; `None` of one place.
    pub to_mean: Option<Gap>,
    /// Its part of the sum of all ranked. `None` where figures of the indicator do not add up (rates, ranks,
    /// scores), where places of different kinds are compared or one lies in another (a city and its zone would be
    /// counted twice), where a figure is below zero and where the sum is zero.
    pub share: Option<Interval>,
    /// What was overlooked so that the places could be compared, on this figure or any other; each must show.
    pub flags: Vec<Difference>,
}

/// The gap to another place.
#[derive(Clone, Debug)]
pub struct Distance {
    /// The other place.
    pub to: Arc<Region>,
    /// How far it is.
    pub gap: Gap,
}

/// Where `place` stands in a comparison: its gap to the first place, to `benchmark`, to median and mean, its
/// percentile and its share. `None` where it is not ranked.
///
/// Median and mean are of intervals, and the own figure is part of them: the range of the gap is the exact one,
/// narrower than two independent intervals would give. A gap too large for a double is left out.
///
/// ```
/// # use duibiao::{benchmark::{Question, compare, position}, dataset::{Relax, parse_json}};
/// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
/// #   "regions":[{"id":"a","name":"甲市","kind":"city"},{"id":"b","name":"乙市","kind":"city"},{"id":"c","name":"丙市","kind":"city"}],
/// #   "indicators":[{"id":"x","name":"税收","unit":"亿元","polarity":"higher","measure":"flow"}],
/// #   "observations":[{"region":"a","indicator":"x","period":"2022","text":"50亿元","source":"s"},
/// #     {"region":"b","indicator":"x","period":"2022","text":"30亿元","source":"s"},
/// #     {"region":"c","indicator":"x","period":"2022","text":"20亿元","source":"s"}]}"#;
/// # let dataset = parse_json(text).dataset.unwrap();
/// # let indicator = dataset.indicators[0].clone();
/// let question = Question { indicator, period: None, places: Vec::new(), home: None, relax: Relax::default() };
/// let comparison = compare(&dataset, &question);
/// let place = dataset.region("丙市").unwrap();
/// let position = position(&comparison, place, None).unwrap();
/// assert_eq!(position.percentile.unwrap().point, 1.0);
/// assert_eq!(position.to_leader.unwrap().gap.absolute, -30.0);
/// assert_eq!(position.to_median.unwrap().absolute, -10.0);
/// assert_eq!(position.share.unwrap().point, 0.2);
/// ```
pub fn position(comparison: &Comparison, place: &Region, benchmark: Option<&Region>) -> Option<Position> {
    let ranked: Vec<(&Arc<Region>, &Quantity, Rank)> = comparison.ranked().collect();
    let at = ranked.iter().position(|(region, ..)| region.id == place.id)?;
    let (region, quantity, rank) = *ranked.get(at)?;
    let polarity = comparison.indicator.polarity;
    let distance = |other: &(&Arc<Region>, &Quantity, Rank)| {
        let gap = finite(gap(quantity, other.1, polarity))?;
        Some(Distance { to: Arc::clone(other.0), gap })
    };
    let leader = ranked.first().filter(|_| comparison.is_ranking() && rank.point > 1);
    let benchmark =
        benchmark.filter(|other| other.id != place.id).and_then(|other| ranked.iter().find(|(region, ..)| region.id == other.id));
    let quantities: Vec<&Quantity> = ranked.iter().map(|(_, quantity, _)| *quantity).collect();
    let middle = |of: fn(&[f64]) -> Option<f64>| (ranked.len() > 1).then(|| gap_to_middle(&quantities, at, comparison, of)).flatten();
    // a place of one kind is not part of another of that kind, but for what the dataset says
    let adds_up = matches!(comparison.indicator.measure, Measure::Flow | Measure::Stock)
        && ranked.iter().all(|(other, ..)| other.kind == region.kind)
        && !ranked.iter().any(|(part, ..)| ranked.iter().any(|(whole, ..)| part.parent.as_deref() == Some(whole.id.as_str())));
    let mut flags = Vec::new();
    for entry in &comparison.entries {
        let Standing::Ranked { flags: own, .. } = &entry.standing else { continue };
        for flag in own {
            if !flags.contains(flag) {
                flags.push(*flag);
            }
        }
    }
    Some(Position {
        region: Arc::clone(region),
        indicator: Arc::clone(&comparison.indicator),
        quantity: *quantity,
        rank,
        of: ranked.len(),
        percentile: if comparison.is_ranking() { percentile(rank, ranked.len()) } else { None },
        to_leader: leader.and_then(distance),
        to_benchmark: benchmark.and_then(distance),
        to_median: middle(median),
        to_mean: middle(mean),
        share: if adds_up { shares(&quantities).ok().and_then(|shares| shares.get(at).copied()) } else { None },
        flags,
    })
}

/// The percentile of a rank among `of` places, (rank − 1) ÷ (n − 1): 0 is the best, 1 the worst, with the ranks it may
/// be as bounds. `None` of fewer than two places, and of a rank beyond them.
///
/// ```
/// use duibiao::benchmark::{Rank, percentile};
/// let found = percentile(Rank { point: 3, best: 2, worst: 3 }, 5).unwrap();
/// assert_eq!((found.point, found.low, found.high), (0.5, 0.25, 0.5));
/// ```
pub fn percentile(rank: Rank, of: usize) -> Option<Interval> {
    let within = |rank: u32| rank >= 1 && rank as usize <= of;
    if of < 2 || ![rank.best, rank.point, rank.worst].into_iter().all(within) {
        return None;
    }
    let at = |rank: u32| (f64::from(rank) - 1.0) / (of as f64 - 1.0);
    Interval::new(at(rank.point), at(rank.best), at(rank.worst))
}

/// The gap of one of many to their middle. A middle rises with each figure, the own one included, but never faster
/// than it: the gap is least where the own is least and all others are most.
fn gap_to_middle(quantities: &[&Quantity], at: usize, comparison: &Comparison, middle: fn(&[f64]) -> Option<f64>) -> Option<Gap> {
    let own = quantities.get(at)?;
    let values = |own: fn(&Quantity) -> f64, other: fn(&Quantity) -> f64| -> Vec<f64> {
        quantities.iter().enumerate().map(|(position, quantity)| if position == at { own(quantity) } else { other(quantity) }).collect()
    };
    let value = middle(&values(Quantity::value, Quantity::value))?;
    // a mean comes out a bit or two beside the number it is
    let beside = (value - own.value()).abs() <= 1e-14 * value.abs() * quantities.len() as f64;
    let value = if beside { own.value() } else { value };
    let least = own.low() - middle(&values(Quantity::low, Quantity::high))?;
    let most = own.high() - middle(&values(Quantity::high, Quantity::low))?;
    let middle = Quantity::exact(value, own.decimals(), own.unit())?;
    let gap = gap(own, &middle, comparison.indicator.polarity);
    finite(Gap { range: (least.min(gap.absolute), most.max(gap.absolute)), ..gap })
}

/// A gap between the largest doubles may not be one.
fn finite(gap: Gap) -> Option<Gap> {
    (gap.absolute.is_finite() && gap.range.0.is_finite() && gap.range.1.is_finite()).then_some(gap)
}

#[cfg(test)]
mod tests;
