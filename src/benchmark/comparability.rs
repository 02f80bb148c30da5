//! Which figures may stand beside each other, and why others may not.

use std::sync::Arc;

use super::rank::{Rank, rank};
use crate::dataset::{Dataset, Groups, HAS_NOTED, Indicator, LocalText, Measure, Observation, Period, Polarity, Quantity, Region, Relax};
use crate::index::address;
use crate::order::sorted;

/// What is to be compared.
#[derive(Clone, Debug)]
pub struct Question {
    /// On which indicator.
    pub indicator: Arc<Indicator>,
    /// In which period; `None` takes the one in which most of the places have a figure, the latest of equals.
    pub period: Option<Period>,
    /// Which places, in this order; empty for everyone who has a figure.
    pub places: Vec<Arc<Region>>,
    /// A place to show even where it has no figure.
    pub home: Option<Arc<Region>>,
    /// Rules of comparability given up.
    pub relax: Relax,
}

/// The answer: every place asked about, with its figure, or with the reason why there is none.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What is compared; values are in its unit.
    pub indicator: Arc<Indicator>,
    /// When.
    pub period: Option<Period>,
    /// The definition (口径) the ranked figures share; `None` where they name none.
    pub definition: Option<LocalText>,
    /// What the ranks among the figures are among (for indicators that are ranks themselves).
    pub scope: Option<LocalText>,
    /// One entry a place: ranked ones from best to worst, then those that cannot be compared, then the missing.
    pub entries: Vec<Entry>,
}

/// One place in a comparison.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The place.
    pub region: Arc<Region>,
    /// Where it stands.
    pub standing: Standing,
}

/// Whether and how a place takes part.
#[derive(Clone, Debug)]
pub enum Standing {
    /// Compared and ranked.
    Ranked {
        /// The figure.
        observation: Arc<Observation>,
        /// The same in the indicator's unit.
        quantity: Quantity,
        /// Its rank among the ranked.
        rank: Rank,
        /// Differences the reader chose to overlook; each must show.
        flags: Vec<Difference>,
    },
    /// It has a figure that must not be compared.
    Apart {
        /// The figure.
        observation: Arc<Observation>,
        /// The same in the indicator's unit.
        quantity: Quantity,
        /// Why not.
        reasons: Vec<Difference>,
    },
    /// It has no figure.
    Missing,
}

/// What keeps two figures from being compared, or a remark that comparison must carry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Difference {
    /// The sources name different definitions.
    Definition,
    /// One source names a definition, the other does not.
    DefinitionUnstated,
    /// The figure is of another period.
    Period,
    /// A rank among others than the rest.
    Scope,
    /// Another source, or another section, states a different figure.
    Disputed,
    /// It was said on the spot and is not published.
    Noted,
    /// What was said on the spot and what is published of this place and period cannot both be true.
    NotedOtherwise,
}

impl Comparison {
    /// The ranked entries, best first.
    pub fn ranked(&self) -> impl Iterator<Item = (&Arc<Region>, &Quantity, Rank)> {
        self.entries.iter().filter_map(|entry| match &entry.standing {
            Standing::Ranked { quantity, rank, .. } => Some((&entry.region, quantity, *rank)),
            _ => None,
        })
    }

    /// The entry of a place.
    pub fn entry(&self, region: &Region) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.region.id == region.id)
    }

    /// The values as stated of the ranked entries, in the indicator's unit.
    pub fn values(&self) -> Vec<f64> {
        self.ranked().map(|(_, quantity, _)| quantity.value()).collect()
    }
}

/// A figure that might take part.
pub(super) struct Candidate<'d> {
    region: Arc<Region>,
    pub(super) observation: &'d Arc<Observation>,
    pub(super) quantity: Quantity,
    pub(super) flags: Vec<Difference>,
}

/// Compares places on one indicator. Two figures compare only where definition, period and scope agree;
/// what the question gives up is flagged on each figure it concerns.
pub fn compare(dataset: &Dataset, question: &Question) -> Comparison {
    let mut by_place = Groups::new(|figure| address(&*figure.region));
    let mut figures = Vec::new();
    for figure in dataset.figures_of(&question.indicator).filter(|figure| figure.quantity.is_some()) {
        by_place.put(figure);
        figures.push(figure);
    }
    let mut places = question.places.clone();
    if places.is_empty() {
        // everyone with a figure, be it one that has to stand apart
        for figure in by_place.groups.iter().filter_map(|own| own.first()) {
            places.push(Arc::clone(&figure.region));
        }
    }
    let period = question.period.or_else(|| fullest_period(&by_place, &places));
    if let Some(home) = question.home.as_ref().filter(|home| !places.iter().any(|place| Arc::ptr_eq(place, home))) {
        places.push(Arc::clone(home));
    }
    let reference = Reference::of(&figures, &places, period);
    let mut ranked: Vec<Candidate<'_>> = Vec::new();
    let mut apart = Vec::new();
    let mut missing = Vec::new();
    for region in places {
        let own: Vec<&Arc<Observation>> = by_place.of(address(&*region)).iter().collect();
        match choose(&own, &region, period, &reference, question.relax) {
            Choice::Compared(candidate) => ranked.push(candidate),
            Choice::Apart(observation, quantity, reasons) => {
                apart.push(Entry { region, standing: Standing::Apart { observation: Arc::clone(observation), quantity, reasons } });
            }
            Choice::Missing => missing.push(Entry { region, standing: Standing::Missing }),
        }
    }
    let quantities: Vec<&Quantity> = ranked.iter().map(|candidate| &candidate.quantity).collect();
    let ranks = rank(&quantities, question.indicator.polarity);
    // equal ranks keep the order asked for
    let mut by_rank = Vec::new();
    for (rank, candidate) in ranks.into_iter().zip(ranked) {
        by_rank.push((rank, candidate));
    }
    let mut entries = Vec::new();
    for (rank, candidate) in sorted(by_rank, |(rank, _)| f64::from(rank.point)) {
        let observation = Arc::clone(candidate.observation);
        let standing = Standing::Ranked { observation, quantity: candidate.quantity, rank, flags: candidate.flags };
        entries.push(Entry { region: candidate.region, standing });
    }
    entries.append(&mut apart);
    entries.append(&mut missing);
    Comparison { indicator: Arc::clone(&question.indicator), period, definition: reference.definition, scope: reference.scope, entries }
}

/// The period in which most of the places have a figure; of equals the latest.
fn fullest_period(by_place: &Groups, places: &[Arc<Region>]) -> Option<Period> {
    let mut counts: Vec<(usize, Period)> = Vec::new();
    for place in places {
        let own = by_place.of(address(&**place));
        for (earlier, figure) in own.iter().enumerate() {
            let period = figure.period;
            if own.iter().take(earlier).any(|figure| figure.period == period) {
                continue;
            }
            match counts.iter_mut().find(|(_, known)| *known == period) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, period)),
            }
        }
    }
    counts.into_iter().max().map(|(_, period)| period)
}

/// Whether a figure's period is the one asked for, or near enough under the relaxation. A stock stands at a
/// time, whatever the period is called; everything else needs a period of the same class.
pub(super) fn within(own: Period, asked: Period, relax: Relax, measure: Measure) -> bool {
    let same_class = own.class() == asked.class() || measure == Measure::Stock;
    own == asked || (relax.years > 0 && same_class && (own.end() - asked.end()).abs() <= f64::from(relax.years))
}

/// What figures are measured against: the definition and scope most of them name.
pub(super) struct Reference {
    pub(super) definition: Option<LocalText>,
    pub(super) scope: Option<LocalText>,
}

impl Reference {
    fn of(figures: &[&Arc<Observation>], places: &[Arc<Region>], period: Option<Period>) -> Reference {
        let mut mine: Vec<&&Arc<Observation>> = figures
            .iter()
            .filter(|figure| Some(figure.period) == period)
            .filter(|figure| places.iter().any(|place| Arc::ptr_eq(place, &figure.region)))
            .collect();
        // what is heard does not decide by which definition published figures compare
        if HAS_NOTED && mine.iter().any(|figure| !figure.is_noted()) {
            mine.retain(|figure| !figure.is_noted());
        }
        // a definition that two or more sources name is what is meant; a figure that names none is the doubtful one
        let mut named = mine.iter().map(|figure| &figure.definition).filter(|definition| definition.is_some());
        let named = commonest(&mut named).filter(|name| mine.iter().filter(|figure| figure.definition == *name).count() > 1);
        Reference {
            definition: named.or_else(|| commonest(&mut mine.iter().map(|figure| &figure.definition))).flatten(),
            scope: commonest(&mut mine.iter().map(|figure| &figure.scope)).flatten(),
        }
    }
}

/// The value that occurs most often; of equals the one met first.
fn commonest(values: &mut dyn Iterator<Item = &Option<LocalText>>) -> Option<Option<LocalText>> {
    let mut counts: Vec<(&Option<LocalText>, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    // max_by_key keeps the last of equals, so look from the end
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value.clone())
}

pub(super) enum Choice<'d> {
    Compared(Candidate<'d>),
    Apart(&'d Arc<Observation>, Quantity, Vec<Difference>),
    Missing,
}

/// The figure of one place that fits best, with what still differs. What was said on the spot takes part only where no
/// published figure does.
pub(super) fn choose<'d>(
    figures: &[&'d Arc<Observation>],
    region: &Arc<Region>,
    period: Option<Period>,
    reference: &Reference,
    relax: Relax,
) -> Choice<'d> {
    let mut published: Figures<'d> = Vec::new();
    let mut noted: Figures<'d> = Vec::new();
    for figure in figures {
        if Arc::ptr_eq(&figure.region, region)
            && let Some(quantity) = &figure.quantity
        {
            if figure.is_noted() { &mut noted } else { &mut published }.push((*figure, quantity));
        }
    }
    let mut chosen = fittest(&published, region, period, reference, relax);
    if HAS_NOTED && !matches!(chosen, Choice::Compared(_)) {
        let heard = fittest(&noted, region, period, reference, relax);
        if matches!((&chosen, &heard), (Choice::Missing, _) | (_, Choice::Compared(_))) {
            chosen = heard;
        }
    }
    if HAS_NOTED && let Choice::Compared(Candidate { observation, flags: told, .. }) | Choice::Apart(observation, _, told) = &mut chosen {
        if observation.is_noted() {
            told.push(Difference::Noted);
        }
        if noted.iter().chain(&published).any(|(other, _)| observation.is_contradicted(other)) {
            told.push(Difference::NotedOtherwise);
        }
    }
    chosen
}

/// Figures that have a value.
type Figures<'d> = Vec<(&'d Arc<Observation>, &'d Quantity)>;

/// The one of a place's figures that fits best.
fn fittest<'d>(own: &Figures<'d>, region: &Arc<Region>, period: Option<Period>, reference: &Reference, relax: Relax) -> Choice<'d> {
    let reached = |figure: &Observation| period.is_some_and(|period| within(figure.period, period, relax, figure.indicator.measure));
    let distance = |figure: &Observation| period.map_or(0.0, |period| (figure.period.end() - period.end()).abs());
    // within reach first, then the fewest differences, then the nearest: less is better in each
    let mut differences = Vec::new();
    let mut least = (true, usize::MAX, f64::INFINITY);
    let mut best = None;
    for (figure, quantity) in own {
        differ(figure, period, reference, &mut differences);
        let cost = (!reached(figure), differences.len(), distance(figure));
        if cost.partial_cmp(&least) == Some(core::cmp::Ordering::Less) {
            (least, best) = (cost, Some((*figure, *quantity)));
        }
    }
    let Some((observation, quantity)) = best else { return Choice::Missing };
    differ(observation, period, reference, &mut differences);
    let disputed = own.iter().any(|(other, value)| {
        other.period == observation.period
            && other.definition == observation.definition
            && other.scope == observation.scope
            && (value.value(), value.low(), value.high()) != (quantity.value(), quantity.low(), quantity.high())
    });
    let overlooked = |difference: &Difference| match difference {
        Difference::Definition | Difference::DefinitionUnstated => relax.definition,
        Difference::Period => reached(observation),
        Difference::Scope => false,
        Difference::Disputed | Difference::Noted | Difference::NotedOtherwise => true,
    };
    if !differences.iter().all(overlooked) {
        return Choice::Apart(observation, *quantity, differences);
    }
    if disputed {
        differences.push(Difference::Disputed);
    }
    Choice::Compared(Candidate { region: Arc::clone(region), observation, quantity: *quantity, flags: differences })
}

/// Tells the differences of a figure, in place of those told before.
fn differ(figure: &Observation, period: Option<Period>, reference: &Reference, differences: &mut Vec<Difference>) {
    differences.clear();
    match (&figure.definition, &reference.definition) {
        (own, common) if own == common => {}
        (Some(_), Some(_)) => differences.push(Difference::Definition),
        _ => differences.push(Difference::DefinitionUnstated),
    }
    if Some(figure.period) != period {
        differences.push(Difference::Period);
    }
    if figure.scope != reference.scope {
        differences.push(Difference::Scope);
    }
}

impl Comparison {
    /// Whether better and worse mean anything here.
    pub fn is_ranking(&self) -> bool {
        self.indicator.polarity != Polarity::None
    }
}

#[cfg(test)]
mod tests;
