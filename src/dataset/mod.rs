//! What is known: places, indicators, published figures, promises, and the ties between them.
//!
//! A [`Dataset`] comes through a door that checks everything ([`parse_json`]); after that, every
//! reference resolves, every figure is a finite interval in its indicator's unit, and the stages
//! behind need not ask again.

pub(crate) mod decimal;
mod indicator;
mod issue;
mod json;
pub mod notation;
mod observation;
mod period;
mod quantity;
mod region;
mod relation;
mod source;
mod target;
mod text;
mod unit;
mod view;

use std::sync::Arc;

pub use indicator::{Derived, Indicator, Measure, Polarity};
pub use issue::{Issue, IssueCode, Place};
pub use json::{MAX_OBSERVATIONS, VERSION, noted_of, parse_json, read_noted, with_noted};
pub(crate) use observation::Groups;
pub use observation::{Observation, Observations};
pub use period::{Month, Period, PeriodClass};
pub use quantity::{Qualifier, Quantity};
pub use region::{Region, RegionKind};
pub use relation::{Relation, RelationKind};
pub(crate) use source::HAS_NOTED;
pub use source::{Noted, Source};
pub use target::{Baseline, Basis, Milestone, Multiple, Target, TargetKind};
pub use text::{Lang, LocalText};
pub use unit::{Dimension, Unit};
pub use view::{AggregationWord, NormalisationWord, PathShape, Relax, Scoring, Sort, Trial, View, ViewKind, WeightingWord};

/// Everything a page can be asked about. Built by a door; never half valid.
#[derive(Debug)]
pub struct Dataset {
    /// What the dataset is called.
    pub title: LocalText,
    /// Documents, in the order given.
    pub sources: Vec<Arc<Source>>,
    /// Places, in the order given.
    pub regions: Vec<Arc<Region>>,
    /// Indicators, in the order given.
    pub indicators: Vec<Arc<Indicator>>,
    /// Published figures, in the order given, and behind them those heard on the spot.
    pub observations: Observations,
    /// Promises, in the order given.
    pub targets: Vec<Arc<Target>>,
    /// Ties between figures.
    pub relations: Vec<Relation>,
    /// Named views, in the order a briefing steps through them.
    pub views: Vec<Arc<View>>,
}

/// What a door hands out: a dataset exactly when nothing is wrong.
#[derive(Debug)]
pub struct Parsed {
    /// The dataset, when `issues` is empty.
    pub dataset: Option<Dataset>,
    /// Everything that is wrong.
    pub issues: Vec<Issue>,
}

impl Dataset {
    /// The place with this id, code, name or alias.
    pub fn region(&self, key: &str) -> Option<&Arc<Region>> {
        let by_id = self.regions.iter().find(|region| region.id == key || region.code.as_deref() == Some(key));
        by_id.or_else(|| {
            let named = |region: &&Arc<Region>| {
                region.name.zh_hans == key || region.short.zh_hans == key || region.aliases.iter().any(|alias| alias == key)
            };
            self.regions.iter().find(named)
        })
    }

    /// The indicator with this id or name.
    pub fn indicator(&self, key: &str) -> Option<&Arc<Indicator>> {
        let by_id = self.indicators.iter().find(|indicator| indicator.id == key);
        by_id.or_else(|| self.indicators.iter().find(|indicator| indicator.name.zh_hans == key))
    }

    /// The target with this id.
    pub fn target(&self, id: &str) -> Option<&Arc<Target>> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The view with this id.
    pub fn view(&self, id: &str) -> Option<&Arc<View>> {
        self.views.iter().find(|view| view.id == id)
    }

    /// The figures of one of its own indicators, in the order given.
    pub fn figures_of(&self, indicator: &Indicator) -> core::slice::Iter<'_, Arc<Observation>> {
        self.observations.of(indicator).iter()
    }
}
