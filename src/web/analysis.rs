//! The analysis for JavaScript: `crate::api` with JavaScript's values in and out. Its typings are `www/analysis.d.ts`,
//! which a test holds against the answers.
#![expect(unreachable_pub, reason = "exported to JavaScript, which is what wasm_bindgen wants pub for")]

use js_sys::{Array, Float64Array, Function, Object, Uint32Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, prelude::*};

use crate::{
    api::{self, Failure, Value},
    dataset::{Dataset, Lang},
};

/// A dataset that was checked. Call `free()` when it is no longer needed.
#[wasm_bindgen]
pub struct Data {
    dataset: Dataset,
}

#[wasm_bindgen]
extern "C" {
    /// An array, of which JavaScript can be asked at once whether all its entries are numbers.
    #[wasm_bindgen(js_name = Array)]
    type Numbers;
    #[wasm_bindgen(method)]
    fn every(this: &Numbers, is: &Function) -> bool;
    #[wasm_bindgen(thread_local_v2, js_namespace = Number, js_name = isFinite)]
    static IS_FINITE: Function;
}

/// What JavaScript handed in. Arrays and objects are read as deep as any input is. What there is most of comes first, as each question
/// is a call of JavaScript.
fn value(from: &JsValue, depth: u8) -> Value {
    if let Some(number) = from.as_f64() {
        return Value::Number(number);
    }
    if !from.is_object() {
        if from.is_undefined() || from.is_null() {
            return Value::Nothing;
        }
        let flag = || from.as_bool().map_or(Value::Other, Value::Flag);
        return from.as_string().map_or_else(flag, Value::Text);
    }
    if let Some(numbers) = from.dyn_ref::<Float64Array>() {
        return Value::Numbers(numbers.to_vec());
    }
    if depth == 0 {
        return Value::Other;
    }
    if let Some(list) = from.dyn_ref::<Array>() {
        if IS_FINITE.with(|is_finite| list.unchecked_ref::<Numbers>().every(is_finite)) {
            return Value::List(Float64Array::new(list).to_vec().into_iter().map(Value::Number).collect());
        }
        return Value::List(list.iter().map(|item| value(&item, depth - 1)).collect());
    }
    let entries = Object::entries(from.unchecked_ref());
    let read = entries.iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        entry.get(0).as_string().map(|key| (key, value(&entry.get(1), depth - 1)))
    });
    Value::Object(read.collect())
}

const DEEPEST: u8 = 8;

fn read(input: &JsValue) -> Value {
    value(input, DEEPEST)
}

/// An answer, packed: two arguments of `unpacked` in `www/packed.js`, which makes plain objects, arrays and numbers of them. Built
/// field by field, an answer of 300 places takes longer than the analysis.
fn answer<T: Serialize>(answer: Result<T, Failure>) -> Result<Array, JsValue> {
    let answer = answer.map_err(|failure| thrown(&failure))?;
    let packed = api::pack(&answer).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(Array::of2(&Uint32Array::from(packed.words.as_slice()), &packed.text.into()))
}

fn thrown(failure: &Failure) -> JsValue {
    serde_wasm_bindgen::to_value(failure).unwrap_or_default()
}

/// Reads a dataset from JSON text. Throws a `Failure` with every issue where anything is wrong.
///
/// # Errors
/// A `Failure` value.
#[wasm_bindgen(js_name = parseDataset, skip_typescript)]
pub fn parse_dataset(text: &str, lang: Option<String>) -> Result<Data, JsValue> {
    let lang = lang.and_then(|tag| Lang::parse(&tag)).unwrap_or_default();
    let dataset = api::parse_dataset(text, lang).map_err(|failure| thrown(&failure))?;
    Ok(Data { dataset })
}

macro_rules! of_values {
    ($($name:ident $js:literal)+) => {$(
        #[doc = concat!("`", $js, "` of the typings.")]
        ///
        /// # Errors
        /// A `Failure` value.
        #[wasm_bindgen(js_name = $js, skip_typescript)]
        pub fn $name(input: &JsValue) -> Result<Array, JsValue> {
            answer(api::$name(&read(input)))
        }
    )+};
}

macro_rules! of_datasets {
    ($($name:ident $js:literal)+) => {$(
        #[doc = concat!("`", $js, "` of the typings.")]
        ///
        /// # Errors
        /// A `Failure` value.
        #[wasm_bindgen(js_name = $js, skip_typescript)]
        pub fn $name(data: &Data, input: &JsValue) -> Result<Array, JsValue> {
            answer(api::$name(&data.dataset, &read(input)))
        }
    )+};
}

of_values! {
    rank "rank" composite "composite" peers "peers" status "status" project "project"
    what_if "whatIf" split "split" time_distance "timeDistance" catch_up "catchUp"
}
of_datasets! {
    compare "compare" rank_all "rankAll" composite_of "compositeOf" peers_of "peersOf" cross_check "crossCheck"
    trajectory "trajectory" assess "assess" figure "figure" render_svg "renderSvg"
}
