//! Fractions of integers: published figures are decimals, and a half is rounded rightly only where nothing is lost.

use core::cmp::Ordering;

/// A fraction in lowest terms, its denominator above zero. Operations give `None` where an integer would not fit,
/// which no published figure comes near.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fraction {
    n: i128,
    d: i128,
}

impl Fraction {
    pub(super) const ZERO: Fraction = Fraction { n: 0, d: 1 };
    pub(super) const ONE: Fraction = Fraction { n: 1, d: 1 };

    /// `n / d`; `None` for no denominator.
    pub(super) fn new(n: i128, d: i128) -> Option<Fraction> {
        let (mut a, mut b) = (n.checked_abs()?, d.checked_abs()?);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = if d < 0 { -1 } else { 1 };
        (d != 0).then(|| Fraction { n: sign * (n / a), d: sign * (d / a) })
    }

    pub(super) fn whole(n: i128) -> Fraction {
        Fraction { n, d: 1 }
    }

    /// A finite double: the decimal it was written as where it has at most 15 digits, else its bits as they are.
    pub(super) fn of(value: f64) -> Option<Fraction> {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2⁵³
        if !value.is_finite() {
            return None;
        }
        let (mut power, mut tens) = (1.0, 1_i128);
        for _ in 0..=15 {
            let digits = f64::round(value * power);
            if digits.abs() < EXACT && digits / power == value {
                return Fraction::new(digits as i128, tens);
            }
            (power, tens) = (power * 10.0, tens * 10);
        }
        let bits = value.to_bits();
        // subnormal numbers have no leading one, and are far smaller than what fits
        let mantissa = i128::from(bits & ((1 << 52) - 1)) + (1 << 52);
        let mantissa = if value < 0.0 { -mantissa } else { mantissa };
        let two = |power: i32| (power < 126).then(|| 1_i128 << power);
        match (bits >> 52 & 0x7ff) as i32 - 1075 {
            shift if shift >= 0 => Fraction::new(mantissa.checked_mul(two(shift)?)?, 1),
            shift => Fraction::new(mantissa, two(-shift)?),
        }
    }

    /// 10 to a power.
    pub(super) fn ten_to(exponent: i32) -> Option<Fraction> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent >= 0 { Fraction::new(power, 1) } else { Fraction::new(1, power) }
    }

    pub(super) fn plus(self, other: Fraction) -> Option<Fraction> {
        let n = self.n.checked_mul(other.d)?.checked_add(other.n.checked_mul(self.d)?)?;
        Fraction::new(n, self.d.checked_mul(other.d)?)
    }

    pub(super) fn minus(self, other: Fraction) -> Option<Fraction> {
        self.plus(other.negative())
    }

    pub(super) fn times(self, other: Fraction) -> Option<Fraction> {
        // crossed out first, so that only what cannot be represented overflows
        let (a, b) = (Fraction::new(self.n, other.d)?, Fraction::new(other.n, self.d)?);
        Fraction::new(a.n.checked_mul(b.n)?, a.d.checked_mul(b.d)?)
    }

    /// `None` for a divisor of zero.
    pub(super) fn over(self, other: Fraction) -> Option<Fraction> {
        self.times(Fraction::new(other.d, other.n)?)
    }

    pub(super) fn negative(self) -> Fraction {
        Fraction { n: -self.n, d: self.d }
    }

    pub(super) fn size(self) -> Fraction {
        Fraction { n: self.n.abs(), d: self.d }
    }

    pub(super) fn is_whole(self) -> bool {
        self.d == 1
    }

    pub(super) fn floor(self) -> i128 {
        self.n.div_euclid(self.d)
    }

    /// The nearest integer, a half away from zero.
    pub(super) fn rounded(self) -> i128 {
        let size = self.size();
        let up = size.n % size.d >= size.d - size.n % size.d;
        let nearest = size.n / size.d + i128::from(up);
        if self.n < 0 { -nearest } else { nearest }
    }

    /// The integer towards zero.
    pub(super) fn truncated(self) -> i128 {
        self.n / self.d
    }

    /// The nearest double, to within the last bits. Finite.
    pub(super) fn to_f64(self) -> f64 {
        self.n as f64 / self.d as f64
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// By continued fractions, which need no product and so cannot overflow.
    fn cmp(&self, other: &Fraction) -> Ordering {
        let (mut a, mut b, mut swapped) = (*self, *other, false);
        loop {
            let order = a.floor().cmp(&b.floor());
            let (p, q) = (a.n.rem_euclid(a.d), b.n.rem_euclid(b.d));
            let order = if order == Ordering::Equal && (p == 0 || q == 0) { p.signum().cmp(&q.signum()) } else { order };
            if order != Ordering::Equal || p == 0 {
                return if swapped { order.reverse() } else { order };
            }
            // the larger fractional part has the smaller reciprocal
            (a, b, swapped) = (Fraction { n: a.d, d: p }, Fraction { n: b.d, d: q }, !swapped);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(value: f64) -> Fraction {
        Fraction::of(value).unwrap()
    }

    #[test]
    fn decimals_are_what_they_are_written_as() {
        let check = |value, n, d| assert_eq!(of(value), Fraction::new(n, d).unwrap(), "{value}");
        check(0.1, 1, 10);
        check(99.74, 4987, 50);
        check(-0.125, -1, 8);
        check(0.0, 0, 1);
        check(1e15, 1_000_000_000_000_000, 1);
        assert_eq!(of(1.0 / 3.0).to_f64(), 1.0 / 3.0);
        assert_eq!(Fraction::of(f64::NAN), None);
        assert_eq!(Fraction::of(5e-324), None);
        assert_eq!(Fraction::of(f64::MAX), None);
    }

    #[test]
    fn doubles_that_are_no_decimals_are_their_bits() {
        let (two, check) =
            (|power: u32| 1_i128 << power, |value: f64, expect: Fraction| assert_eq!(Fraction::of(value), Some(expect), "{value}"));
        // 2⁵³ on, every double is a whole number
        check(9_007_199_254_740_994.0, Fraction::whole(two(53) + 2));
        check(-9_007_199_254_740_994.0, Fraction::whole(-two(53) - 2));
        check(libm::ldexp(1.0, 60), Fraction::whole(two(60)));
        check(libm::ldexp(1.0, 126), Fraction::whole(two(126)));
        assert_eq!(Fraction::of(libm::ldexp(1.0, 127)), None);
        check(-3.0 * libm::ldexp(1.0, -60), Fraction::new(-3, two(60)).unwrap());
        check(libm::ldexp(1.0, -73), Fraction::new(1, two(73)).unwrap());
        assert_eq!(Fraction::of(libm::ldexp(1.0, -74)), None);
        // sixteen digits are no decimal anyone wrote
        assert_eq!(of(0.123_456_789_012_345), Fraction::new(123_456_789_012_345, 1_000_000_000_000_000).unwrap());
        check(900_719_925_474_099.2, Fraction::new(3_602_879_701_896_397, 4).unwrap());
        assert_ne!(of(0.123_456_789_012_345_6), Fraction::new(1_234_567_890_123_456, 10_000_000_000_000_000).unwrap());
    }

    #[test]
    fn arithmetic_in_lowest_terms() {
        let made = |n, d| Fraction::new(n, d).unwrap();
        let check = |found: Option<Fraction>, n, d| assert_eq!(found.map(|found| (found.n, found.d)), Some((n, d)));
        check(Fraction::new(6, -4), -3, 2);
        check(Fraction::new(-6, -4), 3, 2);
        check(Fraction::new(0, -4), 0, 1);
        check(made(1, 6).plus(made(1, 10)), 4, 15);
        check(made(1, 6).minus(made(1, 10)), 1, 15);
        check(made(3, 4).times(made(-2, 9)), -1, 6);
        check(made(3, 4).over(made(-9, 2)), -1, 6);
        check(Fraction::ten_to(3), 1000, 1);
        check(Fraction::ten_to(0), 1, 1);
        check(Fraction::ten_to(-3), 1, 1000);
        assert_eq!((made(-3, 4).size(), made(3, 4).negative()), (made(3, 4), made(-3, 4)));
        assert_eq!((made(4, 2).is_whole(), made(1, 2).is_whole()), (true, false));
        assert_eq!(made(-7, 4).to_f64(), -1.75);
        // only what cannot be written overflows
        let large = 1_i128 << 100;
        check(made(large, 3).times(made(3, large)), 1, 1);
        assert_eq!(made(large, 3).times(made(large, 5)), None);
        assert_eq!((Fraction::ten_to(38).is_some(), Fraction::ten_to(39), Fraction::ten_to(-39)), (true, None, None));
    }

    #[test]
    fn an_order_that_needs_no_product() {
        let large = 1_i128 << 120;
        let (less, more) = (Fraction::new(large, large + 1).unwrap(), Fraction::new(large + 1, large + 2).unwrap());
        assert_eq!((less.cmp(&more), more.cmp(&less), less.cmp(&less)), (Ordering::Less, Ordering::Greater, Ordering::Equal));
        assert_eq!(less.negative().cmp(&more.negative()), Ordering::Greater);
        assert!(less.negative() < more && less < Fraction::ONE && Fraction::ZERO < less);
    }

    #[test]
    fn a_half_goes_away_from_zero() {
        let check = |value, nearest, towards_zero| assert_eq!((of(value).rounded(), of(value).truncated()), (nearest, towards_zero));
        check(12.5, 13, 12);
        check(-12.5, -13, -12);
        check(12.49, 12, 12);
        check(0.0, 0, 0);
        check(12.51, 13, 12);
        check(-12.49, -12, -12);
        check(2.75, 3, 2);
        let third = Fraction::new(5, 3).unwrap();
        assert_eq!((third.rounded(), third.negative().rounded()), (2, -2));
        assert_eq!([-0.5, -1.0, 1.5].map(|value| of(value).floor()), [-1, -1, 1]);
    }

    #[test]
    fn nothing_divides_by_zero() {
        assert_eq!(Fraction::ONE.over(Fraction::ZERO), None);
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::new(i128::MIN, 3), None);
    }

    proptest! {
        #[test]
        fn ordered_as_cross_products(a in -1000i128..1000, b in 1i128..1000, c in -1000i128..1000, d in 1i128..1000) {
            let (x, y) = (Fraction::new(a, b).unwrap(), Fraction::new(c, d).unwrap());
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn any_double_or_none(a in any::<f64>(), b in any::<f64>()) {
            let (Some(a), Some(b)) = (Fraction::of(a), Fraction::of(b)) else { return Ok(()) };
            for result in [a.plus(b), a.minus(b), a.times(b), a.over(b)].into_iter().flatten() {
                prop_assert!(result.to_f64().is_finite());
                let _ = result.cmp(&a);
            }
        }
    }
}
