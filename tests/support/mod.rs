//! What the tests of drawings share: a view of a dataset as a scene, and the comparison with what was accepted.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

use std::{fs, path::Path};

use duibiao::{
    chart::{Frame, MODES, Mode, Scene, Theme, estimate_width, sheet, svg},
    dataset::{Dataset, Lang, parse_json},
    figure::{Figure, figure},
    words::{Words, page},
};

pub const BUNDLED: &str = "www/data/huaibei-2023.json";

pub fn dataset(path: &str) -> Dataset {
    read(&fs::read_to_string(path).unwrap(), path)
}

pub fn read(text: &str, name: &str) -> Dataset {
    let parsed = parse_json(text);
    assert!(parsed.issues.is_empty(), "{name}: {:?}", parsed.issues);
    parsed.dataset.unwrap()
}

/// The sheet of a view, and its title.
pub fn scene(dataset: &Dataset, view: &str, width: f64, lang: Lang, mode: Mode, text: f64) -> (Scene, String) {
    let figure = figure(dataset, dataset.view(view).unwrap()).unwrap();
    (sheet_of(&figure, width, lang, Theme::new(mode, text)), page(Words::new(lang), &figure).title)
}

pub fn sheet_of(figure: &Figure, width: f64, lang: Lang, theme: Theme) -> Scene {
    sheet(figure, &Frame { words: Words::new(lang), theme, width, measure: &estimate_width })
}

/// Compares with the accepted drawing; `UPDATE=1` accepts.
pub fn check(path: &str, view: &str, width: f64, lang: Lang, mode: Mode) {
    let (scene, title) = scene(&dataset(path), view, width, lang, mode, 1.0);
    let name =
        MODES.iter().find(|(_, known)| *known == mode && mode != Mode::Light).map_or_else(String::new, |(name, _)| format!("-{name}"));
    let name = format!("{view}-{width}-{}{name}", lang.tag());
    let file = Path::new("tests/snapshots").join(format!("{name}.svg"));
    let drawn = svg(&scene, &title, lang);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &drawn).unwrap();
    }
    let accepted = fs::read_to_string(&file).unwrap_or_default();
    assert!(drawn == accepted, "{name} has changed: UPDATE=1 cargo test, and look at the difference");
}

/// No text may cover another or leave the page, at any width, in any language.
pub fn texts_are_apart(dataset: &Dataset, view: &str) {
    let figure = figure(dataset, dataset.view(view).unwrap()).unwrap();
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let sizes = [1.0, 1.5]
            .into_iter()
            .flat_map(|text| [280.0, 320.0, 375.0, 480.0, 600.0, 768.0, 1024.0, 1280.0, 1920.0].map(|width| (text, 1.0, width)));
        // and as a briefing fills a screen, or a sheet of paper
        for (text, stretch, width) in sizes.chain([(1.35, 1.3, 860.0), (2.0, 2.8, 1260.0), (1.0, 0.8, 703.0), (1.0, 0.6, 1116.0)]) {
            let scene = sheet_of(&figure, width, lang, Theme { stretch, ..Theme::new(Mode::Light, text) });
            let texts: Vec<_> = scene.texts().collect();
            for (index, one) in texts.iter().enumerate() {
                let area = one.area();
                let place = format!("{view} {} {width} ×{text} ×{stretch}: {:?}", lang.tag(), one.text);
                assert!(area.x >= -0.5 && area.x + area.w <= scene.width + 0.5, "{place} leaves the page: {area:?}");
                assert!(area.y >= -0.5 && area.y + area.h <= scene.height + 0.5, "{place} leaves the page: {area:?}");
                for other in texts.iter().skip(index + 1) {
                    assert!(!area.overlaps(&other.area()), "{place} covers {:?}", other.text);
                }
            }
        }
    }
}

/// A drawing that is stretched is higher, as far as its rows and plots go; text stays as large as it is.
pub fn grows(dataset: &Dataset, view: &str) {
    let figure = figure(dataset, dataset.view(view).unwrap()).unwrap();
    let of = |stretch: f64| sheet_of(&figure, 1260.0, Lang::ZhHans, Theme { stretch, ..Theme::new(Mode::Light, 1.5) });
    let (own, stretched) = (of(1.0), of(1.5));
    assert!(stretched.height > own.height * 1.05, "{view}: {} after {}", stretched.height, own.height);
    let largest = |scene: &Scene| scene.texts().map(|text| text.size).fold(0.0, f64::max);
    assert_eq!(largest(&stretched), largest(&own), "{view}");
    // and where there is little room it is lower; no factor makes it nothing, or endless
    assert!(of(0.8).height < own.height, "{view}: {} after {}", of(0.8).height, own.height);
    assert_eq!((of(0.0).height, of(f64::INFINITY).height), (of(0.6).height, of(4.0).height), "{view}");
}

/// The same of every view of a dataset.
pub fn all_texts_are_apart(path: &str) {
    let dataset = dataset(path);
    for view in &dataset.views {
        texts_are_apart(&dataset, &view.id);
    }
}
