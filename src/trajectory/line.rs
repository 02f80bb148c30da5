//! Straight lines through a series, or through its logarithms.

use super::{
    forecast::{ForecastMethod, Intercept, NoForecast, Trend},
    path::Point,
    projection::Rate,
    quantile::{normal, student},
};
use crate::{
    benchmark::{mean, median},
    order::sorted,
};

/// A line through logarithms, or through values divided by the largest.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Line {
    trend: Trend,
    /// Values are this many times what the line says; 1 for logarithms.
    unit: f64,
    /// The time from which slopes are counted, never after the latest point, and the line's height there.
    pub(super) pivot: Point,
    pub(super) slope: f64,
    slopes: Option<(f64, f64)>,
    pub(super) band: Band,
    r_squared: Option<f64>,
}

/// How far the interval reaches from the line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Band {
    /// There is none.
    None,
    /// width · √(own + u²/spread), u years from the pivot.
    Prediction { width: f64, own: f64, spread: f64 },
    /// Lines of the least and the greatest slope through the pivot.
    Pencil { low: f64, high: f64 },
}

impl Line {
    /// The line of a method through points in order of time.
    pub(super) fn fit(points: &[Point], method: ForecastMethod, level: f64) -> Result<Line, NoForecast> {
        let (ForecastMethod::LastSteps { trend, .. } | ForecastMethod::LeastSquares(trend) | ForecastMethod::TheilSen(trend, _)) = method;
        let (heights, unit) = heights(points, trend)?;
        let line = match method {
            ForecastMethod::LastSteps { steps, .. } => last_steps(&heights, steps),
            ForecastMethod::LeastSquares(_) => least_squares(&heights, level),
            ForecastMethod::TheilSen(_, intercept) => theil_sen(&heights, intercept, level),
        };
        line.and_then(|line| Line { trend, unit, ..line }.checked()).ok_or(NoForecast::OutOfRange)
    }

    /// The trend it follows.
    pub(super) fn trend(&self) -> Trend {
        self.trend
    }

    /// The interval of its slope.
    pub(super) fn slopes(&self) -> Option<(f64, f64)> {
        self.slopes
    }

    /// The share of variance it explains.
    pub(super) fn r_squared(&self) -> Option<f64> {
        self.r_squared
    }

    /// The height at a time.
    pub(super) fn height(&self, at: f64) -> f64 {
        self.pivot.value + self.slope * (at - self.pivot.at)
    }

    /// Half the prediction interval at a time.
    pub(super) fn reach(&self, at: f64) -> f64 {
        let Band::Prediction { width, own, spread } = self.band else { return 0.0 };
        let years = at - self.pivot.at;
        width * (own + years * (years / spread)).sqrt()
    }

    /// The value of a height.
    pub(super) fn value(&self, height: f64) -> Option<f64> {
        let value = match self.trend {
            Trend::Geometric => libm::exp(height),
            Trend::Linear => height * self.unit,
        };
        Some(value).filter(|value| value.is_finite())
    }

    /// The height of a value: minus infinity for what a geometric trend never falls to.
    pub(super) fn height_of(&self, value: f64) -> f64 {
        match self.trend {
            Trend::Geometric if value > 0.0 => libm::log(value),
            Trend::Geometric => f64::NEG_INFINITY,
            Trend::Linear => value / self.unit,
        }
    }

    pub(super) fn rate(&self, slope: f64) -> Rate {
        match self.trend {
            Trend::Geometric => Rate::Growth(libm::expm1(slope)),
            Trend::Linear => Rate::Change(slope * self.unit),
        }
    }

    /// A line whose numbers are all finite, also as rates.
    fn checked(self) -> Option<Line> {
        let (low, high) = self.slopes.unwrap_or((self.slope, self.slope));
        let rates = [low, self.slope, high].into_iter().all(|slope| {
            let (Rate::Growth(rate) | Rate::Change(rate)) = self.rate(slope);
            rate.is_finite()
        });
        let finite = self.pivot.at.is_finite() && self.pivot.value.is_finite() && rates;
        let band = match self.band {
            Band::Prediction { width, own, spread } => width.is_finite() && own.is_finite() && spread.is_finite() && spread > 0.0,
            _ => true,
        };
        (finite && band).then_some(self)
    }
}

/// What lines are laid through: logarithms, or values divided by the largest so that no square overflows.
fn heights(points: &[Point], trend: Trend) -> Result<(Vec<Point>, f64), NoForecast> {
    let largest = points.iter().fold(0.0, |most: f64, point| most.max(point.value.abs()));
    let unit = if trend == Trend::Geometric || largest == 0.0 { 1.0 } else { largest };
    let mut heights = Vec::new();
    for point in points {
        let value = match trend {
            Trend::Geometric if point.value > 0.0 => libm::log(point.value),
            Trend::Geometric => return Err(NoForecast::NotPositive),
            Trend::Linear => point.value / unit,
        };
        heights.push(Point { at: point.at, value });
    }
    Ok((heights, unit))
}

/// The position of the point the last steps are counted from.
pub(super) fn since(points: usize, steps: usize) -> usize {
    points.saturating_sub(1).saturating_sub(steps.max(1))
}

/// A line without trend and unit, which the caller knows.
fn bare(pivot: Point, slope: f64, slopes: Option<(f64, f64)>, band: Band, r_squared: Option<f64>) -> Line {
    Line { trend: Trend::Linear, unit: 1.0, pivot, slope, slopes, band, r_squared }
}

fn last_steps(heights: &[Point], steps: usize) -> Option<Line> {
    let (since, from) = (heights.get(since(heights.len(), steps))?, heights.last()?);
    let slope = (from.value - since.value) / (from.at - since.at);
    Some(bare(*from, slope, None, Band::None, None))
}

fn least_squares(heights: &[Point], level: f64) -> Option<Line> {
    let times: Vec<f64> = heights.iter().map(|point| point.at).collect();
    let values: Vec<f64> = heights.iter().map(|point| point.value).collect();
    let pivot = Point { at: mean(&times)?, value: mean(&values)? };
    let from_middle = || heights.iter().map(|point| (point.at - pivot.at, point.value - pivot.value));
    let spread: f64 = from_middle().map(|(u, _)| u * u).sum();
    let slope = from_middle().map(|(u, y)| u * y).sum::<f64>() / spread;
    let unexplained: f64 = from_middle().map(|(u, y)| (y - slope * u) * (y - slope * u)).sum();
    let total: f64 = from_middle().map(|(_, y)| y * y).sum();
    let n = heights.len() as f64;
    let dof = u32::try_from(heights.len()).ok()?.checked_sub(2)?;
    let width = student(level, dof)? * (unexplained / f64::from(dof)).sqrt();
    let around = width / spread.sqrt();
    let varies = values.iter().any(|value| Some(value) != values.first());
    let r_squared = varies.then(|| 1.0 - unexplained / total).filter(|share| share.is_finite());
    let band = Band::Prediction { width, own: 1.0 + 1.0 / n, spread };
    Some(bare(pivot, slope, Some((slope - around, slope + around)), band, r_squared))
}

fn theil_sen(heights: &[Point], intercept: Intercept, level: f64) -> Option<Line> {
    let mut slopes = Vec::new();
    for (first, from) in heights.iter().enumerate() {
        for to in heights.iter().skip(first + 1) {
            slopes.push((to.value - from.value) / (to.at - from.at));
        }
    }
    let slopes = sorted(slopes, |slope| *slope);
    let slope = median(&slopes)?;
    let times: Vec<f64> = heights.iter().map(|point| point.at).collect();
    let middle = median(&times)?;
    let above: Vec<f64> = match intercept {
        Intercept::Separate => heights.iter().map(|point| point.value).collect(),
        Intercept::Joint => heights.iter().map(|point| point.value - slope * (point.at - middle)).collect(),
    };
    let (low, high) = sen_interval(heights, &slopes, level)?;
    let (low, high) = (low.min(slope), high.max(slope));
    let pivot = Point { at: middle, value: median(&above)? };
    Some(bare(pivot, slope, Some((low, high)), Band::Pencil { low, high }, None))
}

/// Sen's interval of the slope, equation 2.6 of Sen (1968) with ties among the values, by the positions scipy takes.
fn sen_interval(heights: &[Point], slopes: &[f64], level: f64) -> Option<(f64, f64)> {
    let triple = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let values = sorted(heights.iter().map(|point| point.value).collect(), |value| *value);
    let mut tied = 0.0;
    for run in values.chunk_by(|a, b| a == b) {
        tied += triple(run.len() as f64);
    }
    let deviation = ((triple(heights.len() as f64) - tied) / 18.0).max(0.0).sqrt();
    let (pairs, width) = (slopes.len() as f64, normal(level)? * deviation);
    // positions are whole numbers within 0 to the number of pairs
    let upper = ((pairs + width) / 2.0).round_ties_even() as usize;
    let lower = (((pairs - width) / 2.0).round_ties_even().max(1.0) as usize).saturating_sub(1);
    let last = slopes.len().checked_sub(1)?;
    Some((*slopes.get(lower.min(last))?, *slopes.get(upper.min(last))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RISING: Band = Band::Prediction { width: 2.0, own: 1.2, spread: 10.0 };

    fn line(pivot: (f64, f64), slope: f64, slopes: (f64, f64), band: Band) -> Line {
        bare(Point { at: pivot.0, value: pivot.1 }, slope, Some(slopes), band, None)
    }

    #[test]
    fn a_growth_rate_never_leads_to_zero_or_below() {
        let line = Line { trend: Trend::Geometric, ..line((2020.0, 1.0), 0.1, (0.0, 0.2), RISING) };
        assert_eq!([1.0, 0.0, -1.0].map(|value| line.height_of(value)), [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY]);
    }

    #[test]
    fn every_number_of_a_line_is_finite() {
        let check = |pivot, slope, slopes, band, expect: bool| {
            let line = line(pivot, slope, slopes, band);
            assert_eq!(line.checked().is_some(), expect, "{line:?}");
        };
        let (pivot, slopes) = ((2020.0, 1.0), (0.0, 0.2));
        let pencil = Band::Pencil { low: 0.0, high: 0.2 };
        for band in [RISING, pencil, Band::None] {
            check(pivot, 0.1, slopes, band, true);
            for wrong in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
                check((wrong, 1.0), 0.1, slopes, band, false);
                check((2020.0, wrong), 0.1, slopes, band, false);
                check(pivot, wrong, slopes, band, false);
                check(pivot, 0.1, (wrong, 0.2), band, false);
                check(pivot, 0.1, (0.0, wrong), band, false);
            }
        }
        let prediction = |width, own, spread| Band::Prediction { width, own, spread };
        for wrong in [f64::INFINITY, f64::NAN] {
            for band in [prediction(wrong, 1.2, 10.0), prediction(2.0, wrong, 10.0), prediction(2.0, 1.2, wrong)] {
                check(pivot, 0.1, slopes, band, false);
            }
        }
        // nothing is divided by no spread
        check(pivot, 0.1, slopes, prediction(2.0, 1.2, 0.0), false);
    }
}
