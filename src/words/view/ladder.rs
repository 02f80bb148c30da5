//! 梯队 in words.

use crate::{
    figure::{LadderChart, LadderLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &LadderChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &LadderChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &LadderChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &LadderLabel) -> String {
    match *label {}
}
