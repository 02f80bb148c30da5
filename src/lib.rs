//! Benchmarks places on published indicators and draws where each stands on its promised path.

pub mod benchmark;
pub mod chart;
pub mod dataset;
pub mod figure;
mod order;
pub mod trajectory;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod web;
