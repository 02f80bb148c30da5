//! What a study tour comes to: one's own place beside each host, and what it has promised.

use std::sync::Arc;

use crate::{
    benchmark::{Question, Standing, compare},
    dataset::{Dataset, Indicator, Region, Relax, View, ViewKind},
    order::sorted,
};

/// The most hosts that are told of.
const MOST: usize = 12;

/// What is told of a place.
#[derive(Clone, Debug, Default)]
pub struct Tour {
    /// Its gaps to each other place that it shares comparable figures with, those with most first; then how far it has come with what it
    /// has promised. Empty where there is nothing to compare and nothing promised.
    pub views: Vec<View>,
    /// Places with comparable figures that are too many to tell of.
    pub left_out: Vec<Arc<Region>>,
}

/// The summary for a place.
pub fn tour(dataset: &Dataset, home: &Arc<Region>) -> Tour {
    let mut hosts = Vec::new();
    for host in dataset.regions.iter().filter(|host| host.id != home.id && !lies_in(dataset, host, home) && !lies_in(dataset, home, host)) {
        let shared: Vec<Arc<Indicator>> =
            dataset.indicators.iter().filter(|indicator| is_shared(dataset, indicator, home, host)).cloned().collect();
        if !shared.is_empty() {
            hosts.push((host, shared));
        }
    }
    // of equals as the dataset lists them
    let mut hosts = sorted(hosts, |(_, shared)| -(shared.len() as f64));
    let left_out = hosts.split_off(MOST.min(hosts.len())).into_iter().map(|(host, _)| Arc::clone(host)).collect();
    let mut views = Vec::new();
    for (host, indicators) in hosts {
        let (home, benchmark) = (Some(Arc::clone(home)), Some(Arc::clone(host)));
        views.push(View { home, benchmark, indicators, ..View::blank(ViewKind::Gap) });
    }
    let targets: Vec<_> = dataset.targets.iter().filter(|target| target.region.id == home.id).cloned().collect();
    if !targets.is_empty() {
        views.push(View { home: Some(Arc::clone(home)), targets, ..View::blank(ViewKind::Progress) });
    }
    Tour { views, left_out }
}

/// Whether a place is a part of another, through however many between. (The door refuses circles.)
fn lies_in(dataset: &Dataset, part: &Region, whole: &Region) -> bool {
    let parent = part.parent.as_ref().and_then(|id| dataset.region(id));
    parent.is_some_and(|parent| parent.id == whole.id || lies_in(dataset, parent, whole))
}

/// Whether two places can be compared on an indicator.
fn is_shared(dataset: &Dataset, indicator: &Arc<Indicator>, home: &Arc<Region>, host: &Arc<Region>) -> bool {
    let question = Question {
        indicator: Arc::clone(indicator),
        period: None,
        places: vec![Arc::clone(home), Arc::clone(host)],
        home: None,
        relax: Relax::default(),
    };
    let ranked = |standing: &Standing| matches!(standing, Standing::Ranked { .. });
    compare(dataset, &question).entries.iter().filter(|entry| ranked(&entry.standing)).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::parse_json, figure::figure};

    #[test]
    fn hosts_with_most_in_common_come_first() {
        let dataset = parse_json(include_str!("../../www/data/huaibei-2023.json")).dataset.unwrap();
        let check = |home: &str, hosts: &[&str], promises: usize| {
            let Tour { views, left_out } = tour(&dataset, dataset.region(home).unwrap());
            assert!(left_out.is_empty());
            let found: Vec<&str> = views.iter().filter_map(|view| view.benchmark.as_ref()).map(|host| host.id.as_str()).collect();
            assert_eq!(found, hosts, "{home}");
            assert_eq!(views.iter().map(|view| view.targets.len()).sum::<usize>(), promises, "{home}");
            for view in &views {
                assert!(figure(&dataset, view).is_ok(), "{home}: {view:?}");
            }
        };
        check("xuancheng", &["tongling", "tongling-etdz", "shizishan"], 12);
        // neither the city that it lies in nor the park that lies in it
        check("wuhu-hitech", &["hefei"], 9);
        check("huaibei", &[], 13);
        check("china", &[], 0);
    }
}
