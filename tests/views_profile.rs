//! 综合得分 and 画像 as drawn, and what they say.
//!
//! `UPDATE=1 cargo test views_profile` writes the drawings anew; look at the difference before committing it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

use crate::support::{BUNDLED, check};
use duibiao::{
    chart::Mode,
    dataset::{Lang, View, ViewKind},
    figure::{Chart, CompositeFinding, CompositeRow, ProfileAxis, Unanswerable, figure},
    words::{Page, Words, page},
};

const CASES: &str = "tests/cases/composite.json";

#[test]
fn scores() {
    check(CASES, "score", 760.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score", 320.0, Lang::ZhHans, Mode::Light);
    check(CASES, "score", 760.0, Lang::En, Mode::Light);
    check(CASES, "score", 760.0, Lang::ZhHant, Mode::Dark);
    check(CASES, "score", 760.0, Lang::ZhHans, Mode::Contrast);
    check(CASES, "score", 760.0, Lang::ZhHans, Mode::Print);
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
fn all_texts_are_apart() {
    crate::support::all_texts_are_apart(CASES);
}

/// What a view says in simplified Chinese.
fn told(view: &str) -> Page {
    let dataset = crate::support::dataset(CASES);
    page(Words::new(Lang::ZhHans), &figure(&dataset, dataset.view(view).unwrap()).unwrap())
}

fn chart(view: &str) -> Chart {
    let dataset = crate::support::dataset(CASES);
    figure(&dataset, dataset.view(view).unwrap()).unwrap().chart
}

#[test]
fn titles_state_the_finding() {
    let check = |view: &str, expect: &str| assert_eq!(told(view).title, expect, "{view}");
    check("score", "甲市综合得分在7地中居第4位，换权重后在第2至4位之间");
    check("score-equal", "乙市综合得分居首位，换权重后位次基本不变");
    check("score-z", "戊市综合得分在8地中居第7位，换权重后在第5至8位之间");
    check("score-topsis", "乙市综合得分居首位，换权重后在第1至2位之间；辛市未评分");
    check("score-geometric", "乙市综合得分居首位，换权重后在第1至2位之间");
    check("score-nobody", "指标不足，没有地区可以评分");
    check("score-one", "只有甲市可以评分");
    check("score-even", "甲市等5地综合得分并列首位，换权重后位次基本不变");
    check("portrait", "甲市：规上工业增加值增速最靠前，每万人发明专利最靠后");
    check("portrait-two", "可比的指标只有2项，不足以画像");
    check("portrait-nobody", "甲市没有可比的数据");
    check("portrait-homeless", "没有指定要画的地区");
}

#[test]
fn parts_make_up_the_score() {
    for view in ["score", "score-equal", "score-z", "score-many", "score-one"] {
        let Chart::Composite(chart) = chart(view) else { panic!("{view}") };
        assert!((chart.columns.iter().map(|column| column.weight).sum::<f64>() - 1.0).abs() < 1e-12, "{view}");
        for row in &chart.rows {
            let Ok(score) = &row.score else { continue };
            assert!((score.parts.iter().flatten().sum::<f64>() - score.value).abs() < 1e-9, "{view} {}", row.region.id);
            assert_eq!(score.parts.iter().flatten().count(), row.has, "{view} {}", row.region.id);
            let (best, worst) = score.range.unwrap();
            assert!(1 <= best && best <= worst && worst as usize <= chart.ranked, "{view} {}", row.region.id);
        }
    }
}

#[test]
fn a_score_table_has_figures_and_points() {
    let page = told("score");
    assert_eq!(
        page.columns[..7],
        ["位次", "地区", "综合得分", "位次区间", "有数的指标", "规上工业增加值增速（%）", "计分：规上工业增加值增速"]
    );
    assert_eq!(page.rows[3].cells[..7], ["4", "甲市", "59.3", "2–4", "6/6", "9.8", "18.0"]);
    assert!(page.rows[3].is_home);
    // scored without one of six indicators, and not scored without two
    assert_eq!(page.rows[1].cells[4], "5/6");
    assert_eq!(page.rows[7].cells[1..6], ["辛市", "未评分", "", "4/6", "9.1"]);
    assert!(page.notes.iter().any(|note| note == "缺少的指标过多，未评分：辛市。"), "{:?}", page.notes);
    // no sum, no points
    assert_eq!(told("score-topsis").columns.len(), 5 + 6);
}

#[test]
fn what_is_left_out_is_said() {
    let notes = told("score-many").notes.join("\n");
    for expect in ["没有计入：省级园区数", "没有计入：工业用地", "没有采用：丁市高校毕业生留本地比例", "指标不足40.0%的地区不计分"]
    {
        assert!(notes.contains(expect), "{expect}: {notes}");
    }
    let notes = told("score-even").notes.join("\n");
    assert!(notes.contains("计入后分不出高低：省级园区数"), "{notes}");
}

#[test]
fn a_gap_is_no_zero() {
    let Chart::Profile(chart) = chart("portrait-gap") else { panic!("no profile") };
    let at: Vec<Option<i32>> = chart.axes.iter().map(|axis| axis.home_at.map(|at| (at * 100.0).round() as i32)).collect();
    assert_eq!(at, [Some(43), Some(86), Some(67), Some(67), None, Some(100)]);
    let page = told("portrait-gap");
    assert_eq!(page.rows[4].cells[..4], ["高校毕业生留本地比例", "未见公开数据", "", "51.7%"]);
    assert!(page.notes.iter().any(|note| note == "庚市没有可比的数据，留空：高校毕业生留本地比例。"), "{:?}", page.notes);
}

#[test]
fn positions_lie_on_their_axes() {
    for view in ["portrait", "portrait-gap", "portrait-lead", "portrait-long", "portrait-two", "portrait-homeless"] {
        let Chart::Profile(chart) = chart(view) else { panic!("{view}") };
        for axis in &chart.axes {
            for at in [axis.home_at, axis.benchmark_at, axis.median_at].into_iter().flatten() {
                assert!((0.0..=1.0).contains(&at), "{view} {}: {at}", axis.indicator.id);
            }
        }
        assert_eq!(chart.is_radar(), chart.axes.len() >= 3);
    }
}

#[test]
fn every_datum_can_be_pointed_at() {
    let dataset = crate::support::dataset(CASES);
    for view in &dataset.views {
        let figure = figure(&dataset, view).unwrap();
        for width in [320.0, 760.0] {
            let (scene, _) = crate::support::scene(&dataset, &view.id, width, Lang::ZhHans, Mode::Light, 1.0);
            let expect = match &figure.chart {
                Chart::Composite(chart) => {
                    let parts = |row: &CompositeRow| row.score.as_ref().map_or(0, |score| score.parts.iter().flatten().count());
                    let all: usize = chart.rows.iter().map(parts).sum();
                    // and each entry of the key, where there is one
                    chart.rows.len() + all + if all > 0 { chart.columns.len() } else { 0 }
                }
                Chart::Profile(chart) if chart.is_radar() => {
                    let points = |of: fn(&ProfileAxis) -> bool| chart.axes.iter().filter(|axis| of(axis)).count();
                    let home = if chart.home.is_some() { chart.axes.len() } else { 0 };
                    home + points(|axis| axis.benchmark_at.is_some()) + points(|axis| axis.median_at.is_some())
                }
                Chart::Profile(chart) => chart.axes.len(),
                _ => continue,
            };
            assert_eq!(scene.hits.len(), expect, "{} {width}", view.id);
            for hit in &scene.hits {
                let is_entry = matches!(&figure.chart, Chart::Composite(chart) if hit.series == chart.rows.len());
                assert!(
                    (hit.told.len() > 1 || is_entry) && hit.told.iter().all(|line| !line.is_empty() && !line.contains('{')),
                    "{:?}",
                    hit.told
                );
            }
        }
    }
}

#[test]
fn nothing_said_leaves_a_slot_open() {
    for path in [CASES, BUNDLED] {
        let dataset = crate::support::dataset(path);
        for view in dataset.views.iter().filter(|view| matches!(view.kind, ViewKind::Composite | ViewKind::Profile)) {
            let figure = figure(&dataset, view).unwrap();
            for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
                let page = page(Words::new(lang), &figure);
                let cells = page.rows.iter().flat_map(|row| &row.cells);
                let all =
                    [&page.title, &page.reading].into_iter().chain(&page.subtitle).chain(&page.notes).chain(&page.columns).chain(cells);
                for text in all {
                    assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{} {}: {text}", view.id, lang.tag());
                }
                assert!(page.rows.iter().all(|row| row.cells.len() == page.columns.len()), "{}", view.id);
            }
        }
    }
}

#[test]
fn weights_of_a_view_move_the_ranks() {
    let dataset = crate::support::dataset(CASES);
    let mut view = View::clone(dataset.view("score").unwrap());
    view.weights = vec![1.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let Chart::Composite(chart) = figure(&dataset, &view).unwrap().chart else { panic!("no composite") };
    assert_eq!(chart.columns.len(), 1);
    let order: Vec<&str> = chart.rows.iter().map(|row| row.region.id.as_str()).collect();
    assert_eq!(order, ["b", "e", "a", "h", "g", "c", "d", "f"]);
    // weights that are none leave nothing to score by
    view.weights = vec![0.0; 6];
    let found = figure(&dataset, &view).unwrap();
    let Chart::Composite(chart) = found.chart else { panic!("no composite") };
    assert_eq!((chart.finding, chart.rows.len()), (CompositeFinding::Nothing, 0));
}

#[test]
fn a_view_without_indicators_is_no_question() {
    let dataset = crate::support::dataset(CASES);
    for kind in [ViewKind::Composite, ViewKind::Profile] {
        assert_eq!(figure(&dataset, &View::blank(kind)).map(|_| ()), Err(Unanswerable::NoIndicators));
    }
}
