//! 指标矩阵 in words.

use super::Words;
use crate::figure::{ScorecardChart, ScorecardLabel};

impl Words {
    pub(super) fn scorecard_title(self, _: &ScorecardChart) -> String {
        String::new()
    }

    pub(super) fn scorecard_subtitle(self, _: &ScorecardChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn scorecard_reading(self, _: &ScorecardChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn scorecard_label(self, label: &ScorecardLabel) -> String {
        match *label {}
    }
}
