//! What is shown: one value from which canvas, table, words, SVG and CSV are all made.
//!
//! A [`Figure`] holds no sentence and no pixel: findings, notes and cells are values that `words`
//! puts into a language and `chart` puts onto a surface, so that no rendering can say what another does not.

mod citation;
mod note;
mod ranking;
mod request;
mod table;
mod trajectory;

use std::sync::Arc;

pub use citation::Citation;
pub use note::Note;
pub use ranking::{Line, LineKind, RankingChart, RankingFinding, Row, RowState};
pub use request::{Names, Request, Unanswerable};
pub use table::{Cell, Heading, Nature, Table};
pub use trajectory::{TrajectoryChart, TrajectoryFinding};

use crate::dataset::{Dataset, Indicator, Region, ViewKind};

/// A finished figure, in no language and no size.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is measured.
    pub indicator: Arc<Indicator>,
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

/// The drawing of one view.
#[derive(Clone, Debug)]
pub enum Chart {
    /// 排名对比
    Ranking(RankingChart),
    /// 目标轨迹
    Trajectory(Box<TrajectoryChart>),
}

/// Answers a request with a figure.
///
/// # Errors
/// [`Unanswerable`] where the request names nothing the dataset has, or asks for a drawing its target cannot have.
pub fn figure(dataset: &Dataset, request: &Request) -> Result<Figure, Unanswerable> {
    match request.kind {
        ViewKind::Ranking => ranking::figure(dataset, request),
        ViewKind::Trajectory => trajectory::figure(dataset, request),
    }
}
