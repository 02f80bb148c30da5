//! The analysis as JavaScript calls it: plain values in, plain values out, faults as values with a code and a path.
//!
//! Nothing here knows a browser. `web` turns JavaScript's values into [`Value`] and answers back; the tests call
//! the same functions natively, and compare the two to the bit.

mod compare;
mod fault;
mod figure;
mod input;
mod promise;
mod shown;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use compare::{compare, rank};
pub(crate) use fault::{Failure, FaultCode, parse_dataset};
pub(crate) use figure::{figure, render_svg};
pub(crate) use promise::{project, status, trajectory};
pub(crate) use value::Value;
