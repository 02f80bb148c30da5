//! S-time-distance: how many years lie between two places' passing of one level (P. Sicherl, *A New Generic Statistical
//! Measure in Dynamic Gap Analysis*, and *Time Distance in Economics and Statistics*, 2012).

use super::{
    arrival::Direction,
    forecast::{NoForecast, Trend, in_order},
    path::Point,
};
use crate::order::clamp;

/// How far in time the leader's passing of a level lies from one's own. Years are positive where the leader was there
/// earlier. What lies outside the leader's series is a bound, never carried on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TimeDistance {
    /// The leader was at the level within its series.
    At {
        /// When; the latest time where it was there more than once.
        at: f64,
        /// The own time minus that.
        years: f64,
        /// How many times it passed the level; more than one in a series that turns.
        crossings: usize,
    },
    /// The leader was past the level when its series begins: the distance is more than `years`.
    MoreThan {
        /// The own time minus the first time of the series.
        years: f64,
    },
    /// The leader was not there when its series ends: the distance is less than `years`, which is zero where both series
    /// end together and below zero where the leader's ends later.
    LessThan {
        /// The own time minus the last time of the series.
        years: f64,
    },
}

/// Why there is no time distance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoTimeDistance {
    /// The leader has fewer than two figures.
    TooFewPoints,
    /// Two of the leader's figures are of the same time.
    SameTime,
    /// Geometric interpolation needs every value above zero.
    NotPositive,
    /// A time or value is not finite.
    NotFinite,
}

/// The S-time-distance of a level reached by `own` in the leader's series, points in any order. Between two figures the
/// leader is taken to have moved along `trend`. `direction` says on which side of the level "past it" is, where the
/// series does not reach it.
///
/// ```
/// use duibiao::trajectory::{Trend, Direction, Point, TimeDistance, time_distance};
///
/// let leader = [(2018.0, 80.0), (2020.0, 100.0), (2024.0, 180.0)].map(|(at, value)| Point { at, value });
/// let own = Point { at: 2024.0, value: 120.0 };
/// let distance = time_distance(&own, &leader, Trend::Linear, Direction::Up).unwrap();
/// assert_eq!(distance, TimeDistance::At { at: 2021.0, years: 3.0, crossings: 1 });
/// ```
///
/// # Errors
/// See [`NoTimeDistance`].
pub fn time_distance(own: &Point, leader: &[Point], trend: Trend, direction: Direction) -> Result<TimeDistance, NoTimeDistance> {
    let series = in_order(leader).map_err(|reason| match reason {
        NoForecast::SameTime => NoTimeDistance::SameTime,
        _ => NoTimeDistance::NotFinite,
    })?;
    if !own.at.is_finite() || !own.value.is_finite() {
        return Err(NoTimeDistance::NotFinite);
    }
    if trend == Trend::Geometric && series.iter().chain([own]).any(|point| point.value <= 0.0) {
        return Err(NoTimeDistance::NotPositive);
    }
    let (Some(first), Some(last)) = (series.first(), series.last().filter(|_| series.len() > 1)) else {
        return Err(NoTimeDistance::TooFewPoints);
    };
    let mut found = (first.value == own.value).then_some((first.at, 1));
    for (from, to) in series.iter().zip(series.iter().skip(1)) {
        let Some(at) = crossing(*from, *to, own.value, trend) else { continue };
        let stays = from.value == own.value && to.value == own.value;
        let before = found.map_or(0, |(_, crossings)| crossings);
        found = Some((at, if stays { before } else { before + 1 }));
    }
    let distance = match found {
        Some((at, crossings)) => TimeDistance::At { at, years: own.at - at, crossings },
        None if direction.past(first.value, own.value) > 0.0 => TimeDistance::MoreThan { years: own.at - first.at },
        None => TimeDistance::LessThan { years: own.at - last.at },
    };
    let (TimeDistance::At { years, .. } | TimeDistance::MoreThan { years } | TimeDistance::LessThan { years }) = distance;
    if years.is_finite() { Ok(distance) } else { Err(NoTimeDistance::NotFinite) }
}

/// When a stretch is at a level, its start excluded and its end included.
fn crossing(from: Point, to: Point, level: f64, trend: Trend) -> Option<f64> {
    if to.value == level {
        return Some(to.at);
    }
    if (level < from.value) == (level < to.value) || from.value == level {
        return None;
    }
    let share = match trend {
        // halved first, so that no difference overflows
        Trend::Linear => (level / 2.0 - from.value / 2.0) / (to.value / 2.0 - from.value / 2.0),
        Trend::Geometric => {
            let height = libm::log(from.value);
            (libm::log(level) - height) / (libm::log(to.value) - height)
        }
    };
    let at = from.at + (to.at - from.at) * share;
    // rounding must not lead out of the stretch; logarithms that are equal give no share of it
    Some(if at.is_nan() { to.at } else { clamp(at, from.at, to.at) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(at, value)| Point { at: *at, value: *value }).collect()
    }

    #[track_caller]
    fn check(leader: &[(f64, f64)], level: f64, direction: Direction, expect: Result<TimeDistance, NoTimeDistance>) {
        assert_eq!(time_distance(&Point { at: 2024.0, value: level }, &series(leader), Trend::Linear, direction), expect);
    }

    const RISING: [(f64, f64); 3] = [(2018.0, 80.0), (2020.0, 100.0), (2024.0, 180.0)];

    #[test]
    fn within_the_series_and_outside() {
        check(&RISING, 100.0, Direction::Up, Ok(TimeDistance::At { at: 2020.0, years: 4.0, crossings: 1 }));
        check(&RISING, 80.0, Direction::Up, Ok(TimeDistance::At { at: 2018.0, years: 6.0, crossings: 1 }));
        check(&RISING, 180.0, Direction::Up, Ok(TimeDistance::At { at: 2024.0, years: 0.0, crossings: 1 }));
        check(&RISING, 70.0, Direction::Up, Ok(TimeDistance::MoreThan { years: 6.0 }));
        check(&RISING, 190.0, Direction::Up, Ok(TimeDistance::LessThan { years: 0.0 }));
    }

    #[test]
    fn downwards() {
        let falling = [(2020.0, 12.0), (2022.0, 6.0), (2026.0, 4.0)];
        check(&falling, 9.0, Direction::Down, Ok(TimeDistance::At { at: 2021.0, years: 3.0, crossings: 1 }));
        check(&falling, 15.0, Direction::Down, Ok(TimeDistance::MoreThan { years: 4.0 }));
        check(&falling, 3.0, Direction::Down, Ok(TimeDistance::LessThan { years: -2.0 }));
    }

    #[test]
    fn a_series_that_turns_gives_the_latest() {
        let turning = [(2018.0, 0.0), (2020.0, 20.0), (2022.0, 0.0), (2024.0, 40.0)];
        check(&turning, 10.0, Direction::Up, Ok(TimeDistance::At { at: 2022.5, years: 1.5, crossings: 3 }));
        // a level it rests on is passed once, and left last
        let resting = [(2018.0, 0.0), (2020.0, 10.0), (2022.0, 10.0), (2024.0, 40.0)];
        check(&resting, 10.0, Direction::Up, Ok(TimeDistance::At { at: 2022.0, years: 2.0, crossings: 1 }));
        check(&[(2018.0, 10.0), (2020.0, 10.0)], 10.0, Direction::Up, Ok(TimeDistance::At { at: 2020.0, years: 4.0, crossings: 1 }));
    }

    #[test]
    fn along_a_growth_rate() {
        // from 100 to 400 in four years it is at 200 after two, not at the third of the way
        let at = |own: f64, leader: &[(f64, f64)]| match time_distance(
            &Point { at: 2024.0, value: own },
            &series(leader),
            Trend::Geometric,
            Direction::Up,
        ) {
            Ok(TimeDistance::At { at, years, .. }) => {
                assert_eq!(years, 2024.0 - at);
                at
            }
            other => panic!("{other:?}"),
        };
        assert!((at(200.0, &[(2016.0, 100.0), (2020.0, 400.0)]) - 2018.0).abs() < 1e-9);
        assert!((at(50.0, &[(2016.0, 200.0), (2020.0, 12.5)]) - 2018.0).abs() < 1e-9);
        assert_eq!(at(400.0, &[(2016.0, 100.0), (2020.0, 400.0)]), 2020.0);
    }

    #[test]
    fn levels_far_apart_and_next_to_each_other() {
        let found = |level, low: f64, high: f64, trend| {
            let leader = series(&[(2018.0, low), (2022.0, high)]);
            time_distance(&Point { at: 2024.0, value: level }, &leader, trend, Direction::Up)
        };
        // no difference overflows
        assert_eq!(found(0.0, -1.5e308, 1.5e308, Trend::Linear), Ok(TimeDistance::At { at: 2020.0, years: 4.0, crossings: 1 }));
        // a hair past the first figure is just after it, not at the end of the stretch
        for (level, last) in [(100.0 + 2e-14, 200.0), (100.0 - 2e-14, 50.0)] {
            let Ok(TimeDistance::At { at, years, .. }) = found(level, 100.0, last, Trend::Linear) else { panic!() };
            assert_eq!((at, years), (2018.0, 6.0));
        }
        // logarithms that cannot be told apart must not lead out of the stretch
        let (low, level, high) = (1e16, 1e16 + 2.0, 1e16 + 4.0);
        let Ok(TimeDistance::At { at, .. }) = found(level, low, high, Trend::Geometric) else { panic!() };
        assert!((2018.0..=2022.0).contains(&at), "{at}");
    }

    #[test]
    fn reasons() {
        let own = |at, value, trend| time_distance(&Point { at, value }, &series(&RISING), trend, Direction::Up).err();
        assert_eq!(own(f64::NAN, 100.0, Trend::Linear), Some(NoTimeDistance::NotFinite));
        assert_eq!(own(2024.0, f64::INFINITY, Trend::Linear), Some(NoTimeDistance::NotFinite));
        assert_eq!(own(2024.0, 0.0, Trend::Geometric), Some(NoTimeDistance::NotPositive));
        assert_eq!(own(2024.0, 0.0, Trend::Linear), None);
        check(&RISING[..1], 80.0, Direction::Up, Err(NoTimeDistance::TooFewPoints));
        check(&[], 80.0, Direction::Up, Err(NoTimeDistance::TooFewPoints));
        check(&[(2018.0, 1.0), (2018.0, 2.0)], 1.0, Direction::Up, Err(NoTimeDistance::SameTime));
        check(&[(2018.0, 1.0), (2019.0, f64::NAN)], 1.0, Direction::Up, Err(NoTimeDistance::NotFinite));
        let zero = series(&[(2018.0, 0.0), (2019.0, 2.0)]);
        let found = time_distance(&Point { at: 2024.0, value: 1.0 }, &zero, Trend::Geometric, Direction::Up);
        assert_eq!(found, Err(NoTimeDistance::NotPositive));
    }

    proptest! {
        #[test]
        fn neither_scale_nor_calendar_nor_order_matter(values in prop::collection::vec(1.0f64..100.0, 2..8), level in 1.0f64..100.0,
            factor in 1e-6f64..1e6, shift in -50.0f64..50.0, geometric: bool) {
            let trend = if geometric { Trend::Geometric } else { Trend::Linear };
            let made = |factor: f64, shift: f64| values.iter().zip(0..)
                .map(|(value, year)| Point { at: f64::from(year) + shift, value: value * factor }).collect::<Vec<_>>();
            let found = time_distance(&Point { at: 9.0, value: level }, &made(1.0, 0.0), trend, Direction::Up).unwrap();
            let mut other = made(factor, shift);
            other.reverse();
            let moved = time_distance(&Point { at: 9.0 + shift, value: level * factor }, &other, trend, Direction::Up).unwrap();
            let years = |distance| match distance {
                TimeDistance::At { years, .. } => (0, years),
                TimeDistance::MoreThan { years } => (1, years),
                TimeDistance::LessThan { years } => (2, years),
            };
            prop_assert_eq!(years(found).0, years(moved).0);
            prop_assert!((years(found).1 - years(moved).1).abs() < 1e-7);
        }

        #[test]
        fn any_input(points in prop::collection::vec(any::<(f64, f64)>(), 0..6), own in any::<(f64, f64)>(), kind in 0u8..4) {
            let trend = if kind & 1 == 0 { Trend::Geometric } else { Trend::Linear };
            let direction = if kind & 2 == 0 { Direction::Up } else { Direction::Down };
            if let Ok(TimeDistance::At { at, years, .. }) = time_distance(&Point { at: own.0, value: own.1 }, &series(&points), trend, direction) {
                prop_assert!(at.is_finite() && years.is_finite());
            }
        }
    }
}
