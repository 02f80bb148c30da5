//! 梯队: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 梯队
#[derive(Clone, Debug)]
pub struct LadderChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum LadderLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
