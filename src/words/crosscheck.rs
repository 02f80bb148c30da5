//! 勾稽 in words: a label for each verdict and hint, and a reading of each finding. Neutral: what is stated, what the
//! other figures give, under which change they would agree.

mod reading;

use super::{Words, sentence::sentences};
use crate::{
    crosscheck::{Agreement, Finding, Hint, HintKind, Obstacle, Operation, Outcome, Subject, Tie, Verdict},
    dataset::{
        Lang, Observation, Target,
        decimal::{count, fixed},
    },
};

sentences! {
    /// What cross-checks say.
    enum Checked {
        // labels of verdicts
        Agrees = "相符" | "相符" | "consistent";
        AgreesRounded = "相符（四舍五入）" | "相符（四捨五入）" | "consistent (rounded)";
        AgreesTruncated = "相符（舍去尾数）" | "相符（捨去尾數）" | "consistent (truncated)";
        AgreesQualified = "相符（在所列范围内）" | "相符（在所列範圍內）" | "consistent (within the stated interval)";
        AgreesWithin = "相符（计入所列数据的舍入）" | "相符（計入所列數據的捨入）" | "consistent (within rounding of the figures)";
        Differs = "不相符" | "不相符" | "inconsistent";
        Disputed = "说法不一" | "說法不一" | "two figures stated";
        Early = "期限早于文件日期" | "期限早於文件日期" | "due before the date of issue";
        LacksFigure = "不作比较（缺数据）" | "不作比較（缺數據）" | "not comparable (figure missing)";
        LacksUnit = "不作比较（单位不同）" | "不作比較（單位不同）" | "not comparable (units)";
        LacksPeriod = "不作比较（时期不同）" | "不作比較（時期不同）" | "not comparable (periods)";
        LacksDefinition = "不作比较（口径不同）" | "不作比較（口徑不同）" | "not comparable (definitions)";
        LacksPrices = "不作比较（增速的价格口径或基数不明）" | "不作比較（增速的價格口徑或基數不明）" | "not comparable (prices or base of the rate not known)";
        LacksBase = "不作比较（基数为零或不为正）" | "不作比較（基數為零或不為正）" | "not comparable (no base above zero)";
        LacksDigits = "不作比较（位数过多）" | "不作比較（位數過多）" | "not comparable (too many digits)";
        // readings
Elsewhere = "所用数据另见{sections}。" | "所用數據另見{sections}。" | "Figures used are also from {sections}.";
        Fits = "按所列数据计算，{terms}得{computed}，与所述{stated}相符。" | "按所列數據計算，{terms}得{computed}，與所述{stated}相符。" | "the figures listed, {terms}, give {computed}, which agrees with the {stated} stated.";
        FitsRounded = "按所列数据计算，{terms}得{computed}，四舍五入后与所述{stated}相符。" | "按所列數據計算，{terms}得{computed}，四捨五入後與所述{stated}相符。" | "the figures listed, {terms}, give {computed}, which rounds to the {stated} stated.";
        FitsTruncated = "按所列数据计算，{terms}得{computed}，舍去尾数后与所述{stated}相符。" | "按所列數據計算，{terms}得{computed}，捨去尾數後與所述{stated}相符。" | "the figures listed, {terms}, give {computed}, which is the {stated} stated when further decimals are dropped.";
        FitsQualified = "按所列数据计算，{terms}得{computed}，在所述{stated}的范围内。" | "按所列數據計算，{terms}得{computed}，在所述{stated}的範圍內。" | "the figures listed, {terms}, give {computed}, within what {stated} stands for.";
        FitsWithin = "按所列数据计算，{terms}得{low}至{high}（计入所列数据的舍入和范围），与所述{stated}相符。" | "按所列數據計算，{terms}得{low}至{high}（計入所列數據的捨入和範圍），與所述{stated}相符。" | "the figures listed, {terms}, give {low} to {high}, allowing for how they are rounded or qualified, which agrees with the {stated} stated.";
        Apart = "按所列数据计算，{terms}得{computed}，与所述{stated}相差{gap}。" | "按所列數據計算，{terms}得{computed}，與所述{stated}相差{gap}。" | "the figures listed, {terms}, give {computed}, {gap} from the {stated} stated.";
        BaseFits = "{terms}由整数基数增长而来时，最接近的增速为{computed}，与所述{stated}相符。" | "{terms}由整數基數增長而來時，最接近的增速為{computed}，與所述{stated}相符。" | "the growth to {terms} from a whole number nearest to the {stated} stated is {computed}, which agrees.";
        BaseFitsTruncated = "{terms}由整数基数增长而来时，最接近的增速为{computed}，舍去尾数后与所述{stated}相符。" | "{terms}由整數基數增長而來時，最接近的增速為{computed}，捨去尾數後與所述{stated}相符。" | "the growth to {terms} from a whole number nearest to the {stated} stated is {computed}, which agrees when further decimals are dropped.";
        BaseApart = "{terms}由整数基数增长而来时，最接近的增速为{computed}，与所述{stated}相差{gap}。" | "{terms}由整數基數增長而來時，最接近的增速為{computed}，與所述{stated}相差{gap}。" | "the growth to {terms} from a whole number nearest to the {stated} stated is {computed}, {gap} away.";
        PartFits = "其中{part}为{terms}，不大于{stated}，相符。" | "其中{part}為{terms}，不大於{stated}，相符。" | "of this, {part} is {terms}, no more than {stated}: consistent.";
        PartApart = "其中{part}为{terms}，比{stated}多{gap}。" | "其中{part}為{terms}，比{stated}多{gap}。" | "of this, {part} is {terms}, {gap} more than {stated}.";
        SameFits = "此处为{stated}，另一处（{source}）为{terms}，相符。" | "此處為{stated}，另一處（{source}）為{terms}，相符。" | "{stated} here and {terms} elsewhere ({source}): consistent.";
        SameApart = "此处为{stated}，另一处（{source}）为{terms}，两处相差{gap}。" | "此處為{stated}，另一處（{source}）為{terms}，兩處相差{gap}。" | "{stated} here and {terms} elsewhere ({source}), {gap} apart.";
        Uncompared = "所述为{stated}；{label}。" | "所述為{stated}；{label}。" | "stated as {stated}; {label}.";
        UncomparedYet = "所述为{stated}；{label}。只按数字计算为{computed}。" | "所述為{stated}；{label}。只按數字計算為{computed}。" | "stated as {stated}; {label}. The numbers alone give {computed}.";
        // hints
        IfRatioForGrowth = "若{stated}是指增长到原来的{stated}、即增长{value}" | "若{stated}是指增長到原來的{stated}、即增長{value}" | "if {stated} is the ratio to the base, that is growth of {value}";
        IfGrowthForRatio = "若{stated}是指增长、即为原来的{value}" | "若{stated}是指增長、即為原來的{value}" | "if {stated} is the growth, that is {value} of the base";
        IfPoints = "若所述为{value}" | "若所述為{value}" | "if it were {value}";
        IfSwapped = "若相邻两位数字互换、即{value}" | "若相鄰兩位數字互換、即{value}" | "if two adjacent digits are swapped, that is {value}";
        IfFarSwapped = "若两位数字互换、即{value}" | "若兩位數字互換、即{value}" | "if two digits are swapped, that is {value}";
        IfTens = "若小数点移动{n}位、即{value}" | "若小數點移動{n}位、即{value}" | "if the decimal point moves by {n}, that is {value}";
        IfOffByOne = "若末位相差一、即{value}" | "若末位相差一、即{value}" | "if the last digit is off by one, that is {value}";
        IfOtherPeriod = "若改用{period}的{value}" | "若改用{period}的{value}" | "if the figure of {period}, {value}, is used";
        IfOtherPlace = "若改用{value}（{source}）" | "若改用{value}（{source}）" | "if {value} ({source}) is used";
        IfInput = "若其中的{input}为{value}" | "若其中的{input}為{value}" | "if {input} were {value}";
        IfWholeBase = "若基数为{value}（唯一相符的整数）" | "若基數為{value}（唯一相符的整數）" | "if the base were {value}, the only whole number that fits";
        IfWholeDenominator = "若分母为{value}（唯一相符的整数）" | "若分母為{value}（唯一相符的整數）" | "if the denominator were {value}, the only whole number that fits";
        IfWholePart = "若分子为{value}（唯一相符的整数）" | "若分子為{value}（唯一相符的整數）" | "if the part were {value}, the only whole number that fits";
        IfTruncated = "若所列数据未经舍入且结果舍去尾数" | "若所列數據未經捨入且結果捨去尾數" | "if the figures are taken before rounding and the result loses its further decimals";
        Then = "{if}，则相符。" | "{if}，則相符。" | "It would agree {if}.";
        ThenTruncated = "{if}，则舍去尾数后相符。" | "{if}，則捨去尾數後相符。" | "It would agree, with decimals dropped, {if}.";
    }
}

/// How many hints a reading tells.
pub(super) const MOST_HINTS: usize = 3;

impl Words {
    /// A verdict in a few words: 相符（四舍五入）, inconsistent, not comparable (periods).
    pub fn check_verdict(self, finding: &Finding) -> String {
        self.plain(match (finding.verdict, &finding.subject) {
            (_, Subject::Deadline(_)) => Checked::Early,
            (Verdict::Consistent(Agreement::Exact), _) => Checked::Agrees,
            (Verdict::Consistent(Agreement::Qualified), _) => Checked::AgreesQualified,
            (Verdict::Consistent(Agreement::Rounded), _) => Checked::AgreesRounded,
            (Verdict::Consistent(Agreement::Truncated), _) => Checked::AgreesTruncated,
            (Verdict::Consistent(Agreement::WithinInputs), _) => Checked::AgreesWithin,
            (Verdict::Inconsistent, Subject::Tie(tie)) if tie.operation == Operation::Same => Checked::Disputed,
            (Verdict::Inconsistent, _) => Checked::Differs,
            (Verdict::NotComparable(obstacle), _) => match obstacle {
                Obstacle::Missing => Checked::LacksFigure,
                Obstacle::Units => Checked::LacksUnit,
                Obstacle::Periods => Checked::LacksPeriod,
                Obstacle::Definitions => Checked::LacksDefinition,
                Obstacle::Prices => Checked::LacksPrices,
                Obstacle::ZeroBase => Checked::LacksBase,
                Obstacle::Digits => Checked::LacksDigits,
            },
        })
    }

    /// What a promise is called.
    pub(super) fn check_promise(self, target: &Target) -> &str {
        match (&target.title, &target.indicator) {
            (Some(title), _) => title.get(self.lang),
            (None, Some(indicator)) => self.indicator(indicator),
            (None, None) => "",
        }
    }

    /// What follows from the other figures.
    pub(super) fn check_told(self, finding: &Finding, tie: &Tie) -> String {
        let stated = self.check_figure(&tie.stated);
        let label = self.check_verdict(finding);
        let Some(outcome) = &finding.outcome else {
            return self.say(Checked::Uncompared, "stated label", &[&stated, &label]);
        };
        let decimals = told_decimals(tie, outcome);
        let number = |value| self.full_number(value, decimals, outcome.unit);
        let gap = self.full_difference(outcome.difference, decimals, outcome.unit);
        let (computed, low, high) = (number(outcome.computed), number(outcome.range.0), number(outcome.range.1));
        if let Verdict::NotComparable(_) = finding.verdict {
            return self.say(Checked::UncomparedYet, "stated label computed", &[&stated, &label, &computed]);
        }
        let (part, source) = match tie.inputs.first() {
            Some(input) => (self.check_part(input, &tie.stated), self.source_line(&input.source, input.locator.as_deref())),
            None => (String::new(), String::new()),
        };
        let sentence = match (tie.operation, finding.verdict) {
            (Operation::Part, Verdict::Consistent(_)) => Checked::PartFits,
            (Operation::Part, _) => Checked::PartApart,
            (Operation::Same, Verdict::Consistent(_)) => Checked::SameFits,
            (Operation::Same, _) => Checked::SameApart,
            (Operation::WholeBase, Verdict::Consistent(Agreement::Truncated)) => Checked::BaseFitsTruncated,
            (Operation::WholeBase, Verdict::Consistent(_)) => Checked::BaseFits,
            (Operation::WholeBase, _) => Checked::BaseApart,
            (_, Verdict::Consistent(Agreement::Exact)) => Checked::Fits,
            (_, Verdict::Consistent(Agreement::Rounded)) => Checked::FitsRounded,
            (_, Verdict::Consistent(Agreement::Truncated)) => Checked::FitsTruncated,
            (_, Verdict::Consistent(Agreement::Qualified)) => Checked::FitsQualified,
            (_, Verdict::Consistent(Agreement::WithinInputs)) => Checked::FitsWithin,
            (_, _) => Checked::Apart,
        };
        let terms = self.check_terms(tie);
        let values = [&stated, &computed, &gap, &low, &high, &terms, &part, &source].map(String::as_str);
        self.say(sentence, "stated computed gap low high terms part source", &values)
    }

    /// A figure as published, with its unit.
    pub(super) fn check_figure(self, observation: &Observation) -> String {
        observation.stated.as_ref().map(|quantity| self.full_figure(quantity, &observation.text)).unwrap_or_default()
    }

    /// A part by what tells it from its whole.
    fn check_part(self, part: &Observation, whole: &Observation) -> String {
        if part.region.id != whole.region.id {
            return self.place(&part.region).to_owned();
        }
        let definition = part.definition.as_ref().filter(|_| part.definition != whole.definition);
        let indicator = self.indicator(&part.indicator);
        match definition {
            Some(definition) if part.indicator.id == whole.indicator.id => self.check_quoted(definition.get(self.lang)),
            _ => indicator.to_owned(),
        }
    }

    /// The sections figures were taken from, where they are not those of the stated figure.
    pub(super) fn check_elsewhere(self, tie: &Tie) -> Option<String> {
        let mut sections: Vec<String> = Vec::new();
        for input in tie.inputs.iter().filter(|_| tie.operation != Operation::Same) {
            let same_source = input.source.id == tie.stated.source.id;
            let section = match &input.locator {
                locator if same_source && *locator == tie.stated.locator => continue,
                Some(locator) if same_source => locator.clone(),
                locator => self.section(&input.source, locator.as_deref()),
            };
            if !sections.contains(&section) {
                sections.push(section);
            }
        }
        let list: Vec<&str> = sections.iter().map(String::as_str).collect();
        (!list.is_empty()).then(|| self.say(Checked::Elsewhere, "sections", &[&self.list(&list)]))
    }

    /// A definition as a name.
    fn check_quoted(self, text: &str) -> String {
        let (open, close) = match self.lang {
            Lang::ZhHans => ("“", "”"),
            Lang::ZhHant => ("「", "」"),
            Lang::En => ("‘", "’"),
        };
        [open, text, close].concat()
    }

    /// The figures put in, as they are put together.
    fn check_terms(self, tie: &Tie) -> String {
        let figures: Vec<String> = tie.inputs.iter().map(|input| self.check_figure(input)).collect();
        let last = figures.last().map(String::as_str).unwrap_or_default();
        let first = figures.first().map(String::as_str).unwrap_or_default();
        match (tie.operation, figures.split_last()) {
            (Operation::Ratio, Some((_, [part]))) => [part, " ÷ ", last].concat(),
            (Operation::Ratio, Some((_, parts))) => ["(", &parts.join(" + "), ") ÷ ", last].concat(),
            (Operation::Growth, _) => [last, " ÷ ", first, " \u{2212} 1"].concat(),
            (Operation::Difference, _) => [first, " \u{2212} ", last].concat(),
            (Operation::Increase, _) => [last, " ÷ (", first, " \u{2212} ", last, ")"].concat(),
            _ => figures.join(" + "),
        }
    }

    /// A hint as told to a reader.
    pub(super) fn check_would_fit(self, finding: &Finding, tie: &Tie, hint: &Hint) -> String {
        let value = self.full_number(hint.value, hint.decimals, hint.unit);
        let stated = self.check_figure(&tie.stated);
        let (mut n, mut input, mut period, mut source) = (String::new(), String::new(), String::new(), String::new());
        let sentence = match hint.kind {
            HintKind::RatioForGrowth => Checked::IfRatioForGrowth,
            HintKind::GrowthForRatio => Checked::IfGrowthForRatio,
            HintKind::PercentagePoints => Checked::IfPoints,
            HintKind::DigitsSwapped => Checked::IfSwapped,
            HintKind::FarDigitsSwapped => Checked::IfFarSwapped,
            HintKind::PowerOfTen(shift) => {
                n = count(usize::from(shift.unsigned_abs()));
                Checked::IfTens
            }
            HintKind::OffByOne => Checked::IfOffByOne,
            HintKind::OtherFigure { input: place, figure } => {
                let (current, other) = (tie.inputs.get(place), finding.others.get(figure));
                if let Some(other) = other {
                    period = self.period(other.period);
                    let definition =
                        other.definition.as_ref().filter(|_| current.is_some_and(|current| current.definition != other.definition));
                    source = match definition {
                        Some(definition) => definition.get(self.lang).to_owned(),
                        None => self.source_line(&other.source, other.locator.as_deref()),
                    };
                }
                let again = current.zip(other).is_some_and(|(current, other)| current.period == other.period);
                if again { Checked::IfOtherPlace } else { Checked::IfOtherPeriod }
            }
            HintKind::InputOffByOne { input: place } => {
                input = tie.inputs.get(place).map(|input| self.check_figure(input)).unwrap_or_default();
                Checked::IfInput
            }
            HintKind::WholeBase if tie.operation == Operation::Ratio => Checked::IfWholeDenominator,
            HintKind::WholeBase => Checked::IfWholeBase,
            HintKind::WholePart => Checked::IfWholePart,
            HintKind::Truncated => Checked::IfTruncated,
        };
        let change = self.say(sentence, "stated value n input period source", &[&stated, &value, &n, &input, &period, &source]);
        let then = if hint.agreement == Agreement::Truncated { Checked::ThenTruncated } else { Checked::Then };
        self.say(then, "if", &[&change])
    }
}

/// As many decimals as the stated figure has, one more where the computed one has them; and of a small difference, as
/// many as it takes to see it.
pub(super) fn told_decimals(tie: &Tie, outcome: &Outcome) -> u8 {
    let stated = tie.stated.stated.as_ref().map_or(0, |quantity| quantity.decimals());
    let exact = |decimals: u8| fixed(outcome.computed, decimals + 3).ends_with("000");
    let seen = |decimals: u8| outcome.difference == 0.0 || fixed(outcome.computed, decimals) != fixed(outcome.stated, decimals);
    // a whole number of per cent hides what a truncated one is near to
    let enough = outcome.by_arithmetic.is_none() && stated > 0 && seen(stated);
    if exact(stated) || enough {
        return stated;
    }
    (stated + 1..=9).find(|decimals| seen(*decimals)).unwrap_or(9)
}
