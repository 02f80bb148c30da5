//! Weights, means and TOPSIS against pymcdm and scikit-criteria; random numbers against numpy.

use duibiao::benchmark::composite::{
    Aggregate, Coverage, CoverageBy, EntropyForm, Mean, Normalisation, Random, TopsisScale, WeightError, Weighting, Weights, aggregate,
    normalise, topsis, weight,
};
use serde_json::Value;

use crate::{
    fixture::{agree, cases, full, number, numbers},
    normalise::read,
};

fn of_kind(kind: &str) -> Vec<Value> {
    cases(include_str!("composite.json")).into_iter().filter(|case| case["kind"] == kind).collect()
}

#[test]
fn weights() {
    let cases = of_kind("weights");
    assert!(cases.len() >= 200);
    for case in cases {
        let matrix = read(&case);
        let methods = [
            ("raw", Weighting::Entropy(EntropyForm::RawShares)),
            ("min-max", Weighting::Entropy(EntropyForm::MinMaxFirst)),
            ("critic", Weighting::Critic),
        ];
        for (name, method) in methods {
            let ours = weight(&matrix, &method);
            match &case[name] {
                Value::String(_) => assert!(matches!(ours, Err(WeightError::Negative { .. })), "{case}"),
                Value::Null => assert!(matches!(ours, Err(WeightError::NothingVaries | WeightError::NoConflict)), "{name} {case}"),
                theirs => {
                    let ours = ours.unwrap();
                    for (ours, theirs) in ours.values().iter().zip(full(theirs)) {
                        agree(Some(*ours), Some(theirs), &format!("{name} {case}"));
                    }
                }
            }
        }
    }
}

#[test]
fn scores_and_ranks() {
    let cases = of_kind("scores");
    assert!(cases.len() >= 200);
    for case in cases {
        let matrix = read(&case);
        let weights = Weights::new(&full(&case["weights"])).unwrap();
        let by = if case["by"] == "count" { CoverageBy::Count } else { CoverageBy::Weight };
        let coverage = Coverage { least: number(&case["least"]).unwrap(), by };
        let check = |name: &str, ours: &Aggregate| {
            for (row, (ours, theirs)) in ours.rows.iter().zip(numbers(&case[name])).enumerate() {
                agree(ours.score.ok(), theirs, &format!("{name} row {row} of {case}"));
            }
        };
        check("topsis-vector", &topsis(&matrix, &weights, TopsisScale::Vector, coverage).unwrap());
        check("topsis-min-max", &topsis(&matrix, &weights, TopsisScale::MinMax, coverage).unwrap());
        let scores = normalise(&matrix, &Normalisation::MinMax).unwrap();
        check("geometric", &aggregate(&scores, &weights, Mean::Geometric { floor: 0.01 }, coverage).unwrap());
        let arithmetic = aggregate(&scores, &weights, Mean::Arithmetic, coverage).unwrap();
        check("arithmetic", &arithmetic);
        let ranks: Vec<Option<f64>> = arithmetic.rows.iter().map(|row| row.rank.map(f64::from)).collect();
        assert_eq!(ranks, numbers(&case["ranks"]), "{case}");
    }
}

#[test]
fn random_numbers() {
    let cases = of_kind("random");
    assert!(!cases.is_empty());
    for case in cases {
        let mut random = Random::new(case["seed"].as_str().unwrap().parse().unwrap());
        for word in case["words"].as_array().unwrap() {
            assert_eq!(random.word().to_string(), word.as_str().unwrap());
        }
        for unit in full(&case["units"]) {
            assert_eq!(random.unit(), unit);
        }
    }
}
