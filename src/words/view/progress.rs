//! 目标进度 in words.

use crate::{
    figure::{ProgressChart, ProgressLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &ProgressChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &ProgressChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &ProgressChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &ProgressLabel) -> String {
    match *label {}
}
