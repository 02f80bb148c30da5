//! 综合得分: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::CompositeChart;

pub(super) fn lay_out(_: &CompositeChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
