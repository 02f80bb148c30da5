//! 综合得分 in words.

use crate::{
    benchmark::{
        Rank,
        composite::{NoScore, Scoring, Weighting},
    },
    dataset::decimal::count,
    figure::{CompositeChart, CompositeColumn, CompositeFinding, CompositeLabel, CompositeRow, CompositeScore, Scored},
    words::{Words, sentence::sentences},
};

sentences! {
    /// What is said of scores.
    enum Say {
        // title
        Nothing = "指标不足，没有地区可以评分" | "指標不足，沒有地區可以評分" | "Too few figures to score any place";
        Only = "只有{place}可以评分" | "只有{place}可以評分" | "Only {place} can be scored";
        First = "{place}综合得分居首位" | "{place}綜合得分居首位" | "{place} has the highest score";
        FirstMany = "{place}等{n}地综合得分并列首位" | "{place}等{n}地綜合得分並列首位" | "{n} places share the highest score, {place} among them";
        Behind = "{place}综合得分在{of}地中居{rank}" | "{place}綜合得分在{of}地中居{rank}" | "{place}’s score ranks {rank} of {of}";
        BehindTied = "{place}综合得分在{of}地中并列{rank}" | "{place}綜合得分在{of}地中並列{rank}" | "{place}’s score shares rank {rank} of {of}";
        Stable = "{lead}，换权重后位次基本不变" | "{lead}，換權重後位次基本不變" | "{lead}, and the rank holds under other weights";
        Between = "{lead}，换权重后在第{best}至{worst}位之间" | "{lead}，換權重後在第{best}至{worst}位之間" | "{lead}; under other weights, no. {best} to {worst}";
        Unscored = "{lead}；{home}未评分" | "{lead}；{home}未評分" | "{lead}; {home} is not scored";
        // subtitle
        Given = "{n}项指标合成的得分，按给定权重，{scale}" | "{n}項指標合成的得分，按給定權重，{scale}" | "Score from {n} indicators, with given weights, {scale}";
        Equal = "{n}项指标合成的得分，权重相同，{scale}" | "{n}項指標合成的得分，權重相同，{scale}" | "Score from {n} indicators, equally weighted, {scale}";
        ByEntropy = "{n}项指标合成的得分，熵值法定权重，{scale}" | "{n}項指標合成的得分，熵值法定權重，{scale}" | "Score from {n} indicators, with entropy weights, {scale}";
        ByCritic = "{n}项指标合成的得分，CRITIC法定权重，{scale}" | "{n}項指標合成的得分，CRITIC法定權重，{scale}" | "Score from {n} indicators, with CRITIC weights, {scale}";
        ToHundred = "满分100" | "滿分100" | "out of 100";
        ToOne = "贴近度0—1" | "貼近度0—1" | "closeness from 0 to 1";
        AroundZero = "标准分，均值为0" | "標準分，均值為0" | "standard scores around 0";
        Places = "{n}个地区评分" | "{n}個地區評分" | "places scored: {n}";
        // on the drawing
        Beside = "{name} {value}" | "{name} {value}" | "{name} {value}";
        RangeHead = "位次区间" | "位次區間" | "Rank range";
        RangeAside = "位次区间 {range}" | "位次區間 {range}" | "Range {range}";
        HasAside = "{has}/{all}项" | "{has}/{all}項" | "{has} of {all}";
        UnscoredHas = "未评分：{all}项指标中有{has}项" | "未評分：{all}項指標中有{has}項" | "Not scored: has {has} of {all} indicators";
        UnscoredNone = "未评分：没有可比的数据" | "未評分：沒有可比的數據" | "Not scored: no comparable figure";
        UnscoredPlain = "未评分" | "未評分" | "Not scored";
        // told of a point
        ToldScore = "综合得分 {score}，{rank}" | "綜合得分 {score}，{rank}" | "Score {score}, {rank}";
        ToldRange = "换权重：九成情形在{range}" | "換權重：九成情形在{range}" | "Other weights: {range} in 90% of cases";
        ToldHas = "{all}项指标中有{has}项" | "{all}項指標中有{has}項" | "Has {has} of {all} indicators";
        ToldPart = "计 {points} 分（权重 {weight}）" | "計 {points} 分（權重 {weight}）" | "Brings {points} points (weight {weight})";
        // table
        HeadScore = "综合得分" | "綜合得分" | "Score";
        HeadCoverage = "有数的指标" | "有數的指標" | "Indicators available";
        HeadPoints = "计分：{indicator}" | "計分：{indicator}" | "Points: {indicator}";
        Has = "{has}/{all}" | "{has}/{all}" | "{has} of {all}";
        // notes
        Draws = "位次区间：权重随机变动{n}次，九成情形落在其中的位次（第5至第95百分位）；只变权重，不变数据。" | "位次區間：權重隨機變動{n}次，九成情形落在其中的位次（第5至第95百分位）；只變權重，不變數據。" | "Rank range: where nine of ten of {n} random sets of weights put a place (5th to 95th percentile); only the weights vary.";
        Few = "只有{n}个地区，最好与最差之间被拉开到满分，得分只宜看先后。" | "只有{n}個地區，最好與最差之間被拉開到滿分，得分只宜看先後。" | "With only {n} places the scale stretches from the worst to the best of them: read the scores as an order.";
        Incomplete = "缺少部分指标，按其余指标计分：{places}。" | "缺少部分指標，按其餘指標計分：{places}。" | "Scored without some of the indicators: {places}.";
        Short = "缺少的指标过多，未评分：{places}。" | "缺少的指標過多，未評分：{places}。" | "Not scored, for lack of indicators: {places}.";
        NoWeight = "权重为零，没有计入：{list}。" | "權重為零，沒有計入：{list}。" | "Without weight: {list}.";
        Clipped = "几何平均不能有零：{n}个单项得分提高到1分。" | "幾何平均不能有零：{n}個單項得分提高到1分。" | "A geometric mean bears no zero: scores raised to 1: {n}.";
    }
}

/// A rank beyond doubt.
fn at(rank: u32) -> Rank {
    Rank { point: rank, best: rank, worst: rank }
}

#[inline(never)]
pub(in crate::words) fn title(words: Words, chart: &CompositeChart) -> String {
    match &chart.finding {
        CompositeFinding::Nothing => words.plain(Say::Nothing),
        CompositeFinding::Only(place) => words.say(Say::Only, "place", &[words.place(place)]),
        CompositeFinding::Home { home, rank, of, tied, range } => {
            let home = words.place(home);
            let lead = if *rank == 1 {
                words.leads(home, *tied)
            } else {
                let rank = if words.is_english() { count(*rank as usize) } else { words.rank(at(*rank)) };
                words.say(if *tied > 1 { Say::BehindTied } else { Say::Behind }, "place of rank", &[home, &count(*of), &rank])
            };
            words.with_range(lead, *range)
        }
        CompositeFinding::HomeUnscored { home, leader, tied, range } => {
            let lead = words.leads(words.place(leader), *tied);
            let lead = if *tied > 1 { lead } else { words.with_range(lead, *range) };
            words.say(Say::Unscored, "lead home", &[&lead, words.place(home)])
        }
        CompositeFinding::Leader { leader, tied, range } => {
            let lead = words.leads(words.place(leader), *tied);
            if *tied > 1 { lead } else { words.with_range(lead, *range) }
        }
    }
}

#[inline(never)]
pub(in crate::words) fn subtitle(words: Words, chart: &CompositeChart) -> Vec<String> {
    let Some(of) = &chart.of else { return Vec::new() };
    let scale = words.plain(match (&of.method.scoring, chart.full) {
        (Scoring::Topsis(_), _) => Say::ToOne,
        (_, Some(_)) => Say::ToHundred,
        (_, None) => Say::AroundZero,
    });
    let phrase = match of.method.weighting {
        Weighting::Given(_) => Say::Given,
        Weighting::Equal => Say::Equal,
        Weighting::Entropy(_) => Say::ByEntropy,
        Weighting::Critic => Say::ByCritic,
    };
    let mut parts = vec![words.say(phrase, "n scale", &[&count(chart.columns.len()), &scale])];
    let mut periods = Vec::new();
    for column in &chart.columns {
        periods.extend(column.period);
    }
    if !periods.is_empty() {
        parts.push(words.periods_of(&periods));
    }
    parts.push(words.say(Say::Places, "n", &[&count(chart.ranked)]));
    parts
}

#[inline(never)]
pub(in crate::words) fn reading(words: Words, chart: &CompositeChart) -> Vec<String> {
    let Some(of) = &chart.of else { return vec![words.plain(Say::Nothing) + if words.is_english() { "." } else { "。" }] };
    let mut told = vec![words.composite_lead(of)];
    if let Some(home) = &chart.home
        && let Some(row) = of.gathered.row(home)
    {
        // who leads alone has been told
        if !matches!(chart.finding, CompositeFinding::Home { rank: 1, tied: 1, .. } | CompositeFinding::Only(_)) {
            told.push(words.composite_home(of, home, row));
        }
        if of.composite.score(row).is_some() && chart.ranked > 1 {
            told.extend(chart.robustness.iter().flat_map(|robustness| words.composite_holds(of, home, row, robustness)));
            told.extend(words.composite_gap(of, row));
        }
    }
    // where there is no own rank to speak of, that of the first
    let of_the_first = matches!(chart.finding, CompositeFinding::HomeUnscored { .. } | CompositeFinding::Leader { .. });
    if let Some((robustness, (row, _))) = chart.robustness.as_ref().zip(of.composite.ranked().first().copied())
        && let Some(leader) = of.gathered.places.get(row)
        && of_the_first
        && chart.ranked > 1
    {
        told.extend(words.composite_holds(of, leader, row, robustness));
    }
    told
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &CompositeLabel) -> String {
    let places = |say, places: &[std::sync::Arc<crate::dataset::Region>]| {
        let mut names = Vec::new();
        for place in places {
            names.push(words.place(place));
        }
        words.say(say, "places", &[&words.list(&names)])
    };
    match label {
        CompositeLabel::Score => words.plain(Say::HeadScore),
        CompositeLabel::Range => words.plain(Say::RangeHead),
        CompositeLabel::Coverage => words.plain(Say::HeadCoverage),
        CompositeLabel::Points(indicator) => words.say(Say::HeadPoints, "indicator", &[words.indicator(indicator)]),
        CompositeLabel::Unscored => words.plain(Say::UnscoredPlain),
        CompositeLabel::Has(has, all) => words.say(Say::Has, "has all", &[&count(*has), &count(*all)]),
        CompositeLabel::Method(method) => words.composite_method(method),
        CompositeLabel::Weights(weighting, weights) => words.weights_told(weighting, weights),
        CompositeLabel::Draws(n) => words.say(Say::Draws, "n", &[&words.number(f64::from(*n), 0)]),
        CompositeLabel::Few(n) => words.say(Say::Few, "n", &[&count(*n)]),
        CompositeLabel::Incomplete(incomplete) => places(Say::Incomplete, incomplete),
        CompositeLabel::Short(short) => places(Say::Short, short),
        CompositeLabel::NoWeight(indicators) => words.say(Say::NoWeight, "list", &[&words.indicator_list(indicators)]),
        CompositeLabel::Clipped(n) => words.say(Say::Clipped, "n", &[&count(*n)]),
    }
}

impl Words {
    fn leads(self, leader: &str, tied: usize) -> String {
        let phrase = if tied > 1 { Say::FirstMany } else { Say::First };
        self.say(phrase, "place n", &[leader, &count(tied)])
    }

    /// The lead, and whether the rank holds.
    fn with_range(self, lead: String, range: Option<(u32, u32)>) -> String {
        match range {
            None => lead,
            Some((best, worst)) if best == worst => self.say(Say::Stable, "lead", &[&lead]),
            // in words, since a line could break behind a dash
            Some((best, worst)) => self.say(Say::Between, "lead best worst", &[&lead, &count(best as usize), &count(worst as usize)]),
        }
    }

    /// An indicator and its weight.
    pub(crate) fn composite_key(self, column: &CompositeColumn) -> String {
        self.say(Say::Beside, "name value", &[self.indicator(&column.indicator), &self.weight_share(column.weight)])
    }

    /// A weight: whole percents where that says all.
    fn weight_share(self, weight: f64) -> String {
        let whole = (weight * 100.0 - f64::round(weight * 100.0)).abs() < 0.05;
        self.number(weight * 100.0, if whole { 0 } else { 1 }) + "%"
    }

    /// A score with the marks of its figures.
    pub(crate) fn composite_score_label(self, chart: &CompositeChart, score: &CompositeScore, marks: &str) -> String {
        let text = self.number(score.value, chart.decimals);
        if marks.is_empty() { text } else { [text.as_str(), marks].join(" ") }
    }

    /// Ranks under random weights as digits.
    pub(crate) fn composite_range(self, (best, worst): (u32, u32)) -> String {
        self.short_rank(Rank { point: best, best, worst })
    }

    /// The same where no heading says what it is.
    pub(crate) fn composite_range_aside(self, range: (u32, u32)) -> String {
        self.say(Say::RangeAside, "range", &[&self.composite_range(range)])
    }

    /// What stands above the ranges.
    pub(crate) fn composite_range_head(self) -> String {
        self.plain(Say::RangeHead)
    }

    /// How many of the indicators a place was scored by.
    pub(crate) fn composite_has(self, chart: &CompositeChart, row: &CompositeRow) -> String {
        self.say(Say::HasAside, "has all", &[&count(row.has), &count(chart.columns.len())])
    }

    /// Why a place has no score.
    pub(crate) fn composite_unscored(self, chart: &CompositeChart, row: &CompositeRow) -> String {
        match row.score {
            Err(NoScore::Coverage) if row.has == 0 => self.plain(Say::UnscoredNone),
            Err(NoScore::Coverage) => self.say(Say::UnscoredHas, "has all", &[&count(row.has), &count(chart.columns.len())]),
            _ => self.plain(Say::UnscoredPlain),
        }
    }

    /// What stands where there is nothing to draw.
    pub(crate) fn composite_nothing(self) -> String {
        self.plain(Say::Nothing)
    }

    /// What is told of a place.
    #[inline(never)]
    pub(crate) fn composite_told(self, chart: &CompositeChart, row: &CompositeRow) -> Vec<String> {
        let mut told = vec![self.place(&row.region).to_owned()];
        let (has, all) = (count(row.has), count(chart.columns.len()));
        match &row.score {
            Ok(score) => {
                let value = self.composite_score_label(chart, score, &row.marks);
                told.push(self.say(Say::ToldScore, "score rank", &[&value, &self.rank(at(score.rank))]));
                if let Some((best, worst)) = score.range.filter(|_| chart.ranked > 1) {
                    told.push(self.say(Say::ToldRange, "range", &[&self.rank(Rank { point: best, best, worst })]));
                }
                if row.has < chart.columns.len() {
                    told.push(self.say(Say::ToldHas, "has all", &[&has, &all]));
                }
            }
            Err(_) => told.push(self.composite_unscored(chart, row)),
        }
        told
    }

    /// What is told of what an indicator brings a place.
    #[inline(never)]
    pub(crate) fn composite_part_told(
        self,
        chart: &CompositeChart,
        row: &CompositeRow,
        column: &CompositeColumn,
        cell: &Scored,
        part: f64,
    ) -> Vec<String> {
        let value = self.with_unit(&self.marked_figure(&cell.quantity, cell.text(), &cell.marks), cell.quantity.unit());
        let mut told = vec![self.place(&row.region).to_owned()];
        told.push(self.say(Say::Beside, "name value", &[self.indicator(&column.indicator), &value]));
        if let Some(rank) = cell.rank {
            told.push(self.rank(rank));
        }
        told.push(self.say(Say::ToldPart, "points weight", &[&self.number(part, chart.decimals), &self.weight_share(column.weight)]));
        told.push(self.source_line(&cell.observation.source, cell.observation.locator.as_deref()));
        told
    }
}
