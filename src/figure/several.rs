//! What views of several indicators share.

use std::sync::Arc;

use super::{citation::Citations, mark::observations, note::Note, request::Unanswerable};
use crate::{
    benchmark::Comparison,
    dataset::{Indicator, Period, Region, View},
};

/// The indicators asked for; the one of a single-indicator view where no others are named.
pub(super) fn indicators(view: &View) -> Result<Vec<Arc<Indicator>>, Unanswerable> {
    let mut asked = view.indicators.clone();
    if asked.is_empty() {
        asked.extend(view.indicator.clone());
    }
    if asked.is_empty() { Err(Unanswerable::NoIndicators) } else { Ok(asked) }
}

/// The period all comparisons that have figures are of.
#[inline(never)]
pub(super) fn common_period(comparisons: &[Comparison]) -> Option<Period> {
    let mut common: Option<Period> = None;
    for comparison in comparisons.iter().filter(|comparison| observations(comparison).next().is_some()) {
        match common {
            Some(known) if Some(known) != comparison.period => return None,
            _ => common = comparison.period,
        }
    }
    common
}

/// Places that lie in one another, inferred periods, and remarks, each once.
#[inline(never)]
pub(super) fn notes(comparisons: &[Comparison]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut add = |note: Note| note.join(&mut notes);
    let mut inferred: Vec<Arc<Region>> = Vec::new();
    let mut all = true;
    for comparison in comparisons {
        for (part, ..) in comparison.ranked() {
            if let Some((whole, ..)) = comparison.ranked().find(|(whole, ..)| part.parent.as_deref() == Some(whole.id.as_str())) {
                add(Note::Nested { whole: Arc::clone(whole), part: Arc::clone(part) });
            }
        }
        for observation in observations(comparison) {
            all &= observation.inferred;
            if observation.inferred && !inferred.iter().any(|known| known.id == observation.region.id) {
                inferred.push(Arc::clone(&observation.region));
            }
        }
    }
    if !inferred.is_empty() {
        add(Note::InferredPeriods { all, places: inferred });
    }
    for observation in comparisons.iter().flat_map(observations) {
        if let Some(text) = &observation.note {
            add(Note::Remark { region: Arc::clone(&observation.region), text: text.clone() });
        }
    }
    notes
}

/// The documents of all figures.
pub(super) fn citations(comparisons: &[Comparison]) -> Citations {
    let mut citations = Citations::default();
    for observation in comparisons.iter().flat_map(observations) {
        citations.observation(observation);
    }
    citations
}
