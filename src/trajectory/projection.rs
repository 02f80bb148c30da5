//! Where the present pace leads.

use super::path::{Point, growth};

/// A pace carried forward.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection {
    /// What it carries forward, a year.
    pub rate: Rate,
    /// The point the growth is measured from.
    pub since: Point,
    /// The latest point, from which it is carried forward.
    pub from: Point,
    /// When the target is met at that pace; `None` where it leads away or takes more than a century.
    pub arrival: Option<f64>,
}

/// A pace, a year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Rate {
    /// Compound growth, as a fraction.
    Growth(f64),
    /// The same amount, in the indicator's unit: for ways to or through zero, which no growth rate walks.
    Change(f64),
}

/// Why there is no projection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoProjection {
    /// Fewer than two actual points.
    TooFewPoints,
    /// No time passes between the points.
    NoTime,
}

const CENTURY: f64 = 100.0;

impl Projection {
    /// A pace carried forward from a point, and when it meets a goal.
    pub(crate) fn new(rate: Rate, since: Point, from: Point, goal: f64) -> Projection {
        let years = match rate {
            Rate::Growth(growth) => libm::log(goal / from.value) / libm::log(1.0 + growth),
            Rate::Change(change) => (goal - from.value) / change,
        };
        let arrival = if goal == from.value { Some(from.at) } else { Some(from.at + years).filter(|_| (0.0..=CENTURY).contains(&years)) };
        Projection { rate, since, from, arrival }
    }

    /// The value at a time, at this pace.
    pub fn value_at(&self, at: f64) -> f64 {
        let years = at - self.from.at;
        match self.rate {
            Rate::Growth(growth) => self.from.value * libm::pow(1.0 + growth, years),
            Rate::Change(change) => self.from.value + change * years,
        }
    }
}

/// Carries the compound growth over the last `k` steps of a series forward (fewer where it has fewer);
/// where a value or the goal is not above zero, the mean change instead.
/// `points` are in order of time; `goal` is in the same unit.
///
/// # Errors
/// See [`NoProjection`].
pub fn last_k(points: &[Point], k: usize, goal: f64) -> Result<Projection, NoProjection> {
    let Some((from, earlier)) = points.split_last() else { return Err(NoProjection::TooFewPoints) };
    let since = earlier.get(earlier.len().saturating_sub(k.max(1))).ok_or(NoProjection::TooFewPoints)?;
    let span = from.at - since.at;
    if span <= 0.0 {
        return Err(NoProjection::NoTime);
    }
    let rate = match growth(*since, *from).filter(|_| goal > 0.0) {
        Some(growth) => Rate::Growth(growth),
        None => Rate::Change((from.value - since.value) / span),
    };
    Ok(Projection::new(rate, *since, *from, goal))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[(f64, f64)]) -> Vec<Point> {
        values.iter().map(|(at, value)| Point { at: *at, value: *value }).collect()
    }

    #[test]
    fn the_reference_figure() {
        let points = series(&[(2022.0, 1000.0), (2023.0, 1190.0), (2024.0, 1430.0)]);
        let projection = last_k(&points, 2, 2000.0).unwrap();
        assert!(matches!(projection.rate, Rate::Growth(growth) if f64::round(growth * 1e4) == 1958.0));
        assert!((projection.arrival.unwrap() - 2025.876).abs() < 1e-3);
    }

    #[test]
    fn a_pace_carried_forward() {
        let growing = last_k(&series(&[(2020.0, 50.0), (2022.0, 100.0), (2024.0, 144.0)]), 1, 207.36).unwrap();
        assert_eq!((growing.since.at, growing.from.at), (2022.0, 2024.0));
        assert!((growing.value_at(2026.0) - 207.36).abs() < 1e-9 && (growing.value_at(2022.0) - 100.0).abs() < 1e-9);
        assert!((growing.arrival.unwrap() - 2026.0).abs() < 1e-9);
        let falling = last_k(&series(&[(2022.0, 40.0), (2024.0, 25.0)]), 2, 0.0).unwrap();
        assert_eq!((falling.value_at(2025.0), falling.value_at(2023.0)), (17.5, 32.5));
        // no steps are one, and as many as there are
        let points = series(&[(2021.0, 1.0), (2022.0, 2.0), (2024.0, 3.0)]);
        assert_eq!([0, 1, 2, 9].map(|k| last_k(&points, k, 9.0).unwrap().since.at), [2022.0, 2022.0, 2021.0, 2021.0]);
        assert_eq!(last_k(&series(&[(2022.0, 1.0), (2022.0, 2.0)]), 2, 9.0), Err(NoProjection::NoTime));
    }

    #[test]
    fn a_century_and_no_more() {
        let arrival = |goal| last_k(&series(&[(2022.0, -1.0), (2024.0, 1.0)]), 2, goal).unwrap().arrival;
        assert_eq!((arrival(101.0), arrival(102.0), arrival(1.0), arrival(0.0)), (Some(2124.0), None, Some(2024.0), None));
    }

    #[test]
    fn reasons_instead_of_guesses() {
        assert_eq!(last_k(&[], 2, 1.0), Err(NoProjection::TooFewPoints));
        assert_eq!(last_k(&series(&[(2022.0, 5.0)]), 2, 1.0), Err(NoProjection::TooFewPoints));
    }

    #[test]
    fn to_zero_by_even_steps() {
        let projection = last_k(&series(&[(2022.0, 40.0), (2023.0, 31.0), (2024.0, 25.0)]), 2, 0.0).unwrap();
        assert_eq!(projection.rate, Rate::Change(-7.5));
        assert!((projection.arrival.unwrap() - (2024.0 + 25.0 / 7.5)).abs() < 1e-12);
        assert_eq!(last_k(&series(&[(2022.0, 0.0), (2023.0, 5.0)]), 2, 10.0).unwrap().arrival, Some(2024.0));
    }

    #[test]
    fn a_pace_that_leads_away_never_arrives() {
        let points = series(&[(2022.0, 100.0), (2023.0, 90.0)]);
        assert_eq!(last_k(&points, 3, 200.0).unwrap().arrival, None);
        assert_eq!(last_k(&series(&[(2022.0, 100.0), (2023.0, 100.0)]), 3, 200.0).unwrap().arrival, None);
        assert!(last_k(&points, 3, 50.0).unwrap().arrival.is_some());
    }
}
