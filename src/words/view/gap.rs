//! 差距 in words.

use crate::{
    figure::{GapChart, GapLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &GapChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &GapChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &GapChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &GapLabel) -> String {
    match *label {}
}
