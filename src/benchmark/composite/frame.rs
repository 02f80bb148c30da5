//! What scoring needs whatever the weights: made once, then used for every draw of weights.

/// How a row's cells become its score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rule {
    /// Weighted mean of the cells.
    Sum,
    /// e to the weighted mean of the cells, which are logarithms.
    Log,
    /// Distance to the worst ÷ distances to the worst and the best.
    Closeness,
}

/// Rows of cells, NaN where one is missing.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Frame {
    pub(super) rule: Rule,
    pub(super) columns: usize,
    /// Scores, their logarithms, or squared distances to the best.
    pub(super) cells: Vec<f64>,
    /// Under [`Rule::Closeness`] the squared distances to the worst; else empty.
    pub(super) far: Vec<f64>,
}

impl Frame {
    pub(super) fn rows(&self) -> usize {
        self.cells.len() / self.columns.max(1)
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: usize) -> &[f64] {
        part(&self.cells, row, self.columns)
    }

    /// The largest number that scores under these weights are made of: what rounding is measured by.
    pub(super) fn size(&self, weights: &[f64]) -> f64 {
        if self.rule == Rule::Closeness {
            return 1.0;
        }
        let mut largest: f64 = 0.0;
        for (cell, _) in self.cells.iter().zip(weights.iter().cycle()).filter(|(cell, weight)| !cell.is_nan() && **weight > 0.0) {
            largest = largest.max(if self.rule == Rule::Log { libm::exp(*cell) } else { cell.abs() });
        }
        largest
    }

    /// The score of a row under weights in any scale, missing cells left out and the other weights scaled up;
    /// `None` where no weighted cell is there, or where the row is both the best and the worst there is.
    pub(super) fn score(&self, row: usize, weights: &[f64]) -> Option<f64> {
        let (mut sum, mut other) = (0.0, 0.0);
        if self.rule == Rule::Closeness {
            for ((near, far), weight) in self.row(row).iter().zip(part(&self.far, row, self.columns)).zip(weights) {
                if !near.is_nan() {
                    sum += weight * weight * near;
                    other += weight * weight * far;
                }
            }
        } else {
            for (cell, weight) in self.row(row).iter().zip(weights) {
                if !cell.is_nan() {
                    sum += weight * cell;
                    other += weight;
                }
            }
        }
        self.finish(sum, other)
    }

    /// A row's score from its weighted sums: of cells and of weights, or of squared distances to the best and the worst.
    fn finish(&self, sum: f64, other: f64) -> Option<f64> {
        let score = match self.rule {
            Rule::Sum => sum / other,
            Rule::Log => libm::exp(sum / other),
            Rule::Closeness => other.sqrt() / (sum.sqrt() + other.sqrt()),
        };
        Some(score).filter(|score| score.is_finite())
    }

    /// The cells column by column, for scoring all rows at once.
    pub(super) fn by_columns(&self) -> Columns<'_> {
        let mut columns =
            Columns { frame: self, cells: Vec::with_capacity(self.cells.len()), others: Vec::with_capacity(self.cells.len()) };
        for column in 0..self.columns {
            let of = |cells: &[f64]| cells.iter().skip(column).step_by(self.columns).copied().collect::<Vec<f64>>();
            let cells = of(&self.cells);
            match self.rule {
                Rule::Closeness => columns.others.extend(of(&self.far).into_iter().map(zero_for_missing)),
                _ => columns.others.extend(cells.iter().map(|cell| if cell.is_nan() { 0.0 } else { 1.0 })),
            }
            columns.cells.extend(cells.into_iter().map(zero_for_missing));
        }
        columns
    }

    /// What each cell of a row brings to its score, in the order of the columns: parts of the score under
    /// [`Rule::Sum`], of its logarithm under [`Rule::Log`], and nothing under [`Rule::Closeness`].
    pub(super) fn contributions(&self, row: usize, weights: &[f64]) -> Vec<Option<f64>> {
        if self.rule == Rule::Closeness {
            return Vec::new();
        }
        let there = |(cell, weight): &(&f64, &f64)| !cell.is_nan() && **weight > 0.0;
        let total: f64 = self.row(row).iter().zip(weights).filter(there).map(|(_, weight)| weight).sum();
        self.row(row).iter().zip(weights).map(|pair| there(&pair).then(|| pair.1 / total * pair.0)).collect()
    }
}

/// A frame turned on its side: a column's weight is the same for all its cells, which then add up in one sweep.
pub(super) struct Columns<'f> {
    frame: &'f Frame,
    /// Zero where one is missing.
    cells: Vec<f64>,
    /// Squared distances to the worst; else one for a cell that is there and zero for a missing one.
    others: Vec<f64>,
}

impl Columns<'_> {
    /// The score of every row, as [`Frame::score`] gives it.
    pub(super) fn scores(&self, weights: &[f64]) -> impl Iterator<Item = Option<f64>> {
        let rows = self.frame.rows();
        let (mut sums, mut others) = (vec![0.0; rows], vec![0.0; rows]);
        let columns = self.cells.chunks_exact(rows.max(1)).zip(self.others.chunks_exact(rows.max(1)));
        for ((cells, other), weight) in columns.zip(weights) {
            let weight = if self.frame.rule == Rule::Closeness { weight * weight } else { *weight };
            for (sum, cell) in sums.iter_mut().zip(cells) {
                *sum += weight * cell;
            }
            for (sum, cell) in others.iter_mut().zip(other) {
                *sum += weight * cell;
            }
        }
        sums.into_iter().zip(others).map(|(sum, other)| self.frame.finish(sum, other))
    }
}

fn zero_for_missing(cell: f64) -> f64 {
    if cell.is_nan() { 0.0 } else { cell }
}

fn part(cells: &[f64], row: usize, columns: usize) -> &[f64] {
    let start = row.saturating_mul(columns);
    cells.get(start..start.saturating_add(columns)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: f64 = f64::NAN;

    fn frame(rule: Rule) -> Frame {
        let (cells, far) = match rule {
            Rule::Sum => (vec![1.0, 4.0, MISSING, 9.0, -6.0, 0.0], Vec::new()),
            Rule::Log => ([2.0, 8.0, MISSING, 3.0, 5.0, 5.0].map(libm::log).to_vec(), Vec::new()),
            // squared distances to the best, and to the worst
            Rule::Closeness => (vec![4.0, 0.0, MISSING, 4.0, 0.0, 0.0], vec![5.0, 16.0, MISSING, 36.0, 0.0, 0.0]),
        };
        Frame { rule, columns: 2, cells, far }
    }

    /// The score of each row, one by one and in one sweep.
    fn check(rule: Rule, weights: [f64; 2], expect: [Option<f64>; 3]) {
        let frame = frame(rule);
        assert_eq!(frame.rows(), 3);
        let each: Vec<Option<f64>> = (0..3).map(|row| frame.score(row, &weights)).collect();
        let swept: Vec<Option<f64>> = frame.by_columns().scores(&weights).collect();
        for found in [each, swept] {
            assert_eq!(found.len(), 3);
            for (found, expect) in found.iter().zip(expect) {
                assert_eq!(found.is_some(), expect.is_some(), "{rule:?} {weights:?}: {found:?}");
                assert!(found.zip(expect).is_none_or(|(a, b)| (a - b).abs() < 1e-12), "{rule:?} {weights:?}: {found:?}, not {expect:?}");
            }
        }
    }

    #[test]
    fn scores_by_each_rule() {
        check(Rule::Sum, [0.5, 1.5], [Some(3.25), Some(9.0), Some(-1.5)]);
        check(Rule::Sum, [1.0, 0.0], [Some(1.0), None, Some(-6.0)]);
        check(Rule::Log, [0.5, 0.5], [Some(4.0), Some(3.0), Some(5.0)]);
        check(Rule::Log, [1.0, 0.5], [Some(32.0f64.cbrt()), Some(3.0), Some(5.0)]);
        // 3 ÷ (2 + 3), 3 ÷ (1 + 3), and a row that is the best and the worst at once
        check(Rule::Closeness, [1.0, 0.5], [Some(0.6), Some(0.75), None]);
    }

    #[test]
    fn what_each_column_adds() {
        let parts = |rule, row, weights: [f64; 2]| frame(rule).contributions(row, &weights);
        assert_eq!(parts(Rule::Sum, 0, [0.5, 1.5]), [Some(0.25), Some(3.0)]);
        assert_eq!(parts(Rule::Sum, 1, [0.5, 1.5]), [None, Some(9.0)]);
        assert_eq!(parts(Rule::Sum, 0, [2.0, 0.0]), [Some(1.0), None]);
        assert_eq!(parts(Rule::Sum, 1, [2.0, 0.0]), [None, None]);
        assert_eq!(parts(Rule::Closeness, 0, [0.5, 1.5]), []);
    }

    #[test]
    fn the_largest_score_there_could_be() {
        let size = |rule, weights: [f64; 2]| frame(rule).size(&weights);
        assert_eq!((size(Rule::Sum, [1.0, 1.0]), size(Rule::Sum, [1.0, 0.0]), size(Rule::Sum, [0.0, 1.0])), (9.0, 6.0, 9.0));
        assert!((size(Rule::Log, [1.0, 1.0]) - 8.0).abs() < 1e-12 && (size(Rule::Log, [1.0, 0.0]) - 5.0).abs() < 1e-12);
        assert_eq!((size(Rule::Closeness, [1.0, 1.0]), size(Rule::Sum, [0.0, 0.0])), (1.0, 0.0));
    }
}
