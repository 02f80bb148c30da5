//! The inside of a `<dui-biao>`: title, drawing, reading, table, notes, sources, and what pointing at it tells.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::{
    api::{Data, JsOptions, JsPage, JsSelected, Options, refused},
    dom::{add, clear, px},
    drag::dragged,
    font::Font,
    surface::{Surface, css},
    told::{selected, told},
    toolbar::Toolbar,
};
use crate::{
    chart::{Frame, Grip, Handle, Hit, Mark, Point, Polyline, Scene, Stroke, Theme, lay_out, paint},
    dataset::{Dataset, decimal::fixed},
    figure::{Figure, Names, figure},
    words::{Page, Words, page},
};

/// One widget's inside. Methods take `&self`, so that a failure in one call cannot lock the next ones out.
#[wasm_bindgen]
pub struct Widget {
    parts: Parts,
    state: RefCell<State>,
}

/// The elements, made once.
struct Parts {
    root: HtmlElement,
    title: HtmlElement,
    subtitle: HtmlElement,
    toolbar: Toolbar,
    plot: HtmlElement,
    canvas: HtmlCanvasElement,
    tip: HtmlElement,
    live: HtmlElement,
    reading: HtmlElement,
    summary: HtmlElement,
    scroller: HtmlElement,
    table: HtmlElement,
    notes: HtmlElement,
    sources: HtmlElement,
}

/// What is shown, and how large.
struct State {
    shown: Option<Shown>,
    width: f64,
    dpr: f64,
    focus: Option<usize>,
    /// What a reader has chosen over what the author shows.
    chosen: Names,
    /// What is held while a point of the path is dragged.
    held: Option<Handle>,
    /// The elements to drag by; the first of them are those of the drawing, in its order.
    handles: Vec<HtmlElement>,
}

struct Shown {
    /// What is shown, to show it otherwise.
    dataset: Rc<Dataset>,
    author: Names,
    figure: Figure,
    words: Words,
    theme: Theme,
    font: Font,
    scene: Scene,
}

#[wasm_bindgen]
impl Widget {
    /// Builds the inside into an empty element. The element stays the caller's; nothing outside it is touched.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    #[wasm_bindgen(constructor)]
    pub fn new(root: HtmlElement) -> Result<Widget, JsValue> {
        let figure = add(&root, "figure", "figure", "")?;
        let title = add(&figure, "h3", "title", "")?;
        title.set_id("title");
        let subtitle = add(&figure, "p", "subtitle", "")?;
        let toolbar = Toolbar::new(&figure)?;
        let plot = add(&figure, "div", "plot", "")?;
        plot.set_attribute("tabindex", "0")?;
        plot.set_attribute("role", "application")?;
        plot.set_attribute("aria-labelledby", "title")?;
        plot.set_attribute("aria-describedby", "reading")?;
        let canvas: HtmlCanvasElement = add(&plot, "canvas", "canvas", "")?.unchecked_into();
        canvas.set_attribute("aria-hidden", "true")?;
        let tip = add(&plot, "div", "tip", "")?;
        tip.set_attribute("aria-hidden", "true")?;
        tip.set_hidden(true);
        let live = add(&figure, "p", "live", "")?;
        live.set_attribute("aria-live", "polite")?;
        let reading = add(&figure, "p", "reading", "")?;
        reading.set_id("reading");
        let details = add(&figure, "details", "data", "")?;
        let summary = add(&details, "summary", "summary", "")?;
        let scroller = add(&details, "div", "scroller", "")?;
        scroller.set_attribute("tabindex", "0")?;
        scroller.set_attribute("role", "region")?;
        let table = add(&scroller, "table", "table", "")?;
        let notes = add(&figure, "ul", "notes", "")?;
        let sources = add(&figure, "p", "sources", "")?;
        let parts = Parts { root, title, subtitle, toolbar, plot, canvas, tip, live, reading, summary, scroller, table, notes, sources };
        Ok(Widget {
            parts,
            state: RefCell::new(State {
                shown: None,
                width: 0.0,
                dpr: 1.0,
                focus: None,
                chosen: Names::default(),
                held: None,
                handles: Vec::new(),
            }),
        })
    }

    /// Shows what the options ask for, with what a reader has chosen (as `choose` tells it) over it, and returns it in
    /// words. What was shown before stays when this throws.
    ///
    /// # Errors
    /// A `Failure` value where the request has no figure.
    pub fn show(&self, data: &Data, options: JsOptions, chosen: &str) -> Result<JsPage, JsValue> {
        let options = Options::read(&options);
        let words = options.words();
        let chosen = Names::read(chosen);
        let view = chosen.over(options.names()).resolve(&data.dataset);
        let figure = view.and_then(|view| figure(&data.dataset, &view)).map_err(|reason| refused(words, &reason))?;
        let page = page(words, &figure);
        self.write(words, &page)?;
        self.parts.toolbar.name(words);
        dress(&self.parts.root, &options.theme);
        {
            let mut state = self.state.borrow_mut();
            state.focus = None;
            state.chosen = chosen;
            state.held = None;
            let (dataset, author) = (Rc::clone(&data.dataset), options.names().clone());
            let (theme, font) = (options.theme, options.font);
            state.shown = Some(Shown { dataset, author, figure, words, theme, font, scene: Scene::default() });
        }
        self.lay_out();
        told(&page)
    }

    /// The plot's element has this width in CSS pixels, on a screen with this many device pixels each.
    pub fn resize(&self, width: f64, dpr: f64) {
        {
            let mut state = self.state.borrow_mut();
            let dpr = if dpr.is_finite() { crate::order::clamp(dpr, 0.5, 8.0) } else { 1.0 };
            if state.width == width && state.dpr == dpr {
                return;
            }
            (state.width, state.dpr) = (width, dpr);
        }
        self.lay_out();
    }

    /// A pointer is at this place on the canvas, in CSS pixels.
    pub fn point(&self, x: f64, y: f64) {
        let hit = self.state.borrow().shown.as_ref().and_then(|shown| shown.scene.hit(Point { x, y }));
        self.focus(hit, false);
    }

    /// Moves a point of the path to a place, by the number of its handle, and draws the path through it. Words and table follow when
    /// it is let go: by `show`, with what this returns. Nothing where there is no such point.
    pub fn drag(&self, handle: usize, x: f64, y: f64) -> Option<String> {
        // every core has this, so that all have the same glue
        if !cfg!(feature = "trajectory") {
            return None;
        }
        let text = {
            let mut state = self.state.borrow_mut();
            let handle = state.held.or_else(|| state.shown.as_ref()?.scene.handles.get(handle).copied())?;
            // the axes stay those it was taken up with, until `show`
            state.held = Some(handle);
            let mut chosen = state.chosen.clone();
            let shown = state.shown.as_mut()?;
            shown.figure = dragged(&shown.dataset, &mut chosen, &shown.author, &handle, Point { x, y })?;
            state.focus = None;
            chosen.write()
        };
        self.lay_out();
        Some(text)
    }

    /// No pointer is on the canvas any more, or the focus has left it.
    pub fn leave(&self) {
        self.focus(None, false);
    }

    /// What is pointed at: `Selected` of the typings, nothing where nothing is.
    pub fn selected(&self) -> Option<JsSelected> {
        let state = self.state.borrow();
        selected(state.shown.as_ref()?.scene.hits.get(state.focus?)?)
    }

    /// A key was pressed on the plot; true where it meant something.
    pub fn key(&self, key: &str) -> bool {
        let target = {
            let state = self.state.borrow();
            let Some(shown) = state.shown.as_ref() else { return false };
            step(&shown.scene, state.focus, key)
        };
        match target {
            Step::To(index) => self.focus(Some(index), true),
            Step::Away => self.focus(None, false),
            Step::None => return false,
        }
        true
    }
}

/// Where a key leads.
enum Step {
    To(usize),
    Away,
    None,
}

/// Left and right go along a line, up and down between lines, or along the only one.
fn step(scene: &Scene, focus: Option<usize>, key: &str) -> Step {
    let last = scene.hits.len().checked_sub(1);
    let Some(last) = last else { return Step::None };
    let series = |index: usize| scene.hits.get(index).map(|hit| hit.series);
    let one_line = series(0) == series(last);
    let Some(at) = focus else {
        return match key {
            "ArrowRight" | "ArrowDown" | "Home" => Step::To(0),
            "ArrowLeft" | "ArrowUp" | "End" => Step::To(last),
            _ => Step::None,
        };
    };
    match key {
        "ArrowRight" => Step::To((at + 1).min(last)),
        "ArrowLeft" => Step::To(at.saturating_sub(1)),
        "ArrowDown" if one_line => Step::To((at + 1).min(last)),
        "ArrowUp" if one_line => Step::To(at.saturating_sub(1)),
        "ArrowDown" => (at..=last).find(|index| series(*index) != series(at)).map_or(Step::To(at), Step::To),
        "ArrowUp" => {
            let before = (0..at).rev().find(|index| series(*index) != series(at));
            let first = before.and_then(|end| (0..=end).find(|index| series(*index) == series(end)));
            Step::To(first.unwrap_or(at))
        }
        "Home" => Step::To(0),
        "End" => Step::To(last),
        "Escape" => Step::Away,
        _ => Step::None,
    }
}

impl Widget {
    /// Puts the words around the drawing.
    fn write(&self, words: Words, page: &Page) -> Result<(), JsValue> {
        let parts = &self.parts;
        parts.title.set_text_content(Some(&page.title));
        parts.subtitle.set_text_content(Some(&page.subtitle.join(" · ")));
        parts.reading.set_text_content(Some(&page.reading));
        parts.sources.set_text_content(Some(&page.sources));
        parts.summary.set_text_content(Some(&words.table_summary()));
        parts.plot.set_attribute("aria-roledescription", &words.chart_role())?;
        // named after the figure, so that two widgets have two names
        parts.scroller.set_attribute("aria-label", &[words.table_summary().as_str(), &page.title].join(words.pause()))?;
        clear(&parts.notes);
        for note in &page.notes {
            add(&parts.notes, "li", "note", note)?;
        }
        parts.notes.set_hidden(page.notes.is_empty());
        clear(&parts.table);
        let caption = add(&parts.table, "caption", "caption", &page.title)?;
        caption.set_text_content(Some(&page.title));
        let head = add(&parts.table, "thead", "", "")?;
        let head = add(&head, "tr", "", "")?;
        for (index, column) in page.columns.iter().enumerate() {
            let numeric = page.rows.first().is_some_and(|row| row.numeric.get(index) == Some(&true));
            let cell = add(&head, "th", "column", column)?;
            cell.set_attribute("scope", "col")?;
            if numeric {
                cell.set_class_name("column number");
            }
        }
        let body = add(&parts.table, "tbody", "", "")?;
        let names = page.rows.first().and_then(|row| row.numeric.iter().position(|numeric| !numeric)).unwrap_or(0);
        for row in &page.rows {
            let line = add(&body, "tr", if row.is_home { "home-row" } else { "row" }, "")?;
            for (index, (cell, numeric)) in row.cells.iter().zip(&row.numeric).enumerate() {
                let name = if *numeric { "number" } else { "cell" };
                if index == names {
                    add(&line, "th", name, cell)?.set_attribute("scope", "row")?;
                } else {
                    add(&line, "td", name, cell)?;
                }
            }
        }
        Ok(())
    }

    /// Lays the drawing out for the present size, and paints it.
    fn lay_out(&self) {
        {
            let mut state = self.state.borrow_mut();
            let State { shown, width, handles, .. } = &mut *state;
            let width = *width;
            let Some(shown) = shown.as_mut().filter(|_| width > 0.0) else { return };
            let Some(context) = context(&self.parts.canvas) else { return };
            let font = &shown.font;
            let measure = |text: &str, size: f64, bold: bool| font.measure(&context, text, size, bold);
            let frame = Frame { words: shown.words, theme: shown.theme, width, measure: &measure };
            shown.scene = lay_out(&shown.figure, &frame);
            // the canvas lies over its plot, so that it never holds the plot open; the height is told
            let _ = self.parts.plot.style().set_property("height", &px(shown.scene.height));
            self.grips(&shown.scene, handles);
        }
        self.paint();
        // what was pointed at has moved
        self.tell(false);
    }

    /// Puts an element over each point that can be dragged.
    fn grips(&self, scene: &Scene, elements: &mut Vec<HtmlElement>) {
        for (index, handle) in scene.handles.iter().enumerate() {
            if index == elements.len()
                && let Ok(element) = add(&self.parts.plot, "div", "handle", "")
            {
                let _ = element.set_attribute("aria-hidden", "true");
                elements.push(element);
            }
            let Some(element) = elements.get(index) else { return };
            // nothing of it leaves the plot
            let x = handle.at.x.min(scene.width - HANDLE);
            element.set_class_name(if matches!(handle.grip, Grip::Target(_)) { "handle" } else { "handle step" });
            let _ = element.style().set_property("transform", &moved(x, handle.at.y));
        }
        for (index, element) in elements.iter().enumerate() {
            element.set_hidden(index >= scene.handles.len());
        }
    }

    /// Paints the drawing, and a ring round what is pointed at.
    fn paint(&self) {
        let state = self.state.borrow();
        let Some(shown) = state.shown.as_ref() else { return };
        let scene = &shown.scene;
        let surface = Surface::new(&self.parts.canvas, scene.width, scene.height, state.dpr, &shown.font);
        let Some(mut surface) = surface else { return };
        // a canvas that cannot be painted leaves table and reading, which say the same
        let lit = state.focus.filter(|_| GROUPS).and_then(|index| scene.lit(index, shown.theme.paper));
        let _ = match lit {
            Some(marks) => paint(&Scene { marks, ..Scene::default() }, &mut surface),
            None => paint(scene, &mut surface),
        };
        if let Some(ring) = state.focus.and_then(|index| scene.hits.get(index)).map(|hit| ring(&shown.theme, hit)) {
            let _ = paint(&Scene { marks: vec![ring], ..Scene::default() }, &mut surface);
        }
    }

    /// Points at something, or at nothing; aloud where it was reached by keyboard.
    fn focus(&self, index: Option<usize>, aloud: bool) {
        let moved = core::mem::replace(&mut self.state.borrow_mut().focus, index) != index;
        if moved {
            self.paint();
        }
        if moved || aloud {
            self.tell(aloud);
        }
    }

    /// Writes the tip beside what is pointed at.
    fn tell(&self, aloud: bool) {
        let state = self.state.borrow();
        let hit = state.shown.as_ref().zip(state.focus).and_then(|(shown, index)| Some((shown, shown.scene.hits.get(index)?)));
        let Some((shown, hit)) = hit else {
            self.parts.tip.set_hidden(true);
            self.parts.live.set_text_content(None);
            return;
        };
        clear(&self.parts.tip);
        for (index, line) in hit.told.iter().enumerate() {
            let _ = add(&self.parts.tip, "div", if index == 0 { "tip-name" } else { "tip-line" }, line);
        }
        self.parts.tip.set_hidden(false);
        let tip = &self.parts.tip;
        let (w, h) = (f64::from(tip.offset_width()), f64::from(tip.offset_height()));
        let x = (hit.at.x + 12.0).min(shown.scene.width - w).max(0.0);
        let above = hit.at.y - h - 12.0;
        let y = if above >= 0.0 { above } else { hit.at.y + 16.0 };
        let _ = tip.style().set_property("transform", &moved(x, y));
        if aloud {
            self.parts.live.set_text_content(Some(&hit.told.join(shown.words.pause())));
        }
    }
}

/// Whether any view of this build has marks that belong together.
const GROUPS: bool = cfg!(any(feature = "history", feature = "trajectory", feature = "composite"));

/// Half the handle's width in CSS pixels (see www/style.js): nothing of it leaves the plot.
const HANDLE: f64 = 22.0;

/// Where an element is moved to, as CSS.
fn moved(x: f64, y: f64) -> String {
    ["translate(", &fixed(x, 0), "px,", &fixed(y, 0), "px)"].concat()
}

/// Gives the words the colours of the drawing.
fn dress(root: &HtmlElement, theme: &Theme) {
    let style = root.style();
    for (name, color) in [
        ("--ink", theme.ink),
        ("--paper", theme.paper),
        ("--accent", theme.home),
        ("--muted", theme.muted),
        ("--grid", theme.grid),
        ("--axis", theme.axis),
    ] {
        let _ = style.set_property(name, &css(color.backend(1.0)));
    }
}

/// A ring round a point, a frame round a row.
fn ring(theme: &Theme, hit: &Hit) -> Mark {
    let (area, at) = (hit.area, hit.at);
    const RADIUS: f64 = 9.0;
    const CORNERS: u32 = 32;
    /// Cosine and sine of a 32nd of a turn.
    const STEP: (f64, f64) = (0.980_785_280_403_230_4, 0.195_090_322_016_128_27);
    let points = if hit.framed {
        let (left, top, right, bottom) = (area.x + 1.0, area.y + 1.0, area.x + area.w - 1.0, area.y + area.h - 1.0);
        [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map(|(x, y)| Point { x, y }).to_vec()
    } else {
        // turned step by step: sine and cosine of large angles cost 8 KB
        let mut spoke = (RADIUS, 0.0);
        let turned = (0..=CORNERS).map(|_| {
            let point = Point { x: at.x + spoke.0, y: at.y + spoke.1 };
            spoke = (spoke.0 * STEP.0 - spoke.1 * STEP.1, spoke.0 * STEP.1 + spoke.1 * STEP.0);
            point
        });
        turned.collect()
    };
    Mark::Line(Polyline { points, stroke: Stroke::solid(theme.ink, 1.5) })
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
