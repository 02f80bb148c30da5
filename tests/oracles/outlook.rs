//! Outlook: quantiles, forecasts, arrivals, catch-up, time distance, convergence.

use duibiao::trajectory::{
    Arrival, Deviation, Direction, Eta, Forecast, ForecastMethod, Goal, Intercept, Leader, Mover, NoCatchUp, NoConvergence, Panel, Point,
    Rate, TimeDistance, Trend, beta, catch_up, normal, sigma, student, time_distance,
};
use serde_json::Value;

use super::fixture::{agree, cases, full, matrix, number, numbers};

fn points(case: &Value) -> Vec<Point> {
    full(&case["t"]).into_iter().zip(full(&case["y"])).map(|(at, value)| Point { at, value }).collect()
}

fn trend(case: &Value) -> Trend {
    if case["course"] == "geometric" { Trend::Geometric } else { Trend::Linear }
}

fn direction(case: &Value) -> Direction {
    if case["up"] == true { Direction::Up } else { Direction::Down }
}

fn forecast(case: &Value) -> Forecast {
    let method = match case["method"].as_str().unwrap() {
        "squares" => ForecastMethod::LeastSquares(trend(case)),
        steps if steps.starts_with("steps") => {
            ForecastMethod::LastSteps { steps: steps.trim_start_matches("steps").parse().unwrap(), trend: trend(case) }
        }
        "separate" => ForecastMethod::TheilSen(trend(case), Intercept::Separate),
        _ => ForecastMethod::TheilSen(trend(case), Intercept::Joint),
    };
    Forecast::new(&points(case), method, number(&case["level"]).unwrap()).unwrap()
}

/// Agreement to 1e-9 of the size of the numbers in play, for what lies near zero between them.
#[track_caller]
fn near(ours: Option<f64>, theirs: Option<f64>, size: f64, what: &str) {
    agree(ours.map(|value| 1.0 + value / size), theirs.map(|value| 1.0 + value / size), what);
}

#[test]
fn quantiles_are_scipys() {
    for case in cases(include_str!("outlook_quantile.json")) {
        let [level, dof, theirs] = full(&case)[..] else { panic!("{case}") };
        let ours = if dof == 0.0 { normal(level) } else { student(level, dof as u32) }.unwrap();
        assert!((ours - theirs).abs() <= 1e-10 * theirs, "{level} {dof}: ours {ours}, theirs {theirs}");
    }
}

#[test]
fn forecasts_are_statsmodels() {
    check_forecasts(include_str!("outlook_forecast.json"));
}

#[test]
fn theil_sen_lines_are_scipys() {
    check_forecasts(include_str!("outlook_theil_sen.json"));
}

fn check_forecasts(text: &str) {
    for case in cases(text) {
        let what = case["name"].as_str().unwrap();
        let forecast = forecast(&case);
        let size = forecast.points().iter().fold(0.0, |most: f64, point| most.max(point.value.abs())).max(1e-300);
        let size = if size <= 1e-300 { 1.0 } else { size };
        let rates = full(&case["rate"]);
        let plain = |rate: Rate| match rate {
            Rate::Growth(rate) => (rate, 1.0),
            Rate::Change(rate) => (rate, size),
        };
        let ours: Vec<Rate> =
            [forecast.rate()].into_iter().chain(forecast.rate_range().into_iter().flat_map(|(low, high)| [low, high])).collect();
        assert_eq!(ours.len(), rates.len(), "{what}");
        for (ours, theirs) in ours.into_iter().zip(rates) {
            let (ours, size) = plain(ours);
            near(Some(ours), Some(theirs), size, what);
        }
        if case["method"] == "squares" {
            agree(forecast.r_squared(), number(&case["r_squared"]), what);
        }
        for row in matrix(&case["at"]) {
            let (Some(at), theirs) = (row[0], &row[1..]) else { panic!("{what}") };
            let estimate = forecast.at(at).unwrap();
            let ours: Vec<f64> =
                [estimate.value].into_iter().chain(estimate.range.into_iter().flat_map(|(low, high)| [low, high])).collect();
            assert_eq!(ours.len(), theirs.len(), "{what}");
            for (ours, theirs) in ours.into_iter().zip(theirs) {
                if trend(&case) == Trend::Geometric { agree(Some(ours), *theirs, what) } else { near(Some(ours), *theirs, size, what) }
            }
        }
    }
}

#[test]
fn arrivals_are_brentqs() {
    for case in cases(include_str!("outlook_arrival.json")) {
        let what = case["name"].as_str().unwrap();
        let (value, deadline) = (number(&case["goal"]).unwrap(), number(&case["deadline"]).unwrap());
        let goal = Goal { value, deadline, direction: direction(&case), strict: false };
        let check = |ours: Option<Eta>, theirs: Option<f64>| {
            near(ours.map(|eta| eta.late), theirs.map(|at| at - deadline), 1.0, what);
            agree(ours.map(|eta| eta.at), theirs, what);
        };
        match forecast(&case).arrival(&goal).unwrap() {
            Arrival::Met(eta) => check(Some(eta), number(&case["met"])),
            Arrival::Ahead { expected, bounds } => {
                let etas = numbers(&case["etas"]);
                let ours: Vec<Option<Eta>> =
                    [expected].into_iter().chain(bounds.into_iter().flat_map(|bounds| [bounds.earliest, bounds.latest])).collect();
                assert_eq!(ours.len(), etas.len(), "{what}");
                for (ours, theirs) in ours.into_iter().zip(etas) {
                    check(ours, theirs);
                }
            }
        }
    }
}

fn mover(case: &Value) -> Mover {
    let [at, value, rate] = [0, 1, 3].map(|position| number(&case[position]).unwrap());
    Mover { point: Point { at, value }, rate: if case[2] == "growth" { Rate::Growth(rate) } else { Rate::Change(rate) } }
}

#[test]
fn catching_up_is_brentqs() {
    for case in cases(include_str!("outlook_catch_up.json")) {
        let what = case["name"].as_str().unwrap();
        let other = mover(&case["leader"]);
        let leader = if case["leader"][2] == "static" { Leader::Static(other.point.value) } else { Leader::Moving(other) };
        match catch_up(&mover(&case["own"]), &leader, direction(&case)) {
            Ok(meeting) => {
                agree(Some(meeting.at), number(&case["at"]), what);
                // to a second or so; brentq on the values of near-parallel lines gives no more
                let years = number(&case["years"]).unwrap();
                assert!((meeting.years - years).abs() < 1e-8, "{what}: {} {years}", meeting.years);
                agree(Some(meeting.value), number(&case["value"]), what);
            }
            Err(reason) => {
                let name = match reason {
                    NoCatchUp::AlreadyAhead => "AlreadyAhead",
                    NoCatchUp::Parallel => "Parallel",
                    NoCatchUp::Diverging => "Diverging",
                    NoCatchUp::BeyondCentury => "BeyondCentury",
                    _ => "another",
                };
                assert_eq!(case["reason"], name, "{what}");
            }
        }
    }
}

#[test]
fn time_distances_are_numpys() {
    for case in cases(include_str!("outlook_distance.json")) {
        let what = case["name"].as_str().unwrap();
        let own = Point { at: number(&case["at"]).unwrap(), value: number(&case["level"]).unwrap() };
        match time_distance(&own, &points(&case), trend(&case), direction(&case)).unwrap() {
            TimeDistance::At { at, years, crossings } => {
                agree(Some(at), number(&case["found"]), what);
                near(Some(years), number(&case["years"]), 1.0, what);
                assert_eq!(case["crossings"], crossings, "{what}");
            }
            TimeDistance::MoreThan { years } => agree(Some(years), number(&case["more"]), what),
            TimeDistance::LessThan { years } => agree(Some(years), number(&case["less"]), what),
        }
    }
}

#[test]
fn convergence_is_numpys_and_scipys() {
    for case in cases(include_str!("outlook_convergence.json")) {
        let what = case["name"].as_str().unwrap();
        let panel = Panel::new(&full(&case["t"]), &matrix(&case["rows"])).unwrap();
        for (deviation, name) in [(Deviation::Sample, "sample"), (Deviation::Population, "population")] {
            let (logs, variations) = (numbers(&case[format!("log_{name}")]), numbers(&case[format!("cv_{name}")]));
            for ((ours, log), variation) in sigma(&panel, deviation).iter().zip(logs).zip(variations) {
                agree(ours.log_deviation, log, what);
                agree(ours.variation, variation, what);
            }
        }
        match beta(&panel) {
            Ok(beta) => {
                let theirs = numbers(&case["beta"]);
                let half_life = beta.half_life;
                let ours = [Some(beta.slope), Some(beta.intercept), Some(beta.standard_error), beta.r_squared, beta.speed, half_life];
                assert_eq!(theirs.len(), ours.len(), "{what}");
                for (ours, theirs) in ours.into_iter().zip(theirs) {
                    agree(ours, theirs, what);
                }
            }
            Err(reason) => {
                let name = match reason {
                    NoConvergence::TooFewPlaces { .. } => "TooFewPlaces",
                    NoConvergence::NotPositive => "NotPositive",
                    NoConvergence::NoSpread => "NoSpread",
                    _ => "another",
                };
                assert_eq!(case["reason"], name, "{what}");
            }
        }
    }
}
