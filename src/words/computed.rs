//! What is computed from published figures in words: derived indicators, bases of growth.

use super::{Words, ladder::least_decimals, sentence::sentences};
use crate::{
    benchmark::{Certainty, Computed, GrowthBase, NoGrowth, NotComputed, Refusal, Underivable},
    dataset::{Derived, Indicator, Observation, Period, Quantity, Region},
};

sentences! {
    /// What is said of computed figures.
    enum Computing {
        // derived indicators
        DerivedRatio = "{place}{period}{indicator}为{value}，由{a}除以{b}计算得出。" | "{place}{period}{indicator}為{value}，由{a}除以{b}計算得出。" | "{place}, {period}: {indicator} is {value}, computed from {a} divided by {b}.";
        DerivedSum = "{place}{period}{indicator}为{value}，由{parts}相加得出。" | "{place}{period}{indicator}為{value}，由{parts}相加得出。" | "{place}, {period}: {indicator} is {value}, the sum of {parts}.";
        Part = "{indicator}（{value}）" | "{indicator}（{value}）" | "{indicator} ({value})";
        PartOf = "{indicator}（{period}，{value}）" | "{indicator}（{period}，{value}）" | "{indicator} ({period}, {value})";
        NoRule = "{indicator}没有规定计算方法。" | "{indicator}沒有規定計算方法。" | "{indicator}: the dataset gives no rule to compute it by.";
        UnknownPart = "{indicator}没有计算：数据中没有其组成指标{part}。" | "{indicator}沒有計算：數據中沒有其組成指標{part}。" | "{indicator} is not computed: its part {part} is not in the data.";
        RankPart = "{indicator}没有计算：{part}是位次，不能运算。" | "{indicator}沒有計算：{part}是位次，不能運算。" | "{indicator} is not computed: {part} is a rank, which no arithmetic applies to.";
        UnitMismatch = "{indicator}没有计算：由单位{parts}得不出{unit}。" | "{indicator}沒有計算：由單位{parts}得不出{unit}。" | "{indicator} is not computed: the units {parts} do not lead to {unit}.";
        NotMissing = "{place}没有计算：未见{part}数据。" | "{place}沒有計算：未見{part}數據。" | "{place} is not computed: no figure of {part} is published.";
        NotApart = "{place}没有计算：{part}的口径、范围或时期不同。" | "{place}沒有計算：{part}的口徑、範圍或時期不同。" | "{place} is not computed: {part} differs in definition, scope or period.";
        NotAmbiguous = "{place}没有计算：{part}有多种口径，无从确定用哪一个。" | "{place}沒有計算：{part}有多種口徑，無從確定用哪一個。" | "{place} is not computed: {part} has several definitions and nothing says which is meant.";
        NotZero = "{place}没有计算：{part}为零或可能为零，不能作除数。" | "{place}沒有計算：{part}為零或可能為零，不能作除數。" | "{place} is not computed: {part} is zero or may be, and nothing is divided by zero.";
        NotFinite = "{place}没有计算：结果超出可表示的范围。" | "{place}沒有計算：結果超出可表示的範圍。" | "{place} is not computed: the result is too large.";
        // growth
        Base = "由{value}和{growth}的增速推算，基数约为{base}。" | "由{value}和{growth}的增速推算，基數約為{base}。" | "From {value} and growth of {growth}, the base was about {base}.";
        BaseOf = "由{value}和{growth}的增速推算，{period}基数约为{base}。" | "由{value}和{growth}的增速推算，{period}基數約為{base}。" | "From {value} and growth of {growth}, the base in {period} was about {base}.";
        SmallBase = "基数较小，增速宜与绝对量一并看。" | "基數較小，增速宜與絕對量一併看。" | "The base is small: read the rate together with the amount.";
        MaybeSmallBase = "基数可能较小，增速宜与绝对量一并看。" | "基數可能較小，增速宜與絕對量一併看。" | "The base may be small: read the rate together with the amount.";
        NoRate = "没有推算：增速的单位不是比率。" | "沒有推算：增速的單位不是比率。" | "Not computed: the growth is not stated as a rate.";
        NoLead = "没有推算：高出的幅度不是以百分点表示。" | "沒有推算：高出的幅度不是以百分點表示。" | "Not computed: the lead is not stated in percentage points.";
        Vanished = "没有推算：增速不高于−100%，基数无从推算。" | "沒有推算：增速不高於−100%，基數無從推算。" | "Not computed: no base leads to growth of −100% or less.";
        TooLarge = "没有推算：结果超出可表示的范围。" | "沒有推算：結果超出可表示的範圍。" | "Not computed: the result is too large.";
        ReferenceAbove = "由{own}的增速和高于{reference}{lead}推算，{reference}增速为{value}。" | "由{own}的增速和高於{reference}{lead}推算，{reference}增速為{value}。" | "Growth of {own}, {lead} above {reference}, puts {reference} at {value}.";
        ReferenceBelow = "由{own}的增速和低于{reference}{lead}推算，{reference}增速为{value}。" | "由{own}的增速和低於{reference}{lead}推算，{reference}增速為{value}。" | "Growth of {own}, {lead} below {reference}, puts {reference} at {value}.";
    }
}

impl Words {
    /// A derived figure and what it is computed from, with what was overlooked.
    ///
    /// ```
    /// use duibiao::{benchmark::derive, dataset::{Lang, Relax, parse_json}, words::Words};
    /// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
    /// #   "regions":[{"id":"a","name":"甲园区","kind":"zone"}],
    /// #   "indicators":[{"id":"tax","name":"税收","unit":"亿元","polarity":"higher","measure":"flow"},
    /// #     {"id":"land","name":"用地","unit":"亩","polarity":"none","measure":"stock"},
    /// #     {"id":"per","name":"亩均税收","unit":"万元/亩","polarity":"higher","measure":"ratio","decimals":1,
    /// #      "derived":{"numerator":"tax","denominator":"land"}}],
    /// #   "observations":[{"region":"a","indicator":"tax","period":"2022","text":"30亿元","source":"s"},
    /// #     {"region":"a","indicator":"land","period":"2022","text":"15000亩","source":"s"}]}"#;
    /// # let dataset = parse_json(text).dataset.unwrap();
    /// let derivation = derive(&dataset, dataset.indicator("per").unwrap(), Relax::default()).unwrap();
    /// assert_eq!(
    ///     Words::new(Lang::ZhHans).computed_reading(&derivation.figures[0]),
    ///     "甲园区2022年亩均税收为20.0万元/亩，由税收（30亿元）除以用地（15,000亩）计算得出。"
    /// );
    /// ```
    pub fn computed_reading(self, computed: &Computed) -> String {
        let observation = &computed.observation;
        let parts: Vec<String> = computed.parts.iter().map(|part| self.part_told(part, observation.period)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let [a, b] = match parts.as_slice() {
            [a, b] => [*a, *b],
            _ => ["", ""],
        };
        let is_ratio = matches!(observation.indicator.derived, Some(Derived::Ratio { .. }));
        let mut said = vec![self.say(
            if is_ratio { Computing::DerivedRatio } else { Computing::DerivedSum },
            "place period indicator value a b parts",
            &[
                self.place(&observation.region),
                &self.period(observation.period),
                self.indicator(&observation.indicator),
                &self.full_figure(&computed.quantity, ""),
                a,
                b,
                &self.list(&parts),
            ],
        )];
        self.flags_told(&computed.flags, &mut said);
        self.join(&said)
    }

    /// Why an indicator cannot be computed at all.
    pub fn underivable_reading(self, indicator: &Indicator, reason: &Underivable) -> String {
        let (sentence, part) = match reason {
            Underivable::NoRule => (Computing::NoRule, String::new()),
            Underivable::Unknown(id) => (Computing::UnknownPart, id.clone()),
            Underivable::Rank(part) => (Computing::RankPart, self.indicator(part).to_owned()),
            Underivable::Unit(_) => (Computing::UnitMismatch, String::new()),
        };
        let units = if let Underivable::Unit(units) = reason { units.as_slice() } else { &[] };
        let units: Vec<String> = units.iter().map(|unit| self.unit(*unit)).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        let own = self.unit(indicator.unit);
        self.say(sentence, "indicator part parts unit", &[self.indicator(indicator), &part, &self.list(&units), &own])
    }

    /// Why nothing follows from a growth rate.
    pub fn no_growth_reading(self, reason: NoGrowth) -> String {
        self.plain(match reason {
            NoGrowth::Rate => Computing::NoRate,
            NoGrowth::Lead => Computing::NoLead,
            NoGrowth::Vanished => Computing::Vanished,
            NoGrowth::NotFinite => Computing::TooLarge,
        })
    }

    /// A part with its figure as written, and its period where that is another.
    fn part_told(self, part: &Observation, period: Period) -> String {
        let stated = part.stated.as_ref().or(part.quantity.as_ref());
        let value = stated.map(|stated| self.full_figure(stated, &part.text)).unwrap_or_default();
        let sentence = if part.period == period { Computing::Part } else { Computing::PartOf };
        self.say(sentence, "indicator value period", &[self.indicator(&part.indicator), &value, &self.period(part.period)])
    }

    /// Why a place has no derived figure.
    pub fn not_computed_reading(self, refusal: &Refusal) -> String {
        let (sentence, part) = match &refusal.reason {
            NotComputed::Missing(part) => (Computing::NotMissing, Some(part)),
            NotComputed::Apart { part, .. } => (Computing::NotApart, Some(part)),
            NotComputed::Ambiguous(part) => (Computing::NotAmbiguous, Some(part)),
            NotComputed::Zero(part) => (Computing::NotZero, Some(part)),
            NotComputed::NotFinite => (Computing::NotFinite, None),
        };
        let part = part.map(|part| self.indicator(part)).unwrap_or_default();
        self.say(sentence, "place part", &[self.place(&refusal.region), part])
    }

    /// The base computed back from a value and its growth, of the period where it is known (see
    /// [`crate::benchmark::year_before`]), and a word of caution where it is small.
    pub fn growth_base_reading(self, value: &Quantity, growth: &Quantity, period: Option<Period>, found: &GrowthBase) -> String {
        let decimals = value.decimals().max(least_decimals(found.base.point));
        let ends = [found.base.low, found.base.high].map(|end| self.amount(end, decimals, value.unit()));
        let [low, high] = &ends;
        let base = if low == high { self.amount(found.base.point, decimals, value.unit()) } else { [low.as_str(), high].join("–") };
        let told = [self.full_figure(value, ""), self.full_figure(growth, ""), self.with_unit(&base, value.unit())];
        let [value, growth, base] = &told;
        let sentence = if period.is_some() { Computing::BaseOf } else { Computing::Base };
        let period = period.map(|period| self.period(period)).unwrap_or_default();
        let mut said = vec![self.say(sentence, "value growth base period", &[value, growth, base, &period])];
        match found.small {
            Certainty::Yes => said.push(self.plain(Computing::SmallBase)),
            Certainty::Possible => said.push(self.plain(Computing::MaybeSmallBase)),
            Certainty::No => {}
        }
        self.join(&said)
    }

    /// The growth of a reference, given back by an own growth and a stated lead.
    pub fn reference_growth_reading(self, reference: &Region, own: &Quantity, lead: &Quantity, found: &Quantity) -> String {
        let (below, size) = (lead.value() < 0.0, Quantity::exact(lead.value().abs(), lead.decimals(), lead.unit()));
        let lead = size.filter(|_| below).map(|size| self.full_figure(&size, "")).unwrap_or_else(|| self.full_figure(lead, ""));
        self.say(
            if below { Computing::ReferenceBelow } else { Computing::ReferenceAbove },
            "reference own lead value",
            &[self.place(reference), &self.full_figure(own, ""), &lead, &self.full_figure(found, "")],
        )
    }
}

#[cfg(test)]
mod tests;
