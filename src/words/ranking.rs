//! 排名对比 in words: title, subtitle, labels, reading.

use super::{Words, number::difference_unit, phrase::Phrase};
use crate::{
    dataset::{Dimension, Indicator, Measure, Polarity, Quantity, decimal::count},
    figure::{Line, LineKind, RankingChart, RankingFinding, Row, RowState},
};

impl Words {
    pub(super) fn ranking_title(self, chart: &RankingChart) -> String {
        let indicator = self.indicator(&chart.indicator);
        match &chart.finding {
            RankingFinding::Nothing => self.say(Phrase::RankNothing, "indicator", &[indicator]),
            RankingFinding::Only(region, quantity) => {
                self.say(Phrase::RankOnly, "place indicator value", &[self.place(region), indicator, &self.full_figure(quantity, "")])
            }
            RankingFinding::Home { home, rank, of, leader } => {
                let (home, of) = (self.place(home), count(*of));
                match leader {
                    None if rank.is_open() || self.shares_first(chart) => self.say(Phrase::RankHomeTied, "home of", &[home, &of]),
                    None => self.say(Phrase::RankHomeFirst, "home of", &[home, &of]),
                    Some((leader, gap)) => {
                        let gap = self.full_difference(gap.absolute, chart.decimals, chart.indicator.unit);
                        self.say(Phrase::RankHome, "home of rank leader gap", &[home, &of, &self.rank(*rank), self.place(leader), &gap])
                    }
                }
            }
            RankingFinding::Span { first, tied, .. } if *tied > 1 => {
                self.say(Phrase::RankTied, "first n indicator", &[self.place(first), &count(*tied), indicator])
            }
            RankingFinding::Span { first, last, open: true, .. } => {
                self.say(Phrase::RankOpen, "first last indicator", &[self.place(first), self.place(last), indicator])
            }
            RankingFinding::Span { first, last, times, .. } => {
                let times = times.filter(|times| *times >= 1.15 && chart.indicator.unit.dimension() != Dimension::Rank);
                let phrase = match (times, chart.lower_is_better) {
                    (Some(_), true) => Phrase::RankDown,
                    (Some(_), false) => Phrase::RankUp,
                    (None, _) => Phrase::RankPlain,
                };
                let times = times.map(|times| self.number(times, if times < 10.0 { 1 } else { 0 })).unwrap_or_default();
                let (best, worst) = self.superlatives(&chart.indicator, chart);
                let (first, last) = (self.place(first), self.place(last));
                self.say(phrase, "first last indicator times best worst", &[first, last, indicator, &times, &best, &worst])
            }
        }
    }

    /// What the first and the last are: 最低 and 最高 of a rate, 最多 and 最少 of an amount.
    fn superlatives(self, indicator: &Indicator, chart: &RankingChart) -> (String, String) {
        let amount = matches!(indicator.measure, Measure::Flow | Measure::Stock);
        let (most, least) = if amount { (Phrase::Most, Phrase::Least) } else { (Phrase::Highest, Phrase::Lowest) };
        let (best, worst) = if chart.lower_is_better { (least, most) } else { (most, least) };
        (self.plain(best), self.plain(worst))
    }

    /// Whether more than one place is at rank 1.
    fn shares_first(self, chart: &RankingChart) -> bool {
        chart.rows.iter().filter(|row| matches!(row.state, RowState::Ranked { rank, .. } if rank.point == 1)).count() > 1
    }

    pub(super) fn ranking_subtitle(self, chart: &RankingChart) -> Vec<String> {
        let indicator = &chart.indicator;
        let mut parts = vec![self.indicator(indicator).to_owned()];
        let unit = self.unit(indicator.unit);
        if !unit.is_empty() {
            parts.push(unit);
        }
        if let Some(period) = chart.period {
            parts.push(self.period(period));
        }
        if let Some(direction) = self.direction(indicator) {
            parts.push(direction);
        }
        let places = self.say(Phrase::PlacesCompared, "n", &[&count(chart.ranked)]);
        vec![parts.join(if self.is_english() { ", " } else { "，" }), places]
    }

    fn direction(self, indicator: &Indicator) -> Option<String> {
        match indicator.polarity {
            Polarity::Higher => Some(self.plain(Phrase::HigherBetter)),
            Polarity::Lower => Some(self.plain(Phrase::LowerBetter)),
            Polarity::Nearest(best) => {
                let best = self.full_number(best, indicator.decimals.unwrap_or(1), indicator.unit);
                Some(self.say(Phrase::NearestBetter, "best", &[&best]))
            }
            Polarity::None => None,
        }
    }

    /// The label of a line across the bars.
    pub(crate) fn line_label(self, chart: &RankingChart, line: &Line) -> String {
        let value = self.middle_amount(line.value, chart.decimals, chart.indicator.unit);
        match &line.kind {
            LineKind::Benchmark(region) => self.say(Phrase::BenchmarkLine, "place value", &[self.place(region), &value]),
            LineKind::Median => self.say(Phrase::Median, "value", &[&value]),
            LineKind::Mean => self.say(Phrase::Mean, "value", &[&value]),
            LineKind::Target { target, value, .. } => {
                self.say(Phrase::TargetLine, "place value", &[self.place(&target.region), &self.target_figure(target, value)])
            }
        }
    }

    pub(super) fn ranking_reading(self, chart: &RankingChart) -> Vec<String> {
        let unit = chart.indicator.unit;
        let decimals = chart.decimals;
        let period = chart.period.map(|period| self.period(period)).unwrap_or_default();
        let mut sentences = Vec::new();
        let mut in_order: Vec<(&Row, &Quantity)> = Vec::new();
        for row in &chart.rows {
            if let Some(quantity) = ranked(row) {
                in_order.push((row, quantity));
            }
        }
        let ranked = in_order;
        match (ranked.first(), ranked.last()) {
            (Some((first, a)), Some((last, b))) if ranked.len() > 1 => {
                let (best, worst) = self.superlatives(&chart.indicator, chart);
                sentences.push(self.say(
                    Phrase::ReadSpan,
                    "period n first indicator best a last worst b gap",
                    &[
                        &period,
                        &count(chart.ranked),
                        self.place(&first.region),
                        self.indicator(&chart.indicator),
                        &best,
                        &self.full_figure(a, first.text()),
                        self.place(&last.region),
                        &worst,
                        &self.full_figure(b, last.text()),
                        &self.gap_of(a, b, decimals),
                    ],
                ));
            }
            (Some((only, value)), _) => sentences.push(self.say(
                Phrase::ReadOnly,
                "period place value",
                &[&period, self.place(&only.region), &self.full_figure(value, only.text())],
            )),
            _ => sentences.push(self.plain(Phrase::ReadNothing)),
        }
        let middle = |wanted: fn(&LineKind) -> bool| {
            chart
                .lines
                .iter()
                .find(|line| wanted(&line.kind))
                .map(|line| self.with_unit(&self.middle_amount(line.value, decimals, unit), unit))
        };
        if let (Some(median), Some(mean)) = (middle(|kind| matches!(kind, LineKind::Median)), middle(|kind| matches!(kind, LineKind::Mean)))
        {
            sentences.push(self.say(Phrase::ReadMiddle, "median mean", &[&median, &mean]));
        }
        if let Some(home) = chart.rows.iter().find(|row| row.is_home) {
            sentences.push(self.home_sentence(home, chart, decimals));
            if let Some(sentence) = self.median_sentence(home, chart, decimals) {
                sentences.push(sentence);
            }
        }
        for line in &chart.lines {
            if let LineKind::Target { target, value, met } = &line.kind {
                let missed = chart.ranked.saturating_sub(*met);
                sentences.push(self.say(
                    Phrase::ReadTarget,
                    "place value met missed",
                    &[self.place(&target.region), &self.target_figure(target, value), &count(*met), &count(missed)],
                ));
            }
        }
        let mut open: Vec<&str> = Vec::new();
        for row in &chart.rows {
            if matches!(row.state, RowState::Ranked { rank, .. } if rank.is_open()) {
                open.push(self.place(&row.region));
            }
        }
        if chart.is_ranking && !open.is_empty() {
            let places = self.list(&open);
            sentences.push(self.say(Phrase::ReadOpenRanks, "places", &[&places]));
        }
        sentences
    }

    /// The size of a gap with its unit; "about" where an end is an interval.
    fn gap_of(self, a: &Quantity, b: &Quantity, decimals: u8) -> String {
        let gap = self.full_difference(a.value() - b.value(), decimals, a.unit());
        if a.is_exact() && b.is_exact() { gap } else { self.say(Phrase::About, "n", &[&gap]) }
    }

    /// How far the own place is from the middle one.
    fn median_sentence(self, home: &Row, chart: &RankingChart, decimals: u8) -> Option<String> {
        let quantity = ranked(home)?;
        let median = chart.lines.iter().find(|line| matches!(line.kind, LineKind::Median))?.value;
        let gap = quantity.value() - median;
        let unit = quantity.unit();
        let size = self.with_unit(&self.middle_amount(gap.abs(), decimals, unit), difference_unit(unit));
        match gap {
            gap if gap > 0.0 => Some(self.say(Phrase::ReadAboveMedian, "gap", &[&size])),
            gap if gap < 0.0 => Some(self.say(Phrase::ReadBelowMedian, "gap", &[&size])),
            _ => None,
        }
    }

    fn home_sentence(self, row: &Row, chart: &RankingChart, decimals: u8) -> String {
        let home = self.place(&row.region);
        match &row.state {
            RowState::Missing => self.say(Phrase::ReadHomeMissing, "home", &[home]),
            RowState::Apart { quantity } => self.say(Phrase::ReadHomeApart, "home value", &[home, &self.full_figure(quantity, row.text())]),
            RowState::Ranked { quantity, rank } => {
                let (value, rank) = (self.full_figure(quantity, row.text()), self.rank(*rank));
                match row.gap.zip(chart.gap_to.as_ref()) {
                    Some((gap, other)) => {
                        let gap = self.full_difference(gap.absolute, decimals, quantity.unit());
                        self.say(Phrase::ReadHomeGap, "home value rank other gap", &[home, &value, &rank, self.place(other), &gap])
                    }
                    None => self.say(Phrase::ReadHome, "home value rank", &[home, &value, &rank]),
                }
            }
        }
    }

    /// What is told of one bar: value, rank, gap.
    pub(crate) fn row_told(self, chart: &RankingChart, row: &Row) -> Vec<String> {
        let mut told = vec![self.place(&row.region).to_owned()];
        match &row.state {
            RowState::Missing => told.push(self.no_figure()),
            RowState::Apart { quantity } => told.push(self.full_figure(quantity, row.text())),
            RowState::Ranked { quantity, rank } => {
                told.push(self.full_figure(quantity, row.text()));
                if chart.is_ranking {
                    told.push(self.rank(*rank));
                }
                if let Some((gap, other)) = row.gap.zip(chart.gap_to.as_ref()) {
                    let gap = self.full_difference(gap.absolute, chart.decimals, quantity.unit());
                    told.push(self.say(Phrase::PointGap, "other gap", &[self.place(other), &gap]));
                }
            }
        }
        if let Some(observation) = &row.observation {
            told.push(self.source_line(&observation.source, observation.locator.as_deref()));
        }
        told
    }
}

fn ranked(row: &Row) -> Option<&Quantity> {
    match &row.state {
        RowState::Ranked { quantity, .. } => Some(quantity),
        _ => None,
    }
}
