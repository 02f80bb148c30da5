//! What the views beyond ranking and trajectory say in their tables and notes.

#[cfg(feature = "composite")]
use super::CompositeLabel;
#[cfg(feature = "crosscheck")]
use super::CrosscheckLabel;
#[cfg(feature = "gap")]
use super::GapLabel;
#[cfg(feature = "history")]
use super::HistoryLabel;
#[cfg(feature = "ladder")]
use super::LadderLabel;
#[cfg(feature = "milestones")]
use super::MilestonesLabel;
#[cfg(feature = "profile")]
use super::ProfileLabel;
#[cfg(feature = "progress")]
use super::ProgressLabel;
#[cfg(feature = "quadrant")]
use super::QuadrantLabel;
#[cfg(feature = "scorecard")]
use super::ScorecardLabel;
#[cfg(any(feature = "composite", feature = "profile"))]
use super::ScoredLabel;

/// A heading, a cell or a note of one view, which `words` says.
#[derive(Clone, PartialEq, Debug)]
pub enum Label {
    /// 指标矩阵
    #[cfg(feature = "scorecard")]
    Scorecard(ScorecardLabel),
    /// 综合得分
    #[cfg(feature = "composite")]
    Composite(CompositeLabel),
    /// What the views that score indicators share.
    #[cfg(any(feature = "composite", feature = "profile"))]
    Scored(ScoredLabel),
    /// 差距
    #[cfg(feature = "gap")]
    Gap(GapLabel),
    /// 画像
    #[cfg(feature = "profile")]
    Profile(ProfileLabel),
    /// 目标进度
    #[cfg(feature = "progress")]
    Progress(ProgressLabel),
    /// 位次变化
    #[cfg(feature = "history")]
    History(HistoryLabel),
    /// 四象限
    #[cfg(feature = "quadrant")]
    Quadrant(QuadrantLabel),
    /// 梯队
    #[cfg(feature = "ladder")]
    Ladder(LadderLabel),
    /// 倒排节点
    #[cfg(feature = "milestones")]
    Milestones(MilestonesLabel),
    /// 勾稽
    #[cfg(feature = "crosscheck")]
    Crosscheck(CrosscheckLabel),
}
