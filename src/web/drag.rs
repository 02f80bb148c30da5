//! The target of a path under a finger.

use crate::{
    chart::{Handle, Point},
    dataset::{Dataset, decimal::shortest},
    figure::{Figure, Names, figure},
};

/// The figure with its target dragged to a place: `chosen` then says so. Nothing where there is no such path.
pub(super) fn dragged(dataset: &Dataset, chosen: &mut Names, author: &Names, handle: &Handle, to: Point) -> Option<Figure> {
    let (factor, years) = handle.dragged(to);
    chosen.factor = Some(shortest(factor));
    chosen.years = Some(shortest(years));
    let view = chosen.clone().over(author).resolve(dataset).ok()?;
    let mut figure = figure(dataset, &view).ok()?;
    match &mut figure.chart {
        #[cfg(feature = "trajectory")]
        crate::figure::Chart::Trajectory(chart) => {
            let [first, last, low, high] = handle.axes;
            // values keep their axis under the finger; years come, and the last ones stay
            chart.axes = Some([first, last.max(chart.track.target.deadline.end()), low, high]);
            Some(figure)
        }
        #[cfg(any(feature = "ranking", feature = "more"))]
        _ => None,
    }
}
