//! What outside implementations computed, held against what the core computes. Each family has its cases in
//! `<family>.json`, made by `<family>.py` with the packages of `requirements.txt`; README.md says how to make them again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod comparison;
mod composite;
mod crosscheck;
mod fixture;
mod normalise;
mod outlook;
mod peers;
mod promise;
