//! 四象限: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 四象限
#[derive(Clone, Debug)]
pub struct QuadrantChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum QuadrantLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
