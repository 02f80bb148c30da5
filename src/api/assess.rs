//! A promise of any kind held against what is published.

use serde::Serialize;

use super::{
    compare::target,
    crosscheck::StatedShown,
    fault::{Failure, Faults},
    input::{Fields, Item, lang_of},
    promise::{ActualShown, PaceShown, StartShown},
    shown::{IndicatorShown, QuantityShown, RegionShown},
    status::{RulingShown, method},
    value::Value,
    written::Written,
};
use crate::{
    dataset::{Dataset, Lang, Month, TargetKind},
    trajectory::{
        self, Assessed, BurnDown, Caution, Check, Due, Finding, Grown, Interval, Limit, Met, Method, NoFinding, Reach, Side, Volume,
    },
    words::Words,
};

/// A promise and what can be said of it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct AssessedShown {
    target: String,
    kind: &'static str,
    region: RegionShown,
    indicator: Option<IndicatorShown>,
    deadline: String,
    due: DueShown,
    finding: Option<FindingShown>,
    reason: Option<&'static str>,
    cautions: Vec<CautionShown>,
    reading: String,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct DueShown {
    over: bool,
    years: f64,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
enum FindingShown {
    Reach {
        met: &'static str,
        goal: QuantityShown,
        latest: ActualShown,
        first_met: Option<String>,
        pace: Option<PaceShown>,
        status: Option<RulingShown>,
    },
    Zero {
        met: &'static str,
        latest: ActualShown,
        start: Option<StartShown>,
        pace: Option<PaceShown>,
        needed: Option<f64>,
        needed_a_period: Option<NeededShown>,
    },
    Held {
        met: Option<&'static str>,
        limits: Vec<LimitShown>,
        checks: Vec<CheckShown>,
    },
    Grown {
        met: Option<&'static str>,
        steps: Vec<GrownShown>,
    },
    Rank {
        met: &'static str,
        commit: u16,
        stretch: Option<StretchShown>,
        checks: Vec<CheckShown>,
        other_scopes: usize,
    },
    Volume {
        met: &'static str,
        goal: QuantityShown,
        total: IntervalShown,
        parts: Vec<StatedShown>,
        done: Option<f64>,
        left: f64,
        complete: bool,
        span: Option<SpanShown>,
    },
    Unrecorded {},
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct NeededShown {
    amount: f64,
    /// How many such periods a year has.
    a_year: u8,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct LimitShown {
    bound: f64,
    side: &'static str,
    strict: bool,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct CheckShown {
    met: &'static str,
    actual: ActualShown,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct GrownShown {
    met: &'static str,
    from: ActualShown,
    to: ActualShown,
    growth: IntervalShown,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
struct StretchShown {
    rank: u16,
    met: &'static str,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct IntervalShown {
    value: f64,
    low: f64,
    high: f64,
    low_open: bool,
    high_open: bool,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SpanShown {
    from: String,
    to: String,
    until: String,
    elapsed: f64,
    deviation: Option<f64>,
    needed_a_month: Option<f64>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct CautionShown {
    code: &'static str,
    period: Option<String>,
}

/// `assess(data, { target, today, method? })`.
pub(crate) fn assess(dataset: &Dataset, input: &Value) -> Result<AssessedShown, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let target = fields.must("target", |item| target(dataset, &item));
        let today = fields.must("today", Item::period);
        let method = fields.may("method", |item| method(&item)).unwrap_or(Method::Eurostat);
        fields.end();
        Some((target?, today?, method))
    };
    let read = read();
    let (target, today, method) = faults.check(lang, read)?;
    let assessed = trajectory::assess(dataset, &target, today);
    let Assessed { due, finding, cautions, .. } = &assessed;
    Ok(AssessedShown {
        target: target.id.clone(),
        kind: kind_code(&target.kind),
        region: RegionShown::of(&target.region, lang),
        indicator: target.indicator.as_ref().map(|indicator| IndicatorShown::of(indicator, lang)),
        deadline: target.deadline.to_string(),
        due: match due {
            Due::Ahead(years) => DueShown { over: false, years: *years },
            Due::Over(years) => DueShown { over: true, years: *years },
        },
        finding: finding.as_ref().ok().map(|finding| FindingShown::of(finding, method, lang)),
        reason: finding.as_ref().err().map(|reason| no_finding_code(*reason)),
        cautions: cautions.iter().map(CautionShown::of).collect(),
        reading: Words::new(lang).assessed(&assessed),
    })
}

impl FindingShown {
    fn of(finding: &Finding, method: Method, lang: Lang) -> FindingShown {
        let check = |check: &Check| CheckShown { met: met_code(check.met), actual: ActualShown::of(&check.actual, lang) };
        match finding {
            Finding::Reach(reach) => FindingShown::reach(reach, method, lang),
            Finding::Zero(burn_down) => FindingShown::zero(burn_down, lang),
            Finding::Held(held) => FindingShown::Held {
                met: held.latest().map(|check| met_code(check.met)),
                limits: held.limits.iter().map(LimitShown::of).collect(),
                checks: held.checks.iter().map(check).collect(),
            },
            Finding::Grown(steps) => FindingShown::Grown {
                met: steps.last().map(|step| met_code(step.met)),
                steps: steps.iter().map(|step| GrownShown::of(step, lang)).collect(),
            },
            Finding::Rank(held) => FindingShown::Rank {
                met: met_code(held.commit.1),
                commit: held.commit.0,
                stretch: held.stretch.map(|(rank, met)| StretchShown { rank, met: met_code(met) }),
                checks: held.checks.iter().map(check).collect(),
                other_scopes: held.other_scopes,
            },
            Finding::Volume(volume) => FindingShown::volume(volume, lang),
            Finding::Unrecorded => FindingShown::Unrecorded {},
        }
    }

    fn reach(reach: &Reach, method: Method, lang: Lang) -> FindingShown {
        let indicator = &reach.track.indicator;
        let written = Written { unit: indicator.unit, decimals: indicator.decimals };
        let decimals = written.decimals_for(&[reach.latest.point.value, reach.track.goal.value()]);
        let written = Written { decimals: Some(decimals), ..written };
        FindingShown::Reach {
            met: met_code(reach.met),
            goal: QuantityShown(reach.track.goal),
            latest: ActualShown::of(&reach.latest, lang),
            first_met: reach.first_met.map(|period| period.to_string()),
            pace: reach.pace.map(PaceShown::of),
            status: reach.status(method).map(|ruling| RulingShown::of(method, &ruling, &written, lang)),
        }
    }

    fn zero(burn_down: &BurnDown, lang: Lang) -> FindingShown {
        FindingShown::Zero {
            met: met_code(burn_down.met),
            latest: ActualShown::of(&burn_down.latest, lang),
            start: burn_down.start.map(StartShown::of),
            pace: burn_down.pace.map(PaceShown::of),
            needed: burn_down.needed,
            needed_a_period: burn_down.needed_a_period.map(|(amount, a_year)| NeededShown { amount, a_year }),
        }
    }

    fn volume(volume: &Volume, lang: Lang) -> FindingShown {
        FindingShown::Volume {
            met: met_code(volume.met),
            goal: QuantityShown(volume.goal),
            total: IntervalShown::of(&volume.total),
            parts: volume.parts.iter().map(|part| StatedShown::of(part, lang)).collect(),
            done: volume.done,
            left: volume.left,
            complete: volume.is_complete(),
            span: volume.span.map(|span| SpanShown {
                from: month(span.from),
                to: month(span.to),
                until: month(span.until),
                elapsed: span.elapsed,
                deviation: span.deviation,
                needed_a_month: span.needed_a_month,
            }),
        }
    }
}

impl LimitShown {
    fn of(limit: &Limit) -> LimitShown {
        let side = if limit.side == Side::AtLeast { "at-least" } else { "at-most" };
        LimitShown { bound: limit.bound, side, strict: limit.strict }
    }
}

impl GrownShown {
    fn of(step: &Grown, lang: Lang) -> GrownShown {
        let (from, to) = (ActualShown::of(&step.from, lang), ActualShown::of(&step.to, lang));
        GrownShown { met: met_code(step.met), from, to, growth: IntervalShown::of(&step.growth) }
    }
}

impl IntervalShown {
    fn of(interval: &Interval) -> IntervalShown {
        let Interval { low, value, high, low_open, high_open } = *interval;
        IntervalShown { value, low, high, low_open, high_open }
    }
}

impl CautionShown {
    fn of(caution: &Caution) -> CautionShown {
        let (code, period) = match caution {
            Caution::InferredDeadline => ("inferred-deadline", None),
            Caution::InferredPeriod(period) => ("inferred-period", Some(period)),
            Caution::OtherDefinition => ("other-definition", None),
            Caution::Disputed(period) => ("disputed", Some(period)),
            Caution::SinceFirst(period) => ("since-first", Some(period)),
            Caution::SinceUnknown => ("since-unknown", None),
            Caution::Earlier(period) => ("earlier", Some(period)),
        };
        CautionShown { code, period: period.map(ToString::to_string) }
    }
}

/// A month as periods are written: 2023-05.
fn month(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}

fn met_code(met: Met) -> &'static str {
    match met {
        Met::Yes => "yes",
        Met::No => "no",
        Met::Undecided => "undecided",
    }
}

fn kind_code(kind: &TargetKind) -> &'static str {
    match kind {
        TargetKind::Reach { .. } => "reach",
        TargetKind::Multiply(_) => "multiply",
        TargetKind::Growth(_) => "growth",
        TargetKind::Corridor { .. } => "corridor",
        TargetKind::AtLeast(_) => "at-least",
        TargetKind::AtMost(_) => "at-most",
        TargetKind::Zero => "zero",
        TargetKind::Rank { .. } => "rank",
        TargetKind::Plan(_) => "plan",
        TargetKind::Cumulative { .. } => "cumulative",
        TargetKind::Deliver => "deliver",
    }
}

fn no_finding_code(reason: NoFinding) -> &'static str {
    match reason {
        NoFinding::NoFigure => "no-figure",
        NoFinding::OtherPeriod => "other-period",
        NoFinding::OtherScope => "other-scope",
        NoFinding::NoBaseline => "no-baseline",
        NoFinding::NoYearBefore => "no-year-before",
        NoFinding::Overlap(..) => "overlap",
        NoFinding::Gap(_) => "gap",
        NoFinding::NotAdditive => "not-additive",
        NoFinding::NoIndicator => "no-indicator",
        NoFinding::TooLarge => "out-of-range",
    }
}
