//! A place's rank over the years: computed from figures, or as sources state it.

use std::sync::Arc;

use crate::order::sorted;
use crate::{
    benchmark::{Comparison, Difference, Question, Rank, Standing, compare},
    dataset::{Dataset, Indicator, LocalText, Measure, Observation, Period, PeriodClass, Polarity, Region, Relax},
};

/// A place's ranks among figures, period by period.
#[derive(Clone, Debug)]
pub struct RankHistory {
    /// Whose ranks.
    pub region: Arc<Region>,
    /// On what.
    pub indicator: Arc<Indicator>,
    /// One a period in which it is ranked among at least two, in order of time.
    pub steps: Vec<RankStep>,
}

/// A rank computed from the figures of one period.
#[derive(Clone, Debug)]
pub struct RankStep {
    /// When.
    pub period: Period,
    /// The rank, an interval where figures are.
    pub rank: Rank,
    /// The places ranked, best first; their number is what the rank is among.
    pub places: Vec<Arc<Region>>,
    /// The definition (口径) the ranked figures share.
    pub definition: Option<LocalText>,
    /// What the reader chose to overlook of the own figure, or that it is disputed.
    pub flags: Vec<Difference>,
    /// Places gained since the step before, by the numbers as stated; below zero for places lost. `None` at the first.
    pub gained: Option<i64>,
    /// Whether the same places are ranked as in the step before. Where they are not, a change of rank may be one of the
    /// group. True at the first.
    pub same_places: bool,
    /// Whether the definition is that of the step before. True at the first.
    pub same_definition: bool,
}

/// Ranks a source states, all among the same and of periods of the same length.
#[derive(Clone, Debug)]
pub struct StatedRanks {
    /// What the ranks are among; `None` where no source says it.
    pub scope: Option<LocalText>,
    /// The definition they share.
    pub definition: Option<LocalText>,
    /// In order of time.
    pub steps: Vec<StatedRank>,
}

/// A rank as stated.
#[derive(Clone, Debug)]
pub struct StatedRank {
    /// The published rank.
    pub observation: Arc<Observation>,
    /// The rank as a number; where a source says 前三 or the like, the number it names.
    pub rank: f64,
    /// Places gained since the step before; below zero for places lost. `None` at the first.
    pub gained: Option<f64>,
    /// Whether another source states a different rank of that period; the first in the dataset is taken.
    pub disputed: bool,
}

/// Why there is no rank history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoRankHistory {
    /// Neither more nor less is better, so there are no ranks.
    NoPolarity,
    /// The figures are ranks themselves; see [`stated_ranks`].
    RanksThemselves,
    /// The figures are no ranks; see [`rank_history`].
    NoRanks,
    /// The place is ranked in no period of that length, or states no rank.
    Nothing,
}

/// The ranks of a place among `places` (everyone with a figure where it is empty) in each period as long as those of `class`,
/// by [`compare`] with the rules of comparability given up in `relax`. A second quarter follows on a first: their figures must
/// not be compared, but the ranks within each can.
///
/// ```
/// use duibiao::{dataset::{PeriodClass, Relax, parse_json}, trajectory::rank_history};
///
/// let text = r#"{"version":1,"title":"t","sources":[{"id":"s","title":"s"}],
///     "regions":[{"id":"a","name":"a","kind":"city"},{"id":"b","name":"b","kind":"city"}],
///     "indicators":[{"id":"x","name":"x","unit":"%","polarity":"lower","measure":"ratio"}],"observations":[
///     {"region":"a","indicator":"x","source":"s","period":"2022","text":"9%"},
///     {"region":"b","indicator":"x","source":"s","period":"2022","text":"8%"},
///     {"region":"a","indicator":"x","source":"s","period":"2023","text":"5%"},
///     {"region":"b","indicator":"x","source":"s","period":"2023","text":"7%"}]}"#;
/// let dataset = parse_json(text).dataset.unwrap();
/// let (place, indicator) = (&dataset.regions[0], &dataset.indicators[0]);
/// let history = rank_history(&dataset, indicator, place, &[], PeriodClass::Year, Relax::default()).unwrap();
/// assert_eq!(history.steps.iter().map(|step| step.rank.point).collect::<Vec<_>>(), [2, 1]);
/// assert_eq!(history.steps[1].gained, Some(1));
/// ```
///
/// # Errors
/// See [`NoRankHistory`].
pub fn rank_history(
    dataset: &Dataset,
    indicator: &Arc<Indicator>,
    region: &Arc<Region>,
    places: &[Arc<Region>],
    class: PeriodClass,
    relax: Relax,
) -> Result<RankHistory, NoRankHistory> {
    let mut steps: Vec<RankStep> = Vec::new();
    for (period, comparison) in ranked_periods(dataset, indicator, Some(region), places, class, relax)? {
        let Some(Standing::Ranked { rank, flags, .. }) = comparison.entry(region).map(|entry| &entry.standing) else { continue };
        let places: Vec<Arc<Region>> = comparison.ranked().map(|(place, ..)| Arc::clone(place)).collect();
        let before = steps.last();
        steps.push(RankStep {
            period,
            rank: *rank,
            flags: flags.clone(),
            gained: before.map(|before| i64::from(before.rank.point) - i64::from(rank.point)),
            same_places: before.is_none_or(|before| same_places(&before.places, &places)),
            same_definition: before.is_none_or(|before| before.definition == comparison.definition),
            places,
            definition: comparison.definition.clone(),
        });
    }
    if steps.is_empty() {
        return Err(NoRankHistory::Nothing);
    }
    Ok(RankHistory { region: Arc::clone(region), indicator: Arc::clone(indicator), steps })
}

/// What [`rank_history`] reads a place's ranks from: a comparison for each period as long as those of `class` in which at least
/// two places are ranked, in order of time. `home` is a place to show even where it has no figure.
///
/// # Errors
/// [`NoRankHistory::RanksThemselves`], [`NoRankHistory::NoPolarity`].
pub fn ranked_periods(
    dataset: &Dataset,
    indicator: &Arc<Indicator>,
    home: Option<&Arc<Region>>,
    places: &[Arc<Region>],
    class: PeriodClass,
    relax: Relax,
) -> Result<Vec<(Period, Comparison)>, NoRankHistory> {
    if indicator.measure == Measure::Rank {
        return Err(NoRankHistory::RanksThemselves);
    }
    if indicator.polarity == Polarity::None {
        return Err(NoRankHistory::NoPolarity);
    }
    let figures = dataset.figures_of(indicator).map(|figure| figure.period);
    // periods of one length that end together are the same
    let mut periods: Vec<Period> = sorted(figures.filter(|period| same_length(period.class(), class)).collect(), |period| period.end());
    periods.dedup();
    let mut compared = Vec::new();
    for period in periods {
        let question =
            Question { indicator: Arc::clone(indicator), period: Some(period), places: places.to_vec(), home: home.cloned(), relax };
        let comparison = compare(dataset, &question);
        if comparison.ranked().count() >= 2 {
            compared.push((period, comparison));
        }
    }
    Ok(compared)
}

/// Whether the periods of two classes are equally long: all quarters, all halves, all months. A cumulative span compares only
/// with the same months of another year.
pub(crate) fn same_length(a: PeriodClass, b: PeriodClass) -> bool {
    use PeriodClass::{Half, Month, Quarter};
    a == b || matches!((a, b), (Half(_), Half(_)) | (Quarter(_), Quarter(_)) | (Month(_), Month(_)))
}

/// Whether two lists without repetition name the same places.
pub(crate) fn same_places(a: &[Arc<Region>], b: &[Arc<Region>]) -> bool {
    a.len() == b.len() && a.iter().all(|place| b.iter().any(|other| other.id == place.id))
}

/// The ranks sources state of a place, a series for each scope, definition and length of period: 省会第5 and 全国第6 never
/// stand in one. Series are in the order the dataset first names them.
///
/// # Errors
/// [`NoRankHistory::NoRanks`] for an indicator of another measure, [`NoRankHistory::Nothing`].
pub fn stated_ranks(dataset: &Dataset, indicator: &Indicator, region: &Region) -> Result<Vec<StatedRanks>, NoRankHistory> {
    if indicator.measure != Measure::Rank {
        return Err(NoRankHistory::NoRanks);
    }
    let mut series: Vec<StatedRanks> = Vec::new();
    for observation in dataset.figures_of(indicator).filter(|figure| figure.region.id == region.id) {
        let Some(quantity) = &observation.quantity else { continue };
        let step = StatedRank { observation: Arc::clone(observation), rank: quantity.value(), gained: None, disputed: false };
        let same = |one: &&mut StatedRanks| {
            one.scope == observation.scope
                && one.definition == observation.definition
                && one.steps.iter().all(|step| same_length(step.observation.period.class(), observation.period.class()))
        };
        match series.iter_mut().find(same) {
            Some(one) => match one.steps.iter_mut().find(|known| known.observation.period == observation.period) {
                // what was heard disputes only what was heard
                Some(known) if known.observation.is_noted() != observation.is_noted() => {}
                Some(known) => known.disputed |= known.observation.quantity != observation.quantity,
                None => one.steps.push(step),
            },
            None => {
                let (scope, definition) = (observation.scope.clone(), observation.definition.clone());
                series.push(StatedRanks { scope, definition, steps: vec![step] });
            }
        }
    }
    for one in &mut series {
        one.steps = sorted(core::mem::take(&mut one.steps), |step| step.observation.period.end());
        let mut before = None;
        for step in &mut one.steps {
            step.gained = before.map(|before: f64| before - step.rank);
            before = Some(step.rank);
        }
    }
    if series.is_empty() { Err(NoRankHistory::Nothing) } else { Ok(series) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::parse_json;

    /// Observations of places a to c: place, period, text, more fields.
    fn dataset(measure: &str, polarity: &str, unit: &str, observations: &[(&str, &str, &str, &str)]) -> Dataset {
        dataset_with(measure, polarity, unit, observations, "")
    }

    /// The same with figures heard.
    fn dataset_with(measure: &str, polarity: &str, unit: &str, observations: &[(&str, &str, &str, &str)], heard: &str) -> Dataset {
        let observation = |(place, period, text, more): &(&str, &str, &str, &str)| {
            format!(r#"{{"region":"{place}","indicator":"x","source":"s","period":"{period}","text":"{text}"{more}}}"#)
        };
        let text = format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[
            {{"id":"a","name":"a","kind":"city"}},{{"id":"b","name":"b","kind":"city"}},{{"id":"c","name":"c","kind":"city"}}],
            "indicators":[{{"id":"x","name":"x","unit":"{unit}","polarity":"{polarity}","measure":"{measure}"}}],"observations":[{}],"noted":[{heard}]}}"#,
            observations.iter().map(observation).collect::<Vec<_>>().join(",")
        );
        let parsed = parse_json(&text);
        assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
        parsed.dataset.unwrap()
    }

    fn history(dataset: &Dataset, class: PeriodClass) -> Result<RankHistory, NoRankHistory> {
        rank_history(dataset, &dataset.indicators[0], &dataset.regions[0], &[], class, Relax::default())
    }

    #[test]
    fn a_change_of_the_group_is_flagged() {
        let figures = [
            ("a", "2021", "9%", ""),
            ("a", "2022", "9%", ""),
            ("b", "2022", "8%", ""),
            ("a", "2023", "7%", ""),
            ("b", "2023", "8%", ""),
            ("a", "2024", "7%", ""),
            ("b", "2024", "6%", ""),
            ("c", "2024", "5%", ""),
            ("a", "2024-H1", "1%", ""),
            ("b", "2024-H1", "2%", ""),
        ];
        let dataset = dataset("ratio", "lower", "%", &figures);
        let found = history(&dataset, PeriodClass::Year).unwrap();
        // alone in 2021, it has no rank
        let steps: Vec<_> = found
            .steps
            .iter()
            .map(|step| (step.period.year(), step.rank.point, step.places.len(), step.gained, step.same_places))
            .collect();
        assert_eq!(steps, [(2022, 2, 2, None, true), (2023, 1, 2, Some(1), true), (2024, 3, 3, Some(-2), false)]);
        let places = |ids: &[usize]| ids.iter().map(|id| Arc::clone(&dataset.regions[*id])).collect::<Vec<_>>();
        assert!(same_places(&places(&[0, 1]), &places(&[1, 0])) && !same_places(&places(&[0, 1]), &places(&[0, 2])));
        assert!(!same_places(&places(&[0, 1]), &places(&[0])) && !same_places(&places(&[0]), &places(&[0, 1])));
        assert_eq!(history(&dataset, PeriodClass::Half(1)).unwrap().steps.len(), 1);
        assert_eq!(history(&dataset, PeriodClass::Day).err(), Some(NoRankHistory::Nothing));
    }

    #[test]
    fn no_ranks() {
        let figures = [("a", "2022", "9%", ""), ("b", "2022", "8%", "")];
        assert_eq!(history(&dataset("ratio", "none", "%", &figures), PeriodClass::Year).err(), Some(NoRankHistory::NoPolarity));
        let plain = dataset("ratio", "lower", "%", &figures);
        assert_eq!(stated_ranks(&plain, &plain.indicators[0], &plain.regions[0]).err(), Some(NoRankHistory::NoRanks));
    }

    #[test]
    fn scopes_never_mix() {
        let (province, nation) = (r#","scope":"全省""#, r#","scope":"全国""#);
        let ranks = [
            ("a", "2022", "第5位", province),
            ("a", "2024", "第2位", province),
            ("a", "2023", "第3位", province),
            ("a", "2023", "第6位", nation),
            ("a", "2023", "第4位", province),
            ("a", "2023-H1", "第1位", province),
        ];
        let dataset = dataset("rank", "lower", "位", &ranks);
        let found = stated_ranks(&dataset, &dataset.indicators[0], &dataset.regions[0]).unwrap();
        let told: Vec<Vec<_>> =
            found.iter().map(|one| one.steps.iter().map(|step| (step.rank, step.gained, step.disputed)).collect()).collect();
        assert_eq!(
            told,
            [vec![(5.0, None, false), (3.0, Some(2.0), true), (2.0, Some(1.0), false)], vec![(6.0, None, false)], vec![(1.0, None, false)]]
        );
        assert_eq!(history(&dataset, PeriodClass::Year).err(), Some(NoRankHistory::RanksThemselves));
        assert_eq!(stated_ranks(&dataset, &dataset.indicators[0], &dataset.regions[1]).err(), Some(NoRankHistory::Nothing));
    }

    #[test]
    fn what_was_heard_disputes_only_what_was_heard() {
        let check = |published: &[(&str, &str, &str, &str)], heard: &[&str], expect: (f64, bool)| {
            let noted = heard.iter().map(|text| format!(r#"{{"region":"a","indicator":"x","period":"2023","text":"{text}"}}"#));
            let dataset = dataset_with("rank", "lower", "位", published, &noted.collect::<Vec<_>>().join(","));
            let found = stated_ranks(&dataset, &dataset.indicators[0], &dataset.regions[0]).unwrap();
            let told: Vec<_> = found.iter().flat_map(|one| &one.steps).map(|step| (step.rank, step.disputed)).collect();
            assert_eq!(told, [expect], "{published:?} {heard:?}");
        };
        let third = ("a", "2023", "第3位", "");
        check(&[third], &["第4位"], (3.0, false));
        check(&[third, ("a", "2023", "第4位", "")], &["第3位"], (3.0, true));
        check(&[], &["第3位", "第4位"], (3.0, true));
        check(&[], &["第3位"], (3.0, false));
    }
}
