//! 综合得分 in words.

use super::Words;
use crate::figure::{CompositeChart, CompositeLabel};

impl Words {
    pub(super) fn composite_title(self, _: &CompositeChart) -> String {
        String::new()
    }

    pub(super) fn composite_subtitle(self, _: &CompositeChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn composite_reading(self, _: &CompositeChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn composite_label(self, label: &CompositeLabel) -> String {
        match *label {}
    }
}
