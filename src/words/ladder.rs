//! Ladders (梯队) in words: counts tier by tier, what is missing to plans, which tiers overlap.

use super::{Words, phrase::Phrase, sentence::sentences};
use crate::{
    benchmark::{Certainty, Difference, Ladder, Overlap, Tier, TierCount},
    dataset::{Indicator, Observation, Period, Quantity, decimal::fixed},
};

sentences! {
    /// What is said of ladders.
    enum Rung {
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
        // what was overlooked
        FlagDefinition = "所用数据口径不尽一致，结果仅供参考。" | "所用數據口徑不盡一致，結果僅供參考。" | "The figures used differ in definition; the result is an indication only.";
        FlagPeriod = "所用数据时期不同，结果仅供参考。" | "所用數據時期不同，結果僅供參考。" | "The figures used are of different periods; the result is an indication only.";
        FlagDisputed = "来源中另有不同的数值，按先列出的计算。" | "來源中另有不同的數值，按先列出的計算。" | "The sources also state another value; the first is used.";
        FlagNoted = "所用数据含现场记录，不全是公布值。" | "所用數據含現場記錄，不全是公布值。" | "The figures used include some noted on the spot, not published.";
        FlagNotedOtherwise = "现场记录与公布值不一致。" | "現場記錄與公布值不一致。" | "What was noted on the spot and what is published differ.";
    }
}

impl Words {
    /// A ladder: its counts, its total, what is missing to its plans, and which tiers overlap.
    pub fn ladder_reading(self, ladder: &Ladder) -> String {
        let place = self.place(&ladder.region);
        let (mut said, mut flagged) = (Vec::new(), Vec::new());
        match ladder.period {
            None => said.push(self.say(Rung::LadderNothing, "place", &[place])),
            Some(period) => {
                let mut counts: Vec<String> = ladder.tiers.iter().filter_map(|tier| self.tier_told(tier, period)).collect();
                let missing = ladder.tiers.iter().filter(|tier| matches!(tier.count, TierCount::Missing));
                let missing: Vec<&str> = missing.map(|tier| self.indicator(&tier.indicator)).collect();
                if !missing.is_empty() {
                    counts.push(self.say(Rung::TierMissing, "tiers", &[&self.list(&missing)]));
                }
                let counts = counts.join(if self.is_english() { "; " } else { "，" });
                said.push(self.say(Rung::LadderCounts, "place period counts", &[place, &self.period(period), &counts]));
            }
        }
        if let (Some(total), Some(tier)) = (&ladder.total, ladder.tiers.first()) {
            let unit = tier.indicator.unit;
            let value = self.with_unit(&self.amount(total.point, least_decimals(total.point), unit), unit);
            let value = if total.is_exact() { value } else { self.say(Phrase::About, "n", &[&value]) };
            said.push(self.say(Rung::Total, "value", &[&value]));
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
                Overlap::Nested { part, whole } => self.say(Rung::Nested, "part whole", &[self.indicator(part), self.indicator(whole)]),
                Overlap::Same(a, b) => self.say(Rung::Same, "a b", &[self.indicator(a), self.indicator(b)]),
            });
        }
        self.join(&said)
    }

    fn tier_told(self, tier: &Tier, period: Period) -> Option<String> {
        let name = self.indicator(&tier.indicator);
        let figure = |observation: &Observation, quantity: &Quantity| self.counted(quantity, &tier.indicator, &observation.text);
        Some(match &tier.count {
            TierCount::Counted { observation, quantity, .. } | TierCount::Apart { observation, quantity, .. } => {
                let sentence = if observation.period == period { Rung::TierCounted } else { Rung::TierCountedOf };
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
                self.say(Rung::TierSeveral, "tier values", &[name, &self.list(&values)])
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
                None => Rung::PlanUncounted,
                Some(Certainty::Yes) => Rung::PlanMet,
                Some(Certainty::Possible) => Rung::PlanOpen,
                Some(Certainty::No) if missing.is_some_and(|missing| missing.point <= 0.0) => Rung::PlanPass,
                Some(Certainty::No) => Rung::PlanShort,
            };
            said.push(self.say(sentence, "tier plan gap", &[name, &aim, &gap.unwrap_or_default()]));
        }
    }

    /// What was overlooked, in a sentence each.
    pub(super) fn flags_told(self, flags: &[Difference], said: &mut Vec<String>) {
        for (wanted, sentence) in [
            (&[Difference::Definition, Difference::DefinitionUnstated] as &[_], Rung::FlagDefinition),
            (&[Difference::Period], Rung::FlagPeriod),
            (&[Difference::Disputed], Rung::FlagDisputed),
            (&[Difference::Noted], Rung::FlagNoted),
            (&[Difference::NotedOtherwise], Rung::FlagNotedOtherwise),
        ] {
            if flags.iter().any(|flag| wanted.contains(flag)) {
                said.push(self.plain(sentence));
            }
        }
    }
}

/// None for a whole number, one for what is large, two for the rest.
pub(super) fn least_decimals(value: f64) -> u8 {
    match value.abs() {
        size if fixed(size, 2).ends_with(".00") => 0,
        size if size >= 100.0 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        benchmark::{LadderQuestion, ladder},
        dataset::{Dataset, Lang, Relax, parse_json},
    };
    use std::sync::Arc;

    fn check(said: impl Fn(Words) -> String, expect: [&str; 3]) {
        assert_eq!([Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| said(Words::new(lang))), expect);
    }

    fn bundled() -> Dataset {
        parse_json(include_str!("../../www/data/huaibei-2023.json")).dataset.unwrap()
    }

    fn told(region: &str, tiers: &[&str]) -> Ladder {
        let dataset = bundled();
        let region = Arc::clone(dataset.region(region).unwrap());
        let tiers = tiers.iter().map(|id| Arc::clone(dataset.indicator(id).unwrap())).collect();
        ladder(&dataset, &LadderQuestion { region, tiers, period: None, relax: Relax::default() })
    }

    #[test]
    fn ladders() {
        let found = told("xuancheng", &["listed-firms", "new-listed-firms", "listing-under-review-firms", "listing-reserve-firms"]);
        check(
            |words| words.ladder_reading(&found),
            [
                "宣城2023年：境内上市企业数10家，新增上市企业数2家，上市在审企业数1家，上市后备企业数123家。新增上市企业数已包含在境内上市企业数之内，两者不宜相加。",
                "宣城2023年：境内上市企业数10家，新增上市企业数2家，上市在审企业数1家，上市后备企业数123家。新增上市企业数已包含在境内上市企业数之內，兩者不宜相加。",
                "Xuancheng, 2023: Listed companies 10; Newly listed companies 2; Companies under listing review 1; Listing-reserve companies 123. Newly listed companies: contained in Listed companies; the two are not to be added.",
            ],
        );
        let say = |region, tiers: &[&str]| Words::new(Lang::ZhHans).ladder_reading(&told(region, tiers));
        assert_eq!(
            say("tongling", &["listed-firms", "listing-tutored-firms", "listing-reserve-firms"]),
            "铜陵2023年：境内上市企业数11家，上市辅导备案企业数4家，上市后备企业数未见公开数据。"
        );
        assert_eq!(
            say("tongling", &["listed-firms", "listing-tutored-firms"]),
            "铜陵2023年：境内上市企业数11家，上市辅导备案企业数4家。合计15家（所列数据未载明各梯队有无重合）。"
        );
        assert_eq!(
            say("wuhu-hitech", &["listing-under-review-firms", "listing-reserve-firms"]),
            "芜湖高新区2024年5月：上市在审企业数1家，上市后备企业数按口径分别为省级9家、市级25家。"
        );
        assert_eq!(
            say("huaibei", &["listing-key-reserve-firms", "listing-mid-reserve-firms"]),
            "淮北各梯队未见公开数据。上市后备企业数（重点）计划10家，实有数未见公开。上市后备企业数（中期）计划20家，实有数未见公开。"
        );
    }

    /// Every ladder of the bundled dataset can be told.
    #[test]
    fn everything_published_can_be_told() {
        let dataset = bundled();
        for region in &dataset.regions {
            let tiers: Vec<_> = dataset.indicators.iter().filter(|indicator| indicator.unit.written() == "家").cloned().collect();
            let relax = Relax { definition: true, years: 2 };
            let found = ladder(&dataset, &LadderQuestion { region: region.clone(), tiers, period: None, relax });
            for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
                let said = Words::new(lang).ladder_reading(&found);
                assert!(!said.contains('{') && !said.contains("NaN") && !said.is_empty(), "{said}");
            }
        }
    }
}
