use super::*;
use crate::dataset::notation;
use proptest::prelude::*;

fn figure(text: &str) -> Quantity {
    notation::parse(text).unwrap().quantity(None)
}

/// The most telling hint.
fn check(operation: Operation, inputs: &[&str], stated: &str, expect: Option<(HintKind, f64)>) {
    let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
    let found = hints(operation, &inputs, &figure(stated), &[]);
    assert_eq!(found.first().map(|hint| (hint.kind, hint.value)), expect, "{stated}: {found:?}");
}

#[test]
fn each_kind() {
    use Operation::{Difference, Growth, Increase, Ratio, Sum, WholeBase};
    check(Growth, &["52家", "123家"], "236%", Some((HintKind::RatioForGrowth, 136.0)));
    check(Ratio, &["30家", "20家"], "50%", Some((HintKind::GrowthForRatio, 150.0)));
    check(Growth, &["10%", "15%"], "5%", Some((HintKind::PercentagePoints, 5.0)));
    check(Difference, &["15%", "10%"], "50%", Some((HintKind::PercentagePoints, 50.0)));
    check(Ratio, &["7274人", "88人", "7401人"], "99.74%", Some((HintKind::DigitsSwapped, 99.47)));
    check(Sum, &["21家", "32家"], "503家", None);
    check(Sum, &["421家", "32家"], "354家", Some((HintKind::FarDigitsSwapped, 453.0)));
    check(Sum, &["421家", "32家"], "4530家", Some((HintKind::PowerOfTen(-1), 453.0)));
    check(Ratio, &["248个", "251个"], "9.88%", Some((HintKind::PowerOfTen(1), 98.8)));
    check(Sum, &["421家", "32家"], "454家", Some((HintKind::OffByOne, 453.0)));
    check(Increase, &["716家", "260家"], "57.36%", Some((HintKind::InputOffByOne { input: 1 }, 261.0)));
    check(WholeBase, &["8名"], "600%", Some((HintKind::InputOffByOne { input: 0 }, 7.0)));
    check(Growth, &["470家", "716家"], "57.36%", Some((HintKind::WholeBase, 455.0)));
    check(Ratio, &["1.0亿元", "2.6亿元"], "35%", Some((HintKind::Truncated, 35.0)));
}

#[test]
fn the_most_telling_first() {
    let inputs = [figure("5家"), figure("7家")];
    let found = hints(Operation::Ratio, &inputs, &figure("41.7%"), &[]);
    let told: Vec<_> = found.iter().map(|hint| (hint.kind, hint.value)).collect();
    // 5 of 12, before 71.4 %
    assert_eq!(told, [(HintKind::WholeBase, 12.0), (HintKind::FarDigitsSwapped, 71.4)]);
}

#[test]
fn a_whole_base_is_looked_for_anew() {
    // 27 from 23 is 17.4 %
    check(Operation::WholeBase, &["27家"], "71.4%", Some((HintKind::DigitsSwapped, 17.4)));
    check(Operation::WholeBase, &["27家"], "117.4%", Some((HintKind::RatioForGrowth, 17.4)));
}

#[test]
fn growth_for_a_ratio_of_like_things() {
    check(Operation::Ratio, &["30家", "20家"], "0.5倍", Some((HintKind::GrowthForRatio, 1.5)));
    // a bare number is no growth
    let inputs = [figure("30家"), figure("20家")];
    let bare = Quantity::exact(0.5, 1, Unit::BARE).unwrap();
    let found = hints(Operation::Ratio, &inputs, &bare, &[]);
    assert!(found.iter().all(|hint| hint.kind != HintKind::GrowthForRatio), "{found:?}");
}

#[test]
fn swapped_digits_are_a_number_one_would_write() {
    use Operation::{Growth, Ratio, Sum};
    // the zero before the point is a digit to swap with
    check(Ratio, &["49家", "10000家"], "0.94%", Some((HintKind::DigitsSwapped, 0.49)));
    check(Ratio, &["904家", "10000家"], "0.94%", Some((HintKind::DigitsSwapped, 9.04)));
    check(Ratio, &["490亩", "10000亩"], "0.94%", Some((HintKind::FarDigitsSwapped, 4.9)));
    check(Ratio, &["14家", "10000家"], "1.04%", Some((HintKind::DigitsSwapped, 0.14)));
    // 01.4 % and 01 are not written
    check(Ratio, &["14家", "1000家"], "10.4%", Some((HintKind::WholePart, 104.0)));
    check(Sum, &["1家", "0家"], "10家", None);
    check(Growth, &["100家", "79家"], "-12%", Some((HintKind::DigitsSwapped, -21.0)));
    // all digits of a figure, or none of them
    let swapped = |part: f64, stated: f64| {
        let exact = |value, decimals| Quantity::exact(value, decimals, Unit::parse("家").unwrap()).unwrap();
        let found = hints(Sum, &[exact(part, 0)], &exact(stated, 15), &[]);
        found.first().map(|hint| (hint.kind, hint.value))
    };
    assert_eq!(swapped(12_435.0, 12_345.0), Some((HintKind::DigitsSwapped, 12_435.0)));
    assert_eq!((swapped(435.0, 12_345.0), swapped(435.0, 612_345.0)), (None, None));
}

#[test]
fn shifted_points() {
    use Operation::{Ratio, Sum};
    let shift = |operation, inputs: &[&str], stated: &str| {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        let found = hints(operation, &inputs, &figure(stated), &[]);
        found.iter().find(|hint| matches!(hint.kind, HintKind::PowerOfTen(_))).map(|hint| (hint.kind, hint.value, hint.decimals))
    };
    assert_eq!(shift(Ratio, &["248个", "251个"], "9.88%"), Some((HintKind::PowerOfTen(1), 98.8, 1)));
    assert_eq!(shift(Ratio, &["248个", "251个"], "988%"), Some((HintKind::PowerOfTen(-1), 98.8, 1)));
    // zeros at the end are not told to be significant
    assert_eq!(shift(Sum, &["421家", "32家"], "4530家"), Some((HintKind::PowerOfTen(-1), 453.0, 0)));
    assert_eq!(shift(Sum, &["421家", "32家"], "45300家"), Some((HintKind::PowerOfTen(-2), 453.0, 0)));
    assert_eq!(shift(Sum, &["4210家", "320家"], "45.3家"), Some((HintKind::PowerOfTen(2), 4530.0, 0)));
    assert_eq!(shift(Ratio, &["98家", "1000家"], "98%"), Some((HintKind::PowerOfTen(-1), 9.8, 1)));
    // one digit is too little to recognise
    assert_eq!(shift(Ratio, &["5家", "100家"], "50%"), None);
    assert_eq!(shift(Ratio, &["5家", "100家"], "0.5%"), None);
}

#[test]
fn whole_numbers_are_of_things_counted() {
    use Operation::{Growth, Increase, Ratio};
    let whole = |operation, inputs: &[&str], stated: &str| {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        let found = hints(operation, &inputs, &figure(stated), &[]);
        let kinds = |hint: &Hint| matches!(hint.kind, HintKind::WholeBase | HintKind::WholePart | HintKind::InputOffByOne { .. });
        found.iter().filter(|hint| kinds(hint)).map(|hint| (hint.kind, hint.value, hint.decimals)).collect::<Vec<_>>()
    };
    let (base, part) = (HintKind::WholeBase, HintKind::WholePart);
    assert_eq!(whole(Growth, &["470家", "716家"], "57.36%"), [(base, 455.0, 0)]);
    assert_eq!(whole(Growth, &["4.70亿元", "7.16亿元"], "57.36%"), []);
    assert_eq!((whole(Growth, &["470亩", "716亩"], "57.36%"), whole(Increase, &["716亩", "200亩"], "57.36%")), (vec![], vec![]));
    assert_eq!(whole(Ratio, &["5亩", "100亩"], "50%"), []);
    // neither yuan nor about 5 are counted one by one
    assert_eq!((whole(Growth, &["470元", "716元"], "57.36%"), whole(Increase, &["716元", "200元"], "57.36%")), (vec![], vec![]));
    assert_eq!(whole(Ratio, &["约5家", "100家"], "50%"), []);
    assert_eq!(whole(Increase, &["716家", "200家"], "57.36%"), [(base, 455.0, 0)]);
    assert_eq!(whole(Increase, &["7.16亿元", "2.00亿元"], "57.36%"), []);
    assert_eq!(whole(Ratio, &["5家", "100家"], "50%"), [(base, 10.0, 0), (part, 50.0, 0)]);
    assert_eq!(whole(Ratio, &["3家", "2家", "100家"], "50%"), [(base, 10.0, 0), (part, 50.0, 0)]);
    // nothing is no whole part
    assert_eq!(whole(Ratio, &["1家", "200家"], "0.0%"), [(HintKind::InputOffByOne { input: 0 }, 0.0, 0)]);
    // two parts would do, and two bases
    assert_eq!(whole(Ratio, &["5家", "300家"], "50%"), [(base, 10.0, 0)]);
    assert_eq!(whole(Ratio, &["99家", "300家"], "50%"), []);
    assert_eq!(whole(Ratio, &["5.0亿元", "300.0亿元"], "50%"), []);
    // one more or less in a count
    assert_eq!(whole(Ratio, &["3家", "8家"], "50%"), [(HintKind::InputOffByOne { input: 0 }, 4.0, 0), (base, 6.0, 0), (part, 4.0, 0)]);
    assert_eq!(whole(Ratio, &["4家", "7家"], "50%"), [(HintKind::InputOffByOne { input: 1 }, 8.0, 0), (base, 8.0, 0)]);
    // one less of the value, or one more of the increase, would leave a base below zero, which is none
    assert_eq!((whole(Increase, &["6家", "5.5家"], "-1100%"), whole(Increase, &["5.5家", "5家"], "-1200%")), (vec![], vec![]));
}

#[test]
fn figures_that_may_stand_in() {
    let inputs = [figure("80家"), figure("100家")];
    let other = |input, text: &str| Alternative { input, quantity: figure(text) };
    let found = |alternatives: &[Alternative]| {
        let found = hints(Operation::Growth, &inputs, &figure("60%"), alternatives);
        found
            .iter()
            .filter(|hint| matches!(hint.kind, HintKind::OtherFigure { .. }))
            .map(|hint| (hint.kind, hint.value))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&[other(0, "62.5家"), other(1, "128家")]).len(), 2);
    assert_eq!(found(&[other(0, "70家"), other(1, "128家")]), [(HintKind::OtherFigure { input: 1, figure: 1 }, 128.0)]);
    // no position, no unit, nothing new
    assert_eq!(found(&[other(2, "128家"), other(1, "128人"), other(0, "80家")]), []);
}

#[test]
fn further_decimals_dropped() {
    use Operation::{Growth, Ratio};
    let truncated = |operation, inputs: &[&str], stated: &str| {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        hints(operation, &inputs, &figure(stated), &[]).iter().any(|hint| hint.kind == HintKind::Truncated)
    };
    // 1.0 ÷ 2.6 lies between 0.358 and 0.412 and may be cut to 35 %
    assert!(truncated(Ratio, &["1.0亿元", "2.6亿元"], "35%"));
    assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "34%"));
    assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "42%"));
    // the next number in full has no decimals to drop
    assert!(!truncated(Ratio, &["36家", "100家"], "35%") && !truncated(Growth, &["100家", "64家"], "-35%"));
    // towards zero also below it: 1.7 ÷ 2.7 − 1 lies between −0.4 and −0.3396
    assert!(truncated(Growth, &["2.7亿元", "1.7亿元"], "-33%"));
    assert!(!truncated(Growth, &["2.7亿元", "1.7亿元"], "-32%"));
    assert!(!truncated(Ratio, &["1.0亿元", "2.6亿元"], "约30%"));
    // what is cut to nothing may be above it or below: 0.945 % and more, −0.901 % and less
    assert!(truncated(Ratio, &["1.0亿元", "100亿元"], "0%") && truncated(Growth, &["100.0亿元", "99.0亿元"], "0%"));
    assert!(!truncated(Ratio, &["1.2亿元", "100亿元"], "0%") && !truncated(Growth, &["100.0亿元", "98.0亿元"], "0%"));
}

#[test]
fn points_and_per_cent_need_two_shares() {
    use Operation::{Difference, Growth, Ratio};
    let unit = |operation, inputs: &[&str], stated: &str| {
        let inputs: Vec<Quantity> = inputs.iter().map(|text| figure(text)).collect();
        let found = hints(operation, &inputs, &figure(stated), &[]);
        found.iter().find(|hint| hint.kind == HintKind::PercentagePoints).map(|hint| hint.unit)
    };
    assert_eq!(unit(Growth, &["10%", "15%"], "5%"), Some(Unit::PERCENTAGE_POINT));
    assert_eq!(unit(Difference, &["15%", "10%"], "50个百分点"), Some(Unit::PERCENT));
    assert_eq!(unit(Growth, &["10家", "15家"], "5%"), None);
    assert_eq!(unit(Difference, &["15家", "10家"], "50家"), None);
    assert_eq!(unit(Ratio, &["10%", "15%"], "5%"), None);
}

#[test]
fn none_where_figures_agree_or_cannot_be_checked() {
    check(Operation::Ratio, &["248个", "251个"], "98.8%", None);
    check(Operation::Ratio, &["248个", "0个"], "98.8%", None);
    check(Operation::Sum, &["248个", "5亿元"], "253个", None);
    check(Operation::Part, &["12家"], "11家", None);
}

proptest! {
    #[test]
    fn any_figures_give_finite_hints(
        values in prop::collection::vec((prop_oneof![any::<f64>(), -1e6..1e6], 0u8..20, 0usize..4), 1..4),
        stated in prop_oneof![any::<f64>(), -1e6..1e6], decimals in 0u8..20, operation in 0usize..8
    ) {
        use Operation::{Difference, Growth, Increase, Part, Ratio, Same, Sum, WholeBase};
        let operation = [Ratio, Growth, Difference, Sum, Increase, WholeBase, Part, Same][operation];
        let units = ["家", "%", "亿元", "个百分点"].map(|unit| Unit::parse(unit).unwrap());
        let quantity = |value: f64, decimals, unit: usize| Quantity::exact(value, decimals, units[unit]);
        let inputs: Vec<Quantity> = values.iter().filter_map(|(value, decimals, unit)| quantity(*value, *decimals, *unit)).collect();
        let others: Vec<Alternative> = inputs.iter().enumerate().map(|(input, quantity)| Alternative { input, quantity: *quantity }).collect();
        for unit in 0..units.len() {
            let Some(stated) = quantity(stated, decimals, unit) else { continue };
            prop_assert!(hints(operation, &inputs, &stated, &others).iter().all(|hint| hint.value.is_finite()));
        }
    }
}
