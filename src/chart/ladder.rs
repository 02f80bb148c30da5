//! 梯队: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::LadderChart;

pub(super) fn lay_out(_: &LadderChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
