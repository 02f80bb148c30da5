//! The widget's own words: what is around the figure.

use super::{Words, phrase::Phrase};
use crate::dataset::decimal::count;

impl Words {
    /// What opens the table.
    pub fn table_summary(self) -> String {
        self.plain(Phrase::TableSummary)
    }

    /// What kind of thing the drawing is, for a screen reader.
    pub fn chart_role(self) -> String {
        self.plain(Phrase::ChartRole)
    }

    /// What stands between parts told one after another.
    pub fn pause(self) -> &'static str {
        if self.is_english() { ", " } else { "，" }
    }

    /// A dataset with this many issues.
    pub fn broken_data(self, issues: usize) -> String {
        self.say(Phrase::BrokenData, "n", &[&count(issues)])
    }
}
