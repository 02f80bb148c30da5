//! What figures carry into a drawing: marks for what differs, and decimals.

use std::sync::Arc;

use crate::{
    benchmark::{Comparison, Difference, Standing},
    dataset::{Indicator, Observation, Quantity},
};

/// One a kind of difference.
const MARKS: [char; 7] = ['†', '‡', '§', '¶', '‖', '※', '#'];

/// The figures of a comparison, ranked and apart.
pub(super) fn observations(comparison: &Comparison) -> impl Iterator<Item = &Arc<Observation>> {
    comparison.entries.iter().filter_map(|entry| match &entry.standing {
        Standing::Ranked { observation, .. } | Standing::Apart { observation, .. } => Some(observation),
        Standing::Missing => None,
    })
}

/// Which mark stands for which difference.
#[derive(Default)]
pub(super) struct Marks(Vec<(char, Difference)>);

impl Marks {
    pub(super) fn of(comparison: &Comparison) -> Marks {
        let mut marks = Marks::default();
        marks.gather(comparison);
        marks
    }

    /// Gives every difference of a comparison its mark.
    pub(super) fn gather(&mut self, comparison: &Comparison) {
        for entry in &comparison.entries {
            let differences = match &entry.standing {
                Standing::Ranked { flags, .. } => flags,
                Standing::Apart { reasons, .. } => reasons,
                Standing::Missing => continue,
            };
            self.take(differences);
        }
    }

    /// Gives differences their marks.
    pub(super) fn take(&mut self, differences: &[Difference]) {
        for difference in differences {
            if !self.0.iter().any(|(_, known)| known == difference)
                && let Some(mark) = MARKS.get(self.0.len())
            {
                self.0.push((*mark, *difference));
            }
        }
    }

    /// Marks in order of first use, with what they stand for.
    pub(super) fn all(&self) -> impl Iterator<Item = (char, Difference)> {
        self.0.iter().copied()
    }

    pub(super) fn of_differences(&self, differences: &[Difference]) -> String {
        let mut marks = String::new();
        for (mark, known) in &self.0 {
            if differences.contains(known) {
                marks.push(*mark);
            }
        }
        marks
    }
}

/// Decimals that show a value computed from others without inventing precision.
pub(super) fn shown_decimals(indicator: &Indicator, quantities: &mut dyn Iterator<Item = &Quantity>) -> u8 {
    indicator.decimals.unwrap_or_else(|| quantities.map(Quantity::decimals).max().unwrap_or(0).min(2))
}
