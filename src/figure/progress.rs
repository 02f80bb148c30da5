//! 目标进度: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 目标进度
#[derive(Clone, Debug)]
pub struct ProgressChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum ProgressLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
