//! What kinds of views are called.

use super::{Words, sentence::sentences};
use crate::dataset::ViewKind;

sentences! {
    /// Kinds of views.
    enum Kind {
        Ranking = "排名对比" | "排名對比" | "Ranking";
        Trajectory = "目标轨迹" | "目標軌跡" | "Target path";
        Scorecard = "指标矩阵" | "指標矩陣" | "Scorecard";
        Composite = "综合得分" | "綜合得分" | "Composite score";
        Gap = "差距" | "差距" | "Gaps";
        Profile = "画像" | "畫像" | "Profile";
        Progress = "目标进度" | "目標進度" | "Progress";
        History = "位次变化" | "位次變化" | "Rank history";
        Quadrant = "四象限" | "四象限" | "Quadrants";
        Ladder = "梯队" | "梯隊" | "Ladder";
        Milestones = "倒排节点" | "倒排節點" | "Milestones";
        Crosscheck = "勾稽" | "勾稽" | "Cross-checks";
    }
}

impl Words {
    /// What a kind of view is called.
    pub fn view_kind(self, kind: ViewKind) -> String {
        self.plain(match kind {
            ViewKind::Ranking => Kind::Ranking,
            ViewKind::Trajectory => Kind::Trajectory,
            ViewKind::Scorecard => Kind::Scorecard,
            ViewKind::Composite => Kind::Composite,
            ViewKind::Gap => Kind::Gap,
            ViewKind::Profile => Kind::Profile,
            ViewKind::Progress => Kind::Progress,
            ViewKind::History => Kind::History,
            ViewKind::Quadrant => Kind::Quadrant,
            ViewKind::Ladder => Kind::Ladder,
            ViewKind::Milestones => Kind::Milestones,
            ViewKind::Crosscheck => Kind::Crosscheck,
        })
    }
}
