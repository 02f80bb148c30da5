//! 指标矩阵 and 差距: drawings looked at and accepted, what they find, and what their tables hold.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

mod support;

use duibiao::{chart::Mode, dataset::Lang};
use support::{BUNDLED, check, dataset, texts_are_apart};

const SCORECARD: &str = "tests/cases/scorecard.json";
const GAP: &str = "tests/cases/gap.json";
const EDGES: &str = "tests/cases/several-edges.json";

#[test]
fn scorecard() {
    check(SCORECARD, "scorecard", 760.0, Lang::ZhHans, Mode::Light);
    check(SCORECARD, "scorecard", 320.0, Lang::ZhHans, Mode::Light);
    check(SCORECARD, "scorecard", 1280.0, Lang::En, Mode::Light);
    check(SCORECARD, "scorecard", 760.0, Lang::ZhHans, Mode::Dark);
    check(SCORECARD, "scorecard-few", 760.0, Lang::En, Mode::Light);
    check(EDGES, "scorecard-edges", 1280.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn gap() {
    check(GAP, "gap", 760.0, Lang::ZhHans, Mode::Light);
    check(GAP, "gap", 320.0, Lang::ZhHans, Mode::Light);
    check(GAP, "gap", 760.0, Lang::En, Mode::Light);
    check(GAP, "gap-behind", 760.0, Lang::ZhHans, Mode::Dark);
    check(GAP, "gap-intervals", 760.0, Lang::ZhHans, Mode::Light);
    check(EDGES, "gap-edges", 760.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn of_the_bundled_dataset() {
    for view in ["capital-market", "xuancheng-tongling"] {
        check(BUNDLED, view, 760.0, Lang::ZhHans, Mode::Light);
        check(BUNDLED, view, 320.0, Lang::ZhHans, Mode::Light);
        check(BUNDLED, view, 760.0, Lang::En, Mode::Light);
    }
}

#[test]
fn no_text_covers_another() {
    for path in [SCORECARD, GAP, EDGES] {
        let dataset = dataset(path);
        for view in &dataset.views {
            texts_are_apart(&dataset, &view.id);
        }
    }
}
