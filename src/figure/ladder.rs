//! 梯队: counts tier by tier, place beside place, against what was planned.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    mark::Marks,
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::{
    benchmark::{
        Certainty, Difference, Gap, Interval, Ladder, LadderQuestion, Overlap, Question, Rank, Shortfall, TierCount, TierPlan, compare,
        gap, ladder,
    },
    dataset::{Dataset, Indicator, LocalText, Observation, Quantity, Region, Unit, View},
};

/// Tiers from the top down, a column a place.
#[derive(Clone, Debug)]
pub struct LadderChart {
    /// What each tier counts, from the top down.
    pub tiers: Vec<Arc<Indicator>>,
    /// The unit counts are drawn in: that of the top tier.
    pub unit: Unit,
    /// Places with a figure or a plan, in the order asked for; the own one first where the view does not place it.
    pub columns: Vec<LadderColumn>,
    /// Places without any.
    pub silent: Vec<Arc<Region>>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// What the title says.
    pub finding: LadderFinding,
}

/// The ladder of one place.
#[derive(Clone, Debug)]
pub struct LadderColumn {
    /// Whether it is the page's own.
    pub is_home: bool,
    /// What the analysis says.
    pub ladder: Ladder,
    /// One a tier; more than one rung in a tier where its figures have several definitions.
    pub tiers: Vec<Vec<LadderRung>>,
}

/// What is drawn of one figure, or of the lack of it.
#[derive(Clone, Debug)]
pub struct LadderRung {
    /// The figure as published; `None` where there is none.
    pub observation: Option<Arc<Observation>>,
    /// The same in [`LadderChart::unit`], or in the tier's own unit where that does not convert.
    pub quantity: Option<Quantity>,
    /// Whether it is in [`LadderChart::unit`] and not below zero, so that it can be drawn to the common scale.
    pub to_scale: bool,
    /// Whether it is of another time and stands apart.
    pub apart: bool,
    /// The marks of its notes.
    pub marks: String,
    /// What the place planned for the tier.
    pub plans: Vec<TierPlan>,
}

/// What the title says.
#[derive(Clone, Debug)]
pub enum LadderFinding {
    /// No tier has a figure or a plan.
    Nothing,
    /// There are plans, but no counts.
    Planned(Arc<Region>, usize),
    /// A plan is missed: how many there are, how many of them are met, and the one furthest behind.
    Short {
        /// Whose.
        region: Arc<Region>,
        /// How many of the plans can be judged.
        planned: usize,
        /// How many of these are met.
        met: usize,
        /// The tier furthest behind its plan, in proportion.
        tier: Arc<Indicator>,
        /// What it counts.
        count: Quantity,
        /// What is missing, in the plan's unit.
        missing: Interval,
        /// Of the plan.
        unit: Unit,
    },
    /// The own place at the top tier.
    Home {
        /// The own place.
        region: Arc<Region>,
        /// Its count at the top tier.
        top: Quantity,
        /// Its rank there.
        rank: Rank,
        /// Among how many.
        of: usize,
        /// The first, and the gap to it.
        leader: (Arc<Region>, Gap),
    },
    /// Who has most at the top tier, or the only one counted there.
    Top {
        /// The place.
        region: Arc<Region>,
        /// Its count.
        top: Quantity,
        /// Among how many.
        of: usize,
        /// Its rank there.
        rank: Rank,
        /// How many share the first rank.
        tied: usize,
        /// The next tier below that is counted.
        next: Option<(Arc<Indicator>, Quantity)>,
    },
    /// The top tier is not counted anywhere: the first tier of a place that is.
    Below(Arc<Region>, Arc<Indicator>, Quantity),
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum LadderLabel {
    /// 梯队
    Tier,
    /// How many, with the unit.
    Count(Unit),
    /// 计划
    Plan,
    /// 距计划
    ToPlan,
    /// The plan's value and year.
    PlanOf(TierPlanned),
    /// What is missing to it.
    Missing(TierPlanned),
    /// All squares stand for the same number, whatever the tier and the place.
    Scale {
        /// Whether hollow ones stand for what is missing to a plan.
        planned: bool,
    },
    /// The dataset does not say whether tiers overlap.
    MayOverlap,
    /// All of one tier are in another as well.
    Nested(Arc<Indicator>, Arc<Indicator>),
    /// Two tiers state one fact.
    Same(Arc<Indicator>, Arc<Indicator>),
}

/// A plan as told in a cell.
#[derive(Clone, PartialEq, Debug)]
pub struct TierPlanned {
    /// The promise.
    pub target: Arc<crate::dataset::Target>,
    /// What is missing; `None` where the tier is not counted.
    pub shortfall: Option<Shortfall>,
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let mut tiers = request.indicators.clone();
    if tiers.is_empty() {
        tiers.extend(request.indicator.clone());
    }
    let Some(top) = tiers.first() else { return Err(Unanswerable::NoIndicators) };
    let unit = top.unit;
    let mut marks = Marks::default();
    let (mut columns, mut silent) = (Vec::new(), Vec::new());
    for region in places(dataset, request, &tiers) {
        let question = LadderQuestion { region: Arc::clone(&region), tiers: tiers.clone(), period: request.period, relax: request.relax };
        let mut found = ladder(dataset, &question);
        let mut rungs = Vec::new();
        let mut is_silent = true;
        for tier in &mut found.tiers {
            tier.plans.retain(|plan| request.targets.is_empty() || request.targets.iter().any(|target| target.id == plan.target.id));
            is_silent = is_silent && tier.plans.is_empty() && matches!(tier.count, TierCount::Missing);
            rungs.push(rungs_of(&tier.count, &tier.plans, &tier.indicator, unit, &mut marks));
        }
        let is_home = request.home.as_ref().is_some_and(|home| home.id == region.id);
        if is_silent {
            silent.push(region);
        } else {
            columns.push(LadderColumn { is_home, ladder: found, tiers: rungs });
        }
    }
    let finding = finding(dataset, request, top, &columns);
    let chart = LadderChart { tiers, unit, columns, silent, home: request.home.clone(), finding };
    Ok(Figure {
        home: request.home.clone(),
        table: table(&chart),
        notes: notes(&chart, &marks),
        sources: sources(&chart),
        chart: Chart::Ladder(Box::new(chart)),
    })
}

/// Those asked for, else everyone with a figure; and the own place.
#[inline(never)]
fn places(dataset: &Dataset, request: &View, tiers: &[Arc<Indicator>]) -> Vec<Arc<Region>> {
    let mut places = request.places.clone();
    if places.is_empty() {
        for region in &dataset.regions {
            let counted = |tier: &Arc<Indicator>| dataset.figures_of(tier).any(|figure| figure.region.id == region.id);
            if tiers.iter().any(counted) {
                places.push(Arc::clone(region));
            }
        }
    }
    if let Some(home) = request.home.as_ref().filter(|home| !places.iter().any(|place| place.id == home.id)) {
        places.insert(0, Arc::clone(home));
    }
    places
}

#[inline(never)]
fn rungs_of(count: &TierCount, plans: &[TierPlan], tier: &Indicator, unit: Unit, marks: &mut Marks) -> Vec<LadderRung> {
    let mut rung = |observation: Option<&Arc<Observation>>, apart: bool, differences: &[Difference]| {
        marks.take(differences);
        let quantity = observation.and_then(|observation| observation.quantity.as_ref());
        let common = quantity.and_then(|quantity| quantity.in_unit(unit));
        LadderRung {
            to_scale: common.is_some_and(|quantity| quantity.low() >= 0.0),
            quantity: common.or_else(|| quantity.map(|quantity| quantity.in_unit(tier.unit).unwrap_or(*quantity))),
            observation: observation.cloned(),
            apart,
            marks: marks.of_differences(differences),
            plans: Vec::new(),
        }
    };
    let mut rungs = match count {
        TierCount::Counted { observation, flags, .. } => vec![rung(Some(observation), false, flags)],
        TierCount::Apart { observation, reasons, .. } => vec![rung(Some(observation), true, reasons)],
        TierCount::Several(figures) => figures.iter().map(|figure| rung(Some(figure), false, &[])).collect(),
        TierCount::Missing => vec![rung(None, false, &[])],
    };
    if let Some(last) = rungs.last_mut() {
        last.plans = plans.to_vec();
    }
    rungs
}

/// The count of a tier that has one.
fn counted(count: &TierCount) -> Option<&Quantity> {
    if let TierCount::Counted { quantity, .. } = count { Some(quantity) } else { None }
}

#[inline(never)]
fn finding(dataset: &Dataset, request: &View, top: &Arc<Indicator>, columns: &[LadderColumn]) -> LadderFinding {
    let own = columns.iter().find(|column| column.is_home);
    // what was planned comes first where it is about one place
    if let Some(column) = own.or(if let [only] = columns { Some(only) } else { None })
        && let Some(found) = short(column)
    {
        return found;
    }
    let places = columns.iter().map(|column| Arc::clone(&column.ladder.region)).collect();
    let question = Question { indicator: Arc::clone(top), period: request.period, places, home: None, relax: request.relax };
    let comparison = if columns.is_empty() { None } else { Some(compare(dataset, &question)) };
    let ranked: Vec<(&Arc<Region>, &Quantity, Rank)> = comparison.as_ref().map(|found| found.ranked().collect()).unwrap_or_default();
    if let Some((first, most, rank)) = ranked.first() {
        let own = ranked.iter().find(|(region, ..)| own.is_some_and(|own| own.ladder.region.id == region.id));
        if let Some((region, count, rank)) = own.filter(|(.., rank)| rank.point > 1) {
            let leader = (Arc::clone(first), gap(count, most, top.polarity));
            return LadderFinding::Home { region: Arc::clone(region), top: **count, rank: *rank, of: ranked.len(), leader };
        }
        let tied = ranked.iter().filter(|(.., other)| other.point == rank.point).count();
        return LadderFinding::Top {
            region: Arc::clone(first),
            top: **most,
            of: ranked.len(),
            rank: *rank,
            tied,
            next: columns.iter().find(|column| column.ladder.region.id == first.id).and_then(below),
        };
    }
    for column in columns {
        for tier in &column.ladder.tiers {
            if let Some(count) = counted(&tier.count) {
                return LadderFinding::Below(Arc::clone(&column.ladder.region), Arc::clone(&tier.indicator), *count);
            }
        }
    }
    let planned = columns.iter().find(|column| column.ladder.tiers.iter().any(|tier| !tier.plans.is_empty()));
    planned.map_or(LadderFinding::Nothing, |column| {
        let tiers = column.ladder.tiers.iter().filter(|tier| !tier.plans.is_empty()).count();
        LadderFinding::Planned(Arc::clone(&column.ladder.region), tiers)
    })
}

/// The next counted tier below the top one.
fn below(column: &LadderColumn) -> Option<(Arc<Indicator>, Quantity)> {
    let mut lower = column.ladder.tiers.iter().skip(1);
    lower.find_map(|tier| Some((Arc::clone(&tier.indicator), *counted(&tier.count)?)))
}

/// Where a plan is certainly missed: the tier with the largest missing share.
#[inline(never)]
fn short(column: &LadderColumn) -> Option<LadderFinding> {
    let (mut planned, mut met) = (0, 0);
    let mut worst = None;
    let mut most = 0.0;
    for tier in &column.ladder.tiers {
        for plan in &tier.plans {
            let (Some(shortfall), Some(aim), Some(count)) = (plan.shortfall, plan.target.kind.value(), counted(&tier.count)) else {
                continue;
            };
            planned += 1;
            met += usize::from(shortfall.met == Certainty::Yes);
            let share = shortfall.missing.point / aim.value().abs().max(1e-9);
            if shortfall.met == Certainty::No && share > most {
                most = share;
                worst = Some((&tier.indicator, count, shortfall.missing, aim.unit()));
            }
        }
    }
    let (tier, count, missing, unit) = worst?;
    let (region, tier) = (Arc::clone(&column.ladder.region), Arc::clone(tier));
    Some(LadderFinding::Short { region, planned, met, tier, count: *count, missing, unit })
}

#[inline(never)]
fn table(chart: &LadderChart) -> Table {
    let mut with_plan = false;
    let mut with_definition = false;
    for rung in chart.columns.iter().flat_map(|column| &column.tiers).flatten() {
        with_plan |= !rung.plans.is_empty();
        with_definition |= rung.observation.as_ref().is_some_and(|observation| observation.definition.is_some());
    }
    let heading = |label| Heading::Label(Label::Ladder(label));
    let mut columns = vec![Heading::Place, heading(LadderLabel::Tier), heading(LadderLabel::Count(chart.unit)), Heading::Period];
    if with_definition {
        columns.push(Heading::Definition);
    }
    if with_plan {
        columns.push(heading(LadderLabel::Plan));
        columns.push(heading(LadderLabel::ToPlan));
    }
    columns.push(Heading::Source);
    let mut rows = Vec::new();
    for column in &chart.columns {
        for (tier, rungs) in chart.tiers.iter().zip(&column.tiers) {
            for rung in rungs {
                // a plan without a figure, or a second plan, has a row of its own
                let plans = if rung.plans.is_empty() { vec![None] } else { rung.plans.iter().map(Some).collect() };
                for plan in plans {
                    rows.push(row(&column.ladder.region, tier, rung, plan, with_definition, with_plan));
                }
            }
        }
    }
    for region in &chart.silent {
        let mut cells = vec![Cell::Place(Arc::clone(region)), Cell::Empty, Cell::Missing];
        cells.resize(columns.len(), Cell::Empty);
        rows.push(cells);
    }
    Table { columns, rows }
}

fn row(
    region: &Arc<Region>,
    tier: &Indicator,
    rung: &LadderRung,
    plan: Option<&TierPlan>,
    with_definition: bool,
    with_plan: bool,
) -> Vec<Cell> {
    let observation = rung.observation.as_ref();
    let text = |text: &LocalText| Cell::Text(text.clone());
    let mut cells = vec![Cell::Place(Arc::clone(region)), text(&tier.name)];
    cells.push(match (observation, &rung.quantity) {
        (Some(observation), Some(quantity)) => Cell::Figure(*quantity, observation.text.clone(), rung.marks.clone()),
        _ => Cell::Missing,
    });
    cells.push(observation.map_or(Cell::Empty, |observation| Cell::Period(observation.period, observation.inferred)));
    if with_definition {
        cells.push(observation.and_then(|observation| observation.definition.as_ref()).map_or(Cell::Empty, text));
    }
    if with_plan {
        let told = plan.map(|plan| TierPlanned { target: Arc::clone(&plan.target), shortfall: plan.shortfall });
        cells.push(told.clone().map_or(Cell::Empty, |told| Cell::Label(Label::Ladder(LadderLabel::PlanOf(told)))));
        cells.push(told.map_or(Cell::Empty, |told| Cell::Label(Label::Ladder(LadderLabel::Missing(told)))));
    }
    cells.push(match (observation, plan) {
        (Some(observation), _) => Cell::Source(Arc::clone(&observation.source), observation.locator.clone()),
        (None, Some(plan)) => Cell::Source(Arc::clone(&plan.target.source), plan.target.locator.clone()),
        (None, None) => Cell::Empty,
    });
    cells
}

#[inline(never)]
fn notes(chart: &LadderChart, marks: &Marks) -> Vec<Note> {
    let mut notes = Vec::new();
    let own = |label| Note::Label(Label::Ladder(label));
    if !chart.columns.is_empty() {
        let planned = chart.columns.iter().flat_map(|column| &column.tiers).flatten().any(|rung| !rung.plans.is_empty());
        notes.push(own(LadderLabel::Scale { planned }));
    }
    for (mark, difference) in marks.all() {
        notes.push(Note::Marked { mark, difference, definition: None, scope: None });
    }
    let mut overlaps: Vec<LadderLabel> = Vec::new();
    for column in &chart.columns {
        for overlap in &column.ladder.overlaps {
            let label = match overlap {
                Overlap::Nested { part, whole } => LadderLabel::Nested(Arc::clone(part), Arc::clone(whole)),
                Overlap::Same(one, other) => LadderLabel::Same(Arc::clone(one), Arc::clone(other)),
            };
            if !overlaps.contains(&label) {
                overlaps.push(label);
            }
        }
    }
    if overlaps.is_empty() && chart.tiers.len() > 1 && !chart.columns.is_empty() {
        overlaps.push(LadderLabel::MayOverlap);
    }
    notes.extend(overlaps.into_iter().map(own));
    for part in &chart.columns {
        let part = &part.ladder.region;
        let whole = chart.columns.iter().find(|whole| part.parent.as_deref() == Some(whole.ladder.region.id.as_str()));
        if let Some(whole) = whole {
            notes.push(Note::Nested { whole: Arc::clone(&whole.ladder.region), part: Arc::clone(part) });
        }
    }
    let mut inferred: Vec<Arc<Region>> = Vec::new();
    let (mut all, mut inferred_deadline) = (true, false);
    let mut example = None;
    for column in &chart.columns {
        for rung in column.tiers.iter().flatten() {
            if let Some(observation) = &rung.observation {
                all &= observation.inferred;
                if observation.inferred && !inferred.iter().any(|known| known.id == observation.region.id) {
                    inferred.push(Arc::clone(&observation.region));
                }
            }
            inferred_deadline |= rung.plans.iter().any(|plan| plan.target.inferred);
            example = example.or(rung.quantity.filter(|quantity| !quantity.is_exact()));
        }
    }
    if let Some(example) = example {
        notes.push(Note::Intervals { example });
    }
    if !inferred.is_empty() {
        notes.push(Note::InferredPeriods { places: inferred, all });
    }
    if inferred_deadline {
        notes.push(Note::InferredDeadline);
    }
    for observation in chart.columns.iter().flat_map(|column| &column.tiers).flatten().filter_map(|rung| rung.observation.as_ref()) {
        if let Some(text) = &observation.note {
            notes.push(Note::Remark { region: Arc::clone(&observation.region), text: text.clone() });
        }
    }
    notes
}

#[inline(never)]
fn sources(chart: &LadderChart) -> Vec<super::Citation> {
    let mut citations = Citations::default();
    for rung in chart.columns.iter().flat_map(|column| &column.tiers).flatten() {
        if let Some(observation) = &rung.observation {
            citations.observation(observation);
        }
        for plan in &rung.plans {
            citations.target(&plan.target);
        }
    }
    citations.done()
}
