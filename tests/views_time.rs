//! 位次变化 and 四象限: what they find, what their tables say, and how they are drawn.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

mod support;

use duibiao::{
    chart::Mode::{Dark, Light},
    dataset::Lang::{En, ZhHans},
};
use support::{BUNDLED, check, dataset, texts_are_apart};

const TIME: &str = "tests/cases/time.json";

#[test]
fn drawings_of_ranks_over_time() {
    check(BUNDLED, "biz-env-history", 760.0, ZhHans, Light);
    check(BUNDLED, "biz-env-history", 320.0, ZhHans, Light);
    for view in ["bump", "bump-stated"] {
        check(TIME, view, 760.0, ZhHans, Light);
        check(TIME, view, 320.0, ZhHans, Light);
    }
    check(TIME, "bump", 760.0, En, Light);
    check(TIME, "bump", 760.0, ZhHans, Dark);
}

#[test]
fn drawings_of_quadrants() {
    check(BUNDLED, "loss-rate-change", 760.0, ZhHans, Light);
    check(BUNDLED, "loss-rate-change", 320.0, ZhHans, Light);
    for view in ["level-growth", "both-down"] {
        check(TIME, view, 760.0, ZhHans, Light);
        check(TIME, view, 320.0, ZhHans, Light);
    }
    check(TIME, "two-levels", 760.0, ZhHans, Dark);
    check(TIME, "through-benchmark", 760.0, En, Light);
    check(TIME, "both-down", 760.0, En, Light);
}

#[test]
fn no_text_overlaps_or_is_clipped() {
    let cases = dataset(TIME);
    for view in &cases.views {
        texts_are_apart(&cases, &view.id);
    }
    let bundled = dataset(BUNDLED);
    for view in ["biz-env-history", "loss-rate-change"] {
        texts_are_apart(&bundled, view);
    }
}
