//! 勾稽 in words.

use crate::{
    figure::{CrosscheckChart, CrosscheckLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &CrosscheckChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &CrosscheckChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &CrosscheckChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &CrosscheckLabel) -> String {
    match *label {}
}
