//! 差距: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::GapChart;

pub(super) fn lay_out(_: &GapChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
