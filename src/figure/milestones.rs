//! 倒排节点: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 倒排节点
#[derive(Clone, Debug)]
pub struct MilestonesChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum MilestonesLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
