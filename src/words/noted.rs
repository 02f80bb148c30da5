//! What was said on the spot beside what is published, in words. Builds without such figures say none of it.

use super::{Words, sentence::sentences};
#[cfg(feature = "noted")]
use crate::figure::Note;
use crate::{
    benchmark::{NotedCheck, NotedState},
    dataset::{HAS_NOTED, Noted, Observation},
};

sentences! {
    /// How the two stand to each other.
    enum Heard {
        New = "未见公布值。" | "未見公布值。" | "No figure is published.";
        Agrees = "{source}公布{value}，与现场记录相符。" | "{source}公布{value}，與現場記錄相符。" | "{source} publishes {value}; the two agree.";
        Differs = "{source}公布{value}，与现场记录不一致。" | "{source}公布{value}，與現場記錄不一致。" | "{source} publishes {value}; the two differ.";
        Disputed = "现场另有不同的说法。" | "現場另有不同的說法。" | "Another value was noted as well.";
        Latest = "现场记录" | "現場記錄" | "The latest figure, noted on the spot";
        Unpublished = "{mark} 现场记录，不是公布值。" | "{mark} 現場記錄，不是公布值。" | "{mark} Noted on the spot, not published.";
        Otherwise = "{mark} 现场记录与公布值不一致。" | "{mark} 現場記錄與公布值不一致。" | "{mark} What was noted on the spot and what is published differ.";
        Told = "{place}{period}{indicator}：{told}。" | "{place}{period}{indicator}：{told}。" | "{place}, {indicator}, {period}: {told}.";
        Differing = "{place}{period}{indicator}：{told}，两者不一致。" | "{place}{period}{indicator}：{told}，兩者不一致。" | "{place}, {indicator}, {period}: {told}; the two differ.";
        Among = "含现场记录" | "含現場記錄" | "with figures noted on the spot";
        Aside = "现场记录{value}" | "現場記錄{value}" | "noted: {value}";
        Noted = "现场记录" | "現場記錄" | "noted on the spot";
        NotedBy = "现场记录（{who}）" | "現場記錄（{who}）" | "Noted on the spot ({who})";
    }
}

impl Words {
    /// What is no document: 现场记录, with who said it and when.
    pub(super) fn noted_source(self, noted: &Noted) -> String {
        let mut who = Vec::new();
        who.extend(noted.by.clone());
        who.extend(noted.at.map(|day| self.period(day)));
        match who.join(self.pause()).as_str() {
            "" => self.noted(),
            who => self.say(Heard::NotedBy, "who", &[who]),
        }
    }

    /// 现场记录
    pub(super) fn noted(self) -> String {
        if HAS_NOTED { self.plain(Heard::Noted) } else { String::new() }
    }

    /// The latest figure, which is one that was said.
    pub(super) fn latest_noted(self) -> String {
        self.plain(Heard::Latest)
    }

    /// What stands at a point that was said on the spot and contradicts a published one.
    pub(crate) fn heard_label(self, value: &str) -> String {
        self.say(Heard::Aside, "value", &[value])
    }

    /// What a mark says that stands at figures noted, or at those that differ from them.
    pub(super) fn noted_mark(self, differs: bool, mark: &str) -> String {
        if !HAS_NOTED {
            return String::new();
        }
        self.say(if differs { Heard::Otherwise } else { Heard::Unpublished }, "mark", &[mark])
    }

    /// A subtitle, with a word where figures noted are among what is shown.
    #[cfg(feature = "noted")]
    pub(super) fn with_noted(self, mut subtitle: Vec<String>, notes: &[Note]) -> Vec<String> {
        if notes.iter().any(|note| matches!(note, Note::Noted { .. })) {
            subtitle.push(self.plain(Heard::Among));
        }
        subtitle
    }

    /// A figure noted, and the published one that it differs from.
    #[cfg(feature = "noted")]
    pub(super) fn noted_told(self, noted: &Observation, published: Option<&Observation>) -> String {
        let mut told = Vec::new();
        for figure in [Some(noted), published].into_iter().flatten() {
            let value = figure.quantity.map(|quantity| self.full_figure(&quantity, &figure.text)).unwrap_or_default();
            told.push(self.join(&[self.document(&figure.source), value]));
        }
        let (place, indicator) = (self.place(&noted.region), self.indicator(&noted.indicator));
        let told = told.join(self.semicolon());
        let phrase = if published.is_some() { Heard::Differing } else { Heard::Told };
        self.say(phrase, "place period indicator told", &[place, &self.period(noted.period), indicator, &told])
    }

    /// How a figure said on the spot stands to what is published.
    pub fn noted_reading(self, check: &NotedCheck) -> String {
        let told = |sentence, published: &Observation| {
            let value = published.quantity.map(|quantity| self.full_figure(&quantity, &published.text)).unwrap_or_default();
            self.say(sentence, "source value", &[&self.document(&published.source), &value])
        };
        let mut said = vec![match &check.state {
            NotedState::New => self.plain(Heard::New),
            NotedState::Agrees { published } => told(Heard::Agrees, published),
            NotedState::Differs { published } => told(Heard::Differs, published),
        }];
        if check.disputed {
            said.push(self.plain(Heard::Disputed));
        }
        self.join(&said)
    }
}
