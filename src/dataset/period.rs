//! Periods as statistics name them: years, halves, quarters, months, cumulative months and dates.

use core::fmt;

use super::decimal::count;

/// The time a figure speaks of. Ordered by its end, then by its start.
///
/// Written `2022`, `2022-H1`, `2022-Q3`, `2022-05`, `2023-01/2023-05` (cumulative, both months
/// included) or `2024-06-30` (as of that day).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Period {
    /// A calendar year; of a stock, the state given for that year.
    Year(u16),
    /// The first or second half of a year (1 or 2).
    Half(u16, u8),
    /// A quarter of a year (1 to 4).
    Quarter(u16, u8),
    /// One month.
    Month(Month),
    /// All months from the first to the last, both included.
    Months(Month, Month),
    /// As of a day.
    Day(Month, u8),
}

/// A month of a year. Ordered in time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    /// Calendar year, 1900 to 2199.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

/// What must agree for two periods to be compared: a full year never stands beside a half.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PeriodClass {
    /// A full calendar year.
    Year,
    /// A half, with its number.
    Half(u8),
    /// A quarter, with its number.
    Quarter(u8),
    /// A month, with its number.
    Month(u8),
    /// A cumulative span: the month it starts in and how many months it has.
    Months(u8, u16),
    /// A day.
    Day,
}

const YEARS: core::ops::RangeInclusive<u16> = 1900..=2199;

impl Month {
    fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let month = Month { year: year_of(year)?, month: digits(month, 2)? };
        (1..=12).contains(&month.month).then_some(month)
    }

    /// Months since the year 0.
    pub(crate) fn index(self) -> u16 {
        self.year * 12 + u16::from(self.month) - 1
    }

    fn days(self) -> u8 {
        match self.month {
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn digits<T: core::str::FromStr>(text: &str, length: usize) -> Option<T> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn year_of(text: &str) -> Option<u16> {
    digits(text, 4).filter(|year| YEARS.contains(year))
}

impl Period {
    /// Reads one of the six written forms; `None` for anything else, a month 13, a 30 February,
    /// a span that ends before it begins, or a year outside 1900 to 2199.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some((from, to)) = text.split_once('/') {
            let (from, to) = (Month::parse(from)?, Month::parse(to)?);
            return (from <= to).then_some(Period::Months(from, to));
        }
        let Some((year, rest)) = text.split_once('-') else { return year_of(text).map(Period::Year) };
        if let Some(half) = rest.strip_prefix('H') {
            let half = digits(half, 1).filter(|half| (1..=2).contains(half))?;
            return Some(Period::Half(year_of(year)?, half));
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            let quarter = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
            return Some(Period::Quarter(year_of(year)?, quarter));
        }
        match text.rsplit_once('-') {
            Some((month, day)) if month.bytes().any(|b| b == b'-') => {
                let month = Month::parse(month)?;
                let day = digits(day, 2).filter(|day| (1..=month.days()).contains(day))?;
                Some(Period::Day(month, day))
            }
            _ => Month::parse(text).map(Period::Month),
        }
    }

    /// First and last month it covers.
    pub fn months(self) -> (Month, Month) {
        let span = |year, first: u8, last: u8| (Month { year, month: first }, Month { year, month: last });
        match self {
            Period::Year(year) => span(year, 1, 12),
            Period::Half(year, half) => span(year, half * 6 - 5, half * 6),
            Period::Quarter(year, quarter) => span(year, quarter * 3 - 2, quarter * 3),
            Period::Month(month) | Period::Day(month, _) => (month, month),
            Period::Months(from, to) => (from, to),
        }
    }

    /// The calendar year in which it ends.
    pub fn year(self) -> u16 {
        self.months().1.year
    }

    /// Its end on a time axis in years, on which a whole number `y` is the end of year `y`:
    /// 2022 → 2022.0, 2022-H1 → 2021.5, 2024-06-30 → about 2023.5.
    pub fn end(self) -> f64 {
        let last = self.months().1;
        let months = match self {
            Period::Day(month, day) => f64::from(last.month) - 1.0 + f64::from(day) / f64::from(month.days()),
            _ => f64::from(last.month),
        };
        f64::from(last.year) - 1.0 + months / 12.0
    }

    /// The day it ends on, in days since the first of January 1970, for differences of days.
    pub(crate) fn last_day(self) -> i32 {
        let to = self.months().1;
        let day = if let Period::Day(_, day) = self { day } else { to.days() };
        // years that begin in March, so that the leap day is the last of its year
        let (year, month) = (i32::from(to.year) - i32::from(to.month < 3), i32::from(to.month));
        let months = (month + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + i32::from(day) - 719_469
    }

    /// What must agree for comparison.
    pub fn class(self) -> PeriodClass {
        match self {
            Period::Year(_) => PeriodClass::Year,
            Period::Half(_, half) => PeriodClass::Half(half),
            Period::Quarter(_, quarter) => PeriodClass::Quarter(quarter),
            Period::Month(month) => PeriodClass::Month(month.month),
            Period::Months(from, to) => PeriodClass::Months(from.month, to.index() - from.index() + 1),
            Period::Day(..) => PeriodClass::Day,
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> core::cmp::Ordering {
        self.number().cmp(&other.number())
    }
}

impl Period {
    /// A number of its own, below 2⁵³, in the order of periods.
    pub(crate) fn number(self) -> u64 {
        let index = |month: Month| u64::from(month.year) * 12 + u64::from(month.month);
        let (from, to) = self.months();
        let (day, kind) = match self {
            Period::Day(_, day) => (day, 2),
            Period::Months(..) => (to.days(), 1),
            _ => (to.days(), 0),
        };
        ((index(to) << 5 | u64::from(day)) << 20 | index(from)) << 2 | kind
    }
}

impl Month {
    fn written(self) -> String {
        [count(self.year.into()), two(self.month)].join("-")
    }
}

/// Two digits.
fn two(number: u8) -> String {
    [if number < 10 { "0" } else { "" }, &count(number.into())].concat()
}

impl Period {
    /// Its written form, without the formatting machinery of the standard library.
    pub(crate) fn written(self) -> String {
        match self {
            Period::Year(year) => count(year.into()),
            Period::Half(year, half) => [count(year.into()), count(half.into())].join("-H"),
            Period::Quarter(year, quarter) => [count(year.into()), count(quarter.into())].join("-Q"),
            Period::Month(month) => month.written(),
            Period::Months(from, to) => [from.written(), to.written()].join("/"),
            Period::Day(month, day) => [month.written(), two(day)].join("-"),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn written_forms() {
        let check = |text: &str, expect: Option<Period>| assert_eq!(Period::parse(text), expect, "{text}");
        let month = |year, month| Month { year, month };
        check("2022", Some(Period::Year(2022)));
        check("2022-H1", Some(Period::Half(2022, 1)));
        check("2022-Q3", Some(Period::Quarter(2022, 3)));
        check("2022-05", Some(Period::Month(month(2022, 5))));
        check("2023-01/2023-05", Some(Period::Months(month(2023, 1), month(2023, 5))));
        check("2024-06-30", Some(Period::Day(month(2024, 6), 30)));
        check("2024-02-29", Some(Period::Day(month(2024, 2), 29)));
        for bad in [
            "",
            "22",
            "2022-13",
            "2022-00",
            "2022-H3",
            "2022-Q0",
            "2023-02-29",
            "2023-05/2023-01",
            "1776",
            "2022-5",
            "二〇二二",
            "2022/2023",
            "+202",
        ] {
            check(bad, None);
        }
    }

    #[test]
    fn ends_on_the_axis() {
        let end = |text: &str| Period::parse(text).unwrap().end();
        assert_eq!(end("2022"), 2022.0);
        assert_eq!(end("2022-H1"), 2021.5);
        assert_eq!(end("2022-Q4"), 2022.0);
        assert_eq!(end("2023-01/2023-06"), 2022.5);
        assert_eq!(end("2024-06-30"), 2023.5);
    }

    #[test]
    fn a_year_to_date_differs_from_a_half_that_it_equals_in_length() {
        let class = |text: &str| Period::parse(text).unwrap().class();
        assert_ne!(class("2023-H1"), class("2023-01/2023-06"));
        assert_eq!(class("2023-01/2023-05"), class("2022-01/2022-05"));
        assert_ne!(class("2023-Q1"), class("2023-Q2"));
    }

    #[test]
    fn days_are_counted() {
        let check = |text: &str, days| assert_eq!(Period::parse(text).unwrap().last_day(), days, "{text}");
        check("1970-01-01", 0);
        check("2000-02", 11_016);
        check("2024-02-29", 19_782);
        check("2023", 19_722);
        check("1969-12-31", -1);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,16}|[0-9HQ/-]{0,16}") {
            if let Some(period) = Period::parse(&text) {
                prop_assert_eq!(period.to_string(), text);
            }
        }

        #[test]
        fn order_agrees_with_equality(a in 0u16..240, b in 0u16..240) {
            let month = |n: u16| Month { year: 2000 + n / 12, month: (n % 12 + 1) as u8 };
            let periods = [Period::Month(month(a)), Period::Year(2000 + b / 12), Period::Day(month(b), 28)];
            for x in periods { for y in periods {
                prop_assert_eq!(x.cmp(&y) == core::cmp::Ordering::Equal, x == y);
            }}
        }
    }
}
