//! Reads stored cases and compares numbers.

use serde_json::Value;

/// The cases of a family: the array under `cases`.
pub(crate) fn cases(text: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(text).unwrap();
    let cases = all["cases"].as_array().unwrap().clone();
    assert!(cases.len() >= 200, "an oracle of only {} cases", cases.len());
    cases
}

/// A number, or nothing for null.
pub(crate) fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

/// A list of numbers, each or nothing.
pub(crate) fn numbers(value: &Value) -> Vec<Option<f64>> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// A list of numbers without gaps.
pub(crate) fn full(value: &Value) -> Vec<f64> {
    numbers(value).into_iter().map(Option::unwrap).collect()
}

/// Rows of numbers, each or nothing.
pub(crate) fn matrix(value: &Value) -> Vec<Vec<Option<f64>>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

/// Agreement to 1e-9 relative (and to 1e-12 near zero); both missing agree.
#[track_caller]
pub(crate) fn agree(ours: Option<f64>, theirs: Option<f64>, what: &str) {
    let near = match (ours, theirs) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-12_f64.max(1e-9 * a.abs().max(b.abs())),
        (None, None) => true,
        _ => false,
    };
    assert!(near, "{what}: ours {ours:?}, theirs {theirs:?}");
}
