//! Cross-checks (勾稽): whether published figures agree with each other, by arithmetic alone.
//!
//! Ties are declared by the dataset or found by [`candidates`]. Each is checked in exact fractions, so that a half is
//! rounded rightly; a finding says what is stated, what the other figures give and how the two agree. A hint is a
//! change under which they would agree. Nothing is corrected, and nobody is said to be wrong.

mod candidates;
mod exact;
mod finding;
mod hint;
mod ledger;
mod levels;
mod relations;
mod verdict;

pub use candidates::candidates;
pub use finding::{Finding, Origin, Reason, Subject, Tie, crosscheck, declared, evaluate};
pub use hint::{Alternative, Hint, HintKind, hints};
pub use relations::{Operation, check};
pub use verdict::{Agreement, Obstacle, Outcome, Verdict};
