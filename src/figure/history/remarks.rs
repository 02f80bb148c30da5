//! What a reader must know of the ranks, and the ranks as rows.

use std::sync::Arc;

use super::{HistoryChart, HistoryLabel, RankPoint, note};
use crate::{
    dataset::{Region, Target},
    figure::{Cell, Heading, Label, Note, Table},
};

#[inline(never)]
pub(super) fn further_notes(chart: &HistoryChart, target: Option<&Arc<Target>>, notes: &mut Vec<Note>) {
    let mut open = None;
    for panel in &chart.panels {
        let mut redefined = Vec::new();
        for column in &panel.columns {
            if !column.same_places() {
                let (joined, gone) = (column.joined.clone(), column.gone.clone());
                notes.push(note(HistoryLabel::OtherPlaces { period: column.period, joined, gone }));
            }
            if !column.same_definition {
                redefined.push(column.period);
            }
        }
        if !redefined.is_empty() {
            notes.push(note(HistoryLabel::OtherDefinition(redefined)));
        }
        for line in panel.lines.iter().filter(|line| line.is_home) {
            let mut gaps = Vec::new();
            for (index, column) in panel.columns.iter().enumerate() {
                if !line.points.iter().any(|point| point.column == index) {
                    gaps.push(column.period);
                }
            }
            if !gaps.is_empty() {
                notes.push(note(HistoryLabel::Gaps(Arc::clone(&line.region), gaps)));
            }
            open = open.or_else(|| line.points.iter().find(|point| point.rank.is_open()));
        }
    }
    if open.is_some() {
        notes.push(note(HistoryLabel::OpenRanks));
    }
    if let Some(target) = target.filter(|_| !chart.panels.iter().any(|panel| panel.band.is_some())) {
        notes.push(note(HistoryLabel::TargetElsewhere(Arc::clone(target))));
    }
    if !chart.stated && !chart.panels.is_empty() {
        notes.push(note(HistoryLabel::AmongPublished));
    }
    inferred_and_remarks(chart, notes);
}

#[inline(never)]
fn inferred_and_remarks(chart: &HistoryChart, notes: &mut Vec<Note>) {
    let (mut inferred, mut all) = (Vec::<Arc<Region>>::new(), true);
    let mut remarks = Vec::new();
    for panel in &chart.panels {
        for line in &panel.lines {
            for point in &line.points {
                let observation = &point.observation;
                all &= observation.inferred;
                if observation.inferred && !inferred.iter().any(|known| known.id == line.region.id) {
                    inferred.push(Arc::clone(&line.region));
                }
                // of other places, what a figure is remarked on stands in their own view
                if let Some(text) = observation.note.as_ref().filter(|_| line.is_home) {
                    Note::Remark { region: Arc::clone(&line.region), text: text.clone() }.join(&mut remarks);
                }
            }
        }
    }
    if !inferred.is_empty() {
        notes.push(Note::InferredPeriods { places: inferred, all });
    }
    notes.append(&mut remarks);
}

/// A row for each rank of each place.
#[inline(never)]
pub(super) fn table(chart: &HistoryChart) -> Table {
    let label = |label: HistoryLabel| Heading::Label(Label::History(label));
    let has_definition = |point: &RankPoint| point.observation.definition.is_some();
    let with_definition = chart.panels.iter().any(|panel| panel.lines.iter().any(|line| line.points.iter().any(has_definition)));
    let mut columns = vec![Heading::Place, Heading::Period, Heading::Rank];
    columns.push(label(if chart.stated { HistoryLabel::Scope } else { HistoryLabel::Among }));
    columns.push(label(HistoryLabel::Gained));
    if !chart.stated {
        columns.push(Heading::Value(Arc::clone(&chart.indicator)));
    }
    if with_definition {
        columns.push(Heading::Definition);
    }
    columns.push(Heading::Source);
    let mut rows = Vec::new();
    for panel in &chart.panels {
        for line in &panel.lines {
            for point in &line.points {
                let observation = &point.observation;
                let mut cells = vec![
                    Cell::Place(Arc::clone(&line.region)),
                    Cell::Period(observation.period, observation.inferred),
                    Cell::Rank(point.rank),
                ];
                let among = panel.columns.get(point.column).and_then(|column| column.among);
                cells.push(match (&panel.scope, among) {
                    (_, Some(among)) => Cell::Number(among as f64, 0),
                    (Some(scope), None) => Cell::Text(scope.clone()),
                    (None, None) => Cell::Empty,
                });
                cells.push(point.gained.map_or(Cell::Empty, |gained| Cell::Difference(gained as f64, 0)));
                if !chart.stated {
                    cells.push(Cell::Figure(point.quantity, observation.text.clone(), point.marks.clone()));
                }
                if with_definition {
                    cells.push(observation.definition.clone().map_or(Cell::Empty, Cell::Text));
                }
                cells.push(Cell::Source(Arc::clone(&observation.source), observation.locator.clone()));
                rows.push(cells);
            }
        }
    }
    Table { columns, rows }
}
