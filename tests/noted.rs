//! Figures heard on the spot (现场记录): beside the published ones, marked, and never in place of one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that panics has failed, which is its job")]

use std::sync::Arc;

use crate::support::{BUNDLED, check, dataset, read, texts_are_apart};
use duibiao::{
    benchmark::{LadderQuestion, NotedState, Question, Standing, TierCount, check_noted, compare, derive, ladder},
    chart::Mode::Light,
    crosscheck::{Subject, crosscheck},
    dataset::{
        Dataset,
        Lang::{En, ZhHans, ZhHant},
        LocalText, Observation, Relax, ViewKind, noted_of, parse_json, read_noted, with_noted,
    },
    figure::{Nature, figure},
    trajectory::{Caution, Finding, assess},
    words::{Page, Words, page},
};
use proptest::prelude::*;

const NOTED: &str = "tests/cases/noted.json";

#[test]
fn drawings() {
    check(NOTED, "noted-ranking", 760.0, ZhHans, Light);
    check(NOTED, "noted-trajectory", 760.0, ZhHans, Light);
    let data = dataset(NOTED);
    for view in ["noted-ranking", "noted-trajectory", "scorecard", "gap", "history", "quadrant", "ladder", "milestones", "crosscheck"] {
        texts_are_apart(&data, view);
    }
}

fn told(view: &str) -> Page {
    let data = dataset(NOTED);
    page(Words::new(ZhHans), &figure(&data, data.view(view).unwrap()).unwrap())
}

const HEARD: &str = "现场记录（张三，2026年11月28日）";

/// What every view that compares says of a figure heard only (丙) and of one that differs from what is published (甲).
#[test]
fn views_that_compare_mark_them() {
    for view in ["noted-ranking", "scorecard", "composite", "gap", "profile", "history", "quadrant"] {
        let page = told(view);
        let mark =
            |sentence: &str| page.notes.iter().find_map(|note| note.strip_suffix(sentence)).unwrap_or_else(|| panic!("{view}: {sentence}"));
        let (otherwise, heard) = (mark(" 现场记录与公布值不一致。"), mark(" 现场记录，不是公布值。"));
        let cells: Vec<&str> = page.rows.iter().flat_map(|row| &row.cells).map(String::as_str).collect();
        assert!(cells.iter().any(|cell| cell.starts_with("1,210") && cell.ends_with(otherwise)), "{view}: {cells:?}");
        assert!(cells.iter().any(|cell| cell.starts_with("超900") && cell.ends_with(heard)), "{view}: {cells:?}");
        assert!(!cells.iter().any(|cell| cell.contains("1,300")), "{view}");
        let facts = [
            format!("丙2023年产值：{HEARD}超900亿元。"),
            format!("甲2023年产值：{HEARD}超1,300亿元；《统计公报》（2024年3月）1,210亿元，两者不一致。"),
        ];
        assert!(facts.iter().all(|fact| page.notes.contains(fact)), "{view}: {:?}", page.notes);
        assert!(page.sources.ends_with(&format!("；{HEARD}10:32")), "{view}: {}", page.sources);
    }
}

#[test]
fn other_views_say_what_was_heard() {
    let check = |view: &str, note: &str, source: &str| {
        let page = told(view);
        assert!(page.notes.iter().any(|told| told == note), "{view}: {:?}", page.notes);
        assert!(page.sources.contains(source), "{view}: {}", page.sources);
        // the table of deadlines has no figures, and so no sources of figures
        let cited = page.rows.iter().any(|row| row.cells.iter().any(|cell| cell.contains("现场记录")));
        assert_eq!(cited, view != "milestones", "{view}");
    };
    check("noted-trajectory", "甲2024年产值：现场记录（李四）1,360亿元。", "现场记录（李四）");
    check("progress", "甲2024年产值：现场记录（李四）1,360亿元。", "现场记录（李四）");
    check("progress", "甲2024年税收：现场记录125亿元。", "；现场记录");
    check("milestones", "甲2023年后备：现场记录30多家。", "现场记录");
    check("ladder", "甲2023年后备：现场记录30多家。", "现场记录");
    let differ = format!("甲2023年产值：{HEARD}超1,300亿元；《统计公报》（2024年3月）1,210亿元，两者不一致。");
    check("crosscheck", &differ, &format!("{HEARD}10:40"));
    check("noted-trajectory", &differ, "现场记录");
}

#[test]
fn a_trajectory_draws_the_published_one_and_names_the_other() {
    let data = dataset(NOTED);
    let figure = figure(&data, data.view("noted-trajectory").unwrap()).unwrap();
    let say = |lang| page(Words::new(lang), &figure);
    let rows: Vec<(String, String, String)> =
        say(ZhHans).rows.into_iter().map(|row| (row.cells[0].clone(), row.cells[2].clone(), row.cells[3].clone())).collect();
    let row = |period: &str, nature: &str, value: &str| (period.to_owned(), nature.to_owned(), value.to_owned());
    assert!(rows.contains(&row("2023年", "公布值", "1,210")) && rows.contains(&row("2024年", "现场记录", "1,360")), "{rows:?}");
    assert!(!rows.iter().any(|(.., value)| value.contains("1,300")));
    assert!(say(ZhHans).reading.contains("现场记录的2024年为1,360亿元"), "{}", say(ZhHans).reading);
    assert!(say(ZhHant).reading.contains("現場記錄的2024年"), "{}", say(ZhHant).reading);
    assert!(say(En).reading.contains("The latest figure, noted on the spot, 136 billion yuan in 2024"), "{}", say(En).reading);
    assert!(say(En).rows.iter().any(|row| row.cells[2] == "noted on the spot" && row.cells[6] == "Noted on the spot (李四)"));
    // and drawn beside it, hollow
    let duibiao::figure::Chart::Trajectory(chart) = &figure.chart else { panic!("{:?}", figure.chart) };
    let heard: Vec<_> = chart.heard.iter().map(|heard| (heard.observation.text.as_str(), heard.point.value)).collect();
    assert_eq!(heard, [("超1300亿元", 1300.0)]);
    let natures = figure.table.rows.iter().flatten().filter(|cell| matches!(cell, duibiao::figure::Cell::Nature(Nature::Noted)));
    assert_eq!(natures.count(), 1);
}

/// A dataset of a share of places a to c: published and noted, each as fields after the indicator.
fn made(published: &[&str], noted: &[&str]) -> Dataset {
    let list = |figures: &[&str], more: &str| {
        figures.iter().map(|fields| format!(r#"{{"indicator":"x",{fields}{more}}}"#)).collect::<Vec<_>>().join(",")
    };
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"公报"}},{{"id":"noted 张三","title":"同名"}}],
        "regions":[{{"id":"a","name":"甲","kind":"city"}},{{"id":"b","name":"乙","kind":"city"}},{{"id":"c","name":"丙","kind":"city"}}],
        "indicators":[{{"id":"x","name":"指标","unit":"%","polarity":"lower","measure":"ratio"}}],
        "targets":[{{"id":"t","region":"a","indicator":"x","kind":"at-most","text":"8%以内","deadline":"2025","source":"s"}}],
        "observations":[{}],"noted":[{}]}}"#,
        list(published, r#","source":"s""#),
        list(noted, "")
    );
    read(&text, "made")
}

/// Each place of 2022 with its value and flags, or the reasons why it stands apart.
fn compared(published: &[&str], noted: &[&str], relax: Relax, expect: &[&str]) {
    let data = made(published, noted);
    let period = duibiao::dataset::Period::parse("2022");
    let question = Question { indicator: data.indicators[0].clone(), period, places: data.regions.clone(), home: None, relax };
    let mut found: Vec<String> = compare(&data, &question)
        .entries
        .iter()
        .map(|entry| match &entry.standing {
            Standing::Ranked { quantity, flags, .. } => format!("{} {} {flags:?}", entry.region.id, quantity.value()),
            Standing::Apart { quantity, reasons, .. } => format!("{} {} apart {reasons:?}", entry.region.id, quantity.value()),
            Standing::Missing => format!("{} missing", entry.region.id),
        })
        .collect();
    found.sort();
    assert_eq!(found, expect);
}

#[test]
fn a_published_figure_comes_first() {
    let none = Relax::default();
    let a = r#""region":"a","period":"2022","text":"3%""#;
    compared(&[a], &[r#""region":"a","period":"2022","text":"3""#], none, &["a 3 []", "b missing", "c missing"]);
    compared(&[a], &[r#""region":"a","period":"2022","text":"超3%""#], none, &["a 3 []", "b missing", "c missing"]);
    compared(&[a], &[r#""region":"a","period":"2022","text":"4%""#], none, &["a 3 [NotedOtherwise]", "b missing", "c missing"]);
    compared(&[a], &[r#""region":"b","period":"2022","text":"4%""#], none, &["a 3 []", "b 4 [Noted]", "c missing"]);
    let two = [r#""region":"b","period":"2022","text":"4%","by":"张三""#, r#""region":"b","period":"2022","text":"5%","by":"李四""#];
    compared(&[a], &two, none, &["a 3 []", "b 4 [Disputed, Noted]", "c missing"]);
    // one of another year, where that is overlooked, is still published
    let year = [r#""region":"a","period":"2021","text":"3%""#, r#""region":"b","period":"2022","text":"2%""#];
    let noted = [r#""region":"a","period":"2022","text":"4%""#];
    compared(&year, &noted, Relax { years: 1, ..none }, &["a 3 [Period]", "b 2 []", "c missing"]);
    compared(&year, &noted, none, &["a 4 [Noted]", "b 2 []", "c missing"]);
}

#[test]
fn what_is_heard_does_not_decide_by_which_definition_figures_compare() {
    let published = [
        r#""region":"a","period":"2022","text":"3%","definition":"一审""#,
        r#""region":"b","period":"2022","text":"5%","definition":"一审""#,
    ];
    let noted = ["a", "b", "c"].map(|place| format!(r#""region":"{place}","period":"2022","text":"4%","definition":"全部""#));
    let noted: Vec<&str> = noted.iter().map(String::as_str).collect();
    compared(&published, &noted, Relax::default(), &["a 3 []", "b 5 []", "c 4 apart [Definition, Noted]"]);
    compared(
        &published,
        &[r#""region":"a","period":"2022","text":"4%""#],
        Relax::default(),
        &["a 3 [NotedOtherwise]", "b 5 []", "c missing"],
    );
    // where nothing is published, they compare by their own
    compared(&[], &noted, Relax::default(), &["a 4 [Noted]", "b 4 [Noted]", "c 4 [Noted]"]);
    // a promise is held against the definition that is published, though what was heard is later
    let data = made(&published[..1], &[r#""region":"a","period":"2023","text":"9%""#]);
    let assessed = assess(&data, data.target("t").unwrap(), duibiao::dataset::Period::parse("2026-11-28").unwrap());
    assert!(matches!(&assessed.finding, Ok(Finding::Held(held)) if held.latest().unwrap().actual.quantity.value() == 3.0));
    assert!(assessed.cautions.contains(&Caution::OtherDefinition));
}

#[test]
fn sources_are_grouped_by_person_and_day_and_are_no_documents() {
    let data = made(
        &[],
        &[
            r#""region":"a","period":"2022","text":"3%","by":"张三""#,
            r#""region":"b","period":"2022","text":"3%","by":"张三""#,
            r#""region":"c","period":"2022","text":"3%","by":"张三","at":"2026-11-28T09:05""#,
            r#""region":"c","period":"2023","text":"3%","by":"张三","at":"2026-11-28T23:59""#,
            r#""region":"c","period":"2024","text":"3%""#,
        ],
    );
    let ids: Vec<&str> = data.observations.noted().iter().map(|noted| noted.source.id.as_str()).collect();
    assert_eq!(ids, ["noted 张三+", "noted 张三+", "noted 张三 2026-11-28", "noted 张三 2026-11-28", "noted"]);
    let times: Vec<Option<&str>> = data.observations.noted().iter().map(|noted| noted.locator.as_deref()).collect();
    assert_eq!(times, [None, None, Some("09:05"), Some("23:59"), None]);
    assert_eq!(data.sources.len(), 2);
    assert!(made(&[r#""region":"a","period":"2022","text":"3%""#], &[]).observations.noted().is_empty());
}

#[test]
fn each_is_held_against_what_is_published() {
    let data = dataset(NOTED);
    let say = |lang| check_noted(&data).iter().map(|check| Words::new(lang).noted_reading(check)).collect::<Vec<_>>();
    assert_eq!(
        say(ZhHans),
        [
            "未见公布值。",
            "《统计公报》（2024年3月）公布1,210亿元，与现场记录不一致。",
            "《统计公报》（2024年3月）公布1,000.06亿元，与现场记录相符。",
            "未见公布值。",
            "未见公布值。",
            "未见公布值。",
            "未见公布值。",
        ]
    );
    assert_eq!(say(ZhHant)[1], "《統計公報》（2024年3月）公布1,210億元，與現場記錄不一致。");
    assert_eq!(say(En)[2], "Communiqué (Mar 2024) publishes 100.006 billion yuan; the two agree.");
    let two = [r#""region":"b","period":"2022","text":"4%""#, r#""region":"b","period":"2022","text":"5%""#];
    let disputed = made(&[], &two);
    assert_eq!(Words::new(ZhHans).noted_reading(&check_noted(&disputed)[0]), "未见公布值。现场另有不同的说法。");
}

proptest! {
    /// What a form is told is what the door will say.
    #[test]
    fn read_at_once_as_at_the_door(text in "[超近约]?[0-9]{1,3}(\\.[0-9])?(%|％|亿|万人|个百分点|以上)?|\\PC{0,5}") {
        let data = made(&[], &[]);
        let list = serde_json::json!([{ "region": "a", "indicator": "x", "period": "2022", "text": text }]).to_string();
        let base = std::fs::read_to_string(NOTED).unwrap();
        prop_assert!(noted_of(&base).is_some());
        let whole = with_noted(r#"{"version":1,"title":"t","regions":[{"id":"a","name":"甲","kind":"city"}],"indicators":[{"id":"x","name":"指标","unit":"%","polarity":"lower","measure":"ratio"}]}"#, &list).unwrap();
        let parsed = parse_json(&whole);
        match read_noted(&text, &data.indicators[0]) {
            Ok(quantity) => prop_assert_eq!(parsed.dataset.unwrap().observations[0].quantity, Some(quantity)),
            Err(issue) => {
                prop_assert_eq!(parsed.issues.len(), 1);
                prop_assert_eq!(parsed.issues[0].place.to_string(), "/noted/0/text");
                prop_assert_eq!((parsed.issues[0].code, &parsed.issues[0].found), (issue.code, &issue.found));
            }
        }
    }

    /// Names and notes come through the door as they were typed.
    #[test]
    fn any_name_and_note_survives(by in "\\PC{0,8}\\S", note in prop_oneof!["\\PC{0,8}\\S", Just("</script>\u{2028}\"\\😀𠮷\n".to_owned())]) {
        let list = serde_json::json!([{ "region": "a", "indicator": "gdp", "period": "2022", "text": "1", "by": by, "note": note }]).to_string();
        let text = with_noted(&std::fs::read_to_string(NOTED).unwrap(), &list).unwrap();
        let data = parse_json(&text).dataset.unwrap();
        let noted = &data.observations.noted()[0];
        prop_assert_eq!(noted.source.noted.as_ref().unwrap().by.as_deref(), Some(by.as_str()));
        prop_assert_eq!(&noted.note.as_ref().unwrap().zh_hans, &note);
    }
}

/// Two tiers of a place and what follows from both, published and noted, each as fields after the region.
fn tiers(published: &[&str], noted: &[&str]) -> Dataset {
    let list = |figures: &[&str], more: &str| {
        figures.iter().map(|fields| format!(r#"{{"region":"a","period":"2023",{fields}{more}}}"#)).collect::<Vec<_>>().join(",")
    };
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"公报"}}],"regions":[{{"id":"a","name":"甲","kind":"city"}}],
        "indicators":[{{"id":"x","name":"上市","unit":"家","polarity":"higher","measure":"stock"}},
        {{"id":"y","name":"后备","unit":"家","polarity":"higher","measure":"stock"}},
        {{"id":"both","name":"合计","unit":"家","polarity":"higher","measure":"stock","derived":{{"sum":["x","y"]}}}}],
        "observations":[{}],"noted":[{}]}}"#,
        list(published, r#","source":"s""#),
        list(noted, "")
    );
    read(&text, "tiers")
}

#[test]
fn ladders_and_derived_figures_take_the_published_ones() {
    let check = |published: &[&str], noted: &[&str], tier: &str, sum: &str| {
        let data = tiers(published, noted);
        let (region, tiers) = (data.regions[0].clone(), data.indicators[..2].to_vec());
        let found = ladder(&data, &LadderQuestion { region, tiers, period: None, relax: Relax::default() });
        let told = match &found.tiers[0].count {
            TierCount::Counted { quantity, flags, .. } => format!("{} {flags:?}", quantity.value()),
            TierCount::Apart { quantity, reasons, .. } => format!("{} apart {reasons:?}", quantity.value()),
            TierCount::Several(figures) => format!("{} several", figures.len()),
            TierCount::Missing => "missing".to_owned(),
        };
        assert_eq!(told, tier);
        let computed = derive(&data, &data.indicators[2], Relax { definition: true, years: 0 }).unwrap().figures;
        let computed: Vec<String> = computed.iter().map(|figure| format!("{} {:?}", figure.quantity.value(), figure.flags)).collect();
        assert_eq!(computed.join("; "), sum);
    };
    let x = r#""indicator":"x","text":"11家","definition":"境内""#;
    let y = r#""indicator":"y","text":"20家","definition":"境内""#;
    check(&[x, y], &[r#""indicator":"x","text":"12家""#], "11 [NotedOtherwise]", "31 [NotedOtherwise]");
    check(&[x, y], &[r#""indicator":"x","text":"12家","definition":"境内""#], "11 [NotedOtherwise]", "31 [NotedOtherwise]");
    check(&[x, y], &[r#""indicator":"y","text":"21家","definition":"境外""#], "11 []", "31 []");
    check(&[x], &[r#""indicator":"y","text":"30多家","definition":"境内""#], "11 []", "41 [Noted]");
    check(&[y], &[r#""indicator":"x","text":"12家","definition":"境内""#], "12 [Noted]", "32 [Noted]");
    let abroad = r#""indicator":"x","text":"3家","definition":"境外""#;
    check(&[x, abroad, y], &[r#""indicator":"x","text":"11家","definition":"境内""#], "2 several", "31 []; 23 [Definition]");
}

/// Something else heard of every published figure changes no figure of any view, no rank, and no check of published figures.
#[test]
fn whatever_is_heard_published_figures_stay() {
    let text = std::fs::read_to_string(BUNDLED).unwrap();
    let before = read(&text, BUNDLED);
    let said: Vec<serde_json::Value> = before
        .observations
        .iter()
        .filter(|figure| figure.quantity.is_some())
        .enumerate()
        .map(|(index, figure)| {
            let said = |text: &Option<LocalText>| text.as_ref().map(|text| text.zh_hans.clone());
            serde_json::json!({ "region": figure.region.id, "indicator": figure.indicator.id, "period": figure.period.to_string(),
                "text": "987654.321", "by": index.to_string(), "definition": said(&figure.definition), "scope": said(&figure.scope) })
        })
        .collect();
    let after = read(&with_noted(&text, &serde_json::Value::from(said).to_string()).unwrap(), "with everything heard");
    assert!(check_noted(&after).iter().all(|check| matches!(check.state, NotedState::Differs { .. })));
    let rows = |data: &Dataset, view: &str| -> Vec<Vec<String>> {
        let page = page(Words::new(ZhHans), &figure(data, data.view(view).unwrap()).unwrap());
        let plain = |cell: &String| cell.trim_end_matches(['†', '‡', '§', '¶', '‖', '※', '#', ' ']).to_owned();
        page.rows.iter().map(|row| row.cells.iter().map(plain).collect()).collect()
    };
    for view in before.views.iter().filter(|view| view.kind != ViewKind::Crosscheck) {
        assert_eq!(rows(&before, &view.id), rows(&after, &view.id), "{}", view.id);
    }
    let checks = |data: &Dataset| -> Vec<String> {
        let of_documents = |figure: &Arc<Observation>| !figure.is_noted();
        let told = |figure: &Arc<Observation>| format!("{} {} {} {}", figure.region.id, figure.indicator.id, figure.period, figure.text);
        let found = crosscheck(data).into_iter().filter_map(|finding| match &finding.subject {
            Subject::Tie(tie) if tie.inputs.iter().chain([&tie.stated]).all(of_documents) => {
                Some(format!("{} {:?} {:?}", told(&tie.stated), tie.inputs.iter().map(told).collect::<Vec<_>>(), finding.verdict))
            }
            _ => None,
        });
        let mut found: Vec<String> = found.collect();
        found.sort();
        found
    };
    assert!(checks(&before).len() > 5);
    assert_eq!(checks(&before), checks(&after));
}
