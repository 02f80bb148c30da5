use super::*;
use crate::dataset::parse_json;

/// The track of a promise `kind` about an indicator of a measure and polarity; a figure is a period and a text.
fn tracked(measure: &str, polarity: &str, kind: &str, figures: &[(&str, &str)], shape: PathShape) -> Result<Track, NoPath> {
    let other = [("b", ("2023", "7处"))];
    let observations: Vec<String> = other
        .into_iter()
        .chain(figures.iter().map(|figure| ("a", *figure)))
        .map(|(region, (period, text))| {
            format!(r#"{{"region":"{region}","indicator":"i","period":"{period}","text":"{text}","source":"s"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],
        "regions":[{{"id":"a","name":"甲","kind":"city"}},{{"id":"b","name":"乙","kind":"city"}},{{"id":"c","name":"丙","kind":"city"}}],
        "indicators":[{{"id":"i","name":"数","unit":"处","polarity":"{polarity}","measure":"{measure}"}}],
        "observations":[{}],
        "targets":[{{"id":"t","region":"a","indicator":"i","source":"s",{kind}}}]}}"#,
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    let dataset = parsed.dataset.unwrap();
    let peers = ["b", "c"].map(|id| Arc::clone(dataset.region(id).unwrap()));
    track(&dataset, dataset.target("t").unwrap(), &peers, shape)
}

fn reach(goal: &str, more: &str) -> String {
    format!(r#""kind":"reach","text":"{goal}","deadline":"2025"{more}"#)
}

const STATED: &str = r#","baseline":{"period":"2021","text":"100处","basis":"stated"}"#;
const FIGURES: [(&str, &str); 3] = [("2023", "130处"), ("2022", "110处"), ("2024", "150处")];

#[test]
fn where_a_path_starts() {
    let check = |kind: &str, figures: &[(&str, &str)], expect: Option<(f64, f64, StartBasis)>| {
        let track = tracked("stock", "higher", kind, figures, PathShape::Linear).unwrap();
        assert_eq!(track.start.map(|start| (start.point.at, start.point.value, start.basis)), expect, "{kind}");
        assert_eq!(track.path.is_ok(), expect.is_some());
    };
    check(&reach("200处", STATED), &FIGURES, Some((2021.0, 100.0, StartBasis::Stated)));
    let implied = r#","baseline":{"period":"2021","text":"100处","basis":"implied"}"#;
    check(&reach("200处", implied), &FIGURES, Some((2021.0, 100.0, StartBasis::Implied)));
    let doubled = r#","factor":2,"years":4,"baseline":{"period":"2021","basis":"implied"}"#;
    check(&reach("240处", doubled), &FIGURES, Some((2021.0, 120.0, StartBasis::Implied)));
    // a figure of the deadline or after is no start
    check(&reach("200处", ""), &FIGURES, Some((2022.0, 110.0, StartBasis::Observed)));
    check(&reach("200处", ""), &[("2025", "130处")], None);
    check(&reach("200处", ""), &[], None);
}

#[test]
fn figures_in_order_and_those_left_out() {
    let figures = [("2023", "130处"), ("2022-H1", "60处"), ("2022", "110处"), ("2023-12-31", "131处")];
    let told = |measure: &str| {
        let track = tracked(measure, "higher", &reach("200处", ""), &figures, PathShape::Linear).unwrap();
        let peers: Vec<(String, usize)> = track.peers.iter().map(|(region, figures)| (region.id.clone(), figures.len())).collect();
        // a place without a figure is no peer
        assert_eq!(peers, [("b".to_owned(), 1)]);
        assert_eq!(track.latest().map(|latest| latest.point.value), Some(130.0));
        (track.actuals.iter().map(|actual| actual.quantity.value()).collect::<Vec<_>>(), track.partial.len())
    };
    // half a year of what adds up is no figure of a yearly path; a stock stands at any time, one statement each
    assert_eq!(told("flow"), (vec![110.0, 130.0], 2));
    assert_eq!(told("stock"), (vec![60.0, 110.0, 130.0], 0));
}

#[test]
fn a_path_that_cannot_grow_is_straight() {
    let shape = |goal: &str, baseline: &str, figures: &[(&str, &str)]| {
        tracked("stock", "higher", &reach(goal, baseline), figures, PathShape::Geometric).unwrap().path.map(|path| path.shape())
    };
    assert_eq!(shape("200处", STATED, &[]), Ok(PathShape::Geometric));
    assert_eq!(shape("200处", "", &[("2022", "0处")]), Ok(PathShape::Linear));
    assert_eq!(shape("0处", STATED, &[]), Ok(PathShape::Linear));
    assert_eq!(shape("200处", "", &[]), Err(NoPath::NoBaseline));
}

#[test]
fn milestones_after_the_start_are_on_the_path() {
    let kind = reach("200处", r#","milestones":[{"period":"2022","text":"120处"},{"period":"2024","text":"180处"}]"#);
    let track = tracked("stock", "higher", &kind, &[("2022", "110处")], PathShape::Linear).unwrap();
    let points: Vec<(f64, f64)> = track.path.unwrap().points().map(|point| (point.at, point.value)).collect();
    assert_eq!(points, [(2022.0, 110.0), (2024.0, 180.0), (2025.0, 200.0)]);
}

#[test]
fn ahead_is_on_the_good_side() {
    let check = |polarity: &str, kind: &str, figures: &[(&str, &str)], expect: (Option<bool>, bool)| {
        let track = tracked("stock", polarity, kind, figures, PathShape::Linear).unwrap();
        assert_eq!((track.is_ahead(), track.is_downward()), expect, "{kind} {figures:?}");
    };
    // 150 is asked for in 2023
    let up = reach("200处", STATED);
    for (figure, ahead) in [("151处", true), ("150处", true), ("149处", false)] {
        check("higher", &up, &[("2023", figure)], (Some(ahead), false));
        // where the path leads counts, not what is usually better
        check("lower", &up, &[("2023", figure)], (Some(ahead), false));
    }
    let down = reach("60处", STATED);
    for (figure, ahead) in [("81处", false), ("80处", true), ("79处", true)] {
        check("lower", &down, &[("2023", figure)], (Some(ahead), true));
        check("higher", &down, &[("2023", figure)], (Some(ahead), true));
    }
    check("higher", &up, &[], (None, false));
    check("lower", &reach("100处", STATED), &[("2023", "100处")], (Some(true), false));
    // without a path, what is better
    check("lower", &reach("60处", ""), &[], (None, true));
    check("higher", &reach("60处", ""), &[], (None, false));
    let (least, most) = (r#""kind":"at-least","text":"60处","deadline":"2025""#, r#""kind":"at-most","text":"60处","deadline":"2025""#);
    check("higher", most, &[("2023", "50处")], (Some(true), true));
    check("higher", most, &[("2023", "70处")], (Some(false), true));
    check("higher", least, &[("2023", "70处")], (Some(true), false));
    check("lower", least, &[("2023", "70处")], (Some(false), true));
}

#[test]
fn a_level_has_a_flat_path_and_no_pace_to_carry_on() {
    let kind = r#""kind":"at-least","text":"120处","deadline":"2025""#;
    let ends = |figures: &[(&str, &str)]| {
        let track = tracked("stock", "higher", kind, figures, PathShape::Geometric).unwrap();
        assert!(track.is_level() && track.start.is_none() && track.projection == Err(NoProjection::TooFewPoints));
        let path = track.path.unwrap();
        assert_eq!((path.start().value, path.end()), (120.0, Point { at: 2025.0, value: 120.0 }));
        (path.start().at, track.assessment.map(|assessment| assessment.unwrap().status))
    };
    use status::Status::{Achieved, Insufficient};
    assert_eq!(ends(&FIGURES), (2022.0, Some(Achieved)));
    assert_eq!(ends(&[("2022", "110处")]), (2022.0, Some(Insufficient)));
    assert_eq!(ends(&[("2025", "120处")]), (2024.0, Some(Achieved)));
    assert_eq!(ends(&[]), (2024.0, None));
}

#[test]
fn a_pace_counts_from_a_baseline_before_the_figures() {
    let rate = |kind: &str, figures: &[(&str, &str)]| {
        let track = tracked("stock", "higher", kind, figures, PathShape::Geometric).unwrap();
        track.projection.map(|projection| (projection.since.at, projection.from.at))
    };
    assert_eq!(rate(&reach("200处", STATED), &[("2023", "121处")]), Ok((2021.0, 2023.0)));
    assert_eq!(rate(&reach("200处", STATED), &FIGURES), Ok((2022.0, 2024.0)));
    assert_eq!(rate(&reach("200处", STATED), &[("2020", "90处"), ("2021", "100处")]), Ok((2020.0, 2021.0)));
    // a baseline alone is no pace, nor with a figure that states the same
    assert_eq!(rate(&reach("200处", STATED), &[("2021", "100处")]), Err(NoProjection::TooFewPoints));
    assert_eq!(rate(&reach("200处", STATED), &[]), Err(NoProjection::TooFewPoints));
}

#[test]
fn goals_that_follow_from_the_start() {
    let goal = |kind: &str, figures: &[(&str, &str)]| {
        tracked("stock", "lower", kind, figures, PathShape::Geometric).map(|track| track.goal.value())
    };
    let multiply = r#""kind":"multiply","factor":1.5,"years":2,"deadline":"2025""#;
    assert_eq!(goal(multiply, &FIGURES), Ok(165.0));
    assert_eq!(goal(multiply, &[]), Err(NoPath::Kind));
    assert_eq!(goal(r#""kind":"zero","deadline":"2025""#, &FIGURES), Ok(0.0));
    assert_eq!(goal(r#""kind":"corridor","low":"1处","high":"9处","deadline":"2025""#, &FIGURES), Err(NoPath::Kind));
}
