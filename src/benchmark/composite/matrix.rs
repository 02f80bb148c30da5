//! Places × indicators: the numbers a composite is made from.

use crate::dataset::Polarity;

/// The largest magnitude a cell may have. No published figure comes near it, and squares and sums of as many cells
/// as a machine can hold stay finite.
pub const LARGEST: f64 = 1e100;

/// Rows of numbers, some of which may be missing. At least one row and one column; every number is finite.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    columns: usize,
    /// Row by row; NaN where a cell is missing, which never leaves this crate.
    cells: Vec<f64>,
}

/// A [`Table`] in which every column says which way is better.
#[derive(Clone, PartialEq, Debug)]
pub struct Matrix {
    table: Table,
    polarity: Vec<Polarity>,
}

/// Why rows of numbers are no matrix.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MatrixError {
    /// There is no row, or no column.
    Empty,
    /// A row is longer or shorter than the first.
    Ragged {
        /// The first such row.
        row: usize,
    },
    /// A cell is NaN or infinite.
    NotFinite {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// A cell is above [`LARGEST`] or below its negative.
    TooLarge {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// There are more or fewer polarities than columns.
    Polarities,
    /// Neither way of this column is better ([`Polarity::None`]), so nothing can be scored by it.
    NoPolarity {
        /// The column.
        column: usize,
    },
    /// The best value of this column is not finite, or above [`LARGEST`].
    Best {
        /// The column.
        column: usize,
    },
}

impl Table {
    /// Rows of equally many cells; `None` is a missing one.
    ///
    /// # Errors
    /// [`MatrixError`], of the first faulty cell in reading order.
    pub fn new(rows: &[Vec<Option<f64>>]) -> Result<Table, MatrixError> {
        let columns = rows.first().map_or(0, Vec::len);
        if columns == 0 {
            return Err(MatrixError::Empty);
        }
        let mut cells = Vec::with_capacity(rows.len() * columns);
        for (row, values) in rows.iter().enumerate() {
            if values.len() != columns {
                return Err(MatrixError::Ragged { row });
            }
            for (column, value) in values.iter().enumerate() {
                cells.push(match value {
                    Some(value) if !value.is_finite() => return Err(MatrixError::NotFinite { row, column }),
                    Some(value) if value.abs() > LARGEST => return Err(MatrixError::TooLarge { row, column }),
                    Some(value) => *value,
                    None => f64::NAN,
                });
            }
        }
        Ok(Table { columns, cells })
    }

    /// Of cells row by row, as many as make full rows, each NaN or not beyond [`LARGEST`].
    pub(crate) fn of_cells(columns: usize, cells: Vec<f64>) -> Table {
        Table { columns, cells }
    }

    /// Of cells that are finite or NaN, column by column, all equally long.
    pub(super) fn of_columns(columns: &[Vec<f64>]) -> Table {
        let rows = columns.first().map_or(0, Vec::len);
        let mut cells = Vec::with_capacity(rows * columns.len());
        for row in 0..rows {
            cells.extend(columns.iter().map(|column| column.get(row).copied().unwrap_or(f64::NAN)));
        }
        Table::of_cells(columns.len(), cells)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns.max(1)
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell; `None` where it is missing or outside.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.row(row).get(column).copied().filter(|value| !value.is_nan())
    }

    /// The cells of a row, NaN where one is missing; empty outside.
    pub(in crate::benchmark) fn row(&self, row: usize) -> &[f64] {
        let start = row.saturating_mul(self.columns);
        self.cells.get(start..start.saturating_add(self.columns)).unwrap_or_default()
    }

    /// All cells row by row, NaN where one is missing.
    pub(super) fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// The cells of a column, NaN where one is missing.
    pub(in crate::benchmark) fn column(&self, column: usize) -> Vec<f64> {
        self.cells.get(column..).unwrap_or_default().iter().step_by(self.columns.max(1)).copied().collect()
    }
}

impl Matrix {
    /// Rows of equally many cells (`None` is a missing one), and for each column which way is better.
    ///
    /// # Errors
    /// [`MatrixError`].
    ///
    /// ```
    /// use duibiao::{benchmark::composite::{Matrix, MatrixError}, dataset::Polarity};
    /// let matrix = Matrix::new(&[Polarity::Higher, Polarity::Lower], &[vec![Some(850.0), Some(15.12)], vec![Some(722.0), None]])?;
    /// assert_eq!((matrix.rows(), matrix.columns(), matrix.get(1, 1)), (2, 2, None));
    /// assert_eq!(Matrix::new(&[Polarity::None], &[vec![Some(1.0)]]), Err(MatrixError::NoPolarity { column: 0 }));
    /// # Ok::<(), MatrixError>(())
    /// ```
    pub fn new(polarity: &[Polarity], rows: &[Vec<Option<f64>>]) -> Result<Matrix, MatrixError> {
        Matrix::of(Table::new(rows)?, polarity)
    }

    /// A table whose columns are better these ways.
    ///
    /// # Errors
    /// [`MatrixError::Polarities`], [`MatrixError::NoPolarity`] or [`MatrixError::Best`].
    pub fn of(table: Table, polarity: &[Polarity]) -> Result<Matrix, MatrixError> {
        if polarity.len() != table.columns {
            return Err(MatrixError::Polarities);
        }
        for (column, polarity) in polarity.iter().enumerate() {
            match polarity {
                Polarity::None => return Err(MatrixError::NoPolarity { column }),
                Polarity::Nearest(best) if !best.is_finite() || best.abs() > LARGEST => return Err(MatrixError::Best { column }),
                _ => {}
            }
        }
        Ok(Matrix { table, polarity: polarity.to_vec() })
    }

    /// The numbers alone.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.table.rows()
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.table.columns
    }

    /// A cell; `None` where it is missing or outside.
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.table.get(row, column)
    }

    /// Which way each column is better.
    pub fn polarity(&self) -> &[Polarity] {
        &self.polarity
    }

    /// All cells row by row, turned so that more is better (see [`merit`]); NaN where one is missing.
    pub(super) fn turned(&self) -> Vec<f64> {
        let mut cells = self.table.cells.clone();
        for (column, polarity) in self.polarity.iter().enumerate().filter(|(_, polarity)| **polarity != Polarity::Higher) {
            for value in cells.iter_mut().skip(column).step_by(self.table.columns.max(1)) {
                *value = merit(*value, *polarity);
            }
        }
        cells
    }

    /// A column turned so that more is better (see [`merit`]); NaN where a cell is missing.
    pub(super) fn merits(&self, column: usize) -> Vec<f64> {
        let polarity = self.polarity.get(column).copied().unwrap_or(Polarity::Higher);
        let mut values = self.table.column(column);
        for value in &mut values {
            *value = merit(*value, polarity);
        }
        values
    }
}

/// The least and the largest of each column's values that are there, of cells row by row.
pub(super) fn extents(cells: &[f64], columns: usize) -> Vec<Option<(f64, f64)>> {
    let (mut least, mut most) = (vec![NOWHERE.0; columns], vec![NOWHERE.1; columns]);
    for row in cells.chunks_exact(columns.max(1)) {
        for ((least, most), value) in least.iter_mut().zip(&mut most).zip(row) {
            (*least, *most) = widened((*least, *most), *value);
        }
    }
    least.into_iter().zip(most).map(found).collect()
}

/// The least and the largest of no values.
const NOWHERE: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

/// The ends with a value taken in; NaN is neither less nor more. (By comparing: `f64::min` and `max` are calls of a function in wasm.)
fn widened((least, most): (f64, f64), value: f64) -> (f64, f64) {
    (if value < least { value } else { least }, if value > most { value } else { most })
}

fn found((least, most): (f64, f64)) -> Option<(f64, f64)> {
    (least <= most).then_some((least, most))
}

/// How good a value is, more being better: itself, its negative, or the negative distance to the best value.
pub(super) fn merit(value: f64, polarity: Polarity) -> f64 {
    match polarity {
        Polarity::Higher | Polarity::None => value,
        Polarity::Lower => -value,
        Polarity::Nearest(best) => -(value - best).abs(),
    }
}

/// The least and the largest of the values that are there.
pub(in crate::benchmark) fn extent(values: &[f64]) -> Option<(f64, f64)> {
    let mut extent = NOWHERE;
    for value in values {
        extent = widened(extent, *value);
    }
    found(extent)
}

/// Mean and sample standard deviation (n − 1) of the values that are there; `None` where all are equal.
pub(in crate::benchmark) fn mean_and_deviation(values: &[f64]) -> Option<(f64, f64)> {
    let (least, most) = extent(values)?;
    if least == most {
        return None;
    }
    let there = || values.iter().filter(|value| !value.is_nan());
    let n = there().count() as f64;
    let mean = there().sum::<f64>() / n;
    // scaled, so that squares of tiny deviations do not vanish
    let scale = (mean - least).max(most - mean);
    let squares: f64 = there().map(|value| ((value - mean) / scale) * ((value - mean) / scale)).sum();
    let deviation = scale * (squares / (n - 1.0)).sqrt();
    (deviation > 0.0).then_some((mean, deviation))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(polarity: &[Polarity], rows: &[&[f64]], expect: MatrixError) {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().map(|value| Some(*value)).collect()).collect();
        assert_eq!(Matrix::new(polarity, &rows), Err(expect));
    }

    #[test]
    fn refuses_what_is_no_matrix() {
        use Polarity::{Higher, Lower, Nearest, None};
        check(&[], &[], MatrixError::Empty);
        check(&[], &[&[]], MatrixError::Empty);
        check(&[Higher, Lower], &[&[1.0, 2.0], &[3.0]], MatrixError::Ragged { row: 1 });
        check(&[Higher, Lower], &[&[1.0, 2.0], &[3.0, f64::NAN]], MatrixError::NotFinite { row: 1, column: 1 });
        check(&[Higher], &[&[1e101]], MatrixError::TooLarge { row: 0, column: 0 });
        check(&[Higher], &[&[1.0, 2.0]], MatrixError::Polarities);
        check(&[Higher, None], &[&[1.0, 2.0]], MatrixError::NoPolarity { column: 1 });
        check(&[Nearest(f64::INFINITY)], &[&[1.0]], MatrixError::Best { column: 0 });
        check(&[Higher, Nearest(-1e101)], &[&[1.0, 2.0]], MatrixError::Best { column: 1 });
        check(&[Higher, Lower], &[&[1.0, -1e101]], MatrixError::TooLarge { row: 0, column: 1 });
    }

    #[test]
    fn as_large_as_it_may_be() {
        let rows = [vec![Some(LARGEST), Some(-LARGEST)]];
        let matrix = Matrix::new(&[Polarity::Higher, Polarity::Nearest(LARGEST)], &rows).unwrap();
        assert_eq!((matrix.rows(), matrix.columns(), matrix.get(0, 0), matrix.get(0, 1)), (1, 2, Some(LARGEST), Some(-LARGEST)));
        assert_eq!(matrix.polarity(), [Polarity::Higher, Polarity::Nearest(LARGEST)]);
    }

    #[test]
    fn the_more_the_better_whatever_the_polarity() {
        let polarity = [Polarity::Higher, Polarity::Lower, Polarity::Nearest(5.0)];
        let rows = [vec![Some(3.0), Some(3.0), Some(3.0)], vec![Some(-1.0), Some(-1.0), Some(9.0)]];
        let matrix = Matrix::new(&polarity, &rows).unwrap();
        assert_eq!(matrix.turned(), [3.0, -3.0, -2.0, -1.0, 1.0, -4.0]);
        assert_eq!([0, 1, 2].map(|column| matrix.merits(column)), [[3.0, -1.0], [-3.0, 1.0], [-2.0, -4.0]].map(|column| column.to_vec()));
        assert_eq!(extents(&matrix.turned(), 3), [Some((-1.0, 3.0)), Some((-3.0, 1.0)), Some((-4.0, -2.0))]);
        assert_eq!((matrix.table().rows(), matrix.table().columns(), matrix.rows(), matrix.columns()), (2, 3, 2, 3));
    }

    #[test]
    fn extents_pass_over_what_is_missing() {
        assert_eq!(extents(&[f64::NAN, 2.0, f64::NAN, 1.0], 2), [None, Some((1.0, 2.0))]);
        assert_eq!((extent(&[f64::NAN]), extent(&[4.0, f64::NAN, -1.0])), (None, Some((-1.0, 4.0))));
    }

    #[test]
    fn a_missing_cell_is_none() {
        let table = Table::new(&[vec![Some(1.0), None], vec![Some(3.0), Some(4.0)]]).unwrap();
        assert_eq!(
            (table.get(0, 0), table.get(0, 1), table.get(1, 1), table.get(2, 0), table.get(0, 2)),
            (Some(1.0), None, Some(4.0), None, None)
        );
        assert_eq!(Table::of_columns(&[table.column(0), vec![5.0, 6.0]]).row(1), [3.0, 6.0]);
    }

    #[test]
    fn equal_values_have_no_deviation() {
        assert_eq!(mean_and_deviation(&[0.1, 0.1, 0.1]), None);
        assert_eq!(mean_and_deviation(&[1.0, f64::NAN, 3.0]), Some((2.0, 2.0_f64.sqrt())));
        let (mean, deviation) = mean_and_deviation(&[1.0, 2.0, 6.0]).unwrap();
        assert!(mean == 3.0 && (deviation - 7.0_f64.sqrt()).abs() < 1e-14);
        let (_, tiny) = mean_and_deviation(&[1e-200, 3e-200]).unwrap();
        assert!((tiny / 1e-200 - 2.0_f64.sqrt()).abs() < 1e-12);
        // a deviation below the least double is none
        assert_eq!(mean_and_deviation(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5e-324]), None);
    }
}
