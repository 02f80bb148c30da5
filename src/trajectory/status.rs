//! On track or not, by published methods.

use super::path::{Path, Point, growth};

/// How a place does against its target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The target is met.
    Achieved,
    /// At 95 % or more of the growth asked for.
    OnTrack,
    /// At 60 to 95 %.
    Moderate,
    /// At 0 to 60 %.
    Insufficient,
    /// Away from the target.
    MovingAway,
}

/// A status and what it rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Assessment {
    /// The status.
    pub status: Status,
    /// Actual ÷ required growth a year; `None` where the target is met or asks for no change.
    pub ratio: Option<f64>,
}

/// Why there is no status.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoAssessment {
    /// No time has passed since the baseline.
    TooEarly,
    /// Growth rates need values above zero.
    NotPositive,
}

/// Eurostat's method for indicators with a quantitative target: the ratio of the actual to the required
/// compound annual growth rate, with thresholds 95 %, 60 % and 0 (Sustainable development in the European
/// Union, monitoring report, annex on the assessment of trends). Whether the target is met is asked first;
/// `strict` asks for more than the target (or less, on the way down).
///
/// # Errors
/// See [`NoAssessment`].
pub fn eurostat(path: &Path, now: Point, strict: bool) -> Result<Assessment, NoAssessment> {
    let (start, end) = (path.start(), path.end());
    let down = end.value < start.value;
    let ahead = if down { end.value - now.value } else { now.value - end.value };
    if ahead > 0.0 || (ahead == 0.0 && !strict) {
        return Ok(Assessment { status: Status::Achieved, ratio: None });
    }
    if now.at <= start.at {
        return Err(NoAssessment::TooEarly);
    }
    let (Some(actual), Some(required)) = (growth(start, now), growth(start, end)) else { return Err(NoAssessment::NotPositive) };
    if required == 0.0 {
        // asked to hold a level and below it
        return Ok(Assessment { status: Status::MovingAway, ratio: None });
    }
    let ratio = actual / required;
    let status = match ratio {
        r if r >= 0.95 => Status::OnTrack,
        r if r >= 0.60 => Status::Moderate,
        r if r >= 0.0 => Status::Insufficient,
        _ => Status::MovingAway,
    };
    Ok(Assessment { status, ratio: Some(ratio) })
}

/// A level to be kept: met or not by the latest figure. There is no growth to compare.
pub(super) fn level(goal: f64, now: f64, at_most: bool, strict: bool) -> Assessment {
    let ahead = if at_most { goal - now } else { now - goal };
    let met = ahead > 0.0 || (ahead == 0.0 && !strict);
    Assessment { status: if met { Status::Achieved } else { Status::Insufficient }, ratio: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::PathShape;

    fn check(start: f64, end: f64, now: f64, expect: Result<Status, NoAssessment>) {
        let path = Path::new(Point { at: 2022.0, value: start }, vec![Point { at: 2025.0, value: end }], PathShape::Linear).unwrap();
        let found = eurostat(&path, Point { at: 2024.0, value: now }, false).map(|assessment| assessment.status);
        assert_eq!(found, expect, "{start} → {end}, now {now}");
    }

    #[test]
    fn thresholds() {
        check(1000.0, 2000.0, 2000.0, Ok(Status::Achieved));
        check(1000.0, 2000.0, 1560.0, Ok(Status::OnTrack));
        check(1000.0, 2000.0, 1430.0, Ok(Status::Moderate));
        check(1000.0, 2000.0, 1100.0, Ok(Status::Insufficient));
        check(1000.0, 2000.0, 900.0, Ok(Status::MovingAway));
        // no growth at all is a ratio of exactly 0
        check(1000.0, 2000.0, 1000.0, Ok(Status::Insufficient));
    }

    #[test]
    fn a_level_is_met_on_its_side() {
        let check = |now: f64, at_most: bool, strict: bool, met: bool| {
            let expect = Assessment { status: if met { Status::Achieved } else { Status::Insufficient }, ratio: None };
            assert_eq!(level(8.0, now, at_most, strict), expect, "{now} {at_most} {strict}");
        };
        for strict in [false, true] {
            check(7.0, true, strict, true);
            check(9.0, true, strict, false);
            check(7.0, false, strict, false);
            check(9.0, false, strict, true);
            check(8.0, true, strict, !strict);
            check(8.0, false, strict, !strict);
        }
    }

    #[test]
    fn downwards() {
        check(15.0, 8.0, 7.9, Ok(Status::Achieved));
        check(15.0, 8.0, 9.5, Ok(Status::OnTrack));
        check(15.0, 8.0, 16.0, Ok(Status::MovingAway));
        check(15.0, 8.0, 8.0, Ok(Status::Achieved));
        check(15.0, 8.0, 15.0, Ok(Status::Insufficient));
    }

    #[test]
    fn edges() {
        check(0.0, 10.0, 5.0, Err(NoAssessment::NotPositive));
        check(10.0, 10.0, 9.0, Ok(Status::MovingAway));
        check(10.0, 10.0, 10.0, Ok(Status::Achieved));
        let path = Path::new(Point { at: 2022.0, value: 1.0 }, vec![Point { at: 2025.0, value: 2.0 }], PathShape::Linear).unwrap();
        assert_eq!(eurostat(&path, Point { at: 2022.0, value: 1.0 }, false), Err(NoAssessment::TooEarly));
        assert_ne!(eurostat(&path, Point { at: 2024.0, value: 2.0 }, true).unwrap().status, Status::Achieved);
    }
}
