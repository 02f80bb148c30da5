//! The rarer choices: rules of comparability, the order of rows, the period change is measured from, the nearest places.

use std::sync::Arc;

use super::{Field, Item, ItemLabel, Offer, Pick, Who, compared, periods};
use crate::{
    benchmark::{Question, compare},
    dataset::{Dataset, Indicator, Relax, Sort, View, ViewKind},
    order::ascending,
};

/// How many places the nearest are.
const NEAREST: usize = 5;

/// What belongs to the view.
pub(super) fn offer(dataset: &Dataset, view: &View, offers: &mut Vec<Offer>) {
    if view.kind == ViewKind::Quadrant {
        offers.push(periods(dataset, view));
        offers.push(since(dataset, view));
    }
    let compares = match view.kind {
        ViewKind::Ranking
        | ViewKind::Scorecard
        | ViewKind::Gap
        | ViewKind::Profile
        | ViewKind::Composite
        | ViewKind::Ladder
        | ViewKind::Quadrant => true,
        ViewKind::Trajectory | ViewKind::Progress | ViewKind::History | ViewKind::Milestones | ViewKind::Crosscheck => false,
    };
    if compares {
        offers.push(relax(dataset, view));
    }
    let telling = match view.kind {
        ViewKind::Ranking | ViewKind::Composite => "rank",
        ViewKind::Gap => "gap",
        ViewKind::Progress => "status",
        ViewKind::Scorecard => Sort::LISTED,
        _ => return,
    };
    offers.push(sort(view, telling));
}

fn item(key: &str, label: ItemLabel, chosen: bool) -> Item {
    Item { key: key.to_owned(), label, group: None, code: None, chosen }
}

/// The view's own order, and the others.
fn sort(view: &View, telling: &'static str) -> Offer {
    let mut items = vec![item("", ItemLabel::Word(Field::Sort, telling), view.sort == Sort::Telling)];
    if view.kind == ViewKind::Scorecard {
        for indicator in &view.indicators {
            let chosen = matches!(&view.sort, Sort::By(by) if Arc::ptr_eq(by, indicator));
            items.push(item(&indicator.id, ItemLabel::Text(indicator.name.clone()), chosen));
        }
    } else {
        items.push(item(Sort::LISTED, ItemLabel::Word(Field::Sort, Sort::LISTED), view.sort == Sort::Listed));
    }
    Offer::one(Field::Sort, items)
}

/// The rules that set some figures apart, and those given up.
fn relax(dataset: &Dataset, view: &View) -> Offer {
    let indicators = compared(view);
    let (mut definitions, mut years) = (view.relax.definition, view.relax.years > 0);
    for indicator in &indicators {
        let mut own = dataset.figures_of(indicator);
        if let Some(first) = own.next() {
            for other in own {
                definitions |= other.definition != first.definition;
                years |= other.period != first.period;
            }
        }
    }
    let mut items = Vec::new();
    for (word, offered, chosen) in [
        (Relax::DEFINITION, definitions, view.relax.definition),
        (Relax::YEAR, years && view.kind != ViewKind::Quadrant, view.relax.years > 0),
    ] {
        if offered {
            items.push(item(word, ItemLabel::Word(Field::Relax, word), chosen));
        }
    }
    Offer { may_be_empty: true, ..Offer::several(Field::Relax, items) }
}

/// Periods from which change can be measured; of two indicators, also none.
fn since(dataset: &Dataset, view: &View) -> Offer {
    let all = periods(dataset, view);
    let first = if view.indicators.len() > 1 { ItemLabel::None } else { ItemLabel::Automatic };
    let mut items = vec![item("", first, view.since.is_none())];
    for period in all.items.into_iter().skip(1) {
        if let ItemLabel::Period(earlier) = period.label
            && view.period.is_none_or(|shown| earlier.end() < shown.end())
        {
            items.push(Item { chosen: view.since == Some(earlier), ..period });
        }
    }
    Offer::one(Field::Since, items)
}

/// The own place and those most like it on what is compared, where there are more than these to take. How far two places
/// are apart is `PeerDistance::Gower` without its other distances: the mean, over what both have, of |a − b| ÷ (max − min).
pub(super) fn nearest(dataset: &Dataset, view: &View, indicators: &[&Arc<Indicator>], items: &[Item]) -> Option<Pick> {
    let home = view.home.as_ref().filter(|_| items.len() > NEAREST + 1)?;
    // how far each is, and on how many indicators that is known
    let mut apart = vec![(0.0, 0_usize); items.len()];
    for indicator in indicators {
        let question = Question {
            indicator: Arc::clone(indicator),
            period: view.period,
            places: Vec::new(),
            home: Some(Arc::clone(home)),
            relax: view.relax,
        };
        let comparison = compare(dataset, &question);
        let value_of = |id: &str| comparison.ranked().find(|(region, ..)| region.id == id).map(|(_, quantity, _)| quantity.value());
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in comparison.values() {
            (low, high) = (low.min(value), high.max(value));
        }
        let Some(own) = value_of(&home.id).filter(|_| high > low) else { continue };
        for (item, (sum, shared)) in items.iter().zip(&mut apart) {
            if let Some(value) = value_of(&item.key) {
                *sum += (value - own).abs() / (high - low);
                *shared += 1;
            }
        }
    }
    let most = apart.iter().map(|(_, shared)| *shared).max()?;
    // the own place is no distance from itself
    let order = ascending(apart.into_iter().map(|(sum, shared)| if 2 * shared < most { f64::NAN } else { sum / shared as f64 }).collect());
    let (mut keys, mut count) = (home.id.clone(), 0);
    for item in order.into_iter().filter_map(|at| items.get(at)).filter(|item| item.key != home.id).take(NEAREST) {
        keys.push(',');
        keys.push_str(&item.key);
        count += 1;
    }
    (most > 0).then_some(Pick { who: Who::Nearest(count), keys })
}
