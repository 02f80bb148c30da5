//! The native side of `cargo xtask bench`: a line in names a work and how many times to do it, a line out tells the
//! nanoseconds that one took. Run by hand, without lines, it does nothing.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a benchmark may fail loudly")]

use std::{fs, hint::black_box, io, path::Path, time::Instant};

use duibiao::{
    benchmark::composite::{Matrix, Method, compose, rank_spread},
    dataset::parse_json,
    trajectory::what_if,
};

fn main() {
    let text = work::text();
    // for the same work through wasm
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("dataset.json"), &text).unwrap();
    let dataset = parse_json(&text).dataset.unwrap();
    let ((polarity, rows), method, inputs) = (work::cells(), work::entropy_topsis(), work::doubling());
    for line in io::stdin().lines() {
        let line = line.unwrap();
        let (name, times) = line.split_once(' ').unwrap();
        let times: u32 = times.parse().unwrap();
        let start = Instant::now();
        for _ in 0..times {
            match name {
                "parse" => drop(black_box(parse_json(black_box(&text)).dataset.unwrap())),
                "rank-all" => drop(black_box(work::rank_all(black_box(&dataset)))),
                // from plain numbers, as through wasm
                "entropy-topsis" => {
                    let matrix = Matrix::new(black_box(&polarity), black_box(&rows)).unwrap();
                    drop(black_box(compose(&matrix, &method).unwrap()));
                }
                "thousand-draws" => {
                    let matrix = Matrix::new(black_box(&polarity), black_box(&rows)).unwrap();
                    let composite = compose(&matrix, &Method::default()).unwrap();
                    drop(black_box(rank_spread(&composite, &work::DRAWS).unwrap()));
                }
                "what-if" => drop(black_box(what_if(black_box(&inputs)).unwrap())),
                other => panic!("no work is called {other:?}"),
            }
        }
        println!("{}", start.elapsed().as_nanos() / u128::from(times));
    }
}
