//! What-if on a promise: base, multiple, years and growth in place of what is published.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test")]

use duibiao::chart::{Dragged, Frame, Grip, Handle, Mode, Point, Theme, estimate_width, lay_out};
use duibiao::dataset::{Dataset, Lang, Period, parse_json};
use duibiao::figure::{Chart, Field, Figure, ItemLabel, Key, Names, TrajectoryChart, Unanswerable, figure, offer};
use duibiao::words::{Page, Words, page};
use proptest::prelude::*;

fn dataset() -> Dataset {
    parse_json(include_str!("../www/data/huaibei-2023.json")).dataset.expect("the bundled dataset is whole")
}

fn tried(dataset: &Dataset, state: &str) -> Result<Figure, Unanswerable> {
    let author = Names::default().with(Key::View, "doubling");
    figure(dataset, &Names::read(state).over(&author).resolve(dataset)?)
}

fn chart(figure: &Figure) -> &TrajectoryChart {
    match &figure.chart {
        Chart::Trajectory(chart) => chart,
        other => panic!("{other:?}"),
    }
}

fn said(state: &str) -> Page {
    page(Words::new(Lang::ZhHans), &tried(&dataset(), state).unwrap())
}

#[test]
fn the_path_moves() {
    let dataset = dataset();
    let check = |state: &str, end: (f64, f64)| {
        let figure = tried(&dataset, state).unwrap();
        let path = chart(&figure).track.path.clone().unwrap();
        assert_eq!((path.end().at, path.end().value), end, "{state}");
    };
    check("", (2025.0, 2000.0));
    check("1;factor=3", (2025.0, 3000.0));
    check("1;start=800", (2025.0, 1600.0));
    check("1;years=5", (2027.0, 2000.0));
    check("1;start=1200;factor=1.5;years=4", (2026.0, 1800.0));
    check("1;growth=20", (2025.0, 2000.0));
}

#[test]
fn a_growth_leads_somewhere() {
    let dataset = dataset();
    let check = |state: &str, arrival: Option<f64>| {
        let figure = tried(&dataset, state).unwrap();
        let found = chart(&figure).track.projection.as_ref().unwrap().arrival;
        assert_eq!(found.map(|at| (at * 100.0).round() / 100.0), arrival, "{state}");
    };
    // 1,000 doubles in ln 2 / ln 1.2 = 3.80 years
    check("1;growth=20", Some(2025.8));
    check("1;growth=100", Some(2023.0));
    check("1;growth=0", None);
    check("1;growth=-5", None);
}

#[test]
fn a_trial_says_that_it_is_one() {
    let dataset = dataset();
    for (state, marked) in [("", false), ("1;factor=3", true), ("1;growth=20", true)] {
        let figure = tried(&dataset, state).unwrap();
        for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
            let page = page(Words::new(lang), &figure);
            let word = ["试算", "試算", "What if"][[Lang::ZhHans, Lang::ZhHant, Lang::En].iter().position(|one| *one == lang).unwrap()];
            assert_eq!(page.title.contains(word), marked, "{}", page.title);
            assert_eq!(page.notes.iter().any(|note| note.contains(word)), marked, "{:?}", page.notes);
        }
    }
}

/// The source does not say what a reader made up.
#[test]
fn what_is_tried_has_no_source() {
    let check = |state: &str, nature: &str, sourced: bool| {
        let page = said(state);
        let at = |name: &str| page.columns.iter().position(|column| column == name).unwrap();
        let row = page.rows.iter().find(|row| row.cells[at("性质")] == nature).unwrap_or_else(|| panic!("{state}: {page:?}"));
        assert_eq!(row.cells[at("来源")].is_empty(), !sourced, "{state}");
    };
    check("", "目标", true);
    check("", "推算基期", true);
    check("1;factor=3", "试算目标", false);
    check("1;factor=3", "试算基期", false);
    // a growth leaves the promise as it is published
    check("1;growth=20", "目标", true);
}

#[test]
fn titles_and_readings() {
    let check = |state: &str, title: &str, reading: &str| {
        let page = said(state);
        assert_eq!(page.title, title);
        assert!(page.reading.contains(reading), "{}", page.reading);
    };
    check("1;growth=20", "试算：若年均增速为20.0%，到2026年才能达到2,000亿元，晚约一年", "若今后年均增速为20.0%，2026年达到目标。");
    check("1;growth=30", "试算：若年均增速为30.0%，可如期达到2,000亿元", "若今后年均增速为30.0%");
    check("1;growth=-1", "试算：若年均增速为−1.0%，达不到2,000亿元", "达不到目标");
    check("1;factor=3", "试算：三年增至3倍：到2025年达到3,000亿元，年均需增44.2%", "以下为试算，不是公布的目标。");
}

#[test]
fn numbers_as_people_type_them() {
    let dataset = dataset();
    let check = |state: &str, ok: bool| assert_eq!(tried(&dataset, state).is_ok(), ok, "{state}");
    check("1;factor=2.5", true);
    check("1;factor=２.５", true);
    check("1;factor=", true);
    check("1;factor=-", true);
    check("1;start=1,200", true);
    check("1;growth=-5", true);
    check("1;growth=5%", true);
    check("1;factor=0", false);
    check("1;factor=-2", false);
    check("1;factor=two", false);
    check("1;factor=超2", false);
    check("1;years=0", false);
    check("1;years=51", false);
    check("1;growth=-100", false);
    check("1;start=1e999", false);
    check("1;start=0", false);
    check("1;start=-5", false);
    check("1;years=2.5", false);
}

#[test]
fn the_controls_show_the_numbers_in_use() {
    let dataset = dataset();
    let check = |state: &str, expect: [f64; 4]| {
        let author = Names::default().with(Key::View, "doubling");
        let view = Names::read(state).over(&author).resolve(&dataset).unwrap();
        let offers = offer(&dataset, &view);
        let value = |field| offers.iter().find(|offer| offer.field == field).and_then(|offer| offer.amount).unwrap().value;
        assert_eq!([Field::Base, Field::Factor, Field::Years, Field::Growth].map(value), expect, "{state}");
    };
    check("", [1000.0, 2.0, 3.0, 26.0]);
    check("1;factor=3;growth=12.5", [1000.0, 3.0, 3.0, 12.5]);
    check("1;start=850;years=5", [850.0, 2.0, 5.0, 14.9]);
}

#[test]
fn another_promise_begins_anew() {
    let dataset = dataset();
    let author = Names::default().with(Key::View, "doubling");
    let offers = offer(&dataset, &author.resolve(&dataset).unwrap());
    let targets = offers.iter().find(|offer| offer.field == Field::Target).unwrap();
    let other = targets.items.iter().find(|item| !item.chosen).unwrap();
    let mut chosen = Names::read("1;factor=3;growth=5;shape=linear");
    assert!(chosen.choose(&offers, "target", &other.key, true));
    assert_eq!(chosen.write(), format!("1;target={};shape=linear", other.key));
}

/// What can be dragged in the drawing of a state.
fn handles(dataset: &Dataset, state: &str, width: f64) -> Vec<Handle> {
    let frame = Frame { words: Words::new(Lang::ZhHans), theme: Theme::new(Mode::Light, 1.0), width, measure: &estimate_width };
    lay_out(&tried(dataset, state).unwrap(), &frame).handles
}

#[test]
fn dragging_to_where_it_is_changes_nothing() {
    let dataset = dataset();
    for width in [300.0, 760.0, 1200.0] {
        for (state, expect) in [("", (2.0, 3.0)), ("1;factor=1.5;years=6", (1.5, 6.0))] {
            let handles = handles(&dataset, state, width);
            let (factor, years) = expect;
            assert_eq!(handles[0].dragged(handles[0].at), Dragged::Target(factor, years), "{state} at {width}");
            // a step a year on the way, each where the path is
            let steps: Vec<_> = handles[1..].iter().map(|handle| handle.grip).collect();
            assert_eq!(steps, (2023..2022 + years as u16).map(Grip::Step).collect::<Vec<_>>(), "{state} at {width}");
            for handle in &handles[1..] {
                let Dragged::Step(year, value) = handle.dragged(handle.at) else { panic!("{handle:?}") };
                let path = chart(&tried(&dataset, state).unwrap()).track.path.clone().unwrap();
                assert!((value - path.value_at(year.into())).abs() <= 5.0, "{state} at {width}: {year} {value}");
            }
        }
    }
}

#[test]
fn a_plan_leads_through_its_steps() {
    let dataset = dataset();
    let check = |state: &str, expect: &[(f64, f64)]| {
        let figure = tried(&dataset, state).unwrap();
        let points: Vec<_> = chart(&figure).track.path.clone().unwrap().points().map(|point| (point.at, point.value)).collect();
        assert_eq!(points, expect, "{state}");
    };
    check("1;plan=2024:1700", &[(2022.0, 1000.0), (2024.0, 1700.0), (2025.0, 2000.0)]);
    check("1;plan=2024:1700,2023:1300", &[(2022.0, 1000.0), (2023.0, 1300.0), (2024.0, 1700.0), (2025.0, 2000.0)]);
    check("1;plan=2024:1700;factor=3", &[(2022.0, 1000.0), (2024.0, 1700.0), (2025.0, 3000.0)]);
    // twice the same year: the last; the start's, the deadline's and later ones are none
    check("1;plan=2024:1,2024:1700,2022:5,2025:5,2030:5", &[(2022.0, 1000.0), (2024.0, 1700.0), (2025.0, 2000.0)]);
    check("1;plan=-", &[(2022.0, 1000.0), (2025.0, 2000.0)]);
    for wrong in ["2024", "2024:", "2024:x", "x:5", "2024:超5", "99999:5", "2024:0", "2024:-10"] {
        assert!(tried(&dataset, &format!("1;plan={wrong}")).is_err(), "{wrong}");
    }
    let page = said("1;plan=2024:1700");
    // start and target are as published, what lies between is not
    let of = |nature: &str| page.rows.iter().find(|row| row.cells[2] == nature).unwrap().cells[6].is_empty();
    assert_eq!(["推算基期", "目标", "路径"].map(of), [false, false, true], "{page:?}");
    assert_eq!(page.title, "试算：三年翻番：到2025年达到2,000亿元，年均需增26.0%");
    assert!(page.reading.contains("路径各年应达到：2023年1,304、2024年1,700、2025年2,000。"), "{}", page.reading);
}

#[test]
fn a_trial_left_empty_is_none() {
    let author = Names::default().with(Key::Factor, "3");
    let check = |chosen: &str, expect: &str| assert_eq!(Names::read(chosen).without_idle_trials(&author).write(), expect);
    check("1;start=-;years=-;plan=-", "");
    // what the author tries out, a reader may leave out
    check("1;factor=-;growth=5", "1;factor=-;growth=5");
}

#[test]
fn a_level_without_figures_claims_no_growth() {
    let dataset = dataset();
    for target in &dataset.targets {
        let names = Names::default().with(Key::View, "trajectory").with(Key::Target, &target.id);
        let Ok(figure) = names.resolve(&dataset).and_then(|view| figure(&dataset, &view)) else { continue };
        let page = page(Words::new(Lang::ZhHans), &figure);
        assert!(!page.title.contains("增0.0%"), "{}", page.title);
    }
}

#[test]
fn a_step_is_typed_and_taken_out() {
    let dataset = dataset();
    let author = Names::default().with(Key::View, "doubling");
    let mut chosen = Names::default();
    let mut take = |value: &str, expect: &str| {
        let offers = offer(&dataset, &chosen.over(&author).resolve(&dataset).unwrap());
        let taken = chosen.choose(&offers, "plan", value, true);
        assert_eq!(if taken { chosen.write() } else { String::new() }, expect, "{value}");
    };
    // 1,000 × 2^(1/3) and 2^(2/3), about
    let offers = offer(&dataset, &author.resolve(&dataset).unwrap());
    let steps: Vec<_> =
        offers.iter().find(|offer| offer.field == Field::Plan).unwrap().items.iter().map(|item| item.label.clone()).collect();
    assert_eq!(steps, [(2023, 1260.0), (2024, 1587.0)].map(|(year, value)| ItemLabel::Step(Period::Year(year), value)));
    take("2024=1700", "1;plan=2024:1700");
    take("2023=1300", "1;plan=2023:1300,2024:1700");
    take("2024=1650", "1;plan=2023:1300,2024:1650");
    take("2024=", "1;plan=2023:1300");
    take("2023=", "1;plan=-");
    take("2031=5", "");
    take("5", "");
}

#[test]
fn a_level_cannot_be_dragged() {
    let dataset = dataset();
    let level = dataset.targets.iter().find(|target| target.id == "huzhou-loss-rate-threshold").unwrap();
    let names = Names::default().with(Key::View, "trajectory").with(Key::Target, &level.id);
    let view = names.resolve(&dataset).unwrap();
    let frame = Frame { words: Words::new(Lang::ZhHans), theme: Theme::new(Mode::Light, 1.0), width: 700.0, measure: &estimate_width };
    assert_eq!(lay_out(&figure(&dataset, &view).unwrap(), &frame).handles, []);
    assert!(offer(&dataset, &view).iter().all(|offer| offer.amount.is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Wherever it is let go, there is a figure, and nothing in it that is not a number.
    #[test]
    fn dragged_anywhere(x in -500.0f64..2000.0, y in -500.0f64..2000.0) {
        let dataset = dataset();
        for handle in handles(&dataset, "", 700.0) {
            let moved = handle.dragged(Point { x, y });
            let state = match moved {
                Dragged::Target(factor, years) => format!("1;factor={factor};years={years}"),
                Dragged::Step(year, value) => format!("1;plan={year}:{value}"),
            };
            let path = chart(&tried(&dataset, &state).unwrap()).track.path.clone().unwrap();
            prop_assert!(path.points().all(|point| point.value.is_finite()) && path.end().at > path.start().at, "{}", state);
            match moved {
                Dragged::Target(_, years) => prop_assert_eq!(path.end().at, 2022.0 + years),
                Dragged::Step(year, value) => prop_assert_eq!(path.value_at(year.into()), value),
            }
        }
    }

    #[test]
    fn any_state_has_a_figure_or_a_reason(base in ".{0,8}", factor in "[0-9.,e-]{0,6}", years in "[0-9]{0,3}", plan in "[0-9:,.-]{0,16}", growth in "-?[0-9.]{0,5}") {
        let mut names = Names::default();
        for (key, value) in Names::TRIAL.into_iter().zip([base, factor, years, plan, growth]) {
            names.set(key, Some(value));
        }
        let _ = tried(&dataset(), &names.write());
    }
}

/// `base` is where the built files lie: an attribute cannot be two things.
#[test]
fn no_key_is_an_attribute_of_something_else() {
    for taken in
        ["src", "base", "lang", "theme", "size", "core", "loading", "controls", "address", "id", "class", "style", "hidden", "title"]
    {
        assert!(Key::parse(taken).is_none(), "{taken}");
    }
}
