//! 位次变化: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::HistoryChart;

pub(super) fn lay_out(_: &HistoryChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
