//! What a reader takes along of a widget: pictures, tables, an address, its code. A core of its own, loaded when it is first
//! asked for; it draws the widget's figure again, from the same names.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::{
    api::{Data, JsOptions, Options, refused},
    dom::{add, clear},
    font::Font,
    surface::Surface,
};
use crate::{
    chart::{Foot, Frame, Mode, Scene, Theme, font_stack, paint, sheet_with_foot, svg},
    dataset::Period,
    figure::{Cell, Figure, Key, Names, figure},
    words::{Page, Words, csv, html_table, page, snippet, tabbed},
};

#[cfg(feature = "codes")]
use crate::chart::qr;

/// A briefing's file has no address that a phone could open.
#[cfg(not(feature = "codes"))]
fn qr(_: &str, _: f64) -> Option<Scene> {
    None
}

/// What can be saved and copied, in the order of the buttons.
const SAVED: [&str; 9] = ["png-1", "png-2", "png-3", "svg", "csv", "dataset", "offline", "code", "print"];
const COPIED: [&str; 4] = ["picture", "table", "link", "snippet"];

/// How wide and high the code of an address is, in CSS pixels, and its pixels to each.
const CODE: f64 = 180.0;
const CODE_SCALE: f64 = 4.0;

/// A figure to take along, as its widget shows it.
#[wasm_bindgen]
pub struct Share {
    figure: Figure,
    page: Page,
    words: Words,
    theme: Theme,
    font: Font,
    width: f64,
    names: Names,
    period: Option<Period>,
}

#[wasm_bindgen]
impl Share {
    /// The figure that `Widget.show` shows with these, for sheets of a width in CSS pixels.
    ///
    /// # Errors
    /// A `Failure` value where the request has no figure.
    #[wasm_bindgen(constructor)]
    pub fn new(data: &Data, options: JsOptions, chosen: &str, width: f64) -> Result<Share, JsValue> {
        let options = Options::read(&options);
        let words = options.words();
        let names = Names::read(chosen).over(options.names());
        let view = names.resolve(&data.dataset).map_err(|reason| refused(words, &reason))?;
        let figure = figure(&data.dataset, &view).map_err(|reason| refused(words, &reason))?;
        let period = view.period.or_else(|| only_period(&figure));
        let page = page(words, &figure);
        Ok(Share { figure, page, words, theme: options.theme, font: options.font, width, names, period })
    }

    /// Makes the panel's inside anew in an element: buttons with their names in `data-share`, a canvas for the code, the
    /// address beside it, a line that tells what came of a button, and a field for what must be copied by hand.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn build(&self, root: &Element) -> Result<(), JsValue> {
        clear(root);
        let named = |name: &str| self.words.sharing(name).unwrap_or_default();
        for (heading, names) in [("save", SAVED.as_slice()), ("copy", &COPIED)] {
            let group = add(root, "fieldset", "group", "")?;
            add(&group, "legend", "label", &named(heading))?;
            for name in names {
                let button = add(&group, "button", "button", &named(name))?;
                button.set_attribute("type", "button")?;
                button.set_attribute("data-share", name)?;
            }
        }
        let phone = add(root, "div", "phone", "")?;
        let canvas = add(&phone, "canvas", "code", "")?;
        canvas.set_attribute("role", "img")?;
        canvas.set_attribute("aria-label", &named("phone"))?;
        let beside = add(&phone, "p", "beside", "")?;
        add(&beside, "span", "label", &named("phone"))?;
        add(&beside, "span", "address", "")?;
        add(root, "p", "outcome", "")?.set_attribute("role", "status")?;
        let field = add(root, "textarea", "by-hand", "")?;
        field.set_attribute("readonly", "")?;
        field.set_attribute("rows", "3")?;
        field.set_attribute("aria-label", &named("copy"))?;
        field.set_hidden(true);
        Ok(())
    }

    /// What came of a button, by the short names of the words.
    pub fn told(&self, name: &str, what: &str) -> String {
        self.words.shared(name, what).unwrap_or_default()
    }

    /// What a button says.
    pub fn called(&self, name: &str) -> String {
        self.words.sharing(name).unwrap_or_default()
    }

    /// What a file is called, without its ending.
    pub fn name(&self) -> String {
        self.words.file_name(&self.page, self.period)
    }

    /// The title.
    pub fn title(&self) -> String {
        self.page.title.clone()
    }

    /// Draws the sheet onto a canvas with this many pixels to each of CSS; false where the browser gives none to draw on.
    pub fn picture(&self, canvas: &HtmlCanvasElement, scale: f64, today: &str) -> bool {
        let Some(context) = canvas.get_context("2d").ok().flatten() else { return false };
        let scene = self.sheet(&context.unchecked_into(), self.theme, &self.font, today, "");
        self.draw(&scene, canvas, scale)
    }

    /// The sheet as SVG. With an address it is for paper: on white, with the address and its code at the foot.
    pub fn drawing(&self, canvas: &HtmlCanvasElement, today: &str, address: &str) -> Option<String> {
        let context = canvas.get_context("2d").ok()??.unchecked_into();
        let theme = if address.is_empty() { self.theme } else { Theme::new(Mode::Print, self.theme.text) };
        // where it is opened, it is written in the families it names
        let font = Font(font_stack(self.words.lang()).to_owned());
        Some(svg(&self.sheet(&context, theme, &font, today, address), &self.page.title, self.words.lang()))
    }

    /// The table for spreadsheets.
    pub fn csv(&self) -> String {
        csv(self.words, &self.page)
    }

    /// The table with tabs between cells.
    pub fn tabbed(&self) -> String {
        tabbed(&self.page)
    }

    /// The table as HTML.
    pub fn table(&self) -> String {
        html_table(&self.page, true)
    }

    /// What an editor puts into a page to have this figure there, with the script, what draws it and the dataset at these addresses.
    pub fn snippet(&self, script: &str, core: &str, src: &str, kind: &str) -> String {
        let mut attributes = vec![("src", src), ("kind", kind)];
        for key in Key::ALL {
            attributes.extend(self.names.get(*key).map(|name| (key.as_str(), name)));
        }
        attributes.push(("lang", self.words.lang().tag()));
        snippet(&self.page, script, core, &attributes)
    }

    /// Draws the code of an address onto a canvas; false where it is too long for one.
    pub fn code(&self, canvas: &HtmlCanvasElement, address: &str) -> bool {
        qr(address, CODE * self.theme.text).is_some_and(|scene| self.draw(&scene, canvas, CODE_SCALE))
    }
}

impl Share {
    fn sheet(&self, context: &CanvasRenderingContext2d, theme: Theme, font: &Font, today: &str, address: &str) -> Scene {
        let measure = |text: &str, size: f64, bold: bool| font.measure(context, text, size, bold);
        let frame = Frame { words: self.words, theme, width: self.width, measure: &measure };
        let mut foot = Foot::default();
        foot.lines.extend(Period::parse(today).map(|day| self.words.drawn_on(day)));
        if !address.is_empty() {
            foot.lines.push(address.to_owned());
            foot.code = qr(address, CODE / 1.5);
        }
        sheet_with_foot(&self.figure, &frame, foot)
    }

    fn draw(&self, scene: &Scene, canvas: &HtmlCanvasElement, scale: f64) -> bool {
        let surface = Surface::new(canvas, scene.width, scene.height, scale, &self.font);
        surface.is_some_and(|mut surface| paint(scene, &mut surface).is_ok())
    }
}

/// The period of all figures, where the table names one and no other.
fn only_period(figure: &Figure) -> Option<Period> {
    let mut only = None;
    for cell in figure.table.rows.iter().flatten() {
        if let Cell::Period(period, _) = cell {
            if only.is_some_and(|other| other != *period) {
                return None;
            }
            only = Some(*period);
        }
    }
    only
}
