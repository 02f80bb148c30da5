//! 倒排节点: what falls due when, and who is in charge.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    judged::{AsOf, PromiseState, as_of, by_deadline, chosen, has_value, judge, known_on, several_places},
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::dataset::{Dataset, Observation, Period, PeriodClass, Region, Target, View};

/// 倒排节点
#[derive(Clone, Debug)]
pub struct MilestonesChart {
    /// Whose promises they are; `None` where they are those of several places.
    pub place: Option<Arc<Region>>,
    /// What the title says.
    pub finding: MilestonesFinding,
    /// The day from which days are counted; `None` where none is asked for and no figure gives one.
    pub as_of: Option<AsOf>,
    /// In order of deadline.
    pub stops: Vec<Stop>,
    /// Targets with a value that is due some time in a year: left out, for 目标进度 shows them.
    pub yearly: usize,
}

impl MilestonesChart {
    /// What a promise is grouped under: the quarter its deadline ends in, or the year where no deadline is finer.
    pub fn group_of(&self, stop: &Stop) -> Period {
        let to = stop.target.deadline.months().1;
        match self.stops.iter().all(|stop| stop.target.deadline.class() == PeriodClass::Year) {
            true => Period::Year(to.year),
            false => Period::Quarter(to.year, to.month.div_ceil(3)),
        }
    }
}

/// One promise with its date.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The promise.
    pub target: Arc<Target>,
    /// Days to the end of its deadline: 0 on the day, below zero after it. `None` without a day to count from.
    pub days: Option<i32>,
    /// Where it lies in time.
    pub state: StopState,
    /// What a published figure says of it: whether it is met; `None` of a task and without a figure.
    pub met: Option<bool>,
    /// The figure that says so.
    pub figure: Option<Arc<Observation>>,
}

/// Where a date lies, seen from the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StopState {
    /// A figure shows that it is met.
    Met,
    /// Over. Whether it is done is another question.
    Over,
    /// Due within 30 days.
    Within30,
    /// Due within 90 days.
    Within90,
    /// Due later.
    Later,
    /// There is no day to see it from.
    Unknown,
}

/// What the title says.
#[derive(Clone, PartialEq, Debug)]
pub enum MilestonesFinding {
    /// There is no dated promise.
    Nothing,
    /// No day is known to count from: from the first date to the last.
    Dates {
        /// The first deadline.
        first: Period,
        /// The last.
        last: Period,
    },
    /// Some are over, some to come.
    Next {
        /// How many are over; 0 where none is.
        over: usize,
        /// The next deadline.
        next: Period,
        /// How many fall due by it.
        count: usize,
    },
    /// All are over.
    AllOver {
        /// The last deadline.
        last: Period,
    },
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum MilestonesLabel {
    /// Heading: the deadline.
    Deadline,
    /// Heading: what is promised.
    Task,
    /// Heading: who is in charge.
    Owner,
    /// Heading: how many days are left.
    Days,
    /// Heading: the status.
    Status,
    /// Cell: the name of a promise.
    Name(Arc<Target>),
    /// Cell: where it lies in time and what is known of it.
    State(StopState, Option<bool>),
    /// Note: that a date is over does not say whether the task is done.
    NotRecorded,
    /// Note: so many deadlines were inferred, of so many.
    Inferred(usize, usize),
    /// Note: so many targets with a value are due some time in a year.
    Yearly(usize),
}

fn label(label: MilestonesLabel) -> Label {
    Label::Milestones(label)
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let mut targets = chosen(dataset, view);
    let all = targets.len();
    if view.targets.is_empty() {
        targets.retain(|target| !has_value(target) || target.deadline.class() != PeriodClass::Year);
    }
    let yearly = all - targets.len();
    let day = as_of(dataset, view, &targets);
    let several = several_places(&targets);
    let known = day.map(|day| known_on(dataset, day.period()));
    let mut stops = Vec::new();
    for target in by_deadline(targets) {
        stops.push(stop(&target, day.zip(known.as_ref())));
    }
    let mut citations = Citations::default();
    for stop in &stops {
        if let Some(figure) = &stop.figure {
            citations.observation(figure);
        }
        citations.target(&stop.target);
    }
    let place = stops.first().map(|stop| Arc::clone(&stop.target.region)).filter(|_| !several);
    let place = place.or_else(|| view.home.clone().filter(|_| !several));
    let chart = MilestonesChart { place, finding: finding(&stops), as_of: day, stops, yearly };
    Ok(Figure {
        home: view.home.clone(),
        table: table(&chart, several),
        notes: notes(&chart),
        chart: Chart::Milestones(Box::new(chart)),
        sources: citations.done(),
    })
}

#[inline(never)]
fn stop(target: &Arc<Target>, from: Option<(AsOf, &Dataset)>) -> Stop {
    let mut stop = Stop { target: Arc::clone(target), days: None, state: StopState::Unknown, met: None, figure: None };
    let Some((day, known)) = from else { return stop };
    let days = target.deadline.last_day() - day.period().last_day();
    let judged = judge(known, target, day.period());
    stop.met = match judged.state {
        PromiseState::Done | PromiseState::Kept => Some(true),
        PromiseState::Missed | PromiseState::NotKept => Some(false),
        _ => None,
    };
    if stop.met.is_some() {
        stop.figure = judged.latest.and_then(|latest| latest.parts.last().cloned());
    }
    stop.days = Some(days);
    // a level that is kept so far is still to be kept up to its deadline
    let settled = judged.state == PromiseState::Done || (judged.state == PromiseState::Kept && days < 0);
    stop.state = match days {
        _ if settled => StopState::Met,
        ..0 => StopState::Over,
        0..=30 => StopState::Within30,
        31..=90 => StopState::Within90,
        _ => StopState::Later,
    };
    stop
}

#[inline(never)]
fn finding(stops: &[Stop]) -> MilestonesFinding {
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return MilestonesFinding::Nothing };
    if first.days.is_none() {
        return MilestonesFinding::Dates { first: first.target.deadline, last: last.target.deadline };
    }
    let over = stops.iter().filter(|stop| stop.days.is_some_and(|days| days < 0)).count();
    match stops.get(over) {
        None => MilestonesFinding::AllOver { last: last.target.deadline },
        Some(next) => {
            let count = stops.iter().filter(|stop| stop.days == next.days).count();
            MilestonesFinding::Next { over, next: next.target.deadline, count }
        }
    }
}

#[inline(never)]
fn table(chart: &MilestonesChart, several: bool) -> Table {
    use MilestonesLabel as L;
    let with_owner = chart.stops.iter().any(|stop| stop.target.owner.is_some());
    let mut columns = vec![Heading::Label(label(L::Deadline)), Heading::Label(label(L::Task))];
    if several {
        columns.push(Heading::Place);
    }
    if with_owner {
        columns.push(Heading::Label(label(L::Owner)));
    }
    if chart.as_of.is_some() {
        columns.push(Heading::Label(label(L::Days)));
        columns.push(Heading::Label(label(L::Status)));
    }
    columns.push(Heading::Source);
    let mut rows = Vec::new();
    for stop in &chart.stops {
        let mut cells = Vec::new();
        for column in &columns {
            cells.push(cell(column, stop));
        }
        rows.push(cells);
    }
    Table { columns, rows }
}

#[inline(never)]
fn cell(column: &Heading, stop: &Stop) -> Cell {
    use MilestonesLabel as L;
    let target = &stop.target;
    match column {
        Heading::Place => Cell::Place(Arc::clone(&target.region)),
        Heading::Source => Cell::Source(Arc::clone(&target.source), target.locator.clone()),
        Heading::Label(Label::Milestones(heading)) => match heading {
            L::Deadline => Cell::Period(target.deadline, target.inferred),
            L::Task => Cell::Label(label(L::Name(Arc::clone(target)))),
            L::Owner => target.owner.clone().map_or(Cell::Empty, Cell::Text),
            L::Days => stop.days.map_or(Cell::Empty, |days| Cell::Number(f64::from(days), 0)),
            L::Status => Cell::Label(label(L::State(stop.state, stop.met))),
            _ => Cell::Empty,
        },
        _ => Cell::Empty,
    }
}

#[inline(never)]
fn notes(chart: &MilestonesChart) -> Vec<Note> {
    use MilestonesLabel as L;
    let mut notes = Vec::new();
    if chart.stops.iter().any(|stop| stop.state == StopState::Over && stop.met.is_none()) {
        notes.push(Note::Label(label(L::NotRecorded)));
    }
    let inferred = chart.stops.iter().filter(|stop| stop.target.inferred).count();
    if inferred > 0 {
        notes.push(Note::Label(label(L::Inferred(inferred, chart.stops.len()))));
    }
    if chart.yearly > 0 {
        notes.push(Note::Label(label(L::Yearly(chart.yearly))));
    }
    notes
}
