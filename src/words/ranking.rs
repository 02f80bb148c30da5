//! 排名对比 in words: title, subtitle, labels, reading.

use super::{Words, number::difference_unit, phrase::Phrase, sentence::sentences};
use crate::{
    dataset::{Dimension, Indicator, Measure, Polarity, Quantity, decimal::count},
    figure::{Line, LineKind, RankingChart, RankingFinding, Row, RowState},
};

sentences! {
    /// What a ranking says.
    enum Ranked {
        // titles
        Nothing = "{indicator}：暂无可比数据" | "{indicator}：暫無可比數據" | "{indicator}: no comparable figures yet";
        Only = "仅{place}的{indicator}可比：{value}" | "僅{place}的{indicator}可比：{value}" | "{indicator}: only {place} has a comparable figure, {value}";
        Home = "{home}在{of}个可比地区中居{rank}，与首位{leader}相差{gap}" | "{home}在{of}個可比地區中居{rank}，與首位{leader}相差{gap}" | "{home} ranks {rank} of {of}, {gap} from {leader} in first place";
        HomeTied = "{home}在{of}个可比地区中并列首位" | "{home}在{of}個可比地區中並列首位" | "{home} ties for first place among {of}";
        HomeOpen = "{home}在{of}个可比地区中居{rank}，先后难定" | "{home}在{of}個可比地區中居{rank}，先後難定" | "{home} ranks {rank} of {of}, too close to call";
        HomeFirst = "{home}在{of}个可比地区中居首位" | "{home}在{of}個可比地區中居首位" | "{home} comes first among {of} comparable places";
        Down = "{first}{indicator}{best}，{last}约为其{times}倍" | "{first}{indicator}{best}，{last}約為其{times}倍" | "{indicator}: {first} {best}, {last} about {times} times as high";
        Up = "{first}{indicator}{best}，约为{last}的{times}倍" | "{first}{indicator}{best}，約為{last}的{times}倍" | "{indicator}: {first} {best}, at about {times} times {last}";
        Plain = "{first}{indicator}{best}，{last}{worst}" | "{first}{indicator}{best}，{last}{worst}" | "{indicator}: {first} {best}, {last} {worst}";
        Open = "{first}与{last}的{indicator}相近，先后难定" | "{first}與{last}的{indicator}相近，先後難定" | "{indicator}: {first} and {last} are too close to call";
        Tied = "{first}等{n}地{indicator}并列首位" | "{first}等{n}地{indicator}並列首位" | "{indicator}: {n} places tie for first, {first} among them";
        // subtitle
        HigherBetter = "越高越好" | "越高越好" | "higher is better";
        LowerBetter = "越低越好" | "越低越好" | "lower is better";
        NearestBetter = "越接近{best}越好" | "越接近{best}越好" | "best at {best}";
        PlacesCompared = "{n}个可比地区" | "{n}個可比地區" | "{n} comparable places";
        // on the drawing
        BenchmarkLine = "对标 {place} {value}" | "對標 {place} {value}" | "Benchmark {place} {value}";
        Median = "中位数 {value}" | "中位數 {value}" | "Median {value}";
        Mean = "平均 {value}" | "平均 {value}" | "Mean {value}";
        TargetLine = "{place}目标 {value}" | "{place}目標 {value}" | "{place} target {value}";
        // reading
        ReadSpan = "{period}，{n}个可比地区中，{first}{indicator}{best}，为{a}；{last}{worst}，为{b}，两者相差{gap}。" | "{period}，{n}個可比地區中，{first}{indicator}{best}，為{a}；{last}{worst}，為{b}，兩者相差{gap}。" | "{period}: of {n} comparable places, {first} is {best} at {a} and {last} {worst} at {b}, {gap} apart.";
        Highest = "最高" | "最高" | "highest";
        Lowest = "最低" | "最低" | "lowest";
        Most = "最多" | "最多" | "highest";
        Least = "最少" | "最少" | "lowest";
        ReadOnly = "{period}，仅{place}有可比数据，为{value}。" | "{period}，僅{place}有可比數據，為{value}。" | "{period}: only {place} has a comparable figure, {value}.";
        ReadNothing = "所选地区和时期没有可比数据。" | "所選地區和時期沒有可比數據。" | "There is no comparable figure for these places and this period.";
        ReadMiddle = "中位数为{median}，平均为{mean}。" | "中位數為{median}，平均為{mean}。" | "The median is {median}, the mean {mean}.";
        ReadHome = "{home}为{value}，居{rank}。" | "{home}為{value}，居{rank}。" | "{home} stands at {value}, {rank}.";
        ReadHomeGap = "{home}为{value}，居{rank}，与{other}相差{gap}。" | "{home}為{value}，居{rank}，與{other}相差{gap}。" | "{home} stands at {value}, {rank}, {gap} from {other}.";
        ReadAboveMedian = "比中位数高{gap}。" | "比中位數高{gap}。" | "That is {gap} above the median.";
        ReadBelowMedian = "比中位数低{gap}。" | "比中位數低{gap}。" | "That is {gap} below the median.";
        ReadHomeMissing = "{home}未见公开数据，不参加排位。" | "{home}未見公開數據，不參加排位。" | "{home} publishes no figure and is not ranked.";
        ReadHomeApart = "{home}的数据（{value}）口径、范围或时期不同，不参加排位。" | "{home}的數據（{value}）口徑、範圍或時期不同，不參加排位。" | "{home}’s figure ({value}) differs in definition, scope or period and is not ranked.";
        ReadTarget = "{place}的目标是{value}：按所列数值，{met}个地区达到，{missed}个没有达到。" | "{place}的目標是{value}：按所列數值，{met}個地區達到，{missed}個沒有達到。" | "{place}’s target is {value}: {met} places meet it, {missed} do not.";
        ReadOpenRanks = "带有“超”“近”“余”等字样的数值是一个区间，{places}的位次因此不能完全确定。" | "帶有「超」「近」「餘」等字樣的數值是一個區間，{places}的位次因此不能完全確定。" | "Figures published as ‘over’ or ‘nearly’ are intervals, which leaves the rank of {places} open.";
        // spoken points
        PointGap = "与{other}相差{gap}" | "與{other}相差{gap}" | "{gap} from {other}";
    }
}

impl Words {
    pub(super) fn ranking_title(self, chart: &RankingChart) -> String {
        let indicator = self.indicator(&chart.indicator);
        match &chart.finding {
            RankingFinding::Nothing => self.say(Ranked::Nothing, "indicator", &[indicator]),
            RankingFinding::Only(region, quantity) => {
                self.say(Ranked::Only, "place indicator value", &[self.place(region), indicator, &self.full_figure(quantity, "")])
            }
            RankingFinding::Home { home, rank, of, leader } => {
                let (home, of) = (self.place(home), count(*of));
                match leader {
                    None if rank.is_open() => self.say(Ranked::HomeOpen, "home of rank", &[home, &of, &self.rank(*rank)]),
                    None if self.shares_first(chart) => self.say(Ranked::HomeTied, "home of", &[home, &of]),
                    None => self.say(Ranked::HomeFirst, "home of", &[home, &of]),
                    Some((leader, gap)) => {
                        let gap = self.full_difference(gap.absolute, chart.decimals, chart.indicator.unit);
                        self.say(Ranked::Home, "home of rank leader gap", &[home, &of, &self.rank(*rank), self.place(leader), &gap])
                    }
                }
            }
            RankingFinding::Span { first, tied, .. } if *tied > 1 => {
                self.say(Ranked::Tied, "first n indicator", &[self.place(first), &count(*tied), indicator])
            }
            RankingFinding::Span { first, last, open: true, .. } => {
                self.say(Ranked::Open, "first last indicator", &[self.place(first), self.place(last), indicator])
            }
            RankingFinding::Span { first, last, times, .. } => {
                let times = times.filter(|times| *times >= 1.15 && chart.indicator.unit.dimension() != Dimension::Rank);
                let phrase = match (times, chart.lower_is_better) {
                    (Some(_), true) => Ranked::Down,
                    (Some(_), false) => Ranked::Up,
                    (None, _) => Ranked::Plain,
                };
                let times = times.map(|times| self.number(times, if times < 10.0 { 1 } else { 0 })).unwrap_or_default();
                let (best, worst) = self.superlatives(&chart.indicator, chart);
                let (first, last) = (self.place(first), self.place(last));
                self.say(phrase, "first last indicator times best worst", &[first, last, indicator, &times, &best, &worst])
            }
        }
    }

    /// A row's figure as it is published, without unit.
    fn row_figure(self, row: &Row) -> Option<String> {
        match &row.state {
            RowState::Ranked { quantity, .. } | RowState::Apart { quantity } => Some(self.figure_as(quantity, row.text())),
            RowState::Missing => None,
        }
    }

    /// What the first and the last are: 最低 and 最高 of a rate, 最多 and 最少 of an amount.
    fn superlatives(self, indicator: &Indicator, chart: &RankingChart) -> (String, String) {
        let amount = matches!(indicator.measure, Measure::Flow | Measure::Stock);
        let (most, least) = if amount { (Ranked::Most, Ranked::Least) } else { (Ranked::Highest, Ranked::Lowest) };
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
        let places = self.say(Ranked::PlacesCompared, "n", &[&count(chart.ranked)]);
        vec![parts.join(if self.is_english() { ", " } else { "，" }), places]
    }

    fn direction(self, indicator: &Indicator) -> Option<String> {
        match indicator.polarity {
            Polarity::Higher => Some(self.plain(Ranked::HigherBetter)),
            Polarity::Lower => Some(self.plain(Ranked::LowerBetter)),
            Polarity::Nearest(best) => {
                let best = self.full_number(best, indicator.decimals.unwrap_or(1), indicator.unit);
                Some(self.say(Ranked::NearestBetter, "best", &[&best]))
            }
            Polarity::None => None,
        }
    }

    /// The label of a line across the bars; a brief one of a benchmark has its place and no more.
    pub(crate) fn line_label(self, chart: &RankingChart, line: &Line, brief: bool) -> String {
        let value = match &line.kind {
            LineKind::Benchmark(region) => chart.rows.iter().find(|row| row.region.id == region.id).and_then(|row| self.row_figure(row)),
            _ => None,
        };
        let value = value.unwrap_or_else(|| self.middle_amount(line.value, chart.decimals, chart.indicator.unit));
        match &line.kind {
            LineKind::Benchmark(region) if brief => [self.place(region), " ", &value].concat(),
            LineKind::Benchmark(region) => self.say(Ranked::BenchmarkLine, "place value", &[self.place(region), &value]),
            LineKind::Median => self.say(Ranked::Median, "value", &[&value]),
            LineKind::Mean => self.say(Ranked::Mean, "value", &[&value]),
            LineKind::Target { target, value, .. } => {
                self.say(Ranked::TargetLine, "place value", &[self.place(&target.region), &self.target_figure(target, value)])
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
                    Ranked::ReadSpan,
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
                Ranked::ReadOnly,
                "period place value",
                &[&period, self.place(&only.region), &self.full_figure(value, only.text())],
            )),
            _ => sentences.push(self.plain(Ranked::ReadNothing)),
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
            sentences.push(self.say(Ranked::ReadMiddle, "median mean", &[&median, &mean]));
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
                    Ranked::ReadTarget,
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
            sentences.push(self.say(Ranked::ReadOpenRanks, "places", &[&places]));
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
            gap if gap > 0.0 => Some(self.say(Ranked::ReadAboveMedian, "gap", &[&size])),
            gap if gap < 0.0 => Some(self.say(Ranked::ReadBelowMedian, "gap", &[&size])),
            _ => None,
        }
    }

    fn home_sentence(self, row: &Row, chart: &RankingChart, decimals: u8) -> String {
        let home = self.place(&row.region);
        match &row.state {
            RowState::Missing => self.say(Ranked::ReadHomeMissing, "home", &[home]),
            RowState::Apart { quantity } => self.say(Ranked::ReadHomeApart, "home value", &[home, &self.full_figure(quantity, row.text())]),
            RowState::Ranked { quantity, rank } => {
                let (value, rank) = (self.full_figure(quantity, row.text()), self.rank(*rank));
                match row.gap.zip(chart.gap_to.as_ref()) {
                    Some((gap, other)) => {
                        let gap = self.full_difference(gap.absolute, decimals, quantity.unit());
                        self.say(Ranked::ReadHomeGap, "home value rank other gap", &[home, &value, &rank, self.place(other), &gap])
                    }
                    None => self.say(Ranked::ReadHome, "home value rank", &[home, &value, &rank]),
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
                    told.push(self.say(Ranked::PointGap, "other gap", &[self.place(other), &gap]));
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
