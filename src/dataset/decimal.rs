//! Doubles as decimal text, without the formatting machinery of the standard library (15 KB of wasm).

pub(crate) use super::unit::{decimal, power_of_ten};

/// A whole number.
pub(crate) fn count(number: usize) -> String {
    let mut text = String::new();
    push_digits(&mut text, number as u64);
    text
}

fn push_digits(text: &mut String, number: u64) {
    if number >= 10 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// A finite value with this many decimals (at most 15), a half rounded away from zero; `–` for one that is not finite.
pub(crate) fn fixed(value: f64, decimals: u8) -> String {
    const WHOLE: f64 = 9_007_199_254_740_992.0; // 2⁵³
    if !value.is_finite() {
        return "–".to_owned();
    }
    let decimals = decimals.min(15);
    // decimals of a number this large are all zero, and scaling it up could overflow
    let scaled = if value.abs() < WHOLE { value.abs() * power_of_ten(decimals) } else { value.abs() };
    let mut digits = f64::round(scaled);
    let mut zeros = if value.abs() < WHOLE { 0 } else { usize::from(decimals) };
    // digits beyond those a double holds say nothing
    while digits >= WHOLE {
        digits = f64::round(digits / 10.0);
        zeros += 1;
    }
    let mut text = String::new();
    push_digits(&mut text, digits as u64);
    text.extend(core::iter::repeat_n('0', zeros));
    let places = usize::from(decimals);
    if text.len() <= places {
        text.insert_str(0, &"0".repeat(places + 1 - text.len()));
    }
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    if value < 0.0 && digits != 0.0 {
        text.insert(0, '-');
    }
    text
}

/// A value with as many decimals as it takes to read back the same.
pub(crate) fn shortest(value: f64) -> String {
    fixed(value, decimal(value).map_or(15, |(_, decimals)| decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimals() {
        let check = |value, decimals, expect: &str| assert_eq!(fixed(value, decimals), expect);
        check(2000.0, 0, "2000");
        check(0.05, 2, "0.05");
        check(-1.25, 1, "-1.3");
        check(-0.01, 1, "0.0");
        check(1e21, 0, "1000000000000000000000");
        check(f64::INFINITY, 2, "–");
        assert_eq!(shortest(31.69), "31.69");
        assert_eq!(shortest(-3.0), "-3");
        assert_eq!(shortest(0.86), "0.86");
    }

    proptest! {
        #[test]
        fn as_the_standard_library_but_for_halves(value in -1e9f64..1e9, decimals in 0u8..6) {
            let own: f64 = fixed(value, decimals).parse().unwrap();
            let standard: f64 = format!("{value:.*}", usize::from(decimals)).parse().unwrap();
            let (place, slack) = (1.0 / power_of_ten(decimals), value.abs() * 1e-15);
            prop_assert!((own - standard).abs() <= 1.000001 * place + slack && (own - value).abs() <= 0.5000001 * place + slack);
        }

        #[test]
        fn any_double_is_written(value in any::<f64>(), decimals in any::<u8>()) {
            prop_assert!(!fixed(value, decimals).is_empty());
            prop_assert!(!shortest(value).is_empty());
        }
    }
}
