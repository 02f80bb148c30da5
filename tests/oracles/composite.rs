//! Weights, means and TOPSIS against pymcdm and scikit-criteria; random numbers against numpy.

use duibiao::benchmark::composite::{
    Aggregate, Coverage, CoverageBy, Draws, EntropyForm, Mean, Method, Normalisation, Random, TopsisScale, WeightError, Weighting, Weights,
    aggregate, compose, normalise, rank_spread, topsis, weight,
};
use serde_json::Value;

use super::{
    fixture::{agree, cases, full, matrix, number, numbers},
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

#[test]
fn ranks_under_random_weights() {
    let cases = of_kind("spread");
    assert!(!cases.is_empty());
    for case in cases {
        let method = Method { weighting: Weighting::Given(full(&case["weights"])), ..Method::default() };
        let composite = compose(&read(&case), &method).unwrap();
        const DRAWS: u32 = 10_000;
        let draws = Draws { count: DRAWS, concentration: number(&case["concentration"]).unwrap(), seed: 2023 };
        let theirs = matrix(&case["shares"]);
        let others = number(&case["draws"]).unwrap();
        for (ours, theirs) in rank_spread(&composite, &draws).unwrap().into_iter().zip(theirs) {
            let ours = ours.unwrap().shares;
            for (rank, share) in theirs.into_iter().map(Option::unwrap).enumerate() {
                let own = ours.get(rank).copied().unwrap_or(0.0);
                // two samples of one distribution: five standard errors
                let error = (share * (1.0 - share) * (1.0 / f64::from(DRAWS) + 1.0 / others)).sqrt();
                assert!((own - share).abs() <= 5.0 * error + 5e-4, "rank {} of {case}: ours {own}, theirs {share}", rank + 1);
            }
        }
    }
}
