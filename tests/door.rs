//! The JSON door: what it lets in, and what it says of everything else.
//!
//! The cases are in `cases/door.json`, which the test of the published schema reads too.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy.toml lets tests do it, but not the functions they share"
)]

use std::{collections::BTreeSet, sync::LazyLock};

use duibiao::{
    dataset::{IssueCode, Lang, MAX_OBSERVATIONS, Parsed, Place, parse_json},
    figure::figure,
    words::Words,
};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};

const BUNDLED: &str = include_str!("../www/data/huaibei-2023.json");

#[derive(Deserialize)]
struct Cases {
    base: Value,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    patch: Vec<Step>,
    issues: Vec<Expected>,
}

#[derive(Deserialize)]
struct Step {
    pointer: String,
    #[serde(default, deserialize_with = "even_null")]
    value: Option<Value>,
}

#[derive(Deserialize)]
struct Expected {
    code: String,
    place: String,
}

/// A value of null is a value.
fn even_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

fn cases() -> Cases {
    serde_json::from_str(include_str!("cases/door.json")).unwrap()
}

/// Sets or removes one value; `-` at the end of a list appends.
fn patch(document: &mut Value, step: Step) {
    let (parent, key) = step.pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match (document.pointer_mut(parent).unwrap_or_else(|| panic!("{}", step.pointer)), step.value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key, value)),
        (Value::Object(fields), None) => assert!(fields.remove(&key).is_some(), "{}", step.pointer),
        (Value::Array(items), Some(value)) if key == "-" => items.push(value),
        (Value::Array(items), Some(value)) => items[key.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(key.parse().unwrap())),
        _ => panic!("{} is not in an object or a list", step.pointer),
    }
}

fn found(parsed: &Parsed) -> Vec<(String, String)> {
    assert_eq!(parsed.dataset.is_some(), parsed.issues.is_empty());
    parsed.issues.iter().map(|issue| (issue.code.as_str().to_owned(), issue.place.to_string())).collect()
}

/// Codes and places of a text written out in the test.
fn issues_of(text: &str) -> Vec<(String, String)> {
    found(&parse_json(text))
}

fn one(code: &str, place: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), place.to_owned())]
}

#[test]
fn each_case_gives_exactly_its_issues() {
    let Cases { base, cases } = cases();
    for case in cases {
        let mut document = base.clone();
        case.patch.into_iter().for_each(|step| patch(&mut document, step));
        let mut issues = issues_of(&document.to_string());
        let mut expected: Vec<(String, String)> = case.issues.into_iter().map(|issue| (issue.code, issue.place)).collect();
        issues.sort();
        expected.sort();
        assert_eq!(issues, expected, "{}", case.name);
    }
}

#[test]
fn every_code_has_a_case() {
    // these need a text that is no document, a repeated key or more records than a case file should hold
    let mut seen: BTreeSet<String> = ["syntax", "duplicate-key", "too-many"].map(str::to_owned).into();
    seen.extend(cases().cases.into_iter().flat_map(|case| case.issues).map(|issue| issue.code));
    let all: BTreeSet<String> = IssueCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(seen, all);
}

#[test]
fn what_is_no_json_has_one_issue_with_its_place() {
    let place = |text: &str| {
        let parsed = parse_json(text);
        assert!(parsed.dataset.is_none());
        assert_eq!(parsed.issues.len(), 1, "{text}");
        assert_eq!(parsed.issues[0].code, IssueCode::Syntax, "{text}");
        let Place::Text { line, column } = parsed.issues[0].place else { panic!("{text}: {}", parsed.issues[0].place) };
        (line, column)
    };
    assert_eq!(place("").0, 1);
    assert_eq!(place("{\"version\": 1,\n \"title\": 败}").0, 2);
    assert_eq!(place("{\"version\": 1, \"title\": \"t\"} {}"), (1, 30));
    for text in [
        "{\"version\": NaN}",
        "{\"version\": Infinity}",
        "{\"version\": 01}",
        "{\"version\": +1}",
        "{\"version\": .5}",
        "{'version': 1}",
        "{\"version\": 1,}",
        "{\"version\": 1 // one\n}",
        "{\"title\": \"\u{1}\"}",
        "{\"title\": \"\\ud800\"}",
        "{\"title\": \"",
        "\u{feff}\u{feff}{}",
    ] {
        place(text);
    }
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert_eq!(issues_of("\u{feff}{\"version\": 1, \"title\": \"t\"}"), []);
}

#[test]
fn a_document_is_an_object() {
    for text in ["null", "1", "\"\"", "[]", "[{}]"] {
        assert_eq!(issues_of(text), one("type", "/"), "{text}");
    }
}

#[test]
fn repeated_keys_are_told_wherever_they_are() {
    assert_eq!(issues_of("{\"version\": 1, \"title\": \"a\", \"title\": \"b\"}"), one("duplicate-key", "/title"));
    assert_eq!(issues_of("{\"version\": 1, \"title\": {\"zh-Hans\": \"a\", \"zh-Hans\": \"a\"}}"), one("duplicate-key", "/title/zh-Hans"));
    let thrice = "{\"version\": 1, \"title\": \"t\", \"sources\": [{\"id\": \"s\", \"id\": \"s\", \"id\": \"s\", \"title\": \"t\"}]}";
    assert_eq!(issues_of(thrice), [one("duplicate-key", "/sources/0/id"), one("duplicate-key", "/sources/0/id")].concat());
}

#[test]
fn nesting_without_end_is_refused_and_not_followed() {
    for depth in [200, 100_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}0{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(parse_json(&text).issues[0].code, IssueCode::Syntax);
        }
    }
}

#[test]
fn odd_and_huge_texts_are_texts() {
    let huge = "败".repeat(1_000_000);
    for text in [huge.as_str(), "\u{0}", "\u{202e}败诉率", "👩‍👩‍👧", "\u{e000}", "e\u{301}"] {
        let document = json!({"version": 1, "title": text, "sources": [{"id": text, "title": text}]});
        assert_eq!(issues_of(&document.to_string()), []);
    }
    let document = json!({"version": 1, "title": "t", "sources": [{"id": "s", "title": "t", "date": huge}], "regions": [{"id": "r", "name": "r", "kind": huge, "code": huge}]});
    let expected =
        [one("period", "/sources/0/date"), one("unknown-word", "/regions/0/kind"), one("region-code", "/regions/0/code")].concat();
    assert_eq!(issues_of(&document.to_string()), expected);
}

#[test]
fn numbers_at_the_edge_of_a_double() {
    let with = |value: &str| {
        format!(
            "{{\"version\": 1, \"title\": \"t\", \"sources\": [{{\"id\": \"s\", \"title\": \"t\"}}], \"regions\": [{{\"id\": \"r\", \"name\": \"r\", \"kind\": \"city\"}}], \
             \"indicators\": [{{\"id\": \"i\", \"name\": \"i\", \"unit\": \"亿元\", \"polarity\": \"higher\", \"measure\": \"flow\"}}], \
             \"observations\": [{{\"region\": \"r\", \"indicator\": \"i\", \"period\": \"2022\", \"value\": {value}, \"source\": \"s\"}}]}}"
        )
    };
    for value in ["0", "-0", "-0.0", "0.1", "8.20", "31.69", "123456789012345", "0.000000000000001", "1e22", "2.5E-3"] {
        let parsed = parse_json(&with(value));
        assert_eq!(found(&parsed), [], "{value}");
        let quantity = parsed.dataset.unwrap().observations[0].quantity.unwrap();
        assert_eq!(quantity.value(), value.parse::<f64>().unwrap(), "{value}");
        assert!(quantity.is_exact(), "{value}");
    }
    // more digits than a double keeps, or beyond its exact powers of ten: said, never rounded in silence
    for value in ["1e400", "-1e999", "1e-400", "5e-324", "1e300", "12345678901234567", "0.30000000000000004"] {
        assert_eq!(issues_of(&with(value)), one("number", "/observations/0/value"), "{value}");
    }
}

#[test]
fn the_stated_limit_holds() {
    let document = |count: usize| format!("{{\"version\": 1, \"title\": \"t\", \"observations\": [{}{{}}]}}", "{},".repeat(count - 1));
    assert_eq!(issues_of(&document(MAX_OBSERVATIONS + 1)), one("too-many", "/observations"));
    assert_eq!(parse_json(&document(1)).issues.len(), 5);
}

/// Every value of a document, by its pointer.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), into))
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), into)),
        _ => {}
    }
}

/// Any JSON, with words of the format among the texts.
fn any_json() -> impl Strategy<Value = Value> {
    const WORDS: &[&str] = &[
        "",
        " ",
        "0",
        "2022",
        "2023-H1",
        "2023-01/2023-05",
        "2024-06-30",
        "超850亿元",
        "99%以上",
        "2—5个工作日",
        "第2",
        "清零",
        "%",
        "亿元",
        "个",
        "reach",
        "rank",
        "deliver",
        "ratio",
        "same",
        "target",
        "none",
        "huaibei",
        "loss-rate",
        "tl-listed",
        "china",
        "huaibei-study-2023",
        "zh-Hans",
        "linear",
        "over",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-10i64..3000).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(WORDS).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop_oneof![prop::sample::select(WORDS).prop_map(str::to_owned), "[a-z]{1,8}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..4).prop_map(|fields| Value::from(fields.into_iter().collect::<Map<String, Value>>())),
        ]
    })
}

/// Neither half a dataset nor silence; places are places; and what is let in has figures without a panic.
fn holds(text: &str, document: Option<&Value>) {
    let parsed = parse_json(text);
    found(&parsed);
    for issue in &parsed.issues {
        if let (Place::Pointer(pointer), Some(document)) = (&issue.place, document) {
            let (parent, _) = pointer.rsplit_once('/').unwrap();
            assert!(document.pointer(parent).is_some(), "{} at {pointer}", issue.code.as_str());
        }
    }
    if let Some(dataset) = parsed.dataset {
        for view in &dataset.views {
            let _ = figure(&dataset, view);
        }
    }
}

/// The nearest place at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,64}|[\\[\\]{}\",:0-9a-z ]{0,64}") {
        holds(&text, None);
    }

    #[test]
    fn any_json_is_read_or_refused(document in any_json()) {
        holds(&document.to_string(), Some(&document));
    }

    /// A slice of the bundled dataset deleted, or replaced by another slice or by a random text.
    #[test]
    fn damaged_text_is_read_or_refused(
        from in any::<prop::sample::Index>(), length in 0usize..200, other in any::<prop::sample::Index>(), copied in 0usize..200, junk in prop_oneof![Just(None), "\\PC{0,8}".prop_map(Some)],
    ) {
        let from = boundary(BUNDLED, from.index(BUNDLED.len()));
        let to = boundary(BUNDLED, from + length).max(from);
        let other = boundary(BUNDLED, other.index(BUNDLED.len()));
        let slice = &BUNDLED[other..boundary(BUNDLED, other + copied).max(other)];
        holds(&[&BUNDLED[..from], junk.as_deref().unwrap_or(slice), &BUNDLED[to..]].concat(), None);
    }

    /// Values of the bundled dataset replaced by any JSON, by another of its values, or removed.
    #[test]
    fn changed_values_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..3, any_json()), 1..4)) {
        static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(BUNDLED).unwrap());
        let mut document = DOCUMENT.clone();
        for (at, other, how, json) in changes {
            let mut all = Vec::new();
            pointers(&document, "", &mut all);
            let (at, other) = (&all[at.index(all.len())], &all[other.index(all.len())]);
            let new = if how == 0 { json } else { document.pointer(other).cloned().unwrap() };
            match at.rsplit_once('/') {
                Some(_) if how == 2 => patch(&mut document, Step { pointer: at.clone(), value: None }),
                _ => *document.pointer_mut(at).unwrap() = new,
            }
        }
        holds(&document.to_string(), Some(&document));
    }
}

/// Who has written a word that is none is told which there are.
#[test]
fn what_is_allowed_is_said() {
    let said = |field: &str, value: &str| {
        let text = r#"{"version":1,"title":"t","regions":[{"id":"a","name":"甲","kind":"city"}],"indicators":[{"id":"i","name":"i","unit":"家","polarity":"none","measure":"stock"}],
            "targets":[{"id":"t","region":"a","kind":"deliver","title":"t","deadline":"2025","source":"s"}],"sources":[{"id":"s","title":"s"}],"views":[{"id":"v","kind":"ranking","indicator":"i"}]}"#
            .replace(field, value);
        let issues = parse_json(&text).issues;
        assert_eq!(issues.len(), 1, "{issues:?}");
        Words::new(Lang::ZhHans).issue(&issues[0])
    };
    assert_eq!(said(r#""stock""#, r#""level""#), "不是允许的取值：level (flow|stock|ratio|growth|rank|index)");
    assert!(said(r#""deliver""#, r#""task""#).starts_with("不是允许的取值：task (reach|multiply|growth|corridor|"));
}
