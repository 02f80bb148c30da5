//! Where figures come from: documents, and what was said on the spot.

use super::{period::Period, text::LocalText};

/// Whether this build takes figures heard on the spot. It is asked where a compiler would not see that what follows never happens.
pub(crate) const HAS_NOTED: bool = cfg!(feature = "noted");

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

impl Source {
    /// Who said it on the spot, and when; `None` of a document. Builds without the feature `noted` know none, and carry nothing of what
    /// follows from one.
    pub fn heard(&self) -> Option<&Noted> {
        if HAS_NOTED { self.noted.as_ref() } else { None }
    }
}
