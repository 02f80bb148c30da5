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
    /// What is compared, where it is several: columns, axes, tiers in their order.
    pub indicators: Vec<Arc<Indicator>>,
    /// When; the latest with most places where it is left out.
    pub period: Option<Period>,
    /// The earlier period that change is measured from; the fullest earlier one where it is left out.
    pub since: Option<Period>,
    /// Who is compared; everyone with a figure where it is empty.
    pub places: Vec<Arc<Region>>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// Who is looked up to.
    pub benchmark: Option<Arc<Region>>,
    /// The promise followed, or drawn as a line.
    pub target: Option<Arc<Target>>,
    /// The promises shown, where they are several; all of the own place where it is empty.
    pub targets: Vec<Arc<Target>>,
    /// The day by which progress is judged; the core has no clock.
    pub as_of: Option<Period>,
    /// Rules of comparability given up, each of which shows.
    pub relax: Relax,
    /// The path's shape, where the source names no milestones.
    pub shape: PathShape,
    /// How much each of `indicators` counts, one number each in any scale; empty leaves it to `scoring`.
    pub weights: Vec<f64>,
    /// How several indicators become comparable, and one score.
    pub scoring: Scoring,
    /// The order of rows.
    pub sort: Sort,
    /// What is tried out in place of what the promise says.
    pub trial: Trial,
}

/// The order of rows, where a view has one to choose.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Sort {
    /// What the view has to say comes first: the best, the widest gap, the furthest behind.
    #[default]
    Telling,
    /// As the dataset, or the view, lists them: the customary order of places.
    Listed,
    /// The best on an indicator first.
    By(Arc<Indicator>),
}

impl Sort {
    /// The word for [`Sort::Listed`]; an indicator is named by its id.
    pub const LISTED: &'static str = "listed";
}

/// What a reader tries out in place of what a promise says (what-if). What is published stays as it is, and what
/// follows is labelled as a trial.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Trial {
    /// Where the path starts, in the indicator's unit.
    pub base: Option<f64>,
    /// How many times the base the target is; above 0.
    pub factor: Option<f64>,
    /// How many years the path takes; at least 1, whole.
    pub years: Option<f64>,
    /// What is to be reached on the way by the ends of these years, in the indicator's unit.
    pub plan: Vec<(u16, f64)>,
    /// The growth a year that the latest figure is carried forward with, as a fraction; above -1.
    pub growth: Option<f64>,
}

impl Trial {
    /// Whether anything is tried out.
    pub fn is_any(&self) -> bool {
        *self != Trial::default()
    }

    /// Whether the promise itself, its start or its target, is another than the published one.
    pub fn changes_promise(&self) -> bool {
        self.base.is_some() || self.factor.is_some() || self.years.is_some()
    }

    /// Whether the path is another than that of the published promise.
    pub fn changes_path(&self) -> bool {
        self.changes_promise() || !self.plan.is_empty()
    }
}

/// How several indicators become comparable, and one score. The default is the plainest published method.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scoring {
    /// How much each indicator counts where the view gives no weights.
    pub weighting: WeightingWord,
    /// How figures in different units become comparable.
    pub normalisation: NormalisationWord,
    /// How the indicators of a place become its score.
    pub aggregation: AggregationWord,
    /// The least share of the indicators a place must have to be scored, 0 to 1.
    pub coverage: f64,
}

impl Default for Scoring {
    /// Equal weights, min-max, arithmetic mean, three quarters of the indicators.
    fn default() -> Scoring {
        Scoring {
            weighting: WeightingWord::default(),
            normalisation: NormalisationWord::default(),
            aggregation: AggregationWord::default(),
            coverage: 0.75,
        }
    }
}

/// Where weights come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum WeightingWord {
    /// Every indicator the same.
    #[default]
    Equal,
    /// 熵值法, from the scores after min-max.
    Entropy,
    /// 熵值法, from shares of the figures as they are.
    EntropyOfShares,
    /// CRITIC.
    Critic,
}

/// How figures in different units become comparable.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NormalisationWord {
    /// From the worst to the best place, 0 to 100.
    #[default]
    MinMax,
    /// By order alone, 0 to 100.
    Percentile,
    /// As a share of the best place, which has 100.
    Leader,
    /// Standard scores.
    ZScore,
    /// 功效系数法: 60 to 100.
    Efficacy,
}

/// How the indicators of a place become its score.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AggregationWord {
    /// Weighted arithmetic mean.
    #[default]
    Arithmetic,
    /// Weighted geometric mean.
    Geometric,
    /// TOPSIS after vector normalisation.
    Topsis,
    /// TOPSIS after min-max.
    TopsisMinMax,
}

impl WeightingWord {
    pub(crate) const WORDS: &'static [(&'static str, WeightingWord)] = &[
        ("equal", WeightingWord::Equal),
        ("entropy", WeightingWord::Entropy),
        ("entropy-of-shares", WeightingWord::EntropyOfShares),
        ("critic", WeightingWord::Critic),
    ];
}

impl NormalisationWord {
    pub(crate) const WORDS: &'static [(&'static str, NormalisationWord)] = &[
        ("min-max", NormalisationWord::MinMax),
        ("percentile", NormalisationWord::Percentile),
        ("leader", NormalisationWord::Leader),
        ("z-score", NormalisationWord::ZScore),
        ("efficacy", NormalisationWord::Efficacy),
    ];
}

impl AggregationWord {
    pub(crate) const WORDS: &'static [(&'static str, AggregationWord)] = &[
        ("arithmetic", AggregationWord::Arithmetic),
        ("geometric", AggregationWord::Geometric),
        ("topsis", AggregationWord::Topsis),
        ("topsis-min-max", AggregationWord::TopsisMinMax),
    ];
}

macro_rules! view_kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal,)+) => {
        /// Drawings a view can be.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum ViewKind { $($(#[doc = $doc])+ $name,)+ }

        impl ViewKind {
            pub(super) const WORDS: &'static [(&'static str, ViewKind)] = &[$(($word, ViewKind::$name),)+];
        }
    };
}

view_kinds! {
    /// 排名对比
    Ranking = "ranking",
    /// 目标轨迹
    Trajectory = "trajectory",
    /// 指标矩阵: places × indicators
    Scorecard = "scorecard",
    /// 综合得分
    Composite = "composite",
    /// 差距: us against a benchmark over many indicators
    Gap = "gap",
    /// 画像
    Profile = "profile",
    /// 目标进度
    Progress = "progress",
    /// 位次变化
    History = "history",
    /// 四象限
    Quadrant = "quadrant",
    /// 梯队
    Ladder = "ladder",
    /// 倒排节点
    Milestones = "milestones",
    /// 勾稽
    Crosscheck = "crosscheck",
}

impl ViewKind {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        ViewKind::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The drawing of that name, such as `ranking`.
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

impl Relax {
    /// The word for giving up one definition.
    pub const DEFINITION: &'static str = "definition";
    /// The word for taking a figure a year off, or as many as the view allows.
    pub const YEAR: &'static str = "year";
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
    pub(crate) const WORDS: &'static [(&'static str, PathShape)] = &[("geometric", PathShape::Geometric), ("linear", PathShape::Linear)];
}

impl View {
    /// A drawing of nothing in particular yet.
    pub fn blank(kind: ViewKind) -> View {
        View {
            id: kind.as_str().to_owned(),
            kind,
            title: None,
            indicator: None,
            indicators: Vec::new(),
            period: None,
            since: None,
            places: Vec::new(),
            home: None,
            benchmark: None,
            target: None,
            targets: Vec::new(),
            as_of: None,
            relax: Relax::default(),
            shape: PathShape::default(),
            weights: Vec::new(),
            scoring: Scoring::default(),
            sort: Sort::default(),
            trial: Trial::default(),
        }
    }
}
