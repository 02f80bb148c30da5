//! Scores of many indicators made one.

use super::{
    frame::{Frame, Rule},
    normalise::Normalised,
    ranks,
    weight::Weights,
};

/// Which mean of the scores.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Mean {
    /// Σ w·v: one indicator makes up for another without limit.
    Arithmetic,
    /// Π v^w: a weak indicator weighs the more the weaker it is.
    Geometric {
        /// Above zero. What scores below it is raised to it and reported; otherwise one zero would make all zero.
        floor: f64,
    },
}

/// What to do where a place lacks figures: leave them out and scale the other weights up, unless too few are left.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Coverage {
    /// The least share of the indicators a place must have, 0 to 1.
    pub least: f64,
    /// How the share is counted.
    pub by: CoverageBy,
}

/// How coverage is counted. Columns set aside and columns without weight count neither way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CoverageBy {
    /// Each indicator is one.
    Count,
    /// Each indicator is its weight.
    Weight,
}

impl Default for Coverage {
    /// Three quarters of the indicators by number.
    fn default() -> Coverage {
        Coverage { least: 0.75, by: CoverageBy::Count }
    }
}

/// What came of the rows.
#[derive(Clone, PartialEq, Debug)]
pub struct Aggregate {
    /// One a row.
    pub rows: Vec<Outcome>,
    /// The weights used: those given, without the columns set aside, scaled to one. All zero where none is left.
    pub weights: Vec<f64>,
    /// Row and column of each score raised to the floor of the geometric mean.
    pub clipped: Vec<(usize, usize)>,
    pub(super) frame: Frame,
}

/// What came of one row.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The score, or why there is none.
    pub score: Result<f64, NoScore>,
    /// Competition rank of the score, the highest first; scores that differ by no more than rounding
    /// (10⁻¹² of the largest number they are made of) are ties and share the best.
    pub rank: Option<u32>,
    /// The share of the indicators the row has, 0 to 1.
    pub coverage: f64,
    /// What each column brings: parts that add up to the score, or under the geometric mean to its natural logarithm;
    /// `None` where the row lacks it or it has no weight. Empty without a score, and under TOPSIS, which has no such parts.
    pub contributions: Vec<Option<f64>>,
}

/// Why a row has no score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoScore {
    /// It lacks too many indicators.
    Coverage,
    /// No column has both weight and scores.
    NoIndicator,
    /// TOPSIS: it is at once the best and the worst there is, so closeness means nothing.
    NoSpread,
}

/// Why nothing was aggregated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AggregateError {
    /// There are more or fewer weights than columns.
    Weights,
    /// The least coverage is not a share from 0 to 1.
    Coverage,
    /// The floor of the geometric mean is not above zero, or above 1e100.
    Floor,
}

/// The weighted mean of each row's scores.
///
/// Whether a better figure can worsen the rank of its own place: never under fixed weights with min-max, goalposts, efficacy,
/// percentile ranks or ratios, for complete data. Under z-scores it can, since an outlier widens the spread by which
/// everyone's scores are divided; so it can under entropy and CRITIC weights, which follow the figures.
///
/// # Errors
/// [`AggregateError`].
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let matrix = Matrix::new(&[Higher, Lower], &[vec![Some(850.0), Some(6.0)], vec![Some(650.0), Some(3.0)], vec![Some(750.0), Some(7.0)]]).unwrap();
/// let scores = normalise(&matrix, &Normalisation::MinMax).unwrap();
/// let weights = Weights::new(&[2.0, 1.0]).unwrap();
/// let found = aggregate(&scores, &weights, Mean::Arithmetic, Coverage::default()).unwrap();
/// assert_eq!(found.rows.iter().map(|row| row.rank).collect::<Vec<_>>(), [Some(1), Some(2), Some(2)]);
/// ```
pub fn aggregate(scores: &Normalised, weights: &Weights, mean: Mean, coverage: Coverage) -> Result<Aggregate, AggregateError> {
    let mut cells = scores.table.cells().to_vec();
    let columns = scores.table.columns();
    let mut clipped = Vec::new();
    let mut rule = Rule::Sum;
    if let Mean::Geometric { floor } = mean {
        if !(floor > 0.0 && floor <= super::LARGEST) {
            return Err(AggregateError::Floor);
        }
        rule = Rule::Log;
        for (at, cell) in cells.iter_mut().enumerate() {
            if *cell < floor {
                *cell = floor;
                clipped.push((at / columns, at % columns));
            }
            *cell = libm::log(*cell);
        }
    }
    let frame = Frame { rule, columns, cells, far: Vec::new() };
    let usable: Vec<bool> = scores.set_aside.iter().map(Option::is_none).collect();
    Ok(Aggregate { clipped, ..score(frame, &usable, weights, coverage)? })
}

/// The weights of the columns that can be used, scaled to one; all zero where none has any.
pub(super) fn usable_weights(usable: &[bool], weights: &[f64]) -> Vec<f64> {
    let kept: Vec<f64> = weights.iter().zip(usable).map(|(weight, usable)| if *usable { *weight } else { 0.0 }).collect();
    Weights::new(&kept).map_or(kept, |weights| weights.values().to_vec())
}

/// A share of weights this little below the least is rounding.
const ROUNDING: f64 = 1e-12;

/// Scores of all rows.
pub(super) fn score(frame: Frame, usable: &[bool], weights: &Weights, coverage: Coverage) -> Result<Aggregate, AggregateError> {
    if weights.values().len() != frame.columns {
        return Err(AggregateError::Weights);
    }
    if !(0.0..=1.0).contains(&coverage.least) {
        return Err(AggregateError::Coverage);
    }
    let weights = usable_weights(usable, weights.values());
    let rows = outcomes(&frame, &weights, coverage);
    Ok(Aggregate { rows, weights, clipped: Vec::new(), frame })
}

/// What comes of each row under these weights, of which those unused are zero.
pub(super) fn outcomes(frame: &Frame, weights: &[f64], coverage: Coverage) -> Vec<Outcome> {
    let counts = |weight: f64| match coverage.by {
        CoverageBy::Count if weight > 0.0 => 1.0,
        CoverageBy::Count => 0.0,
        CoverageBy::Weight => weight,
    };
    let counted: Vec<f64> = weights.iter().map(|weight| counts(*weight)).collect();
    let all: f64 = counted.iter().sum();
    let mut rows = Vec::with_capacity(frame.rows());
    for row in 0..frame.rows() {
        let is_full = !frame.row(row).iter().any(|cell| cell.is_nan());
        let there = if is_full {
            all
        } else {
            frame.row(row).iter().zip(&counted).filter(|(cell, _)| !cell.is_nan()).map(|(_, weight)| weight).sum()
        };
        // the sum of nothing is a negative zero
        let share = if there > 0.0 { there / all } else { 0.0 };
        let mut contributions = Vec::new();
        let score = if all == 0.0 {
            Err(NoScore::NoIndicator)
        } else if there == 0.0 || share + ROUNDING < coverage.least {
            Err(NoScore::Coverage)
        } else {
            contributions = frame.contributions(row, weights);
            let sum = || contributions.iter().flatten().sum::<f64>();
            match frame.rule {
                Rule::Sum => Ok(sum()),
                Rule::Log => Ok(libm::exp(sum())),
                Rule::Closeness => frame.score(row, weights).ok_or(NoScore::NoSpread),
            }
        };
        rows.push(Outcome { score, rank: None, coverage: share, contributions });
    }
    let scores: Vec<f64> = rows.iter().map(|row| row.score.unwrap_or(f64::NAN)).collect();
    for (row, rank) in rows.iter_mut().zip(ranks(&scores, frame.size(weights))) {
        row.rank = (rank > 0).then_some(rank);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::composite::{Matrix, Normalisation, normalise};
    use crate::dataset::Polarity::Higher;

    fn scores(rows: &[[Option<f64>; 2]]) -> Normalised {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.to_vec()).collect();
        normalise(&Matrix::new(&[Higher, Higher], &rows).unwrap(), &Normalisation::MinMax).unwrap()
    }

    const ROWS: [[Option<f64>; 2]; 3] = [[Some(0.0), Some(4.0)], [Some(1.0), Some(0.0)], [Some(3.0), None]];

    #[test]
    fn a_floor_above_zero() {
        let found = |floor| aggregate(&scores(&ROWS), &Weights::new(&[1.0, 1.0]).unwrap(), Mean::Geometric { floor }, Coverage::default());
        for floor in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e101] {
            assert_eq!(found(floor).err(), Some(AggregateError::Floor), "{floor}");
        }
        let found = found(0.25).unwrap();
        // scores 0 and 1, then 1/3 and 0
        assert_eq!(found.clipped, [(0, 0), (1, 1)]);
        let near = |row: usize, expect: f64| assert!((found.rows[row].score.unwrap() - expect).abs() < 1e-12, "{:?}", found.rows);
        near(0, 0.5);
        near(1, (0.25f64 / 3.0).sqrt());
        // a score at the floor is not below it
        let quarters = scores(&[[Some(0.0), Some(4.0)], [Some(1.0), Some(0.0)], [Some(4.0), Some(1.0)]]);
        let weights = Weights::new(&[1.0, 1.0]).unwrap();
        let found = aggregate(&quarters, &weights, Mean::Geometric { floor: 0.25 }, Coverage::default()).unwrap();
        assert_eq!(found.clipped, [(0, 0), (1, 1)]);
    }

    #[test]
    fn as_many_figures_as_asked_for() {
        let weights = Weights::new(&[1.0, 3.0]).unwrap();
        let found = |by, least| {
            aggregate(&scores(&ROWS), &weights, Mean::Arithmetic, Coverage { by, least }).map(|found| {
                let row = &found.rows[2];
                (row.score, row.rank, row.coverage)
            })
        };
        assert_eq!(found(CoverageBy::Count, 0.5), Ok((Ok(1.0), Some(1), 0.5)));
        assert_eq!(found(CoverageBy::Count, 0.51), Ok((Err(NoScore::Coverage), None, 0.5)));
        assert_eq!(found(CoverageBy::Count, 0.5 + ROUNDING), Ok((Ok(1.0), Some(1), 0.5)));
        assert_eq!(found(CoverageBy::Count, 0.5 + 2.0 * ROUNDING), Ok((Err(NoScore::Coverage), None, 0.5)));
        assert_eq!(found(CoverageBy::Weight, 0.25), Ok((Ok(1.0), Some(1), 0.25)));
        assert_eq!(found(CoverageBy::Weight, 0.26), Ok((Err(NoScore::Coverage), None, 0.25)));
        for least in [-0.1, 1.1, f64::NAN] {
            assert_eq!(found(CoverageBy::Count, least).err(), Some(AggregateError::Coverage));
        }
    }
}
