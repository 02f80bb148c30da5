//! Targets in words.

use super::{Words, phrase::Phrase};
use crate::dataset::{
    Lang, Quantity, Target, TargetKind,
    decimal::{fixed, shortest},
};

impl Words {
    /// A target's value with unit and, where the promise is a level or to be passed, its sign: ≤8%.
    pub(super) fn target_figure(self, target: &Target, value: &Quantity) -> String {
        [sign(target), &self.full_number(value.value(), value.decimals(), value.unit())].concat()
    }

    /// 翻番, 翻两番, 增至1.5倍.
    pub(super) fn feat(self, factor: f64) -> String {
        match factor {
            2.0 => self.plain(Phrase::Double),
            4.0 => self.plain(Phrase::DoubleTwice),
            _ => self.say(Phrase::TimesFold, "k", &[&shortest(factor)]),
        }
    }

    /// A number of years: in Chinese with a numeral up to ten, as in 三年翻番.
    pub(super) fn years(self, years: f64) -> String {
        const NUMERALS: [&str; 10] = ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
        let numeral = NUMERALS.iter().zip(1..).find(|(_, n)| f64::from(*n) == years).map(|(numeral, _)| *numeral);
        let n = match numeral {
            Some("两") if self.lang == Lang::ZhHant => "兩".to_owned(),
            Some(numeral) if !self.is_english() => numeral.to_owned(),
            _ => shortest(years),
        };
        self.say(Phrase::Years, "n", &[&n])
    }

    /// How late, roughly.
    pub(super) fn late(self, years: f64) -> String {
        match years {
            years if years < 0.75 => self.plain(Phrase::LessThanYear),
            years if years < 1.5 => self.plain(Phrase::AboutOneYear),
            years => self.say(Phrase::AboutYears, "n", &[&fixed(years, 0)]),
        }
    }

    /// 三年翻番 as one word.
    pub(super) fn fold(self, factor: f64, years: f64) -> String {
        if self.is_english() { [self.feat(factor), self.years(years)].join(" in ") } else { self.years(years) + &self.feat(factor) }
    }
}

/// The sign of a level or of a value to be passed.
pub(super) fn sign(target: &Target) -> &'static str {
    match (&target.kind, target.strict) {
        (TargetKind::AtMost(_), false) => "≤",
        (TargetKind::AtMost(_), true) => "<",
        (TargetKind::AtLeast(_), false) => "≥",
        (_, true) => ">",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_numerals_up_to_ten() {
        let check = |years, expect: [&str; 3]| {
            assert_eq!([Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| Words::new(lang).years(years)), expect);
        };
        check(2.0, ["两年", "兩年", "2 years"]);
        check(3.0, ["三年", "三年", "3 years"]);
        check(2.5, ["2.5年", "2.5年", "2.5 years"]);
        check(11.0, ["11年", "11年", "11 years"]);
    }
}
