//! What a view offers to choose from, as the browser's own controls. A core of its own, loaded when it is first asked for.
//! Controls carry what they set in `data-key` and `value`; www/choose.js listens.

use std::cell::RefCell;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::{
    api::{Data, JsOptions, Options, refused},
    dom::{add, clear},
};
use crate::{
    dataset::decimal::{count, shortest},
    figure::{Amount, Field, ItemGroup, ItemLabel, MOST, Names, Offer, offer},
    words::Words,
};

/// From how many items on a list has a field to search it.
const MANY: usize = 8;

/// The controls of one widget.
#[wasm_bindgen]
pub struct Form {
    root: HtmlElement,
    state: RefCell<State>,
}

/// What is to choose, and the element of each item.
#[derive(Default)]
struct State {
    author: Names,
    chosen: Names,
    offers: Vec<Offer>,
    items: Vec<HtmlElement>,
    /// Which controls the elements are, with which items, in which language.
    built: String,
}

#[wasm_bindgen]
impl Form {
    /// Controls inside an empty element. The element stays the caller's.
    #[wasm_bindgen(constructor)]
    pub fn new(root: HtmlElement) -> Form {
        Form { root, state: RefCell::default() }
    }

    /// Shows what is to choose of the view that `Widget.show` shows with these. Where it is what was to choose before, the
    /// controls stay, and with them the focus.
    ///
    /// # Errors
    /// A `Failure` value where the request names no view.
    pub fn show(&self, data: &Data, options: JsOptions, chosen: &str) -> Result<(), JsValue> {
        let options = Options::read(&options);
        let words = options.words();
        let chosen = Names::read(chosen);
        let view = chosen.over(options.names()).resolve(&data.dataset).map_err(|reason| refused(words, &reason))?;
        let offers = offer(&data.dataset, &view);
        let mut state = self.state.borrow_mut();
        let build = controls(&offers, words);
        if state.built != build {
            state.items = self.build(&offers, words)?;
            state.built = build;
        }
        mark(&offers, &state.items)?;
        (state.author, state.chosen, state.offers) = (options.names().clone(), chosen, offers);
        Ok(())
    }

    /// Takes an item, or puts one of several in or out; an empty value of several takes all. Returns what is chosen then, as text to
    /// give to `show`; nothing where nothing changed.
    pub fn choose(&self, key: &str, value: &str, on: bool) -> Option<String> {
        let state = self.state.borrow();
        let mut chosen = state.chosen.clone();
        chosen.choose(&state.offers, key, value, on).then(|| chosen.without_idle_trials(&state.author).write())
    }
}

impl Form {
    /// Makes the controls anew. Returns the element of each item, of each number to type.
    fn build(&self, offers: &[Offer], words: Words) -> Result<Vec<HtmlElement>, JsValue> {
        let mut items = Vec::new();
        clear(&self.root);
        for offer in offers {
            match offer.amount {
                Some(amount) => self.number(&mut items, offer, amount, words)?,
                None if offer.field == Field::Weights => self.sliders(&mut items, offer, words)?,
                None if offer.field == Field::Plan => self.steps(&mut items, offer, words)?,
                None if offer.many => self.list(&mut items, offer, words)?,
                None => self.picker(&mut items, offer, words)?,
            }
        }
        if offers.is_empty() {
            add(&self.root, "p", "label", &words.nothing_to_choose())?;
        }
        Ok(items)
    }

    /// One of several.
    fn picker(&self, items: &mut Vec<HtmlElement>, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let label = add(&self.root, "label", "field", "")?;
        add(&label, "span", "label", &words.field(offer.field))?;
        let select = add(&label, "select", "select", "")?;
        select.set_attribute("data-key", offer.field.key())?;
        let mut group: Option<(&ItemGroup, HtmlElement)> = None;
        for item in &offer.items {
            let parent = match &item.group {
                None => &select,
                Some(name) => {
                    if group.as_ref().is_none_or(|(last, _)| *last != name) {
                        let heading = add(&select, "optgroup", "", "")?;
                        heading.set_attribute("label", &words.item_group(name))?;
                        group = Some((name, heading));
                    }
                    group.as_ref().map_or(&select, |(_, heading)| heading)
                }
            };
            let option = add(parent, "option", "", &words.item(item))?;
            option.set_attribute("value", &item.key)?;
            items.push(option);
        }
        Ok(())
    }

    /// A frame for several controls, with its name.
    fn fieldset(&self, offer: &Offer, words: Words) -> Result<HtmlElement, JsValue> {
        let fieldset = add(&self.root, "fieldset", "field places", "")?;
        add(&fieldset, "legend", "label", &words.field(offer.field))?;
        Ok(fieldset)
    }

    /// A slider an indicator.
    fn sliders(&self, items: &mut Vec<HtmlElement>, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let fieldset = self.fieldset(offer, words)?;
        let list = add(&fieldset, "div", "list", "")?;
        for item in &offer.items {
            let label = add(&list, "label", "slider", "")?;
            add(&label, "span", "", &words.item(item))?;
            let input = add(&label, "input", "", "")?;
            input.set_attribute("type", "range")?;
            input.set_attribute("min", "0")?;
            input.set_attribute("max", &count(MOST.into()))?;
            input.set_attribute("step", "5")?;
            input.set_attribute("data-key", offer.field.key())?;
            input.set_attribute("data-item", &item.key)?;
            items.push(input);
        }
        Ok(())
    }

    /// A number to type for each item.
    fn steps(&self, items: &mut Vec<HtmlElement>, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let fieldset = self.fieldset(offer, words)?;
        let list = add(&fieldset, "div", "list", "")?;
        for item in &offer.items {
            let label = add(&list, "label", "field", "")?;
            add(&label, "span", "", &words.item(item))?;
            let input = typed(&label, offer)?;
            input.set_attribute("data-item", &item.key)?;
            items.push(input);
        }
        Ok(())
    }

    /// A number to type.
    fn number(&self, items: &mut Vec<HtmlElement>, offer: &Offer, amount: Amount, words: Words) -> Result<(), JsValue> {
        let label = add(&self.root, "label", "field", "")?;
        add(&label, "span", "label", &words.amount_field(offer.field, amount))?;
        items.push(typed(&label, offer)?);
        Ok(())
    }

    /// Any of several, with a field to search them.
    fn list(&self, items: &mut Vec<HtmlElement>, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let fieldset = self.fieldset(offer, words)?;
        if offer.items.len() >= MANY {
            let search = add(&fieldset, "input", "search", "")?;
            search.set_attribute("type", "search")?;
            search.set_attribute("data-do", "search")?;
            let name = words.search_places();
            search.set_attribute("placeholder", &name)?;
            search.set_attribute("aria-label", &name)?;
        }
        if !offer.may_be_empty {
            let all = add(&fieldset, "button", "button", &words.all_places())?;
            all.set_attribute("type", "button")?;
            all.set_attribute("data-key", offer.field.key())?;
        }
        for pick in &offer.picks {
            let button = add(&fieldset, "button", "button", &words.pick_name(&pick.who))?;
            button.set_attribute("type", "button")?;
            button.set_attribute("data-key", offer.field.key())?;
            button.set_attribute("value", &pick.keys)?;
        }
        let list = add(&fieldset, "div", "list", "")?;
        for item in &offer.items {
            let label = add(&list, "label", "item", "")?;
            let input = add(&label, "input", "", "")?;
            input.set_attribute("type", "checkbox")?;
            input.set_attribute("data-key", offer.field.key())?;
            input.set_attribute("value", &item.key)?;
            add(&label, "span", "", &words.item(item))?;
            if let Some(code) = &item.code {
                label.set_attribute("data-code", code)?;
            }
            items.push(input);
        }
        Ok(())
    }
}

/// A field for a number.
fn typed(label: &HtmlElement, offer: &Offer) -> Result<HtmlElement, JsValue> {
    let input = add(label, "input", "number", "")?;
    input.set_attribute("type", "number")?;
    input.set_attribute("inputmode", "decimal")?;
    input.set_attribute("step", "any")?;
    input.set_attribute("data-key", offer.field.key())?;
    Ok(input)
}

/// Marks what is chosen, by properties, since attributes say no more than how it began.
fn mark(offers: &[Offer], elements: &[HtmlElement]) -> Result<(), JsValue> {
    let mut elements = elements.iter();
    for offer in offers {
        if let Some((amount, element)) = offer.amount.and_then(|amount| Some((amount, elements.next()?))) {
            Reflect::set(element, &"value".into(), &shortest(amount.value).into())?;
        }
        for (item, element) in offer.items.iter().zip(elements.by_ref()) {
            match item.label {
                ItemLabel::Weight(_, weight) => Reflect::set(element, &"value".into(), &u32::from(weight).into())?,
                ItemLabel::Step(_, value) => Reflect::set(element, &"value".into(), &shortest(value).into())?,
                _ => Reflect::set(element, &(if offer.many { "checked" } else { "selected" }).into(), &item.chosen.into())?,
            };
        }
    }
    Ok(())
}

/// Which controls, with which items, in which language.
fn controls(offers: &[Offer], words: Words) -> String {
    let mut text = words.lang().tag().to_owned();
    for offer in offers {
        text.extend(["\n", offer.field.key()]);
        for item in &offer.items {
            text.extend(["\n ", &item.key]);
        }
        for pick in &offer.picks {
            text.extend(["\n-", &pick.keys]);
        }
    }
    text
}
