//! One drawing a view, as SVG, compared with what was last looked at and accepted.
//!
//! `UPDATE=1 cargo test snapshots` writes them anew; look at the difference before committing it.

use crate::support::{BUNDLED, check};
use duibiao::{chart::Mode, dataset::Lang};

const TRACK: &str = "tests/cases/track.json";

#[test]
fn loss_rate() {
    check(BUNDLED, "loss-rate", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "loss-rate", 320.0, Lang::ZhHant, Mode::Dark);
    check(BUNDLED, "loss-rate", 760.0, Lang::En, Mode::Light);
}

#[test]
fn for_contrast_and_for_paper() {
    for mode in [Mode::Contrast, Mode::ContrastDark, Mode::Print] {
        check(BUNDLED, "loss-rate", 760.0, Lang::ZhHans, mode);
        check(BUNDLED, "doubling", 760.0, Lang::ZhHans, mode);
    }
}

#[test]
fn doubling() {
    check(BUNDLED, "doubling", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "doubling", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "doubling", 760.0, Lang::En, Mode::Dark);
}

#[test]
fn a_late_doubling_with_peers() {
    check(TRACK, "late", 760.0, Lang::ZhHans, Mode::Light);
    check(TRACK, "late", 320.0, Lang::ZhHans, Mode::Light);
    check(TRACK, "late", 760.0, Lang::En, Mode::Light);
}

#[test]
fn other_promises() {
    check(TRACK, "achievable", 760.0, Lang::ZhHans, Mode::Light);
    check(TRACK, "burn-down", 760.0, Lang::ZhHans, Mode::Light);
    check(TRACK, "milestones", 760.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn intervals() {
    check(TRACK, "intervals", 760.0, Lang::ZhHans, Mode::Light);
    check(TRACK, "intervals", 320.0, Lang::En, Mode::Light);
}

#[test]
fn all_texts_are_apart() {
    for path in [BUNDLED, TRACK] {
        crate::support::all_texts_are_apart(path);
    }
}

#[test]
fn drawings_grow_with_the_screen_of_a_briefing() {
    let dataset = crate::support::dataset("www/data/huaibei-2023.json");
    for view in [
        "loss-rate",
        "doubling",
        "capital-score",
        "capital-profile",
        "capital-market",
        "xuancheng-tongling",
        "biz-env-history",
        "loss-rate-change",
        "wuhu-hitech-progress",
    ] {
        crate::support::grows(&dataset, view);
    }
}
