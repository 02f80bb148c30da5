//! 差距: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 差距
#[derive(Clone, Debug)]
pub struct GapChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum GapLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
