//! 目标进度: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::ProgressChart;

pub(super) fn lay_out(_: &ProgressChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
