//! The controls above the drawing: buttons, and below them what the view offers to choose from, as the browser's own
//! controls. They carry what they set in `data-key` and `value`; the shell listens.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::dom::{add, clear};
#[cfg(feature = "composite")]
use crate::{
    dataset::decimal::count,
    figure::{Field, ItemLabel, MOST},
};
use crate::{
    dataset::decimal::shortest,
    figure::{Amount, ItemGroup, Offer},
    words::Words,
};

/// From how many items on a list has a field to search it.
const MANY: usize = 8;

/// Whether any view of this build lets places be chosen.
const PLACES: bool = cfg!(any(
    feature = "ranking",
    feature = "trajectory",
    feature = "scorecard",
    feature = "composite",
    feature = "profile",
    feature = "history",
    feature = "quadrant",
    feature = "ladder"
));

/// The elements of the controls.
pub(super) struct Panel {
    choose: HtmlElement,
    buttons: [HtmlElement; 3],
    share: HtmlElement,
    form: HtmlElement,
}

/// What is to choose, and the element of each item.
#[derive(Default)]
pub(super) struct Choices {
    pub(super) offers: Vec<Offer>,
    items: Vec<HtmlElement>,
    /// Which controls the elements are, with which items, in which language.
    built: String,
}

impl Panel {
    pub(super) fn new(parent: &Element) -> Result<Panel, JsValue> {
        let bar = add(parent, "div", "toolbar", "")?;
        let button = |name: &str| -> Result<HtmlElement, JsValue> {
            let button = add(&bar, "button", "button", "")?;
            button.set_attribute("type", "button")?;
            button.set_attribute("data-do", name)?;
            Ok(button)
        };
        let choose = button("choose")?;
        choose.set_attribute("aria-expanded", "false")?;
        choose.set_attribute("aria-controls", "choices")?;
        let buttons = [button("undo")?, button("redo")?, button("reset")?];
        let share = button("share")?;
        share.set_attribute("aria-expanded", "false")?;
        let form = add(parent, "div", "choices", "")?;
        form.set_id("choices");
        form.set_hidden(true);
        for button in &buttons {
            button.set_hidden(true);
        }
        Ok(Panel { choose, buttons, share, form })
    }

    /// Opens or closes the choices.
    pub(super) fn toggle(&self, choices: &mut Choices, words: Words) -> Result<(), JsValue> {
        let open = self.form.hidden();
        self.form.set_hidden(!open);
        self.choose.set_attribute("aria-expanded", if open { "true" } else { "false" })?;
        self.show(choices, words)
    }

    /// Names the buttons. Without anything to choose there is none to choose it.
    pub(super) fn name(&self, words: Words, any: bool) {
        let names = words.toolbar();
        self.choose.set_text_content(Some(&names.choose));
        for (button, name) in self.buttons.iter().zip([&names.undo, &names.redo, &names.reset]) {
            button.set_text_content(Some(name));
        }
        self.share.set_text_content(Some(&names.share));
        self.choose.set_hidden(!any);
    }

    /// Shows what is to choose, while it is open. Where it is what was to choose before, the controls stay, and with them
    /// the focus.
    pub(super) fn show(&self, choices: &mut Choices, words: Words) -> Result<(), JsValue> {
        if self.form.hidden() {
            return Ok(());
        }
        let offers = core::mem::take(&mut choices.offers);
        let build = controls(&offers, words);
        if choices.built != build {
            clear(&self.form);
            choices.items.clear();
            for offer in &offers {
                match offer.amount {
                    Some(amount) => self.number(choices, offer, amount, words)?,
                    #[cfg(feature = "composite")]
                    None if offer.field == Field::Weights => self.sliders(choices, offer, words)?,
                    None if offer.many && PLACES => self.list(choices, offer, words)?,
                    None => self.picker(choices, offer, words)?,
                }
            }
            choices.built = build;
        }
        // properties, since attributes say no more than how it began
        let mut elements = choices.items.iter();
        for offer in &offers {
            if let Some((amount, element)) = offer.amount.and_then(|amount| Some((amount, elements.next()?))) {
                Reflect::set(element, &"value".into(), &shortest(amount.value).into())?;
            }
            for (item, element) in offer.items.iter().zip(elements.by_ref()) {
                #[cfg(feature = "composite")]
                if let ItemLabel::Weight(_, weight) = item.label {
                    Reflect::set(element, &"value".into(), &u32::from(weight).into())?;
                    continue;
                }
                Reflect::set(element, &(if offer.many { "checked" } else { "selected" }).into(), &item.chosen.into())?;
            }
        }
        choices.offers = offers;
        Ok(())
    }

    /// One of several.
    fn picker(&self, choices: &mut Choices, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let label = add(&self.form, "label", "field", "")?;
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
            choices.items.push(option);
        }
        Ok(())
    }

    /// A slider an indicator.
    #[cfg(feature = "composite")]
    fn sliders(&self, choices: &mut Choices, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let fieldset = add(&self.form, "fieldset", "field places", "")?;
        add(&fieldset, "legend", "label", &words.field(offer.field))?;
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
            choices.items.push(input);
        }
        Ok(())
    }

    /// A number to type.
    fn number(&self, choices: &mut Choices, offer: &Offer, amount: Amount, words: Words) -> Result<(), JsValue> {
        let label = add(&self.form, "label", "field", "")?;
        add(&label, "span", "label", &words.amount_field(offer.field, amount))?;
        let input = add(&label, "input", "number", "")?;
        input.set_attribute("type", "number")?;
        input.set_attribute("inputmode", "decimal")?;
        input.set_attribute("step", "any")?;
        input.set_attribute("data-key", offer.field.key())?;
        choices.items.push(input);
        Ok(())
    }

    /// Any of several, with a field to search them.
    fn list(&self, choices: &mut Choices, offer: &Offer, words: Words) -> Result<(), JsValue> {
        let toolbar = words.toolbar();
        let fieldset = add(&self.form, "fieldset", "field places", "")?;
        add(&fieldset, "legend", "label", &words.field(offer.field))?;
        if offer.items.len() >= MANY {
            let search = add(&fieldset, "input", "search", "")?;
            search.set_attribute("type", "search")?;
            search.set_attribute("data-do", "search")?;
            search.set_attribute("placeholder", &toolbar.search)?;
            search.set_attribute("aria-label", &toolbar.search)?;
        }
        if !offer.may_be_empty {
            let all = add(&fieldset, "button", "button", &toolbar.all)?;
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
            choices.items.push(input);
        }
        Ok(())
    }
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
