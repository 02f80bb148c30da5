use super::*;
use crate::dataset::parse_json;
use proptest::prelude::*;

const SHARED: &str = r#""version":1,"title":"t","sources":[{"id":"s","title":"s"}],
    "regions":[{"id":"a","name":"a","kind":"zone"},{"id":"b","name":"b","kind":"zone"},{"id":"c","name":"c","kind":"zone"}],"#;

/// Tax (flow, 亿元), land (stock, 亩) and what is derived from them in `unit` by `rule`.
fn dataset(unit: &str, rule: &str, figures: &[(&str, &str, &str, &str)]) -> Dataset {
    let observations: Vec<String> = figures
        .iter()
        .map(|(region, indicator, period, text)| {
            let (text, more) = text.split_once(' ').unwrap_or((text, ""));
            format!(r#"{{"region":"{region}","indicator":"{indicator}","period":"{period}","text":"{text}","source":"s"{more}}}"#)
        })
        .collect();
    let text = format!(
        r#"{{{SHARED}"indicators":[{{"id":"tax","name":"税收","unit":"亿元","polarity":"higher","measure":"flow"}},
        {{"id":"fee","name":"收费","unit":"万元","polarity":"higher","measure":"flow"}},
        {{"id":"usd","name":"外资","unit":"万美元","polarity":"higher","measure":"flow"}},
        {{"id":"land","name":"用地","unit":"亩","polarity":"none","measure":"stock"}},
        {{"id":"people","name":"人口","unit":"万人","polarity":"none","measure":"stock"}},
        {{"id":"dust","name":"烟尘","unit":"吨","polarity":"lower","measure":"flow"}},
        {{"id":"air","name":"废气","unit":"万立方米","polarity":"none","measure":"flow"}},
        {{"id":"firms","name":"企业","unit":"家","polarity":"none","measure":"stock"}},
        {{"id":"place","name":"位次","unit":"位","polarity":"lower","measure":"rank"}},
        {{"id":"per","name":"所求","unit":"{unit}","polarity":"higher","measure":"ratio","derived":{rule}}}],
        "observations":[{}]}}"#,
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

fn ratio(numerator: &str, denominator: &str) -> String {
    format!(r#"{{"numerator":"{numerator}","denominator":"{denominator}"}}"#)
}

const NONE: Relax = Relax { definition: false, years: 0 };

/// One word a result: place, period and figure, or place and reason.
fn check(dataset: &Dataset, relax: Relax, expect: &[&str]) {
    let derivation = derive(dataset, dataset.indicator("per").unwrap(), relax).unwrap();
    let mut found: Vec<String> = Vec::new();
    for figure in &derivation.figures {
        let quantity = figure.quantity;
        let bounds = if quantity.is_exact() { String::new() } else { format!(" [{:.4}, {:.4}]", quantity.low(), quantity.high()) };
        let flags: String = figure.flags.iter().map(|flag| format!(" {flag:?}")).collect();
        found.push(format!("{} {} {:.4}{bounds}{flags}", figure.observation.region.id, figure.observation.period, quantity.value()));
        assert!(figure.observation.stated.is_none() && figure.observation.quantity == Some(quantity) && !figure.parts.is_empty());
    }
    for refusal in &derivation.refused {
        let reason = match &refusal.reason {
            NotComputed::Missing(part) => format!("missing {}", part.id),
            NotComputed::Apart { part, reasons } => format!("apart {} {reasons:?}", part.id),
            NotComputed::Ambiguous(part) => format!("ambiguous {}", part.id),
            NotComputed::Zero(part) => format!("zero {}", part.id),
            NotComputed::NotFinite => "not finite".to_owned(),
        };
        found.push(format!("{} {reason}", refusal.region.id));
    }
    assert_eq!(found, expect);
}

#[test]
fn tax_per_mu() {
    let figures = [
        ("a", "tax", "2022", "超30亿元"),
        ("a", "land", "2022", "15000亩"),
        ("b", "tax", "2022", "20亿元"),
        ("b", "land", "2022", "约2平方公里"),
        ("c", "land", "2022", "900亩"),
    ];
    let dataset = dataset("万元/亩", &ratio("tax", "land"), &figures);
    check(&dataset, NONE, &["a 2022 20.0000 [20.0000, 26.6667]", "b 2022 66.6667 [53.3333, 88.8889]", "c missing tax"]);
}

#[test]
fn parts_of_another_time_need_leave() {
    let figures = [("a", "tax", "2022", "30亿元"), ("a", "land", "2023-06-30", "15000亩"), ("b", "tax", "2022", "30亿元")];
    let dataset = dataset("万元/亩", &ratio("tax", "land"), &figures);
    check(&dataset, NONE, &["a apart land [Period]", "b missing land"]);
    check(&dataset, Relax { definition: false, years: 1 }, &["a 2022 20.0000 Period", "b missing land"]);
}

#[test]
fn a_half_of_a_flow_never_stands_under_a_year() {
    let figures = [("a", "tax", "2022", "30亿元"), ("a", "fee", "2022-H1", "3亿元")];
    let dataset = dataset("%", &ratio("fee", "tax"), &figures);
    check(&dataset, Relax { definition: true, years: 5 }, &["a apart tax [Period]"]);
}

#[test]
fn definitions_must_agree() {
    let figures = [
        ("a", "tax", "2022", r#"30亿元 ,"definition":"全口径""#),
        ("a", "tax", "2022", r#"20亿元 ,"definition":"规上""#),
        ("a", "land", "2022", r#"15000亩 ,"definition":"规上""#),
        ("b", "tax", "2022", "30亿元"),
        ("b", "land", "2022", r#"15000亩 ,"definition":"规上""#),
        ("b", "land", "2022", r#"20000亩 ,"definition":"全部""#),
    ];
    let dataset = dataset("万元/亩", &ratio("tax", "land"), &figures);
    check(&dataset, NONE, &["a 2022 13.3333", "a apart land [Definition]", "b apart land [DefinitionUnstated]"]);
    let relax = Relax { definition: true, years: 0 };
    check(&dataset, relax, &["a 2022 20.0000 Definition", "a 2022 13.3333", "b ambiguous land"]);
}

#[test]
fn a_dispute_is_carried() {
    let figures = [("a", "tax", "2022", "30亿元"), ("a", "tax", "2022", r#"31亿元 ,"locator":"二""#), ("a", "land", "2022", "15000亩")];
    check(&dataset("万元/亩", &ratio("tax", "land"), &figures), NONE, &["a 2022 20.0000 Disputed"]);
}

#[test]
fn nothing_is_divided_by_what_may_be_zero() {
    let figures =
        [("a", "tax", "2022", "30亿元"), ("a", "land", "2022", "0亩"), ("b", "tax", "2022", "30亿元"), ("b", "land", "2022", "不足1亩")];
    check(&dataset("万元/亩", &ratio("tax", "land"), &figures), NONE, &["a zero land", "b zero land"]);
}

#[test]
fn sums_in_one_unit() {
    let figures = [("a", "tax", "2022", "30亿元"), ("a", "fee", "2022", "近5000万元"), ("b", "tax", "2022", "30亿元")];
    check(&dataset("亿元", r#"{"sum":["tax","fee"]}"#, &figures), NONE, &["a 2022 30.5000 [30.4000, 30.5000]", "b missing fee"]);
    let figures = [("a", "tax", "2022", "超30亿元"), ("a", "fee", "2022", "超5000万元")];
    check(&dataset("亿元", r#"{"sum":["tax","fee"]}"#, &figures), NONE, &["a 2022 30.5000 [30.5000, 40.6000]"]);
}

#[test]
fn a_mass_in_a_volume_is_a_concentration() {
    // a ton in ten million cubic metres is a tenth of a gram in each
    let figures = [("a", "dust", "2022", "1吨"), ("a", "air", "2022", "1000万立方米")];
    check(&dataset("微克/立方米", &ratio("dust", "air"), &figures), NONE, &["a 2022 100000.0000"]);
}

#[test]
fn units_lead_to_units() {
    let check = |unit: &str, rule: &str, expect: Result<(), &[&str]>| {
        let dataset = dataset(unit, rule, &[]);
        let expect = expect.map_err(|units| Underivable::Unit(units.iter().map(|unit| Unit::parse(unit).unwrap()).collect()));
        assert_eq!(derive(&dataset, dataset.indicator("per").unwrap(), NONE).map(|_| ()), expect, "{unit} {rule}");
    };
    check("万元/亩", &ratio("tax", "land"), Ok(()));
    check("元/人", &ratio("tax", "people"), Ok(()));
    check("万元", &ratio("tax", "firms"), Ok(()));
    check("家/万人", &ratio("firms", "people"), Ok(()));
    check("%", &ratio("fee", "tax"), Ok(()));
    check("倍", &ratio("fee", "tax"), Ok(()));
    check("元/人", &ratio("tax", "land"), Err(&["亿元", "亩"]));
    check("万元/亩", &ratio("usd", "land"), Err(&["万美元", "亩"]));
    check("%", &ratio("tax", "land"), Err(&["亿元", "亩"]));
    check("%", &ratio("usd", "tax"), Err(&["万美元", "亿元"]));
    check("个百分点", &ratio("fee", "tax"), Err(&["万元", "亿元"]));
    check("人", &ratio("tax", "firms"), Err(&["亿元", "家"]));
    check("微克/立方米", &ratio("dust", "land"), Err(&["吨", "亩"]));
    check("亿元", r#"{"sum":["tax","usd"]}"#, Err(&["亿元", "万美元"]));
    check("万美元", r#"{"sum":["usd"]}"#, Ok(()));
    let dataset = dataset("位", r#"{"sum":["place"]}"#, &[]);
    let rank = Arc::clone(dataset.indicator("place").unwrap());
    assert_eq!(derive(&dataset, dataset.indicator("per").unwrap(), NONE).map(|_| ()), Err(Underivable::Rank(rank)));
    assert_eq!(derive(&dataset, dataset.indicator("tax").unwrap(), NONE).map(|_| ()), Err(Underivable::NoRule));
    let lost = Indicator { derived: Some(Derived::Sum(vec!["none".into()])), ..(**dataset.indicator("tax").unwrap()).clone() };
    assert_eq!(derive(&dataset, &Arc::new(lost), NONE).map(|_| ()), Err(Underivable::Unknown("none".into())));
}

#[test]
fn computed_figures_are_compared_like_any_other() {
    let figures = [
        ("a", "tax", "2022", "30亿元"),
        ("a", "land", "2023", "15000亩"),
        ("b", "tax", "2022", "超20亿元"),
        ("b", "land", "2022", "10000亩"),
        ("c", "tax", "2021", "10亿元"),
        ("c", "land", "2021", "10000亩"),
    ];
    let dataset = dataset("万元/亩", &ratio("tax", "land"), &figures);
    let relax = Relax { definition: false, years: 1 };
    let derivation = derive(&dataset, dataset.indicator("per").unwrap(), relax).unwrap();
    let indicator = dataset.indicators[0].clone();
    let question = Question { indicator, period: None, places: Vec::new(), home: None, relax: NONE };
    let comparison = derivation.compare(&question);
    assert_eq!((comparison.indicator.id.as_str(), comparison.period), ("per", Some(Period::Year(2022))));
    let told: Vec<String> = comparison
        .entries
        .iter()
        .map(|entry| match &entry.standing {
            Standing::Ranked { rank, flags, observation, .. } => {
                let parts = derivation.computed(observation).unwrap().parts.len();
                format!("{} {}–{} {flags:?} of {parts}", entry.region.id, rank.best, rank.worst)
            }
            Standing::Apart { reasons, .. } => format!("{} apart {reasons:?}", entry.region.id),
            Standing::Missing => format!("{} missing", entry.region.id),
        })
        .collect();
    assert_eq!(told, ["a 1–2 [Period] of 2", "b 1–2 [] of 2", "c apart [Period]"]);
}

proptest! {
    #[test]
    fn bounds_hold_every_case(
        tax in (-500i32..500, 0u8..4), land in (1i32..500, 0u8..4), at in prop::array::uniform2(0.0..=1.0), unit in 0usize..3,
    ) {
        let word = |drawn: (i32, u8), unit: &str| format!("{}{}{unit}", ["", "超", "近", "约"][usize::from(drawn.1)], drawn.0);
        let (tax, land) = (word(tax, "亿元"), word(land, "亩"));
        let unit = ["万元/亩", "元/平方米", "元/平方公里"][unit];
        let figures = [("a", "tax", "2022", tax.as_str()), ("a", "land", "2022", land.as_str())];
        let dataset = dataset(unit, &ratio("tax", "land"), &figures);
        let derivation = derive(&dataset, dataset.indicator("per").unwrap(), NONE).unwrap();
        let [numerator, denominator] = [0, 1].map(|number: usize| dataset.observations[number].quantity.unwrap());
        let Some(figure) = derivation.figures.first() else {
            prop_assert!(denominator.low() <= 0.0 && denominator.high() >= 0.0);
            return Ok(());
        };
        let quantity = figure.quantity;
        prop_assert!(quantity.low() <= quantity.value() && quantity.value() <= quantity.high());
        let inside = |quantity: &Quantity, at: f64| quantity.low() + at * (quantity.high() - quantity.low());
        let factor = 1e8 / (2000.0 / 3.0) / Unit::parse(unit).unwrap().factor();
        let case = inside(&numerator, at[0]) / inside(&denominator, at[1]) * factor;
        let slack = 1e-9 * case.abs();
        prop_assert!(quantity.low() - slack <= case && case <= quantity.high() + slack);
    }

    #[test]
    fn bare_numbers_of_any_size_are_computed_or_refused(tax in any::<f64>(), land in any::<f64>()) {
        prop_assume!(tax.is_finite() && land.is_finite());
        let mut dataset = dataset("万元/亩", &ratio("tax", "land"), &[("a", "tax", "2022", "1亿元"), ("a", "land", "2022", "1亩")]);
        let figures = dataset.observations.iter().zip([tax, land]).map(|(observation, value)| {
            let quantity = Quantity::exact(value, 3, observation.indicator.unit);
            Arc::new(Observation { quantity, ..(**observation).clone() })
        });
        dataset.observations = figures.collect::<Vec<_>>().into();
        let derivation = derive(&dataset, dataset.indicator("per").unwrap(), NONE).unwrap();
        prop_assert_eq!(derivation.figures.len() + derivation.refused.len(), 1);
        prop_assert!(derivation.figures.iter().all(|figure| figure.quantity.value().is_finite() && figure.quantity.low().is_finite() && figure.quantity.high().is_finite()));
    }

    #[test]
    fn parts_agree_in_everything_not_given_up(
        drawn in prop::collection::vec((0usize..3, 0usize..3, 0usize..5, 0usize..3, 0u16..90), 0..16), definition in any::<bool>(), years in 0u8..3,
    ) {
        let periods = ["2022", "2021", "2022-H1", "2022-12-31", "2022-01/2022-05"];
        let mut seen: Vec<(usize, usize, usize, usize)> = Vec::new();
        let mut figures: Vec<(&str, &str, &str, String)> = Vec::new();
        for (place, part, period, word, value) in drawn {
            if seen.contains(&(place, part, period, word)) {
                continue;
            }
            seen.push((place, part, period, word));
            let (part, unit) = [("tax", "亿元"), ("fee", "万元"), ("land", "亩")][part];
            let word = ["", r#" ,"definition":"规上""#, r#" ,"definition":"全部""#][word];
            figures.push((["a", "b", "c"][place], part, periods[period], format!("{value}{unit}{word}")));
        }
        let figures: Vec<(&str, &str, &str, &str)> = figures.iter().map(|(place, part, period, text)| (*place, *part, *period, text.as_str())).collect();
        let relax = Relax { definition, years };
        for (unit, rule) in [("万元/亩", ratio("tax", "land")), ("%", ratio("fee", "tax")), ("亿元", r#"{"sum":["tax","fee"]}"#.to_owned())] {
            let dataset = dataset(unit, &rule, &figures);
            let derivation = derive(&dataset, dataset.indicator("per").unwrap(), relax).unwrap();
            for figure in &derivation.figures {
                let whole = &figure.observation;
                prop_assert_eq!(figure.parts.len(), 2);
                for part in &figure.parts {
                    prop_assert_eq!(&part.region.id, &whole.region.id);
                    prop_assert!(part.definition == whole.definition || definition);
                    let stock = part.indicator.measure == Measure::Stock;
                    prop_assert!(part.period == whole.period || (years > 0 && (stock || part.period.class() == whole.period.class())));
                    prop_assert!(part.period == whole.period || figure.flags.contains(&Difference::Period));
                }
            }
            // every place with a figure of a part is told of, computed or refused
            for observation in &dataset.observations {
                let rule = dataset.indicator("per").unwrap().derived.clone().unwrap();
                let concerned = match &rule {
                    Derived::Ratio { numerator, denominator } => [numerator, denominator].contains(&&observation.indicator.id),
                    Derived::Sum(parts) => parts.contains(&observation.indicator.id),
                };
                let place = &observation.region.id;
                let told = derivation.figures.iter().any(|figure| figure.observation.region.id == *place)
                    || derivation.refused.iter().any(|refusal| refusal.region.id == *place);
                prop_assert!(told || !concerned);
            }
        }
    }
}
