//! 指标矩阵 in words.

use crate::{
    figure::{ScorecardChart, ScorecardLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &ScorecardChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &ScorecardChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &ScorecardChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &ScorecardLabel) -> String {
    match *label {}
}
