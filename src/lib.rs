//! Benchmarks places on published indicators and draws where each stands on its promised path.
//!
//! Read from the top: a [`dataset`] comes through a door that checks everything; [`benchmark`],
//! [`trajectory`] and [`crosscheck`] say what follows from it; a [`figure`] is what is shown, in no language and no size;
//! [`words`] put it into one, [`chart`] draws it on any plotters backend. In a browser, all of this is
//! behind the element `<dui-biao>`; a [`briefing`] steps through many.

#![cfg_attr(
    not(all(feature = "views", feature = "choose")),
    allow(dead_code, reason = "a build that draws some views has no use for parts of the others")
)]

#[cfg(any(all(feature = "analysis", target_arch = "wasm32"), test))]
mod api;
pub mod benchmark;
#[cfg(feature = "briefing")]
pub mod briefing;
pub mod chart;
pub mod crosscheck;
pub mod dataset;
pub mod figure;
mod index;
mod order;
pub mod trajectory;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod web;

/// The README's example, which is compiled and run with the other examples.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
