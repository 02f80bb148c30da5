use proptest::prelude::*;

use super::*;

fn unit(text: &str) -> Unit {
    Unit::parse(text).unwrap()
}

fn exact(value: f64, decimals: u8, text: &str) -> Quantity {
    Quantity::exact(value, decimals, unit(text)).unwrap()
}

fn qualified(qualifier: Qualifier, value: f64, text: &str) -> Quantity {
    Quantity::qualified(qualifier, value, 0, unit(text)).unwrap()
}

#[test]
fn exact_is_one_number() {
    let quantity = exact(31.69, 2, "%");
    assert!(quantity.is_exact());
    assert_eq!((quantity.low(), quantity.value(), quantity.high()), (31.69, 31.69, 31.69));
    assert_eq!((quantity.step(), quantity.decimals()), (0.01, 2));
    assert_eq!(exact(850.0, 0, "亿元").step(), 10.0);
    assert_eq!(exact(0.0, 0, "家").step(), 1.0);
}

#[test]
fn what_is_said_may_be_rounded() {
    let check = |a: Quantity, b: Quantity, expect: bool| {
        assert_eq!((a.may_be_said_as(&b), b.may_be_said_as(&a)), (expect, expect), "{a:?} {b:?}");
    };
    check(exact(3.1, 1, "%"), exact(3.08, 2, "%"), true);
    check(exact(3.0, 1, "%"), exact(3.08, 2, "%"), false);
    check(exact(464.0, 0, "亿元"), exact(464.24, 2, "亿元"), true);
    check(exact(465.0, 0, "亿元"), exact(464.24, 2, "亿元"), false);
    // as exact as each other, and still not the same
    check(exact(5.0, 0, "家"), exact(6.0, 0, "家"), false);
    check(exact(1000.0, 0, "亿元"), exact(1210.0, 0, "亿元"), false);
    check(exact(3.1, 1, "%"), exact(3.1, 1, "亿元"), false);
    // what is qualified is an interval
    check(qualified(Qualifier::Over, 850.0, "亿元"), exact(855.5, 1, "亿元"), true);
    check(qualified(Qualifier::Over, 850.0, "亿元"), exact(849.7, 1, "亿元"), false);
}

#[test]
fn numbers_that_are_none_are_refused() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Quantity::exact(value, 0, Unit::BARE), None);
    }
    assert_eq!(Quantity::qualified(Qualifier::Range, 1.0, 0, Unit::BARE), None);
}

#[test]
fn more_digits_than_decimals_keep_the_value() {
    let third = Quantity::qualified(Qualifier::Over, 1.0 / 3.0, 2, Unit::BARE).unwrap();
    assert_eq!(third.value(), 1.0 / 3.0);
    assert_eq!((third.step(), third.high()), (0.01, 1.0 / 3.0 + 0.01));
    let huge = Quantity::qualified(Qualifier::About, f64::MAX, 0, Unit::BARE).unwrap();
    assert!(huge.low() <= huge.value() && huge.high().is_finite());
}

#[test]
fn units_change_and_the_digits_follow() {
    let quantity = qualified(Qualifier::Over, 850.0, "亿元").in_unit(unit("万元")).unwrap();
    assert_eq!((quantity.low(), quantity.high()), (8_500_000.0, 8_600_000.0));
    assert_eq!((quantity.step(), quantity.decimals()), (100_000.0, 0));
    assert!(quantity.high_open() && !quantity.low_open());

    let quantity = exact(204_181.23, 2, "元").in_unit(unit("万元")).unwrap();
    assert_eq!((quantity.value(), quantity.decimals()), (20.418_123, 6));
    let quantity = exact(3.97, 2, "亿元").in_unit(unit("元")).unwrap();
    assert_eq!((quantity.value(), quantity.decimals()), (397_000_000.0, 0));
    let quantity = exact(118.0, 0, "亩").in_unit(unit("平方米")).unwrap();
    assert_eq!(quantity.decimals(), 0);
    // other counting words, same digits
    assert_eq!(exact(56.20, 2, "件").in_unit(unit("个")).unwrap().decimals(), 2);

    assert_eq!(exact(1.0, 0, "亿元").in_unit(unit("万美元")), None);
}

#[test]
fn given_bounds_replace_the_default_width() {
    let quantity = qualified(Qualifier::Over, 850.0, "亿元").with_bounds(850.0, 855.0).unwrap();
    assert_eq!((quantity.low(), quantity.high(), quantity.high_open()), (850.0, 855.0, false));
    assert_eq!(quantity.qualifier(), Qualifier::Over);
    for (low, high) in [(851.0, 855.0), (840.0, 849.0), (f64::NAN, 855.0), (850.0, f64::INFINITY)] {
        assert_eq!(quantity.with_bounds(low, high), None, "{low} {high}");
    }
}

#[test]
fn order_is_certain_only_between_intervals_apart() {
    let check = |a: &Quantity, b: &Quantity, above, below, equal| {
        assert_eq!(a.certainly_above(b), above, "{a:?} above {b:?}");
        assert_eq!(a.certainly_below(b), below, "{a:?} below {b:?}");
        assert_eq!(a.may_equal(b), equal, "{a:?} equals {b:?}");
        assert_eq!(b.certainly_below(a), above, "{b:?} below {a:?}");
    };
    let over = qualified(Qualifier::Over, 850.0, "亿元"); // [850, 860)
    let nearly = qualified(Qualifier::Nearly, 860.0, "亿元"); // (850, 860]
    check(&over, &exact(849.0, 0, "亿元"), true, false, false);
    check(&over, &exact(850.0, 0, "亿元"), false, false, true);
    check(&over, &exact(860.0, 0, "亿元"), false, true, false);
    check(&nearly, &exact(850.0, 0, "亿元"), true, false, false);
    check(&nearly, &exact(860.0, 0, "亿元"), false, false, true);
    check(&over, &nearly, false, false, true);
    check(&over, &exact(9_000_000.0, 0, "万元"), false, true, false);
    check(&exact(1.0, 0, "亿元"), &exact(10_000.0, 0, "万元"), false, false, true);
    // nothing is certain between things that do not convert, not even that they may be equal
    check(&over, &exact(1.0, 0, "亿美元"), false, false, false);
}

proptest! {
    #[test]
    fn numbers_keep_their_interval(value in any::<f64>(), decimals in any::<u8>(), index in 0..6_usize) {
        use Qualifier::*;
        let qualifier = [Exact, Over, Nearly, About, AtLeast, AtMost][index];
        let quantity = Quantity::qualified(qualifier, value, decimals, Unit::BARE);
        prop_assert_eq!(quantity.is_some(), value.is_finite());
        if let Some(quantity) = quantity {
            prop_assert!(quantity.low() <= value && value <= quantity.high());
            prop_assert!(quantity.low().is_finite() && quantity.high().is_finite());
            prop_assert!(quantity.may_equal(&quantity));
        }
    }

    #[test]
    fn exactly_one_relation_holds(a in -500..500_i32, b in -500..500_i32, i in 0..6_usize, j in 0..6_usize) {
        use Qualifier::*;
        let qualifiers = [Exact, Over, Nearly, About, AtLeast, AtMost];
        let quantity = |n: i32, q| Quantity::qualified(q, f64::from(n) / 10.0, 1, Unit::PERCENT).unwrap();
        let (a, b) = (quantity(a, qualifiers[i]), quantity(b, qualifiers[j]));
        let relations = [a.certainly_above(&b), a.certainly_below(&b), a.may_equal(&b)];
        prop_assert_eq!(relations.iter().filter(|holds| **holds).count(), 1);
        prop_assert_eq!(a.may_equal(&b), b.may_equal(&a));
    }
}
