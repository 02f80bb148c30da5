//! 勾稽: which published figures do not agree with each other, and by how much.

use std::sync::Arc;

use super::{
    Chart, Figure, Label,
    citation::Citations,
    note::Note,
    request::Unanswerable,
    table::{Cell, Heading, Table},
};
use crate::{
    crosscheck::{Agreement, Finding, Operation, Subject, Verdict, crosscheck},
    dataset::{Dataset, Indicator, LocalText, Region, Source, Target, View},
    order::sorted,
};

/// How many items are drawn; the table has them all.
const MOST_DRAWN: usize = 14;

/// Findings that a reader should see, in order: what does not agree, what agrees in a sense, what does not compare.
#[derive(Clone, Debug)]
pub struct CrosscheckChart {
    /// How many checks came out how.
    pub tally: Tally,
    /// What is drawn.
    pub items: Vec<CheckItem>,
    /// How many more items the table has.
    pub more: usize,
    /// What the title says.
    pub finding: CrosscheckFinding,
    /// Whose findings; everyone's where it is empty.
    pub places: Vec<Arc<Region>>,
    /// On which indicators; all where it is empty.
    pub indicators: Vec<Arc<Indicator>>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
}

/// How many checks came out how; deadlines are counted apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Figures agree: equal or rounded.
    pub agree: usize,
    /// They agree in a sense: decimals dropped, within an interval, within the rounding of the figures put in.
    pub qualified: usize,
    /// They do not agree.
    pub apart: usize,
    /// They do not belong together.
    pub incomparable: usize,
    /// Deadlines before the date of their document.
    pub early: usize,
    /// How many of these have an inferred year.
    pub inferred: usize,
}

impl Tally {
    /// All checks of figures against figures.
    pub fn checked(&self) -> usize {
        self.agree + self.qualified + self.apart + self.incomparable
    }

    /// How many there are of a state.
    pub fn of(&self, state: CheckState) -> usize {
        match state {
            CheckState::Agrees => self.agree,
            CheckState::Qualified => self.qualified,
            CheckState::Apart => self.apart,
            CheckState::Incomparable => self.incomparable,
            CheckState::Early => self.early,
        }
    }
}

/// How a check came out, as drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckState {
    /// Equal or rounded.
    Agrees,
    /// In a sense only.
    Qualified,
    /// Not.
    Apart,
    /// A deadline before the date of its document.
    Early,
    /// Not to be compared.
    Incomparable,
}

/// One row of the drawing.
#[derive(Clone, Debug)]
pub enum CheckItem {
    /// Figures against a figure.
    Tie(Arc<Finding>, CheckState),
    /// Deadlines of one document.
    Early(EarlyDeadlines),
}

/// Deadlines before the date of their document, which is one for all.
#[derive(Clone, PartialEq, Debug)]
pub struct EarlyDeadlines {
    /// The document.
    pub source: Arc<Source>,
    /// The promises, in the order of the dataset.
    pub targets: Vec<Arc<Target>>,
}

/// What the title says.
#[derive(Clone, Debug)]
pub enum CrosscheckFinding {
    /// Nothing was checked.
    Nothing,
    /// All figures that compare agree.
    AllAgree,
    /// One figure does not.
    One(Arc<Finding>),
    /// Several do not.
    Several,
    /// All figures agree, but there are deadlines before the date of their document.
    EarlyOnly,
}

/// What this view says in its table and notes.
#[derive(Clone, PartialEq, Debug)]
pub enum CrosscheckLabel {
    /// 核对结果
    Verdict,
    /// 所述
    Stated,
    /// 按其他数据计算
    Computed,
    /// 相差
    Gap,
    /// 说明
    Explained,
    /// How a check came out.
    VerdictOf(Arc<Finding>),
    /// The figure as stated, or the deadline.
    StatedOf(Arc<Finding>),
    /// What the others give, or the date of issue.
    ComputedOf(Arc<Finding>),
    /// The difference.
    GapOf(Arc<Finding>),
    /// How the figures are put together, and under which change they would agree.
    ExplainedOf(Arc<Finding>),
    /// Nobody is said to be wrong.
    Neutral,
    /// How to read the strips.
    Strips,
}

#[inline(never)]
pub(super) fn figure(dataset: &Dataset, request: &View) -> Result<Figure, Unanswerable> {
    let mut places = request.places.clone();
    if let Some(home) = request.home.as_ref().filter(|home| !places.iter().any(|place| place.id == home.id)) {
        places.push(Arc::clone(home));
    }
    let mut indicators = request.indicators.clone();
    if let Some(indicator) = request.indicator.as_ref().filter(|asked| !indicators.iter().any(|other| other.id == asked.id)) {
        indicators.push(Arc::clone(indicator));
    }
    let mut tally = Tally::default();
    // what is told, in the order of the drawing, and what the table alone has
    let (mut apart, mut qualified, mut incomparable, mut agreeing) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut early: Vec<(EarlyDeadlines, Vec<Arc<Finding>>)> = Vec::new();
    for finding in crosscheck(dataset) {
        if !concerns(dataset, &finding, &places, &indicators) {
            continue;
        }
        let finding = Arc::new(finding);
        if let Subject::Deadline(target) = &finding.subject {
            tally.early += 1;
            tally.inferred += usize::from(target.inferred);
            gather(&mut early, target, &finding);
            continue;
        }
        match finding.verdict {
            Verdict::Consistent(Agreement::Exact | Agreement::Rounded) => {
                tally.agree += 1;
                agreeing.push(finding);
            }
            Verdict::Consistent(_) => {
                tally.qualified += 1;
                qualified.push(finding);
            }
            Verdict::Inconsistent => {
                tally.apart += 1;
                apart.push(finding);
            }
            Verdict::NotComparable(_) => {
                tally.incomparable += 1;
                incomparable.push(finding);
            }
        }
    }
    let apart = sorted(apart, seriousness);
    let finding = match (apart.as_slice(), tally.early) {
        ([only], 0) => CrosscheckFinding::One(Arc::clone(only)),
        ([_, ..], _) => CrosscheckFinding::Several,
        ([], 0) if tally.checked() == 0 => CrosscheckFinding::Nothing,
        ([], 0) => CrosscheckFinding::AllAgree,
        ([], _) => CrosscheckFinding::EarlyOnly,
    };
    let (mut items, mut rows) = (Vec::new(), Vec::new());
    take(apart, CheckState::Apart, &mut items, &mut rows);
    for (deadlines, findings) in early {
        items.push(CheckItem::Early(deadlines));
        rows.extend(findings);
    }
    take(qualified, CheckState::Qualified, &mut items, &mut rows);
    take(incomparable, CheckState::Incomparable, &mut items, &mut rows);
    let more = items.len().saturating_sub(MOST_DRAWN);
    items.truncate(MOST_DRAWN);
    let chart = CrosscheckChart { tally, items, more, finding, places, indicators, home: request.home.clone() };
    let sources = sources(&rows);
    rows.extend(agreeing);
    Ok(Figure { home: request.home.clone(), table: table(&rows), notes: notes(&chart), sources, chart: Chart::Crosscheck(Box::new(chart)) })
}

/// Key of the order of what does not agree: by how much of the larger figure they differ, the most first.
fn seriousness(finding: &Arc<Finding>) -> f64 {
    finding.outcome.as_ref().map_or(0.0, |outcome| -outcome.difference.abs() / outcome.stated.abs().max(outcome.computed.abs()))
}

fn take(findings: Vec<Arc<Finding>>, state: CheckState, items: &mut Vec<CheckItem>, rows: &mut Vec<Arc<Finding>>) {
    for finding in findings {
        items.push(CheckItem::Tie(Arc::clone(&finding), state));
        rows.push(finding);
    }
}

/// Puts a deadline with those of the same document.
fn gather(early: &mut Vec<(EarlyDeadlines, Vec<Arc<Finding>>)>, target: &Arc<Target>, finding: &Arc<Finding>) {
    let known = early.iter().position(|(deadlines, _)| deadlines.source.id == target.source.id);
    let index = known.unwrap_or_else(|| {
        early.push((EarlyDeadlines { source: Arc::clone(&target.source), targets: Vec::new() }, Vec::new()));
        early.len() - 1
    });
    if let Some((deadlines, findings)) = early.get_mut(index) {
        deadlines.targets.push(Arc::clone(target));
        findings.push(Arc::clone(finding));
    }
}

/// Whether a finding is about one of the places, or one within them, and about one of the indicators.
#[inline(never)]
fn concerns(dataset: &Dataset, finding: &Finding, places: &[Arc<Region>], indicators: &[Arc<Indicator>]) -> bool {
    let at = |region: &Region| places.is_empty() || places.iter().any(|place| lies_in(dataset, region, place));
    let on = |indicator: &Indicator| indicators.is_empty() || indicators.iter().any(|asked| asked.id == indicator.id);
    match &finding.subject {
        Subject::Tie(tie) => {
            let mut figures = tie.inputs.iter().chain([&tie.stated]);
            figures.clone().any(|figure| at(&figure.region)) && figures.any(|figure| on(&figure.indicator))
        }
        Subject::Deadline(target) => at(&target.region) && target.indicator.as_ref().map_or(indicators.is_empty(), |own| on(own)),
    }
}

/// Whether a place is another, or belongs to it at a few removes.
fn lies_in(dataset: &Dataset, region: &Region, place: &Region) -> bool {
    let mut region = region;
    for _ in 0..8 {
        if region.id == place.id {
            return true;
        }
        let parent = region.parent.as_ref().and_then(|parent| dataset.regions.iter().find(|other| other.id == *parent));
        let Some(parent) = parent else { return false };
        region = parent;
    }
    false
}

#[inline(never)]
fn table(findings: &[Arc<Finding>]) -> Table {
    use CrosscheckLabel as L;
    let heading = |label| Heading::Label(Label::Crosscheck(label));
    let cell = |label| Cell::Label(Label::Crosscheck(label));
    let columns = vec![
        Heading::Place,
        heading(L::Verdict),
        heading(L::Explained),
        Heading::Period,
        heading(L::Stated),
        heading(L::Computed),
        heading(L::Gap),
        Heading::Source,
    ];
    let mut rows = Vec::new();
    for finding in findings {
        let (region, period, source, locator) = match &finding.subject {
            Subject::Tie(tie) => {
                let stated = &tie.stated;
                (&stated.region, Cell::Period(stated.period, stated.inferred), &stated.source, &stated.locator)
            }
            Subject::Deadline(target) => (&target.region, Cell::Period(target.deadline, target.inferred), &target.source, &target.locator),
        };
        rows.push(vec![
            Cell::Place(Arc::clone(region)),
            cell(L::VerdictOf(Arc::clone(finding))),
            cell(L::ExplainedOf(Arc::clone(finding))),
            period,
            cell(L::StatedOf(Arc::clone(finding))),
            cell(L::ComputedOf(Arc::clone(finding))),
            cell(L::GapOf(Arc::clone(finding))),
            Cell::Source(Arc::clone(source), locator.clone()),
        ]);
    }
    Table { columns, rows }
}

#[inline(never)]
fn notes(chart: &CrosscheckChart) -> Vec<Note> {
    let own = |label| Note::Label(Label::Crosscheck(label));
    let mut notes = vec![own(CrosscheckLabel::Neutral)];
    if !chart.items.is_empty() {
        notes.push(own(CrosscheckLabel::Strips));
    }
    let mut told: Vec<&LocalText> = Vec::new();
    for item in &chart.items {
        let CheckItem::Tie(finding, _) = item else { continue };
        // of a figure stated twice, remarks say what is drawn
        let Subject::Tie(tie) = &finding.subject else { continue };
        if tie.operation == Operation::Same {
            continue;
        }
        for figure in tie.inputs.iter().chain([&tie.stated]) {
            if let Some(text) = figure.note.as_ref().filter(|text| !told.contains(text)) {
                told.push(text);
                notes.push(Note::Remark { region: Arc::clone(&figure.region), text: text.clone() });
            }
        }
    }
    notes
}

#[inline(never)]
fn sources(findings: &[Arc<Finding>]) -> Vec<super::Citation> {
    let mut citations = Citations::default();
    for finding in findings {
        match &finding.subject {
            Subject::Tie(tie) => tie.inputs.iter().chain([&tie.stated]).for_each(|figure| citations.observation(figure)),
            Subject::Deadline(target) => citations.target(target),
        }
    }
    citations.done()
}
