use super::*;
use crate::dataset::parse_json;
use crate::trajectory::StartBasis;

/// A promise about what is counted in 处; a figure is a period, a text and further fields.
fn assessed(kind: &str, measure: &str, polarity: &str, figures: &[(&str, &str, &str)]) -> Assessed {
    let observations: Vec<String> = figures
        .iter()
        .map(|(period, text, more)| format!(r#"{{"region":"a","indicator":"i","period":"{period}","text":"{text}","source":"s"{more}}}"#))
        .collect();
    let unit = if measure == "rank" { "位" } else { "处" };
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{{"id":"a","name":"甲","kind":"city"}}],
        "indicators":[{{"id":"i","name":"数","unit":"{unit}","polarity":"{polarity}","measure":"{measure}"}}],
        "observations":[{}],"targets":[{{"id":"t","region":"a","indicator":"i","source":"s",{kind}}}]}}"#,
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    let dataset = parsed.dataset.unwrap();
    assess(&dataset, dataset.target("t").unwrap(), Period::parse("2026-11-22").unwrap())
}

const LEAST: &str = r#""kind":"at-least","text":"20处","deadline":"2024""#;
const REACH: &str = r#""kind":"reach","text":"20处","deadline":"2024""#;
const ZERO: &str = r#""kind":"zero","deadline":"2024""#;

#[test]
fn what_a_reader_must_know_of_the_figures() {
    let check = |figures: &[(&str, &str, &str)], expect: &[Caution]| {
        assert_eq!(assessed(LEAST, "stock", "higher", figures).cautions, expect, "{figures:?}");
    };
    let (one, other) = (r#","definition":"全部""#, r#","definition":"规上""#);
    check(&[("2023", "21处", ""), ("2024", "22处", "")], &[]);
    check(&[("2023", "21处", "")], &[Caution::Earlier(Period::Year(2023))]);
    check(&[("2024", "21处", ""), ("2025", "22处", "")], &[]);
    check(&[("2024", "21处", r#","inferred":true"#)], &[Caution::InferredPeriod(Period::Year(2024))]);
    check(&[("2023", "21处", other), ("2024", "22处", one)], &[Caution::OtherDefinition]);
    check(&[("2023", "21处", one), ("2024", "22处", one)], &[]);
    // two statements that cannot both be true
    let again = r#","locator":"二""#;
    check(&[("2024", "21处", ""), ("2024", "22处", again)], &[Caution::Disputed(Period::Year(2024))]);
    check(&[("2024", "21处", ""), ("2024", "21处", again)], &[]);
    check(&[("2024", "超20处", ""), ("2024", "22处", again)], &[]);
    assert_eq!(assessed(r#""kind":"zero","deadline":"2024","inferred":true"#, "stock", "lower", &[]).cautions, [Caution::InferredDeadline]);
}

#[test]
fn the_last_figure_up_to_the_deadline_decides() {
    let check = |figures: &[(&str, &str, &str)], expect: Result<Met, NoFinding>| {
        let found = assessed(LEAST, "stock", "higher", figures).finding.map(|finding| match finding {
            Finding::Held(held) => held.latest().unwrap().met,
            other => panic!("{other:?}"),
        });
        assert_eq!(found, expect, "{figures:?}");
    };
    check(&[("2023", "21处", ""), ("2024", "19处", "")], Ok(Met::No));
    check(&[("2024", "20处", ""), ("2025", "19处", "")], Ok(Met::Yes));
    check(&[("2025", "21处", "")], Err(NoFinding::OtherPeriod));
    check(&[], Err(NoFinding::NoFigure));
}

#[test]
fn ranks_among_others_stand_beside_each_other() {
    let kind = r#""kind":"rank","commit":3,"stretch":2,"scope":"全省","deadline":"2024""#;
    let rank = |text: &'static str, scope: &'static str| ("2024", text, scope);
    let (province, country) = (r#","scope":"全省""#, r#","scope":"全国""#);
    let found = assessed(kind, "rank", "lower", &[rank("第3位", province), rank("第41位", country)]);
    assert_eq!(found.cautions, []);
    let Ok(Finding::Rank(held)) = found.finding else { panic!() };
    assert_eq!((held.commit, held.stretch, held.other_scopes), ((3, Met::Yes), Some((2, Met::No)), 1));
    assert_eq!(held.latest().map(|check| check.met), Some(Met::Yes));
    let other = assessed(kind, "rank", "lower", &[rank("第41位", country)]);
    assert_eq!(other.finding.err(), Some(NoFinding::OtherScope));
    let later = assessed(kind, "rank", "lower", &[("2025", "第3位", province)]);
    assert_eq!(later.finding.err(), Some(NoFinding::OtherPeriod));
}

#[test]
fn amounts_are_held_against_a_bound_for_as_long_a_time() {
    let check = |a: &str, b: &str, expect: bool| {
        let [a, b] = [a, b].map(|period| Period::parse(period).unwrap().class());
        assert_eq!(same_length(a, b), expect, "{a:?} {b:?}");
    };
    for (a, b) in [("2023", "2024"), ("2023", "2024-06-30"), ("2023-H1", "2024-H2"), ("2023-Q1", "2024-Q4"), ("2023-01", "2024-12")] {
        check(a, b, true);
    }
    check("2023-01/2023-05", "2024-01/2024-05", true);
    for (a, b) in [("2023-H1", "2024"), ("2024", "2023-H1"), ("2023-Q1", "2024-H1"), ("2023-01", "2024-Q1"), ("2023-06-30", "2024")] {
        check(a, b, false);
    }
    check("2023-01/2023-05", "2024-01/2024-06", false);
    check("2023-01/2023-05", "2024-02/2024-06", false);
    let latest = |measure: &str| match assessed(LEAST, measure, "higher", &[("2023", "30处", ""), ("2024-H1", "15处", "")]).finding {
        Ok(Finding::Held(held)) => held.latest().unwrap().actual.quantity.value(),
        other => panic!("{other:?}"),
    };
    // half a year is no shortfall of a year's amount; what stands at a time can be held against it at any
    assert_eq!((latest("flow"), latest("growth"), latest("stock")), (30.0, 30.0, 15.0));
}

fn reach(kind: &str, figures: &[(&str, &str, &str)]) -> Result<Reach, NoFinding> {
    assessed(kind, "stock", "higher", figures).finding.map(|finding| match finding {
        Finding::Reach(reach) => *reach,
        other => panic!("{other:?}"),
    })
}

#[test]
fn a_value_is_reached_once() {
    let found = reach(REACH, &[("2021", "10处", ""), ("2022", "20处", ""), ("2023", "19处", ""), ("2025", "25处", "")]).unwrap();
    assert_eq!((found.met, found.first_met, found.latest.point.at), (Met::No, Some(Period::Year(2022)), 2023.0));
    // 10 in 2021 to 20 in 2024 is a geometric path
    let pace = found.pace.unwrap();
    assert!((pace.expected - 10.0 * libm::cbrt(4.0)).abs() < 1e-9);
    let late = reach(REACH, &[("2024", "19处", ""), ("2025", "25处", "")]).unwrap();
    assert_eq!((late.met, late.first_met), (Met::No, Some(Period::Year(2025))));
    let never = reach(REACH, &[("2024", "近20处", "")]).unwrap();
    assert_eq!((never.met, never.first_met, never.pace), (Met::No, None, None));
    // on the way down less is asked for
    let down = r#""kind":"reach","text":"20处","deadline":"2024","baseline":{"period":"2021","text":"40处","basis":"stated"}"#;
    assert_eq!(reach(down, &[("2023", "19处", "")]).unwrap().met, Met::Yes);
    assert_eq!(reach(down, &[("2023", "21处", "")]).unwrap().met, Met::No);
}

#[test]
fn why_nothing_is_known_of_a_value() {
    let refused = |kind: &str, measure: &str, figures: &[(&str, &str, &str)]| assessed(kind, measure, "lower", figures).finding.err();
    let multiply = r#""kind":"multiply","factor":2,"years":3,"deadline":"2024""#;
    for kind in [REACH, ZERO] {
        assert_eq!(refused(kind, "flow", &[]), Some(NoFinding::NoFigure));
        assert_eq!(refused(kind, "flow", &[("2024-H1", "9处", "")]), Some(NoFinding::OtherPeriod));
        assert_eq!(refused(kind, "flow", &[("2025", "9处", "")]), Some(NoFinding::OtherPeriod));
    }
    assert_eq!(refused(multiply, "flow", &[]), Some(NoFinding::NoBaseline));
}

#[test]
fn what_is_left_and_what_must_go() {
    let found = |figures: &[(&str, &str, &str)]| match assessed(ZERO, "stock", "lower", figures).finding {
        Ok(Finding::Zero(burn_down)) => burn_down,
        other => panic!("{other:?}"),
    };
    let check = |period: &str, needed: f64, part: Option<(f64, u8)>| {
        let found = found(&[("2021", "60处", ""), (period, "24处", "")]);
        assert_eq!((found.met, found.needed, found.needed_a_period), (Met::No, Some(needed), part), "{period}");
        assert_eq!(found.start.map(|start| (start.point.at, start.basis)), Some((2021.0, StartBasis::Observed)));
        assert!(found.pace.is_some());
    };
    check("2022", 12.0, Some((12.0, 1)));
    check("2022-H1", 9.6, Some((4.8, 2)));
    check("2022-Q2", 9.6, Some((2.4, 4)));
    check("2022-06", 9.6, Some((9.6 / 12.0, 12)));
    check("2022-01/2022-06", 9.6, None);
    check("2022-12-31", 12.0, None);
    let last = found(&[("2024", "3处", "")]);
    assert_eq!((last.met, last.needed, last.needed_a_period), (Met::No, None, None));
    let done = found(&[("2021", "60处", ""), ("2022", "0处", "")]);
    assert_eq!((done.met, done.needed), (Met::Yes, None));
    // the only figure is where the way begins, and no pace
    let only = found(&[("2022", "24处", "")]);
    assert_eq!((only.start, only.pace, only.needed), (None, None, Some(12.0)));
}

#[test]
fn growth_promised_in_per_cent() {
    let found = |text: &str| {
        let kind = format!(r#""kind":"growth","text":"{text}","deadline":"2024""#);
        match assessed(
            &kind,
            "flow",
            "higher",
            &[("2022", "100处", ""), ("2023", "110处", ""), ("2024", "132处", ""), ("2025", "200处", "")],
        )
        .finding
        {
            Ok(Finding::Grown(steps)) => steps.iter().map(|step| step.met).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        }
    };
    // the last quarter ends with the year, and is none
    let quarter =
        assessed(r#""kind":"growth","text":"5%","deadline":"2024""#, "flow", "higher", &[("2023-Q4", "50处", ""), ("2024", "132处", "")]);
    assert_eq!(quarter.finding.err(), Some(NoFinding::NoYearBefore));
    let gap =
        assessed(r#""kind":"growth","text":"5%","deadline":"2024""#, "flow", "higher", &[("2022", "50处", ""), ("2024", "132处", "")]);
    assert_eq!(gap.finding.err(), Some(NoFinding::NoYearBefore));
    assert_eq!(found("15%"), [Met::No, Met::Yes]);
    assert_eq!(found("25%"), [Met::No, Met::No]);
}
