//! 位次变化 in words.

use super::Words;
use crate::figure::{HistoryChart, HistoryLabel};

impl Words {
    pub(super) fn history_title(self, _: &HistoryChart) -> String {
        String::new()
    }

    pub(super) fn history_subtitle(self, _: &HistoryChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn history_reading(self, _: &HistoryChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn history_label(self, label: &HistoryLabel) -> String {
        match *label {}
    }
}
