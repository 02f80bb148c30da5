//! Reads the fields of one JSON object and notes everything wrong with them.

use super::tree::{Items, Json};
use crate::dataset::{
    decimal::{count, shortest},
    issue::{Issue, IssueCode, Place},
    notation,
    period::Period,
    quantity::Quantity,
    text::LocalText,
    unit::Unit,
};

/// Where a value stands; spelled out as a JSON Pointer only when something is wrong there.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl At<'_> {
    pub(super) fn place(&self) -> Place {
        let mut pointer = String::new();
        self.write(&mut pointer);
        if pointer.is_empty() { Place::Whole } else { Place::Pointer(pointer) }
    }

    fn write(&self, pointer: &mut String) {
        match self {
            At::Root => {}
            At::Key(parent, key) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            At::Item(parent, index) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&count(*index));
            }
        }
    }
}

/// All issues found so far.
#[derive(Default)]
pub(super) struct Issues(pub(super) Vec<Issue>);

impl Issues {
    pub(super) fn add(&mut self, code: IssueCode, at: &At<'_>, found: impl Into<String>) {
        self.0.push(Issue { code, place: at.place(), found: found.into() });
    }
}

/// One object being read. `finish` reports the fields nobody asked for.
pub(super) struct Record<'j, 'i> {
    pub(super) at: At<'j>,
    fields: Vec<Field<'j>>,
    issues: &'i mut Issues,
}

struct Field<'j> {
    key: &'j str,
    value: Json<'j>,
    asked: bool,
}

/// Only among so many fields is a repeated one looked for: an object of more has some that no record has, and is
/// refused for these.
const MOST: usize = 64;

impl<'j, 'i> Record<'j, 'i> {
    /// Starts reading `json`, which must be an object.
    pub(super) fn new(json: Json<'j>, at: At<'j>, issues: &'i mut Issues) -> Option<Record<'j, 'i>> {
        let Json::Object(mut items) = json else {
            issues.add(IssueCode::Type, &at, "object");
            return None;
        };
        let mut fields: Vec<Field<'j>> = Vec::with_capacity(8);
        while let (Some(Json::Text(key)), Some(value)) = (items.next(), items.next()) {
            let repeated = fields.iter().take(MOST).any(|field| field.key == key);
            if repeated {
                issues.add(IssueCode::DuplicateKey, &At::Key(&at, key), key);
            }
            // of fields with one key the first is the one that counts
            fields.push(Field { key, value, asked: repeated });
        }
        Some(Record { at, fields, issues })
    }

    /// Notes an issue at a field of this record.
    pub(super) fn fault(&mut self, code: IssueCode, key: &str, found: impl Into<String>) {
        self.issues.add(code, &At::Key(&self.at, key), found);
    }

    /// Notes an issue at the record itself.
    pub(super) fn fault_here(&mut self, code: IssueCode, found: impl Into<String>) {
        self.issues.add(code, &self.at, found);
    }

    /// Notes an issue at an item of a list.
    pub(super) fn fault_item(&mut self, code: IssueCode, key: &str, index: usize, found: &str) {
        let at = self.at;
        self.fault_at(code, &At::Item(&At::Key(&at, key), index), found);
    }

    /// Notes an issue at any place.
    pub(super) fn fault_at(&mut self, code: IssueCode, at: &At<'_>, found: impl Into<String>) {
        self.issues.add(code, at, found);
    }

    fn find(&self, key: &str) -> Option<&Field<'j>> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Whether a field is written at all, be it as null.
    pub(super) fn declares(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.find(key).is_some_and(|field| !matches!(field.value, Json::Null))
    }

    /// Fields that other records of the same section have: no fault where they are null here,
    /// which is how a table written out row by row leaves them.
    pub(super) fn or_null(&mut self, keys: &[&str]) {
        for field in &mut self.fields {
            field.asked |= matches!(field.value, Json::Null) && keys.contains(&field.key);
        }
    }

    /// Fields that cannot be judged because of an earlier fault: nothing more is said of them.
    pub(super) fn leave(&mut self, keys: &[&str]) {
        for field in &mut self.fields {
            field.asked |= keys.contains(&field.key);
        }
    }

    /// The value of a field; `None` where it is absent or null.
    pub(super) fn get(&mut self, key: &'static str) -> Option<Json<'j>> {
        let field = self.fields.iter_mut().find(|field| field.key == key)?;
        field.asked = true;
        if matches!(field.value, Json::Null) { None } else { Some(field.value) }
    }

    /// The same, and an issue where it is absent.
    pub(super) fn need(&mut self, key: &'static str) -> Option<Json<'j>> {
        let value = self.get(key);
        if value.is_none() {
            self.fault(IssueCode::MissingField, key, key);
        }
        value
    }

    fn text_of(&mut self, key: &'static str, json: Json<'j>) -> Option<&'j str> {
        match json {
            Json::Text(text) if text.trim().is_empty() => self.fault(IssueCode::Empty, key, ""),
            Json::Text(text) => return Some(text),
            _ => self.fault(IssueCode::Type, key, "string"),
        }
        None
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<&'j str> {
        let json = self.get(key)?;
        self.text_of(key, json)
    }

    /// A text of its own.
    pub(super) fn owned(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    pub(super) fn need_text(&mut self, key: &'static str) -> Option<&'j str> {
        let json = self.need(key)?;
        self.text_of(key, json)
    }

    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        match self.get(key) {
            None => false,
            Some(Json::Bool(value)) => value,
            Some(_) => {
                self.fault(IssueCode::Type, key, "boolean");
                false
            }
        }
    }

    /// A finite number.
    pub(super) fn number(&mut self, key: &'static str) -> Option<f64> {
        match self.get(key)? {
            Json::Number(number) if number.value.is_finite() => return Some(number.value),
            Json::Number(_) => self.fault(IssueCode::Number, key, ""),
            _ => self.fault(IssueCode::Type, key, "number"),
        }
        None
    }

    /// A number that `fits`.
    pub(super) fn number_if(&mut self, key: &'static str, fits: impl Fn(f64) -> bool) -> Option<f64> {
        let value = self.number(key)?;
        if fits(value) {
            return Some(value);
        }
        self.fault(IssueCode::Number, key, shortest(value));
        None
    }

    /// A whole number from `low` to `high`.
    pub(super) fn whole(&mut self, key: &'static str, low: u16, high: u16) -> Option<u16> {
        let fits = |value: f64| value == f64::trunc(value) && (f64::from(low)..=f64::from(high)).contains(&value);
        self.number_if(key, fits).map(|value| value as u16)
    }

    pub(super) fn list(&mut self, key: &'static str) -> Items<'j> {
        match self.get(key) {
            None => Items::NONE,
            Some(Json::List(items)) => items,
            Some(_) => {
                self.fault(IssueCode::Type, key, "array");
                Items::NONE
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<&'j str> {
        let mut texts = Vec::new();
        for (index, item) in self.list(key).enumerate() {
            match item {
                Json::Text(text) => texts.push(text),
                _ => self.issues.add(IssueCode::Type, &At::Item(&At::Key(&self.at, key), index), "string"),
            }
        }
        texts
    }

    /// The same, each a text of its own.
    pub(super) fn owned_texts(&mut self, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for text in self.texts(key) {
            texts.push(text.to_owned());
        }
        texts
    }

    /// How many items a list has; 0 for what is no list.
    pub(super) fn length(&self, key: &str) -> usize {
        match self.find(key) {
            Some(Field { value: Json::List(items), .. }) => items.count(),
            _ => 0,
        }
    }

    /// A list of finite numbers.
    #[inline(never)]
    pub(super) fn numbers(&mut self, key: &'static str) -> Vec<f64> {
        let mut numbers = Vec::new();
        for (index, item) in self.list(key).enumerate() {
            match item {
                Json::Number(number) if number.value.is_finite() => numbers.push(number.value),
                Json::Number(_) => self.fault_item(IssueCode::Number, key, index, ""),
                _ => self.fault_item(IssueCode::Type, key, index, "number"),
            }
        }
        numbers
    }

    /// Reads each item of a list as an object.
    pub(super) fn each<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Record<'_, '_>) -> Option<T>) -> Vec<T> {
        let mut done = Vec::new();
        self.for_each(key, &mut |record| {
            if let Some(item) = read(record) {
                done.push(item);
            }
        });
        done
    }

    /// The same without a result: one function for all sections.
    pub(super) fn for_each(&mut self, key: &'static str, read: &mut dyn FnMut(&mut Record<'_, '_>)) {
        let items = self.list(key);
        let list = At::Key(&self.at, key);
        for (index, item) in items.enumerate() {
            if let Some(mut record) = Record::new(item, At::Item(&list, index), self.issues) {
                read(&mut record);
                record.finish();
            }
        }
    }

    /// Reads a field as an object.
    pub(super) fn inner<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Record<'_, '_>) -> Option<T>) -> Option<T> {
        let mut value = None;
        let mut read = Some(read);
        self.enter(key, &mut |record| value = read.take().and_then(|read| read(record)));
        value
    }

    /// The same without a result: one function for all fields.
    fn enter(&mut self, key: &'static str, read: &mut dyn FnMut(&mut Record<'_, '_>)) {
        let Some(json) = self.get(key) else { return };
        if let Some(mut record) = Record::new(json, At::Key(&self.at, key), self.issues) {
            read(&mut record);
            record.finish();
        }
    }

    /// A plain text, or an object of texts by language.
    pub(super) fn local(&mut self, key: &'static str) -> Option<LocalText> {
        match self.get(key)? {
            Json::Text(_) => self.text(key).map(LocalText::plain),
            _ => self.inner(key, |record| {
                let zh_hans = record.need_text("zh-Hans");
                let zh_hant = record.text("zh-Hant").map(str::to_owned);
                let en = record.owned("en");
                Some(LocalText { zh_hans: zh_hans?.to_owned(), zh_hant, en })
            }),
        }
    }

    pub(super) fn need_local(&mut self, key: &'static str) -> Option<LocalText> {
        self.need(key)?;
        self.local(key)
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown(key, text, &mut words.iter().map(|(word, _)| *word));
        }
        found
    }

    /// Tells that a text is none of the words that a field may have, and which those are.
    #[inline(never)]
    pub(super) fn unknown(&mut self, key: &'static str, text: &str, words: &mut dyn Iterator<Item = &'static str>) {
        let mut found = [text, " ("].concat();
        for word in words {
            found.push_str(word);
            found.push('|');
        }
        found.pop();
        found.push(')');
        self.fault(IssueCode::UnknownWord, key, &found);
    }

    pub(super) fn need_word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        self.need(key)?;
        self.word(key, words)
    }

    /// A period; a bare year may be a number.
    pub(super) fn period(&mut self, key: &'static str) -> Option<Period> {
        let year;
        let text = match self.get(key)? {
            Json::Number(number) => {
                year = shortest(number.value);
                &year
            }
            json => self.text_of(key, json)?,
        };
        let period = Period::parse(text);
        if period.is_none() {
            self.fault(IssueCode::Period, key, text);
        }
        period
    }

    pub(super) fn need_period(&mut self, key: &'static str) -> Option<Period> {
        self.need(key)?;
        self.period(key)
    }

    pub(super) fn unit(&mut self, key: &'static str) -> Option<Unit> {
        let text = self.text(key)?;
        let unit = Unit::parse(text);
        if unit.is_none() {
            self.fault(IssueCode::Unit, key, text);
        }
        unit
    }

    /// A figure as written, or a bare number in `unit`.
    pub(super) fn figure(&mut self, key: &'static str, unit: Unit) -> Option<Quantity> {
        if let Json::Number(number) = self.get(key)? {
            let quantity = Quantity::exact(number.value, number.decimals, unit);
            if quantity.is_none() {
                self.fault(IssueCode::Number, key, shortest(number.value));
            }
            return quantity;
        }
        let text = self.text(key)?;
        let quantity = notation::parse(text).ok().map(|written| written.quantity(Some(unit)));
        if quantity.is_none() {
            self.fault(IssueCode::Figure, key, text);
        }
        quantity
    }

    /// The same, converted to `unit`.
    pub(super) fn figure_in(&mut self, key: &'static str, unit: Unit) -> Option<Quantity> {
        let quantity = self.figure(key, unit)?;
        self.converted(key, &quantity, unit)
    }

    /// Converts, or says that the units do not fit.
    pub(super) fn converted(&mut self, key: &'static str, quantity: &Quantity, unit: Unit) -> Option<Quantity> {
        let converted = quantity.in_unit(unit);
        if converted.is_none() {
            self.fault(IssueCode::UnitMismatch, key, [quantity.unit().written(), unit.written()].join(" → "));
        }
        converted
    }

    /// Reports the fields that were never asked for.
    pub(super) fn finish(self) {
        for field in &self.fields {
            if !field.asked {
                self.issues.add(IssueCode::UnknownField, &At::Key(&self.at, field.key), field.key);
            }
        }
    }
}
