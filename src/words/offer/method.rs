//! Methods of a composite score in words.

use super::super::{Words, sentence::sentences};

sentences! {
    /// Methods of a composite score.
    enum MethodWord {
        Equal = "等权" | "等權" | "Equal";
        Entropy = "熵值法" | "熵值法" | "Entropy";
        EntropyOfShares = "熵值法（按占比）" | "熵值法（按占比）" | "Entropy of shares";
        Critic = "CRITIC法" | "CRITIC法" | "CRITIC";
        MinMax = "极差标准化" | "極差標準化" | "Min–max";
        Percentile = "百分位" | "百分位" | "Percentile rank";
        Leader = "与最优之比" | "與最優之比" | "Share of the best";
        ZScore = "标准分" | "標準分" | "z-scores";
        Efficacy = "功效系数法" | "功效係數法" | "Efficacy (60–100)";
        Arithmetic = "加权算术平均" | "加權算術平均" | "Weighted mean";
        Geometric = "加权几何平均" | "加權幾何平均" | "Geometric mean";
        Topsis = "TOPSIS" | "TOPSIS" | "TOPSIS";
        TopsisMinMax = "TOPSIS（极差标准化）" | "TOPSIS（極差標準化）" | "TOPSIS after min–max";
    }
}

/// The words of methods, as the format spells them.
const METHODS: [(&str, MethodWord); 13] = [
    ("equal", MethodWord::Equal),
    ("entropy", MethodWord::Entropy),
    ("entropy-of-shares", MethodWord::EntropyOfShares),
    ("critic", MethodWord::Critic),
    ("min-max", MethodWord::MinMax),
    ("percentile", MethodWord::Percentile),
    ("leader", MethodWord::Leader),
    ("z-score", MethodWord::ZScore),
    ("efficacy", MethodWord::Efficacy),
    ("arithmetic", MethodWord::Arithmetic),
    ("geometric", MethodWord::Geometric),
    ("topsis", MethodWord::Topsis),
    ("topsis-min-max", MethodWord::TopsisMinMax),
];

impl Words {
    /// A method, by the word the format has for it.
    pub(super) fn method_word(self, word: &str) -> String {
        METHODS.iter().find(|(known, _)| *known == word).map_or_else(String::new, |(_, method)| self.plain(*method))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{AggregationWord, Lang, NormalisationWord, WeightingWord};

    #[test]
    fn every_method_has_a_name() {
        let words = Words::new(Lang::ZhHans);
        let all = WeightingWord::WORDS.iter().map(|(word, _)| word).chain(NormalisationWord::WORDS.iter().map(|(word, _)| word));
        for word in all.chain(AggregationWord::WORDS.iter().map(|(word, _)| word)) {
            assert!(!words.method_word(word).is_empty(), "{word}");
        }
    }
}
