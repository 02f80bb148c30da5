//! A series carried forward, by a method the caller names.

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{DIRECTIONS, Fields, Item, TRENDS, lang_of, word_of},
    shown::PointShown,
    value::Value,
    written::Written,
};
use crate::{
    trajectory::{Arrival, Bounds, Direction, Eta, Forecast, ForecastMethod, Goal, Intercept, NoForecast, RangeKind, Rate, Trend},
    words::Words,
};

/// A projection, or why there is none.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct Projected {
    projection: Option<ForecastShown>,
    reason: Option<&'static str>,
    reading: String,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ForecastShown {
    method: &'static str,
    trend: &'static str,
    /// Compound growth a year, as a fraction; `null` where the trend is linear.
    growth: Option<f64>,
    /// Change a year; `null` where the trend is geometric.
    change: Option<f64>,
    /// The interval of the growth or change, where the method has one.
    rate_low: Option<f64>,
    rate_high: Option<f64>,
    r_squared: Option<f64>,
    /// What intervals of values are of; `null` where the method has none.
    range_of: Option<&'static str>,
    /// The share of cases they are to hold.
    level: Option<f64>,
    /// The first and the last of the points it rests on.
    since: PointShown,
    from: PointShown,
    values: Vec<EstimateShown>,
    /// Whether the latest point meets the goal; `null` without a goal.
    met: Option<bool>,
    /// When the goal is met, or since when.
    arrival: Option<f64>,
    earliest: Option<f64>,
    latest: Option<f64>,
    /// Years after the deadline.
    late: Option<f64>,
    direction: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct EstimateShown {
    at: f64,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// What is asked for.
struct Asked {
    method: ForecastMethod,
    level: f64,
    at: Vec<f64>,
    goal: Option<Goal>,
    /// Whether a deadline was given.
    due: bool,
    written: Written,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    LastSteps,
    LeastSquares,
    TheilSen,
}

const KINDS: [(&str, Kind); 3] = [("last-steps", Kind::LastSteps), ("least-squares", Kind::LeastSquares), ("theil-sen", Kind::TheilSen)];

/// `project({ points, goal?, deadline?, direction?, strict?, method?, steps?, trend?, intercept?, level?, at?, unit?, decimals? })`.
pub(crate) fn project(input: &Value) -> Result<Projected, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let points = fields.must("points", Item::series);
        let kind = fields.may("method", |item| item.word(&KINDS)).unwrap_or(Kind::LastSteps);
        let only = |key, of: Kind, there: bool| {
            if there && kind != of {
                fields.fault(key, FaultCode::Unfit, word_of(&KINDS, &kind));
            }
        };
        let steps = fields.may("steps", |item| item.whole(1, 1000));
        only("steps", Kind::LastSteps, steps.is_some());
        let intercepts = [("separate", Intercept::Separate), ("joint", Intercept::Joint)];
        let intercept = fields.may("intercept", |item| item.word(&intercepts));
        only("intercept", Kind::TheilSen, intercept.is_some());
        let level = fields.may("level", |item| item.within(0.01, 0.999));
        if level.is_some() && kind == Kind::LastSteps {
            fields.fault("level", FaultCode::Unfit, "last-steps");
        }
        let value = fields.may("goal", Item::number);
        let trend = fields.may("trend", Item::trend);
        let at = fields.may("at", |item| item.numbers(-1e6, 1e6)).unwrap_or_default();
        let deadline = fields.may("deadline", |item| item.within(-1e6, 1e6));
        let direction = fields.may("direction", Item::direction);
        let strict = fields.may("strict", Item::flag);
        if value.is_none() && (deadline.is_some() || direction.is_some() || strict.is_some()) {
            fields.fault("goal", FaultCode::Missing, "");
        }
        let written = Written::of(&fields);
        fields.end();
        let points = points?;
        let trend = trend.unwrap_or_else(|| if value.is_none_or(|goal| goal > 0.0) { Trend::fitting(&points) } else { Trend::Linear });
        let method = match kind {
            Kind::LastSteps => ForecastMethod::LastSteps { steps: steps.unwrap_or(2), trend },
            Kind::LeastSquares => ForecastMethod::LeastSquares(trend),
            Kind::TheilSen => ForecastMethod::TheilSen(trend, intercept.unwrap_or(Intercept::Separate)),
        };
        let below = |goal: f64| points.first().is_none_or(|first| first.value <= goal);
        let goal = value.map(|value| Goal {
            value,
            deadline: deadline.or(points.last().map(|point| point.at)).unwrap_or_default(),
            direction: direction.unwrap_or(if below(value) { Direction::Up } else { Direction::Down }),
            strict: strict.unwrap_or(false),
        });
        Some((points, Asked { method, level: level.unwrap_or(0.8), at, goal, due: deadline.is_some(), written }))
    };
    let read = read();
    let (points, asked) = faults.check(lang, read)?;
    let forecast = Forecast::new(&points, asked.method, asked.level);
    let words = Words::new(lang);
    Ok(match forecast {
        Ok(forecast) => {
            let arrival = asked.goal.and_then(|goal| Some((goal, forecast.arrival(&goal).ok()?)));
            let reading = asked.reading(words, &forecast, arrival.as_ref());
            Projected { projection: Some(asked.shown(&forecast, arrival)), reason: None, reading }
        }
        Err(reason) => Projected { projection: None, reason: Some(no_forecast_code(reason)), reading: words.no_forecast_reading(reason) },
    })
}

impl Asked {
    fn shown(&self, forecast: &Forecast, arrival: Option<(Goal, Arrival)>) -> ForecastShown {
        let (growth, change) = match forecast.rate() {
            Rate::Growth(growth) => (Some(growth), None),
            Rate::Change(change) => (None, Some(change)),
        };
        let rate = |(Rate::Growth(rate) | Rate::Change(rate)): Rate| rate;
        let rates = forecast.rate_range().map(|(low, high)| (rate(low), rate(high)));
        let rates = rates.filter(|(low, high)| low.is_finite() && high.is_finite());
        let kind = match forecast.method() {
            ForecastMethod::LastSteps { .. } => Kind::LastSteps,
            ForecastMethod::LeastSquares(_) => Kind::LeastSquares,
            ForecastMethod::TheilSen(..) => Kind::TheilSen,
        };
        let (met, expected, bounds) = match arrival.map(|(_, arrival)| arrival) {
            None => (None, None, None),
            Some(Arrival::Met(since)) => (Some(true), Some(since), None),
            Some(Arrival::Ahead { expected, bounds }) => (Some(false), expected, bounds),
        };
        let Bounds { earliest, latest } = bounds.unwrap_or(Bounds { earliest: None, latest: None });
        let at = |eta: Option<Eta>| eta.map(|eta| eta.at);
        let values = self.at.iter().map(|at| {
            let estimate = forecast.at(*at);
            let range = estimate.and_then(|estimate| estimate.range);
            EstimateShown {
                at: *at,
                value: estimate.map(|estimate| estimate.value),
                low: range.map(|(low, _)| low),
                high: range.map(|(_, high)| high),
            }
        });
        ForecastShown {
            method: word_of(&KINDS, &kind),
            trend: word_of(&TRENDS, &forecast.trend()),
            growth,
            change,
            rate_low: rates.map(|(low, _)| low),
            rate_high: rates.map(|(_, high)| high),
            r_squared: forecast.r_squared(),
            range_of: forecast.range_kind().map(|kind| if kind == RangeKind::Prediction { "prediction" } else { "slope" }),
            level: forecast.range_kind().map(|_| forecast.level()),
            since: PointShown::of(forecast.rests_on().first().copied().unwrap_or(forecast.latest())),
            from: PointShown::of(forecast.latest()),
            values: values.collect(),
            met,
            arrival: at(expected),
            earliest: at(earliest),
            latest: at(latest),
            late: expected.filter(|_| self.due).map(|eta| eta.late),
            direction: arrival.map(|(goal, _)| word_of(&DIRECTIONS, &goal.direction)),
        }
    }

    /// The last time asked for, and the arrival where there is a deadline to hold it against.
    fn reading(&self, words: Words, forecast: &Forecast, arrival: Option<&(Goal, Arrival)>) -> String {
        let indicator = self.written.indicator();
        let mut told = Vec::new();
        if let Some(at) = self.at.last().copied().or(arrival.filter(|_| self.due).map(|(goal, _)| goal.deadline)) {
            told.push(words.forecast_reading(&indicator, forecast, at));
        }
        if let Some((goal, arrival)) = arrival.filter(|_| self.due) {
            told.push(words.arrival_reading(&indicator, goal, arrival));
        }
        words.join(&told)
    }
}

fn no_forecast_code(reason: NoForecast) -> &'static str {
    match reason {
        NoForecast::TooFewPoints { .. } => "too-few-points",
        NoForecast::TooManyPoints { .. } => "too-many-points",
        NoForecast::SameTime => "same-time",
        NoForecast::NotPositive => "not-positive",
        NoForecast::NotFinite | NoForecast::Level | NoForecast::OutOfRange => "out-of-range",
    }
}
