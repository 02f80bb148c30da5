//! The bundled dataset: it validates, holds what it must, and answers its own views.

use duibiao::dataset::{Dataset, parse_json};
use duibiao::figure::{Request, figure};

fn bundled() -> Dataset {
    let parsed = parse_json(include_str!("../www/data/huaibei-2023.json"));
    let issues: Vec<String> = parsed.issues.iter().map(|issue| format!("{} {} {}", issue.place, issue.code.as_str(), issue.found)).collect();
    assert!(issues.is_empty(), "{} issues:\n{}", issues.len(), issues.join("\n"));
    parsed.dataset.unwrap()
}

#[test]
fn it_is_as_large_as_promised() {
    let dataset = bundled();
    assert!(dataset.observations.len() >= 350, "{} observations", dataset.observations.len());
    assert!(dataset.targets.len() >= 90, "{} targets", dataset.targets.len());
    assert!(dataset.relations.len() >= 45, "{} relations", dataset.relations.len());
    assert!(dataset.regions.len() >= 30, "{} regions", dataset.regions.len());
}

#[test]
fn every_figure_names_its_section_and_every_name_has_english() {
    let dataset = bundled();
    for observation in &dataset.observations {
        assert!(observation.locator.is_some(), "{} {}", observation.region.id, observation.indicator.id);
    }
    for name in dataset.regions.iter().map(|region| &region.name).chain(dataset.indicators.iter().map(|indicator| &indicator.name)) {
        assert!(name.en.is_some(), "{}", name.zh_hans);
    }
}

#[test]
fn its_own_views_have_figures() {
    let dataset = bundled();
    assert!(dataset.views.len() >= 2);
    for view in &dataset.views {
        let answer = figure(&dataset, &Request::of(view));
        assert!(answer.is_ok(), "{}: {:?}", view.id, answer.err());
    }
}
