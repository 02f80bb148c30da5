//! Status by one of several published methods, named by the caller.

use super::{
    limit::{Interval, Limit, Met, Side},
    path::{Path, Point, growth},
    shape::Course,
    status::Status,
};

/// A method to judge progress by. They disagree, so there is no default.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Method {
    /// Eurostat: actual ÷ required compound annual growth; ≥ 95 % on track, ≥ 60 % moderate, ≥ 0 insufficient, below 0 moving
    /// away (Sustainable development in the European Union, monitoring report, annex on the assessment of trends). Values
    /// must be above zero; percentages grow like everything else.
    Eurostat,
    /// The same ratio and thresholds as computed by open-sdg/sdg-build (`ProgressMeasure`, methodology 2): a negative baseline
    /// turns the sign, a change of sign has no status, and a baseline or target of zero is taken as 0.001 in the figure's
    /// unit. Departures: whether the target is met is asked with the target as given, and a baseline on the target is
    /// judged by the figure alone (there it divides by zero).
    OpenSdg,
    /// SDSN (Sustainable Development Report, trend arrows): actual ÷ required linear change a year; ≥ 100 % on track, ≥ 50 %
    /// moderately improving, ≥ 0 stagnating, below 0 decreasing.
    Sdsn,
    /// UN Statistics Division, SDG Progress Chart, for indicators with a numerical target: actual ÷ required compound annual growth as
    /// for Eurostat, but ≥ 95 % on track, ≥ 50 % fair progress, ≥ −10 % limited or no progress, below that deterioration.
    ProgressChart,
    /// UN Statistics Division by the value expected at the deadline, thresholds .95 and .10: the pace so far is carried on
    /// (compound where both figures are above zero, else linear), and the part of the way from baseline to target covered there
    /// counts; ≥ 95 % on track, ≥ 10 % fair progress, ≥ −10 % limited or no progress, below that deterioration.
    Unsd,
    /// 三色: green, yellow or red by how far behind the mark the place is, with thresholds of the user's own.
    ThreeColour(Signal),
}

/// What the colours go by. `0 <= yellow <= red`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Signal {
    /// What is measured.
    pub mark: Mark,
    /// Farther behind than this is yellow; a fraction, 0.05 for five percentage points.
    pub yellow: f64,
    /// Farther behind than this is red.
    pub red: f64,
}

/// What a [`Signal`] measures; both count as behind on the wrong side only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// 序时进度: elapsed share of the time minus the share of the way covered.
    Deviation,
    /// The distance to what the path asks for, as a share of that.
    GapShare,
}

/// What is judged: where it started, where it is, where it is to be. Times in years, values in one unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Journey {
    /// The baseline.
    pub start: Point,
    /// The latest figure.
    pub now: Point,
    /// The target at its deadline.
    pub end: Point,
    /// What the path asks for at the time of the latest figure.
    pub expected: f64,
    /// Which side of the target is wanted.
    pub side: Side,
    /// Whether the target must be passed.
    pub strict: bool,
}

impl Journey {
    /// On a path of the widget.
    pub fn on(path: &Path, now: Point, strict: bool) -> Journey {
        Journey::between(path.start(), now, path.end(), path.value_at(now.at), strict)
    }

    /// On a path of any shape.
    pub fn along(course: &Course, now: Point, strict: bool) -> Journey {
        Journey::between(course.start(), now, course.end(), course.value_at(now.at), strict)
    }

    /// The same for a figure that is an interval, once it is known whether that meets the target.
    pub(super) fn knowing(self, met: Met) -> Result<Journey, NoRuling> {
        match met {
            Met::Undecided => Err(NoRuling::Undecided),
            // 超850 passes 850, and 近850 does not reach it: the stated number alone says neither
            met => Ok(Journey { strict: met == Met::No, ..self }),
        }
    }

    fn between(start: Point, now: Point, end: Point, expected: f64, strict: bool) -> Journey {
        let side = if end.value < start.value { Side::AtMost } else { Side::AtLeast };
        Journey { start, now, end, expected, side, strict }
    }

    /// Whether the latest figure meets the target.
    fn is_met(&self) -> bool {
        let Point { value, .. } = self.now;
        let figure = Interval { low: value, value, high: value, low_open: false, high_open: false };
        Limit { bound: self.end.value, side: self.side, strict: self.strict }.check(&figure) == Met::Yes
    }

    /// 1 where up is good, −1 where down is.
    fn direction(&self) -> f64 {
        if self.side == Side::AtLeast { 1.0 } else { -1.0 }
    }
}

/// A verdict and what it rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ruling {
    /// The method.
    pub method: Method,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub grounds: Grounds,
}

/// A verdict on one of the two scales.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// One of five grades; each method has its own names for them.
    Grade(Status),
    /// One of three colours.
    Colour(Colour),
}

/// 三色.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// On the mark or near enough.
    Green,
    /// Behind by more than the first threshold.
    Yellow,
    /// Behind by more than the second.
    Red,
}

/// What a verdict rests on. Rates are a year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Grounds {
    /// The target is met, which is asked first.
    Met,
    /// Baseline and target are the same, and the figure has left them: there is no pace to compare.
    Left,
    /// Compound growth, as fractions.
    Growth {
        /// So far.
        actual: f64,
        /// From baseline to target.
        required: f64,
        /// Towards the target, in units of what is required.
        ratio: f64,
        /// Whether a zero was taken as 0.001.
        replaced: bool,
    },
    /// Change in the figure's unit.
    Change {
        /// So far.
        actual: f64,
        /// From baseline to target.
        required: f64,
        /// Towards the target, in units of what is required.
        ratio: f64,
    },
    /// The value the pace so far leads to at the deadline.
    Expected {
        /// In the figure's unit.
        value: f64,
        /// The part of the way from baseline to target that it covers.
        share: f64,
    },
    /// How far behind the mark the place is, as a fraction; below zero it is ahead.
    Behind(f64),
}

/// Why there is no verdict.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoRuling {
    /// A number is not finite, or too large to compute with.
    NotFinite,
    /// The deadline is not after the baseline.
    Order,
    /// No time has passed since the baseline.
    TooEarly,
    /// The method compares growth rates, which need values above zero.
    NotPositive,
    /// Values on both sides of zero have no growth rate.
    SignChange,
    /// The thresholds are not `0 <= yellow <= red`.
    Thresholds,
    /// What the colour goes by is a share of zero.
    NoShare,
    /// The figure is an interval with the target in it.
    Undecided,
}

/// The status by a method. Whether the target is met is asked first by all of them.
///
/// ```
/// use duibiao::trajectory::{Course, Journey, Method, Point, Shape, Status, Verdict, status};
///
/// let course = Course::new(Point { at: 2022.0, value: 1000.0 }, Point { at: 2025.0, value: 2000.0 }, Shape::Linear).unwrap();
/// let journey = Journey::along(&course, Point { at: 2024.0, value: 1430.0 }, false);
/// assert_eq!(status(Method::Eurostat, &journey).unwrap().verdict, Verdict::Grade(Status::Moderate));
/// ```
///
/// # Errors
/// See [`NoRuling`].
pub fn status(method: Method, journey: &Journey) -> Result<Ruling, NoRuling> {
    let Journey { start, now, end, expected, .. } = *journey;
    if ![start.at, start.value, now.at, now.value, end.at, end.value, expected].iter().all(|number| number.is_finite()) {
        return Err(NoRuling::NotFinite);
    }
    if let Method::ThreeColour(signal) = method
        && !(signal.yellow >= 0.0 && signal.red >= signal.yellow && signal.red.is_finite())
    {
        return Err(NoRuling::Thresholds);
    }
    if end.at <= start.at {
        return Err(NoRuling::Order);
    }
    let ruling = |verdict, grounds| Ok(Ruling { method, verdict, grounds });
    let coloured = matches!(method, Method::ThreeColour(_));
    if journey.is_met() {
        return ruling(if coloured { Verdict::Colour(Colour::Green) } else { Verdict::Grade(Status::Achieved) }, Grounds::Met);
    }
    if now.at <= start.at {
        return Err(NoRuling::TooEarly);
    }
    let without_way = start.value == end.value && !matches!(method, Method::ThreeColour(Signal { mark: Mark::GapShare, .. }));
    if without_way {
        return ruling(if coloured { Verdict::Colour(Colour::Red) } else { Verdict::Grade(Status::MovingAway) }, Grounds::Left);
    }
    let (grounds, measure) = match method {
        Method::Eurostat | Method::ProgressChart => compound(journey, false)?,
        Method::OpenSdg => compound(journey, true)?,
        Method::Sdsn => linear(journey)?,
        Method::Unsd => carried_on(journey)?,
        Method::ThreeColour(signal) => behind(journey, signal.mark)?,
    };
    let grade = |on_track: f64, moderate: f64, insufficient: f64| {
        Verdict::Grade(match measure {
            measure if measure >= on_track => Status::OnTrack,
            measure if measure >= moderate => Status::Moderate,
            measure if measure >= insufficient => Status::Insufficient,
            _ => Status::MovingAway,
        })
    };
    let verdict = match method {
        Method::Eurostat | Method::OpenSdg => grade(0.95, 0.60, 0.0),
        Method::Sdsn => grade(1.0, 0.5, 0.0),
        Method::ProgressChart => grade(0.95, 0.50, -0.10),
        Method::Unsd => grade(0.95, 0.10, -0.10),
        Method::ThreeColour(signal) => Verdict::Colour(match measure {
            measure if measure > signal.red => Colour::Red,
            measure if measure > signal.yellow => Colour::Yellow,
            _ => Colour::Green,
        }),
    };
    ruling(verdict, grounds)
}

/// The measure with its grounds, where it is finite.
fn finite(grounds: Grounds, measure: f64) -> Result<(Grounds, f64), NoRuling> {
    if measure.is_finite() { Ok((grounds, measure)) } else { Err(NoRuling::NotFinite) }
}

/// What open-sdg takes a zero as.
const NEXT_TO_ZERO: f64 = 0.001;

fn compound(journey: &Journey, signed: bool) -> Result<(Grounds, f64), NoRuling> {
    let Journey { mut start, mut now, mut end, .. } = *journey;
    let mut sign = 1.0;
    let mut replaced = false;
    if signed {
        for point in [&mut start, &mut end] {
            if point.value == 0.0 {
                point.value = NEXT_TO_ZERO;
                replaced = true;
            }
        }
        if start.value < 0.0 {
            // growth of what is below zero is that of its size, the other way round
            sign = -1.0;
            for point in [&mut start, &mut now, &mut end] {
                point.value = -point.value;
            }
        }
        if now.value < 0.0 || end.value < 0.0 {
            return Err(NoRuling::SignChange);
        }
    }
    // a fall to zero is a growth of −100 % whatever the time
    let actual = if signed && now.value == 0.0 { Some(-1.0) } else { growth(start, now) };
    let (Some(actual), Some(required)) = (actual, growth(start, end)) else { return Err(NoRuling::NotPositive) };
    let ratio = sign * journey.direction() * actual / required.abs();
    finite(Grounds::Growth { actual, required, ratio, replaced }, ratio)
}

fn linear(journey: &Journey) -> Result<(Grounds, f64), NoRuling> {
    let Journey { start, now, end, .. } = *journey;
    let actual = (now.value - start.value) / (now.at - start.at);
    let required = (end.value - start.value) / (end.at - start.at);
    let ratio = journey.direction() * actual / required.abs();
    if !actual.is_finite() || !required.is_finite() {
        return Err(NoRuling::NotFinite);
    }
    finite(Grounds::Change { actual, required, ratio }, ratio)
}

fn carried_on(journey: &Journey) -> Result<(Grounds, f64), NoRuling> {
    let Journey { start, now, end, .. } = *journey;
    let times = (end.at - start.at) / (now.at - start.at);
    let value = if start.value > 0.0 && now.value > 0.0 {
        start.value * libm::pow(now.value / start.value, times)
    } else {
        start.value + (now.value - start.value) * times
    };
    let share = journey.direction() * (value - start.value) / (end.value - start.value).abs();
    if !value.is_finite() {
        return Err(NoRuling::NotFinite);
    }
    finite(Grounds::Expected { value, share }, share)
}

fn behind(journey: &Journey, mark: Mark) -> Result<(Grounds, f64), NoRuling> {
    let Journey { start, now, end, expected, .. } = *journey;
    let behind = match mark {
        Mark::Deviation => {
            let elapsed = crate::order::clamp((now.at - start.at) / (end.at - start.at), 0.0, 1.0);
            let covered = journey.direction() * (now.value - start.value) / (end.value - start.value).abs();
            elapsed - covered
        }
        Mark::GapShare if expected == 0.0 => return Err(NoRuling::NoShare),
        Mark::GapShare => journey.direction() * (expected - now.value) / expected.abs(),
    };
    finite(Grounds::Behind(behind), behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DEVIATION: Method = Method::ThreeColour(Signal { mark: Mark::Deviation, yellow: 0.0, red: 0.1 });
    const GAP: Method = Method::ThreeColour(Signal { mark: Mark::GapShare, yellow: 0.05, red: 0.1 });
    const ALL: [Method; 7] = [Method::Eurostat, Method::OpenSdg, Method::Sdsn, Method::ProgressChart, Method::Unsd, DEVIATION, GAP];

    fn journey(start: f64, now: f64, end: f64) -> Journey {
        let point = |at, value| Point { at, value };
        Journey::between(point(2020.0, start), point(2022.0, now), point(2024.0, end), (start + end) / 2.0, false)
    }

    fn check(method: Method, start: f64, now: f64, end: f64, expect: Result<Verdict, NoRuling>) {
        assert_eq!(status(method, &journey(start, now, end)).map(|ruling| ruling.verdict), expect, "{method:?} {start} {now} {end}");
    }

    fn grade(status: Status) -> Result<Verdict, NoRuling> {
        Ok(Verdict::Grade(status))
    }

    #[test]
    fn exactly_on_thresholds() {
        check(Method::Sdsn, 100.0, 150.0, 200.0, grade(Status::OnTrack));
        check(Method::Sdsn, 100.0, 125.0, 200.0, grade(Status::Moderate));
        check(Method::Sdsn, 100.0, 100.0, 200.0, grade(Status::Insufficient));
        check(Method::Sdsn, 100.0, 99.0, 200.0, grade(Status::MovingAway));
        check(Method::Unsd, 100.0, 100.0, 200.0, grade(Status::Insufficient));
        check(DEVIATION, 100.0, 150.0, 200.0, Ok(Verdict::Colour(Colour::Green)));
        check(DEVIATION, 100.0, 149.0, 200.0, Ok(Verdict::Colour(Colour::Yellow)));
        check(DEVIATION, 100.0, 100.0, 200.0, Ok(Verdict::Colour(Colour::Red)));
        check(
            Method::ThreeColour(Signal { mark: Mark::Deviation, yellow: 0.0, red: 0.25 }),
            100.0,
            125.0,
            200.0,
            Ok(Verdict::Colour(Colour::Yellow)),
        );
    }

    #[test]
    fn below_zero_and_through_it() {
        check(Method::Eurostat, -10.0, -8.0, -5.0, Err(NoRuling::NotPositive));
        check(Method::OpenSdg, -10.0, -7.0, -5.0, grade(Status::OnTrack));
        check(Method::OpenSdg, -10.0, -12.0, -5.0, grade(Status::MovingAway));
        check(Method::OpenSdg, -10.0, 2.0, 5.0, Err(NoRuling::SignChange));
        check(Method::OpenSdg, -10.0, -5.0, 5.0, Err(NoRuling::SignChange));
        check(Method::OpenSdg, 10.0, -5.0, 20.0, Err(NoRuling::SignChange));
        check(Method::OpenSdg, 0.0, 5.0, 10.0, grade(Status::OnTrack));
        check(Method::Sdsn, -10.0, 0.0, 10.0, grade(Status::OnTrack));
        check(Method::Unsd, -10.0, 0.0, 10.0, grade(Status::OnTrack));
    }

    #[test]
    fn what_is_known_of_the_figure_beats_the_number_stated() {
        let there = Journey { strict: true, ..journey(100.0, 200.0, 200.0) };
        let verdict = |met| there.knowing(met).and_then(|journey| status(Method::Sdsn, &journey)).map(|ruling| ruling.verdict);
        assert_eq!(verdict(Met::Yes), grade(Status::Achieved));
        assert_eq!(verdict(Met::No), grade(Status::OnTrack));
        assert_eq!(verdict(Met::Undecided), Err(NoRuling::Undecided));
    }

    #[test]
    fn carried_on_in_a_straight_line_where_nothing_grows() {
        let grounds = |start, now, end| status(Method::Unsd, &journey(start, now, end)).unwrap().grounds;
        assert_eq!(grounds(0.0, 4.0, 10.0), Grounds::Expected { value: 8.0, share: 0.8 });
        assert_eq!(grounds(100.0, 0.0, 200.0), Grounds::Expected { value: -100.0, share: -2.0 });
        assert_eq!(grounds(100.0, 50.0, 10.0), Grounds::Expected { value: 25.0, share: 75.0 / 90.0 });
    }

    #[test]
    fn on_the_way_down() {
        // half of the time gone: half of the way, none of it, the other way
        for method in [Method::Eurostat, Method::OpenSdg, Method::Sdsn, Method::ProgressChart, Method::Unsd] {
            check(method, 200.0, 100.0, 50.0, grade(Status::OnTrack));
            check(method, 200.0, 200.0, 50.0, grade(Status::Insufficient));
            check(method, 200.0, 400.0, 50.0, grade(Status::MovingAway));
            check(method, 200.0, 50.0, 50.0, grade(Status::Achieved));
        }
        let colour = |colour| Ok(Verdict::Colour(colour));
        for (now, expect) in [(125.0, Colour::Green), (130.0, Colour::Yellow), (160.0, Colour::Red)] {
            check(DEVIATION, 200.0, now, 50.0, colour(expect));
        }
        for (now, expect) in [(125.0, Colour::Green), (135.0, Colour::Yellow), (140.0, Colour::Red)] {
            check(GAP, 200.0, now, 50.0, colour(expect));
        }
    }

    #[test]
    fn a_little_the_wrong_way_is_little_progress() {
        for method in [Method::ProgressChart, Method::Unsd] {
            check(method, 100.0, 99.0, 200.0, grade(Status::Insufficient));
            check(method, 100.0, 90.0, 200.0, grade(Status::MovingAway));
        }
        check(Method::Eurostat, 100.0, 99.0, 200.0, grade(Status::MovingAway));
    }

    #[test]
    fn at_zero() {
        // a fall to zero is a growth of −100 %, and no change of sign
        check(Method::OpenSdg, 10.0, 0.0, 20.0, grade(Status::MovingAway));
        check(Method::OpenSdg, 20.0, 0.0, -5.0, Err(NoRuling::SignChange));
        check(GAP, -1.0, -0.5, 1.0, Err(NoRuling::NoShare));
        check(DEVIATION, -1.0, -0.5, 1.0, Ok(Verdict::Colour(Colour::Red)));
    }

    #[test]
    fn base_on_the_target() {
        for method in ALL {
            let met =
                if matches!(method, Method::ThreeColour(_)) { Verdict::Colour(Colour::Green) } else { Verdict::Grade(Status::Achieved) };
            check(method, 10.0, 10.0, 10.0, Ok(met));
        }
        check(Method::OpenSdg, 10.0, 9.0, 10.0, grade(Status::MovingAway));
        check(DEVIATION, 10.0, 9.0, 10.0, Ok(Verdict::Colour(Colour::Red)));
        check(GAP, 10.0, 9.2, 10.0, Ok(Verdict::Colour(Colour::Yellow)));
    }

    #[test]
    fn refused() {
        let point = |at, value| Point { at, value };
        let early = Journey::between(point(2022.0, 1.0), point(2022.0, 1.0), point(2025.0, 2.0), 1.0, false);
        assert_eq!(status(Method::Sdsn, &early), Err(NoRuling::TooEarly));
        let reversed = Journey::between(point(2025.0, 1.0), point(2025.0, 1.0), point(2022.0, 2.0), 1.0, false);
        assert_eq!(status(Method::Sdsn, &reversed), Err(NoRuling::Order));
        let bad = Method::ThreeColour(Signal { mark: Mark::Deviation, yellow: 0.2, red: 0.1 });
        assert_eq!(status(bad, &journey(1.0, 1.0, 2.0)), Err(NoRuling::Thresholds));
        let met = Journey { strict: true, ..journey(1.0, 2.0, 2.0) };
        assert_eq!(status(Method::Sdsn, &met).unwrap().verdict, Verdict::Grade(Status::OnTrack));
    }

    proptest! {
        #[test]
        fn a_change_of_unit_changes_nothing(start in 1.0f64..1e6, now in 1.0f64..1e6, end in 1.0f64..1e6, exponent in -20i32..20) {
            let scale = libm::ldexp(1.0, exponent);
            for method in ALL {
                let verdict = |scale: f64| status(method, &journey(start * scale, now * scale, end * scale)).map(|ruling| ruling.verdict);
                prop_assert_eq!(verdict(1.0), verdict(scale));
            }
        }

        #[test]
        fn any_input_gives_finite_grounds_or_a_reason(numbers in proptest::array::uniform7(any::<f64>()), up: bool, strict: bool,
                yellow in any::<f64>(), red in any::<f64>()) {
            let [a, b, c, d, e, f, expected] = numbers;
            let point = |at, value| Point { at, value };
            let side = if up { Side::AtLeast } else { Side::AtMost };
            let journey = Journey { start: point(a, b), now: point(c, d), end: point(e, f), expected, side, strict };
            for method in ALL.into_iter().chain([Method::ThreeColour(Signal { mark: Mark::GapShare, yellow, red })]) {
                if let Ok(ruling) = status(method, &journey) {
                    let numbers = match ruling.grounds {
                        Grounds::Met | Grounds::Left => vec![],
                        Grounds::Growth { actual, required, ratio, .. } | Grounds::Change { actual, required, ratio } => vec![actual, required, ratio],
                        Grounds::Expected { value, share } => vec![value, share],
                        Grounds::Behind(behind) => vec![behind],
                    };
                    prop_assert!(numbers.iter().all(|number| number.is_finite()), "{:?}", ruling);
                }
            }
        }
    }
}
