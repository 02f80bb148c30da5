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
        let cells = self.row(row).iter().zip(weights).filter(|(cell, weight)| !cell.is_nan() && **weight > 0.0);
        if self.rule == Rule::Closeness {
            let far = part(&self.far, row, self.columns);
            let (mut near_sum, mut far_sum) = (0.0, 0.0);
            for ((near, far), weight) in self.row(row).iter().zip(far).zip(weights) {
                if !near.is_nan() {
                    near_sum += weight * weight * near;
                    far_sum += weight * weight * far;
                }
            }
            let (near, far) = (near_sum.sqrt(), far_sum.sqrt());
            return (near + far > 0.0).then(|| far / (near + far));
        }
        let (mut sum, mut weight_sum) = (0.0, 0.0);
        for (cell, weight) in cells {
            sum += weight * cell;
            weight_sum += weight;
        }
        let mean = sum / weight_sum;
        (weight_sum > 0.0).then(|| if self.rule == Rule::Log { libm::exp(mean) } else { mean }).filter(|score| score.is_finite())
    }

    /// What each cell of a row brings to its score, in the order of the columns: parts of the score under
    /// [`Rule::Sum`], of its logarithm under [`Rule::Log`], and nothing under [`Rule::Closeness`].
    pub(super) fn contributions(&self, row: usize, weights: &[f64]) -> Vec<Option<f64>> {
        let there = |(cell, weight): &(&f64, &f64)| !cell.is_nan() && **weight > 0.0;
        let total: f64 = self.row(row).iter().zip(weights).filter(there).map(|(_, weight)| weight).sum();
        if self.rule == Rule::Closeness {
            return Vec::new();
        }
        self.row(row).iter().zip(weights).map(|pair| there(&pair).then(|| pair.1 / total * pair.0)).collect()
    }
}

fn part(cells: &[f64], row: usize, columns: usize) -> &[f64] {
    let start = row.saturating_mul(columns);
    cells.get(start..start.saturating_add(columns)).unwrap_or_default()
}
