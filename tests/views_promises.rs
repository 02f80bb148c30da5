//! 目标进度 and 倒排节点: drawings compared with what was last looked at and accepted.
//!
//! `UPDATE=1 cargo test --test views_promises` writes them anew; look at the difference before committing it.

mod support;

use duibiao::{chart::Mode, dataset::Lang};
use support::check;

const BUNDLED: &str = "www/data/huaibei-2023.json";

#[test]
fn progress() {
    check(BUNDLED, "wuhu-hitech-progress", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "wuhu-hitech-progress", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "wuhu-hitech-progress", 760.0, Lang::En, Mode::Dark);
}

#[test]
fn milestones() {
    check(BUNDLED, "quzhou-milestones", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "quzhou-milestones", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "quzhou-milestones", 760.0, Lang::En, Mode::Dark);
}
