//! What is computed from published figures in words: derived indicators, bases of growth, ladders.

use super::{Words, phrase::Phrase, sentence::sentences};
use crate::{
    benchmark::{
        Certainty, Computed, Difference, GrowthBase, Ladder, NoGrowth, NotComputed, Overlap, Refusal, Tier, TierCount, Underivable,
    },
    dataset::{Derived, Indicator, Observation, Period, Quantity, Region, decimal::fixed},
};

sentences! {
    /// What is said of computed figures.
    enum Computing {
        // derived indicators
        DerivedRatio = "{place}{period}{indicator}为{value}，由{a}除以{b}计算得出。" | "{place}{period}{indicator}為{value}，由{a}除以{b}計算得出。" | "{place}, {period}: {indicator} is {value}, computed from {a} divided by {b}.";
        DerivedSum = "{place}{period}{indicator}为{value}，由{parts}相加得出。" | "{place}{period}{indicator}為{value}，由{parts}相加得出。" | "{place}, {period}: {indicator} is {value}, the sum of {parts}.";
        Part = "{indicator}（{value}）" | "{indicator}（{value}）" | "{indicator} ({value})";
        PartOf = "{indicator}（{period}，{value}）" | "{indicator}（{period}，{value}）" | "{indicator} ({period}, {value})";
        FlagDefinition = "所用数据口径不尽一致，结果仅供参考。" | "所用數據口徑不盡一致，結果僅供參考。" | "The figures used differ in definition; the result is an indication only.";
        FlagPeriod = "所用数据时期不同，结果仅供参考。" | "所用數據時期不同，結果僅供參考。" | "The figures used are of different periods; the result is an indication only.";
        FlagDisputed = "来源中另有不同的数值，按先列出的计算。" | "來源中另有不同的數值，按先列出的計算。" | "The sources also state another value; the first is used.";
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
        // ladders
        LadderCounts = "{place}{period}：{counts}。" | "{place}{period}：{counts}。" | "{place}, {period}: {counts}.";
        LadderNothing = "{place}各梯队未见公开数据。" | "{place}各梯隊未見公開數據。" | "{place} publishes no figure of any tier.";
        TierCounted = "{tier}{value}" | "{tier}{value}" | "{tier} {value}";
        TierCountedOf = "{tier}{value}（{period}）" | "{tier}{value}（{period}）" | "{tier} {value} ({period})";
        TierSeveral = "{tier}按口径分别为{values}" | "{tier}按口徑分別為{values}" | "{tier} {values}, by definition";
        TierMissing = "{tiers}未见公开数据" | "{tiers}未見公開數據" | "not published: {tiers}";
        Total = "合计{value}（所列数据未载明各梯队有无重合）。" | "合計{value}（所列數據未載明各梯隊有無重合）。" | "Together {value} (the data does not say whether tiers overlap).";
        PlanMet = "{tier}已达到计划的{plan}。" | "{tier}已達到計劃的{plan}。" | "{tier}: the planned {plan} is reached.";
        PlanShort = "{tier}计划{plan}，尚差{gap}。" | "{tier}計劃{plan}，尚差{gap}。" | "{tier}: {gap} short of the planned {plan}.";
        PlanPass = "{tier}要求超过{plan}，目前持平。" | "{tier}要求超過{plan}，目前持平。" | "{tier}: level with {plan}, which is to be passed.";
        PlanOpen = "{tier}计划{plan}，公布的数值不足以确定是否达到。" | "{tier}計劃{plan}，公布的數值不足以確定是否達到。" | "{tier}: whether the planned {plan} is reached is open.";
        PlanUncounted = "{tier}计划{plan}，实有数未见公开。" | "{tier}計劃{plan}，實有數未見公開。" | "{tier}: {plan} planned; the actual number is not published.";
        Nested = "{part}已包含在{whole}之内，两者不宜相加。" | "{part}已包含在{whole}之內，兩者不宜相加。" | "{part}: contained in {whole}; the two are not to be added.";
        Same = "{a}与{b}是同一数据，不宜重复计算。" | "{a}與{b}是同一數據，不宜重複計算。" | "{a} and {b} are one figure, not to be counted twice.";
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
                &self.figure_in_full(&computed.quantity),
                a,
                b,
                &self.list(&parts),
            ],
        )];
        self.flags_told(&computed.flags, &mut said);
        self.join(&said)
    }

    /// What was overlooked, in a sentence each.
    pub(super) fn flags_told(self, flags: &[Difference], said: &mut Vec<String>) {
        for (wanted, sentence) in [
            (&[Difference::Definition, Difference::DefinitionUnstated] as &[_], Computing::FlagDefinition),
            (&[Difference::Period], Computing::FlagPeriod),
            (&[Difference::Disputed], Computing::FlagDisputed),
        ] {
            if flags.iter().any(|flag| wanted.contains(flag)) {
                said.push(self.plain(sentence));
            }
        }
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
        let units: Vec<String> = units.iter().map(|unit| self.unit_in_full(*unit)).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        let own = self.unit_in_full(indicator.unit);
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
        let value = stated.map(|stated| self.figure_written(stated, &part.text)).unwrap_or_default();
        let sentence = if part.period == period { Computing::Part } else { Computing::PartOf };
        self.say(sentence, "indicator value period", &[self.indicator(&part.indicator), &value, &self.period(part.period)])
    }

    /// A published figure in the source's own words, also where its unit is one thing per another.
    fn figure_written(self, quantity: &Quantity, text: &str) -> String {
        if quantity.unit().base().written().contains('/') { self.figure_in_full(quantity) } else { self.full_figure(quantity, text) }
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
        let told = [self.figure_in_full(value), self.full_figure(growth, ""), self.with_unit(&base, value.unit())];
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

    /// A ladder: its counts, its total, what is missing to its plans, and which tiers overlap.
    pub fn ladder_reading(self, ladder: &Ladder) -> String {
        let place = self.place(&ladder.region);
        let (mut said, mut flagged) = (Vec::new(), Vec::new());
        match ladder.period {
            None => said.push(self.say(Computing::LadderNothing, "place", &[place])),
            Some(period) => {
                let mut counts: Vec<String> = ladder.tiers.iter().filter_map(|tier| self.tier_told(tier, period)).collect();
                let missing = ladder.tiers.iter().filter(|tier| matches!(tier.count, TierCount::Missing));
                let missing: Vec<&str> = missing.map(|tier| self.indicator(&tier.indicator)).collect();
                if !missing.is_empty() {
                    counts.push(self.say(Computing::TierMissing, "tiers", &[&self.list(&missing)]));
                }
                let counts = counts.join(if self.is_english() { "; " } else { "，" });
                said.push(self.say(Computing::LadderCounts, "place period counts", &[place, &self.period(period), &counts]));
            }
        }
        if let (Some(total), Some(tier)) = (&ladder.total, ladder.tiers.first()) {
            let unit = tier.indicator.unit;
            let value = self.with_unit(&self.amount(total.point, least_decimals(total.point), unit), unit);
            let value = if total.is_exact() { value } else { self.say(Phrase::About, "n", &[&value]) };
            said.push(self.say(Computing::Total, "value", &[&value]));
        }
        for tier in &ladder.tiers {
            self.plans_told(tier, &mut said);
            if let TierCount::Counted { flags, .. } = &tier.count {
                flagged.extend(flags);
            }
        }
        self.flags_told(&flagged, &mut said);
        for overlap in &ladder.overlaps {
            said.push(match overlap {
                Overlap::Nested { part, whole } => {
                    self.say(Computing::Nested, "part whole", &[self.indicator(part), self.indicator(whole)])
                }
                Overlap::Same(a, b) => self.say(Computing::Same, "a b", &[self.indicator(a), self.indicator(b)]),
            });
        }
        self.join(&said)
    }

    fn tier_told(self, tier: &Tier, period: Period) -> Option<String> {
        let name = self.indicator(&tier.indicator);
        let figure = |observation: &Observation, quantity: &Quantity| self.counted(quantity, &tier.indicator, &observation.text);
        Some(match &tier.count {
            TierCount::Counted { observation, quantity, .. } | TierCount::Apart { observation, quantity, .. } => {
                let sentence = if observation.period == period { Computing::TierCounted } else { Computing::TierCountedOf };
                let told = [figure(observation, quantity), self.period(observation.period)];
                self.say(sentence, "tier value period", &[name, &told[0], &told[1]])
            }
            TierCount::Several(figures) => {
                let mut values: Vec<String> = Vec::new();
                for observation in figures {
                    let definition = observation.definition.as_ref().map(|definition| definition.get(self.lang)).unwrap_or_default();
                    let value = observation.quantity.as_ref().map(|quantity| figure(observation, quantity)).unwrap_or_default();
                    values.push([definition, &value].join(if self.is_english() { " " } else { "" }));
                }
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                self.say(Computing::TierSeveral, "tier values", &[name, &self.list(&values)])
            }
            TierCount::Missing => return None,
        })
    }

    /// A figure in the tier's unit.
    fn counted(self, quantity: &Quantity, indicator: &Indicator, text: &str) -> String {
        let quantity = quantity.in_unit(indicator.unit).unwrap_or(*quantity);
        self.full_figure(&quantity, text)
    }

    fn plans_told(self, tier: &Tier, said: &mut Vec<String>) {
        for plan in &tier.plans {
            let Some(value) = plan.target.kind.value() else { continue };
            let (name, aim) = (self.indicator(&tier.indicator), self.full_figure(value, ""));
            let missing = plan.shortfall.map(|shortfall| shortfall.missing);
            let gap = missing.map(|missing| {
                let size = self.full_difference(missing.point, value.decimals().max(least_decimals(missing.point)), value.unit());
                if missing.is_exact() { size } else { self.say(Phrase::About, "n", &[&size]) }
            });
            let sentence = match plan.shortfall.map(|shortfall| shortfall.met) {
                None => Computing::PlanUncounted,
                Some(Certainty::Yes) => Computing::PlanMet,
                Some(Certainty::Possible) => Computing::PlanOpen,
                Some(Certainty::No) if missing.is_some_and(|missing| missing.point <= 0.0) => Computing::PlanPass,
                Some(Certainty::No) => Computing::PlanShort,
            };
            said.push(self.say(sentence, "tier plan gap", &[name, &aim, &gap.unwrap_or_default()]));
        }
    }
}

/// None for a whole number, one for what is large, two for the rest.
fn least_decimals(value: f64) -> u8 {
    match value.abs() {
        size if fixed(size, 2).ends_with(".00") => 0,
        size if size >= 100.0 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests;
