//! A finding as a sentence, and its labels, which the analysis tells and the view does not.

use super::MOST_HINTS;
use crate::{
    crosscheck::{Finding, HintKind, Origin, Reason, Subject},
    dataset::{Observation, Target},
    words::{Words, sentence::sentences},
};

sentences! {
    /// What the analysis tells of a finding.
    enum Reading {
        // labels of hints
        LabelRatioForGrowth = "“增长到”写作“增长”" | "「增長到」寫作「增長」" | "ratio for growth";
        LabelGrowthForRatio = "“增长”写作“增长到”" | "「增長」寫作「增長到」" | "growth for ratio";
        LabelPoints = "百分比与百分点" | "百分比與百分點" | "per cent and percentage points";
        LabelSwapped = "两位数字互换" | "兩位數字互換" | "digits swapped";
        LabelTens = "小数点移位" | "小數點移位" | "power of ten";
        LabelOffByOne = "末位相差一" | "末位相差一" | "off by one in the last digit";
        LabelOther = "另一时期或另一处的数据" | "另一時期或另一處的數據" | "figure of another period or section";
        LabelInput = "所用数据相差一" | "所用數據相差一" | "a figure used is off by one";
        LabelWholeBase = "唯一相符的整数基数" | "唯一相符的整數基數" | "the only whole base that fits";
        LabelWholePart = "唯一相符的整数分子" | "唯一相符的整數分子" | "the only whole part that fits";
        LabelTruncated = "舍去尾数" | "捨去尾數" | "decimals dropped";
        // why figures are checked
        WhyDeclared = "数据集列明的关系" | "數據集列明的關係" | "a relation the dataset declares";
        WhyDerived = "指标由其他指标算出" | "指標由其他指標算出" | "the indicator follows from others";
        WhyPattern = "与数据集列明的关系同类" | "與數據集列明的關係同類" | "tied as in a declared relation";
        WhyName = "总量与增速名称相应" | "總量與增速名稱相應" | "level and growth rate of matching names";
        WhyMatch = "同一节中唯有这两个数相除得此占比" | "同一節中唯有這兩個數相除得此佔比" | "the only two figures of the section that give the share";
        WhyNested = "下属地区与所属地区" | "下屬地區與所屬地區" | "a place and the place it belongs to";
        WhyParts = "同级下属地区合计" | "同級下屬地區合計" | "all places of a kind within a place";
        WhyTwice = "同一数据在两处列出" | "同一數據在兩處列出" | "one figure stated in two places";
        WhyDeadline = "期限与文件日期" | "期限與文件日期" | "a deadline and the date of issue";
        // readings
        Head = "{place}，{indicator}，{period}（{source}）：" | "{place}，{indicator}，{period}（{source}）：" | "{place}, {indicator}, {period} ({source}):";
        HeadDefined = "{place}，{indicator}（{definition}），{period}（{source}）：" | "{place}，{indicator}（{definition}），{period}（{source}）：" | "{place}, {indicator} ({definition}), {period} ({source}):";
        Early = "{place}，{title}（{source}）：期限{deadline}早于文件日期{date}。" | "{place}，{title}（{source}）：期限{deadline}早於文件日期{date}。" | "{place}, {title} ({source}): the deadline, {deadline}, is before the date of issue, {date}.";
        Inferred = "期限的年份是推定的。" | "期限的年份是推定的。" | "The year of the deadline is inferred.";
    }
}

impl Words {
    /// A kind of hint in a few words: 两位数字互换, power of ten.
    pub fn check_hint(self, kind: HintKind) -> String {
        self.plain(match kind {
            HintKind::RatioForGrowth => Reading::LabelRatioForGrowth,
            HintKind::GrowthForRatio => Reading::LabelGrowthForRatio,
            HintKind::PercentagePoints => Reading::LabelPoints,
            HintKind::DigitsSwapped | HintKind::FarDigitsSwapped => Reading::LabelSwapped,
            HintKind::PowerOfTen(_) => Reading::LabelTens,
            HintKind::OffByOne => Reading::LabelOffByOne,
            HintKind::OtherFigure { .. } => Reading::LabelOther,
            HintKind::InputOffByOne { .. } => Reading::LabelInput,
            HintKind::WholeBase => Reading::LabelWholeBase,
            HintKind::WholePart => Reading::LabelWholePart,
            HintKind::Truncated => Reading::LabelTruncated,
        })
    }

    /// Why figures were checked against each other, in a few words.
    pub fn check_origin(self, origin: Origin) -> String {
        self.plain(match origin {
            Origin::Declared(_) => Reading::WhyDeclared,
            Origin::Found(Reason::Derived) => Reading::WhyDerived,
            Origin::Found(Reason::Pattern(_)) => Reading::WhyPattern,
            Origin::Found(Reason::SharedName) => Reading::WhyName,
            Origin::Found(Reason::OnlyMatch) => Reading::WhyMatch,
            Origin::Found(Reason::Nested) => Reading::WhyNested,
            Origin::Found(Reason::AllParts) => Reading::WhyParts,
            Origin::Found(Reason::StatedTwice) => Reading::WhyTwice,
            Origin::Found(Reason::Deadline) => Reading::WhyDeadline,
        })
    }

    /// A finding as told to a reader: place, indicator, period and section; what is stated and what follows from the
    /// other figures; and the most telling hints, each as what would fit.
    ///
    /// ```
    /// use duibiao::{crosscheck::{crosscheck, Verdict}, dataset::{Lang, parse_json}, words::Words};
    /// let data = parse_json(include_str!("../../../www/data/huaibei-2023.json")).dataset.expect("valid");
    /// let finding = crosscheck(&data).into_iter().find(|finding| finding.verdict == Verdict::Inconsistent).expect("there is one");
    /// assert!(Words::new(Lang::ZhHans).check_reading(&finding).starts_with("宣城，上市后备企业增速，2023年"));
    /// ```
    pub fn check_reading(self, finding: &Finding) -> String {
        match &finding.subject {
            Subject::Deadline(target) => self.check_early(target),
            Subject::Tie(tie) => {
                let mut told = vec![self.check_head(&tie.stated), self.check_told(finding, tie)];
                told.extend(self.check_elsewhere(tie));
                for hint in finding.hints.iter().take(MOST_HINTS) {
                    told.push(self.check_would_fit(finding, tie, hint));
                }
                self.join(&told)
            }
        }
    }

    fn check_early(self, target: &Target) -> String {
        let title = self.check_promise(target);
        let source = self.source_line(&target.source, target.locator.as_deref());
        let date = target.source.date.map(|date| self.period(date)).unwrap_or_default();
        let deadline = self.period(target.deadline);
        let told =
            self.say(Reading::Early, "place title source deadline date", &[self.place(&target.region), title, &source, &deadline, &date]);
        if target.inferred { self.join(&[told, self.plain(Reading::Inferred)]) } else { told }
    }

    /// What the finding is about.
    fn check_head(self, stated: &Observation) -> String {
        let (place, indicator) = (self.place(&stated.region), self.indicator(&stated.indicator));
        let (period, source) = (self.period(stated.period), self.source_line(&stated.source, stated.locator.as_deref()));
        match &stated.definition {
            Some(definition) => self.say(
                Reading::HeadDefined,
                "place indicator definition period source",
                &[place, indicator, definition.get(self.lang), &period, &source],
            ),
            None => self.say(Reading::Head, "place indicator period source", &[place, indicator, &period, &source]),
        }
    }
}
