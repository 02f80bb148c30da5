//! 画像 in words.

use crate::{
    figure::{ProfileChart, ProfileLabel},
    words::Words,
};

pub(in crate::words) fn title(_: Words, _: &ProfileChart) -> String {
    String::new()
}

pub(in crate::words) fn subtitle(_: Words, _: &ProfileChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn reading(_: Words, _: &ProfileChart) -> Vec<String> {
    Vec::new()
}

pub(in crate::words) fn label(_: Words, label: &ProfileLabel) -> String {
    match *label {}
}
