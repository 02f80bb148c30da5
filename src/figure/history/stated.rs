//! Ranks as sources state them.

use std::sync::Arc;

use super::{HistoryLabel, RankColumn, RankPanel, RankPoint, asked, is, note, panel, push_point};
use crate::{
    benchmark::Rank,
    dataset::{Dataset, Indicator, LocalText, Observation, Period, PeriodClass, Quantity, Region, View},
    figure::Note,
    order::sorted,
    trajectory::{same_length, stated_ranks},
};

/// Ranks as sources state them, a panel for each scope, definition and length of period.
#[inline(never)]
pub(super) fn panels(dataset: &Dataset, indicator: &Arc<Indicator>, request: &View, notes: &mut Vec<Note>) -> Vec<RankPanel> {
    let mut places = request.home.iter().cloned().collect::<Vec<_>>();
    let mut further = request.places.clone();
    if further.is_empty() {
        for figure in dataset.figures_of(indicator) {
            further.push(Arc::clone(&figure.region));
        }
    }
    for place in further {
        if !places.iter().any(|known| known.id == place.id) {
            places.push(place);
        }
    }
    let mut drafts: Vec<Draft> = Vec::new();
    for place in &places {
        for series in stated_ranks(dataset, indicator, place).unwrap_or_default() {
            let mut found = Vec::new();
            let mut disputed = Vec::new();
            for step in &series.steps {
                let period = step.observation.period;
                let Some(rank) = step.observation.quantity.as_ref().and_then(stated_rank).filter(|_| asked(period, request)) else {
                    continue;
                };
                if step.disputed {
                    disputed.push(period);
                }
                found.push((Arc::clone(place), period, rank, Arc::clone(&step.observation)));
            }
            let Some((_, first, ..)) = found.first() else { continue };
            let class = first.class();
            let own = |draft: &&mut Draft| {
                draft.scope == series.scope && draft.definition == series.definition && same_length(draft.class, class)
            };
            if !disputed.is_empty() {
                notes.push(note(HistoryLabel::Disputed(Arc::clone(place), disputed)));
            }
            match drafts.iter_mut().find(own) {
                Some(draft) => draft.ranks.extend(found),
                None => drafts.push(Draft { scope: series.scope, definition: series.definition, class, ranks: found }),
            }
        }
    }
    let own = |ranks: &[Stated]| ranks.iter().filter(|(region, ..)| is(region, request.home.as_ref())).count();
    if drafts.iter().any(|draft| own(&draft.ranks) > 0) {
        drafts.retain(|draft| own(&draft.ranks) > 0);
    }
    let drafts = sorted(drafts, |draft| -(own(&draft.ranks) as f64 * 1000.0 + draft.ranks.len() as f64));
    let mut panels = Vec::new();
    for Draft { scope, definition, ranks, .. } in drafts {
        let mut periods: Vec<Period> = Vec::new();
        for (_, period, ..) in &ranks {
            if !periods.contains(period) {
                periods.push(*period);
            }
        }
        let periods = sorted(periods, |period| period.end());
        let mut lines = Vec::new();
        for (index, period) in periods.iter().enumerate() {
            for (region, _, rank, observation) in ranks.iter().filter(|(_, own, ..)| own == period) {
                let Some(quantity) = observation.quantity else { continue };
                let point = RankPoint {
                    column: index,
                    rank: *rank,
                    gained: None,
                    observation: Arc::clone(observation),
                    quantity,
                    marks: String::new(),
                };
                push_point(&mut lines, region, point, request);
            }
        }
        let mut columns = Vec::new();
        for period in periods {
            columns.push(RankColumn { period, among: None, joined: Vec::new(), gone: Vec::new(), same_definition: true });
        }
        panels.extend(panel(scope, definition, columns, lines));
    }
    panels
}

/// A panel in the making.
struct Draft {
    scope: Option<LocalText>,
    definition: Option<LocalText>,
    class: PeriodClass,
    ranks: Vec<Stated>,
}

/// Whose rank, when, which, and where it is published.
type Stated = (Arc<Region>, Period, Rank, Arc<Observation>);

/// A rank as published; 前10位 lies between 1 and 10. `None` for what is no rank.
fn stated_rank(quantity: &Quantity) -> Option<Rank> {
    let whole = |value: f64| (1.0..=1e9).contains(&value).then_some(value as u32);
    let point = whole(f64::round(quantity.value()))?;
    let low = f64::floor(quantity.low()) + if quantity.low_open() { 1.0 } else { 0.0 };
    let best = whole(low.max(1.0))?.min(point);
    Some(Rank { point, best, worst: whole(f64::ceil(quantity.high()))?.max(point) })
}
