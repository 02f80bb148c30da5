//! What JavaScript calls: datasets in, figures in words and errors as values out.
#![expect(unreachable_pub, reason = "exported to JavaScript, which is what wasm_bindgen wants pub for")]

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::{
    chart::{Mode, Theme},
    dataset::{self, Dataset, Lang},
    figure::Names,
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
  base?: string;
  /** How many times the base it leads to. */
  factor?: string;
  /** In how many years. */
  years?: string;
  /** The growth a year to carry the latest figure forward with, in per cent. */
  growth?: string;
  /** BCP 47: zh-Hans, zh-Hant, en. */
  lang?: string;
  dark?: boolean;
  /** Factor on text sizes, 0.8 to 2. */
  text?: number;
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
    dark: bool,
    text: f64,
}

impl Options {
    /// Reads the fields one by one: a derived deserializer brings float formatting for its errors, 25 KB of wasm.
    /// A field of the wrong type is as good as none.
    pub(super) fn read(options: &JsOptions) -> Options {
        let get = |key: &str| js_sys::Reflect::get(options, &key.into()).unwrap_or(JsValue::UNDEFINED);
        let text = |key: &str| get(key).as_string();
        let mut names = Names::default();
        for key in Names::KEYS {
            names.set(key, text(key));
        }
        Options {
            names,
            lang: text("lang").and_then(|tag| Lang::parse(&tag)),
            dark: get("dark").as_bool().unwrap_or(false),
            text: get("text").as_f64().unwrap_or(1.0),
        }
    }

    pub(super) fn words(&self) -> Words {
        Words::new(self.lang.unwrap_or_default())
    }

    pub(super) fn theme(&self) -> Theme {
        Theme::new(if self.dark { Mode::Dark } else { Mode::Light }, self.text)
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }
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
fn failure(code: &str, message: &str, issues: Array) -> JsValue {
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
