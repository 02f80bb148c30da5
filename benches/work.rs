//! What is measured: 300 places × 100 indicators × 20 years, and a matrix of 300 × 100.
#![allow(clippy::unwrap_used, reason = "a benchmark may fail loudly")]

use std::fmt::Write;

use duibiao::{
    benchmark::{
        Question, compare,
        composite::{Draws, EntropyForm, Matrix, Method, Scoring, TopsisScale, Weighting},
    },
    dataset::{Dataset, Period, Polarity, Relax},
    trajectory::{self, Point, Shape, WhatIf},
};

const PLACES: u32 = 300;
const INDICATORS: u32 = 100;
const YEARS: std::ops::Range<u16> = 2004..2024;

/// The dataset as JSON text; every hundredth figure carries a qualifier, every fiftieth is missing.
pub fn text() -> String {
    let mut out = String::from(
        r#"{"version":1,"title":{"zh-Hans":"大数据集","en":"Large"},"sources":[{"id":"s","title":{"zh-Hans":"统计年鉴","en":"Yearbook"}}],"regions":["#,
    );
    for place in 0..PLACES {
        let comma = if place > 0 { "," } else { "" };
        write!(out, r#"{comma}{{"id":"r{place}","name":{{"zh-Hans":"城市{place}"}},"kind":"city"}}"#).unwrap();
    }
    out.push_str(r#"],"indicators":["#);
    for indicator in 0..INDICATORS {
        let comma = if indicator > 0 { "," } else { "" };
        let polarity = if indicator % 5 == 0 { "lower" } else { "higher" };
        write!(
            out,
            r#"{comma}{{"id":"i{indicator}","name":{{"zh-Hans":"指标{indicator}"}},"unit":"亿元","polarity":"{polarity}","measure":"flow"}}"#
        )
        .unwrap();
    }
    out.push_str(r#"],"observations":["#);
    let mut state = 1u64;
    let mut comma = "";
    for indicator in 0..INDICATORS {
        for year in YEARS {
            for place in 0..PLACES {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let tenths = (state >> 40) % 100_000;
                let (whole, tenth) = (tenths / 10, tenths % 10);
                let value = match (state >> 20) % 100 {
                    0 => format!(r#""text":"超{whole}亿元""#),
                    1 | 2 => r#""value":null"#.to_owned(),
                    _ => format!(r#""value":{whole}.{tenth}"#),
                };
                write!(out, r#"{comma}{{"region":"r{place}","indicator":"i{indicator}","period":"{year}",{value},"source":"s"}}"#).unwrap();
                comma = ",";
            }
        }
    }
    out.push_str("]}");
    out
}

/// Ranks every indicator in its latest year; a sum that depends on all ranks.
pub fn rank_all(dataset: &Dataset) -> u32 {
    let mut sum = 0u32;
    for indicator in &dataset.indicators {
        let question = Question {
            indicator: indicator.clone(),
            period: Period::parse("2023"),
            places: Vec::new(),
            home: None,
            relax: Relax::default(),
        };
        sum = sum.wrapping_add(compare(dataset, &question).ranked().map(|(.., rank)| rank.point).sum());
    }
    sum
}

/// 300 × 100 numbers and which way is better, as `scikit.py` and `wasm.mjs` make them.
pub fn cells() -> (Vec<Polarity>, Vec<Vec<Option<f64>>>) {
    let mut state = 1u64;
    let mut next = || {
        // the minimal standard generator: small enough for a JavaScript number
        state = state * 48_271 % 2_147_483_647;
        Some(1.0 + state as f64 / 2_147_483_647.0)
    };
    let rows: Vec<Vec<Option<f64>>> = (0..PLACES).map(|_| (0..INDICATORS).map(|_| next()).collect()).collect();
    let polarity: Vec<Polarity> =
        (0..INDICATORS).map(|indicator| if indicator % 5 == 0 { Polarity::Lower } else { Polarity::Higher }).collect();
    (polarity, rows)
}

/// The same as a matrix.
pub fn matrix() -> Matrix {
    let (polarity, rows) = cells();
    Matrix::new(&polarity, &rows).unwrap()
}

/// Entropy weights and TOPSIS as scikit-criteria has them.
pub fn entropy_topsis() -> Method {
    Method { weighting: Weighting::Entropy(EntropyForm::RawShares), scoring: Scoring::Topsis(TopsisScale::Vector), ..Method::default() }
}

/// A thousand other weightings.
pub const DRAWS: Draws = Draws { count: 1000, concentration: 100.0, seed: 1 };

/// A doubling in three years, two years on: path, status and projection.
pub fn doubling() -> WhatIf {
    WhatIf {
        base: Point { at: 2022.0, value: 1000.0 },
        factor: 2.0,
        years: 3.0,
        shape: Shape::Geometric,
        now: Point { at: 2024.0, value: 1430.0 },
        growth: None,
        method: trajectory::Method::Eurostat,
    }
}
