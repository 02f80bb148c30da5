//! 位次变化 in words.

use crate::{
    figure::{HistoryChart, HistoryLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &HistoryChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &HistoryChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &HistoryChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &HistoryLabel) -> String {
    match *label {}
}
