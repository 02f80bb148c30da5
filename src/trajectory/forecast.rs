//! Projections by a method of choice, with an interval where the method has one.

use super::{
    line::{Band, Line, since},
    path::Point,
    projection::Rate,
};
use crate::order::sorted;

/// How a series is thought to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trend {
    /// The same growth rate every year: a straight line through the logarithms. Needs values above zero.
    Geometric,
    /// The same amount every year: a straight line through the values.
    Linear,
}

impl Trend {
    /// Geometric where every value is above zero, linear where one is not.
    pub fn fitting(points: &[Point]) -> Trend {
        if points.iter().all(|point| point.value > 0.0) { Trend::Geometric } else { Trend::Linear }
    }
}

/// How a projection is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ForecastMethod {
    /// The compound growth ([`Trend::Geometric`]) or mean change ([`Trend::Linear`]) over the last `steps` steps
    /// (fewer where there are fewer, at least one), carried on from the latest value. No interval. From two points.
    LastSteps {
        /// How many steps back.
        steps: usize,
        /// Growth or change.
        trend: Trend,
    },
    /// Ordinary least squares on time, with the prediction interval of a new observation by Student's t with n − 2
    /// degrees of freedom. On logarithms, value and interval are taken back by exp: the value is then the median of
    /// what is predicted, not its mean. From three points.
    LeastSquares(Trend),
    /// The median of the slopes between all pairs of points (H. Theil 1950; P. K. Sen, *JASA* 63, 1968), with Sen's
    /// interval of the slope, carried on from the middle of the series. From three points: the median of one slope
    /// is no robust one.
    TheilSen(Trend, Intercept),
}

/// Where the line of Theil and Sen lies. Both are in scipy's `theilslopes`, under these names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Intercept {
    /// median(y) − slope · median(t): scipy's `method="separate"`, its default.
    Separate,
    /// median(y − slope · t): scipy's `method="joint"`.
    Joint,
}

/// A projected value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Estimate {
    /// In the indicator's unit.
    pub value: f64,
    /// From least to most, holding the value; `None` where the method has no interval.
    pub range: Option<(f64, f64)>,
}

/// What an interval is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RangeKind {
    /// Of a single figure to come: least squares.
    Prediction,
    /// Of the trend alone, from the interval of its slope, without the scatter around it: Theil–Sen.
    Slope,
}

/// Why there is no forecast.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoForecast {
    /// Fewer points than the method needs.
    TooFewPoints {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// More points than Theil–Sen, which looks at every pair, is made for.
    TooManyPoints {
        /// How many there are.
        have: usize,
        /// How many are taken.
        most: usize,
    },
    /// Two points of the same time.
    SameTime,
    /// A geometric trend needs every value above zero.
    NotPositive,
    /// A time or value is not finite.
    NotFinite,
    /// The level of the interval is not between 0 and 1.
    Level,
    /// The numbers are too large, or too close in time, for a finite result.
    OutOfRange,
}

/// The most points whose pairs are looked at: two million pairs.
const MOST_PAIRED: usize = 2000;

/// A series carried forward.
#[derive(Clone, PartialEq, Debug)]
pub struct Forecast {
    method: ForecastMethod,
    level: f64,
    points: Vec<Point>,
    pub(super) line: Line,
}

impl Forecast {
    /// A forecast from points in any order, one a time. `level` is the share of cases an interval is to hold, 0.8 for
    /// 80 %; it must be between 0 and 1 also where the method has no interval.
    ///
    /// ```
    /// use duibiao::trajectory::{Trend, Forecast, ForecastMethod, Point};
    ///
    /// let points = [(2021.0, 845.0), (2022.0, 1000.0), (2023.0, 1190.0), (2024.0, 1430.0)].map(|(at, value)| Point { at, value });
    /// let forecast = Forecast::new(&points, ForecastMethod::LeastSquares(Trend::Geometric), 0.8).unwrap();
    /// let estimate = forecast.at(2025.0).unwrap();
    /// let (low, high) = estimate.range.unwrap();
    /// assert!(low < estimate.value && estimate.value < high);
    /// assert_eq!(estimate.value.round(), 1697.0);
    /// ```
    ///
    /// # Errors
    /// See [`NoForecast`].
    pub fn new(points: &[Point], method: ForecastMethod, level: f64) -> Result<Forecast, NoForecast> {
        if !(level > 0.0 && level < 1.0) {
            return Err(NoForecast::Level);
        }
        let points = in_order(points)?;
        let need = if matches!(method, ForecastMethod::LastSteps { .. }) { 2 } else { 3 };
        let have = points.len();
        if have < need {
            return Err(NoForecast::TooFewPoints { have, need });
        }
        if matches!(method, ForecastMethod::TheilSen(..)) && have > MOST_PAIRED {
            return Err(NoForecast::TooManyPoints { have, most: MOST_PAIRED });
        }
        let line = Line::fit(&points, method, level)?;
        Ok(Forecast { method, level, points, line })
    }

    /// How it was made.
    pub fn method(&self) -> ForecastMethod {
        self.method
    }

    /// The trend it follows.
    pub fn trend(&self) -> Trend {
        self.line.trend()
    }

    /// The share of cases the interval is to hold.
    pub fn level(&self) -> f64 {
        self.level
    }

    /// The points, in order of time.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The points it rests on: all of them, or those of the last steps.
    pub fn rests_on(&self) -> &[Point] {
        let from = match self.method {
            ForecastMethod::LastSteps { steps, .. } => since(self.points.len(), steps),
            _ => 0,
        };
        self.points.get(from..).unwrap_or_default()
    }

    /// The latest point.
    pub fn latest(&self) -> Point {
        self.points.last().copied().unwrap_or(self.line.pivot)
    }

    /// What the interval is of; `None` where there is none.
    pub fn range_kind(&self) -> Option<RangeKind> {
        match self.line.band {
            Band::None => None,
            Band::Prediction { .. } => Some(RangeKind::Prediction),
            Band::Pencil { .. } => Some(RangeKind::Slope),
        }
    }

    /// The pace, a year.
    pub fn rate(&self) -> Rate {
        self.line.rate(self.line.slope)
    }

    /// The interval of the pace at the level asked for: Student's of the slope, or Sen's. `None` for the last steps.
    pub fn rate_range(&self) -> Option<(Rate, Rate)> {
        self.line.slopes().map(|(low, high)| (self.line.rate(low), self.line.rate(high)))
    }

    /// The share of variance the line explains, of the logarithms or values; `None` where all are equal, and for
    /// methods other than least squares.
    pub fn r_squared(&self) -> Option<f64> {
        self.line.r_squared()
    }

    /// The value and its interval at a time, before or after the latest point. `None` where the time, the value or a
    /// bound is no finite number.
    pub fn at(&self, at: f64) -> Option<Estimate> {
        let line = &self.line;
        let height = line.height(at);
        let value = line.value(height).filter(|_| at.is_finite())?;
        let reach = match line.band {
            Band::None => return Some(Estimate { value, range: None }),
            Band::Prediction { .. } => (line.reach(at), line.reach(at)),
            Band::Pencil { low, high } => {
                let years = at - line.pivot.at;
                let (a, b) = ((line.slope - low) * years, (high - line.slope) * years);
                if years < 0.0 { (-b, -a) } else { (a, b) }
            }
        };
        let (low, high) = (line.value(height - reach.0)?, line.value(height + reach.1)?);
        // rounding must not put the value outside
        Some(Estimate { value, range: Some((low.min(value), high.max(value))) })
    }
}

/// The points in order of time; those of equal times and numbers that are none are refused.
pub(super) fn in_order(points: &[Point]) -> Result<Vec<Point>, NoForecast> {
    if !points.iter().all(|point| point.at.is_finite() && point.value.is_finite()) {
        return Err(NoForecast::NotFinite);
    }
    let points = sorted(points.to_vec(), |point| point.at);
    let mut pairs = points.iter().zip(points.iter().skip(1));
    if pairs.any(|(a, b)| a.at == b.at) { Err(NoForecast::SameTime) } else { Ok(points) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(values: &[(f64, f64)]) -> Vec<Point> {
        values.iter().map(|(at, value)| Point { at: *at, value: *value }).collect()
    }

    const SQUARES: ForecastMethod = ForecastMethod::LeastSquares(Trend::Linear);
    const PAIRS: ForecastMethod = ForecastMethod::TheilSen(Trend::Linear, Intercept::Separate);
    const STEPS: ForecastMethod = ForecastMethod::LastSteps { steps: 2, trend: Trend::Linear };

    #[track_caller]
    fn refused(values: &[(f64, f64)], method: ForecastMethod, expect: NoForecast) {
        assert_eq!(Forecast::new(&series(values), method, 0.8), Err(expect));
    }

    #[test]
    fn reasons() {
        let two = [(2022.0, 1.0), (2023.0, 2.0)];
        refused(&[], STEPS, NoForecast::TooFewPoints { have: 0, need: 2 });
        refused(&two[..1], STEPS, NoForecast::TooFewPoints { have: 1, need: 2 });
        refused(&two, SQUARES, NoForecast::TooFewPoints { have: 2, need: 3 });
        refused(&two, PAIRS, NoForecast::TooFewPoints { have: 2, need: 3 });
        refused(&[(2022.0, 1.0), (2023.0, 2.0), (2022.0, 1.0)], SQUARES, NoForecast::SameTime);
        refused(&[(2022.0, f64::INFINITY), (2023.0, 2.0)], STEPS, NoForecast::NotFinite);
        refused(&[(2022.0, 0.0), (2023.0, 2.0), (2024.0, 3.0)], ForecastMethod::LeastSquares(Trend::Geometric), NoForecast::NotPositive);
        let many: Vec<(f64, f64)> = (0..2001).map(|n| (f64::from(n), 1.0)).collect();
        refused(&many, PAIRS, NoForecast::TooManyPoints { have: 2001, most: 2000 });
        assert_eq!(Forecast::new(&series(&two), STEPS, 1.0), Err(NoForecast::Level));
    }

    #[test]
    fn the_trend_that_fits() {
        assert_eq!(Trend::fitting(&series(&[(2022.0, 1.0), (2023.0, 2.0)])), Trend::Geometric);
        assert_eq!(Trend::fitting(&series(&[(2022.0, 1.0), (2023.0, 0.0)])), Trend::Linear);
    }

    #[test]
    fn the_last_steps() {
        let points = series(&[(2020.0, 50.0), (2022.0, 1000.0), (2023.0, 1190.0), (2024.0, 1430.0)]);
        let forecast = Forecast::new(&points, ForecastMethod::LastSteps { steps: 2, trend: Trend::Geometric }, 0.8).unwrap();
        assert!(matches!(forecast.rate(), Rate::Growth(growth) if f64::round(growth * 1e4) == 1958.0));
        assert_eq!((forecast.rests_on().len(), forecast.rate_range(), forecast.range_kind()), (3, None, None));
        let here = forecast.at(2024.0).unwrap();
        assert!((here.value - 1430.0).abs() < 1e-9 && here.range.is_none());
    }

    #[test]
    fn a_constant_series_stays() {
        for method in [SQUARES, PAIRS, ForecastMethod::LeastSquares(Trend::Geometric)] {
            let forecast = Forecast::new(&series(&[(2021.0, 4.0), (2022.0, 4.0), (2024.0, 4.0)]), method, 0.8).unwrap();
            let estimate = forecast.at(2030.0).unwrap();
            assert!((estimate.value - 4.0).abs() < 1e-12 && estimate.range.unwrap().1 - 4.0 < 1e-12);
            assert_eq!(forecast.r_squared(), None);
        }
        // ten tenths, added up, are a little less than one
        let ten: Vec<(f64, f64)> = (2015..2025).map(|year| (f64::from(year), 4.0)).collect();
        assert_eq!(Forecast::new(&series(&ten), SQUARES, 0.8).unwrap().r_squared(), None);
    }

    #[test]
    fn beyond_the_range_of_numbers_is_nothing() {
        let steep = ForecastMethod::LeastSquares(Trend::Geometric);
        let forecast = Forecast::new(&series(&[(2021.0, 1.0), (2022.0, 1e100), (2023.0, 1e210)]), steep, 0.8).unwrap();
        assert_eq!((forecast.at(2030.0), forecast.at(f64::NAN)), (None, None));
        refused(&[(0.0, 1.0), (1e-310, 2.0), (1.0, 3.0)], PAIRS, NoForecast::OutOfRange);
    }

    fn methods() -> impl Strategy<Value = ForecastMethod> {
        let trend = prop_oneof![Just(Trend::Geometric), Just(Trend::Linear)];
        (trend, 0u8..3).prop_map(|(trend, kind)| match kind {
            0 => ForecastMethod::LeastSquares(trend),
            1 => ForecastMethod::TheilSen(trend, Intercept::Separate),
            _ => ForecastMethod::TheilSen(trend, Intercept::Joint),
        })
    }

    proptest! {
        #[test]
        fn neither_unit_nor_calendar_nor_order_matter(values in prop::collection::vec(1.0f64..100.0, 3..9), method in methods(),
            factor in 1e-6f64..1e6, shift in -50.0f64..50.0, turn in 0usize..9) {
            let points: Vec<Point> = values.iter().zip(2016..).map(|(value, year)| Point { at: f64::from(year), value: *value }).collect();
            let mut moved: Vec<Point> = points.iter().map(|point| Point { at: point.at + shift, value: point.value * factor }).collect();
            moved.rotate_left(turn % values.len());
            let (a, b) = (Forecast::new(&points, method, 0.8).unwrap(), Forecast::new(&moved, method, 0.8).unwrap());
            let (a, b) = (a.at(2027.0).unwrap(), b.at(2027.0 + shift).unwrap());
            let ((low, high), (moved_low, moved_high)) = (a.range.unwrap(), b.range.unwrap());
            for (a, b) in [(a.value, b.value), (low, moved_low), (high, moved_high)] {
                prop_assert!((a * factor - b).abs() <= 1e-6 * factor * a.abs().max(1.0), "{} {}", a * factor, b);
            }
        }

        #[test]
        fn the_interval_holds_the_value_and_widens(values in prop::collection::vec(1.0f64..100.0, 3..9), method in methods(), years in 0.0f64..20.0) {
            let points: Vec<Point> = values.iter().zip(2016..).map(|(value, year)| Point { at: f64::from(year), value: *value }).collect();
            let forecast = Forecast::new(&points, method, 0.8).unwrap();
            let middle = forecast.line.pivot.at;
            for sign in [-1.0, 1.0] {
                // on the scale of the line, where the interval is even
                let width = |years: f64| forecast.at(middle + sign * years).and_then(|estimate| estimate.range).map(|(low, high)| match forecast.trend() {
                    Trend::Geometric => libm::log(high / low),
                    Trend::Linear => high - low,
                });
                let estimate = forecast.at(middle + sign * years);
                prop_assert!(estimate.is_none_or(|estimate| estimate.range.is_some_and(|(low, high)| low <= estimate.value && estimate.value <= high)));
                if let (Some(near), Some(far)) = (width(years), width(years + 1.0)) {
                    prop_assert!(far >= near * (1.0 - 1e-9));
                }
            }
        }
    }
}
