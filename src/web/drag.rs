//! A point of a path under a finger.

use crate::{
    chart::{Dragged, Handle, Point},
    dataset::{Dataset, decimal::shortest},
    figure::{Figure, Key, Names, figure},
};

/// The figure with a point dragged to a place: `chosen` then says so. Nothing where there is no such path.
pub(super) fn dragged(dataset: &Dataset, chosen: &mut Names, author: &Names, handle: &Handle, to: Point) -> Option<Figure> {
    match handle.dragged(to) {
        Dragged::Target(factor, years) => {
            chosen.set(Key::Factor, Some(shortest(factor)));
            chosen.set(Key::Years, Some(shortest(years)));
        }
        Dragged::Step(year, value) => {
            let year = shortest(year.into());
            let before = chosen.get(Key::Plan).or(author.get(Key::Plan)).unwrap_or_default();
            let mut plan = [year.as_str(), ":", &shortest(value)].concat();
            for entry in before.split(',').filter(|entry| entry.split_once(':').is_some_and(|(other, _)| other != year)) {
                plan.extend([",", entry]);
            }
            chosen.set(Key::Plan, Some(plan));
        }
    }
    let view = chosen.over(author).resolve(dataset).ok()?;
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
