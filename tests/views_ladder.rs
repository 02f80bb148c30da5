//! Ladders drawn, and what they say.

#![allow(clippy::unwrap_used, reason = "clippy.toml lets tests do it, but not the functions they share")]

use crate::support::{BUNDLED, check, dataset, texts_are_apart};
use duibiao::{
    chart::Mode,
    dataset::{Lang, parse_json},
    figure::{Chart, LadderFinding, figure},
    words::{Words, page},
};

const CASE: &str = "tests/cases/ladder.json";

fn title(path: &str, view: &str, lang: Lang) -> String {
    let dataset = dataset(path);
    page(Words::new(lang), &figure(&dataset, dataset.view(view).unwrap()).unwrap()).title
}

#[test]
fn listing_ladder() {
    check(BUNDLED, "listing-ladder", 760.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "listing-ladder", 320.0, Lang::ZhHans, Mode::Light);
    check(BUNDLED, "listing-ladder", 760.0, Lang::En, Mode::Light);
    check(BUNDLED, "listing-ladder", 760.0, Lang::ZhHans, Mode::Dark);
}

#[test]
fn plans_and_intervals() {
    check(CASE, "ladder-plans", 760.0, Lang::ZhHans, Mode::Light);
    check(CASE, "ladder-plans", 320.0, Lang::ZhHans, Mode::Light);
    check(CASE, "ladder-apart", 760.0, Lang::ZhHans, Mode::Light);
    check(CASE, "ladder-odd", 760.0, Lang::ZhHans, Mode::Light);
}

#[test]
fn texts() {
    texts_are_apart(&dataset(BUNDLED), "listing-ladder");
    let dataset = dataset(CASE);
    for view in &dataset.views {
        texts_are_apart(&dataset, &view.id);
    }
}

#[test]
fn findings() {
    let said = |view, lang| title(CASE, view, lang);
    assert_eq!(title(BUNDLED, "listing-ladder", Lang::ZhHans), "铜陵境内上市企业数最多，为11家；上市辅导备案企业数为4家");
    assert_eq!(said("ladder-plans", Lang::ZhHans), "甲市5项梯队计划已达到2项，专精特新企业尚差42家");
    assert_eq!(said("ladder-plans", Lang::En), "City A meets 2 of 5 tier plans; Specialised firms: 42 short");
    assert_eq!(said("everyone", Lang::ZhHans), "丙市领军企业为1家，在4地中居第3位，与乙市相差4家");
    assert_eq!(said("no-figures", Lang::ZhHans), "丁市有1级梯队计划，实有数未见公开");
    assert_eq!(said("level", Lang::ZhHans), "戊市等2地领军企业相当，为6家");
    assert_eq!(said("nothing", Lang::ZhHans), "各级梯队均未见公开数据");
    // a rank that is open is not a tie
    let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],"regions":[{"id":"a","name":"甲","kind":"city"},{"id":"b","name":"乙","kind":"city"}],
        "indicators":[{"id":"i","name":"上市企业","unit":"家","polarity":"higher","measure":"stock"}],"observations":[
        {"region":"a","indicator":"i","period":"2023","text":"近千家","source":"s"},{"region":"b","indicator":"i","period":"2023","text":"11家","source":"s"}],
        "views":[{"id":"ladder","kind":"ladder","indicators":["i"]},{"id":"ranking","kind":"ranking","indicator":"i","home":"a"}]}"#;
    let open = parse_json(text).dataset.unwrap();
    let said = |view, lang| page(Words::new(lang), &figure(&open, open.view(view).unwrap()).unwrap()).title;
    assert_eq!(said("ladder", Lang::ZhHans), "甲上市企业为近1,000家，在2地中居第1–2位，先后难定");
    assert_eq!(said("ranking", Lang::ZhHans), "甲在2个可比地区中居第1–2位，先后难定");
    assert_eq!(said("ranking", Lang::En), "甲 ranks no. 1–2 of 2, too close to call");
    let dataset = dataset(CASE);
    let answer = figure(&dataset, dataset.view("one-place").unwrap()).unwrap();
    let Chart::Ladder(chart) = &answer.chart else { panic!("{:?}", answer.chart) };
    let LadderFinding::Short { planned, met, missing, .. } = &chart.finding else { panic!("{:?}", chart.finding) };
    assert_eq!((*planned, *met, missing.point), (4, 2, 42.0));
}

#[test]
fn the_table_says_what_is_drawn() {
    let dataset = dataset(CASE);
    let answer = figure(&dataset, dataset.view("ladder-apart").unwrap()).unwrap();
    let page = page(Words::new(Lang::ZhHans), &answer);
    assert_eq!(page.columns, ["地区", "梯队", "数量（家）", "时期", "计划", "距计划", "来源"]);
    let rows: Vec<String> = page.rows.iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(
        rows,
        [
            "丁市|领军企业|0|2024年|||示例，一",
            "丁市|小巨人企业|未见公开数据||8家（2025年）||示例，二",
            "丁市|专精特新企业|40 †|2022年|||示例，一",
            "乙市|领军企业|5|2024年|||示例，一",
            "乙市|小巨人企业|9|2024年|||示例，一",
            "乙市|专精特新企业|75|2024年|||示例，一",
        ]
    );
    assert!(page.notes.iter().any(|note| note == "† 时期不同，见表。"));
}
