//! What can be chosen of the bundled dataset's views, and that each choice leads to a figure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "a test")]

use duibiao::dataset::{Dataset, Lang, parse_json};
use duibiao::figure::{Cell, Field, Key, Names, Offer, Who, figure, offer};
use duibiao::words::Words;

fn dataset() -> Dataset {
    parse_json(include_str!("../www/data/huaibei-2023.json")).dataset.expect("the bundled dataset is whole")
}

fn offers(dataset: &Dataset, names: &Names) -> Vec<Offer> {
    offer(dataset, &names.resolve(dataset).unwrap())
}

fn of_view(view: &str) -> Names {
    Names::default().with(Key::View, view)
}

#[test]
fn every_view_offers_what_it_needs() {
    let dataset = dataset();
    let check = |view: &str, expect: &[Field]| {
        let fields: Vec<Field> = offers(&dataset, &of_view(view)).iter().map(|offer| offer.field).collect();
        assert_eq!(fields, expect, "{view}");
    };
    check("loss-rate", &[Field::Indicator, Field::Period, Field::Places, Field::Home, Field::Benchmark, Field::Relax, Field::Sort]);
    check("doubling", &[Field::Target, Field::Shape, Field::Base, Field::Factor, Field::Years, Field::Growth, Field::Plan, Field::Places]);
    check("xuancheng-tongling", &[Field::Home, Field::Benchmark, Field::Relax, Field::Sort]);
}

#[test]
fn what_is_shown_is_chosen() {
    let dataset = dataset();
    for view in &dataset.views {
        for offer in offers(&dataset, &of_view(&view.id)) {
            if offer.amount.is_some() {
                continue;
            }
            let chosen = offer.items.iter().filter(|item| item.chosen).count();
            assert!(if offer.many { chosen > 0 || offer.may_be_empty } else { chosen == 1 }, "{} {:?}: {chosen}", view.id, offer.field);
        }
    }
}

/// Every single choice, from every view, has a figure, or says why not; and what was taken is then chosen.
#[test]
fn every_choice_leads_somewhere() {
    let dataset = dataset();
    let mut figures = 0;
    for view in &dataset.views {
        let author = of_view(&view.id);
        let offers = offers(&dataset, &author);
        for offer in &offers {
            for item in &offer.items {
                let mut chosen = Names::default();
                if !chosen.choose(&offers, offer.field.key(), &item.key, !item.chosen || !offer.many) {
                    continue;
                }
                let chosen = Names::read(&chosen.write());
                let resolved = chosen.over(&author).resolve(&dataset).unwrap();
                figure(&dataset, &resolved).unwrap_or_else(|reason| panic!("{} {:?} {}: {reason:?}", view.id, offer.field, item.key));
                let after = offer_of(&dataset, &resolved, offer.field);
                let taken = after.items.iter().find(|now| now.key == item.key).expect("an item that was chosen is still offered");
                assert_eq!(taken.chosen, !item.chosen || !offer.many, "{} {:?} {}", view.id, offer.field, item.key);
                figures += 1;
            }
        }
    }
    assert!(figures > 300, "{figures}");
}

fn offer_of(dataset: &Dataset, view: &duibiao::dataset::View, field: Field) -> Offer {
    offer(dataset, view).into_iter().find(|offer| offer.field == field).expect("what can be chosen can be chosen again")
}

#[test]
fn items_have_names_in_every_language() {
    let dataset = dataset();
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let words = Words::new(lang);
        for view in &dataset.views {
            for offer in offers(&dataset, &of_view(&view.id)) {
                assert!(!words.field(offer.field).is_empty());
                for item in &offer.items {
                    assert!(!words.item(item).is_empty() && !words.item(item).contains('{'), "{item:?}");
                }
                for group in offer.items.iter().filter_map(|item| item.group.as_ref()) {
                    assert!(!words.item_group(group).is_empty());
                }
            }
        }
    }
}

#[test]
fn headings_come_once() {
    let dataset = dataset();
    for view in &dataset.views {
        for offer in offers(&dataset, &of_view(&view.id)) {
            let mut seen = Vec::new();
            for group in offer.items.iter().map(|item| &item.group) {
                if seen.last() != Some(group) {
                    assert!(!seen.contains(group), "{} {:?}: {group:?} twice", view.id, offer.field);
                    seen.push(group.clone());
                }
            }
        }
    }
}

#[test]
fn another_home_brings_its_own_promises() {
    let dataset = dataset();
    let board = dataset.views.iter().find(|view| view.kind.as_str() == "progress").expect("a board of promises");
    let offer = offer_of(&dataset, board, Field::Home);
    let other = offer.items.iter().find(|item| !item.chosen && !item.key.is_empty()).expect("another place with promises");
    let names = of_view(&board.id).with(Key::Home, &other.key);
    let view = names.resolve(&dataset).unwrap();
    assert!(view.targets.is_empty());
    assert!(figure(&dataset, &view).is_ok());
}

#[test]
fn methods_by_name() {
    let dataset = dataset();
    let check = |key: &str, value: &str, ok: bool| {
        let mut names = Names::default().with(Key::View, "composite");
        names.set(Key::parse(key).expect("a key"), Some(value.to_owned()));
        assert_eq!(names.resolve(&dataset).is_ok(), ok, "{key} {value}");
    };
    check("weighting", "entropy", true);
    check("weighting", "none", false);
    check("normalisation", "z-score", true);
    check("aggregation", "topsis", true);
    check("shape", "linear", true);
    check("shape", "spiral", false);
    check("weights", "1,2", false);
    check("weights", "-", true);
    check("period", "-", true);
    check("home", "-", true);
    check("home", "nowhere", false);
}

#[test]
fn the_parts_of_a_whole_at_once() {
    let dataset = dataset();
    let author = of_view("loss-rate");
    let places = offers(&dataset, &author).into_iter().find(|offer| offer.field == Field::Places).unwrap();
    let anhui =
        places.picks.iter().find(|pick| matches!(&pick.who, Who::PartsOf(whole) if whole.zh_hans == "安徽")).expect("two cities of Anhui");
    let mut names = Names::default();
    assert!(names.choose(&offers(&dataset, &author), "places", &anhui.keys, true));
    let view = names.over(&author).resolve(&dataset).unwrap();
    assert!(view.places.len() > 1 && view.places.iter().all(|place| place.parent.as_deref() == Some("anhui")), "{:?}", anhui);
}

#[test]
fn sliders_move_one_weight() {
    let dataset = dataset();
    let composite = dataset.views.iter().find(|view| view.kind.as_str() == "composite").expect("a composite");
    let author = of_view(&composite.id);
    let first = &composite.indicators[0].id;
    let moved = |state: &str, value: &str| {
        let mut names = Names::read(state);
        let offers = offers(&dataset, &names.over(&author));
        let changed = names.choose(&offers, "weights", value, true);
        (changed, names.write())
    };
    let rest = vec!["50"; composite.indicators.len() - 1].join(",");
    assert_eq!(moved("", &format!("{first}=80")), (true, format!("1;weights=80,{rest}")));
    assert_eq!(moved(&format!("1;weights=80,{rest}"), &format!("{first}=5")), (true, format!("1;weights=5,{rest}")));
    // more than the most, no number, nobody's
    for wrong in [format!("{first}=101"), format!("{first}=x"), first.clone(), String::new()] {
        assert_eq!(moved("", &wrong), (false, String::new()), "{wrong}");
    }
    // the last weight cannot go
    let none = vec!["0"; composite.indicators.len() - 1].join(",");
    assert!(!moved(&format!("1;weights=5,{none}"), &format!("{first}=0")).0);
    // where the data decides there is nothing to slide, and a method chosen after sliding takes over
    let entropy = author.clone().with(Key::Weighting, "entropy");
    assert!(offers(&dataset, &entropy).iter().all(|offer| offer.field != Field::Weights));
    let mut names = Names::read(&format!("1;weights=80,{rest}"));
    assert!(names.choose(&offers(&dataset, &author), "weighting", "entropy", true));
    assert!(names.over(&author).resolve(&dataset).unwrap().weights.is_empty());
}

#[test]
fn weights_move_the_scores() {
    let dataset = dataset();
    let composite = dataset.views.iter().find(|view| view.kind.as_str() == "composite").expect("a composite");
    let words = Words::new(Lang::ZhHans);
    let scores = |weights: &str| {
        let names = of_view(&composite.id).with(Key::Weights, weights);
        let page = duibiao::words::page(words, &figure(&dataset, &names.resolve(&dataset).unwrap()).unwrap());
        page.rows.iter().map(|row| row.cells.join(" ")).collect::<Vec<_>>()
    };
    let n = composite.indicators.len();
    let even = vec!["50"; n].join(",");
    let first = [vec!["100"], vec!["0"; n - 1]].concat().join(",");
    assert_eq!(scores(&even), scores(&vec!["7"; n].join(",")));
    assert_ne!(scores(&even), scores(&first));
}

/// The places of a figure's table from the top.
fn places_of(dataset: &Dataset, view: &duibiao::dataset::View) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for row in figure(dataset, view).unwrap().table.rows {
        let place = row.iter().find_map(|cell| if let Cell::Place(region) = cell { Some(region.id.clone()) } else { None });
        places.extend(place.filter(|place| places.last() != Some(place)));
    }
    places
}

#[test]
fn rows_in_another_order() {
    let dataset = dataset();
    let title = |view: &duibiao::dataset::View| duibiao::words::page(Words::new(Lang::ZhHans), &figure(&dataset, view).unwrap()).title;
    let listed = |places: &[String]| places.is_sorted_by_key(|place| dataset.regions.iter().position(|region| region.id == *place));
    for kind in ["ranking", "composite"] {
        let author = dataset.views.iter().find(|view| view.kind.as_str() == kind && !listed(&places_of(&dataset, view))).expect(kind);
        let names = of_view(&author.id).with(Key::Sort, "listed");
        let view = names.resolve(&dataset).unwrap();
        let (mut before, mut after) = (places_of(&dataset, author), places_of(&dataset, &view));
        assert!(listed(&after), "{after:?}");
        assert_eq!(title(&view), title(author), "what is found does not depend on the order");
        before.sort_unstable();
        after.sort_unstable();
        assert_eq!(before, after);
    }
}

#[test]
fn the_best_of_a_column_first() {
    let dataset = dataset();
    let author = dataset.views.iter().find(|view| view.kind.as_str() == "scorecard").expect("a scorecard");
    for indicator in &author.indicators {
        let names = of_view(&author.id).with(Key::Sort, &indicator.id);
        let places = places_of(&dataset, &names.resolve(&dataset).unwrap());
        let alone = Names::default().with(Key::Indicator, &indicator.id).with(Key::View, "ranking");
        let mut alone = alone.resolve(&dataset).unwrap();
        (alone.places, alone.home, alone.period) = (Vec::new(), author.home.clone(), author.period);
        let best = places_of(&dataset, &alone);
        let first_ranked = best.iter().find(|place| places.contains(place));
        assert_eq!(places.first(), first_ranked, "{}", indicator.id);
    }
}

#[test]
fn rules_are_given_up_by_name() {
    let dataset = dataset();
    let relax = |text: &str| of_view("loss-rate").with(Key::Relax, text).resolve(&dataset).map(|view| view.relax);
    let check = |text: &str, definition, years| assert_eq!(relax(text).unwrap(), duibiao::dataset::Relax { definition, years }, "{text}");
    check("definition", true, 0);
    check("definition, year", true, 1);
    check("-", false, 0);
    assert!(relax("everything").is_err());
    // what a rule sets apart is ranked without it, and marked
    let marked = |text: &str| {
        let view = of_view("loss-rate").with(Key::Relax, text).resolve(&dataset).unwrap();
        let page = duibiao::words::page(Words::new(Lang::ZhHans), &figure(&dataset, &view).unwrap());
        page.rows.iter().filter(|row| row.cells[0].starts_with(|digit: char| digit.is_ascii_digit()) && row.cells[2].contains('†')).count()
    };
    assert!(marked("definition") > marked("-"), "{} {}", marked("definition"), marked("-"));
}

#[test]
fn the_nearest_places() {
    let text = |values: &[(&str, f64)]| {
        let regions: Vec<String> = values.iter().map(|(id, _)| format!(r#"{{"id":"{id}","name":"{id}","kind":"city"}}"#)).collect();
        let figures: Vec<String> = values
            .iter()
            .map(|(id, value)| format!(r#"{{"region":"{id}","indicator":"i","period":"2023","value":{value},"source":"s"}}"#))
            .collect();
        format!(
            r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s","date":"2024"}}],"regions":[{}],
            "indicators":[{{"id":"i","name":"i","unit":"亿元","polarity":"higher","measure":"flow"}}],"observations":[{}],
            "views":[{{"id":"v","kind":"ranking","indicator":"i","home":"a"}}]}}"#,
            regions.join(","),
            figures.join(",")
        )
    };
    let places = [("a", 10.0), ("b", 90.0), ("c", 11.0), ("d", 13.0), ("e", 80.0), ("f", 7.0), ("g", 12.5), ("h", 10.5)];
    let dataset = parse_json(&text(&places)).dataset.unwrap();
    let picks = offers(&dataset, &of_view("v")).into_iter().find(|offer| offer.field == Field::Places).unwrap().picks;
    let nearest: Vec<(&Who, &str)> = picks.iter().map(|pick| (&pick.who, pick.keys.as_str())).collect();
    assert_eq!(nearest, [(&Who::Nearest(5), "a,h,c,g,d,f")]);
    // with six places, all of them are the nearest
    let dataset = parse_json(&text(&places[..6])).dataset.unwrap();
    assert!(offers(&dataset, &of_view("v")).iter().all(|offer| offer.picks.is_empty()));
}
