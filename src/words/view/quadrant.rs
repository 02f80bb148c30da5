//! 四象限 in words.

use crate::{
    figure::{QuadrantChart, QuadrantLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &QuadrantChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &QuadrantChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &QuadrantChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &QuadrantLabel) -> String {
    match *label {}
}
