//! Figures heard at a meeting, typed in beside the published ones.
#![expect(unreachable_pub, reason = "exported to JavaScript, which is what wasm_bindgen wants pub for")]

use std::sync::Arc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::{
    api::failure,
    briefing::{Briefing, State, button, heading},
    dom::{add, clear},
};
use crate::{
    benchmark::check_noted,
    briefing::{Entry, Notebook, typed_period},
    dataset::{self, Indicator, Observation, Period, Region, Target, noted_of, parse_json, read_noted},
    order::sorted,
    words::csv,
};

/// A dataset's text with this list of noted figures in place of its own; nothing where one of the two is not what it should be.
#[wasm_bindgen(js_name = withNoted)]
pub fn with_noted(text: &str, noted: &str) -> Option<String> {
    dataset::with_noted(text, noted)
}

#[wasm_bindgen]
impl Briefing {
    /// A table of all places for an indicator and a period, those of the step where they are empty: what is published, a field for what
    /// is heard, one for who says it, and how the two agree. Below it all that has been noted. `chosen` is what is chosen of the step.
    ///
    /// # Errors
    /// Where the browser refuses to make an element.
    pub fn record(&self, root: &Element, chosen: &str, indicator: &str, period: &str, by: &str) -> Result<(), JsValue> {
        clear(root);
        let state = self.state.borrow();
        let words = state.words;
        let said = |name: &str| words.recording(name).unwrap_or_default();
        heading(root, words, &said("record"))?;
        let shown = state.shown(chosen);
        let own = state.told_of(&shown);
        let of_step = own.first().or(state.dataset.indicators.first());
        let Some(indicator) = state.dataset.indicator(indicator).or(of_step) else { return Ok(()) };
        let typed = period.trim();
        let period = if typed.is_empty() { state.usual(indicator, &shown) } else { typed_period(typed) };
        add(root, "p", "hint", &said("hint"))?;

        let top = add(root, "div", "asked", "")?;
        let field = |tag: &str, name: &str| {
            let around = add(&top, "label", "field", "")?;
            add(&around, "span", "label", &said(name))?;
            let input = add(&around, tag, "input", "")?;
            input.set_attribute("data-record", name)?;
            Ok::<_, JsValue>(input)
        };
        let select = field("select", "indicator")?;
        let is_own = |one: &Arc<Indicator>| own.iter().any(|own| own.id == one.id);
        for (name, indicators) in
            [("of-step", own.clone()), ("others", state.dataset.indicators.iter().filter(|one| !is_own(one)).cloned().collect())]
        {
            let group = add(&select, "optgroup", "", "")?;
            group.set_attribute("label", &said(name))?;
            for one in &indicators {
                let option = add(&group, "option", "", words.indicator(one))?;
                option.set_attribute("value", &one.id)?;
                if one.id == indicator.id {
                    option.set_attribute("selected", "")?;
                }
            }
        }
        let input = field("input", "period")?;
        match period {
            // in words, unless they say less
            Some(period) => {
                let said = Some(words.period(period)).filter(|said| typed_period(said) == Some(period));
                input.set_attribute("value", &said.unwrap_or_else(|| period.written()))?;
            }
            None => {
                input.set_attribute("value", typed)?;
                if !typed.is_empty() {
                    input.set_attribute("aria-invalid", "true")?;
                }
            }
        }
        field("input", "by")?.set_attribute("value", by)?;

        let (checks, notebook) = (check_noted(&state.dataset), Notebook::of(&state.dataset));
        let table = add(root, "table", "heard", "")?;
        let head = add(&table, "tr", "", "")?;
        for name in ["place", "published", "heard", "agreement"] {
            add(&head, "th", "", &said(name))?.set_attribute("scope", "col")?;
        }
        // the own place, those that publish it and those of the step before the others
        let order = |region: &&Arc<Region>| match period.and_then(|period| state.published(region, indicator, period)) {
            _ if state.is_home(region) => 0.0,
            Some(_) => 1.0,
            None if shown.iter().any(|figure| figure.region.id == region.id) => 2.0,
            None => 3.0,
        };
        for region in sorted(state.dataset.regions.iter().collect(), order) {
            let row = add(&table, "tr", "", "")?;
            add(&row, "th", "", words.place(region))?.set_attribute("scope", "row")?;
            let published = period.and_then(|period| state.published(region, indicator, period));
            let cell = add(&row, "td", "", &published.map(|figure| words.written_figure(figure)).unwrap_or_default())?;
            if let Some(figure) = published {
                cell.set_attribute("title", &words.written_where(figure))?;
            }
            let cell = add(&row, "td", "", "")?;
            let input = add(&cell, "input", "input", "")?;
            input.set_attribute("data-heard", &region.id)?;
            input.set_attribute("aria-label", &[&said("heard"), words.place(region)].join(words.pause()))?;
            // what the person has said, or somebody where nobody has a name
            let heard = period.and_then(|period| notebook.said(region, indicator, period, by));
            input.set_attribute("value", heard.map(|entry| entry.text.as_str()).unwrap_or_default())?;
            let said = checks.iter().find(|check| heard.is_some_and(|heard| heard.is(&check.noted)));
            add(&row, "td", "state", &said.map(|check| words.noted_reading(check)).unwrap_or_default())?;
        }
        let list = add(root, "div", "noted", "")?;
        let page = words.notebook(&state.dataset);
        add(&list, "h3", "name", &page.title)?;
        let buttons = add(&list, "div", "buttons", "")?;
        for name in ["csv", "json", "import"] {
            button(&buttons, "data-do", name, &said(name))?;
        }
        button(&buttons, "data-do", "save", &words.briefed("save").unwrap_or_default())?;
        if page.rows.is_empty() {
            return Ok(());
        }
        let scroller = add(&list, "div", "scroller", "")?;
        let table = add(&scroller, "table", "heard", "")?;
        let head = add(&table, "tr", "", "")?;
        for column in &page.columns {
            add(&head, "th", "", column)?.set_attribute("scope", "col")?;
        }
        add(&head, "td", "", "")?;
        for (place, row) in page.rows.iter().enumerate() {
            let line = add(&table, "tr", "", "")?;
            for cell in &row.cells {
                add(&line, "td", "", cell)?;
            }
            let last = add(&line, "td", "", "")?;
            button(&last, "data-remove", &place.to_string(), &said("remove"))?;
        }
        Ok(())
    }

    /// Notes a figure, or with an empty text takes it away. Returns the list for `withNoted`.
    ///
    /// # Errors
    /// A `Failure` value where the text cannot be read as a figure of the indicator, or there is no such place, indicator or period.
    pub fn note(&self, region: &str, indicator: &str, period: &str, text: &str, by: &str, at: &str) -> Result<String, JsValue> {
        let state = self.state.borrow();
        let words = state.words;
        let wrong = |message: String| failure("input", &message, Array::new());
        let (Some(region), Some(indicator)) = (state.dataset.region(region), state.dataset.indicator(indicator)) else {
            return Err(wrong(String::new()));
        };
        let Some(period) = typed_period(period) else {
            return Err(wrong(words.recording("no-period").unwrap_or_default()));
        };
        if !text.trim().is_empty() {
            read_noted(text, indicator).map_err(|issue| wrong(words.issue(&issue)))?;
        }
        let [region, indicator, period] = [region.id.clone(), indicator.id.clone(), period.written()];
        let [text, by, at] = [text, by, at].map(|text| text.trim().to_owned());
        let mut notebook = Notebook::of(&state.dataset);
        notebook.put(Entry { region, indicator, period, text, by, at, ..Entry::default() });
        Ok(notebook.write())
    }

    /// The id of a place by whatever it is called; nothing where nothing is called so, or more than one place.
    #[wasm_bindgen(js_name = placeNamed)]
    pub fn place_named(&self, name: &str) -> Option<String> {
        let state = self.state.borrow();
        let mut called = state.dataset.regions.iter().filter(|region| region.is_called(name));
        called.next().filter(|_| called.next().is_none()).map(|region| region.id.clone())
    }

    /// What the panel tells, by its name.
    pub fn heard(&self, name: &str) -> String {
        self.state.borrow().words.recording(name).unwrap_or_default()
    }

    /// Takes one away by its place in the list. Returns the list for `withNoted`.
    pub fn unnote(&self, place: usize) -> String {
        let mut notebook = Notebook::of(&self.state.borrow().dataset);
        notebook.remove(place);
        notebook.write()
    }

    /// What has been noted, as the list for `withNoted`.
    pub fn noted(&self) -> String {
        Notebook::of(&self.state.borrow().dataset).write()
    }

    /// The same with what another dataset's text has noted. Returns the list for `withNoted`; nothing where that text has none, or what it
    /// has does not fit this dataset.
    pub fn merged(&self, own: &str, other: &str) -> Option<String> {
        let theirs = parse_json(&dataset::with_noted(own, noted_of(other)?)?).dataset?;
        let mut notebook = Notebook::of(&self.state.borrow().dataset);
        notebook.merge(Notebook::of(&theirs));
        Some(notebook.write())
    }

    /// What has been noted, for spreadsheets.
    #[wasm_bindgen(js_name = notedCsv)]
    pub fn noted_csv(&self) -> String {
        let state = self.state.borrow();
        csv(state.words, &state.words.notebook(&state.dataset))
    }
}

impl State {
    /// The published figures of the step that is shown, as it was last chosen.
    fn shown(&self, chosen: &str) -> Vec<Arc<Observation>> {
        let Some(Ok(figure)) = self.figure(self.talk.at(), chosen) else { return Vec::new() };
        figure.sources.iter().flat_map(|citation| &citation.figures).filter(|figure| !figure.is_noted()).cloned().collect()
    }

    /// The indicators of the step that is shown, in the order of its view and then of its figures.
    fn told_of(&self, shown: &[Arc<Observation>]) -> Vec<Arc<Indicator>> {
        let view = self.talk.deck.steps.get(self.talk.at()).map(|step| &step.view);
        let of_view = view.into_iter().flat_map(|view| view.indicator.iter().chain(&view.indicators));
        let home = view.and_then(|view| view.home.as_ref());
        let of_home = self.dataset.targets.iter().filter(|target| home.is_some_and(|home| target.region.id == home.id));
        let named = view.into_iter().flat_map(|view| view.target.iter().chain(&view.targets));
        let indicator_of = |target: &Arc<Target>| target.indicator.clone();
        let mut indicators: Vec<Arc<Indicator>> = Vec::new();
        let mut take = |indicator: Arc<Indicator>| {
            if !indicators.iter().any(|known| known.id == indicator.id) {
                indicators.push(indicator);
            }
        };
        of_view.cloned().chain(named.filter_map(indicator_of)).for_each(&mut take);
        shown.iter().map(|figure| Arc::clone(&figure.indicator)).for_each(&mut take);
        // of a view of dates, what the place has promised
        if shown.is_empty() {
            of_home.filter_map(indicator_of).for_each(take);
        }
        indicators
    }

    /// The period that most of a step's figures of an indicator are of, else the latest published.
    fn usual(&self, indicator: &Indicator, shown: &[Arc<Observation>]) -> Option<Period> {
        let own = || shown.iter().filter(|figure| figure.indicator.id == indicator.id).map(|figure| figure.period);
        let latest = || self.dataset.figures_of(indicator).map(|figure| figure.period).max();
        own().max_by_key(|period| (own().filter(|other| other == period).count(), *period)).or_else(latest)
    }

    /// Whether the step that is shown, or else the dataset's views, have it as the own place.
    fn is_home(&self, region: &Region) -> bool {
        let shown = self.talk.deck.steps.get(self.talk.at()).and_then(|step| step.view.home.as_ref());
        let home = shown.or_else(|| self.dataset.views.iter().find_map(|view| view.home.as_ref()));
        home.is_some_and(|home| home.id == region.id)
    }

    fn published(&self, region: &Region, indicator: &Indicator, period: Period) -> Option<&Arc<Observation>> {
        let mut figures = self.dataset.figures_of(indicator).filter(|figure| figure.region.id == region.id && figure.period == period);
        figures.find(|figure| !figure.is_noted())
    }
}
