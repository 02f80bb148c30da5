//! 目标进度 and 倒排节点: drawings compared with what was last looked at and accepted.
//!
//! `UPDATE=1 cargo test views_promises` writes them anew; look at the difference before committing it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

use std::sync::Arc;

use crate::support::{BUNDLED, check, dataset, texts_are_apart};
use duibiao::{
    chart::Mode,
    dataset::{Lang, Period, View, ViewKind, parse_json},
    figure::{AsOf, Chart, PromiseState, figure},
    trajectory::NoFinding,
    words::{Page, Words, page},
};

const CASES: &str = "tests/cases/promise_views.json";

#[test]
fn progress() {
    check(BUNDLED, "wuhu-hitech-progress", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "wuhu-hitech-progress", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "wuhu-hitech-progress", 760.0, Lang::En, Mode::Dark);
}

#[test]
fn every_status() {
    check(CASES, "board", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "board", 320.0, Lang::ZhHans, Mode::Light);
    check(CASES, "board", 760.0, Lang::En, Mode::Light);
    check(CASES, "board-edges", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "board-mixed", 760.0, Lang::ZhHans, Mode::Dark);
}

#[test]
fn milestones() {
    check(BUNDLED, "quzhou-milestones", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "quzhou-milestones", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "quzhou-milestones", 760.0, Lang::En, Mode::Dark);
}

#[test]
fn few_dates_over_years() {
    check(CASES, "stops", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "stops", 320.0, Lang::En, Mode::Light);
    check(CASES, "stops-mixed", 760.0, Lang::ZhHans, Mode::Dark);
}

#[test]
fn nothing_overlaps() {
    let dataset = dataset(CASES);
    for view in &dataset.views {
        texts_are_apart(&dataset, &view.id);
    }
}

/// Whatever place is asked for; the day only changes words.
#[test]
fn every_place_of_the_bundled_dataset() {
    let mut dataset = dataset(BUNDLED);
    let mut views = Vec::new();
    for region in &dataset.regions {
        let has_promised = dataset.targets.iter().any(|target| target.region.id == region.id);
        for kind in [ViewKind::Progress, ViewKind::Milestones] {
            let (id, as_of) = (format!("{kind:?} of {}", region.id), Period::parse("2024-01-31"));
            let view = View { id, home: Some(Arc::clone(region)), as_of, ..View::blank(kind) };
            assert!(figure(&dataset, &view).is_ok());
            if has_promised {
                views.push(Arc::new(view));
            }
        }
    }
    dataset.views = views;
    for view in &dataset.views {
        texts_are_apart(&dataset, &view.id);
    }
}

fn said(path: &str, view: &str, lang: Lang) -> Page {
    let dataset = dataset(path);
    page(Words::new(lang), &figure(&dataset, dataset.view(view).unwrap()).unwrap())
}

fn check_title(view: &str, zh: &str, en: &str) {
    assert_eq!((said(CASES, view, Lang::ZhHans).title.as_str(), said(CASES, view, Lang::En).title.as_str()), (zh, en), "{view}");
}

#[test]
fn titles_state_the_counts() {
    check_title(
        "board",
        "甲市13项目标：3项达到，2项滞后，2项未达到，2项未见公开数据",
        "City A, 13 targets: 3 met, 2 behind schedule, 2 not met, 2 without figures",
    );
    check_title(
        "board-later",
        "甲市13项目标：2项达到，9项尚难判断，2项未见公开数据",
        "City A, 13 targets: 2 met, 9 undecided, 2 without figures",
    );
    check_title("board-empty", "丁市2项目标：均未见公开数据", "City D, 2 targets: none has figures");
    check_title("board-mixed", "4项目标：2项达到，1项进度正常，1项未见公开数据", "4 targets: 2 met, 1 on schedule, 1 without figures");
    check_title("stops", "戊市5个节点中2个已到期，下一批1个于2024年11月15日到期", "2 of 5 deadlines are past; next: 1 due by 15 Nov 2024");
    check_title("stops-over", "戊市5个节点均已到期，最后期限为2026年", "All 5 deadlines are past, the last by 2026");
    check_title("stops-undated", "戊市3个节点，期限从2024年11月15日到2026年", "3 deadlines from 15 Nov 2024 to 2026");
    check_title(
        "stops-one",
        "甲市1个节点均未到期，最近一批1个于2024年10月31日到期",
        "No deadline of 1 is past yet; next: 1 due by 31 Oct 2024",
    );
    check_title("stops-none", "没有可列出的节点", "No dated promises to show");
}

#[test]
fn the_table_says_what_the_drawing_says() {
    let board = said(CASES, "board", Lang::ZhHans);
    let row = |name: &str| board.rows.iter().find(|row| row.cells[0] == name).unwrap().cells.join(" ");
    assert_eq!(board.columns, ["目标", "期限", "目标值", "最近数据", "数据时期", "完成进度", "时间进度", "状态", "来源"]);
    assert_eq!(row("盘活低效用地"), "盘活低效用地 2024年 5,000亩 2,900亩 2024年1—9月 58.0% 75.0% ■ 严重滞后 示例数据");
    assert_eq!(row("营商环境位次"), "营商环境位次 2024年 保3争1 第5位 2024年上半年   ✕ 未达到 示例数据");
    assert_eq!(row("铁海联运班列"), "铁海联运班列 2024年 1,200列 未见公开数据    – 无数据 示例数据");
    let stops = said(CASES, "stops", Lang::ZhHans);
    assert_eq!(stops.columns, ["期限", "事项", "责任单位", "距期限天数", "状态", "来源"]);
    assert_eq!(stops.rows[1].cells[3..5], ["−20", "已到期，数据显示未达到"]);
}

/// A task whose date is over is never said to be done, nor not done.
#[test]
fn done_is_said_of_figures_only() {
    let bundled = said(BUNDLED, "quzhou-milestones", Lang::ZhHans);
    for row in &bundled.rows {
        let status = &row.cells[4];
        assert!(["已到期，完成情况未见记录", "30天内到期", "90天内到期", "尚未到期"].contains(&status.as_str()), "{status}");
    }
    assert_eq!(bundled.rows.iter().filter(|row| row.cells[3].starts_with('−')).count(), 10);
    assert!(bundled.title.contains("35个节点中10个已到期"), "{}", bundled.title);
}

/// What was published after the day is not known on that day.
#[test]
fn figures_of_later_periods_do_not_count() {
    let dataset = dataset(CASES);
    let mut view = View::clone(dataset.view("board").unwrap());
    let mut states = |day: &str| {
        view.as_of = Period::parse(day);
        let Chart::Progress(chart) = figure(&dataset, &view).unwrap().chart else { panic!("another chart") };
        let land = chart.rows.iter().find(|row| row.judged.target.id == "p2").unwrap();
        (land.judged.state, land.judged.latest.as_ref().map(|latest| latest.value.value))
    };
    assert_eq!(states("2024-06-29"), (PromiseState::NoFigure(NoFinding::NoFigure), None));
    assert_eq!(states("2024-06-30"), (PromiseState::FarBehind, Some(1700.0)));
    assert_eq!(states("2024-10"), (PromiseState::FarBehind, Some(2900.0)));
    assert_eq!(states("2025-01-01"), (PromiseState::Unpublished, Some(2900.0)));
}

#[test]
fn colours_turn_at_the_time_gone_and_ten_points_behind() {
    let check = |done: u32, expect: PromiseState| {
        let text = format!(
            r#"{{"version": 1, "title": "t", "sources": [{{"id": "s", "title": "s"}}], "regions": [{{"id": "a", "name": "甲", "kind": "city"}}],
            "indicators": [{{"id": "i", "name": "量", "unit": "万吨", "polarity": "higher", "measure": "flow"}}],
            "observations": [{{"region": "a", "indicator": "i", "period": "2024-H1", "text": "{done}万吨", "source": "s"}}],
            "targets": [{{"id": "t", "region": "a", "indicator": "i", "kind": "plan", "text": "100万吨", "deadline": "2024", "source": "s"}}],
            "views": [{{"id": "v", "kind": "progress", "home": "a"}}]}}"#
        );
        let dataset = parse_json(&text).dataset.unwrap();
        let Chart::Progress(chart) = figure(&dataset, dataset.view("v").unwrap()).unwrap().chart else { panic!("another chart") };
        assert_eq!(chart.as_of, Some(AsOf::LatestFigure(Period::Half(2024, 1))));
        assert_eq!(chart.rows[0].judged.state, expect, "{done}");
    };
    check(100, PromiseState::Done);
    check(50, PromiseState::OnTime);
    check(49, PromiseState::Behind);
    check(40, PromiseState::Behind);
    check(39, PromiseState::FarBehind);
}

#[test]
fn short_names_leave_the_heading_its_room() {
    let text = r#"{"version": 1, "title": "t", "sources": [{"id": "s", "title": "s"}],
        "regions": [{"id": "a", "name": {"zh-Hans": "甲", "en": "A"}, "kind": "city"}],
        "indicators": [{"id": "i", "name": {"zh-Hans": "量", "en": "Q"}, "unit": "万吨", "polarity": "higher", "measure": "flow"},
            {"id": "l", "name": {"zh-Hans": "率", "en": "R"}, "unit": "%", "polarity": "lower", "measure": "ratio"}],
        "observations": [{"region": "a", "indicator": "i", "period": "2024-H1", "text": "50万吨", "source": "s"},
            {"region": "a", "indicator": "l", "period": "2024", "text": "5%", "source": "s"}],
        "targets": [{"id": "t", "region": "a", "indicator": "i", "kind": "plan", "text": "100万吨", "deadline": "2024", "source": "s"},
            {"id": "u", "region": "a", "indicator": "l", "kind": "at-most", "text": "≤8%", "deadline": "2024", "source": "s"}],
        "views": [{"id": "v", "kind": "progress", "home": "a"}]}"#;
    let parsed = parse_json(text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    crate::support::texts_are_apart(&parsed.dataset.unwrap(), "v");
}
