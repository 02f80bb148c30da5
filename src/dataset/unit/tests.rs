use super::*;
use proptest::prelude::*;

fn unit(text: &str) -> Unit {
    Unit::parse(text).unwrap_or_else(|| panic!("{text} is a unit"))
}

fn every_unit() -> impl Iterator<Item = Unit> {
    let bases = (0..TABLE.len()).map(|i| Base(u8::try_from(i).unwrap()));
    bases.flat_map(|base| {
        let scales = SCALES.iter().map(|row| row.0).chain([Scale::One]);
        scales.map(move |scale| Unit::new(scale, base))
    })
}

#[test]
fn named_bases_are_the_rows_they_name() {
    assert_eq!(Unit::BARE.dimension(), Dimension::Bare);
    assert_eq!(Unit::FRACTION.dimension(), Dimension::Share);
    assert_eq!(Unit::PERCENT.written(), "%");
    assert_eq!(Unit::PERMILLE.written(), "‰");
    assert_eq!(Unit::PERCENTAGE_POINT.written(), "个百分点");
    assert_eq!(Unit::MULTIPLE.written(), "倍");
    assert_eq!(Unit::RANK.written(), "位");
    assert_eq!(Unit::new(Scale::One, Base::PERSONS).written(), "位");
    assert_eq!(Unit::new(Scale::One, Base::PERSONS).dimension(), Dimension::People);
}

#[test]
fn no_word_stands_twice_in_the_table() {
    for (i, row) in TABLE.iter().enumerate().skip(1).filter(|(i, _)| ![1, 7].contains(i)) {
        assert_eq!(Base::parse(row.written), Some(Base(i as u8)), "{}", row.written);
    }
}

#[test]
fn written_units_read_back() {
    for unit in every_unit().filter(|u| u.base != Base::FRACTION) {
        let again = Unit::parse(&unit.written()).unwrap();
        // 千 of 克 is the base 千克: another reading of the same word, of the same size
        assert_eq!(again.factor(), unit.factor(), "{unit}");
        assert_eq!(again.written(), unit.written());
    }
}

#[test]
fn parses_units() {
    assert_eq!(unit("亿元").scale(), Scale::Yi);
    assert_eq!(unit("亿元").base(), Base::parse("元").unwrap());
    assert_eq!(unit("亿元").factor(), 1e8);
    assert_eq!(unit("亩").factor(), 2000.0 / 3.0);
    assert_eq!(unit("万 ＴＥＵ").written(), "万TEU");
    assert_eq!(unit("％"), Unit::PERCENT);
    assert_eq!(unit("万吨标煤").dimension(), Dimension::CoalEquivalent);
    assert_eq!(unit(""), Unit::BARE);
    for text in ["大", "万大", "元元", "亿亿元", "每万人", "N"] {
        assert_eq!(Unit::parse(text), None, "{text}");
    }
}

#[test]
fn conversions_are_decimal() {
    let check = |value: f64, from: &str, to: &str, expect: f64| {
        assert_eq!(unit(from).convert(value, unit(to)), Some(expect), "{value}{from}→{to}");
    };
    check(3.97, "亿元", "元", 397_000_000.0);
    check(5.32, "亿元", "万元", 53_200.0);
    check(204_181.23, "元", "万元", 20.418_123);
    check(1.1, "万亿元", "亿元", 11_000.0);
    check(0.07, "万亿元", "元", 70_000_000_000.0);
    check(3.0, "亩", "平方米", 2000.0);
    check(15.0, "亩", "公顷", 1.0);
    check(1500.0, "亩", "平方公里", 1.0);
    check(12.1, "万平方米", "亩", 181.5);
    check(20.0, "万元/亩", "亿元/平方公里", 3.0);
    check(8.2, "%", "‰", 82.0);
    check(3.0, "成", "%", 30.0);
    check(1.5, "年", "个月", 18.0);
    check(2.0, "天", "小时", 48.0);
    check(300.0, "家", "万户", 0.03);
    check(56.23, "件/万人", "个/万人", 56.23);
    check(3.0, "万标箱", "TEU", 30_000.0);
}

#[test]
fn dimensions_do_not_mix() {
    for (a, b) in [
        ("元", "美元"),
        ("人", "人次"),
        ("人", "个"),
        ("%", "个百分点"),
        ("%", "倍"),
        ("工作日", "天"),
        ("个月", "天"),
        ("吨", "吨标煤"),
        ("箱", "标箱"),
        ("位", "个"),
    ] {
        assert_eq!(unit(a).convert(1.0, unit(b)), None, "{a} {b}");
    }
}

#[test]
fn nothing_becomes_infinite() {
    assert_eq!(unit("万亿元").convert(f64::MAX, unit("元")), None);
    assert_eq!(unit("元").convert(f64::NAN, unit("万元")), None);
    assert_eq!(unit("元").convert(f64::INFINITY, unit("元")), None);
}

proptest! {
    #[test]
    fn there_and_back(a in 0..every_unit().count(), b in 0..every_unit().count(), value in -1e15..1e15) {
        let (a, b) = (every_unit().nth(a).unwrap(), every_unit().nth(b).unwrap());
        if let Some(there) = a.convert(value, b) {
            let back = b.convert(there, a).unwrap();
            prop_assert!((back - value).abs() <= 1e-14 * value.abs(), "{value}{a} = {there}{b} = {back}{a}");
            let plain = value * a.factor() / b.factor();
            prop_assert!((there - plain).abs() <= 1e-14 * plain.abs(), "{there} {plain}");
        } else {
            prop_assert!(!a.converts_to(b));
        }
    }
}
