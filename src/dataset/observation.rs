//! Published figures, and those heard on the spot.

use std::{ops::Deref, sync::Arc};

use super::{
    indicator::Indicator,
    period::Period,
    quantity::Quantity,
    region::Region,
    source::{HAS_NOTED, Source},
    text::LocalText,
};
use crate::index::{Table, address, hash_number};

/// One figure as published, or as someone said it: whose, of what, when, how much, and where it is written.
#[derive(Clone, PartialEq, Debug)]
pub struct Observation {
    /// Its id, where a relation refers to it.
    pub id: Option<String>,
    /// Whose figure it is.
    pub region: Arc<Region>,
    /// What it measures.
    pub indicator: Arc<Indicator>,
    /// Which time it speaks of.
    pub period: Period,
    /// Whether the period was inferred (去年, 今年, 目前) instead of stated.
    pub inferred: bool,
    /// The value in the unit it is written in; `None` where the source says there is none.
    pub stated: Option<Quantity>,
    /// The same in the indicator's unit.
    pub quantity: Option<Quantity>,
    /// The figure as written, such as 超850亿元; empty where the dataset gives a bare number.
    pub text: String,
    /// The definition (口径) the source names.
    pub definition: Option<LocalText>,
    /// What a rank is among.
    pub scope: Option<LocalText>,
    /// Where it is published.
    pub source: Arc<Source>,
    /// The section there.
    pub locator: Option<String>,
    /// A remark.
    pub note: Option<LocalText>,
}

impl Observation {
    /// Whether it was said on the spot and not published.
    pub fn is_noted(&self) -> bool {
        self.source.heard().is_some()
    }

    /// Whether the two speak of the same place, indicator and time, and neither names a definition or scope that the other contradicts.
    /// What is heard seldom says by which definition it counts.
    pub fn speaks_of_the_same(&self, other: &Observation) -> bool {
        let agree = |a: &Option<LocalText>, b: &Option<LocalText>| a.is_none() || b.is_none() || a == b;
        Arc::ptr_eq(&self.region, &other.region)
            && Arc::ptr_eq(&self.indicator, &other.indicator)
            && self.period == other.period
            && agree(&self.definition, &other.definition)
            && agree(&self.scope, &other.scope)
    }

    /// Whether one of the two is published, the other noted, and both cannot be true.
    pub fn is_contradicted(&self, other: &Observation) -> bool {
        let apart = || self.quantity.zip(other.quantity).is_some_and(|(own, other)| !own.may_be_said_as(&other));
        self.is_noted() != other.is_noted() && apart() && self.speaks_of_the_same(other)
    }
}

/// Observations in the order given, as a slice, which also know which of them are of an indicator.
#[derive(Debug)]
pub struct Observations {
    in_order: Vec<Arc<Observation>>,
    by_indicator: Groups,
}

impl Observations {
    /// Those of one indicator, in the order given.
    pub fn of(&self, indicator: &Indicator) -> &[Arc<Observation>] {
        self.by_indicator.of(address(indicator))
    }

    /// Those heard on the spot, which stand behind all that are published.
    pub fn noted(&self) -> &[Arc<Observation>] {
        if !HAS_NOTED {
            return &[];
        }
        let from = self.in_order.partition_point(|observation| !observation.is_noted());
        self.in_order.get(from..).unwrap_or_default()
    }
}

impl From<Vec<Arc<Observation>>> for Observations {
    fn from(in_order: Vec<Arc<Observation>>) -> Observations {
        let mut by_indicator = Groups::new(|observation| address(&*observation.indicator));
        for observation in &in_order {
            by_indicator.put(observation);
        }
        Observations { in_order, by_indicator }
    }
}

impl Deref for Observations {
    type Target = [Arc<Observation>];

    fn deref(&self) -> &[Arc<Observation>] {
        &self.in_order
    }
}

impl<'o> IntoIterator for &'o Observations {
    type Item = &'o Arc<Observation>;
    type IntoIter = core::slice::Iter<'o, Arc<Observation>>;

    fn into_iter(self) -> Self::IntoIter {
        self.in_order.iter()
    }
}

/// Observations by a record they refer to.
#[derive(Debug)]
pub(crate) struct Groups {
    /// In the order first met, each in the order given.
    pub(crate) groups: Vec<Vec<Arc<Observation>>>,
    table: Table,
    /// The address of that record.
    of_what: fn(&Observation) -> usize,
}

impl Groups {
    /// No observations.
    pub(crate) fn new(of_what: fn(&Observation) -> usize) -> Groups {
        Groups { groups: Vec::new(), table: Table::new(), of_what }
    }

    fn find(&self, address: usize) -> Option<usize> {
        let same = |group: &Vec<Arc<Observation>>| group.first().is_some_and(|first| (self.of_what)(first) == address);
        self.table.find(hash_number(0, address as u64), |place| self.groups.get(place).is_some_and(same))
    }

    /// Puts an observation into its group.
    pub(crate) fn put(&mut self, observation: &Arc<Observation>) {
        let address = (self.of_what)(observation);
        let place = self.find(address).unwrap_or(self.groups.len());
        if place == self.groups.len() {
            self.table.put(hash_number(0, address as u64), place);
            self.groups.push(Vec::new());
        }
        if let Some(group) = self.groups.get_mut(place) {
            group.push(Arc::clone(observation));
        }
    }

    /// Those that refer to the record at an address.
    pub(crate) fn of(&self, address: usize) -> &[Arc<Observation>] {
        self.find(address).and_then(|place| self.groups.get(place)).map_or(&[], Vec::as_slice)
    }
}
