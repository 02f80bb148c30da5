//! What the views beyond ranking and trajectory say in their tables and notes.

use super::{Words, view};
use crate::figure::Label;

impl Words {
    pub(super) fn label(self, label: &Label) -> String {
        match label {
            #[cfg(feature = "scorecard")]
            Label::Scorecard(label) => view::scorecard::label(self, label),
            #[cfg(feature = "composite")]
            Label::Composite(label) => view::composite::label(self, label),
            #[cfg(any(feature = "composite", feature = "profile"))]
            Label::Scored(label) => view::scored::label(self, label),
            #[cfg(feature = "gap")]
            Label::Gap(label) => view::gap::label(self, label),
            #[cfg(feature = "profile")]
            Label::Profile(label) => view::profile::label(self, label),
            #[cfg(feature = "progress")]
            Label::Progress(label) => view::progress::label(self, label),
            #[cfg(feature = "history")]
            Label::History(label) => view::history::label(self, label),
            #[cfg(feature = "quadrant")]
            Label::Quadrant(label) => view::quadrant::label(self, label),
            #[cfg(feature = "ladder")]
            Label::Ladder(label) => view::ladder::label(self, label),
            #[cfg(feature = "milestones")]
            Label::Milestones(label) => view::milestones::label(self, label),
            #[cfg(feature = "crosscheck")]
            Label::Crosscheck(label) => view::crosscheck::label(self, label),
        }
    }
}
