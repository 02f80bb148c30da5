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
