//! What was said on the spot: a note on each such figure that a view shows, or that contradicts one it shows. A trajectory has these as
//! points too.

use std::sync::Arc;

#[cfg(feature = "trajectory")]
use super::Chart;
use super::{Figure, Note};
use crate::dataset::{Dataset, Observation};
#[cfg(feature = "trajectory")]
use crate::trajectory::{Actual, Point};

/// The figure with the notes. A view cites the figures it shows, which is how they are known here.
pub(super) fn told(dataset: &Dataset, mut figure: Figure) -> Figure {
    let mut notes = Vec::new();
    let sources = &figure.sources;
    let is_shown =
        |figure: &Arc<Observation>| sources.iter().flat_map(|citation| &citation.figures).any(|shown| Arc::ptr_eq(shown, figure));
    for noted in dataset.observations.noted() {
        let own = is_shown(noted);
        let published = dataset.figures_of(&noted.indicator).find(|other| noted.is_contradicted(other) && (own || is_shown(other)));
        #[cfg(feature = "trajectory")]
        if let (Chart::Trajectory(chart), Some(published), Some(quantity)) = (&mut figure.chart, published, noted.quantity)
            && chart.track.actuals.iter().any(|actual| Arc::ptr_eq(&actual.observation, published))
        {
            let point = Point { at: noted.period.end(), value: quantity.value() };
            chart.heard.push(Actual { observation: Arc::clone(noted), quantity, point });
        }
        if own || published.is_some() {
            notes.push(Note::Noted { noted: Arc::clone(noted), published: published.cloned() });
        }
    }
    // before what else is to be known
    notes.append(&mut figure.notes);
    figure.notes = notes;
    figure
}
