//! Paths from a baseline to a target.

use crate::dataset::PathShape;

/// A value at a time: years on the axis, value in the indicator's unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// Years; a whole number is the end of that year.
    pub at: f64,
    /// In the indicator's unit.
    pub value: f64,
}

/// A path through two or more points, later ones strictly later.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    start: Point,
    /// At least one; the last is the target.
    rest: Vec<Point>,
    shape: PathShape,
}

/// Why there is no path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPath {
    /// The target's kind is no single value to head for.
    Kind,
    /// Nothing says where it starts.
    NoBaseline,
    /// The points are not in order of time.
    Order,
    /// A geometric path needs every value above zero; a linear one does not.
    NotPositive,
    /// A value is not finite.
    NotFinite,
}

impl Path {
    /// A path from `start` through `rest`, each stretch in the given shape.
    ///
    /// # Errors
    /// See [`NoPath`]: a geometric path to or from zero is refused, not bent.
    pub fn new(start: Point, rest: Vec<Point>, shape: PathShape) -> Result<Path, NoPath> {
        if rest.is_empty() {
            return Err(NoPath::NoBaseline);
        }
        let (mut finite, mut ordered, mut positive) = (is_finite(start), true, start.value > 0.0);
        let mut earlier = start;
        for point in &rest {
            finite &= is_finite(*point);
            ordered &= earlier.at < point.at;
            positive &= point.value > 0.0;
            earlier = *point;
        }
        if !finite {
            return Err(NoPath::NotFinite);
        }
        if !ordered {
            return Err(NoPath::Order);
        }
        if shape == PathShape::Geometric && !positive {
            return Err(NoPath::NotPositive);
        }
        Ok(Path { start, rest, shape })
    }

    /// Where it starts.
    pub fn start(&self) -> Point {
        self.start
    }

    /// Where it leads.
    pub fn end(&self) -> Point {
        self.rest.last().copied().unwrap_or(self.start)
    }

    /// The points it runs through, first to last.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        let mut points = vec![self.start];
        points.extend_from_slice(&self.rest);
        points.into_iter()
    }

    /// Its shape between those points.
    pub fn shape(&self) -> PathShape {
        self.shape
    }

    /// The value it asks for at a time; before the start and after the end, the value there.
    pub fn value_at(&self, at: f64) -> f64 {
        let mut from = self.start;
        if at.is_nan() || at <= from.at {
            return from.value;
        }
        for to in &self.rest {
            if at == to.at {
                return to.value;
            }
            if at < to.at {
                return between(from, *to, at, self.shape);
            }
            from = *to;
        }
        from.value
    }

    /// The growth a year that leads from start to end: 0.25992105 for a doubling in three years.
    /// `None` where an end is not above zero.
    pub fn growth(&self) -> Option<f64> {
        growth(self.start, self.end())
    }
}

fn is_finite(point: Point) -> bool {
    point.at.is_finite() && point.value.is_finite()
}

/// The value on the stretch between two points.
fn between(from: Point, to: Point, at: f64, shape: PathShape) -> f64 {
    let share = (at - from.at) / (to.at - from.at);
    match shape {
        PathShape::Linear => from.value + (to.value - from.value) * share,
        PathShape::Geometric => from.value * libm::pow(to.value / from.value, share),
    }
}

/// Compound growth a year between two points; `None` where a value is not above zero or no time passes.
pub(super) fn growth(from: Point, to: Point) -> Option<f64> {
    let years = to.at - from.at;
    let fits = from.value > 0.0 && to.value > 0.0 && years > 0.0;
    fits.then(|| libm::pow(to.value / from.value, 1.0 / years) - 1.0).filter(|growth| growth.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn doubling() -> Path {
        Path::new(Point { at: 2022.0, value: 1000.0 }, vec![Point { at: 2025.0, value: 2000.0 }], PathShape::Geometric).unwrap()
    }

    #[test]
    fn doubling_in_three_years() {
        assert!((doubling().growth().unwrap() - 0.259_921_049_894_873_2).abs() < 1e-15);
        assert!((doubling().value_at(2024.0) - 1_587.401_051_968_199_4).abs() < 1e-9);
    }

    #[test]
    fn to_zero_only_in_a_straight_line() {
        let (start, end) = (Point { at: 2022.0, value: 40.0 }, Point { at: 2025.0, value: 0.0 });
        assert_eq!(Path::new(start, vec![end], PathShape::Geometric), Err(NoPath::NotPositive));
        assert_eq!(Path::new(start, vec![end], PathShape::Linear).unwrap().value_at(2023.5), 20.0);
    }

    #[test]
    fn refused() {
        let point = |at, value| Point { at, value };
        assert_eq!(Path::new(point(2025.0, 1.0), vec![point(2025.0, 2.0)], PathShape::Linear), Err(NoPath::Order));
        assert_eq!(Path::new(point(2022.0, f64::NAN), vec![point(2025.0, 2.0)], PathShape::Linear), Err(NoPath::NotFinite));
        assert_eq!(Path::new(point(2022.0, 1.0), vec![], PathShape::Linear), Err(NoPath::NoBaseline));
    }

    #[test]
    fn through_milestones() {
        let point = |at, value| Point { at, value };
        let path = Path::new(point(2022.0, 100.0), vec![point(2023.0, 150.0), point(2025.0, 200.0)], PathShape::Linear).unwrap();
        assert_eq!([2022.5, 2023.0, 2024.0, 2030.0].map(|at| path.value_at(at)), [125.0, 150.0, 175.0, 200.0]);
        assert_eq!([2020.0, f64::NAN].map(|at| path.value_at(at)), [100.0, 100.0]);
        assert_eq!(path.points().map(|point| point.value).collect::<Vec<_>>(), [100.0, 150.0, 200.0]);
        assert_eq!((path.start(), path.end()), (point(2022.0, 100.0), point(2025.0, 200.0)));
    }

    #[test]
    fn growth_needs_time_and_values_above_zero() {
        let check = |from: f64, to: f64, years: f64, expect: Option<f64>| {
            assert_eq!(growth(Point { at: 2022.0, value: from }, Point { at: 2022.0 + years, value: to }), expect, "{from} {to} {years}");
        };
        check(100.0, 50.0, 1.0, Some(-0.5));
        check(100.0, 25.0, 2.0, Some(-0.5));
        check(100.0, 50.0, 0.0, None);
        check(100.0, 50.0, -1.0, None);
        check(0.0, 50.0, 1.0, None);
        check(100.0, 0.0, 1.0, None);
        check(-100.0, -50.0, 1.0, None);
        check(0.0, 50.0, f64::INFINITY, None);
    }

    proptest! {
        #[test]
        fn both_ends_are_exact(start in 1e-3f64..1e9, factor in 0.01f64..100.0, years in 1u8..30, linear: bool) {
            let shape = if linear { PathShape::Linear } else { PathShape::Geometric };
            let (from, to) = (Point { at: 2022.0, value: start }, Point { at: 2022.0 + f64::from(years), value: start * factor });
            let path = Path::new(from, vec![to], shape).unwrap();
            prop_assert_eq!(path.value_at(from.at), from.value);
            prop_assert_eq!(path.value_at(to.at), to.value);
            let middle = path.value_at(from.at + f64::from(years) / 2.0);
            let slack = 1e-9 * from.value.max(to.value);
            prop_assert!(middle >= from.value.min(to.value) - slack && middle <= from.value.max(to.value) + slack);
        }
    }
}
