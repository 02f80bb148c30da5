//! 目标进度 in words.

use super::Words;
use crate::figure::{ProgressChart, ProgressLabel};

impl Words {
    pub(super) fn progress_title(self, _: &ProgressChart) -> String {
        String::new()
    }

    pub(super) fn progress_subtitle(self, _: &ProgressChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn progress_reading(self, _: &ProgressChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn progress_label(self, label: &ProgressLabel) -> String {
        match *label {}
    }
}
