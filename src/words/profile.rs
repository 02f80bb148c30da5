//! 画像 in words.

use super::Words;
use crate::figure::{ProfileChart, ProfileLabel};

impl Words {
    pub(super) fn profile_title(self, _: &ProfileChart) -> String {
        String::new()
    }

    pub(super) fn profile_subtitle(self, _: &ProfileChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn profile_reading(self, _: &ProfileChart) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn profile_label(self, label: &ProfileLabel) -> String {
        match *label {}
    }
}
