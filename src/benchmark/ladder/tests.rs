use super::*;
use crate::dataset::{notation, parse_json};
use proptest::prelude::*;

fn bundled() -> Dataset {
    parse_json(include_str!("../../../www/data/huaibei-2023.json")).dataset.unwrap()
}

/// One word a tier: its count, or why there is none, and what is missing to its plans.
fn told(dataset: &Dataset, region: &str, tiers: &[&str], relax: Relax) -> (Vec<String>, Ladder) {
    let region = Arc::clone(dataset.region(region).unwrap());
    let tiers = tiers.iter().map(|id| Arc::clone(dataset.indicator(id).unwrap())).collect();
    let ladder = ladder(dataset, &LadderQuestion { region, tiers, period: None, relax });
    let words = ladder
        .tiers
        .iter()
        .map(|tier| {
            let count = match &tier.count {
                TierCount::Counted { quantity, flags, .. } => {
                    format!("{}{}", quantity.value(), flags.iter().map(|flag| format!(" {flag:?}")).collect::<String>())
                }
                TierCount::Several(figures) => format!("{} figures", figures.len()),
                TierCount::Apart { reasons, .. } => format!("apart {reasons:?}"),
                TierCount::Missing => "missing".to_owned(),
            };
            let plans = tier.plans.iter().map(|plan| match plan.shortfall {
                Some(shortfall) => format!(", {} short: {:?}", shortfall.missing.point, shortfall.met),
                None => ", planned".to_owned(),
            });
            [count, plans.collect()].concat()
        })
        .collect();
    (words, ladder)
}

const TIERS: [&str; 4] = ["listed-firms", "listing-under-review-firms", "listing-tutored-firms", "listing-reserve-firms"];

#[test]
fn the_ladders_of_the_bundled_dataset() {
    let dataset = bundled();
    let check = |region: &str, expect: [&str; 4]| {
        let (words, ladder) = told(&dataset, region, &TIERS, Relax::default());
        assert_eq!(words, expect, "{region}");
        assert!(ladder.overlaps.is_empty() && ladder.total.is_none());
    };
    check("tongling", ["11", "missing", "4", "missing"]);
    check("xuancheng", ["10", "1", "missing", "123"]);
    // reserve firms of the province and of the city, and nothing says whether the one holds the other
    check("wuhu-hitech", ["missing", "1", "missing", "2 figures"]);
}

#[test]
fn who_is_newly_listed_is_listed() {
    let dataset = bundled();
    for (region, expect) in [("xuancheng", ["10", "2"]), ("tongling", ["11", "apart [Period]"])] {
        let (words, ladder) = told(&dataset, region, &["listed-firms", "new-listed-firms"], Relax::default());
        assert_eq!(words, expect);
        let [Overlap::Nested { part, whole }] = ladder.overlaps.as_slice() else { panic!("{:?}", ladder.overlaps) };
        assert_eq!((part.id.as_str(), whole.id.as_str()), ("new-listed-firms", "listed-firms"));
        assert!(ladder.total.is_none());
    }
}

#[test]
fn a_total_of_tiers_that_are_all_counted() {
    let (words, ladder) =
        told(&bundled(), "tongling", &["listed-firms", "listing-tutored-firms", "neeq-firms", "regional-board-firms"], Relax::default());
    // the board's 342 is the whole, the 25 reformed ones are a part of it
    assert_eq!(words, ["11", "4", "5", "342"]);
    assert_eq!(ladder.total.unwrap().point, 362.0);
}

#[test]
fn plans_without_counts() {
    let tiers = ["listing-key-reserve-firms", "listing-mid-reserve-firms", "listing-long-reserve-firms"];
    let (words, ladder) = told(&bundled(), "huaibei", &tiers, Relax::default());
    assert_eq!(words, ["missing, planned"; 3]);
    assert_eq!(ladder.period, None);
}

fn small(observations: &str) -> Dataset {
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{{"id":"a","name":"a","kind":"city"}}],
        "indicators":[{{"id":"x","name":"x","unit":"家","polarity":"higher","measure":"stock"}},{{"id":"y","name":"y","unit":"家","polarity":"higher","measure":"stock"}}],
        "observations":[{observations}],
        "targets":[{{"id":"p","region":"a","indicator":"y","kind":"at-least","deadline":"2025","text":"20家","source":"s"}}],
        "relations":[{{"kind":"same","members":["o","q"]}}]}}"#
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

#[test]
fn one_fact_in_two_tiers_and_another_time() {
    let dataset = small(
        r#"{"id":"o","region":"a","indicator":"x","period":"2023","text":"近20家","source":"s"},
        {"id":"q","region":"a","indicator":"y","period":"2022","text":"近20家","source":"s"}"#,
    );
    let (words, ladder) = told(&dataset, "a", &["x", "y"], Relax::default());
    assert_eq!(words, ["20", "apart [Period], planned"]);
    assert!(matches!(ladder.overlaps.as_slice(), [Overlap::Same(..)]));
    let (words, _) = told(&dataset, "a", &["x", "y"], Relax { definition: false, years: 1 });
    assert_eq!(words, ["20", "20 Period, 0 short: Possible"]);
}

/// A dataset of two places and three tiers; a row is an id, place, tier, period and figure.
fn rows(figures: &[&str], targets: &str, relations: &str) -> Dataset {
    let observations: Vec<String> = figures
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(' ').collect();
            let [id, region, indicator, period, text] = cells[..] else { panic!("{row}") };
            format!(r#"{{"id":"{id}","region":"{region}","indicator":"{indicator}","period":"{period}","text":"{text}","source":"s"}}"#)
        })
        .collect();
    let indicator =
        |id: &str, unit: &str| format!(r#"{{"id":"{id}","name":"{id}","unit":"{unit}","polarity":"higher","measure":"stock"}}"#);
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],
        "regions":[{{"id":"a","name":"a","kind":"city"}},{{"id":"b","name":"b","kind":"city"}}],
        "indicators":[{},{},{},{}],"observations":[{}],"targets":[{targets}],"relations":[{relations}]}}"#,
        indicator("x", "家"),
        indicator("y", "家"),
        indicator("z", "万家"),
        indicator("money", "亿元"),
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

#[test]
fn counted_in_the_period_most_tiers_have() {
    let check = |figures: &[&str], period: &str, expect: [&str; 2]| {
        let (words, ladder) = told(&rows(figures, "", ""), "a", &["x", "y"], Relax::default());
        assert_eq!((ladder.period, words), (Period::parse(period), expect.map(str::to_owned).to_vec()), "{figures:?}");
    };
    check(&["o a x 2021 1家", "q a y 2021 2家", "r a x 2022 3家"], "2021", ["1", "2"]);
    // of as many, the latest; figures of another place do not count
    check(&["o a x 2021 1家", "r a x 2022 3家", "q b y 2021 2家"], "2022", ["3", "missing"]);
    // two figures of one tier are one tier
    check(&["o a x 2021 1家", "q a y 2021 2家", "r a x 2022 3家", "s a x 2022-06 4家", "t a x 2022-07 4家"], "2021", ["1", "2"]);
    check(&["o a x 2021 1家", "r a y 2022 3家"], "2022", ["apart [Period]", "3"]);
}

#[test]
fn of_another_time_the_nearest() {
    let asked = |figures: &[&str], period: &str, years: u8| {
        let dataset = rows(figures, "", "");
        let region = Arc::clone(dataset.region("a").unwrap());
        let tiers = vec![Arc::clone(dataset.indicator("x").unwrap())];
        let relax = Relax { definition: false, years };
        let ladder = ladder(&dataset, &LadderQuestion { region, tiers, period: Period::parse(period), relax });
        match &ladder.tiers[0].count {
            TierCount::Counted { quantity, flags, .. } => (quantity.value(), flags.len()),
            TierCount::Apart { quantity, .. } => (-quantity.value(), 0),
            other => panic!("{other:?}"),
        }
    };
    let figures = ["o a x 2018 1家", "p a x 2021 2家", "q a x 2024 3家"];
    // negative where it stands apart
    assert_eq!((asked(&figures, "2021", 0), asked(&figures, "2020", 0), asked(&figures, "2020", 1)), ((2.0, 0), (-2.0, 0), (2.0, 1)));
    assert_eq!((asked(&figures, "2023", 0), asked(&figures, "2023", 1), asked(&figures, "2019", 1)), ((-3.0, 0), (3.0, 1), (1.0, 1)));
    // an equal end is not yet an equal period, whichever comes first
    for figures in [["o a x 2021-12-31 1家", "p a x 2021 2家"], ["p a x 2021 2家", "o a x 2021-12-31 1家"]] {
        for years in [0, 1] {
            assert_eq!((asked(&figures, "2021", years), asked(&figures, "2021-12-31", years)), ((2.0, 0), (1.0, 0)));
        }
    }
}

#[test]
fn overlaps_are_told_once() {
    let figures =
        ["o a x 2022 1家", "q a y 2022 2家", "r a x 2023 3家", "s a y 2023 4家", "t a z 2023 5万家", "u b x 2023 6家", "v b y 2023 7家"];
    let check = |relations: &str, expect: &[&str]| {
        let (_, ladder) = told(&rows(&figures, "", relations), "a", &["x", "y", "z"], Relax::default());
        let found: Vec<String> = ladder
            .overlaps
            .iter()
            .map(|overlap| match overlap {
                Overlap::Nested { part, whole } => format!("{} in {}", part.id, whole.id),
                Overlap::Same(one, other) => format!("{} is {}", one.id, other.id),
            })
            .collect();
        assert_eq!(found, expect, "{relations}");
        assert_eq!(ladder.total.is_none(), !expect.is_empty());
    };
    let part = |part: &str, whole: &str| format!(r#"{{"kind":"part","part":"{part}","whole":"{whole}"}}"#);
    let same = |members: &str| format!(r#"{{"kind":"same","members":[{members}]}}"#);
    check("", &[]);
    check(&part("o", "q"), &["x in y"]);
    // in another year again, and the other way round
    check(&[part("o", "q"), part("r", "s")].join(","), &["x in y"]);
    check(&[part("o", "q"), part("s", "r")].join(","), &["x in y", "y in x"]);
    check(&[part("o", "q"), part("r", "t")].join(","), &["x in y", "x in z"]);
    check(&[part("o", "q"), part("t", "s")].join(","), &["x in y", "z in y"]);
    check(r#"{"kind":"sum","parts":["r","s"],"whole":"t"}"#, &["x in z", "y in z"]);
    check(&same(r#""o","q""#), &["x is y"]);
    check(&[same(r#""o","q""#), same(r#""s","r""#)].join(","), &["x is y"]);
    check(&[part("o", "q"), same(r#""r","s""#)].join(","), &["x in y", "x is y"]);
    check(&[same(r#""r","s""#), part("o", "q")].join(","), &["x is y", "x in y"]);
    check(&same(r#""r","s","t""#), &["x is y", "x is z", "y is z"]);
    // two years of one tier, and another place
    check(&part("o", "r"), &[]);
    check(&part("u", "v"), &[]);
}

#[test]
fn totals_in_the_unit_of_the_first_tier() {
    let total = |figures: &[&str], tiers: &[&str], relax: Relax| {
        let (_, ladder) = told(&rows(figures, "", ""), "a", tiers, relax);
        ladder.total.map(|total| (total.point, total.low, total.high))
    };
    let figures = ["o a x 2023 近20家", "q a y 2023 30家以上", "r a z 2023 0.5万家", "s a money 2023 1亿元", "t b x 2023 7家"];
    let strict = Relax::default();
    assert_eq!(total(&figures, &["x", "y", "z"], strict), Some((5050.0, 5040.0, 5060.0)));
    assert_eq!(total(&figures, &["z", "x"], strict).map(|total| total.0), Some(0.502));
    assert_eq!(total(&figures, &["x", "money"], strict), None);
    assert_eq!(total(&figures, &[], strict), None);
    // who is counted at another time is not added up
    let apart = ["o a x 2023 20家", "q a y 2022 30家"];
    assert_eq!(total(&apart, &["x", "y"], Relax { definition: false, years: 1 }), None);
}

#[test]
fn plans_of_the_place_and_tier() {
    let plan = |id: &str, region: &str, tier: &str, kind: &str| {
        format!(r#"{{"id":"{id}","region":"{region}","indicator":"{tier}","kind":{kind},"deadline":"2025","text":"30家","source":"s"}}"#)
    };
    let targets = [
        plan("1", "a", "x", r#""at-least""#),
        plan("2", "a", "x", r#""at-least","strict":true"#),
        plan("3", "b", "x", r#""at-least""#),
        plan("4", "a", "y", r#""plan""#),
        plan("5", "a", "x", r#""at-most""#),
        plan("6", "a", "y", r#""reach""#),
    ];
    let dataset = rows(&["o a x 2023 30家", "q b y 2023 7家"], &targets.join(","), "");
    let (words, ladder) = told(&dataset, "a", &["x", "y"], Relax::default());
    assert_eq!(words, ["30, 0 short: Yes, 0 short: No", "missing, planned, planned"]);
    assert_eq!(ladder.tiers[1].plans.iter().map(|plan| plan.target.id.as_str()).collect::<Vec<_>>(), ["4", "6"]);
}

#[test]
fn shortfalls_have_bounds() {
    let check = |count: &str, plan: &str, strict: bool, expect: (f64, f64, Certainty)| {
        let [count, plan] = [count, plan].map(|text| notation::parse(text).unwrap().quantity(None));
        let found = shortfall(&count, &plan, strict).unwrap();
        assert_eq!((found.missing.low, found.missing.high, found.met), expect, "{count:?} {plan:?}");
    };
    check("超10家", "50家", false, (30.0, 40.0, Certainty::No));
    check("近20家", "15家", false, (-5.0, 5.0, Certainty::Possible));
    // an end that is excluded passes where the end itself would only reach
    check("20家以内", "10家", true, (-10.0, 0.0, Certainty::Yes));
    check("10家以上", "10家", true, (-10.0, 0.0, Certainty::Possible));
    check("10家以上", "20家", false, (0.0, 10.0, Certainty::No));
    check("20家以内", "20家", false, (0.0, 10.0, Certainty::Possible));
    check("20家以内", "20家", true, (0.0, 10.0, Certainty::No));
}

#[test]
fn shortfalls() {
    let check = |count: &str, plan: &str, strict: bool, expect: Option<(f64, Certainty)>| {
        let [count, plan] = [count, plan].map(|text| notation::parse(text).unwrap().quantity(None));
        let found = shortfall(&count, &plan, strict);
        assert_eq!(found.map(|found| (found.missing.point, found.met)), expect, "{count:?} {plan:?}");
    };
    check("15家", "20家", false, Some((5.0, Certainty::No)));
    check("20家", "20家", false, Some((0.0, Certainty::Yes)));
    check("20家", "20家", true, Some((0.0, Certainty::No)));
    check("超20家", "20家", true, Some((0.0, Certainty::Possible)));
    check("超10家", "20家", false, Some((10.0, Certainty::No)));
    check("25家", "20家", true, Some((-5.0, Certainty::Yes)));
    check("0.5万家", "4000家", false, Some((-1000.0, Certainty::Yes)));
    check("20亿元", "20家", false, None);
}

proptest! {
    #[test]
    fn any_count_has_a_finite_shortfall_or_none(count in any::<f64>(), plan in any::<f64>(), width in 0.0..9.0, strict in any::<bool>()) {
        let make = |value: f64| Quantity::exact(value, 0, crate::dataset::Unit::BARE);
        let (Some(count), Some(plan)) = (make(count), make(plan)) else { return Ok(()) };
        let count = count.with_bounds(count.value() - width, count.value() + width).unwrap_or(count);
        if let Some(found) = shortfall(&count, &plan, strict) {
            prop_assert!(found.missing.low.is_finite() && found.missing.low <= found.missing.point && found.missing.point <= found.missing.high);
            prop_assert!(found.met != Certainty::Yes || found.missing.high <= 0.0);
            prop_assert!(found.met != Certainty::No || found.missing.low >= 0.0);
        }
    }
}
