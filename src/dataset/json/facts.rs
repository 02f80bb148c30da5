//! The sections that state figures and tie them: observations and relations.

use std::sync::Arc;

use super::{MAX_OBSERVATIONS, names::Named, noted::source, record::Record, tree::Json};
use crate::dataset::{
    decimal::{self, shortest},
    indicator::Indicator,
    issue::IssueCode,
    observation::Observation,
    quantity::{Qualifier, Quantity},
    region::Region,
    relation::{Relation, RelationKind},
    source::{HAS_NOTED, Source},
    text::LocalText,
    unit::Unit,
};
use crate::index::{Table, address, hash_number};

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

/// Where figures stand, and whether they were heard instead of published. To builds for pages the latter is a field like any other
/// that they do not know.
const LISTS: &[(&str, bool)] = if HAS_NOTED { &[("observations", false), ("noted", true)] } else { &[("observations", false)] };

/// All figures, the published ones first; `None` where there are too many to read.
pub(super) fn observations(root: &mut Record<'_, '_>, known: &Known<'_>) -> Option<Named<Observation>> {
    let count = LISTS.iter().map(|(key, _)| root.length(key)).sum();
    if count > MAX_OBSERVATIONS {
        root.leave(&["observations", "noted"]);
        root.fault(IssueCode::TooMany, "observations", [decimal::count(count), decimal::count(MAX_OBSERVATIONS)].join(" > "));
        return None;
    }
    let mut observations = Named::new();
    let mut seen = Table::new();
    let mut heard = Vec::new();
    for &(key, is_noted) in LISTS {
        root.for_each(key, &mut |record| {
            let is_noted = HAS_NOTED && is_noted;
            let id = if is_noted { None } else { record.text("id") };
            if let Some(id) = id {
                observations.declare(record, id);
            }
            let Some(observation) = observation(record, known, id, is_noted.then_some(&mut heard)) else { return };
            let hash = hash(&observation);
            let earlier = |place| observations.in_order.get(place).is_some_and(|other: &Arc<Observation>| is_repeated(other, &observation));
            if seen.find(hash, earlier).is_some() {
                let (region, indicator) = (&observation.region.id, &observation.indicator.id);
                record.fault_here(IssueCode::DuplicateObservation, [region, indicator, &*observation.period.written()].join(" · "));
            } else {
                seen.put(hash, observations.in_order.len());
            }
            observations.put(id, observation);
        });
    }
    Some(observations)
}

/// One figure; `heard` has who said what so far, where it is noted and not published.
fn observation(
    record: &mut Record<'_, '_>,
    known: &Known<'_>,
    id: Option<&str>,
    heard: Option<&mut Vec<Arc<Source>>>,
) -> Option<Observation> {
    let heard = heard.filter(|_| HAS_NOTED);
    let region = known.regions.need(record, "region");
    let indicator = known.indicators.need(record, "indicator");
    let period = record.need_period("period");
    let unit = indicator.as_ref().map(|indicator| indicator.unit);
    let inferred = heard.is_none() && record.flag("inferred");
    let stated = if heard.is_none() {
        stated(record, unit)
    } else {
        record.need("text").zip(unit).and_then(|(_, unit)| record.figure("text", unit)).map(Some)
    };
    let definition = record.local("definition");
    let scope = record.local("scope");
    let (source, locator) = match heard {
        None => (known.sources.need(record, "source"), record.owned("locator")),
        Some(heard) => source(record, known.sources, heard),
    };
    let note = record.local("note");
    let text = match record.get("text") {
        // its type has been checked before
        Some(Json::Text(text)) => text.to_owned(),
        _ => String::new(),
    };
    let (region, indicator, period, source) = (region?, indicator?, period?, source?);
    let stated = stated?;
    let quantity = match &stated {
        Some(stated) => Some(record.converted(if text.is_empty() { "value" } else { "text" }, stated, indicator.unit)?),
        None => None,
    };
    let id = id.map(str::to_owned);
    Some(Observation { id, region, indicator, period, inferred, stated, quantity, text, definition, scope, source, locator, note })
}

/// What two observations of one figure share.
fn is_repeated(a: &Observation, b: &Observation) -> bool {
    let same = |a: &Option<LocalText>, b: &Option<LocalText>| match (a, b) {
        (Some(a), Some(b)) => a.zh_hans == b.zh_hans,
        (a, b) => a.is_none() && b.is_none(),
    };
    let value = |of: &Observation| of.quantity.map(|quantity| quantity.value());
    Arc::ptr_eq(&a.region, &b.region)
        && Arc::ptr_eq(&a.indicator, &b.indicator)
        && Arc::ptr_eq(&a.source, &b.source)
        && a.period == b.period
        && value(a) == value(b)
        && a.text == b.text
        && a.locator == b.locator
        && same(&a.definition, &b.definition)
        && same(&a.scope, &b.scope)
}

/// The same for two that are; what else they share tells few apart.
fn hash(observation: &Observation) -> u32 {
    let mut hash = hash_number(0, address(&*observation.region) as u64);
    hash = hash_number(hash, address(&*observation.indicator) as u64);
    hash = hash_number(hash, observation.period.end().to_bits());
    // 0 and −0 are one number
    hash_number(hash, observation.quantity.map_or(0.0, |quantity| quantity.value() + 0.0).to_bits())
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

pub(super) fn relations(root: &mut Record<'_, '_>, observations: &Named<Observation>) -> Vec<Relation> {
    let one = |record: &mut Record<'_, '_>, key: &'static str| observations.need(record, key);
    let several = |record: &mut Record<'_, '_>, key: &'static str| -> Option<Vec<Arc<Observation>>> {
        record.need(key)?;
        let found = observations.find_all(record, key);
        (found.len() == record.length(key)).then_some(found)
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
