//! What views of several indicators say alike.

use std::sync::Arc;

use crate::{
    benchmark::Difference,
    dataset::{
        Indicator, Polarity, Quantity,
        decimal::{count, decimal},
    },
    words::{Words, sentence::sentences},
};

sentences! {
    /// Headings, notes, and the direction of an indicator.
    enum Several {
        HeadIndicator = "指标" | "指標" | "Indicator";
        Higher = "越高越好" | "越高越好" | "higher is better";
        Lower = "越低越好" | "越低越好" | "lower is better";
        Nearest = "越接近{best}越好" | "越接近{best}越好" | "best at {best}";
        Neither = "不分优劣" | "不分優劣" | "neither is better";
        OneIndicator = "1项指标" | "1項指標" | "1 indicator";
        Indicators = "{n}项指标" | "{n}項指標" | "{n} indicators";
        // notes: the marks stand on figures of several indicators
        Definition = "{mark} 口径与所比数值不同。" | "{mark} 口徑與所比數值不同。" | "{mark} Differs in definition from what it is compared with.";
        Unstated = "{mark} 一方写明口径，另一方没有写明。" | "{mark} 一方寫明口徑，另一方沒有寫明。" | "{mark} One source names a definition, the other does not.";
        Period = "{mark} 时期不同，见表。" | "{mark} 時期不同，見表。" | "{mark} Of another period; see the table.";
        Scope = "{mark} 排位范围不同。" | "{mark} 排位範圍不同。" | "{mark} Ranked among others.";
        Disputed = "{mark} 来源中另有不同的数值，均照原文保留。" | "{mark} 來源中另有不同的數值，均照原文保留。" | "{mark} The sources also state another value; all are kept as stated.";
        NoPolarity = "{indicators}不分优劣，只列数值。" | "{indicators}不分優劣，只列數值。" | "Neither more nor less is better for {indicators}; only the figures are shown.";
    }
}

pub(super) fn head_indicator(words: Words) -> String {
    words.plain(Several::HeadIndicator)
}

pub(super) fn indicators(words: Words, n: usize) -> String {
    if n == 1 { words.plain(Several::OneIndicator) } else { words.say(Several::Indicators, "n", &[&count(n)]) }
}

/// Which way is better.
pub(super) fn direction(words: Words, indicator: &Indicator) -> String {
    match indicator.polarity {
        Polarity::Higher => words.plain(Several::Higher),
        Polarity::Lower => words.plain(Several::Lower),
        Polarity::Nearest(best) => {
            let best = words.full_number(best, decimal(best).map_or(2, |(_, decimals)| decimals), indicator.unit);
            words.say(Several::Nearest, "best", &[&best])
        }
        Polarity::None => words.plain(Several::Neither),
    }
}

/// What a mark stands for.
pub(super) fn marked(words: Words, mark: char, difference: Difference) -> String {
    let mark = String::from(mark);
    let phrase = match difference {
        Difference::Definition => Several::Definition,
        Difference::DefinitionUnstated => Several::Unstated,
        Difference::Period => Several::Period,
        Difference::Scope => Several::Scope,
        Difference::Disputed => Several::Disputed,
        Difference::Noted => return words.noted_mark(false, &mark),
        Difference::NotedOtherwise => return words.noted_mark(true, &mark),
    };
    words.say(phrase, "mark", &[&mark])
}

pub(super) fn no_polarity(words: Words, indicators: &[Arc<Indicator>]) -> String {
    words.say(Several::NoPolarity, "indicators", &[&names(words, indicators)])
}

/// 甲、乙、丙
pub(super) fn names(words: Words, indicators: &[Arc<Indicator>]) -> String {
    let mut names = Vec::new();
    for indicator in indicators {
        names.push(words.indicator(indicator));
    }
    words.list(&names)
}

/// A figure with its unit and the marks of its notes.
pub(super) fn figure(words: Words, quantity: &Quantity, text: &str, marks: &str) -> String {
    let figure = words.full_figure(quantity, text);
    if marks.is_empty() { figure } else { [figure.as_str(), marks].join(" ") }
}
