use super::*;
use crate::dataset::parse_json;

/// Figures of a small dataset, a row each: region, indicator, period, figure, definition.
fn figures(rows: &[&str]) -> Vec<Arc<Observation>> {
    dataset(rows, "").observations.to_vec()
}

fn dataset(rows: &[&str], targets: &str) -> Dataset {
    let observations: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells: Vec<&str> = row.split(' ').collect();
            let [region, indicator, period, text, ref definition @ ..] = cells[..] else { panic!("{row}") };
            let definition = definition.first().map_or("null".to_owned(), |definition| format!("\"{definition}\""));
            format!(
                r#"{{"region":"{region}","indicator":"{indicator}","period":"{period}","text":"{text}","source":"s","locator":"{at}","definition":{definition}}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}},{{"id":"dated","title":"d","date":"2023-05-20"}}],
        "regions":[{{"id":"a","name":"甲","kind":"city"}},{{"id":"b","name":"乙","kind":"city"}}],
        "indicators":[{{"id":"tax","name":"税收","unit":"亿元","polarity":"higher","measure":"flow"}},
        {{"id":"land","name":"用地","unit":"亩","polarity":"none","measure":"stock"}},
        {{"id":"firms","name":"企业","unit":"家","polarity":"higher","measure":"flow"}},
        {{"id":"up","name":"涨幅","unit":"%","polarity":"higher","measure":"growth"}}],
        "observations":[{}],"targets":[{targets}]}}"#,
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// A tie of these figures, the last of which is the stated one.
fn tie(operation: Operation, rows: &[&str]) -> Tie {
    let mut inputs = figures(rows);
    let stated = inputs.pop().unwrap();
    Tie { operation, inputs, stated }
}

#[test]
fn periods_that_can_be_put_together() {
    let check = |operation, figures: &[&str], expect: bool| {
        let rows: Vec<String> = figures.iter().map(|figure| format!("a {figure} 1")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(periods_fit(&tie(operation, &rows)), expect, "{operation:?} {figures:?}");
    };
    // amounts over time are of the same months; what stands at a time only has to be of the year
    check(Operation::Ratio, &["tax 2022-H1", "tax 2022-01/2022-06", "up 2022"], true);
    check(Operation::Ratio, &["tax 2022-H1", "tax 2022", "up 2022"], false);
    check(Operation::Ratio, &["tax 2022", "land 2022-06-30", "up 2022"], true);
    check(Operation::Ratio, &["land 2022-06-30", "tax 2022", "up 2022"], true);
    check(Operation::Ratio, &["tax 2022", "land 2021", "up 2022"], false);
    check(Operation::Ratio, &["land 2022", "land 2021", "up 2022"], false);
    check(Operation::Ratio, &["tax 2022", "tax 2021", "tax 2022", "up 2022"], false);
    check(Operation::Growth, &["tax 2021", "tax 2022", "up 2022"], true);
    check(Operation::Growth, &["tax 2020", "tax 2022", "up 2022"], true);
    check(Operation::Growth, &["tax 2022", "tax 2021", "up 2021"], false);
    check(Operation::Growth, &["tax 2022", "tax 2022", "up 2022"], false);
    check(Operation::Growth, &["tax 2021", "tax 2022-H1", "up 2022-H1"], false);
    check(Operation::Growth, &["land 2021", "land 2022-H1", "up 2022-H1"], true);
    check(Operation::Growth, &["land 2021", "tax 2022-H1", "up 2022-H1"], false);
    check(Operation::Growth, &["tax 2021", "land 2022-H1", "up 2022-H1"], false);
    check(Operation::Growth, &["tax 2021", "tax 2022", "up 2023"], false);
    check(Operation::Sum, &["land 2022", "land 2022", "land 2022"], true);
    check(Operation::Sum, &["land 2022-H1", "land 2022-H2", "land 2022"], false);
    check(Operation::Sum, &["tax 2022-H2", "tax 2022-H1", "tax 2022"], true);
    check(Operation::Sum, &["tax 2022", "tax 2021", "tax 2022"], false);
    check(Operation::Same, &["land 2022", "land 2022"], true);
    check(Operation::Same, &["tax 2022-01/2022-12", "tax 2022"], true);
    check(Operation::Same, &["land 2022-01/2022-12", "land 2022"], false);
    check(Operation::Same, &["tax 2021", "tax 2022"], false);
    // problems found in August and settled by the next year
    check(Operation::Part, &["land 2021-08", "land 2022"], true);
    check(Operation::Difference, &["land 2021", "land 2022", "land 2022"], true);
}

#[test]
fn periods_that_tile_another() {
    let check = |parts: &[&str], whole: &str, expect: bool| {
        let rows: Vec<String> = parts.iter().chain([&whole]).map(|period| format!("a tax {period} 1亿元")).collect();
        let tie = tie(Operation::Sum, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(tile(&tie.inputs, &tie.stated), expect, "{parts:?} {whole}");
    };
    check(&["2022-Q1", "2022-Q2", "2022-H2"], "2022", true);
    check(&["2022-H2", "2022-Q2", "2022-Q1"], "2022", true);
    check(&["2022-11", "2022-12", "2023-01/2023-03"], "2022-11/2023-03", true);
    check(&["2021", "2022"], "2021-01/2022-12", true);
    check(&["2022-Q1", "2022-H2"], "2022", false);
    check(&["2022-H1", "2022-Q2", "2022-H2"], "2022", false);
    check(&["2022-H1", "2022-Q3"], "2022", false);
    check(&["2022-H1", "2022-H2", "2023"], "2022", false);
    check(&["2021-H2", "2022-H1", "2022-H2"], "2022", false);
    // a day covers no month
    check(&["2022-01-31", "2022-02"], "2022-01/2022-02", false);
}

#[test]
fn two_statements_of_a_fact_name_one_definition() {
    let fit = |operation, a: &str, b: &str| definitions_fit(&tie(operation, &[a, b]));
    assert!(fit(Operation::Same, "a tax 2022 1亿元 甲", "a tax 2022 2亿元 甲"));
    assert!(!fit(Operation::Same, "a tax 2022 1亿元 甲", "a tax 2022 2亿元 乙"));
    assert!(!fit(Operation::Same, "a tax 2022 1亿元 甲", "a tax 2022 2亿元"));
    assert!(fit(Operation::Part, "a tax 2022 1亿元 甲", "a tax 2022 2亿元 乙"));
    // a difference of definitions excuses what does not agree, and is not mentioned where all agrees
    let verdict = |a: &str, b: &str| evaluate(tie(Operation::Same, &[a, b]), Origin::Declared(0), &[]).verdict;
    assert_eq!(verdict("a tax 2022 1亿元 甲", "a tax 2022 2亿元 乙"), Verdict::NotComparable(Obstacle::Definitions));
    assert_eq!(verdict("a tax 2022 1亿元 甲", "a tax 2022 1亿元 乙"), Verdict::Consistent(Agreement::Exact));
}

#[test]
fn growth_of_money_may_be_at_constant_prices() {
    let found = Origin::Found(Reason::SharedName);
    let check = |origin, rows: &[&str], expect: Verdict| {
        let finding = evaluate(tie(Operation::Growth, rows), origin, &[]);
        assert_eq!(finding.verdict, expect, "{origin:?} {rows:?}");
        assert!(expect == Verdict::Inconsistent || finding.hints.is_empty());
    };
    let prices = Verdict::NotComparable(Obstacle::Prices);
    let (base, later) = ("a tax 2021 100.00亿元", "a tax 2022 130.00亿元");
    check(found, &[base, later, "a up 2022 25.3%"], prices);
    check(found, &[base, later, "a up 2022 35.7%"], prices);
    // ten percentage points are too much for prices
    check(found, &[base, later, "a up 2022 20.1%"], prices);
    check(found, &[base, later, "a up 2022 20%"], Verdict::Inconsistent);
    check(found, &[base, later, "a up 2022 19.3%"], Verdict::Inconsistent);
    check(found, &[base, later, "a up 2022 47.3%"], Verdict::Inconsistent);
    // a slip that fits only cut short explains nothing, nor one of digits far apart
    check(found, &[base, "a tax 2022 121.79亿元", "a up 2022 12%"], prices);
    check(found, &[base, "a tax 2022 125.10亿元", "a up 2022 15.2%"], prices);
    // a slip of the pen explains it better
    check(found, &[base, later, "a up 2022 31%"], Verdict::Inconsistent);
    check(found, &[base, later, "a up 2022 30%"], Verdict::Consistent(Agreement::Exact));
    // who declares the relation has ruled prices out, and things have none
    check(Origin::Declared(0), &[base, later, "a up 2022 25.3%"], Verdict::Inconsistent);
    check(found, &["a firms 2021 100家", "a firms 2022 130家", "a up 2022 25.3%"], Verdict::Inconsistent);
    let sum = tie(Operation::Sum, &["a tax 2022 1.00亿元", "a tax 2022 1.00亿元", "a tax 2022 2.05亿元"]);
    assert_eq!(evaluate(sum, found, &[]).verdict, Verdict::Inconsistent);
}

#[test]
fn what_may_stand_in_for_a_figure() {
    let all =
        figures(&["a tax 2020 1亿元", "a tax 2021 2亿元", "b tax 2020 1亿元", "a land 2020 1亩", "a tax 2022 3亿元", "a tax 2019 1亿元"]);
    let tie = Tie { operation: Operation::Difference, inputs: vec![Arc::clone(&all[0]), Arc::clone(&all[1])], stated: Arc::clone(&all[4]) };
    let may: Vec<bool> = all.iter().map(|other| may_replace(other, &all[0], &tie)).collect();
    // not what is tied already, nor another place's or indicator's
    assert_eq!(may, [false, false, false, false, false, true]);
}

#[test]
fn statements_are_held_against_the_finest() {
    let check = |texts: &[&str], expect: Option<&str>| {
        let rows: Vec<String> = texts.iter().map(|text| format!("a tax 2022 {text}")).collect();
        let ties = statements(&figures(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
        assert_eq!(ties.len(), texts.len().saturating_sub(1));
        assert!(ties.iter().all(|tie| Some(tie.inputs[0].text.as_str()) == expect && tie.stated.text != tie.inputs[0].text), "{ties:?}");
    };
    check(&["3亿元", "3.14亿元", "3.1亿元"], Some("3.14亿元"));
    check(&["3.1亿元", "3亿元", "3.2亿元"], Some("3.1亿元"));
    check(&["3亿元", "31400万元"], Some("31400万元"));
    check(&["3亿元"], None);
    check(&[], None);
}

#[test]
fn promises_due_before_their_document() {
    let check = |deadline: &str, inferred: bool, source: &str, expect: usize| {
        let target = format!(
            r#"{{"id":"t","region":"a","indicator":"tax","kind":"at-least","deadline":"{deadline}","inferred":{inferred},"text":"5亿元","source":"{source}"}}"#
        );
        let found = early_deadlines(&dataset(&[], &target));
        assert_eq!(found.len(), expect, "{deadline} {inferred} {source}");
        assert!(found.iter().all(|finding| finding.verdict == Verdict::Inconsistent && finding.origin == Origin::Found(Reason::Deadline)));
    };
    // the document is of 20 May 2023
    check("2023-05-19", false, "dated", 1);
    check("2023-05-20", false, "dated", 0);
    check("2023-04", false, "dated", 1);
    check("2023-05", false, "dated", 0);
    check("2023-Q1", false, "dated", 1);
    check("2022", false, "dated", 1);
    check("2023", false, "dated", 0);
    // a year that was inferred from the document says nothing; a month of it still does
    check("2022", true, "dated", 0);
    check("2023-04", true, "dated", 1);
    check("2022", false, "s", 0);
}

#[test]
fn other_figures_are_tried_where_one_stands_for_another() {
    let tried = |operation, rows: &[&str], inputs: &[usize], stated: usize| {
        let dataset = dataset(rows, "");
        let figure = |at: usize| Arc::clone(&dataset.observations[at]);
        let tie = Tie { operation, inputs: inputs.iter().map(|at| figure(*at)).collect(), stated: figure(stated) };
        let found = finding(tie, Origin::Declared(0), &Ledger::of(&dataset));
        (found.verdict, found.others.iter().map(|other| other.text.clone()).collect::<Vec<_>>().join(" "))
    };
    let rows = ["a tax 2020 20亿元", "a tax 2021 25亿元", "a tax 2022 30亿元", "b tax 2022 31亿元", "a up 2022 20%", "a up 2022 50%"];
    // each once for either input
    assert_eq!(tried(Operation::Growth, &rows, &[0, 2], 4), (Verdict::Inconsistent, "25亿元 25亿元".to_owned()));
    assert_eq!(tried(Operation::Growth, &rows, &[0, 2], 5), (Verdict::Consistent(Agreement::Exact), String::new()));
    // the parts of a sum are these and no others
    let rows = ["a land 2022 20亩", "a land 2022 25亩", "a land 2022 30亩", "a land 2022 55亩"];
    assert_eq!(tried(Operation::Sum, &rows, &[0, 1], 3), (Verdict::Inconsistent, String::new()));
}
