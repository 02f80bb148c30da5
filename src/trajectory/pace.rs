//! Where a place stands on its path.

use super::path::{Path, Point, growth};

/// A standing against a path. Shares are fractions: 0.5 is one half.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pace {
    /// What the path asks for at that time, in the indicator's unit.
    pub expected: f64,
    /// Value minus what is asked for.
    pub gap: f64,
    /// The gap as a share of what is asked for; `None` where that is zero.
    pub gap_share: Option<f64>,
    /// Value ÷ target (完成率); `None` where the target is zero.
    pub completion: Option<f64>,
    /// The part of the way covered, (v − v₀) ÷ (target − v₀); `None` where there is no way to go.
    pub progress: Option<f64>,
    /// The part of the time gone.
    pub elapsed: f64,
    /// 序时进度: progress − elapsed, in percentage points ÷ 100.
    pub deviation: Option<f64>,
    /// Growth a year so far; `None` before any time has passed or where a value is not above zero.
    pub growth_so_far: Option<f64>,
    /// Growth a year needed from now to the deadline; `None` after it or where a value is not above zero.
    pub required_growth: Option<f64>,
    /// What must be added a year from now to the deadline, in the indicator's unit; `None` after it.
    pub required_increase: Option<f64>,
}

/// Holds a value against a path.
pub fn pace(path: &Path, now: Point) -> Pace {
    let (start, end) = (path.start(), path.end());
    let expected = path.value_at(now.at);
    let gap = now.value - expected;
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    let way = end.value - start.value;
    let elapsed = crate::order::clamp((now.at - start.at) / (end.at - start.at), 0.0, 1.0);
    let progress = if way == 0.0 { None } else { finite((now.value - start.value) / way) };
    let left = end.at - now.at;
    Pace {
        expected,
        gap,
        gap_share: if expected == 0.0 { None } else { finite(gap / expected.abs()) },
        completion: if end.value == 0.0 { None } else { finite(now.value / end.value) },
        progress,
        elapsed,
        deviation: progress.map(|progress| progress - elapsed),
        growth_so_far: growth(start, now),
        required_growth: growth(now, end),
        required_increase: if left > 0.0 { finite((end.value - now.value) / left) } else { None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::PathShape;

    #[test]
    fn the_reference_figure() {
        let path = Path::new(Point { at: 2022.0, value: 1000.0 }, vec![Point { at: 2025.0, value: 2000.0 }], PathShape::Geometric).unwrap();
        let pace = pace(&path, Point { at: 2024.0, value: 1430.0 });
        assert_eq!(libm::round(pace.gap), -157.0);
        assert_eq!(libm::round(pace.gap_share.unwrap() * 1000.0), -99.0);
        assert_eq!(libm::round(pace.growth_so_far.unwrap() * 1000.0), 196.0);
        assert_eq!(libm::round(pace.required_growth.unwrap() * 1000.0), 399.0);
        assert_eq!(pace.required_increase, Some(570.0));
        assert_eq!(pace.completion, Some(0.715));
        assert!((pace.deviation.unwrap() - (0.43 - 2.0 / 3.0)).abs() < 1e-12);
    }

    #[test]
    fn a_flat_way_has_no_progress() {
        let path = Path::new(Point { at: 2022.0, value: 0.0 }, vec![Point { at: 2025.0, value: 0.0 }], PathShape::Linear).unwrap();
        let pace = pace(&path, Point { at: 2025.0, value: 0.0 });
        assert_eq!((pace.progress, pace.completion, pace.gap_share, pace.required_growth), (None, None, None, None));
    }
}
