//! The outlook in words: projections, arrival, catch-up, time distance, convergence, ranks over the years.

use super::{Words, number::difference_unit, sentence::sentences};
use crate::{
    benchmark::Rank,
    dataset::{
        Indicator, LocalText, Region,
        decimal::{count, shortest},
    },
    trajectory::{
        Arrival, Beta, CatchUp, Deviation, Dispersion, Eta, Forecast, ForecastMethod, Goal, Leader, NoCatchUp, NoConvergence, NoForecast,
        NoRankHistory, NoTimeDistance, Point, RangeKind, RankHistory, Rate, StatedRanks, TimeDistance, Trend, student,
    },
};

sentences! {
    /// What is said of the outlook.
    enum Outlook {
        // projections
        Growth = "由{since}至{until}的年均增速{rate}推算，{year}约为{value}。" | "由{since}至{until}的年均增速{rate}推算，{year}約為{value}。" | "At the growth of {rate} a year from {since} to {until}, {year} comes to about {value}.";
        Fall = "由{since}至{until}年均下降{rate}推算，{year}约为{value}。" | "由{since}至{until}年均下降{rate}推算，{year}約為{value}。" | "At the fall of {rate} a year from {since} to {until}, {year} comes to about {value}.";
        Change = "由{since}至{until}的年均变化{rate}推算，{year}约为{value}。" | "由{since}至{until}的年均變化{rate}推算，{year}約為{value}。" | "At the change of {rate} a year from {since} to {until}, {year} comes to about {value}.";
        Trend = "由{since}至{until}的{n}个数值按{trend}趋势（{method}）推算，{year}约为{value}" | "由{since}至{until}的{n}個數值按{trend}趨勢（{method}）推算，{year}約為{value}" | "The {trend} trend of {n} figures from {since} to {until} ({method}) leads to about {value} in {year}";
        EvenGrowth = "等比" | "等比" | "even-growth";
        EvenSteps = "等额" | "等額" | "even-step";
        LeastSquares = "最小二乘法" | "最小二乘法" | "least squares";
        TheilSen = "泰尔—森法" | "泰爾—森法" | "Theil–Sen";
        Prediction = "，{level}预测区间为{low}至{high}。" | "，{level}預測區間為{low}至{high}。" | " ({level} prediction interval: {low} to {high}).";
        SlopeRange = "；趋势斜率在{level}置信区间内时，为{low}至{high}。" | "；趨勢斜率在{level}信賴區間內時，為{low}至{high}。" | " (within the {level} confidence interval of its slope: {low} to {high}).";
        NoValue = "{year}的数值超出可推算的范围。" | "{year}的數值超出可推算的範圍。" | "A value for {year} is out of the range that can be projected.";
        FewPoints = "这种推算需要{need}个以上数值，现有{have}个，不作推算。" | "這種推算需要{need}個以上數值，現有{have}個，不作推算。" | "This projection takes {need} figures or more and there are {have}; none is made.";
        ManyPoints = "数值有{have}个，超过这一方法的上限{most}个，不作推算。" | "數值有{have}個，超過這一方法的上限{most}個，不作推算。" | "There are {have} figures, more than the {most} this method takes; no projection is made.";
        SameTime = "同一时间有两个数值，不作推算。" | "同一時間有兩個數值，不作推算。" | "Two figures are of the same time; no projection is made.";
        NotPositive = "有数值不大于零，不能按等比推算。" | "有數值不大於零，不能按等比推算。" | "A figure is not above zero, so even growth cannot be assumed.";
        NotComputed = "所给的数值或参数无法推算。" | "所給的數值或參數無法推算。" | "The numbers or settings given allow no projection.";
        // arrival
        Met = "{year}起已达到{goal}，{late}。" | "{year}起已達到{goal}，{late}。" | "{goal} has been met since {year}, {late}.";
        Arrives = "按此推算，{year}达到{goal}，{late}。" | "按此推算，{year}達到{goal}，{late}。" | "On this projection, {goal} is reached in {year}, {late}.";
        NeverArrives = "按此推算，一百年内不会达到{goal}。" | "按此推算，一百年內不會達到{goal}。" | "On this projection, {goal} is not reached within a century.";
        Late = "比期限晚约{span}" | "比期限晚約{span}" | "about {span} after the deadline";
        Early = "比期限早约{span}" | "比期限早約{span}" | "about {span} before the deadline";
        InTime = "与期限一致" | "與期限一致" | "at the deadline";
        BoundsBoth = "按区间的两端，最早{early}、最晚{late}达到。" | "按區間的兩端，最早{early}、最晚{late}達到。" | "By the ends of the interval, that is {early} at the earliest and {late} at the latest.";
        BoundsSame = "按区间的两端，也都在{early}达到。" | "按區間的兩端，也都在{early}達到。" | "By both ends of the interval, too, that is in {early}.";
        BoundsOpen = "按区间的两端，最早{early}达到，最晚则一百年内不会达到。" | "按區間的兩端，最早{early}達到，最晚則一百年內不會達到。" | "By the ends of the interval, that is {early} at the earliest, and not within a century at the latest.";
        BoundsNever = "按区间的两端，一百年内也都不会达到。" | "按區間的兩端，一百年內也都不會達到。" | "By neither end of the interval is it reached within a century.";
        OneYear = "1年" | "1年" | "1 year";
        SomeYears = "{n}年" | "{n}年" | "{n} years";
        // catch-up
        CatchStatic = "{own}保持目前速度，约{span}后（{year}）达到{other}的水平{value}。" | "{own}保持目前速度，約{span}後（{year}）達到{other}的水平{value}。" | "At its present pace, {own} reaches {other}’s level of {value} in about {span} ({year}).";
        CatchMoving = "双方保持目前速度，{own}约{span}后（{year}）赶上{other}，届时均约为{value}。" | "雙方保持目前速度，{own}約{span}後（{year}）趕上{other}，屆時均約為{value}。" | "At their present paces, {own} catches up with {other} in about {span} ({year}), both at about {value}.";
        CatchAhead = "{own}已达到或超过{other}的水平。" | "{own}已達到或超過{other}的水平。" | "{own} is level with {other} or ahead.";
        CatchParallel = "按目前速度，{own}与{other}的距离不会缩小。" | "按目前速度，{own}與{other}的距離不會縮小。" | "At the present pace, the distance between {own} and {other} does not close.";
        CatchDiverging = "按目前速度，{own}与{other}的距离将扩大。" | "按目前速度，{own}與{other}的距離將擴大。" | "At the present pace, the distance between {own} and {other} widens.";
        CatchCentury = "按目前速度，{own}达到{other}的水平需要一百年以上。" | "按目前速度，{own}達到{other}的水平需要一百年以上。" | "At the present pace, {own} takes more than a century to reach {other}’s level.";
        CatchNotPositive = "有数值不大于零，不能按增速推算{own}何时达到{other}的水平。" | "有數值不大於零，不能按增速推算{own}何時達到{other}的水平。" | "A figure is not above zero, so growth rates do not tell when {own} reaches {other}’s level.";
        CatchCourses = "{own}与{other}一个按增速、一个按增量变化，不作推算。" | "{own}與{other}一個按增速、一個按增量變化，不作推算。" | "One of {own} and {other} moves by growth and the other by even amounts; no projection is made.";
        CatchNone = "所给的数值无法推算{own}何时达到{other}的水平。" | "所給的數值無法推算{own}何時達到{other}的水平。" | "The numbers given do not tell when {own} reaches {other}’s level.";
        // time distance
        DistanceBehind = "{own}{year}的水平（{value}），{other}在{when}已经达到，时间距离约{span}。" | "{own}{year}的水平（{value}），{other}在{when}已經達到，時間距離約{span}。" | "{other} stood at {own}’s level of {year} ({value}) in {when}, a time distance of about {span}.";
        DistanceAhead = "{own}{year}的水平（{value}），{other}到{when}才达到，{own}领先约{span}。" | "{own}{year}的水平（{value}），{other}到{when}才達到，{own}領先約{span}。" | "{other} came to {own}’s level of {year} ({value}) in {when}; {own} was about {span} earlier.";
        DistanceNone = "{own}{year}的水平（{value}），{other}在同一时间达到。" | "{own}{year}的水平（{value}），{other}在同一時間達到。" | "{other} stood at {own}’s level of {year} ({value}) at the same time.";
        DistanceMore = "{own}{year}的水平（{value}），{other}在数据开始之前已经超过，时间距离超过{span}。" | "{own}{year}的水平（{value}），{other}在數據開始之前已經超過，時間距離超過{span}。" | "{other} was past {own}’s level of {year} ({value}) before its figures begin: a time distance of more than {span}.";
        DistanceLess = "{own}{year}的水平（{value}），{other}到数据结束时尚未达到，时间距离不到{span}。" | "{own}{year}的水平（{value}），{other}到數據結束時尚未達到，時間距離不到{span}。" | "{other} had not reached {own}’s level of {year} ({value}) when its figures end: a time distance of less than {span}.";
        DistanceLead = "{own}{year}的水平（{value}），{other}到数据结束时尚未达到，{own}领先。" | "{own}{year}的水平（{value}），{other}到數據結束時尚未達到，{own}領先。" | "{other} had not reached {own}’s level of {year} ({value}) when its figures end; {own} is ahead.";
        DistanceLeadMore = "{own}{year}的水平（{value}），{other}到数据结束时尚未达到，{own}领先{span}以上。" | "{own}{year}的水平（{value}），{other}到數據結束時尚未達到，{own}領先{span}以上。" | "{other} had not reached {own}’s level of {year} ({value}) when its figures end; {own} is more than {span} ahead.";
        DistanceOpen = "{own}{year}的水平（{value}）早于{other}的数据，时间距离无法判断。" | "{own}{year}的水平（{value}）早於{other}的數據，時間距離無法判斷。" | "{own}’s level of {year} ({value}) is earlier than {other}’s figures; the time distance cannot be told.";
        DistanceTurns = "{other}曾{n}次经过这一水平，取最近一次。" | "{other}曾{n}次經過這一水平，取最近一次。" | "{other} passed that level {n} times; the latest counts.";
        DistanceFew = "{other}的数值不足两个，时间距离无法判断。" | "{other}的數值不足兩個，時間距離無法判斷。" | "{other} has fewer than two figures; the time distance cannot be told.";
        DistanceNotComputed = "{own}与{other}的数值无法计算时间距离。" | "{own}與{other}的數值無法計算時間距離。" | "The figures of {own} and {other} give no time distance.";
        // convergence
        Variation = "{n}个地区{indicator}的变异系数（{kind}）由{since}的{a}变为{until}的{b}，相对差距{verdict}。" | "{n}個地區{indicator}的變異係數（{kind}）由{since}的{a}變為{until}的{b}，相對差距{verdict}。" | "{indicator}: the coefficient of variation of {n} places ({kind}) went from {a} in {since} to {b} in {until}; relative gaps {verdict}.";
        LogDeviation = "{n}个地区{indicator}的对数标准差（{kind}）由{since}的{a}变为{until}的{b}，相对差距{verdict}。" | "{n}個地區{indicator}的對數標準差（{kind}）由{since}的{a}變為{until}的{b}，相對差距{verdict}。" | "{indicator}: the standard deviation of logarithms of {n} places ({kind}) went from {a} in {since} to {b} in {until}; relative gaps {verdict}.";
        OfSample = "样本标准差" | "樣本標準差" | "sample deviation";
        OfPopulation = "总体标准差" | "總體標準差" | "population deviation";
        Narrowed = "缩小" | "縮小" | "narrowed";
        Widened = "扩大" | "擴大" | "widened";
        Unchanged = "没有变化" | "沒有變化" | "did not change";
        NoSigma = "{indicator}的数值不足以比较差距的变化。" | "{indicator}的數值不足以比較差距的變化。" | "{indicator}: the figures do not tell how gaps changed.";
        BetaFaster = "{n}个地区{years}间，起点较低的{indicator}增长较快：起点的对数每高1，年均增速低{slope}个百分点（标准误{error}）。" | "{n}個地區{years}間，起點較低的{indicator}增長較快：起點的對數每高1，年均增速低{slope}個百分點（標準誤{error}）。" | "{indicator}: over {years}, of {n} places those that started lower grew faster, by {slope} percentage points a year for each unit of the logarithm (standard error {error}).";
        BetaSlower = "{n}个地区{years}间，起点较高的{indicator}增长较快：起点的对数每高1，年均增速高{slope}个百分点（标准误{error}）。" | "{n}個地區{years}間，起點較高的{indicator}增長較快：起點的對數每高1，年均增速高{slope}個百分點（標準誤{error}）。" | "{indicator}: over {years}, of {n} places those that started higher grew faster, by {slope} percentage points a year for each unit of the logarithm (standard error {error}).";
        BetaEqual = "{n}个地区{years}间，{indicator}的增速与起点高低无关。" | "{n}個地區{years}間，{indicator}的增速與起點高低無關。" | "{indicator}: over {years}, growth did not depend on where {n} places started.";
        BetaShare = "起点可解释增速差异的{share}。" | "起點可解釋增速差異的{share}。" | "The start explains {share} of the differences in growth.";
        BetaHalf = "按此，差距每年缩小{speed}，约{half}减半。" | "按此，差距每年縮小{speed}，約{half}減半。" | "At that, gaps close by {speed} a year and halve in about {half}.";
        BetaWeak = "这一关系在95%的水平上不显著。" | "這一關係在95%的水平上不顯著。" | "This is not significant at the 95% level.";
        FewPlaces = "可比的地区有{have}个，需要{need}个以上，不判断是否趋同。" | "可比的地區有{have}個，需要{need}個以上，不判斷是否趨同。" | "Convergence takes {need} places or more and there are {have}; nothing is said of it.";
        NoSpread = "各地区起点相同，不判断是否趋同。" | "各地區起點相同，不判斷是否趨同。" | "All places start from the same level; nothing is said of convergence.";
        NoLogarithm = "有数值不大于零，不判断是否趋同。" | "有數值不大於零，不判斷是否趨同。" | "A figure is not above zero; nothing is said of convergence.";
        NoConvergence = "所给的数值不能判断是否趋同。" | "所給的數值不能判斷是否趨同。" | "The figures given do not tell of convergence.";
        // ranks over the years
        Ranks = "{place}{indicator}的位次：{steps}。" | "{place}{indicator}的位次：{steps}。" | "{place}, {indicator}: {steps}.";
        RankAmong = "{period}{rank}（{n}个地区）" | "{period}{rank}（{n}個地區）" | "{rank} of {n} in {period}";
        RanksRose = "前后相比上升{n}位。" | "前後相比上升{n}位。" | "From first to last it rose {n}.";
        RanksFell = "前后相比下降{n}位。" | "前後相比下降{n}位。" | "From first to last it fell {n}.";
        RanksStayed = "前后位次相同。" | "前後位次相同。" | "The first and the last are the same.";
        RanksOtherPlaces = "{periods}参加排位的地区与前一期不同，位次变化可能由此而来。" | "{periods}參加排位的地區與前一期不同，位次變化可能由此而來。" | "In {periods} other places are ranked than in the period before, which may be what changed the rank.";
        RanksOtherDefinition = "{periods}的口径与前一期不同。" | "{periods}的口徑與前一期不同。" | "In {periods} the definition differs from the period before.";
        RanksOpen = "{periods}的位次因数值为区间而不能完全确定。" | "{periods}的位次因數值為區間而不能完全確定。" | "In {periods} the rank is open, since figures are intervals.";
        RanksFlagged = "{periods}的数值另有口径、时期差异或不同说法。" | "{periods}的數值另有口徑、時期差異或不同說法。" | "In {periods} the figure differs in definition or period, or is disputed.";
        StatedScope = "据来源公布，{place}{indicator}（范围：{scope}）：{steps}。" | "據來源公布，{place}{indicator}（範圍：{scope}）：{steps}。" | "As stated, {place}, {indicator} (scope: {scope}): {steps}.";
        StatedPlain = "据来源公布，{place}{indicator}（来源未写明范围）：{steps}。" | "據來源公布，{place}{indicator}（來源未寫明範圍）：{steps}。" | "As stated, {place}, {indicator} (the sources name no scope): {steps}.";
        StatedStep = "{period}{rank}" | "{period}{rank}" | "{rank} in {period}";
        StatedDisputed = "{periods}另有不同的说法。" | "{periods}另有不同的說法。" | "For {periods} another rank is stated, too.";
        RanksNone = "没有可比的位次。" | "沒有可比的位次。" | "There is no comparable rank.";
        RanksNoPolarity = "此项不分优劣，没有位次。" | "此項不分優劣，沒有位次。" | "Neither more nor less is better here, so there are no ranks.";
    }
}

/// What rounds to nothing in a number of years with one decimal.
const MOMENT: f64 = 0.05;

impl Words {
    /// Where a forecast leads at a time, with its interval and method.
    pub fn forecast_reading(self, indicator: &Indicator, forecast: &Forecast, at: f64) -> String {
        let year = self.year_of(at);
        let Some(estimate) = forecast.at(at) else { return self.say(Outlook::NoValue, "year", &[&year]) };
        let points = forecast.rests_on();
        let time = |point: Option<&Point>| self.year_of(point.map_or(at, |point| point.at));
        let (since, until) = (time(points.first()), time(points.last()));
        let value = self.level_of(indicator, estimate.value);
        let method = match forecast.method() {
            ForecastMethod::LeastSquares(_) => Outlook::LeastSquares,
            ForecastMethod::TheilSen(..) => Outlook::TheilSen,
            ForecastMethod::LastSteps { .. } => {
                let (sentence, rate) = match forecast.rate() {
                    Rate::Growth(growth) if growth < 0.0 => (Outlook::Fall, self.percent(-growth)),
                    Rate::Growth(growth) => (Outlook::Growth, self.percent(growth)),
                    Rate::Change(change) => (Outlook::Change, self.change(indicator, change)),
                };
                return self.say(sentence, "since until rate year value", &[&since, &until, &rate, &year, &value]);
            }
        };
        let trend = if forecast.trend() == Trend::Geometric { Outlook::EvenGrowth } else { Outlook::EvenSteps };
        let (trend, method, n) = (self.plain(trend), self.plain(method), count(points.len()));
        let trend =
            self.say(Outlook::Trend, "since until n trend method year value", &[&since, &until, &n, &trend, &method, &year, &value]);
        let range = estimate.range.zip(forecast.range_kind()).map(|((low, high), kind)| {
            let sentence = if kind == RangeKind::Prediction { Outlook::Prediction } else { Outlook::SlopeRange };
            // to a millionth of a percent: 0.9 · 100 is not quite 90
            let level = shortest(f64::round(forecast.level() * 1e8) / 1e6) + "%";
            self.say(sentence, "level low high", &[&level, &self.level_of(indicator, low), &self.level_of(indicator, high)])
        });
        trend + &range.unwrap_or_default()
    }

    /// Why there is no forecast.
    pub fn no_forecast_reading(self, reason: NoForecast) -> String {
        match reason {
            NoForecast::TooFewPoints { have, need } => self.say(Outlook::FewPoints, "have need", &[&count(have), &count(need)]),
            NoForecast::TooManyPoints { have, most } => self.say(Outlook::ManyPoints, "have most", &[&count(have), &count(most)]),
            NoForecast::SameTime => self.plain(Outlook::SameTime),
            NoForecast::NotPositive => self.plain(Outlook::NotPositive),
            NoForecast::NotFinite | NoForecast::Level | NoForecast::OutOfRange => self.plain(Outlook::NotComputed),
        }
    }

    /// When a goal is met, how late or early, and what the interval says of it.
    pub fn arrival_reading(self, indicator: &Indicator, goal: &Goal, arrival: &Arrival) -> String {
        let value = self.level_of(indicator, goal.value);
        let told = |sentence: Outlook, eta: Eta| {
            let late = match eta.late {
                late if late.abs() < MOMENT => self.plain(Outlook::InTime),
                late => self.say(if late > 0.0 { Outlook::Late } else { Outlook::Early }, "span", &[&self.for_years(late)]),
            };
            self.say(sentence, "year goal late", &[&self.year_of(eta.at), &value, &late])
        };
        let (expected, bounds) = match arrival {
            Arrival::Met(since) => return told(Outlook::Met, *since),
            Arrival::Ahead { expected, bounds } => (expected, bounds),
        };
        let line = match expected {
            Some(eta) => told(Outlook::Arrives, *eta),
            None => self.say(Outlook::NeverArrives, "goal", &[&value]),
        };
        let Some(bounds) = bounds else { return line };
        let [early, late] = [bounds.earliest, bounds.latest].map(|eta| eta.map(|eta| self.year_of(eta.at)));
        let ends = match (early, late) {
            (Some(early), Some(late)) if early == late => self.say(Outlook::BoundsSame, "early", &[&early]),
            (Some(early), Some(late)) => self.say(Outlook::BoundsBoth, "early late", &[&early, &late]),
            (Some(early), None) => self.say(Outlook::BoundsOpen, "early", &[&early]),
            (None, _) => self.plain(Outlook::BoundsNever),
        };
        self.join(&[line, ends])
    }

    /// When a place reaches another's level, or why not.
    pub fn catch_up_reading(
        self,
        indicator: &Indicator,
        own: &Region,
        other: &Region,
        leader: &Leader,
        result: &Result<CatchUp, NoCatchUp>,
    ) -> String {
        let (own, other) = (self.place(own), self.place(other));
        let sentence = match result {
            Ok(meeting) => {
                let sentence = if matches!(leader, Leader::Static(_)) { Outlook::CatchStatic } else { Outlook::CatchMoving };
                let (span, year) = (self.for_years(meeting.years), self.year_of(meeting.at));
                let value = self.level_of(indicator, meeting.value);
                return self.say(sentence, "own other span year value", &[own, other, &span, &year, &value]);
            }
            Err(NoCatchUp::AlreadyAhead) => Outlook::CatchAhead,
            Err(NoCatchUp::Parallel) => Outlook::CatchParallel,
            Err(NoCatchUp::Diverging) => Outlook::CatchDiverging,
            Err(NoCatchUp::BeyondCentury) => Outlook::CatchCentury,
            Err(NoCatchUp::NotPositive) => Outlook::CatchNotPositive,
            Err(NoCatchUp::Courses) => Outlook::CatchCourses,
            Err(NoCatchUp::NotFinite) => Outlook::CatchNone,
        };
        self.say(sentence, "own other", &[own, other])
    }

    /// How many years ago, or ahead, the leader stood where `point` is, or why that cannot be told.
    pub fn time_distance_reading(
        self,
        indicator: &Indicator,
        own: &Region,
        leader: &Region,
        point: &Point,
        result: &Result<TimeDistance, NoTimeDistance>,
    ) -> String {
        let (own, other) = (self.place(own), self.place(leader));
        let (year, value) = (self.year_of(point.at), self.level_of(indicator, point.value));
        let told = |sentence: Outlook, when: f64, years: f64| {
            let (when, span) = (self.year_of(when), self.for_years(years));
            self.say(sentence, "own other year value when span", &[own, other, &year, &value, &when, &span])
        };
        match result {
            Ok(TimeDistance::At { at, years, crossings }) => {
                let sentence = match *years {
                    years if years.abs() < MOMENT => Outlook::DistanceNone,
                    years if years > 0.0 => Outlook::DistanceBehind,
                    _ => Outlook::DistanceAhead,
                };
                let sentence = told(sentence, *at, *years);
                if *crossings < 2 {
                    return sentence;
                }
                self.join(&[sentence, self.say(Outlook::DistanceTurns, "other n", &[other, &count(*crossings)])])
            }
            Ok(TimeDistance::MoreThan { years }) => {
                told(if *years >= MOMENT { Outlook::DistanceMore } else { Outlook::DistanceOpen }, point.at, *years)
            }
            Ok(TimeDistance::LessThan { years }) => {
                let sentence = match *years {
                    years if years.abs() < MOMENT => Outlook::DistanceLead,
                    years if years > 0.0 => Outlook::DistanceLess,
                    _ => Outlook::DistanceLeadMore,
                };
                told(sentence, point.at, *years)
            }
            Err(NoTimeDistance::TooFewPoints) => told(Outlook::DistanceFew, point.at, 0.0),
            Err(_) => told(Outlook::DistanceNotComputed, point.at, 0.0),
        }
    }

    /// How the gaps among `places` places changed from the first to the last time: by the deviation of logarithms where there
    /// is one at both, by the coefficient of variation else.
    pub fn sigma_reading(self, indicator: &Indicator, places: usize, deviation: Deviation, times: &[Dispersion]) -> String {
        let ends = times.first().zip(times.last());
        let both = |measure: fn(&Dispersion) -> Option<f64>| ends.and_then(|(first, last)| measure(first).zip(measure(last)));
        let (sentence, (a, b)) = match (both(|time| time.log_deviation), both(|time| time.variation)) {
            (Some(logs), _) => (Outlook::LogDeviation, logs),
            (None, Some(variations)) => (Outlook::Variation, variations),
            (None, None) => return self.say(Outlook::NoSigma, "indicator", &[self.indicator(indicator)]),
        };
        let [since, until] = [times.first(), times.last()].map(|time| time.map(|time| self.year_of(time.at)).unwrap_or_default());
        let kind = self.plain(if deviation == Deviation::Sample { Outlook::OfSample } else { Outlook::OfPopulation });
        let [first, last] = [a, b].map(|number| self.number(number, 3));
        // what reads the same has not changed
        let verdict = self.plain(match b - a {
            _ if first == last => Outlook::Unchanged,
            change if change < 0.0 => Outlook::Narrowed,
            _ => Outlook::Widened,
        });
        let values = [&count(places), self.indicator(indicator), &kind, &since, &first, &until, &last, &verdict];
        self.say(sentence, "n indicator kind since a until b verdict", &values)
    }

    /// Whether places that started lower grew faster, or why that cannot be told.
    pub fn beta_reading(self, indicator: &Indicator, result: &Result<Beta, NoConvergence>) -> String {
        let beta = match result {
            Ok(beta) => beta,
            Err(NoConvergence::TooFewPlaces { have, need }) => {
                return self.say(Outlook::FewPlaces, "have need", &[&count(*have), &count(*need)]);
            }
            Err(NoConvergence::NoSpread) => return self.plain(Outlook::NoSpread),
            Err(NoConvergence::NotPositive) => return self.plain(Outlook::NoLogarithm),
            Err(_) => return self.plain(Outlook::NoConvergence),
        };
        let [slope, error] = [beta.slope.abs(), beta.standard_error].map(|number| self.number(number * 100.0, 2));
        let sentence = match beta.slope {
            0.0 => Outlook::BetaEqual,
            slope if slope < 0.0 => Outlook::BetaFaster,
            _ => Outlook::BetaSlower,
        };
        let values = [&count(beta.places), &self.for_years(beta.years), self.indicator(indicator), &slope, &error];
        let mut sentences = vec![self.say(sentence, "n years indicator slope error", &values)];
        if let Some(share) = beta.r_squared {
            sentences.push(self.say(Outlook::BetaShare, "share", &[&self.percent(share)]));
        }
        let certain = u32::try_from(beta.places.saturating_sub(2)).ok().and_then(|dof| student(0.95, dof));
        if beta.slope != 0.0 && certain.is_none_or(|t| beta.slope.abs() < t * beta.standard_error) {
            sentences.push(self.plain(Outlook::BetaWeak));
        } else if let Some((speed, half)) = beta.speed.zip(beta.half_life) {
            sentences.push(self.say(Outlook::BetaHalf, "speed half", &[&self.percent(speed), &self.for_years(half)]));
        }
        self.join(&sentences)
    }

    /// A place's computed ranks over the years, with what makes them hard to compare.
    pub fn rank_history_reading(self, history: &RankHistory) -> String {
        let steps: Vec<String> = history
            .steps
            .iter()
            .map(|step| {
                let (period, rank) = (self.period(step.period), self.rank(step.rank));
                self.say(Outlook::RankAmong, "period rank n", &[&period, &rank, &count(step.places.len())])
            })
            .collect();
        let (place, indicator) = (self.place(&history.region), self.indicator(&history.indicator));
        let mut sentences = vec![self.say(Outlook::Ranks, "place indicator steps", &[place, indicator, &steps.join(self.comma())])];
        let gained: i64 = history.steps.iter().filter_map(|step| step.gained).sum();
        if history.steps.len() > 1 {
            sentences.push(self.gained(gained as f64));
        }
        let mut note = |sentence: Outlook, periods: Vec<String>| {
            if !periods.is_empty() {
                sentences.push(self.say(sentence, "periods", &[&periods.join(self.comma())]));
            }
        };
        let of = |wanted: &dyn Fn(&crate::trajectory::RankStep) -> bool| {
            history.steps.iter().filter(|step| wanted(step)).map(|step| self.period(step.period)).collect::<Vec<_>>()
        };
        note(Outlook::RanksOtherPlaces, of(&|step| !step.same_places));
        note(Outlook::RanksOtherDefinition, of(&|step| !step.same_definition));
        note(Outlook::RanksOpen, of(&|step| step.rank.is_open()));
        note(Outlook::RanksFlagged, of(&|step| !step.flags.is_empty()));
        self.join(&sentences)
    }

    /// Ranks as sources state them, of one scope.
    pub fn stated_ranks_reading(self, indicator: &Indicator, region: &Region, ranks: &StatedRanks) -> String {
        let mut steps = Vec::new();
        let mut disputed = Vec::new();
        for step in &ranks.steps {
            let period = self.period(step.observation.period);
            if step.disputed {
                disputed.push(period.clone());
            }
            steps.push(self.say(Outlook::StatedStep, "period rank", &[&period, &self.stated_rank(step.rank)]));
        }
        let (place, indicator, steps) = (self.place(region), self.indicator(indicator), steps.join(self.comma()));
        let scope = ranks.scope.as_ref().map(|scope: &LocalText| scope.get(self.lang()));
        let mut sentences = vec![match scope {
            Some(scope) => self.say(Outlook::StatedScope, "place indicator scope steps", &[place, indicator, scope, &steps]),
            None => self.say(Outlook::StatedPlain, "place indicator steps", &[place, indicator, &steps]),
        }];
        if ranks.steps.len() > 1 {
            sentences.push(self.gained(ranks.steps.iter().filter_map(|step| step.gained).sum()));
        }
        if !disputed.is_empty() {
            sentences.push(self.say(Outlook::StatedDisputed, "periods", &[&disputed.join(self.comma())]));
        }
        self.join(&sentences)
    }

    /// Why there is no rank history.
    pub fn no_rank_history_reading(self, reason: NoRankHistory) -> String {
        self.plain(if reason == NoRankHistory::NoPolarity { Outlook::RanksNoPolarity } else { Outlook::RanksNone })
    }

    /// A stated rank; 第5位, and plainly as a number where it is no whole one.
    fn stated_rank(self, rank: f64) -> String {
        let whole = rank >= 1.0 && rank == f64::floor(rank) && rank <= f64::from(u32::MAX);
        if !whole {
            return shortest(rank);
        }
        let point = rank as u32;
        self.rank(Rank { point, best: point, worst: point })
    }

    /// The change from the first rank to the last.
    fn gained(self, places: f64) -> String {
        let n = shortest(places.abs());
        match places {
            0.0 => self.plain(Outlook::RanksStayed),
            places if places > 0.0 => self.say(Outlook::RanksRose, "n", &[&n]),
            _ => self.say(Outlook::RanksFell, "n", &[&n]),
        }
    }

    /// A length of time, without its sign, in years with at most one decimal.
    fn for_years(self, years: f64) -> String {
        let text = self.number(years.abs(), 1);
        match text.strip_suffix(".0").unwrap_or(&text) {
            "1" => self.plain(Outlook::OneYear),
            n => self.say(Outlook::SomeYears, "n", &[n]),
        }
    }

    /// A computed value with its unit.
    fn level_of(self, indicator: &Indicator, value: f64) -> String {
        self.full_number(value, decimals(indicator, value), indicator.unit)
    }

    /// A computed change a year, with sign and unit.
    fn change(self, indicator: &Indicator, change: f64) -> String {
        let unit = difference_unit(indicator.unit);
        self.with_unit(&self.signed(change, decimals(indicator, change).max(1), indicator.unit), unit)
    }
}

/// The indicator's decimals; where it names none, one below a hundred if that says something.
fn decimals(indicator: &Indicator, value: f64) -> u8 {
    let tenths = f64::round(value * 10.0);
    indicator.decimals.unwrap_or(u8::from(value.abs() < 100.0 && tenths % 10.0 != 0.0))
}

#[cfg(test)]
mod tests;
