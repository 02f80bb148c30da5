//! 目标进度: a board of promises, each with what is done of it, the time gone, and how it stands.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    judged::{AsOf, Judged, Latest, Measured, PromiseState, as_of, by_deadline, chosen, has_value, judge, known_on, several_places},
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::{
    dataset::{Dataset, Observation, Period, Region, Sort, Target, View},
    order::sorted,
    trajectory::{Caution, NoFinding},
};

/// 目标进度
#[derive(Clone, Debug)]
pub struct ProgressChart {
    /// Whose promises they are; `None` where they are those of several places.
    pub place: Option<Arc<Region>>,
    /// The day by which they are judged; `None` without a figure and without a day asked for.
    pub as_of: Option<AsOf>,
    /// What is done in parts of a whole, then levels against their bounds, then what has no figure; within each, first what is behind.
    pub rows: Vec<ProgressRow>,
    /// Tasks left out, since no figure can tell how they stand.
    pub tasks: usize,
}

/// One promise.
#[derive(Clone, Debug)]
pub struct ProgressRow {
    /// The promise, its state and its figure.
    pub judged: Judged,
    /// Whether it is of the page's own place.
    pub is_home: bool,
}

impl ProgressChart {
    /// How many promises are in one of these states.
    pub fn count(&self, states: &[PromiseState]) -> usize {
        self.rows.iter().filter(|row| states.contains(&row.judged.state)).count()
    }

    /// How many have no figure to go by, of those that are more than a task.
    pub fn without_figure(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.judged.state, PromiseState::NoFigure(_))).count()
    }
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum ProgressLabel {
    /// Heading: the promise.
    Promise,
    /// Heading: the deadline.
    Deadline,
    /// Heading: what is asked.
    Asked,
    /// Heading: the latest figure.
    Latest,
    /// Heading: the period of the figure.
    Period,
    /// Heading: the part that is done.
    Done,
    /// Heading: the part of the time that was gone.
    Elapsed,
    /// Heading: the status.
    Status,
    /// Cell: the name of a promise.
    Name(Arc<Target>),
    /// Cell: what it asks.
    Goal(Arc<Target>),
    /// Cell: a figure with its unit.
    Figure(Box<Latest>),
    /// Cell: why there is no figure to go by.
    Reason(NoFinding),
    /// Cell: how it stands.
    State(PromiseState),
    /// Note: what the three colours go by.
    Colours,
    /// Note: the part done is that of the way from the baseline.
    FromBaseline,
    /// Note: figures are the latest up to their deadline; a level's shading is what was asked for.
    Levels,
    /// Note: so many tasks are left out.
    Tasks(usize),
    /// Note: what must be known of the figures of one promise.
    Caution(Arc<Target>, Caution),
}

fn label(label: ProgressLabel) -> Label {
    Label::Progress(label)
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let mut targets = chosen(dataset, view);
    let all = targets.len();
    if view.targets.is_empty() {
        targets.retain(|target| has_value(target));
    }
    let tasks = all - targets.len();
    let day = as_of(dataset, view, &targets);
    let several = several_places(&targets);
    let mut rows = Vec::new();
    // without a day there is no figure either, and nothing depends on it
    let today = day.map_or(Period::Year(1900), AsOf::period);
    let known = known_on(dataset, today);
    for target in by_deadline(targets) {
        let is_home = view.home.as_ref().is_none_or(|home| home.id == target.region.id);
        rows.push(ProgressRow { judged: judge(&known, &target, today), is_home });
    }
    let rows = if view.sort == Sort::Listed { rows } else { sorted(rows, |row| rank(&row.judged)) };
    let mut citations = Citations::default();
    for row in &rows {
        for part in row.judged.latest.iter().flat_map(|latest| &latest.parts) {
            citations.observation(part);
        }
        citations.target(&row.judged.target);
    }
    let place = rows.first().map(|row| Arc::clone(&row.judged.target.region)).filter(|_| !several);
    let chart = ProgressChart { place: place.or_else(|| view.home.clone().filter(|_| !several)), as_of: day, rows, tasks };
    Ok(Figure {
        home: view.home.clone(),
        table: table(&chart, several),
        notes: notes(&chart),
        chart: Chart::Progress(Box::new(chart)),
        sources: citations.done(),
    })
}

/// Parts of a whole, levels, the rest; within each first what needs a look.
fn rank(judged: &Judged) -> f64 {
    let section = match judged.measured {
        Some(Measured::Share { .. }) => 0.0,
        Some(Measured::Level(_)) => 20.0,
        None => 40.0,
    };
    let state = match judged.state {
        PromiseState::FarBehind => 0.0,
        PromiseState::Behind => 1.0,
        PromiseState::Missed => 2.0,
        PromiseState::NotKept => 3.0,
        PromiseState::Unpublished => 4.0,
        PromiseState::Undecided => 5.0,
        PromiseState::Underway => 6.0,
        PromiseState::OnTime => 7.0,
        PromiseState::Kept => 8.0,
        PromiseState::Done => 9.0,
        PromiseState::NoFigure(_) => 10.0,
        PromiseState::Task => 11.0,
    };
    section + state
}

#[inline(never)]
fn table(chart: &ProgressChart, several: bool) -> Table {
    use ProgressLabel as L;
    let shares = chart.rows.iter().any(|row| matches!(row.judged.measured, Some(Measured::Share { .. })));
    let mut columns = vec![Heading::Label(label(L::Promise))];
    if several {
        columns.push(Heading::Place);
    }
    for heading in [L::Deadline, L::Asked, L::Latest, L::Period] {
        columns.push(Heading::Label(label(heading)));
    }
    if shares {
        columns.push(Heading::Label(label(L::Done)));
        columns.push(Heading::Label(label(L::Elapsed)));
    }
    columns.push(Heading::Label(label(L::Status)));
    columns.push(Heading::Source);
    let mut rows = Vec::new();
    for row in &chart.rows {
        let mut cells = Vec::new();
        for column in &columns {
            cells.push(cell(column, &row.judged));
        }
        rows.push(cells);
    }
    Table { columns, rows }
}

#[inline(never)]
fn cell(column: &Heading, judged: &Judged) -> Cell {
    use ProgressLabel as L;
    let target = &judged.target;
    let part: Option<&Arc<Observation>> = judged.latest.as_ref().and_then(|latest| latest.parts.last());
    let share = match &judged.measured {
        Some(Measured::Share { share, elapsed, .. }) => Some((*share, *elapsed)),
        _ => None,
    };
    let share_cell = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Share);
    match column {
        Heading::Place => Cell::Place(Arc::clone(&target.region)),
        // the figure's own document where there is a figure, else that of the promise
        Heading::Source => match part {
            Some(part) => Cell::Source(Arc::clone(&part.source), part.locator.clone()),
            None => Cell::Source(Arc::clone(&target.source), target.locator.clone()),
        },
        Heading::Label(Label::Progress(heading)) => match heading {
            L::Promise => Cell::Label(label(L::Name(Arc::clone(target)))),
            L::Deadline => Cell::Period(target.deadline, target.inferred),
            L::Asked if has_value(target) => Cell::Label(label(L::Goal(Arc::clone(target)))),
            L::Latest => match (&judged.latest, judged.state) {
                (Some(latest), _) => Cell::Label(label(L::Figure(Box::new(latest.clone())))),
                (None, PromiseState::NoFigure(reason)) => Cell::Label(label(L::Reason(reason))),
                _ => Cell::Empty,
            },
            L::Period => match &judged.latest {
                Some(latest) => Cell::Period(latest.period, latest.parts.iter().any(|part| part.inferred)),
                None => Cell::Empty,
            },
            L::Done => share_cell(share.map(|(share, _)| share)),
            L::Elapsed => share_cell(share.and_then(|(_, elapsed)| elapsed)),
            L::Status => Cell::Label(label(L::State(judged.state))),
            _ => Cell::Empty,
        },
        _ => Cell::Empty,
    }
}

#[inline(never)]
fn notes(chart: &ProgressChart) -> Vec<Note> {
    use ProgressLabel as L;
    let note = |said: ProgressLabel| Note::Label(label(said));
    let any = |wanted: fn(&Judged) -> bool| chart.rows.iter().any(|row| wanted(&row.judged));
    let mut notes = Vec::new();
    if any(|judged| matches!(judged.state, PromiseState::OnTime | PromiseState::Behind | PromiseState::FarBehind)) {
        notes.push(note(L::Colours));
    }
    if any(|judged| matches!(judged.measured, Some(Measured::Share { from_baseline: true, .. }))) {
        notes.push(note(L::FromBaseline));
    }
    if any(|judged| matches!(judged.measured, Some(Measured::Level(_)))) {
        notes.push(note(L::Levels));
    }
    if any(|judged| judged.target.inferred) {
        notes.push(Note::InferredDeadline);
    }
    let mut inferred: Vec<Arc<Region>> = Vec::new();
    let mut figures = 0;
    for part in chart.rows.iter().filter_map(|row| row.judged.latest.as_ref()).flat_map(|latest| &latest.parts) {
        figures += 1;
        if part.inferred {
            inferred.push(Arc::clone(&part.region));
        }
    }
    if !inferred.is_empty() && inferred.len() == figures {
        notes.push(Note::InferredPeriods { places: Vec::new(), all: true });
    }
    for row in &chart.rows {
        for caution in &row.judged.cautions {
            // the others stand in the table: at the deadline, at the figure's period, in the status
            if matches!(caution, Caution::OtherDefinition | Caution::Disputed(_) | Caution::SinceFirst(_) | Caution::SinceUnknown) {
                notes.push(note(L::Caution(Arc::clone(&row.judged.target), caution.clone())));
            }
        }
    }
    if chart.tasks > 0 {
        notes.push(note(L::Tasks(chart.tasks)));
    }
    notes
}
