//! Statuses and alerts in words: always a mark and a word, never a colour alone.

use super::{Words, sentence::sentences};
use crate::{
    dataset::{
        Unit,
        decimal::{count, decimal},
    },
    trajectory::{Alert, Colour, Grounds, Limit, Mark, Met, Method, NoRuling, Ruling, Side, Status, Verdict},
};

sentences! {
    /// What is said of a status.
    enum Standing {
        Eurostat = "欧盟统计局法" | "歐盟統計局法" | "Eurostat";
        OpenSdg = "Open SDG法" | "Open SDG法" | "Open SDG";
        Sdsn = "SDSN箭头法" | "SDSN箭頭法" | "SDSN arrows";
        ProgressChart = "联合国进展图法" | "聯合國進展圖法" | "UN Progress Chart";
        Unsd = "联合国统计司法" | "聯合國統計司法" | "UN Statistics Division";
        ThreeColour = "三色法" | "三色法" | "Three colours";
        // one row a grade, from best to worst: Eurostat, Open SDG, SDSN, UNSD
        Achieved = "已达到" | "已達到" | "achieved";
        EurostatOn = "在轨" | "在軌" | "on track";
        EurostatModerate = "略慢" | "略慢" | "moderate progress";
        EurostatInsufficient = "不足" | "不足" | "insufficient progress";
        EurostatAway = "远离目标" | "遠離目標" | "moving away";
        OpenSdgOn = "进展显著" | "進展顯著" | "substantial progress";
        OpenSdgModerate = "进展中等" | "進展中等" | "moderate progress";
        OpenSdgInsufficient = "进展有限" | "進展有限" | "limited progress";
        OpenSdgAway = "倒退" | "倒退" | "deterioration";
        SdsnOn = "在轨" | "在軌" | "on track";
        SdsnModerate = "有所改善" | "有所改善" | "moderately improving";
        SdsnInsufficient = "停滞" | "停滯" | "stagnating";
        SdsnAway = "下滑" | "下滑" | "decreasing";
        UnsdOn = "在轨" | "在軌" | "on track";
        UnsdModerate = "有进展，需加快" | "有進展，需加快" | "fair progress, to be accelerated";
        UnsdInsufficient = "进展很小或没有进展" | "進展很小或沒有進展" | "limited or no progress";
        UnsdAway = "恶化" | "惡化" | "deterioration";
        Green = "绿色" | "綠色" | "green";
        Yellow = "黄色" | "黃色" | "yellow";
        Red = "红色" | "紅色" | "red";
        // the whole
        Ruled = "{method}：{mark} {verdict}（{grounds}）。" | "{method}：{mark} {verdict}（{grounds}）。" | "{method}: {mark} {verdict} ({grounds}).";
        GroundsMet = "目标值已达到" | "目標值已達到" | "the target value is met";
        GroundsLeft = "起点已在目标值上，现在偏离" | "起點已在目標值上，現在偏離" | "the baseline was on the target, the figure has left it";
        GroundsGrowth = "实际年均{actual}，所需年均{required}，达到所需的{ratio}" | "實際年均{actual}，所需年均{required}，達到所需的{ratio}" | "{actual} a year against {required} needed, {ratio} of it";
        GroundsReplaced = "实际年均{actual}，所需年均{required}，达到所需的{ratio}；零按0.001计" | "實際年均{actual}，所需年均{required}，達到所需的{ratio}；零按0.001計" | "{actual} a year against {required} needed, {ratio} of it; zero is taken as 0.001";
        GroundsExpected = "照此到期为{value}，走完全程的{share}" | "照此到期為{value}，走完全程的{share}" | "{value} at the deadline at this pace, {share} of the way";
        GroundsAheadTime = "比序时进度快{n}个百分点" | "比序時進度快{n}個百分點" | "{n} percentage points ahead of schedule";
        GroundsBehindTime = "比序时进度慢{n}个百分点" | "比序時進度慢{n}個百分點" | "{n} percentage points behind schedule";
        GroundsAheadPath = "领先路径{n}" | "領先路徑{n}" | "{n} ahead of the path";
        GroundsBehindPath = "落后路径{n}" | "落後路徑{n}" | "{n} behind the path";
        // no status
        NotRuled = "{method}：不作判断，{reason}。" | "{method}：不作判斷，{reason}。" | "{method}: not judged, {reason}.";
        NotFinite = "数值过大或不是数" | "數值過大或不是數" | "a number is too large or none";
        Order = "期限不在基期之后" | "期限不在基期之後" | "the deadline is not after the baseline";
        TooEarly = "基期之后还没有数值" | "基期之後還沒有數值" | "there is no figure after the baseline";
        NotPositive = "数值不大于零，没有增长率" | "數值不大於零，沒有增長率" | "values at or below zero have no growth rate";
        SignChange = "数值正负不一，没有增长率" | "數值正負不一，沒有增長率" | "values on both sides of zero have no growth rate";
        Thresholds = "阈值应为从零起、先黄后红" | "閾值應為從零起、先黃後紅" | "thresholds go up from zero, yellow before red";
        NoShare = "路径应达值为零，没有比例" | "路徑應達值為零，沒有比例" | "the path asks for zero, of which there is no share";
        Undecided = "数值是区间，目标值在其中" | "數值是區間，目標值在其中" | "the figure is an interval with the target in it";
        // alerts
        AlertAbove = "{period}为{value}，第{n}次高于{bound}。" | "{period}為{value}，第{n}次高於{bound}。" | "{value} in {period}: above {bound}, time no. {n}.";
        AlertBelow = "{period}为{value}，第{n}次低于{bound}。" | "{period}為{value}，第{n}次低於{bound}。" | "{value} in {period}: below {bound}, time no. {n}.";
        AlertNotPast = "{period}为{value}，第{n}次未超过{bound}。" | "{period}為{value}，第{n}次未超過{bound}。" | "{value} in {period}: not past {bound}, time no. {n}.";
        AlertOpen = "{period}为{value}，是否越过{bound}不能确定。" | "{period}為{value}，是否越過{bound}不能確定。" | "{value} in {period}: whether past {bound} is undecided.";
        AlertNone = "{of}个时期均符合{bound}的界限。" | "{of}個時期均符合{bound}的界限。" | "Periods checked: {of}; all keep to {bound}.";
        AlertEmpty = "没有可供检查的时期。" | "沒有可供檢查的時期。" | "There is no period to check.";
        AlertSum = "{of}个时期中{n}个不符合。" | "{of}個時期中{n}個不符合。" | "Periods checked: {of}; not kept in {n}.";
    }
}

impl Words {
    /// A status with its method, its mark and what it rests on: 欧盟统计局法：◆ 略慢（实际年均19.6%，…）. `unit` and `decimals` are
    /// those of the figures.
    pub fn ruling(self, ruling: &Ruling, unit: Unit, decimals: u8) -> String {
        let (mark, verdict) = self.verdict(ruling.method, ruling.verdict);
        let change =
            |value: f64| self.with_unit(&self.signed(value, decimals.saturating_add(1), unit), super::number::difference_unit(unit));
        let slots = "actual required ratio";
        let grounds = match ruling.grounds {
            Grounds::Met => self.plain(Standing::GroundsMet),
            Grounds::Left => self.plain(Standing::GroundsLeft),
            Grounds::Growth { actual, required, ratio, replaced } => {
                let phrase = if replaced { Standing::GroundsReplaced } else { Standing::GroundsGrowth };
                self.say(phrase, slots, &[&self.percent(actual), &self.percent(required), &self.percent(ratio)])
            }
            Grounds::Change { actual, required, ratio } => {
                self.say(Standing::GroundsGrowth, slots, &[&change(actual), &change(required), &self.percent(ratio)])
            }
            Grounds::Expected { value, share } => {
                self.say(Standing::GroundsExpected, "value share", &[&self.full_number(value, decimals, unit), &self.percent(share)])
            }
            Grounds::Behind(behind) => self.behind(ruling.method, behind),
        };
        self.say(Standing::Ruled, "method mark verdict grounds", &[&self.method(ruling.method), mark, &verdict, &grounds])
    }

    /// Why a method gives no status.
    pub fn no_ruling(self, method: Method, reason: NoRuling) -> String {
        let reason = self.plain(match reason {
            NoRuling::NotFinite => Standing::NotFinite,
            NoRuling::Order => Standing::Order,
            NoRuling::TooEarly => Standing::TooEarly,
            NoRuling::NotPositive => Standing::NotPositive,
            NoRuling::SignChange => Standing::SignChange,
            NoRuling::Thresholds => Standing::Thresholds,
            NoRuling::NoShare => Standing::NoShare,
            NoRuling::Undecided => Standing::Undecided,
        });
        self.say(Standing::NotRuled, "method reason", &[&self.method(method), &reason])
    }

    /// The name of a method.
    pub fn method(self, method: Method) -> String {
        self.plain(match method {
            Method::Eurostat => Standing::Eurostat,
            Method::OpenSdg => Standing::OpenSdg,
            Method::Sdsn => Standing::Sdsn,
            Method::ProgressChart => Standing::ProgressChart,
            Method::Unsd => Standing::Unsd,
            Method::ThreeColour(_) => Standing::ThreeColour,
        })
    }

    /// A verdict as a mark that needs no colour and the method's own word for it.
    pub fn verdict(self, method: Method, verdict: Verdict) -> (&'static str, String) {
        use Standing as S;
        let (mark, word) = match verdict {
            Verdict::Colour(Colour::Green) => ("●", S::Green),
            Verdict::Colour(Colour::Yellow) => ("▲", S::Yellow),
            Verdict::Colour(Colour::Red) => ("■", S::Red),
            Verdict::Grade(Status::Achieved) => ("★", S::Achieved),
            Verdict::Grade(Status::OnTrack) => ("●", of(method, [S::EurostatOn, S::OpenSdgOn, S::SdsnOn, S::UnsdOn])),
            Verdict::Grade(Status::Moderate) => {
                ("◆", of(method, [S::EurostatModerate, S::OpenSdgModerate, S::SdsnModerate, S::UnsdModerate]))
            }
            Verdict::Grade(Status::Insufficient) => {
                ("■", of(method, [S::EurostatInsufficient, S::OpenSdgInsufficient, S::SdsnInsufficient, S::UnsdInsufficient]))
            }
            Verdict::Grade(Status::MovingAway) => ("▼", of(method, [S::EurostatAway, S::OpenSdgAway, S::SdsnAway, S::UnsdAway])),
        };
        (mark, self.plain(word))
    }

    fn behind(self, method: Method, behind: f64) -> String {
        let in_time = !matches!(method, Method::ThreeColour(signal) if signal.mark == Mark::GapShare);
        let points = self.number(behind.abs() * 100.0, 1);
        match (in_time, behind > 0.0) {
            (true, true) => self.say(Standing::GroundsBehindTime, "n", &[&points]),
            (true, false) => self.say(Standing::GroundsAheadTime, "n", &[&points]),
            (false, true) => self.say(Standing::GroundsBehindPath, "n", &[&self.percent(behind.abs())]),
            (false, false) => self.say(Standing::GroundsAheadPath, "n", &[&self.percent(behind.abs())]),
        }
    }

    /// Which periods broke a bound, the first time, the second time and so on, and which may have. `unit` is that of the bound.
    pub fn alerts(self, alerts: &[Alert], limit: &Limit, unit: Unit) -> String {
        let decimals = decimal(limit.bound).map_or(2, |(_, decimals)| decimals);
        let bound = self.full_number(limit.bound, decimals, unit);
        let mut sentences = Vec::new();
        for alert in alerts {
            let phrase = match (alert.met, limit.side, limit.strict) {
                (Met::Yes, ..) => continue,
                (Met::Undecided, ..) => Standing::AlertOpen,
                (Met::No, Side::AtMost, false) => Standing::AlertAbove,
                (Met::No, Side::AtLeast, false) => Standing::AlertBelow,
                (Met::No, _, true) => Standing::AlertNotPast,
            };
            let (period, value) = (self.period(alert.period), self.full_figure(&alert.figure, ""));
            sentences.push(self.say(phrase, "period value n bound", &[&period, &value, &count(alert.breach as usize), &bound]));
        }
        let (of, broken) = (count(alerts.len()), alerts.iter().filter(|alert| alert.met == Met::No).count());
        match (alerts, sentences.is_empty()) {
            ([], _) => sentences.push(self.plain(Standing::AlertEmpty)),
            (_, true) => sentences.push(self.say(Standing::AlertNone, "of bound", &[&of, &bound])),
            (_, false) => sentences.push(self.say(Standing::AlertSum, "of n", &[&of, &count(broken)])),
        }
        self.join(&sentences)
    }
}

/// The word each method has for a grade, in the order Eurostat, Open SDG, SDSN, UNSD.
fn of(method: Method, words: [Standing; 4]) -> Standing {
    let [eurostat, open_sdg, sdsn, unsd] = words;
    match method {
        Method::Eurostat | Method::ThreeColour(_) => eurostat,
        Method::OpenSdg => open_sdg,
        Method::Sdsn => sdsn,
        Method::Unsd | Method::ProgressChart => unsd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Lang, Period, Quantity},
        trajectory::{Counting, Course, Journey, Point, Shape, Signal, alerts, status},
    };

    fn check(method: Method, lang: Lang, expect: &str) {
        let course = Course::new(Point { at: 2022.0, value: 1000.0 }, Point { at: 2025.0, value: 2000.0 }, Shape::Geometric).unwrap();
        let journey = Journey::along(&course, Point { at: 2024.0, value: 1430.0 }, false);
        let unit = Unit::parse("亿元").unwrap();
        assert_eq!(Words::new(lang).ruling(&status(method, &journey).unwrap(), unit, 0), expect);
    }

    #[test]
    fn rulings() {
        check(Method::ProgressChart, Lang::ZhHans, "联合国进展图法：◆ 有进展，需加快（实际年均19.6%，所需年均26.0%，达到所需的75.3%）。");
        check(Method::Eurostat, Lang::ZhHans, "欧盟统计局法：◆ 略慢（实际年均19.6%，所需年均26.0%，达到所需的75.3%）。");
        check(Method::Sdsn, Lang::ZhHans, "SDSN箭头法：◆ 有所改善（实际年均+215.0亿元，所需年均+333.3亿元，达到所需的64.5%）。");
        check(Method::Unsd, Lang::ZhHant, "聯合國統計司法：◆ 有進展，需加快（照此到期為1,710億元，走完全程的71.0%）。");
        check(
            Method::Unsd,
            Lang::En,
            "UN Statistics Division: ◆ fair progress, to be accelerated (171 billion yuan at the deadline at this pace, 71.0% of the way).",
        );
        let signal = Signal { mark: Mark::Deviation, yellow: 0.0, red: 0.1 };
        check(Method::ThreeColour(signal), Lang::ZhHans, "三色法：■ 红色（比序时进度慢23.7个百分点）。");
        check(Method::ThreeColour(Signal { mark: Mark::GapShare, ..signal }), Lang::En, "Three colours: ▲ yellow (9.9% behind the path).");
        assert_eq!(
            Words::new(Lang::En).no_ruling(Method::Eurostat, NoRuling::TooEarly),
            "Eurostat: not judged, there is no figure after the baseline."
        );
    }

    #[test]
    fn breaches() {
        let quarter = |quarter, rate| (Period::Quarter(2022, quarter), Quantity::exact(rate, 1, Unit::PERCENT).unwrap());
        let limit = Limit { bound: 10.0, side: Side::AtMost, strict: false };
        let found = alerts(&[quarter(1, 11.2), quarter(2, 9.0), quarter(3, 12.5)], &limit, Counting::Throughout);
        assert_eq!(
            Words::new(Lang::ZhHans).alerts(&found, &limit, Unit::PERCENT),
            "2022年第一季度为11.2%，第1次高于10%。2022年第三季度为12.5%，第2次高于10%。3个时期中2个不符合。"
        );
        let kept = alerts(&[quarter(1, 10.0)], &limit, Counting::Throughout);
        assert_eq!(Words::new(Lang::En).alerts(&kept, &limit, Unit::PERCENT), "Periods checked: 1; all keep to 10%.");
    }
}
