//! A figure of a dataset: in words and numbers, or drawn.

use super::{
    compare::{indicator, region, relax, target},
    fault::{Failure, FaultCode, Faults},
    input::{Fields, Item, lang_of},
    promise::shape,
    value::Value,
};
use crate::{
    chart::{Frame, MODES, Theme, estimate_width, sheet, svg},
    dataset::{Dataset, Lang, View, ViewKind},
    figure::{self, Figure, Key, Names},
    words::{Page, Words, page},
};

/// A figure in words: title, reading, table, notes, sources.
pub(crate) fn figure(dataset: &Dataset, input: &Value) -> Result<Page, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let request = request(dataset, &fields);
        fields.end();
        request
    };
    let read = read();
    let asked = faults.check(lang, read)?;
    Ok(page(Words::new(lang), &answer(dataset, &asked, lang)?))
}

/// A figure as an SVG document that stands alone: title above, notes and sources below.
pub(crate) fn render_svg(dataset: &Dataset, input: &Value) -> Result<String, Failure> {
    let (faults, lang) = (Faults::default(), lang_of(input));
    let read = || {
        let fields = Fields::root(input, &faults)?;
        let request = request(dataset, &fields);
        let width = fields.may("width", |item| item.within(200.0, 4000.0)).unwrap_or(760.0);
        let text = fields.may("text", |item| item.within(0.8, 2.0)).unwrap_or(1.0);
        let mode = fields.may("theme", |item| item.word(&MODES)).unwrap_or_default();
        fields.end();
        Some((request?, width, text, mode))
    };
    let read = read();
    let (asked, width, text, mode) = faults.check(lang, read)?;
    let (figure, words) = (answer(dataset, &asked, lang)?, Words::new(lang));
    let frame = Frame { width, theme: Theme::new(mode, text), words, measure: &estimate_width };
    Ok(svg(&sheet(&figure, &frame), &page(words, &figure).title, lang))
}

/// Reads what is asked for: a view of the dataset, or the name of a drawing, and what replaces its parts.
fn request(dataset: &Dataset, fields: &Fields<'_>) -> Option<View> {
    let view = fields.may("view", |item| view(dataset, &item));
    let indicator = fields.may("indicator", |item| indicator(dataset, &item)).map(|indicator| indicator.id.clone());
    // neither name can be unknown here
    let mut names = Names::default();
    names.set(Key::View, view);
    names.set(Key::Indicator, indicator);
    let mut request = names.resolve(dataset).ok()?;
    request.period = fields.may("period", Item::period).or(request.period);
    if let Some(places) = fields.may("places", |item| item.list(|item| region(dataset, &item))) {
        request.places = places;
    }
    request.home = fields.may("home", |item| region(dataset, &item)).or(request.home);
    request.benchmark = fields.may("benchmark", |item| region(dataset, &item)).or(request.benchmark);
    request.target = fields.may("target", |item| target(dataset, &item)).or(request.target);
    request.relax = fields.may("relax", relax).unwrap_or(request.relax);
    request.shape = fields.may("shape", shape).unwrap_or(request.shape);
    Some(request)
}

fn view(dataset: &Dataset, item: &Item<'_>) -> Option<String> {
    let name = item.clone().text()?;
    let known = dataset.view(name).is_some() || ViewKind::parse(name).is_some();
    if known { Some(name.to_owned()) } else { item.fault(FaultCode::View, name) }
}

fn answer(dataset: &Dataset, request: &View, lang: Lang) -> Result<Figure, Failure> {
    figure::figure(dataset, request).map_err(|reason| Failure::request(lang, &reason))
}
