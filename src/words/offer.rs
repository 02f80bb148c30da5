//! What can be chosen, in words: the names of controls, and of what each offers.

mod method;

use super::{Words, sentence::sentences};
use crate::{
    dataset::{RegionKind, Relax, Target, TargetKind, Unit, decimal::count},
    figure::{Amount, Field, Item, ItemGroup, ItemLabel, Who},
};

sentences! {
    /// What stands on controls.
    enum Control {
        Indicator = "指标" | "指標" | "Indicator";
        Period = "时期" | "時期" | "Period";
        Places = "地区" | "地區" | "Places";
        Home = "本地" | "本地" | "Own place";
        Benchmark = "对标" | "對標" | "Benchmark";
        Target = "目标" | "目標" | "Target";
        Shape = "路径" | "路徑" | "Path";
        Weights = "各指标权重" | "各指標權重" | "Weight of each indicator";
        Weighting = "权重" | "權重" | "Weights";
        Normalisation = "归一化" | "正規化" | "Normalisation";
        Aggregation = "合成" | "合成" | "Aggregation";
        Base = "试算：基期值" | "試算：基期值" | "What if: base";
        Factor = "试算：倍数" | "試算：倍數" | "What if: multiple";
        Years = "试算：年限" | "試算：年限" | "What if: years";
        Plan = "试算：各年应达到" | "試算：各年應達到" | "What if: to be reached by";
        Since = "变化自" | "變化自" | "Change since";
        Relax = "放宽可比条件" | "放寬可比條件" | "Compare also";
        Sort = "排序" | "排序" | "Order";
        OtherDefinitions = "口径不同的" | "口徑不同的" | "other definitions";
        OtherYears = "相邻年份的" | "相鄰年份的" | "figures a year off";
        ByRank = "按位次" | "按位次" | "By rank";
        ByGap = "按差距" | "按差距" | "By gap";
        ByStatus = "按进展" | "按進展" | "By status";
        Listed = "按数据中的顺序" | "按數據中的順序" | "As listed";
        Nearest = "最接近的{n}地" | "最接近的{n}地" | "Nearest {n}";
        Growth = "试算：今后年增速" | "試算：今後年增速" | "What if: growth a year";
        InUnit = "{name}（{unit}）" | "{name}（{unit}）" | "{name} ({unit})";
        Search = "按名称、拼音首字母或代码查找" | "按名稱、拼音首字母或代碼查找" | "Find by name, pinyin initials or code";
        Nothing = "此图没有可选项" | "此圖沒有可選項" | "There is nothing to choose here";
        All = "全部" | "全部" | "All";
        Nobody = "无" | "無" | "None";
        Automatic = "数据最全的一期" | "數據最全的一期" | "Fullest period";
        IndicatorOf = "{name}（{n}地）" | "{name}（{n}地）" | "{name} ({n})";
        TargetOf = "{indicator}：{year}{value}" | "{indicator}：{year}{value}" | "{indicator}: {value} by {year}";
        Nation = "全国" | "全國" | "Nation";
        Province = "省" | "省" | "Provinces";
        City = "市" | "市" | "Cities";
        County = "县区" | "縣區" | "Counties and districts";
        Zone = "开发区" | "開發區" | "Zones";
        Park = "园区" | "園區" | "Parks";
        Geometric = "等比（每年增速相同）" | "等比（每年增速相同）" | "Equal growth";
        Linear = "等额（每年增量相同）" | "等額（每年增量相同）" | "Equal steps";
    }
}

impl Words {
    /// The name of a search for places.
    pub fn search_places(self) -> String {
        self.plain(Control::Search)
    }

    /// Takes every place.
    pub fn all_places(self) -> String {
        self.plain(Control::All)
    }

    /// Says that there is nothing to choose.
    pub fn nothing_to_choose(self) -> String {
        self.plain(Control::Nothing)
    }

    /// What a control is for.
    pub fn field(self, field: Field) -> String {
        self.plain(match field {
            Field::Indicator => Control::Indicator,
            Field::Period => Control::Period,
            Field::Places => Control::Places,
            Field::Home => Control::Home,
            Field::Benchmark => Control::Benchmark,
            Field::Target => Control::Target,
            Field::Shape => Control::Shape,
            Field::Weights => Control::Weights,
            Field::Weighting => Control::Weighting,
            Field::Normalisation => Control::Normalisation,
            Field::Aggregation => Control::Aggregation,
            Field::Base => Control::Base,
            Field::Factor => Control::Factor,
            Field::Years => Control::Years,
            Field::Plan => Control::Plan,
            Field::Growth => Control::Growth,
            Field::Since => Control::Since,
            Field::Relax => Control::Relax,
            Field::Sort => Control::Sort,
        })
    }

    /// What a number to type is for, with its unit.
    pub fn amount_field(self, field: Field, amount: Amount) -> String {
        let name = self.field(field);
        match amount.unit.map(|unit| self.unit(unit)).filter(|unit| !unit.is_empty()) {
            Some(unit) => self.say(Control::InUnit, "name unit", &[&name, &unit]),
            None => name,
        }
    }

    /// What an item is called.
    pub fn item(self, item: &Item) -> String {
        match &item.label {
            ItemLabel::Text(text) => text.get(self.lang()).to_owned(),
            ItemLabel::Indicator(indicator, places) => {
                self.say(Control::IndicatorOf, "name n", &[self.indicator(indicator), &count(*places)])
            }
            ItemLabel::Weight(indicator, _) => self.indicator(indicator).to_owned(),
            ItemLabel::Period(period) | ItemLabel::Step(period, _) => self.period(*period),
            ItemLabel::Target(target) => self.target_name(target),
            ItemLabel::Word(Field::Shape, word) => self.plain(if *word == "linear" { Control::Linear } else { Control::Geometric }),
            ItemLabel::Word(Field::Relax | Field::Sort, word) => self.plain(match *word {
                Relax::DEFINITION => Control::OtherDefinitions,
                Relax::YEAR => Control::OtherYears,
                "rank" => Control::ByRank,
                "gap" => Control::ByGap,
                "status" => Control::ByStatus,
                _ => Control::Listed,
            }),
            ItemLabel::Word(_, word) => self.method_word(word),
            ItemLabel::None => self.plain(Control::Nobody),
            ItemLabel::Automatic => self.plain(Control::Automatic),
        }
    }

    /// Several places taken at once.
    pub fn pick_name(self, who: &Who) -> String {
        match who {
            Who::PartsOf(whole) => whole.get(self.lang()).to_owned(),
            Who::Nearest(places) => self.say(Control::Nearest, "n", &[&count(*places)]),
        }
    }

    /// The heading of items.
    pub fn item_group(self, group: &ItemGroup) -> String {
        match group {
            ItemGroup::Text(text) => text.get(self.lang()).to_owned(),
            ItemGroup::Kind(kind) => self.plain(match kind {
                RegionKind::Nation => Control::Nation,
                RegionKind::Province => Control::Province,
                RegionKind::City => Control::City,
                RegionKind::County => Control::County,
                RegionKind::Zone => Control::Zone,
                RegionKind::Park => Control::Park,
            }),
        }
    }

    /// A promise in short: 工业产值：2025年2,000亿元.
    fn target_name(self, target: &Target) -> String {
        let indicator = target.indicator.as_ref().map_or("", |indicator| self.indicator(indicator));
        let value = match (&target.kind, target.kind.value()) {
            (_, Some(value)) => self.target_figure(target, value),
            (TargetKind::Multiply(multiple), None) => self.fold(multiple.factor, multiple.years),
            (TargetKind::Zero, None) => {
                let unit = target.indicator.as_ref().map_or(Unit::PERCENT, |indicator| indicator.unit);
                self.full_number(0.0, 0, unit)
            }
            _ => String::new(),
        };
        self.say(Control::TargetOf, "indicator year value", &[indicator, &self.period(target.deadline), &value])
    }
}
