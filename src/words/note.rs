//! Notes and sources in words.

use super::{Words, phrase::Phrase};
use crate::{
    benchmark::Difference,
    dataset::{Lang, Source},
    figure::{Citation, Note},
};

impl Words {
    pub(super) fn note(self, note: &Note) -> String {
        match note {
            Note::Marked { mark, difference, definition, .. } => {
                let mark = String::from(*mark);
                let definition = definition.as_ref().map(|definition| definition.get(self.lang)).map(|definition| match self.lang {
                    Lang::ZhHans => ["“", definition, "”"].concat(),
                    Lang::ZhHant => ["「", definition, "」"].concat(),
                    Lang::En => ["‘", definition, "’"].concat(),
                });
                let phrase = match (difference, &definition) {
                    (Difference::Definition, _) => Phrase::NoteDefinition,
                    (Difference::DefinitionUnstated, Some(_)) => Phrase::NoteUnstated,
                    (Difference::DefinitionUnstated, None) => Phrase::NoteDefinitionNone,
                    (Difference::Period, _) => Phrase::NotePeriod,
                    (Difference::Scope, _) => Phrase::NoteScope,
                    (Difference::Disputed, _) => Phrase::NoteDisputed,
                    (Difference::Noted, _) => return self.noted_mark(false, &mark),
                    (Difference::NotedOtherwise, _) => return self.noted_mark(true, &mark),
                };
                self.say(phrase, "mark definition", &[&mark, &definition.unwrap_or_default()])
            }
            #[cfg(feature = "noted")]
            Note::Noted { noted, published } => self.noted_told(noted, published.as_deref()),
            Note::SetApart => self.plain(Phrase::NoteApart),
            Note::Nested { whole, part } => self.say(Phrase::NoteNested, "whole part", &[self.place(whole), self.place(part)]),
            Note::Intervals { example } => {
                let end = |value| self.bound(value, example);
                self.say(
                    Phrase::NoteIntervals,
                    "example low high",
                    &[&self.full_figure(example, ""), &end(example.low()), &end(example.high())],
                )
            }
            Note::InferredPeriods { all: true, .. } => self.plain(Phrase::NoteInferredAll),
            Note::InferredPeriods { places, .. } => {
                let mut names = Vec::new();
                for place in places {
                    names.push(self.place(place));
                }
                let places = self.list(&names);
                self.say(Phrase::NoteInferred, "places", &[&places])
            }
            Note::InferredDeadline => self.plain(Phrase::NoteDeadline),
            Note::NoPolarity => self.plain(Phrase::NoteNoPolarity),
            #[cfg(feature = "trajectory")]
            Note::Path(note) => self.path_note(note),
            #[cfg(feature = "more")]
            Note::Label(label) => self.label(label),
            Note::Remark { region, text } => self.say(Phrase::NoteRemark, "place text", &[self.place(region), text.get(self.lang)]),
        }
    }

    /// Where one figure is published, in a line.
    pub(super) fn source_line(self, source: &Source, locator: Option<&str>) -> String {
        self.say(Phrase::SourcesLead, "list", &[&self.section(source, locator)])
    }

    /// A title and the section there.
    pub(super) fn section(self, source: &Source, locator: Option<&str>) -> String {
        let title = self.title(source);
        match locator {
            Some(locator) => [title.as_str(), locator].join(self.pause()),
            None => title,
        }
    }

    /// The title of a document; for what is none, who said it and when: 现场记录（张三，2026年11月28日）.
    fn title(self, source: &Source) -> String {
        source.heard().map_or_else(|| source.title.get(self.lang).to_owned(), |noted| self.noted_source(noted))
    }

    /// A source by its title as documents are named, with its date.
    pub(super) fn document(self, source: &Source) -> String {
        let title = self.title(source);
        match source.date {
            _ if source.heard().is_some() => title,
            Some(date) => self.say(Phrase::SourceDated, "title date", &[&title, &self.period(date)]),
            None => self.say(Phrase::SourceUndated, "title", &[&title]),
        }
    }

    /// A document and its sections.
    pub(super) fn citation(self, citation: &Citation) -> String {
        let document = self.document(&citation.source);
        if citation.locators.is_empty() {
            return document;
        }
        let sections = sections(&citation.locators);
        [document, sections].join(if self.is_english() { ", " } else { "" })
    }
}

/// Sections in one line; where several begin with the same part, it is said once: 司法篇，一（二）、一（四）.
fn sections(locators: &[String]) -> String {
    let mut out = String::new();
    let mut part = None;
    for locator in locators {
        let (head, tail) = locator.split_once('，').map_or((None, locator.as_str()), |(head, tail)| (Some(head), tail));
        let again = head.is_some() && head == part;
        if !out.is_empty() {
            out.push(if again { '、' } else { '；' });
        }
        out.push_str(if again { tail } else { locator });
        part = head;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_once() {
        let check = |locators: &[&str], expect: &str| {
            let locators: Vec<String> = locators.iter().map(|locator| (*locator).to_owned()).collect();
            assert_eq!(sections(&locators), expect);
        };
        check(&["司法篇，一（四）", "司法篇，一（三）", "经信篇，二（一）"], "司法篇，一（四）、一（三）；经信篇，二（一）");
        check(&["第二则", "第八则"], "第二则；第八则");
        check(&[], "");
    }
}
