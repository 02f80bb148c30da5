//! Targets in words.

use super::Words;
use crate::dataset::{Quantity, Target, TargetKind};

impl Words {
    /// A target's value with unit and, where the promise is a level or to be passed, its sign: ≤8%.
    pub(super) fn target_figure(self, target: &Target, value: &Quantity) -> String {
        [sign(target), &self.full_number(value.value(), value.decimals(), value.unit())].concat()
    }
}

/// The sign of a level or of a value to be passed.
pub(super) fn sign(target: &Target) -> &'static str {
    match (&target.kind, target.strict) {
        (TargetKind::AtMost(_), false) => "≤",
        (TargetKind::AtMost(_), true) => "<",
        (TargetKind::AtLeast(_), false) => "≥",
        (_, true) => ">",
        _ => "",
    }
}
