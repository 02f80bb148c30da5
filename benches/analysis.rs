//! The analysis on a large dataset, natively and each by itself. `cargo xtask bench` holds the same work against wasm
//! and scikit-criteria (rounds.rs).
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail loudly")]

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use duibiao::{
    benchmark::composite::{Method, compose, rank_spread},
    dataset::parse_json,
    trajectory::what_if,
};

fn analysis(c: &mut Criterion) {
    let text = work::text();
    let dataset = parse_json(&text).dataset.unwrap();
    let mut group = c.benchmark_group("analysis");
    group.sample_size(10).measurement_time(Duration::from_secs(4)).warm_up_time(Duration::from_secs(1));
    group.bench_function("parse", |b| b.iter(|| parse_json(black_box(&text)).dataset.unwrap().observations.len()));
    group.bench_function("rank-all", |b| b.iter(|| work::rank_all(black_box(&dataset))));
    let matrix = work::matrix();
    let method = work::entropy_topsis();
    group.bench_function("entropy-topsis", |b| b.iter(|| compose(black_box(&matrix), &method).unwrap()));
    let composite = compose(&matrix, &Method::default()).unwrap();
    group.bench_function("thousand-draws", |b| b.iter(|| rank_spread(black_box(&composite), &work::DRAWS).unwrap()));
    let inputs = work::doubling();
    group.bench_function("what-if", |b| b.iter(|| what_if(black_box(&inputs)).unwrap()));
    group.finish();
}

criterion_group!(benches, analysis);
criterion_main!(benches);
