//! What the views beyond ranking and trajectory say in their tables and notes.

use super::Words;
use crate::figure::Label;

impl Words {
    #[inline(never)]
    pub(super) fn label(self, label: &Label) -> String {
        match label {
            #[cfg(feature = "scorecard")]
            Label::Scorecard(label) => self.scorecard_label(label),
            #[cfg(feature = "composite")]
            Label::Composite(label) => self.composite_label(label),
            #[cfg(feature = "gap")]
            Label::Gap(label) => self.gap_label(label),
            #[cfg(feature = "profile")]
            Label::Profile(label) => self.profile_label(label),
            #[cfg(feature = "progress")]
            Label::Progress(label) => self.progress_label(label),
            #[cfg(feature = "history")]
            Label::History(label) => self.history_label(label),
            #[cfg(feature = "quadrant")]
            Label::Quadrant(label) => self.quadrant_label(label),
            #[cfg(feature = "ladder")]
            Label::Ladder(label) => self.ladder_label(label),
            #[cfg(feature = "milestones")]
            Label::Milestones(label) => self.milestones_label(label),
            #[cfg(feature = "crosscheck")]
            Label::Crosscheck(label) => self.crosscheck_label(label),
        }
    }
}
