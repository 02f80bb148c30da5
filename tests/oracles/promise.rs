//! Paths, pace, statuses and splits against `promise.json`.

use serde_json::Value;

use super::fixture::{agree, cases, full, number};
use duibiao::{
    dataset::PathShape,
    trajectory::{
        Colour, Course, Grounds, Journey, Mark, Method, NoRuling, Path, Point, Rule, Shape, Side, Signal, Status, Verdict, pace, split,
        status,
    },
};

const CASES: &str = include_str!("promise.json");

/// The cases of one kind, at least so many, each with what to call it.
fn of(kind: &str, least: usize) -> Vec<(String, Value)> {
    let cases: Vec<(String, Value)> = cases(CASES)
        .into_iter()
        .filter(|case| case["of"] == kind)
        .map(|case| (case["name"].as_str().map_or_else(|| case.to_string(), str::to_owned), case))
        .collect();
    assert!(cases.len() >= least, "{} cases of {kind}", cases.len());
    cases
}

fn point(value: &Value) -> Point {
    Point { at: value[0].as_f64().unwrap(), value: value[1].as_f64().unwrap() }
}

fn shape(value: &Value) -> Shape {
    match value["kind"].as_str().unwrap() {
        "geometric" => Shape::Geometric,
        "linear" => Shape::Linear,
        "power" => Shape::Power(value["p"].as_f64().unwrap()),
        "logistic" => Shape::Logistic(value["k"].as_f64().unwrap()),
        "milestones" => Shape::Milestones(value["points"].as_array().unwrap().iter().map(point).collect()),
        "seasonal" => Shape::Seasonal(full(&value["shares"])),
        other => panic!("{other}"),
    }
}

#[test]
fn paths() {
    for (name, case) in of("path", 200) {
        let course = Course::new(point(&case["start"]), point(&case["end"]), shape(&case["shape"])).unwrap();
        for (at, expect) in full(&case["at"]).into_iter().zip(full(&case["expect"])) {
            agree(Some(course.value_at(at)), Some(expect), &name);
        }
    }
}

#[test]
fn paces() {
    for (name, case) in of("pace", 200) {
        let (start, end, now) = (point(&case["start"]), point(&case["end"]), point(&case["now"]));
        let geometric = case["geometric"] == true;
        let course = Course::new(start, end, if geometric { Shape::Geometric } else { Shape::Linear }).unwrap();
        let found = course.pace(now).unwrap();
        let path = Path::new(start, vec![end], if geometric { PathShape::Geometric } else { PathShape::Linear }).unwrap();
        assert_eq!(found, pace(&path, now), "{name}");
        let expect = &case["expect"];
        let check = |ours: Option<f64>, key: &str| agree(ours, number(&expect[key]), &[&name, " ", key].concat());
        check(Some(found.expected), "expected");
        // a difference of two near values keeps their absolute, not its own relative precision
        let slack = 1e-12 * now.value.abs().max(found.expected.abs()).max(1.0);
        assert!((found.gap - expect["gap"].as_f64().unwrap()).abs() <= slack, "{name} gap");
        match (found.gap_share, number(&expect["gap_share"])) {
            (Some(ours), Some(theirs)) => assert!((ours - theirs).abs() <= slack, "{name} gap_share"),
            (ours, theirs) => assert_eq!(ours, theirs, "{name} gap_share"),
        }
        check(found.completion, "completion");
        check(found.progress, "progress");
        check(Some(found.elapsed), "elapsed");
        check(found.deviation, "deviation");
        check(found.growth_so_far, "growth_so_far");
        check(found.required_growth, "required_growth");
        check(found.required_increase, "required_increase");
    }
}

fn method(name: &str) -> Method {
    match name {
        "eurostat" => Method::Eurostat,
        "open-sdg" => Method::OpenSdg,
        "sdsn" => Method::Sdsn,
        "progress-chart" => Method::ProgressChart,
        "unsd" => Method::Unsd,
        "three-deviation" => Method::ThreeColour(Signal { mark: Mark::Deviation, yellow: 0.0, red: 0.125 }),
        "three-gap" => Method::ThreeColour(Signal { mark: Mark::GapShare, yellow: 0.0625, red: 0.125 }),
        other => panic!("{other}"),
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Grade(Status::Achieved) => "achieved",
        Verdict::Grade(Status::OnTrack) => "on-track",
        Verdict::Grade(Status::Moderate) => "moderate",
        Verdict::Grade(Status::Insufficient) => "insufficient",
        Verdict::Grade(Status::MovingAway) => "away",
        Verdict::Colour(Colour::Green) => "green",
        Verdict::Colour(Colour::Yellow) => "yellow",
        Verdict::Colour(Colour::Red) => "red",
    }
}

fn reason(reason: NoRuling) -> &'static str {
    match reason {
        NoRuling::NotFinite => "not-finite",
        NoRuling::Order => "order",
        NoRuling::TooEarly => "too-early",
        NoRuling::NotPositive => "not-positive",
        NoRuling::SignChange => "sign-change",
        NoRuling::Thresholds => "thresholds",
        NoRuling::NoShare => "no-share",
        NoRuling::Undecided => "undecided",
    }
}

#[test]
fn statuses() {
    for (name, case) in of("status", 400) {
        let name = [&name, " ", case["method"].as_str().unwrap()].concat();
        let numbers = full(&case["numbers"]);
        let at = |index: usize| Point { at: numbers[index], value: numbers[index + 1] };
        let (start, end, now) = (at(0), at(2), at(4));
        let expected = Course::new(start, end, Shape::Linear).map_or(end.value, |course| course.value_at(now.at));
        let side = if case["up"] == true { Side::AtLeast } else { Side::AtMost };
        let journey = Journey { start, now, end, expected, side, strict: case["strict"] == true };
        let found = status(method(case["method"].as_str().unwrap()), &journey);
        assert_eq!(found.map_or_else(reason, |ruling| word(ruling.verdict)), case["verdict"], "{name}");
        let measure = found.ok().and_then(|ruling| match ruling.grounds {
            Grounds::Met | Grounds::Left => None,
            Grounds::Growth { ratio, .. } | Grounds::Change { ratio, .. } => Some(ratio),
            Grounds::Expected { share, .. } => Some(share),
            Grounds::Behind(behind) => Some(behind),
        });
        agree(measure, number(&case["measure"]), &name);
    }
}

#[test]
fn splits() {
    for (name, case) in of("split", 200) {
        let total = case["total"].as_f64().unwrap();
        let split = split(total, case["decimals"].as_u64().unwrap() as u8, &Rule::Share(full(&case["weights"]))).unwrap();
        let units: Vec<i64> = split.parts.iter().map(|part| part.units).collect();
        let expect: Vec<i64> = case["units"].as_array().unwrap().iter().map(|units| units.as_i64().unwrap()).collect();
        assert_eq!(units, expect, "{name}");
    }
}
