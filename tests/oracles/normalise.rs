//! Normalisation against pymcdm, scipy, pandas and numpy.

use duibiao::{
    benchmark::composite::{Bounds, Matrix, Normalisation, PercentileForm, Reference, Standards, normalise},
    dataset::Polarity,
};
use serde_json::Value;

use super::fixture::{agree, cases, full, matrix};

/// The matrix of a case.
pub(crate) fn read(case: &Value) -> Matrix {
    let polarity: Vec<Polarity> = case["polarity"]
        .as_array()
        .unwrap()
        .iter()
        .map(|polarity| match polarity.as_str() {
            Some("higher") => Polarity::Higher,
            Some(_) => Polarity::Lower,
            None => Polarity::Nearest(polarity.as_f64().unwrap()),
        })
        .collect();
    Matrix::new(&polarity, &matrix(&case["cells"])).unwrap()
}

fn method(case: &Value) -> Normalisation {
    let row = || Reference::Row(case["row"].as_u64().unwrap() as usize);
    let bounds = || case["bounds"].as_array().unwrap().iter().map(full).map(|pair| Bounds { low: pair[0], high: pair[1] }).collect();
    match case["method"].as_str().unwrap() {
        "min-max" => Normalisation::MinMax,
        "z-score" => Normalisation::ZScore,
        "percentile-below" => Normalisation::PercentileRank(PercentileForm::Below),
        "percentile-mean" => Normalisation::PercentileRank(PercentileForm::MeanRank),
        "ratio-leader" => Normalisation::RatioTo(Reference::Leader),
        "ratio-row" => Normalisation::RatioTo(row()),
        "span-row" => Normalisation::SpanTo(row()),
        "goalposts" => Normalisation::Goalposts(bounds()),
        "efficacy-observed" => Normalisation::Efficacy(Standards::Observed),
        "efficacy-given" => Normalisation::Efficacy(Standards::Given(bounds())),
        other => panic!("{other}"),
    }
}

#[test]
fn every_method() {
    for case in cases(include_str!("normalise.json")) {
        let figures = read(&case);
        let ours = normalise(&figures, &method(&case)).unwrap();
        for (row, theirs) in matrix(&case["expect"]).into_iter().enumerate() {
            for (column, theirs) in theirs.into_iter().enumerate() {
                agree(ours.table.get(row, column), theirs, &format!("{case} row {row} column {column}"));
                // what has no scores although it has a figure says why
                let silent = theirs.is_none() && figures.get(row, column).is_some();
                assert!(!silent || ours.set_aside[column].is_some(), "{case}");
            }
        }
    }
}
