//! A whole figure in words: what stands around the drawing, and instead of it.

use serde::Serialize;

use super::{Words, phrase::Phrase};
use crate::figure::{Cell, Chart, Figure};

/// Everything of a figure that is text, in one language.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// The finding in one line.
    pub title: String,
    /// Indicator, unit, period, direction; then how many places, or the target. To be set with a dot between.
    pub subtitle: Vec<String>,
    /// One paragraph.
    pub reading: String,
    /// A note each.
    pub notes: Vec<String>,
    /// All sources in one line; empty where there are none.
    pub sources: String,
    /// Column headings.
    pub columns: Vec<String>,
    /// Table rows.
    pub rows: Vec<PageRow>,
}

/// A row of the table.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageRow {
    /// One a column.
    pub cells: Vec<String>,
    /// Which cells are numbers, to be set flush right.
    pub numeric: Vec<bool>,
    /// Whether the row is that of the page's own place.
    pub is_home: bool,
}

/// Puts a figure into words.
pub fn page(words: Words, figure: &Figure) -> Page {
    let (title, subtitle, reading) = match &figure.chart {
        #[cfg(feature = "ranking")]
        Chart::Ranking(chart) => (words.ranking_title(chart), words.ranking_subtitle(chart), words.ranking_reading(chart)),
        #[cfg(feature = "trajectory")]
        Chart::Trajectory(chart) => (words.trajectory_title(chart), words.trajectory_subtitle(chart), words.trajectory_reading(chart)),
        #[cfg(feature = "scorecard")]
        Chart::Scorecard(chart) => (words.scorecard_title(chart), words.scorecard_subtitle(chart), words.scorecard_reading(chart)),
        #[cfg(feature = "composite")]
        Chart::Composite(chart) => (words.composite_title(chart), words.composite_subtitle(chart), words.composite_reading(chart)),
        #[cfg(feature = "gap")]
        Chart::Gap(chart) => (words.gap_title(chart), words.gap_subtitle(chart), words.gap_reading(chart)),
        #[cfg(feature = "profile")]
        Chart::Profile(chart) => (words.profile_title(chart), words.profile_subtitle(chart), words.profile_reading(chart)),
        #[cfg(feature = "progress")]
        Chart::Progress(chart) => (words.progress_title(chart), words.progress_subtitle(chart), words.progress_reading(chart)),
        #[cfg(feature = "history")]
        Chart::History(chart) => (words.history_title(chart), words.history_subtitle(chart), words.history_reading(chart)),
        #[cfg(feature = "quadrant")]
        Chart::Quadrant(chart) => (words.quadrant_title(chart), words.quadrant_subtitle(chart), words.quadrant_reading(chart)),
        #[cfg(feature = "ladder")]
        Chart::Ladder(chart) => (words.ladder_title(chart), words.ladder_subtitle(chart), words.ladder_reading(chart)),
        #[cfg(feature = "milestones")]
        Chart::Milestones(chart) => (words.milestones_title(chart), words.milestones_subtitle(chart), words.milestones_reading(chart)),
        #[cfg(feature = "crosscheck")]
        Chart::Crosscheck(chart) => (words.crosscheck_title(chart), words.crosscheck_subtitle(chart), words.crosscheck_reading(chart)),
    };
    let is_home = |cells: &[Cell]| {
        let place = cells.iter().find_map(|cell| if let Cell::Place(region) = cell { Some(region) } else { None });
        place.zip(figure.home.as_ref()).is_some_and(|(place, home)| place.id == home.id)
    };
    let mut citations = Vec::new();
    for citation in &figure.sources {
        citations.push(words.citation(citation));
    }
    let sources = citations.join(if words.is_english() { "; " } else { "；" });
    let mut notes = Vec::new();
    for note in &figure.notes {
        notes.push(words.note(note));
    }
    let mut columns = Vec::new();
    for heading in &figure.table.columns {
        columns.push(words.heading(heading));
    }
    let mut rows = Vec::new();
    for row in &figure.table.rows {
        let (mut cells, mut numeric) = (Vec::new(), Vec::new());
        for (heading, cell) in figure.table.columns.iter().zip(row) {
            cells.push(words.cell(heading, cell));
            numeric.push(cell.is_numeric());
        }
        rows.push(PageRow { cells, numeric, is_home: is_home(row) });
    }
    Page {
        title,
        subtitle,
        reading: words.join(&reading),
        notes,
        sources: if sources.is_empty() { sources } else { words.say(Phrase::SourcesLead, "list", &[&sources]) },
        columns,
        rows,
    }
}
