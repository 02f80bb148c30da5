//! What published figures themselves must satisfy.

use std::sync::Arc;

use super::{observation::Observation, text::LocalText};

/// A tie between figures that arithmetic can check. Never says who is wrong.
#[derive(Clone, PartialEq, Debug)]
pub struct Relation {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Which tie.
    pub kind: RelationKind,
    /// A remark.
    pub note: Option<LocalText>,
}

/// Kinds of ties.
#[derive(Clone, PartialEq, Debug)]
pub enum RelationKind {
    /// Sum of the numerators ÷ denominator = result.
    Ratio {
        /// Added up before dividing.
        numerator: Vec<Arc<Observation>>,
        /// Divided by.
        denominator: Arc<Observation>,
        /// The stated share, rate or multiple.
        result: Arc<Observation>,
    },
    /// base × (1 + rate) = result.
    Growth {
        /// The earlier value.
        base: Arc<Observation>,
        /// The later value.
        result: Arc<Observation>,
        /// The stated growth rate.
        rate: Arc<Observation>,
    },
    /// minuend − subtrahend = result.
    Difference {
        /// The larger value.
        minuend: Arc<Observation>,
        /// What is taken off.
        subtrahend: Arc<Observation>,
        /// The stated difference.
        result: Arc<Observation>,
    },
    /// The parts add up to the whole.
    Sum {
        /// The parts.
        parts: Vec<Arc<Observation>>,
        /// The stated total.
        whole: Arc<Observation>,
    },
    /// The part is no larger than the whole.
    Part {
        /// The part.
        part: Arc<Observation>,
        /// The whole.
        whole: Arc<Observation>,
    },
    /// One fact, stated more than once.
    Same {
        /// Every statement of it.
        members: Vec<Arc<Observation>>,
    },
}
