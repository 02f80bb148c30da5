//! 指标矩阵 and 差距: drawings looked at and accepted, what they find, and what their tables hold.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

use crate::support::{BUNDLED, check, dataset, read, texts_are_apart};
use duibiao::{
    chart::{Frame, Mark, Mode, Theme, estimate_width, lay_out},
    dataset::{Dataset, Lang},
    figure::{Chart, Figure, GapChart, GapState, GapVerdict, ScorecardChart, Unanswerable, figure},
    words::{Page, Words, page},
};
use proptest::prelude::*;

const SCORECARD: &str = "tests/cases/scorecard.json";
const GAP: &str = "tests/cases/gap.json";
const EDGES: &str = "tests/cases/several-edges.json";

#[test]
fn scorecard() {
    check(SCORECARD, "scorecard", 760.0, Lang::ZhHans, Mode::Light);
    check(SCORECARD, "scorecard", 320.0, Lang::ZhHans, Mode::Light);
    check(SCORECARD, "scorecard", 1280.0, Lang::En, Mode::Light);
    check(SCORECARD, "scorecard", 760.0, Lang::ZhHans, Mode::Dark);
    check(SCORECARD, "scorecard", 760.0, Lang::ZhHans, Mode::ContrastDark);
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

fn made(dataset: &Dataset, view: &str) -> Figure {
    figure(dataset, dataset.view(view).unwrap()).unwrap()
}

fn told(path: &str, view: &str, lang: Lang) -> Page {
    page(Words::new(lang), &made(&dataset(path), view))
}

#[test]
fn titles_state_the_finding() {
    let check = |path, view, zh: &str, en: &str| {
        assert_eq!((told(path, view, Lang::ZhHans).title.as_str(), told(path, view, Lang::En).title.as_str()), (zh, en), "{view}");
    };
    check(
        SCORECARD,
        "scorecard",
        "甲市境内上市企业数居首位，行政诉讼败诉率最靠后（第5位）",
        "Alder: first on Listed companies; weakest on Government loss rate (no. 5)",
    );
    check(SCORECARD, "scorecard-few", "甲市3项指标位次相当", "Alder: much the same rank on all 3 indicators");
    check(
        EDGES,
        "scorecard-edges",
        "短市全省位次居首位，有零的指标等2项居末位",
        "Short: first on Rank in the province; last on 2 indicators",
    );
    check(EDGES, "scorecard-one-place", "所列指标暂不能排位比较", "These indicators cannot be ranked yet");
    check(EDGES, "scorecard-nothing", "所列指标暂不能排位比较", "These indicators cannot be ranked yet");
    check(BUNDLED, "capital-market", "宣城在3项可比指标中2项居首位", "Xuancheng comes first on 2 of 3 comparable indicators");
    check(
        GAP,
        "gap",
        "甲市7项可比指标中3项领先乙市，行政诉讼败诉率差距最大（3.1倍）",
        "Alder is ahead of Birch on 3 of 7 indicators; widest gap: Government loss rate (3.1 times)",
    );
    check(
        EDGES,
        "gap-nothing",
        "短市与名称特别长的国家级经济技术开发区暂无可比的指标",
        "Short and The National Economic and Technological Zone have no comparable figures yet",
    );
    check(
        EDGES,
        "gap-level",
        "短市与名称特别长的国家级经济技术开发区各地相等不分先后",
        "Short and The National Economic and Technological Zone are level on All equal",
    );
}

fn score_chart(path: &str, view: &str) -> ScorecardChart {
    let Chart::Scorecard(chart) = made(&dataset(path), view).chart else { panic!("{view} is a scorecard") };
    *chart
}

fn gap_chart(path: &str, view: &str) -> GapChart {
    let Chart::Gap(chart) = made(&dataset(path), view).chart else { panic!("{view} is a gap") };
    *chart
}

#[test]
fn a_scorecard_ranks_only_what_compares() {
    let chart = score_chart(SCORECARD, "scorecard");
    assert!(chart.rows[0].is_home && chart.rows[0].region.id == "jia" && chart.rows[1].region.id == "yi");
    let ranked: Vec<usize> = chart.columns.iter().map(|column| column.ranked).collect();
    // tax lacks one place; of the listed, one is missing and one counts something else
    assert_eq!(ranked, [6, 6, 5, 6, 6, 6, 4]);
    let listed = &chart.rows[5].cells[6];
    assert!(listed.position().is_none() && listed.quantity().is_some() && !listed.marks.is_empty());
    let missing = &chart.rows[3].cells[6];
    assert!(missing.position().is_none() && missing.quantity().is_none() && missing.observation.is_none());
    // taken from the year before under the relaxation, and says so
    let older = &chart.rows[4].cells[5];
    assert!(older.position().is_some() && older.marks == "†");
}

#[test]
fn equal_figures_are_neither_ahead_nor_behind() {
    let chart = score_chart(EDGES, "scorecard-edges");
    let tells: Vec<&str> = chart.columns.iter().filter(|column| column.tells()).map(|column| column.indicator.id.as_str()).collect();
    assert_eq!(tells, ["zero", "negative", "rank", "verylong", "nearest"]);
}

#[test]
fn a_gap_says_which_side_is_better() {
    let state = |state: &GapState| match state {
        GapState::Compared { verdict, times, .. } => Some((*verdict, times.map(|times| times.point))),
        _ => None,
    };
    use GapVerdict::{Ahead, Behind, Level, Neither};
    let chart = gap_chart(EDGES, "gap-edges");
    let found: Vec<_> = chart.rows.iter().map(|row| (row.indicator.id.as_str(), state(&row.state))).collect();
    let expect = [
        ("rank", Some((Ahead, None))),
        ("equal", Some((Level, Some(1.0)))),
        ("zero", Some((Behind, None))),
        ("negative", Some((Behind, None))),
        ("nearest", Some((Behind, None))),
        ("verylong", Some((Behind, Some(123_456_789.0 / 987_654_321.0)))),
        ("size", Some((Neither, None))),
        ("none", None),
        ("only", None),
    ];
    assert_eq!(found, expect);
    // lower is better: the multiple is turned over
    let chart = gap_chart(GAP, "gap");
    let loss = chart.rows.last().unwrap();
    let GapState::Compared { gap, verdict, times } = &loss.state else { panic!("the loss rates compare") };
    assert!((gap.absolute - 6.46).abs() < 1e-9 && *verdict == Behind && (times.unwrap().point - 3.08 / 9.54).abs() < 1e-12);
    assert_eq!((chart.finding.of, chart.finding.ahead, chart.finding.behind, chart.finding.widest), (7, 3, 4, Some(6)));
}

#[test]
fn a_qualifier_can_leave_open_who_is_ahead() {
    let text = |own: &str, other: &str| {
        format!(
            r#"{{"version": 1, "title": "示例", "sources": [{{"id": "s", "title": "示例"}}],
            "regions": [{{"id": "a", "name": "甲市", "kind": "city"}}, {{"id": "b", "name": "乙市", "kind": "city"}}],
            "indicators": [{{"id": "i", "name": "产值", "unit": "亿元", "polarity": "higher", "measure": "flow"}}],
            "observations": [{{"region": "a", "indicator": "i", "period": "2024", "text": "{own}", "source": "s"}},
                {{"region": "b", "indicator": "i", "period": "2024", "text": "{other}", "source": "s"}}],
            "targets": [], "views": [{{"id": "v", "kind": "gap", "indicators": ["i"], "home": "a", "benchmark": "b"}}]}}"#
        )
    };
    let check = |own, other, verdict, title: &str| {
        let dataset = read(&text(own, other), "open");
        let figure = made(&dataset, "v");
        let Chart::Gap(chart) = &figure.chart else { panic!("a gap") };
        assert!(matches!(&chart.rows[0].state, GapState::Compared { verdict: found, .. } if *found == verdict), "{own} {other}");
        assert_eq!(page(Words::new(Lang::ZhHans), &figure).title, title);
    };
    check("超850亿元", "855亿元", GapVerdict::Open, "甲市与乙市产值不分先后");
    check("超850亿元", "800亿元", GapVerdict::Ahead, "甲市产值领先乙市（1.06倍）");
    check("400亿元", "800亿元", GapVerdict::Behind, "甲市产值落后于乙市（2.0倍）");
    check("0亿元", "800亿元", GapVerdict::Behind, "甲市产值落后于乙市");
}

#[test]
fn what_a_view_lacks_is_said() {
    let dataset = dataset(GAP);
    let view = dataset.view("gap").unwrap();
    let without = |change: fn(&mut duibiao::dataset::View)| {
        let mut view = duibiao::dataset::View::clone(view);
        change(&mut view);
        figure(&dataset, &view).map(|_| ())
    };
    assert_eq!(without(|view| view.indicators.clear()), Err(Unanswerable::NoIndicators));
    assert_eq!(without(|view| view.benchmark = None), Err(Unanswerable::NoBenchmark));
    assert_eq!(without(|view| view.benchmark.clone_from(&view.home)), Err(Unanswerable::NoBenchmark));
    assert_eq!(without(|view| view.home = None), Err(Unanswerable::NoBenchmark));
}

#[test]
fn tables_hold_what_the_drawings_show() {
    let table = told(SCORECARD, "scorecard", Lang::ZhHans);
    assert_eq!(table.columns, ["地区", "指标", "数值", "位次", "时期", "口径", "来源"]);
    assert_eq!(table.rows.len(), 6 * 7);
    assert_eq!(table.rows[3].cells, ["甲市", "行政诉讼败诉率", "9.54%", "5", "2024年", "", "示例数据，一"]);
    assert!(table.rows[..7].iter().all(|row| row.is_home) && !table.rows[7].is_home);
    let last = &table.rows[41].cells;
    assert_eq!(last[2..6], ["10家 ‡", "", "2024年", "含新三板"]);
    let table = told(GAP, "gap", Lang::ZhHans);
    assert_eq!(table.rows[6].cells[..6], ["行政诉讼败诉率", "9.54%", "3.08%", "+6.46个百分点", "0.32", "落后"]);
    let widths = |page: &Page| page.rows.iter().all(|row| row.cells.len() == page.columns.len());
    for (path, view) in [(EDGES, "scorecard-edges"), (EDGES, "gap-edges"), (EDGES, "gap-nothing"), (BUNDLED, "capital-market")] {
        assert!(widths(&told(path, view, Lang::En)), "{view}");
    }
}

#[test]
fn every_cell_and_every_row_can_be_pointed_at() {
    for (path, view, expect) in [(SCORECARD, "scorecard", 42), (GAP, "gap", 7), (EDGES, "scorecard-edges", 27), (EDGES, "gap-edges", 9)] {
        let dataset = dataset(path);
        let figure = made(&dataset, view);
        for (width, text) in [(280.0, 1.0), (760.0, 1.5), (1280.0, 1.0)] {
            let theme = Theme::new(Mode::Light, text);
            let scene = lay_out(&figure, &Frame { words: Words::new(Lang::En), theme, width, measure: &estimate_width });
            assert_eq!(scene.hits.len(), expect, "{view} {width}");
            for (index, hit) in scene.hits.iter().enumerate() {
                assert!(hit.told.len() >= 2 && hit.told.iter().all(|line| !line.is_empty() && !line.contains('{')), "{:?}", hit.told);
                assert_eq!(scene.hit(hit.at), Some(index), "{view} {width}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_two_figures_make_a_drawing(own in "(-|)[0-9]{1,14}(\\.[0-9]{1,3}|)", other in "(超|近|约|)[0-9]{1,14}", width in 0.0f64..2500.0, lower: bool) {
        let polarity = if lower { "lower" } else { "higher" };
        let text = format!(
            r#"{{"version": 1, "title": "示例", "sources": [{{"id": "s", "title": "示例"}}],
            "regions": [{{"id": "a", "name": "甲市", "kind": "city"}}, {{"id": "b", "name": "乙市", "kind": "city"}}],
            "indicators": [{{"id": "i", "name": "产值", "unit": "亿元", "polarity": "{polarity}", "measure": "flow"}}],
            "observations": [{{"region": "a", "indicator": "i", "period": "2024", "text": "{own}亿元", "source": "s"}},
                {{"region": "b", "indicator": "i", "period": "2024", "text": "{other}亿元", "source": "s"}}],
            "targets": [], "views": [{{"id": "gap", "kind": "gap", "indicators": ["i"], "home": "a", "benchmark": "b"}},
                {{"id": "scorecard", "kind": "scorecard", "indicators": ["i"], "home": "a"}}]}}"#
        );
        let Some(dataset) = duibiao::dataset::parse_json(&text).dataset else { return Ok(()) };
        for view in ["gap", "scorecard"] {
            let figure = made(&dataset, view);
            let frame = Frame { words: Words::new(Lang::ZhHans), theme: Theme::new(Mode::Light, 1.0), width, measure: &estimate_width };
            let scene = lay_out(&figure, &frame);
            prop_assert!(scene.height.is_finite() && scene.height > 0.0);
            for mark in &scene.marks {
                let points = match mark {
                    Mark::Rect { area, .. } => vec![(area.x, area.y), (area.x + area.w, area.y + area.h)],
                    Mark::Line(line) => line.points.iter().map(|point| (point.x, point.y)).collect(),
                    Mark::Shape { points, .. } => points.iter().map(|point| (point.x, point.y)).collect(),
                    Mark::Dot(dot) => vec![(dot.at.x, dot.at.y)],
                    Mark::Text(text) => vec![(text.at.x, text.at.y)],
                };
                for (x, y) in points {
                    prop_assert!(x >= -1.0 && x <= scene.width + 1.0 && y >= -1.0 && y <= scene.height + 1.0, "{x} {y} {mark:?}");
                }
            }
        }
    }
}
