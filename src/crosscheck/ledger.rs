//! The figures of a dataset in two orders, so that finding what belongs together takes no search through all of them.

use std::sync::Arc;

use crate::{
    dataset::{Dataset, Observation, Period},
    index::Index,
    order::sorted,
};

/// Numbers for names.
pub(super) struct Numbers {
    names: Index,
    count: usize,
}

impl Numbers {
    pub(super) fn new() -> Numbers {
        Numbers { names: Index::new(), count: 0 }
    }

    /// The number of a name, a new one where it has none.
    pub(super) fn of(&mut self, name: &str) -> usize {
        if let Some(number) = self.names.position(name) {
            return number;
        }
        self.names.set(name, self.count);
        self.count += 1;
        self.count - 1
    }

    pub(super) fn known(&self, name: &str) -> Option<usize> {
        self.names.position(name)
    }
}

/// How many statements of one figure are looked at.
const MOST_STATEMENTS: usize = 64;

/// What a figure is of: definition includes the scope a rank has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Key {
    pub(super) region: usize,
    pub(super) indicator: usize,
    pub(super) definition: usize,
    pub(super) period: Period,
}

/// A figure's place in the dataset, and what it is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) position: usize,
}

pub(super) struct Ledger<'d> {
    observations: &'d [Arc<Observation>],
    regions: Numbers,
    indicators: Numbers,
    definitions: Numbers,
    /// By region, indicator, definition, period.
    by_place: Vec<Row>,
    /// By indicator, definition, period, region.
    by_indicator: Vec<Row>,
}

impl<'d> Ledger<'d> {
    pub(super) fn of(dataset: &'d Dataset) -> Ledger<'d> {
        let (mut regions, mut indicators, mut definitions) = (Numbers::new(), Numbers::new(), Numbers::new());
        for region in &dataset.regions {
            regions.of(&region.id);
        }
        for indicator in &dataset.indicators {
            indicators.of(&indicator.id);
        }
        let mut by_place = Vec::with_capacity(dataset.observations.len());
        for (position, observation) in dataset.observations.iter().enumerate() {
            let key = Key {
                region: regions.of(&observation.region.id),
                indicator: indicators.of(&observation.indicator.id),
                definition: definitions.of(&definition(observation)),
                period: observation.period,
            };
            by_place.push(Row { key, position });
        }
        let by_subject = |rows| {
            let rows = sorted(rows, |row: &Row| row.key.period.number() as f64);
            sorted(rows, |row| row.key.indicator as f64 * definitions.count as f64 + row.key.definition as f64)
        };
        // those alike stay in the order they had
        by_place = sorted(by_subject(by_place), |row| row.key.region as f64);
        let by_indicator = by_subject(by_place.clone());
        Ledger { observations: &dataset.observations, regions, indicators, definitions, by_place, by_indicator }
    }

    pub(super) fn observation(&self, row: &Row) -> Option<&'d Arc<Observation>> {
        self.observations.get(row.position)
    }

    pub(super) fn region(&self, id: &str) -> Option<usize> {
        self.regions.known(id)
    }

    pub(super) fn indicator(&self, id: &str) -> Option<usize> {
        self.indicators.known(id)
    }

    pub(super) fn key(&self, observation: &Observation) -> Option<Key> {
        Some(Key {
            region: self.regions.known(&observation.region.id)?,
            indicator: self.indicators.known(&observation.indicator.id)?,
            definition: self.definitions.known(&definition(observation))?,
            period: observation.period,
        })
    }

    /// All figures of a key, in the order given.
    fn of_key(&self, key: Key) -> &[Row] {
        equal(&self.by_place, |row| row.key.cmp(&key))
    }

    /// The figure of a key: from the source of `beside` where that has one, and only where it is not stated in several
    /// ways. Of a figure stated very often, the first statements are looked at.
    pub(super) fn only(&self, key: Key, beside: &Observation) -> Option<&'d Arc<Observation>> {
        let all = self
            .of_key(key)
            .iter()
            .take(MOST_STATEMENTS)
            .filter_map(|row| self.observation(row))
            .filter(|figure| figure.quantity.is_some());
        let same_source: Vec<_> = all.clone().filter(|figure| figure.source.id == beside.source.id).collect();
        let mut figures = if same_source.is_empty() { all.collect() } else { same_source };
        // what is heard leaves what is published as it is
        if figures.iter().any(|figure| !figure.is_noted()) {
            figures.retain(|figure| !figure.is_noted());
        }
        let first = *figures.first()?;
        figures.iter().all(|figure| figure.quantity == first.quantity).then_some(first)
    }

    /// The figures of a place and indicator, whatever their period and definition.
    pub(super) fn series(&self, region: usize, indicator: usize) -> impl Iterator<Item = &'d Arc<Observation>> {
        let rows = equal(&self.by_place, |row| (row.key.region, row.key.indicator).cmp(&(region, indicator)));
        rows.iter().filter_map(|row| self.observation(row))
    }

    /// The figures of an indicator and definition.
    pub(super) fn of_indicator(&self, indicator: usize, definition: Option<usize>) -> &[Row] {
        let rows = equal(&self.by_indicator, |row| row.key.indicator.cmp(&indicator));
        match definition {
            Some(definition) => equal(rows, |row| row.key.definition.cmp(&definition)),
            None => rows,
        }
    }

    /// Figures of one place, indicator, definition and period, group by group.
    pub(super) fn repeated(&self) -> impl Iterator<Item = &[Row]> {
        self.by_place.chunk_by(|a, b| a.key == b.key).filter(|group| group.len() > 1)
    }

    /// Figures of one indicator, definition and period, group by group, places in order of their number.
    pub(super) fn across_places(&self) -> impl Iterator<Item = &[Row]> {
        self.by_indicator.chunk_by(|a, b| subject(a) == subject(b)).filter(|group| group.len() > 1)
    }
}

fn subject(row: &Row) -> (usize, usize, Period) {
    (row.key.indicator, row.key.definition, row.key.period)
}

/// The run of rows that compare equal, of rows in that order.
pub(super) fn equal(rows: &[Row], compare: impl Fn(&Row) -> core::cmp::Ordering) -> &[Row] {
    let from = rows.partition_point(|row| compare(row).is_lt());
    let to = rows.partition_point(|row| compare(row).is_le());
    rows.get(from..to).unwrap_or_default()
}

fn definition(observation: &Observation) -> String {
    let text = |text: &Option<crate::dataset::LocalText>| text.as_ref().map(|text| text.zh_hans.clone()).unwrap_or_default();
    match (&observation.definition, &observation.scope) {
        (None, None) => String::new(),
        (definition, scope) => [text(definition), text(scope)].join("\t"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::parse_json;

    /// Figures of two places on one indicator, published and heard: place, period, figure.
    fn dataset(published: &[&str], heard: &[&str]) -> Dataset {
        let list = |rows: &[&str], more: &str| {
            let rows = rows.iter().map(|row| {
                let cells: Vec<&str> = row.split(' ').collect();
                let [place, period, text] = cells[..] else { panic!("{row}") };
                format!(r#"{{"region":"{place}","indicator":"x","period":"{period}","text":"{text}"{more}}}"#)
            });
            rows.collect::<Vec<_>>().join(",")
        };
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],
            "regions":[{{"id":"a","name":"a","kind":"city"}},{{"id":"b","name":"b","kind":"city"}}],
            "indicators":[{{"id":"x","name":"x","unit":"家","polarity":"none","measure":"stock"}}],
            "observations":[{}],"noted":[{}]}}"#,
            list(published, r#","source":"s""#),
            list(heard, "")
        );
        let parsed = parse_json(&text);
        assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
        parsed.dataset.unwrap()
    }

    #[test]
    fn what_is_heard_counts_where_nothing_is_published() {
        let check = |published: &[&str], heard: &[&str], expect: Option<&str>| {
            let dataset = dataset(published, heard);
            let ledger = Ledger::of(&dataset);
            let beside = dataset.observations.first().unwrap();
            let found = ledger.only(ledger.key(beside).unwrap(), beside);
            assert_eq!(found.map(|figure| figure.text.as_str()), expect, "{published:?} {heard:?}");
        };
        check(&["a 2023 3家"], &[], Some("3家"));
        check(&["a 2023 3家"], &["a 2023 4家"], Some("3家"));
        check(&[], &["a 2023 4家"], Some("4家"));
        check(&["a 2023 3家", "a 2023 4家"], &["a 2023 4家"], None);
    }

    #[test]
    fn groups_are_of_two_figures_or_more() {
        let dataset = dataset(&["a 2022 1家", "a 2023 2家", "a 2023 3家", "b 2023 4家", "b 2024 5家"], &[]);
        let ledger = Ledger::of(&dataset);
        let told = |groups: &mut dyn Iterator<Item = &[Row]>| {
            let texts =
                groups.map(|rows| rows.iter().map(|row| ledger.observation(row).unwrap().text.clone()).collect::<Vec<_>>().join(" "));
            texts.collect::<Vec<_>>()
        };
        assert_eq!(told(&mut ledger.repeated()), ["2家 3家"]);
        assert_eq!(told(&mut ledger.across_places()), ["2家 3家 4家"]);
    }
}
