//! 位次变化 and 四象限: what they find, what their tables say, and how they are drawn.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

use crate::support::{BUNDLED, check, dataset, read, scene, texts_are_apart};
use duibiao::{
    chart::{
        Mode::{Dark, Light},
        Theme,
    },
    dataset::{
        Dataset,
        Lang::{En, ZhHans, ZhHant},
    },
    figure::{Chart, Figure, figure},
    trajectory::Met,
    words::{Words, page},
};

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
fn ranks_of_one_time_are_points_from_the_first_on() {
    check(TIME, "ranks", 760.0, ZhHans, Light);
    check(TIME, "ranks", 320.0, ZhHans, Light);
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

/// A dataset of places a to h with these figures: place, indicator, period, text, more fields; and one view.
fn made(figures: &[(&str, &str, &str, &str, &str)], view: &str) -> Dataset {
    let places: Vec<String> = ["甲", "乙", "丙", "丁", "戊", "己"]
        .iter()
        .zip('a'..)
        .map(|(name, id)| format!(r#"{{"id":"{id}","name":"{name}市","kind":"city"}}"#))
        .collect();
    let indicators = [
        ("up", "higher", "亿元", "flow"),
        ("down", "lower", "%", "ratio"),
        ("none", "none", "%", "ratio"),
        ("rank", "lower", "位", "rank"),
    ]
    .map(|(id, polarity, unit, measure)| {
        format!(r#"{{"id":"{id}","name":"{id}","unit":"{unit}","polarity":"{polarity}","measure":"{measure}"}}"#)
    });
    let figures: Vec<String> = figures
        .iter()
        .map(|(place, indicator, period, text, more)| {
            format!(r#"{{"region":"{place}","indicator":"{indicator}","source":"s","period":"{period}","text":"{text}"{more}}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],"indicators":[{}],"observations":[{}],
        "targets":[{{"id":"t","region":"a","indicator":"rank","kind":"rank","commit":3,"stretch":1,"scope":"全省","deadline":"2023","source":"s"}}],
        "views":[{{"id":"v",{view}}}]}}"#,
        places.join(","),
        indicators.join(","),
        figures.join(",")
    );
    read(&text, view)
}

fn drawn(dataset: &Dataset) -> Figure {
    texts_are_apart(dataset, "v");
    figure(dataset, dataset.view("v").unwrap()).unwrap()
}

/// Title in Chinese, rows of the table, and notes.
fn said(figure: &Figure) -> (String, Vec<Vec<String>>, Vec<String>) {
    for lang in [ZhHans, ZhHant, En] {
        let page = page(Words::new(lang), figure);
        for text in page.notes.iter().chain(&page.subtitle).chain(&page.columns).chain([&page.title, &page.reading]) {
            assert!(!text.is_empty() && !text.contains('{'), "{text}");
        }
        assert!(page.rows.iter().all(|row| row.cells.len() == page.columns.len()));
    }
    let page = page(Words::new(ZhHans), figure);
    (page.title, page.rows.into_iter().map(|row| row.cells).collect(), page.notes)
}

const HISTORY: &str = r#""kind":"history","indicator":"up","home":"a""#;

fn check_title(figures: &[(&str, &str, &str, &str, &str)], view: &str, expect: &str) {
    assert_eq!(said(&drawn(&made(figures, view))).0, expect, "{view}");
}

#[test]
fn titles_of_ranks_over_time() {
    let two = |a: [&'static str; 3]| {
        [
            ("a", "up", "2021", a[0], ""),
            ("b", "up", "2021", "5亿元", ""),
            ("a", "up", "2022", a[1], ""),
            ("b", "up", "2022", "5亿元", ""),
            ("a", "up", "2023", a[2], ""),
            ("b", "up", "2023", "5亿元", ""),
        ]
    };
    check_title(&two(["1亿元", "2亿元", "9亿元"]), HISTORY, "甲市up在2地中由第2位升至第1位，为3期最好");
    check_title(&two(["9亿元", "2亿元", "1亿元"]), HISTORY, "甲市up在2地中由第1位降至第2位");
    check_title(&two(["1亿元", "9亿元", "1亿元"]), HISTORY, "甲市up在2地中首尾均居第2位，最好时为第1位");
    check_title(&two(["1亿元", "1亿元", "1亿元"]), HISTORY, "甲市up在2地中一直居第2位");
    // all equal: both are first
    check_title(&two(["5亿元", "5亿元", "5亿元"]), HISTORY, "甲市up在2地中一直居第1位");
    check_title(&two(["-5亿元", "0亿元", "5亿元"]), HISTORY, "甲市up在2地中由第2位升至第1位，为3期最好");
    check_title(&two(["1亿元", "2亿元", "9亿元"])[..2], HISTORY, "甲市up在2地中居第2位");
    check_title(&two(["1亿元", "2亿元", "9亿元"])[..1], HISTORY, "up：暂无可比位次");
    check_title(&[], HISTORY, "up：暂无可比位次");
    check_title(
        &[("a", "none", "2022", "5%", ""), ("b", "none", "2022", "6%", "")],
        r#""kind":"history","indicator":"none","home":"a""#,
        "none不分优劣，没有位次",
    );
    // the own place has nothing
    let others = [
        ("b", "up", "2021", "5亿元", ""),
        ("c", "up", "2021", "4亿元", ""),
        ("b", "up", "2022", "5亿元", ""),
        ("c", "up", "2022", "6亿元", ""),
    ];
    check_title(&others, HISTORY, "丙市up在2期中1次居首位");
}

#[test]
fn another_set_of_places_and_a_gap_show() {
    let figures = [
        ("a", "up", "2020", "3亿元", ""),
        ("b", "up", "2020", "2亿元", ""),
        ("b", "up", "2021", "2亿元", ""),
        ("c", "up", "2021", "1亿元", ""),
        ("a", "up", "2022", "超1亿元", ""),
        ("b", "up", "2022", "近2亿元", ""),
        ("c", "up", "2022", "4亿元", ""),
    ];
    let figure = drawn(&made(&figures, HISTORY));
    let (title, rows, notes) = said(&figure);
    assert_eq!(title, "甲市up由第1位降至第2–3位（参加排位的地区前后不同）");
    assert_eq!(rows[1][..6], ["甲市", "2022年", "2–3", "3", "", "超1"].map(str::to_owned));
    assert_eq!(
        notes,
        [
            "※ 2021年参加排位的地区与前一期不同（新增丙市，减少甲市），虚线两端的位次不宜直接比较。",
            "※ 2022年参加排位的地区与前一期不同（新增甲市），虚线两端的位次不宜直接比较。",
            "甲市2021年没有可比的位次，折线在此中断。",
            "浅色竖条：数值是区间，位次只能确定在这一范围之内。",
            "位次由公开数据算出，只在有可比数据的地区之间排列。",
        ]
    );
    let Chart::History(chart) = &figure.chart else { panic!("no history") };
    // no gain over a gap
    assert_eq!(chart.panels[0].lines[0].points.iter().map(|point| point.gained).collect::<Vec<_>>(), [None, None]);
    assert_eq!(chart.panels[0].columns.iter().map(|column| column.same_places()).collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn stated_ranks_of_different_scopes_have_panels_of_their_own() {
    let figures = [
        ("a", "rank", "2021", "第5位", r#","scope":"全省""#),
        ("a", "rank", "2022", "第3位", r#","scope":"全省""#),
        ("a", "rank", "2022", "第6位", r#","scope":"全国""#),
        ("a", "rank", "2022-H1", "第1位", r#","scope":"全省""#),
        ("b", "rank", "2022", "第1位", r#","scope":"全省""#),
        ("b", "rank", "2022", "第9位", r#","scope":"全球""#),
        ("a", "rank", "2024", "第4位", r#","scope":"全省""#),
    ];
    let view = r#""kind":"history","indicator":"rank","home":"a","places":["b"],"target":"t""#;
    let figure = drawn(&made(&figures, view));
    let Chart::History(chart) = &figure.chart else { panic!("no history") };
    let told: Vec<_> = chart
        .panels
        .iter()
        .map(|panel| {
            let lines: Vec<_> = panel
                .lines
                .iter()
                .map(|line| (line.region.id.as_str(), line.points.iter().map(|point| point.rank.point).collect::<Vec<_>>()))
                .collect();
            (panel.scope.as_ref().unwrap().zh_hans.as_str(), lines)
        })
        .collect();
    assert_eq!(
        told,
        [("全省", vec![("a", vec![5, 3, 4]), ("b", vec![1])]), ("全国", vec![("a", vec![6])]), ("全省", vec![("a", vec![1])]),]
    );
    // judged by 2022, the last rank up to the deadline
    assert_eq!(chart.panels[0].band.as_ref().unwrap().held, Some((Met::Yes, Some(Met::No))));
    assert_eq!(said(&figure).0, "甲市rank在全省由第5位升至第4位，达到保第3位的目标");
}

#[test]
fn a_promise_among_others_is_not_drawn() {
    let figures = [("a", "rank", "2022", "前10位", r#","scope":"全国""#)];
    let (title, _, notes) = said(&drawn(&made(&figures, r#""kind":"history","indicator":"rank","home":"a","target":"t""#)));
    assert_eq!(title, "甲市rank在全国居第1–10位");
    assert!(notes.contains(&"甲市的目标（全省保第3位、争第1位）与图中的位次不在同一范围，没有画出。".to_owned()), "{notes:?}");
}

#[test]
fn titles_of_quadrants() {
    let of = |indicator: &'static str,
              period: &'static str,
              values: &[&'static str]|
     -> Vec<(&'static str, &'static str, &'static str, &'static str, &'static str)> {
        ["a", "b", "c", "d"].iter().zip(values).map(|(place, value)| (*place, indicator, period, *value, "")).collect()
    };
    let pair = r#""kind":"quadrant","indicators":["up","down"],"home":"a""#;
    let levels = |up: &[&'static str], down: &[&'static str]| [of("up", "2022", up), of("down", "2022", down)].concat();
    check_title(&levels(&["9亿元", "8亿元", "1亿元", "2亿元"], &["1%", "2%", "8%", "9%"]), pair, "甲市处于“两项均优”象限，同在的有乙市");
    check_title(
        &levels(&["1亿元", "8亿元", "9亿元", "2亿元"], &["9%", "2%", "3%", "4%"]),
        pair,
        "甲市处于“两项均待提升”象限，同在的有丁市",
    );
    check_title(&levels(&["1亿元", "8亿元", "9亿元"], &["1%", "2%", "3%"]), pair, "甲市处于“仅down占优”象限");
    // an interval across the line
    check_title(
        &levels(&["超4亿元", "8亿元", "1亿元"], &["1%", "2%", "3%"]),
        &pair.replace("\"a\"", "\"a\",\"benchmark\":\"b\""),
        "甲市处于“仅down占优”象限",
    );
    check_title(
        &levels(&["近9亿元", "8亿元", "1亿元"], &["1%", "2%", "3%"]),
        &pair.replace("\"a\"", "\"a\",\"benchmark\":\"b\""),
        "甲市处于“两项均优”象限",
    );
    check_title(
        &levels(&["近9亿元", "8.5亿元", "1亿元"], &["1%", "2%", "3%"]),
        &pair.replace("\"a\"", "\"a\",\"benchmark\":\"b\""),
        "甲市接近界线，暂归“两项均优”象限",
    );
    check_title(&levels(&["9亿元"], &["1%"]), pair, "仅甲市两项都有可比数据");
    check_title(&levels(&["9亿元"], &[]), pair, "up与down：暂无可比数据");
    check_title(&[], pair, "up与down：暂无可比数据");
    check_title(&levels(&["5亿元", "5亿元", "5亿元"], &["1%", "1%", "1%"]), pair, "甲市处于“两项均优”象限，同在的有乙市、丙市");
    // without the own place: who is better on both
    check_title(
        &levels(&["9亿元", "8亿元", "1亿元"], &["1%", "2%", "3%"]),
        &pair.replace("\"a\"", "\"e\""),
        "甲市、乙市处于“两项均优”象限",
    );
    check_title(
        &[of("none", "2022", &["9%", "1%"]), of("down", "2022", &["9%", "1%"])].concat(),
        r#""kind":"quadrant","indicators":["none","down"],"home":"a""#,
        "甲市处于“两项均高”象限",
    );
    let change = r#""kind":"quadrant","indicators":["up"],"home":"a""#;
    let grown = |before: &[&'static str], after: &[&'static str]| [of("up", "2021", before), of("up", "2022", after)].concat();
    check_title(&grown(&["8亿元", "8亿元", "1亿元", "1亿元"], &["12亿元", "8亿元", "2亿元", "1亿元"]), change, "甲市处于“高位快增”象限");
    check_title(&grown(&["8亿元", "8亿元", "1亿元", "1亿元"], &["4亿元", "7亿元", "0.9亿元", "0.4亿元"]), change, "甲市处于“高位快降”象限");
    check_title(&grown(&["0亿元", "-8亿元"], &["4亿元", "7亿元"]), change, "up与其增速：暂无可比数据");
    let both = r#""kind":"quadrant","indicators":["down","up"],"period":"2022","since":"2021","home":"a""#;
    let moved =
        [grown(&["8亿元", "8亿元"], &["4亿元", "9亿元"]), of("down", "2021", &["5%", "5%"]), of("down", "2022", &["4%", "6%"])].concat();
    check_title(&moved, both, "甲市两项实现双下降");
}

#[test]
fn who_lacks_a_figure_is_listed_and_not_drawn() {
    let figures = [
        ("a", "up", "2022", "3亿元", ""),
        ("b", "up", "2022", "2亿元", ""),
        ("c", "up", "2022", "1亿元", ""),
        ("a", "down", "2022", "3%", ""),
        ("b", "down", "2022", "2%", ""),
        ("d", "down", "2022", "2%", ""),
    ];
    let figure = drawn(&made(&figures, r#""kind":"quadrant","indicators":["up","down"],"home":"a""#));
    let (_, rows, notes) = said(&figure);
    assert_eq!(rows[0][..4], ["甲市", "3", "3", "仅up占优"].map(str::to_owned));
    assert_eq!(rows[2][..4], ["丙市", "1", "未见公开数据", ""].map(str::to_owned));
    assert_eq!(notes[..2], ["缺少可比的up数据，未画出：丁市。", "缺少可比的down数据，未画出：丙市。"].map(str::to_owned));
    let Chart::Quadrant(chart) = &figure.chart else { panic!("no quadrant") };
    assert_eq!(chart.points.len(), 2);
}

#[test]
fn a_change_of_definition_has_no_change() {
    let figures = [
        ("a", "down", "2021", "3%", r#","definition":"一审""#),
        ("a", "down", "2022", "2%", ""),
        ("b", "down", "2021", "3%", r#","definition":"一审""#),
        ("b", "down", "2022", "4%", ""),
    ];
    let view = r#""kind":"quadrant","indicators":["down"],"home":"a""#;
    check_title(&figures, view, "down与其变化：暂无可比数据");
    let relaxed = drawn(&made(&figures, &[view, r#","relax":{"definition":true}"#].concat()));
    let (title, _, notes) = said(&relaxed);
    assert_eq!(title, "甲市处于“低位下降”象限");
    assert!(notes.contains(&"前后两期的口径不同，变化仅供参考。".to_owned()), "{notes:?}");
}

/// Many places, long names: nothing overlaps, the own place keeps its name.
#[test]
fn a_crowd_with_long_names() {
    let places: Vec<String> = (0..30)
        .map(|index| format!(r#"{{"id":"p{index}","name":{{"zh-Hans":"示例省第{index}经济技术开发区管理委员会","en":"Example zone number {index}"}},"kind":"zone"}}"#))
        .collect();
    let mut figures = Vec::new();
    for index in 0..30 {
        for (year, factor) in [(2019, 7), (2020, 11), (2021, 13), (2022, 17), (2023, 19)] {
            let value = (index * factor) % 31 + index;
            figures.push(format!(r#"{{"region":"p{index}","indicator":"x","source":"s","period":"{year}","text":"{value}亿元"}}"#));
        }
    }
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],
        "indicators":[{{"id":"x","name":"x","unit":"亿元","polarity":"higher","measure":"flow"}}],"observations":[{}],
        "views":[{{"id":"h","kind":"history","indicator":"x","home":"p3"}},{{"id":"q","kind":"quadrant","indicators":["x"],"home":"p3"}}]}}"#,
        places.join(","),
        figures.join(",")
    );
    let dataset = read(&text, "crowd");
    for view in ["h", "q"] {
        texts_are_apart(&dataset, view);
        for width in [320.0, 1024.0] {
            let (scene, _) = scene(&dataset, view, width, ZhHans, Light, 1.0);
            let home = Theme::new(Light, 1.0).home;
            assert!(scene.texts().any(|text| text.text.starts_with("示例省第3经济") && text.color == home), "{view} {width}");
        }
    }
}
