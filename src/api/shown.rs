//! Records as JavaScript sees them.

use serde::Serialize;

use crate::{
    benchmark::{Difference, Rank},
    dataset::{Indicator, Lang, LocalText, Observation, Polarity, Quantity, Region},
    trajectory::Point,
};

#[derive(Clone, PartialEq, Debug, Serialize)]
pub(super) struct RegionShown {
    id: String,
    name: String,
}

impl RegionShown {
    pub(super) fn of(region: &Region, lang: Lang) -> RegionShown {
        RegionShown { id: region.id.clone(), name: region.name.get(lang).to_owned() }
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

/// A value with what it can be.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct QuantityShown {
    value: f64,
    low: f64,
    high: f64,
    low_open: bool,
    high_open: bool,
    unit: String,
}

impl QuantityShown {
    pub(super) fn of(quantity: &Quantity) -> QuantityShown {
        QuantityShown {
            value: quantity.value(),
            low: quantity.low(),
            high: quantity.high(),
            low_open: quantity.low_open(),
            high_open: quantity.high_open(),
            unit: quantity.unit().written(),
        }
    }
}

/// A published figure.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FigureShown {
    #[serde(flatten)]
    quantity: QuantityShown,
    /// As written; empty where the dataset gives a bare number.
    text: String,
    period: String,
    inferred: bool,
    definition: Option<String>,
    scope: Option<String>,
    source: String,
    locator: Option<String>,
    /// Who said it and when, where it is not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    noted: Option<NotedShown>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct NotedShown {
    by: Option<String>,
    at: Option<String>,
}

impl FigureShown {
    /// A figure, whose quantity is in the indicator's unit.
    pub(super) fn of(observation: &Observation, quantity: &Quantity, lang: Lang) -> FigureShown {
        FigureShown {
            quantity: QuantityShown::of(quantity),
            text: observation.text.clone(),
            period: observation.period.to_string(),
            inferred: observation.inferred,
            definition: said(observation.definition.as_ref(), lang),
            scope: said(observation.scope.as_ref(), lang),
            source: observation.source.id.clone(),
            locator: observation.locator.clone(),
            noted: observation
                .source
                .noted
                .as_ref()
                .map(|noted| NotedShown { by: noted.by.clone(), at: noted.at.map(|day| day.to_string()) }),
        }
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
