//! What stands round the figures of a briefing: the bar, the overview, the speaker's notes, the editor. The core
//! of the one file that is presented offline; www/offline listens to what carries `data-do`, `data-go` and `data-edit`.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement};

use super::{
    api::{Data, JsOptions, Options},
    dom::{add, clear},
    font::Font,
    surface::Surface,
};
use crate::{
    briefing::{Beyond, Deck, Screen, Step, Talk},
    chart::{Frame, Theme, paint, sheet},
    dataset::Dataset,
    figure::{Figure, Key, Names, Unanswerable, figure},
    words::Words,
};

/// Buttons of the bar, from left to right.
const BAR: [&str; 14] =
    ["previous", "next", "overview", "choose", "record", "notes", "speaker", "edit", "report", "save", "clock", "dark", "full", "help"];

/// A briefing that is presented.
#[wasm_bindgen]
pub struct Briefing {
    pub(super) state: RefCell<State>,
}

pub(super) struct State {
    pub(super) dataset: Rc<Dataset>,
    pub(super) talk: Talk,
    pub(super) words: Words,
    theme: Theme,
    font: Font,
    /// What is being put on paper, and its title.
    pub(super) printed: Option<(Figure, String)>,
}

#[wasm_bindgen]
impl Briefing {
    /// The steps of a dataset, as `deck` has edited them; an empty one has not.
    #[wasm_bindgen(constructor)]
    pub fn new(data: &Data, options: JsOptions, deck: &str) -> Briefing {
        let options = Options::read(&options);
        let talk = Talk::new(Deck::read(deck, &data.dataset));
        let (words, theme, font) = (options.words(), options.theme, options.font);
        Briefing { state: RefCell::new(State { dataset: Rc::clone(&data.dataset), talk, words, theme, font, printed: None }) }
    }

    /// Takes another language, other colours, or the dataset with other figures; the step stays.
    pub fn take(&self, data: &Data, options: JsOptions) {
        let options = Options::read(&options);
        let mut state = self.state.borrow_mut();
        let deck = Deck::read(&state.talk.deck.write(), &data.dataset);
        state.talk.take(deck);
        state.dataset = Rc::clone(&data.dataset);
        (state.words, state.theme, state.font) = (options.words(), options.theme, options.font);
    }

    /// What has been edited, as text to keep.
    pub fn deck(&self) -> String {
        self.state.borrow().talk.deck.write()
    }

    /// Takes what has been edited elsewhere.
    #[wasm_bindgen(js_name = setDeck)]
    pub fn set_deck(&self, text: &str) {
        let mut state = self.state.borrow_mut();
        let deck = Deck::read(text, &state.dataset);
        state.talk.take(deck);
    }

    /// What a key asks for, by the names of `Act`, where some of the step lies above or below what is seen; nothing where it
    /// means nothing.
    pub fn press(&self, key: &str, above: bool, below: bool) -> Option<String> {
        self.state.borrow_mut().talk.press(key, Beyond { above, below }).map(|act| act.as_str().to_owned())
    }

    /// The digits of a step's number typed so far.
    pub fn typed(&self) -> String {
        self.state.borrow().talk.typed().to_owned()
    }

    /// Shows a step by its place.
    pub fn go(&self, place: usize) {
        self.state.borrow_mut().talk.go(place);
    }

    /// The place of the step that is shown.
    pub fn at(&self) -> usize {
        self.state.borrow().talk.at()
    }

    /// The place of a view by its id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.state.borrow().talk.deck.place(id)
    }

    /// The places of the steps that are not passed over.
    pub fn places(&self) -> Vec<usize> {
        self.state.borrow().talk.shown().collect()
    }

    /// The id of the view at a place; empty where there is none.
    pub fn view(&self, place: usize) -> String {
        self.state.borrow().talk.deck.steps.get(place).map_or_else(String::new, |step| step.view.id.clone())
    }

    /// What fills the screen: `step`, `overview`, `black` or `white`.
    pub fn screen(&self) -> String {
        let name = match self.state.borrow().talk.screen() {
            Screen::Step => "step",
            Screen::Overview => "overview",
            Screen::Black => "black",
            Screen::White => "white",
        };
        name.to_owned()
    }

    /// What the dataset is called.
    pub fn title(&self) -> String {
        let state = self.state.borrow();
        state.words.dataset_title(&state.dataset)
    }

    /// What the step at a place is called.
    #[wasm_bindgen(js_name = stepTitle)]
    pub fn step_title(&self, place: usize) -> String {
        let state = self.state.borrow();
        state.talk.deck.steps.get(place).map_or_else(String::new, |step| state.words.step_title(step))
    }

    /// Which step of how many.
    pub fn position(&self) -> String {
        let state = self.state.borrow();
        state.words.position(state.talk.number(), state.talk.shown().count())
    }

    /// What is told or written on a button, by its name in the page.
    pub fn called(&self, name: &str) -> String {
        self.state.borrow().words.briefed(name).unwrap_or_default()
    }

    /// The buttons, anew in an element.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn bar(&self, root: &Element) -> Result<(), JsValue> {
        clear(root);
        let words = self.state.borrow().words;
        for name in BAR {
            let button = button(root, "data-do", name, &words.briefed(name).unwrap_or_default())?;
            if name == "next" {
                add(root, "output", "position", "")?;
                add(root, "span", "step-title", "")?;
                let clock = add(root, "span", "clock", "")?;
                clock.set_attribute("role", "timer")?;
            }
            if matches!(name, "previous" | "next") {
                button.set_class_name("button arrow");
                // the arrow says it, for who sees; its name for who does not
                button.set_attribute("aria-label", &words.briefed(name).unwrap_or_default())?;
                button.set_text_content(Some(if name == "next" { "\u{203a}" } else { "\u{2039}" }));
            }
        }
        let label = add(root, "label", "lang", "")?;
        let select = add(&label, "select", "select", "")?;
        select.set_attribute("aria-label", &words.briefed("lang").unwrap_or_default())?;
        select.set_attribute("data-do", "lang")?;
        for (tag, name) in Words::OWN_NAMES {
            let option = add(&select, "option", "", name)?;
            option.set_attribute("value", tag)?;
            option.set_attribute("lang", tag)?;
            if tag == words.lang().tag() {
                option.set_attribute("selected", "")?;
            }
        }
        Ok(())
    }

    /// All steps, small: a button each, with a canvas of which `thumbnail` draws the picture.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn overview(&self, root: &Element) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        for (place, step) in state.talk.deck.steps.iter().enumerate() {
            let button = button(root, "data-go", &place.to_string(), "")?;
            button.set_class_name(if step.hidden { "small passed" } else { "small" });
            if place == state.talk.at() {
                button.set_attribute("aria-current", "step")?;
            }
            let canvas = add(&button, "canvas", "picture", "")?;
            canvas.set_attribute("aria-hidden", "true")?;
            let number = state.talk.shown().position(|shown| shown == place).map_or(0, |before| before + 1);
            let label = add(&button, "span", "label", "")?;
            let of = state.talk.shown().count();
            add(&label, "span", "number", &state.words.position(number, of))?;
            add(&label, "span", "name", &state.words.step_title(step))?;
        }
        Ok(())
    }

    /// Draws the step at a place onto a canvas, as wide as this in CSS pixels; false where it has no figure, or the browser no canvas.
    pub fn thumbnail(&self, canvas: &HtmlCanvasElement, place: usize, chosen: &str, width: f64, dpr: f64) -> bool {
        /// How wide it is laid out, before it is made small.
        const LAID_OUT: f64 = 720.0;
        let state = self.state.borrow();
        let Some(Ok(figure)) = state.figure(place, chosen) else { return false };
        let Some(context) = canvas.get_context("2d").ok().flatten() else { return false };
        let context: CanvasRenderingContext2d = context.unchecked_into();
        let measure = |text: &str, size: f64, bold: bool| state.font.measure(&context, text, size, bold);
        let frame = Frame { words: state.words, theme: Theme { text: 1.0, ..state.theme }, width: LAID_OUT, measure: &measure };
        let scene = sheet(&figure, &frame);
        // no higher than a screen is, from the top
        let height = scene.height.min(LAID_OUT * 9.0 / 16.0);
        let surface = Surface::new(canvas, scene.width, height, dpr * width / LAID_OUT, &state.font);
        surface.is_some_and(|mut surface| paint(&scene, &mut surface).is_ok())
    }

    /// What the speaker reads: the step's title, the notes, what follows.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn notes(&self, root: &Element) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        let steps = &state.talk.deck.steps;
        let Some(step) = steps.get(state.talk.at()) else { return Ok(()) };
        let next = state.talk.shown().find(|place| *place > state.talk.at()).and_then(|place| steps.get(place));
        let position = state.words.position(state.talk.number(), state.talk.shown().count());
        add(root, "p", "position", &position)?;
        add(root, "h2", "name", &state.words.step_title(step))?;
        add(root, "p", "spoken", &state.words.speaker_notes(step))?;
        add(root, "p", "follows", &state.words.what_follows(next))?;
        Ok(())
    }

    /// Which key does what.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn help(&self, root: &Element) -> Result<(), JsValue> {
        let words = self.state.borrow().words;
        clear(root);
        heading(root, words, &words.keys_heading())?;
        let list = add(root, "dl", "keys", "")?;
        for (keys, what) in words.key_lines() {
            let row = add(&list, "div", "key", "")?;
            add(&row, "dt", "", &keys)?;
            add(&row, "dd", "", &what)?;
        }
        Ok(())
    }

    /// The order of the steps, their titles and notes, to be edited.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn editor(&self, root: &Element) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        let words = state.words;
        heading(root, words, &words.briefed("edit").unwrap_or_default())?;
        let texts = words.editor();
        let list = add(root, "ol", "steps", "")?;
        let last = state.talk.deck.steps.len().saturating_sub(1);
        for (place, step) in state.talk.deck.steps.iter().enumerate() {
            let row = add(&list, "li", "step", "")?;
            let name = words.step_title(&Step { title: String::new(), ..step.clone() });
            let field = |row: &Element, tag: &str, what: &str, label: &str| -> Result<HtmlElement, JsValue> {
                let around = add(row, "label", "field", "")?;
                add(&around, "span", "label", label)?;
                let input = add(&around, tag, "input", "")?;
                input.set_attribute("data-edit", what)?;
                input.set_attribute("data-place", &place.to_string())?;
                Ok(input)
            };
            let title = field(&row, "input", "title", &texts.title)?;
            title.set_attribute("value", &step.title)?;
            title.set_attribute("placeholder", &name)?;
            let notes = field(&row, "textarea", "notes", &texts.notes)?;
            notes.set_text_content(Some(&step.notes));
            notes.set_attribute("rows", "2")?;
            let buttons = add(&row, "div", "buttons", "")?;
            for (label, to, can) in [(&texts.earlier, place.saturating_sub(1), place > 0), (&texts.later, place + 1, place < last)] {
                let button = button(&buttons, "data-to", &to.to_string(), label)?;
                button.set_attribute("data-place", &place.to_string())?;
                button.set_attribute("aria-label", &[label.as_str(), &words.step_title(step)].join(words.pause()))?;
                if !can {
                    button.set_attribute("disabled", "")?;
                }
            }
            let hidden = field(&buttons, "input", "hidden", &texts.hidden)?;
            hidden.set_attribute("type", "checkbox")?;
            if step.hidden {
                hidden.set_attribute("checked", "")?;
            }
        }
        button(root, "data-do", "forget", &words.briefed("forget").unwrap_or_default())?;
        Ok(())
    }

    /// Takes what has been typed into a field of the editor: `title`, `notes`, or `hidden` with anything but an empty text.
    pub fn edit(&self, place: usize, what: &str, value: &str) {
        let mut state = self.state.borrow_mut();
        let Some(step) = state.talk.deck.steps.get_mut(place) else { return };
        match what {
            "title" => step.title = value.trim().to_owned(),
            "notes" => step.notes = value.to_owned(),
            "hidden" => step.hidden = !value.is_empty(),
            _ => {}
        }
    }

    /// Moves a step; the one that is shown stays shown.
    pub fn shift(&self, from: usize, to: usize) {
        let mut state = self.state.borrow_mut();
        let mut deck = state.talk.deck.clone();
        deck.shift(from, to);
        state.talk.take(deck);
    }
}

/// A button with what it does.
pub(super) fn button(root: &Element, key: &str, value: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let button = add(root, "button", "button", text)?;
    button.set_attribute("type", "button")?;
    button.set_attribute(key, value)?;
    Ok(button)
}

/// A panel's heading, and the button that closes it.
pub(super) fn heading(root: &Element, words: Words, text: &str) -> Result<(), JsValue> {
    let head = add(root, "div", "head", "")?;
    add(&head, "h2", "name", text)?;
    button(&head, "data-do", "close", &words.briefed("close").unwrap_or_default())?;
    Ok(())
}

impl State {
    /// The figure of the step at a place, with what has been chosen of it.
    pub(super) fn figure(&self, place: usize, chosen: &str) -> Option<Result<Figure, Unanswerable>> {
        let step = self.talk.deck.steps.get(place)?;
        let author = Names::default().with(Key::View, &step.view.id);
        let view = Names::read(chosen).over(&author).resolve(&self.dataset);
        Some(view.and_then(|view| figure(&self.dataset, &view)))
    }
}
