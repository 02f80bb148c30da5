//! What the views that score indicators share, in words.

use std::sync::Arc;

use crate::{
    dataset::{Indicator, Period, decimal::count},
    figure::{ScoredLabel, Which},
    words::{Words, sentence::sentences},
};

sentences! {
    /// What is said of the figures behind scores.
    enum Say {
        Figure = "{place}{indicator}" | "{place}{indicator}" | "{place} ({indicator})";
        FigureOf = "{place}{indicator}为{period}" | "{place}{indicator}為{period}" | "{place} ({indicator}): {period}";
        OtherPeriods = "{mark}时期与其他地区不同：{list}。" | "{mark}時期與其他地區不同：{list}。" | "{mark}Of another period than the rest: {list}.";
        OtherDefinitions = "{mark}口径与其他地区不同，或来源没有写明，仅供参考：{list}。" | "{mark}口徑與其他地區不同，或來源沒有寫明，僅供參考：{list}。" | "{mark}Differing in definition from the rest, or not stating it; for reference only: {list}.";
        Apart = "口径、时期或范围不同，没有采用：{list}。" | "口徑、時期或範圍不同，沒有採用：{list}。" | "Not used, since definition, period or scope differ: {list}.";
        Intervals = "{n}个带“超”“近”“余”等字样的数值按所写数字计。" | "{n}個帶「超」「近」「餘」等字樣的數值按所寫數字計。" | "Figures published as ‘over’ or ‘nearly’, counted as stated: {n}.";
        Neutral = "没有高低好坏之分，没有计入：{list}。" | "沒有高低好壞之分，沒有計入：{list}。" | "Left out, since neither more nor less is better: {list}.";
        Empty = "没有可比的数据，没有计入：{list}。" | "沒有可比的數據，沒有計入：{list}。" | "Left out for lack of comparable figures: {list}.";
        Constant = "各地数值相同或只有一地有数，分不出高低，没有计入：{list}。" | "各地數值相同或只有一地有數，分不出高低，沒有計入：{list}。" | "Left out, since the figures are equal or there is only one: {list}.";
        Even = "各地数值相同或只有一地有数，计入后分不出高低：{list}。" | "各地數值相同或只有一地有數，計入後分不出高低：{list}。" | "Counted, though the figures are equal or there is only one: {list}.";
        Unusable = "无法按所选方法计分，没有计入：{list}。" | "無法按所選方法計分，沒有計入：{list}。" | "Left out, since the method chosen cannot score them: {list}.";
    }
}

impl Words {
    /// Names of indicators, one after another.
    pub(in crate::words) fn indicator_list(self, indicators: &[Arc<Indicator>]) -> String {
        let mut names = Vec::new();
        for indicator in indicators {
            names.push(self.indicator(indicator));
        }
        self.list(&names)
    }

    /// The times several indicators speak of, each once, in order.
    pub(in crate::words) fn periods_of(self, periods: &[Period]) -> String {
        let mut told: Vec<String> = Vec::new();
        for period in crate::order::sorted(periods.to_vec(), |period| period.end()) {
            let text = self.period(period);
            if !told.contains(&text) {
                told.push(text);
            }
        }
        told.join(self.comma())
    }

    fn all_of(self, figures: &[Which]) -> String {
        let mut told = Vec::new();
        for (place, indicator) in figures {
            told.push(self.say(Say::Figure, "place indicator", &[self.place(place), self.indicator(indicator)]));
        }
        told.join(self.comma())
    }
}

/// A mark before a note.
fn lead(mark: Option<char>) -> String {
    mark.map(|mark| [String::from(mark).as_str(), " "].concat()).unwrap_or_default()
}

#[inline(never)]
pub(in crate::words) fn label(words: Words, label: &ScoredLabel) -> String {
    let listed = |say, indicators: &[Arc<Indicator>]| words.say(say, "list", &[&words.indicator_list(indicators)]);
    match label {
        ScoredLabel::OtherPeriods { mark, figures } => {
            let mut told = Vec::new();
            for ((place, indicator), period) in figures {
                let slots = [words.place(place), words.indicator(indicator), &words.period(*period)];
                told.push(words.say(Say::FigureOf, "place indicator period", &slots));
            }
            words.say(Say::OtherPeriods, "mark list", &[&lead(*mark), &told.join(words.comma())])
        }
        ScoredLabel::OtherDefinitions { mark, figures } => {
            words.say(Say::OtherDefinitions, "mark list", &[&lead(*mark), &words.all_of(figures)])
        }
        ScoredLabel::Apart(figures) => words.say(Say::Apart, "list", &[&words.all_of(figures)]),
        ScoredLabel::Intervals(n) => words.say(Say::Intervals, "n", &[&count(*n)]),
        ScoredLabel::Neutral(indicators) => listed(Say::Neutral, indicators),
        ScoredLabel::Empty(indicators) => listed(Say::Empty, indicators),
        ScoredLabel::Constant(indicators) => listed(Say::Constant, indicators),
        ScoredLabel::Even(indicators) => listed(Say::Even, indicators),
        ScoredLabel::Unusable(indicators) => listed(Say::Unusable, indicators),
    }
}
