//! A whole figure in words: what stands around the drawing, and instead of it.

use serde::Serialize;

#[cfg(feature = "more")]
use super::view;
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
        Chart::Scorecard(chart) => {
            (view::scorecard::title(words, chart), view::scorecard::subtitle(words, chart), view::scorecard::reading(words, chart))
        }
        #[cfg(feature = "composite")]
        Chart::Composite(chart) => {
            (view::composite::title(words, chart), view::composite::subtitle(words, chart), view::composite::reading(words, chart))
        }
        #[cfg(feature = "gap")]
        Chart::Gap(chart) => (view::gap::title(words, chart), view::gap::subtitle(words, chart), view::gap::reading(words, chart)),
        #[cfg(feature = "profile")]
        Chart::Profile(chart) => {
            (view::profile::title(words, chart), view::profile::subtitle(words, chart), view::profile::reading(words, chart))
        }
        #[cfg(feature = "progress")]
        Chart::Progress(chart) => {
            (view::progress::title(words, chart), view::progress::subtitle(words, chart), view::progress::reading(words, chart))
        }
        #[cfg(feature = "history")]
        Chart::History(chart) => {
            (view::history::title(words, chart), view::history::subtitle(words, chart), view::history::reading(words, chart))
        }
        #[cfg(feature = "quadrant")]
        Chart::Quadrant(chart) => {
            (view::quadrant::title(words, chart), view::quadrant::subtitle(words, chart), view::quadrant::reading(words, chart))
        }
        #[cfg(feature = "ladder")]
        Chart::Ladder(chart) => {
            (view::ladder::title(words, chart), view::ladder::subtitle(words, chart), view::ladder::reading(words, chart))
        }
        #[cfg(feature = "milestones")]
        Chart::Milestones(chart) => {
            (view::milestones::title(words, chart), view::milestones::subtitle(words, chart), view::milestones::reading(words, chart))
        }
        #[cfg(feature = "crosscheck")]
        Chart::Crosscheck(chart) => {
            (view::crosscheck::title(words, chart), view::crosscheck::subtitle(words, chart), view::crosscheck::reading(words, chart))
        }
    };
    #[cfg(feature = "noted")]
    let subtitle = words.with_noted(subtitle, &figure.notes);
    let is_home = |cells: &[Cell]| {
        let place = cells.iter().find_map(|cell| if let Cell::Place(region) = cell { Some(region) } else { None });
        place.zip(figure.home.as_ref()).is_some_and(|(place, home)| place.id == home.id)
    };
    let mut citations = Vec::new();
    for citation in &figure.sources {
        citations.push(words.citation(citation));
    }
    let sources = citations.join(words.semicolon());
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
