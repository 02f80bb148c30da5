//! Shapes of paths beyond the two the widget draws: how the way between baseline and target is spread over the time.

use super::{
    pace::Pace,
    path::{Point, growth},
};
use crate::order::clamp;

/// How a path runs between its two ends. `s` is the part of the time gone, from 0 to 1.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// The same growth rate every year. Needs both ends above zero.
    Geometric,
    /// The same amount every year.
    Linear,
    /// The part s^p of the way: with p below 1 most of it early (front-loaded), above 1 late (back-loaded). p is above 0.
    Power(f64),
    /// Slow, fast, slow: the logistic curve 1 ÷ (1 + e^(−k(s−½))), stretched so that it starts at exactly 0 and ends at
    /// exactly 1. The steepness k is above 0; near 0 it is a straight line, at 10 nearly all happens in the middle half.
    Logistic(f64),
    /// Through points the plan names, in straight lines; each lies strictly between the ends, in order of time.
    Milestones(Vec<Point>),
    /// For what adds up within one year: the share of each of the 12 months or 4 quarters in the yearly total. The path is
    /// the total so far. Shares are not below zero and sum to 1.
    Seasonal(Vec<f64>),
}

/// A path of any shape from one point to a later one. Both ends are met exactly.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    start: Point,
    end: Point,
    shape: Shape,
}

/// Why there is no such path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoCourse {
    /// A value, a time or a parameter is not finite.
    NotFinite,
    /// The end is not later than the start.
    Order,
    /// A geometric path needs both ends above zero; to zero use a linear one.
    NotPositive,
    /// The exponent of a power path, or the steepness of a logistic one, is not above zero.
    Parameter,
    /// A milestone is not strictly between the ends, or not later than the one before.
    Milestone,
    /// Seasonal shares are 12 or 4, none below zero, with the sum 1.
    Shares,
    /// A seasonal path is one year long.
    NotOneYear,
}

impl Course {
    /// A path from `start` to `end`; times in years, values in the indicator's unit.
    ///
    /// ```
    /// use duibiao::trajectory::{Course, Point, Shape};
    ///
    /// let (start, end) = (Point { at: 2022.0, value: 1000.0 }, Point { at: 2025.0, value: 2000.0 });
    /// let course = Course::new(start, end, Shape::Geometric).unwrap();
    /// assert_eq!(course.value_at(2024.0).round(), 1587.0);
    /// assert_eq!(course.value_at(2025.0), 2000.0);
    /// ```
    ///
    /// # Errors
    /// See [`NoCourse`]: what a shape cannot walk is refused, not bent.
    pub fn new(start: Point, end: Point, shape: Shape) -> Result<Course, NoCourse> {
        if ![start.at, start.value, end.at, end.value].iter().all(|number| number.is_finite()) {
            return Err(NoCourse::NotFinite);
        }
        let years = end.at - start.at;
        if years <= 0.0 {
            return Err(NoCourse::Order);
        }
        if !years.is_finite() {
            return Err(NoCourse::NotFinite);
        }
        match &shape {
            Shape::Linear => {}
            Shape::Geometric if start.value > 0.0 && end.value > 0.0 => {}
            Shape::Geometric => return Err(NoCourse::NotPositive),
            Shape::Power(parameter) | Shape::Logistic(parameter) => check_parameter(*parameter)?,
            Shape::Milestones(points) => check_milestones(points, start, end)?,
            Shape::Seasonal(shares) => {
                check_shares(shares)?;
                if (years - 1.0).abs() > 1e-9 {
                    return Err(NoCourse::NotOneYear);
                }
            }
        }
        Ok(Course { start, end, shape })
    }

    /// Where it starts.
    pub fn start(&self) -> Point {
        self.start
    }

    /// Where it leads.
    pub fn end(&self) -> Point {
        self.end
    }

    /// Its shape.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The value it asks for at a time, in the indicator's unit; before the start and after the end, the value there.
    pub fn value_at(&self, at: f64) -> f64 {
        if at.is_nan() || at <= self.start.at {
            return self.start.value;
        }
        if at >= self.end.at {
            return self.end.value;
        }
        let (from, to) = match &self.shape {
            Shape::Milestones(points) => around(points, self.start, self.end, at),
            _ => (self.start, self.end),
        };
        let share = clamp((at - from.at) / (to.at - from.at), 0.0, 1.0);
        let value = match &self.shape {
            Shape::Geometric => even_growth(from.value, to.value, share),
            Shape::Linear | Shape::Milestones(_) => between(from.value, to.value, share),
            Shape::Power(exponent) => between(from.value, to.value, libm::pow(share, *exponent)),
            Shape::Logistic(steepness) => between(from.value, to.value, logistic(share, *steepness)),
            Shape::Seasonal(shares) => between(from.value, to.value, seasonal(shares, share)),
        };
        // rounding must not carry it past an end
        clamp(value, from.value.min(to.value), from.value.max(to.value))
    }

    /// The growth a year that leads from start to end; `None` where an end is not above zero.
    pub fn growth(&self) -> Option<f64> {
        growth(self.start, self.end)
    }

    /// Holds a figure against the path; the same values as [`pace`](super::pace()) gives for the paths of the widget.
    /// `None` where the figure is not finite, or so large that the comparison would not be.
    pub fn pace(&self, now: Point) -> Option<Pace> {
        let finite = |value: f64| Some(value).filter(|value| value.is_finite());
        let (start, end) = (self.start, self.end);
        let expected = self.value_at(now.at);
        let gap = finite(now.value - expected)?;
        let elapsed = finite(clamp((now.at - start.at) / (end.at - start.at), 0.0, 1.0))?;
        let (way, left) = (end.value - start.value, end.at - now.at);
        let progress = if way == 0.0 { None } else { finite((now.value - start.value) / way) };
        Some(Pace {
            expected,
            gap,
            gap_share: if expected == 0.0 { None } else { finite(gap / expected.abs()) },
            completion: if end.value == 0.0 { None } else { finite(now.value / end.value) },
            progress,
            elapsed,
            deviation: progress.map(|progress| progress - elapsed),
            growth_so_far: growth(start, now),
            required_growth: growth(now, end),
            required_increase: if left > 0.0 { finite((end.value - now.value) / left) } else { None },
        })
    }
}

fn check_parameter(parameter: f64) -> Result<(), NoCourse> {
    match parameter {
        parameter if !parameter.is_finite() => Err(NoCourse::NotFinite),
        // a steepness too small to tell from none
        parameter if parameter < 1e-12 => Err(NoCourse::Parameter),
        _ => Ok(()),
    }
}

fn check_milestones(points: &[Point], start: Point, end: Point) -> Result<(), NoCourse> {
    let mut earlier = start.at;
    for point in points {
        if !point.at.is_finite() || !point.value.is_finite() {
            return Err(NoCourse::NotFinite);
        }
        if point.at <= earlier || point.at >= end.at {
            return Err(NoCourse::Milestone);
        }
        earlier = point.at;
    }
    Ok(())
}

fn check_shares(shares: &[f64]) -> Result<(), NoCourse> {
    let sum: f64 = shares.iter().sum();
    let fit = matches!(shares.len(), 4 | 12) && shares.iter().all(|share| *share >= 0.0) && (sum - 1.0).abs() <= 1e-9;
    if fit { Ok(()) } else { Err(NoCourse::Shares) }
}

/// The stretch a time lies on.
fn around(points: &[Point], start: Point, end: Point, at: f64) -> (Point, Point) {
    let mut from = start;
    for point in points {
        if at < point.at {
            return (from, *point);
        }
        from = *point;
    }
    (from, end)
}

/// A part of the way between two values; the difference of two large values of opposite signs is never formed.
fn between(from: f64, to: f64, part: f64) -> f64 {
    let way = to - from;
    if way.is_finite() { from + way * part } else { from * (1.0 - part) + to * part }
}

fn even_growth(from: f64, to: f64, share: f64) -> f64 {
    let factor = to / from;
    if factor > 0.0 && factor.is_finite() {
        return from * libm::pow(factor, share);
    }
    let (low, high) = (libm::log(from), libm::log(to));
    libm::exp(low + (high - low) * share)
}

/// By the identity of the logistic function and the hyperbolic tangent, which loses no digits where k is small.
fn logistic(share: f64, steepness: f64) -> f64 {
    0.5 * (1.0 + libm::tanh(steepness * (share - 0.5) / 2.0) / libm::tanh(steepness / 4.0))
}

/// The total of the whole months (or quarters) gone and of the part of the one that runs.
fn seasonal(shares: &[f64], share: f64) -> f64 {
    let mut total = 0.0;
    let mut left = share * shares.len() as f64;
    for part in shares {
        if left <= 1.0 {
            return total + part * left;
        }
        total += part;
        left -= 1.0;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(at: f64, value: f64) -> Point {
        Point { at, value }
    }

    fn check(shape: Shape, at: f64, expect: f64) {
        let course = Course::new(point(2022.0, 1000.0), point(2026.0, 2000.0), shape.clone()).unwrap();
        let found = course.value_at(at);
        assert!((found - expect).abs() < 1e-9, "{shape:?} at {at}: {found}");
    }

    #[test]
    fn shapes() {
        check(Shape::Linear, 2023.0, 1250.0);
        check(Shape::Geometric, 2024.0, 1000.0 * core::f64::consts::SQRT_2);
        check(Shape::Power(2.0), 2024.0, 1250.0);
        check(Shape::Power(0.5), 2023.0, 1500.0);
        check(Shape::Logistic(6.0), 2024.0, 1500.0);
        // 1 ÷ (1 + e^(−k(s−½))), stretched from 0 to 1
        for (steepness, at, share) in [(6.0, 2023.0, 0.25), (6.0, 2025.0, 0.75), (1.0, 2023.0, 0.25), (12.0, 2025.0, 0.75)] {
            let curve = |s: f64| 1.0 / (1.0 + libm::exp(-steepness * (s - 0.5)));
            check(Shape::Logistic(steepness), at, 1000.0 + 1000.0 * (curve(share) - curve(0.0)) / (curve(1.0) - curve(0.0)));
        }
        check(Shape::Milestones(vec![point(2023.0, 1600.0), point(2025.0, 1800.0)]), 2024.0, 1700.0);
        check(Shape::Milestones(Vec::new()), 2023.0, 1250.0);
    }

    #[test]
    fn a_year_by_quarters() {
        let course = Course::new(point(2023.0, 0.0), point(2024.0, 800.0), Shape::Seasonal(vec![0.1, 0.2, 0.3, 0.4])).unwrap();
        assert_eq!([2023.0, 2023.25, 2023.5, 2024.0].map(|at| f64::round(course.value_at(at) * 1e9) / 1e9), [0.0, 80.0, 240.0, 800.0]);
        assert_eq!(f64::round(course.value_at(2023.375)), 160.0);
    }

    #[test]
    fn a_course_tells_what_it_was_made_of() {
        let (start, end) = (point(2022.0, 1000.0), point(2026.0, 2000.0));
        let course = Course::new(start, end, Shape::Power(2.0)).unwrap();
        assert_eq!((course.start(), course.end(), course.shape()), (start, end, &Shape::Power(2.0)));
        assert!((course.growth().unwrap() - (core::f64::consts::SQRT_2.sqrt() - 1.0)).abs() < 1e-12);
        assert_eq!(Course::new(start, point(2026.0, 0.0), Shape::Linear).unwrap().growth(), None);
    }

    #[test]
    fn outside_its_time_it_stays_where_it_is() {
        let points = vec![point(2023.0, 1600.0), point(2025.0, 1800.0)];
        let milestones = Shape::Milestones(points);
        for shape in [Shape::Linear, Shape::Geometric, Shape::Logistic(6.0), milestones.clone()] {
            check(shape.clone(), 2020.0, 1000.0);
            check(shape.clone(), f64::NAN, 1000.0);
            check(shape, 2030.0, 2000.0);
        }
        check(milestones.clone(), 2022.5, 1300.0);
        check(milestones.clone(), 2023.0, 1600.0);
        check(milestones, 2025.5, 1900.0);
    }

    #[test]
    fn a_milestone_is_met_exactly() {
        // 0.2 + (0.9 − 0.2) is a little less than 0.9
        let shape = Shape::Milestones(vec![point(2023.0, 0.9)]);
        assert_eq!(Course::new(point(2022.0, 0.2), point(2026.0, 2.0), shape).unwrap().value_at(2023.0), 0.9);
    }

    #[test]
    fn values_too_far_apart_for_their_difference_or_ratio() {
        let middle = |from, to, shape| Course::new(point(2022.0, from), point(2026.0, to), shape).unwrap().value_at(2023.0);
        let near = |found: f64, expect: f64| assert!((found / expect - 1.0).abs() < 1e-12, "{found}, not {expect}");
        near(middle(-1.2e308, 1.6e308, Shape::Linear), -0.5e308);
        near(middle(1e-200, 1e200, Shape::Geometric), 1e-100);
        near(middle(1e200, 1e-200, Shape::Geometric), 1e100);
    }

    /// Expected, gap, elapsed; then shares of what is asked for, of the target, of the way, and of the way less the time.
    fn check_pace(ends: (f64, f64), now: Point, expect: [f64; 3], shares: [Option<f64>; 4]) {
        let course = Course::new(point(2022.0, ends.0), point(2026.0, ends.1), Shape::Linear).unwrap();
        let pace = course.pace(now).unwrap();
        assert_eq!([pace.expected, pace.gap, pace.elapsed], expect, "{ends:?} {now:?}");
        for (found, expect) in [pace.gap_share, pace.completion, pace.progress, pace.deviation].into_iter().zip(shares) {
            assert_eq!(found.is_some(), expect.is_some(), "{ends:?} {now:?}: {pace:?}");
            assert!(found.zip(expect).is_none_or(|(found, expect)| (found - expect).abs() < 1e-12), "{ends:?} {now:?}: {pace:?}");
        }
    }

    #[test]
    fn figures_against_a_course() {
        check_pace((1000.0, 2000.0), point(2024.0, 1200.0), [1500.0, -300.0, 0.5], [Some(-0.2), Some(0.6), Some(0.2), Some(-0.3)]);
        check_pace((1000.0, 2000.0), point(2027.0, 2100.0), [2000.0, 100.0, 1.0], [Some(0.05), Some(1.05), Some(1.1), Some(0.1)]);
        check_pace((1000.0, 2000.0), point(2021.0, 900.0), [1000.0, -100.0, 0.0], [Some(-0.1), Some(0.45), Some(-0.1), Some(-0.1)]);
        check_pace((-8.0, -4.0), point(2024.0, -9.0), [-6.0, -3.0, 0.5], [Some(-0.5), Some(2.25), Some(-0.25), Some(-0.75)]);
        // no share of nothing, and no part of no way
        check_pace((40.0, 0.0), point(2026.0, 4.0), [0.0, 4.0, 1.0], [None, None, Some(0.9), Some(-0.1)]);
        check_pace((40.0, 40.0), point(2023.0, 50.0), [40.0, 10.0, 0.25], [Some(0.25), Some(1.25), None, None]);
    }

    #[test]
    fn what_is_left_of_a_course() {
        let course = Course::new(point(2022.0, 1000.0), point(2026.0, 2000.0), Shape::Linear).unwrap();
        let pace = course.pace(point(2024.0, 1210.0)).unwrap();
        assert_eq!(pace.required_increase, Some(395.0));
        assert!((pace.growth_so_far.unwrap() - 0.1).abs() < 1e-12);
        assert!((pace.required_growth.unwrap() - ((2000.0f64 / 1210.0).sqrt() - 1.0)).abs() < 1e-12);
        for at in [2026.0, 2027.0] {
            let over = course.pace(point(at, 1900.0)).unwrap();
            assert_eq!((over.required_increase, over.required_growth), (None, None));
        }
        assert_eq!(course.pace(point(2024.0, f64::INFINITY)), None);
        assert_eq!(course.pace(point(2024.0, f64::NAN)), None);
    }

    #[test]
    fn refused() {
        let refuse = |start, end, shape: Shape, expect| assert_eq!(Course::new(start, end, shape).err(), Some(expect));
        let ends = (point(2022.0, 40.0), point(2025.0, 80.0));
        refuse(ends.0, point(2022.0, 80.0), Shape::Linear, NoCourse::Order);
        refuse(point(-1.5e308, 1.0), point(1.5e308, 2.0), Shape::Linear, NoCourse::NotFinite);
        refuse(point(2022.0, 0.0), ends.1, Shape::Geometric, NoCourse::NotPositive);
        refuse(ends.0, ends.1, Shape::Power(1e-13), NoCourse::Parameter);
        refuse(ends.0, ends.1, Shape::Milestones(vec![ends.0]), NoCourse::Milestone);
        refuse(ends.0, ends.1, Shape::Milestones(vec![point(2023.0, 1.0); 2]), NoCourse::Milestone);
        refuse(ends.0, ends.1, Shape::Milestones(vec![point(f64::NAN, 1.0)]), NoCourse::NotFinite);
        refuse(ends.0, ends.1, Shape::Milestones(vec![point(2023.0, f64::NAN)]), NoCourse::NotFinite);
        let takes = |years, shape: Shape| Course::new(point(2022.0, 40.0), point(2022.0 + years, 80.0), shape).is_ok();
        assert!(takes(3.0, Shape::Power(1e-12)) && takes(1.0, Shape::Seasonal([vec![0.0; 11], vec![1.0]].concat())));
        // a year to within the rounding of a calendar, and shares to within theirs
        assert!(takes(1.0 + 1e-10, Shape::Seasonal(vec![0.25; 4])) && !takes(1.0 + 1e-8, Shape::Seasonal(vec![0.25; 4])));
        assert!(takes(1.0, Shape::Seasonal(vec![0.25, 0.25, 0.25, 0.25 - 1e-10])));
        refuse(ends.0, point(2023.0, 80.0), Shape::Seasonal(vec![0.25, 0.25, 0.25, 0.25 - 1e-8]), NoCourse::Shares);
        refuse(ends.0, point(2023.0, 80.0), Shape::Seasonal(vec![0.2; 5]), NoCourse::Shares);
        let (start, end) = (point(2022.0, 40.0), point(2025.0, 0.0));
        refuse(start, end, Shape::Geometric, NoCourse::NotPositive);
        refuse(end, start, Shape::Linear, NoCourse::Order);
        refuse(start, point(2025.0, f64::INFINITY), Shape::Linear, NoCourse::NotFinite);
        refuse(start, end, Shape::Power(0.0), NoCourse::Parameter);
        refuse(start, end, Shape::Logistic(f64::NAN), NoCourse::NotFinite);
        refuse(start, end, Shape::Milestones(vec![point(2025.0, 1.0)]), NoCourse::Milestone);
        refuse(start, end, Shape::Milestones(vec![point(2024.0, 1.0), point(2023.0, 1.0)]), NoCourse::Milestone);
        refuse(start, end, Shape::Seasonal(vec![0.25; 4]), NoCourse::NotOneYear);
        refuse(start, point(2023.0, 1.0), Shape::Seasonal(vec![0.5; 2]), NoCourse::Shares);
        refuse(start, point(2023.0, 1.0), Shape::Seasonal(vec![0.3; 4]), NoCourse::Shares);
        refuse(start, point(2023.0, 1.0), Shape::Seasonal(vec![1.5, -0.5, 0.0, 0.0]), NoCourse::Shares);
    }

    pub(crate) fn any_shape() -> impl Strategy<Value = Shape> {
        prop_oneof![
            Just(Shape::Geometric),
            Just(Shape::Linear),
            (1e-3f64..20.0).prop_map(Shape::Power),
            (1e-6f64..1e4).prop_map(Shape::Logistic),
            proptest::collection::vec(1u32..1000, 12).prop_map(|parts| {
                let sum: f64 = parts.iter().map(|part| f64::from(*part)).sum();
                Shape::Seasonal(parts.iter().map(|part| f64::from(*part) / sum).collect())
            }),
        ]
    }

    proptest! {
        #[test]
        fn ends_are_exact_and_the_way_is_one_way(shape in any_shape(), from in 1e-3f64..1e9, to in 1e-3f64..1e9, years in 1u8..30) {
            let years = if matches!(shape, Shape::Seasonal(_)) { 1.0 } else { f64::from(years) };
            let course = Course::new(point(2022.0, from), point(2022.0 + years, to), shape).unwrap();
            prop_assert_eq!(course.value_at(2022.0), from);
            prop_assert_eq!(course.value_at(2022.0 + years), to);
            let slack = 1e-12 * from.max(to);
            let mut before = from;
            for step in 1..=40 {
                let value = course.value_at(2022.0 + years * f64::from(step) / 40.0);
                let onwards = if to >= from { value >= before - slack } else { value <= before + slack };
                prop_assert!(onwards);
                prop_assert!(value >= from.min(to) && value <= from.max(to));
                before = value;
            }
        }

        #[test]
        fn a_doubling_ends_at_twice_the_base(base in 1e-6f64..1e12, years in 1u8..50) {
            let course = Course::new(point(0.0, base), point(f64::from(years), 2.0 * base), Shape::Geometric).unwrap();
            prop_assert_eq!(course.value_at(f64::from(years)), 2.0 * base);
        }

        #[test]
        fn any_input_gives_a_number_or_a_reason(a in any::<f64>(), b in any::<f64>(), c in any::<f64>(), d in any::<f64>(),
                parameter in any::<f64>(), at in any::<f64>(), value in any::<f64>(), which in 0usize..5) {
            let shape = match which {
                0 => Shape::Geometric,
                1 => Shape::Linear,
                2 => Shape::Power(parameter),
                3 => Shape::Logistic(parameter),
                _ => Shape::Milestones(vec![point(parameter, at), point(at, parameter)]),
            };
            if let Ok(course) = Course::new(point(a, b), point(c, d), shape) {
                prop_assert!(course.value_at(at).is_finite());
                prop_assert!(course.value_at(a + (c - a) / 3.0).is_finite());
                if let Some(pace) = course.pace(point(at, value)) {
                    let all = [Some(pace.expected), Some(pace.gap), Some(pace.elapsed), pace.gap_share, pace.completion, pace.progress, pace.deviation,
                        pace.growth_so_far, pace.required_growth, pace.required_increase];
                    prop_assert!(all.into_iter().flatten().all(f64::is_finite), "{:?}", pace);
                }
            }
        }
    }
}
