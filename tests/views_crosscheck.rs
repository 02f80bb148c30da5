//! Cross-checks drawn, and what they say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml lets tests do it, but not the functions they share")]

use crate::support::{BUNDLED, check, dataset, sheet_of, texts_are_apart};
use duibiao::{
    chart::{Mode, Theme},
    dataset::Lang,
    figure::{Chart, CheckItem, CheckState, CrosscheckChart, Figure, figure},
    words::{Words, page},
};

const CASE: &str = "tests/cases/crosscheck.json";

fn answer(path: &str, view: &str) -> Figure {
    let dataset = dataset(path);
    figure(&dataset, dataset.view(view).unwrap()).unwrap()
}

fn chart(figure: &Figure) -> &CrosscheckChart {
    let Chart::Crosscheck(chart) = &figure.chart else { panic!("{:?}", figure.chart) };
    chart
}

#[test]
fn cross_checks() {
    check(BUNDLED, "cross-checks", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "cross-checks", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "cross-checks", 760.0, Lang::En, Mode::Light);
    check(BUNDLED, "cross-checks", 760.0, Lang::ZhHans, Mode::Dark);
}

#[test]
fn other_findings() {
    check(CASE, "checks-all", 760.0, Lang::ZhHans, Mode::Light);
    check(CASE, "checks-early", 320.0, Lang::En, Mode::Light);
    check(CASE, "checks-none", 760.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn texts() {
    texts_are_apart(&dataset(BUNDLED), "cross-checks");
    let dataset = dataset(CASE);
    for view in &dataset.views {
        texts_are_apart(&dataset, &view.id);
    }
}

/// A sheet of paper has the table below the drawing, which then need not tell the same.
#[test]
fn a_sheet_short_of_room_has_the_largest_differences() {
    let figure = answer(BUNDLED, "cross-checks");
    let of = |stretch| {
        let scene = sheet_of(&figure, 1100.0, Lang::ZhHans, Theme { stretch, ..Theme::new(Mode::Print, 1.0) });
        (scene.height, scene.texts().map(|text| text.text.clone()).collect::<Vec<_>>())
    };
    let (whole, all) = of(1.0);
    let (low, brief) = of(0.6);
    assert!(low < whole * 0.6, "{low} after {whole}");
    let count = |texts: &[String], word: &str| texts.iter().filter(|text| text.starts_with(word)).count();
    // the last is of the whole sheet
    assert_eq!((count(&all, "来源："), count(&brief, "来源：")), (13, 1));
    assert_eq!((count(&brief, "≠"), count(&brief, "◀ 期限早于")), (6, 3), "{brief:?}");
    assert_eq!(count(&brief, "另有7项见数据表"), 1);
}

#[test]
fn titles() {
    let said = |view, lang| page(Words::new(lang), &answer(CASE, view)).title;
    let bundled = |lang| page(Words::new(lang), &answer(BUNDLED, "cross-checks")).title;
    assert_eq!(bundled(Lang::ZhHans), "核对112处数据，10处不相符；27项期限按推定年份早于文件日期");
    assert_eq!(bundled(Lang::En), "10 of 112 figures checked do not agree; deadlines before their document, by an inferred year: 27");
    assert_eq!(said("checks-one", Lang::ZhHans), "乙市企业增速所述52%，与其他数据不相符");
    assert_eq!(said("checks-one", Lang::En), "City B, Growth in firms: the 52% stated does not agree with other figures");
    assert_eq!(said("checks-agree", Lang::ZhHans), "核对1处，可比的数据全部相符");
    assert_eq!(said("checks-none", Lang::ZhHans), "没有可以相互核对的数据");
    assert_eq!(said("checks-on", Lang::ZhHans), "核对1处，可比的数据全部相符");
}

#[test]
fn what_does_not_agree_comes_first_and_the_table_has_all() {
    let figure = answer(BUNDLED, "cross-checks");
    let chart = chart(&figure);
    let states: Vec<Option<CheckState>> = chart
        .items
        .iter()
        .map(|item| match item {
            CheckItem::Tie(_, state) => Some(*state),
            CheckItem::Early(_) => None,
        })
        .collect();
    assert_eq!(states[..10], [Some(CheckState::Apart); 10]);
    assert_eq!(states[10..], [None, None, Some(CheckState::Qualified), Some(CheckState::Incomparable)]);
    assert_eq!((chart.more, figure.table.rows.len()), (0, 10 + 27 + 2 + 100));
    let tally = chart.tally;
    assert_eq!((tally.checked(), tally.agree, tally.apart, tally.qualified, tally.incomparable, tally.early), (112, 100, 10, 1, 1, 27));
    let page = page(Words::new(Lang::ZhHans), &figure);
    assert_eq!(page.columns, ["地区", "核对结果", "事项", "时期", "所述", "计算得", "相差", "来源"]);
    assert!(page.rows.iter().any(|row| row.cells[4..7] == ["99.74%", "99.47%", "0.27个百分点"]));
    assert!(page.reading.starts_with("共核对112处数据，100处相符"));
    assert!(page.reading.contains("其中相对差异最大的3处：") && page.reading.chars().count() < 330, "{}", page.reading);
    assert!(page.notes[0].contains("不判断何处有误"));
}

#[test]
fn a_place_brings_those_within_it() {
    let figure = answer(CASE, "checks-early");
    assert_eq!(chart(&figure).tally.early, 2);
    let dataset = dataset(CASE);
    let mut view = duibiao::dataset::View::clone(dataset.view("checks-agree").unwrap());
    view.places = vec![dataset.region("jia").unwrap().clone()];
    let figure = duibiao::figure::figure(&dataset, &view).unwrap();
    assert_eq!((chart(&figure).tally.early, chart(&figure).places.len()), (2, 1));
}
