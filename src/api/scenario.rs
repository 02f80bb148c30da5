//! What if, and a target split among zones.

use serde::Serialize;

use super::{
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    promise::PaceShown,
    shown::PointShown,
    status::{RulingShown, method, no_course_code, shape},
    value::Value,
    written::Written,
};
use crate::{
    trajectory::{self, Course, Grower, Method, NoScenario, NoSplit, Point, Rule, Scenario, Shape, WhatIf},
    words::Words,
};

/// What follows from assumptions, or why nothing does.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct WhatIfShown {
    scenario: Option<ScenarioShown>,
    reason: Option<&'static str>,
    reading: String,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct ScenarioShown {
    end: PointShown,
    /// The path at its start, at every year after it, and at its end.
    path: Vec<PointShown>,
    pace: PaceShown,
    status: RulingShown,
    outlook: Option<OutlookShown>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OutlookShown {
    growth: f64,
    at_deadline: f64,
    arrival: Option<f64>,
    late: Option<f64>,
}

/// `whatIf({ base, factor, years, shape?, now?, growth?, method?, unit?, decimals? })`.
pub(crate) fn what_if(input: &Value) -> Result<WhatIfShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let base = fields.must("base", Item::point);
        let factor = fields.must("factor", |item| item.within(-1e6, 1e6));
        let years = fields.must("years", |item| item.within(0.01, 100.0));
        let shape = fields.may("shape", |item| shape(&item)).unwrap_or(Shape::Geometric);
        let now = fields.may("now", Item::point);
        let growth = fields.may("growth", |item| item.within(-0.99, 100.0));
        let method = fields.may("method", |item| method(&item)).unwrap_or(Method::Eurostat);
        let written = Written::of(&fields);
        fields.end();
        let base = base?;
        Some((WhatIf { base, factor: factor?, years: years?, shape, now: now.unwrap_or(base), growth, method }, written))
    };
    let read = read();
    let (inputs, written) = faults.check(lang, read)?;
    let decimals = written.decimals_for(&[inputs.base.value, inputs.now.value, inputs.base.value * inputs.factor]);
    let written = Written { decimals: Some(decimals), ..written };
    let words = Words::new(lang);
    Ok(match trajectory::what_if(&inputs) {
        Ok(scenario) => WhatIfShown {
            reading: words.scenario(&scenario, written.unit, decimals),
            reason: None,
            scenario: Some(ScenarioShown {
                end: PointShown::of(scenario.course.end()),
                path: yearly(&scenario.course),
                pace: PaceShown::of(scenario.pace),
                status: RulingShown::of(scenario.method, &scenario.status, &written, lang),
                outlook: OutlookShown::of(&scenario),
            }),
        },
        Err(reason) => WhatIfShown { scenario: None, reason: Some(no_scenario_code(reason)), reading: words.no_scenario(reason) },
    })
}

fn yearly(course: &Course) -> Vec<PointShown> {
    let (start, end) = (course.start(), course.end());
    let between = (0..=100).map(|year: u8| start.at + f64::from(year)).take_while(|at| *at < end.at);
    let point = |at: f64| PointShown::of(Point { at, value: course.value_at(at) });
    between.chain([end.at]).map(point).collect()
}

impl OutlookShown {
    fn of(scenario: &Scenario) -> Option<OutlookShown> {
        let outlook = scenario.outlook?;
        Some(OutlookShown { growth: outlook.growth, at_deadline: outlook.at_deadline, arrival: outlook.arrival, late: outlook.late })
    }
}

fn no_scenario_code(reason: NoScenario) -> &'static str {
    match reason {
        NoScenario::Input => "out-of-range",
        NoScenario::Course(reason) => no_course_code(reason),
    }
}

/// A total in parts.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct SplitShown {
    total: f64,
    decimals: u8,
    parts: Vec<PartShown>,
    /// `null` where the zones have no names.
    reading: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct PartShown {
    name: Option<String>,
    value: f64,
    units: i64,
    exact: f64,
}

/// `split({ total, by, decimals?, names?, unit? })`.
pub(crate) fn split(input: &Value) -> Result<SplitShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let total = fields.must("total", Item::number);
        let rule = fields.must("by", |item| rule(&item));
        let zones = rule.as_ref().map(zones);
        let names = fields.may("names", |item| {
            item.one_a_column(zones);
            item.list(Item::text)
        });
        let written = Written::of(&fields);
        fields.end();
        Some((total?, rule?, names, written))
    };
    let read = read();
    let (total, rule, names, written) = faults.check(lang, read)?;
    let decimals = written.decimals_for(&[total]);
    let split = trajectory::split(total, decimals, &rule).map_err(|reason| match reason {
        NoSplit::NoZones => Failure::one(lang, FaultCode::Shape, "/by", "0"),
        NoSplit::Weights => Failure::one(lang, FaultCode::Unfit, "/by", "all-zero"),
        NoSplit::NotFinite => Failure::one(lang, FaultCode::Range, "/by", ""),
        NoSplit::TooLarge => Failure::one(lang, FaultCode::Range, "/total", ""),
    })?;
    let name = |position: usize| names.as_ref().and_then(|names| names.get(position)).map(|name| (*name).to_owned());
    let parts = split.parts.iter().enumerate();
    let parts = parts.map(|(at, part)| PartShown { name: name(at), value: part.value, units: part.units, exact: part.exact });
    Ok(SplitShown {
        total: split.total,
        decimals: split.decimals,
        parts: parts.collect(),
        reading: names.as_ref().map(|names| Words::new(lang).split(&split, names, written.unit)),
    })
}

/// How many zones at most: more than there are counties.
const ZONES: u32 = 10_000;

/// `{ share }`, `{ growth }` or `{ equal }`.
fn rule(item: &Item<'_>) -> Option<Rule> {
    let fields = item.fields()?;
    let grower = |item: Item<'_>| {
        let fields = item.fields()?;
        let (base, rate) = (fields.must("base", |item| item.within(0.0, 1e15)), fields.must("rate", |item| item.within(-1.0, 1e6)));
        fields.end();
        Some(Grower { base: base?, rate: rate? })
    };
    let rules = [
        fields.may("share", |item| few(item)?.numbers(0.0, 1e15).map(Rule::Share)),
        fields.may("growth", |item| few(item)?.list(grower).map(Rule::Growth)),
        fields.may("equal", |item| item.whole(1, ZONES).map(Rule::Equal)),
    ];
    let unknown = rules.iter().all(Option::is_none);
    let named = matches!(item.value, Value::Object(entries) if entries.is_empty());
    fields.end();
    let mut given = rules.into_iter().flatten();
    match (given.next(), given.next()) {
        (_, Some(_)) => item.fault(FaultCode::Unfit, "share | growth | equal"),
        (None, None) if unknown && named => item.fault(FaultCode::Missing, "share | growth | equal"),
        (rule, None) => rule,
    }
}

fn few(item: Item<'_>) -> Option<Item<'_>> {
    if item.len() > ZONES as usize { item.fault(FaultCode::Range, "10000") } else { Some(item) }
}

fn zones(rule: &Rule) -> usize {
    match rule {
        Rule::Share(weights) => weights.len(),
        Rule::Growth(growers) => growers.len(),
        Rule::Equal(zones) => *zones,
    }
}
