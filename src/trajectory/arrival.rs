//! When a target is met, if things go on as forecast.

use super::{
    forecast::{Forecast, NoForecast},
    line::Band,
    path::Point,
};
use crate::order::clamp;

/// Which way is forward.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// More is better: a target is met from below.
    Up,
    /// Less is better: a target is met from above.
    Down,
}

impl Direction {
    /// How far `value` is past `mark` on the good side; below zero where it falls short.
    pub(super) fn past(self, value: f64, mark: f64) -> f64 {
        match self {
            Direction::Up => value - mark,
            Direction::Down => mark - value,
        }
    }
}

/// What is to be met, by when.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Goal {
    /// In the indicator's unit.
    pub value: f64,
    /// When, in years on the axis.
    pub deadline: f64,
    /// From which side.
    pub direction: Direction,
    /// Whether it must be passed (>) and not only reached (≥).
    pub strict: bool,
}

impl Goal {
    /// Whether a value meets it.
    pub fn is_met(&self, value: f64) -> bool {
        let past = self.direction.past(value, self.value);
        past > 0.0 || (past == 0.0 && !self.strict)
    }
}

/// When a goal is met.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Arrival {
    /// The latest figure meets it: since the first of the unbroken run of figures that do.
    Met(Eta),
    /// It is still to be met.
    Ahead {
        /// On the line of the forecast, at or after the latest figure; `None` for never, which is also what takes more
        /// than a century. Where the line has already passed the goal and the latest figure has not, the time of that figure.
        expected: Option<Eta>,
        /// The same for the bounds of the interval; `None` where the method has none.
        bounds: Option<Bounds>,
    },
}

/// The arrivals of an interval's bounds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    /// Of the more favourable bound; `None` for never.
    pub earliest: Option<Eta>,
    /// Of the less favourable bound; `None` for never.
    pub latest: Option<Eta>,
}

/// A time of arrival.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Eta {
    /// Years on the axis.
    pub at: f64,
    /// Years after the deadline; below zero for years before it.
    pub late: f64,
}

const CENTURY: f64 = 100.0;

impl Forecast {
    /// When the goal is met at this pace. Bounds are met where they first reach the goal; a less favourable bound of
    /// least squares may fall back behind it later, as the interval widens.
    ///
    /// ```
    /// use duibiao::trajectory::{Arrival, Trend, Direction, Forecast, ForecastMethod, Goal, Point};
    ///
    /// let points = [(2022.0, 1000.0), (2023.0, 1190.0), (2024.0, 1430.0)].map(|(at, value)| Point { at, value });
    /// let method = ForecastMethod::LastSteps { steps: 2, trend: Trend::Geometric };
    /// let forecast = Forecast::new(&points, method, 0.8).unwrap();
    /// let goal = Goal { value: 2000.0, deadline: 2025.0, direction: Direction::Up, strict: false };
    /// let Ok(Arrival::Ahead { expected: Some(eta), .. }) = forecast.arrival(&goal) else { panic!() };
    /// assert!((eta.at - 2025.876).abs() < 1e-3 && (eta.late - 0.876).abs() < 1e-3);
    /// ```
    ///
    /// # Errors
    /// [`NoForecast::NotFinite`] where the goal is not finite.
    pub fn arrival(&self, goal: &Goal) -> Result<Arrival, NoForecast> {
        if !goal.value.is_finite() || !goal.deadline.is_finite() {
            return Err(NoForecast::NotFinite);
        }
        let eta = |at: f64| Some(Eta { at, late: at - goal.deadline }).filter(|eta| eta.late.is_finite());
        let run = self.points().iter().rev().take_while(|point| goal.is_met(point.value));
        if let Some(since) = run.last().and_then(|point| eta(point.at)) {
            return Ok(Arrival::Met(since));
        }
        let now = self.latest().at;
        let (line, height) = (&self.line, self.line.height_of(goal.value));
        let straight = |slope: f64| line_arrival(line.pivot, slope, height, goal.direction, now).and_then(eta);
        let bounds = match line.band {
            Band::None => None,
            Band::Pencil { low, high } => {
                let (fast, slow) = if goal.direction == Direction::Up { (high, low) } else { (low, high) };
                Some(Bounds { earliest: straight(fast), latest: straight(slow) })
            }
            Band::Prediction { width, own, spread } => {
                let ahead = |at: f64| goal.direction.past(line.height(at), height);
                let fast = |at: f64| ahead(at) + line.reach(at);
                let slow = |at: f64| ahead(at) - line.reach(at);
                // the favourable bound is convex in time: once short of the goal, it crosses at most once; the other is
                // concave: it crosses before its best time or never
                let best = line.pivot.at + best_time(goal.direction.past(line.slope, 0.0), width, own, spread);
                let until = clamp(best, now, now + CENTURY);
                Some(Bounds { earliest: first(fast, now, now + CENTURY).and_then(eta), latest: first(slow, now, until).and_then(eta) })
            }
        };
        Ok(Arrival::Ahead { expected: straight(line.slope), bounds })
    }
}

/// When a straight line from `pivot` is at a height, from `now` on and within a century.
fn line_arrival(pivot: Point, slope: f64, height: f64, direction: Direction, now: f64) -> Option<f64> {
    if direction.past(pivot.value + slope * (now - pivot.at), height) >= 0.0 {
        return Some(now);
    }
    let at = pivot.at + (height - pivot.value) / slope;
    Some(at).filter(|at| direction.past(slope, 0.0) > 0.0 && (now..=now + CENTURY).contains(at))
}

/// Years from the pivot at which slope·u − width·√(own + u²/spread) is greatest: infinity where it rises for good,
/// minus infinity where the slope leads away.
fn best_time(slope: f64, width: f64, own: f64, spread: f64) -> f64 {
    if slope <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let excess = width * width - slope * slope * spread;
    if excess > 0.0 { slope * spread * (own / excess).sqrt() } else { f64::INFINITY }
}

/// The first time from `now` to `until` at which a curve that rises in between is at zero or above, by halving to the
/// last digit.
fn first(curve: impl Fn(f64) -> f64, now: f64, until: f64) -> Option<f64> {
    if curve(now) >= 0.0 {
        return Some(now);
    }
    let end = curve(until);
    if end < 0.0 || end.is_nan() {
        return None;
    }
    let (mut short, mut past) = (now, until);
    loop {
        let middle = short + (past - short) / 2.0;
        if middle <= short || middle >= past {
            return Some(past);
        }
        if curve(middle) >= 0.0 {
            past = middle;
        } else {
            short = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trajectory::{ForecastMethod, Intercept, Trend};
    use proptest::prelude::*;

    fn forecast(values: &[(f64, f64)], method: ForecastMethod) -> Forecast {
        let points: Vec<Point> = values.iter().map(|(at, value)| Point { at: *at, value: *value }).collect();
        Forecast::new(&points, method, 0.8).unwrap()
    }

    fn goal(value: f64, direction: Direction) -> Goal {
        Goal { value, deadline: 2030.0, direction, strict: false }
    }

    const EVEN: [(f64, f64); 4] = [(2021.0, 10.0), (2022.0, 12.0), (2023.0, 14.0), (2024.0, 16.0)];
    const UNEVEN: [(f64, f64); 5] = [(2020.0, 9.0), (2021.0, 15.0), (2022.0, 8.0), (2023.0, 15.0), (2024.0, 14.0)];

    #[test]
    fn a_perfect_fit_arrives_at_one_time() {
        let Ok(Arrival::Ahead { expected: Some(eta), bounds: Some(Bounds { earliest: Some(early), latest: Some(late) }) }) =
            forecast(&EVEN, ForecastMethod::LeastSquares(Trend::Linear)).arrival(&goal(30.0, Direction::Up))
        else {
            panic!()
        };
        for eta in [eta, early, late] {
            assert!((eta.at - 2031.0).abs() < 1e-9 && (eta.late - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn met_since_the_run_began() {
        let forecast = forecast(&UNEVEN, ForecastMethod::LeastSquares(Trend::Linear));
        assert_eq!(forecast.arrival(&goal(13.0, Direction::Up)), Ok(Arrival::Met(Eta { at: 2023.0, late: -7.0 })));
        let strict = Goal { strict: true, ..goal(14.0, Direction::Up) };
        assert!(matches!(forecast.arrival(&strict), Ok(Arrival::Ahead { .. })));
    }

    #[test]
    fn met_from_either_side() {
        let check = |direction, strict, expect: [bool; 3]| {
            let goal = Goal { strict, ..goal(13.0, direction) };
            assert_eq!([12.0, 13.0, 14.0].map(|value| goal.is_met(value)), expect, "{direction:?} {strict}");
        };
        check(Direction::Up, false, [false, true, true]);
        check(Direction::Up, true, [false, false, true]);
        check(Direction::Down, false, [true, true, false]);
        check(Direction::Down, true, [true, false, false]);
    }

    #[test]
    fn where_a_straight_line_arrives() {
        let pivot = Point { at: 2020.0, value: 10.0 };
        let up = |slope, height, now| line_arrival(pivot, slope, height, Direction::Up, now);
        assert_eq!(up(2.0, 20.0, 2022.0), Some(2025.0));
        // past it already, or just there
        assert_eq!((up(2.0, 20.0, 2026.0), up(2.0, 20.0, 2025.0)), (Some(2026.0), Some(2025.0)));
        assert_eq!((up(0.0, 20.0, 2022.0), up(-1.0, 20.0, 2022.0)), (None, None));
        assert_eq!((up(0.0, 10.0, 2022.0), up(-1.0, 5.0, 2022.0)), (Some(2022.0), Some(2022.0)));
        let down = |slope, height| line_arrival(pivot, slope, height, Direction::Down, 2022.0);
        assert_eq!((down(-2.0, 0.0), down(2.0, 0.0)), (Some(2025.0), None));
        // a century from now, not from the pivot
        assert_eq!((up(1.0, 112.0, 2022.0), up(1.0, 113.0, 2022.0)), (Some(2122.0), None));
    }

    #[test]
    fn when_the_less_favourable_bound_is_best() {
        // where slope·u − width·√(own + u²/spread) has its zero derivative
        assert_eq!(best_time(1.0, 2.0, 3.0, 1.0), 1.0);
        assert_eq!(best_time(1.0, 4.0, 3.0, 4.0), 2.0);
        assert_eq!(best_time(2.0, 4.0, 12.0, 1.0), 2.0);
        // it rises for good where the interval widens no faster than the line rises
        assert_eq!((best_time(1.0, 2.0, 3.0, 4.0), best_time(3.0, 2.0, 3.0, 1.0)), (f64::INFINITY, f64::INFINITY));
        // and where it does not widen at all, however slowly the line rises
        assert_eq!(best_time(1e-200, 0.0, 3.0, 1e-200), f64::INFINITY);
        assert_eq!((best_time(0.0, 2.0, 3.0, 1.0), best_time(-1.0, 2.0, 3.0, 1.0)), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    }

    #[test]
    fn the_first_time_a_curve_is_there() {
        let found = |root: f64, now, until| first(|at| at - root, now, until);
        assert_eq!((found(3.0, 3.0, 9.0), found(2.0, 3.0, 9.0)), (Some(3.0), Some(3.0)));
        assert_eq!((found(9.0, 3.0, 9.0), found(9.5, 3.0, 9.0)), (Some(9.0), None));
        assert_eq!(first(|at| if at < 9.0 { -1.0 } else { f64::NAN }, 3.0, 9.0), None);
        let root = found(core::f64::consts::PI, 3.0, 9.0).unwrap();
        assert!((root - core::f64::consts::PI).abs() <= f64::EPSILON * 4.0, "{root}");
    }

    #[test]
    fn the_steeper_bound_arrives_first_whichever_way_is_forward() {
        for (values, direction, mark) in
            [([10.0, 12.0, 13.0, 16.0], Direction::Up, 30.0), ([30.0, 28.0, 27.0, 24.0], Direction::Down, 10.0)]
        {
            let points: Vec<(f64, f64)> = (2021..).map(f64::from).zip(values).collect();
            for method in [ForecastMethod::TheilSen(Trend::Linear, Intercept::Joint), ForecastMethod::LeastSquares(Trend::Linear)] {
                let found = forecast(&points, method).arrival(&goal(mark, direction));
                let Ok(Arrival::Ahead { expected: Some(eta), bounds: Some(Bounds { earliest: Some(early), latest: Some(late) }) }) = found
                else {
                    panic!("{found:?}")
                };
                assert!(2024.0 < early.at && early.at < eta.at && eta.at < late.at, "{early:?} {eta:?} {late:?}");
                assert!((eta.late - (eta.at - 2030.0)).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_goal_that_is_no_number() {
        let forecast = forecast(&EVEN, ForecastMethod::LeastSquares(Trend::Linear));
        assert_eq!(forecast.arrival(&goal(f64::NAN, Direction::Up)), Err(NoForecast::NotFinite));
        let never = Goal { deadline: f64::INFINITY, ..goal(30.0, Direction::Up) };
        assert_eq!(forecast.arrival(&never), Err(NoForecast::NotFinite));
    }

    #[test]
    fn away_is_never() {
        for method in [ForecastMethod::LeastSquares(Trend::Linear), ForecastMethod::LastSteps { steps: 2, trend: Trend::Geometric }] {
            let Ok(Arrival::Ahead { expected, bounds }) = forecast(&EVEN, method).arrival(&goal(5.0, Direction::Down)) else { panic!() };
            assert_eq!(expected, None);
            assert!(bounds.is_none_or(|bounds| bounds == Bounds { earliest: None, latest: None }));
        }
    }

    #[test]
    fn a_growth_rate_never_leads_to_zero() {
        let falling = forecast(&[(2022.0, 40.0), (2023.0, 30.0), (2024.0, 20.0)], ForecastMethod::LeastSquares(Trend::Geometric));
        let Ok(Arrival::Ahead { expected: None, .. }) = falling.arrival(&goal(0.0, Direction::Down)) else { panic!() };
    }

    #[test]
    fn over_a_century_is_never() {
        let slow = forecast(&[(2022.0, 10.0), (2024.0, 10.1)], ForecastMethod::LastSteps { steps: 1, trend: Trend::Linear });
        assert!(matches!(slow.arrival(&goal(15.0, Direction::Up)), Ok(Arrival::Ahead { expected: Some(_), bounds: None })));
        assert!(matches!(slow.arrival(&goal(15.2, Direction::Up)), Ok(Arrival::Ahead { expected: None, bounds: None })));
        let even = [(2021.0, 10.0), (2022.0, 10.5), (2023.0, 11.0), (2024.0, 11.5)];
        let bounds = |mark| match forecast(&even, ForecastMethod::LeastSquares(Trend::Linear)).arrival(&goal(mark, Direction::Up)) {
            Ok(Arrival::Ahead { bounds: Some(Bounds { earliest, latest }), .. }) => (earliest.is_some(), latest.is_some()),
            other => panic!("{other:?}"),
        };
        assert_eq!((bounds(61.0), bounds(62.0)), ((true, true), (false, false)));
    }

    #[test]
    fn the_less_favourable_bound_may_never_arrive() {
        let Ok(Arrival::Ahead { expected: Some(_), bounds: Some(bounds) }) =
            forecast(&UNEVEN, ForecastMethod::LeastSquares(Trend::Linear)).arrival(&goal(40.0, Direction::Up))
        else {
            panic!()
        };
        assert!(bounds.earliest.is_some() && bounds.latest.is_none(), "{bounds:?}");
    }

    #[test]
    fn the_less_favourable_bound_may_fall_back_behind_the_goal() {
        let dipped: Vec<(f64, f64)> = (2017..).map(f64::from).zip([1.0, 3.0, 6.0, 5.0, 20.0, 27.0, 26.0, 1.0]).collect();
        let forecast = forecast(&dipped, ForecastMethod::LeastSquares(Trend::Linear));
        let Ok(Arrival::Ahead { bounds: Some(Bounds { latest: Some(eta), .. }), .. }) = forecast.arrival(&goal(7.0, Direction::Up)) else {
            panic!()
        };
        let least = |at| forecast.at(at).and_then(|estimate| estimate.range).unwrap().0;
        assert!((least(eta.at) - 7.0).abs() < 1e-9 && least(eta.at - 1.0) < 7.0 && least(eta.at + 1.0) > 7.0, "{eta:?}");
        assert!(least(2124.0) < 7.0);
    }

    proptest! {
        #[test]
        fn bounds_hold_the_arrival(values in prop::collection::vec(1.0f64..100.0, 3..9), mark in 1.0f64..300.0, kind in 0u8..8) {
            let trend = if kind & 1 == 0 { Trend::Geometric } else { Trend::Linear };
            let method = if kind & 2 == 0 { ForecastMethod::LeastSquares(trend) } else { ForecastMethod::TheilSen(trend, Intercept::Separate) };
            let direction = if kind & 4 == 0 { Direction::Up } else { Direction::Down };
            let points: Vec<(f64, f64)> = values.iter().zip(2016..).map(|(value, year)| (f64::from(year), *value)).collect();
            let made = |factor: f64, shift: f64| {
                let points: Vec<(f64, f64)> = points.iter().map(|(at, value)| (at + shift, value * factor)).collect();
                let goal = Goal { value: mark * factor, deadline: 2030.0 + shift, direction, strict: false };
                forecast(&points, method).arrival(&goal).unwrap()
            };
            let found = made(1.0, 0.0);
            let Arrival::Ahead { expected, bounds: Some(Bounds { earliest, latest }) } = found else { return Ok(()) };
            let at = |eta: Option<Eta>| eta.map_or(f64::INFINITY, |eta| eta.at);
            prop_assert!(at(earliest) <= at(expected) + 1e-9 && at(expected) <= at(latest) + 1e-9);
            // neither the unit nor the calendar matters
            for moved in [made(1000.0, 0.0), made(1.0, 7.0)] {
                let Arrival::Ahead { expected: Some(moved), .. } = moved else { continue };
                prop_assert!(expected.is_none_or(|eta| (eta.late - moved.late).abs() < 1e-6));
            }
        }

        #[test]
        fn any_input(points in prop::collection::vec(any::<(f64, f64)>(), 0..7), mark in any::<[f64; 3]>(), kind in 0u8..24) {
            let trend = if kind & 1 == 0 { Trend::Geometric } else { Trend::Linear };
            let direction = if kind & 2 == 0 { Direction::Up } else { Direction::Down };
            let method = match kind / 4 {
                0 | 1 => ForecastMethod::LeastSquares(trend),
                2 | 3 => ForecastMethod::TheilSen(trend, Intercept::Joint),
                4 => ForecastMethod::TheilSen(trend, Intercept::Separate),
                _ => ForecastMethod::LastSteps { steps: 2, trend },
            };
            let abs = points.iter().map(|(at, value)| (at % 1e4, value.abs())).collect::<Vec<_>>();
            for points in [points, abs] {
                let points: Vec<Point> = points.iter().map(|(at, value)| Point { at: *at, value: *value }).collect();
                let Ok(forecast) = Forecast::new(&points, method, 0.8) else { continue };
                let goal = Goal { value: mark[0], deadline: mark[1], direction, strict: false };
                let etas = match forecast.arrival(&goal) {
                    Ok(Arrival::Met(eta)) => [Some(eta), None, None],
                    Ok(Arrival::Ahead { expected, bounds }) => [expected, bounds.and_then(|b| b.earliest), bounds.and_then(|b| b.latest)],
                    Err(_) => [None; 3],
                };
                prop_assert!(etas.into_iter().flatten().all(|eta| eta.at.is_finite() && eta.late.is_finite()));
                for at in [mark[2], mark[2] % 1e4, forecast.latest().at] {
                    let Some(estimate) = forecast.at(at) else { continue };
                    prop_assert!(estimate.value.is_finite());
                    if let Some((low, high)) = estimate.range {
                        prop_assert!(low.is_finite() && high.is_finite() && low <= estimate.value && estimate.value <= high);
                    }
                }
            }
        }
    }
}
