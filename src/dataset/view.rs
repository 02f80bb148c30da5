//! Named views: what a page shows, or what a briefing steps through.

use std::sync::Arc;

use super::{indicator::Indicator, period::Period, region::Region, target::Target, text::LocalText};

/// A question put to the dataset, with a name to ask for it by.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// Unique in the dataset.
    pub id: String,
    /// Which drawing.
    pub kind: ViewKind,
    /// A name for pickers; the finding is computed.
    pub title: Option<LocalText>,
    /// What is compared.
    pub indicator: Option<Arc<Indicator>>,
    /// When; the latest with most places where it is left out.
    pub period: Option<Period>,
    /// Who is compared; everyone with a figure where it is empty.
    pub places: Vec<Arc<Region>>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// Who is looked up to.
    pub benchmark: Option<Arc<Region>>,
    /// The promise followed, or drawn as a line.
    pub target: Option<Arc<Target>>,
    /// Rules of comparability given up, each of which shows.
    pub relax: Relax,
    /// The path's shape, where the source names no milestones.
    pub shape: PathShape,
}

/// Drawings a view can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ViewKind {
    /// 排名对比
    Ranking,
    /// 目标轨迹
    Trajectory,
}

impl ViewKind {
    pub(super) const WORDS: &'static [(&'static str, ViewKind)] = &[("ranking", ViewKind::Ranking), ("trajectory", ViewKind::Trajectory)];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            ViewKind::Ranking => "ranking",
            ViewKind::Trajectory => "trajectory",
        }
    }

    /// The drawing of that name: `ranking` or `trajectory`.
    pub fn parse(name: &str) -> Option<ViewKind> {
        ViewKind::WORDS.iter().find(|(word, _)| *word == name).map(|(_, kind)| *kind)
    }
}

/// Rules of comparability a reader gives up, knowingly. The default gives up none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Relax {
    /// Compare across definitions (口径), flagged.
    pub definition: bool,
    /// Take the nearest period within this many years, flagged; 0 keeps to the period asked for.
    pub years: u8,
}

/// How a path runs from its baseline to its target.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PathShape {
    /// The same growth rate every year.
    #[default]
    Geometric,
    /// The same amount every year.
    Linear,
}

impl PathShape {
    pub(super) const WORDS: &'static [(&'static str, PathShape)] = &[("geometric", PathShape::Geometric), ("linear", PathShape::Linear)];
}
