//! Periods in a reader's language.

use super::{Words, sentence::fill};
use crate::dataset::{
    Period,
    decimal::{count, fixed},
};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Words {
    /// A period: 2022年, 2023年上半年, 2023年1—5月, 2024年6月30日.
    pub fn period(self, period: Period) -> String {
        let (from, to) = period.months();
        let in_one = from.year == to.year;
        // in Chinese, in English
        let (han, english) = match period {
            Period::Year(_) => ("{year}年", "{year}"),
            Period::Half(_, 1) => ("{year}年上半年", "H1 {year}"),
            Period::Half(..) => ("{year}年下半年", "H2 {year}"),
            Period::Quarter(..) => ("{year}年第{n}季度", "Q{n} {year}"),
            Period::Month(_) => ("{year}年{last}月", "{last} {year}"),
            Period::Months(..) if in_one && from.month == 1 && to.month == 12 => ("{year}年", "{first}–{last} {year}"),
            Period::Months(..) if in_one => ("{year}年{first}—{last}月", "{first}–{last} {year}"),
            Period::Months(..) => ("{before}年{first}月—{year}年{last}月", "{first} {before}–{last} {year}"),
            Period::Day(..) => ("{year}年{last}月{n}日", "{n} {last} {year}"),
        };
        let named = |names: &[&str], number: u8| names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default().to_owned();
        let month = |month: u8| if self.is_english() { named(&MONTHS, month) } else { count(month.into()) };
        let n = match period {
            Period::Quarter(_, quarter) if !self.is_english() => named(&["一", "二", "三", "四"], quarter),
            Period::Quarter(_, n) | Period::Day(_, n) => count(n.into()),
            _ => String::new(),
        };
        let values = [count(to.year.into()), n, month(from.month), month(to.month), count(from.year.into())];
        fill(if self.is_english() { english } else { han }, "year n first last before", &values.each_ref().map(String::as_str))
    }

    /// A time on the axis, named by the year it lies in: 2025.88 lies in 2026.
    pub fn year_of(self, at: f64) -> String {
        // a hair past the end of a year is still its end
        let year = fixed(f64::ceil(at - 1e-9), 0);
        if self.is_english() { year } else { year + "年" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Lang;

    #[test]
    fn periods() {
        let check = |text: &str, zh: &str, en: &str| {
            let period = Period::parse(text).unwrap();
            assert_eq!((Words::new(Lang::ZhHans).period(period).as_str(), Words::new(Lang::En).period(period).as_str()), (zh, en));
        };
        check("2022", "2022年", "2022");
        check("2023-H1", "2023年上半年", "H1 2023");
        check("2023-Q4", "2023年第四季度", "Q4 2023");
        check("2023-01/2023-05", "2023年1—5月", "Jan–May 2023");
        check("2020-01/2023-06", "2020年1月—2023年6月", "Jan 2020–Jun 2023");
        check("2024-06-30", "2024年6月30日", "30 Jun 2024");
        assert_eq!(Words::new(Lang::ZhHans).year_of(2025.88), "2026年");
        assert_eq!(Words::new(Lang::ZhHans).year_of(2025.0), "2025年");
    }
}
