//! Where figures come from: documents, and what was said on the spot.

use super::{period::Period, text::LocalText};

/// A published document, or what one person said on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Unique in the dataset.
    pub id: String,
    /// Its title; empty where it is no document, which `words` names.
    pub title: LocalText,
    /// Who published it.
    pub publisher: Option<LocalText>,
    /// When it was issued, as precisely as it says.
    pub date: Option<Period>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Who said it and when, where it is no document.
    pub noted: Option<Noted>,
}

/// Figures that someone said, written down on the spot (现场记录).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted {
    /// Who said them.
    pub by: Option<String>,
    /// On which day.
    pub at: Option<Period>,
}
