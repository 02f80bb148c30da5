//! Whether places draw nearer to each other: σ- and β-convergence (R. J. Barro and X. Sala-i-Martin, *Convergence*,
//! Journal of Political Economy 100, 1992).

use crate::benchmark::mean;

/// Which standard deviation is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deviation {
    /// Divided by n − 1.
    Sample,
    /// Divided by n.
    Population,
}

/// Up to this, a difference of annual growth (log points) or a share of distance kept is rounding.
const ROUNDING: f64 = 1e-12;

/// Values of places over times: every place at every time.
#[derive(Clone, PartialEq, Debug)]
pub struct Panel {
    times: Vec<f64>,
    /// One a place, as long as `times`.
    rows: Vec<Vec<f64>>,
    left_out: Vec<usize>,
}

/// Why nothing is said about convergence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoConvergence {
    /// Fewer places with a figure for every time than the method needs.
    TooFewPlaces {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// Fewer than two times.
    TooFewTimes,
    /// The times are not in order, each later than the one before.
    Order,
    /// A row is not as long as the times.
    Shape,
    /// Logarithms need every value above zero.
    NotPositive,
    /// All places start from the same level.
    NoSpread,
    /// A time or value is not finite, or too large to compute with.
    NotFinite,
}

/// How far apart places are at one time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dispersion {
    /// Years on the axis.
    pub at: f64,
    /// Standard deviation of the natural logarithms; `None` where a value is not above zero.
    pub log_deviation: Option<f64>,
    /// Standard deviation ÷ mean (变异系数); `None` where the mean is not above zero.
    pub variation: Option<f64>,
}

/// β-convergence: the growth of places against the level they start from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Beta {
    /// How many places it rests on.
    pub places: usize,
    /// Years from the first to the last time.
    pub years: f64,
    /// Change of annual growth (log points) with the logarithm of the initial level; below zero where those behind grow faster.
    pub slope: f64,
    /// Where the line meets an initial level of 1 (logarithm 0).
    pub intercept: f64,
    /// Standard error of the slope, with n − 2 degrees of freedom.
    pub standard_error: f64,
    /// Share of variance explained; `None` where all places grow equally.
    pub r_squared: Option<f64>,
    /// The speed λ a year that solves slope = −(1 − e^(−λT)) ÷ T; `None` where the places draw level or overtake each
    /// other within the time (1 + slope·T ≤ 0), for which no speed exists.
    pub speed: Option<f64>,
    /// Years in which half of the distance goes, ln 2 ÷ λ; `None` without a speed above zero.
    pub half_life: Option<f64>,
}

impl Panel {
    /// A panel of one row a place. A place without a figure for one of the times is left out, and named by
    /// [`Panel::left_out`]: a group that changes from time to time shows no convergence.
    ///
    /// # Errors
    /// [`NoConvergence::TooFewTimes`], [`NoConvergence::Order`], [`NoConvergence::Shape`], [`NoConvergence::NotFinite`],
    /// and [`NoConvergence::TooFewPlaces`] for fewer than two.
    pub fn new(times: &[f64], rows: &[Vec<Option<f64>>]) -> Result<Panel, NoConvergence> {
        if times.len() < 2 {
            return Err(NoConvergence::TooFewTimes);
        }
        if rows.iter().any(|row| row.len() != times.len()) {
            return Err(NoConvergence::Shape);
        }
        if !times.iter().chain(rows.iter().flatten().flatten()).all(|number| number.is_finite()) {
            return Err(NoConvergence::NotFinite);
        }
        if !times.iter().zip(times.iter().skip(1)).all(|(earlier, later)| earlier < later) {
            return Err(NoConvergence::Order);
        }
        let (mut full, mut left_out) = (Vec::new(), Vec::new());
        for (position, row) in rows.iter().enumerate() {
            match row.iter().copied().collect::<Option<Vec<f64>>>() {
                Some(row) => full.push(row),
                None => left_out.push(position),
            }
        }
        let have = full.len();
        if have < 2 {
            Err(NoConvergence::TooFewPlaces { have, need: 2 })
        } else {
            Ok(Panel { times: times.to_vec(), rows: full, left_out })
        }
    }

    /// The times, in order.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// How many places have a figure for every time.
    pub fn places(&self) -> usize {
        self.rows.len()
    }

    /// The positions of the rows left out.
    pub fn left_out(&self) -> &[usize] {
        &self.left_out
    }
}

/// σ-convergence: how far apart the places are at each time. They converge where the measure falls.
///
/// ```
/// use duibiao::trajectory::{Deviation, Panel, sigma};
///
/// let rows = [[100.0, 130.0], [200.0, 210.0], [150.0, 165.0]].map(|row| row.map(Some).to_vec());
/// let panel = Panel::new(&[2020.0, 2024.0], &rows).unwrap();
/// let [first, last] = sigma(&panel, Deviation::Sample)[..] else { panic!() };
/// assert!(last.log_deviation < first.log_deviation);
/// ```
pub fn sigma(panel: &Panel, deviation: Deviation) -> Vec<Dispersion> {
    let mut all = Vec::new();
    for (position, at) in panel.times.iter().enumerate() {
        let values: Vec<f64> = panel.rows.iter().filter_map(|row| row.get(position)).copied().collect();
        let logs: Option<Vec<f64>> = values.iter().map(|value| (*value > 0.0).then(|| libm::log(*value))).collect();
        // as shares of the largest, so that no square overflows
        let largest = values.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
        let shares: Vec<f64> = values.iter().map(|value| value / largest).collect();
        let middle = mean(&shares).filter(|mean| *mean > 0.0);
        let variation = middle.zip(spread(&shares, deviation)).map(|(mean, spread)| spread / mean);
        let finite = |number: &f64| number.is_finite();
        let log_deviation = logs.and_then(|logs| spread(&logs, deviation)).filter(finite);
        all.push(Dispersion { at: *at, log_deviation, variation: variation.filter(finite) });
    }
    all
}

/// β-convergence: ordinary least squares of annual growth, ln(last ÷ first) ÷ T, on the logarithm of the first value.
/// Only the first and the last time count.
///
/// ```
/// use duibiao::trajectory::{Panel, beta};
///
/// let rows = [[100.0, 160.0], [200.0, 270.0], [150.0, 220.0], [400.0, 450.0]].map(|row| row.map(Some).to_vec());
/// let beta = beta(&Panel::new(&[2015.0, 2025.0], &rows).unwrap()).unwrap();
/// assert!(beta.slope < 0.0 && beta.speed.unwrap() > 0.0);
/// ```
///
/// # Errors
/// [`NoConvergence::TooFewPlaces`] for fewer than three, [`NoConvergence::NotPositive`], [`NoConvergence::NoSpread`], and
/// [`NoConvergence::NotFinite`] where a result is no finite number.
pub fn beta(panel: &Panel) -> Result<Beta, NoConvergence> {
    let places = panel.rows.len();
    if places < 3 {
        return Err(NoConvergence::TooFewPlaces { have: places, need: 3 });
    }
    let (Some(since), Some(until)) = (panel.times.first(), panel.times.last()) else { return Err(NoConvergence::TooFewTimes) };
    let years = until - since;
    let (mut levels, mut growths) = (Vec::new(), Vec::new());
    for row in &panel.rows {
        let (Some(first), Some(last)) = (row.first(), row.last()) else { return Err(NoConvergence::Shape) };
        if *first <= 0.0 || *last <= 0.0 {
            return Err(NoConvergence::NotPositive);
        }
        levels.push(libm::log(*first));
        growths.push((libm::log(*last) - libm::log(*first)) / years);
    }
    if levels.iter().all(|level| Some(level) == levels.first()) {
        return Err(NoConvergence::NoSpread);
    }
    let (Some(level), Some(growth)) = (mean(&levels), mean(&growths)) else { return Err(NoConvergence::Shape) };
    let pairs = || levels.iter().zip(&growths).map(|(x, y)| (x - level, y - growth));
    let spread: f64 = pairs().map(|(x, _)| x * x).sum();
    // differences of growth that are nothing but rounding must not become a slope, nor a half-life of aeons
    let varies = pairs().any(|(_, y)| y.abs() > ROUNDING);
    let slope = if varies { pairs().map(|(x, y)| x * y).sum::<f64>() / spread } else { 0.0 };
    let unexplained: f64 = pairs().map(|(x, y)| (y - slope * x) * (y - slope * x)).sum();
    let total: f64 = pairs().map(|(_, y)| y * y).sum();
    let standard_error = (unexplained / (places as f64 - 2.0) / spread).sqrt();
    let finite = |number: &f64| number.is_finite();
    let kept = 1.0 + slope * years;
    let speed = Some(-libm::log1p(slope * years) / years).filter(|speed| kept > ROUNDING && speed.is_finite());
    let half_life = speed.filter(|speed| *speed > 0.0).map(|speed| core::f64::consts::LN_2 / speed).filter(finite);
    let intercept = growth - slope * level;
    if ![years, slope, intercept, standard_error].iter().all(finite) {
        return Err(NoConvergence::NotFinite);
    }
    let r_squared = varies.then(|| 1.0 - unexplained / total).filter(finite);
    Ok(Beta { places, years, slope, intercept, standard_error, r_squared, speed, half_life })
}

/// The standard deviation of two or more values.
fn spread(values: &[f64], deviation: Deviation) -> Option<f64> {
    let middle = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    let n = values.len() as f64;
    let divisor = if deviation == Deviation::Sample { n - 1.0 } else { n };
    Some((squares / divisor).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn panel(rows: &[[f64; 2]]) -> Result<Panel, NoConvergence> {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.map(Some).to_vec()).collect();
        Panel::new(&[2020.0, 2025.0], &rows)
    }

    #[test]
    fn spread_by_either_convention() {
        let panel = panel(&[[1.0, 2.0], [3.0, 2.0]]).unwrap();
        let variation = |deviation| sigma(&panel, deviation).iter().map(|time| time.variation.unwrap()).collect::<Vec<_>>();
        assert!((variation(Deviation::Population)[0] - 0.5).abs() < 1e-15);
        assert!((variation(Deviation::Sample)[0] - 0.5f64.sqrt()).abs() < 1e-15);
    }

    #[test]
    fn deviation_of_logarithms_by_either_convention() {
        let rows = [[1.0, 1.0], [core::f64::consts::E, 1.0]];
        let found = |deviation| sigma(&panel(&rows).unwrap(), deviation).iter().map(|time| time.log_deviation.unwrap()).collect::<Vec<_>>();
        let near = |found: Vec<f64>, expect: [f64; 2]| assert!(found.iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-15), "{found:?}");
        near(found(Deviation::Population), [0.5, 0.0]);
        near(found(Deviation::Sample), [0.5f64.sqrt(), 0.0]);
    }

    #[test]
    fn variation_needs_a_mean_above_zero() {
        let found = |rows: &[[f64; 2]]| sigma(&panel(rows).unwrap(), Deviation::Population)[0].variation;
        assert_eq!(found(&[[-1.0, 1.0], [3.0, 1.0]]), Some(2.0));
        assert_eq!(found(&[[-1.0, 1.0], [1.0, 1.0]]), None);
        assert_eq!(found(&[[-3.0, 1.0], [1.0, 1.0]]), None);
        assert_eq!(found(&[[0.0, 1.0], [0.0, 1.0]]), None);
        // no square overflows
        assert!((found(&[[0.5e308, 1.0], [1.5e308, 1.0]]).unwrap() - 0.5).abs() < 1e-15);
    }

    #[test]
    fn a_regression_by_hand() {
        // levels 1, 2, 3 in logarithms, yearly growth of 0.30, 0.16, 0.10
        let rows =
            [(1.0, 0.30), (2.0, 0.16), (3.0, 0.10)].map(|(level, growth): (f64, f64)| [libm::exp(level), libm::exp(level + 5.0 * growth)]);
        let beta = beta(&panel(&rows).unwrap()).unwrap();
        assert_eq!((beta.places, beta.years), (3, 5.0));
        let near = |found: f64, expect: f64| assert!((found - expect).abs() < 1e-12, "{found}, not {expect}");
        near(beta.slope, -0.1);
        near(beta.intercept, 1.16 / 3.0);
        // the residuals are 1, −2 and 1 seventy-fifths
        near(beta.standard_error, (6.0f64 / 5625.0 / 2.0).sqrt());
        near(beta.r_squared.unwrap(), 1.0 - (6.0 / 5625.0) / (0.02 + 6.0 / 5625.0));
        // half of the distance is gone in the five years
        near(beta.speed.unwrap(), core::f64::consts::LN_2 / 5.0);
        near(beta.half_life.unwrap(), 5.0);
    }

    #[test]
    fn places_that_draw_apart_have_a_speed_below_zero() {
        let beta = beta(&panel(&[[1.0, 1.0], [2.0, 4.0], [4.0, 16.0]]).unwrap()).unwrap();
        assert!((beta.slope - 0.2).abs() < 1e-12 && (beta.speed.unwrap() + core::f64::consts::LN_2 / 5.0).abs() < 1e-12);
        assert_eq!(beta.half_life, None);
    }

    #[test]
    fn level_at_the_end_has_no_speed() {
        let beta = beta(&panel(&[[1.0, 4.0], [2.0, 4.0], [4.0, 4.0]]).unwrap()).unwrap();
        assert!((beta.slope + 0.2).abs() < 1e-12);
        assert_eq!((beta.speed, beta.half_life), (None, None));
    }

    #[test]
    fn what_has_no_logarithm_has_no_log_deviation() {
        let panel = panel(&[[0.0, 2.0], [3.0, -2.0]]).unwrap();
        let found = sigma(&panel, Deviation::Sample);
        assert_eq!((found[0].log_deviation, found[1].log_deviation, found[1].variation), (None, None, None));
        assert!(found[0].variation.is_some());
    }

    #[test]
    fn even_growth_neither_converges_nor_has_a_share_explained() {
        let beta = beta(&panel(&[[1.0, 2.0], [2.0, 4.0], [4.0, 8.0]]).unwrap()).unwrap();
        assert_eq!((beta.slope, beta.r_squared, beta.half_life), (0.0, None, None));
    }

    #[test]
    fn growth_that_differs_by_rounding_is_even() {
        let e = core::f64::consts::E;
        let found = |years: f64| {
            let rows = [[1.0, e], [e, 1.0], [2.0, 2.0]].map(|row| row.map(Some).to_vec());
            beta(&Panel::new(&[0.0, years], &rows).unwrap()).unwrap()
        };
        // growth of 1 ÷ years, −1 ÷ years and none
        assert_eq!((found(1e12).slope, found(1e12).r_squared), (0.0, None));
        assert!(found(0.999e12).slope < 0.0 && found(0.999e12).r_squared.is_some());
    }

    #[test]
    fn overtaking_has_no_speed() {
        let beta = beta(&panel(&[[1.0, 4.0], [2.0, 2.0], [4.0, 1.0]]).unwrap()).unwrap();
        assert!(beta.slope * beta.years <= -1.0);
        assert_eq!((beta.speed, beta.half_life), (None, None));
    }

    #[test]
    fn reasons() {
        let few = |have, need| NoConvergence::TooFewPlaces { have, need };
        assert_eq!(panel(&[[1.0, 2.0]]), Err(few(1, 2)));
        assert_eq!(beta(&panel(&[[1.0, 2.0], [2.0, 3.0]]).unwrap()), Err(few(2, 3)));
        assert_eq!(beta(&panel(&[[1.0, 2.0], [2.0, 3.0], [0.0, 1.0]]).unwrap()), Err(NoConvergence::NotPositive));
        assert_eq!(beta(&panel(&[[1.0, 2.0], [2.0, 3.0], [1.0, 0.0]]).unwrap()), Err(NoConvergence::NotPositive));
        assert_eq!(beta(&panel(&[[2.0, 2.0], [2.0, 3.0], [2.0, 1.0]]).unwrap()), Err(NoConvergence::NoSpread));
        assert_eq!(panel(&[[1.0, f64::NAN]]), Err(NoConvergence::NotFinite));
        assert_eq!(Panel::new(&[2020.0], &[]), Err(NoConvergence::TooFewTimes));
        assert_eq!(Panel::new(&[2020.0, 2020.0], &[]), Err(NoConvergence::Order));
        assert_eq!(Panel::new(&[2020.0, 2021.0], &[vec![Some(1.0)]]), Err(NoConvergence::Shape));
    }

    #[test]
    fn a_place_with_a_gap_is_left_out_and_named() {
        let rows = [vec![None, Some(2.0)], vec![Some(1.0), Some(2.0)], vec![Some(3.0), None], vec![Some(3.0), Some(2.0)]];
        let panel = Panel::new(&[2020.0, 2021.0], &rows).unwrap();
        assert_eq!((panel.places(), panel.left_out()), (2, &[0, 2][..]));
        assert_eq!(panel.times(), [2020.0, 2021.0]);
    }

    proptest! {
        #[test]
        fn scale_does_not_matter(rows in prop::collection::vec([1.0f64..100.0, 1.0f64..100.0], 3..9), factor in 1e-6f64..1e6) {
            let scaled: Vec<[f64; 2]> = rows.iter().map(|row| row.map(|value| value * factor)).collect();
            let (a, b) = (panel(&rows).unwrap(), panel(&scaled).unwrap());
            for (a, b) in sigma(&a, Deviation::Sample).iter().zip(sigma(&b, Deviation::Sample)) {
                prop_assert!((a.log_deviation.unwrap() - b.log_deviation.unwrap()).abs() < 1e-9);
                prop_assert!((a.variation.unwrap() - b.variation.unwrap()).abs() < 1e-9);
            }
            if let (Ok(a), Ok(b)) = (beta(&a), beta(&b)) {
                prop_assert!((a.slope - b.slope).abs() <= 1e-6 * a.slope.abs().max(1e-3));
            }
        }

        #[test]
        fn any_input(times in prop::collection::vec(any::<f64>(), 0..4), cells in prop::collection::vec(any::<Option<f64>>(), 0..20)) {
            let rows: Vec<Vec<Option<f64>>> = cells.chunks(times.len().max(1)).map(<[_]>::to_vec).collect();
            let mut ordered = times.clone();
            ordered.sort_by(f64::total_cmp);
            for times in [times, ordered] {
                let Ok(panel) = Panel::new(&times, &rows) else { continue };
                for time in sigma(&panel, Deviation::Sample) {
                    prop_assert!(time.log_deviation.is_none_or(f64::is_finite) && time.variation.is_none_or(f64::is_finite));
                }
                if let Ok(beta) = beta(&panel) {
                    let all = [Some(beta.slope), Some(beta.intercept), Some(beta.standard_error), beta.r_squared, beta.speed, beta.half_life];
                    prop_assert!(all.into_iter().flatten().all(f64::is_finite));
                }
            }
        }
    }
}
