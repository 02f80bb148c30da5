//! What the cross-checks find in the bundled dataset.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::{fs, path::Path};

use duibiao::{
    crosscheck::{Finding, crosscheck},
    dataset::{Dataset, Lang, parse_json},
    words::Words,
};

const TEXT: &str = include_str!("../www/data/huaibei-2023.json");

fn bundled() -> Dataset {
    parse_json(TEXT).dataset.unwrap()
}

fn told(dataset: &Dataset) -> String {
    let findings = crosscheck(dataset);
    let mut out = String::new();
    for finding in &findings {
        let why = Words::new(Lang::ZhHans).origin(finding.origin);
        for lang in [Lang::ZhHans, Lang::En] {
            let words = Words::new(lang);
            let label = if lang == Lang::ZhHans { format!("【{}·{why}】", words.verdict(finding)) } else { format!("[{}] ", words.verdict(finding)) };
            out.push_str(&format!("{label}{}\n", words.finding(finding)));
        }
        out.push('\n');
    }
    out
}

#[test]
fn all_findings_are_as_last_accepted() {
    let file = Path::new("tests/cases/crosscheck.txt");
    let told = told(&bundled());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, &told).unwrap();
    }
    let accepted = fs::read_to_string(file).unwrap_or_default();
    assert!(told == accepted, "findings have changed: UPDATE=1 cargo test --test crosscheck, and look at the difference");
}
