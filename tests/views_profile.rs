//! 综合得分 and 画像 as drawn, and what they say.
//!
//! `UPDATE=1 cargo test --test views_profile` writes the drawings anew; look at the difference before committing it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

mod support;

use duibiao::{chart::Mode, dataset::Lang};
use support::{BUNDLED, check};

const CASES: &str = "tests/cases/composite.json";

#[test]
fn scores() {
    check(CASES, "score", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score", 320.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score", 760.0, Lang::En, Mode::Light);
    check(CASES, "score", 760.0, Lang::ZhHant, Mode::Dark);
    check(BUNDLED, "capital-score", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score-z", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score-topsis", 760.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn profiles() {
    check(CASES, "portrait", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "portrait", 320.0, Lang::ZhHans, Mode::Light);
    check(CASES, "portrait", 760.0, Lang::En, Mode::Light);
    check(CASES, "portrait", 760.0, Lang::ZhHans, Mode::Dark);
    check(BUNDLED, "capital-profile", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "portrait-gap", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "portrait-two", 320.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn no_text_overlaps_or_is_clipped() {
    support::no_text_overlaps_or_is_clipped(CASES);
}
