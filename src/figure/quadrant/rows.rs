//! The quadrants as rows and columns.

use std::sync::Arc;

use super::{
    AxisKind, QuadrantChart, QuadrantLabel,
    reading::{Reading, ranked},
};
use crate::{
    benchmark::{Comparison, Standing},
    figure::{Cell, Heading, Label, Table},
};

/// A column of figures for each indicator and period, one for each change, then the quadrant; the lacking last.
#[inline(never)]
pub(super) fn table(chart: &QuadrantChart, x: &Reading, y: &Reading) -> Table {
    let label = |label: QuadrantLabel| Heading::Label(Label::Quadrant(label));
    // of one indicator, the level is also what the change leads to
    let pairs = x.later.indicator.id != y.later.indicator.id;
    let mut values: Vec<&Comparison> = Vec::new();
    if pairs {
        values.extend(x.earlier.iter().chain([&x.later]));
    }
    values.extend(y.earlier.iter().chain([&y.later]));
    let mut columns = vec![Heading::Place];
    for comparison in &values {
        columns.push(label(QuadrantLabel::ValueIn(Arc::clone(&comparison.indicator), comparison.period)));
    }
    for reading in [x, y] {
        if let AxisKind::Change(measure, since) = reading.kind {
            columns.push(label(QuadrantLabel::ChangeSince(Arc::clone(&reading.later.indicator), measure, since)));
        }
    }
    columns.push(label(QuadrantLabel::Quadrant));
    let sources: Vec<&Comparison> = if pairs { vec![&x.later, &y.later] } else { vec![&y.later] };
    for _ in &sources {
        columns.push(Heading::Source);
    }
    let mut rows = Vec::new();
    let all = chart.points.iter().map(|point| (&point.region, Some(point)));
    for (region, point) in all.chain(chart.lacking.iter().map(|region| (region, None))) {
        let mut cells = vec![Cell::Place(Arc::clone(region))];
        for comparison in &values {
            let marks = || point.map(|point| point.marks.clone()).unwrap_or_default();
            cells.push(match comparison.entry(region).map(|entry| &entry.standing) {
                Some(Standing::Ranked { observation, quantity, .. }) => Cell::Figure(*quantity, observation.text.clone(), marks()),
                _ => Cell::Missing,
            });
        }
        for (axis, at) in [(&chart.x, point.map(|point| point.x)), (&chart.y, point.map(|point| point.y))] {
            if axis.is_change() {
                cells.push(at.map_or(Cell::Empty, |at| Cell::Difference(at.point, axis.decimals)));
            }
        }
        cells.push(match point {
            Some(point) if point.is_benchmark => Cell::Label(Label::Quadrant(QuadrantLabel::OnBoth)),
            Some(point) => {
                let name = chart.name(point.quadrant);
                let (x, y) = (Arc::clone(&chart.x.indicator), Arc::clone(&chart.y.indicator));
                Cell::Label(Label::Quadrant(QuadrantLabel::Named(name, x, y, point.certain)))
            }
            None => Cell::Empty,
        });
        for comparison in &sources {
            cells.push(match ranked(comparison, region) {
                Some((observation, ..)) => Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
                None => Cell::Empty,
            });
        }
        rows.push(cells);
    }
    Table { columns, rows }
}
