//! 倒排节点: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::MilestonesChart;

pub(super) fn lay_out(_: &MilestonesChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
