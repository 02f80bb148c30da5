use super::*;
use crate::{
    benchmark::{Entry, Standing, rank},
    dataset::{Dataset, Period, Polarity, Relax, Unit, parse_json},
};
use proptest::prelude::*;

fn dataset(polarity: &str, measure: &str, figures: &[(&str, &str)]) -> Dataset {
    let regions: Vec<String> = figures
        .iter()
        .map(|(id, _)| if *id == "part" { ("part", r#","parent":"a""#) } else { (*id, "") })
        .map(|(id, parent)| format!(r#"{{"id":"{id}","name":"{id}","kind":"city"{parent}}}"#))
        .collect();
    let observations: Vec<String> = figures
        .iter()
        .map(|(id, text)| format!(r#"{{"region":"{id}","indicator":"x","period":"2022","text":"{text}","source":"s"}}"#))
        .collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],
        "indicators":[{{"id":"x","name":"x","unit":"亿元","polarity":"{polarity}","measure":"{measure}"}}],"observations":[{}]}}"#,
        regions.join(","),
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

fn of(dataset: &Dataset, place: &str, benchmark: Option<&str>) -> Option<Position> {
    let indicator = dataset.indicators[0].clone();
    let question = super::super::Question { indicator, period: None, places: Vec::new(), home: None, relax: Relax::default() };
    let benchmark = benchmark.and_then(|id| dataset.region(id));
    position(&super::super::compare(dataset, &question), dataset.region(place).unwrap(), benchmark.map(|region| &**region))
}

const FOUR: [(&str, &str); 4] = [("a", "超800亿元"), ("b", "500亿元"), ("c", "近300亿元"), ("d", "100亿元")];

#[test]
fn all_distances_of_one_place() {
    let found = of(&dataset("higher", "flow", &FOUR), "c", Some("b")).unwrap();
    let leader = found.to_leader.unwrap();
    assert_eq!(
        (leader.to.id.as_str(), leader.gap.absolute, leader.gap.range, leader.gap.better),
        ("a", -500.0, (-700.0, -500.0), Some(false))
    );
    let benchmark = found.to_benchmark.unwrap();
    assert_eq!((benchmark.to.id.as_str(), benchmark.gap.range, benchmark.gap.relative), ("b", (-300.0, -200.0), Some(-0.4)));
    // the own figure, 200 to 300, is one of the middle two: half of its width is in the median as well
    let median = found.to_median.unwrap();
    assert_eq!((median.absolute, median.range, median.better), (-100.0, (-150.0, -100.0), Some(false)));
    let mean = found.to_mean.unwrap();
    assert_eq!((mean.absolute, mean.range), (-125.0, (200.0 - 425.0, 300.0 - 425.0)));
    assert_eq!(found.percentile.map(|found| found.point), Some(2.0 / 3.0));
    assert_eq!(found.share.map(|share| (share.point, share.low, share.high)), Some((300.0 / 1700.0, 200.0 / 1700.0, 300.0 / 1700.0)));
}

#[test]
fn what_there_is_no_distance_to() {
    let higher = dataset("higher", "flow", &FOUR);
    let first = of(&higher, "a", Some("a")).unwrap();
    assert!(first.to_leader.is_none() && first.to_benchmark.is_none());
    let unranked = of(&dataset("none", "flow", &FOUR), "c", None).unwrap();
    assert!(unranked.to_leader.is_none() && unranked.percentile.is_none());
    assert_eq!(unranked.to_median.unwrap().better, None);
    let alone = of(&dataset("higher", "flow", &FOUR[..1]), "a", None).unwrap();
    assert!(alone.percentile.is_none() && alone.to_median.is_none() && alone.to_mean.is_none());
    assert_eq!(alone.share.unwrap().point, 1.0);
    let equal = of(&dataset("higher", "flow", &[("a", "5亿元"), ("b", "5亿元")]), "b", Some("a")).unwrap();
    assert!(equal.to_leader.is_none() && equal.to_benchmark.unwrap().gap.better.is_none());
}

#[test]
fn shares_of_what_adds_up() {
    let share = |measure, figures: &[(&str, &str)], place| of(&dataset("higher", measure, figures), place, None).unwrap().share;
    assert!(share("ratio", &FOUR, "a").is_none());
    assert!(share("stock", &[("a", "5亿元"), ("b", "-5亿元")], "a").is_none());
    assert!(share("stock", &[("a", "0亿元"), ("b", "0亿元")], "a").is_none());
    assert!(share("stock", &[("a", "5亿元"), ("part", "3亿元"), ("b", "1亿元")], "b").is_none(), "a place within another is counted twice");
}

#[test]
fn a_mean_that_is_the_own_figure() {
    let check = |figures: &[(&str, &str)], place| {
        let mean = of(&dataset("higher", "flow", figures), place, None).unwrap().to_mean.unwrap();
        assert_eq!((mean.absolute, mean.better), (0.0, None), "{figures:?}");
    };
    check(&[("a", "9亿元"), ("b", "7亿元"), ("c", "5亿元")], "b");
    // the more there are, the further beside it comes out
    let many: Vec<(String, String)> = (966..=1034).map(|value| (format!("of {value}"), format!("{value}亿元"))).collect();
    check(&many.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect::<Vec<_>>(), "of 1000");
}

#[test]
fn percentiles_of_ranks_that_are_none() {
    let check = |point, of| percentile(Rank { point, best: point, worst: point }, of).map(|found| found.point);
    assert_eq!((check(0, 5), check(6, 5), check(1, 1), check(1, 0)), (None, None, None, None));
    assert_eq!((check(1, 5), check(5, 5)), (Some(0.0), Some(1.0)));
}

/// A comparison of figures that came through no door.
fn comparison(figures: &[Quantity], polarity: Polarity) -> Comparison {
    let template = dataset("higher", "flow", &[("a", "1亿元")]);
    let indicator = Arc::new(Indicator { polarity, ..(*template.indicators[0]).clone() });
    let ranks = rank(&figures.iter().collect::<Vec<_>>(), polarity);
    let mut entries: Vec<Entry> = Vec::new();
    for (number, (quantity, rank)) in figures.iter().zip(ranks).enumerate() {
        let region = Arc::new(Region { id: number.to_string(), ..(*template.regions[0]).clone() });
        let standing = Standing::Ranked { observation: template.observations[0].clone(), quantity: *quantity, rank, flags: Vec::new() };
        entries.push(Entry { region, standing });
    }
    entries.sort_by_key(|entry| match entry.standing {
        Standing::Ranked { rank, .. } => rank.point,
        _ => 0,
    });
    Comparison { indicator, period: Some(Period::Year(2022)), definition: None, scope: None, entries }
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    (prop_oneof![any::<f64>(), -100.0..100.0], 0.0..30.0, 0.0..30.0).prop_filter_map("finite", |(value, below, above)| {
        let point = Quantity::exact(value, 1, Unit::parse("亿元")?)?;
        point.with_bounds(value - below, value + above).or(Some(point))
    })
}

proptest! {
    #[test]
    fn nothing_is_infinite_and_ranges_hold_the_point(figures in prop::collection::vec(any_quantity(), 1..8), best in -50.0..50.0) {
        for polarity in [Polarity::Higher, Polarity::Lower, Polarity::Nearest(best), Polarity::None] {
            let comparison = comparison(&figures, polarity);
            for entry in &comparison.entries {
                let last = comparison.entries.last().map(|entry| &*entry.region);
                let found = position(&comparison, &entry.region, last).unwrap();
                let gaps = [found.to_leader.map(|to| to.gap), found.to_benchmark.map(|to| to.gap), found.to_median, found.to_mean];
                for gap in gaps.into_iter().flatten() {
                    prop_assert!(gap.range.0.is_finite() && gap.range.0 <= gap.absolute && gap.absolute <= gap.range.1 && gap.range.1.is_finite());
                    prop_assert!(gap.relative.is_none_or(f64::is_finite) && gap.ratio.is_none_or(f64::is_finite));
                }
                if let Some(found) = found.percentile {
                    prop_assert!(0.0 <= found.low && found.low <= found.point && found.point <= found.high && found.high <= 1.0);
                }
            }
        }
    }

    #[test]
    fn the_range_to_the_middle_holds_every_case(figures in prop::collection::vec((-50i32..50, 0u8..20, 0.0..=1.0), 2..7)) {
        let unit = Unit::parse("亿元").unwrap();
        let quantities: Vec<Quantity> = figures
            .iter()
            .map(|(value, width, _)| {
                let (value, width) = (f64::from(*value), f64::from(*width));
                Quantity::exact(value, 0, unit).unwrap().with_bounds(value - width, value + width).unwrap()
            })
            .collect();
        let comparison = comparison(&quantities, Polarity::Higher);
        let cases: Vec<f64> = figures.iter().map(|(value, width, at)| f64::from(*value) + f64::from(*width) * (2.0 * at - 1.0)).collect();
        for entry in &comparison.entries {
            let own = cases[entry.region.id.parse::<usize>().unwrap()];
            let found = position(&comparison, &entry.region, None).unwrap();
            for (gap, middle) in [(found.to_median, median(&cases)), (found.to_mean, mean(&cases))] {
                let (gap, case) = (gap.unwrap(), own - middle.unwrap());
                prop_assert!(gap.range.0 - 1e-9 <= case && case <= gap.range.1 + 1e-9);
            }
        }
    }

    #[test]
    fn ranks_know_neither_order_nor_scale(values in prop::collection::vec((-1000i32..1000, 0u8..9), 1..10), turn in 0usize..10, scale in 1u8..100) {
        let make = |factor: f64, values: &[(i32, u8)]| -> Vec<Quantity> {
            values.iter().map(|(value, width)| {
                let (value, width) = (f64::from(*value) * factor, f64::from(*width) * factor);
                Quantity::exact(value, 0, Unit::PERCENT).unwrap().with_bounds(value - width, value + width).unwrap()
            }).collect()
        };
        let mut turned = values.clone();
        turned.rotate_left(turn % values.len());
        for polarity in [Polarity::Higher, Polarity::Lower] {
            let ranks = |quantities: Vec<Quantity>| rank(&quantities.iter().collect::<Vec<_>>(), polarity);
            let plain = ranks(make(1.0, &values));
            prop_assert_eq!(&plain, &ranks(make(f64::from(scale), &values)));
            let mut back = ranks(make(1.0, &turned));
            back.rotate_right(turn % values.len());
            prop_assert_eq!(&plain, &back);
        }
    }
}

#[test]
fn percentiles_of_few() {
    let rank = |best, point, worst| Rank { best, point, worst };
    let found = |rank, of| percentile(rank, of).map(|found| (found.low, found.point, found.high));
    assert_eq!(found(rank(1, 1, 2), 2), Some((0.0, 0.0, 1.0)));
    assert_eq!(found(rank(2, 2, 2), 3), Some((0.5, 0.5, 0.5)));
    assert_eq!((found(rank(1, 1, 1), 1), found(rank(0, 1, 1), 3), found(rank(1, 1, 4), 3)), (None, None, None));
}

#[test]
fn a_gap_is_finite_in_all_its_parts() {
    let made = |absolute, low, high| finite(Gap { absolute, range: (low, high), relative: None, ratio: None, better: None }).is_some();
    assert!(made(1.0, 0.0, 2.0));
    assert!(!made(f64::INFINITY, 0.0, f64::INFINITY) && !made(1.0, f64::NEG_INFINITY, 2.0) && !made(1.0, 0.0, f64::INFINITY));
}
