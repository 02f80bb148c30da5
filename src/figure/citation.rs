//! Where a figure's numbers are published.

use std::sync::Arc;

use crate::dataset::{Observation, Source, Target};

/// A document and the sections used of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// The document.
    pub source: Arc<Source>,
    /// Its sections, in order of first use.
    pub locators: Vec<String>,
}

/// Gathers citations, each document once.
#[derive(Default)]
pub(super) struct Citations(Vec<Citation>);

impl Citations {
    pub(super) fn observation(&mut self, observation: &Observation) {
        self.add(&observation.source, observation.locator.as_deref());
    }

    pub(super) fn target(&mut self, target: &Target) {
        self.add(&target.source, target.locator.as_deref());
    }

    fn add(&mut self, source: &Arc<Source>, locator: Option<&str>) {
        let known = self.0.iter().position(|citation| citation.source.id == source.id);
        let index = known.unwrap_or_else(|| {
            self.0.push(Citation { source: Arc::clone(source), locators: Vec::new() });
            self.0.len() - 1
        });
        if let (Some(citation), Some(locator)) = (self.0.get_mut(index), locator)
            && !citation.locators.iter().any(|known| known == locator)
        {
            citation.locators.push(locator.to_owned());
        }
    }

    pub(super) fn done(self) -> Vec<Citation> {
        self.0
    }
}
