//! Promises of every kind, assessed and read: a dataset of one place for each kind, then all promises of the bundled dataset.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml lets tests do it, but not the functions they share")]

use duibiao::{
    dataset::{Dataset, Lang, Period, TargetKind, parse_json},
    trajectory::{Assessed, Due, Finding, Met, NoFinding, assess},
    words::Words,
};

fn today() -> Period {
    Period::parse("2026-11-22").unwrap()
}

fn dataset(text: &str) -> Dataset {
    let parsed = parse_json(text);
    let issues: Vec<String> = parsed.issues.iter().map(|issue| [&issue.place.to_string(), issue.code.as_str()].join(" ")).collect();
    parsed.dataset.unwrap_or_else(|| panic!("{issues:?}"))
}

fn read(dataset: &Dataset, id: &str, lang: Lang) -> String {
    Words::new(lang).assessed(&assess(dataset, dataset.target(id).unwrap(), today()))
}

const KINDS: &str = include_str!("cases/promises.json");

#[test]
fn each_kind_reads_well() {
    let dataset = dataset(KINDS);
    for target in &dataset.targets {
        println!("{}\n  {}\n  {}", target.id, read(&dataset, &target.id, Lang::ZhHans), read(&dataset, &target.id, Lang::En));
    }
}

const BUNDLED: &str = include_str!("../www/data/huaibei-2023.json");

#[test]
fn every_bundled_promise_is_assessed_or_has_a_reason() {
    let dataset = dataset(BUNDLED);
    for target in &dataset.targets {
        println!("{}\n  {}\n  {}", target.id, read(&dataset, &target.id, Lang::ZhHans), read(&dataset, &target.id, Lang::En));
    }
}
