//! A figure as rows and columns.

use std::sync::Arc;

#[cfg(feature = "more")]
use super::Label;
use crate::{
    benchmark::Rank,
    dataset::{Indicator, LocalText, Period, Quantity, Region, Source, Unit},
};

/// Rows and columns in the order of the drawing. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What stands in each column.
    pub columns: Vec<Heading>,
    /// The rows; the first text cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a column.
#[derive(Clone, PartialEq, Debug)]
pub enum Heading {
    /// 位次
    Rank,
    /// 地区
    Place,
    /// The indicator, with its unit.
    Value(Arc<Indicator>),
    /// 时期
    Period,
    /// 口径
    Definition,
    /// The gap to a place, in the unit of differences.
    GapTo(Arc<Region>, Unit),
    /// What the path asks for.
    PathValue(Unit),
    /// The gap to the path.
    PathGap(Unit),
    /// What the row is: published, baseline, target.
    Nature,
    /// 来源
    Source,
    /// What the view calls it.
    #[cfg(feature = "more")]
    Label(Label),
}

/// One cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A place.
    Place(Arc<Region>),
    /// A rank, or the interval it lies in.
    Rank(Rank),
    /// A figure as published: read, as written, and the marks of its notes.
    Figure(Quantity, String, String),
    /// A computed value with decimals to show, in the unit of the column.
    Number(f64, u8),
    /// A computed difference: signed.
    Difference(f64, u8),
    /// A period; inferred or not.
    Period(Period, bool),
    /// A text of the dataset.
    Text(LocalText),
    /// A document and the section.
    Source(Arc<Source>, Option<String>),
    /// What a point of a trajectory is.
    Nature(Nature),
    /// There is no published figure.
    Missing,
    /// Nothing belongs here.
    Empty,
    /// A share, 0.5 being 50 %.
    #[cfg(feature = "more")]
    Share(f64),
    /// What the view says.
    #[cfg(feature = "more")]
    Label(Label),
}

impl Cell {
    /// Whether it is set flush right.
    pub fn is_numeric(&self) -> bool {
        match self {
            Cell::Figure(..) | Cell::Number(..) | Cell::Difference(..) | Cell::Rank(_) => true,
            #[cfg(feature = "more")]
            Cell::Share(_) => true,
            _ => false,
        }
    }
}

/// What a point of a trajectory is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nature {
    /// A published figure.
    Published,
    /// A figure said on the spot.
    Noted,
    /// A baseline the source states.
    StatedBaseline,
    /// A baseline that follows from target and multiple.
    ImpliedBaseline,
    /// A point of the path.
    Path,
    /// The target.
    Target,
    /// A baseline that a reader tries out.
    TriedBaseline,
    /// A target that a reader tries out.
    TriedTarget,
}
