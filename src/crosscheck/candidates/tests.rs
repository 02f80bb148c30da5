use super::*;
use crate::dataset::parse_json;

/// A province with three cities, the first of which has two zones and two counties, the second one county; a row is a place, indicator,
/// period, figure, and where given source and definition.
fn dataset(rows: &[&str], relations: &str) -> Dataset {
    let region = |id: &str, kind: &str, parent: &str| {
        let parent = if parent.is_empty() { "null".to_owned() } else { format!("\"{parent}\"") };
        format!(r#"{{"id":"{id}","name":"{id}","kind":"{kind}","parent":{parent}}}"#)
    };
    let indicator = |id: &str, name: &str, unit: &str, measure: &str| {
        format!(r#"{{"id":"{id}","name":"{name}","unit":"{unit}","polarity":"none","measure":"{measure}"}}"#)
    };
    let observations: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells: Vec<&str> = row.split(' ').collect();
            let [region, indicator, period, text, ref more @ ..] = cells[..] else { panic!("{row}") };
            let source = more.first().unwrap_or(&"s");
            let definition = more.get(1).map_or("null".to_owned(), |definition| format!("\"{definition}\""));
            format!(
                r#"{{"id":"o{at}","region":"{region}","indicator":"{indicator}","period":"{period}","text":"{text}","source":"{source}","locator":"一","definition":{definition}}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}},{{"id":"z","title":"z"}}],"regions":[{}],"indicators":[{}],
        "observations":[{}],"relations":[{relations}]}}"#,
        [
            region("p", "province", ""),
            region("a", "city", "p"),
            region("b", "city", "p"),
            region("c", "city", "p"),
            region("k", "zone", "a"),
            region("l", "zone", "a"),
            region("m", "county", "a"),
            region("n", "county", "a"),
            region("o", "county", "b"),
        ]
        .join(","),
        [
            indicator("tax", "税收收入", "亿元", "flow"),
            indicator("firms", "企业数", "家", "stock"),
            indicator("net", "企业净增数", "家", "flow"),
            indicator("up", "企业增速", "%", "growth"),
            indicator("taxup", "税收收入增速", "%", "growth"),
            indicator("days", "天数", "天", "stock"),
            indicator("share", "占比", "%", "ratio"),
        ]
        .join(","),
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// The ties found: operation, inputs, stated figure.
fn check(rows: &[&str], expect: &[&str]) {
    check_with(rows, "", expect);
}

#[track_caller]
fn check_with(rows: &[&str], relations: &str, expect: &[&str]) {
    let told = |tie: &Tie| {
        let inputs: Vec<&str> = tie.inputs.iter().map(|input| input.text.as_str()).collect();
        format!("{:?} {} | {}", tie.operation, inputs.join(" "), tie.stated.text)
    };
    let found: Vec<String> = candidates(&dataset(rows, relations)).iter().map(|(tie, _)| told(tie)).collect();
    assert_eq!(found, expect, "{rows:?}");
}

#[test]
fn places_add_up_where_all_of_a_kind_are_there() {
    let parts = ["p tax 2023 100亿元", "a tax 2023 50亿元", "b tax 2023 30亿元"];
    let found = ["Part 50亿元 | 100亿元", "Part 30亿元 | 100亿元"];
    let with = |more: &'static str| [&parts[..], &[more]].concat();
    check(&parts, &found);
    // within half a per cent, or more than the whole
    let all =
        |part: &str| [&found[..], &[&format!("Part {part} | 100亿元"), &format!("Sum 50亿元 30亿元 {part} | 100亿元")]].concat().join("\n");
    let told = |rows: &[&str]| {
        let ties = candidates(&dataset(rows, ""));
        let inputs = |tie: &Tie| tie.inputs.iter().map(|input| input.text.clone()).collect::<Vec<_>>().join(" ");
        ties.iter().map(|(tie, _)| format!("{:?} {} | {}", tie.operation, inputs(tie), tie.stated.text)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(told(&with("c tax 2023 19.5亿元")), all("19.5亿元"));
    assert_eq!(told(&with("c tax 2023 70亿元")), all("70亿元"));
    check(&with("c tax 2023 19.4亿元"), &[found[0], found[1], "Part 19.4亿元 | 100亿元"]);
    // one place alone is no sum, though it were the only one; zones may overlap
    check(&["a tax 2023 50亿元", "k tax 2023 30亿元", "l tax 2023 20亿元"], &["Part 30亿元 | 50亿元", "Part 20亿元 | 50亿元"]);
    let counties = ["Part 30亿元 | 50亿元", "Part 20亿元 | 50亿元", "Sum 30亿元 20亿元 | 50亿元"];
    check(&["a tax 2023 50亿元", "m tax 2023 30亿元", "n tax 2023 20亿元"], &counties);
    check(&["b tax 2023 50亿元", "o tax 2023 50亿元"], &["Part 50亿元 | 50亿元"]);
    // durations do not add up, and another period is another figure
    check(&["a days 2023 50天", "m days 2023 30天", "n days 2023 20天"], &[]);
    check(&["a tax 2023 50亿元", "m tax 2022 30亿元", "n tax 2022 20亿元"], &[]);
    // neighbours are not parts of each other
    check(&["b tax 2023 50亿元", "c tax 2023 30亿元"], &[]);
}

#[test]
fn a_declared_part_is_not_found_again() {
    let rows = ["a tax 2023 50亿元", "m tax 2023 30亿元", "m tax 2023 31亿元 z"];
    // whichever statement of it the relation names
    for named in ["o1", "o2"] {
        let part = format!(r#"{{"kind":"part","part":"{named}","whole":"o0"}}"#);
        check_with(&rows, &part, &["Same 30亿元 | 31亿元"]);
    }
}

#[test]
fn growth_from_the_year_before() {
    let check = |rows: &[&str], expect: &[&str]| check(rows, expect);
    check(&["a firms 2022 20家", "a firms 2023 27家", "a up 2023 35%"], &["Growth 20家 27家 | 35%"]);
    check(&["a tax 2022-Q2 20亿元", "a tax 2023-Q2 27亿元", "a taxup 2023-Q2 35%"], &["Growth 20亿元 27亿元 | 35%"]);
    check(&["a tax 2022-05 20亿元", "a tax 2023-05 27亿元", "a taxup 2023-05 35%"], &["Growth 20亿元 27亿元 | 35%"]);
    let months = ["a tax 2022-01/2022-05 20亿元", "a tax 2023-01/2023-05 27亿元", "a taxup 2023-01/2023-05 35%"];
    check(&months, &["Growth 20亿元 27亿元 | 35%"]);
    check(&["a firms 2022-06-30 20家", "a firms 2023-06-30 27家", "a up 2023-06-30 35%"], &["Growth 20家 27家 | 35%"]);
    check(&["a firms 2023-02-28 20家", "a firms 2024-02-28 27家", "a up 2024-02-28 35%"], &["Growth 20家 27家 | 35%"]);
    check(&["a firms 2022-03-29 20家", "a firms 2023-03-29 27家", "a up 2023-03-29 35%"], &["Growth 20家 27家 | 35%"]);
    // a base in the words of the rate's own source, where it has any
    let two = ["a firms 2022 20家", "a firms 2022 21家 z", "a firms 2023 27家", "a up 2023 35%"];
    check(&two, &["Growth 20家 27家 | 35%", "Same 20家 | 21家"]);
    let other = ["a firms 2022 21家 z", "a firms 2023 27家", "a up 2023 35%"];
    check(&other, &["Growth 21家 27家 | 35%"]);
    // 29 February has no day a year before
    check(&["a firms 2023-02-28 20家", "a firms 2024-02-29 27家", "a up 2024-02-29 35%"], &["WholeBase 27家 | 35%"]);
    check(&["a firms 2021 20家", "a firms 2023 2700家", "a up 2023 35%"], &[]);
    // a rate of another source is about another figure
    check(&["a firms 2022 20家", "a firms 2023 27家", "a up 2023 35% z"], &[]);
}

#[test]
fn the_same_period_of_the_year_before() {
    let check = |period: &str, expect: Option<&str>| {
        assert_eq!(year_before(Period::parse(period).unwrap()), expect.and_then(Period::parse), "{period}");
    };
    check("2024", Some("2023"));
    check("2024-H2", Some("2023-H2"));
    check("2024-Q3", Some("2023-Q3"));
    check("2024-02", Some("2023-02"));
    check("2023-11/2024-02", Some("2022-11/2023-02"));
    check("2024-02-28", Some("2023-02-28"));
    check("2024-03-29", Some("2023-03-29"));
    check("2024-02-29", None);
}

#[test]
fn growth_of_what_a_relation_says() {
    // by its name, the rate would be of the tax
    let of = |base: &str, result: &str, expect: &[&str]| {
        let rows = ["a", "b"]
            .map(|place| [format!("{place} {base} 2022 20家"), format!("{place} {result} 2023 27家"), format!("{place} taxup 2023 35%")]);
        let rows: Vec<&str> = rows.iter().flatten().map(String::as_str).collect();
        check_with(&rows, r#"{"kind":"growth","base":"o0","result":"o1","rate":"o2"}"#, expect);
    };
    of("firms", "firms", &["Growth 20家 27家 | 35%"]);
    // from one thing to another says of neither that it grows at that rate
    of("net", "firms", &[]);
}

#[test]
fn a_whole_base_where_few_are_left() {
    // 27 ÷ 1.355 to 27 ÷ 1.345 is less than one apart, 270 ÷ 1.355 to 270 ÷ 1.345 more
    check(&["a firms 2023 27家", "a up 2023 35%"], &["WholeBase 27家 | 35%"]);
    check(&["a firms 2023 270家", "a up 2023 35%"], &[]);
    check(&["a firms 2023 270家", "a up 2023 35.2%"], &["WholeBase 270家 | 35.2%"]);
    check(&["a firms 2023 27家", "a up 2023 约35%"], &[]);
    check(&["a firms 2023 约27家", "a up 2023 35%"], &[]);
    check(&["a firms 2023 2家", "a up 2023 -100%"], &[]);
}

#[test]
fn an_increase_near_what_the_rate_says() {
    let with = |increase: &str| {
        let rows = ["a firms 2023 1350家", "a up 2023 35%", &format!("a net 2023 {increase}")].map(str::to_owned);
        let found = candidates(&dataset(&rows.iter().map(String::as_str).collect::<Vec<_>>(), ""));
        found.iter().any(|(tie, reason)| tie.operation == Operation::Increase && *reason == Reason::SharedName)
    };
    // 350 give or take two per cent
    assert_eq!(["342家", "344家", "350家", "356家", "358家"].map(with), [false, true, true, true, false]);
    assert!(!with("-350家"));
}

#[test]
fn a_share_that_two_figures_of_a_section_give() {
    let check = |share: &str, expect: bool| {
        let rows = ["a tax 2023 30亿元", "a firms 2023 413家", &format!("a share 2023 {share}"), "b firms 2023 7家"].map(str::to_owned);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let telling = dataset(&rows, "");
        assert_eq!(is_telling_share(&telling.observations[2]), expect, "{share}");
    };
    for (share, expect) in [("72.6%", true), ("7.26%", true), ("726‰", true), ("10.0%", true), ("-72.6%", true), ("101%", true)] {
        check(share, expect);
    }
    for (share, expect) in [("72%", false), ("9.9%", false), ("100%", false), ("100.0%", false), ("约72.6%", false)] {
        check(share, expect);
    }
}

#[test]
fn a_section_with_many_figures_gives_any_share() {
    let found = |amounts: usize| {
        let mut rows =
            vec!["a tax 2023 30亿元 s 重点".to_owned(), "a tax 2023 41.3亿元 s 全部".to_owned(), "a share 2023 72.6%".to_owned()];
        rows.extend((2..amounts).map(|at| format!("a days 2023 10天 s 第{at}类")));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        candidates(&dataset(&rows, "")).iter().filter(|(_, reason)| *reason == Reason::OnlyMatch).count()
    };
    assert_eq!([2, LONGEST_SECTION, LONGEST_SECTION + 1].map(found), [1, 1, 0]);
}

#[test]
fn two_pairs_that_give_a_share_leave_it_open() {
    let (part, whole) = ("a tax 2023 30亿元 s 重点", "a tax 2023 41.3亿元 s 全部");
    check(&[part, whole, "a share 2023 72.6%"], &["Ratio 30亿元 41.3亿元 | 72.6%"]);
    check(&[part, whole, "a tax 2023 41.32亿元 s 所有", "a share 2023 72.6%"], &[]);
    // of another place's section
    check(&[part, "b tax 2023 41.3亿元 s 全部", "a share 2023 72.6%"], &[]);
}
