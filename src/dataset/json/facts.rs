//! The sections that state figures and tie them: observations and relations.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    MAX_OBSERVATIONS,
    names::Named,
    record::{At, Record, decimals_of},
    tree::Json,
};
use crate::dataset::{
    indicator::Indicator,
    issue::IssueCode,
    observation::Observation,
    quantity::{Qualifier, Quantity},
    region::Region,
    relation::{Relation, RelationKind},
    source::Source,
    unit::Unit,
};

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
        root.fault(IssueCode::TooMany, "observations", format!("{count} > {MAX_OBSERVATIONS}"));
        return Vec::new();
    }
    let mut ids = BTreeSet::new();
    let mut seen = BTreeSet::new();
    root.each("observations", |record| {
        let id = record.text("id").map(str::to_owned);
        if let Some(id) = id.as_ref().filter(|id| !ids.insert((*id).clone())) {
            record.fault(IssueCode::DuplicateId, "id", id.as_str());
        }
        let region = known.regions.need(record, "region");
        let indicator = known.indicators.need(record, "indicator");
        let period = record.need_period("period");
        let inferred = record.flag("inferred");
        let stated = stated(record, indicator.as_ref().map(|indicator| indicator.unit));
        let definition = record.text("definition").map(str::to_owned);
        let scope = record.local("scope");
        let source = known.sources.need(record, "source");
        let locator = record.text("locator").map(str::to_owned);
        let note = record.local("note");
        let text = record.text_if_any("text");
        let (region, indicator, period, source) = (region?, indicator?, period?, source?);
        let stated = stated?;
        let quantity = match &stated {
            Some(stated) => Some(record.converted("text", stated, indicator.unit)?),
            None => None,
        };
        let key = format!("{}\t{}\t{period}\t{definition:?}\t{scope:?}\t{}\t{locator:?}\t{text}\t{quantity:?}", region.id, indicator.id, source.id);
        if !seen.insert(key) {
            record.fault_here(IssueCode::DuplicateObservation, format!("{} · {} · {period}", region.id, indicator.id));
        }
        Some(Arc::new(Observation { id, region, indicator, period, inferred, stated, quantity, text, definition, scope, source, locator, note }))
    })
}

/// The figure of an observation: outer `None` where it is wrong, inner `None` where it is missing.
fn stated(record: &mut Record<'_, '_>, indicator_unit: Option<Unit>) -> Option<Option<Quantity>> {
    let own_unit = record.unit("unit");
    let bound = record.word("bound", BOUNDS);
    let bounded = record.has("low") || record.has("high");
    let (value, text) = (record.declares("value"), record.has("text"));
    if value == text {
        record.fault_here(IssueCode::ValueOrText, "");
        return None;
    }
    let unit = own_unit.or(indicator_unit)?;
    let quantity = if text {
        record.figure("text", unit)?
    } else {
        let Some(json) = record.get("value") else { return Some(None) };
        let Json::Number(number) = json else {
            record.fault(IssueCode::Type, "value", "number");
            return None;
        };
        let quantity = Quantity::qualified(bound.unwrap_or(Qualifier::Exact), *number, decimals_of(*number), unit);
        if quantity.is_none() {
            record.fault(IssueCode::Number, "value", number.to_string());
        }
        quantity?
    };
    if !bounded {
        return Some(Some(quantity));
    }
    let low = record.number("low").unwrap_or(quantity.low());
    let high = record.number("high").unwrap_or(quantity.high());
    let narrowed = quantity.with_bounds(low, high);
    if narrowed.is_none() {
        record.fault(IssueCode::Bounds, "low", format!("{low} – {high}"));
    }
    narrowed.map(Some)
}

pub(super) fn relations(root: &mut Record<'_, '_>, observations: &[Arc<Observation>]) -> Vec<Relation> {
    let by_id: BTreeMap<&str, &Arc<Observation>> =
        observations.iter().filter_map(|observation| Some((observation.id.as_deref()?, observation))).collect();
    let one = |record: &mut Record<'_, '_>, key: &'static str| -> Option<Arc<Observation>> {
        let id = record.need_text(key)?;
        let found = by_id.get(id).map(|observation| Arc::clone(observation));
        if found.is_none() {
            record.fault(IssueCode::UnknownId, key, id);
        }
        found
    };
    let several = |record: &mut Record<'_, '_>, key: &'static str| -> Option<Vec<Arc<Observation>>> {
        record.need(key)?;
        let ids = record.texts(key);
        let mut found = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match by_id.get(id) {
                Some(observation) => found.push(Arc::clone(observation)),
                None => record.fault_item(IssueCode::UnknownId, key, index, id),
            }
        }
        (found.len() == ids.len()).then_some(found)
    };
    root.each("relations", |record| {
        let id = record.text("id").map(str::to_owned);
        let note = record.local("note");
        let kind = match record.need_text("kind")? {
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

    fn fault_item(&mut self, code: IssueCode, key: &str, index: usize, found: &str) {
        let at = self.at;
        self.fault_at(code, &At::Item(&At::Key(&at, key), index), found);
    }
}
