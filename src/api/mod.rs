//! The analysis as JavaScript calls it: plain values in, plain values out, faults as values with a code and a path.
//!
//! Nothing here knows a browser. `web` turns JavaScript's values into [`Value`] and answers back; the tests call
//! the same functions natively, and compare the two to the bit.

mod assess;
mod cells;
mod compare;
mod composite;
mod crosscheck;
mod distance;
mod fault;
mod figure;
mod forecast;
mod gather;
mod input;
mod method;
mod packed;
mod peers;
mod promise;
mod scenario;
mod shown;
mod status;
#[cfg(test)]
mod tests;
mod value;
mod written;

pub(crate) use assess::assess;
pub(crate) use compare::{compare, rank};
pub(crate) use composite::composite;
pub(crate) use crosscheck::cross_check;
pub(crate) use distance::{catch_up, time_distance};
pub(crate) use fault::{Failure, FaultCode, parse_dataset};
pub(crate) use figure::{figure, render_svg};
pub(crate) use forecast::project;
pub(crate) use gather::{composite_of, rank_all};
pub(crate) use packed::pack;
pub(crate) use peers::{peers, peers_of};
pub(crate) use promise::trajectory;
pub(crate) use scenario::{split, what_if};
pub(crate) use status::status;
pub(crate) use value::Value;
