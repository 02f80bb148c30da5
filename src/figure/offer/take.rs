//! A choice taken: what is chosen then.

use super::{Field, ItemLabel, MOST, Offer};
use crate::{
    dataset::decimal::{count, shortest},
    figure::{Key, Names},
};

impl Names {
    /// Takes an item of an offer, or where the offer takes several, puts it in or out; all of them for an empty value.
    /// False where nothing changed: there is no such offer, or the last of those compared would go.
    pub fn choose(&mut self, offers: &[Offer], key: &str, value: &str, on: bool) -> bool {
        let (Some(offer), Some(key)) = (offers.iter().find(|offer| offer.field.key() == key), Key::parse(key)) else { return false };
        let value = if offer.amount.is_some() {
            if value.is_empty() { Names::NONE.to_owned() } else { value.to_owned() }
        } else if offer.field == Field::Plan {
            match plan(offer, value) {
                Some(plan) => plan,
                None => return false,
            }
        } else if offer.field == Field::Weights {
            match weights(offer, value) {
                Some(weights) => weights,
                None => return false,
            }
        } else if offer.picks.iter().any(|pick| pick.keys == value) {
            value.to_owned()
        } else if offer.many && value.is_empty() {
            Names::NONE.to_owned()
        } else if offer.many {
            let mut chosen = String::new();
            let mut all = true;
            for item in &offer.items {
                if if item.key == value { on } else { item.chosen } {
                    if !chosen.is_empty() {
                        chosen.push(',');
                    }
                    chosen.push_str(&item.key);
                } else {
                    all = false;
                }
            }
            // a word of its own for everyone, so that a newcomer to the data is among them
            if chosen.is_empty() && !offer.may_be_empty {
                return false;
            }
            if chosen.is_empty() || (all && !offer.may_be_empty) { Names::NONE.to_owned() } else { chosen }
        } else if value.is_empty() {
            Names::NONE.to_owned()
        } else {
            value.to_owned()
        };
        // weights moved by hand and a method for them exclude each other
        if key == Key::Weighting {
            self.set(Key::Weights, Some(Names::NONE.to_owned()));
        }
        // another promise begins without what was tried out on this one
        let gone: &[Key] = match key {
            Key::Indicator => &Names::OF_INDICATOR,
            Key::Target => &Names::TRIAL,
            _ => &[],
        };
        for key in gone {
            self.set(*key, None);
        }
        self.set(key, Some(value));
        true
    }
}

/// The plan after one of its years, `2024=1700`, has been set, or with `2024=` left to the path.
fn plan(offer: &Offer, set: &str) -> Option<String> {
    let (year, value) = set.split_once('=').filter(|(year, _)| offer.items.iter().any(|item| item.key == *year))?;
    let mut list = String::new();
    for item in &offer.items {
        let ItemLabel::Step(_, before) = item.label else { return None };
        let before = if item.chosen { shortest(before) } else { String::new() };
        let value = if item.key == year { value } else { before.as_str() };
        if !value.is_empty() {
            list.extend([if list.is_empty() { "" } else { "," }, item.key.as_str(), ":", value]);
        }
    }
    Some(if list.is_empty() { Names::NONE.to_owned() } else { list })
}

impl Names {
    /// Without trials left empty that nothing under these names tries out: they say nothing then.
    #[must_use]
    pub fn without_idle_trials(mut self, under: &Names) -> Names {
        for key in Names::TRIAL {
            if self.get(key) == Some(Names::NONE) && under.get(key).is_none() {
                self.set(key, None);
            }
        }
        self
    }
}

/// The weights after one of them, `indicator=40`, has been moved. Not all of them can be nothing.
fn weights(offer: &Offer, moved: &str) -> Option<String> {
    let (indicator, weight) = moved.rsplit_once('=')?;
    let moved: u16 = weight.parse().ok().filter(|weight| *weight <= MOST)?;
    let (mut list, mut any) = (String::new(), false);
    for item in &offer.items {
        let ItemLabel::Weight(_, before) = item.label else { return None };
        let weight = if item.key == indicator { moved } else { before };
        any |= weight > 0;
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(&count(weight.into()));
    }
    any.then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Item;

    fn offers(may_be_empty: bool) -> Vec<Offer> {
        let item = |key: &str, chosen| Item { key: key.to_owned(), label: ItemLabel::None, group: None, code: None, chosen };
        let places = vec![item("a", true), item("b", true), item("c", false)];
        vec![Offer { may_be_empty, ..Offer::several(Field::Places, places) }, Offer::one(Field::Indicator, vec![item("gdp", true)])]
    }

    #[test]
    fn places_go_in_and_out() {
        let check = |value: &str, on, may_be_empty, expect: &str| {
            let mut names = Names::default();
            names.choose(&offers(may_be_empty), "places", value, on);
            assert_eq!(names.write(), expect, "{value} {on}");
        };
        check("c", true, false, "1;places=-");
        check("c", true, true, "1;places=a,b,c");
        check("b", false, false, "1;places=a");
        check("nobody", true, false, "1;places=a,b");
    }

    #[test]
    fn the_last_place_stays_where_someone_must() {
        let mut alone = offers(false);
        alone[0].items.truncate(1);
        let mut names = Names::default();
        assert!(!names.choose(&alone, "places", "a", false));
        assert_eq!(names.write(), "");
        alone[0].may_be_empty = true;
        assert!(names.choose(&alone, "places", "a", false));
        assert_eq!(names.write(), "1;places=-");
    }

    #[test]
    fn another_indicator_begins_anew() {
        let mut names = Names::read("1;period=2022;places=a;home=a;target=t");
        assert!(names.choose(&offers(false), "indicator", "gdp", true));
        assert_eq!(names.write(), "1;indicator=gdp;home=a");
        assert!(!names.choose(&offers(false), "shape", "linear", true));
    }
}
