//! Figures in a reader's language: labels, numbers, sentences. No other module writes prose.

#[cfg(feature = "briefing")]
mod briefing;
mod comparison;
mod composite;
mod computed;
mod crosscheck;
mod csv;
#[cfg(any(all(feature = "analysis", target_arch = "wasm32"), test))]
mod input;
mod issue;
#[cfg(feature = "briefing")]
mod kind;
#[cfg(feature = "more")]
mod label;
mod ladder;
mod markup;
mod note;
mod noted;
mod number;
#[cfg(feature = "choose")]
mod offer;
mod outlook;
mod page;
mod period;
mod phrase;
mod promise;
#[cfg(feature = "ranking")]
mod ranking;
#[cfg(feature = "briefing")]
mod recording;
mod scenario;
mod sentence;
mod share;
mod standing;
mod table;
mod target;
mod toolbar;
#[cfg(feature = "trajectory")]
mod trajectory;
mod ui;
mod unit;
#[cfg(feature = "more")]
mod view;

#[cfg(feature = "briefing")]
pub use briefing::EditorTexts;
pub use csv::{csv, tabbed};
pub(crate) use markup::escaped;
pub use markup::{html_table, snippet};
pub use page::{Page, PageRow, page};
pub use toolbar::Toolbar;
#[cfg(feature = "progress")]
pub(crate) use view::progress::RowTexts;

use crate::dataset::{Indicator, Lang, Region};
use sentence::{Sentence, fill};

/// A language to say things in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// Words in a language.
    pub fn new(lang: Lang) -> Words {
        Words { lang }
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// A place's name for labels.
    pub fn place(self, region: &Region) -> &str {
        region.short.get(self.lang)
    }

    /// An indicator's name.
    pub fn indicator(self, indicator: &Indicator) -> &str {
        indicator.name.get(self.lang)
    }

    /// A sentence whose slots, named with a space between, have these values.
    fn say<S: Sentence>(self, sentence: S, slots: &str, values: &[&str]) -> String {
        fill(sentence.template(self.lang), slots, values)
    }

    /// A sentence without slots.
    fn plain<S: Sentence>(self, sentence: S) -> String {
        self.say(sentence, "", &[])
    }

    fn is_english(self) -> bool {
        self.lang == Lang::En
    }

    /// Sentences run on in Chinese and are spaced in English.
    pub(crate) fn join(self, sentences: &[String]) -> String {
        sentences.join(if self.is_english() { " " } else { "" })
    }

    /// A list of names: 甲、乙、丙 or A, B, C.
    fn list(self, items: &[&str]) -> String {
        items.join(self.comma())
    }

    /// What stands between the parts of an enumeration that have commas of their own.
    fn semicolon(self) -> &'static str {
        if self.is_english() { "; " } else { "；" }
    }

    /// What stands between the names of a list.
    fn comma(self) -> &'static str {
        if self.is_english() { ", " } else { "、" }
    }
}
