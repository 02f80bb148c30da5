//! The calls of `tests/cases/calls.json`, answered natively. The Node.js tests hold the wasm against the same answers,
//! to the bit. `UPDATE=1 cargo test` writes them anew.

use serde_json::{Value as Json, json};

use super::{packed::tests::unpacked, *};
use crate::dataset::{Dataset, Lang};

const CALLS: &str = include_str!("../../tests/cases/calls.json");
const ANSWERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/answers.json");

fn bundled() -> Dataset {
    parse_dataset(include_str!("../../www/data/huaibei-2023.json"), Lang::En).unwrap()
}

/// The datasets that a case may name; without a name it is about the bundled one.
fn datasets() -> Vec<(&'static str, Dataset)> {
    let read = |text| parse_dataset(text, Lang::En).unwrap();
    vec![
        ("bundled", bundled()),
        ("places", read(include_str!("../../tests/cases/places.json"))),
        ("promises", read(include_str!("../../tests/cases/promises.json"))),
    ]
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Nothing,
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        // JSON has neither typed arrays nor NaN
        Json::Object(fields) if fields.contains_key("$float64") => {
            let cells = fields["$float64"].as_array().unwrap();
            Value::Numbers(cells.iter().map(|cell| cell.as_f64().unwrap_or(f64::NAN)).collect())
        }
        Json::Object(fields) => Value::Object(fields.iter().map(|(key, field)| (key.clone(), value(field))).collect()),
    }
}

/// What JavaScript would get, or catch.
fn told<T: serde::Serialize>(answer: Result<T, Failure>) -> Json {
    match answer {
        Ok(answer) => {
            let plain = json!(answer);
            // numbers go over as doubles
            assert_eq!(unpacked(&pack(&answer).unwrap()), doubles(plain.clone()));
            json!({ "ok": plain })
        }
        Err(failure) => json!({ "failure": failure }),
    }
}

/// Every number a double.
fn doubles(json: Json) -> Json {
    match json {
        Json::Number(number) => json!(number.as_f64()),
        Json::Array(items) => items.into_iter().map(doubles).collect(),
        Json::Object(fields) => fields.into_iter().map(|(key, field)| (key, doubles(field))).collect::<serde_json::Map<_, _>>().into(),
        other => other,
    }
}

fn call(dataset: &Dataset, name: &str, input: &Value) -> Json {
    match name {
        "rank" => told(rank(input)),
        "status" => told(status(input)),
        "project" => told(project(input)),
        "composite" => told(composite(input)),
        "peers" => told(peers(input)),
        "whatIf" => told(what_if(input)),
        "split" => told(split(input)),
        "timeDistance" => told(time_distance(input)),
        "catchUp" => told(catch_up(input)),
        "compositeOf" => told(composite_of(dataset, input)),
        "peersOf" => told(peers_of(dataset, input)),
        "crossCheck" => told(cross_check(dataset, input)),
        "assess" => told(assess(dataset, input)),
        "compare" => told(compare(dataset, input)),
        "rankAll" => told(rank_all(dataset, input)),
        "trajectory" => told(trajectory(dataset, input)),
        "figure" => told(figure(dataset, input)),
        "renderSvg" => told(render_svg(dataset, input)),
        other => panic!("no call {other}"),
    }
}

#[test]
fn calls_have_their_answers() {
    let datasets = datasets();
    let calls: Vec<Json> = serde_json::from_str(CALLS).unwrap();
    let answer = |case: &Json| {
        let data = case["data"].as_str().unwrap_or("bundled");
        let (_, dataset) = datasets.iter().find(|(name, _)| *name == data).unwrap();
        call(dataset, case["call"].as_str().unwrap(), &value(&case["input"]))
    };
    let answers: Vec<Json> = calls.iter().map(answer).collect();
    if std::env::var_os("UPDATE").is_some() {
        let lines: Vec<String> = answers.iter().map(Json::to_string).collect();
        std::fs::write(ANSWERS, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    }
    let stored: Vec<Json> = serde_json::from_str(&std::fs::read_to_string(ANSWERS).unwrap()).unwrap();
    assert_eq!(stored.len(), answers.len());
    for ((case, answer), stored) in calls.iter().zip(&answers).zip(&stored) {
        assert_eq!(answer, stored, "{case}");
    }
}

#[test]
fn every_fault_at_once_with_its_path() {
    let dataset = bundled();
    let input = value(&json!({
        "indicator": "没有的", "period": "2022x", "places": ["淮北市", 5, "nowhere"], "relax": { "years": 3.5, "more": 1 }, "extra": 1, "lang": "en",
    }));
    let failure = compare(&dataset, &input).unwrap_err();
    let found: Vec<String> = serde_json::to_value(&failure).unwrap()["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| format!("{} {}", issue["place"].as_str().unwrap(), issue["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            "/indicator unknown-indicator",
            "/period period",
            "/places/1 type",
            "/places/2 unknown-region",
            "/relax/years range",
            "/relax/more unknown-field",
            "/extra unknown-field",
        ]
    );
}

#[test]
fn what_json_cannot_hold_is_refused_too() {
    let figures = |value: Value| {
        let fields = vec![("figures".to_owned(), Value::List(vec![value])), ("polarity".to_owned(), Value::Text("lower".to_owned()))];
        rank(&Value::Object(fields)).map_err(|failure| serde_json::to_value(failure).unwrap()["issues"][0]["code"].clone())
    };
    assert_eq!(figures(Value::Number(f64::NAN)), Err(json!("not-finite")));
    assert_eq!(figures(Value::Number(f64::INFINITY)), Err(json!("not-finite")));
    assert_eq!(figures(Value::Other), Err(json!("type")));
    assert!(figures(Value::Nothing).is_ok_and(|ranks| ranks == [None]));
}

#[test]
fn typed_arrays_have_missing_cells_and_no_others() {
    let word = |text: &str| Value::Text(text.to_owned());
    let issues = |cells: Vec<f64>| {
        let rows = vec![Value::Numbers(cells), Value::List(vec![Value::Number(2.0), Value::Nothing])];
        let polarity = Value::List(vec![word("higher"), word("lower")]);
        let fields = vec![("values".to_owned(), Value::List(rows)), ("polarity".to_owned(), polarity)];
        composite(&Value::Object(fields)).map(|_| ()).map_err(|failure| {
            let issues = serde_json::to_value(failure).unwrap()["issues"].clone();
            issues.as_array().unwrap().iter().map(|issue| format!("{} {}", issue["place"], issue["code"])).collect::<Vec<_>>()
        })
    };
    assert_eq!(issues(vec![1.0, f64::NAN]), Ok(()));
    assert_eq!(
        issues(vec![f64::NEG_INFINITY, 1e101]),
        Err(vec![r#""/values/0/0" "not-finite""#.into(), r#""/values/0/1" "range""#.into()])
    );
    assert_eq!(issues(vec![1.0]), Err(vec![r#""/values/1" "shape""#.into(), r#""/polarity" "shape""#.into()]));
}

/// `{ columns, cells }`, and what is wrong with it at the place it stands.
#[test]
fn a_table_at_once() {
    let issues = |call: &str, values: Json, more: Json| {
        let mut input = json!({ "values": values });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        match call {
            "composite" => told(composite(&value(&input))),
            _ => told(peers(&value(&input))),
        }
    };
    let places = |answer: &Json| -> Vec<String> {
        let issues = answer["failure"]["issues"].as_array().unwrap();
        issues.iter().map(|issue| format!("{} {}", issue["place"].as_str().unwrap(), issue["code"].as_str().unwrap())).collect()
    };
    let (cells, two) = (json!({ "$float64": [1, null, 3, 4, 5, 2] }), json!({ "polarity": ["higher", "lower"] }));
    let table = |columns: i32, cells: &Json| json!({ "columns": columns, "cells": cells });
    let rows = json!([[1, null], [3, 4], [5, 2]]);
    assert_eq!(issues("composite", table(2, &cells), two.clone()), issues("composite", rows.clone(), two.clone()));
    assert_eq!(issues("peers", table(2, &cells), json!({ "of": 2 })), issues("peers", rows, json!({ "of": 2 })));
    let check = |call: &str, values: Json, more: Json, expect: &[&str]| assert_eq!(places(&issues(call, values, more)), expect);
    check("composite", table(4, &cells), two.clone(), &["/values/cells shape", "/polarity shape"]);
    check("composite", table(0, &cells), two.clone(), &["/values/columns range"]);
    check("composite", table(2, &json!([1, 2])), two.clone(), &["/values/cells type"]);
    check("composite", table(2, &json!({ "$float64": [] })), two.clone(), &["/values/cells shape"]);
    check("composite", json!({ "cells": cells, "rows": 3 }), two.clone(), &["/values/columns missing-field", "/values/rows unknown-field"]);
    check("composite", table(2, &json!({ "$float64": [1, 1e101] })), two, &["/values/cells/1 range"]);
    let entropy = json!({ "polarity": ["higher", "lower"], "weighting": "entropy-of-shares" });
    check("composite", table(2, &json!({ "$float64": [1, 2, 3, -1] })), entropy, &["/values/cells/3 unfit"]);
    check("peers", table(2, &cells), json!({ "of": 3 }), &["/of range"]);
}

/// What is heard says so in answers, by code and with who said it; figures of documents have no such field.
#[test]
fn figures_heard_on_the_spot() {
    let dataset = parse_dataset(include_str!("../../tests/cases/noted.json"), Lang::ZhHans).unwrap();
    let answer = call(&dataset, "compare", &value(&json!({ "indicator": "gdp", "period": "2023" })));
    let entry =
        |id: &str| answer["ok"]["entries"].as_array().unwrap().iter().find(|entry| entry["region"]["id"] == id).unwrap().to_string();
    assert!(entry("a").contains(r#""noted-otherwise""#) && !entry("a").contains(r#""noted":"#), "{}", entry("a"));
    assert!(entry("c").contains(r#""noted":{"at":"2026-11-28","by":"张三"}"#) && entry("c").contains(r#"["noted"]"#), "{}", entry("c"));
    assert!(entry("c").contains(r#""source":"noted 张三 2026-11-28""#), "{}", entry("c"));
}
