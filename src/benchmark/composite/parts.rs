//! What makes the gap between two places.

use super::{compose::Composite, frame::Rule};

/// The gap between two places, indicator by indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct GapParts {
    /// What each column adds to the gap; they sum to `total`, in their order and to the last bit. A column that one
    /// of the two lacks counts with what it brings the other. `None` where neither has it.
    pub parts: Vec<Option<f64>>,
    /// The first score minus the second; under the geometric mean, the difference of their natural logarithms.
    pub total: f64,
    /// Columns that only one of the two has: their parts say nothing about who is better.
    pub one_sided: Vec<usize>,
    /// Under the geometric mean the first score ÷ the second, e to the power of `total`; else `None`.
    pub ratio: Option<f64>,
}

/// Why a gap has no parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GapError {
    /// One of the two has no score, or is no row.
    NoScore,
    /// Closeness (TOPSIS) is no sum of indicators.
    NotAdditive,
}

/// Splits the gap between the scores of two rows into what each column brings.
///
/// Under the arithmetic mean the parts are points of the score, under the geometric mean parts of ln(first ÷ second).
/// Where the two were scored by different indicators (`one_sided`), so are the weights behind the other parts.
///
/// # Errors
/// [`GapError`].
///
/// ```
/// use duibiao::{benchmark::composite::*, dataset::Polarity::{Higher, Lower}};
/// let rows = [vec![Some(850.0), Some(6.0)], vec![Some(650.0), Some(3.0)], vec![Some(780.0), Some(7.0)]];
/// let composite = compose(&Matrix::new(&[Higher, Lower], &rows).unwrap(), &Method::default()).unwrap();
/// let gap = gap_parts(&composite, 0, 1).unwrap();
/// assert_eq!((gap.parts, gap.total), (vec![Some(0.5), Some(-0.375)], 0.125));
/// ```
pub fn gap_parts(composite: &Composite, first: usize, second: usize) -> Result<GapParts, GapError> {
    let (Some(a), Some(b)) = (composite.score(first), composite.score(second)) else { return Err(GapError::NoScore) };
    if composite.frame.rule == Rule::Closeness {
        return Err(GapError::NotAdditive);
    }
    let mut parts = Vec::with_capacity(a.contributions.len());
    let mut one_sided = Vec::new();
    for (column, (a, b)) in a.contributions.iter().zip(&b.contributions).enumerate() {
        if a.is_some() != b.is_some() {
            one_sided.push(column);
        }
        parts.push((a.is_some() || b.is_some()).then(|| a.unwrap_or(0.0) - b.unwrap_or(0.0)));
    }
    let total: f64 = parts.iter().flatten().sum();
    let ratio = (composite.frame.rule == Rule::Log).then(|| libm::exp(total)).filter(|ratio| ratio.is_finite());
    Ok(GapParts { parts, total, one_sided, ratio })
}
