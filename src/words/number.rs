//! Numbers as people write them.

use super::{Words, phrase::Phrase};
use crate::{
    benchmark::Rank,
    dataset::{
        Dimension, Qualifier, Quantity, Unit,
        decimal::{count, fixed},
    },
};

/// What stands where a number would be, when there is none.
const DASH: &str = "–";
/// A true minus sign, as wide as a plus.
const MINUS: char = '\u{2212}';

impl Words {
    /// A number with this many decimals, thousands separated by commas, a true minus sign.
    pub fn number(self, value: f64, decimals: u8) -> String {
        if !value.is_finite() {
            return DASH.to_owned();
        }
        let text = fixed(value.abs(), decimals);
        let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
        let negative = value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        let mut out = String::with_capacity(text.len() + 4);
        if negative {
            out.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }

    /// A value of a unit, in the scale the unit's name has in this language, without the name.
    pub fn amount(self, value: f64, decimals: u8, unit: Unit) -> String {
        let (rescaled, more) = self.rescaled(value, decimals, unit);
        let text = self.number(rescaled, more);
        // a decimal that rescaling added says nothing when it is zero
        match text.strip_suffix('0') {
            Some(shorter) if more > decimals => shorter.trim_end_matches('.').to_owned(),
            _ => text,
        }
    }

    /// The same with a plus sign before what is above zero.
    pub fn signed(self, value: f64, decimals: u8, unit: Unit) -> String {
        let text = self.amount(value, decimals, unit);
        let is_zero = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        if value > 0.0 && !is_zero { ["+", text.as_str()].concat() } else { text }
    }

    /// A share of one as a percentage with one decimal.
    pub fn percent(self, share: f64) -> String {
        if share.is_finite() { self.number(share * 100.0, 1) + "%" } else { DASH.to_owned() }
    }

    /// A figure with its qualifier, without its unit: 超850.
    pub fn figure(self, quantity: &Quantity) -> String {
        let decimals = quantity.decimals();
        let amount = |value| self.amount(value, decimals, quantity.unit());
        let value = amount(quantity.value());
        let phrase = match quantity.qualifier() {
            Qualifier::Exact => return value,
            Qualifier::Range => {
                return [amount(quantity.low()), amount(quantity.high())].join("–");
            }
            Qualifier::Over => Phrase::Over,
            Qualifier::AtLeast => Phrase::AtLeast,
            Qualifier::Nearly => Phrase::Nearly,
            Qualifier::AtMost => Phrase::AtMost,
            Qualifier::About => Phrase::About,
        };
        self.say(phrase, "n", &[&value])
    }

    /// The same with the qualifier in the source's own words where these are Chinese: 659余, 逾722.
    /// `text` is the figure as written, or empty.
    pub fn figure_as(self, quantity: &Quantity, text: &str) -> String {
        const OWN: [(&str, Phrase); 6] = [
            ("余", Phrase::Odd),
            ("多", Phrase::More),
            ("逾", Phrase::Exceeding),
            ("突破", Phrase::Passing),
            ("接近", Phrase::Nearing),
            ("左右", Phrase::Thereabouts),
        ];
        if !self.is_english() && is_fraction(text) {
            return self.characters(text);
        }
        let own = OWN.iter().find(|(word, _)| contains(text, word)).filter(|_| !self.is_english() && !quantity.is_exact());
        match own {
            Some((_, phrase)) => self.say(*phrase, "n", &[&self.amount(quantity.value(), quantity.decimals(), quantity.unit())]),
            None => self.figure(quantity),
        }
    }

    /// A figure for a label: as written, with the marks of its notes.
    pub fn marked_figure(self, quantity: &Quantity, text: &str, marks: &str) -> String {
        let figure = self.figure_as(quantity, text);
        if marks.is_empty() { figure } else { [figure.as_str(), marks].join(" ") }
    }

    /// A figure with qualifier and unit: 超850亿元.
    pub fn full_figure(self, quantity: &Quantity, text: &str) -> String {
        let figure = self.figure_as(quantity, text);
        if !self.is_english() && is_fraction(text) { figure } else { self.with_unit(&figure, quantity.unit()) }
    }

    /// A middle value: between whole numbers it gets one decimal, where that says something.
    pub fn middle_amount(self, value: f64, decimals: u8, unit: Unit) -> String {
        let finer = decimals == 0 && !fixed(value, 1).ends_with('0');
        self.amount(value, if finer { 1 } else { decimals }, unit)
    }

    /// The end of an interval: with as many decimals as its step has.
    pub fn bound(self, value: f64, quantity: &Quantity) -> String {
        let decimals = (quantity.decimals()..9).find(|decimals| fixed(quantity.step(), *decimals).bytes().any(|b| b > b'0')).unwrap_or(9);
        // what is around a figure is half a step away
        let is_half = quantity.qualifier() == Qualifier::About && quantity.step() < 2.0;
        self.with_unit(&self.amount(value, decimals + u8::from(is_half), quantity.unit()), quantity.unit())
    }

    /// A computed value with its unit.
    pub fn full_number(self, value: f64, decimals: u8, unit: Unit) -> String {
        self.with_unit(&self.amount(value, decimals, unit), unit)
    }

    /// The size of a difference with its unit; between percentages, in percentage points.
    pub fn full_difference(self, difference: f64, decimals: u8, unit: Unit) -> String {
        self.with_unit(&self.amount(difference.abs(), decimals, unit), difference_unit(unit))
    }

    /// A rank, or the interval it lies in: 第2–3位.
    pub fn rank(self, rank: Rank) -> String {
        let (best, worst) = (count(rank.best as usize), count(rank.worst as usize));
        if rank.is_open() {
            self.say(Phrase::RankBetween, "best worst", &[&best, &worst])
        } else {
            self.say(Phrase::RankAt, "rank", &[&count(rank.point as usize)])
        }
    }

    /// A rank as digits for a narrow column: 2 or 2–3.
    pub fn short_rank(self, rank: Rank) -> String {
        if rank.is_open() { [count(rank.best as usize), count(rank.worst as usize)].join("–") } else { count(rank.point as usize) }
    }
}

/// The unit of a difference: percentages differ by percentage points.
pub(super) fn difference_unit(unit: Unit) -> Unit {
    if unit.dimension() == Dimension::Share { Unit::PERCENTAGE_POINT } else { unit }
}

/// Whether a figure is written as a fraction in words, which as a percentage would be another one: 三分之一以上.
fn is_fraction(text: &str) -> bool {
    contains(text, "分之") && !["百分之", "千分之", "万分之"].iter().any(|share| contains(text, share))
}

/// Whether a word is part of a text: byte by byte, for the standard library's search is 2 KB of wasm.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Lang, notation};

    #[test]
    fn numbers() {
        let words = Words::new(Lang::ZhHans);
        let check = |value, decimals, expect: &str| assert_eq!(words.number(value, decimals), expect);
        check(2000.0, 0, "2,000");
        check(204_181.23, 2, "204,181.23");
        check(999.0, 0, "999");
        check(-1234.5, 1, "\u{2212}1,234.5");
        check(-0.001, 1, "0.0");
        check(f64::NAN, 1, "–");
        check(1e15, 0, "1,000,000,000,000,000");
        assert_eq!(words.signed(3.0, 1, Unit::PERCENT), "+3.0");
        assert_eq!(words.signed(0.0, 1, Unit::PERCENT), "0.0");
        assert_eq!(words.percent(0.259_921), "26.0%");
    }

    #[test]
    fn figures_keep_their_qualifier() {
        let check = |text: &str, lang, expect: &str| {
            let quantity = notation::parse(text).unwrap().quantity(None);
            assert_eq!(Words::new(lang).full_figure(&quantity, text), expect, "{text}");
        };
        check("超850亿元", Lang::ZhHans, "超850亿元");
        check("659余亿元", Lang::ZhHans, "659余亿元");
        check("逾722亿元", Lang::ZhHant, "逾722億元");
        check("659余亿元", Lang::En, ">65.9 billion yuan");
        check("超850亿元", Lang::En, ">85 billion yuan");
        check("333.7亿元", Lang::En, "33.37 billion yuan");
        check("5.32万件", Lang::En, "53.2 thousand");
        check("99%以上", Lang::ZhHans, "99%以上");
        check("2—5个工作日", Lang::ZhHans, "2–5个工作日");
        check("15.12%", Lang::En, "15.12%");
        check("171家", Lang::En, "171");
        check("三分之一以上", Lang::ZhHans, "三分之一以上");
        check("近三分之二以内", Lang::ZhHant, "近三分之二以內");
        check("百分之十五", Lang::ZhHans, "15%");
        check("850亿元左右", Lang::ZhHans, "850亿元左右");
        check("850亿元左右", Lang::ZhHant, "850億元左右");
    }

    #[test]
    fn bounds_have_the_decimals_that_they_need() {
        let check = |text: &str, low: &str, high: &str| {
            let quantity = notation::parse(text).unwrap().quantity(None);
            let end = |value| Words::new(Lang::ZhHans).bound(value, &quantity);
            assert_eq!((end(quantity.low()).as_str(), end(quantity.high()).as_str()), (low, high), "{text}");
        };
        check("超850亿元", "850亿元", "860亿元");
        check("约160家", "155家", "165家");
        check("约39家", "38.5家", "39.5家");
        check("约7.2%", "7.15%", "7.25%");
        check("近0.5%", "0.4%", "0.5%");
    }
}
