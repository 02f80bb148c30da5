//! What can be wrong with input, told by code and place. The sentences are in `words`.

use core::fmt;

use super::decimal::count;

/// One thing wrong with an input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issue {
    /// Which rule is broken.
    pub code: IssueCode,
    /// Where.
    pub place: Place,
    /// What was found there, or what is missing: an id, a field name, a text as given. May be empty.
    pub found: String,
}

/// Where in the input an issue lies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The input as a whole.
    Whole,
    /// A line and a column of the text, counted from 1.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// A JSON Pointer (RFC 6901) such as `/observations/12/text`.
    Pointer(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

impl Place {
    /// Its written form, without the formatting machinery of the standard library.
    pub(crate) fn written(&self) -> String {
        match self {
            Place::Whole => "/".to_owned(),
            Place::Text { line, column } => [count(*line), count(*column)].join(":"),
            Place::Pointer(pointer) => pointer.clone(),
        }
    }
}

macro_rules! issue_codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// The rules an input can break. The written codes are stable.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum IssueCode { $($(#[doc = $doc])+ $name,)+ }

        impl IssueCode {
            /// Every code, in the order of declaration.
            pub const ALL: &'static [IssueCode] = &[$(IssueCode::$name,)+];

            /// The stable written code.
            pub fn as_str(self) -> &'static str {
                match self { $(IssueCode::$name => $code,)+ }
            }
        }
    };
}

issue_codes! {
    /// The text is not JSON.
    Syntax = "syntax",
    /// The format version is not one this core reads.
    Version = "version",
    /// A value has the wrong JSON type.
    Type = "type",
    /// A required field is absent.
    MissingField = "missing-field",
    /// A field the format does not know.
    UnknownField = "unknown-field",
    /// A key appears twice in one object.
    DuplicateKey = "duplicate-key",
    /// A word that is not one of the allowed ones.
    UnknownWord = "unknown-word",
    /// An id is used by two records.
    DuplicateId = "duplicate-id",
    /// An id that no record has.
    UnknownId = "unknown-id",
    /// Not one of the written forms of a period.
    Period = "period",
    /// A figure that cannot be read.
    Figure = "figure",
    /// A number that is not finite or out of range.
    Number = "number",
    /// A unit that is not known.
    Unit = "unit",
    /// A unit that does not convert to the indicator's.
    UnitMismatch = "unit-mismatch",
    /// Bounds that do not enclose the value.
    Bounds = "bounds",
    /// A GB/T 2260 code that is not six digits.
    RegionCode = "region-code",
    /// A region is its own ancestor.
    Cycle = "cycle",
    /// The same figure given twice from the same place.
    DuplicateObservation = "duplicate-observation",
    /// An observation gives neither or both of `value` and `text`.
    ValueOrText = "value-or-text",
    /// A text that must not be empty.
    Empty = "empty",
    /// A baseline or milestone at or after the deadline.
    TargetOrder = "target-order",
    /// More records than the stated limit.
    TooMany = "too-many",
}
