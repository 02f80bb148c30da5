//! 四象限: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::QuadrantChart;

pub(super) fn lay_out(_: &QuadrantChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
