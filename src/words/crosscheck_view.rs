//! 勾稽 in words.

use super::Words;
use crate::figure::{CrosscheckChart, CrosscheckLabel};

impl Words {
    pub(super) fn crosscheck_title(self, _: &CrosscheckChart) -> String {
        String::new()
    }

    pub(super) fn crosscheck_subtitle(self, _: &CrosscheckChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn crosscheck_reading(self, _: &CrosscheckChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn crosscheck_label(self, label: &CrosscheckLabel) -> String {
        match *label {}
    }
}
