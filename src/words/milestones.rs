//! 倒排节点 in words.

use super::Words;
use crate::figure::{MilestonesChart, MilestonesLabel};

impl Words {
    pub(super) fn milestones_title(self, _: &MilestonesChart) -> String {
        String::new()
    }

    pub(super) fn milestones_subtitle(self, _: &MilestonesChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn milestones_reading(self, _: &MilestonesChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn milestones_label(self, label: &MilestonesLabel) -> String {
        match *label {}
    }
}
