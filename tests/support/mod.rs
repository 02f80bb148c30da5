//! What the snapshot tests of all views share.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]
#![allow(dead_code, reason = "each test file is a crate of its own and uses what it needs")]

use std::{fs, path::Path};

use duibiao::{
    chart::{Frame, Mode, Scene, Theme, estimate_width, sheet, svg},
    dataset::{Dataset, Lang, parse_json},
    figure::figure,
    words::{Words, page},
};

pub(crate) fn dataset(path: &str) -> Dataset {
    let text = fs::read_to_string(path).unwrap();
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{path}: {:?}", parsed.issues);
    parsed.dataset.unwrap()
}

pub(crate) fn scene(dataset: &Dataset, view: &str, width: f64, lang: Lang, mode: Mode, text: f64) -> (Scene, String) {
    let figure = figure(dataset, dataset.view(view).unwrap()).unwrap();
    let words = Words::new(lang);
    let frame = Frame { words, theme: Theme::new(mode, text), width, measure: &estimate_width };
    (sheet(&figure, &frame), page(words, &figure).title)
}

pub(crate) fn check(path: &str, view: &str, width: f64, lang: Lang, mode: Mode) {
    let (scene, title) = scene(&dataset(path), view, width, lang, mode, 1.0);
    let name = format!("{view}-{width}-{}{}", lang.tag(), if mode == Mode::Dark { "-dark" } else { "" });
    let file = Path::new("tests/snapshots").join(format!("{name}.svg"));
    let drawn = svg(&scene, &title, lang);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &drawn).unwrap();
    }
    let accepted = fs::read_to_string(&file).unwrap_or_default();
    assert!(drawn == accepted, "{name} has changed: UPDATE=1 cargo test, and look at the difference");
}

/// No text may cover another or leave the page, at any width, in any language.
pub(crate) fn no_text_overlaps_or_is_clipped(dataset: &Dataset, view: &str) {
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        for (width, factor) in [1.0, 1.5]
            .into_iter()
            .flat_map(|factor| [280.0, 320.0, 375.0, 480.0, 600.0, 768.0, 1024.0, 1280.0, 1920.0].map(|width| (width, factor)))
        {
            let (scene, _) = scene(dataset, view, width, lang, Mode::Light, factor);
            let texts: Vec<_> = scene.texts().collect();
            for (index, text) in texts.iter().enumerate() {
                let area = text.area();
                let place = format!("{view} {} {width} ×{factor}: {:?}", lang.tag(), text.text);
                assert!(area.x >= -0.5 && area.x + area.w <= scene.width + 0.5, "{place} leaves the page: {area:?}");
                assert!(area.y >= -0.5 && area.y + area.h <= scene.height + 0.5, "{place} leaves the page: {area:?}");
                for other in texts.iter().skip(index + 1) {
                    assert!(!area.overlaps(&other.area()), "{place} covers {:?}", other.text);
                }
            }
        }
    }
}
