//! A composite indicator from its figures: normalised, weighted, put together, and what is to be known about it.

use super::{
    aggregate::{Aggregate, AggregateError, Coverage, Mean, NoScore, aggregate},
    frame::Frame,
    matrix::{Matrix, extents},
    normalise::{Normalisation, NormaliseError, SetAside, normalise},
    topsis::{TopsisScale, closeness},
    weight::{WeightError, Weighting, weight},
};

/// A method: one choice of each kind, none of them silent.
#[derive(Clone, PartialEq, Debug)]
pub struct Method {
    /// How much each indicator counts.
    pub weighting: Weighting,
    /// How figures become one score.
    pub scoring: Scoring,
    /// What to do where figures are missing.
    pub coverage: Coverage,
}

/// How figures become one score.
#[derive(Clone, PartialEq, Debug)]
pub enum Scoring {
    /// Normalised, then a weighted mean.
    Mean(Mean, Normalisation),
    /// Closeness to the best, which has a normalisation of its own.
    Topsis(TopsisScale),
}

impl Default for Method {
    /// The plainest published method: equal weights, min-max, arithmetic mean, coverage of three quarters.
    fn default() -> Method {
        let scoring = Scoring::Mean(Mean::Arithmetic, Normalisation::MinMax);
        Method { weighting: Weighting::Equal, scoring, coverage: Coverage::default() }
    }
}

/// A composite indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct Composite {
    /// One a row of the matrix, in its order.
    pub places: Vec<Place>,
    /// The weights used, one a column: none negative, together one; zero for a column that took no part.
    pub weights: Vec<f64>,
    /// What is to be known: columns first, then cells in reading order of their kind, then rows.
    pub remarks: Vec<Remark>,
    pub(super) frame: Frame,
}

/// One place of a composite.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// Its score, or why it has none.
    pub score: Result<Score, NoScore>,
    /// The share of the indicators it has, 0 to 1, counted as the method says.
    pub coverage: f64,
}

/// A place's score.
#[derive(Clone, PartialEq, Debug)]
pub struct Score {
    /// In the scale of the normalisation; more is better.
    pub value: f64,
    /// Competition rank (1224) among the places with a score; scores that differ by no more than rounding
    /// (10⁻¹² of the largest number they are made of) are ties.
    pub rank: u32,
    /// What each column brings: parts that add up to `value`, or under the geometric mean to its natural logarithm;
    /// `None` where the place lacks it or it has no weight. Empty under TOPSIS, whose closeness has no such parts.
    pub contributions: Vec<Option<f64>>,
}

/// What is to be known about a composite.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remark {
    /// A column took no part.
    SetAside {
        /// The column.
        column: usize,
        /// Why.
        why: SetAside,
    },
    /// A column that could take part has no weight: so given, or because it does not vary or runs like the others.
    NoWeight {
        /// The column.
        column: usize,
    },
    /// All figures of a column are equal, which tells no places apart, though it can be scored.
    Constant {
        /// The column.
        column: usize,
    },
    /// A figure lies outside its goalposts and was cut to them.
    Truncated {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// A score was raised to the floor of the geometric mean.
    Clipped {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// A place lacks indicators and was scored by the others.
    Incomplete {
        /// The row.
        row: usize,
    },
}

/// Why there is no composite.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompositeError {
    /// The weights.
    Weighting(WeightError),
    /// The normalisation.
    Normalisation(NormaliseError),
    /// The aggregation.
    Aggregation(AggregateError),
    /// A geometric mean of z-scores, half of which are negative.
    GeometricOfZScores,
}

/// Makes a composite indicator of a matrix.
///
/// # Errors
/// [`CompositeError`], where the method does not fit the matrix. Places without a score and columns that took no part
/// are no errors.
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let rows = [vec![Some(850.0), Some(6.0)], vec![Some(650.0), Some(3.0)], vec![Some(780.0), Some(7.0)], vec![Some(700.0), None]];
/// let composite = compose(&Matrix::new(&[Higher, Lower], &rows).unwrap(), &Method::default()).unwrap();
/// let first = composite.places[0].score.as_ref().unwrap();
/// assert_eq!((first.value, first.rank), (0.625, 1));
/// assert_eq!(first.contributions, [Some(0.5), Some(0.125)]);
/// // half of the indicators is too little to be scored by
/// assert_eq!(composite.places[3].score, Err(NoScore::Coverage));
/// ```
pub fn compose(matrix: &Matrix, method: &Method) -> Result<Composite, CompositeError> {
    let weights = weight(matrix, &method.weighting).map_err(CompositeError::Weighting)?;
    let mut remarks = Vec::new();
    let mut truncated = Vec::new();
    let merits = matrix.turned();
    let spreads = extents(&merits, matrix.columns());
    let spreadless = without_spread(&spreads);
    let mut set_aside = vec![None; matrix.columns()];
    let aggregate = match &method.scoring {
        Scoring::Mean(Mean::Geometric { .. }, Normalisation::ZScore) => return Err(CompositeError::GeometricOfZScores),
        Scoring::Mean(mean, normalisation) => {
            let scores = normalise(matrix, normalisation).map_err(CompositeError::Normalisation)?;
            let found = aggregate(&scores, &weights, *mean, method.coverage);
            (set_aside, truncated) = (scores.set_aside, scores.truncated);
            found
        }
        Scoring::Topsis(scale) => {
            set_aside.clone_from(&spreadless);
            closeness(merits, &spreads, &weights, *scale, method.coverage)
        }
    };
    let Aggregate { rows, weights, clipped, frame } = aggregate.map_err(CompositeError::Aggregation)?;
    for (column, ((why, spreadless), weight)) in set_aside.into_iter().zip(spreadless).zip(&weights).enumerate() {
        match why {
            Some(why) => remarks.push(Remark::SetAside { column, why }),
            None if *weight == 0.0 => remarks.push(Remark::NoWeight { column }),
            None if spreadless.is_some() => remarks.push(Remark::Constant { column }),
            None => {}
        }
    }
    for (row, column) in truncated {
        remarks.push(Remark::Truncated { row, column });
    }
    for (row, column) in clipped {
        remarks.push(Remark::Clipped { row, column });
    }
    let mut places = Vec::with_capacity(rows.len());
    for (row, outcome) in rows.into_iter().enumerate() {
        let score = match (outcome.score, outcome.rank) {
            (Ok(value), Some(rank)) => Ok(Score { value, rank, contributions: outcome.contributions }),
            (Err(why), _) => Err(why),
            (Ok(_), None) => Err(NoScore::NoIndicator),
        };
        let lacks = frame.row(row).iter().zip(&weights).any(|(cell, weight)| cell.is_nan() && *weight > 0.0);
        if score.is_ok() && lacks {
            remarks.push(Remark::Incomplete { row });
        }
        places.push(Place { score, coverage: outcome.coverage });
    }
    Ok(Composite { places, weights, remarks, frame })
}

/// For each column why nothing tells places apart in it, where nothing does.
fn without_spread(spreads: &[Option<(f64, f64)>]) -> Vec<Option<SetAside>> {
    let mut why = Vec::new();
    for spread in spreads {
        why.push(match spread {
            None => Some(SetAside::Empty),
            Some((worst, best)) if worst == best => Some(SetAside::Constant),
            Some(_) => None,
        });
    }
    why
}

impl Composite {
    /// Row and score of the places that have one, from the best; ties in the order of the rows.
    pub fn ranked(&self) -> Vec<(usize, &Score)> {
        let mut ranked = Vec::new();
        for (row, place) in self.places.iter().enumerate() {
            if let Ok(score) = &place.score {
                ranked.push((row, score));
            }
        }
        crate::order::sorted(ranked, |(_, score)| f64::from(score.rank))
    }

    /// The score of a row, where it has one.
    pub fn score(&self, row: usize) -> Option<&Score> {
        self.places.get(row)?.score.as_ref().ok()
    }
}
