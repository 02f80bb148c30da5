//! Ranks, gaps, concentration, quantiles, grades, growth bases.

use super::fixture::{agree, cases, full, number, numbers};
use duibiao::{
    benchmark::{
        Bands, Certainty, Gap, HhiScale, NoGrowth, NoShare, QuantileType, Question, Reading, SmallBase, Specialisation, compare,
        concentration_ratio, grade, growth_base, hhi, location_quotient, mean, median, percentile, position, quantile, rank,
        reference_growth, shares,
    },
    dataset::{Polarity, Quantity, Relax, Unit, parse_json},
};
use serde_json::Value;

/// The cases of one kind; each kind is a family of its own.
fn of(kind: &str) -> Vec<Value> {
    let mut all = cases(include_str!("comparison.json"));
    all.retain(|case| case["kind"] == kind);
    assert!(all.len() >= 200, "only {} cases of {kind}", all.len());
    all
}

fn polarity(case: &Value) -> Polarity {
    match case["polarity"].as_str().unwrap() {
        "higher" => Polarity::Higher,
        "lower" => Polarity::Lower,
        _ => Polarity::Nearest(number(&case["best_at"]).unwrap()),
    }
}

fn exact(values: &[f64]) -> Vec<Quantity> {
    values.iter().map(|value| Quantity::exact(*value, 2, Unit::PERCENT).unwrap()).collect()
}

fn between(values: &[f64], low: &[f64], high: &[f64]) -> Vec<Quantity> {
    exact(values).iter().zip(low.iter().zip(high)).map(|(quantity, (low, high))| quantity.with_bounds(*low, *high).unwrap()).collect()
}

#[test]
fn ranks_as_pandas_and_scipy_give_them() {
    for case in of("rank") {
        // what is missing is not ranked; pandas keeps its place empty
        let there: Vec<usize> = numbers(&case["values"]).iter().enumerate().filter_map(|(at, value)| value.map(|_| at)).collect();
        let values: Vec<f64> = numbers(&case["values"]).into_iter().flatten().collect();
        let bounded = case.get("low").is_some();
        let figures = if bounded { between(&values, &full(&case["low"]), &full(&case["high"])) } else { exact(&values) };
        let ranks = rank(&figures.iter().collect::<Vec<_>>(), polarity(&case));
        for (ours, at) in ranks.iter().zip(there) {
            agree(Some(f64::from(ours.point)), number(&case["ranks"][at]), &case.to_string());
            agree(percentile(*ours, values.len()).map(|found| found.point), number(&case["percentiles"][at]), &case.to_string());
            if bounded {
                agree(Some(f64::from(ours.best)), number(&case["best"][at]), &case.to_string());
                agree(Some(f64::from(ours.worst)), number(&case["worst"][at]), &case.to_string());
            }
        }
    }
}

#[test]
fn gaps_and_middles_as_numpy_gives_them() {
    for case in of("gap") {
        let values = full(&case["values"]);
        agree(median(&values), number(&case["median"]), "median");
        agree(mean(&values), number(&case["mean"]), "mean");
        let (low, high) = (full(&case["low"]), full(&case["high"]));
        let id = |at: usize| format!("p{at}");
        let regions: Vec<String> = (0..values.len()).map(|at| format!(r#"{{"id":"{0}","name":"{0}","kind":"city"}}"#, id(at))).collect();
        let observations: Vec<String> = (0..values.len())
            .map(|at| {
                let (value, low, high) = (values[at], low[at], high[at]);
                format!(
                    r#"{{"region":"{}","indicator":"x","period":"2022","value":{value:?},"low":{low:?},"high":{high:?},"source":"s"}}"#,
                    id(at)
                )
            })
            .collect();
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],
            "indicators":[{{"id":"x","name":"x","unit":"亿元","polarity":{},"measure":"flow"}}],"observations":[{}]}}"#,
            regions.join(","),
            case["polarity"],
            observations.join(",")
        );
        let parsed = parse_json(&text);
        assert!(parsed.issues.is_empty(), "{:?} {text}", parsed.issues);
        let dataset = parsed.dataset.unwrap();
        let indicator = dataset.indicators[0].clone();
        let question = Question { indicator, period: None, places: Vec::new(), home: None, relax: Relax::default() };
        let comparison = compare(&dataset, &question);
        let benchmark = dataset.region(&id(case["benchmark"].as_u64().unwrap() as usize)).unwrap();
        for (at, expect) in case["places"].as_object().unwrap() {
            let place = dataset.region(&id(at.parse().unwrap())).unwrap();
            let found = position(&comparison, place, Some(benchmark)).unwrap();
            let check = |what: &str, gap: Option<Gap>| {
                let Some(gap) = gap else {
                    // there is no gap of a place to itself, nor to the first of equals
                    assert_eq!(number(&expect[what][0]), Some(0.0), "{what} {case}");
                    return;
                };
                for (ours, theirs) in [Some(gap.absolute), Some(gap.range.0), Some(gap.range.1), gap.relative].into_iter().zip(0..) {
                    agree(ours, number(&expect[what][theirs]), &format!("{what} {theirs} {case}"));
                }
                assert_eq!(gap.better, expect[what][4].as_bool(), "{what} {case}");
            };
            check("leader", found.to_leader.map(|to| to.gap));
            check("benchmark", found.to_benchmark.map(|to| to.gap));
            check("median", found.to_median);
            check("mean", found.to_mean);
        }
    }
}

#[test]
fn shares_and_concentration_as_numpy_gives_them() {
    for case in of("concentration") {
        let values = full(&case["values"]);
        let bounded = case.get("low").is_some();
        let figures = if bounded { between(&values, &full(&case["low"]), &full(&case["high"])) } else { exact(&values) };
        let figures: Vec<&Quantity> = figures.iter().collect();
        let what = case.to_string();
        let found = match (shares(&figures), case["error"].as_str()) {
            (Ok(found), None) => found,
            (Err(NoShare::Empty), Some("empty"))
            | (Err(NoShare::ZeroTotal), Some("zero"))
            | (Err(NoShare::Negative(_)), Some("negative")) => {
                assert_eq!(hhi(&figures, HhiScale::Fraction).err(), shares(&figures).err());
                assert_eq!(concentration_ratio(&figures, 4).err(), shares(&figures).err());
                continue;
            }
            other => panic!("{other:?} {what}"),
        };
        for (at, share) in found.iter().enumerate() {
            agree(Some(share.point), number(&case["shares"][at]), &what);
            if bounded {
                agree(Some(share.low), number(&case["shares_low"][at]), &what);
                agree(Some(share.high), number(&case["shares_high"][at]), &what);
            }
        }
        let index = hhi(&figures, HhiScale::Fraction).unwrap();
        agree(Some(index.point), number(&case["hhi"]), &what);
        agree(hhi(&figures, HhiScale::Points).ok().map(|index| index.point), number(&case["hhi"]).map(|index| index * 1e4), &what);
        agree(hhi(&figures, HhiScale::Normalised).ok().map(|index| index.point), number(&case["normalised"]), &what);
        for (n, ratio) in full(&case["ratios"]).iter().enumerate() {
            agree(concentration_ratio(&figures, n).ok().map(|found| found.point), Some(*ratio), &what);
        }
        if bounded {
            // the bounds enclose every corner; they need not be the tightest that do
            let encloses = |low: f64, high: f64, span: &[f64]| assert!(low <= span[0] + 1e-12 && span[1] - 1e-12 <= high, "{what}");
            encloses(index.low, index.high, &full(&case["hhi_span"]));
            let top = concentration_ratio(&figures, 1).unwrap();
            encloses(top.low, top.high, &full(&case["top_span"]));
        }
    }
}

#[test]
fn location_quotients_as_pandas_gives_them() {
    for case in of("quotient") {
        let figures = exact(&full(&case["figures"]));
        let [part, whole, reference_part, reference_whole] = figures.as_slice() else { panic!() };
        let found = location_quotient(Specialisation { part, whole, reference_part, reference_whole });
        agree(found.ok().map(|found| found.point), number(&case["quotient"]), &case.to_string());
    }
}

const CONVENTIONS: [(&str, QuantileType); 9] = [
    ("inverted_cdf", QuantileType::InvertedCdf),
    ("averaged_inverted_cdf", QuantileType::AveragedInvertedCdf),
    ("closest_observation", QuantileType::ClosestObservation),
    ("interpolated_inverted_cdf", QuantileType::InterpolatedInvertedCdf),
    ("hazen", QuantileType::Hazen),
    ("weibull", QuantileType::Weibull),
    ("linear", QuantileType::Linear),
    ("median_unbiased", QuantileType::MedianUnbiased),
    ("normal_unbiased", QuantileType::NormalUnbiased),
];

#[test]
fn quantiles_of_all_nine_types_as_numpy_gives_them() {
    for case in of("quantile") {
        let (values, p) = (full(&case["values"]), number(&case["p"]).unwrap());
        for ((name, convention), theirs) in CONVENTIONS.into_iter().zip(numbers(&case["quantiles"])) {
            agree(quantile(&values, p, convention), theirs, &format!("{name} {case}"));
        }
    }
}

#[test]
fn grades_as_pandas_cuts_them() {
    for case in of("grade") {
        let figures = exact(&full(&case["values"]));
        let bands = match case["method"].as_str() {
            None => Bands::Cuts(full(&case["cuts"])),
            Some(method) => Bands::Quantiles {
                parts: full(&case["parts"]),
                convention: CONVENTIONS.into_iter().find(|(name, _)| *name == method).unwrap().1,
            },
        };
        let grading = grade(&figures.iter().collect::<Vec<_>>(), polarity(&case), &bands).unwrap();
        for (ours, theirs) in grading.cuts.iter().zip(full(if case["method"].is_null() { &case["cuts"] } else { &case["edges"] })) {
            agree(Some(*ours), Some(theirs), &case.to_string());
        }
        let ours: Vec<f64> = grading.grades.iter().map(|grade| f64::from(grade.point)).collect();
        assert_eq!(ours, full(&case["bands"]), "{case}");
    }
}

#[test]
fn bases_of_growth_rates_as_fractions_give_them() {
    for case in of("base") {
        let numbers = full(&case["figures"]);
        let [value, value_low, value_high, growth, growth_low, growth_high] = numbers.as_slice() else { panic!() };
        let make = |value: f64, low: f64, high: f64, unit| Quantity::exact(value, 2, unit).unwrap().with_bounds(low, high).unwrap();
        let value = make(*value, *value_low, *value_high, Unit::BARE);
        let growth = make(*growth, *growth_low, *growth_high, Unit::PERCENT);
        let found = growth_base(&value, &growth, Reading::AsStated, SmallBase::GrowthAtLeast(1.0));
        if case["base"].is_null() {
            assert_eq!(found, Err(NoGrowth::Vanished), "{case}");
            continue;
        }
        let found = found.unwrap();
        agree(Some(found.base.point), number(&case["base"]), &case.to_string());
        agree(Some(found.base.low), number(&case["span"][0]), &case.to_string());
        agree(Some(found.base.high), number(&case["span"][1]), &case.to_string());
        let small = match found.small {
            Certainty::No => "no",
            Certainty::Possible => "possible",
            Certainty::Yes => "yes",
        };
        assert_eq!(case["small"], small, "{case}");
        let by_part = growth_base(&value, &growth, Reading::AsStated, SmallBase::PartOfValue(0.5)).unwrap();
        assert_eq!(by_part.small, found.small, "half of the value is what doubles to it: {case}");
    }
}

#[test]
fn the_growth_of_a_reference_as_fractions_give_it() {
    for case in of("reference") {
        let own = Quantity::exact(number(&case["own"]).unwrap(), case["decimals"].as_u64().unwrap() as u8, Unit::PERCENT).unwrap();
        let lead = Quantity::exact(number(&case["lead"]).unwrap(), 2, Unit::PERCENTAGE_POINT).unwrap();
        // decimals of decimals: not merely near, but the same number
        assert_eq!(reference_growth(&own, &lead).ok().map(|found| found.value()), number(&case["reference"]), "{case}");
    }
}
