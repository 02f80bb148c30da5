//! 倒排节点 in words.

use crate::{
    figure::{MilestonesChart, MilestonesLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &MilestonesChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &MilestonesChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &MilestonesChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &MilestonesLabel) -> String {
    match *label {}
}
