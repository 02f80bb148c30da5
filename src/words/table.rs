//! The table in words.

use super::{Words, number::difference_unit, phrase::Phrase};
use crate::{
    dataset::Unit,
    figure::{Cell, Heading, Nature},
};

impl Words {
    /// The label of a place without a figure.
    pub(crate) fn no_figure(self) -> String {
        self.plain(Phrase::NoFigure)
    }

    pub(super) fn heading(self, heading: &Heading) -> String {
        match heading {
            Heading::Rank => self.plain(Phrase::HeadRank),
            Heading::Place => self.plain(Phrase::HeadPlace),
            Heading::Value(indicator) => match self.unit(indicator.unit) {
                unit if unit.is_empty() => self.indicator(indicator).to_owned(),
                unit => self.say(Phrase::HeadValue, "indicator unit", &[self.indicator(indicator), &unit]),
            },
            Heading::Period => self.plain(Phrase::HeadPeriod),
            Heading::Definition => self.plain(Phrase::HeadDefinition),
            Heading::GapTo(region, unit) => {
                self.with_head_unit(Phrase::HeadGapTo, Phrase::HeadGapToPlain, difference_unit(*unit), self.place(region))
            }
            Heading::PathValue(unit) => self.with_head_unit(Phrase::HeadPath, Phrase::HeadPathPlain, *unit, ""),
            Heading::PathGap(unit) => self.with_head_unit(Phrase::HeadPathGap, Phrase::HeadPathGapPlain, difference_unit(*unit), ""),
            Heading::Nature => self.plain(Phrase::HeadNature),
            Heading::Source => self.plain(Phrase::HeadSource),
            #[cfg(feature = "more")]
            Heading::Label(label) => self.label(label),
        }
    }

    fn with_head_unit(self, with: Phrase, plain: Phrase, unit: Unit, place: &str) -> String {
        match self.unit(unit) {
            unit if unit.is_empty() => self.say(plain, "place", &[place]),
            unit => self.say(with, "place unit", &[place, &unit]),
        }
    }

    /// A cell under its heading, whose unit a computed value has.
    pub(super) fn cell(self, heading: &Heading, cell: &Cell) -> String {
        let unit = match heading {
            Heading::Value(indicator) => indicator.unit,
            Heading::GapTo(_, unit) | Heading::PathValue(unit) | Heading::PathGap(unit) => *unit,
            _ => Unit::BARE,
        };
        match cell {
            Cell::Place(region) => self.place(region).to_owned(),
            Cell::Rank(rank) => self.short_rank(*rank),
            Cell::Figure(quantity, text, marks) => self.marked_figure(quantity, text, marks),
            Cell::Number(value, decimals) => self.amount(*value, *decimals, unit),
            Cell::Difference(value, decimals) => self.signed(*value, *decimals, unit),
            Cell::Period(period, false) => self.period(*period),
            Cell::Period(period, true) => self.say(Phrase::Inferred, "period", &[&self.period(*period)]),
            Cell::Text(text) => text.get(self.lang).to_owned(),
            Cell::Source(source, locator) => self.section(source, locator.as_deref()),
            Cell::Nature(nature) => self.plain(match nature {
                Nature::Published => Phrase::Published,
                Nature::Noted => return self.noted(),
                Nature::StatedBaseline => Phrase::StatedBaseline,
                Nature::ImpliedBaseline => Phrase::ImpliedBaseline,
                Nature::Path => Phrase::OnPath,
                Nature::Target => Phrase::Target,
                Nature::TriedBaseline => Phrase::TriedBaseline,
                Nature::TriedTarget => Phrase::TriedTarget,
            }),
            Cell::Missing => self.no_figure(),
            Cell::Empty => String::new(),
            #[cfg(feature = "more")]
            Cell::Share(share) => self.percent(*share),
            #[cfg(feature = "more")]
            Cell::Label(label) => self.label(label),
        }
    }
}
