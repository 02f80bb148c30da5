//! Derived indicators: 亩均税收 = 税收 ÷ 用地, computed for each place and period from published figures.

use std::sync::Arc;

use super::{
    comparability::{Candidate, Choice, Comparison, Difference, Question, Reference, Standing, choose, compare},
    growth::computed,
    interval::Interval,
};
use crate::dataset::{Dataset, Derived, Dimension, Indicator, LocalText, Measure, Observation, Period, Quantity, Region, Relax, Unit};

/// A computed figure and what it is computed from.
#[derive(Clone, Debug)]
pub struct Computed {
    /// The figure as an observation of the derived indicator, so that it can be compared like any other. Nothing
    /// is stated of it: `stated` is `None` and `text` empty. Period, definition, scope, source and locator are
    /// those of the leading part.
    pub observation: Arc<Observation>,
    /// The figure itself, in the derived indicator's unit; its bounds enclose what the parts' qualifiers leave possible.
    pub quantity: Quantity,
    /// The published figures it is computed from: numerator and denominator, or the summands, in that order.
    pub parts: Vec<Arc<Observation>>,
    /// What was overlooked between the parts; each must show.
    pub flags: Vec<Difference>,
}

/// Everything that follows for a derived indicator.
#[derive(Clone, Debug)]
pub struct Derivation {
    /// The derived indicator.
    pub indicator: Arc<Indicator>,
    /// One figure for each place, period, definition and scope that the leading part has, in the order given. Leads
    /// the first part that is not a stock (a stock stands at a time, and the other says which), else the first.
    pub figures: Vec<Computed>,
    /// What could not be computed, and why.
    pub refused: Vec<Refusal>,
}

/// A figure that could not be computed.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Whose it would be.
    pub region: Arc<Region>,
    /// Of when; `None` where the leading part has no figure at all.
    pub period: Option<Period>,
    /// Why not.
    pub reason: NotComputed,
}

/// Why a figure cannot be computed.
#[derive(Clone, PartialEq, Debug)]
pub enum NotComputed {
    /// The place has no figure of this part.
    Missing(Arc<Indicator>),
    /// It has one that must not be computed with.
    Apart {
        /// The part.
        part: Arc<Indicator>,
        /// What keeps it from the leading part.
        reasons: Vec<Difference>,
    },
    /// It has several of this part, and nothing says which is meant.
    Ambiguous(Arc<Indicator>),
    /// The denominator is zero or may be.
    Zero(Arc<Indicator>),
    /// The result is no finite number.
    NotFinite,
}

/// Why nothing can be computed for an indicator at all.
#[derive(Clone, PartialEq, Debug)]
pub enum Underivable {
    /// The dataset does not say how it follows from others.
    NoRule,
    /// A part is not in the dataset.
    Unknown(String),
    /// The part is a place in a list, which no arithmetic applies to.
    Rank(Arc<Indicator>),
    /// These units of the parts do not lead to the indicator's: 亿元 ÷ 人 is never 万元/亩. Currencies never mix.
    Unit(Vec<Unit>),
}

/// How the parts are put together.
enum Rule {
    /// The first ÷ the second, times this, is in the indicator's unit.
    Ratio(f64),
    Sum,
}

/// Computes a derived indicator for every place and period that its parts have comparable figures for.
///
/// The parts of one figure are of the same place, period, definition and scope. `relax` gives up definition or
/// period as in a comparison; what is given up is flagged. (A stock within the years allowed may stand beside a
/// flow of a year; any other part must be of the same period class.) Where sources disagree on a part, the first is
/// taken and flagged.
///
/// A ratio fits an indicator whose unit its dimensions lead to: money ÷ area, money or things ÷ people, mass ÷
/// volume, like ÷ like as share, multiple or bare number, and anything ÷ a count in its own unit (户均税收).
///
/// # Errors
/// [`Underivable`], where no figure could follow; what a single place lacks is told in [`Derivation::refused`].
///
/// ```
/// # use duibiao::{benchmark::derive, dataset::{Relax, parse_json}};
/// # let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
/// #   "regions":[{"id":"a","name":"甲园区","kind":"zone"}],
/// #   "indicators":[{"id":"tax","name":"税收","unit":"亿元","polarity":"higher","measure":"flow"},
/// #     {"id":"land","name":"用地","unit":"亩","polarity":"none","measure":"stock"},
/// #     {"id":"per","name":"亩均税收","unit":"万元/亩","polarity":"higher","measure":"ratio",
/// #      "derived":{"numerator":"tax","denominator":"land"}}],
/// #   "observations":[{"region":"a","indicator":"tax","period":"2022","text":"超30亿元","source":"s"},
/// #     {"region":"a","indicator":"land","period":"2022","text":"15000亩","source":"s"}]}"#;
/// # let dataset = parse_json(text).dataset.unwrap();
/// let indicator = dataset.indicator("亩均税收").unwrap();
/// let derivation = derive(&dataset, indicator, Relax::default()).unwrap();
/// let figure = &derivation.figures[0];
/// assert!((figure.quantity.value() - 20.0).abs() < 1e-9 && (figure.quantity.high() - 26.666666666666668).abs() < 1e-9);
/// assert_eq!(figure.parts.len(), 2);
/// ```
pub fn derive(dataset: &Dataset, indicator: &Arc<Indicator>, relax: Relax) -> Result<Derivation, Underivable> {
    let ids: Vec<&String> = match &indicator.derived {
        None => return Err(Underivable::NoRule),
        Some(Derived::Ratio { numerator, denominator }) => vec![numerator, denominator],
        Some(Derived::Sum(parts)) => parts.iter().collect(),
    };
    let mut parts = Vec::new();
    for id in ids {
        let part = dataset.indicators.iter().find(|indicator| indicator.id == *id).ok_or_else(|| Underivable::Unknown(id.clone()))?;
        if part.measure == Measure::Rank {
            return Err(Underivable::Rank(Arc::clone(part)));
        }
        parts.push(part);
    }
    let rule = rule(indicator, &parts).ok_or_else(|| Underivable::Unit(parts.iter().map(|part| part.unit).collect()))?;
    let lead = parts.iter().position(|part| part.measure != Measure::Stock).unwrap_or(0);
    let figures: Vec<Vec<&Arc<Observation>>> = parts.iter().map(|part| dataset.figures_of(part).collect()).collect();
    let leading = figures.get(lead).ok_or(Underivable::NoRule)?;
    let mut derivation = Derivation { indicator: Arc::clone(indicator), figures: Vec::new(), refused: Vec::new() };
    let mut keys: Vec<Key<'_>> = Vec::new();
    for figure in leading.iter().filter(|figure| figure.quantity.is_some()) {
        let key = (figure.region.id.as_str(), figure.period, &figure.definition, &figure.scope);
        // what is heard leads to a figure only where nothing published does
        let published = |other: &&Arc<Observation>| !other.is_noted() && other.quantity.is_some() && other.speaks_of_the_same(figure);
        if keys.contains(&key) || (figure.is_noted() && leading.iter().any(published)) {
            continue;
        }
        keys.push(key);
        match one(indicator, &parts, &figures, lead, figure, &rule, relax) {
            Ok(computed) => derivation.figures.push(computed),
            Err(reason) => {
                derivation.refused.push(Refusal { region: Arc::clone(&figure.region), period: Some(figure.period), reason });
            }
        }
    }
    for figure in figures.iter().flatten().filter(|figure| figure.quantity.is_some()) {
        let told = keys.iter().any(|key| key.0 == figure.region.id)
            || derivation.refused.iter().any(|refusal| refusal.region.id == figure.region.id);
        if let Some(part) = parts.get(lead).filter(|_| !told) {
            let reason = NotComputed::Missing(Arc::clone(part));
            derivation.refused.push(Refusal { region: Arc::clone(&figure.region), period: None, reason });
        }
    }
    Ok(derivation)
}

/// What there is one computed figure for.
type Key<'d> = (&'d str, Period, &'d Option<LocalText>, &'d Option<LocalText>);

/// The figure that goes with one of the leading part.
fn one(
    indicator: &Arc<Indicator>,
    parts: &[&Arc<Indicator>],
    figures: &[Vec<&Arc<Observation>>],
    lead: usize,
    leading: &Observation,
    rule: &Rule,
    relax: Relax,
) -> Result<Computed, NotComputed> {
    let reference = Reference { definition: leading.definition.clone(), scope: leading.scope.clone() };
    let mut used = Vec::new();
    let mut quantities = Vec::new();
    let mut flags = Vec::new();
    for (position, (part, figures)) in parts.iter().zip(figures).enumerate() {
        // the leading part is the very figure; only a dispute about it can be new
        let relax = if position == lead { Relax::default() } else { relax };
        let candidate = match choose(figures, &leading.region, Some(leading.period), &reference, relax) {
            Choice::Missing => return Err(NotComputed::Missing(Arc::clone(part))),
            Choice::Apart(_, _, reasons) => return Err(NotComputed::Apart { part: Arc::clone(part), reasons }),
            Choice::Compared(candidate) if is_ambiguous(&candidate, figures) => return Err(NotComputed::Ambiguous(Arc::clone(part))),
            Choice::Compared(candidate) => candidate,
        };
        for flag in candidate.flags {
            if !flags.contains(&flag) {
                flags.push(flag);
            }
        }
        used.push(Arc::clone(candidate.observation));
        quantities.push(candidate.quantity);
    }
    let bounds = match (rule, quantities.as_slice(), parts) {
        (Rule::Ratio(factor), [numerator, denominator], [_, divisor]) => {
            if denominator.low() <= 0.0 && denominator.high() >= 0.0 {
                return Err(NotComputed::Zero(Arc::clone(divisor)));
            }
            let quotient = Interval::quotient(ends(numerator), ends(denominator));
            quotient.and_then(|ratio| Interval::new(ratio.point * factor, ratio.low * factor, ratio.high * factor))
        }
        _ => sum(&quantities, indicator.unit),
    };
    let decimals = indicator.decimals.unwrap_or_else(|| match rule {
        Rule::Ratio(_) => 2,
        Rule::Sum => quantities.iter().filter_map(|quantity| quantity.in_unit(indicator.unit)).map(|q| q.decimals()).max().unwrap_or(0),
    });
    let quantity = bounds.and_then(|bounds| computed(bounds, decimals, indicator.unit)).ok_or(NotComputed::NotFinite)?;
    let observation = Observation {
        id: None,
        region: Arc::clone(&leading.region),
        indicator: Arc::clone(indicator),
        period: leading.period,
        inferred: used.iter().any(|part| part.inferred),
        stated: None,
        quantity: Some(quantity),
        text: String::new(),
        definition: leading.definition.clone(),
        scope: leading.scope.clone(),
        source: Arc::clone(&leading.source),
        locator: leading.locator.clone(),
        note: None,
    };
    Ok(Computed { observation: Arc::new(observation), quantity, parts: used, flags })
}

fn ends(quantity: &Quantity) -> (f64, f64, f64) {
    (quantity.value(), quantity.low(), quantity.high())
}

/// The sum in a unit, of figures that convert to it.
fn sum(quantities: &[Quantity], unit: Unit) -> Option<Interval> {
    let mut sum = (0.0, 0.0, 0.0);
    for quantity in quantities {
        let quantity = quantity.in_unit(unit)?;
        sum = (sum.0 + quantity.value(), sum.1 + quantity.low(), sum.2 + quantity.high());
    }
    Interval::new(sum.0, sum.1, sum.2)
}

/// Whether another figure of the place and the same period would have served as well, under another definition.
fn is_ambiguous(candidate: &Candidate<'_>, figures: &[&Arc<Observation>]) -> bool {
    let chosen = candidate.observation;
    let overlooked = candidate.flags.iter().any(|flag| matches!(flag, Difference::Definition | Difference::DefinitionUnstated));
    overlooked
        && figures.iter().filter(|other| chosen.is_noted() || !other.is_noted()).any(|other| {
            other.region.id == chosen.region.id
                && other.period == chosen.period
                && other.definition != chosen.definition
                && other.quantity.is_some()
        })
}

/// How the parts lead to the indicator's unit; `None` where they do not.
fn rule(indicator: &Indicator, parts: &[&Arc<Indicator>]) -> Option<Rule> {
    if !matches!(indicator.derived, Some(Derived::Ratio { .. })) {
        return parts.iter().all(|part| part.unit.converts_to(indicator.unit)).then_some(Rule::Sum);
    }
    let [numerator, denominator] = parts else { return None };
    let base = quotient_of(numerator.unit.dimension(), denominator.unit.dimension(), indicator.unit.dimension())?;
    let factor = numerator.unit.factor() / (denominator.unit.factor() * indicator.unit.factor()) * base;
    Some(Rule::Ratio(factor))
}

/// How many base units of `result` one base unit of `numerator` ÷ one of `denominator` is; `None` where it is none.
fn quotient_of(numerator: Dimension, denominator: Dimension, result: Dimension) -> Option<f64> {
    use Dimension::{
        Area, Bare, Concentration, Count, CountPerPeople, Mass, Money, MoneyPerArea, MoneyPerPerson, Multiple, People, Share, Volume,
    };
    match (numerator, denominator, result) {
        (a, b, Share | Multiple | Bare) if a == b => Some(1.0),
        (Money(own), Area, MoneyPerArea(other)) | (Money(own), People, MoneyPerPerson(other)) if own == other => Some(1.0),
        (Count, People, CountPerPeople) => Some(1.0),
        // 千克/立方米 in 微克/立方米
        (Mass, Volume, Concentration) => Some(1e9),
        // an average over things counted keeps its unit
        (a, Count | Bare, r) if a == r => Some(1.0),
        _ => None,
    }
}

impl Derivation {
    /// Compares places on the computed figures, by the rules of any comparison; its indicator is the derived one,
    /// whatever the question names. What was overlooked between the parts of a figure is among its flags, or its
    /// reasons where it stands apart. Published figures of the same indicator do not take part.
    pub fn compare(&self, question: &Question) -> Comparison {
        let figures = Dataset {
            title: LocalText::default(),
            sources: Vec::new(),
            regions: Vec::new(),
            indicators: vec![Arc::clone(&self.indicator)],
            observations: self.figures.iter().map(|figure| Arc::clone(&figure.observation)).collect::<Vec<_>>().into(),
            targets: Vec::new(),
            relations: Vec::new(),
            views: Vec::new(),
        };
        let question = Question { indicator: Arc::clone(&self.indicator), ..question.clone() };
        let mut comparison = compare(&figures, &question);
        for entry in &mut comparison.entries {
            let (observation, told) = match &mut entry.standing {
                Standing::Ranked { observation, flags, .. } => (observation, flags),
                Standing::Apart { observation, reasons, .. } => (observation, reasons),
                Standing::Missing => continue,
            };
            for flag in self.computed(observation).map(|figure| figure.flags.as_slice()).unwrap_or_default() {
                if !told.contains(flag) {
                    told.push(*flag);
                }
            }
        }
        comparison
    }

    /// What a figure of such a comparison is computed from.
    pub fn computed(&self, observation: &Arc<Observation>) -> Option<&Computed> {
        self.figures.iter().find(|figure| Arc::ptr_eq(&figure.observation, observation))
    }
}

#[cfg(test)]
mod tests;
