//! Ways to make figures comparable that no view asks for, in words.

use crate::{
    benchmark::composite::{HAS_ALL, Normalisation, PercentileForm, Reference, Standards},
    words::{Words, sentence::sentences},
};

sentences! {
    /// How figures become scores.
    enum Rare {
        PercentileMean = "各指标化为百分位（平均位次占比）" | "各指標化為百分位（平均位次佔比）" | "Percentile ranks (mean rank as a share)";
        RatioPlace = "各指标与对标地区之比（对标地区100分）" | "各指標與對標地區之比（對標地區100分）" | "Ratios to the benchmark place (benchmark 100)";
        SpanPlace = "各指标从最差到对标地区的位置（最差0分，对标地区100分）" | "各指標從最差到對標地區的位置（最差0分，對標地區100分）" | "Positions between the worst and the benchmark place (worst 0, benchmark 100)";
        Goalposts = "各指标在给定上下限之间的位置（0至100分）" | "各指標在給定上下限之間的位置（0至100分）" | "Positions between given bounds (0 to 100)";
        EfficacyGiven = "功效系数法（不允许值60分，满意值100分）" | "功效係數法（不允許值60分，滿意值100分）" | "Efficacy coefficients (barely tolerable 60, satisfactory 100)";
    }
}

impl Words {
    /// How figures become scores, for what no view asks for.
    pub(super) fn rare_normalisation(self, normalisation: &Normalisation) -> String {
        match normalisation {
            Normalisation::PercentileRank(PercentileForm::MeanRank) if HAS_ALL => self.plain(Rare::PercentileMean),
            Normalisation::RatioTo(Reference::Row(_)) if HAS_ALL => self.plain(Rare::RatioPlace),
            Normalisation::SpanTo(_) if HAS_ALL => self.plain(Rare::SpanPlace),
            Normalisation::Goalposts(_) if HAS_ALL => self.plain(Rare::Goalposts),
            Normalisation::Efficacy(Standards::Given(_)) if HAS_ALL => self.plain(Rare::EfficacyGiven),
            _ => String::new(),
        }
    }
}
