//! 梯队 in words.

use super::Words;
use crate::figure::{LadderChart, LadderLabel};

impl Words {
    pub(super) fn ladder_title(self, _: &LadderChart) -> String {
        String::new()
    }

    pub(super) fn ladder_subtitle(self, _: &LadderChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn ladder_reading(self, _: &LadderChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn ladder_label(self, label: &LadderLabel) -> String {
        match *label {}
    }
}
