//! What is shown: one value from which canvas, table, words, SVG and CSV are all made.
//!
//! A [`Figure`] holds no sentence and no pixel: findings, notes and cells are values that `words`
//! puts into a language and `chart` puts onto a surface, so that no rendering can say what another does not.

mod choices;
mod citation;
#[cfg(feature = "composite")]
mod composite;
#[cfg(feature = "crosscheck")]
mod crosscheck;
#[cfg(feature = "gap")]
mod gap;
#[cfg(feature = "history")]
mod history;
#[cfg(any(feature = "progress", feature = "milestones"))]
mod judged;
#[cfg(feature = "more")]
mod label;
#[cfg(feature = "ladder")]
mod ladder;
mod mark;
#[cfg(feature = "milestones")]
mod milestones;
mod note;
#[cfg(feature = "noted")]
mod noted;
#[cfg(feature = "choose")]
mod offer;
#[cfg(feature = "profile")]
mod profile;
#[cfg(feature = "progress")]
mod progress;
#[cfg(feature = "quadrant")]
mod quadrant;
#[cfg(feature = "ranking")]
mod ranking;
mod request;
#[cfg(feature = "scorecard")]
mod scorecard;
#[cfg(any(feature = "composite", feature = "profile"))]
mod scored;
#[cfg(any(feature = "scorecard", feature = "gap"))]
mod several;
mod table;
#[cfg(feature = "trajectory")]
mod trajectory;
mod trial;

use std::sync::Arc;

pub use choices::{Key, Names};
pub use citation::Citation;
#[cfg(feature = "composite")]
pub use composite::{CompositeChart, CompositeColumn, CompositeFinding, CompositeLabel, CompositeRow, CompositeScore};
#[cfg(feature = "crosscheck")]
pub use crosscheck::{CheckItem, CheckState, CrosscheckChart, CrosscheckFinding, CrosscheckLabel, EarlyDeadlines, Tally};
#[cfg(feature = "gap")]
pub use gap::{GapChart, GapFinding, GapLabel, GapRow, GapSide, GapState, GapTimes, GapVerdict};
#[cfg(feature = "history")]
pub use history::{HistoryChart, HistoryFinding, HistoryLabel, RankBand, RankColumn, RankLine, RankPanel, RankPoint};
#[cfg(any(feature = "progress", feature = "milestones"))]
pub use judged::{AsOf, Judged, Latest, Measured, PromiseState};
#[cfg(feature = "more")]
pub use label::Label;
#[cfg(feature = "ladder")]
pub use ladder::{LadderChart, LadderColumn, LadderFinding, LadderLabel, LadderRung, TierPlanned};
#[cfg(feature = "milestones")]
pub use milestones::{MilestonesChart, MilestonesFinding, MilestonesLabel, Stop, StopState};
pub use note::Note;
#[cfg(feature = "trajectory")]
pub use note::PathNote;
#[cfg(feature = "choose")]
pub use offer::{Amount, Field, Item, ItemGroup, ItemLabel, MOST, Offer, Pick, Who, offer};
#[cfg(feature = "profile")]
pub use profile::{ProfileAxis, ProfileChart, ProfileFinding, ProfileLabel};
#[cfg(feature = "progress")]
pub use progress::{ProgressChart, ProgressLabel, ProgressRow};
#[cfg(feature = "quadrant")]
pub use quadrant::{
    AxisKind, Cut, PaceName, Quadrant, QuadrantAxis, QuadrantChart, QuadrantFinding, QuadrantLabel, QuadrantName, QuadrantPoint,
};
#[cfg(feature = "ranking")]
pub use ranking::{Line, LineKind, RankingChart, RankingFinding, Row, RowState};
pub use request::Unanswerable;
#[cfg(feature = "scorecard")]
pub use scorecard::{ScoreCell, ScoreColumn, ScoreRow, ScoreState, ScorecardChart, ScorecardFinding, ScorecardLabel};
#[cfg(any(feature = "composite", feature = "profile"))]
pub use scored::{Scored, ScoredLabel, Which};
pub use table::{Cell, Heading, Nature, Table};
#[cfg(feature = "trajectory")]
pub use trajectory::{TrajectoryChart, TrajectoryFinding};

use crate::dataset::{Dataset, Region, View, ViewKind};

/// A finished figure, in no language and no size.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// The drawing.
    pub chart: Chart,
    /// The same as rows and columns.
    pub table: Table,
    /// What a reader must know to read it rightly.
    pub notes: Vec<Note>,
    /// Where the figures are published, each document once.
    pub sources: Vec<Citation>,
}

/// The drawing of one view. A build of the core has those that its features name.
#[derive(Clone, Debug)]
pub enum Chart {
    /// 排名对比
    #[cfg(feature = "ranking")]
    Ranking(Box<RankingChart>),
    /// 目标轨迹
    #[cfg(feature = "trajectory")]
    Trajectory(Box<TrajectoryChart>),
    /// 指标矩阵
    #[cfg(feature = "scorecard")]
    Scorecard(Box<ScorecardChart>),
    /// 综合得分
    #[cfg(feature = "composite")]
    Composite(Box<CompositeChart>),
    /// 差距
    #[cfg(feature = "gap")]
    Gap(Box<GapChart>),
    /// 画像
    #[cfg(feature = "profile")]
    Profile(Box<ProfileChart>),
    /// 目标进度
    #[cfg(feature = "progress")]
    Progress(Box<ProgressChart>),
    /// 位次变化
    #[cfg(feature = "history")]
    History(Box<HistoryChart>),
    /// 四象限
    #[cfg(feature = "quadrant")]
    Quadrant(Box<QuadrantChart>),
    /// 梯队
    #[cfg(feature = "ladder")]
    Ladder(Box<LadderChart>),
    /// 倒排节点
    #[cfg(feature = "milestones")]
    Milestones(Box<MilestonesChart>),
    /// 勾稽
    #[cfg(feature = "crosscheck")]
    Crosscheck(Box<CrosscheckChart>),
}

/// Rows in the order the dataset lists their places.
#[cfg(any(feature = "ranking", feature = "composite"))]
#[inline(never)]
fn listed<T>(dataset: &Dataset, rows: Vec<T>, region: impl Fn(&T) -> &Arc<Region>) -> Vec<T> {
    crate::order::sorted(rows, |row| {
        let at = dataset.regions.iter().position(|listed| Arc::ptr_eq(listed, region(row)));
        at.map_or(f64::NAN, |at| at as f64)
    })
}

/// Answers a view with a figure.
///
/// # Errors
/// [`Unanswerable`] where the view lacks what its drawing needs, or asks for a drawing its target cannot have.
pub fn figure(dataset: &Dataset, view: &View) -> Result<Figure, Unanswerable> {
    let figure = match view.kind {
        #[cfg(feature = "ranking")]
        ViewKind::Ranking => ranking::figure(dataset, view),
        #[cfg(feature = "trajectory")]
        ViewKind::Trajectory => trajectory::figure(dataset, view),
        #[cfg(feature = "scorecard")]
        ViewKind::Scorecard => scorecard::figure(dataset, view),
        #[cfg(feature = "composite")]
        ViewKind::Composite => composite::figure(dataset, view),
        #[cfg(feature = "gap")]
        ViewKind::Gap => gap::figure(dataset, view),
        #[cfg(feature = "profile")]
        ViewKind::Profile => profile::figure(dataset, view),
        #[cfg(feature = "progress")]
        ViewKind::Progress => progress::figure(dataset, view),
        #[cfg(feature = "history")]
        ViewKind::History => history::figure(dataset, view),
        #[cfg(feature = "quadrant")]
        ViewKind::Quadrant => quadrant::figure(dataset, view),
        #[cfg(feature = "ladder")]
        ViewKind::Ladder => ladder::figure(dataset, view),
        #[cfg(feature = "milestones")]
        ViewKind::Milestones => milestones::figure(dataset, view),
        #[cfg(feature = "crosscheck")]
        ViewKind::Crosscheck => crosscheck::figure(dataset, view),
        #[cfg(not(feature = "views"))]
        other => Err(Unanswerable::NotBuilt(other.as_str())),
    }?;
    #[cfg(feature = "noted")]
    let figure = noted::told(dataset, figure);
    Ok(figure)
}
