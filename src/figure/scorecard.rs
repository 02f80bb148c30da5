//! 指标矩阵: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 指标矩阵
#[derive(Clone, Debug)]
pub struct ScorecardChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum ScorecardLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
