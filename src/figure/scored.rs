//! Several indicators of the same places, for the views that score them.

use std::sync::Arc;

use super::{Label, mark::Marks, note::Note, request::Unanswerable};
use crate::{
    benchmark::{
        Comparison, Difference, Rank, Standing,
        composite::{CompositeQuestion, Gathered, gather},
    },
    dataset::{Dataset, Indicator, Observation, Period, Polarity, Quantity, Region, View},
};

/// A figure that takes part in a score, or is listed beside those that do.
#[derive(Clone, PartialEq, Debug)]
pub struct Scored {
    /// In the indicator's unit.
    pub quantity: Quantity,
    /// As published.
    pub observation: Arc<Observation>,
    /// Its rank among the comparable figures; `None` where it is not comparable, and takes no part.
    pub rank: Option<Rank>,
    /// The marks of its notes.
    pub marks: String,
}

impl Scored {
    /// The figure as the source writes it; empty where the dataset gives a bare number.
    pub fn text(&self) -> &str {
        &self.observation.text
    }
}

/// What a view asks for, gathered.
pub(super) struct Several {
    /// The figures; `None` where there is neither a place nor an indicator.
    pub(super) gathered: Option<Arc<Gathered>>,
    /// The weights given, one a column gathered; empty where the view gives none.
    pub(super) weights: Vec<f64>,
    /// Indicators that cannot be scored, since neither more nor less is better.
    pub(super) neutral: Vec<Arc<Indicator>>,
    pub(super) marks: Marks,
}

/// Gathers the indicators of a view, each once, for its places and for those that must be there: where no places are named,
/// for all that have a figure.
#[inline(never)]
pub(super) fn several(dataset: &Dataset, view: &View, needed: &[&Option<Arc<Region>>]) -> Result<Several, Unanswerable> {
    if view.indicators.is_empty() {
        return Err(Unanswerable::NoIndicators);
    }
    let mut found = Several { gathered: None, weights: Vec::new(), neutral: Vec::new(), marks: Marks::default() };
    let mut indicators: Vec<Arc<Indicator>> = Vec::new();
    for (index, indicator) in view.indicators.iter().enumerate() {
        if indicators.iter().chain(&found.neutral).any(|known| Arc::ptr_eq(known, indicator)) {
            continue;
        }
        if indicator.polarity == Polarity::None {
            found.neutral.push(Arc::clone(indicator));
            continue;
        }
        indicators.push(Arc::clone(indicator));
        found.weights.extend(view.weights.get(index));
    }
    let mut question = CompositeQuestion { indicators, places: view.places.clone(), period: view.period, relax: view.relax };
    if question.places.is_empty()
        && let Ok(gathered) = gather(dataset, &question)
    {
        question.places = gathered.places;
    }
    for region in needed.iter().copied().flatten() {
        if !question.places.iter().any(|place| Arc::ptr_eq(place, region)) {
            question.places.push(Arc::clone(region));
        }
    }
    found.gathered = gather(dataset, &question).ok().map(Arc::new);
    for comparison in found.gathered.iter().flat_map(|gathered| &gathered.comparisons) {
        found.marks.gather(comparison);
    }
    Ok(found)
}

/// The figure of a place in a comparison.
pub(super) fn scored(comparison: &Comparison, region: &Region, marks: &Marks) -> Option<Scored> {
    let (quantity, observation, rank, differences) = match &comparison.entry(region)?.standing {
        Standing::Ranked { quantity, observation, rank, flags } => (quantity, observation, Some(*rank), flags),
        Standing::Apart { quantity, observation, reasons } => (quantity, observation, None, reasons),
        Standing::Missing => return None,
    };
    Some(Scored { quantity: *quantity, observation: Arc::clone(observation), rank, marks: marks.of_differences(differences) })
}

/// Which figure: whose, of what.
pub type Which = (Arc<Region>, Arc<Indicator>);

/// What the notes of views with several indicators say.
#[derive(Clone, PartialEq, Debug)]
pub enum ScoredLabel {
    /// Figures of another period than the others of their indicator.
    OtherPeriods {
        /// Their mark, where one of them is shown.
        mark: Option<char>,
        /// Which, and of when.
        figures: Vec<(Which, Period)>,
    },
    /// Figures whose definition differs from that of the others, or is not stated.
    OtherDefinitions {
        /// Their mark, where one of them is shown.
        mark: Option<char>,
        /// Which.
        figures: Vec<Which>,
    },
    /// Figures that are not used, since they do not compare.
    Apart(Vec<Which>),
    /// How many figures with a qualifier count as stated.
    Intervals(usize),
    /// Indicators without a better way, which are left out.
    Neutral(Vec<Arc<Indicator>>),
    /// Indicators that no place has a comparable figure of, which are left out.
    Empty(Vec<Arc<Indicator>>),
    /// Indicators whose figures are all equal, or of which there is one only: they are left out.
    Constant(Vec<Arc<Indicator>>),
    /// The same where they count, though they tell no places apart.
    Even(Vec<Arc<Indicator>>),
    /// Indicators the method cannot score, which are left out.
    Unusable(Vec<Arc<Indicator>>),
}

/// What the figures of several comparisons ask to be said: marks, what is not used, intervals, inferred periods, remarks.
/// `shown` are the places whose figures are shown, where that is not all.
#[inline(never)]
pub(super) fn common_notes(several: &Several, shown: Option<&[&Region]>) -> Vec<Note> {
    let mut notes = Vec::new();
    let Some(gathered) = &several.gathered else { return notes };
    for (mark, difference) in several.marks.all() {
        notes.extend(marked(gathered, mark, difference, shown));
    }
    let (mut apart, mut intervals, mut inferred, mut remarks) = (Vec::new(), 0, Vec::new(), Vec::new());
    let (mut known, mut guessed) = (0, 0);
    for comparison in &gathered.comparisons {
        for entry in &comparison.entries {
            let observation = match &entry.standing {
                Standing::Ranked { quantity, observation, .. } => {
                    intervals += usize::from(!quantity.is_exact());
                    observation
                }
                Standing::Apart { observation, .. } => {
                    apart.push((Arc::clone(&entry.region), Arc::clone(&comparison.indicator)));
                    observation
                }
                Standing::Missing => continue,
            };
            known += 1;
            if observation.inferred {
                guessed += 1;
                if !inferred.iter().any(|region| Arc::ptr_eq(region, &entry.region)) {
                    inferred.push(Arc::clone(&entry.region));
                }
            }
            if let Some(text) = &observation.note {
                remarks.push(Note::Remark { region: Arc::clone(&entry.region), text: text.clone() });
            }
        }
    }
    if !apart.is_empty() {
        notes.push(said(ScoredLabel::Apart(apart)));
    }
    if intervals > 0 {
        notes.push(said(ScoredLabel::Intervals(intervals)));
    }
    if !several.neutral.is_empty() {
        notes.push(said(ScoredLabel::Neutral(several.neutral.clone())));
    }
    for part in &gathered.places {
        if let Some(whole) = gathered.places.iter().find(|whole| part.parent.as_deref() == Some(whole.id.as_str())) {
            notes.push(Note::Nested { whole: Arc::clone(whole), part: Arc::clone(part) });
        }
    }
    if !inferred.is_empty() {
        notes.push(Note::InferredPeriods { all: guessed == known, places: inferred });
    }
    for remark in remarks {
        remark.join(&mut notes);
    }
    notes
}

pub(super) fn said(label: ScoredLabel) -> Note {
    Note::Label(Label::Scored(label))
}

/// What a mark stands for. The definition or scope the others share is named where it is that of one indicator.
#[inline(never)]
fn marked(gathered: &Gathered, mark: char, difference: Difference, shown: Option<&[&Region]>) -> Option<Note> {
    let mut figures: Vec<(Which, Period)> = Vec::new();
    let mut columns: Vec<&Comparison> = Vec::new();
    let mut is_shown = false;
    for comparison in &gathered.comparisons {
        for entry in &comparison.entries {
            let (observation, differences, used) = match &entry.standing {
                Standing::Ranked { observation, flags, .. } => (observation, flags, true),
                Standing::Apart { observation, reasons, .. } => (observation, reasons, false),
                Standing::Missing => continue,
            };
            let own = shown.is_none_or(|shown| shown.iter().any(|region| region.id == entry.region.id));
            if differences.contains(&difference) && (own || used) {
                is_shown |= own;
                figures.push(((Arc::clone(&entry.region), Arc::clone(&comparison.indicator)), observation.period));
                if !columns.iter().any(|known| core::ptr::eq(*known, comparison)) {
                    columns.push(comparison);
                }
            }
        }
    }
    let only = columns.first().filter(|_| columns.len() == 1);
    let seen = is_shown.then_some(mark);
    match difference {
        _ if figures.is_empty() => None,
        Difference::Period => Some(said(ScoredLabel::OtherPeriods { mark: seen, figures })),
        Difference::Definition | Difference::DefinitionUnstated if only.is_none() || !is_shown => {
            Some(said(ScoredLabel::OtherDefinitions { mark: seen, figures: figures.into_iter().map(|(which, _)| which).collect() }))
        }
        _ => {
            let (definition, scope) = only.map(|only| (only.definition.clone(), only.scope.clone())).unwrap_or_default();
            Some(Note::Marked { mark, difference, definition, scope })
        }
    }
}
