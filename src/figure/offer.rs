//! What a reader can choose of a view: one [`Offer`] a control, made from the dataset and from what is shown.

use std::sync::Arc;

use crate::{
    dataset::{
        AggregationWord, Dataset, Indicator, LocalText, NormalisationWord, PathShape, Period, Region, RegionKind, Target, TargetKind, Unit,
        View, ViewKind, WeightingWord,
    },
    order::sorted,
};

mod rules;
mod take;

use super::trial;

/// One thing to choose.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// Which.
    pub field: Field,
    /// Whether several items can be taken.
    pub many: bool,
    /// Whether none need be taken, where several can.
    pub may_be_empty: bool,
    /// What there is to take.
    pub items: Vec<Item>,
    /// The number to type, where it is one.
    pub amount: Option<Amount>,
    /// Several items taken at once.
    pub picks: Vec<Pick>,
}

impl Offer {
    /// One of several items.
    pub(super) fn one(field: Field, items: Vec<Item>) -> Offer {
        Offer { field, many: false, may_be_empty: false, items, amount: None, picks: Vec::new() }
    }

    /// Any of several items, but not none.
    pub(super) fn several(field: Field, items: Vec<Item>) -> Offer {
        Offer { many: true, ..Offer::one(field, items) }
    }

    /// A number to type.
    pub(super) fn amount(field: Field, value: f64, unit: Option<Unit>) -> Offer {
        Offer { amount: Some(Amount { value, unit }), ..Offer::one(field, Vec::new()) }
    }
}

/// Several places taken at once.
#[derive(Clone, PartialEq, Debug)]
pub struct Pick {
    /// Which they are.
    pub who: Who,
    /// Their keys, separated by commas.
    pub keys: String,
}

/// Which places a pick takes.
#[derive(Clone, PartialEq, Debug)]
pub enum Who {
    /// All that belong to a place.
    PartsOf(LocalText),
    /// The own place, and this many that are most like it on what is compared.
    Nearest(usize),
}

/// A number to type.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Amount {
    /// What is shown.
    pub value: f64,
    /// In what; `None` for a multiple.
    pub unit: Option<Unit>,
}

/// What is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// What is compared.
    Indicator,
    /// When.
    Period,
    /// Who is compared.
    Places,
    /// Whose page it is.
    Home,
    /// Who is looked up to.
    Benchmark,
    /// Which promise.
    Target,
    /// How the path runs.
    Shape,
    /// How much each indicator counts.
    Weights,
    /// Where weights come from.
    Weighting,
    /// How figures become comparable.
    Normalisation,
    /// How the score is made.
    Aggregation,
    /// Where a path that is tried out starts.
    Base,
    /// How many times as much it leads to.
    Factor,
    /// In how many years.
    Years,
    /// What is to be reached on the way, by year.
    Plan,
    /// The growth a year that is tried out, in per cent.
    Growth,
    /// From when change is measured.
    Since,
    /// Which rules of comparability are given up.
    Relax,
    /// In which order.
    Sort,
}

impl Field {
    /// The key of the name it sets (see `Names::set`).
    pub fn key(self) -> &'static str {
        match self {
            Field::Indicator => "indicator",
            Field::Period => "period",
            Field::Places => "places",
            Field::Home => "home",
            Field::Benchmark => "benchmark",
            Field::Target => "target",
            Field::Shape => "shape",
            Field::Weights => "weights",
            Field::Weighting => "weighting",
            Field::Normalisation => "normalisation",
            Field::Aggregation => "aggregation",
            Field::Base => "start",
            Field::Factor => "factor",
            Field::Years => "years",
            Field::Plan => "plan",
            Field::Growth => "growth",
            Field::Since => "since",
            Field::Relax => "relax",
            Field::Sort => "sort",
        }
    }
}

/// One item.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What it is called in a state; empty for none.
    pub key: String,
    /// What it is called.
    pub label: ItemLabel,
    /// The heading it stands under.
    pub group: Option<ItemGroup>,
    /// Another name to find it by: an administrative code.
    pub code: Option<String>,
    /// Whether it is what is shown.
    pub chosen: bool,
}

/// What an item is called.
#[derive(Clone, PartialEq, Debug)]
pub enum ItemLabel {
    /// By the dataset.
    Text(LocalText),
    /// An indicator, and how many places have figures of it.
    Indicator(Arc<Indicator>, usize),
    /// A period.
    Period(Period),
    /// A promise.
    Target(Arc<Target>),
    /// An indicator, and how much it counts, from 0 to [`MOST`].
    Weight(Arc<Indicator>, u16),
    /// A year on the way, and what is to be reached by then.
    Step(Period, f64),
    /// A word of the format, such as `geometric`.
    Word(Field, &'static str),
    /// No place, no line.
    None,
    /// Left to the data.
    Automatic,
}

/// The heading items stand under.
#[derive(Clone, PartialEq, Debug)]
pub enum ItemGroup {
    /// By the dataset.
    Text(LocalText),
    /// A kind of place.
    Kind(RegionKind),
}

/// What can be chosen of a view, in the order it is asked for.
pub fn offer(dataset: &Dataset, view: &View) -> Vec<Offer> {
    let presence = &Presence::of(dataset);
    let mut offers = Vec::new();
    match view.kind {
        ViewKind::Ranking | ViewKind::History => {
            offers.push(indicators(presence, view));
            if view.kind == ViewKind::Ranking {
                offers.push(periods(dataset, view));
            }
            offers.push(places(presence, view));
            offers.push(home(presence, view));
            offers.push(benchmark(presence, view, true));
        }
        ViewKind::Trajectory => {
            offers.push(targets(dataset, view));
            offers.push(words(Field::Shape, PathShape::WORDS, view.shape));
            offers.extend(trials(dataset, view));
            offers.push(places(presence, view));
        }
        ViewKind::Scorecard | ViewKind::Quadrant => {
            if view.kind == ViewKind::Quadrant && view.indicators.len() < 2 {
                offers.push(indicators(presence, view));
            }
            offers.push(places(presence, view));
            offers.push(home(presence, view));
            offers.push(benchmark(presence, view, true));
        }
        ViewKind::Gap => {
            offers.push(home(presence, view));
            offers.push(benchmark(presence, view, false));
        }
        ViewKind::Profile => {
            offers.push(home(presence, view));
            offers.push(benchmark(presence, view, true));
            offers.push(places(presence, view));
        }
        ViewKind::Composite => {
            offers.push(words(Field::Weighting, WeightingWord::WORDS, view.scoring.weighting));
            offers.extend(weights(view));
            offers.push(words(Field::Normalisation, NormalisationWord::WORDS, view.scoring.normalisation));
            offers.push(words(Field::Aggregation, AggregationWord::WORDS, view.scoring.aggregation));
            offers.push(places(presence, view));
            offers.push(home(presence, view));
        }
        ViewKind::Ladder => {
            offers.push(places(presence, view));
            offers.push(home(presence, view));
        }
        ViewKind::Progress | ViewKind::Milestones | ViewKind::Crosscheck => offers.push(home(presence, view)),
    }
    rules::offer(dataset, view, &mut offers);
    // one item is no choice, unless it can be left
    offers.retain(|offer| offer.amount.is_some() || offer.items.len() > usize::from(!offer.may_be_empty));
    offers
}

/// The words of a method, the one in use chosen.
fn words<T: Copy + PartialEq>(field: Field, words: &'static [(&'static str, T)], used: T) -> Offer {
    let mut items = Vec::new();
    for (word, value) in words {
        items.push(Item { key: (*word).to_owned(), label: ItemLabel::Word(field, word), group: None, code: None, chosen: *value == used });
    }
    Offer::one(field, items)
}

/// Which places have figures of which indicators, in the order the dataset lists them.
struct Presence<'d> {
    dataset: &'d Dataset,
    /// A row an indicator, a column a place.
    has: Vec<bool>,
}

impl<'d> Presence<'d> {
    fn of(dataset: &'d Dataset) -> Presence<'d> {
        let width = dataset.regions.len();
        let mut has = vec![false; width * dataset.indicators.len()];
        // most datasets list a place's figures, or an indicator's, one after another: the last position is looked at first
        let (mut row, mut column) = (0, 0);
        for observation in &dataset.observations {
            row = position(&dataset.indicators, &observation.indicator, row);
            column = position(&dataset.regions, &observation.region, column);
            if let Some(cell) = has.get_mut(row * width + column) {
                *cell = true;
            }
        }
        Presence { dataset, has }
    }

    fn count(&self, row: usize) -> usize {
        let width = self.dataset.regions.len();
        self.has.iter().skip(row * width).take(width).filter(|has| **has).count()
    }

    /// Whether a place has a figure of one of these indicators; of any, where there are none.
    fn any(&self, column: usize, indicators: &[&Arc<Indicator>]) -> bool {
        let width = self.dataset.regions.len();
        self.dataset.indicators.iter().enumerate().any(|(row, indicator)| {
            (indicators.is_empty() || indicators.iter().any(|asked| Arc::ptr_eq(asked, indicator)))
                && self.has.get(row * width + column) == Some(&true)
        })
    }
}

/// Where a record stands in its list, looked for from a place on.
fn position<T>(records: &[Arc<T>], record: &Arc<T>, from: usize) -> usize {
    let found = |(_, other): &(usize, &Arc<T>)| Arc::ptr_eq(other, record);
    let ahead = records.iter().enumerate().skip(from).find(found);
    ahead.or_else(|| records.iter().enumerate().find(found)).map_or(0, |(position, _)| position)
}

/// What the view compares; what its promise is measured by, where it has one.
fn compared(view: &View) -> Vec<&Arc<Indicator>> {
    if view.kind == ViewKind::Trajectory {
        return view.target.iter().filter_map(|target| target.indicator.as_ref()).collect();
    }
    if view.indicators.is_empty() { view.indicator.iter().collect() } else { view.indicators.iter().collect() }
}

fn is(region: &Arc<Region>, other: Option<&Arc<Region>>) -> bool {
    other.is_some_and(|other| Arc::ptr_eq(region, other))
}

/// Indicators that two places or more have, and the present one.
fn indicators(presence: &Presence<'_>, view: &View) -> Offer {
    let dataset = presence.dataset;
    let mut items = Vec::new();
    for (row, indicator) in dataset.indicators.iter().enumerate() {
        let chosen = compared(view).iter().any(|shown| Arc::ptr_eq(shown, indicator));
        let count = presence.count(row);
        if count > 1 || chosen {
            let label = ItemLabel::Indicator(Arc::clone(indicator), count);
            let group = indicator.group.clone().map(ItemGroup::Text);
            items.push(Item { key: indicator.id.clone(), label, group, code: None, chosen });
        }
    }
    Offer::one(Field::Indicator, together(items))
}

/// Items of one heading after another, headings in the order they first come.
fn together(items: Vec<Item>) -> Vec<Item> {
    let mut groups: Vec<Option<ItemGroup>> = Vec::new();
    for item in &items {
        if !groups.contains(&item.group) {
            groups.push(item.group.clone());
        }
    }
    sorted(items, |item| groups.iter().position(|group| *group == item.group).map_or(0.0, |at| at as f64))
}

/// Periods there are figures of, latest first.
fn periods(dataset: &Dataset, view: &View) -> Offer {
    let indicators = compared(view);
    let mut periods: Vec<Period> = Vec::new();
    for observation in indicators.iter().flat_map(|indicator| dataset.figures_of(indicator)) {
        if !periods.contains(&observation.period) {
            periods.push(observation.period);
        }
    }
    let automatic = Item { key: String::new(), label: ItemLabel::Automatic, group: None, code: None, chosen: view.period.is_none() };
    let mut items = vec![automatic];
    for period in sorted(periods, |period| -period.end()) {
        let chosen = view.period == Some(period);
        items.push(Item { key: period.written(), label: ItemLabel::Period(period), group: None, code: None, chosen });
    }
    Offer::one(Field::Period, items)
}

/// Places as items: those that `keep` names.
fn regions(dataset: &Dataset, keep: &dyn Fn(usize, &Arc<Region>) -> bool, chosen: &dyn Fn(&Arc<Region>) -> bool) -> Vec<Item> {
    let mut items = Vec::new();
    for (column, region) in dataset.regions.iter().enumerate() {
        if keep(column, region) {
            items.push(Item {
                key: region.id.clone(),
                label: ItemLabel::Text(region.short.clone()),
                group: Some(ItemGroup::Kind(region.kind)),
                code: region.code.clone(),
                chosen: chosen(region),
            });
        }
    }
    together(items)
}

/// Who is compared: places with a figure. Peers of a promise are none unless they are named.
fn places(presence: &Presence<'_>, view: &View) -> Offer {
    let (dataset, indicators) = (presence.dataset, compared(view));
    let follows = view.kind == ViewKind::Trajectory;
    let own = view.target.as_ref().filter(|_| follows).map(|target| &target.region);
    let named = |region: &Arc<Region>| view.places.iter().any(|place| Arc::ptr_eq(place, region));
    let items = regions(dataset, &|column, region| !is(region, own) && (presence.any(column, &indicators) || named(region)), &|region| {
        if view.places.is_empty() { !follows } else { named(region) }
    });
    let mut picks = picks(dataset, &items);
    // what is drawn of these views is compared in any case
    if !follows {
        picks.extend(rules::nearest(dataset, view, &indicators, &items));
    }
    Offer { may_be_empty: follows, picks, ..Offer::several(Field::Places, items) }
}

/// The parts of each whole, where there are several of them and others besides.
fn picks(dataset: &Dataset, items: &[Item]) -> Vec<Pick> {
    let mut picks = Vec::new();
    for whole in &dataset.regions {
        let (mut keys, mut parts) = (String::new(), 0);
        for item in items {
            let region = dataset.regions.iter().find(|region| region.id == item.key);
            if region.is_some_and(|region| region.parent.as_deref() == Some(whole.id.as_str())) {
                if parts > 0 {
                    keys.push(',');
                }
                keys.push_str(&item.key);
                parts += 1;
            }
        }
        if parts > 1 && parts < items.len() {
            picks.push(Pick { who: Who::PartsOf(whole.short.clone()), keys });
        }
    }
    picks
}

/// Whose page it is: places with a figure, or with promises where the view is of promises.
fn home(presence: &Presence<'_>, view: &View) -> Offer {
    let (dataset, indicators) = (presence.dataset, compared(view));
    let of_promises = matches!(view.kind, ViewKind::Progress | ViewKind::Milestones);
    let has = |column: usize, region: &Arc<Region>| match of_promises {
        true => dataset.targets.iter().any(|target| Arc::ptr_eq(&target.region, region)),
        false => presence.any(column, &indicators),
    };
    let items =
        regions(dataset, &|column, region| is(region, view.home.as_ref()) || has(column, region), &|region| is(region, view.home.as_ref()));
    Offer::one(Field::Home, with_none(items, !of_promises && view.kind != ViewKind::Gap))
}

fn benchmark(presence: &Presence<'_>, view: &View, optional: bool) -> Offer {
    let (dataset, indicators) = (presence.dataset, compared(view));
    let items = regions(dataset, &|column, region| presence.any(column, &indicators) || is(region, view.benchmark.as_ref()), &|region| {
        is(region, view.benchmark.as_ref())
    });
    Offer::one(Field::Benchmark, with_none(items, optional))
}

/// Items led by none, which is what is shown where no other is.
fn with_none(mut items: Vec<Item>, optional: bool) -> Vec<Item> {
    let chosen = !items.iter().any(|item| item.chosen);
    if optional || chosen {
        items.insert(0, Item { key: String::new(), label: ItemLabel::None, group: None, code: None, chosen });
    }
    items
}

/// Promises that a path leads to, place by place.
fn targets(dataset: &Dataset, view: &View) -> Offer {
    let mut items = Vec::new();
    for target in &dataset.targets {
        let has_path = matches!(
            target.kind,
            TargetKind::Reach { .. } | TargetKind::Multiply(_) | TargetKind::AtLeast(_) | TargetKind::AtMost(_) | TargetKind::Zero
        );
        let chosen = view.target.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, target));
        if chosen || (has_path && target.indicator.is_some()) {
            let group = Some(ItemGroup::Text(target.region.short.clone()));
            items.push(Item { key: target.id.clone(), label: ItemLabel::Target(Arc::clone(target)), group, code: None, chosen });
        }
    }
    Offer::one(Field::Target, together(items))
}

/// What can be tried out on a promise: its base, its multiple, its years, and the growth.
fn trials(dataset: &Dataset, view: &View) -> Vec<Offer> {
    let Some(shown) = trial::shown(dataset, view) else { return Vec::new() };
    vec![
        Offer::amount(Field::Base, shown.base, Some(shown.unit)),
        Offer::amount(Field::Factor, shown.factor, None),
        Offer::amount(Field::Years, shown.years, None),
        Offer::amount(Field::Growth, shown.growth, Some(Unit::PERCENT)),
        plan(&shown, view),
    ]
}

/// What is to be reached on the way, a number a year to come; those that are tried out are chosen.
fn plan(shown: &trial::Shown, view: &View) -> Offer {
    let set = |year: &u16| view.trial.plan.iter().any(|(other, _)| other == year);
    let mut items = Vec::new();
    for (year, value) in &shown.plan {
        let period = Period::Year(*year);
        items.push(Item { key: period.written(), label: ItemLabel::Step(period, *value), group: None, code: None, chosen: set(year) });
    }
    Offer { may_be_empty: true, ..Offer::several(Field::Plan, items) }
}

/// The most that an indicator can count by a slider.
pub const MOST: u16 = 100;

/// How much each indicator counts, where that is not left to the data: all half of [`MOST`], or as the view says, the largest at most
/// [`MOST`].
fn weights(view: &View) -> Option<Offer> {
    if view.indicators.len() < 2 || (view.weights.is_empty() && view.scoring.weighting != WeightingWord::Equal) {
        return None;
    }
    let largest = view.weights.iter().copied().fold(0.0, f64::max);
    // whole numbers up to the most are what a slider set, and stay as they are
    let is_set = largest <= f64::from(MOST) && largest >= 1.0 && view.weights.iter().all(|weight| *weight == f64::round(*weight));
    let scale = if is_set { 1.0 } else { f64::from(MOST) / largest };
    let mut items = Vec::new();
    for (index, indicator) in view.indicators.iter().enumerate() {
        let weight = view.weights.get(index).map_or(MOST / 2, |weight| f64::round(weight * scale) as u16);
        let label = ItemLabel::Weight(Arc::clone(indicator), weight);
        items.push(Item { key: indicator.id.clone(), label, group: None, code: None, chosen: false });
    }
    Some(Offer { may_be_empty: true, ..Offer::several(Field::Weights, items) })
}
