//! Where figures come from.

use super::{period::Period, text::LocalText};

/// A published document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Unique in the dataset.
    pub id: String,
    /// Its title.
    pub title: LocalText,
    /// Who published it.
    pub publisher: Option<LocalText>,
    /// When it was issued, as precisely as it says.
    pub date: Option<Period>,
    /// Where it can be read.
    pub url: Option<String>,
}
