//! Composite indicators and peers from a dataset, and what is said of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

use duibiao::{
    benchmark::{
        Difference, PeerDistance, PeersError,
        composite::{
            CompositeOf, CompositeOfError, CompositeQuestion, Coverage, CoverageBy, Draws, EntropyForm, MatrixError, Mean, Method, NoScore,
            Normalisation, Note, Scoring, TopsisScale, Weighting, composite_of, robustness,
        },
        peers_of,
    },
    dataset::{Dataset, Lang, Period, Relax, parse_json},
    words::Words,
};

/// Places 甲 to 戊 with output, loss rate (less is better) and population (neither).
fn dataset() -> Dataset {
    let places = ["甲", "乙", "丙", "丁", "戊"];
    let regions: Vec<String> = places
        .iter()
        .enumerate()
        .map(|(at, name)| format!(r#"{{"id":"{}","name":{{"zh-Hans":"{name}","en":"Place {}"}},"kind":"city"}}"#, at + 1, at + 1))
        .collect();
    let mut observations = Vec::new();
    let mut put = |indicator: &str, figures: &[&str]| {
        for (at, fields) in figures.iter().enumerate().filter(|(_, fields)| !fields.is_empty()) {
            observations.push(format!(r#"{{"region":"{}","indicator":"{indicator}","source":"s",{fields}}}"#, at + 1));
        }
    };
    let year = |text: &str| format!(r#""period":"2023","text":"{text}""#);
    let old = |text: &str| format!(r#""period":"2022","text":"{text}""#);
    let first = |text: &str| format!(r#""period":"2023","definition":"一审","text":"{text}""#);
    put("output", &[&year("超850亿元"), &year("650亿元"), &year("780亿元"), &year("500亿元"), &old("700亿元")]);
    put("loss", &[&first("6%"), &first("3%"), &first("7%"), &year("5%"), &first("4%")]);
    put("hours", &[&year("4小时"), &year("2小时"), &year("3小时"), &year("2小时"), &year("2.5小时")]);
    put("even", &[&year("9家"), &year("9家"), &year("9家"), &year("9家"), &year("9家")]);
    put("people", &[&year("197万人"), &year("370万人"), &year("215万人"), &year("150万人"), ""]);
    let text = format!(
        r#"{{"version":1,"title":"t","sources":[{{"id":"s","title":"s"}}],"regions":[{}],"indicators":[
        {{"id":"output","name":{{"zh-Hans":"工业产值","en":"Output"}},"unit":"亿元","polarity":"higher","measure":"flow"}},
        {{"id":"loss","name":{{"zh-Hans":"败诉率","en":"Loss rate"}},"unit":"%","polarity":"lower","measure":"ratio"}},
        {{"id":"hours","name":{{"zh-Hans":"办理时间","en":"Handling time"}},"unit":"小时","polarity":"lower","measure":"flow"}},
        {{"id":"even","name":{{"zh-Hans":"园区数","en":"Parks"}},"unit":"家","polarity":"higher","measure":"stock"}},
        {{"id":"people","name":{{"zh-Hans":"人口","en":"Population"}},"unit":"万人","polarity":"none","measure":"stock"}}],"observations":[{}]}}"#,
        regions.join(","),
        observations.join(",")
    );
    let parsed = parse_json(&text);
    assert!(parsed.issues.is_empty(), "{:?}", parsed.issues);
    parsed.dataset.unwrap()
}

fn question(dataset: &Dataset, indicators: &[&str], relax: Relax) -> CompositeQuestion {
    let indicators = indicators.iter().map(|id| dataset.indicator(id).unwrap().clone()).collect();
    CompositeQuestion { indicators, places: Vec::new(), period: Period::parse("2023"), relax }
}

const THREE: [&str; 3] = ["output", "loss", "hours"];

fn composite(dataset: &Dataset, relax: Relax, method: &Method) -> CompositeOf {
    composite_of(dataset, &question(dataset, &THREE, relax), method).unwrap()
}

/// Rank by place, 0 for one without score.
fn ranks(of: &CompositeOf) -> Vec<u32> {
    of.composite.places.iter().map(|place| place.score.as_ref().map_or(0, |score| score.rank)).collect()
}

#[test]
fn what_does_not_compare_is_not_used() {
    let dataset = dataset();
    let of = composite(&dataset, Relax::default(), &Method::default());
    let names: Vec<&str> = of.gathered.places.iter().map(|place| place.name.zh_hans.as_str()).collect();
    assert_eq!(names, ["甲", "乙", "丙", "丁", "戊"]);
    // 丁 names no definition of its rate, 戊 has only last year's output: two thirds are less than three quarters
    assert_eq!(ranks(&of), [3, 1, 2, 0, 0]);
    assert_eq!(of.composite.places[3].score, Err(NoScore::Coverage));
    let notes: Vec<(usize, usize, &Note)> = of.gathered.notes.iter().map(|cell| (cell.row, cell.column, &cell.note)).collect();
    let apart = |difference| Note::Apart(vec![difference]);
    let expect = [(0, 0, &Note::Interval), (3, 1, &apart(Difference::DefinitionUnstated)), (4, 0, &apart(Difference::Period))];
    assert_eq!(notes, expect);
}

#[test]
fn what_is_given_up_is_flagged() {
    let dataset = dataset();
    let of = composite(&dataset, Relax { definition: true, years: 1 }, &Method::default());
    assert_eq!(ranks(&of).into_iter().filter(|rank| *rank > 0).count(), 5);
    let flags: Vec<(usize, usize)> =
        of.gathered.notes.iter().filter(|cell| matches!(cell.note, Note::Flagged(_))).map(|cell| (cell.row, cell.column)).collect();
    assert_eq!(flags, [(3, 1), (4, 0)]);
}

#[test]
fn what_cannot_be_asked() {
    let dataset = dataset();
    let check = |indicators: &[&str], expect| {
        let found = composite_of(&dataset, &question(&dataset, indicators, Relax::default()), &Method::default());
        assert_eq!(found.map(|_| ()), Err(expect), "{indicators:?}");
    };
    check(&[], CompositeOfError::Nothing);
    check(&["output", "output"], CompositeOfError::Repeated { column: 1 });
    check(&["output", "people"], CompositeOfError::Matrix(MatrixError::NoPolarity { column: 1 }));
}

fn reading(lang: Lang, of: &CompositeOf, dataset: &Dataset, home: &str, count: u32) -> String {
    let draws = Draws { count, concentration: 10.0, seed: 2023 };
    let robust = robustness(&of.composite, &draws).ok();
    Words::new(lang).composite_reading(of, dataset.region(home).map(|region| &**region), robust.as_ref())
}

#[test]
fn a_reading_in_every_language() {
    let dataset = dataset();
    let method = Method { coverage: Coverage { least: 0.6, by: CoverageBy::Count }, ..Method::default() };
    let of = composite(&dataset, Relax::default(), &method);
    assert_eq!(
        reading(Lang::ZhHans, &of, &dataset, "甲", 1000),
        "按工业产值、败诉率、办理时间3项指标综合计分，5个地区中乙得分最高，为81.0。甲得分41.7，居第5位。\
         权重随机变动1,000次，甲九成以上的情形居第3–5位，中位数为第4位。逐项去掉指标，去掉办理时间后位次变化最大，甲居第3位。\
         与首位乙相差39.3，主要来自办理时间（33.3）、败诉率（25.0）；工业产值（19.0）则缩小了差距。\
         丁、戊缺少部分指标，按其余指标计分。2个数值因口径、时期或范围不同，没有采用。1个带“超”“近”“余”等字样的数值按所写数字计。"
    );
    assert_eq!(
        reading(Lang::En, &of, &dataset, "甲", 1000),
        "Of 5 places scored on Output, Loss rate, Handling time, Place 2 comes first with 81.0. Place 1 scores 41.7, no. 5. \
         Under 1,000 random sets of weights, Place 1 is no. 3–5 in at least 90% of cases; the median is no. 4. \
         Leaving out one indicator at a time moves Place 1 most without Handling time: no. 3. The gap of 39.3 to Place 2 in \
         first place comes mainly from Handling time (33.3), Loss rate (25.0), partly offset by Output (19.0). \
         Scored without some of the indicators: Place 4, Place 5. \
         Figures not used because definition, period or scope differ: 2. \
         Figures published as ‘over’ or ‘nearly’, counted as stated: 1."
    );
}

#[test]
fn no_reading_leaves_a_slot_open() {
    let dataset = dataset();
    let weightings = [
        Weighting::Equal,
        Weighting::Given(vec![3.0, 2.0, 1.0, 1.0]),
        Weighting::Entropy(EntropyForm::RawShares),
        Weighting::Entropy(EntropyForm::MinMaxFirst),
        Weighting::Critic,
    ];
    let scorings = [
        Scoring::Mean(Mean::Arithmetic, Normalisation::MinMax),
        Scoring::Mean(Mean::Arithmetic, Normalisation::ZScore),
        Scoring::Mean(Mean::Geometric { floor: 0.05 }, Normalisation::MinMax),
        Scoring::Topsis(TopsisScale::Vector),
    ];
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let words = Words::new(lang);
        for weighting in &weightings {
            for scoring in &scorings {
                for least in [0.0, 0.7, 1.0] {
                    let coverage = Coverage { least, by: CoverageBy::Count };
                    let method = Method { weighting: weighting.clone(), scoring: scoring.clone(), coverage };
                    let asked = question(&dataset, &["output", "loss", "hours", "even"], Relax::default());
                    let of = composite_of(&dataset, &asked, &method).unwrap();
                    for home in ["甲", "乙", "丁"] {
                        let told = [reading(lang, &of, &dataset, home, 40), words.weights_reading(&of), words.composite_method(&method)];
                        for text in told {
                            let english = lang == Lang::En;
                            assert!(
                                !text.contains('{') && !text.contains("NaN") && text.ends_with(if english { '.' } else { '。' }),
                                "{text}"
                            );
                            assert!(!english || !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{text}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn weights_and_method_are_told() {
    let dataset = dataset();
    let words = Words::new(Lang::ZhHans);
    let method = Method { weighting: Weighting::Given(vec![5.0, 3.0, 2.0]), ..Method::default() };
    let of = composite(&dataset, Relax::default(), &method);
    assert_eq!(words.weights_reading(&of), "权重为给定值：工业产值50.0%、败诉率30.0%、办理时间20.0%。");
    assert_eq!(
        words.composite_method(&method),
        "各指标极差标准化（最差0分，最优100分），再加权算术平均。指标不足75.0%的地区不计分；缺少的指标由其余指标按权重分摊。"
    );
    assert_eq!(words.weights_reading(&composite(&dataset, Relax::default(), &Method::default())), "3项指标权重相同，各占33.3%。");
}

#[test]
fn peers_by_circumstances() {
    let dataset = dataset();
    let asked = question(&dataset, &["people", "output"], Relax::default());
    let home = dataset.region("甲").unwrap();
    let (gathered, found) = peers_of(&dataset, &asked, home, 2, PeerDistance::StandardisedEuclidean, 0.75).unwrap();
    assert_eq!(
        Words::new(Lang::ZhHans).peers_reading(&gathered, &found, home, PeerDistance::StandardisedEuclidean),
        "按人口、工业产值2项指标衡量（标准化欧氏距离），与甲最相近的是丙、乙。"
    );
    assert_eq!(
        Words::new(Lang::En).peers_reading(&gathered, &found, home, PeerDistance::StandardisedEuclidean),
        "By Population, Output (standardised Euclidean distance), most like Place 1: Place 3, Place 2."
    );
    let stranger = dataset.region("戊").unwrap();
    let found = peers_of(&dataset, &asked, stranger, 2, PeerDistance::Gower, 0.75);
    assert_eq!(found.map(|_| ()), Err(PeersError::NoSuchRow));
}
