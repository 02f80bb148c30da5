//! From a dataset to a matrix: only figures that compare stand in one column.

use std::sync::Arc;

use super::{
    compose::{Composite, CompositeError, Method, compose},
    matrix::{Matrix, MatrixError, Table},
};
use crate::{
    benchmark::{Comparison, Difference, Question, Standing, compare},
    dataset::{Dataset, Indicator, Period, Region, Relax},
};

/// Which figures to gather.
#[derive(Clone, Debug)]
pub struct CompositeQuestion {
    /// The indicators, one a column.
    pub indicators: Vec<Arc<Indicator>>,
    /// The places, one a row; empty for everyone who has a comparable figure of any of the indicators, in the order of
    /// the dataset. Give them where the method names a row.
    pub places: Vec<Arc<Region>>,
    /// In which period; `None` takes for each indicator the one in which most of the places have a figure.
    pub period: Option<Period>,
    /// Rules of comparability given up.
    pub relax: Relax,
}

/// Figures of several indicators, side by side.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The places, one a row.
    pub places: Vec<Arc<Region>>,
    /// One a column: indicator, period and definition, and every place's standing on it.
    pub comparisons: Vec<Comparison>,
    /// The figures as stated, in the units of their indicators. Missing where a place has none that compares.
    pub table: Table,
    /// What is to be known of single figures, by row and then by column.
    pub notes: Vec<CellNote>,
}

/// What is to be known of a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellNote {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// What.
    pub note: Note,
}

/// A note on a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// There is a figure, but it does not compare and was not used.
    Apart(Vec<Difference>),
    /// It was used with differences that the question gave up.
    Flagged(Vec<Difference>),
    /// It was published as an interval (超, 余, 近); the number as stated was used.
    Interval,
}

/// A composite indicator of places in a dataset.
#[derive(Clone, Debug)]
pub struct CompositeOf {
    /// The figures it is made of.
    pub gathered: Arc<Gathered>,
    /// Scores and ranks, one a place in the order of `gathered.places`.
    pub composite: Composite,
    /// The method used.
    pub method: Method,
}

/// Why there is no composite of a dataset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompositeOfError {
    /// No indicator, or no place with a comparable figure.
    Nothing,
    /// An indicator stands twice among those asked for.
    Repeated {
        /// The second time.
        column: usize,
    },
    /// The figures: neither way of an indicator is better, or a figure is too large.
    Matrix(MatrixError),
    /// The method.
    Composite(CompositeError),
}

/// The comparable figures of several indicators, found for each by [`compare`].
///
/// # Errors
/// [`CompositeOfError::Nothing`], [`CompositeOfError::Repeated`] or [`CompositeOfError::Matrix`].
pub fn gather(dataset: &Dataset, question: &CompositeQuestion) -> Result<Gathered, CompositeOfError> {
    let CompositeQuestion { indicators, places, period, relax } = question;
    let repeated =
        |column: &usize| indicators.iter().take(*column).any(|other| indicators.get(*column).is_some_and(|own| Arc::ptr_eq(own, other)));
    if let Some(column) = (0..indicators.len()).find(repeated) {
        return Err(CompositeOfError::Repeated { column });
    }
    let mut comparisons = Vec::new();
    for indicator in indicators {
        let indicator = Arc::clone(indicator);
        comparisons.push(compare(dataset, &Question { indicator, period: *period, places: places.clone(), home: None, relax: *relax }));
    }
    let mut places = places.clone();
    if places.is_empty() {
        // in the order of the dataset, so that the order of the indicators does not matter
        let has = |region: &&Arc<Region>| {
            comparisons.iter().any(|comparison| matches!(standing(comparison, region), Some(Standing::Ranked { .. })))
        };
        places = dataset.regions.iter().filter(has).cloned().collect();
    }
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for (row, place) in places.iter().enumerate() {
        let mut cells = Vec::new();
        for (column, comparison) in comparisons.iter().enumerate() {
            let mut note = |note| notes.push(CellNote { row, column, note });
            cells.push(match standing(comparison, place) {
                Some(Standing::Ranked { quantity, flags, .. }) => {
                    if !flags.is_empty() {
                        note(Note::Flagged(flags.clone()));
                    }
                    if !quantity.is_exact() {
                        note(Note::Interval);
                    }
                    Some(quantity.value())
                }
                Some(Standing::Apart { reasons, .. }) => {
                    note(Note::Apart(reasons.clone()));
                    None
                }
                Some(Standing::Missing) | None => None,
            });
        }
        rows.push(cells);
    }
    let table = Table::new(&rows)
        .map_err(|error| if error == MatrixError::Empty { CompositeOfError::Nothing } else { CompositeOfError::Matrix(error) })?;
    Ok(Gathered { places, comparisons, table, notes })
}

/// Places of one dataset are told apart by identity, as [`compare`] does.
fn standing<'c>(comparison: &'c Comparison, region: &Arc<Region>) -> Option<&'c Standing> {
    comparison.entries.iter().find(|entry| Arc::ptr_eq(&entry.region, region)).map(|entry| &entry.standing)
}

/// Makes a composite indicator of a dataset's figures. Figures that do not compare (other definition, period or scope)
/// are not used, unless the question gives the rule up; either way they are noted.
///
/// # Errors
/// [`CompositeOfError`].
///
/// ```
/// use duibiao::{benchmark::composite::{CompositeQuestion, Method, composite_of}, dataset::{Lang, Relax, parse_json}, words::Words};
/// let dataset = parse_json(r#"{"version":1,"title":"例","sources":[{"id":"s","title":"文件"}],
///     "regions":[{"id":"hb","name":"淮北","kind":"city"},{"id":"wh","name":"芜湖","kind":"city"}],
///     "indicators":[{"id":"output","name":"产值","unit":"亿元","polarity":"higher","measure":"flow"},
///                   {"id":"rate","name":"败诉率","unit":"%","polarity":"lower","measure":"ratio"}],
///     "observations":[
///         {"region":"hb","indicator":"output","period":"2023","text":"650亿元","source":"s"},
///         {"region":"wh","indicator":"output","period":"2023","text":"850亿元","source":"s"},
///         {"region":"hb","indicator":"rate","period":"2023","text":"6.1%","source":"s"},
///         {"region":"wh","indicator":"rate","period":"2023","text":"3.2%","source":"s"}]}"#).dataset.unwrap();
/// let question = CompositeQuestion { indicators: dataset.indicators.clone(), places: Vec::new(), period: None, relax: Relax::default() };
/// let found = composite_of(&dataset, &question, &Method::default()).unwrap();
/// let told = Words::new(Lang::ZhHans).composite_reading(&found, None, None);
/// assert_eq!(told, "按产值、败诉率2项指标综合计分，2个地区中芜湖得分最高，为100.0。");
/// ```
pub fn composite_of(dataset: &Dataset, question: &CompositeQuestion, method: &Method) -> Result<CompositeOf, CompositeOfError> {
    let gathered = gather(dataset, question)?;
    let polarity: Vec<_> = gathered.comparisons.iter().map(|comparison| comparison.indicator.polarity).collect();
    let matrix = Matrix::of(gathered.table.clone(), &polarity).map_err(CompositeOfError::Matrix)?;
    let composite = compose(&matrix, method).map_err(CompositeOfError::Composite)?;
    Ok(CompositeOf { gathered: Arc::new(gathered), composite, method: method.clone() })
}

impl Gathered {
    /// The row of a place.
    pub fn row(&self, region: &Region) -> Option<usize> {
        self.places.iter().position(|place| place.id == region.id)
    }
}
