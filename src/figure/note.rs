//! What a reader must know to read a figure rightly.

use std::sync::Arc;

#[cfg(feature = "more")]
use super::Label;
use crate::{
    benchmark::Difference,
    dataset::{LocalText, Period, Quantity, Region},
};

/// A remark below a figure.
#[derive(Clone, PartialEq, Debug)]
pub enum Note {
    /// A mark on some figures, and what it stands for.
    Marked {
        /// † ‡ § ¶, in order of first use.
        mark: char,
        /// What differs.
        difference: Difference,
        /// The definition the others share, where they name one.
        definition: Option<LocalText>,
        /// The scope the others share.
        scope: Option<LocalText>,
    },
    /// Hollow bars are listed, not ranked.
    SetApart,
    /// One place lies in another, so that their figures overlap.
    Nested {
        /// The larger.
        whole: Arc<Region>,
        /// The one within it.
        part: Arc<Region>,
    },
    /// Figures with a qualifier are drawn and ranked as intervals.
    Intervals {
        /// One of them, as an example.
        example: Quantity,
    },
    /// The period of some figures was inferred.
    InferredPeriods {
        /// Whose.
        places: Vec<Arc<Region>>,
        /// Whether it is all of them.
        all: bool,
    },
    /// The baseline is not stated but follows from target and multiple.
    ImpliedBaseline {
        /// When it is.
        period: f64,
        /// The multiple it follows from.
        factor: f64,
    },
    /// Base, multiple, years or growth are tried out by the reader, and not published.
    Trial,
    /// The promise names no baseline, so the first published figure serves.
    ObservedBaseline {
        /// When it is.
        period: f64,
    },
    /// The deadline was inferred.
    InferredDeadline,
    /// The shading shows 95 % of the growth asked for, and more.
    OnTrackBand,
    /// The path is a straight line although a geometric one was asked for, for it touches zero.
    LinearPath,
    /// Figures that cover a part of a year only are left out of a yearly path.
    PartialYears {
        /// Which periods.
        periods: Vec<Period>,
    },
    /// Neither more nor less is better, so places are in order of size, without rank.
    NoPolarity,
    /// A remark that the dataset makes on a figure of a place.
    Remark {
        /// Whose figure.
        region: Arc<Region>,
        /// The remark.
        text: LocalText,
    },
    /// A figure said on the spot that is shown, or that contradicts one that is.
    #[cfg(feature = "noted")]
    Noted {
        /// What was said.
        noted: Arc<crate::dataset::Observation>,
        /// The published figure that cannot be true as well.
        published: Option<Arc<crate::dataset::Observation>>,
    },
    /// What the view adds.
    #[cfg(feature = "more")]
    Label(Label),
}
