//! What-if and splits in words.

use super::{Words, sentence::sentences};
use crate::{
    dataset::{Unit, decimal::fixed},
    trajectory::{NoCourse, NoScenario, NoSplit, Outlook, Scenario, Shape, Split},
};

sentences! {
    /// What is said of a scenario or a split.
    enum Supposed {
        Path = "从{start}的{base}起，{years}{feat}，到{end}为{goal}（{shape}）。" | "從{start}的{base}起，{years}{feat}，到{end}為{goal}（{shape}）。" | "From {base} in {start}, {feat} in {years}: {goal} by {end} ({shape}).";
        PathPlain = "从{start}的{base}起，到{end}为{goal}（{shape}）。" | "從{start}的{base}起，到{end}為{goal}（{shape}）。" | "From {base} in {start} to {goal} by {end} ({shape}).";
        Growth = "年均需增{growth}。" | "年均需增{growth}。" | "That is {growth} growth a year.";
        Fall = "年均需降{growth}。" | "年均需降{growth}。" | "That is a fall of {growth} a year.";
        Ahead = "{now}为{value}，路径应达{expected}，领先{gap}。" | "{now}為{value}，路徑應達{expected}，領先{gap}。" | "{value} in {now}, {gap} ahead of the {expected} the path asks for.";
        Behind = "{now}为{value}，路径应达{expected}，落后{gap}。" | "{now}為{value}，路徑應達{expected}，落後{gap}。" | "{value} in {now}, {gap} behind the {expected} the path asks for.";
        Even = "{now}为{value}，正好在路径上。" | "{now}為{value}，正好在路徑上。" | "{value} in {now}, right on the path.";
        Outlook = "若今后年均增长{growth}，到期为{value}。" | "若今後年均增長{growth}，到期為{value}。" | "At {growth} a year from now on, it is {value} at the deadline.";
        OutlookFall = "若今后年均下降{growth}，到期为{value}。" | "若今後年均下降{growth}，到期為{value}。" | "Falling {growth} a year from now on, it is {value} at the deadline.";
        InTime = "可如期达到。" | "可如期達到。" | "The target is met in time.";
        Late = "{year}才能达到，晚{late}。" | "{year}才能達到，晚{late}。" | "The target is met in {year}, {late} late.";
        Never = "照此不会达到。" | "照此不會達到。" | "So the target is not met.";
        Needed = "要如期达到，今后每年需增长{growth}。" | "要如期達到，今後每年需增長{growth}。" | "Meeting it in time takes {growth} a year from now on.";
        NeededFall = "要如期达到，今后每年需下降{growth}。" | "要如期達到，今後每年需下降{growth}。" | "Meeting it in time takes a fall of {growth} a year from now on.";
        Geometric = "等比路径" | "等比路徑" | "equal growth";
        Linear = "等额路径" | "等額路徑" | "equal steps";
        Front = "先快后慢" | "先快後慢" | "front-loaded";
        Back = "先慢后快" | "先慢後快" | "back-loaded";
        Logistic = "慢—快—慢" | "慢—快—慢" | "slow, fast, slow";
        Milestones = "按节点" | "按節點" | "by milestones";
        Seasonal = "按月或按季分摊" | "按月或按季分攤" | "by seasonal shares";
        // no scenario
        Input = "输入的数值不在可用范围内。" | "輸入的數值不在可用範圍內。" | "An input is out of range.";
        NotPositive = "等比路径的起点和终点都须大于零，可改用等额路径。" | "等比路徑的起點和終點都須大於零，可改用等額路徑。" | "Equal growth needs both ends above zero; use equal steps.";
        NoPath = "路径的参数、节点或分摊比例不成立。" | "路徑的參數、節點或分攤比例不成立。" | "Parameter, milestones or shares do not make a path.";
        // a split
        Split = "{total}分解为：{parts}。" | "{total}分解為：{parts}。" | "{total} in parts: {parts}.";
        Part = "{name}{value}" | "{name}{value}" | "{name} {value}";
        Rounding = "各部分之和等于总数；按最大余数法取整，与精确值相差最多{most}。" | "各部分之和等於總數；按最大餘數法取整，與精確值相差最多{most}。" | "The parts add up to the total; rounded by largest remainders, at most {most} from the exact ones.";
        SplitExact = "各部分之和等于总数，没有取整。" | "各部分之和等於總數，沒有取整。" | "The parts add up to the total without rounding.";
        NoZones = "没有可分解的对象。" | "沒有可分解的對象。" | "There is no one to split among.";
        Weights = "权重须不小于零，且不全为零。" | "權重須不小於零，且不全為零。" | "Weights are zero or more, and not all zero.";
        TooLarge = "数值过大，无法分解。" | "數值過大，無法分解。" | "The number is too large to split.";
        NotFinite = "有不是数的输入。" | "有不是數的輸入。" | "An input is not a number.";
    }
}

impl Words {
    /// A scenario in a few sentences. `unit` and `decimals` are those of its values.
    pub fn scenario(self, scenario: &Scenario, unit: Unit, decimals: u8) -> String {
        let full = |value: f64| self.full_number(value, decimals, unit);
        let (start, end) = (scenario.course.start(), scenario.course.end());
        let shape = self.shape(scenario.course.shape());
        let ends = [&*self.year_of(start.at), &full(start.value), &self.year_of(end.at), &full(end.value), &shape].map(str::to_owned);
        let [from, base, to, goal, shape] = &ends;
        let factor = end.value / start.value;
        let years = f64::round((end.at - start.at) * 100.0) / 100.0;
        let mut sentences = Vec::new();
        if factor.is_finite() && factor > 0.0 {
            let factor = f64::round(factor * 1e6) / 1e6;
            let values = [&**from, base, to, goal, shape, &self.years(years), &self.feat(factor)];
            sentences.push(self.say(Supposed::Path, "start base end goal shape years feat", &values));
        } else {
            sentences.push(self.say(Supposed::PathPlain, "start base end goal shape", &[from, base, to, goal, shape]));
        }
        if let Some(growth) = scenario.course.growth().filter(|growth| *growth != 0.0) {
            let phrase = if growth > 0.0 { Supposed::Growth } else { Supposed::Fall };
            sentences.push(self.say(phrase, "growth", &[&self.percent(growth.abs())]));
        }
        let pace = &scenario.pace;
        let ahead = (pace.gap > 0.0) != (end.value < start.value);
        let phrase = match pace.gap {
            0.0 => Supposed::Even,
            _ if ahead => Supposed::Ahead,
            _ => Supposed::Behind,
        };
        let values = [
            &*self.year_of(scenario.now.at),
            &full(scenario.now.value),
            &full(pace.expected),
            &self.full_difference(pace.gap, decimals, unit),
        ];
        sentences.push(self.say(phrase, "now value expected gap", &values));
        sentences.push(match &scenario.status {
            Ok(ruling) => self.ruling(ruling, unit, decimals),
            Err(reason) => self.no_ruling(scenario.method, *reason),
        });
        if let Some(outlook) = &scenario.outlook {
            self.tell_outlook(outlook, &full(outlook.at_deadline), &mut sentences);
        }
        if let Some(growth) = pace.required_growth.filter(|growth| *growth != 0.0) {
            let phrase = if growth > 0.0 { Supposed::Needed } else { Supposed::NeededFall };
            sentences.push(self.say(phrase, "growth", &[&self.percent(growth.abs())]));
        }
        self.join(&sentences)
    }

    fn tell_outlook(self, outlook: &Outlook, value: &str, sentences: &mut Vec<String>) {
        let phrase = if outlook.growth < 0.0 { Supposed::OutlookFall } else { Supposed::Outlook };
        sentences.push(self.say(phrase, "growth value", &[&self.percent(outlook.growth.abs()), value]));
        sentences.push(match outlook.arrival.zip(outlook.late) {
            Some((arrival, late)) if late > 1e-9 => self.say(Supposed::Late, "year late", &[&self.year_of(arrival), &self.late(late)]),
            Some(_) => self.plain(Supposed::InTime),
            None => self.plain(Supposed::Never),
        });
    }

    /// The name of a path's shape.
    pub fn shape(self, shape: &Shape) -> String {
        self.plain(match shape {
            Shape::Geometric => Supposed::Geometric,
            Shape::Linear => Supposed::Linear,
            Shape::Power(exponent) if *exponent < 1.0 => Supposed::Front,
            Shape::Power(exponent) if *exponent > 1.0 => Supposed::Back,
            Shape::Power(_) => Supposed::Linear,
            Shape::Logistic(_) => Supposed::Logistic,
            Shape::Milestones(_) => Supposed::Milestones,
            Shape::Seasonal(_) => Supposed::Seasonal,
        })
    }

    /// Why there is no scenario.
    pub fn no_scenario(self, reason: NoScenario) -> String {
        self.plain(match reason {
            NoScenario::Input | NoScenario::Course(NoCourse::NotFinite | NoCourse::Order) => Supposed::Input,
            NoScenario::Course(NoCourse::NotPositive) => Supposed::NotPositive,
            NoScenario::Course(_) => Supposed::NoPath,
        })
    }

    /// A split in words: each zone with its part, and how far rounding moved them. `names` are the zones' in the order of the
    /// parts; a part without a name is left out, so give all.
    pub fn split(self, split: &Split, names: &[&str], unit: Unit) -> String {
        let full = |value: f64| self.full_number(value, split.decimals, unit);
        let part = |(name, part): (&&str, &crate::trajectory::Part)| self.say(Supposed::Part, "name value", &[name, &full(part.value)]);
        let parts: Vec<String> = names.iter().zip(&split.parts).map(part).collect();
        let most = split.parts.iter().map(|part| (part.value - part.exact).abs()).fold(0.0, f64::max);
        let sum = self.say(Supposed::Split, "total parts", &[&full(split.total), &parts.join(self.comma())]);
        let decimals = split.decimals.saturating_add(2);
        let rounded = fixed(most, decimals).bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        let rounding = if rounded {
            self.say(Supposed::Rounding, "most", &[&self.full_difference(most, decimals, unit)])
        } else {
            self.plain(Supposed::SplitExact)
        };
        self.join(&[sum, rounding])
    }

    /// Why there is no split.
    pub fn no_split(self, reason: NoSplit) -> String {
        self.plain(match reason {
            NoSplit::NoZones => Supposed::NoZones,
            NoSplit::NotFinite => Supposed::NotFinite,
            NoSplit::Weights => Supposed::Weights,
            NoSplit::TooLarge => Supposed::TooLarge,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Lang,
        trajectory::{Method, Point, Rule, WhatIf, split, what_if},
    };

    fn doubling() -> WhatIf {
        WhatIf {
            base: Point { at: 2022.0, value: 1000.0 },
            factor: 2.0,
            years: 3.0,
            shape: Shape::Geometric,
            now: Point { at: 2024.0, value: 1430.0 },
            growth: None,
            method: Method::Eurostat,
        }
    }

    fn check(inputs: &WhatIf, lang: Lang, expect: &str) {
        assert_eq!(Words::new(lang).scenario(&what_if(inputs).unwrap(), Unit::parse("亿元").unwrap(), 0), expect);
    }

    #[test]
    fn scenarios() {
        check(
            &doubling(),
            Lang::ZhHans,
            "从2022年的1,000亿元起，三年翻番，到2025年为2,000亿元（等比路径）。年均需增26.0%。2024年为1,430亿元，路径应达1,587亿元，落后157亿元。\
             欧盟统计局法：◆ 略慢（实际年均19.6%，所需年均26.0%，达到所需的75.3%）。若今后年均增长19.6%，到期为1,710亿元。2026年才能达到，晚约一年。\
             要如期达到，今后每年需增长39.9%。",
        );
        check(
            &WhatIf { shape: Shape::Power(2.0), growth: Some(0.4), method: Method::Sdsn, ..doubling() },
            Lang::En,
            "From 100 billion yuan in 2022, doubling in 3 years: 200 billion yuan by 2025 (back-loaded). That is 26.0% growth a year. \
             143 billion yuan in 2024, 1.4 billion yuan behind the 144.4 billion yuan the path asks for. SDSN arrows: ◆ moderately improving \
             (+21.5 billion yuan a year against +33.33 billion yuan needed, 64.5% of it). At 40.0% a year from now on, it is 200.2 billion yuan at \
             the deadline. The target is met in time. Meeting it in time takes 39.9% a year from now on.",
        );
    }

    #[test]
    fn splits() {
        let thirds = split(2000.0, 0, &Rule::Equal(3)).unwrap();
        let unit = Unit::parse("亿元").unwrap();
        assert_eq!(
            Words::new(Lang::ZhHans).split(&thirds, &["甲区", "乙区", "丙区"], unit),
            "2,000亿元分解为：甲区667亿元、乙区667亿元、丙区666亿元。各部分之和等于总数；按最大余数法取整，与精确值相差最多0.67亿元。"
        );
        let halves = split(10.0, 0, &Rule::Equal(2)).unwrap();
        assert_eq!(
            Words::new(Lang::En).split(&halves, &["Alder", "Birch"], Unit::parse("家").unwrap()),
            "10 in parts: Alder 5, Birch 5. The parts add up to the total without rounding."
        );
    }
}
