//! Who may stand beside whom: definitions, periods, scopes, and what a reader may overlook.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

use duibiao::{
    benchmark::{Comparison, Difference, Question, Standing, compare},
    dataset::{Dataset, Relax, parse_json},
    figure::{Key, Names, figure},
    words::{Words, page},
};
use proptest::prelude::*;

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
fn the_same_figure_with_another_zero_is_no_dispute() {
    let figures = [
        ("a", r#""period":"2022","text":"3%""#),
        ("a", r#""period":"2022","text":"3.0%","locator":"二""#),
        ("b", r#""period":"2022","text":"5%""#),
        ("b", r#""period":"2022","text":"超5%","locator":"二""#),
    ];
    check("ratio", &figures, Relax::default(), &["a 1", "b 2 Disputed", "f missing"]);
}

#[test]
fn the_fullest_period_is_the_one_shown() {
    let figures =
        [("a", r#""period":"2021","text":"3%""#), ("b", r#""period":"2021","text":"4%""#), ("a", r#""period":"2022","text":"9%""#)];
    check("ratio", &figures, Relax::default(), &["a 1", "b 2", "f missing"]);
}

#[test]
fn figures_of_one_dimension_are_compared_in_the_indicators_unit() {
    let figures = [
        ("a", r#""period":"2022","text":"30‰""#),
        ("b", r#""period":"2022","text":"2.9%""#),
        ("c", r#""period":"2022","text":"三分之一""#),
    ];
    check("ratio", &figures, Relax::default(), &["b 1", "a 2", "c 3", "f missing"]);
}

#[test]
fn another_dimension_does_not_come_through_the_door() {
    for (unit, text) in [("亿元", "3亿美元"), ("%", "3个百分点"), ("亩", "3家"), ("人", "3人次"), ("倍", "3%")] {
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{{"id":"a","name":"a","kind":"city"}}],
            "indicators":[{{"id":"x","name":"x","unit":"{unit}","polarity":"lower","measure":"ratio"}}],
            "observations":[{{"region":"a","indicator":"x","period":"2022","text":"{text}","source":"s"}}]}}"#
        );
        assert!(parse_json(&text).dataset.is_none(), "{unit} {text}");
    }
}

#[test]
fn classes_of_periods_never_mix() {
    let figure = |period: &str, value: u8| format!(r#""period":"{period}","text":"{value}%""#);
    // the same months as the first half, but one is cumulative and the other a half; the same day a year on is a day
    let texts = [figure("2022-H1", 1), figure("2022-01/2022-06", 2), figure("2022-06", 3), figure("2022-06-30", 4), figure("2021-H1", 5)];
    let figures: Vec<(&str, &str)> = ["a", "b", "c", "d", "e"].into_iter().zip(texts.iter().map(String::as_str)).collect();
    let relax = Relax { definition: true, years: 5 };
    let question = |dataset: &Dataset, period: &str, relax| Question {
        indicator: dataset.indicators[0].clone(),
        period: duibiao::dataset::Period::parse(period),
        places: Vec::new(),
        home: None,
        relax,
    };
    let ranked = |measure: &str, period: &str, relax| {
        let dataset = dataset(measure, &figures);
        let ranked: Vec<String> =
            compare(&dataset, &question(&dataset, period, relax)).ranked().map(|(region, ..)| region.id.clone()).collect();
        ranked.concat()
    };
    for (period, strict, relaxed) in [
        ("2022-H1", "a", "ae"),
        ("2022-01/2022-06", "b", "b"),
        ("2023-01/2023-06", "", "b"),
        ("2023-01/2023-05", "", ""),
        ("2022-06", "c", "c"),
        ("2023-06-30", "", "d"),
        ("2022-Q2", "", ""),
        ("2022-H2", "", ""),
    ] {
        assert_eq!(ranked("ratio", period, Relax::default()), strict, "{period}");
        assert_eq!(ranked("ratio", period, relax), relaxed, "{period}");
        assert_eq!(ranked("stock", period, relax), "abcde", "{period}");
    }
}

#[test]
fn no_further_than_the_years_given() {
    let figures =
        [("a", r#""period":"2022","text":"3%""#), ("b", r#""period":"2020","text":"4%""#), ("c", r#""period":"2019","text":"5%""#)];
    let years = |years| Relax { definition: false, years };
    let ask = |relax| {
        let dataset = dataset("ratio", &figures);
        let question = Question {
            indicator: dataset.indicators[0].clone(),
            period: duibiao::dataset::Period::parse("2022"),
            places: Vec::new(),
            home: None,
            relax,
        };
        compare(&dataset, &question).ranked().map(|(region, ..)| region.id.clone()).collect::<Vec<_>>().concat()
    };
    assert_eq!((ask(years(1)).as_str(), ask(years(2)).as_str(), ask(years(3)).as_str()), ("a", "ab", "abc"));
}

#[test]
fn another_indicator_never_takes_part() {
    let text = include_str!("../www/data/huaibei-2023.json");
    let dataset = parse_json(text).dataset.unwrap();
    for indicator in &dataset.indicators {
        let relax = Relax { definition: true, years: 9 };
        let question = Question { indicator: indicator.clone(), period: None, places: Vec::new(), home: None, relax };
        for entry in compare(&dataset, &question).entries {
            if let Standing::Ranked { observation, quantity, .. } | Standing::Apart { observation, quantity, .. } = entry.standing {
                assert!(observation.indicator.id == indicator.id && quantity.unit().converts_to(indicator.unit));
            }
        }
    }
}

/// Observations over few places, periods, definitions and scopes, so that they meet.
fn any_observations() -> impl Strategy<Value = Vec<(usize, usize, usize, usize, u16)>> {
    prop::collection::vec((0usize..6, 0usize..6, 0usize..3, 0usize..3, 0u16..400), 0..16)
}

fn written(drawn: &[(usize, usize, usize, usize, u16)]) -> Vec<(&'static str, String)> {
    const PLACES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
    const PERIODS: [&str; 6] = ["2021", "2022", "2022-H1", "2022-01/2022-05", "2022-06-30", "2020"];
    let mut seen: Vec<(usize, usize, usize, usize)> = Vec::new();
    let mut out = Vec::new();
    for (place, period, definition, scope, value) in drawn {
        let key = (*place, *period, *definition, *scope);
        // the door takes one figure of a kind from a section
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        let definition = ["", r#""definition":"一审","#, r#""definition":"全部","#][*definition];
        let scope = ["", r#""scope":"全国","#, r#""scope":"省内","#][*scope];
        let value = f64::from(*value) / 4.0;
        out.push((PLACES[*place], format!(r#"{definition}{scope}"period":"{}","text":"{value}%""#, PERIODS[*period])));
    }
    out
}

fn answer(dataset: &Dataset, relax: Relax) -> Comparison {
    compare(
        dataset,
        &Question { indicator: dataset.indicators[0].clone(), period: None, places: Vec::new(), home: dataset.region("f").cloned(), relax },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn who_is_ranked_agrees_in_everything_not_given_up(drawn in any_observations(), definition in any::<bool>(), years in 0u8..3, stock in any::<bool>()) {
        let observations = written(&drawn);
        let observations: Vec<(&str, &str)> = observations.iter().map(|(place, fields)| (*place, fields.as_str())).collect();
        let dataset = dataset(if stock { "stock" } else { "ratio" }, &observations);
        let relax = Relax { definition, years };
        let comparison = answer(&dataset, relax);
        let strict: Vec<String> = answer(&dataset, Relax::default()).ranked().map(|(region, ..)| region.id.clone()).collect();
        let ranked: Vec<String> = comparison.ranked().map(|(region, ..)| region.id.clone()).collect();
        prop_assert!(strict.iter().all(|place| ranked.contains(place)), "giving up a rule loses nobody");
        let mut places: Vec<&str> = comparison.entries.iter().map(|entry| entry.region.id.as_str()).collect();
        let count = places.len();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), count, "one entry a place");
        for entry in &comparison.entries {
            match &entry.standing {
                Standing::Ranked { observation, flags, .. } => {
                    prop_assert_eq!(&observation.scope, &comparison.scope);
                    prop_assert!(observation.definition == comparison.definition || definition);
                    prop_assert_eq!(observation.definition == comparison.definition, !flags.iter().any(|flag| matches!(flag, Difference::Definition | Difference::DefinitionUnstated)));
                    let period = comparison.period.unwrap();
                    prop_assert_eq!(observation.period == period, !flags.contains(&Difference::Period));
                    prop_assert!(observation.period == period || (years > 0 && (stock || observation.period.class() == period.class())));
                    prop_assert!((observation.period.end() - period.end()).abs() <= f64::from(years));
                }
                Standing::Apart { reasons, .. } => prop_assert!(!reasons.is_empty()),
                Standing::Missing => prop_assert!(dataset.observations.iter().all(|figure| figure.region.id != entry.region.id)),
            }
        }
    }
}

#[test]
fn a_level_that_is_kept_is_not_called_a_way_to_go() {
    let text = include_str!("../www/data/huaibei-2023.json");
    let dataset = parse_json(text).dataset.unwrap();
    let names = Names::default().with(Key::View, "trajectory").with(Key::Target, "huzhou-loss-rate-threshold");
    let figure = figure(&dataset, &names.resolve(&dataset).unwrap()).unwrap();
    let page = page(Words::new(Default::default()), &figure);
    assert!(page.title.contains("符合≤10%的要求"), "{}", page.title);
    assert!(!page.reading.contains("远离"), "{}", page.reading);
}
