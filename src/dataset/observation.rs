//! Published figures.

use std::sync::Arc;

use super::{indicator::Indicator, period::Period, quantity::Quantity, region::Region, source::Source, text::LocalText};

/// One figure as published: whose, of what, when, how much, and where it is written.
#[derive(Clone, PartialEq, Debug)]
pub struct Observation {
    /// Its id, where a relation refers to it.
    pub id: Option<String>,
    /// Whose figure it is.
    pub region: Arc<Region>,
    /// What it measures.
    pub indicator: Arc<Indicator>,
    /// Which time it speaks of.
    pub period: Period,
    /// Whether the period was inferred (去年, 今年, 目前) instead of stated.
    pub inferred: bool,
    /// The value in the unit it is written in; `None` where the source says there is none.
    pub stated: Option<Quantity>,
    /// The same in the indicator's unit.
    pub quantity: Option<Quantity>,
    /// The figure as written, such as 超850亿元; empty where the dataset gives a bare number.
    pub text: String,
    /// The definition (口径) the source names.
    pub definition: Option<LocalText>,
    /// What a rank is among.
    pub scope: Option<LocalText>,
    /// Where it is published.
    pub source: Arc<Source>,
    /// The section there.
    pub locator: Option<String>,
    /// A remark.
    pub note: Option<LocalText>,
}
