//! A promise as the widget draws it: its path, where the figures stand, where their pace leads.

use serde::Serialize;

use super::{
    compare::{region, target},
    fault::{Failure, Faults},
    input::{Fields, Item, lang_of},
    shown::{FigureShown, IndicatorShown, PointShown, QuantityShown, RegionShown},
    value::Value,
};
use crate::{
    dataset::{Dataset, Lang, PathShape},
    figure::Unanswerable,
    trajectory::{self, Actual, Assessment, NoAssessment, NoPath, NoProjection, Pace, Projection, Rate, Start, StartBasis, Status},
};

/// A promise held against the dataset.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TrackShown {
    target: String,
    region: RegionShown,
    indicator: IndicatorShown,
    goal: QuantityShown,
    deadline: String,
    strict: bool,
    start: Option<StartShown>,
    /// The points the path runs through; `null` where there is none.
    path: Option<Vec<PointShown>>,
    /// Why there is no path.
    no_path: Option<&'static str>,
    actuals: Vec<ActualShown>,
    peers: Vec<PeerShown>,
    pace: Option<PaceShown>,
    status: Option<StatusShown>,
    projection: Option<ProjectionShown>,
    /// Why there is no projection.
    no_projection: Option<&'static str>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct StartShown {
    at: f64,
    value: f64,
    /// `stated`, `implied` or `observed`.
    basis: &'static str,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct ActualShown {
    at: f64,
    figure: FigureShown,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct PeerShown {
    region: RegionShown,
    actuals: Vec<ActualShown>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PaceShown {
    expected: f64,
    gap: f64,
    gap_share: Option<f64>,
    completion: Option<f64>,
    progress: Option<f64>,
    elapsed: f64,
    deviation: Option<f64>,
    growth_so_far: Option<f64>,
    required_growth: Option<f64>,
    required_increase: Option<f64>,
}

/// A status, or why there is none.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct StatusShown {
    status: Option<&'static str>,
    ratio: Option<f64>,
    reason: Option<&'static str>,
}

/// A pace carried forward.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct ProjectionShown {
    /// Compound growth a year, as a fraction; `null` where the pace is an even change.
    growth: Option<f64>,
    /// Change a year, in the indicator's unit; `null` where the pace is a growth.
    change: Option<f64>,
    since: PointShown,
    from: PointShown,
    arrival: Option<f64>,
}

/// `trajectory(data, { target, peers?, shape? })`.
pub(crate) fn trajectory(dataset: &Dataset, input: &Value) -> Result<TrackShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let target = fields.must("target", |item| target(dataset, &item));
        let peers = fields.may("peers", |item| item.list(|item| region(dataset, &item))).unwrap_or_default();
        let shape = fields.may("shape", shape).unwrap_or_default();
        fields.end();
        Some((target?, peers, shape))
    };
    let read = read();
    let (target, peers, shape) = faults.check(lang, read)?;
    let track = trajectory::track(dataset, &target, &peers, shape).map_err(|_| Failure::request(lang, &Unanswerable::NoPath))?;
    let actuals = |actuals: &[Actual]| actuals.iter().map(|actual| ActualShown::of(actual, lang)).collect();
    Ok(TrackShown {
        target: target.id.clone(),
        region: RegionShown::of(&target.region, lang),
        indicator: IndicatorShown::of(&track.indicator, lang),
        goal: QuantityShown(track.goal),
        deadline: target.deadline.to_string(),
        strict: target.strict,
        start: track.start.map(StartShown::of),
        path: track.path.as_ref().ok().map(|path| path.points().map(PointShown::of).collect()),
        no_path: track.path.as_ref().err().map(|reason| no_path_code(*reason)),
        actuals: actuals(&track.actuals),
        peers: track
            .peers
            .iter()
            .map(|(peer, figures)| PeerShown { region: RegionShown::of(peer, lang), actuals: actuals(figures) })
            .collect(),
        pace: track.pace.map(PaceShown::of),
        status: track.assessment.map(StatusShown::of),
        projection: track.projection.as_ref().ok().map(ProjectionShown::of),
        no_projection: track.projection.as_ref().err().map(|reason| no_projection_code(*reason)),
    })
}

pub(super) fn shape(item: Item<'_>) -> Option<PathShape> {
    item.word(&[("geometric", PathShape::Geometric), ("linear", PathShape::Linear)])
}

impl StartShown {
    pub(super) fn of(start: Start) -> StartShown {
        StartShown { at: start.point.at, value: start.point.value, basis: basis_code(start.basis) }
    }
}

impl ActualShown {
    pub(super) fn of(actual: &Actual, lang: Lang) -> ActualShown {
        ActualShown { at: actual.point.at, figure: FigureShown::of(&actual.observation, &actual.quantity, lang) }
    }
}

impl PaceShown {
    pub(super) fn of(pace: Pace) -> PaceShown {
        let Pace { expected, gap, gap_share, completion, progress, elapsed, deviation, growth_so_far, required_growth, required_increase } =
            pace;
        // 0 ÷ −5 is a negative zero, which would read −0
        let zero = |number: f64| number + 0.0;
        PaceShown {
            expected,
            gap,
            gap_share: gap_share.map(zero),
            completion: completion.map(zero),
            progress: progress.map(zero),
            elapsed,
            deviation: deviation.map(zero),
            growth_so_far,
            required_growth,
            required_increase,
        }
    }
}

impl StatusShown {
    fn of(assessment: Result<Assessment, NoAssessment>) -> StatusShown {
        match assessment {
            Ok(Assessment { status, ratio }) => StatusShown { status: Some(status_code(status)), ratio, reason: None },
            Err(reason) => StatusShown { status: None, ratio: None, reason: Some(no_assessment_code(reason)) },
        }
    }
}

impl ProjectionShown {
    fn of(projection: &Projection) -> ProjectionShown {
        let (growth, change) = match projection.rate {
            Rate::Growth(growth) => (Some(growth), None),
            Rate::Change(change) => (None, Some(change)),
        };
        let (since, from) = (PointShown::of(projection.since), PointShown::of(projection.from));
        ProjectionShown { growth, change, since, from, arrival: projection.arrival }
    }
}

fn basis_code(basis: StartBasis) -> &'static str {
    match basis {
        StartBasis::Stated => "stated",
        StartBasis::Implied => "implied",
        StartBasis::Observed => "observed",
    }
}

pub(super) fn status_code(status: Status) -> &'static str {
    match status {
        Status::Achieved => "achieved",
        Status::OnTrack => "on-track",
        Status::Moderate => "moderate",
        Status::Insufficient => "insufficient",
        Status::MovingAway => "moving-away",
    }
}

fn no_assessment_code(reason: NoAssessment) -> &'static str {
    match reason {
        NoAssessment::TooEarly => "too-early",
        NoAssessment::NotPositive => "not-positive",
    }
}

fn no_path_code(reason: NoPath) -> &'static str {
    match reason {
        NoPath::Kind => "kind",
        NoPath::NoBaseline => "no-baseline",
        NoPath::Order => "order",
        NoPath::NotPositive => "not-positive",
        NoPath::NotFinite => "not-finite",
    }
}

fn no_projection_code(reason: NoProjection) -> &'static str {
    match reason {
        NoProjection::TooFewPoints => "too-few-points",
        NoProjection::NoTime => "no-time",
    }
}
