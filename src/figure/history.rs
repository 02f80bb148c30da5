//! 位次变化: a place's rank from period to period, among the others; ranks among others never share a panel.

mod remarks;
mod stated;

use std::sync::Arc;

use super::{Chart, Figure, Label, citation::Citations, mark::Marks, note::Note, request::Unanswerable};
use remarks::{further_notes, table};

use crate::{
    benchmark::{Comparison, Rank, Standing},
    dataset::{
        Dataset, Indicator, LocalText, Measure, Observation, Period, PeriodClass, Polarity, Quantity, Region, Target, TargetKind, View,
    },
    order::sorted,
    trajectory::{Interval, Limit, Met, Side, ranked_periods, same_length, same_places},
};

/// Lines of ranks over periods.
#[derive(Clone, Debug)]
pub struct HistoryChart {
    /// What is ranked.
    pub indicator: Arc<Indicator>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// What the title says.
    pub finding: HistoryFinding,
    /// Whether the ranks are as sources state them, and not computed from figures.
    pub stated: bool,
    /// One for each list the ranks are in; that with most of the own ranks first.
    pub panels: Vec<RankPanel>,
}

/// Ranks among the same, or among places that are told where they differ.
#[derive(Clone, Debug)]
pub struct RankPanel {
    /// What stated ranks are among; `None` where no source says it, and where ranks are computed.
    pub scope: Option<LocalText>,
    /// The definition (口径) stated ranks share.
    pub definition: Option<LocalText>,
    /// The periods, in order of time.
    pub columns: Vec<RankColumn>,
    /// The own place first, then by their last rank.
    pub lines: Vec<RankLine>,
    /// The promised rank, where it is one among these.
    pub band: Option<RankBand>,
}

/// One period.
#[derive(Clone, Debug)]
pub struct RankColumn {
    /// When.
    pub period: Period,
    /// How many places are ranked; `None` of stated ranks, whose sources do not say it.
    pub among: Option<usize>,
    /// Who is ranked that was not in the period before.
    pub joined: Vec<Arc<Region>>,
    /// Who was ranked in the period before and is not now.
    pub gone: Vec<Arc<Region>>,
    /// Whether the definition is that of the period before.
    pub same_definition: bool,
}

impl RankColumn {
    /// Whether the same places are ranked as in the period before.
    pub fn same_places(&self) -> bool {
        self.joined.is_empty() && self.gone.is_empty()
    }
}

/// The ranks of one place.
#[derive(Clone, Debug)]
pub struct RankLine {
    /// The place.
    pub region: Arc<Region>,
    /// Whether it is the page's own.
    pub is_home: bool,
    /// Whether it is the one looked up to.
    pub is_benchmark: bool,
    /// The marks of its notes; mostly empty.
    pub marks: String,
    /// In order of time; periods without a rank are left out.
    pub points: Vec<RankPoint>,
}

/// One rank.
#[derive(Clone, Debug)]
pub struct RankPoint {
    /// Which of the columns.
    pub column: usize,
    /// The rank, an interval where figures are.
    pub rank: Rank,
    /// Places gained since its rank in the column before; `None` where there is none.
    pub gained: Option<i64>,
    /// The figure ranked, or the rank as published.
    pub observation: Arc<Observation>,
    /// The same in the indicator's unit.
    pub quantity: Quantity,
    /// The marks of its notes.
    pub marks: String,
}

/// A promised rank.
#[derive(Clone, Debug)]
pub struct RankBand {
    /// The promise.
    pub target: Arc<Target>,
    /// The rank committed to.
    pub commit: u32,
    /// The rank striven for.
    pub stretch: Option<u32>,
    /// Whether the last own rank up to the deadline keeps the commitment, and whether it reaches what is striven for;
    /// `None` where there is no such rank, or where the promise is another place's.
    pub held: Option<(Met, Option<Met>)>,
}

/// What the title says.
#[derive(Clone, PartialEq, Debug)]
pub enum HistoryFinding {
    /// There is no rank at all.
    Nothing,
    /// Neither more nor less is better, so there are no ranks.
    NoPolarity,
    /// The own place is not ranked: who is first most often, in how many of the periods.
    Leader {
        /// Who.
        region: Arc<Region>,
        /// In how many periods it is first.
        times: usize,
        /// Of how many.
        of: usize,
    },
    /// One period alone.
    Once {
        /// When.
        period: Period,
        /// The rank then.
        rank: Rank,
    },
    /// From the first period to the last.
    Moved {
        /// The first rank.
        from: Rank,
        /// The last rank.
        to: Rank,
        /// The best, and when it was first reached.
        best: (Rank, Period),
        /// Whether the rank never changed.
        steady: bool,
        /// Whether the same places are ranked throughout, by one definition.
        same_field: bool,
    },
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum HistoryLabel {
    /// The column of what a stated rank is among.
    Scope,
    /// The column of how many places are ranked.
    Among,
    /// The column of places gained since the period before.
    Gained,
    /// In this period others are ranked than before.
    OtherPlaces {
        /// When.
        period: Period,
        /// Who is new.
        joined: Vec<Arc<Region>>,
        /// Who is not there any more.
        gone: Vec<Arc<Region>>,
    },
    /// In these periods the definition is not that of the period before.
    OtherDefinition(Vec<Period>),
    /// In these periods the place has no rank, and its line breaks.
    Gaps(Arc<Region>, Vec<Period>),
    /// The promise is of a rank among others than any of the panels, so it is not drawn.
    TargetElsewhere(Arc<Target>),
    /// Ranks of places whose figures are intervals are open; the pale bar shows how far.
    OpenRanks,
    /// Of these periods another rank is stated, too.
    Disputed(Arc<Region>, Vec<Period>),
    /// Computed ranks are among the places that publish a figure.
    AmongPublished,
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let indicator = request.indicator.as_ref().ok_or(Unanswerable::NoIndicator)?;
    let stated = indicator.measure == Measure::Rank;
    let mut notes = Vec::new();
    let mut panels = if stated { stated::panels(dataset, indicator, request, &mut notes) } else { Vec::new() };
    if !stated {
        panels.extend(computed_panel(dataset, indicator, request, &mut notes));
    }
    if let Some(target) = &request.target {
        band(&mut panels, target, request.home.as_deref(), &indicator.id);
    }
    let finding = finding(&panels, indicator, request.home.as_deref());
    let chart = HistoryChart { indicator: Arc::clone(indicator), home: request.home.clone(), finding, stated, panels };
    further_notes(&chart, request.target.as_ref(), &mut notes);
    let mut citations = Citations::default();
    for panel in &chart.panels {
        for line in &panel.lines {
            for point in &line.points {
                citations.observation(&point.observation);
            }
        }
        if let Some(band) = &panel.band {
            citations.target(&band.target);
        }
    }
    Ok(Figure {
        home: request.home.clone(),
        table: table(&chart),
        notes,
        sources: citations.done(),
        chart: Chart::History(Box::new(chart)),
    })
}

fn is(region: &Region, other: Option<&Arc<Region>>) -> bool {
    other.is_some_and(|other| other.id == region.id)
}

/// Whether a period is among those asked for: as long as the one named, and not later.
fn asked(period: Period, request: &View) -> bool {
    request.period.is_none_or(|last| same_length(period.class(), last.class()) && period.end() <= last.end())
}

/// Ranks computed period by period from what places publish.
#[inline(never)]
fn computed_panel(dataset: &Dataset, indicator: &Arc<Indicator>, request: &View, notes: &mut Vec<Note>) -> Option<RankPanel> {
    let mut best: Vec<(Period, Comparison)> = Vec::new();
    let mut tried: Vec<PeriodClass> = Vec::new();
    for figure in dataset.figures_of(indicator) {
        let class = figure.period.class();
        if !asked(figure.period, request) || tried.iter().any(|known| same_length(*known, class)) {
            continue;
        }
        tried.push(class);
        let mut periods =
            ranked_periods(dataset, indicator, request.home.as_ref(), &request.places, class, request.relax).unwrap_or_default();
        periods.retain(|(period, _)| asked(*period, request));
        // the length of period with most own ranks, then with most ranks
        let weight = |periods: &[(Period, Comparison)]| {
            let own = periods.iter().filter(|(_, comparison)| comparison.ranked().any(|(region, ..)| is(region, request.home.as_ref())));
            (own.count(), periods.len())
        };
        if weight(&periods) > weight(&best) {
            best = periods;
        }
    }
    let mut marks = Marks::default();
    let (mut columns, mut lines) = (Vec::new(), Vec::<RankLine>::new());
    let mut before: Option<(Vec<Arc<Region>>, &Option<LocalText>)> = None;
    for (index, (period, comparison)) in best.iter().enumerate() {
        marks.gather(comparison);
        let mut places = Vec::new();
        for entry in &comparison.entries {
            let Standing::Ranked { observation, quantity, rank, flags } = &entry.standing else { continue };
            places.push(Arc::clone(&entry.region));
            let point = RankPoint {
                column: index,
                rank: *rank,
                gained: None,
                observation: Arc::clone(observation),
                quantity: *quantity,
                marks: marks.of_differences(flags),
            };
            push_point(&mut lines, &entry.region, point, request);
        }
        let (mut joined, mut gone, mut same_definition) = (Vec::new(), Vec::new(), true);
        if let Some((earlier, definition)) = &before {
            same_definition = **definition == comparison.definition;
            if !same_places(earlier, &places) {
                joined = without(&places, earlier);
                gone = without(earlier, &places);
            }
        }
        columns.push(RankColumn { period: *period, among: Some(places.len()), joined, gone, same_definition });
        before = Some((places, &comparison.definition));
    }
    for (mark, difference) in marks.all().filter(|(mark, _)| lines.iter().any(|line| line.marks.chars().any(|own| own == *mark))) {
        let last = best.last().map(|(_, comparison)| comparison);
        let (definition, scope) = last.map_or((None, None), |comparison| (comparison.definition.clone(), comparison.scope.clone()));
        notes.push(Note::Marked { mark, difference, definition, scope });
    }
    panel(None, None, columns, lines)
}

/// Who of one list is not in the other.
fn without(places: &[Arc<Region>], others: &[Arc<Region>]) -> Vec<Arc<Region>> {
    let mut rest = Vec::new();
    for place in places {
        if !others.iter().any(|other| other.id == place.id) {
            rest.push(Arc::clone(place));
        }
    }
    rest
}

/// Puts a rank on the line of its place.
#[inline(never)]
fn push_point(lines: &mut Vec<RankLine>, region: &Arc<Region>, point: RankPoint, request: &View) {
    let known = lines.iter().position(|line| line.region.id == region.id);
    let index = known.unwrap_or_else(|| {
        lines.push(RankLine {
            region: Arc::clone(region),
            is_home: is(region, request.home.as_ref()),
            is_benchmark: is(region, request.benchmark.as_ref()),
            marks: String::new(),
            points: Vec::new(),
        });
        lines.len() - 1
    });
    let Some(line) = lines.get_mut(index) else { return };
    for mark in point.marks.chars() {
        if !line.marks.chars().any(|known| known == mark) {
            line.marks.push(mark);
        }
    }
    line.points.push(point);
}

/// The own line first, the others by their last rank; `None` without a line.
#[inline(never)]
fn panel(scope: Option<LocalText>, definition: Option<LocalText>, columns: Vec<RankColumn>, lines: Vec<RankLine>) -> Option<RankPanel> {
    let mut lines = sorted(lines, |line| {
        let last = line.points.last().map_or(f64::INFINITY, |point| f64::from(point.rank.point));
        if line.is_home { -1.0 } else { last }
    });
    for line in &mut lines {
        let mut before: Option<(usize, u32)> = None;
        for point in &mut line.points {
            let next_to = before.filter(|(column, _)| column + 1 == point.column);
            point.gained = next_to.map(|(_, rank)| i64::from(rank) - i64::from(point.rank.point));
            before = Some((point.column, point.rank.point));
        }
    }
    (!lines.is_empty()).then_some(RankPanel { scope, definition, columns, lines, band: None })
}

/// Sets the promise beside the ranks that are among the same.
#[inline(never)]
fn band(panels: &mut [RankPanel], target: &Arc<Target>, home: Option<&Region>, indicator: &str) {
    let TargetKind::Rank { commit, stretch, scope } = &target.kind else { return };
    if target.indicator.as_ref().is_none_or(|own| own.id != indicator) {
        return;
    }
    let Some(panel) = panels.iter_mut().find(|panel| panel.scope == *scope) else { return };
    let limit = |rank: u16| Limit { bound: f64::from(rank), side: Side::AtMost, strict: target.strict };
    let own = panel.lines.iter().find(|line| line.is_home && home.is_some_and(|home| home.id == target.region.id));
    let in_time = |point: &&RankPoint| panel.columns.get(point.column).is_some_and(|column| column.period.end() <= target.deadline.end());
    let latest = own.and_then(|line| line.points.iter().rev().find(in_time));
    let held = latest.map(|point| {
        let rank = point.rank;
        let at = |rank: u32| f64::from(rank);
        let own = Interval { low: at(rank.best), value: at(rank.point), high: at(rank.worst), low_open: false, high_open: false };
        (limit(*commit).check(&own), stretch.map(|stretch| limit(stretch).check(&own)))
    });
    panel.band = Some(RankBand { target: Arc::clone(target), commit: u32::from(*commit), stretch: stretch.map(u32::from), held });
}

#[inline(never)]
fn finding(panels: &[RankPanel], indicator: &Indicator, home: Option<&Region>) -> HistoryFinding {
    let Some(panel) = panels.first() else {
        return if indicator.polarity == Polarity::None { HistoryFinding::NoPolarity } else { HistoryFinding::Nothing };
    };
    let own = panel.lines.iter().find(|line| home.is_some_and(|home| home.id == line.region.id));
    let Some((own, (first, last))) = own.and_then(|line| Some((line, line.points.first().zip(line.points.last())?))) else {
        return leader(panel);
    };
    let period = |point: &RankPoint| panel.columns.get(point.column).map(|column| column.period);
    let (Some(_), Some(until)) = (period(first), period(last)) else { return HistoryFinding::Nothing };
    if own.points.len() == 1 {
        return HistoryFinding::Once { period: until, rank: last.rank };
    }
    let mut best = (last.rank, until);
    for point in own.points.iter().rev() {
        if point.rank.point <= best.0.point
            && let Some(at) = period(point)
        {
            best = (point.rank, at);
        }
    }
    let between = panel.columns.iter().take(last.column + 1).skip(first.column + 1);
    HistoryFinding::Moved {
        from: first.rank,
        to: last.rank,
        best,
        steady: own.points.iter().all(|point| point.rank == last.rank),
        same_field: between.into_iter().all(|column| column.same_places() && column.same_definition),
    }
}

/// Who is first most often; of equals the one better placed at the end.
fn leader(panel: &RankPanel) -> HistoryFinding {
    let mut best: Option<(&RankLine, usize)> = None;
    for line in &panel.lines {
        let times = line.points.iter().filter(|point| point.rank.point == 1).count();
        if times > best.map_or(0, |(_, most)| most) {
            best = Some((line, times));
        }
    }
    best.map_or(HistoryFinding::Nothing, |(line, times)| HistoryFinding::Leader {
        region: Arc::clone(&line.region),
        times,
        of: panel.columns.len(),
    })
}

fn note(label: HistoryLabel) -> Note {
    Note::Label(Label::History(label))
}
