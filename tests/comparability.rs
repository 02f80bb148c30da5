//! Who may stand beside whom: definitions, periods, scopes, and what a reader may overlook.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

use duibiao::{
    benchmark::{Question, Standing, compare},
    dataset::{Dataset, Relax, parse_json},
    figure::{Names, figure},
    words::{Words, page},
};

/// A dataset of observations of places a to f, each written as fields after `region`.
fn dataset(measure: &str, observations: &[(&str, &str)]) -> Dataset {
    let regions: Vec<String> =
        ["a", "b", "c", "d", "e", "f"].iter().map(|id| format!(r#"{{"id":"{id}","name":"{id}","kind":"city"}}"#)).collect();
    let observations: Vec<String> =
        observations.iter().map(|(id, fields)| format!(r#"{{"region":"{id}","indicator":"x","source":"s",{fields}}}"#)).collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],
        "indicators":[{{"id":"x","name":"x","unit":"%","polarity":"lower","measure":"{measure}"}}],"observations":[{}]}}"#,
        regions.join(","),
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// One word a place: its rank and flags, or why it stands apart, or `missing`.
fn check(measure: &str, observations: &[(&str, &str)], relax: Relax, expect: &[&str]) {
    let dataset = dataset(measure, observations);
    let question =
        Question { indicator: dataset.indicators[0].clone(), period: None, places: Vec::new(), home: dataset.region("f").cloned(), relax };
    let found: Vec<String> = compare(&dataset, &question)
        .entries
        .iter()
        .map(|entry| match &entry.standing {
            Standing::Ranked { rank, flags, .. } => {
                format!("{} {}{}", entry.region.id, rank.point, flags.iter().map(|flag| format!(" {flag:?}")).collect::<String>())
            }
            Standing::Apart { reasons, .. } => format!("{} apart {reasons:?}", entry.region.id),
            Standing::Missing => format!("{} missing", entry.region.id),
        })
        .collect();
    assert_eq!(found, expect);
}

const FIRST: &str = r#""definition":"一审","#;

#[test]
fn an_unstated_definition_is_the_doubtful_one() {
    let stated = |value: &str| format!(r#"{FIRST}"period":"2022","text":"{value}""#);
    let (a, b) = (stated("3%"), stated("7%"));
    let figures = [("a", a.as_str()), ("b", b.as_str()), ("c", r#""period":"2022","text":"5%""#)];
    check("ratio", &figures, Relax::default(), &["a 1", "b 2", "c apart [DefinitionUnstated]", "f missing"]);
    check("ratio", &figures, Relax { definition: true, years: 0 }, &["a 1", "c 2 DefinitionUnstated", "b 3", "f missing"]);
}

#[test]
fn a_half_never_stands_beside_a_year_unless_it_is_a_stock() {
    let figures = [
        ("a", r#""period":"2022","text":"3%""#),
        ("b", r#""period":"2022","text":"4%""#),
        ("c", r#""period":"2023-H1","text":"1%""#),
        ("d", r#""period":"2021","text":"2%""#),
    ];
    let relax = Relax { definition: false, years: 2 };
    check("ratio", &figures, Relax::default(), &["a 1", "b 2", "c apart [Period]", "d apart [Period]", "f missing"]);
    check("ratio", &figures, relax, &["d 1 Period", "a 2", "b 3", "c apart [Period]", "f missing"]);
    check("stock", &figures, relax, &["c 1 Period", "d 2 Period", "a 3", "b 4", "f missing"]);
}

#[test]
fn ranks_of_different_scopes_never_mix() {
    let figures = [
        ("a", r#""period":"2022","text":"3%","scope":"全国""#),
        ("b", r#""period":"2022","text":"4%","scope":"全国""#),
        ("c", r#""period":"2022","text":"1%","scope":"省内""#),
    ];
    check("rank", &figures, Relax { definition: true, years: 5 }, &["a 1", "b 2", "c apart [Scope]", "f missing"]);
}

#[test]
fn a_disputed_figure_says_so() {
    let figures =
        [("a", r#""period":"2022","text":"3%""#), ("a", r#""period":"2022","text":"4%""#), ("b", r#""period":"2022","text":"5%""#)];
    check("ratio", &figures, Relax::default(), &["a 1 Disputed", "b 2", "f missing"]);
}

#[test]
fn the_fullest_period_is_the_one_shown() {
    let figures =
        [("a", r#""period":"2021","text":"3%""#), ("b", r#""period":"2021","text":"4%""#), ("a", r#""period":"2022","text":"9%""#)];
    check("ratio", &figures, Relax::default(), &["a 1", "b 2", "f missing"]);
}

#[test]
fn a_level_that_is_kept_is_not_called_a_way_to_go() {
    let text = include_str!("../www/data/huaibei-2023.json");
    let dataset = parse_json(text).dataset.unwrap();
    let names = Names { view: Some("trajectory".into()), target: Some("huzhou-loss-rate-threshold".into()), ..Names::default() };
    let figure = figure(&dataset, &names.resolve(&dataset).unwrap()).unwrap();
    let page = page(Words::new(Default::default()), &figure);
    assert!(page.title.contains("符合≤10%的要求"), "{}", page.title);
    assert!(!page.reading.contains("远离"), "{}", page.reading);
}
