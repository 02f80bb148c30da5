//! Reading an input: every fault is noted with its path, and reading goes on.

use core::cell::Cell;
use std::rc::Rc;

use super::fault::{FaultCode, Faults};
use super::value::Value;
use crate::{
    dataset::{Lang, Period, Polarity, Quantity, Unit, notation},
    trajectory::{Direction, Point, Trend},
};

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct Item<'v> {
    pub(super) value: &'v Value,
    /// Of an entry of an array, the array's: its own is written where it is needed, which of most entries it never is.
    base: Rc<str>,
    index: Option<usize>,
    pub(super) faults: &'v Faults,
}

/// An object being read.
pub(super) struct Fields<'v> {
    entries: &'v [(String, Value)],
    path: String,
    faults: &'v Faults,
    read: Cell<Vec<&'static str>>,
}

/// The language an input asks for, before anything else is read of it.
pub(super) fn lang_of(input: &Value) -> Lang {
    let Value::Object(entries) = input else { return Lang::default() };
    let tag = entries.iter().find(|(key, _)| key == "lang").map(|(_, value)| value);
    if let Some(Value::Text(tag)) = tag { Lang::parse(tag).unwrap_or_default() } else { Lang::default() }
}

impl<'v> Fields<'v> {
    /// The whole input, whose paths begin at the root. Nothing is as good as an empty object.
    pub(super) fn root(value: &'v Value, faults: &'v Faults) -> Option<Fields<'v>> {
        let fields = Item { value, base: Rc::from(""), index: None, faults }.fields()?;
        // read before anything else
        fields.find("lang");
        Some(fields)
    }

    fn find(&self, key: &'static str) -> Option<Item<'v>> {
        let mut read = self.read.take();
        read.push(key);
        self.read.set(read);
        let (_, value) = self.entries.iter().find(|(name, _)| name == key)?;
        let there = !matches!(value, Value::Nothing);
        there.then(|| Item { value, base: Rc::from([&self.path, "/", key].concat()), index: None, faults: self.faults })
    }

    /// A field that may be absent.
    pub(super) fn may<T>(&self, key: &'static str, read: impl FnOnce(Item<'v>) -> Option<T>) -> Option<T> {
        read(self.find(key)?)
    }

    /// A field that must be there.
    pub(super) fn must<T>(&self, key: &'static str, read: impl FnOnce(Item<'v>) -> Option<T>) -> Option<T> {
        let item = self.find(key);
        if item.is_none() {
            self.faults.add(FaultCode::Missing, &[&self.path, "/", key].concat(), "");
        }
        read(item?)
    }

    /// Notes a fault of a field.
    pub(super) fn fault(&self, key: &str, code: FaultCode, found: &str) {
        self.faults.add(code, &[&self.path, "/", key].concat(), found);
    }

    /// Ends reading: fields nobody asked for are faults.
    pub(super) fn end(self) {
        let read = self.read.take();
        for (key, _) in self.entries {
            if !read.contains(&key.as_str()) {
                self.faults.add(FaultCode::Unknown, &[&self.path, "/", key].concat(), key);
            }
        }
    }
}

impl<'v> Item<'v> {
    /// A JSON Pointer.
    pub(super) fn path(&self) -> String {
        self.index.map_or_else(|| self.base.to_string(), |index| [&self.base, "/", &index.to_string()].concat())
    }

    /// An entry of an array.
    pub(super) fn entry(&self, index: usize, value: &'v Value) -> Item<'v> {
        Item { value, base: Rc::from(self.path()), index: Some(index), faults: self.faults }
    }

    pub(super) fn fault<T>(&self, code: FaultCode, found: &str) -> Option<T> {
        self.faults.add(code, &self.path(), found);
        None
    }

    pub(super) fn wrong<T>(&self, expected: &str) -> Option<T> {
        self.fault(FaultCode::Type, &[expected, " ≠ ", self.value.kind()].concat())
    }

    pub(super) fn fields(&self) -> Option<Fields<'v>> {
        let entries = match self.value {
            Value::Object(entries) => entries.as_slice(),
            Value::Nothing => &[],
            _ => return self.wrong("object"),
        };
        Some(Fields { entries, path: self.path(), faults: self.faults, read: Cell::default() })
    }

    /// A finite number.
    pub(super) fn number(self) -> Option<f64> {
        match self.value {
            Value::Number(value) if value.is_finite() => Some(*value),
            Value::Number(value) => self.fault(FaultCode::NotFinite, &value.to_string()),
            _ => self.wrong("number"),
        }
    }

    /// A finite number between two bounds, which both count.
    pub(super) fn within(self, low: f64, high: f64) -> Option<f64> {
        let value = self.clone().number()?;
        if (low..=high).contains(&value) {
            return Some(value);
        }
        self.fault(FaultCode::Range, &[&low.to_string(), "…", &high.to_string()].concat())
    }

    /// A whole number between two bounds, which both count.
    pub(super) fn whole(self, low: u32, high: u32) -> Option<usize> {
        let value = self.clone().within(f64::from(low), f64::from(high))?;
        if value == value.floor() { Some(value as usize) } else { self.fault(FaultCode::Range, &value.to_string()) }
    }

    pub(super) fn flag(self) -> Option<bool> {
        if let Value::Flag(flag) = self.value { Some(*flag) } else { self.wrong("boolean") }
    }

    pub(super) fn text(self) -> Option<&'v str> {
        if let Value::Text(text) = self.value { Some(text) } else { self.wrong("string") }
    }

    /// One of some words.
    pub(super) fn word<T: Clone>(self, words: &[(&str, T)]) -> Option<T> {
        let text = self.clone().text()?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(meaning.clone());
        }
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.fault(FaultCode::Word, &[text, " (", &allowed.join(" | "), ")"].concat())
    }

    /// An array.
    pub(super) fn list<T>(self, mut read: impl FnMut(Item<'v>) -> Option<T>) -> Option<Vec<T>> {
        let Value::List(values) = self.value else { return self.wrong("array") };
        let base: Rc<str> = Rc::from(self.path());
        let mut all = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            // a fault is noted; what is read is not used then
            all.extend(read(Item { value, base: Rc::clone(&base), index: Some(index), faults: self.faults }));
        }
        Some(all)
    }

    pub(super) fn period(self) -> Option<Period> {
        let text = self.clone().text()?;
        let period = Period::parse(text);
        if period.is_none() { self.fault(FaultCode::Period, text) } else { period }
    }

    pub(super) fn unit(self) -> Option<Unit> {
        let text = self.clone().text()?;
        let unit = Unit::parse(text);
        if unit.is_none() { self.fault(FaultCode::Unit, text) } else { unit }
    }

    /// `higher`, `lower`, `none`, or the best value as a number.
    pub(super) fn polarity(self) -> Option<Polarity> {
        if let Value::Number(_) = self.value {
            return self.number().map(Polarity::Nearest);
        }
        self.word(&[("higher", Polarity::Higher), ("lower", Polarity::Lower), ("none", Polarity::None)])
    }

    /// A figure: a number in the unit, or a text as published, such as 超850亿元.
    pub(super) fn figure(self, unit: Unit) -> Option<Quantity> {
        let Value::Text(text) = self.value else {
            let value = self.clone().number()?;
            let quantity = Quantity::exact(value, 0, unit);
            return if quantity.is_none() { self.fault(FaultCode::Range, &value.to_string()) } else { quantity };
        };
        let Some(quantity) = notation::parse(text).ok().map(|written| written.quantity(Some(unit))) else {
            return self.fault(FaultCode::Figure, text);
        };
        let converted = quantity.in_unit(unit);
        if converted.is_none() { self.fault(FaultCode::UnitMismatch, text) } else { converted }
    }

    /// `{ at, value }`: years on the axis, and the value then.
    pub(super) fn point(self) -> Option<Point> {
        let fields = self.fields()?;
        let (at, value) = (fields.must("at", |item| item.within(-1e6, 1e6)), fields.must("value", Item::number));
        fields.end();
        Some(Point { at: at?, value: value? })
    }

    /// Points that follow each other in time.
    pub(super) fn series(self) -> Option<Vec<Point>> {
        let mut last = None;
        self.list(|item| {
            let point = item.clone().point()?;
            if last.is_some_and(|last| point.at <= last) {
                item.faults.add(FaultCode::Order, &[&item.path(), "/at"].concat(), "");
            }
            last = Some(point.at);
            Some(point)
        })
    }

    /// `geometric` or `linear`.
    pub(super) fn trend(self) -> Option<Trend> {
        self.word(&TRENDS)
    }

    /// `up` or `down`.
    pub(super) fn direction(self) -> Option<Direction> {
        self.word(&DIRECTIONS)
    }
}

pub(super) const TRENDS: [(&str, Trend); 2] = [("geometric", Trend::Geometric), ("linear", Trend::Linear)];
pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("up", Direction::Up), ("down", Direction::Down)];

/// The word of a table that stands for a value.
pub(super) fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, meaning)| meaning == value).map_or("", |(word, _)| word)
}
