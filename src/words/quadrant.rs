//! 四象限 in words.

use super::Words;
use crate::figure::{QuadrantChart, QuadrantLabel};

impl Words {
    pub(super) fn quadrant_title(self, _: &QuadrantChart) -> String {
        String::new()
    }

    pub(super) fn quadrant_subtitle(self, _: &QuadrantChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn quadrant_reading(self, _: &QuadrantChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn quadrant_label(self, label: &QuadrantLabel) -> String {
        match *label {}
    }
}
