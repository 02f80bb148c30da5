//! Records as JavaScript sees them.

use std::sync::Arc;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    benchmark::{Difference, Rank},
    dataset::{Indicator, Lang, LocalText, Observation, Polarity, Quantity, Region},
    trajectory::Point,
};

/// `{ id, name }`. The place itself, not a copy of its names: an answer of hundreds of places is written from what the dataset holds.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct RegionShown {
    region: Arc<Region>,
    lang: Lang,
}

impl RegionShown {
    pub(super) fn of(region: &Arc<Region>, lang: Lang) -> RegionShown {
        RegionShown { region: Arc::clone(region), lang }
    }
}

impl Serialize for RegionShown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Region", 2)?;
        fields.serialize_field("id", &self.region.id)?;
        fields.serialize_field("name", self.region.name.get(self.lang))?;
        fields.end()
    }
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct IndicatorShown {
    id: String,
    name: String,
    unit: String,
    /// `higher`, `lower`, `none`, or `nearest`.
    polarity: &'static str,
}

impl IndicatorShown {
    pub(super) fn of(indicator: &Indicator, lang: Lang) -> IndicatorShown {
        let polarity = match indicator.polarity {
            Polarity::Higher => "higher",
            Polarity::Lower => "lower",
            Polarity::None => "none",
            Polarity::Nearest(_) => "nearest",
        };
        IndicatorShown { id: indicator.id.clone(), name: indicator.name.get(lang).to_owned(), unit: indicator.unit.written(), polarity }
    }
}

/// A value with what it can be: `{ value, low, high, lowOpen, highOpen, unit }`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct QuantityShown(pub(super) Quantity);

impl QuantityShown {
    fn write<S: SerializeStruct>(&self, fields: &mut S) -> Result<(), S::Error> {
        let quantity = &self.0;
        fields.serialize_field("value", &quantity.value())?;
        fields.serialize_field("low", &quantity.low())?;
        fields.serialize_field("high", &quantity.high())?;
        fields.serialize_field("lowOpen", &quantity.low_open())?;
        fields.serialize_field("highOpen", &quantity.high_open())?;
        fields.serialize_field("unit", &quantity.unit().written())
    }
}

impl Serialize for QuantityShown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Quantity", 6)?;
        self.write(&mut fields)?;
        fields.end()
    }
}

/// A published figure, whose quantity is in the indicator's unit: the fields of a quantity, then what its source says.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct FigureShown {
    observation: Arc<Observation>,
    quantity: QuantityShown,
    lang: Lang,
}

#[derive(Serialize)]
struct NotedShown<'o> {
    by: Option<&'o str>,
    at: Option<String>,
}

impl FigureShown {
    pub(super) fn of(observation: &Arc<Observation>, quantity: &Quantity, lang: Lang) -> FigureShown {
        FigureShown { observation: Arc::clone(observation), quantity: QuantityShown(*quantity), lang }
    }
}

impl Serialize for FigureShown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FigureShown { observation, quantity, lang } = self;
        let mut fields = serializer.serialize_struct("Figure", 14)?;
        quantity.write(&mut fields)?;
        // as written; empty where the dataset gives a bare number
        fields.serialize_field("text", &observation.text)?;
        fields.serialize_field("period", &observation.period.written())?;
        fields.serialize_field("inferred", &observation.inferred)?;
        fields.serialize_field("definition", &observation.definition.as_ref().map(|text| text.get(*lang)))?;
        fields.serialize_field("scope", &observation.scope.as_ref().map(|text| text.get(*lang)))?;
        fields.serialize_field("source", &observation.source.id)?;
        fields.serialize_field("locator", &observation.locator)?;
        // who said it and when, where it is not published
        if let Some(noted) = &observation.source.noted {
            let noted = NotedShown { by: noted.by.as_deref(), at: noted.at.map(|day| day.to_string()) };
            fields.serialize_field("noted", &noted)?;
        }
        fields.end()
    }
}

/// A text of the dataset in a language.
pub(super) fn said(text: Option<&LocalText>, lang: Lang) -> Option<String> {
    text.map(|text| text.get(lang).to_owned())
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub(crate) struct RankShown {
    point: u32,
    best: u32,
    worst: u32,
}

impl RankShown {
    pub(super) fn of(rank: Rank) -> RankShown {
        RankShown { point: rank.point, best: rank.best, worst: rank.worst }
    }
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub(super) struct PointShown {
    at: f64,
    value: f64,
}

impl PointShown {
    pub(super) fn of(point: Point) -> PointShown {
        PointShown { at: point.at, value: point.value }
    }
}

pub(super) fn difference_code(difference: Difference) -> &'static str {
    match difference {
        Difference::Definition => "definition",
        Difference::DefinitionUnstated => "definition-unstated",
        Difference::Period => "period",
        Difference::Scope => "scope",
        Difference::Disputed => "disputed",
        Difference::Noted => "noted",
        Difference::NotedOtherwise => "noted-otherwise",
    }
}
