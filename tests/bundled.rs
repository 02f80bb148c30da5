//! The bundled dataset: it validates, holds what it must, and answers its own views.
#![allow(clippy::unwrap_used, reason = "clippy.toml lets tests do it, but not the functions they share")]

use std::collections::{BTreeMap, BTreeSet};

use duibiao::{
    dataset::{Dataset, Lang, parse_json},
    figure::{Chart, figure},
    words::{Words, page},
};

const TEXT: &str = include_str!("../www/data/huaibei-2023.json");

fn bundled() -> Dataset {
    let parsed = parse_json(TEXT);
    let issues: Vec<String> =
        parsed.issues.iter().map(|issue| format!("{} {} {}", issue.place, issue.code.as_str(), issue.found)).collect();
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
fn many_indicators_have_figures_of_several_places() {
    let dataset = bundled();
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for observation in &dataset.observations {
        places.entry(&observation.indicator.id).or_default().insert(&observation.region.id);
    }
    let with = |least: usize| places.values().filter(|places| places.len() >= least).count();
    assert!(with(2) >= 45, "{} with two places", with(2));
    assert!(with(3) >= 15, "{} with three places", with(3));
}

#[test]
fn every_figure_names_its_section_and_every_name_has_english() {
    let dataset = bundled();
    for observation in &dataset.observations {
        assert!(observation.locator.is_some(), "{} {}", observation.region.id, observation.indicator.id);
    }
    let regions = dataset.regions.iter().flat_map(|region| [&region.name, &region.short]);
    let indicators =
        dataset.indicators.iter().flat_map(|indicator| [Some(&indicator.name), indicator.group.as_ref(), indicator.definition.as_ref()]);
    let sources = dataset.sources.iter().flat_map(|source| [Some(&source.title), source.publisher.as_ref()]);
    let promises = dataset.targets.iter().flat_map(|target| [target.title.as_ref(), target.owner.as_ref(), target.note.as_ref()]);
    let figures = dataset.observations.iter().flat_map(|observation| [observation.note.as_ref(), observation.scope.as_ref()]);
    let titles = dataset.views.iter().map(|view| view.title.as_ref());
    for text in regions.map(Some).chain(indicators).chain(sources).chain(promises).chain(figures).chain(titles).flatten() {
        let english = text.en.as_deref().unwrap_or_default();
        assert!(!english.is_empty() && !english.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{} {english}", text.zh_hans);
    }
}

#[test]
fn labels_fit_a_phone() {
    let dataset = bundled();
    for region in &dataset.regions {
        assert!(region.short.zh_hans.chars().count() <= 6 && region.short.get(Lang::En).chars().count() <= 16, "{}", region.id);
    }
    for indicator in &dataset.indicators {
        assert!(indicator.name.zh_hans.chars().count() <= 16 && indicator.name.get(Lang::En).chars().count() <= 40, "{}", indicator.id);
    }
}

#[test]
fn groups_are_few_and_stand_together() {
    let dataset = bundled();
    let mut groups: Vec<(&str, &str)> = dataset
        .indicators
        .iter()
        .map(|indicator| indicator.group.as_ref().unwrap())
        .map(|group| (group.get(Lang::ZhHans), group.get(Lang::En)))
        .collect();
    groups.dedup();
    assert!((8..=12).contains(&groups.len()), "{groups:?}");
    assert_eq!(groups.iter().map(|group| group.0).collect::<BTreeSet<_>>().len(), groups.len(), "{groups:?}");
    assert_eq!(groups.iter().map(|group| group.1).collect::<BTreeSet<_>>().len(), groups.len(), "{groups:?}");
}

#[test]
fn a_name_stands_for_one_thing() {
    let dataset = bundled();
    for lang in [Lang::ZhHans, Lang::En] {
        let mut names = BTreeSet::new();
        for indicator in &dataset.indicators {
            assert!(names.insert(indicator.name.get(lang)), "{}", indicator.name.get(lang));
        }
    }
    for region in &dataset.regions {
        for name in region.aliases.iter().chain([&region.id, &region.name.zh_hans, &region.short.zh_hans]) {
            assert_eq!(dataset.region(name).unwrap().id, region.id, "{name}");
        }
    }
}

#[test]
fn one_record_a_line() {
    let dataset = bundled();
    let records = dataset.sources.len()
        + dataset.regions.len()
        + dataset.indicators.len()
        + dataset.observations.len()
        + dataset.targets.len()
        + dataset.relations.len()
        + dataset.views.len();
    assert_eq!(TEXT.lines().filter(|line| line.starts_with("    {")).count(), records);
}

#[test]
fn its_own_views_have_figures() {
    let dataset = bundled();
    let ids: Vec<&str> = dataset.views.iter().map(|view| view.id.as_str()).collect();
    assert!(ids.starts_with(&["loss-rate", "doubling"]), "{ids:?}");
    for view in &dataset.views {
        let answer = figure(&dataset, view);
        assert!(answer.is_ok(), "{}: {:?}", view.id, answer.err());
        let answer = answer.unwrap();
        if let Chart::Ranking(chart) = &answer.chart {
            assert!(chart.ranked >= 2, "{} ranks {}", view.id, chart.ranked);
        }
        for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
            let page = page(Words::new(lang), &answer);
            for text in [&page.title, &page.reading, &page.sources].into_iter().chain(&page.notes) {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{} {text}", view.id);
            }
        }
    }
}
