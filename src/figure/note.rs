//! What a reader must know to read a figure rightly.

use std::sync::Arc;

#[cfg(feature = "more")]
use super::Label;
use crate::{
    benchmark::Difference,
    dataset::{LocalText, Quantity, Region},
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
    /// The deadline was inferred.
    InferredDeadline,
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
    /// What a promise and its path add.
    #[cfg(feature = "trajectory")]
    Path(PathNote),
    /// What another view adds.
    #[cfg(feature = "more")]
    Label(Label),
}

impl Note {
    /// Puts it below others, unless one of them says the same. Told apart is what comes up with several figures: remarks, and places
    /// that lie in one another. (All notes compared would be 2 KB of wasm.)
    #[cfg(feature = "more")]
    pub(super) fn join(self, notes: &mut Vec<Note>) {
        let is_told = notes.iter().any(|told| match (told, &self) {
            (Note::Remark { region, text }, Note::Remark { region: own, text: said }) => Arc::ptr_eq(region, own) && text == said,
            (Note::Nested { whole, part }, Note::Nested { whole: larger, part: own }) => {
                Arc::ptr_eq(whole, larger) && Arc::ptr_eq(part, own)
            }
            _ => false,
        });
        if !is_told {
            notes.push(self);
        }
    }
}

/// A remark below a promise and its path.
#[cfg(feature = "trajectory")]
#[derive(Clone, PartialEq, Debug)]
pub enum PathNote {
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
    /// The shading shows 95 % of the growth asked for, and more.
    OnTrackBand,
    /// The path is a straight line although a geometric one was asked for, for it touches zero.
    LinearPath,
    /// Figures that cover a part of a year only are left out of a yearly path.
    PartialYears {
        /// Which periods.
        periods: Vec<crate::dataset::Period>,
    },
}
