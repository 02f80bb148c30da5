//! Periods in a reader's language.

use super::{Words, phrase::Phrase};
use crate::dataset::{
    Period,
    decimal::{count, fixed},
};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Words {
    /// A period: 2022年, 2023年上半年, 2023年1—5月, 2024年6月30日.
    pub fn period(self, period: Period) -> String {
        let (from, to) = period.months();
        let year = count(to.year.into());
        if self.is_english() {
            let month = |month: u8| MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
            return match period {
                Period::Year(_) => year,
                Period::Half(_, half) => ["H", &count(half.into()), " ", &year].concat(),
                Period::Quarter(_, quarter) => ["Q", &count(quarter.into()), " ", &year].concat(),
                Period::Month(_) => [month(to.month), &year].join(" "),
                Period::Months(..) if from.year == to.year => [month(from.month), "–", month(to.month), " ", &year].concat(),
                Period::Months(..) => [month(from.month), " ", &count(from.year.into()), "–", month(to.month), " ", &year].concat(),
                Period::Day(_, day) => [&count(day.into()), month(to.month), &year].join(" "),
            };
        }
        let (first, last) = (count(from.month.into()), count(to.month.into()));
        match period {
            Period::Year(_) => year + "年",
            Period::Half(_, half) => self.say(if half == 1 { Phrase::FirstHalf } else { Phrase::SecondHalf }, "year", &[&year]),
            Period::Quarter(_, quarter) => {
                let quarter = ["一", "二", "三", "四"].get(usize::from(quarter).saturating_sub(1)).unwrap_or(&"");
                [&year, "年第", quarter, "季度"].concat()
            }
            Period::Month(_) => [&year, "年", &last, "月"].concat(),
            Period::Months(..) if from.year == to.year && from.month == 1 && to.month == 12 => year + "年",
            Period::Months(..) if from.year == to.year => [&year, "年", &first, "—", &last, "月"].concat(),
            Period::Months(..) => [&count(from.year.into()), "年", &first, "月—", &year, "年", &last, "月"].concat(),
            Period::Day(_, day) => [&year, "年", &last, "月", &count(day.into()), "日"].concat(),
        }
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
