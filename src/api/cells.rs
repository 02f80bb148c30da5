//! Reading arrays of numbers, rows of them, and typed arrays.

use super::{fault::FaultCode, input::Item, value::Value};
use crate::benchmark::composite::{LARGEST, Table};

impl Item<'_> {
    /// How many an array holds; zero of what is none.
    pub(super) fn len(&self) -> usize {
        match self.value {
            Value::List(items) => items.len(),
            Value::Numbers(numbers) => numbers.len(),
            _ => 0,
        }
    }

    /// Notes where an array has not one entry a column; of how many columns is unknown, nothing is noted.
    pub(super) fn one_a_column(&self, columns: Option<usize>) {
        if let (Some(columns), Value::List(_) | Value::Numbers(_)) = (columns, self.value)
            && columns != self.len()
        {
            self.fault::<()>(FaultCode::Shape, &[&columns.to_string(), " ≠ ", &self.len().to_string()].concat());
        }
    }

    /// Takes in one cell a number, each of which may be missing: `null`, or NaN in a `Float64Array`. What is missing is NaN.
    fn cells(self, cells: &mut Vec<f64>) {
        let of = |item: Item<'_>| {
            if matches!(item.value, Value::Nothing) {
                return Some(f64::NAN);
            }
            let cell = item.clone().number()?;
            if cell.abs() <= LARGEST { Some(cell) } else { item.fault(FaultCode::Range, "±1e100") }
        };
        match self.value {
            Value::Numbers(numbers) => {
                cells.extend_from_slice(numbers);
                for (at, number) in numbers.iter().enumerate().filter(|(_, number)| number.abs() > LARGEST) {
                    let (code, found) =
                        if number.is_infinite() { (FaultCode::NotFinite, "Infinity") } else { (FaultCode::Range, "±1e100") };
                    self.faults.add(code, &[&self.path(), "/", &at.to_string()].concat(), found);
                }
            }
            Value::List(values) => cells.extend(values.iter().enumerate().filter_map(|(index, value)| match value {
                // what most cells are
                Value::Number(number) if number.abs() <= LARGEST => Some(*number),
                _ => of(self.entry(index, value)),
            })),
            _ => {
                self.wrong::<()>("array");
            }
        }
    }

    /// How many rows a table has, whatever is in them.
    pub(super) fn rows(&self) -> usize {
        let Value::Object(fields) = self.value else { return self.len() };
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        match (field("columns"), field("cells")) {
            (Some(Value::Number(columns)), Some(Value::Numbers(cells))) if *columns >= 1.0 => cells.len() / *columns as usize,
            _ => 0,
        }
    }

    /// Rows of equally many cells, at least one of each: one by one, or all at once as `{ columns, cells }`.
    pub(super) fn table(self) -> Option<Table> {
        if self.is_table_at_once() {
            return self.table_at_once();
        }
        let (mut columns, mut cells) = (None, Vec::new());
        let rows = self.clone().list(|row| {
            // a row that is no array is not too short, too
            if matches!(row.value, Value::List(_) | Value::Numbers(_)) {
                let (length, first) = (row.len(), *columns.get_or_insert(row.len()));
                if length != first || first == 0 {
                    row.fault::<()>(FaultCode::Shape, &[&first.to_string(), " ≠ ", &length.to_string()].concat());
                }
            }
            row.cells(&mut cells);
            Some(())
        })?;
        if rows.is_empty() { self.fault(FaultCode::Shape, "0") } else { Some(Table::of_cells(columns?, cells)) }
    }

    /// Whether it is `{ columns, cells }`.
    pub(super) fn is_table_at_once(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    fn table_at_once(self) -> Option<Table> {
        let fields = self.fields()?;
        let columns = fields.must("columns", |item| item.whole(1, u32::MAX));
        let cells = fields.must("cells", |item| {
            let Value::Numbers(numbers) = item.value else { return item.wrong("Float64Array") };
            if let Some(columns) = columns
                && (numbers.is_empty() || numbers.len() % columns != 0)
            {
                item.fault::<()>(FaultCode::Shape, &["n × ", &columns.to_string(), " ≠ ", &numbers.len().to_string()].concat());
            }
            let mut cells = Vec::new();
            item.cells(&mut cells);
            Some(cells)
        });
        fields.end();
        Some(Table::of_cells(columns?, cells?))
    }

    /// Numbers between two bounds, none of which may be missing: an array or a `Float64Array`.
    pub(super) fn numbers(self, low: f64, high: f64) -> Option<Vec<f64>> {
        let Value::Numbers(numbers) = self.value else { return self.list(|item| item.within(low, high)) };
        for (at, number) in numbers.iter().enumerate().filter(|(_, number)| !(low..=high).contains(*number)) {
            let code = if number.is_finite() { FaultCode::Range } else { FaultCode::NotFinite };
            self.faults.add(code, &[&self.path(), "/", &at.to_string()].concat(), &number.to_string());
        }
        Some(numbers.clone())
    }

    /// Two bounds in order: `[low, high]`.
    pub(super) fn bounds(self) -> Option<(f64, f64)> {
        let both = self.clone().numbers(-1e15, 1e15)?;
        match both.as_slice() {
            [low, high] if low < high => Some((*low, *high)),
            [_, _] => self.fault(FaultCode::Range, "low < high"),
            // a bound that was no number is told already
            _ if self.len() == 2 => None,
            _ => self.fault(FaultCode::Shape, &["2 ≠ ", &self.len().to_string()].concat()),
        }
    }
}
