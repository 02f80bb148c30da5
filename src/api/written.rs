//! How values are written in the sentences of an answer.

use super::input::{Fields, Item};
use crate::dataset::{Indicator, LocalText, Measure, Polarity, Unit, decimal::decimal};

/// How values are written in sentences: `{ unit?, decimals? }` of an input.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) unit: Unit,
    pub(super) decimals: Option<u8>,
}

impl Written {
    pub(super) fn of(fields: &Fields<'_>) -> Written {
        let decimals = fields.may("decimals", |item| item.whole(0, 15)).and_then(|decimals| u8::try_from(decimals).ok());
        Written { unit: fields.may("unit", Item::unit).unwrap_or(Unit::BARE), decimals }
    }

    /// The decimals named, or as many as these values have.
    pub(super) fn decimals_for(&self, values: &[f64]) -> u8 {
        let has = |value: &f64| decimal(*value).map_or(2, |(_, decimals)| decimals);
        self.decimals.unwrap_or_else(|| values.iter().map(has).max().unwrap_or(0))
    }

    /// An indicator of that unit, for the sentences that ask for one.
    pub(super) fn indicator(&self) -> Indicator {
        Indicator {
            id: String::new(),
            name: LocalText::default(),
            unit: self.unit,
            polarity: Polarity::None,
            measure: Measure::Stock,
            decimals: self.decimals,
            definition: None,
            group: None,
            derived: None,
        }
    }
}
