//! Indicators: what is measured, in which unit, and which way is better.

use super::{text::LocalText, unit::Unit};

/// Something places publish figures for.
#[derive(Clone, PartialEq, Debug)]
pub struct Indicator {
    /// Unique in the dataset.
    pub id: String,
    /// Name, such as 行政诉讼败诉率.
    pub name: LocalText,
    /// The unit all its figures are shown in.
    pub unit: Unit,
    /// Which way is better.
    pub polarity: Polarity,
    /// What sort of number it is.
    pub measure: Measure,
    /// Decimals to show computed values with; stated values keep their own.
    pub decimals: Option<u8>,
    /// What exactly is counted.
    pub definition: Option<LocalText>,
    /// The heading it stands under in a picker.
    pub group: Option<LocalText>,
    /// How it follows from other indicators.
    pub derived: Option<Derived>,
}

/// Which way an indicator is better.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Best at this value, in the indicator's unit.
    Nearest(f64),
    /// Neither: shown in order of size, never ranked.
    None,
}

/// What sort of number an indicator is; decides what may be computed with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Measure {
    /// Adds up over time: output of a year.
    Flow,
    /// Stands at a time: firms now listed.
    Stock,
    /// A share or rate.
    Ratio,
    /// A growth rate against an earlier period.
    Growth,
    /// A place in a list; lower is better and lists never mix.
    Rank,
    /// A composed score.
    Index,
}

impl Measure {
    pub(super) const WORDS: &'static [(&'static str, Measure)] = &[
        ("flow", Measure::Flow),
        ("stock", Measure::Stock),
        ("ratio", Measure::Ratio),
        ("growth", Measure::Growth),
        ("rank", Measure::Rank),
        ("index", Measure::Index),
    ];
}

/// How an indicator follows from others, by their ids: 亩均税收 = 税收 ÷ 用地.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Derived {
    /// One divided by another.
    Ratio {
        /// Id of the indicator divided.
        numerator: String,
        /// Id of the indicator it is divided by.
        denominator: String,
    },
    /// The sum of several.
    Sum(Vec<String>),
}
