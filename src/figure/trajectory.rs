//! 目标轨迹: a promise, the path to it, what is published, and where the pace leads.

use std::sync::Arc;

use super::{
    Chart, Figure,
    citation::Citations,
    mark::shown_decimals,
    note::{Note, PathNote},
    request::Unanswerable,
    table::{Cell, Heading, Nature, Table},
    trial::tried,
};
use crate::{
    dataset::{Dataset, PathShape, TargetKind, Trial, View},
    order::sorted,
    trajectory::{Actual, Path, StartBasis, Status, Track},
};

/// Lines over time.
#[derive(Clone, Debug)]
pub struct TrajectoryChart {
    /// What the title says.
    pub finding: TrajectoryFinding,
    /// The analysis that is drawn.
    pub track: Track,
    /// What a reader tries out, where it is not all published.
    pub trial: Trial,
    /// The axes to keep while something is dragged: first and last time, lowest and highest value.
    pub axes: Option<[f64; 4]>,
    /// Decimals to show computed values with.
    pub decimals: u8,
    /// The multiple the promise is said to be, and in how many years: (2, 3) for 三年翻番.
    pub multiple: Option<(f64, f64)>,
    /// What was said on the spot and contradicts one of the figures.
    #[cfg(feature = "noted")]
    pub heard: Vec<Actual>,
}

/// What the title says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TrajectoryFinding {
    /// The target is met.
    Achieved {
        /// When.
        at: f64,
    },
    /// At the present pace it is met by the deadline.
    InTime,
    /// At the present pace it is met late.
    Late {
        /// When.
        arrival: f64,
        /// How many years after the deadline.
        years: f64,
    },
    /// A level to keep, and whether the latest figure keeps it.
    Level {
        /// When.
        at: f64,
        /// Whether it does.
        kept: bool,
    },
    /// The pace leads away from it, or takes more than a century.
    Away,
    /// Published figures, but too few for a pace.
    Behind {
        /// Value minus what the path asks for, in the indicator's unit.
        gap: f64,
        /// Whether it is on the good side of the path.
        ahead: bool,
    },
    /// A path, and nothing published to hold against it.
    Path {
        /// The growth a year it asks for; `None` where a value is not above zero.
        growth: Option<f64>,
    },
    /// A target, and nothing that says where it starts.
    Target,
}

pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let target = request.target.as_ref().ok_or(Unanswerable::NoTarget)?;
    let track = tried(dataset, request, target)?;
    let stated = track.actuals.iter().map(|actual| &actual.quantity).chain([&track.goal]);
    let decimals = shown_decimals(&track.indicator, &mut stated.into_iter());
    let multiple = match &track.target.kind {
        TargetKind::Reach { multiple, .. } => *multiple,
        TargetKind::Multiply(multiple) => Some(*multiple),
        _ => None,
    };
    let mut citations = Citations::default();
    citations.target(target);
    for actual in &track.actuals {
        citations.observation(&actual.observation);
    }
    for (_, series) in &track.peers {
        for actual in series {
            citations.observation(&actual.observation);
        }
    }
    let multiple = multiple.map(|multiple| (multiple.factor, multiple.years));
    let trial = request.trial.clone();
    let chart = TrajectoryChart {
        finding: finding(&track, &trial),
        trial,
        axes: None,
        decimals,
        multiple,
        track,
        #[cfg(feature = "noted")]
        heard: Vec::new(),
    };
    Ok(Figure {
        home: request.home.clone().or_else(|| Some(Arc::clone(&target.region))),
        table: table(&chart),
        notes: notes(&chart, request.shape),
        sources: citations.done(),
        chart: Chart::Trajectory(Box::new(chart)),
    })
}

fn finding(track: &Track, trial: &Trial) -> TrajectoryFinding {
    let Ok(path) = &track.path else { return TrajectoryFinding::Target };
    // a growth that is tried out leads on from the base, where nothing is published
    if track.actuals.is_empty() && trial.growth.is_some() && track.projection.is_ok() {
        return heading(track, path);
    }
    let Some((latest, pace)) = track.latest().zip(track.pace) else {
        // a level that is asked for is no growth, not even one of nothing
        return if track.is_level() { TrajectoryFinding::Target } else { TrajectoryFinding::Path { growth: path.growth() } };
    };
    let met = track.assessment.and_then(Result::ok).is_some_and(|assessment| assessment.status == Status::Achieved);
    if track.is_level() {
        return TrajectoryFinding::Level { at: latest.point.at, kept: met };
    }
    if met {
        return TrajectoryFinding::Achieved { at: latest.point.at };
    }
    match &track.projection {
        Ok(_) => heading(track, path),
        Err(_) => TrajectoryFinding::Behind { gap: pace.gap, ahead: track.is_ahead() == Some(true) },
    }
}

/// Where the pace leads.
fn heading(track: &Track, path: &Path) -> TrajectoryFinding {
    match track.projection.as_ref().ok().and_then(|projection| projection.arrival) {
        Some(arrival) if arrival <= path.end().at => TrajectoryFinding::InTime,
        Some(arrival) => TrajectoryFinding::Late { arrival, years: arrival - path.end().at },
        None => TrajectoryFinding::Away,
    }
}

/// One row a year of the path and a row a published figure, in order of time.
fn table(chart: &TrajectoryChart) -> Table {
    let track = &chart.track;
    let unit = track.indicator.unit;
    let columns = vec![
        Heading::Period,
        Heading::Place,
        Heading::Nature,
        Heading::Value(Arc::clone(&track.indicator)),
        Heading::PathValue(unit),
        Heading::PathGap(unit),
        Heading::Source,
    ];
    let place = || Cell::Place(Arc::clone(&track.target.region));
    let is_tried = chart.trial.changes_promise();
    // what is tried out has no source
    let source = |is_tried| match is_tried {
        true => Cell::Empty,
        false => Cell::Source(Arc::clone(&track.target.source), track.target.locator.clone()),
    };
    let on_path = |at: f64| track.path.as_ref().map_or(Cell::Empty, |path| Cell::Number(path.value_at(at), chart.decimals));
    let mut rows: Vec<(f64, Vec<Cell>)> = Vec::new();
    if let Some(start) = track.start.filter(|start| start.basis != StartBasis::Observed) {
        let nature = match start.basis {
            _ if is_tried => Nature::TriedBaseline,
            StartBasis::Stated => Nature::StatedBaseline,
            _ => Nature::ImpliedBaseline,
        };
        let value = Cell::Number(start.point.value, chart.decimals);
        rows.push((
            start.point.at,
            vec![year(start.point.at), place(), Cell::Nature(nature), value, Cell::Empty, Cell::Empty, source(is_tried)],
        ));
    }
    if let Ok(path) = &track.path {
        let (first, last) = (f64::floor(path.start().at) as i32 + 1, f64::ceil(path.end().at) as i32);
        for at in (first..last).take(60).map(f64::from) {
            let published = track.actuals.iter().any(|actual| actual.point.at == at);
            if !published {
                let source = source(chart.trial.changes_path());
                rows.push((at, vec![year(at), place(), Cell::Nature(Nature::Path), Cell::Empty, on_path(at), Cell::Empty, source]));
            }
        }
    }
    let deadline = track.target.deadline;
    rows.push((
        deadline.end(),
        vec![
            Cell::Period(deadline, track.target.inferred),
            place(),
            Cell::Nature(if is_tried { Nature::TriedTarget } else { Nature::Target }),
            Cell::Figure(track.goal, String::new(), String::new()),
            on_path(deadline.end()),
            Cell::Empty,
            source(is_tried),
        ],
    ));
    let mut all = Vec::new();
    for actual in &track.actuals {
        all.push((&track.target.region, actual));
    }
    for (region, series) in &track.peers {
        for actual in series {
            all.push((region, actual));
        }
    }
    for (region, actual) in all {
        let observation = &actual.observation;
        let mine = region.id == track.target.region.id;
        let gap = track.path.as_ref().ok().filter(|_| mine).map(|path| actual.point.value - path.value_at(actual.point.at));
        rows.push((
            actual.point.at,
            vec![
                Cell::Period(observation.period, observation.inferred),
                Cell::Place(Arc::clone(region)),
                Cell::Nature(if observation.is_noted() { Nature::Noted } else { Nature::Published }),
                Cell::Figure(actual.quantity, observation.text.clone(), String::new()),
                if mine { on_path(actual.point.at) } else { Cell::Empty },
                gap.map_or(Cell::Empty, |gap| Cell::Difference(gap, chart.decimals)),
                Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
            ],
        ));
    }
    let mut in_order = Vec::new();
    for (_, row) in sorted(rows, |(at, _)| *at) {
        in_order.push(row);
    }
    Table { columns, rows: in_order }
}

/// A whole year as a period cell; between years, the year it lies in.
fn year(at: f64) -> Cell {
    Cell::Period(crate::dataset::Period::Year(crate::order::clamp(f64::ceil(at), 0.0, 9999.0) as u16), false)
}

fn notes(chart: &TrajectoryChart, asked: PathShape) -> Vec<Note> {
    let track = &chart.track;
    let mut notes = Vec::new();
    if chart.trial.is_any() {
        notes.push(Note::Path(PathNote::Trial));
    }
    match track.start {
        Some(start) if start.basis == StartBasis::Implied => {
            let factor = chart.multiple.map_or(1.0, |(factor, _)| factor);
            notes.push(Note::Path(PathNote::ImpliedBaseline { period: start.point.at, factor }));
        }
        Some(start) if start.basis == StartBasis::Observed => notes.push(Note::Path(PathNote::ObservedBaseline { period: start.point.at })),
        _ => {}
    }
    if let Ok(path) = &track.path {
        if path.shape() != asked && !track.is_level() {
            notes.push(Note::Path(PathNote::LinearPath));
        }
        if chart.band().is_some() {
            notes.push(Note::Path(PathNote::OnTrackBand));
        }
    }
    if track.target.inferred {
        notes.push(Note::InferredDeadline);
    }
    if !track.partial.is_empty() {
        let mut periods = Vec::new();
        for observation in &track.partial {
            periods.push(observation.period);
        }
        notes.push(Note::Path(PathNote::PartialYears { periods }));
    }
    if let Some(actual) = track.actuals.iter().find(|actual| !actual.quantity.is_exact()) {
        notes.push(Note::Intervals { example: actual.quantity });
    }
    let inferred: Vec<_> = track.actuals.iter().filter(|actual| actual.observation.inferred).collect();
    if let Some(first) = inferred.first() {
        notes.push(Note::InferredPeriods {
            places: vec![Arc::clone(&first.observation.region)],
            all: inferred.len() == track.actuals.len(),
        });
    }
    if let Some(text) = &track.target.note {
        notes.push(Note::Remark { region: Arc::clone(&track.target.region), text: text.clone() });
    }
    notes
}

/// The share of the required growth from which Eurostat's method calls a place on track.
const ON_TRACK: f64 = 0.95;

impl TrajectoryChart {
    /// What was said on the spot and contradicts one of the figures; nothing where a build knows none.
    pub(crate) fn heard(&self) -> &[Actual] {
        #[cfg(feature = "noted")]
        return &self.heard;
        #[cfg(not(feature = "noted"))]
        &[]
    }

    /// The edge of the on-track shading: the growth a year that is 95 % of what the path asks for,
    /// or `None` where growth rates mean nothing or the path runs through milestones.
    pub fn band(&self) -> Option<f64> {
        let path = self.track.path.as_ref().ok()?;
        (path.points().count() == 2 && !self.track.is_level()).then_some(())?;
        path.growth().map(|growth| growth * ON_TRACK).filter(|growth| *growth != 0.0)
    }
}
