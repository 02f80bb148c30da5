//! 画像 in words.

use std::cmp::Ordering;

use crate::{
    dataset::{Indicator, NormalisationWord, Region, decimal::count},
    figure::{ProfileAxis, ProfileChart, ProfileFinding, ProfileLabel, Scored},
    words::{Words, sentence::sentences},
};

sentences! {
    /// What is said of profiles.
    enum Say {
        // title
        NoHome = "没有指定要画的地区" | "沒有指定要畫的地區" | "No place named to draw";
        Nothing = "{home}没有可比的数据" | "{home}沒有可比的數據" | "{home} has no comparable figure";
        TooFewTitle = "可比的指标只有{n}项，不足以画像" | "可比的指標只有{n}項，不足以畫像" | "{n} comparable indicators are too few for a profile";
        Best = "{home}所列指标均居首位" | "{home}所列指標均居首位" | "{home} comes first on every indicator it has";
        Even = "{home}所列指标水平相当" | "{home}所列指標水平相當" | "{home} stands equally well on all indicators";
        Sides = "{home}：{strongest}最靠前，{weakest}最靠后" | "{home}：{strongest}最靠前，{weakest}最靠後" | "{home}: strongest on {strongest}, weakest on {weakest}";
        // subtitle
        AxesAlone = "{n}项指标" | "{n}項指標" | "{n} indicators";
        Axes = "{n}项指标，{scale}" | "{n}項指標，{scale}" | "{n} indicators, {scale}";
        ScaleMinMax = "圆心为所列地区最差，外圈为最优" | "圓心為所列地區最差，外圈為最優" | "centre: the worst of the places; rim: the best";
        ScalePercentile = "按位次，圆心为末位，外圈为首位" | "按位次，圓心為末位，外圈為首位" | "by rank; centre: last; rim: first";
        ScaleLeader = "占最优地区的比例，外圈为最优" | "佔最優地區的比例，外圈為最優" | "as a share of the best place, at the rim";
        Places = "{n}个可比地区" | "{n}個可比地區" | "comparable places: {n}";
        // on the drawing
        Value = "{place} {value}" | "{place} {value}" | "{place} {value}";
        ValueRank = "{place} {value}，{rank}" | "{place} {value}，{rank}" | "{place} {value}, {rank}";
        NoValue = "{place} 未见可比数据" | "{place} 未見可比數據" | "{place}: no comparable figure";
        MedianKey = "中位数" | "中位數" | "Median";
        Lower = "{indicator}（越低越好）" | "{indicator}（越低越好）" | "{indicator} (lower is better)";
        // told of a point
        ToldPosition = "在各地之间的位置：{n}（0—100）" | "在各地之間的位置：{n}（0—100）" | "Position among the places: {n} of 100";
        // reading
        ReadSides = "{n}个可比地区中，{home}的{strongest}最靠前，为{a}（{rank_a}）；{weakest}最靠后，为{b}（{rank_b}）。" | "{n}個可比地區中，{home}的{strongest}最靠前，為{a}（{rank_a}）；{weakest}最靠後，為{b}（{rank_b}）。" | "Among {n} comparable places, {home} is strongest on {strongest} with {a} ({rank_a}) and weakest on {weakest} with {b} ({rank_b}).";
        ReadAllBetter = "与{place}都有数的{n}项均好于对方。" | "與{place}都有數的{n}項均好於對方。" | "It is ahead on all {n} indicators that {place} has too.";
        ReadAllWorse = "与{place}都有数的{n}项均不及对方。" | "與{place}都有數的{n}項均不及對方。" | "It is behind on all {n} indicators that {place} has too.";
        ReadAgainst = "与{place}都有数的{n}项中，{better}项好于对方，{worse}项不及（{list}）。" | "與{place}都有數的{n}項中，{better}項好於對方，{worse}項不及（{list}）。" | "Of the {n} indicators that {place} has too, it is ahead on {better} and behind on {worse} ({list}).";
        ReadAgainstEven = "与{place}都有数的{n}项中，{better}项好于对方，{worse}项不及，{even}项相同。" | "與{place}都有數的{n}項中，{better}項好於對方，{worse}項不及，{even}項相同。" | "Of the {n} indicators that {place} has too, it is ahead on {better}, behind on {worse} and level on {even}.";
        ReadMedian = "好于中位数的有{better}项，不及的有{worse}项。" | "好於中位數的有{better}項，不及的有{worse}項。" | "Better than the median: {better}; worse: {worse}.";
        ReadGaps = "{list}没有可比的数据，图上留空。" | "{list}沒有可比的數據，圖上留空。" | "Without a comparable figure, and left open: {list}.";
        // table
        HeadIndicator = "指标" | "指標" | "Indicator";
        HeadPosition = "{place}位置（0—100）" | "{place}位置（0—100）" | "{place}, position (0–100)";
        HeadMedianPosition = "中位数位置（0—100）" | "中位數位置（0—100）" | "Median, position (0–100)";
        // notes
        NoteMinMax = "各轴按所列地区极差标准化：最差为0（圆心），最优为100（外圈）；0只表示所列地区中最差，不表示没有。" | "各軸按所列地區極差標準化：最差為0（圓心），最優為100（外圈）；0只表示所列地區中最差，不表示沒有。" | "Each axis runs from the worst of the places (0, the centre) to the best (100, the rim); 0 means the worst among them, not nothing.";
        NotePercentile = "各轴按位次：末位为0（圆心），首位为100（外圈），不反映差距大小。" | "各軸按位次：末位為0（圓心），首位為100（外圈），不反映差距大小。" | "Each axis shows rank alone, the last at the centre and the first at the rim, not how far apart they are.";
        NoteLeader = "各轴为与最优地区之比，最优为100（外圈）。" | "各軸為與最優地區之比，最優為100（外圈）。" | "Each axis shows the ratio to the best place, which is at the rim (100).";
        NoteOrder = "轴的次序按所列指标的次序；换个次序，形状和面积就会改变，只宜看各轴上的位置。" | "軸的次序按所列指標的次序；換個次序，形狀和面積就會改變，只宜看各軸上的位置。" | "Axes stand in the order listed. Another order gives another shape and area: read positions on the axes, not the area.";
        NoteFew = "最多只有{n}个地区可比，差距不大也会从圆心拉到外圈，请看所写数值。" | "最多只有{n}個地區可比，差距不大也會從圓心拉到外圈，請看所寫數值。" | "With at most {n} comparable places even small gaps stretch from centre to rim: read the figures themselves.";
        NoteGaps = "{place}没有可比的数据，留空：{list}。" | "{place}沒有可比的數據，留空：{list}。" | "Left open for lack of a comparable figure of {place}: {list}.";
        NoteTooFew = "雷达图至少要有3个轴，这里有{n}个，只列数值。" | "雷達圖至少要有3個軸，這裡有{n}個，只列數值。" | "A radar needs at least 3 axes; there are {n}, so only the figures are listed.";
    }
}

/// Two sides of an axis: who is ahead.
fn against(own: Option<f64>, other: Option<f64>) -> Option<Ordering> {
    let (own, other) = (own?, other?);
    if (own - other).abs() < 1e-9 { Some(Ordering::Equal) } else { own.partial_cmp(&other) }
}

#[inline(never)]
pub(in crate::words) fn title(words: Words, chart: &ProfileChart) -> String {
    match &chart.finding {
        ProfileFinding::Nothing(None) => words.plain(Say::NoHome),
        ProfileFinding::Nothing(Some(home)) => words.say(Say::Nothing, "home", &[words.place(home)]),
        ProfileFinding::TooFew { axes } => words.say(Say::TooFewTitle, "n", &[&count(*axes)]),
        ProfileFinding::Best(home) => words.say(Say::Best, "home", &[words.place(home)]),
        ProfileFinding::Even(home) => words.say(Say::Even, "home", &[words.place(home)]),
        ProfileFinding::Sides { home, strongest, weakest } => {
            let slots = [words.place(home), words.indicator(strongest), words.indicator(weakest)];
            words.say(Say::Sides, "home strongest weakest", &slots)
        }
    }
}

#[inline(never)]
pub(in crate::words) fn subtitle(words: Words, chart: &ProfileChart) -> Vec<String> {
    let scale = words.plain(match chart.scale {
        NormalisationWord::Percentile => Say::ScalePercentile,
        NormalisationWord::Leader => Say::ScaleLeader,
        NormalisationWord::MinMax | NormalisationWord::ZScore | NormalisationWord::Efficacy => Say::ScaleMinMax,
    });
    let phrase = if chart.is_radar() { Say::Axes } else { Say::AxesAlone };
    let mut parts = vec![words.say(phrase, "n scale", &[&count(chart.axes.len()), &scale])];
    let mut periods = Vec::new();
    for axis in &chart.axes {
        periods.extend(axis.period);
    }
    if !periods.is_empty() {
        parts.push(words.periods_of(&periods));
    }
    parts.push(words.say(Say::Places, "n", &[&count(chart.places)]));
    parts
}

#[inline(never)]
pub(in crate::words) fn reading(words: Words, chart: &ProfileChart) -> Vec<String> {
    let stop = if words.is_english() { "." } else { "。" };
    let mut told = Vec::new();
    let Some(home) = &chart.home else { return vec![title(words, chart) + stop] };
    let axis_of = |indicator: &Indicator| chart.axes.iter().find(|axis| axis.indicator.id == indicator.id);
    match &chart.finding {
        ProfileFinding::Sides { strongest, weakest, .. } => {
            let figure = |indicator: &Indicator| axis_of(indicator).and_then(|axis| axis.home.as_ref());
            let (a, b) = (figure(strongest), figure(weakest));
            let value =
                |figure: Option<&Scored>| figure.map(|figure| words.full_figure(&figure.quantity, figure.text())).unwrap_or_default();
            let rank = |figure: Option<&Scored>| figure.and_then(|figure| figure.rank).map(|rank| words.rank(rank)).unwrap_or_default();
            told.push(words.say(
                Say::ReadSides,
                "n home strongest a rank_a weakest b rank_b",
                &[
                    &count(chart.places),
                    words.place(home),
                    words.indicator(strongest),
                    &value(a),
                    &rank(a),
                    words.indicator(weakest),
                    &value(b),
                    &rank(b),
                ],
            ));
        }
        _ => told.push(title(words, chart) + stop),
    }
    let compare = |other: fn(&ProfileAxis) -> Option<f64>| {
        let (mut better, mut worse, mut even) = (0, Vec::new(), 0);
        for axis in &chart.axes {
            match against(axis.home_at, other(axis)) {
                Some(Ordering::Greater) => better += 1,
                Some(Ordering::Less) => worse.push(words.indicator(&axis.indicator)),
                Some(Ordering::Equal) => even += 1,
                None => {}
            }
        }
        (better, worse, even)
    };
    if let Some(place) = &chart.benchmark {
        let (better, worse, even) = compare(|axis| axis.benchmark_at);
        let place = words.place(place);
        let all = better + worse.len() + even;
        if all > 0 {
            let counts = [count(all), count(better), count(worse.len()), count(even)];
            let [all, better_n, less, even_n] = &counts;
            let phrase = match (better, worse.len(), even) {
                (_, 0, 0) => Say::ReadAllBetter,
                (0, _, 0) => Say::ReadAllWorse,
                (_, _, 0) => Say::ReadAgainst,
                _ => Say::ReadAgainstEven,
            };
            let slots = [place, all, better_n, less, even_n, &words.list(&worse)];
            told.push(words.say(phrase, "place n better worse even list", &slots));
        }
    }
    let (better, worse, _) = compare(|axis| axis.median_at);
    if better + worse.len() > 0 {
        told.push(words.say(Say::ReadMedian, "better worse", &[&count(better), &count(worse.len())]));
    }
    let gaps: Vec<&str> = chart.axes.iter().filter(|axis| axis.home_at.is_none()).map(|axis| words.indicator(&axis.indicator)).collect();
    if !gaps.is_empty() {
        told.push(words.say(Say::ReadGaps, "list", &[&words.list(&gaps)]));
    }
    told
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &ProfileLabel) -> String {
    match label {
        ProfileLabel::Indicator => words.plain(Say::HeadIndicator),
        ProfileLabel::FigureOf(region) => words.place(region).to_owned(),
        ProfileLabel::PositionOf(region) => words.say(Say::HeadPosition, "place", &[words.place(region)]),
        ProfileLabel::Median => words.plain(Say::MedianKey),
        ProfileLabel::MedianPosition => words.plain(Say::HeadMedianPosition),
        ProfileLabel::Name(indicator) => words.profile_name(indicator),
        ProfileLabel::Figure(figure) => words.profile_figure(figure),
        ProfileLabel::Value(value, decimals, indicator) => {
            words.with_unit(&words.middle_amount(*value, *decimals, indicator.unit), indicator.unit)
        }
        ProfileLabel::Scale(NormalisationWord::Percentile) => words.plain(Say::NotePercentile),
        ProfileLabel::Scale(NormalisationWord::Leader) => words.plain(Say::NoteLeader),
        ProfileLabel::Scale(_) => words.plain(Say::NoteMinMax),
        ProfileLabel::Order => words.plain(Say::NoteOrder),
        ProfileLabel::Few(n) => words.say(Say::NoteFew, "n", &[&count(*n)]),
        ProfileLabel::Gaps(region, indicators) => {
            words.say(Say::NoteGaps, "place list", &[words.place(region), &words.indicator_list(indicators)])
        }
        ProfileLabel::TooFew(n) => words.say(Say::NoteTooFew, "n", &[&count(*n)]),
    }
}

impl Words {
    /// An indicator, and that less is better where it is.
    pub(crate) fn profile_name(self, indicator: &Indicator) -> String {
        let name = self.indicator(indicator);
        if indicator.polarity == crate::dataset::Polarity::Lower { self.say(Say::Lower, "indicator", &[name]) } else { name.to_owned() }
    }

    /// A figure with unit and marks.
    fn profile_figure(self, figure: &Scored) -> String {
        let value = self.full_figure(&figure.quantity, figure.text());
        if figure.marks.is_empty() { value } else { [value.as_str(), &figure.marks].join(" ") }
    }

    /// A place's figure, with its rank where that is asked for.
    pub(crate) fn profile_value(self, place: &Region, figure: Option<&Scored>, with_rank: bool) -> String {
        let place = self.place(place);
        let Some(figure) = figure else { return self.say(Say::NoValue, "place", &[place]) };
        let value = self.profile_figure(figure);
        match figure.rank.filter(|_| with_rank) {
            Some(rank) => self.say(Say::ValueRank, "place value rank", &[place, &value, &self.rank(rank)]),
            None => self.say(Say::Value, "place value", &[place, &value]),
        }
    }

    /// The median of an axis, named.
    pub(crate) fn profile_median(self, axis: &ProfileAxis) -> Option<String> {
        let value = self.middle_amount(axis.median?, axis.decimals, axis.indicator.unit);
        let value = self.with_unit(&value, axis.indicator.unit);
        Some(self.say(Say::Value, "place value", &[&self.plain(Say::MedianKey), &value]))
    }

    /// What the dashed line is.
    pub(crate) fn profile_median_key(self) -> String {
        self.plain(Say::MedianKey)
    }

    /// What stands where there is nothing to draw.
    pub(crate) fn profile_nothing(self, chart: &ProfileChart) -> String {
        title(self, chart)
    }

    /// What is told of a place on an axis.
    #[inline(never)]
    pub(crate) fn profile_told(self, axis: &ProfileAxis, place: &Region, figure: Option<&Scored>, at: Option<f64>) -> Vec<String> {
        let mut told = vec![self.profile_name(&axis.indicator), self.profile_value(place, figure, true)];
        if let Some(at) = at {
            told.push(self.say(Say::ToldPosition, "n", &[&self.number(at * 100.0, 0)]));
        }
        told.extend(self.profile_median(axis));
        if let Some(figure) = figure {
            told.push(self.source_line(&figure.observation.source, figure.observation.locator.as_deref()));
        }
        told
    }

    /// What is told of the middle place on an axis.
    pub(crate) fn profile_median_told(self, axis: &ProfileAxis) -> Vec<String> {
        let mut told = vec![self.profile_name(&axis.indicator)];
        told.extend(self.profile_median(axis));
        if let Some(at) = axis.median_at {
            told.push(self.say(Say::ToldPosition, "n", &[&self.number(at * 100.0, 0)]));
        }
        told
    }
}
