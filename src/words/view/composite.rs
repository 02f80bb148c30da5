//! 综合得分 in words.

use crate::{
    figure::{CompositeChart, CompositeLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &CompositeChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &CompositeChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &CompositeChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &CompositeLabel) -> String {
    match *label {}
}
