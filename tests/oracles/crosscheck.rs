//! Verdicts and hints of cross-checks against decimal and fractions of Python.

use duibiao::{
    crosscheck::{Agreement, Alternative, HintKind, Obstacle, Operation, check, hints},
    dataset::{Quantity, notation},
};
use serde_json::Value;

use super::fixture::{agree, cases, full};

const STORED: &str = include_str!("crosscheck.json");

fn figure(text: &str) -> Quantity {
    notation::parse(text).unwrap().quantity(None)
}

fn operation(case: &Value) -> Operation {
    match case["op"].as_str().unwrap() {
        "ratio" => Operation::Ratio,
        "growth" => Operation::Growth,
        "difference" => Operation::Difference,
        "sum" => Operation::Sum,
        "increase" => Operation::Increase,
        "whole-base" => Operation::WholeBase,
        "same" => Operation::Same,
        other => panic!("{other}"),
    }
}

fn inputs(case: &Value) -> Vec<Quantity> {
    case["in"].as_array().unwrap().iter().map(|text| figure(text.as_str().unwrap())).collect()
}

#[test]
fn verdicts_are_those_of_decimal_and_fractions() {
    for case in cases(STORED) {
        let stated = figure(case["stated"].as_str().unwrap());
        let outcome = check(operation(&case), &inputs(&case), &stated);
        if case["zero"] == true {
            assert_eq!(outcome, Err(Obstacle::ZeroBase), "{case}");
            continue;
        }
        let outcome = outcome.unwrap();
        let agreement = outcome.by_arithmetic.map(|agreement| match agreement {
            Agreement::Exact => "exact",
            Agreement::Qualified => "qualified",
            Agreement::Rounded => "rounded",
            Agreement::Truncated => "truncated",
            Agreement::WithinInputs => panic!("{case}"),
        });
        assert_eq!(agreement, case["agreement"].as_str(), "{case}");
        assert_eq!(Some(outcome.within_inputs), case["within"].as_bool(), "{case}");
        let ours = [outcome.computed, outcome.range.0, outcome.range.1];
        for (ours, theirs) in ours.into_iter().zip(full(&case["numbers"])) {
            agree(Some(ours), Some(theirs), &case.to_string());
        }
    }
}

#[test]
fn what_was_spoilt_in_a_known_way_is_found() {
    let stored: Value = serde_json::from_str(STORED).unwrap();
    let stored = stored["hints"].as_array().unwrap();
    assert!(stored.len() >= 300);
    let mut first = 0;
    for case in stored {
        let inputs = inputs(case);
        let others: Vec<Alternative> = case["others"]
            .as_array()
            .unwrap()
            .iter()
            .map(|other| Alternative {
                input: other["input"].as_u64().unwrap() as usize,
                quantity: figure(other["text"].as_str().unwrap()),
            })
            .collect();
        let found = hints(operation(case), &inputs, &figure(case["stated"].as_str().unwrap()), &others);
        let kind = case["kind"].as_str().unwrap();
        let matches = |kind_found: HintKind| match kind_found {
            HintKind::DigitsSwapped => kind == "digits-swapped",
            HintKind::PowerOfTen(_) => kind == "power-of-ten",
            HintKind::RatioForGrowth => kind == "ratio-for-growth",
            HintKind::GrowthForRatio => kind == "growth-for-ratio",
            HintKind::PercentagePoints => kind == "percentage-points",
            HintKind::OtherFigure { .. } => kind == "other-figure",
            HintKind::OffByOne => kind == "off-by-one",
            HintKind::WholeBase => kind == "whole-base",
            _ => false,
        };
        let value = case["value"].as_f64().unwrap();
        let at = found.iter().position(|hint| matches(hint.kind) && (hint.value - value).abs() <= 1e-9 * value.abs().max(1.0));
        assert!(at.is_some(), "{case} {found:?}");
        first += usize::from(at == Some(0));
    }
    assert!(first * 10 >= stored.len() * 9, "the known hint comes first in {first} of {}", stored.len());
}
