//! What JavaScript calls: datasets in, figures in words and errors as values out.
#![expect(unreachable_pub, reason = "exported to JavaScript, which is what wasm_bindgen wants pub for")]

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::font::Font;
use crate::{
    chart::{Color, MODES, Theme},
    dataset::{self, Dataset, Lang},
    figure::{Key, Names},
    words::Words,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What to show. Names are ids, codes or names of the dataset; all are optional, `-` is none. */
export interface Options {
  /** A view of the dataset by id, or the name of a drawing, such as `ranking`. */
  view?: string;
  indicator?: string;
  period?: string;
  /** Places, separated by commas. */
  places?: string;
  home?: string;
  benchmark?: string;
  target?: string;
  /** `geometric` or `linear`. */
  shape?: string;
  /** Whole numbers, one an indicator of the view, separated by commas. */
  weights?: string;
  /** `equal`, `entropy`, `entropy-of-shares` or `critic`. */
  weighting?: string;
  /** `min-max`, `percentile`, `leader`, `z-score` or `efficacy`. */
  normalisation?: string;
  /** `arithmetic`, `geometric`, `topsis` or `topsis-min-max`. */
  aggregation?: string;
  /** What-if on a trajectory: where it starts, as a number in the indicator's unit. */
  start?: string;
  /** How many times the base it leads to. */
  factor?: string;
  /** In how many years. */
  years?: string;
  /** What-if: what is to be reached on the way, by year: `2023:1300,2024:1700`. */
  plan?: string;
  /** The growth a year to carry the latest figure forward with, in per cent. */
  growth?: string;
  /** The earlier period that change is measured from. */
  since?: string;
  /** Rules of comparability given up: `definition`, `year`, or both with a comma. */
  relax?: string;
  /** The order of rows: `listed`, or the indicator whose best place comes first. */
  sort?: string;
  /** BCP 47: zh-Hans, zh-Hant, en. */
  lang?: string;
  /** light, dark, contrast, contrast-dark or print. */
  theme?: string;
  /** Other colours than the theme's, 0xRRGGBB, in the order of roles in www/theme.js; what is left out is the theme's. */
  colors?: (number | undefined)[];
  /** A CSS list of font families. */
  font?: string;
  /** Factor on text sizes, 0.8 to 2. */
  text?: number;
  /** Factor on the heights of bars and plots, 1 to 4: in a briefing only, which fills a screen. */
  stretch?: number;
}
/** A figure in words. */
export interface Page {
  title: string;
  subtitle: string[];
  reading: string;
  notes: string[];
  sources: string;
  columns: string[];
  rows: { cells: string[]; numeric: boolean[]; isHome: boolean }[];
}
/** Something of a drawing that a reader points at. */
export interface Selected {
  /** The id of the place it is about; empty where it is about none, or several. */
  place: string;
  /** What the tip beside it says, a line each. */
  lines: string[];
}
/** One thing wrong with an input. */
export interface Issue { code: string; place: string; message: string }
/** What is thrown when an input or a request cannot be shown. */
export interface Failure { code: "data" | "request"; message: string; issues: Issue[] }
"#;

#[wasm_bindgen]
extern "C" {
    /// `Page` of the typings.
    #[wasm_bindgen(typescript_type = "Page")]
    pub type JsPage;
    /// `Selected` of the typings.
    #[wasm_bindgen(typescript_type = "Selected")]
    pub type JsSelected;
    /// `Options` of the typings.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type JsOptions;
}

/// A parsed dataset, shared by every widget that shows it.
#[wasm_bindgen]
pub struct Data {
    pub(super) dataset: Rc<Dataset>,
}

/// What is asked for, as JavaScript gives it.
pub(super) struct Options {
    names: Names,
    lang: Option<Lang>,
    pub(super) theme: Theme,
    pub(super) font: Font,
}

impl Options {
    /// Reads the fields one by one: a derived deserializer brings float formatting for its errors, 25 KB of wasm.
    /// A field of the wrong type is as good as none.
    pub(super) fn read(options: &JsOptions) -> Options {
        let get = |key: &str| js_sys::Reflect::get(options, &key.into()).unwrap_or(JsValue::UNDEFINED);
        let text = |key: &str| get(key).as_string();
        let mut names = Names::default();
        for key in Key::ALL {
            names.set(*key, text(key.as_str()));
        }
        Options {
            names,
            lang: text("lang").and_then(|tag| Lang::parse(&tag)),
            theme: themed(&get),
            font: Font(text("font").unwrap_or_default()),
        }
    }

    pub(super) fn words(&self) -> Words {
        Words::new(self.lang.unwrap_or_default())
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }
}

/// The theme by its name, with the colours the page or the system puts in place of some of its own.
fn themed(get: &dyn Fn(&str) -> JsValue) -> Theme {
    let name = get("theme").as_string().unwrap_or_default();
    let mode = MODES.iter().find(|(known, _)| *known == name).map_or_else(Default::default, |(_, mode)| *mode);
    let colors = get("colors");
    // no object has no colours
    let given = |role: usize| Reflect::get(&colors, &(role as u32).into()).ok()?.as_f64().map(|rgb| Color::from(rgb as u32));
    let theme = Theme::with(mode, get("text").as_f64().unwrap_or(1.0), &given);
    #[cfg(feature = "briefing")]
    let theme = Theme { stretch: get("stretch").as_f64().unwrap_or(1.0), ..theme };
    theme
}

/// A plain object. (Serializing structs would be two kilobytes more after brotli: it keeps names in a hash map.)
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        // only a frozen object refuses
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

/// A `Failure` of the typings.
pub(super) fn failure(code: &str, message: &str, issues: Array) -> JsValue {
    object(&[("code", code.into()), ("message", message.into()), ("issues", issues.into())])
}

/// A request that has no figure, as JavaScript catches it.
pub(super) fn refused(words: Words, reason: &crate::figure::Unanswerable) -> JsValue {
    failure("request", &words.unanswerable(reason), Array::new())
}

/// Reads a dataset from JSON text. Throws a `Failure` with every issue where anything is wrong.
///
/// # Errors
/// A `Failure` value.
#[wasm_bindgen(js_name = parseDataset)]
pub fn parse_dataset(text: &str, lang: &str) -> Result<Data, JsValue> {
    let words = Words::new(Lang::parse(lang).unwrap_or_default());
    let parsed = dataset::parse_json(text);
    let issues = Array::new();
    for issue in &parsed.issues {
        issues.push(&object(&[
            ("code", issue.code.as_str().into()),
            ("place", issue.place.written().into()),
            ("message", words.issue(issue).into()),
        ]));
    }
    let Some(dataset) = parsed.dataset else {
        return Err(failure("data", &words.broken_data(parsed.issues.len()), issues));
    };
    Ok(Data { dataset: Rc::new(dataset) })
}
