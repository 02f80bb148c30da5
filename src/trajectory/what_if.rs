//! What if: a base, a multiple, a number of years, a shape and a growth from now on, and all that follows.

use super::{
    method::{Journey, Method, NoRuling, Ruling, status},
    pace::Pace,
    path::Point,
    shape::{Course, NoCourse, Shape},
};

/// The inputs, each of which a reader may move.
#[derive(Clone, PartialEq, Debug)]
pub struct WhatIf {
    /// The baseline: its time in years, its value in the indicator's unit.
    pub base: Point,
    /// How many times the base is to be reached; finite. 2 is a doubling.
    pub factor: f64,
    /// In how many years; above 0, at most 100.
    pub years: f64,
    /// How the path runs.
    pub shape: Shape,
    /// The latest figure; the baseline itself before there is any.
    pub now: Point,
    /// The growth a year assumed from now on, as a fraction, above −1; `None` carries the growth so far on.
    pub growth: Option<f64>,
    /// The method the status is by.
    pub method: Method,
}

/// What follows.
#[derive(Clone, PartialEq, Debug)]
pub struct Scenario {
    /// The path.
    pub course: Course,
    /// The latest figure held against it; its `expected` is what the path asks for now.
    pub pace: Pace,
    /// The latest figure.
    pub now: Point,
    /// The method asked for.
    pub method: Method,
    /// The status by it.
    pub status: Result<Ruling, NoRuling>,
    /// Where the growth leads; `None` where there is none to carry on, or what it leads to is beyond numbers.
    pub outlook: Option<Outlook>,
}

/// Where a growth rate leads from the latest figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Outlook {
    /// The growth a year, as a fraction.
    pub growth: f64,
    /// The value at the deadline, or the latest figure where that is later.
    pub at_deadline: f64,
    /// When the target is met; `None` where the growth leads away or takes more than a century.
    pub arrival: Option<f64>,
    /// Years after the deadline (before it, below zero) at which that is.
    pub late: Option<f64>,
}

/// Why nothing follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoScenario {
    /// The years are not above 0 and at most 100, the growth not above −1, or a number is not finite.
    Input,
    /// There is no such path.
    Course(NoCourse),
}

const CENTURY: f64 = 100.0;

/// Everything that follows from the inputs, in one call.
///
/// ```
/// use duibiao::trajectory::{Method, Point, Shape, WhatIf, what_if};
///
/// let doubling = WhatIf {
///     base: Point { at: 2022.0, value: 1000.0 },
///     factor: 2.0,
///     years: 3.0,
///     shape: Shape::Geometric,
///     now: Point { at: 2024.0, value: 1430.0 },
///     growth: None,
///     method: Method::Eurostat,
/// };
/// let scenario = what_if(&doubling).unwrap();
/// assert_eq!(scenario.pace.expected.round(), 1587.0);
/// assert!(scenario.outlook.unwrap().late.unwrap() > 0.8);
/// ```
///
/// # Errors
/// See [`NoScenario`].
pub fn what_if(inputs: &WhatIf) -> Result<Scenario, NoScenario> {
    let WhatIf { base, factor, years, now, growth, method, .. } = inputs;
    let within = *years > 0.0 && *years <= CENTURY && growth.is_none_or(|growth| growth > -1.0 && growth.is_finite());
    if !within || ![base.at, base.value, *factor, now.at, now.value].iter().all(|number| number.is_finite()) {
        return Err(NoScenario::Input);
    }
    let end = Point { at: base.at + years, value: base.value * factor };
    let course = Course::new(*base, end, inputs.shape.clone()).map_err(NoScenario::Course)?;
    let pace = course.pace(*now).ok_or(NoScenario::Input)?;
    let status = status(*method, &Journey::along(&course, *now, false));
    let outlook = growth.or(pace.growth_so_far).and_then(|growth| outlook(*now, end, growth));
    Ok(Scenario { course, pace, now: *now, method: *method, status, outlook })
}

fn outlook(now: Point, end: Point, growth: f64) -> Option<Outlook> {
    let at_deadline = now.value * libm::pow(1.0 + growth, (end.at - now.at).max(0.0));
    let years = match () {
        () if now.value == end.value => Some(0.0),
        () if now.value > 0.0 && end.value > 0.0 => Some(libm::log(end.value / now.value) / libm::log(1.0 + growth)),
        () => None,
    };
    let arrival = years.filter(|years| (0.0..=CENTURY).contains(years)).map(|years| now.at + years);
    let outlook = Outlook { growth, at_deadline, arrival, late: arrival.map(|arrival| arrival - end.at) };
    Some(outlook).filter(|outlook| outlook.at_deadline.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trajectory::{Status, Verdict};
    use proptest::prelude::*;

    fn doubling() -> WhatIf {
        WhatIf {
            base: Point { at: 2022.0, value: 1000.0 },
            factor: 2.0,
            years: 3.0,
            shape: Shape::Geometric,
            now: Point { at: 2024.0, value: 1430.0 },
            growth: None,
            method: Method::Eurostat,
        }
    }

    #[test]
    fn what_is_there_has_arrived() {
        let arrival = |base: f64, factor: f64, now: f64, growth: f64| {
            let inputs = WhatIf { base: Point { at: 2022.0, value: base }, factor, shape: Shape::Linear, ..doubling() };
            let inputs = WhatIf { now: Point { at: 2024.0, value: now }, growth: Some(growth), ..inputs };
            what_if(&inputs).unwrap().outlook.map(|outlook| (outlook.arrival, outlook.late))
        };
        assert_eq!(arrival(1000.0, 2.0, 2000.0, 0.0), Some((Some(2024.0), Some(-1.0))));
        assert_eq!(arrival(-10.0, 0.5, -5.0, 0.1), Some((Some(2024.0), Some(-1.0))));
        // no growth rate leads to zero, or anywhere from it
        assert_eq!(arrival(10.0, 0.0, 5.0, -0.1), Some((None, None)));
        assert_eq!(arrival(10.0, 2.0, 0.0, 0.1), Some((None, None)));
        assert_eq!(arrival(1000.0, 2.0, 1500.0, 0.0), Some((None, None)));
        // nor on the way below it
        assert_eq!(arrival(-10.0, 0.5, -8.0, -0.1), Some((None, None)));
    }

    #[test]
    fn the_reference_figure() {
        let scenario = what_if(&doubling()).unwrap();
        assert_eq!(f64::round(scenario.pace.gap), -157.0);
        assert_eq!(scenario.status.unwrap().verdict, Verdict::Grade(Status::Moderate));
        let outlook = scenario.outlook.unwrap();
        assert!((outlook.arrival.unwrap() - 2025.876).abs() < 1e-3 && (outlook.late.unwrap() - 0.876).abs() < 1e-3);
        let faster = what_if(&WhatIf { growth: Some(0.4), ..doubling() }).unwrap().outlook.unwrap();
        assert!((faster.at_deadline - 2002.0).abs() < 1e-9 && faster.late.unwrap() < 0.0);
    }

    #[test]
    fn refused() {
        assert_eq!(what_if(&WhatIf { years: 0.0, ..doubling() }), Err(NoScenario::Input));
        assert_eq!(what_if(&WhatIf { growth: Some(-1.0), ..doubling() }), Err(NoScenario::Input));
        assert_eq!(what_if(&WhatIf { factor: 0.0, ..doubling() }), Err(NoScenario::Course(NoCourse::NotPositive)));
        assert!(what_if(&WhatIf { factor: 0.0, shape: Shape::Linear, ..doubling() }).is_ok());
        assert_eq!(what_if(&WhatIf { growth: Some(-0.1), ..doubling() }).unwrap().outlook.unwrap().arrival, None);
    }

    #[test]
    fn it_is_quick() {
        let started = std::time::Instant::now();
        for step in 0..1000 {
            let inputs = WhatIf { factor: 1.5 + f64::from(step) / 1000.0, ..doubling() };
            assert!(what_if(&inputs).is_ok());
        }
        // 50 µs each, and a debug build on a busy machine is given ten times that
        assert!(started.elapsed().as_millis() < 500, "{:?} for a thousand", started.elapsed());
    }

    proptest! {
        #[test]
        fn any_input_gives_finite_numbers_or_a_reason(numbers in proptest::array::uniform6(any::<f64>()), growth in any::<f64>(), linear: bool, carried: bool) {
            let [a, b, factor, years, c, d] = numbers;
            let inputs = WhatIf {
                base: Point { at: a, value: b },
                factor,
                years,
                shape: if linear { Shape::Linear } else { Shape::Geometric },
                now: Point { at: c, value: d },
                growth: (!carried).then_some(growth),
                method: Method::Sdsn,
            };
            if let Ok(scenario) = what_if(&inputs) {
                prop_assert!(scenario.pace.expected.is_finite() && scenario.pace.gap.is_finite());
                if let Some(outlook) = scenario.outlook {
                    let all = [Some(outlook.growth), Some(outlook.at_deadline), outlook.arrival, outlook.late];
                    prop_assert!(all.into_iter().flatten().all(f64::is_finite), "{:?}", outlook);
                }
            }
        }

        #[test]
        fn within_a_planners_range_there_is_always_an_answer(base in 1.0f64..1e6, factor in 0.1f64..10.0, years in 0.5f64..30.0, done in 0.0f64..1.0, growth in -0.5f64..1.0) {
            let at = 2022.0 + years * done;
            let inputs = WhatIf { base: Point { at: 2022.0, value: base }, factor, years, now: Point { at, value: base * 1.1 }, growth: Some(growth), ..doubling() };
            let scenario = what_if(&inputs).unwrap();
            prop_assert!(scenario.outlook.is_some());
            prop_assert_eq!(scenario.course.value_at(2022.0 + years), base * factor);
        }
    }
}
