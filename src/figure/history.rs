//! 位次变化: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 位次变化
#[derive(Clone, Debug)]
pub struct HistoryChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum HistoryLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
