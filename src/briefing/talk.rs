//! Which step is shown, and what a key does about it. Clickers send the keys of a keyboard: pages up and down, and `.` for black.

use super::Deck;

/// A briefing while it is presented.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// What it steps through.
    pub deck: Deck,
    at: usize,
    screen: Screen,
    /// Digits that have been typed, until Enter or another key.
    typed: String,
}

/// What fills the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Screen {
    /// The step.
    #[default]
    Step,
    /// All steps, small.
    Overview,
    /// Nothing, while the room talks: black.
    Black,
    /// The same in white.
    White,
}

/// What of a step lies beyond the screen's edges.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Beyond {
    /// Whether some of it lies above what is seen.
    pub above: bool,
    /// Whether some lies below.
    pub below: bool,
}

/// What is to be done after a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Show the step, or whatever fills the screen now.
    Show,
    /// Show what lies further down in the step.
    Down,
    /// Show what lies further up.
    Up,
    /// Fill the screen, or no longer.
    Full,
    /// Show or hide what only the speaker reads, below the step.
    Notes,
    /// The same in a window of its own.
    Speaker,
    /// Figures heard.
    Record,
    /// Order, titles and notes.
    Edit,
    /// What can be printed.
    Report,
    /// What can be chosen of the step's view.
    Choose,
    /// Start or stop the clock.
    Clock,
    /// Which key does what.
    Help,
    /// Dark or light.
    Dark,
    /// Close whatever has been opened.
    Close,
}

/// Keys that do the same on every screen.
const ACTS: [(&str, Act); 11] = [
    ("f", Act::Full),
    ("n", Act::Notes),
    ("s", Act::Speaker),
    ("r", Act::Record),
    ("e", Act::Edit),
    ("p", Act::Report),
    ("c", Act::Choose),
    ("t", Act::Clock),
    ("h", Act::Help),
    ("?", Act::Help),
    ("d", Act::Dark),
];

impl Act {
    /// Its name in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Act::Show => "show",
            Act::Down => "down",
            Act::Up => "up",
            Act::Full => "full",
            Act::Notes => "notes",
            Act::Speaker => "speaker",
            Act::Record => "record",
            Act::Edit => "edit",
            Act::Report => "report",
            Act::Choose => "choose",
            Act::Clock => "clock",
            Act::Help => "help",
            Act::Dark => "dark",
            Act::Close => "close",
        }
    }
}

impl Talk {
    /// From the first step that is not passed over.
    pub fn new(deck: Deck) -> Talk {
        let mut talk = Talk { deck, ..Talk::default() };
        let first = talk.shown().next();
        talk.at = first.unwrap_or(0);
        talk
    }

    /// The place of the step in the deck.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What fills the screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The places of the steps that are not passed over.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.deck.steps.iter().enumerate().filter(|(_, step)| !step.hidden).map(|(place, _)| place)
    }

    /// Its number among those, from 1; 0 for one that is passed over.
    pub fn number(&self) -> usize {
        self.shown().position(|place| place == self.at).map_or(0, |before| before + 1)
    }

    /// Shows a step, by its place in the deck; one that is passed over too, when it is asked for.
    pub fn go(&mut self, place: usize) {
        self.at = place.min(self.deck.steps.len().saturating_sub(1));
        self.screen = Screen::Step;
        self.typed.clear();
    }

    /// Takes an edited deck, and stays at the view that is shown.
    pub fn take(&mut self, deck: Deck) {
        let place = self.deck.steps.get(self.at).and_then(|step| deck.place(&step.view.id));
        self.deck = deck;
        self.at = place.unwrap_or(0);
    }

    /// A key, by its name in the browser; nothing where it means nothing. A step that is larger than the screen is seen to its
    /// end before the next is shown.
    pub fn press(&mut self, key: &str, beyond: Beyond) -> Option<Act> {
        let lower = key.to_lowercase();
        let key = lower.as_str();
        if key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit()) && self.typed.len() < 4 {
            self.typed.push_str(key);
            return Some(Act::Show);
        }
        let typed = std::mem::take(&mut self.typed);
        if matches!(self.screen, Screen::Black | Screen::White) && !matches!(key, "shift" | "control" | "alt" | "meta") {
            // as other programs have it: any key lights the screen, and does no more
            self.screen = Screen::Step;
            return Some(Act::Show);
        }
        match key {
            "enter" if !typed.is_empty() => {
                let number = typed.parse::<usize>().ok()?;
                let place = self.shown().nth(number.saturating_sub(1)).or_else(|| self.shown().next_back())?;
                self.go(place);
                Some(Act::Show)
            }
            "enter" if self.screen == Screen::Overview => Some(self.fill(Screen::Overview)),
            "arrowright" | "arrowdown" | "pagedown" | " " | "enter" if beyond.below && self.screen == Screen::Step => Some(Act::Down),
            "arrowright" | "arrowdown" | "pagedown" | " " | "enter" => Some(self.step(true)),
            "arrowleft" | "arrowup" | "pageup" | "backspace" if beyond.above && self.screen == Screen::Step => Some(Act::Up),
            "arrowleft" | "arrowup" | "pageup" | "backspace" => Some(self.step(false)),
            "home" => self.jump(false),
            "end" => self.jump(true),
            "o" => Some(self.fill(Screen::Overview)),
            "b" | "." => Some(self.fill(Screen::Black)),
            "w" | "," => Some(self.fill(Screen::White)),
            "escape" if self.screen == Screen::Overview => Some(self.fill(Screen::Overview)),
            "escape" => Some(Act::Close),
            key => ACTS.iter().find(|(known, _)| *known == key).map(|(_, act)| *act),
        }
    }

    /// The digits typed so far.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// To the next step, or the one before; stays where there is none. Over the overview the choice moves.
    fn step(&mut self, forward: bool) -> Act {
        let next = if forward { self.shown().find(|place| *place > self.at) } else { self.shown().rev().find(|place| *place < self.at) };
        self.at = next.unwrap_or(self.at);
        Act::Show
    }

    fn jump(&mut self, last: bool) -> Option<Act> {
        let place = if last { self.shown().next_back() } else { self.shown().next() };
        self.at = place?;
        Some(Act::Show)
    }

    fn fill(&mut self, screen: Screen) -> Act {
        self.screen = if self.screen == screen { Screen::Step } else { screen };
        Act::Show
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        briefing::Step,
        dataset::{View, ViewKind},
    };
    use std::sync::Arc;

    /// Four steps, of which the third is passed over.
    fn talk() -> Talk {
        let steps = (0..4).map(|place| Step {
            view: Arc::new(View { id: place.to_string(), ..View::blank(ViewKind::Ranking) }),
            title: String::new(),
            notes: String::new(),
            hidden: place == 2,
        });
        Talk::new(Deck { steps: steps.collect() })
    }

    #[test]
    fn keys_step() {
        let check = |keys: &[&str], at: usize, screen: Screen| {
            let mut talk = talk();
            for key in keys {
                talk.press(key, Beyond::default());
            }
            assert_eq!((talk.at(), talk.screen()), (at, screen), "{keys:?}");
        };
        use Screen::{Black, Overview, Step, White};
        check(&[], 0, Step);
        check(&["ArrowRight"], 1, Step);
        check(&["PageDown", "PageDown"], 3, Step);
        check(&["PageDown", " ", "Enter"], 3, Step);
        check(&["End", "PageUp"], 1, Step);
        check(&["ArrowLeft"], 0, Step);
        check(&["End", "Home"], 0, Step);
        // the third that is shown
        check(&["3", "Enter"], 3, Step);
        check(&["9", "9", "Enter"], 3, Step);
        check(&["0", "Enter"], 0, Step);
        check(&["2", "ArrowRight", "Enter"], 3, Step);
        check(&["o"], 0, Overview);
        check(&["o", "ArrowRight"], 1, Overview);
        check(&["o", "o"], 0, Step);
        check(&["o", "Escape"], 0, Step);
        check(&["o", "ArrowDown", "Enter"], 1, Step);
        check(&["."], 0, Black);
        check(&["b", "PageDown"], 0, Step);
        check(&["W"], 0, White);
        check(&[",", "Shift"], 0, White);
    }

    #[test]
    fn keys_ask() {
        let check = |key: &str, expect: Option<Act>| assert_eq!(talk().press(key, Beyond::default()), expect, "{key}");
        check("F", Some(Act::Full));
        check("?", Some(Act::Help));
        check("Escape", Some(Act::Close));
        check("x", None);
        check("Tab", None);
    }

    #[test]
    fn a_step_larger_than_the_screen_is_seen_whole() {
        let check = |keys: &[&str], above: bool, below: bool, expect: (Option<Act>, usize)| {
            let mut talk = talk();
            let acts: Vec<_> = keys.iter().map(|key| talk.press(key, Beyond { above, below })).collect();
            assert_eq!((acts.last().copied().flatten(), talk.at()), expect, "{keys:?} {above} {below}");
        };
        check(&["PageDown"], false, true, (Some(Act::Down), 0));
        check(&["PageDown"], true, false, (Some(Act::Show), 1));
        check(&["End", "ArrowLeft"], true, false, (Some(Act::Up), 3));
        check(&["End", "ArrowLeft"], false, true, (Some(Act::Show), 1));
        // what is asked for by its number is shown
        check(&["2", "Enter"], true, true, (Some(Act::Show), 1));
        check(&["o", "PageDown"], true, true, (Some(Act::Show), 1));
    }

    #[test]
    fn a_deck_of_nothing_steps_nowhere() {
        let mut talk = Talk::new(Deck::default());
        for key in ["ArrowRight", "End", "1", "Enter", "o"] {
            talk.press(key, Beyond::default());
        }
        assert_eq!((talk.at(), talk.number()), (0, 0));
    }

    #[test]
    fn an_edited_deck_keeps_what_is_shown() {
        let mut talk = talk();
        talk.press("End", Beyond::default());
        let mut deck = talk.deck.clone();
        deck.shift(3, 0);
        talk.take(deck);
        assert_eq!((talk.at(), talk.number()), (0, 1));
    }
}
