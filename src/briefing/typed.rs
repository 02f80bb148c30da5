//! Periods as people type them at a meeting: in the written forms of datasets, or as they are said.

use crate::dataset::{Month, Period, notation::fold};

/// A part of a period.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Number(u16),
    /// 年
    Year,
    /// 上半年 (1), 下半年 (2)
    HalfYear(u16),
    /// H
    Half,
    /// 季度 after its number, Q before it
    Quarter,
    /// 前, of quarters
    First,
    /// 月
    Month,
    /// 日
    Day,
    /// From one to another
    To,
    /// 第, which says nothing
    Nothing,
}

/// What parts are called, the longer before those that begin alike.
const PARTS: [(&str, Part); 26] = [
    ("上半年", Part::HalfYear(1)),
    ("下半年", Part::HalfYear(2)),
    ("年", Part::Year),
    ("季度", Part::Quarter),
    ("季", Part::Quarter),
    ("前", Part::First),
    ("月份", Part::Month),
    ("月", Part::Month),
    ("日", Part::Day),
    ("号", Part::Day),
    ("號", Part::Day),
    ("一", Part::Number(1)),
    ("二", Part::Number(2)),
    ("三", Part::Number(3)),
    ("四", Part::Number(4)),
    ("第", Part::Nothing),
    ("-", Part::To),
    ("—", Part::To),
    ("–", Part::To),
    ("~", Part::To),
    ("至", Part::To),
    ("到", Part::To),
    ("/", Part::To),
    (".", Part::To),
    ("H", Part::Half),
    ("Q", Part::Quarter),
];

/// A period in one of its written forms (2023-Q1) or one near it (2023Q1, 2023.5), or in Chinese (2023年第一季度, 2023年1—9月,
/// 2023年5月15日), in whatever width its digits are; `None` for anything else and for days there are not.
pub fn typed_period(text: &str) -> Option<Period> {
    let text = fold(text);
    Period::parse(&text).or_else(|| said(&parts(&text)?)).filter(|period| Period::parse(&period.written()) == Some(*period))
}

/// The parts that say something; `None` where there is something else.
fn parts(mut text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (part, length) = if digits > 0 {
            (Part::Number(text.get(..digits)?.parse().ok()?), digits)
        } else {
            let (called, part) = PARTS.iter().find(|(called, _)| text.starts_with(called))?;
            (*part, called.len())
        };
        if part != Part::Nothing {
            parts.push(part);
        }
        text = text.get(length..)?;
    }
    Some(parts)
}

/// What the parts say together, right or not.
fn said(parts: &[Part]) -> Option<Period> {
    use Part::{Day, First, Half, HalfYear, Number as N, Quarter, To, Year};
    let small = |number: u16| u8::try_from(number).ok();
    let month = |year, month| Some(Month { year, month: small(month)? });
    let months = |year, from, to| Some(Period::Months(month(year, from)?, month(year, to)?));
    match *parts {
        [N(y), Year] => Some(Period::Year(y)),
        [N(y), Year, HalfYear(half)] | [N(y), HalfYear(half)] | [N(y), Half, N(half)] => Some(Period::Half(y, small(half)?)),
        [N(y), Year, N(quarter), Quarter] | [N(y), Quarter, N(quarter)] => Some(Period::Quarter(y, small(quarter)?)),
        [N(y), Year, First, N(quarters), Quarter] => months(y, 1, quarters.checked_mul(3)?),
        [N(y), Year, N(m), Part::Month] | [N(y), To, N(m)] => Some(Period::Month(month(y, m)?)),
        [N(y), Year, N(m), Part::Month, N(d), Day] | [N(y), To, N(m), To, N(d)] => Some(Period::Day(month(y, m)?, small(d)?)),
        [N(y), Year, N(from), To, N(to), Part::Month] | [N(y), Year, N(from), Part::Month, To, N(to), Part::Month] => months(y, from, to),
        [N(y), Year, N(from), Part::Month, To, N(z), Year, N(to), Part::Month] => Some(Period::Months(month(y, from)?, month(z, to)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Lang, words::Words};
    use proptest::prelude::*;

    #[test]
    fn as_people_type_it() {
        let check =
            |text: &str, expect: Option<&str>| assert_eq!(typed_period(text).map(|period| period.to_string()).as_deref(), expect, "{text}");
        for text in ["2023", " 2023年 ", "２０２３", "２０２３年"] {
            check(text, Some("2023"));
        }
        for text in ["2023年上半年", "2023上半年", "2023-H1", "2023H1"] {
            check(text, Some("2023-H1"));
        }
        for text in ["2023年三季度", "2023年第3季度", "2023Q3"] {
            check(text, Some("2023-Q3"));
        }
        for text in ["2023年1—9月", "2023年1-9月份", "2023年1至9月", "2023年前三季度", "2023年1月到9月"] {
            check(text, Some("2023-01/2023-09"));
        }
        for text in ["2024年5月", "2024-05", "2024.5", "2024/5"] {
            check(text, Some("2024-05"));
        }
        for text in ["2024年5月15日", "2024年5月15号", "2024-5-15"] {
            check(text, Some("2024-05-15"));
        }
        for text in [
            "",
            "去年",
            "abc",
            "2023年13月",
            "2023年2月30日",
            "2023年5季度",
            "2023年前五季度",
            "2023年9—1月",
            "99999年",
            "1—9月",
            "2023年1月-",
        ] {
            check(text, None);
        }
    }

    proptest! {
        /// What is said of a period is read as that period.
        #[test]
        fn what_is_shown_can_be_typed(year in 1900u16..=2199, kind in 0u8..6, a in 1u8..=12, b in 1u8..=12, d in 1u8..=28, later in 0u16..3) {
            let month = |year, month| Month { year, month };
            let period = match kind {
                0 => Period::Year(year),
                1 => Period::Half(year, a % 2 + 1),
                2 => Period::Quarter(year, a % 4 + 1),
                3 => Period::Month(month(year, a)),
                4 if later == 0 => Period::Months(month(year, a.min(b)), month(year, a.max(b))),
                4 => Period::Months(month(year, a), month((year + later).min(2199), b.max(a))),
                _ => Period::Day(month(year, a), d),
            };
            // twelve months are called a year in Chinese
            let is_whole = matches!(period, Period::Months(from, to) if from.year == to.year && (from.month, to.month) == (1, 12));
            prop_assert_eq!(typed_period(&period.to_string()), Some(period));
            for lang in [Lang::ZhHans, Lang::ZhHant] {
                let read = typed_period(&Words::new(lang).period(period));
                // one month from itself to itself is that month in words
                prop_assert!(read == Some(period) || is_whole || read.is_some_and(|read| read.months() == period.months()), "{period:?} {read:?}");
            }
        }
    }
}
