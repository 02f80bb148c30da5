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
        Chart::Ranking(chart) => {
            (words.ranking_title(figure, chart), words.ranking_subtitle(figure, chart), words.ranking_reading(figure, chart))
        }
        Chart::Trajectory(chart) => {
            (words.trajectory_title(chart), words.trajectory_subtitle(figure, chart), words.trajectory_reading(figure, chart))
        }
    };
    let is_home = |cells: &[Cell]| {
        let place = cells.iter().find_map(|cell| if let Cell::Place(region) = cell { Some(region) } else { None });
        place.zip(figure.home.as_ref()).is_some_and(|(place, home)| place.id == home.id)
    };
    let citations: Vec<String> = figure.sources.iter().map(|citation| words.citation(citation)).collect();
    let sources = citations.join(if words.is_english() { "; " } else { "；" });
    Page {
        title,
        subtitle,
        reading: words.join(&reading),
        notes: figure.notes.iter().map(|note| words.note(note)).collect(),
        sources: if sources.is_empty() { sources } else { words.say(Phrase::SourcesLead, "list", &[&sources]) },
        columns: figure.table.columns.iter().map(|heading| words.heading(heading)).collect(),
        rows: figure
            .table
            .rows
            .iter()
            .map(|cells| PageRow {
                cells: figure.table.columns.iter().zip(cells).map(|(heading, cell)| words.cell(heading, cell)).collect(),
                numeric: cells
                    .iter()
                    .map(|cell| matches!(cell, Cell::Figure(..) | Cell::Number(..) | Cell::Difference(..) | Cell::Rank(_)))
                    .collect(),
                is_home: is_home(cells),
            })
            .collect(),
    }
}
