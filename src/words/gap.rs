//! 差距 in words.

use super::Words;
use crate::figure::{GapChart, GapLabel};

impl Words {
    pub(super) fn gap_title(self, _: &GapChart) -> String {
        String::new()
    }

    pub(super) fn gap_subtitle(self, _: &GapChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn gap_reading(self, _: &GapChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn gap_label(self, label: &GapLabel) -> String {
        match *label {}
    }
}
