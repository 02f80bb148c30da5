//! Promises of every kind, assessed and read: a case for each kind, then all promises of the bundled dataset.
//!
//! `UPDATE=1 cargo test promises` writes the readings of the cases anew; read the difference before committing it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::{collections::BTreeMap, fs};

use proptest::prelude::*;

use duibiao::{
    dataset::{Dataset, Lang, Period, TargetKind, parse_json},
    trajectory::{Due, Finding, Mark, Met, Method, NoFinding, Shape, Signal, Status, Verdict, assess},
    words::Words,
};

fn on(day: &str) -> Period {
    Period::parse(day).unwrap()
}

fn dataset(text: &str) -> Dataset {
    let parsed = parse_json(text);
    let issues: Vec<String> = parsed.issues.iter().map(|issue| [&issue.place.to_string(), issue.code.as_str()].join(" ")).collect();
    parsed.dataset.unwrap_or_else(|| panic!("{issues:?}"))
}

const KINDS: &str = include_str!("cases/promises.json");
const READINGS: &str = "tests/cases/promises.txt";

/// Every case as read while the deadlines of 2025 are ahead, and when all but one are over.
#[test]
fn each_kind_reads_as_accepted() {
    let dataset = dataset(KINDS);
    let mut lines = Vec::new();
    for day in ["2025-03-01", "2026-11-22"] {
        for target in &dataset.targets {
            lines.push([day, " ", &target.id].concat());
            let assessed = assess(&dataset, target, on(day));
            for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
                lines.push(["  ", &Words::new(lang).assessed(&assessed)].concat());
            }
        }
    }
    let read = lines.join("\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(READINGS, &read).unwrap();
    }
    let accepted = fs::read_to_string(READINGS).unwrap_or_default();
    let changed = read.lines().zip(accepted.lines()).find(|(read, accepted)| read != accepted);
    assert!(read == accepted, "changed: {changed:?}; UPDATE=1 cargo test promises, and read the difference");
}

fn check(id: &str, expect: Result<Met, NoFinding>) {
    let dataset = dataset(KINDS);
    let found = assess(&dataset, dataset.target(id).unwrap(), on("2026-11-22")).finding.map(|finding| met(&finding).unwrap());
    assert_eq!(found, expect, "{id}");
}

fn met(finding: &Finding) -> Option<Met> {
    match finding {
        Finding::Reach(reach) => Some(reach.met),
        Finding::Zero(burn_down) => Some(burn_down.met),
        Finding::Held(held) => held.latest().map(|check| check.met),
        Finding::Grown(steps) => steps.last().map(|step| step.met),
        Finding::Rank(held) => Some(held.commit.1),
        Finding::Volume(volume) => Some(volume.met),
        Finding::Unrecorded => None,
    }
}

#[test]
fn each_kind_is_decided() {
    check("reach", Ok(Met::No));
    check("reach-late", Ok(Met::No));
    check("reach-strict", Ok(Met::No));
    check("reach-down", Ok(Met::No));
    check("multiply", Ok(Met::No));
    check("growth-levels", Ok(Met::Yes));
    check("growth-open", Ok(Met::Undecided));
    check("growth-stated", Ok(Met::No));
    check("growth-none", Err(NoFinding::NoYearBefore));
    check("corridor", Ok(Met::Yes));
    check("at-most", Ok(Met::Yes));
    check("at-most-open", Ok(Met::Undecided));
    check("at-most-strict", Ok(Met::No));
    check("at-least", Ok(Met::Yes));
    check("zero", Ok(Met::No));
    check("rank", Ok(Met::Yes));
    check("rank-scope", Err(NoFinding::OtherScope));
    check("plan", Ok(Met::No));
    check("plan-done", Ok(Met::Yes));
    check("cumulative", Ok(Met::No));
    check("cumulative-open", Ok(Met::Yes));
    check("cumulative-overlap", Err(NoFinding::Overlap(on("2024"), on("2024-07/2025-06"))));
}

#[test]
fn a_burn_down_says_what_is_left_and_what_it_takes() {
    let dataset = dataset(KINDS);
    let Ok(Finding::Zero(burn_down)) = assess(&dataset, dataset.target("zero").unwrap(), on("2025-03-01")).finding else { panic!() };
    let pace = burn_down.pace.unwrap();
    assert_eq!((burn_down.latest.quantity.value(), pace.expected, pace.gap), (25.0, 20.0, 5.0));
    assert!((burn_down.needed.unwrap() - 50.0 / 3.0).abs() < 1e-9);
    assert!(burn_down.needed_a_period.is_some_and(|(part, a_year)| (part - 25.0 / 6.0).abs() < 1e-9 && a_year == 4));
}

#[test]
fn today_is_the_last_day_of_a_deadline_that_is_a_day() {
    let dataset = dataset(KINDS);
    let due = |day: &str| assess(&dataset, dataset.target("deliver").unwrap(), on(day)).due;
    assert_eq!(due("2025-06-30"), Due::Ahead(0.0));
    assert!(matches!(due("2025-07-01"), Due::Over(_)));
    assert!(matches!(due("2025-06-29"), Due::Ahead(_)));
}

const BUNDLED: &str = include_str!("../www/data/huaibei-2023.json");

#[test]
fn every_bundled_promise_is_assessed_or_has_a_reason() {
    let dataset = dataset(BUNDLED);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for target in &dataset.targets {
        let assessed = assess(&dataset, target, on("2026-11-22"));
        let outcome = match &assessed.finding {
            Ok(finding) => met(finding).map_or_else(|| "task".to_owned(), |met| format!("{met:?}")),
            Err(reason) => format!("{reason:?}"),
        };
        *outcomes.entry(outcome).or_default() += 1;
        assert_eq!(matches!(assessed.finding, Ok(Finding::Unrecorded)), target.kind == TargetKind::Deliver, "{}", target.id);
        for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
            let read = Words::new(lang).assessed(&assessed);
            assert!(!read.is_empty() && !read.contains(['{', '}']) && !read.contains("  "), "{} {read}", target.id);
        }
    }
    assert_eq!(dataset.targets.len(), 136);
    let found: Vec<(&str, usize)> = outcomes.iter().map(|(outcome, count)| (outcome.as_str(), *count)).collect();
    assert_eq!(found, [("No", 1), ("NoFigure", 75), ("OtherPeriod", 2), ("Yes", 7), ("task", 51)]);
}

#[test]
fn a_promise_by_every_method() {
    let dataset = dataset(KINDS);
    let Ok(Finding::Reach(reach)) = assess(&dataset, dataset.target("reach").unwrap(), on("2025-03-01")).finding else { panic!() };
    let grade = |method| reach.status(method).unwrap().unwrap().verdict;
    assert_eq!(grade(Method::Eurostat), Verdict::Grade(Status::Moderate));
    assert_eq!(grade(Method::OpenSdg), Verdict::Grade(Status::Moderate));
    assert_eq!(grade(Method::Sdsn), Verdict::Grade(Status::Moderate));
    assert_eq!(grade(Method::Unsd), Verdict::Grade(Status::Moderate));
}

/// A figure as it may be written, or a period, each in a few forms.
fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(texts)
}

const PERIODS: &[&str] = &[
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2022-H1",
    "2023-Q1",
    "2023-Q2",
    "2023-07",
    "2022-07/2023-06",
    "2023-01/2023-05",
    "2024-06-30",
];
const FIGURES: &[&str] = &["0", "10", "超10", "近10", "约10", "10以上", "2—5", "-3", "0.5", "999999999999", "0.000001", "7"];
const MEASURES: &[&str] = &["flow", "stock", "ratio", "growth", "index", "rank"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is published, every kind of promise has a finite finding or a reason, and a reading without a hole.
    #[test]
    fn any_figures_give_a_finding_or_a_reason(
        measure in one_of(MEASURES),
        figures in proptest::collection::vec((one_of(PERIODS), one_of(FIGURES)), 0..7),
        aim in one_of(FIGURES),
        deadline in one_of(PERIODS),
        strict: bool,
    ) {
        let observations: Vec<String> = figures
            .iter()
            .map(|(period, text)| format!(r#"{{"region": "a", "indicator": "i", "period": "{period}", "text": "{text}", "source": "s"}}"#))
            .collect();
        let kinds = [
            format!(r#""kind": "reach", "text": "{aim}""#),
            r#""kind": "multiply", "factor": 2, "years": 3"#.to_owned(),
            r#""kind": "growth", "text": "超5%""#.to_owned(),
            format!(r#""kind": "corridor", "low": "{aim}", "high": "9999999999999""#),
            format!(r#""kind": "at-least", "text": "{aim}""#),
            format!(r#""kind": "at-most", "text": "{aim}""#),
            r#""kind": "zero""#.to_owned(),
            r#""kind": "rank", "commit": 2, "stretch": 1"#.to_owned(),
            format!(r#""kind": "plan", "text": "{aim}""#),
            format!(r#""kind": "cumulative", "text": "{aim}""#),
            format!(r#""kind": "cumulative", "text": "{aim}", "from": "2021""#),
        ];
        let targets: Vec<String> = kinds
            .iter()
            .enumerate()
            .map(|(index, kind)| format!(r#"{{"id": "t{index}", "region": "a", "indicator": "i", "source": "s", "strict": {strict}, "deadline": "{deadline}", {kind}}}"#))
            .collect();
        let text = format!(
            r#"{{"version": 1, "title": "t", "sources": [{{"id": "s", "title": "s"}}], "regions": [{{"id": "a", "name": "甲", "kind": "city"}}],
            "indicators": [{{"id": "i", "name": "量", "unit": "家", "polarity": "higher", "measure": "{measure}"}}],
            "observations": [{}], "targets": [{}]}}"#,
            observations.join(","), targets.join(",")
        );
        // the same figure twice is refused at the door
        let Some(dataset) = parse_json(&text).dataset else { return Ok(()) };
        let signal = Method::ThreeColour(Signal { mark: Mark::GapShare, yellow: 0.0, red: 0.1 });
        for target in &dataset.targets {
            let assessed = assess(&dataset, target, on("2023-06-30"));
            match &assessed.finding {
                Ok(Finding::Volume(volume)) => {
                    let span = volume.span.map_or([None; 3], |span| [Some(span.elapsed), span.deviation, span.needed_a_month]);
                    let all = [Some(volume.total.low), Some(volume.total.high), volume.done, Some(volume.left)];
                    prop_assert!(all.into_iter().chain(span).flatten().all(f64::is_finite));
                    let _ = volume.status(signal, Shape::Linear);
                }
                Ok(Finding::Zero(burn_down)) => prop_assert!(burn_down.needed.is_none_or(f64::is_finite)),
                Ok(Finding::Grown(steps)) => prop_assert!(steps.iter().all(|step| step.growth.low.is_finite() && step.growth.high.is_finite())),
                Ok(Finding::Reach(reach)) => {
                    for method in [Method::Eurostat, Method::OpenSdg, Method::Sdsn, Method::ProgressChart, Method::Unsd, signal] {
                        let _ = reach.status(method);
                    }
                }
                _ => {}
            }
            for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
                let read = Words::new(lang).assessed(&assessed);
                prop_assert!(!read.contains(['{', '}']) && !read.contains("NaN"), "{}", read);
            }
        }
    }
}
