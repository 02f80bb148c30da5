//! 画像: the drawing.

use super::{Frame, scene::Scene};
use crate::figure::ProfileChart;

pub(super) fn lay_out(_: &ProfileChart, frame: &Frame<'_>) -> Scene {
    Scene { width: frame.clamped_width(), ..Scene::default() }
}
