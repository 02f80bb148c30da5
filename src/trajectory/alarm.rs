//! Breaches of a bound counted over a series of periods: the first time one thing follows, the second time another.

use super::limit::{Interval, Limit, Met};
use crate::{
    dataset::{Period, Quantity},
    order::sorted,
};

/// Over what breaches are counted. A rule that says 第一次 and 第二次 without more leaves this open, so it is to be named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counting {
    /// Over the whole series.
    Throughout,
    /// Anew each calendar year.
    EachYear,
    /// Without a break: a period that meets the bound starts the count anew.
    InARow,
}

/// One period of a series and how often the bound has been broken by then.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alert {
    /// The period.
    pub period: Period,
    /// The figure, in the bound's unit.
    pub figure: Quantity,
    /// Whether it meets the bound.
    pub met: Met,
    /// Where it does not: the first, second, … breach. 0 where it meets the bound or may.
    pub breach: u32,
}

/// Counts certain breaches in order of time; of two figures for a period the first given counts. A figure that may lie on
/// either side neither counts nor interrupts. All figures are in the bound's unit.
///
/// Huzhou's rule on the quarterly loss rate of a county (above 10 % the first time its leaders are summoned, the second time
/// they answer before the city's government) is a bound of at most 10 and the first two breaches.
///
/// ```
/// use duibiao::{dataset::{Period, Quantity, Unit}, trajectory::{Counting, Limit, Side, alerts}};
///
/// let quarter = |text, rate| (Period::parse(text).unwrap(), Quantity::exact(rate, 1, Unit::PERCENT).unwrap());
/// let rates = [quarter("2022-Q1", 11.2), quarter("2022-Q2", 10.0), quarter("2022-Q3", 12.5)];
/// let limit = Limit { bound: 10.0, side: Side::AtMost, strict: false };
/// let breaches: Vec<u32> = alerts(&rates, &limit, Counting::Throughout).iter().map(|alert| alert.breach).collect();
/// assert_eq!(breaches, [1, 0, 2]);
/// ```
pub fn alerts(series: &[(Period, Quantity)], limit: &Limit, counting: Counting) -> Vec<Alert> {
    let mut alerts: Vec<Alert> = Vec::new();
    let mut count = 0;
    for (period, figure) in sorted(series.to_vec(), |(period, _)| period.end()) {
        if alerts.iter().any(|alert| alert.period == period) {
            continue;
        }
        let met = limit.check(&Interval::of(&figure));
        let new_year = alerts.last().is_some_and(|last| last.period.year() != period.year());
        if (counting == Counting::EachYear && new_year) || (counting == Counting::InARow && met == Met::Yes) {
            count = 0;
        }
        count += u32::from(met == Met::No);
        alerts.push(Alert { period, figure, met, breach: if met == Met::No { count } else { 0 } });
    }
    alerts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Unit, notation},
        trajectory::Side,
    };
    use proptest::prelude::*;

    fn check(texts: &[(&str, &str)], counting: Counting, expect: &[u32]) {
        let series: Vec<(Period, Quantity)> =
            texts.iter().map(|(period, text)| (Period::parse(period).unwrap(), notation::parse(text).unwrap().quantity(None))).collect();
        let limit = Limit { bound: 10.0, side: Side::AtMost, strict: false };
        let found: Vec<u32> = alerts(&series, &limit, counting).iter().map(|alert| alert.breach).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn counted_by_rule() {
        let series =
            [("2022-Q3", "11%"), ("2022-Q4", "9%"), ("2023-Q1", "10.5%"), ("2023-Q2", "超10%"), ("2023-Q3", "约10%"), ("2023-Q4", "12%")];
        check(&series, Counting::Throughout, &[1, 0, 2, 3, 0, 4]);
        check(&series, Counting::EachYear, &[1, 0, 1, 2, 0, 3]);
        check(&series, Counting::InARow, &[1, 0, 1, 2, 0, 3]);
        check(&[], Counting::InARow, &[]);
    }

    proptest! {
        #[test]
        fn counts_only_breaches(rates in proptest::collection::vec(0.0f64..20.0, 0..24)) {
            let series: Vec<(Period, Quantity)> = rates.iter().enumerate()
                .map(|(index, rate)| (Period::Quarter(2020 + index as u16 / 4, index as u8 % 4 + 1), Quantity::exact(*rate, 2, Unit::PERCENT).unwrap()))
                .collect();
            let limit = Limit { bound: 10.0, side: Side::AtMost, strict: false };
            let found = alerts(&series, &limit, Counting::Throughout);
            let breaches = rates.iter().filter(|rate| **rate > 10.0).count();
            prop_assert_eq!(found.iter().map(|alert| alert.breach).max().unwrap_or(0) as usize, breaches);
        }
    }
}
