//! The steps of a briefing, and what has been edited of them.

use std::sync::Arc;

use crate::dataset::{Dataset, View};

/// The steps in their order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Deck {
    /// One a named view of the dataset.
    pub steps: Vec<Step>,
}

/// A named view, as a briefing shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// What is shown.
    pub view: Arc<View>,
    /// What it is called in place of the view's own title; empty for that.
    pub title: String,
    /// What the speaker wants to remember; not shown to the others.
    pub notes: String,
    /// Whether it is passed over.
    pub hidden: bool,
}

/// The first line of a deck as text.
const VERSION: &str = "1";

impl Deck {
    /// All named views in their order, with nothing edited.
    pub fn of(dataset: &Dataset) -> Deck {
        Deck { steps: dataset.views.iter().map(Step::of).collect() }
    }

    /// The deck that `write` wrote, for this dataset: views that it does not have any more are left out, and those it has got since
    /// come last. What is no deck is one without edits.
    pub fn read(text: &str, dataset: &Dataset) -> Deck {
        let mut lines = text.lines();
        let mut deck = Deck::default();
        if lines.next() == Some(VERSION) {
            for line in lines {
                let mut fields = line.split('\t').map(unescaped);
                let mut field = || fields.next().unwrap_or_default();
                let (id, hidden, title, notes) = (field(), field(), field(), field());
                if let Some(view) = dataset.view(&id).filter(|view| !deck.has(&view.id)) {
                    deck.steps.push(Step { view: Arc::clone(view), title, notes, hidden: hidden == HIDDEN });
                }
            }
        }
        for view in &dataset.views {
            if !deck.has(&view.id) {
                deck.steps.push(Step::of(view));
            }
        }
        deck
    }

    /// The deck as text to keep: a line a step, fields between tabs.
    pub fn write(&self) -> String {
        let mut out = VERSION.to_owned();
        for step in &self.steps {
            let hidden = if step.hidden { HIDDEN } else { "" };
            out.push('\n');
            out.push_str(&[&*escaped(&step.view.id), hidden, &escaped(&step.title), &escaped(&step.notes)].join("\t"));
        }
        out
    }

    /// Moves a step to another place, the others closing up.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.steps.len() && to < self.steps.len() {
            let step = self.steps.remove(from);
            self.steps.insert(to, step);
        }
    }

    /// The place of a view.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.view.id == id)
    }

    fn has(&self, id: &str) -> bool {
        self.place(id).is_some()
    }
}

impl Step {
    fn of(view: &Arc<View>) -> Step {
        Step { view: Arc::clone(view), title: String::new(), notes: String::new(), hidden: false }
    }
}

/// What stands for a step that is passed over.
const HIDDEN: &str = "-";

/// What would end a field or a line, and what stands for it after a backslash.
const ESCAPES: [(char, char); 4] = [('\\', '\\'), ('\t', 't'), ('\n', 'n'), ('\r', 'r')];

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match ESCAPES.iter().find(|(plain, _)| *plain == character) {
            Some((_, letter)) => out.extend(['\\', *letter]),
            None => out.push(character),
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let letter = if character == '\\' { characters.next() } else { None };
        let known = ESCAPES.iter().find(|(_, known)| Some(*known) == letter).map(|(plain, _)| *plain);
        out.push(known.unwrap_or(character));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::parse_json;
    use proptest::prelude::*;

    fn dataset(views: &[&str]) -> Dataset {
        let views: Vec<String> = views.iter().map(|id| format!(r#"{{"id":"{id}","kind":"crosscheck"}}"#)).collect();
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[],"regions":[],"indicators":[],"observations":[],"targets":[],"relations":[],"views":[{}]}}"#,
            views.join(",")
        );
        parse_json(&text).dataset.unwrap()
    }

    fn ids(deck: &Deck) -> String {
        deck.steps.iter().map(|step| step.view.id.as_str()).collect()
    }

    #[test]
    fn an_order_is_kept_and_what_is_new_comes_last() {
        let check = |text: &str, views: &[&str], expect: &str| assert_eq!(ids(&Deck::read(text, &dataset(views))), expect, "{text:?}");
        check("", &["a", "b"], "ab");
        check("1\nb\t\t\t\na\t\t\t", &["a", "b"], "ba");
        check("1\nb\nx\nb", &["a", "b", "c"], "bac");
        check("2\nb", &["a", "b"], "ab");
    }

    #[test]
    fn steps_move() {
        let check = |from, to, expect: &str| {
            let mut deck = Deck::of(&dataset(&["a", "b", "c"]));
            deck.shift(from, to);
            assert_eq!(ids(&deck), expect, "{from} {to}");
        };
        check(0, 2, "bca");
        check(2, 0, "cab");
        check(1, 1, "abc");
        check(1, 3, "abc");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(edits in prop::collection::vec((".*", "(?s).*", any::<bool>()), 3), from in 0..3_usize, to in 0..3_usize) {
            let dataset = dataset(&["a", "b", "c"]);
            let mut deck = Deck::of(&dataset);
            for (step, (title, notes, hidden)) in deck.steps.iter_mut().zip(edits) {
                (step.title, step.notes, step.hidden) = (title, notes, hidden);
            }
            deck.shift(from, to);
            prop_assert_eq!(Deck::read(&deck.write(), &dataset), deck);
        }

        #[test]
        fn any_text_is_some_deck(text in "(?s).*") {
            prop_assert_eq!(Deck::read(&text, &dataset(&["a", "b"])).steps.len(), 2);
        }
    }
}
