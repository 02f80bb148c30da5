//! What is to be kept: levels, growth rates, ranks.

use super::{
    limit::{Interval, Limit, Met, Side},
    promise::{Caution, NoFinding, caution_of, last_by},
    track::Actual,
};
use crate::dataset::{LocalText, Period};

/// Figures held against one bound, or the two of a corridor.
#[derive(Clone, Debug)]
pub struct Held {
    /// The bounds, in the indicator's unit.
    pub limits: Vec<Limit>,
    /// Every figure up to the deadline, in order of time; the last decides. A promise does not say from when it counts, so
    /// earlier ones are told, not judged.
    pub checks: Vec<Check>,
}

/// One figure held against the bounds.
#[derive(Clone, Debug)]
pub struct Check {
    /// The figure.
    pub actual: Actual,
    /// Whether it meets all of them.
    pub met: Met,
}

/// The growth from one year's figure to the next.
#[derive(Clone, Debug)]
pub struct Grown {
    /// The earlier figure.
    pub from: Actual,
    /// The figure a year later.
    pub to: Actual,
    /// The growth, as a fraction.
    pub growth: Interval,
    /// Whether it is as promised.
    pub met: Met,
}

/// Ranks held against a promised one.
#[derive(Clone, Debug)]
pub struct RankHeld {
    /// The rank committed to, and whether the last figure keeps it.
    pub commit: (u16, Met),
    /// The rank striven for, and whether the last figure reaches it.
    pub stretch: Option<(u16, Met)>,
    /// The ranks up to the deadline among the same others, in order of time.
    pub checks: Vec<Check>,
    /// How many ranks are left out because they are among others.
    pub other_scopes: usize,
}

impl Held {
    /// The figure that decides.
    pub fn latest(&self) -> Option<&Check> {
        self.checks.last()
    }
}

impl RankHeld {
    /// The figure that decides.
    pub fn latest(&self) -> Option<&Check> {
        self.checks.last()
    }
}

fn checks(figures: Vec<Actual>, deadline: Period, limits: &[Limit], cautions: &mut Vec<Caution>) -> Result<Vec<Check>, NoFinding> {
    caution_of(&last_by(&figures, deadline)?.observation, deadline, cautions);
    let mut checks = Vec::new();
    for actual in figures.into_iter().filter(|figure| figure.point.at <= deadline.end()) {
        let figure = Interval::of(&actual.quantity);
        let met = limits.iter().fold(Met::Yes, |met, limit| met.and(limit.check(&figure)));
        checks.push(Check { actual, met });
    }
    Ok(checks)
}

pub(super) fn level(figures: Vec<Actual>, deadline: Period, limits: Vec<Limit>, cautions: &mut Vec<Caution>) -> Result<Held, NoFinding> {
    Ok(Held { checks: checks(figures, deadline, &limits, cautions)?, limits })
}

pub(super) fn rank(
    figures: Vec<Actual>,
    deadline: Period,
    commit: u16,
    stretch: Option<u16>,
    scope: Option<&LocalText>,
    cautions: &mut Vec<Caution>,
) -> Result<RankHeld, NoFinding> {
    let count = figures.len();
    let among = |actual: &Actual| actual.observation.scope.as_ref().map(|scope| &scope.zh_hans) == scope.map(|scope| &scope.zh_hans);
    let figures: Vec<Actual> = figures.into_iter().filter(among).collect();
    let other_scopes = count - figures.len();
    if figures.is_empty() {
        return Err(NoFinding::OtherScope);
    }
    let limit = |rank: u16| Limit { bound: f64::from(rank), side: Side::AtMost, strict: false };
    let checks = checks(figures, deadline, &[limit(commit)], cautions)?;
    let last = checks.last().ok_or(NoFinding::OtherPeriod)?;
    let figure = Interval::of(&last.actual.quantity);
    Ok(RankHeld { commit: (commit, last.met), stretch: stretch.map(|rank| (rank, limit(rank).check(&figure))), checks, other_scopes })
}

/// The growth from each figure to that of the same period a year later, up to the deadline.
pub(super) fn grown(figures: &[Actual], deadline: Period, limit: &Limit, cautions: &mut Vec<Caution>) -> Result<Vec<Grown>, NoFinding> {
    last_by(figures, deadline)?;
    let mut steps = Vec::new();
    for to in figures.iter().filter(|figure| figure.point.at <= deadline.end()) {
        let (class, year) = (to.observation.period.class(), to.observation.period.year());
        let a_year_before = |figure: &&Actual| {
            let period = figure.observation.period;
            period.class() == class && period.year() + 1 == year && (to.point.at - figure.point.at - 1.0).abs() < 1e-9
        };
        let Some(from) = figures.iter().find(a_year_before) else { continue };
        let Some(growth) = Interval::of(&to.quantity).growth_since(&Interval::of(&from.quantity)) else { continue };
        steps.push(Grown { from: from.clone(), to: to.clone(), growth, met: limit.check(&growth) });
    }
    let last = steps.last().ok_or(NoFinding::NoYearBefore)?;
    caution_of(&last.to.observation, deadline, cautions);
    Ok(steps)
}
