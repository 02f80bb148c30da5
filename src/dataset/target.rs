//! Promises: what a place said it would reach, keep or deliver, and by when.

use std::sync::Arc;

use super::{indicator::Indicator, period::Period, quantity::Quantity, region::Region, source::Source, text::LocalText};

/// A promise as published.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// Unique in the dataset.
    pub id: String,
    /// Who promised.
    pub region: Arc<Region>,
    /// What it is measured by; `None` only for a deliverable.
    pub indicator: Option<Arc<Indicator>>,
    /// What is promised.
    pub kind: TargetKind,
    /// Whether the value must be passed (突破, >) and not merely met (达到, ≥).
    pub strict: bool,
    /// The period by whose end it is due.
    pub deadline: Period,
    /// Whether the deadline was inferred instead of stated.
    pub inferred: bool,
    /// Where the path starts.
    pub baseline: Option<Baseline>,
    /// Points between that the source names, in order of time, in the indicator's unit.
    pub milestones: Vec<Milestone>,
    /// What is to be delivered, or a name for the promise.
    pub title: Option<LocalText>,
    /// The department in charge.
    pub owner: Option<LocalText>,
    /// Where it is published.
    pub source: Arc<Source>,
    /// The section there.
    pub locator: Option<String>,
    /// A remark.
    pub note: Option<LocalText>,
}

/// Kinds of promises. Quantities are in the indicator's unit.
#[derive(Clone, PartialEq, Debug)]
pub enum TargetKind {
    /// Reach a value; with a multiple where the source calls it one (实现倍增达到…).
    Reach {
        /// The value to reach.
        value: Quantity,
        /// The multiple it is said to be, and over how many years.
        multiple: Option<Multiple>,
    },
    /// Become a multiple of the baseline; no end value is stated.
    Multiply(Multiple),
    /// Grow by at least this rate a year.
    Growth(Quantity),
    /// Stay between two values.
    Corridor {
        /// The lower bound.
        low: Quantity,
        /// The upper bound.
        high: Quantity,
    },
    /// At least this in every period up to the deadline.
    AtLeast(Quantity),
    /// At most this in every period up to the deadline.
    AtMost(Quantity),
    /// Bring to zero (清零).
    Zero,
    /// Hold a rank: the one committed to, and the one striven for (保二争一).
    Rank {
        /// The rank committed to.
        commit: u16,
        /// The rank striven for.
        stretch: Option<u16>,
        /// What the rank is among.
        scope: Option<LocalText>,
    },
    /// A volume planned for the period that is the deadline.
    Plan(Quantity),
    /// A total over a span (累计).
    Cumulative {
        /// The value to reach in total.
        value: Quantity,
        /// The first period that counts.
        from: Option<Period>,
    },
    /// Something to be done by a date, without a figure.
    Deliver,
}

/// k-fold in n years: 三年翻番 is twofold in three.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Multiple {
    /// How many times the baseline; above 0.
    pub factor: f64,
    /// Over how many years; above 0.
    pub years: f64,
}

/// Where a path starts.
#[derive(Clone, PartialEq, Debug)]
pub struct Baseline {
    /// When.
    pub period: Period,
    /// How much, in the indicator's unit; `None` where it follows from target and multiple.
    pub quantity: Option<Quantity>,
    /// Whether the source states it.
    pub basis: Basis,
}

/// How a baseline is known. An implied one is always labelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The source states it.
    Stated,
    /// It follows from the target and its multiple.
    Implied,
}

/// A point on the way that the source names.
#[derive(Clone, PartialEq, Debug)]
pub struct Milestone {
    /// When.
    pub period: Period,
    /// How much, in the indicator's unit.
    pub quantity: Quantity,
}

impl TargetKind {
    /// The single value aimed at, where the kind has one.
    pub fn value(&self) -> Option<&Quantity> {
        match self {
            TargetKind::Reach { value, .. } | TargetKind::Cumulative { value, .. } => Some(value),
            TargetKind::AtLeast(value) | TargetKind::AtMost(value) | TargetKind::Plan(value) | TargetKind::Growth(value) => Some(value),
            TargetKind::Multiply(_) | TargetKind::Corridor { .. } | TargetKind::Zero | TargetKind::Rank { .. } | TargetKind::Deliver => {
                None
            }
        }
    }
}
