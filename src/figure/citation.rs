//! Where a figure's numbers are published.

use std::sync::Arc;

use crate::dataset::{Observation, Source, Target};

/// A document or what one person said on a day, with the sections and figures used of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// The document.
    pub source: Arc<Source>,
    /// Its sections, in order of first use.
    pub locators: Vec<String>,
    /// Its figures, in order of first use; not its targets.
    #[cfg(feature = "noted")]
    pub figures: Vec<Arc<Observation>>,
}

/// Gathers citations, each document once.
#[derive(Default)]
pub(super) struct Citations(Vec<Citation>);

impl Citations {
    pub(super) fn observation(&mut self, observation: &Arc<Observation>) {
        self.add(&observation.source, observation.locator.as_deref(), Some(observation));
    }

    pub(super) fn target(&mut self, target: &Target) {
        self.add(&target.source, target.locator.as_deref(), None);
    }

    fn add(&mut self, source: &Arc<Source>, locator: Option<&str>, figure: Option<&Arc<Observation>>) {
        let known = self.0.iter().position(|citation| citation.source.id == source.id);
        let index = known.unwrap_or_else(|| {
            self.0.push(Citation {
                source: Arc::clone(source),
                locators: Vec::new(),
                #[cfg(feature = "noted")]
                figures: Vec::new(),
            });
            self.0.len() - 1
        });
        let Some(citation) = self.0.get_mut(index) else { return };
        #[cfg(feature = "noted")]
        citation.figures.extend(figure.cloned());
        #[cfg(not(feature = "noted"))]
        let _ = figure;
        if let Some(locator) = locator
            && !citation.locators.iter().any(|known| known == locator)
        {
            citation.locators.push(locator.to_owned());
        }
    }

    pub(super) fn done(self) -> Vec<Citation> {
        self.0
    }
}
