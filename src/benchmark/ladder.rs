//! Ladders (梯队): counts tier by tier, such as listed, under guidance and in reserve, against what was planned.

use std::sync::Arc;

use super::{
    comparability::{Choice, Difference, Reference, choose, within},
    interval::{Certainty, Interval},
};
use crate::dataset::{
    Dataset, Indicator, LocalText, Observation, Period, Quantity, Region, Relation, RelationKind, Relax, Target, TargetKind,
};

/// Whose ladder, made of what.
#[derive(Clone, Debug)]
pub struct LadderQuestion {
    /// Whose; a place of the dataset.
    pub region: Arc<Region>,
    /// The tiers, each counted by an indicator of the dataset, from the top down.
    pub tiers: Vec<Arc<Indicator>>,
    /// As of when; `None` takes the period in which most tiers have a figure, the latest of equals.
    pub period: Option<Period>,
    /// Rules given up: `years` lets a tier be counted at another time near enough, flagged.
    pub relax: Relax,
}

/// A ladder, tier by tier.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Whose.
    pub region: Arc<Region>,
    /// As of when; `None` where no tier has a figure.
    pub period: Option<Period>,
    /// One a tier, in the order asked for.
    pub tiers: Vec<Tier>,
    /// Tiers that relations of the dataset say overlap: who is in one is counted in the other again.
    pub overlaps: Vec<Overlap>,
    /// The sum of the tiers in the first one's unit, where each is counted at one time and the dataset declares no
    /// overlap. Tiers may overlap all the same without a word in the dataset.
    pub total: Option<Interval>,
}

/// A tier of a ladder.
#[derive(Clone, Debug)]
pub struct Tier {
    /// What it counts.
    pub indicator: Arc<Indicator>,
    /// How many.
    pub count: TierCount,
    /// What the place planned for it, in the order given.
    pub plans: Vec<TierPlan>,
}

/// How many there are in a tier.
#[derive(Clone, Debug)]
pub enum TierCount {
    /// One figure. Of several with different definitions, the one that names none counts the whole tier.
    Counted {
        /// The figure.
        observation: Arc<Observation>,
        /// The same in the indicator's unit.
        quantity: Quantity,
        /// What was overlooked; each must show.
        flags: Vec<Difference>,
    },
    /// Figures under different definitions (省级, 市级), and nothing says whether one is part of another.
    Several(Vec<Arc<Observation>>),
    /// A figure of another time.
    Apart {
        /// The figure.
        observation: Arc<Observation>,
        /// The same in the indicator's unit.
        quantity: Quantity,
        /// Why it does not count.
        reasons: Vec<Difference>,
    },
    /// No figure.
    Missing,
}

/// A plan for a tier.
#[derive(Clone, Debug)]
pub struct TierPlan {
    /// The promise: a value to reach, or a yearly volume.
    pub target: Arc<Target>,
    /// How much of it is missing; `None` where the tier is not counted.
    pub shortfall: Option<Shortfall>,
}

/// What is missing to a plan.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shortfall {
    /// Plan − count, in the plan's unit; below zero where the plan is passed.
    pub missing: Interval,
    /// Whether the plan is met.
    pub met: Certainty,
}

/// Two tiers that count the same firms.
#[derive(Clone, Debug)]
pub enum Overlap {
    /// All of one tier are in another as well.
    Nested {
        /// The smaller.
        part: Arc<Indicator>,
        /// The one it is in.
        whole: Arc<Indicator>,
    },
    /// Both state one fact.
    Same(Arc<Indicator>, Arc<Indicator>),
}

/// The ladder of a place: how many there are in each tier, what is missing to its plans, and which tiers overlap.
///
/// Every tier is counted at the same time; a figure of another time stands apart unless `relax.years` reaches it.
/// Relations of the kinds part, sum and same between figures of the place tell which tiers overlap, whatever their
/// period: what is nested one year is nested the next.
///
/// ```
/// # use duibiao::{benchmark::{LadderQuestion, TierCount, ladder}, dataset::{Relax, parse_json}};
/// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
/// #   "regions":[{"id":"a","name":"甲市","kind":"city"}],
/// #   "indicators":[{"id":"listed","name":"上市企业数","unit":"家","polarity":"higher","measure":"stock"},
/// #     {"id":"reserve","name":"上市后备企业数","unit":"家","polarity":"higher","measure":"stock"}],
/// #   "observations":[{"region":"a","indicator":"listed","period":"2023","text":"11家","source":"s"},
/// #     {"region":"a","indicator":"reserve","period":"2023","text":"52家","source":"s"}],
/// #   "targets":[{"id":"t","region":"a","indicator":"reserve","kind":"at-least","deadline":"2025","text":"60家","source":"s"}]}"#;
/// # let dataset = parse_json(text).dataset.unwrap();
/// let (region, tiers) = (dataset.regions[0].clone(), dataset.indicators.clone());
/// let ladder = ladder(&dataset, &LadderQuestion { region, tiers, period: None, relax: Relax::default() });
/// assert_eq!(ladder.total.unwrap().point, 63.0);
/// assert_eq!(ladder.tiers[1].plans[0].shortfall.unwrap().missing.point, 8.0);
/// ```
pub fn ladder(dataset: &Dataset, question: &LadderQuestion) -> Ladder {
    let region = &question.region;
    let mut figures: Vec<Vec<&Arc<Observation>>> = Vec::new();
    for indicator in &question.tiers {
        let own = dataset.figures_of(indicator).filter(|figure| figure.region.id == region.id && figure.quantity.is_some());
        figures.push(own.collect());
    }
    let period = question.period.or_else(|| fullest(&figures));
    let mut tiers = Vec::new();
    for (indicator, figures) in question.tiers.iter().zip(&figures) {
        let count = count(figures, period, question.relax);
        let plans = dataset
            .targets
            .iter()
            .filter(|target| target.region.id == region.id)
            .filter(|target| target.indicator.as_ref().is_some_and(|other| other.id == indicator.id))
            .filter_map(|target| Some(TierPlan { target: Arc::clone(target), shortfall: missing(&count, target)? }))
            .collect();
        tiers.push(Tier { indicator: Arc::clone(indicator), count, plans });
    }
    let overlaps = overlaps(&dataset.relations, question);
    let total = if overlaps.is_empty() { total(&tiers) } else { None };
    Ladder { region: Arc::clone(region), period, tiers, overlaps, total }
}

/// What is missing from a count to a plan that must be reached or, where `strict`, passed. The plan is taken as the
/// number it states. `None` where the two do not convert, or a number would not be finite.
///
/// ```
/// use duibiao::{benchmark::{Certainty, shortfall}, dataset::notation};
/// let [count, plan] = ["近20家", "20家"].map(|text| notation::parse(text).unwrap().quantity(None));
/// let found = shortfall(&count, &plan, false).unwrap();
/// assert_eq!((found.missing.point, found.missing.high, found.met), (0.0, 10.0, Certainty::Possible));
/// ```
pub fn shortfall(count: &Quantity, plan: &Quantity, strict: bool) -> Option<Shortfall> {
    let count = count.in_unit(plan.unit())?;
    let aim = plan.value();
    let missing = Interval::new(aim - count.value(), aim - count.high(), aim - count.low())?;
    let passes = |end: f64| end > aim || (end == aim && !strict);
    let always = passes(count.low()) || (count.low() == aim && count.low_open());
    let sometimes = passes(count.high()) && !(count.high() == aim && count.high_open());
    Some(Shortfall { missing, met: Certainty::of(always, sometimes) })
}

/// The inner `None` where the tier is not counted, the outer where the promise is no count to reach.
fn missing(count: &TierCount, target: &Target) -> Option<Option<Shortfall>> {
    let (TargetKind::Reach { value, .. } | TargetKind::AtLeast(value) | TargetKind::Plan(value)) = &target.kind else { return None };
    Some(match count {
        TierCount::Counted { quantity, .. } => shortfall(quantity, value, target.strict),
        _ => None,
    })
}

/// The period in which most tiers have a figure; of equals the latest.
fn fullest(figures: &[Vec<&Arc<Observation>>]) -> Option<Period> {
    let tiers = |period: Period| figures.iter().filter(|tier| tier.iter().any(|figure| figure.period == period)).count();
    figures.iter().flatten().map(|figure| figure.period).max_by_key(|period| (tiers(*period), *period))
}

/// The count of a tier: what was said on the spot counts where nothing published does.
fn count(figures: &[&Arc<Observation>], period: Option<Period>, relax: Relax) -> TierCount {
    let Some(period) = period else { return TierCount::Missing };
    let (noted, published): (Vec<_>, Vec<_>) = figures.iter().copied().partition(|figure| figure.is_noted());
    let found = count_of(&published, figures, period, relax);
    let heard = match &found {
        TierCount::Missing | TierCount::Apart { .. } => count_of(&noted, &noted, period, relax),
        _ => return found,
    };
    if matches!((&found, &heard), (TierCount::Missing, _) | (_, TierCount::Counted { .. })) { heard } else { found }
}

/// The count by the nearest of some figures and their definition, out of all.
fn count_of(figures: &[&Arc<Observation>], all: &[&Arc<Observation>], period: Period, relax: Relax) -> TierCount {
    let reached = |figure: &Observation| within(figure.period, period, relax, figure.indicator.measure);
    let distance = |figure: &Observation| (figure.period.end() - period.end()).abs();
    // an equal end is not yet an equal period
    let cost = |figure: &Observation| (!reached(figure), distance(figure), figure.period != period);
    let mut nearest: Option<&Arc<Observation>> = None;
    for figure in figures {
        if nearest.is_none_or(|chosen| cost(figure).partial_cmp(&cost(chosen)) == Some(core::cmp::Ordering::Less)) {
            nearest = Some(figure);
        }
    }
    let Some(nearest) = nearest else { return TierCount::Missing };
    let at: Vec<&Arc<Observation>> = figures.iter().filter(|figure| figure.period == nearest.period).copied().collect();
    let mut definitions: Vec<&Option<LocalText>> = Vec::new();
    for figure in &at {
        if !definitions.contains(&&figure.definition) {
            definitions.push(&figure.definition);
        }
    }
    let definition = match definitions.as_slice() {
        [only] => (*only).clone(),
        several if several.contains(&&None) => None,
        _ => return TierCount::Several(at.into_iter().cloned().collect()),
    };
    let at: Vec<&Arc<Observation>> = all.iter().filter(|figure| figure.period == nearest.period).copied().collect();
    match choose(&at, &nearest.region, Some(period), &Reference { definition, scope: nearest.scope.clone() }, relax) {
        Choice::Compared(candidate) => {
            TierCount::Counted { observation: Arc::clone(candidate.observation), quantity: candidate.quantity, flags: candidate.flags }
        }
        Choice::Apart(observation, quantity, reasons) => TierCount::Apart { observation: Arc::clone(observation), quantity, reasons },
        Choice::Missing => TierCount::Missing,
    }
}

/// What relations say of figures of the place in two of its tiers; each pair once.
fn overlaps(relations: &[Relation], question: &LadderQuestion) -> Vec<Overlap> {
    let tier = |figure: &Observation| {
        let own = figure.region.id == question.region.id;
        question.tiers.iter().find(|tier| own && tier.id == figure.indicator.id)
    };
    let mut found: Vec<Overlap> = Vec::new();
    let mut tell = |a: &Observation, b: &Observation, nested: bool| {
        let (Some(a), Some(b)) = (tier(a), tier(b)) else { return };
        let known = found.iter().any(|overlap| match overlap {
            Overlap::Nested { part, whole } => nested && part.id == a.id && whole.id == b.id,
            Overlap::Same(one, other) => !nested && [(&a.id, &b.id), (&b.id, &a.id)].contains(&(&one.id, &other.id)),
        });
        if a.id != b.id && !known {
            let (a, b) = (Arc::clone(a), Arc::clone(b));
            found.push(if nested { Overlap::Nested { part: a, whole: b } } else { Overlap::Same(a, b) });
        }
    };
    for relation in relations {
        match &relation.kind {
            RelationKind::Part { part, whole } => tell(part, whole, true),
            RelationKind::Sum { parts, whole } => parts.iter().for_each(|part| tell(part, whole, true)),
            RelationKind::Same { members } => {
                for (position, member) in members.iter().enumerate() {
                    members.iter().skip(position + 1).for_each(|other| tell(member, other, false));
                }
            }
            RelationKind::Ratio { .. } | RelationKind::Growth { .. } | RelationKind::Difference { .. } => {}
        }
    }
    found
}

/// The sum of tiers that are all counted, at one time.
fn total(tiers: &[Tier]) -> Option<Interval> {
    let unit = tiers.first()?.indicator.unit;
    let mut sum = (0.0, 0.0, 0.0);
    for tier in tiers {
        let TierCount::Counted { quantity, flags, .. } = &tier.count else { return None };
        let quantity = quantity.in_unit(unit).filter(|_| !flags.contains(&Difference::Period))?;
        sum = (sum.0 + quantity.value(), sum.1 + quantity.low(), sum.2 + quantity.high());
    }
    Interval::new(sum.0, sum.1, sum.2)
}

#[cfg(test)]
mod tests;
