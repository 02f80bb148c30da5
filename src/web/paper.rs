//! A briefing on paper: a page a step, and what the tour comes to.

use std::sync::Arc;

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::{
    api::refused,
    briefing::{Briefing, State, button, heading},
    dom::{add, clear},
    font::Font,
};
use crate::{
    briefing::{Step, tour},
    chart::{Frame, Mode, Theme, font_stack, lay_out, svg},
    dataset::Region,
    figure::{Cell, Figure, Note, figure},
    words::{Page, page},
};

#[wasm_bindgen]
impl Briefing {
    /// What to print: for which place the summary is, and on what paper.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn papers(&self, root: &Element, home: &str) -> Result<(), JsValue> {
        clear(root);
        let words = self.state.borrow().words;
        heading(root, words, &words.briefed("report").unwrap_or_default())?;
        add(root, "p", "", &words.briefed("papers").unwrap_or_default())?;
        let label = add(root, "label", "field", "")?;
        add(&label, "span", "label", &words.briefed("summary").unwrap_or_default())?;
        let select = add(&label, "select", "input", "")?;
        select.set_attribute("data-home", "")?;
        let state = self.state.borrow();
        let home = state.home(home);
        for region in &state.dataset.regions {
            let option = add(&select, "option", "", words.place(region))?;
            option.set_attribute("value", &region.id)?;
            if home.is_some_and(|home| home.id == region.id) {
                option.set_attribute("selected", "")?;
            }
        }
        let buttons = add(root, "div", "buttons", "")?;
        for name in ["a4", "wide"] {
            button(&buttons, "data-paper", name, &words.briefed(name).unwrap_or_default())?;
        }
        Ok(())
    }

    /// A step for paper, anew in an element: title, room for `plot`, reading, table, notes, sources.
    ///
    /// # Errors
    /// A `Failure` value where it has no figure.
    pub fn article(&self, root: &Element, place: usize, chosen: &str) -> Result<(), JsValue> {
        clear(root);
        let mut state = self.state.borrow_mut();
        let Some((step, figure)) = state.step(place, chosen)? else { return Ok(()) };
        let page = page(state.words, &figure);
        add(root, "p", "kicker", &state.words.step_title(step))?;
        add(root, "h2", "title", &page.title)?;
        add(root, "p", "subtitle", &page.subtitle.join(" · "))?;
        add(root, "div", "drawing", "")?;
        let beside = add(root, "div", "beside", "")?;
        add(&beside, "p", "reading", &page.reading)?;
        table(&beside, &page)?;
        let remarks = add(&beside, "div", "remarks", "")?;
        for note in &page.notes {
            add(&remarks, "p", "note", note)?;
        }
        add(&remarks, "p", "sources", &page.sources)?;
        state.printed = Some((figure, page.title));
        Ok(())
    }

    /// The drawing of the last `article`, anew in an element: of this width in CSS pixels, with this factor on heights, below 1 where
    /// there is little room.
    ///
    /// # Errors
    /// Where the browser has no canvas to measure text on.
    pub fn plot(&self, root: &Element, canvas: &HtmlCanvasElement, width: f64, stretch: f64) -> Result<(), JsValue> {
        let state = self.state.borrow();
        let Some((figure, title)) = &state.printed else { return Ok(()) };
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        let font = Font(font_stack(state.words.lang()).to_owned());
        let measure = |text: &str, size: f64, bold: bool| font.measure(&context, text, size, bold);
        let theme = Theme { stretch, ..Theme::new(Mode::Print, 1.0) };
        let scene = lay_out(figure, &Frame { words: state.words, theme, width, measure: &measure });
        root.set_inner_html(&svg(&scene, title, state.words.lang()));
        Ok(())
    }

    /// The table of a step that its own sheet has no room for, anew in an element, as annex of this number.
    ///
    /// # Errors
    /// A `Failure` value where it has no figure.
    pub fn annex(&self, root: &Element, place: usize, chosen: &str, number: usize) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        let Some((step, figure)) = state.step(place, chosen)? else { return Ok(()) };
        let page = page(state.words, &figure);
        add(root, "p", "kicker", &state.words.annex(number, &state.words.step_title(step)))?;
        table(root, &page)
    }

    /// Where the rows are that a sheet leaves out.
    pub fn annexed(&self, is_drawn: bool, rows: usize, annex: usize, page: usize) -> String {
        self.state.borrow().words.annexed(is_drawn, rows, annex, page)
    }

    /// Which sheet of how many.
    #[wasm_bindgen(js_name = sheetNumber)]
    pub fn sheet_number(&self, number: usize, of: usize) -> String {
        self.state.borrow().words.position(number, of)
    }

    /// What the tour comes to for a place, by its id, anew in an element: its gaps to each host, the largest first, and how far it has come
    /// with what it has promised.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn summary(&self, root: &Element, home: &str) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        let words = state.words;
        let Some(home) = state.home(home) else { return Ok(()) };
        let tour = tour(&state.dataset, home);
        add(root, "p", "kicker", &words.dataset_title(&state.dataset))?;
        add(root, "h2", "title", &words.summary_title(home))?;
        if tour.views.is_empty() {
            add(root, "p", "reading", &words.nothing_shared(home))?;
        }
        for view in &tour.views {
            let Ok(figure) = figure(&state.dataset, view) else { continue };
            let mut page = page(words, &figure);
            without_sources(&mut page, &figure);
            if view.benchmark.is_some() {
                // a gap is drawn from the best to the worst
                page.rows.reverse();
            }
            let part = add(root, "div", "part", "")?;
            add(&part, "h3", "name", &page.title)?;
            add(&part, "p", "reading", &page.reading)?;
            table(&part, &page)?;
            // notes on how to read a drawing are of no use to a table
            for (_, text) in figure.notes.iter().zip(&page.notes).filter(|(note, _)| !is_of_drawing(note)) {
                add(&part, "p", "note", text)?;
            }
            add(&part, "p", "sources", &page.sources)?;
        }
        if !tour.left_out.is_empty() {
            add(root, "p", "part", &words.not_told(&tour.left_out))?;
        }
        Ok(())
    }
}

impl State {
    /// A step, and its figure as it was last chosen. Nothing where there is no such step.
    fn step(&self, place: usize, chosen: &str) -> Result<Option<(&Step, Figure)>, JsValue> {
        match self.talk.deck.steps.get(place).zip(self.figure(place, chosen)) {
            Some((step, Ok(figure))) => Ok(Some((step, figure))),
            Some((_, Err(reason))) => Err(refused(self.words, &reason)),
            None => Ok(None),
        }
    }

    /// A place by its id; else the one that the views are about, which has something to be told.
    fn home(&self, id: &str) -> Option<&Arc<Region>> {
        let of_views = || self.dataset.views.iter().filter_map(|view| view.home.as_ref());
        let named = self.dataset.regions.iter().find(|region| region.id == id);
        named.or_else(|| of_views().find(|home| tour(&self.dataset, home).views.len() > 1)).or_else(|| of_views().next())
    }
}

/// Whether a note says how to read a drawing.
fn is_of_drawing(note: &Note) -> bool {
    use crate::figure::{GapLabel, Label, ProgressLabel};
    matches!(note, Note::Label(Label::Gap(GapLabel::Scale(..)) | Label::Progress(ProgressLabel::Colours | ProgressLabel::Levels)))
}

/// A table without the columns of sources, which stand below it.
fn without_sources(page: &mut Page, figure: &Figure) {
    let rows = &figure.table.rows;
    let is_source = |at: usize| rows.iter().any(|row| matches!(row.get(at), Some(Cell::Source(..))));
    let mut kept = (0..page.columns.len()).map(|at| !is_source(at)).cycle();
    let mut keep = || kept.next().unwrap_or(true);
    page.columns.retain(|_| keep());
    for row in &mut page.rows {
        row.cells.retain(|_| keep());
        row.numeric.retain(|_| keep());
    }
}

/// Up to so many characters a cell stands in one line.
const SHORT: usize = 7;

/// A page's table.
fn table(root: &Element, page: &Page) -> Result<(), JsValue> {
    let table = add(root, "table", "table", "")?;
    let head = add(&table, "thead", "", "")?;
    let head = add(&head, "tr", "", "")?;
    for (index, column) in page.columns.iter().enumerate() {
        let numeric = page.rows.iter().any(|row| row.numeric.get(index) == Some(&true));
        add(&head, "th", if numeric { "number" } else { "" }, column)?.set_attribute("scope", "col")?;
    }
    let body = add(&table, "tbody", "", "")?;
    for row in &page.rows {
        let line = add(&body, "tr", if row.is_home { "home" } else { "" }, "")?;
        for (cell, numeric) in row.cells.iter().zip(&row.numeric) {
            let class = match cell.chars().count() {
                _ if *numeric => "number",
                ..=SHORT => "short",
                _ => "",
            };
            add(&line, "td", class, cell)?;
        }
    }
    Ok(())
}
