//! Two places apart in time: when one reaches the other's level, and how long ago the other was there.

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{DIRECTIONS, Fields, Item, TRENDS, lang_of, word_of},
    value::Value,
    written::Written,
};
use crate::{
    dataset::{LocalText, Region, RegionKind},
    trajectory::{self, Direction, Leader, Mover, NoCatchUp, NoTimeDistance, Rate, TimeDistance, Trend},
    words::Words,
};

/// How far in time the leader's passing of a level lies from one's own.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct TimeDistanceShown {
    code: Option<&'static str>,
    years: Option<f64>,
    at: Option<f64>,
    crossings: Option<usize>,
    trend: &'static str,
    direction: &'static str,
    reason: Option<&'static str>,
    /// `null` where the places have no names.
    reading: Option<String>,
}

/// `timeDistance({ own, leader, trend?, direction?, names?, unit?, decimals? })`.
pub(crate) fn time_distance(input: &Value) -> Result<TimeDistanceShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let (own, leader) = (fields.must("own", Item::point), fields.must("leader", Item::series));
        let trend = fields.may("trend", Item::trend).unwrap_or(Trend::Linear);
        let direction = fields.may("direction", Item::direction).unwrap_or(Direction::Up);
        let names = fields.may("names", |item| names(&item));
        let written = Written::of(&fields);
        fields.end();
        Some((own?, leader?, trend, direction, names, written))
    };
    let read = read();
    let (own, leader, trend, direction, names, written) = faults.check(lang, read)?;
    let found = trajectory::time_distance(&own, &leader, trend, direction);
    let (code, years, at, crossings) = match found {
        Ok(TimeDistance::At { at, years, crossings }) => (Some("at"), Some(years), Some(at), Some(crossings)),
        Ok(TimeDistance::MoreThan { years }) => (Some("more-than"), Some(years), None, None),
        Ok(TimeDistance::LessThan { years }) => (Some("less-than"), Some(years), None, None),
        Err(_) => (None, None, None, None),
    };
    let reading =
        names.map(|(own_name, other)| Words::new(lang).time_distance_reading(&written.indicator(), &own_name, &other, &own, &found));
    let (trend, direction) = (word_of(&TRENDS, &trend), word_of(&DIRECTIONS, &direction));
    let reason = found.err().map(|reason| match reason {
        NoTimeDistance::TooFewPoints => "too-few-points",
        NoTimeDistance::SameTime => "same-time",
        NoTimeDistance::NotPositive => "not-positive",
        NoTimeDistance::NotFinite => "out-of-range",
    });
    Ok(TimeDistanceShown { code, years, at, crossings, trend, direction, reason, reading })
}

/// When the other's level is reached, or why not.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct CatchUpShown {
    at: Option<f64>,
    years: Option<f64>,
    value: Option<f64>,
    direction: &'static str,
    reason: Option<&'static str>,
    /// `null` where the places have no names.
    reading: Option<String>,
}

/// `catchUp({ own, leader, direction?, names?, unit?, decimals? })`.
pub(crate) fn catch_up(input: &Value) -> Result<CatchUpShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let own = fields.must("own", |item| mover(&item));
        let leader = fields.must("leader", |item| match item.value {
            Value::Number(_) => item.number().map(Leader::Static),
            _ => mover(&item).map(Leader::Moving),
        });
        let direction = fields.may("direction", Item::direction).unwrap_or(Direction::Up);
        let names = fields.may("names", |item| names(&item));
        let written = Written::of(&fields);
        fields.end();
        Some((own?, leader?, direction, names, written))
    };
    let read = read();
    let (own, leader, direction, names, written) = faults.check(lang, read)?;
    let found = trajectory::catch_up(&own, &leader, direction);
    let reading = names.map(|(own, other)| Words::new(lang).catch_up_reading(&written.indicator(), &own, &other, &leader, &found));
    let meeting = found.ok();
    Ok(CatchUpShown {
        at: meeting.map(|meeting| meeting.at),
        years: meeting.map(|meeting| meeting.years),
        value: meeting.map(|meeting| meeting.value),
        direction: word_of(&DIRECTIONS, &direction),
        reason: found.err().map(no_catch_up_code),
        reading,
    })
}

/// `{ at, value, growth }` or `{ at, value, change }`.
fn mover(item: &Item<'_>) -> Option<Mover> {
    let fields = item.fields()?;
    let (at, value) = (fields.must("at", |item| item.within(-1e6, 1e6)), fields.must("value", Item::number));
    let growth = fields.may("growth", |item| item.within(-1e3, 1e3));
    let change = fields.may("change", Item::number);
    let neither = !matches!(item.value, Value::Object(entries) if entries.iter().any(|(key, _)| key == "growth" || key == "change"));
    if neither {
        fields.fault("growth", FaultCode::Missing, "growth | change");
    }
    fields.end();
    let rate = match (growth, change) {
        (Some(_), Some(_)) => return item.fault(FaultCode::Unfit, "growth, change"),
        (Some(growth), None) => Rate::Growth(growth),
        (None, change) => Rate::Change(change?),
    };
    Some(Mover { point: trajectory::Point { at: at?, value: value? }, rate })
}

/// `{ own, leader }`: what the places are called in the reading.
fn names(item: &Item<'_>) -> Option<(Region, Region)> {
    let fields = item.fields()?;
    let (own, leader) = (fields.must("own", Item::text), fields.must("leader", Item::text));
    fields.end();
    Some((called(own?), called(leader?)))
}

fn called(name: &str) -> Region {
    let name = LocalText::plain(name);
    Region { id: String::new(), short: name.clone(), name, kind: RegionKind::City, parent: None, code: None, aliases: Vec::new() }
}

fn no_catch_up_code(reason: NoCatchUp) -> &'static str {
    match reason {
        NoCatchUp::AlreadyAhead => "already-ahead",
        NoCatchUp::Parallel => "parallel",
        NoCatchUp::Diverging => "diverging",
        NoCatchUp::BeyondCentury => "beyond-century",
        NoCatchUp::NotPositive => "not-positive",
        NoCatchUp::Courses => "courses",
        NoCatchUp::NotFinite => "out-of-range",
    }
}
