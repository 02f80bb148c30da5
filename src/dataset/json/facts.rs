//! The sections that state figures and tie them: observations and relations.

use std::sync::Arc;

use super::{MAX_OBSERVATIONS, names::Named, record::Record, tree::Json};
use crate::dataset::{
    decimal::{self, shortest},
    indicator::Indicator,
    issue::IssueCode,
    observation::Observation,
    quantity::{Qualifier, Quantity},
    region::Region,
    relation::{Relation, RelationKind},
    source::Source,
    unit::Unit,
};
use crate::index::Index;

/// What figures may refer to.
pub(super) struct Known<'a> {
    pub(super) sources: &'a Named<Source>,
    pub(super) regions: &'a Named<Region>,
    pub(super) indicators: &'a Named<Indicator>,
}

const BOUNDS: &[(&str, Qualifier)] = &[
    ("exact", Qualifier::Exact),
    ("over", Qualifier::Over),
    ("nearly", Qualifier::Nearly),
    ("about", Qualifier::About),
    ("at-least", Qualifier::AtLeast),
    ("at-most", Qualifier::AtMost),
];

pub(super) fn observations(root: &mut Record<'_, '_>, known: &Known<'_>) -> Vec<Arc<Observation>> {
    let count = root.list("observations").len();
    if count > MAX_OBSERVATIONS {
        root.fault(IssueCode::TooMany, "observations", [decimal::count(count), decimal::count(MAX_OBSERVATIONS)].join(" > "));
        return Vec::new();
    }
    let mut ids = Index::new();
    let mut seen = Index::new();
    root.each("observations", |record| {
        let id = record.owned("id");
        if let Some(id) = id.as_ref().filter(|id| !ids.take(id)) {
            record.fault(IssueCode::DuplicateId, "id", id.as_str());
        }
        let region = known.regions.need(record, "region");
        let indicator = known.indicators.need(record, "indicator");
        let period = record.need_period("period");
        let inferred = record.flag("inferred");
        let stated = stated(record, indicator.as_ref().map(|indicator| indicator.unit));
        let definition = record.local("definition");
        let scope = record.local("scope");
        let source = known.sources.need(record, "source");
        let locator = record.owned("locator");
        let note = record.local("note");
        let text = record.text_if_any("text");
        let (region, indicator, period, source) = (region?, indicator?, period?, source?);
        let stated = stated?;
        let quantity = match &stated {
            Some(stated) => Some(record.converted(if text.is_empty() { "value" } else { "text" }, stated, indicator.unit)?),
            None => None,
        };
        let value = quantity.as_ref().map(|quantity| shortest(quantity.value()));
        let scope_name = scope.as_ref().map(|scope| scope.zh_hans.as_str());
        let written = period.written();
        let parts = [
            Some(written.as_str()),
            definition.as_ref().map(|definition| definition.zh_hans.as_str()),
            scope_name,
            locator.as_deref(),
            Some(&text),
            value.as_deref(),
        ]
        .map(Option::unwrap_or_default);
        let key = [&region.id, &indicator.id, &source.id, parts.join("\t").as_str()].join("\t");
        if !seen.take(&key) {
            record.fault_here(IssueCode::DuplicateObservation, [&region.id, &indicator.id, written.as_str()].join(" · "));
        }
        Some(Arc::new(Observation {
            id,
            region,
            indicator,
            period,
            inferred,
            stated,
            quantity,
            text,
            definition,
            scope,
            source,
            locator,
            note,
        }))
    })
}

const BOUND_FIELDS: &[&str] = &["low", "high"];
const STATED_FIELDS: &[&str] = &["value", "text", "low", "high"];

/// The figure of an observation: outer `None` where it is wrong, inner `None` where it is missing.
fn stated(record: &mut Record<'_, '_>, indicator_unit: Option<Unit>) -> Option<Option<Quantity>> {
    let own_unit = record.unit("unit");
    let bound = record.word("bound", BOUNDS);
    record.or_null(BOUND_FIELDS);
    let bounded = record.has("low") || record.has("high");
    let (value, text) = (record.declares("value"), record.has("text"));
    if value == text {
        record.fault_here(IssueCode::ValueOrText, "");
        record.leave(STATED_FIELDS);
        return None;
    }
    let Some(unit) = own_unit.or(indicator_unit) else {
        record.leave(STATED_FIELDS);
        return None;
    };
    if !text && !record.has("value") {
        record.leave(STATED_FIELDS);
        if let Some(key) = BOUND_FIELDS.iter().find(|key| record.has(key)) {
            record.fault(IssueCode::Bounds, key, "");
        }
        return Some(None);
    }
    let bounds = (record.number("low"), record.number("high"));
    let quantity = if text {
        record.figure("text", unit)?
    } else {
        let Json::Number(number) = record.get("value")? else {
            record.fault(IssueCode::Type, "value", "number");
            return None;
        };
        let quantity = Quantity::qualified(bound.unwrap_or(Qualifier::Exact), number.value, number.decimals, unit);
        if quantity.is_none() {
            record.fault(IssueCode::Number, "value", shortest(number.value));
        }
        quantity?
    };
    if !bounded {
        return Some(Some(quantity));
    }
    let (low, high) = (bounds.0.unwrap_or(quantity.low()), bounds.1.unwrap_or(quantity.high()));
    let narrowed = quantity.with_bounds(low, high);
    if narrowed.is_none() {
        record.fault(IssueCode::Bounds, "low", [shortest(low), shortest(high)].join(" – "));
    }
    narrowed.map(Some)
}

/// The fields of all kinds of relations.
const RELATION_FIELDS: &[&str] =
    &["numerator", "denominator", "result", "base", "rate", "minuend", "subtrahend", "parts", "whole", "part", "members"];

/// The ids of all observations; those of faulty ones stand for nothing.
fn index(root: &mut Record<'_, '_>, observations: &[Arc<Observation>]) -> Index {
    let mut index = Index::new();
    for item in root.list("observations") {
        if let Json::Object(fields) = item
            && let Some((_, Json::Text(id))) = fields.iter().find(|(key, _)| key == "id")
        {
            index.take(id);
        }
    }
    for (position, observation) in observations.iter().enumerate() {
        if let Some(id) = &observation.id {
            index.set(id, position);
        }
    }
    index
}

pub(super) fn relations(root: &mut Record<'_, '_>, observations: &[Arc<Observation>]) -> Vec<Relation> {
    let known = index(root, observations);
    let one = |record: &mut Record<'_, '_>, key: &'static str| -> Option<Arc<Observation>> {
        let id = record.need_text(key)?;
        let found = known.get(observations, id).map(Arc::clone);
        if !known.is_taken(id) {
            record.fault(IssueCode::UnknownId, key, id);
        }
        found
    };
    let several = |record: &mut Record<'_, '_>, key: &'static str| -> Option<Vec<Arc<Observation>>> {
        record.need(key)?;
        let ids = record.texts(key);
        let mut found = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match known.get(observations, id) {
                Some(observation) => found.push(Arc::clone(observation)),
                None if known.is_taken(id) => {}
                None => record.fault_item(IssueCode::UnknownId, key, index, id),
            }
        }
        (found.len() == ids.len()).then_some(found)
    };
    root.each("relations", |record| {
        let id = record.owned("id");
        let note = record.local("note");
        record.or_null(RELATION_FIELDS);
        let Some(word) = record.need_text("kind") else {
            record.leave(RELATION_FIELDS);
            return None;
        };
        let kind = match word {
            "ratio" => {
                let many = matches!(record.get("numerator"), Some(Json::List(_)));
                let numerator = if many { several(record, "numerator") } else { one(record, "numerator").map(|part| vec![part]) };
                let (denominator, result) = (one(record, "denominator"), one(record, "result"));
                RelationKind::Ratio { numerator: numerator?, denominator: denominator?, result: result? }
            }
            "growth" => {
                let (base, result, rate) = (one(record, "base"), one(record, "result"), one(record, "rate"));
                RelationKind::Growth { base: base?, result: result?, rate: rate? }
            }
            "difference" => {
                let (minuend, subtrahend, result) = (one(record, "minuend"), one(record, "subtrahend"), one(record, "result"));
                RelationKind::Difference { minuend: minuend?, subtrahend: subtrahend?, result: result? }
            }
            "sum" => {
                let (parts, whole) = (several(record, "parts"), one(record, "whole"));
                RelationKind::Sum { parts: parts?, whole: whole? }
            }
            "part" => {
                let (part, whole) = (one(record, "part"), one(record, "whole"));
                RelationKind::Part { part: part?, whole: whole? }
            }
            "same" => RelationKind::Same { members: several(record, "members")? },
            other => {
                record.fault(IssueCode::UnknownWord, "kind", other);
                record.leave(RELATION_FIELDS);
                return None;
            }
        };
        Some(Relation { id, kind, note })
    })
}

impl Record<'_, '_> {
    /// Whether a field is written at all, be it as null.
    fn declares(&self, key: &str) -> bool {
        self.fields().iter().any(|(name, _)| name == key)
    }

    /// A text where there is one, else nothing; its type has been checked before.
    fn text_if_any(&mut self, key: &'static str) -> String {
        match self.get(key) {
            Some(Json::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }
}
