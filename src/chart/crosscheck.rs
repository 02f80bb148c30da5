//! 勾稽: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::CrosscheckChart;

pub(super) fn lay_out(_: &CrosscheckChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
