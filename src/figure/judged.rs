//! Promises as of a day: which state each is in, and what a drawing of it measures.

use std::sync::Arc;

use crate::{
    dataset::{Dataset, Observation, Period, Quantity, Target, TargetKind, Unit, View},
    order::sorted,
    trajectory::{
        Actual, Assessed, BurnDown, Caution, Check, Colour, Due, Finding, Interval, Journey, Limit, Mark, Met, Method, NoFinding, Point,
        Reach, Side, Signal, Verdict, Volume, assess, status,
    },
};

/// 三色: behind the time gone is yellow, more than ten percentage points behind is red.
pub(super) const RED: f64 = 0.1;
const COLOURS: Method = Method::ThreeColour(Signal { mark: Mark::Deviation, yellow: 0.0, red: RED });

/// The day by which promises are judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AsOf {
    /// The view names it.
    Named(Period),
    /// The view names none: it is the end of the latest period that a figure of these promises speaks of.
    LatestFigure(Period),
}

impl AsOf {
    /// The day, or the period whose last day it is.
    pub fn period(self) -> Period {
        match self {
            AsOf::Named(period) | AsOf::LatestFigure(period) => period,
        }
    }
}

/// How a promise stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromiseState {
    /// What was to be reached is reached.
    Done,
    /// What was to be kept is kept.
    Kept,
    /// Not behind the time gone.
    OnTime,
    /// Behind the time gone.
    Behind,
    /// More than ten percentage points behind it.
    FarBehind,
    /// The figure for the deadline falls short.
    Missed,
    /// The latest figure is outside what was to be kept.
    NotKept,
    /// The figure is an interval with the bound in it.
    Undecided,
    /// There is a figure, but nothing that says where it should be by now.
    Underway,
    /// The deadline is over and its own figure is not published.
    Unpublished,
    /// There is no figure to go by.
    NoFigure(NoFinding),
    /// A task, which no figure measures.
    Task,
}

/// The figure that decides.
#[derive(Clone, PartialEq, Debug)]
pub struct Latest {
    /// What it is, in its unit.
    pub value: Interval,
    /// Its unit: the indicator's, or per cent of a growth.
    pub unit: Unit,
    /// Decimals to show it with.
    pub decimals: u8,
    /// The figure itself, where it is one and no sum or growth of several.
    pub published: Option<Quantity>,
    /// What it is made of, in order of time.
    pub parts: Vec<Arc<Observation>>,
    /// The time it speaks of.
    pub period: Period,
}

/// What a drawing of a promise measures.
#[derive(Clone, PartialEq, Debug)]
pub enum Measured {
    /// The part that is done: of the way from the baseline, or of the target where nothing is known of a baseline.
    Share {
        /// The least and the most it may be, and what it is by the stated number; 1 is all.
        low: f64,
        /// By the stated number.
        share: f64,
        /// The most.
        high: f64,
        /// The part of the time that was gone when the figure ends (序时进度); `None` where it is not known since when.
        elapsed: Option<f64>,
        /// Whether it is counted from a baseline.
        from_baseline: bool,
    },
    /// A level held against its bounds, in the figure's unit.
    Level(Vec<Limit>),
}

/// A promise, its state and its figure.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The promise.
    pub target: Arc<Target>,
    /// Whether its time is up.
    pub due: Due,
    /// How it stands.
    pub state: PromiseState,
    /// The figure that decides.
    pub latest: Option<Latest>,
    /// What is drawn of it.
    pub measured: Option<Measured>,
    /// What a reader must know of it.
    pub cautions: Vec<Caution>,
}

impl Judged {
    /// Done minus elapsed, in percentage points ÷ 100; `None` where it is not judged by the time gone.
    pub fn deviation(&self) -> Option<f64> {
        let judged = matches!(self.state, PromiseState::OnTime | PromiseState::Behind | PromiseState::FarBehind);
        match self.measured {
            Some(Measured::Share { share, elapsed: Some(elapsed), .. }) if judged => Some(share - elapsed),
            _ => None,
        }
    }
}

/// The promises of a view: those it names, or all of its own place.
pub(super) fn chosen(dataset: &Dataset, view: &View) -> Vec<Arc<Target>> {
    let mut targets = view.targets.clone();
    if targets.is_empty() {
        targets.extend(view.target.clone());
    }
    if targets.is_empty() {
        let own = |target: &&Arc<Target>| view.home.as_ref().is_none_or(|home| home.id == target.region.id);
        targets.extend(dataset.targets.iter().filter(own).cloned());
    }
    targets
}

/// The day of a view, or the latest that its promises have a figure of.
#[inline(never)]
pub(super) fn as_of(dataset: &Dataset, view: &View, targets: &[Arc<Target>]) -> Option<AsOf> {
    if let Some(day) = view.as_of {
        return Some(AsOf::Named(day));
    }
    let mut latest: Option<Period> = None;
    for observation in &dataset.observations {
        let speaks_of = |target: &Arc<Target>| {
            target.region.id == observation.region.id && target.indicator.as_ref().is_some_and(|own| own.id == observation.indicator.id)
        };
        let later = latest.is_none_or(|latest| latest.last_day() < observation.period.last_day());
        if observation.quantity.is_some() && later && targets.iter().any(speaks_of) {
            latest = Some(observation.period);
        }
    }
    // a span of months is over when its last month is
    latest.map(|latest| AsOf::LatestFigure(if let Period::Months(_, to) = latest { Period::Month(to) } else { latest }))
}

/// The figures of the dataset whose time was over on a day, and nothing else of it.
#[inline(never)]
pub(super) fn known_on(dataset: &Dataset, day: Period) -> Dataset {
    let mut observations = Vec::new();
    for observation in &dataset.observations {
        if observation.period.last_day() <= day.last_day() {
            observations.push(Arc::clone(observation));
        }
    }
    Dataset {
        title: dataset.title.clone(),
        sources: Vec::new(),
        regions: Vec::new(),
        indicators: Vec::new(),
        observations: observations.into(),
        targets: Vec::new(),
        relations: Vec::new(),
        views: Vec::new(),
    }
}

/// Whether the promises are of more than one place.
pub(super) fn several_places(targets: &[Arc<Target>]) -> bool {
    targets.iter().zip(targets.iter().skip(1)).any(|(a, b)| a.region.id != b.region.id)
}

/// In order of deadline, one that names a day before one that ends on it; of equal ones in the order given.
pub(super) fn by_deadline(targets: Vec<Arc<Target>>) -> Vec<Arc<Target>> {
    sorted(targets, |target| f64::from(target.deadline.last_day()) + if matches!(target.deadline, Period::Day(..)) { 0.0 } else { 0.5 })
}

/// Judges a promise by what was known on a day.
#[inline(never)]
pub(super) fn judge(known: &Dataset, target: &Arc<Target>, day: Period) -> Judged {
    let Assessed { target, due, finding, cautions } = assess(known, target, day);
    let over = matches!(due, Due::Over(_));
    let (state, latest, measured) = match finding {
        Ok(Finding::Reach(reach)) => reached(&reach, over),
        Ok(Finding::Zero(burn_down)) => burnt_down(&burn_down, target.deadline, over),
        Ok(Finding::Held(held)) => held.latest().map_or(NOTHING, |check| kept(check, held.limits.clone(), target.deadline, over)),
        Ok(Finding::Rank(held)) => {
            let limit = Limit { bound: f64::from(held.commit.0), side: Side::AtMost, strict: false };
            held.latest().map_or(NOTHING, |check| kept(check, vec![limit], target.deadline, over))
        }
        Ok(Finding::Grown(steps)) => steps.last().map_or(NOTHING, |step| {
            let percent = |share: f64| share * 100.0;
            let growth = step.growth;
            let value = Interval { low: percent(growth.low), value: percent(growth.value), high: percent(growth.high), ..growth };
            let latest = Latest {
                value,
                unit: Unit::PERCENT,
                decimals: 1,
                published: None,
                parts: vec![Arc::clone(&step.from.observation), Arc::clone(&step.to.observation)],
                period: step.to.observation.period,
            };
            let limits = target.kind.value().map(|rate| Limit::of(rate, Side::AtLeast, target.strict));
            let state = of_level(step.met, latest.period, target.deadline, over);
            (state, Some(latest), Some(Measured::Level(limits.into_iter().collect())))
        }),
        Ok(Finding::Volume(volume)) => filled(&volume, target.deadline, over),
        Ok(Finding::Unrecorded) => (PromiseState::Task, None, None),
        Err(reason) => (PromiseState::NoFigure(reason), None, None),
    };
    // what is beyond all drawing is left to the words
    let measured = measured.filter(|measured| match measured {
        Measured::Share { low, share, high, .. } => low.is_finite() && share.is_finite() && high.is_finite(),
        Measured::Level(limits) => limits.iter().all(|limit| limit.bound.is_finite()),
    });
    Judged { target, due, state, latest, measured, cautions }
}

type Found = (PromiseState, Option<Latest>, Option<Measured>);

const NOTHING: Found = (PromiseState::NoFigure(NoFinding::NoFigure), None, None);

fn latest_of(actual: &Actual) -> Latest {
    Latest {
        value: Interval::of(&actual.quantity),
        unit: actual.quantity.unit(),
        decimals: actual.quantity.decimals(),
        published: Some(actual.quantity),
        parts: vec![Arc::clone(&actual.observation)],
        period: actual.observation.period,
    }
}

/// Of something to be reached: the verdict by colour decides only what is neither reached nor due.
fn of_way(met: Met, latest: Period, deadline: Period, over: bool, verdict: Option<Verdict>) -> PromiseState {
    let for_deadline = latest.last_day() >= deadline.last_day();
    match (met, verdict) {
        (Met::Yes, _) => PromiseState::Done,
        (Met::Undecided, _) => PromiseState::Undecided,
        (Met::No, _) if for_deadline => PromiseState::Missed,
        (Met::No, _) if over => PromiseState::Unpublished,
        (Met::No, Some(Verdict::Colour(Colour::Green))) => PromiseState::OnTime,
        (Met::No, Some(Verdict::Colour(Colour::Yellow))) => PromiseState::Behind,
        (Met::No, Some(Verdict::Colour(Colour::Red))) => PromiseState::FarBehind,
        (Met::No, _) => PromiseState::Underway,
    }
}

fn of_level(met: Met, latest: Period, deadline: Period, over: bool) -> PromiseState {
    match met {
        _ if over && latest.last_day() < deadline.last_day() => PromiseState::Unpublished,
        Met::Yes => PromiseState::Kept,
        Met::No => PromiseState::NotKept,
        Met::Undecided => PromiseState::Undecided,
    }
}

fn kept(check: &Check, limits: Vec<Limit>, deadline: Period, over: bool) -> Found {
    let latest = latest_of(&check.actual);
    (of_level(check.met, latest.period, deadline, over), Some(latest), Some(Measured::Level(limits)))
}

/// The part of a way that an interval has covered.
fn share(value: &Interval, start: f64, end: f64, elapsed: Option<f64>, from_baseline: bool) -> Option<Measured> {
    let way = end - start;
    if way == 0.0 {
        return None;
    }
    let at = |value: f64| (value - start) / way;
    let (a, b) = (at(value.low), at(value.high));
    Some(Measured::Share { low: a.min(b), share: at(value.value), high: a.max(b), elapsed, from_baseline })
}

fn reached(reach: &Reach, over: bool) -> Found {
    let (latest, deadline) = (latest_of(&reach.latest), reach.track.target.deadline);
    let verdict = reach.status(COLOURS).and_then(Result::ok).map(|ruling| ruling.verdict);
    let state = of_way(reach.met, latest.period, deadline, over, verdict);
    let path = reach.track.path.as_ref().ok().zip(reach.pace).filter(|(_, pace)| pace.elapsed > 0.0);
    let measured = match path {
        Some((path, pace)) => share(&latest.value, path.start().value, path.end().value, Some(pace.elapsed), true),
        // a share of a target says something only of what goes up from zero
        None if reach.track.is_downward() || latest.value.low < 0.0 => None,
        None => share(&latest.value, 0.0, reach.track.goal.value(), None, false),
    };
    (state, Some(latest), measured)
}

fn burnt_down(burn_down: &BurnDown, deadline: Period, over: bool) -> Found {
    let latest = latest_of(&burn_down.latest);
    let way = burn_down.start.zip(burn_down.pace);
    let verdict = way.and_then(|(start, pace)| {
        let end = Point { at: deadline.end(), value: 0.0 };
        let now = burn_down.latest.point;
        let journey = Journey { start: start.point, now, end, expected: pace.expected, side: Side::AtMost, strict: false };
        status(COLOURS, &journey).ok()
    });
    let state = of_way(burn_down.met, latest.period, deadline, over, verdict.map(|ruling| ruling.verdict));
    let measured = way.and_then(|(start, pace)| share(&latest.value, start.point.value, 0.0, Some(pace.elapsed), true));
    (state, Some(latest), measured)
}

fn filled(volume: &Volume, deadline: Period, over: bool) -> Found {
    let Some(last) = volume.parts.last() else { return NOTHING };
    let first = volume.parts.first().unwrap_or(last);
    let mut decimals = 0;
    for part in &volume.parts {
        decimals = part.quantity.as_ref().map_or(decimals, |quantity| quantity.decimals().max(decimals));
    }
    let one = volume.parts.len() == 1;
    let latest = Latest {
        value: volume.total,
        unit: volume.goal.unit(),
        decimals,
        published: last.quantity.filter(|_| one),
        parts: volume.parts.clone(),
        period: if one { last.period } else { Period::Months(first.period.months().0, last.period.months().1) },
    };
    let verdict = volume.status(COLOURS, crate::trajectory::Shape::Linear).and_then(Result::ok).map(|ruling| ruling.verdict);
    let state = of_way(volume.met, latest.period, deadline, over, verdict);
    let goal = Limit::of(&volume.goal, Side::AtLeast, false).bound;
    (state, Some(latest), share(&volume.total, 0.0, goal, volume.span.map(|span| span.elapsed), false))
}

/// Whether a figure can tell how it stands.
pub(super) fn has_value(target: &Target) -> bool {
    target.kind != TargetKind::Deliver
}
