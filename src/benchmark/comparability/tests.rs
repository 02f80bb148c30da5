use super::*;
use crate::dataset::parse_json;

/// Figures of places a, b and c: place, period, text, and where given a definition.
fn dataset(measure: &str, rows: &[&str]) -> Dataset {
    let observations: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells: Vec<&str> = row.split(' ').collect();
            let [region, period, text, ref more @ ..] = cells[..] else { panic!("{row}") };
            let field = if measure == "rank" { "scope" } else { "definition" };
            let more = more.first().map_or(String::new(), |word| format!(r#","{field}":"{word}""#));
            format!(r#"{{"region":"{region}","indicator":"i","period":"{period}","text":"{text}","source":"s","locator":"{at}"{more}}}"#)
        })
        .collect();
    let unit = if measure == "rank" { "位" } else { "%" };
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],
        "regions":[{{"id":"a","name":"a","kind":"city"}},{{"id":"b","name":"b","kind":"city"}},{{"id":"c","name":"c","kind":"city"}}],
        "indicators":[{{"id":"i","name":"i","unit":"{unit}","polarity":"lower","measure":"{measure}"}}],"observations":[{}]}}"#,
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

const STRICT: Relax = Relax { definition: false, years: 0 };

fn ask(dataset: &Dataset, places: &str, period: &str, relax: Relax) -> Comparison {
    let places = places.chars().map(|id| Arc::clone(dataset.region(&id.to_string()).unwrap())).collect();
    let indicator = Arc::clone(&dataset.indicators[0]);
    compare(dataset, &Question { indicator, period: Period::parse(period), places, home: None, relax })
}

/// One word a place: its figure and flags, or why it stands apart.
#[track_caller]
fn check(comparison: &Comparison, expect: &[&str]) {
    let told: Vec<String> = comparison
        .entries
        .iter()
        .map(|entry| match &entry.standing {
            Standing::Ranked { quantity, flags, .. } => format!("{} {} {flags:?}", entry.region.id, quantity.value()),
            Standing::Apart { quantity, reasons, .. } => format!("{} {} apart {reasons:?}", entry.region.id, quantity.value()),
            Standing::Missing => format!("{} missing", entry.region.id),
        })
        .collect();
    assert_eq!(told, expect);
}

#[test]
fn the_period_most_of_the_places_have() {
    let period = |rows: &[&str], places: &str| ask(&dataset("ratio", rows), places, "", STRICT).period.map(|period| period.to_string());
    let told = |period: &str| Some(period.to_owned());
    assert_eq!(period(&["a 2021 1%", "b 2021 2%", "a 2022 3%"], ""), told("2021"));
    // of those asked for; of as many, the latest
    assert_eq!(period(&["a 2021 1%", "b 2021 2%", "a 2022 3%"], "a"), told("2022"));
    assert_eq!(period(&["a 2022 1%", "b 2022 2%", "a 2021 3%", "b 2021 3%"], ""), told("2022"));
    // two figures of one place are one place
    assert_eq!(period(&["a 2021 1%", "a 2021 2% 甲", "a 2021 2% 乙", "b 2022 2%", "c 2022 2%"], ""), told("2022"));
    assert_eq!(period(&[], ""), None);
    assert_eq!(period(&["a 2021 1%"], "b"), None);
}

#[test]
fn everyone_with_a_figure_or_who_was_asked_for() {
    let dataset = dataset("ratio", &["b 2021 2%", "a 2021 1%", "b 2021 3% 甲"]);
    check(&ask(&dataset, "", "2021", STRICT), &["a 1 []", "b 2 []"]);
    check(&ask(&dataset, "cb", "2021", STRICT), &["b 2 []", "c missing"]);
    let with_home = |home: &str, places: &[&str]| {
        let region = |id: &str| Arc::clone(dataset.region(id).unwrap());
        let question = Question {
            indicator: Arc::clone(&dataset.indicators[0]),
            period: None,
            places: places.iter().map(|id| region(id)).collect(),
            home: Some(region(home)),
            relax: STRICT,
        };
        compare(&dataset, &question)
    };
    check(&with_home("c", &[]), &["a 1 []", "b 2 []", "c missing"]);
    check(&with_home("a", &["a", "b"]), &["a 1 []", "b 2 []"]);
    let comparison = with_home("c", &[]);
    assert_eq!(comparison.values(), [1.0, 2.0]);
    let entry = |id: &str| comparison.entry(dataset.region(id).unwrap()).map(|entry| entry.region.id.clone());
    assert_eq!((entry("b"), entry("c")), (Some("b".to_owned()), Some("c".to_owned())));
    assert!(comparison.is_ranking());
}

#[test]
fn near_enough_in_time() {
    let check = |own: &str, asked: &str, measure, years, expect: bool| {
        let [own, asked] = [own, asked].map(|period| Period::parse(period).unwrap());
        let relax = Relax { definition: true, years };
        assert_eq!((within(own, asked, relax, measure), within(asked, own, relax, measure)), (expect, expect), "{own} {asked} {years}");
    };
    check("2022", "2022", Measure::Flow, 0, true);
    check("2022", "2023", Measure::Flow, 0, false);
    check("2022", "2023", Measure::Flow, 1, true);
    check("2022", "2024", Measure::Flow, 1, false);
    check("2022-H1", "2023-H1", Measure::Flow, 1, true);
    check("2022-H1", "2022", Measure::Flow, 1, false);
    check("2022-H1", "2022", Measure::Stock, 1, true);
    // of the same end, but not the same period, and nothing given up
    check("2022-12-31", "2022", Measure::Stock, 0, false);
}

#[test]
fn what_most_of_them_name_is_meant() {
    let definition = |rows: &[&str]| {
        ask(&dataset("ratio", rows), "abc", "2022", STRICT).definition.map_or("none".to_owned(), |definition| definition.zh_hans)
    };
    assert_eq!(definition(&["a 2022 1% 甲", "b 2022 2% 甲", "c 2022 3% 乙"]), "甲");
    assert_eq!(definition(&["a 2022 1% 乙", "b 2022 2% 甲", "c 2022 3% 甲"]), "甲");
    // two that name it outweigh those that name none; one does not
    assert_eq!(definition(&["a 2022 1%", "b 2022 2% 甲", "c 2022 3% 甲"]), "甲");
    assert_eq!(definition(&["a 2022 1%", "b 2022 2%", "c 2022 3% 甲"]), "none");
    // of as many, the first
    assert_eq!(definition(&["a 2022 1% 乙", "b 2022 2% 甲"]), "乙");
    assert_eq!(definition(&["a 2022 1%", "b 2022 2% 甲"]), "none");
    // another period does not count, nor a place that was not asked for
    assert_eq!(definition(&["a 2022 1% 乙", "b 2021 2% 甲", "c 2021 3% 甲"]), "乙");
    let two = dataset("ratio", &["a 2022 1% 乙", "b 2022 2% 甲", "c 2022 3% 甲"]);
    assert_eq!(ask(&two, "a", "2022", STRICT).definition.map(|definition| definition.zh_hans), Some("乙".to_owned()));
    let ranks = dataset("rank", &["a 2022 第1位 全国", "b 2022 第2位 全省", "c 2022 第3位 全省"]);
    assert_eq!(ask(&ranks, "abc", "2022", STRICT).scope.map(|scope| scope.zh_hans), Some("全省".to_owned()));
}

#[test]
fn the_figure_that_fits_best() {
    let told = |rows: &[&str], period: &str, relax: Relax, expect: &str| {
        // b and c say what is meant
        let rows = [&["b 2022 8% 甲", "c 2022 9% 甲"], rows].concat();
        let comparison = ask(&dataset("ratio", &rows), "abc", period, relax);
        let a = Comparison { entries: comparison.entries.into_iter().filter(|entry| entry.region.id == "a").collect(), ..comparison };
        check(&a, &[expect]);
    };
    let years = |years| Relax { definition: false, years };
    let both = Relax { definition: true, years: 2 };
    told(&["a 2022 1% 乙", "a 2022 2% 甲"], "2022", STRICT, "a 2 []");
    told(&["a 2022 1% 乙"], "2022", STRICT, "a 1 apart [Definition]");
    told(&["a 2022 1%"], "2022", STRICT, "a 1 apart [DefinitionUnstated]");
    told(&["a 2022 1%"], "2022", both, "a 1 [DefinitionUnstated]");
    told(&["a 2021 1% 甲"], "2022", STRICT, "a 1 apart [Period]");
    told(&["a 2021 1% 甲"], "2022", years(1), "a 1 [Period]");
    told(&["a 2020 1% 乙"], "2022", both, "a 1 [Definition, Period]");
    // within reach first, then the fewest differences, then the nearest
    told(&["a 2019 1% 甲", "a 2020 2% 乙"], "2022", both, "a 2 [Definition, Period]");
    told(&["a 2022 1% 乙", "a 2021 2% 甲"], "2022", both, "a 1 [Definition]");
    told(&["a 2020 1% 甲", "a 2021 2% 甲"], "2022", both, "a 2 [Period]");
    told(&["a 2020 1% 甲", "a 2021 2% 乙"], "2022", both, "a 1 [Period]");
    // the first of equals
    told(&["a 2021 1% 甲", "a 2023 2% 甲"], "2022", both, "a 1 [Period]");
    // a dispute is about one period and definition
    told(&["a 2022 1% 甲", "a 2022 2% 甲"], "2022", STRICT, "a 1 [Disputed]");
    told(&["a 2022 1% 甲", "a 2022 1.0% 甲"], "2022", STRICT, "a 1 []");
    told(&["a 2022 1% 甲", "a 2022 超1% 甲"], "2022", STRICT, "a 1 [Disputed]");
    told(&["a 2022 1% 甲", "a 2021 2% 甲", "a 2022 2% 乙"], "2022", STRICT, "a 1 []");
}
