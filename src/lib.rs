//! Benchmarks places on published indicators and draws where each stands on its promised path.

pub mod benchmark;
pub mod chart;
pub mod dataset;
pub mod figure;
pub mod trajectory;
pub mod words;
