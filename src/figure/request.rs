//! What a page asks for.

use std::sync::Arc;

use super::choices::{Key, Names};
use crate::dataset::{
    AggregationWord, Dataset, NormalisationWord, PathShape, Period, Region, Relax, Sort, View, ViewKind, WeightingWord, notation,
};

/// Why a request has no figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unanswerable {
    /// The dataset has no such view, and the name is not that of a drawing.
    View(String),
    /// The dataset has no such indicator.
    Indicator(String),
    /// The dataset has no such place.
    Region(String),
    /// The dataset has no such target.
    Target(String),
    /// Not a period.
    Period(String),
    /// Not a number that can be tried out.
    Amount(String),
    /// What is tried out makes no path.
    NoTrial,
    /// Not the word of a method, or not the weights of the view's indicators.
    Method(String),
    /// A ranking without an indicator.
    NoIndicator,
    /// A trajectory without a target.
    NoTarget,
    /// A target that is no single value to head for.
    NoPath,
    /// A view of several indicators without any.
    NoIndicators,
    /// A gap without two places.
    NoBenchmark,
    /// This build of the core does not draw this view.
    NotBuilt(&'static str),
}

/// Whether this build asks for views of promises, and for gaps.
const PROMISES: bool = cfg!(any(feature = "progress", feature = "milestones", feature = "choose"));
const GAP: bool = cfg!(any(feature = "gap", feature = "choose"));

impl Names {
    /// Starts from the named view and replaces what else is named. Another indicator than the view's
    /// brings its own fullest period and everyone who has a figure, unless those are named too; another home
    /// than that of a view of promises brings its own promises.
    ///
    /// # Errors
    /// The first name that stands for nothing.
    pub fn resolve(&self, dataset: &Dataset) -> Result<View, Unanswerable> {
        let mut request = match self.said(Key::View) {
            Some(name) => match (dataset.view(name), ViewKind::parse(name)) {
                (Some(view), _) => View::clone(view),
                (None, Some(kind)) => View::blank(kind),
                (None, None) => return Err(Unanswerable::View(name.to_owned())),
            },
            None => dataset.views.first().map_or_else(|| View::blank(ViewKind::Ranking), |view| View::clone(view)),
        };
        if let Some(name) = self.said(Key::Indicator) {
            let indicator = dataset.indicator(name).cloned().ok_or_else(|| Unanswerable::Indicator(name.to_owned()))?;
            // a view of one may name it in either place
            let only = if request.indicators.len() == 1 { request.indicators.first() } else { None };
            if request.indicator.as_ref().or(only).is_none_or(|current| current.id != indicator.id) {
                if only.is_some() {
                    request.indicators.clear();
                }
                request.indicator = Some(indicator);
                request.period = None;
                request.since = None;
                request.places.clear();
                request.target = None;
                request.relax = Relax::default();
            }
        }
        if let Some(name) = self.said(Key::Target) {
            request.target = found(name, |name| dataset.target(name).cloned(), Unanswerable::Target)?;
        }
        if let Some(name) = self.said(Key::Period) {
            request.period = found(name, Period::parse, Unanswerable::Period)?;
        }
        if let Some(name) = self.said(Key::Since) {
            request.since = found(name, Period::parse, Unanswerable::Period)?;
        }
        if let Some(list) = self.said(Key::Relax) {
            request.relax = relaxed(list, request.relax).ok_or_else(|| Unanswerable::Method(list.to_owned()))?;
        }
        if let Some(name) = self.said(Key::Sort) {
            request.sort = match name {
                Names::NONE => Sort::Telling,
                Sort::LISTED => Sort::Listed,
                _ => dataset.indicator(name).cloned().map(Sort::By).ok_or_else(|| Unanswerable::Indicator(name.to_owned()))?,
            };
        }
        if let Some(list) = self.said(Key::Places) {
            let list = list.split([',', '，', '、', ';', '；', ' ', '\n']).filter(|name| !name.is_empty());
            request.places.clear();
            for name in list {
                request.places.extend(region(dataset, name)?);
            }
        }
        if let Some(name) = self.said(Key::Home) {
            let home = region(dataset, name)?;
            if (PROMISES || GAP) && id(&request.home) != id(&home) {
                if PROMISES && matches!(request.kind, ViewKind::Progress | ViewKind::Milestones) {
                    request.targets.clear();
                }
                // who is looked up to, and becomes the own place, changes places with it
                if GAP && request.kind == ViewKind::Gap && id(&request.benchmark) == id(&home) {
                    request.benchmark = request.home;
                }
            }
            request.home = home;
        }
        if let Some(name) = self.said(Key::Benchmark) {
            let benchmark = region(dataset, name)?;
            if GAP && self.said(Key::Home).is_none() && request.kind == ViewKind::Gap && id(&request.home) == id(&benchmark) {
                request.home = request.benchmark;
            }
            request.benchmark = benchmark;
        }
        self.methods(&mut request)?;
        Ok(request)
    }

    fn said(&self, key: Key) -> Option<&str> {
        said(self.get(key)?)
    }

    fn methods(&self, request: &mut View) -> Result<(), Unanswerable> {
        if let Some(name) = self.said(Key::Shape) {
            request.shape = word(name, PathShape::WORDS)?;
        }
        if cfg!(any(feature = "trajectory", feature = "choose")) && request.kind == ViewKind::Trajectory {
            let trial = &mut request.trial;
            trial.base = number(self.said(Key::Start), -1e15, 1e15)?;
            trial.factor = number(self.said(Key::Factor), 1e-6, 1e6)?;
            trial.years = number(self.said(Key::Years), 1.0, 50.0)?;
            if let Some(name) = self.said(Key::Years).filter(|_| trial.years.is_some_and(|years| years != f64::round(years))) {
                return Err(Unanswerable::Amount(name.to_owned()));
            }
            trial.plan = planned(self.said(Key::Plan))?;
            trial.growth = number(self.said(Key::Growth), -99.9, 1000.0)?.map(|percent| percent / 100.0);
        }
        if !cfg!(any(feature = "composite", feature = "choose")) || request.kind != ViewKind::Composite {
            return Ok(());
        }
        if let Some(name) = self.said(Key::Weighting) {
            request.scoring.weighting = word(name, WeightingWord::WORDS)?;
            // an author's weights give way to a method, where a reader names one
            request.weights.clear();
        }
        if let Some(name) = self.said(Key::Normalisation) {
            request.scoring.normalisation = word(name, NormalisationWord::WORDS)?;
        }
        if let Some(name) = self.said(Key::Aggregation) {
            request.scoring.aggregation = word(name, AggregationWord::WORDS)?;
        }
        if let Some(list) = self.said(Key::Weights) {
            request.weights.clear();
            let wrong = || Unanswerable::Method(list.to_owned());
            for weight in list.split(',').filter(|_| list != Names::NONE) {
                request.weights.push(weight.trim().parse::<u16>().map(f64::from).map_err(|_| wrong())?);
            }
            let any = request.weights.is_empty() || request.weights.iter().any(|weight| *weight > 0.0);
            if !any || (!request.weights.is_empty() && request.weights.len() != request.indicators.len()) {
                return Err(wrong());
            }
        }
        Ok(())
    }
}

fn id(region: &Option<Arc<Region>>) -> Option<&str> {
    region.as_ref().map(|region| region.id.as_str())
}

/// A text that says something.
fn said(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// What a name stands for; nothing where it asks for none.
fn found<T>(name: &str, find: impl Fn(&str) -> Option<T>, missing: fn(String) -> Unanswerable) -> Result<Option<T>, Unanswerable> {
    if name == Names::NONE {
        return Ok(None);
    }
    find(name).map(Some).ok_or_else(|| missing(name.to_owned()))
}

fn region(dataset: &Dataset, name: &str) -> Result<Option<Arc<Region>>, Unanswerable> {
    found(name, |name| dataset.region(name).cloned(), Unanswerable::Region)
}

/// Rules given up, by their words; `year` leaves the view's own number of years as it is.
fn relaxed(list: &str, before: Relax) -> Option<Relax> {
    let mut relax = Relax::default();
    for word in list.split(',').filter(|_| list != Names::NONE) {
        match word.trim() {
            Relax::DEFINITION => relax.definition = true,
            Relax::YEAR => relax.years = before.years.max(1),
            _ => return None,
        }
    }
    Some(relax)
}

/// A number within bounds, as people write numbers; nothing where none is said.
fn number(text: Option<&str>, low: f64, high: f64) -> Result<Option<f64>, Unanswerable> {
    let Some(text) = text else { return Ok(None) };
    let read = |text: &str| {
        let (sign, digits) = text.strip_prefix(['-', '−']).map_or((1.0, text), |digits| (-1.0, digits));
        let quantity = notation::parse(digits.trim_end_matches('%')).ok()?.quantity(None);
        let value = sign * quantity.value();
        (quantity.is_exact() && (low..=high).contains(&value)).then_some(value)
    };
    found(text, read, Unanswerable::Amount)
}

/// Years and what is to be reached by them; the last of those that name the same year counts.
fn planned(list: Option<&str>) -> Result<Vec<(u16, f64)>, Unanswerable> {
    let mut plan: Vec<(u16, f64)> = Vec::new();
    for entry in list.into_iter().filter(|list| *list != Names::NONE).flat_map(|list| list.split(',')) {
        let wrong = || Unanswerable::Amount(entry.to_owned());
        let (year, value) = entry.split_once(':').ok_or_else(wrong)?;
        let year = year.trim().parse().ok().filter(|year| (1900..2200).contains(year)).ok_or_else(wrong)?;
        let value = number(said(value), -1e15, 1e15)?.ok_or_else(wrong)?;
        plan.retain(|(other, _)| *other != year);
        plan.push((year, value));
    }
    Ok(plan)
}

/// What the word of a method stands for.
fn word<T: Copy>(name: &str, words: &[(&str, T)]) -> Result<T, Unanswerable> {
    let known = words.iter().find(|(word, _)| *word == name);
    known.map(|(_, method)| *method).ok_or_else(|| Unanswerable::Method(name.to_owned()))
}
