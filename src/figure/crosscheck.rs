//! 勾稽: not drawn yet.

use super::{Figure, request::Unanswerable};
use crate::dataset::{Dataset, View};

/// 勾稽
#[derive(Clone, Debug)]
pub struct CrosscheckChart {}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum CrosscheckLabel {}

pub(super) fn figure(_: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    Err(Unanswerable::NotBuilt(view.kind.as_str()))
}
