//! Promises of every kind, assessed and read: a case for each kind, then all promises of the bundled dataset.
//!
//! `UPDATE=1 cargo test --test promises` writes the readings of the cases anew; read the difference before committing it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::{collections::BTreeMap, fs};

use duibiao::{
    dataset::{Dataset, Lang, Period, TargetKind, parse_json},
    trajectory::{Due, Finding, Met, NoFinding, assess},
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
    assert!(read == accepted, "changed: {changed:?}; UPDATE=1 cargo test --test promises, and read the difference");
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
