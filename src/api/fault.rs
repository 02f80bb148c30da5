//! What is wrong with an input, all of it, each with a stable code and a path.

use core::cell::Cell;

use serde::Serialize;

use crate::{
    dataset::{Dataset, Lang, parse_json},
    figure::Unanswerable,
    words::Words,
};

/// The rules an input can break. The written codes are stable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FaultCode {
    /// Another type is expected.
    Type,
    /// A field must be there.
    Missing,
    /// No such field.
    Unknown,
    /// NaN or infinite.
    NotFinite,
    /// Outside what makes sense.
    Range,
    /// Not one of the allowed words.
    Word,
    /// The text is not a figure.
    Figure,
    /// Not a unit.
    Unit,
    /// The figure's unit does not convert.
    UnitMismatch,
    /// The text is not a period.
    Period,
    /// The dataset has no such place.
    Region,
    /// The dataset has no such indicator.
    Indicator,
    /// The dataset has no such target.
    Target,
    /// The dataset has no such view, and no drawing has that name.
    View,
    /// Rows that differ in length, a list without its one entry a column, or an empty one.
    Shape,
    /// Points not in order of time, or two at one time.
    Order,
    /// The value is finite but the method cannot take it, such as zero under a logarithm.
    Unfit,
}

impl FaultCode {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            FaultCode::Type => "type",
            FaultCode::Missing => "missing-field",
            FaultCode::Unknown => "unknown-field",
            FaultCode::NotFinite => "not-finite",
            FaultCode::Range => "range",
            FaultCode::Word => "unknown-word",
            FaultCode::Figure => "figure",
            FaultCode::Unit => "unit",
            FaultCode::UnitMismatch => "unit-mismatch",
            FaultCode::Period => "period",
            FaultCode::Region => "unknown-region",
            FaultCode::Indicator => "unknown-indicator",
            FaultCode::Target => "unknown-target",
            FaultCode::View => "unknown-view",
            FaultCode::Shape => "shape",
            FaultCode::Order => "order",
            FaultCode::Unfit => "unfit",
        }
    }
}

/// One thing wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub(crate) code: FaultCode,
    /// A JSON Pointer into the input.
    pub(crate) path: String,
    /// What was found, or what is expected. May be empty.
    pub(crate) found: String,
}

/// Faults met while reading. Shared by all readers of one input.
#[derive(Default)]
pub(super) struct Faults(Cell<Vec<Fault>>);

impl Faults {
    pub(super) fn add(&self, code: FaultCode, path: &str, found: &str) {
        let mut all = self.0.take();
        all.push(Fault { code, path: path.to_owned(), found: found.to_owned() });
        self.0.set(all);
    }

    /// What was read, where nothing was wrong.
    pub(super) fn check<T>(&self, lang: Lang, read: Option<T>) -> Result<T, Failure> {
        let all = self.0.take();
        match read {
            Some(value) if all.is_empty() => Ok(value),
            _ => Err(Failure::input(lang, &all)),
        }
    }
}

/// What JavaScript catches.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct Failure {
    /// `data`: the dataset; `request`: what is asked of it; `input`: the arguments.
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) issues: Vec<IssueShown>,
}

/// One issue of a failure.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct IssueShown {
    code: &'static str,
    place: String,
    message: String,
}

impl Failure {
    fn input(lang: Lang, faults: &[Fault]) -> Failure {
        let words = Words::new(lang);
        let issues = faults.iter().map(|fault| IssueShown {
            code: fault.code.as_str(),
            place: fault.path.clone(),
            message: words.fault(fault.code, &fault.found),
        });
        Failure { code: "input", message: words.bad_input(faults.len()), issues: issues.collect() }
    }

    /// One fault, found when the method met the values.
    pub(super) fn one(lang: Lang, code: FaultCode, path: &str, found: &str) -> Failure {
        Failure::input(lang, &[Fault { code, path: path.to_owned(), found: found.to_owned() }])
    }

    pub(super) fn request(lang: Lang, reason: &Unanswerable) -> Failure {
        Failure { code: "request", message: Words::new(lang).unanswerable(reason), issues: Vec::new() }
    }
}

/// Reads a dataset from JSON text.
pub(crate) fn parse_dataset(text: &str, lang: Lang) -> Result<Dataset, Failure> {
    let parsed = parse_json(text);
    let words = Words::new(lang);
    let shown = parsed.issues.iter().map(|issue| IssueShown {
        code: issue.code.as_str(),
        place: issue.place.to_string(),
        message: words.issue(issue),
    });
    let issues = shown.collect();
    parsed.dataset.ok_or_else(|| Failure { code: "data", message: words.broken_data(parsed.issues.len()), issues })
}
