//! 指标矩阵: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::ScorecardChart;

pub(super) fn lay_out(_: &ScorecardChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
