//! 综合得分: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 综合得分
#[derive(Clone, Debug)]
pub struct CompositeChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum CompositeLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
