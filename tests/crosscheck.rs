//! What the cross-checks find in the bundled dataset, and how they cope with a large one.
//!
//! `UPDATE=1 cargo test crosscheck` writes the findings anew; look at the difference before committing it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::{fs, path::Path, sync::Arc};

use duibiao::{
    crosscheck::{
        Agreement, Finding, HintKind, Obstacle, Operation, Origin, Reason, Subject, Tie, Verdict, candidates, crosscheck, declared,
    },
    dataset::{Dataset, Lang, LocalText, Observation, Period, Region, RegionKind, parse_json},
    words::Words,
};
use proptest::prelude::*;

const TEXT: &str = include_str!("../www/data/huaibei-2023.json");

fn bundled() -> Dataset {
    parse_json(TEXT).dataset.unwrap()
}

fn tie(finding: &Finding) -> Option<&Tie> {
    match &finding.subject {
        Subject::Tie(tie) => Some(tie),
        Subject::Deadline(_) => None,
    }
}

/// The finding of this kind whose figures are written so, inputs first.
#[track_caller]
fn find<'f>(findings: &'f [Finding], operation: Operation, inputs: &[&str], stated: &str) -> &'f Finding {
    let written = |tie: &Tie| tie.inputs.iter().map(|input| input.text.clone()).collect::<Vec<_>>();
    let same = |finding: &&Finding| {
        tie(finding).is_some_and(|tie| tie.operation == operation && written(tie) == inputs && tie.stated.text == stated)
    };
    findings.iter().find(same).unwrap()
}

#[test]
fn a_share_whose_parts_give_another() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::Ratio, &["7274人", "88人", "7401人"], "99.74%");
    let outcome = finding.outcome.unwrap();
    assert_eq!(finding.verdict, Verdict::Inconsistent);
    assert!((outcome.computed - 99.473).abs() < 0.0005 && (outcome.difference + 0.267).abs() < 0.0005);
    assert_eq!((finding.hints[0].kind, finding.hints[0].value), (HintKind::DigitsSwapped, 99.47));
}

#[test]
fn a_growth_that_is_a_ratio() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::Growth, &["52家", "123家"], "236%");
    assert_eq!(finding.verdict, Verdict::Inconsistent);
    assert_eq!(finding.hints.len(), 1);
    let hint = finding.hints[0];
    assert_eq!((hint.kind, hint.value, hint.agreement), (HintKind::RatioForGrowth, 136.0, Agreement::Truncated));
}

#[test]
fn parts_short_of_their_total() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::Sum, &["23项", "11项", "7项"], "46条");
    assert_eq!((finding.verdict, finding.outcome.unwrap().difference), (Verdict::Inconsistent, -5.0));
    assert!(finding.hints.is_empty());
}

#[test]
fn an_increase_that_disagrees_with_its_rate() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::Increase, &["716家", "260家"], "57.36%");
    assert_eq!((finding.verdict, finding.origin), (Verdict::Inconsistent, Origin::Found(Reason::SharedName)));
    let hints: Vec<_> = finding.hints.iter().map(|hint| (hint.kind, hint.value)).collect();
    assert_eq!(hints, [(HintKind::InputOffByOne { input: 1 }, 261.0), (HintKind::WholeBase, 455.0)]);
    let base = find(&findings, Operation::WholeBase, &["716家"], "57.36%");
    assert_eq!(base.verdict, Verdict::Consistent(Agreement::Rounded));
}

#[test]
fn parts_larger_than_their_whole() {
    let findings = crosscheck(&bundled());
    let larger = |part: &str, whole: &str, more: f64| {
        let finding = find(&findings, Operation::Part, &[part], whole);
        assert_eq!((finding.verdict, finding.outcome.unwrap().difference), (Verdict::Inconsistent, more));
    };
    larger("458件", "151件", 307.0);
    larger("439件", "73件", 366.0);
    larger("25个", "22个", 3.0);
}

#[test]
fn one_fact_in_two_versions() {
    let findings = crosscheck(&bundled());
    for (one, other) in [("22个", "32个"), ("158.75亿元", "179.16亿元")] {
        let finding = find(&findings, Operation::Same, &[one], other);
        assert_eq!(finding.verdict, Verdict::Inconsistent);
        assert_eq!(Words::new(Lang::ZhHans).check_verdict(finding), "说法不一");
    }
}

#[test]
fn a_rate_no_whole_base_gives() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::WholeBase, &["8名"], "600%");
    assert_eq!(finding.verdict, Verdict::Inconsistent);
    let HintKind::OtherFigure { figure, .. } = finding.hints[0].kind else { panic!("{:?}", finding.hints) };
    assert_eq!(finding.others[figure].text, "7名");
    let truncated = find(&findings, Operation::WholeBase, &["6845架"], "21.51%");
    assert_eq!(truncated.verdict, Verdict::Consistent(Agreement::Truncated));
}

#[test]
fn a_share_over_another_span_of_time() {
    let findings = crosscheck(&bundled());
    let finding = find(&findings, Operation::Ratio, &["380.02亿元", "464.24亿元"], "81.86%");
    assert_eq!(finding.verdict, Verdict::NotComparable(Obstacle::Periods));
    assert_eq!(finding.outcome.unwrap().by_arithmetic, Some(Agreement::Rounded));
}

#[test]
fn deadlines_before_the_date_of_issue() {
    let dataset = bundled();
    let early: Vec<_> = crosscheck(&dataset)
        .into_iter()
        .filter_map(|finding| match finding.subject {
            Subject::Deadline(target) => Some(target),
            Subject::Tie(_) => None,
        })
        .collect();
    assert!(early.iter().any(|target| target.deadline == Period::parse("2023-04-30").unwrap()));
    for target in &early {
        assert!(target.deadline < target.source.date.unwrap());
        assert!(!matches!(target.deadline, Period::Year(_)));
    }
}

/// Every finding that is not consistent has been held against the sources; nothing else may turn up.
#[test]
fn no_false_alarm() {
    let findings = crosscheck(&bundled());
    let alarms: Vec<String> = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Inconsistent)
        .filter_map(tie)
        .map(|tie| [tie.inputs.iter().map(|input| input.text.as_str()).collect::<Vec<_>>().join(" "), tie.stated.text.clone()].join(" | "))
        .collect();
    let accepted = [
        "52家 123家 | 236%",
        "7274人 88人 7401人 | 99.74%",
        "23项 11项 7项 | 46条",
        "22个 | 32个",
        "158.75亿元 | 179.16亿元",
        "458件 | 151件",
        "439件 | 73件",
        "25个 | 22个",
        "716家 260家 | 57.36%",
        "8名 | 600%",
    ];
    assert_eq!(alarms, accepted);
}

#[test]
fn all_findings_are_as_last_accepted() {
    let (chinese, english) = (Words::new(Lang::ZhHans), Words::new(Lang::En));
    let mut told = String::new();
    for finding in crosscheck(&bundled()) {
        told += &format!(
            "【{}·{}】{}\n",
            chinese.check_verdict(&finding),
            chinese.check_origin(finding.origin),
            chinese.check_reading(&finding)
        );
        told += &format!(
            "[{}; {}] {}\n\n",
            english.check_verdict(&finding),
            english.check_origin(finding.origin),
            english.check_reading(&finding)
        );
    }
    assert!(!told.contains(['{', '}']));
    let file = Path::new("tests/cases/crosscheck.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, &told).unwrap();
    }
    let accepted = fs::read_to_string(file).unwrap_or_default();
    assert!(told == accepted, "findings have changed: UPDATE=1 cargo test crosscheck, and look at the difference");
}

#[test]
fn traditional_characters_say_the_same() {
    let words = Words::new(Lang::ZhHant);
    for finding in crosscheck(&bundled()) {
        let told = words.check_reading(&finding);
        assert!(!told.is_empty() && !told.contains(['{', '}']), "{told}");
        assert!(!words.check_verdict(&finding).contains(['数', '较', '时', '据']));
    }
}

/// A small dataset of our own: a row is region, indicator, period, figure, source and definition.
fn small(observations: &[&str], more: &str) -> Dataset {
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}},{{"id":"z","title":"z"}}],
        "regions":[{{"id":"p","name":"省","kind":"province"}},{{"id":"a","name":"甲市","kind":"city","parent":"p"}},
        {{"id":"b","name":"乙市","kind":"city","parent":"p"}},{{"id":"k","name":"园区","kind":"zone","parent":"a"}}],
        "indicators":[{{"id":"tax","name":"税收收入","unit":"亿元","polarity":"higher","measure":"flow"}},
        {{"id":"land","name":"用地面积","unit":"亩","polarity":"none","measure":"stock"}},
        {{"id":"yield","name":"亩均税收","unit":"万元/亩","polarity":"higher","measure":"ratio","derived":{{"numerator":"tax","denominator":"land"}}}},
        {{"id":"taxup","name":"税收收入增速","unit":"%","polarity":"higher","measure":"growth"}},
        {{"id":"share","name":"重点税源占比","unit":"%","polarity":"none","measure":"ratio"}},
        {{"id":"days","name":"办理天数","unit":"天","polarity":"lower","measure":"stock"}}],
        "observations":[{}]{more}}}"#,
        observations
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let mut cells = row.split(' ');
                let mut cell = || cells.next().unwrap_or_default();
                let (region, indicator, period, text, source, definition) = (cell(), cell(), cell(), cell(), cell(), cell());
                let source = if source.is_empty() { "s" } else { source };
                let definition = if definition.is_empty() { "null".to_owned() } else { format!("\"{definition}\"") };
                format!(
                    r#"{{"id":"o{at}","region":"{region}","indicator":"{indicator}","period":"{period}","text":"{text}","source":"{source}","locator":"一","definition":{definition}}}"#
                )
            })
            .collect::<Vec<_>>()
            .join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// What is found in it.
fn checked(observations: &[&str], more: &str) -> Vec<(String, Verdict)> {
    let findings = crosscheck(&small(observations, more));
    findings.iter().map(|finding| (tie(finding).map_or(String::new(), |tie| format!("{:?}", tie.operation)), finding.verdict)).collect()
}

#[test]
fn candidates_in_any_dataset() {
    use Verdict::{Consistent, Inconsistent};
    let check = |observations: &[&str], expect: &[(&str, Verdict)]| {
        let found = checked(observations, "");
        let found: Vec<_> = found.iter().map(|(kind, verdict)| (kind.as_str(), *verdict)).collect();
        assert_eq!(found, expect, "{observations:?}");
    };
    // derived indicators
    check(&["a tax 2023 30亿元", "a land 2023 1500亩", "a yield 2023 200万元/亩"], &[("Ratio", Consistent(Agreement::Exact))]);
    check(&["a tax 2023 30亿元", "a land 2023 1500亩", "a yield 2023 240万元/亩"], &[("Ratio", Inconsistent)]);
    check(&["a tax 2022 30亿元", "a land 2023 1500亩", "a yield 2023 200万元/亩"], &[]);
    // growth in consecutive years
    check(&["a tax 2022 30亿元", "a tax 2023 33.6亿元", "a taxup 2023 12%"], &[("Growth", Consistent(Agreement::Exact))]);
    check(&["a tax 2022 30亿元", "a tax 2023 33.6亿元", "a taxup 2023 21%"], &[("Growth", Inconsistent)]);
    let unknown_prices = Verdict::NotComparable(Obstacle::Prices);
    check(&["a tax 2022 30亿元", "a tax 2023 33.6亿元", "a taxup 2023 9.4%"], &[("Growth", unknown_prices)]);
    check(&["a tax 2022 30亿元", "a tax 2023 33.6亿元", "a taxup 2023 31%"], &[("Growth", Inconsistent)]);
    check(&["a tax 2021 30亿元", "a tax 2023 33.6亿元", "a taxup 2023 21%"], &[]);
    check(&["a tax 2022-H1 30亿元", "a tax 2023-H1 33.6亿元", "a taxup 2023-H1 12%"], &[("Growth", Consistent(Agreement::Exact))]);
    check(&["a tax 2022 30亿元", "a tax 2023 33.6亿元  口径甲", "a taxup 2023 21%"], &[]);
    // places and their whole
    check(
        &["p tax 2023 50亿元", "a tax 2023 30亿元", "b tax 2023 20.1亿元"],
        &[("Part", Consistent(Agreement::Exact)), ("Part", Consistent(Agreement::Exact)), ("Sum", Consistent(Agreement::Rounded))],
    );
    check(&["p tax 2023 50亿元", "a tax 2023 60亿元"], &[("Part", Inconsistent)]);
    check(&["p days 2023 5天", "a days 2023 9天"], &[]);
    check(&["p tax 2023 50亿元", "a tax 2022 60亿元"], &[]);
    // two sources
    check(&["a tax 2023 30亿元 s", "a tax 2023 30.04亿元 z"], &[("Same", Consistent(Agreement::Rounded))]);
    check(&["a tax 2023 30亿元 s", "a tax 2023 31亿元 z"], &[("Same", Inconsistent)]);
    check(&["a tax 2023 30亿元 s", "a tax 2023 31亿元 s"], &[]);
    // a share that two figures of the section give
    check(&["a tax 2023 30亿元  重点", "a tax 2023 41.3亿元  全部", "a share 2023 72.6%"], &[("Ratio", Consistent(Agreement::Rounded))]);
    check(&["a tax 2023 30亿元  重点", "a tax 2023 41.3亿元  全部", "a share 2023 73%"], &[]);
}

#[test]
fn patterns_carry_over_and_periods_must_fit() {
    let ratio = r#","relations":[{"kind":"ratio","numerator":"o0","denominator":"o1","result":"o2"}]"#;
    let rows = [
        "a tax 2022 30亿元  重点",
        "a tax 2022 40亿元",
        "a share 2022 75%",
        "b tax 2023 10亿元  重点",
        "b tax 2023 40亿元",
        "b share 2023 35%",
    ];
    let found = checked(&rows, ratio);
    assert_eq!(found, [("Ratio".into(), Verdict::Consistent(Agreement::Exact)), ("Ratio".into(), Verdict::Inconsistent)]);
    let other_year = checked(&["a tax 2021 30亿元", "a tax 2022 40亿元", "a share 2022 75%"], ratio);
    assert_eq!(other_year, [("Ratio".into(), Verdict::NotComparable(Obstacle::Periods))]);
    let halves = r#","relations":[{"kind":"sum","parts":["o0","o1"],"whole":"o2"}]"#;
    let found = checked(&["a tax 2022-H1 30亿元", "a tax 2022-H2 40亿元", "a tax 2022 70亿元"], halves);
    assert_eq!(found, [("Sum".into(), Verdict::Consistent(Agreement::Exact))]);
    let found = checked(&["a tax 2022-H1 30亿元", "a tax 2022-Q3 40亿元", "a tax 2022 70亿元"], halves);
    assert_eq!(found, [("Sum".into(), Verdict::NotComparable(Obstacle::Periods))]);
}

#[test]
fn a_base_of_another_period() {
    let growth = r#","relations":[{"kind":"growth","base":"o0","result":"o2","rate":"o3"}]"#;
    let rows = ["a tax 2020 20亿元", "a tax 2021 25亿元", "a tax 2022 30亿元", "a taxup 2022 20%"];
    let findings = crosscheck(&small(&rows, growth));
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].verdict, Verdict::Inconsistent);
    let HintKind::OtherFigure { input: 0, figure } = findings[0].hints[0].kind else { panic!("{:?}", findings[0].hints) };
    assert_eq!(findings[0].others[figure].period, Period::Year(2021));
    let told = Words::new(Lang::ZhHans).check_reading(&findings[0]);
    assert!(told.ends_with("若改用2021年的25亿元，则相符。"), "{told}");
}

proptest! {
    #[test]
    fn any_dataset_gives_finite_findings_and_whole_sentences(
        rows in prop::collection::vec((0usize..4, 0usize..6, 0usize..5, 0usize..12, 0usize..2), 0..14), ties in prop::collection::vec((0usize..6, 0usize..14, 0usize..14, 0usize..14), 0..5)
    ) {
        let texts = ["0", "12", "超80", "近1", "约300", "-4.5", "99.74", "236", "1000", "2—5", "0.001", "123456789012"];
        let mut told: Vec<String> = rows
            .iter()
            .map(|(region, indicator, period, text, source)| {
                let (region, indicator) = (["p", "a", "b", "k"][*region], ["tax", "land", "yield", "taxup", "share", "days"][*indicator]);
                let period = ["2021", "2022", "2022-H1", "2022-06-30", "2021-01/2022-06"][*period];
                format!("{region} {indicator} {period} {} {}", texts[*text], ["s", "z"][*source])
            })
            .collect();
        told.sort();
        told.dedup();
        let rows: Vec<&str> = told.iter().map(String::as_str).collect();
        let relations: Vec<String> = ties
            .iter()
            .filter(|(_, a, b, c)| a.max(b).max(c) < &rows.len())
            .map(|(kind, a, b, c)| match kind {
                0 => format!(r#"{{"kind":"ratio","numerator":["o{a}","o{b}"],"denominator":"o{c}","result":"o{a}"}}"#),
                1 => format!(r#"{{"kind":"growth","base":"o{a}","result":"o{b}","rate":"o{c}"}}"#),
                2 => format!(r#"{{"kind":"difference","minuend":"o{a}","subtrahend":"o{b}","result":"o{c}"}}"#),
                3 => format!(r#"{{"kind":"sum","parts":["o{a}","o{b}"],"whole":"o{c}"}}"#),
                4 => format!(r#"{{"kind":"part","part":"o{a}","whole":"o{b}"}}"#),
                _ => format!(r#"{{"kind":"same","members":["o{a}","o{b}","o{c}"]}}"#),
            })
            .collect();
        for finding in crosscheck(&small(&rows, &format!(r#","relations":[{}]"#, relations.join(",")))) {
            if let Some(outcome) = finding.outcome {
                let numbers = [outcome.stated, outcome.computed, outcome.difference, outcome.range.0, outcome.range.1];
                prop_assert!(numbers.into_iter().all(f64::is_finite) && outcome.range.0 <= outcome.range.1);
            }
            for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
                let told = Words::new(lang).check_reading(&finding);
                prop_assert!(!told.contains(['{', '}']), "{told}");
            }
        }
    }
}

#[test]
fn declared_findings_come_first_and_are_not_found_again() {
    let dataset = bundled();
    let (all, told) = (crosscheck(&dataset), declared(&dataset));
    assert!(all.starts_with(&told));
    assert_eq!(all.len(), told.len() + candidates(&dataset).len() + all.iter().filter(|finding| tie(finding).is_none()).count());
    for (found, _) in candidates(&dataset) {
        assert!(
            !told
                .iter()
                .filter_map(tie)
                .any(|tie| tie.operation == found.operation && tie.inputs == found.inputs && tie.stated == found.stated)
        );
    }
}

/// 60,000 figures of one province with 300 cities: anything quadratic would not end.
#[test]
fn many_figures_take_no_search() {
    let mut dataset = bundled();
    let model = Arc::clone(&dataset.observations[0]);
    let place = |number: usize| {
        let (id, name) = (format!("r{number}"), LocalText::plain(format!("地区{number}")));
        let parent = (number > 0).then(|| "r0".to_owned());
        let kind = if number == 0 { RegionKind::Province } else { RegionKind::City };
        Arc::new(Region { id, short: name.clone(), name, kind, parent, code: None, aliases: Vec::new() })
    };
    let places: Vec<Arc<Region>> = (0..=300).map(place).collect();
    let indicators: Vec<_> = dataset.indicators.iter().take(20).map(Arc::clone).collect();
    let mut observations = Vec::new();
    dataset.relations.clear();
    for indicator in &indicators {
        for year in 2013..2023 {
            for region in &places {
                let (region, indicator) = (Arc::clone(region), Arc::clone(indicator));
                observations.push(Arc::new(Observation { id: None, region, indicator, period: Period::Year(year), ..(*model).clone() }));
            }
        }
    }
    dataset.regions = places;
    dataset.observations = observations.into();
    let found = candidates(&dataset);
    assert!(found.len() >= 300 * 10 && found.len() <= dataset.observations.len());
}
