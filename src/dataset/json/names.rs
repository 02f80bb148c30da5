//! The sections that name things: sources, regions, indicators.

use std::sync::Arc;

use super::{
    record::{At, Record},
    tree::Json,
};
use crate::dataset::{
    indicator::{Derived, Indicator, Measure, Polarity},
    issue::IssueCode,
    region::{Region, RegionKind},
    source::Source,
};
use crate::index::Index;

/// Records in the order given, and by id.
pub(super) struct Named<T> {
    pub(super) in_order: Vec<Arc<T>>,
    index: Index,
}

impl<T> Named<T> {
    /// None yet.
    pub(super) fn new() -> Named<T> {
        Named { in_order: Vec::new(), index: Index::new() }
    }

    /// Reads a section whose records all have an `id`, and reports ids used twice.
    pub(super) fn read(
        root: &mut Record<'_, '_>,
        key: &'static str,
        mut read: impl FnMut(&mut Record<'_, '_>, &str) -> Option<T>,
    ) -> Named<T> {
        let mut named = Named::new();
        root.for_each(key, &mut |record| {
            let Some(id) = record.need_text("id") else {
                read(record, "");
                return;
            };
            let value = read(record, id);
            named.declare(record, id);
            if let Some(value) = value {
                named.put(Some(id), value);
            }
        });
        named
    }

    /// Takes the id of a record.
    pub(super) fn declare(&mut self, record: &mut Record<'_, '_>, id: &str) {
        if !self.index.take(id) {
            record.fault(IssueCode::DuplicateId, "id", id);
        }
    }

    /// Puts a faultless record after the others.
    pub(super) fn put(&mut self, id: Option<&str>, value: T) {
        if let Some(id) = id {
            self.index.set(id, self.in_order.len());
        }
        self.in_order.push(Arc::new(value));
    }

    /// The record with an id that a field names; an issue where no record has it. One that is declared but faulty is
    /// not there, and who refers to it is not at fault.
    fn known(&self, record: &mut Record<'_, '_>, key: &'static str, id: &str) -> Option<Arc<T>> {
        let found = self.get(id);
        if found.is_none() && !self.is_declared(id) {
            record.fault(IssueCode::UnknownId, key, id);
        }
        found.map(Arc::clone)
    }

    /// The record a field names.
    pub(super) fn find(&self, record: &mut Record<'_, '_>, key: &'static str) -> Option<Arc<T>> {
        let id = record.text(key)?;
        self.known(record, key, id)
    }

    /// The same for a field that must be there.
    pub(super) fn need(&self, record: &mut Record<'_, '_>, key: &'static str) -> Option<Arc<T>> {
        let id = record.need_text(key)?;
        self.known(record, key, id)
    }

    /// The records of a list of ids.
    pub(super) fn find_all(&self, record: &mut Record<'_, '_>, key: &'static str) -> Vec<Arc<T>> {
        let mut found = Vec::new();
        for (index, id) in record.texts(key).into_iter().enumerate() {
            match self.get(id) {
                Some(one) => found.push(Arc::clone(one)),
                None if self.is_declared(id) => {}
                None => record.fault_item(IssueCode::UnknownId, key, index, id),
            }
        }
        found
    }

    /// The faultless record with an id.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<T>> {
        self.index.get(&self.in_order, id)
    }

    /// Whether any record has the id, be it a faulty one.
    pub(super) fn is_declared(&self, id: &str) -> bool {
        self.index.is_taken(id)
    }
}

pub(super) fn sources(root: &mut Record<'_, '_>) -> Named<Source> {
    Named::read(root, "sources", |record, id| {
        let title = record.need_local("title");
        let publisher = record.local("publisher");
        let date = record.period("date");
        let url = record.owned("url");
        Some(Source { id: id.to_owned(), title: title?, publisher, date, url, noted: None })
    })
}

pub(super) fn regions(root: &mut Record<'_, '_>) -> Named<Region> {
    let regions = Named::read(root, "regions", |record, id| {
        let name = record.need_local("name");
        let short = record.local("short");
        let kind = record.need_word("kind", RegionKind::WORDS);
        let parent = record.owned("parent");
        let code = record.owned("code");
        if let Some(code) = code.as_deref().filter(|code| code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit())) {
            record.fault(IssueCode::RegionCode, "code", code);
        }
        let aliases = record.owned_texts("aliases");
        let name = name?;
        Some(Region { id: id.to_owned(), short: short.unwrap_or_else(|| name.clone()), name, kind: kind?, parent, code, aliases })
    });
    for (index, item) in root.list("regions").enumerate() {
        check_ancestors(root, &regions, index, item);
    }
    regions
}

/// A parent must exist, and nobody is their own ancestor.
fn check_ancestors(root: &mut Record<'_, '_>, regions: &Named<Region>, index: usize, item: Json<'_>) {
    let Json::Object(fields) = item else { return };
    let text = |name: &str| {
        let mut fields = fields;
        while let (Some(Json::Text(key)), Some(value)) = (fields.next(), fields.next()) {
            if key == name
                && let Json::Text(text) = value
            {
                return Some(text);
            }
        }
        None
    };
    let (Some(id), Some(parent)) = (text("id"), text("parent")) else { return };
    let (list, key) = (At::Key(&At::Root, "regions"), "parent");
    let item = At::Item(&list, index);
    let at = At::Key(&item, key);
    if !regions.is_declared(parent) {
        return root.fault_at(IssueCode::UnknownId, &at, parent);
    }
    let mut ancestor = Some(parent);
    for _ in 0..=regions.in_order.len() {
        match ancestor {
            Some(name) if name == id => return root.fault_at(IssueCode::Cycle, &at, parent),
            Some(name) => ancestor = regions.get(name).and_then(|region| region.parent.as_deref()),
            None => return,
        }
    }
}

pub(super) fn indicators(root: &mut Record<'_, '_>) -> Named<Indicator> {
    let indicators = Named::read(root, "indicators", |record, id| {
        let name = record.need_local("name");
        record.need("unit");
        let unit = record.unit("unit");
        let polarity = polarity(record);
        let measure = record.need_word("measure", Measure::WORDS);
        let decimals = record.whole("decimals", 0, 9).map(|decimals| decimals as u8);
        let definition = record.local("definition");
        let group = record.local("group");
        let derived = record.inner("derived", derived);
        Some(Indicator {
            id: id.to_owned(),
            name: name?,
            unit: unit?,
            polarity: polarity?,
            measure: measure?,
            decimals,
            definition,
            group,
            derived,
        })
    });
    let list = At::Key(&At::Root, "indicators");
    for (index, indicator) in indicators.in_order.iter().enumerate() {
        let parts: Vec<&String> = match &indicator.derived {
            Some(Derived::Ratio { numerator, denominator }) => vec![numerator, denominator],
            Some(Derived::Sum(parts)) => parts.iter().collect(),
            None => continue,
        };
        let item = At::Item(&list, index);
        let at = At::Key(&item, "derived");
        for part in parts {
            match indicators.get(part) {
                None if indicators.is_declared(part) => {}
                None => root.fault_at(IssueCode::UnknownId, &at, part.as_str()),
                Some(part) if part.derived.is_some() => root.fault_at(IssueCode::Cycle, &at, part.id.as_str()),
                Some(_) => {}
            }
        }
    }
    indicators
}

fn polarity(record: &mut Record<'_, '_>) -> Option<Polarity> {
    const WORDS: &[(&str, Polarity)] =
        &[("higher", Polarity::Higher), ("lower", Polarity::Lower), ("target", Polarity::Nearest(0.0)), ("none", Polarity::None)];
    record.or_null(&["best"]);
    let Some(polarity) = record.need_word("polarity", WORDS) else {
        record.leave(&["best"]);
        return None;
    };
    if polarity == Polarity::Nearest(0.0) {
        record.need("best")?;
        return record.number("best").map(Polarity::Nearest);
    }
    Some(polarity)
}

fn derived(record: &mut Record<'_, '_>) -> Option<Derived> {
    record.or_null(&["sum", "numerator", "denominator"]);
    if record.has("sum") {
        let parts = record.owned_texts("sum");
        return Some(Derived::Sum(parts));
    }
    let numerator = record.need_text("numerator");
    let denominator = record.need_text("denominator");
    Some(Derived::Ratio { numerator: numerator?.to_owned(), denominator: denominator?.to_owned() })
}
