//! Whether ranks hold: under other weights, and without one of the indicators.

use super::{
    aggregate::usable_weights,
    compose::Composite,
    random::{LEAST, MOST, Random, dirichlet},
    ranks,
    weight::Weights,
};

/// Draws of random weights.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Draws {
    /// How many: a thousand or more for shares that mean something, at most a million.
    pub count: u32,
    /// How near the weights stay to those of the composite: each varies with a standard deviation of
    /// √(w·(1 − w) ÷ (concentration + 1)). From 0.001 to 10⁹; as many as there are indicators of equal weight
    /// makes all sets of weights equally likely.
    pub concentration: f64,
    /// Where the random numbers start; the same seed gives the same draws.
    pub seed: u64,
}

/// Why nothing was drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DrawsError {
    /// None, or more than a million.
    Count,
    /// The concentration is not from 0.001 to 10⁹.
    Concentration,
    /// No indicator has weight.
    NoWeight,
}

/// The ranks a place has under random weights.
///
/// A quantile is the least rank whose share with all better ones reaches it (numpy's `inverted_cdf`), so it is always
/// a rank that occurred.
#[derive(Clone, PartialEq, Debug)]
pub struct Spread {
    /// The middle rank.
    pub median: u32,
    /// The 5 % quantile: only one draw in twenty ranks it better.
    pub best: u32,
    /// The 95 % quantile: only one draw in twenty ranks it worse.
    pub worst: u32,
    /// The share of draws at each rank, from rank 1 to the worst that occurred; together one.
    pub shares: Vec<f64>,
}

/// Ranks without one of the indicators.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOut {
    /// The column left out.
    pub column: usize,
    /// For each row the rank without it, `None` where the row then has no score.
    pub ranks: Vec<Option<u32>>,
    /// For each row the places gained (above zero) or lost, `None` where it has no score with it or without.
    pub gained: Vec<Option<i32>>,
}

/// Both answers to whether the ranks hold.
#[derive(Clone, PartialEq, Debug)]
pub struct Robustness {
    /// How the weights were drawn.
    pub draws: Draws,
    /// The ranks under random weights, one a row ([`rank_spread`]).
    pub spread: Vec<Option<Spread>>,
    /// The ranks without each of the indicators ([`leave_one_out`]).
    pub without: Vec<LeftOut>,
}

/// Asks of a composite whether its ranks hold under random weights and without each of the indicators.
///
/// # Errors
/// [`DrawsError`].
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::Higher};
/// let matrix = Matrix::new(&[Higher, Higher], &[vec![Some(1.0), Some(5.0)], vec![Some(2.0), Some(3.0)], vec![Some(3.0), Some(6.0)]]).unwrap();
/// let composite = compose(&matrix, &Method::default()).unwrap();
/// let found = robustness(&composite, &Draws { count: 1000, concentration: 2.0, seed: 1 }).unwrap();
/// assert_eq!((found.spread.len(), found.without.len()), (3, 2));
/// ```
pub fn robustness(composite: &Composite, draws: &Draws) -> Result<Robustness, DrawsError> {
    Ok(Robustness { draws: *draws, spread: rank_spread(composite, draws)?, without: leave_one_out(composite) })
}

const MOST_DRAWS: u32 = 1_000_000;

/// The ranks of each row under weights drawn at random around those of the composite ([`dirichlet`]); `None` for a row
/// without a score. Rows with a score keep it in every draw, whatever weight the figures they have come to.
///
/// Only the weights vary; figures, normalisation and aggregation stay as they are. (OECD handbook, step 7.)
///
/// # Errors
/// [`DrawsError`].
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let rows = [vec![Some(850.0), Some(3.0)], vec![Some(650.0), Some(4.0)], vec![Some(780.0), Some(7.0)]];
/// let composite = compose(&Matrix::new(&[Higher, Lower], &rows).unwrap(), &Method::default()).unwrap();
/// let spread = rank_spread(&composite, &Draws { count: 1000, concentration: 2.0, seed: 1 }).unwrap();
/// // the first leads in both indicators, so no weights displace it
/// assert_eq!(spread[0].as_ref().map(|place| (place.best, place.worst)), Some((1, 1)));
/// # assert_eq!(spread[1].as_ref().map(|place| (place.best, place.worst)), Some((2, 3)));
/// ```
pub fn rank_spread(composite: &Composite, draws: &Draws) -> Result<Vec<Option<Spread>>, DrawsError> {
    if draws.count == 0 || draws.count > MOST_DRAWS {
        return Err(DrawsError::Count);
    }
    if !(LEAST..=MOST).contains(&draws.concentration) {
        return Err(DrawsError::Concentration);
    }
    let base = Weights::new(&composite.weights).map_err(|_| DrawsError::NoWeight)?;
    let mut random = Random::new(draws.seed);
    let size = composite.frame.size(base.values());
    let columns = composite.frame.by_columns();
    // how often each row had each rank
    let mut counts: Vec<Vec<u32>> = vec![Vec::new(); composite.places.len()];
    let mut scores = vec![f64::NAN; composite.places.len()];
    for _ in 0..draws.count {
        let weights = dirichlet(&base, draws.concentration, &mut random);
        for ((place, score), found) in composite.places.iter().zip(&mut scores).zip(columns.scores(&weights)) {
            if place.score.is_ok() {
                // where a draw leaves a row no weight at all, it comes last
                *score = found.unwrap_or(-f64::MAX);
            }
        }
        for (rank, counts) in ranks(&scores, size).into_iter().zip(&mut counts) {
            let Some(at) = (rank as usize).checked_sub(1) else { continue };
            if counts.len() <= at {
                counts.resize(at + 1, 0);
            }
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
    }
    Ok(counts.into_iter().map(|counts| spread(&counts, draws.count)).collect())
}

fn spread(counts: &[u32], draws: u32) -> Option<Spread> {
    if counts.is_empty() {
        return None;
    }
    let quantile = |percent: u64| {
        let mut sum = 0;
        let reached = counts.iter().position(|count| {
            sum += u64::from(*count);
            sum * 100 >= percent * u64::from(draws)
        });
        reached.unwrap_or(0) as u32 + 1
    };
    let shares = counts.iter().map(|count| f64::from(*count) / f64::from(draws)).collect();
    Some(Spread { median: quantile(50), best: quantile(5), worst: quantile(95), shares })
}

/// The ranks without each of the indicators that have weight, in their order; the other weights keep their
/// proportions. Who is ranked stays the same, so that ranks compare: a place with a score keeps it while it has any of
/// the other indicators, a place without stays without.
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let rows = [vec![Some(850.0), Some(6.0)], vec![Some(650.0), Some(3.0)], vec![Some(780.0), Some(7.0)]];
/// let composite = compose(&Matrix::new(&[Higher, Lower], &rows).unwrap(), &Method::default()).unwrap();
/// let without = leave_one_out(&composite);
/// assert_eq!(without[0].ranks, [Some(2), Some(1), Some(3)]);
/// assert_eq!(without[1].gained, [Some(0), Some(-1), Some(1)]);
/// ```
pub fn leave_one_out(composite: &Composite) -> Vec<LeftOut> {
    let mut all = Vec::new();
    for (column, weight) in composite.weights.iter().enumerate() {
        if *weight == 0.0 {
            continue;
        }
        let others: Vec<bool> = (0..composite.weights.len()).map(|other| other != column).collect();
        let weights = usable_weights(&others, &composite.weights);
        let scores: Vec<f64> = (0..composite.places.len())
            .map(|row| composite.score(row).and_then(|_| composite.frame.score(row, &weights)).unwrap_or(f64::NAN))
            .collect();
        let ranks: Vec<Option<u32>> =
            ranks(&scores, composite.frame.size(&weights)).into_iter().map(|rank| (rank > 0).then_some(rank)).collect();
        let gained = |(place, rank): (usize, &Option<u32>)| Some(i64::from(composite.score(place)?.rank) - i64::from((*rank)?));
        let gained = ranks.iter().enumerate().map(|pair| gained(pair).and_then(|places| i32::try_from(places).ok())).collect();
        all.push(LeftOut { column, ranks, gained });
    }
    all
}
