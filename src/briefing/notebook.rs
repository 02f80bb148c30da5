//! Figures heard at a meeting, as they were typed: the dataset's list `noted`, to be added to and taken from.

use crate::dataset::{Dataset, Indicator, LocalText, Observation, Period, Region};

/// The figures noted, in their order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Notebook {
    /// One a figure.
    pub entries: Vec<Entry>,
}

/// One figure noted: ids of the dataset, and texts as they were typed.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Entry {
    /// Whose figure.
    pub region: String,
    /// Of what.
    pub indicator: String,
    /// When, as a dataset writes it.
    pub period: String,
    /// The figure as typed, such as 超850亿.
    pub text: String,
    /// Who said it; empty where nobody is named.
    pub by: String,
    /// The day it was said on, with the time after a `T` where it is known; empty where it is not.
    pub at: String,
    /// The definition that was named.
    pub definition: Option<LocalText>,
    /// What a rank is among.
    pub scope: Option<LocalText>,
    /// A remark.
    pub note: Option<LocalText>,
}

impl Notebook {
    /// What a dataset has noted.
    pub fn of(dataset: &Dataset) -> Notebook {
        Notebook { entries: dataset.observations.noted().iter().map(|observation| Entry::of(observation)).collect() }
    }

    /// Notes a figure. Where the same person has said another of the same place, indicator and period, it takes that one's place; with
    /// an empty text it takes it away.
    pub fn put(&mut self, entry: Entry) {
        let known = self.entries.iter().position(|other| other.is_of_the_same(&entry) && other.by == entry.by);
        match (known, entry.text.trim().is_empty()) {
            (Some(place), true) => {
                self.entries.remove(place);
            }
            (Some(place), false) => {
                if let Some(other) = self.entries.get_mut(place) {
                    // typed again as it was: it is not heard anew
                    if other.text != entry.text {
                        *other = entry;
                    }
                }
            }
            (None, true) => {}
            (None, false) => self.entries.push(entry),
        }
    }

    /// What someone of this name, which may be empty, has said.
    pub fn said(&self, region: &Region, indicator: &Indicator, period: Period, by: &str) -> Option<&Entry> {
        let period = period.written();
        let of = |entry: &&Entry| entry.region == region.id && entry.indicator == indicator.id && entry.period == period && entry.by == by;
        self.entries.iter().find(of)
    }

    /// Takes one away by its place.
    pub fn remove(&mut self, place: usize) {
        if place < self.entries.len() {
            self.entries.remove(place);
        }
    }

    /// Takes up what another notebook has and this one has not. Two that differ both stay: neither is the truth.
    pub fn merge(&mut self, other: Notebook) {
        for entry in other.entries {
            if !self.entries.contains(&entry) {
                self.entries.push(entry);
            }
        }
    }

    /// As the JSON list of a dataset.
    pub fn write(&self) -> String {
        let mut out = String::from("[");
        for entry in &self.entries {
            if out.len() > 1 {
                out.push(',');
            }
            entry.write(&mut out);
        }
        out.push(']');
        out
    }
}

impl Entry {
    fn of(observation: &Observation) -> Entry {
        let noted = observation.source.noted.clone();
        let (by, day) = noted.map_or((None, None), |noted| (noted.by, noted.at));
        let day = day.map(|day| day.written()).unwrap_or_default();
        let at = observation.locator.as_ref().map_or_else(|| day.clone(), |time| [day.as_str(), time].join("T"));
        Entry {
            region: observation.region.id.clone(),
            indicator: observation.indicator.id.clone(),
            period: observation.period.written(),
            text: observation.text.clone(),
            by: by.unwrap_or_default(),
            at,
            definition: observation.definition.clone(),
            scope: observation.scope.clone(),
            note: observation.note.clone(),
        }
    }

    /// Whether it is this figure of a dataset.
    pub fn is(&self, observation: &Observation) -> bool {
        *self == Entry::of(observation)
    }

    /// Whether it is of the same place, indicator and period.
    fn is_of_the_same(&self, other: &Entry) -> bool {
        (&self.region, &self.indicator, &self.period) == (&other.region, &other.indicator, &other.period)
    }

    fn write(&self, out: &mut String) {
        let mut first = true;
        let mut field = |name: &str, value: &dyn Fn(&mut String)| {
            out.push(if first { '{' } else { ',' });
            first = false;
            quoted(out, name);
            out.push(':');
            value(out);
        };
        for (name, text) in [("region", &self.region), ("indicator", &self.indicator), ("period", &self.period), ("text", &self.text)] {
            field(name, &|out| quoted(out, text));
        }
        for (name, text) in [("by", &self.by), ("at", &self.at)] {
            if !text.is_empty() {
                field(name, &|out| quoted(out, text));
            }
        }
        for (name, text) in [("definition", &self.definition), ("scope", &self.scope), ("note", &self.note)] {
            if let Some(text) = text {
                field(name, &|out| local(out, text));
            }
        }
        out.push('}');
    }
}

/// A text of the dataset, in the languages it has.
fn local(out: &mut String, text: &LocalText) {
    if text.zh_hant.is_none() && text.en.is_none() {
        return quoted(out, &text.zh_hans);
    }
    out.push('{');
    quoted(out, "zh-Hans");
    out.push(':');
    quoted(out, &text.zh_hans);
    for (tag, text) in [("zh-Hant", &text.zh_hant), ("en", &text.en)] {
        if let Some(text) = text {
            out.push(',');
            quoted(out, tag);
            out.push(':');
            quoted(out, text);
        }
    }
    out.push('}');
}

/// A string of JSON (RFC 8259).
fn quoted(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\0'..='\u{1f}' => {
                let digit = |at: u32| HEX.get((at % 16) as usize).map_or('0', |digit| char::from(*digit));
                let code = u32::from(character);
                out.extend(['\\', 'u', '0', '0', digit(code / 16), digit(code)]);
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{parse_json, with_noted};
    use proptest::prelude::*;

    const DATASET: &str = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],"regions":[{"id":"a","name":"甲","kind":"city"},{"id":"b","name":"乙","kind":"city"}],
        "indicators":[{"id":"i","name":"产值","unit":"亿元","polarity":"higher","measure":"flow"}],
        "observations":[{"region":"a","indicator":"i","period":"2023","text":"850.06亿元","source":"s"}]}"#;

    fn entry(region: &str, period: &str, text: &str, by: &str) -> Entry {
        let [region, period, text, by] = [region, period, text, by].map(str::to_owned);
        Entry { region, period, text, by, indicator: "i".to_owned(), ..Entry::default() }
    }

    /// What comes back from a dataset that has it.
    fn carried(notebook: &Notebook) -> Notebook {
        let text = with_noted(DATASET, &notebook.write()).unwrap();
        let parsed = parse_json(&text);
        assert!(parsed.issues.is_empty(), "{:?} {text}", parsed.issues);
        Notebook::of(&parsed.dataset.unwrap())
    }

    #[test]
    fn one_figure_a_person_place_and_period() {
        let mut notebook = Notebook::default();
        let check = |notebook: &Notebook, expect: &[&str]| {
            let texts: Vec<&str> = notebook.entries.iter().map(|entry| entry.text.as_str()).collect();
            assert_eq!(texts, expect);
            assert_eq!(&carried(notebook), notebook);
        };
        notebook.put(entry("a", "2023", "超850亿", "张三"));
        notebook.put(entry("a", "2023", "900", "李四"));
        check(&notebook, &["超850亿", "900"]);
        notebook.put(entry("a", "2023", "860", "张三"));
        check(&notebook, &["860", "900"]);
        notebook.put(entry("b", "2023", "1", ""));
        notebook.put(entry("a", "2023", " ", "张三"));
        check(&notebook, &["900", "1"]);
        notebook.merge(Notebook { entries: vec![entry("b", "2023", "1", ""), entry("b", "2023", "2", "王五")] });
        check(&notebook, &["900", "1", "2"]);
        notebook.remove(0);
        notebook.remove(7);
        check(&notebook, &["1", "2"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(edits in prop::collection::vec((0..2_usize, 2020..2026_u16, 1..9999_u32, "(?s).*", "(?s).*"), 0..12)) {
            let mut notebook = Notebook::default();
            for (place, year, value, by, note) in edits {
                let mut one = entry(["a", "b"][place], &year.to_string(), &format!("超{value}亿"), by.trim());
                one.at = "2026-11-28T10:32".to_owned();
                one.note = (!note.trim().is_empty()).then(|| LocalText { zh_hans: note, ..LocalText::default() });
                notebook.put(one);
            }
            prop_assert_eq!(carried(&notebook), notebook);
        }
    }
}
