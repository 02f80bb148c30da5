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
